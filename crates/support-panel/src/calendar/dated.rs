//! Bank holidays whose dates are known rather than computed.
//!
//! The years from 2019 to 2028 are whole, as GOV.UK publishes them (<https://www.gov.uk/bank-holidays>, Open Government
//! Licence v3.0). Before that stand only days that no rule could find: those proclaimed once, and those moved.

use std::ops::RangeInclusive;

use super::rules::Holiday::{self, *};
use super::rules::{EVERYWHERE, NORTHERN_IRELAND, NOT_SCOTLAND, Regions, SCOTLAND};
use crate::values::Date;

/// The years that are here as a whole.
pub(super) const PUBLISHED: RangeInclusive<i16> = 2019..=2028;

/// One bank holiday of one year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    /// The day, as the number that `YYYYMMDD` spells.
    pub(super) on: u32,
    pub(super) holiday: Holiday,
    pub(super) regions: Regions,
    pub(super) substitute: bool,
}

impl Dated {
    pub(super) const fn year(self) -> i16 {
        // No day here is after 9999.
        (self.on / 1_00_00) as i16
    }
}

/// The number that a date spells.
pub(super) const fn key(date: Date) -> u32 {
    date.year().unsigned_abs() as u32 * 1_00_00 + date.month() as u32 * 1_00 + date.day() as u32
}

const fn day(on: u32, holiday: Holiday, regions: Regions) -> Dated {
    Dated { on, holiday, regions, substitute: false }
}

const fn substitute(on: u32, holiday: Holiday, regions: Regions) -> Dated {
    Dated { on, holiday, regions, substitute: true }
}

/// In order of time. A holiday that is here is not computed in that year.
#[allow(clippy::inconsistent_digit_grouping, reason = "grouped as dates are")]
pub(super) static DATED: [Dated; 143] = [
    // Before those that are published as a whole
    day(1977_06_07, SilverJubilee, EVERYWHERE),
    day(1981_07_29, RoyalWedding, EVERYWHERE),
    day(1995_05_08, EarlyMay, EVERYWHERE),
    day(1999_12_31, Millennium, EVERYWHERE),
    day(2002_06_03, GoldenJubilee, EVERYWHERE),
    day(2002_06_04, Spring, EVERYWHERE),
    day(2011_04_29, RoyalWedding, EVERYWHERE),
    day(2012_06_04, Spring, EVERYWHERE),
    day(2012_06_05, DiamondJubilee, EVERYWHERE),
    // 2019
    day(2019_01_01, NewYearsDay, EVERYWHERE),
    day(2019_01_02, SecondJanuary, SCOTLAND),
    substitute(2019_03_18, StPatricksDay, NORTHERN_IRELAND),
    day(2019_04_19, GoodFriday, EVERYWHERE),
    day(2019_04_22, EasterMonday, NOT_SCOTLAND),
    day(2019_05_06, EarlyMay, EVERYWHERE),
    day(2019_05_27, Spring, EVERYWHERE),
    day(2019_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2019_08_05, Summer, SCOTLAND),
    day(2019_08_26, Summer, NOT_SCOTLAND),
    substitute(2019_12_02, StAndrewsDay, SCOTLAND),
    day(2019_12_25, ChristmasDay, EVERYWHERE),
    day(2019_12_26, BoxingDay, EVERYWHERE),
    // 2020
    day(2020_01_01, NewYearsDay, EVERYWHERE),
    day(2020_01_02, SecondJanuary, SCOTLAND),
    day(2020_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2020_04_10, GoodFriday, EVERYWHERE),
    day(2020_04_13, EasterMonday, NOT_SCOTLAND),
    day(2020_05_08, EarlyMay, EVERYWHERE),
    day(2020_05_25, Spring, EVERYWHERE),
    substitute(2020_07_13, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2020_08_03, Summer, SCOTLAND),
    day(2020_08_31, Summer, NOT_SCOTLAND),
    day(2020_11_30, StAndrewsDay, SCOTLAND),
    day(2020_12_25, ChristmasDay, EVERYWHERE),
    substitute(2020_12_28, BoxingDay, EVERYWHERE),
    // 2021
    day(2021_01_01, NewYearsDay, EVERYWHERE),
    substitute(2021_01_04, SecondJanuary, SCOTLAND),
    day(2021_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2021_04_02, GoodFriday, EVERYWHERE),
    day(2021_04_05, EasterMonday, NOT_SCOTLAND),
    day(2021_05_03, EarlyMay, EVERYWHERE),
    day(2021_05_31, Spring, EVERYWHERE),
    day(2021_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2021_08_02, Summer, SCOTLAND),
    day(2021_08_30, Summer, NOT_SCOTLAND),
    day(2021_11_30, StAndrewsDay, SCOTLAND),
    substitute(2021_12_27, ChristmasDay, EVERYWHERE),
    substitute(2021_12_28, BoxingDay, EVERYWHERE),
    // 2022
    substitute(2022_01_03, NewYearsDay, EVERYWHERE),
    substitute(2022_01_04, SecondJanuary, SCOTLAND),
    day(2022_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2022_04_15, GoodFriday, EVERYWHERE),
    day(2022_04_18, EasterMonday, NOT_SCOTLAND),
    day(2022_05_02, EarlyMay, EVERYWHERE),
    day(2022_06_02, Spring, EVERYWHERE),
    day(2022_06_03, PlatinumJubilee, EVERYWHERE),
    day(2022_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2022_08_01, Summer, SCOTLAND),
    day(2022_08_29, Summer, NOT_SCOTLAND),
    day(2022_09_19, StateFuneral, EVERYWHERE),
    day(2022_11_30, StAndrewsDay, SCOTLAND),
    day(2022_12_26, BoxingDay, EVERYWHERE),
    substitute(2022_12_27, ChristmasDay, EVERYWHERE),
    // 2023
    substitute(2023_01_02, NewYearsDay, EVERYWHERE),
    substitute(2023_01_03, SecondJanuary, SCOTLAND),
    day(2023_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2023_04_07, GoodFriday, EVERYWHERE),
    day(2023_04_10, EasterMonday, NOT_SCOTLAND),
    day(2023_05_01, EarlyMay, EVERYWHERE),
    day(2023_05_08, Coronation, EVERYWHERE),
    day(2023_05_29, Spring, EVERYWHERE),
    day(2023_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2023_08_07, Summer, SCOTLAND),
    day(2023_08_28, Summer, NOT_SCOTLAND),
    day(2023_11_30, StAndrewsDay, SCOTLAND),
    day(2023_12_25, ChristmasDay, EVERYWHERE),
    day(2023_12_26, BoxingDay, EVERYWHERE),
    // 2024
    day(2024_01_01, NewYearsDay, EVERYWHERE),
    day(2024_01_02, SecondJanuary, SCOTLAND),
    substitute(2024_03_18, StPatricksDay, NORTHERN_IRELAND),
    day(2024_03_29, GoodFriday, EVERYWHERE),
    day(2024_04_01, EasterMonday, NOT_SCOTLAND),
    day(2024_05_06, EarlyMay, EVERYWHERE),
    day(2024_05_27, Spring, EVERYWHERE),
    day(2024_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2024_08_05, Summer, SCOTLAND),
    day(2024_08_26, Summer, NOT_SCOTLAND),
    substitute(2024_12_02, StAndrewsDay, SCOTLAND),
    day(2024_12_25, ChristmasDay, EVERYWHERE),
    day(2024_12_26, BoxingDay, EVERYWHERE),
    // 2025
    day(2025_01_01, NewYearsDay, EVERYWHERE),
    day(2025_01_02, SecondJanuary, SCOTLAND),
    day(2025_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2025_04_18, GoodFriday, EVERYWHERE),
    day(2025_04_21, EasterMonday, NOT_SCOTLAND),
    day(2025_05_05, EarlyMay, EVERYWHERE),
    day(2025_05_26, Spring, EVERYWHERE),
    substitute(2025_07_14, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2025_08_04, Summer, SCOTLAND),
    day(2025_08_25, Summer, NOT_SCOTLAND),
    substitute(2025_12_01, StAndrewsDay, SCOTLAND),
    day(2025_12_25, ChristmasDay, EVERYWHERE),
    day(2025_12_26, BoxingDay, EVERYWHERE),
    // 2026
    day(2026_01_01, NewYearsDay, EVERYWHERE),
    day(2026_01_02, SecondJanuary, SCOTLAND),
    day(2026_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2026_04_03, GoodFriday, EVERYWHERE),
    day(2026_04_06, EasterMonday, NOT_SCOTLAND),
    day(2026_05_04, EarlyMay, EVERYWHERE),
    day(2026_05_25, Spring, EVERYWHERE),
    day(2026_06_15, WorldCup, SCOTLAND),
    substitute(2026_07_13, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2026_08_03, Summer, SCOTLAND),
    day(2026_08_31, Summer, NOT_SCOTLAND),
    day(2026_11_30, StAndrewsDay, SCOTLAND),
    day(2026_12_25, ChristmasDay, EVERYWHERE),
    substitute(2026_12_28, BoxingDay, EVERYWHERE),
    // 2027
    day(2027_01_01, NewYearsDay, EVERYWHERE),
    substitute(2027_01_04, SecondJanuary, SCOTLAND),
    day(2027_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2027_03_26, GoodFriday, EVERYWHERE),
    day(2027_03_29, EasterMonday, NOT_SCOTLAND),
    day(2027_05_03, EarlyMay, EVERYWHERE),
    day(2027_05_31, Spring, EVERYWHERE),
    day(2027_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2027_08_02, Summer, SCOTLAND),
    day(2027_08_30, Summer, NOT_SCOTLAND),
    day(2027_11_30, StAndrewsDay, SCOTLAND),
    substitute(2027_12_27, ChristmasDay, EVERYWHERE),
    substitute(2027_12_28, BoxingDay, EVERYWHERE),
    // 2028
    substitute(2028_01_03, NewYearsDay, EVERYWHERE),
    substitute(2028_01_04, SecondJanuary, SCOTLAND),
    day(2028_03_17, StPatricksDay, NORTHERN_IRELAND),
    day(2028_04_14, GoodFriday, EVERYWHERE),
    day(2028_04_17, EasterMonday, NOT_SCOTLAND),
    day(2028_05_01, EarlyMay, EVERYWHERE),
    day(2028_05_29, Spring, EVERYWHERE),
    day(2028_07_12, BattleOfTheBoyne, NORTHERN_IRELAND),
    day(2028_08_07, Summer, SCOTLAND),
    day(2028_08_28, Summer, NOT_SCOTLAND),
    day(2028_11_30, StAndrewsDay, SCOTLAND),
    day(2028_12_25, ChristmasDay, EVERYWHERE),
    day(2028_12_26, BoxingDay, EVERYWHERE),
];
