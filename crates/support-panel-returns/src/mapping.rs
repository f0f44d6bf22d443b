//! Which cell of a form is which member of a record.

use serde::Deserialize;
use std::collections::BTreeMap;
use support_panel::{Code, Date, Error};

/// A mapping file: TOML, with the constants of every record under `record` and the cells under `cells`, each by the JSON Pointer of
/// the member that it becomes.
///
/// ```
/// use support_panel_returns::Mapping;
///
/// Mapping::from_toml(r#"
///     [record]
///     "/profile/id" = "leicester-masp"
///     "/profile/version" = "2017.1"
///     "/case/people/0/id" = "child-1"
///     "/case/people/0/kind" = "child"
///
///     [cells]
///     "/id" = { from = "Form", prefix = "ref-" }
///     "/case/reference" = { from = "EHA reference" }
///     "/referral/received_on" = { from = "Date received", day = "dd/mm/yyyy" }
///     "/case/people/0/name" = { from = "Child's name" }
///     "/agreement/service/status" = { from = "Consent", words = { Yes = "agreed", No = "declined" } }
/// "#)?;
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Members that every record has; those of an item of a list only where a cell of the item is filled.
    #[serde(default)]
    pub(crate) record: BTreeMap<String, Constant>,
    pub(crate) cells: BTreeMap<String, Source>,
}

/// A member that does not come from the form.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Constant {
    Flag(bool),
    Whole(i64),
    Text(String),
}

/// Where a member comes from, and how its cell is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// The heading of the column; of a web form, the key, or a JSON Pointer.
    pub(crate) from: String,
    #[serde(default)]
    pub(crate) prefix: String,
    pub(crate) day: Option<DayPattern>,
    #[serde(default)]
    pub(crate) words: BTreeMap<String, String>,
    /// What stands between the items of a list.
    pub(crate) split: Option<String>,
    /// A whole number.
    #[serde(default)]
    pub(crate) whole: bool,
    /// A yes or no, in the words of `words`: `true` and `false`.
    #[serde(default)]
    pub(crate) flag: bool,
}

/// How a form writes days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum DayPattern {
    #[serde(rename = "yyyy-mm-dd")]
    Iso,
    #[serde(rename = "dd/mm/yyyy")]
    British,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// `bad_syntax` where it is not such a file; `bad_reference` for a key that is no JSON Pointer.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            // A mapping holds headings, no person's words.
            Error::outside(Code::BadSyntax, error.message().to_owned())
        })?;
        let pointers = mapping.record.keys().chain(mapping.cells.keys());
        match pointers.into_iter().find(|pointer| !is_pointer(pointer)) {
            Some(other) => Err(Error::outside(
                Code::BadReference,
                format!("found {other}, expected a JSON Pointer such as /referral/reason"),
            )),
            None => Ok(mapping),
        }
    }
}

fn is_pointer(text: &str) -> bool {
    text.len() > 1 && text.starts_with('/') && !text.ends_with('/')
}

impl DayPattern {
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Iso => "a day such as 2026-03-12",
            Self::British => "a day such as 12/03/2026",
        }
    }

    pub(crate) fn read(self, cell: &str) -> Option<Date> {
        match self {
            Self::Iso => cell.parse().ok(),
            Self::British => {
                let mut parts = cell.split('/');
                let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
                if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
                    return None;
                }
                Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            }
        }
    }
}
