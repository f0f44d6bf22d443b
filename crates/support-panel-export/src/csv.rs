//! CSV: every field is quoted, and none can act as a formula in a spreadsheet.

use crate::{Cell, Sheet};
use std::borrow::Cow;
use std::io::{self, Write};

/// A field that no spreadsheet takes for a formula: what looks like one has an apostrophe before it.
///
/// Blanks and what cannot be seen count as nothing before the sign, and the wide forms of the signs as the signs, since
/// spreadsheets pass over the first and read the second. A field that begins with a control character is guarded whatever
/// follows. A negative number is a number.
///
/// ```
/// use support_panel_export::guarded;
///
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded(" \u{ff1d}1+1"), "' \u{ff1d}1+1");
/// assert_eq!(guarded("-4.5"), "-4.5");
/// ```
pub fn guarded(field: &str) -> Cow<'_, str> {
    let sign = field.trim_start_matches(is_passed_over).chars().next();
    let is_sign = sign.is_some_and(|c| {
        matches!(c, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    });
    let is_formula = field.starts_with(char::is_control) || is_sign && !is_negative_number(field);
    if is_formula { Cow::Owned(format!("'{field}")) } else { Cow::Borrowed(field) }
}

/// What a spreadsheet may pass over before a sign: white space, control characters, and what takes no width.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

fn is_negative_number(field: &str) -> bool {
    field.strip_prefix('-').is_some_and(|rest| {
        let (whole, part) = rest.split_once('.').unwrap_or((rest, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        are_digits(whole) && are_digits(part)
    })
}

/// Writes one row of CSV: every field in quotes and [`guarded`].
///
/// ```
/// let mut out = Vec::new();
/// support_panel_export::csv_row(&mut out, ["EHA-1", "say \"no\"", "=1+1"])?;
/// assert_eq!(out, b"\"EHA-1\",\"say \"\"no\"\"\",\"'=1+1\"\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Whatever `out` fails with.
pub fn csv_row<T: AsRef<str>>(
    out: &mut impl Write,
    fields: impl IntoIterator<Item = T>,
) -> io::Result<()> {
    for (index, field) in fields.into_iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(out, "{comma}\"{}\"", guarded(field.as_ref()).replace('"', "\"\""))?;
    }
    out.write_all(b"\n")
}

impl Sheet {
    /// The sheet as CSV: fields in quotes, guarded, days as `2026-03-12`, one row a line.
    pub fn to_csv(&self) -> String {
        let mut out = Vec::new();
        let head = csv_row(&mut out, &self.head);
        let row = |cells: &Vec<Cell>| {
            let fields =
                (0..self.head.len()).map(|index| cells.get(index).map_or("".into(), field));
            csv_row(&mut out, fields)
        };
        // Memory takes all of it, and every field is text.
        let written = head.and_then(|()| self.rows.iter().try_for_each(row));
        debug_assert!(written.is_ok());
        String::from_utf8(out).unwrap_or_default()
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

    /// What stands before a formula, and is guarded with it.
    const STARTS: [&str; 27] = [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\n=",
        "\0=",
        " =",
        "\u{a0}+",
        "\u{ad}=",
        "\u{200b}@",
        "\u{202e}=",
        "\u{2060}=",
        "\u{2066}=",
        "\u{feff}=",
        "\u{3000}\u{ff0b}",
        "\u{ff1d}",
        "\u{ff0b}",
        "\u{ff0d}",
        "\u{ff20}",
        " \u{200b}\t-",
        "--",
    ];

    #[test]
    fn a_formula_is_guarded() {
        for start in STARTS {
            let field = format!("{start}1+1");
            assert_eq!(guarded(&field), format!("'{field}"), "{start:?}");
        }
        for formula in ["-4.5+1", "-A1", "-", "-.", "-1.", "-1.2.3", " -1", "=\"\"", "\t", "\0x"] {
            assert_eq!(guarded(formula), format!("'{formula}"), "{formula:?}");
        }
        for plain in [
            "",
            "1-1",
            "a=b",
            "-4",
            "-4.5",
            " 5",
            " plain",
            "two\n=lines",
            "'=1",
            "–1",
            "\u{200b}x",
        ] {
            assert_eq!(guarded(plain), plain);
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
