//! A scale as a sentence: what stands beside its picture for those who cannot see it.

use crate::text::one_line;
use support_panel::report::document::{Line, Marks, Words};

/// The scale and who stands where: "A scale from 0 to 10. Family: 2 at 6. Professionals: from 3 to 6."
pub(crate) fn described(line: &Line) -> String {
    let mut sentences: Vec<String> =
        line.lanes.iter().map(|lane| lane.in_words(&line.numbers)).collect();
    if let [first, .., last] = line.numbers.as_slice() {
        sentences.insert(0, format!("A scale from {first} to {last}"));
    }
    let sentences: Vec<String> = sentences.iter().map(|sentence| format!("{sentence}.")).collect();
    one_line(&sentences.join(" "))
}

/// What the numbers at both ends mean, where that is said.
pub(crate) fn ends(line: &Line) -> impl Iterator<Item = (Words, &Words)> {
    let numbers = [line.numbers.first(), line.numbers.last()];
    let ends = numbers.into_iter().zip(&line.ends).filter(|(_, end)| !end.is_empty());
    ends.filter_map(|(number, end)| Some((Words::own(format!("{} means", number?)), end)))
}

/// What stands at a number of a lane.
pub(crate) enum Mark {
    /// So many.
    Count(usize),
    /// Someone, or an end of where some stand.
    Point,
    /// Between the two ends.
    Between,
}

/// What stands at the number of this index.
pub(crate) fn mark(marks: &Marks, index: usize) -> Option<Mark> {
    match marks {
        Marks::Counts(counts) => {
            counts.get(index).copied().filter(|count| *count > 0).map(Mark::Count)
        }
        Marks::At(at) => (*at == index).then_some(Mark::Point),
        Marks::Span(from, to) if *from == index || *to == index => Some(Mark::Point),
        Marks::Span(from, to) => (*from < index && index < *to).then_some(Mark::Between),
    }
}
