//! What reads, and is still worth a look before a board decides on it.

use crate::Text;
use crate::profile::{Column, Document, Product};
use crate::record::{Category, Scale, Subject};
use crate::wire::string_enum;
use serde::Serialize;
use std::collections::BTreeSet;

string_enum! {
    /// What is worth a look in a profile that reads.
    pub enum Doubt #[non_exhaustive] {
        /// Goals or dangers have no column.
        NoColumn = "no_column",
        /// A scale is asked in no round.
        NoRounds = "no_rounds",
        /// A scale is asked of no one.
        AskedOfNoOne = "asked_of_no_one",
        /// A stage is there for ratings, and there is no scale.
        NoScale = "no_scale",
        /// A role stands for the family.
        FamilyAsRole = "family_as_role",
        /// A role has no agency.
        NoAgency = "no_agency",
        /// The quorum asks for more agencies than have a role.
        TooFewAgencies = "too_few_agencies",
        /// No case may come.
        NothingEligible = "nothing_eligible",
        /// Papers have nothing to call it by but its id.
        NoName = "no_name",
        /// A term is listed without what to say for it.
        NothingToSay = "nothing_to_say",
    }
}

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProfileWarning"))]
#[non_exhaustive]
pub struct Warning {
    /// What kind it is.
    #[cfg_attr(test, schemars(with = "String"))]
    pub doubt: Doubt,
    /// JSON Pointer to the member that would have to be changed or added, there or not.
    pub path: String,
    /// The line, from 1; none where no line of this text says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The column in that line, in characters from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What is worth a look, and why.
    pub message: String,
}

/// In the order of the document.
pub(super) fn doubts(document: &Document) -> Vec<Warning> {
    let mut doubts = Doubts(Vec::new());
    doubts.statuses(document);
    doubts.seats(document);
    doubts.map(document);
    doubts.scales(document);
    doubts.names(document);
    for (index, term) in document.plain_language.iter().enumerate() {
        if is_blank(term.say.as_ref()) {
            doubts.add(
                Doubt::NothingToSay,
                format!("/plain_language/{index}/say"),
                "The term is pointed out, and no one is told what to say for it.".into(),
            );
        }
    }
    doubts.0
}

fn is_blank(text: Option<&Text>) -> bool {
    text.is_none_or(Text::is_blank)
}

/// Words of a role that no professional holds.
const OF_THE_FAMILY: [&str; 12] = [
    "parent",
    "parents",
    "mother",
    "father",
    "carer",
    "carers",
    "child",
    "children",
    "family",
    "young_person",
    "young_people",
    "grandparent",
];

struct Doubts(Vec<Warning>);

impl Doubts {
    fn add(&mut self, doubt: Doubt, path: String, message: String) {
        self.0.push(Warning { doubt, path, line: None, column: None, message });
    }

    fn statuses(&mut self, document: &Document) {
        let statuses = &document.statuses;
        if !statuses.is_empty() && statuses.iter().all(|status| status.eligible != Some(true)) {
            let message = "No status is eligible: every case is said to belong at a different meeting (SP109).";
            self.add(Doubt::NothingEligible, "/statuses".into(), message.into());
        }
    }

    fn seats(&mut self, document: &Document) {
        let mut agencies = BTreeSet::new();
        for (index, seat) in document.seats.iter().enumerate() {
            let id = seat.id.to_lowercase();
            if OF_THE_FAMILY.contains(&id.as_str()) {
                let message = "The family holds no role in an agency: it comes as participants of the kind parent, child or other family. A scale can be asked of family without one.";
                self.add(Doubt::FamilyAsRole, format!("/seats/{index}/id"), message.into());
            } else if is_blank(seat.agency.as_ref()) {
                let message = "Without an agency the role counts for a quorum only where a participant's own agency is written down.";
                self.add(Doubt::NoAgency, format!("/seats/{index}/agency"), message.into());
            }
            agencies.extend(seat.agency.as_ref().map(|agency| agency.as_str().to_lowercase()));
        }
        let wanted = document.quorum.min_agencies.unwrap_or_default() as usize;
        if !document.seats.is_empty() && wanted > agencies.len() {
            let have = agencies.len();
            let message =
                format!("The quorum asks for {wanted} agencies, and the roles come from {have}.");
            self.add(Doubt::TooFewAgencies, "/quorum/min_agencies".into(), message);
        }
    }

    fn map(&mut self, document: &Document) {
        if document.columns.is_empty() {
            return;
        }
        let has = |category| document.columns.iter().any(|column| holds(column, category));
        for (category, what) in
            [(Category::Goal, "goal"), (Category::FutureDanger, "future danger")]
        {
            if !has(category) {
                let message = format!(
                    "A {what} has no column: none can be put on the map, and rules about them find nothing."
                );
                self.add(Doubt::NoColumn, "/columns".into(), message);
            }
        }
    }

    fn scales(&mut self, document: &Document) {
        for (index, scale) in document.scales.iter().enumerate() {
            self.scale(document, index, scale);
        }
        for (index, stage) in document.agenda.iter().enumerate() {
            let asks = stage.produces.contains(&Product::Ratings);
            let is_answered =
                !document.scales.is_empty() || document.inputs.referrer_scale == Some(true);
            if asks && !is_answered {
                let message = "The stage is there for ratings, and the profile has no scale.";
                self.add(Doubt::NoScale, format!("/agenda/{index}/produces"), message.into());
            }
        }
    }

    fn scale(&mut self, document: &Document, index: usize, scale: &Scale) {
        if scale.rounds.is_empty() {
            let message = "The scale is asked in no round: no one is told when it was left out (SP502). Write rounds = [\"opening\"].";
            self.add(Doubt::NoRounds, format!("/scales/{index}/rounds"), message.into());
        }
        if scale.asked_of.is_empty() {
            let message =
                "The scale is asked of no one: no one is told when a number is missing (SP503).";
            self.add(Doubt::AskedOfNoOne, format!("/scales/{index}/asked_of"), message.into());
        }
        let dangers = document.columns.iter().any(|column| holds(column, Category::FutureDanger));
        if scale.subject == Subject::Entry && !dangers {
            let message = "The scale is asked for each danger, and dangers have no column.";
            self.add(Doubt::NoColumn, format!("/scales/{index}/subject"), message.into());
        }
    }

    fn names(&mut self, document: &Document) {
        let mut named = |list: &str, key: &str, names: Vec<Option<&Text>>| {
            for (index, name) in names.into_iter().enumerate() {
                if is_blank(name) {
                    let message = "Nothing to call it by: papers show its id.";
                    self.add(Doubt::NoName, format!("/{list}/{index}/{key}"), message.into());
                }
            }
        };
        named("statuses", "label", document.statuses.iter().map(|it| it.label.as_ref()).collect());
        named("seats", "title", document.seats.iter().map(|it| it.title.as_ref()).collect());
        named(
            "columns",
            "heading",
            document.columns.iter().map(|it| it.heading.as_ref()).collect(),
        );
        named("agenda", "title", document.agenda.iter().map(|it| it.title.as_ref()).collect());
        named(
            "decisions",
            "label",
            document.decisions.iter().map(|it| it.label.as_ref()).collect(),
        );
    }
}

fn holds(column: &Column, category: Category) -> bool {
    column.categories.iter().any(|held| held.id == category)
}
