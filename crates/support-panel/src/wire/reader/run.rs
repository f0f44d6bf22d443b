//! How far a text runs on without anything that needs a look, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of each byte of a word that is ASCII and below `n`. Only the lowest bit set is exact.
const fn below(word: u64, n: u64) -> u64 {
    word.wrapping_sub(ONES * n) & !word & HIGHS
}

/// How many bytes stand before the first quote, backslash or control character.
#[inline(always)]
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    run(bytes, |word| below(word, 0x20), |b| b < 0x20)
}

/// How many bytes stand before the first quote, backslash or anything that is not visible ASCII.
#[inline(always)]
pub(super) fn visible_run(bytes: &[u8]) -> usize {
    run(bytes, |word| below(word, 0x21) | (word | word.wrapping_add(ONES)) & HIGHS, |b| !matches!(b, 0x21..0x7f))
}

/// How many bytes stand before the first quote, backslash or byte that must stop: eight at a time, then singly.
#[inline(always)]
fn run(bytes: &[u8], stops_in: impl Fn(u64) -> u64, stops_at: impl Fn(u8) -> bool) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let mut run = 0;
    for chunk in words {
        let word = u64::from_le_bytes(*chunk);
        let stops = stops_in(word) | below(word ^ (ONES * u64::from(b'"')), 1) | below(word ^ (ONES * u64::from(b'\\')), 1);
        if stops != 0 {
            // The lowest set bit is exact even where a borrow marked a later byte falsely.
            return run + (stops.trailing_zeros() / 8) as usize;
        }
        run += 8;
    }
    let tail = bytes.get(run..).unwrap_or_default();
    run + tail.iter().position(|b| matches!(b, b'"' | b'\\') || stops_at(*b)).unwrap_or(tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_run_stops_where_a_bytewise_scan_stops() {
        let mut bytes: Vec<u8> = (0..64u8).map(|i| b'a' + i % 26).chain([0xc3, 0xa9]).collect();
        for stop in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for at in 0..bytes.len() {
                let kept = std::mem::replace(&mut bytes[at], stop);
                assert_eq!(plain_run(&bytes), at);
                bytes[at] = kept;
            }
        }
        assert_eq!(plain_run(&bytes), bytes.len());
    }
}
