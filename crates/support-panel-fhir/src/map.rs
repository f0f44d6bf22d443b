//! The map: the profile's columns as a form, and what was said as its answers.

use crate::ids::{Kind, to_family, urn};
use crate::node::{Node, date, flag, list, object, text, word};
use crate::{Resource, Source};
use support_panel::record::{Category, Entry, MeetingStatus};

pub(crate) fn resources(source: Source<'_>) -> Vec<Resource> {
    let record = source.record;
    // The form is the profile's own: the same in each Bundle under that profile.
    let form = Resource {
        url: form_url(source),
        content: match form(source) {
            Some(form) => form,
            None => return Vec::new(),
        },
        says_something: false,
    };
    let map = Resource::said(record, Kind::Map, "", response(source));
    [form].into_iter().chain(map).collect()
}

fn form_url(source: Source<'_>) -> String {
    let mut of_profile = source.record.clone();
    // No record's id is empty.
    of_profile.id = source.profile.id.clone();
    urn(&of_profile, Kind::Questionnaire, &source.profile.version)
}

/// A group of the form: a column, or what no column holds.
struct Group<'a> {
    link: String,
    heading: &'a str,
    categories: Vec<(Category, String)>,
}

/// The columns in the profile's order, and last the categories that none of them holds, so that every entry has its place.
fn groups(source: Source<'_>) -> Vec<Group<'_>> {
    let label = |category: Category| {
        let label = source.profile.label_of(category).map(str::to_owned);
        (category, label.unwrap_or_else(|| category.as_str().replace('_', " ")))
    };
    let mut groups: Vec<_> = source
        .profile
        .columns
        .iter()
        .map(|column| Group {
            link: format!("column:{}", column.id),
            heading: column.heading.as_ref().map_or(column.id.as_str(), |text| text.as_str()),
            categories: column.categories.iter().map(|category| label(category.id)).collect(),
        })
        .collect();
    let elsewhere: Vec<_> = Category::ALL
        .iter()
        .copied()
        .filter(|category| source.profile.column_of(*category).is_none())
        .map(label)
        .collect();
    if !elsewhere.is_empty() {
        groups.push(Group {
            link: "elsewhere".to_owned(),
            heading: "Elsewhere",
            categories: elsewhere,
        });
    }
    // FHIR lets no group be without items.
    groups.retain(|group| !group.categories.is_empty());
    groups
}

fn form(source: Source<'_>) -> Option<Node> {
    let question = |(category, label): &(Category, String)| {
        object([
            ("linkId", word(category.as_str())),
            ("text", text(label)),
            ("type", word("text")),
            ("repeats", flag(true)),
        ])
    };
    let group = |group: &Group<'_>| {
        object([
            ("linkId", word(&group.link)),
            ("text", text(group.heading)),
            ("type", word("group")),
            ("item", list(group.categories.iter().map(question))),
        ])
    };
    object([
        ("resourceType", word("Questionnaire")),
        ("url", word(&form_url(source))),
        ("version", word(&source.profile.version)),
        ("title", source.profile.title.as_ref().and_then(|title| text(title.as_str()))),
        ("status", word("active")),
        ("subjectType", list([word("Group")])),
        ("item", list(groups(source).iter().map(group))),
    ])
}

fn response(source: Source<'_>) -> Option<Node> {
    let record = source.record;
    let on_map: Vec<&Entry> = record.mapping.iter().filter(|entry| entry.is_on_map()).collect();
    let question = |(category, label): &(Category, String)| {
        let answers = on_map.iter().filter(|entry| entry.category == *category);
        let answers = list(answers.map(|entry| answer(source, entry)))?;
        object([
            ("linkId", word(category.as_str())),
            ("text", text(label)),
            ("answer", Some(answers)),
        ])
    };
    let group = |group: &Group<'_>| {
        let questions = list(group.categories.iter().map(question))?;
        object([
            ("linkId", word(&group.link)),
            ("text", text(group.heading)),
            ("item", Some(questions)),
        ])
    };
    let items = list(groups(source).iter().map(group))?;
    let is_over = record.meeting.status == Some(MeetingStatus::Concluded);
    object([
        ("resourceType", word("QuestionnaireResponse")),
        ("identifier", source.people.identifier("map", &record.id)),
        ("questionnaire", word(&form_url(source))),
        ("status", word(if is_over { "completed" } else { "in-progress" })),
        ("subject", to_family(record)),
        ("authored", record.meeting.held_on.and_then(date)),
        ("item", Some(items)),
    ])
}

/// What was said, and whom it is not for, in brackets that survive where labels are dropped.
fn answer(source: Source<'_>, entry: &Entry) -> Option<Node> {
    let said =
        entry.text.as_ref().map(|text| text.as_str()).filter(|text| !text.trim().is_empty())?;
    let words = match source.not_for.entry(entry) {
        Some(not_for) => format!("{said} [{not_for}]"),
        None => said.to_owned(),
    };
    object([("valueString", text(&words))])
}
