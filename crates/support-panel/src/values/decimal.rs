use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

/// Units in one whole. Numbers are read with six places; two more hold a quarter of any of them exactly.
const ONE: i128 = 100_000_000;
/// Decimal places of a unit.
const PLACES: usize = 8;
/// Decimal places that a number may be written with.
const READ_PLACES: i64 = 6;
/// The power of ten of the greatest number that may be read.
const READ_POWER: i64 = 15;
/// Enough for the sign, the point and the digits of any number there is.
const LONGEST: usize = 42;

/// An exact decimal number: a rating, or the end or step of a scale.
///
/// It is read from the text of a JSON number and judged by its value, not by its spelling: at most six decimal places,
/// from -10¹⁵ to 10¹⁵, both included. It is written shortest, without an exponent, and compared exactly, so that a scale
/// with a step of 0.1 works.
///
/// ```
/// use support_panel::Decimal;
///
/// let (value, step): (Decimal, Decimal) = ("0.30".parse()?, "1e-1".parse()?);
/// assert!(value.is_multiple_of(step));
/// assert_eq!(value.to_string(), "0.3");
/// assert_eq!(Decimal::interpolate_quarters(Decimal::from(3), Decimal::from(6), 3).to_string(), "5.25");
/// # Ok::<(), support_panel::DecimalError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    units: i128,
}

/// Why a text is not a [`Decimal`]. Of several reasons the first here is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecimalError {
    /// The text is not a number as JSON writes it.
    #[error("expected a number")]
    NotANumber,
    /// The number lies below -10¹⁵ or above 10¹⁵.
    #[error("the number lies outside -10^15 to 10^15")]
    OutOfRange,
    /// The number has more than six decimal places.
    #[error("the number has more than six decimal places")]
    TooManyPlaces,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self { units: 0 };

    /// A number given in hundredths, for constants: `from_hundredths(25)` is 0.25.
    pub const fn from_hundredths(hundredths: i32) -> Self {
        Self { units: hundredths as i128 * (ONE / 100) }
    }

    /// The sum, unless it is beyond anything that numbers of a record add up to.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.units.checked_add(other.units) {
            Some(units) => Some(Self { units }),
            None => None,
        }
    }

    /// The difference, unless it is beyond anything that numbers of a record add up to.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.units.checked_sub(other.units) {
            Some(units) => Some(Self { units }),
            None => None,
        }
    }

    /// The number with its sign turned.
    pub const fn checked_neg(self) -> Option<Self> {
        match self.units.checked_neg() {
            Some(units) => Some(Self { units }),
            None => None,
        }
    }

    /// How far the two lie apart, never negative. Exact for any sums of numbers of a record; it stops at the greatest
    /// number there is.
    #[must_use]
    pub const fn abs_diff(self, other: Self) -> Self {
        Self { units: self.units.saturating_sub(other.units).saturating_abs() }
    }

    /// Whether this is a whole number of steps, counted from nought. Only nought is a multiple of nought.
    pub const fn is_multiple_of(self, step: Self) -> bool {
        let (short, short_step) = (self.units as i64, step.units as i64);
        if step.units == 0 {
            self.units == 0
        } else if short as i128 == self.units && short_step as i128 == step.units {
            // Nearly all numbers are short, and divided much faster so.
            short.wrapping_rem(short_step) == 0
        } else {
            self.units.wrapping_rem(step.units) == 0
        }
    }

    /// The whole number that this is; nothing if it has a fraction (or does not fit).
    pub fn whole(self) -> Option<i64> {
        if self.units % ONE == 0 { i64::try_from(self.units / ONE).ok() } else { None }
    }

    /// How many millionths this is: exact for any number of at most six places.
    pub(crate) const fn millionths(self) -> i128 {
        self.units / (ONE / 1_000_000)
    }

    /// The nearest binary floating-point number.
    pub fn to_f64(self) -> f64 {
        /// Up to here units are exact as `f64`, as is [`ONE`], so that one division rounds once.
        const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
        if let Ok(units) = i64::try_from(self.units)
            && units.unsigned_abs() <= EXACT
        {
            return units as f64 / ONE as f64;
        }
        // A quotient of many more bits than are kept; what is left of it tells a half from more than a half.
        let units = self.units.unsigned_abs();
        let shift = units.leading_zeros();
        let (quotient, rest) = ((units << shift) / ONE as u128, (units << shift) % ONE as u128);
        let size = (quotient | u128::from(rest != 0)) as f64 / (1_u128 << shift) as f64;
        if self.units < 0 { -size } else { size }
    }

    /// The number of fewest decimal places that [`Decimal::to_f64`] makes this of; where none does, the nearest of eight.
    pub(crate) fn nearest(number: f64) -> Option<Self> {
        const BITS: u32 = f64::MANTISSA_DIGITS - 1;
        let bits = number.abs().to_bits();
        let exponent = (bits >> BITS) as i32;
        let mantissa = i128::from(bits & ((1 << BITS) - 1) | u64::from(exponent != 0) << BITS);
        // The number is mantissa × 2^power.
        let power = exponent.max(1) - (f64::MAX_EXP - 1) - BITS as i32;
        let of_indexes = |indexes: u32| {
            let tens = 10_i128.pow(indexes);
            let scaled = match power.unsigned_abs() {
                0.. if power >= 0 => {
                    (mantissa * tens).checked_mul(1_i128.checked_shl(power.unsigned_abs())?)?
                }
                // Ten to the eighth of a mantissa has 80 bits.
                shift @ 1..=100 => (mantissa * tens + (1 << (shift - 1))) >> shift,
                _ => 0,
            };
            let units = scaled.checked_mul(ONE / tens)?;
            Some(Self { units: if number < 0.0 { -units } else { units } })
        };
        let exact =
            (0..=PLACES as u32).filter_map(of_indexes).find(|decimal| decimal.to_f64() == number);
        exact.or_else(|| of_indexes(PLACES as u32).filter(|_| number.is_finite()))
    }

    /// The point `quarters` quarters (0 to 4; more count as 4) of the way from `low` to `high`:
    /// `low + (high - low) × quarters / 4`. Exact for any two numbers of at most six places.
    #[must_use]
    pub const fn interpolate_quarters(low: Self, high: Self, quarters: u8) -> Self {
        let quarters = if quarters > 4 { 4 } else { quarters };
        // Numbers of a record are far below the ends; there it only must not overflow.
        let sum = low
            .units
            .saturating_mul(4 - quarters as i128)
            .saturating_add(high.units.saturating_mul(quarters as i128));
        Self { units: sum / 4 }
    }

    /// Half of it. Exact for any number of at most six places, and for half of one.
    #[must_use]
    pub const fn half(self) -> Self {
        Self { units: self.units / 2 }
    }

    /// Spells the number in `room`, from its end backwards, and gives the part that was used.
    fn write(self, room: &mut [u8; LONGEST]) -> Option<&str> {
        let units = self.units.unsigned_abs();
        let (whole, part) = match u64::try_from(units) {
            Ok(small) => (u128::from(small / ONE as u64), u128::from(small % ONE as u64)),
            Err(_) => (units / ONE as u128, units % ONE as u128),
        };
        let mut start = room.len();
        let mut put = |byte: u8| {
            start = start.saturating_sub(1);
            if let Some(index) = room.get_mut(start) {
                *index = byte;
            }
        };
        if part != 0 {
            let mut part = part as u32;
            let mut indexes = PLACES;
            while part.is_multiple_of(10) {
                part /= 10;
                indexes -= 1;
            }
            for _ in 0..indexes {
                put(b'0' + (part % 10) as u8);
                part /= 10;
            }
            put(b'.');
        }
        // Almost every number is small, and dividing 128 bits is slow.
        let mut whole = whole;
        while whole > u128::from(u64::MAX) {
            put(b'0' + (whole % 10) as u8);
            whole /= 10;
        }
        let mut whole = whole as u64;
        loop {
            put(b'0' + (whole % 10) as u8);
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if self.units < 0 {
            put(b'-');
        }
        std::str::from_utf8(room.get(start..)?).ok()
    }

    /// The digit that spells it, where one does: nearly every number of a record.
    pub(crate) fn digit(self) -> Option<char> {
        let units = u64::try_from(self.units).ok().filter(|units| units % ONE as u64 == 0)?;
        char::from_digit(u32::try_from(units / ONE as u64).ok()?, 10)
    }

    /// Hands its text over.
    pub(crate) fn spell<T>(self, to: impl FnOnce(&str) -> T) -> T {
        to(self.write(&mut [0; LONGEST]).unwrap_or_default())
    }
}

/// A JSON number taken apart: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
struct Spelling<'a> {
    negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
    exponent: i64,
}

impl<'a> Spelling<'a> {
    fn read(text: &'a [u8]) -> Option<Self> {
        let (negative, text) = match text {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, text),
        };
        let (whole, text) = leading_digits(text);
        if matches!(whole, [] | [b'0', _, ..]) {
            return None;
        }
        let (fraction, text) = match text {
            [b'.', rest @ ..] => {
                Some(leading_digits(rest)).filter(|(digits, _)| !digits.is_empty())?
            }
            _ => (&[][..], text),
        };
        let exponent = match text {
            [] => 0,
            [b'e' | b'E', b'-', digits @ ..] => exponent(digits)?.saturating_neg(),
            [b'e' | b'E', b'+', digits @ ..] | [b'e' | b'E', digits @ ..] => exponent(digits)?,
            _ => return None,
        };
        Some(Self { negative, whole, fraction, exponent })
    }
}

/// Splits a text after its leading ASCII digits.
fn leading_digits(text: &[u8]) -> (&[u8], &[u8]) {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(length).unwrap_or_default()
}

/// An exponent, held at the greatest there is: no text is so long that it could make up for that.
fn exponent(digits: &[u8]) -> Option<i64> {
    match leading_digits(digits) {
        ([], _) | (_, [_, ..]) => None,
        (digits, []) => Some(digits.iter().fold(0, |sum: i64, byte| {
            sum.saturating_mul(10).saturating_add(i64::from(byte - b'0'))
        })),
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        // Nearly every number of a record is one digit.
        if let [digit @ b'0'..=b'9'] = text.as_bytes() {
            return Ok(Self::from(u32::from(digit - b'0')));
        }
        let spelling = Spelling::read(text.as_bytes()).ok_or(DecimalError::NotANumber)?;
        // Each digit that counts, with the power of ten that it stands at, apart from the exponent.
        let whole = spelling.whole.iter().zip((0..spelling.whole.len() as i64).rev());
        let fraction = spelling.fraction.iter().zip(1_i64..).map(|(digit, at)| (digit, -at));
        let digits = || whole.clone().chain(fraction.clone()).filter(|(digit, _)| **digit != b'0');
        let (Some((&first, highest)), Some((_, lowest))) = (digits().next(), digits().last())
        else {
            return Ok(Self::ZERO);
        };
        let power = |power: i64| power.saturating_add(spelling.exponent);
        let alone = highest == lowest && first == b'1';
        if power(highest) > READ_POWER || power(highest) == READ_POWER && !alone {
            return Err(DecimalError::OutOfRange);
        }
        if power(lowest) < -READ_PLACES {
            return Err(DecimalError::TooManyPlaces);
        }
        // What is left has at most 22 digits, from 10^-6 to 10^15.
        let units = digits().fold(0, |sum, (digit, at)| {
            let unit =
                u32::try_from(power(at) + PLACES as i64).map_or(0, |power| 10_i128.pow(power));
            sum + i128::from(digit - b'0') * unit
        });
        Ok(Self { units: if spelling.negative { -units } else { units } })
    }
}

impl From<i32> for Decimal {
    fn from(whole: i32) -> Self {
        Self { units: i128::from(whole) * ONE }
    }
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Self { units: i128::from(whole) * ONE }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spell(|text| f.pad(text))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// As a number: whole if it is, and otherwise as the nearest `f64`, because `serde` knows no other fraction.
///
/// A fraction of up to 15 significant digits comes out of `serde_json` with the digits of `Display`, and up to 0.00001 in
/// the same spelling; nearer to nought `serde_json` puts an exponent (`1e-6`), which is the same number. Our own writing of
/// results keeps the spelling of `Display`. Canonical writing, which is exact for every number, uses `Display` itself.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

#[cfg(test)]
mod tests;
