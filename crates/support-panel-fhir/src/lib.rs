//! A panel as a FHIR R4 Bundle, for a named reader.
//!
//! A Bundle is made of a reader's [copy](struct@Copy) alone, as papers are: it cannot show what the reader may not see. The same copy
//! gives the same bytes.
//!
//! ```
//! use support_panel::report::{Reader, copy_of};
//! use support_panel::{Profile, Record};
//!
//! let record = Record::from_json(r#"{
//!     "format": "support-panel/1", "id": "panel-1",
//!     "profile": {"id": "leicester-masp", "version": "2017.1"},
//!     "case": {"reference": "EHA-1"},
//!     "mapping": [{"id": "g-1", "category": "goal", "text": "Kai is in school every day."}]
//! }"#)?;
//! let profile = Profile::of(&record)?;
//! let copy = copy_of(&record, &profile, &Reader::Professionals)?;
//! let bundle = support_panel_fhir::bundle(&copy, &profile)?;
//! assert!(bundle.starts_with(r#"{"resourceType":"Bundle""#));
//! assert!(bundle.contains(r#""resourceType":"Goal""#));
//! # Ok::<(), support_panel::Error>(())
//! ```
//!
//! # What becomes what
//!
//! | of a record | in the Bundle |
//! | --- | --- |
//! | the family, with the case's reference | Group, the subject of everything else |
//! | each of the case's people | Patient, a member of the group: help is for the whole family |
//! | each professional | Practitioner |
//! | whoever is in the copy as taking part | CareTeam; whoever is neither of the above is named there, without a resource |
//! | the columns of the profile | Questionnaire |
//! | the map | QuestionnaireResponse |
//! | each number, and each abstention | Observation |
//! | each goal on the map | Goal |
//! | each action | Task |
//!
//! What the family is worried about stays in the family's and the workers' words, in the QuestionnaireResponse: it is no Condition
//! and no RiskAssessment, and nothing is coded. A guess at someone else's number is told from an own number by `method`, and its `focus`
//! is the one guessed about. The decision, the review and the agenda have no place in these resources and are left to the papers.
//!
//! Resources have no `id`: they are known by `fullUrl`, a UUID made of the record's id, the kind and the id there, and in the
//! working record by an `identifier` that holds the id as it is.

mod elements;
mod ids;
mod map;
mod node;
mod people;
mod plan;
mod scaling;

use elements::{SYSTEM, coding};
use ids::Kind;
use node::{Node, list, object, word};
use support_panel::report::{Copy, NotForWhom};
use support_panel::{Code, Error, Profile, Record};

/// A resource of the Bundle, with its URL.
struct Resource {
    url: String,
    content: Node,
    /// Whether it holds something that was said or agreed, and not only who is there and what was asked.
    says_something: bool,
}

impl Resource {
    /// Someone, or a form.
    fn beside(record: &Record, kind: Kind, id: &str, content: Option<Node>) -> Option<Self> {
        let url = ids::urn(record, kind, id);
        Some(Self { url, content: content?, says_something: false })
    }

    /// Something that was said or agreed.
    fn said(record: &Record, kind: Kind, id: &str, content: Option<Node>) -> Option<Self> {
        let url = ids::urn(record, kind, id);
        Some(Self { url, content: content?, says_something: true })
    }
}

/// What the parts of a Bundle are made of: a reader's copy and its profile, and nothing else.
#[derive(Clone, Copy)]
struct Source<'a> {
    record: &'a Record,
    profile: &'a Profile,
    people: ids::People<'a>,
    not_for: &'a NotForWhom<'a>,
}

impl<'a> Source<'a> {
    /// The `meta` of what is not for everyone, in words that survive where a label is dropped.
    fn meta(self, not_for: Option<String>) -> Option<Node> {
        let not_for = not_for?;
        object([("security", list([restricted()])), ("tag", list([tag("not-for", &not_for)]))])
    }
}

fn restricted() -> Option<Node> {
    let system = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    coding(system, "R", Some("restricted"))
}

fn tag(code: &str, display: &str) -> Option<Node> {
    coding(&format!("{SYSTEM}/reader"), code, Some(display))
}

/// The Bundle of a reader's copy, as compact JSON.
///
/// # Errors
/// `profile_mismatch` where the profile is not the record's; `empty_paper` where the copy holds nothing that was said or agreed.
pub fn bundle(copy: &Copy, profile: &Profile) -> Result<String, Error> {
    let record = copy.record();
    if record.profile.id != profile.id || record.profile.version != profile.version {
        let message = "found another profile, expected the one that the record names";
        return Err(Error::outside(Code::ProfileMismatch, message));
    }
    let is_working = copy.is_working();
    let not_for = NotForWhom::new(copy, profile);
    let people = ids::People { record, is_working };
    let source = Source { record, profile, people, not_for: &not_for };
    let parts = [
        people::resources(source),
        map::resources(source),
        plan::goals(source),
        scaling::resources(source),
        plan::tasks(source),
    ];
    let resources: Vec<Resource> = parts.into_iter().flatten().collect();
    if !resources.iter().any(|resource| resource.says_something) {
        let message = "found nothing in the record for this reader, expected something to tell";
        return Err(Error::outside(Code::EmptyPaper, message));
    }
    let tags = is_working.then(|| tag("professionals", "For professionals, not for the family"));
    let meta = object([("security", list([restricted()])), ("tag", list([tags.flatten()]))]);
    let entries = resources.into_iter().map(|resource| {
        object([("fullUrl", word(&resource.url)), ("resource", Some(resource.content))])
    });
    let bundle = object([
        ("resourceType", word("Bundle")),
        ("meta", meta),
        ("language", profile.language.as_deref().and_then(word)),
        ("identifier", source.people.identifier("record", &record.id)),
        ("type", word("collection")),
        ("entry", list(entries)),
    ]);
    serde_json::to_string(&bundle).map_err(|_| {
        Error::outside(Code::Internal, "found a Bundle that cannot be written, expected JSON")
    })
}
