//! CSV rows: every field is quoted, and none can act as a formula in a spreadsheet.

use std::io::{self, Write};

/// Writes one row.
pub(crate) fn row(out: &mut impl Write, fields: &[&str]) -> io::Result<()> {
    for (location, field) in fields.iter().enumerate() {
        let comma = if location == 0 { "" } else { "," };
        let guard = if is_formula(field) { "'" } else { "" };
        write!(out, "{comma}\"{guard}{}\"", field.replace('"', "\"\""))?;
    }
    out.write_all(b"\n")
}

/// Whether a spreadsheet may take the field for a formula; a negative number is a number.
fn is_formula(field: &str) -> bool {
    let is_number = field
        .strip_prefix('-')
        .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == '.'));
    // Some pass over what cannot be seen, and take the wide signs of East Asian keyboards for their narrow ones.
    let unseen = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
    };
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    field.starts_with(char::is_control)
        || field.trim_start_matches(unseen).starts_with(signs) && !is_number
}

#[cfg(test)]
mod tests {
    fn row(fields: &[&str]) -> String {
        let mut out = Vec::new();
        super::row(&mut out, fields).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_field_is_quoted_whatever_is_in_it() {
        assert_eq!(
            row(&["a", "b,c", "say \"no\"", "two\nlines", ""]),
            "\"a\",\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\"\"\n"
        );
    }

    #[test]
    fn a_formula_is_guarded() {
        let starts = [
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\0",
            "\n=",
            "\0=",
            " =",
            "\u{a0}=",
            "\u{feff}=",
            "\u{200b}@",
            "＝",
            "＋",
            "－",
            "＠",
        ];
        for start in starts {
            assert_eq!(row(&[&format!("{start}1+1")]), format!("\"'{start}1+1\"\n"));
        }
        assert_eq!(row(&[" plain", "two\n=lines"]), "\" plain\",\"two\n=lines\"\n");
        assert_eq!(row(&["1-1", "a=b"]), "\"1-1\",\"a=b\"\n");
        assert_eq!(row(&["-4.5", "-4.5+1", "-A1"]), "\"-4.5\",\"'-4.5+1\",\"'-A1\"\n");
    }
}
