//! The three small values that a record is written in: days, instants and exact numbers.
//!
//! Each is read from text without allocating, refuses what the contract refuses, and is written back in one way only.

mod date;
mod decimal;
mod instant;

pub use date::{Date, DateError, Weekday};
pub use decimal::{Decimal, DecimalError};
pub use instant::{Instant, InstantError, Moment};

/// The four numbers that four pairs of ASCII digits spell; nothing if any of them is not a digit.
fn pairs(digits: [u8; 8]) -> Option<[u8; 4]> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // All at once: below 0 borrows and above 9 adds up to the highest bit of the byte, or it was set already.
    let word = u64::from_le_bytes(digits);
    let values = word.wrapping_sub(EACH * 0x30);
    if (values | word.wrapping_add(EACH * 0x46)) & (EACH * 0x80) != 0 {
        return None;
    }
    // No byte comes to more than 99.
    let [first, _, second, _, third, _, fourth, _] = (values * 10 + (values >> 8)).to_le_bytes();
    Some([first, second, third, fourth])
}

/// The last `N` decimal digits of a number, as ASCII.
fn digits<const N: usize>(mut number: u32) -> [u8; N] {
    let mut text = [b'0'; N];
    for byte in text.iter_mut().rev() {
        // The remainder is below ten, so the cast keeps it whole.
        *byte = b'0' + (number % 10) as u8;
        number /= 10;
    }
    text
}

/// Digits and marks as the text that they are.
fn ascii(text: &[u8]) -> &str {
    std::str::from_utf8(text).unwrap_or_default()
}
