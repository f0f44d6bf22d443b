//! What the ids of a copy are in a Bundle.

use crate::elements::{self, named};
use crate::node::{Node, object, text, word};
use support_panel::Record;
use support_panel::record::{Participant, Person};
use support_panel::report::THE_PANEL;
use uuid::Uuid;

/// The namespace of our names (RFC 9562, section 5.5), so that the same record gives the same UUIDs.
const NAMESPACE: Uuid = Uuid::from_u128(0x5b2f_6c0e_9d3a_5f41_8a77_3c1e_d64b_2f90);

/// A kind of resource.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Family,
    Person,
    Practitioner,
    CareTeam,
    Questionnaire,
    Map,
    Rating,
    Abstention,
    Goal,
    Action,
}

impl Kind {
    /// As it stands in a name, and in the system of an identifier.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Person => "person",
            Self::Practitioner => "participant",
            Self::CareTeam => "care-team",
            Self::Questionnaire => "questionnaire",
            Self::Map => "map",
            Self::Rating => "rating",
            Self::Abstention => "abstention",
            Self::Goal => "goal",
            Self::Action => "action",
        }
    }
}

/// The UUID of a thing: of its record, its kind, and its id there.
pub(crate) fn urn(record: &Record, kind: Kind, id: &str) -> String {
    let name = [record.profile.id.as_str(), record.id.as_str(), kind.as_str(), id];
    // No id has a line break in it.
    Uuid::new_v5(&NAMESPACE, name.join("\n").as_bytes()).urn().to_string()
}

/// A reference to a resource of the same Bundle.
pub(crate) fn to(record: &Record, kind: Kind, id: &str) -> Option<Node> {
    object([("reference", word(&urn(record, kind, id)))])
}

/// A reference to the family.
pub(crate) fn to_family(record: &Record) -> Option<Node> {
    to(record, Kind::Family, "")
}

/// Those whom a copy names, and how a Bundle refers to each.
#[derive(Clone, Copy)]
pub(crate) struct People<'a> {
    pub(crate) record: &'a Record,
    /// Whether ids stand beside names.
    pub(crate) is_working: bool,
}

impl<'a> People<'a> {
    /// An id of the record, as an identifier of a kind of thing. Numbered ids have gaps that tell of what is withheld, so that
    /// the working record alone has any.
    pub(crate) fn identifier(self, kind: &str, id: &str) -> Option<Node> {
        if self.is_working { elements::identifier(kind, id) } else { None }
    }

    pub(crate) fn person(self, id: &str) -> Option<&'a Person> {
        self.record.case.people.iter().find(|person| person.id == *id)
    }

    pub(crate) fn participant(self, id: &str) -> Option<&'a Participant> {
        self.record.participants.iter().find(|participant| participant.id == *id)
    }

    /// Whether a participant is a practitioner of FHIR's: someone who comes for an agency.
    pub(crate) fn is_practitioner(participant: &Participant) -> bool {
        use support_panel::record::ParticipantKind::{BusinessSupport, Professional};
        matches!(participant.kind, Professional | BusinessSupport) && participant.id != *THE_PANEL
    }

    /// A reference to a person or participant: to the resource of one of the case's people or of a practitioner. Anyone else has
    /// none, since FHIR would ask to which child they are related, which a record does not say; they are named.
    pub(crate) fn to(self, id: &str) -> Option<Node> {
        if id == THE_PANEL {
            return named("the panel");
        }
        let participant = self.participant(id);
        let person = participant.map_or(Some(id), |one| one.person.as_deref());
        if let Some(person) = person.and_then(|id| self.person(id)) {
            return to(self.record, Kind::Person, &person.id);
        }
        if participant.is_some_and(Self::is_practitioner) {
            return to(self.record, Kind::Practitioner, id);
        }
        let name = participant.and_then(|one| one.name.as_ref());
        object([
            ("identifier", self.identifier(Kind::Practitioner.as_str(), id)),
            ("display", name.and_then(|name| text(name.as_str()))),
        ])
    }
}
