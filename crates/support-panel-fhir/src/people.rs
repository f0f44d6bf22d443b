//! The family, those who work with it, and the team that they are.

use crate::elements::{NHS_NUMBER, concept, identifier, named};
use crate::ids::{Kind, People, to, to_family};
use crate::node::{Node, flag, list, object, text, word};
use crate::{Resource, Source};
use support_panel::record::{Participant, ParticipantKind, Person};
use support_panel::report::THE_PANEL;

pub(crate) fn resources(source: Source<'_>) -> Vec<Resource> {
    let record = source.record;
    let practitioners = record.participants.iter().filter(|one| People::is_practitioner(one));
    let family = Resource::beside(record, Kind::Family, "", family(source));
    let people =
        record.case.people.iter().map(|person| {
            Resource::beside(record, Kind::Person, &person.id, patient(source, person))
        });
    let practitioners = practitioners.map(|participant| {
        let content = practitioner(source, participant);
        Resource::beside(record, Kind::Practitioner, &participant.id, content)
    });
    let team = Resource::beside(record, Kind::CareTeam, "", team(source));
    [family].into_iter().chain(people).chain(practitioners).chain([team]).flatten().collect()
}

/// The family: a group without a name or a size.
fn family(source: Source<'_>) -> Option<Node> {
    let case = &source.record.case;
    let member =
        |person: &Person| object([("entity", to(source.record, Kind::Person, &person.id))]);
    object([
        ("resourceType", word("Group")),
        ("identifier", case_identifiers(source)),
        ("type", word("person")),
        ("actual", flag(true)),
        ("member", list(case.people.iter().map(member))),
    ])
}

/// What the council and other systems call the case. None of it is for the family, whose copies say that it is withheld.
fn case_identifiers(source: Source<'_>) -> Option<Node> {
    let case = &source.record.case;
    let of_others = case.identifiers.iter().map(|one| {
        // A system that goes by a name has no address.
        let is_address = one.system.contains(':') && !one.system.contains(char::is_whitespace);
        let system = if is_address { word(&one.system) } else { None };
        let assigner = if is_address { None } else { named(&one.system) };
        let value = text(one.value.as_str())?;
        object([("system", system), ("value", Some(value)), ("assigner", assigner)])
    });
    let all = [identifier("case", &case.reference)].into_iter().chain(of_others);
    list(all).filter(|_| source.people.is_working)
}

fn name(name: Option<&support_panel::Text>) -> Option<Node> {
    list([object([("text", name.and_then(|name| text(name.as_str())))])])
}

fn patient(source: Source<'_>, person: &Person) -> Option<Node> {
    let number = person.nhs_number.as_ref().filter(|_| person.has_right_nhs_number());
    let nhs_number = number.and_then(|number| {
        object([("system", word(NHS_NUMBER)), ("value", word(number.as_str()))])
    });
    object([
        ("resourceType", word("Patient")),
        ("meta", source.meta(source.not_for.person(person))),
        (
            "identifier",
            list([source.people.identifier(Kind::Person.as_str(), &person.id), nhs_number]),
        ),
        ("name", name(person.name.as_ref())),
        ("birthDate", born(person)),
    ])
}

/// The day, or the year and month where only those are known. FHIR has no word for an estimate, so one is left out.
fn born(person: &Person) -> Option<Node> {
    let birth = &person.birth;
    if birth.estimated == Some(true) {
        return None;
    }
    let [first, _] = person.born_between()?;
    let day = first.to_string();
    let known = match (person.date_of_birth, birth.month) {
        (Some(_), _) => day.as_str(),
        (None, Some(_)) => day.get(..7)?,
        (None, None) => day.get(..4)?,
    };
    word(known)
}

fn practitioner(source: Source<'_>, participant: &Participant) -> Option<Node> {
    let identifier = source.people.identifier(Kind::Practitioner.as_str(), &participant.id);
    object([
        ("resourceType", word("Practitioner")),
        ("meta", source.meta(source.not_for.participant(participant))),
        ("identifier", list([identifier])),
        ("name", name(participant.name.as_ref())),
    ])
}

fn team(source: Source<'_>) -> Option<Node> {
    let participants =
        source.record.participants.iter().filter(|participant| participant.id != *THE_PANEL);
    object([
        ("resourceType", word("CareTeam")),
        ("name", source.profile.title.as_ref().and_then(|title| text(title.as_str()))),
        ("subject", to_family(source.record)),
        ("participant", list(participants.map(|participant| member(source, participant)))),
        (
            "managingOrganization",
            list([source.profile.authority.as_ref().and_then(|name| named(name.as_str()))]),
        ),
    ])
}

fn member(source: Source<'_>, participant: &Participant) -> Option<Node> {
    let seat = participant.seat.as_deref().and_then(|seat| source.profile.seat(seat));
    let title = seat.and_then(|seat| seat.title.as_ref()).map(|title| title.as_str());
    let agency = participant.agency.as_ref().or_else(|| seat.and_then(|seat| seat.agency.as_ref()));
    // FHIR lets none but a practitioner act for an organisation.
    let agency =
        agency.filter(|_| People::is_practitioner(participant) && participant.person.is_none());
    object([
        ("role", list([concept(title.unwrap_or(part(participant.kind)))])),
        ("member", source.people.to(&participant.id)),
        ("onBehalfOf", agency.and_then(|agency| named(agency.as_str()))),
    ])
}

/// In what part someone comes, in words.
fn part(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::Professional => "Professional",
        ParticipantKind::Family => "Family",
        ParticipantKind::Child => "Child",
        ParticipantKind::Network => "The family's own network",
        ParticipantKind::Advocate => "Advocate",
        ParticipantKind::BusinessSupport => "Business support",
    }
}
