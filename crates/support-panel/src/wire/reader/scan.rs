//! How far a text runs on without anything that needs a look, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of each byte of a word that is ASCII and below `n`. Only the lowest bit set is exact.
const fn below(word: u64, n: u64) -> u64 {
    word.wrapping_sub(ONES * n) & !word & HIGHS
}

/// How many bytes stand before the first quote, backslash or control character.
#[inline(always)]
pub(crate) fn scan_plain(bytes: &[u8]) -> usize {
    run(bytes, 0x21, |_| 0, |b| b < 0x20)
}

/// How many bytes stand before the first quote, backslash or anything that is not visible ASCII; or before a `#`, which
/// stands beside the quote.
#[inline(always)]
pub(super) fn scan_visible(bytes: &[u8]) -> usize {
    run(bytes, 0x23, |word| (word | word.wrapping_add(ONES)) & HIGHS, |b| !matches!(b, 0x21..0x7f))
}

/// How many bytes stand before the first that must stop, eight at a time, then singly. To turn the second bit of each byte
/// puts the quote in the place of the space and both next to the control characters, so that one comparison finds them all.
#[inline(always)]
fn run(
    bytes: &[u8],
    turned_below: u64,
    stops_in: impl Fn(u64) -> u64,
    stops_at: impl Fn(u8) -> bool,
) -> usize {
    let stops = |word: u64| {
        stops_in(word)
            | below(word ^ (ONES * 2), turned_below)
            | below(word ^ (ONES * u64::from(b'\\')), 1)
    };
    // The lowest bit is exact even where a borrow marked a later byte falsely.
    let first = |stops: u64| (stops.trailing_zeros() / 8) as usize;
    let (words, _) = bytes.as_chunks::<8>();
    let mut run = 0;
    for word in words {
        let stops = stops(u64::from_le_bytes(*word));
        if stops != 0 {
            return run + first(stops);
        }
        run += 8;
    }
    // What is left, once more with some of what was seen.
    if let Some(last) = bytes.last_chunk() {
        let stops = stops(u64::from_le_bytes(*last));
        return if stops == 0 { bytes.len() } else { bytes.len() - 8 + first(stops) };
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk())
        && stops(u64::from(u32::from_le_bytes(*head)) << 32 | u64::from(u32::from_le_bytes(*tail)))
            == 0
    {
        return bytes.len();
    }
    bytes.iter().position(|b| matches!(b, b'"' | b'\\') || stops_at(*b)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_every_length_stop_where_a_bytewise_scan_stops() {
        for length in 0..20 {
            let mut bytes = vec![b'a'; length];
            assert_eq!((scan_plain(&bytes), scan_visible(&bytes)), (length, length));
            for at in 0..length {
                for stop in 0..=u8::MAX {
                    bytes[at] = stop;
                    let plain = !matches!(stop, b'"' | b'\\' | 0..0x20);
                    let visible = matches!(stop, 0x21..0x7f) && plain;
                    assert_eq!(scan_plain(&bytes) == length, plain, "{stop} at {at} of {length}");
                    assert!(plain || scan_plain(&bytes) == at);
                    // A `#` may stop it, for a slower look.
                    assert!(
                        scan_visible(&bytes) == if visible { length } else { at } || stop == b'#'
                    );
                }
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn a_plain_run_stops_where_a_bytewise_scan_stops() {
        let mut bytes: Vec<u8> = (0..64u8).map(|i| b'a' + i % 26).chain([0xc3, 0xa9]).collect();
        for stop in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for at in 0..bytes.len() {
                let kept = std::mem::replace(&mut bytes[at], stop);
                assert_eq!(scan_plain(&bytes), at);
                bytes[at] = kept;
            }
        }
        assert_eq!(scan_plain(&bytes), bytes.len());
    }
}
