//! How much a condition may do: each value that an operator gives is a step, and a long one is several.

use crate::profile::{Around, Logic};
use crate::wire::Writer;
use datalogic_rs::bumpalo::Bump;
use datalogic_rs::operator::EvalContext;
use datalogic_rs::{CustomOperator, DataValue, Error, Result};
use std::cell::Cell;

/// Counts what an operator gives by its length.
pub(super) const COUNT: &str = "step";
/// Counts it by all that is in it: for what is compared all the way down.
pub(super) const COUNT_ALL: &str = "steps";

/// Characters of a text that make a step.
const CHARACTERS: usize = 64;

thread_local! {
    /// Steps that are left to the condition which this thread works out.
    static LEFT: Cell<usize> = const { Cell::new(0) };
    static ARE_USED_UP: Cell<bool> = const { Cell::new(false) };
}

/// Begins to count.
pub(super) fn allow(steps: usize) {
    LEFT.set(steps);
    ARE_USED_UP.set(false);
}

pub(super) fn are_used_up() -> bool {
    ARE_USED_UP.get()
}

fn take(steps: usize) -> Result<()> {
    match LEFT.get().checked_sub(steps) {
        Some(left) => {
            LEFT.set(left);
            Ok(())
        }
        None => {
            ARE_USED_UP.set(true);
            Err(Error::custom_message("no steps are left"))
        }
    }
}

/// A condition as it is given to the evaluator: its result a yes or no, and every operation in a count.
pub(super) fn counted(logic: &Logic) -> String {
    let mut writer = Writer::compact();
    writer.raw("{\"!!\":[");
    logic.0.write_with(&mut writer, &mut Counted, false);
    writer.raw("]}");
    writer.finish()
}

struct Counted;

impl Around for Counted {
    fn before(&mut self, is_compared: bool, writer: &mut Writer) -> &'static str {
        writer.raw("{");
        writer.text(if is_compared { COUNT_ALL } else { COUNT });
        writer.raw(":[");
        "]}"
    }
}

/// Gives what it is given, and takes steps for it.
pub(super) struct Count(pub(super) fn(&DataValue<'_>) -> Result<()>);

impl CustomOperator for Count {
    fn evaluate<'a>(
        &self,
        operands: &[&'a DataValue<'a>],
        _: &mut EvalContext<'_, 'a>,
        arena: &'a Bump,
    ) -> Result<&'a DataValue<'a>> {
        let Some(value) = operands.first() else { return Ok(arena.alloc(DataValue::Null)) };
        (self.0)(value)?;
        Ok(value)
    }
}

/// By its length.
pub(super) fn take_one(value: &DataValue<'_>) -> Result<()> {
    take(1 + length(value))
}

/// By all that is in it.
pub(super) fn take_all(value: &DataValue<'_>) -> Result<()> {
    take_one(value)?;
    match value {
        DataValue::Array(items) => items.iter().try_for_each(take_all),
        DataValue::Object(members) => members.iter().try_for_each(|(_, value)| take_all(value)),
        _ => Ok(()),
    }
}

fn length(value: &DataValue<'_>) -> usize {
    match value {
        DataValue::String(text) => text.len() / CHARACTERS,
        DataValue::Array(items) => items.len(),
        DataValue::Object(members) => members.len(),
        _ => 0,
    }
}
