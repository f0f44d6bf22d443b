//! Each number as it was given, and each abstention. Nothing is added up, and nothing is rated.

use crate::elements::{SYSTEM, coding, concept, note};
use crate::ids::{Kind, to, to_family};
use crate::node::{Node, date, instant, list, number, object, text, word};
use crate::{Resource, Source};
use std::collections::BTreeMap;
use support_panel::record::{Abstention, Fills, OnBehalfOf, Rating, Scale, ScalingRound};
use support_panel::report::THE_PANEL;

pub(crate) fn resources(source: Source<'_>) -> Vec<Resource> {
    let mut names = Names::default();
    let rounds = source.record.scaling.iter();
    rounds.flat_map(|round| of_round(source, round, &mut names)).collect()
}

fn of_round(source: Source<'_>, round: &ScalingRound, names: &mut Names) -> Vec<Resource> {
    let record = source.record;
    let scale = source.profile.scale_of(record, &round.scale);
    let mut resources = Vec::new();
    for rating in &round.ratings {
        let whose = match &rating.on_behalf_of {
            Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => id.as_str(),
            Some(OnBehalfOf::Other(words)) => words.as_str(),
            None => "",
        };
        let name = names.of(Kind::Rating, round, &rating.by, whose);
        let content = of_rating(source, round, scale, rating);
        resources.extend(Resource::said(record, Kind::Rating, &name, content));
    }
    for abstention in &round.abstentions {
        let name = names.of(Kind::Abstention, round, &abstention.by, "");
        let content = of_abstention(source, round, scale, abstention);
        resources.extend(Resource::said(record, Kind::Abstention, &name, content));
    }
    resources
}

/// What tells numbers apart: a number has no id of its own, and its place in a list differs from reader to reader.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    /// Who gave it, of what, when and for whom; and which it is of those that agree in that.
    fn of(&mut self, kind: Kind, round: &ScalingRound, by: &str, whose: &str) -> String {
        let (label, about) = (round.round.as_deref(), round.about.as_deref());
        let parts =
            [kind.as_str(), &round.scale, label.unwrap_or(""), about.unwrap_or(""), by, whose];
        let name = parts.join("\n");
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        format!("{name}\n{count}")
    }
}

/// What every observation of a round has in common.
fn observation(
    source: Source<'_>,
    round: &ScalingRound,
    scale: Option<&Scale>,
    not_for: Option<String>,
    by: &str,
    members: impl IntoIterator<Item = (&'static str, Option<Node>)>,
) -> Option<Node> {
    let prompt = scale.and_then(|scale| scale.prompt.as_ref()).map(|prompt| prompt.as_str());
    let system = format!("{SYSTEM}/scale/{}", source.record.profile.id);
    let code = object([
        ("coding", list([coding(&system, &round.scale, None)])),
        ("text", prompt.and_then(text)),
    ]);
    let head = [
        ("resourceType", word("Observation")),
        ("meta", source.meta(not_for)),
        ("status", word("final")),
        ("category", list([round.round.as_deref().and_then(concept)])),
        ("code", code),
        ("subject", to_family(source.record)),
        ("performer", list([source.people.to(by)])),
    ];
    object(head.into_iter().chain(members))
}

fn of_rating(
    source: Source<'_>,
    round: &ScalingRound,
    scale: Option<&Scale>,
    rating: &Rating,
) -> Option<Node> {
    // Only the working record has times.
    let at = rating.at.or(round.revealed_at).filter(|_| source.people.is_working);
    let given = at.and_then(instant);
    let given = given.or_else(|| source.record.meeting.held_on.and_then(date));
    let wording = |fills: Fills, otherwise: &'static str| {
        let mut asked = scale.into_iter().flat_map(|scale| &scale.follow_ups);
        let asked = asked.find(|question| question.fills == Some(fills));
        asked.map_or(otherwise, |question| question.text.as_str()).to_owned()
    };
    let component = |words: String, said: Option<&support_panel::Text>| {
        let said = said.and_then(|said| text(said.as_str()))?;
        object([("code", concept(&words)), ("valueString", Some(said))])
    };
    observation(
        source,
        round,
        scale,
        source.not_for.rating(rating, round),
        &rating.by,
        [
            ("focus", list([about(source, round, rating)])),
            ("effectiveDateTime", given),
            ("valueQuantity", object([("value", number(rating.value))])),
            ("method", method(rating)),
            ("referenceRange", list([scale.and_then(range)])),
            (
                "component",
                list([
                    component(
                        wording(Fills::Reason, "What makes it that high"),
                        rating.reason.as_ref(),
                    ),
                    component(
                        wording(Fills::OnePointHigher, "What would have to be seen"),
                        rating.one_point_higher.as_ref(),
                    ),
                ]),
            ),
        ],
    )
}

/// Whose place was guessed; else the goal that the number was given about, where it was given about one.
fn about(source: Source<'_>, round: &ScalingRound, rating: &Rating) -> Option<Node> {
    match &rating.on_behalf_of {
        Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => source.people.to(id),
        Some(OnBehalfOf::Other(words)) => crate::elements::named(words.as_str()),
        None => {
            let id = round.about.as_deref()?;
            let goals = crate::plan::goals_of(source.record);
            let goal = goals.into_iter().find(|goal| goal.id == *id)?;
            to(source.record, Kind::Goal, &goal.id)
        }
    }
}

/// Whether the number is the rater's own. The two are never pooled unasked.
fn method(rating: &Rating) -> Option<Node> {
    let (code, words) = match (&rating.on_behalf_of, rating.by == *THE_PANEL) {
        (_, true) => ("span", "One end of the numbers that the panel gave"),
        (Some(_), false) => ("guess", "Where they thought someone else would be"),
        (None, false) => ("own", "Their own number"),
    };
    let coding = coding(&format!("{SYSTEM}/given-as"), code, None);
    object([("coding", list([coding])), ("text", word(words))])
}

/// The scale from end to end, with what its ends mean.
fn range(scale: &Scale) -> Option<Node> {
    let end = |value, words: Option<&support_panel::Text>| {
        words.map_or(format!("{value}"), |words| format!("{value}: {}", words.as_str()))
    };
    let words = format!(
        "{}; {}",
        end(scale.min, scale.anchors.min.as_ref()),
        end(scale.max, scale.anchors.max.as_ref())
    );
    object([
        ("low", object([("value", number(scale.min))])),
        ("high", object([("value", number(scale.max))])),
        ("text", text(&words)),
    ])
}

fn of_abstention(
    source: Source<'_>,
    round: &ScalingRound,
    scale: Option<&Scale>,
    abstention: &Abstention,
) -> Option<Node> {
    let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    let declined = coding(system, "asked-declined", Some("Asked But Declined"));
    observation(
        source,
        round,
        scale,
        source.not_for.abstention(abstention, round),
        &abstention.by,
        [
            ("effectiveDateTime", source.record.meeting.held_on.and_then(date)),
            ("dataAbsentReason", object([("coding", list([declined]))])),
            ("note", list([abstention.reason.as_ref().and_then(|reason| note(reason.as_str()))])),
        ],
    )
}
