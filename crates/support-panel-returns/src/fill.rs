//! Where a council's records hold what the format does not.

use crate::list::List;
use serde_json::{Map, Value};
use support_panel::{Code, Error};

/// Where in its records a council keeps what fills a column: a JSON Pointer for each, in which `*` is the index of the row's child or goal.
#[derive(Debug, Clone, Default)]
pub struct Fill(Vec<(&'static str, String)>);

impl Fill {
    /// Reads one: an object of columns and pointers.
    ///
    /// # Errors
    /// `bad_syntax` where it is no JSON object; `unknown_key` for a column that the list does not have; `wrong_type` for a value that is no
    /// JSON Pointer.
    pub fn from_json(json: &str, list: List) -> Result<Self, Error> {
        let refuse = |code, message: String| Err(Error::outside(code, message));
        let Ok(members) = serde_json::from_str::<Map<String, Value>>(json) else {
            return refuse(
                Code::BadSyntax,
                "found something else, expected a JSON object of columns and JSON Pointers".into(),
            );
        };
        let mut fill = Self::default();
        for (name, pointer) in &members {
            let Some(column) = list.columns().iter().find(|column| column.name == *name) else {
                return refuse(
                    Code::UnknownKey,
                    format!("found a column that {list} does not have, expected one of its own"),
                );
            };
            match pointer.as_str().filter(|pointer| pointer.starts_with('/')) {
                Some(pointer) => fill.0.push((&column.name, pointer.to_owned())),
                None => {
                    return refuse(
                        Code::WrongType,
                        format!(
                            "column {name}: found something else, expected a JSON Pointer such as /case/people/*/extensions/gender"
                        ),
                    );
                }
            }
        }
        Ok(fill)
    }

    /// What the record holds there.
    pub(crate) fn value<'r>(
        &self,
        column: &str,
        record: &'r Value,
        index: usize,
    ) -> Option<&'r Value> {
        let (_, pointer) = self.0.iter().find(|(name, _)| *name == column)?;
        let steps: Vec<String> = pointer
            .split('/')
            .map(|step| if step == "*" { index.to_string() } else { step.to_owned() })
            .collect();
        record.pointer(&steps.join("/")).filter(|value| !value.is_null())
    }
}
