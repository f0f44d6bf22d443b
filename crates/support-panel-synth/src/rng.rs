//! Chance that falls alike everywhere: whole numbers from a generator whose stream is documented as portable.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng as _;

/// One stream of throws. The same seed and stream give the same throws on every machine.
#[derive(Debug, Clone)]
pub(super) struct Rng(Pcg32);

impl Rng {
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        // Streams of one state run alike at first; the odd multiple sets their states apart too.
        Self(Pcg32::new(seed.wrapping_add(stream.wrapping_mul(0x9E37_79B9_7F4A_7C15)), stream))
    }

    /// A number from 0 up to, not including, `n`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        // The high half of the product: no division, and no bias that a trial could notice.
        ((u64::from(self.0.next_u32()) * u64::from(n)) >> 32) as u32
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below(high.abs_diff(low) + 1).cast_signed()
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of the items; of none, none.
    pub(super) fn maybe<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len() as u32) as usize)
    }

    /// One of the items, of which there must be some.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        super::sure(self.maybe(items).ok_or("nothing to pick from"))
    }

    /// So many different items, or all there are, in the order they stand.
    pub(super) fn some<'a, T>(&mut self, items: &'a [T], wanted: usize) -> Vec<&'a T> {
        let mut wanted = wanted.min(items.len());
        let mut left = items.len();
        let mut taken = Vec::with_capacity(wanted);
        for item in items {
            if (self.below(left as u32) as usize) < wanted {
                taken.push(item);
                wanted -= 1;
            }
            left -= 1;
        }
        taken
    }
}
