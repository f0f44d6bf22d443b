//! What someone may have meant to write.

/// The known word nearest to `word` within an edit distance of two, the first of equals.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    nearest_within(word, known, 2)
}

/// As [`nearest`], within another distance.
pub(crate) fn nearest_within<'w>(
    word: &str,
    known: impl Iterator<Item = &'w str>,
    distance: usize,
) -> Option<&'w str> {
    // Longer words cannot be near a key of the format; this also bounds the work on hostile input.
    if word.len() > 64 {
        return None;
    }
    known
        .map(|k| (edit_distance(word, k), k))
        .filter(|(d, _)| *d <= distance)
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, cb) in row.iter_mut().zip(std::iter::once(None).chain(b.chars().map(Some))) {
            let Some(cb) = cb else {
                diagonal = *cell;
                *cell = left;
                continue;
            };
            let best = (diagonal + usize::from(ca != cb)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edit_distance_counts_single_changes() {
        for (a, b, d) in [
            ("", "abc", 3),
            ("seat", "seat", 0),
            ("seat", "sat", 1),
            ("saet", "seat", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(edit_distance(a, b), d, "{a} {b}");
            assert_eq!(edit_distance(b, a), d, "{b} {a}");
        }
    }
}
