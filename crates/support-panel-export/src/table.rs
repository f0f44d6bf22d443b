//! How wide the columns of a table are.

use support_panel::report::document::Table;

/// The longest a column counts for: a text of any length is folded by then.
const LONGEST: usize = 60;

/// Shares of a width, one a column, which add up to it: what a column holds is weighed against the others, and each has
/// room for its longest word where the width has.
pub(crate) fn widths(table: &Table, width: u32) -> Vec<u32> {
    let texts = |index: usize| {
        let head = table.head.get(index).map(|head| (*head).to_owned());
        let cells =
            table.rows.iter().filter_map(move |row| row.get(index)).map(|cell| cell.plain());
        head.into_iter().chain(cells)
    };
    let weights: Vec<u32> = (0..table.head.len())
        .map(|index| {
            let (mut word, mut text) = (3, 0);
            for cell in texts(index) {
                word = cell.split_whitespace().map(|w| w.chars().count()).fold(word, usize::max);
                text = text.max(cell.chars().count().min(LONGEST));
            }
            // Half way between the longest word and the longest text; letters of one word are not parted for another's sake.
            u32::try_from(word.min(LONGEST / 3) * 2 + text).unwrap_or(u32::MAX)
        })
        .collect();
    shared(width, &weights)
}

/// A width in these proportions, to the last unit.
pub(crate) fn shared(width: u32, weights: &[u32]) -> Vec<u32> {
    let mut left = u64::from(width);
    let mut total: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let share = |weight: &u32| {
        let share = (left * u64::from(*weight)).checked_div(total).unwrap_or_default();
        left -= share;
        total -= u64::from(*weight);
        u32::try_from(share).unwrap_or(u32::MAX)
    };
    weights.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up() {
        for weights in [&[1, 1, 1][..], &[7, 3, 90, 2], &[5], &[0, 1]] {
            assert_eq!(shared(9638, weights).iter().sum::<u32>(), 9638);
        }
        assert_eq!(shared(10, &[]), Vec::<u32>::new());
        assert_eq!(shared(100, &[1, 3]), [25, 75]);
    }
}
