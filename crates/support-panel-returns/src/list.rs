//! The lists of what is returned: data, each with its source.

use serde::Deserialize;
use std::sync::LazyLock;
use support_panel::{Code, Error};

/// A list of columns that councils return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum List {
    /// The early help episodes of the Standard Safeguarding Dataset.
    SsdEarlyHelpEpisodes,
    /// List 2 of Annex A, which Ofsted asks for at an inspection.
    AnnexAList2,
    /// The headline outcomes of Supporting Families that goals are tagged with.
    SupportingFamilies,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// A text or an id.
    Text,
    /// One of the column's words.
    Word,
    /// A day.
    Day,
    /// A whole number.
    Whole,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Column {
    /// The column's name, as it is returned.
    pub name: String,
    /// The list's own reference for it, where it has one.
    pub item: Option<String>,
    /// What its cells are.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What it says.
    pub about: String,
    /// The words that are allowed, where the list is closed.
    #[serde(default)]
    pub words: Vec<String>,
    /// Of a column that a record cannot fill, why not.
    pub empty: Option<String>,
    /// What of a record fills it.
    pub(crate) from: Option<From>,
}

/// What of a record fills a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum From {
    Person,
    DateOfBirth,
    Age,
    Lead,
    LeadAgency,
    CaseReference,
    Record,
    Goal,
    OutcomeTag,
    SettledOn,
}

/// A list as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    title: String,
    source: String,
    published: String,
    row: String,
    columns: Vec<Column>,
}

impl List {
    /// Every one.
    pub const ALL: [Self; 3] =
        [Self::SsdEarlyHelpEpisodes, Self::AnnexAList2, Self::SupportingFamilies];

    /// Its name.
    ///
    /// ```
    /// use support_panel_returns::List;
    ///
    /// assert_eq!("annex-a-list-2".parse::<List>()?, List::AnnexAList2);
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SsdEarlyHelpEpisodes => "ssd-early-help-episodes",
            Self::AnnexAList2 => "annex-a-list-2",
            Self::SupportingFamilies => "supporting-families",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        &self.document().title
    }

    /// Where it was published.
    pub fn source(self) -> &'static str {
        &self.document().source
    }

    /// The day of what was published there.
    pub fn published(self) -> &'static str {
        &self.document().published
    }

    /// What a row is of.
    pub fn row(self) -> &'static str {
        &self.document().row
    }

    /// Its columns, in their order.
    pub fn columns(self) -> &'static [Column] {
        &self.document().columns
    }

    fn document(self) -> &'static Document {
        static LISTS: LazyLock<[Document; 3]> = LazyLock::new(|| {
            [
                read(include_str!("../lists/ssd-early-help-episodes.json")),
                read(include_str!("../lists/annex-a-list-2.json")),
                read(include_str!("../lists/supporting-families-outcomes.json")),
            ]
        });
        let [episodes, annex_a, outcomes] = &*LISTS;
        match self {
            Self::SsdEarlyHelpEpisodes => episodes,
            Self::AnnexAList2 => annex_a,
            Self::SupportingFamilies => outcomes,
        }
    }
}

/// A list of ours, which a test reads.
fn read(json: &str) -> Document {
    serde_json::from_str(json).unwrap_or_else(|_| Document {
        title: String::new(),
        source: String::new(),
        published: String::new(),
        row: String::new(),
        columns: Vec::new(),
    })
}

impl std::fmt::Display for List {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for List {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|list| list.as_str() == name);
        found.ok_or_else(|| {
            let known = Self::ALL.map(Self::as_str).join(", ");
            Error::outside(
                Code::UnknownWord,
                format!("found another name, expected one of {known}"),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_has_what_fills_it_or_why_nothing_does() {
        for list in List::ALL {
            assert!(list.columns().len() > 5, "{list} is not read");
            assert!(list.source().starts_with("https://") && list.published().len() == 10);
            for column in list.columns() {
                let name = &column.name;
                assert!(column.from.is_some() != column.empty.is_some(), "{list}: {name}");
                assert_eq!(column.kind == Kind::Word, !column.words.is_empty(), "{list}: {name}");
            }
        }
    }
}
