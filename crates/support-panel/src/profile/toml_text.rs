//! TOML as JSON text, so that one strict reader serves both; and where in the TOML a fault lies.

use crate::error::{Code, Error, Location};
use crate::wire::{Fault, Writer};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

pub(super) fn to_json(text: &str) -> Result<String, Error> {
    let table = DeTable::parse(text).map_err(|error| {
        let location = Location::in_text(text, error.span().map_or(0, |span| span.start));
        Error::new(
            Code::BadSyntax,
            "",
            format!("found something that is not TOML, expected TOML: {}", plain(error.message())),
        )
        .at(Some(location))
    })?;
    let mut writer = Writer::compact();
    write_table(table.get_ref(), &mut writer);
    Ok(writer.finish())
}

/// The parser's message without anything it quotes.
fn plain(message: &str) -> String {
    let kept: Vec<&str> =
        message.lines().next().unwrap_or_default().split('`').step_by(2).map(str::trim).collect();
    kept.join(" … ")
}

fn write_table(table: &DeTable<'_>, writer: &mut Writer) {
    writer.open('{');
    for (key, value) in table {
        writer.item();
        writer.text(key.get_ref());
        writer.raw(":");
        write_value(value.get_ref(), writer);
    }
    writer.close('}');
}

fn write_value(value: &DeValue<'_>, writer: &mut Writer) {
    match value {
        DeValue::String(text) => writer.text(text),
        DeValue::Integer(number) => match i128::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => writer.display(number),
            Err(_) => writer.raw("1e999"),
        },
        DeValue::Float(number) => {
            writer.raw(json_number(number.as_str()).as_deref().unwrap_or("1e999"))
        }
        DeValue::Boolean(yes) => writer.display(yes),
        DeValue::Datetime(date) => writer.text(&date.to_string()),
        DeValue::Array(items) => {
            writer.list(items, |item, writer| write_value(item.get_ref(), writer))
        }
        DeValue::Table(table) => write_table(table, writer),
    }
}

/// A TOML float as JSON writes it; none for what JSON has no number for. `1e999`, written instead, is out of every range.
fn json_number(float: &str) -> Option<String> {
    let bare = float.trim_start_matches('+');
    bare.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'))
        .then(|| bare.to_owned())
}

/// The fault as an error, with the location in the TOML of what its pointer names, or of the nearest thing around it.
pub(super) fn location(text: &str, fault: Fault) -> Error {
    let start =
        DeTable::parse(text).ok().map_or(0, |table| span(table.get_ref(), &fault.pointer()).start);
    fault.at_location(Some(Location::in_text(text, start)))
}

fn span(table: &DeTable<'_>, pointer: &str) -> Range<usize> {
    let mut found = 0..0;
    let mut steps = pointer.split('/').skip(1);
    let Some(mut value) = steps.next().and_then(|key| table.get(key)) else { return found };
    loop {
        found = value.span();
        let Some(step) = steps.next() else { return found };
        let below = match value.get_ref() {
            DeValue::Table(table) => table.get(step),
            DeValue::Array(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
            _ => None,
        };
        match below {
            Some(below) => value = below,
            None => return found,
        }
    }
}
