use super::*;
use proptest::prelude::*;

const KINGDOM: [Region; 3] = [Region::EnglandAndWales, Region::Scotland, Region::NorthernIreland];

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn days_of(years: RangeInclusive<i16>) -> impl Iterator<Item = Date> {
    let (first, last) = (Date::new(*years.start(), 1, 1), Date::new(*years.end(), 12, 31));
    std::iter::successors(first, |day| day.checked_add_days(1))
        .take_while(move |day| Some(*day) <= last)
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn any_region() -> impl Strategy<Value = Region> {
    prop::sample::select(&Region::ALL)
}

fn any_date(years: RangeInclusive<i16>) -> impl Strategy<Value = Date> {
    (years, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

#[test]
fn dated_days_are_weekdays_in_order_and_cover_the_published_years() {
    for dated in &DATED {
        let (month, day) = (dated.on / 100 % 100, dated.on % 100);
        let date = Date::new(dated.year(), month as u8, day as u8).unwrap();
        assert_eq!(dated::key(date), dated.on);
        assert!(!is_weekend(date), "{date}");
    }
    assert!(DATED.windows(2).all(|pair| pair[0].on <= pair[1].on));
    for region in KINGDOM {
        let same = |a: &Dated, b: &Dated| a.on == b.on;
        let mine: Vec<_> = DATED.iter().filter(|dated| dated.regions.include(region)).collect();
        assert!(mine.windows(2).all(|pair| !same(pair[0], pair[1])), "one name a day");
        for year in region.published_years() {
            // Eight, nine and ten a year, and what was proclaimed besides.
            let usual = [8, 9, 10][KINGDOM.iter().position(|other| *other == region).unwrap()];
            let once = match (year, region) {
                (2022, _) => 2,
                (2023, _) | (2026, Region::Scotland) => 1,
                _ => 0,
            };
            assert_eq!(
                mine.iter().filter(|dated| dated.year() == year).count(),
                usual + once,
                "{region} {year}"
            );
        }
    }
    assert!(Region::None.published_years().is_empty());
}

/// In published years the rules find what was published, but for what no rule can know.
#[test]
fn rules_agree_with_the_published_years() {
    for region in KINGDOM {
        let calendar = Calendar::new(region, []);
        for day in days_of(region.published_years()) {
            let published = calendar.bank_holiday(day);
            let by_rule =
                RULES.iter().filter(|rule| rule.regions.include(region)).find_map(|rule| {
                    rule.when.falls_on(day).map(|substitute| (rule.holiday.name(), substitute))
                });
            let published = published.map(|holiday| {
                assert!(holiday.published);
                (holiday.name, holiday.substitute)
            });
            let expected = match day.to_string().as_str() {
                "2020-05-04" | "2022-05-30" => None,
                "2020-05-08" => Some("Early May bank holiday"),
                "2022-06-02" => Some("Spring bank holiday"),
                "2022-06-03" => Some("Platinum Jubilee bank holiday"),
                "2022-09-19" => Some("Bank Holiday for the State Funeral of Queen Elizabeth II"),
                "2023-05-08" => Some("Bank holiday for the coronation of King Charles III"),
                "2026-06-15" if region == Region::Scotland => Some("World Cup bank holiday"),
                _ => {
                    assert_eq!(published, by_rule, "{region} {day}");
                    continue;
                }
            };
            assert_eq!(published, expected.map(|name| (name, false)), "{region} {day}");
        }
    }
}

/// What GOV.UK listed for years before ours, and what the Act's rules give for some to come.
#[test]
fn computed_years_are_right_and_say_that_they_are_computed() {
    let listed = |region, year| -> Vec<String> {
        let calendar = Calendar::new(region, []);
        days_of(year..=year)
            .filter_map(|day| {
                let holiday = calendar.bank_holiday(day)?;
                assert!(!holiday.published);
                Some(format!(
                    "{:02}-{:02}{}",
                    day.month(),
                    day.day(),
                    if holiday.substitute { "s" } else { "" }
                ))
            })
            .collect()
    };
    for (region, year, days) in [
        (Region::EnglandAndWales, 1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27s 12-28s 12-31"),
        (Region::EnglandAndWales, 2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"),
        (Region::EnglandAndWales, 2011, "01-03s 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27s"),
        (Region::EnglandAndWales, 2012, "01-02s 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"),
        (Region::Scotland, 2012, "01-02s 01-03s 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26"),
        (
            Region::NorthernIreland,
            2012,
            "01-02s 03-19s 04-06 04-09 05-07 06-04 06-05 07-12 08-27 12-25 12-26",
        ),
        (Region::EnglandAndWales, 2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27s"),
        (Region::Scotland, 2006, "01-02s 01-03s 04-14 05-01 05-29 08-07 12-25 12-26"),
        (Region::Scotland, 2013, "01-01 01-02 03-29 05-06 05-27 08-05 12-02s 12-25 12-26"),
        (
            Region::NorthernIreland,
            2015,
            "01-01 03-17 04-03 04-06 05-04 05-25 07-13s 08-31 12-25 12-28s",
        ),
        (Region::EnglandAndWales, 1995, "01-02s 04-14 04-17 05-08 05-29 08-28 12-25 12-26"),
        (Region::Scotland, 2033, "01-03s 01-04s 04-15 05-02 05-30 08-01 11-30 12-26 12-27s"),
        (Region::None, 2030, ""),
    ] {
        assert_eq!(listed(region, year).join(" "), days, "{region} {year}");
    }
}

#[test]
fn easter_falls_where_it_was_published() {
    for text in [
        "1818-03-22",
        "1913-03-23",
        "1943-04-25",
        "1954-04-18",
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2005-03-27",
        "2008-03-23",
        "2011-04-24",
        "2016-03-27",
        "2018-04-01",
        "2019-04-21",
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22",
    ] {
        assert_eq!(rules::easter(date(text).year()), Some(date(text)));
    }
}

/// Another way to the same Sunday: Clavius's epact, counted down to the paschal moon.
#[test]
fn easter_agrees_with_the_epact_in_every_year() {
    for year in 1..=9999_i16 {
        let (y, golden) = (i64::from(year), i64::from(year) % 19 + 1);
        let century = y / 100 + 1;
        let (solar, lunar) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
        let epact = (11 * golden + 20 + lunar - solar).rem_euclid(30);
        let epact = epact + i64::from(epact == 25 && golden > 11 || epact == 24);
        let moon = if epact > 23 { 74 - epact } else { 44 - epact };
        let moon = Date::new(year, 3, 1).unwrap().checked_add_days(moon - 1).unwrap();
        let sunday = (1..=7)
            .filter_map(|after| moon.checked_add_days(after))
            .find(|day| day.weekday() == Weekday::Sunday);
        assert_eq!(rules::easter(year), sunday, "{year}");
    }
}

#[test]
fn the_calendar_ends_without_a_fall() {
    let calendar = Calendar::default();
    assert_eq!(calendar.add_working_days(Date::MAX, 0), Some(Date::MAX));
    assert_eq!(calendar.add_working_days(Date::MAX, 1), None);
    assert_eq!(calendar.add_working_days(date("9999-12-30"), 1), Some(Date::MAX));
    assert_eq!(calendar.add_working_days(date("9990-01-01"), u32::MAX), None);
    assert!(
        Region::ALL
            .iter()
            .all(|&region| Calendar::new(region, []).bank_holiday(Date::MAX).is_none())
    );
    assert_eq!(calendar.bank_holiday(Date::MIN), None, "New Year's Day has been one since 1974");
}

#[test]
fn closures_come_in_any_order() {
    let (a, b) = (date("2026-12-29"), date("2026-12-24"));
    assert_eq!(Calendar::new(Region::None, [a, b, a]), Calendar::new(Region::None, [b, a]));
    assert_eq!(Calendar::new(Region::None, [a, b, a]).extra_closures(), [b, a]);
    // A region's word is the same wherever it is written.
    for region in Region::ALL {
        assert_eq!(serde_json::to_value(region).unwrap(), region.as_str());
    }
}

proptest! {
    #[test]
    fn working_days_are_counted_one_by_one(
        region in any_region(), start in any_date(2000..=2060), count in 0..=300_u32,
        closures in prop::collection::vec(-20..400_i64, 0..20),
    ) {
        let closures: Vec<_> = closures.iter().filter_map(|&after| start.checked_add_days(after)).collect();
        let calendar = Calendar::new(region, closures.iter().copied());
        let end = calendar.add_working_days(start, count).unwrap();
        let works = |day: Date| !is_weekend(day) && calendar.bank_holiday(day).is_none() && !closures.contains(&day);
        let counted = (1..=end.days_since(start))
            .filter_map(|after| start.checked_add_days(after))
            .filter(|&day| works(day))
            .count();
        prop_assert_eq!(counted, count as usize);
        prop_assert!(count == 0 || works(end));
        prop_assert!(count > 0 || end == start);
        prop_assert_eq!(calendar.is_working_day(end), works(end));
    }

    #[test]
    fn more_days_lead_further(region in any_region(), start in any_date(1..=9990), a in 0..200_u32, b in 0..200_u32) {
        let calendar = Calendar::new(region, []);
        let there = calendar.add_working_days(start, a).unwrap();
        prop_assert_eq!(calendar.add_working_days(there, b), calendar.add_working_days(start, a + b));
        prop_assert!(there.days_since(start) >= i64::from(a));
    }

    #[test]
    fn weekends_never_work_and_are_no_bank_holidays(region in any_region(), day in any_date(1..=9999)) {
        let calendar = Calendar::new(region, []);
        if is_weekend(day) {
            prop_assert!(!calendar.is_working_day(day));
            prop_assert_eq!(calendar.bank_holiday(day), None);
        }
        if let Some(holiday) = calendar.bank_holiday(day) {
            prop_assert_eq!(holiday.published, region.published_years().contains(&day.year()));
            prop_assert!(!calendar.is_working_day(day));
        }
    }

    /// No two holidays are kept on one day, so every computed year has as many as it has rules.
    #[test]
    fn every_year_to_come_has_its_number(year in 2029..=9999_i16) {
        for (region, usual) in KINGDOM.into_iter().zip([8, 9, 10]) {
            let calendar = Calendar::new(region, []);
            prop_assert_eq!(days_of(year..=year).filter(|&day| calendar.bank_holiday(day).is_some()).count(), usual);
        }
    }
}
