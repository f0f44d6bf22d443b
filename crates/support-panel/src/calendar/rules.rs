//! When bank holidays fall in years that no one has published.

use super::Region;
use crate::values::{Date, Weekday};

/// A bank holiday by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`name` says which each is")]
pub(super) enum Holiday {
    NewYearsDay,
    SecondJanuary,
    StPatricksDay,
    GoodFriday,
    EasterMonday,
    EarlyMay,
    Spring,
    BattleOfTheBoyne,
    Summer,
    StAndrewsDay,
    ChristmasDay,
    BoxingDay,
    SilverJubilee,
    RoyalWedding,
    Millennium,
    GoldenJubilee,
    DiamondJubilee,
    PlatinumJubilee,
    StateFuneral,
    Coronation,
    WorldCup,
}

impl Holiday {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::NewYearsDay => "New Year’s Day",
            Self::SecondJanuary => "2nd January",
            Self::StPatricksDay => "St Patrick’s Day",
            Self::GoodFriday => "Good Friday",
            Self::EasterMonday => "Easter Monday",
            Self::EarlyMay => "Early May bank holiday",
            Self::Spring => "Spring bank holiday",
            Self::BattleOfTheBoyne => "Battle of the Boyne (Orangemen’s Day)",
            Self::Summer => "Summer bank holiday",
            Self::StAndrewsDay => "St Andrew’s Day",
            Self::ChristmasDay => "Christmas Day",
            Self::BoxingDay => "Boxing Day",
            Self::SilverJubilee => "Silver Jubilee bank holiday",
            Self::RoyalWedding => "Royal wedding bank holiday",
            Self::Millennium => "Millennium bank holiday",
            Self::GoldenJubilee => "Golden Jubilee bank holiday",
            Self::DiamondJubilee => "Diamond Jubilee bank holiday",
            Self::PlatinumJubilee => "Platinum Jubilee bank holiday",
            Self::StateFuneral => "Bank Holiday for the State Funeral of Queen Elizabeth II",
            Self::Coronation => "Bank holiday for the coronation of King Charles III",
            Self::WorldCup => "World Cup bank holiday",
        }
    }
}

/// The regions that keep a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Regions(u8);

pub(super) const ENGLAND_AND_WALES: Regions = Regions(1);
pub(super) const SCOTLAND: Regions = Regions(2);
pub(super) const NORTHERN_IRELAND: Regions = Regions(4);
pub(super) const NOT_SCOTLAND: Regions = Regions(ENGLAND_AND_WALES.0 | NORTHERN_IRELAND.0);
pub(super) const EVERYWHERE: Regions = Regions(NOT_SCOTLAND.0 | SCOTLAND.0);

impl Regions {
    pub(super) const fn include(self, region: Region) -> bool {
        let one = match region {
            Region::EnglandAndWales => ENGLAND_AND_WALES,
            Region::Scotland => SCOTLAND,
            Region::NorthernIreland => NORTHERN_IRELAND,
            Region::None => Regions(0),
        };
        self.0 & one.0 != 0
    }
}

/// A holiday that comes back every year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) holiday: Holiday,
    pub(super) regions: Regions,
    pub(super) when: When,
    /// The first year with it; 1 where it was there before anyone's panels.
    pub(super) since: i16,
}

/// When in a year a holiday falls.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// On a day of the year, or as many days after it as stand here where that is a Saturday, a Sunday or a Monday.
    Fixed { month: u8, day: u8, moved: [i64; 3] },
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The first Monday of a month.
    FirstMonday(u8),
    /// The last Monday of a month of 31 days.
    LastMonday(u8),
}

/// The holidays of every year, under the Banking and Financial Dealings Act 1971, the proclamations usual under it, and
/// the common law.
pub(super) const RULES: [Rule; 14] = {
    use Holiday::*;
    use When::*;
    const fn rule(holiday: Holiday, regions: Regions, when: When, since: i16) -> Rule {
        Rule { holiday, regions, when, since }
    }
    /// To the next Monday.
    const ALONE: [i64; 3] = [2, 1, 0];
    [
        rule(NewYearsDay, SCOTLAND, Fixed { month: 1, day: 1, moved: ALONE }, 1),
        rule(NewYearsDay, NOT_SCOTLAND, Fixed { month: 1, day: 1, moved: ALONE }, 1974),
        // Where New Year's Day is a Sunday it takes this Monday.
        rule(SecondJanuary, SCOTLAND, Fixed { month: 1, day: 2, moved: [2, 2, 1] }, 1),
        rule(StPatricksDay, NORTHERN_IRELAND, Fixed { month: 3, day: 17, moved: ALONE }, 1),
        rule(GoodFriday, EVERYWHERE, Easter(-2), 1),
        rule(EasterMonday, NOT_SCOTLAND, Easter(1), 1),
        rule(EarlyMay, EVERYWHERE, FirstMonday(5), 1978),
        rule(Spring, EVERYWHERE, LastMonday(5), 1),
        rule(BattleOfTheBoyne, NORTHERN_IRELAND, Fixed { month: 7, day: 12, moved: ALONE }, 1),
        rule(Summer, SCOTLAND, FirstMonday(8), 1),
        rule(Summer, NOT_SCOTLAND, LastMonday(8), 1),
        rule(StAndrewsDay, SCOTLAND, Fixed { month: 11, day: 30, moved: ALONE }, 2007),
        // Each of the two gives way to the other's weekday.
        rule(ChristmasDay, EVERYWHERE, Fixed { month: 12, day: 25, moved: [2, 2, 0] }, 1),
        rule(BoxingDay, EVERYWHERE, Fixed { month: 12, day: 26, moved: [2, 2, 0] }, 1),
    ]
};

impl When {
    /// Whether the holiday is kept on this day, and if so whether in place of its own day.
    pub(super) fn falls_on(self, date: Date) -> Option<bool> {
        match self {
            Self::Fixed { month, day, moved: [saturday, sunday, monday] } => {
                // A holiday is moved by two days at most, so into the first two of the next month.
                if date.month() != month && date.day() > 2 {
                    return None;
                }
                let own = Date::new(date.year(), month, day)?;
                let after = date.days_since(own);
                if !(0..=2).contains(&after) {
                    return None;
                }
                let moved = match own.weekday() {
                    Weekday::Saturday => saturday,
                    Weekday::Sunday => sunday,
                    Weekday::Monday => monday,
                    _ => 0,
                };
                (after == moved).then_some(moved != 0)
            }
            Self::Easter(after) => {
                // Finding Easter costs more than seeing that this is the wrong month or weekday for it.
                let weekday = (Weekday::Sunday as i64 + after).rem_euclid(7);
                let near = matches!(date.month(), 3 | 4) && date.weekday() as i64 == weekday;
                (near && date.days_since(easter(date.year())?) == after).then_some(false)
            }
            Self::FirstMonday(month) => {
                let near = date.month() == month && date.day() <= 7;
                (near && date.weekday() == Weekday::Monday).then_some(false)
            }
            Self::LastMonday(month) => {
                let near = date.month() == month && date.day() > 24;
                (near && date.weekday() == Weekday::Monday).then_some(false)
            }
        }
    }
}

/// Easter Sunday: the Sunday after the first full moon on or after 21 March, by the tables of the Gregorian calendar.
pub(super) fn easter(year: i16) -> Option<Date> {
    let (year_of_moon, century) = (i64::from(year) % 19, i64::from(year) / 100);
    // The moon's drift against the nineteen years, and the leap days that centuries leave out.
    let (leap_days, drift) = (century - century / 4, (8 * century + 13) / 25);
    let after = (19 * year_of_moon + leap_days - drift + 15).rem_euclid(30);
    // The tables put no full moon on 19 April, and none on the 18th twice in nineteen years.
    let after = match after {
        29 => 28,
        28 if year_of_moon > 10 => 27,
        _ => after,
    };
    let moon = Date::new(year, 3, 21)?.checked_add_days(after)?;
    moon.checked_add_days(7 - (moon.weekday() as i64 + 1) % 7)
}
