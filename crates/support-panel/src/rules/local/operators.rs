//! The evaluator, and the operators that JSON Logic has not.

use super::member;
use super::steps::{self, Count};
use crate::Date;
use datalogic_rs::bumpalo::Bump;
use datalogic_rs::operator::EvalContext;
use datalogic_rs::{
    CustomOperator, DataValue, Engine, EvaluationConfig, NumericCoercionConfig, Result,
};
use std::sync::LazyLock;

/// Made once: a custom operator has nothing of its own.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    // What is not there is no number, and is below and above none.
    let coercion = NumericCoercionConfig::default()
        .with_null_to_zero(false)
        .with_bool_to_number(false)
        .with_empty_string_to_zero(false)
        .with_reject_non_numeric(true);
    Engine::builder()
        .with_config(EvaluationConfig::default().with_numeric_coercion(coercion))
        .add_operator(steps::COUNT, Count(steps::take_one))
        .add_operator(steps::COUNT_ALL, Count(steps::take_all))
        .add_operator("root", Root)
        .add_operator("count", Length)
        .add_operator("days", Dates(|from, to| Some(to.days_since(from))))
        .add_operator("age", Dates(|birth, on| Date::age_on(birth, on).map(i64::from)))
        .build()
});

pub(super) fn engine() -> &'static Engine {
    &ENGINE
}

type Operands<'o, 'a> = &'o [&'a DataValue<'a>];

/// What stands at a path from the top, wherever it is asked.
struct Root;

impl CustomOperator for Root {
    fn evaluate<'a>(
        &self,
        operands: Operands<'_, 'a>,
        context: &mut EvalContext<'_, 'a>,
        arena: &'a Bump,
    ) -> Result<&'a DataValue<'a>> {
        let path = operands.first().and_then(|path| path.as_str()).unwrap_or_default();
        let mut steps = path.split('.').filter(|step| !step.is_empty());
        let found = steps.try_fold(context.root_input(), |value, step| match value {
            DataValue::Array(items) => items.get(step.parse::<usize>().ok()?),
            value => member(value, step),
        });
        Ok(found.unwrap_or_else(|| arena.alloc(DataValue::Null)))
    }
}

/// How many items a list has; one that is not there has none.
struct Length;

impl CustomOperator for Length {
    fn evaluate<'a>(
        &self,
        operands: Operands<'_, 'a>,
        _: &mut EvalContext<'_, 'a>,
        arena: &'a Bump,
    ) -> Result<&'a DataValue<'a>> {
        let items = match operands.first() {
            Some(DataValue::Array(items)) => items.len(),
            _ => 0,
        };
        Ok(arena.alloc(DataValue::from_i64(i64::try_from(items).unwrap_or(i64::MAX))))
    }
}

/// A number of two days, each as a date or as an instant, whose written day counts; nothing where either is missing.
struct Dates(fn(Date, Date) -> Option<i64>);

impl CustomOperator for Dates {
    fn evaluate<'a>(
        &self,
        operands: Operands<'_, 'a>,
        _: &mut EvalContext<'_, 'a>,
        arena: &'a Bump,
    ) -> Result<&'a DataValue<'a>> {
        let number = match operands {
            [from, to] => day(from).zip(day(to)).and_then(|(from, to)| (self.0)(from, to)),
            _ => None,
        };
        Ok(arena.alloc(number.map_or(DataValue::Null, DataValue::from_i64)))
    }
}

fn day(value: &DataValue<'_>) -> Option<Date> {
    let text = value.as_str()?;
    let day = match text.split_once('T') {
        Some((day, _)) => day,
        None => text,
    };
    day.parse().ok()
}
