//! A scale as a sentence: what stands beside its picture for those who cannot see it.

use support_panel::report::document::Line;

/// Who stands where: "Family: 1 at 3, 2 at 5."
pub(crate) fn sentences(line: &Line) -> Vec<String> {
    let lanes = line.lanes.iter().map(|lane| {
        let numbers = line.numbers.iter().zip(&lane.counts).filter(|(_, count)| **count > 0);
        let numbers: Vec<_> =
            numbers.map(|(number, count)| format!("{count} at {number}")).collect();
        let numbers = if numbers.is_empty() { "none".to_owned() } else { numbers.join(", ") };
        format!("{}: {numbers}.", lane.name)
    });
    lanes.collect()
}

/// The same as one text, with what the numbers are.
pub(crate) fn described(line: &Line) -> String {
    let ends = match line.numbers.as_slice() {
        [first, .., last] => format!("A scale from {first} to {last}. "),
        _ => String::new(),
    };
    format!("{ends}How many people stand at each number. {}", sentences(line).join(" "))
}
