//! CSV: every field is quoted, and none can act as a formula in a spreadsheet.

use crate::{Cell, Sheet};
use std::borrow::Cow;

/// A field that no spreadsheet takes for a formula: what looks like one has an apostrophe before it.
///
/// Blanks before the sign and the wide forms of the signs count, since spreadsheets pass over the first and read the second. A
/// negative number is a number.
///
/// ```
/// use support_panel_export::guarded;
///
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded(" \u{ff1d}1+1"), "' \u{ff1d}1+1");
/// assert_eq!(guarded("-4.5"), "-4.5");
/// ```
pub fn guarded(field: &str) -> Cow<'_, str> {
    let is_number = field.strip_prefix('-').is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    // What is not seen before the sign may be passed over as well.
    let is_passed_over = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let sign = field.trim_start_matches(is_passed_over).chars().next();
    let is_sign = sign.is_some_and(|c| {
        matches!(c, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    });
    let is_formula = (is_sign && !is_number) || field.starts_with(['\t', '\r', '\n']);
    if is_formula { Cow::Owned(format!("'{field}")) } else { Cow::Borrowed(field) }
}

impl Sheet {
    /// The sheet as CSV: fields in quotes, guarded, days as `2026-03-12`, one row a line.
    pub fn to_csv(&self) -> String {
        let mut out = String::new();
        let mut row = |fields: &[Cow<'_, str>]| {
            for (index, field) in fields.iter().enumerate() {
                out.push_str(if index == 0 { "\"" } else { ",\"" });
                out.push_str(&guarded(field).replace('"', "\"\""));
                out.push('"');
            }
            out.push('\n');
        };
        row(&self.head.iter().map(|head| Cow::Borrowed(&**head)).collect::<Vec<_>>());
        for cells in &self.rows {
            let all = (0..self.head.len()).map(|index| cells.get(index).map_or("".into(), field));
            row(&all.collect::<Vec<_>>());
        }
        out
    }
}

fn field(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Day(day) => Cow::Owned(day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_guarded() {
        for start in [
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            " =",
            "\u{a0}+",
            "\u{ff1d}",
            "\u{ff20}",
            "\u{feff}=",
            "\u{3000}\u{ff0b}",
        ] {
            let field = format!("{start}1+1");
            assert_eq!(guarded(&field), format!("'{field}"), "{start:?}");
        }
        for plain in ["1-1", "a=b", "", "-4.5", " 5", "'=1", "–1"] {
            assert_eq!(guarded(plain), plain);
        }
        for formula in ["-4.5+1", "-A1", "-", "=\"\""] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn a_field_is_quoted_whatever_is_in_it() {
        let mut sheet = Sheet::new("x", ["a", "b,c", "say \"no\"", "two\nlines", ""]);
        sheet.rows.push(vec![Cell::Whole(-4), Cell::Number(0.5)]);
        assert_eq!(
            sheet.to_csv(),
            "\"a\",\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\"\"\n\"-4\",\"0.5\",\"\",\"\",\"\"\n"
        );
    }
}
