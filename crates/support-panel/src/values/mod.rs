//! The three small values that a record is written in: days, instants and exact numbers.
//!
//! Each is read from text without allocating, refuses what the contract refuses, and is written back in one way only.

mod date;
mod decimal;
mod instant;

pub use date::{Date, DateError, Weekday};
pub use decimal::{Decimal, DecimalError};
pub use instant::{Instant, InstantError, Moment};

/// The number that ASCII digits spell; nothing if any of them is not a digit. For at most nine digits.
fn number<const N: usize>(digits: [u8; N]) -> Option<u32> {
    const { assert!(N <= 9, "ten digits do not fit in 32 bits") };
    // Without a branch; what is no digit may overflow, and is thrown away.
    let (sum, all) = digits.iter().fold((0_u32, true), |(sum, all), byte| {
        let digit = byte.wrapping_sub(b'0');
        (sum.wrapping_mul(10).wrapping_add(u32::from(digit)), all & (digit <= 9))
    });
    all.then_some(sum)
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
