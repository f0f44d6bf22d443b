//! How wide the columns of a table are, in twentieths of a point.

use support_panel::report::document::{Table, Words};

/// What a letter of a cell takes for each point of its size, on average and in bold; what a cell takes beside its text.
const LETTER: u32 = 13;
const PADDING: u32 = 200;

/// The longest word and the longest text that a column is asked to hold on one line.
const WORD: usize = 18;
const TEXT: usize = 110;

/// Widths that add up to this one: each column has room for its longest word where the width has, and what is left is
/// shared by how much a column has to say. The size of the text is in points.
pub(crate) fn widths(table: &Table, width: u32, points: u8) -> Vec<u32> {
    let letter = LETTER * u32::from(points.clamp(6, 72));
    let longest: Vec<(u32, u32)> =
        (0..table.head.len()).map(|index| longest(table, index)).collect();
    let least: Vec<u32> = longest.iter().map(|(word, _)| word * letter + PADDING).collect();
    let Some(left) = width.checked_sub(least.iter().sum()) else { return shared(width, &least) };
    let wanted: Vec<u32> = longest.iter().map(|(word, text)| (text - word) * letter).collect();
    let more = match wanted.iter().sum() {
        0 => shared(left, &least),
        wants if wants <= left => {
            let rest = shared(left - wants, &least);
            rest.iter().zip(&wanted).map(|(rest, wanted)| rest + wanted).collect()
        }
        _ => shared(left, &wanted),
    };
    least.iter().zip(more).map(|(least, more)| least + more).collect()
}

/// The letters of a column's longest word, and of its longest line.
fn longest(table: &Table, index: usize) -> (u32, u32) {
    let head = table.head.get(index).map(Words::plain);
    let cells = table.rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.plain());
    let (mut word, mut text) = (3, 3);
    for cell in head.into_iter().chain(cells) {
        word = cell.split_whitespace().map(|word| word.chars().count()).fold(word, usize::max);
        text = cell.lines().map(|line| line.chars().count()).fold(text, usize::max);
    }
    let word = word.min(WORD);
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (small(word), small(text.clamp(word, TEXT)))
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
#[allow(clippy::indexing_slicing, reason = "a test stops where it finds a fault")]
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

    #[test]
    fn a_column_has_room_for_its_longest_word() {
        let row = |what: String| vec![Words::own(what), Words::own("Open")];
        let table = Table::new(
            "Actions",
            vec!["What", "How far"],
            vec![row("Help Maya write the list. ".repeat(20)), row("x".to_owned())],
        );
        let widths = widths(&table, 9638, 11);
        assert_eq!(widths.iter().sum::<u32>(), 9638);
        assert!(widths[1] >= 4 * 11 * LETTER + PADDING, "{widths:?}");
        assert!(widths[0] > widths[1], "{widths:?}");
    }
}
