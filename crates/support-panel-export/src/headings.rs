//! Levels of headings without gaps, whatever levels the tree has: a reader that jumps from heading to heading needs them so.

/// The headings that a next one stands under, by the level that the tree gives them.
#[derive(Debug, Default)]
pub(crate) struct Headings(Vec<u8>);

impl Headings {
    /// The level of the next heading below the title: one more than that of the heading it stands under.
    pub(crate) fn level(&mut self, given: u8) -> u8 {
        while self.0.last().is_some_and(|last| *last >= given) {
            self.0.pop();
        }
        self.0.push(given);
        u8::try_from(self.0.len() + 1).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_skipped_and_siblings_stay_siblings() {
        let levels = |given: &[u8]| -> Vec<u8> {
            let mut headings = Headings::default();
            given.iter().map(|level| headings.level(*level)).collect()
        };
        assert_eq!(levels(&[2, 3, 3, 4, 2, 3]), [2, 3, 3, 4, 2, 3]);
        assert_eq!(levels(&[3, 4, 4, 3, 4, 2, 3]), [2, 3, 3, 2, 3, 2, 3]);
        assert_eq!(levels(&[4, 2, 4]), [2, 2, 3]);
    }
}
