//! Each scale, each time it was asked: its question, its two ends, and where people stand, the most worried first and never
//! a mean.

use super::clock::day;
use super::copy::THE_PANEL;
use super::document::{Block, Lane, Line, Marks, Table, Words};
use super::source::Source;
use crate::record::{OnBehalfOf, Polarity, Rating, Scale, ScalingRound};
use crate::scaling::Side;
use crate::{Decimal, Text};
use std::cmp::Ordering;

/// More numbers than this are not drawn as a line: the tables say it all.
const MOST_NUMBERS: usize = 21;

pub(super) fn scales(source: &Source<'_>) -> Vec<Block> {
    let heading = Block::Heading(
        2,
        Words::own(source.for_family_or("Where we put ourselves on the scale", "Scaling")),
    );
    let rounds = source.record.scaling.iter();
    let mut blocks: Vec<_> = rounds.flat_map(|round| asked(source, round)).collect();
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(Words::absent()));
    }
    blocks.insert(0, heading);
    blocks
}

/// What a number means, the right way round for its scale.
pub(super) struct Wording {
    /// Why the number is not nearer the worried end, as the scale asks it.
    pub(super) reason: &'static str,
    /// What would be one step nearer the other end.
    pub(super) one_better: &'static str,
}

/// Which words a scale asks for: on one where a higher number is worse, nothing is "that high".
pub(super) fn wording(scale: Option<&Scale>) -> Wording {
    match scale.map(|scale| scale.higher_is) {
        Some(Polarity::Worse) => Wording {
            reason: "What keeps it from being higher",
            one_better: "What would be one point better",
        },
        _ => Wording {
            reason: "What makes it that high",
            one_better: "What would be one point higher",
        },
    }
}

/// The question, as a heading.
pub(super) fn question(source: &Source<'_>, round: &ScalingRound) -> Words {
    let scale = source.profile.scale_of(source.record, &round.scale);
    match scale.and_then(|scale| scale.prompt.as_ref()) {
        // The referrer's own question is a person's words, and no council's.
        Some(prompt) if round.scale == *Scale::REFERRER => Words::said(Some(prompt)),
        Some(prompt) => Words::council(Some(prompt)),
        None => Words::code(round.scale.as_str()),
    }
}

fn anchor(round: &ScalingRound, text: Option<&Text>) -> Words {
    if round.scale == *Scale::REFERRER { Words::said(text) } else { Words::council(text) }
}

fn asked(source: &Source<'_>, round: &ScalingRound) -> Vec<Block> {
    let scale = source.profile.scale_of(source.record, &round.scale);
    let mut blocks = vec![Block::Heading(3, question(source, round))];
    blocks.push(Block::Facts(about(source, scale, round)));
    if source.is_for_family() {
        blocks.push(Block::List(for_family(source, scale, round)));
        return blocks;
    }
    blocks.extend(scale.and_then(|scale| line(source, scale, round)).map(Block::Line));

    for (side, heading) in [
        (Side::Family, "Family's numbers"),
        (Side::Professional, "Professionals' numbers"),
        (Side::Other, "Others' numbers"),
    ] {
        let ratings: Vec<_> = round
            .ratings
            .iter()
            .filter(|rating| rating.is_own() && source.view.side_of(rating) == side)
            .collect();
        blocks.extend(own(source, scale, round, ratings, heading));
    }
    blocks.extend(guessed(source, scale, round));
    if !round.abstentions.is_empty() {
        blocks.push(Block::Heading(4, Words::own("Gave no number")));
        blocks.push(Block::List(
            round
                .abstentions
                .iter()
                .map(|abstention| {
                    source
                        .name_and_agency(&abstention.by)
                        .and(": ")
                        .then(Words::said(abstention.reason.as_ref()))
                        .but(source.abstention_not_for(abstention, round))
                })
                .collect(),
        ));
    }
    if round.ratings.is_empty() && round.abstentions.is_empty() {
        blocks.push(Block::Paragraph(Words::own("No numbers were recorded.")));
    }
    blocks
}

/// What a scale is about, whose it is, when it was asked and what its ends mean.
fn about(source: &Source<'_>, scale: Option<&Scale>, round: &ScalingRound) -> Vec<(Words, Words)> {
    let mut facts = Vec::new();
    if let Some(about) = round.about.as_ref() {
        match source.view.entry(about) {
            Some(entry) => facts.push((Words::own("About"), Words::said(entry.text.as_ref()))),
            None if source.view.person(about).is_some() => {
                facts.push((Words::own("About"), source.name(about)));
            }
            None => {}
        }
    }
    if round.scale == *Scale::REFERRER {
        let referrer = source.record.referral.referrer.as_ref();
        let whose = referrer.map_or_else(
            || Words::own("the referrer's own"),
            |id| source.name(id).and("'s question"),
        );
        facts.push((Words::own("Whose question"), whose));
    }
    facts.push((Words::own("Asked"), when(round)));
    match scale {
        Some(scale) => {
            for (number, text) in meanings(scale) {
                facts.push((Words::own(format!("{number} means")), anchor(round, text)));
            }
            if scale.higher_is == Polarity::Worse {
                facts.push((
                    Words::own("Please note"),
                    Words::own("on this scale a higher number is more worried"),
                ));
            }
        }
        None => facts.push((Words::own("What its two ends mean"), Words::absent())),
    }
    facts
}

/// What its numbers mean, from the lowest: the two ends always, others where the council has words for them.
pub(super) fn meanings(scale: &Scale) -> Vec<(Decimal, Option<&Text>)> {
    let mut points: Vec<_> =
        scale.points.iter().map(|point| (point.value, Some(&point.means))).collect();
    points.sort_by_key(|(value, _)| *value);
    points.insert(0, (scale.min, scale.anchors.min.as_ref()));
    points.push((scale.max, scale.anchors.max.as_ref()));
    points
}

/// The same as facts, in the council's words.
pub(super) fn meanings_in_words(scale: &Scale) -> Vec<(Words, Words)> {
    let told = |(number, text): (Decimal, Option<&Text>)| {
        (Words::own(format!("{number} means")), Words::council(text))
    };
    meanings(scale).into_iter().map(told).collect()
}

/// At which point of the meeting it was asked.
pub(super) fn when(round: &ScalingRound) -> Words {
    match round.round.as_ref().map(|round| round.as_str()) {
        Some("opening") => Words::own("at the start"),
        Some("closing") => Words::own("at the end"),
        Some(other) => Words::code(&other.replace('_', " ")),
        None => Words::absent(),
    }
}

/// Each number that the copy names, and those of professionals as a span: arithmetic names people, so that nothing here
/// counts or draws them.
fn for_family(source: &Source<'_>, scale: Option<&Scale>, round: &ScalingRound) -> Vec<Words> {
    let (unnamed, named): (Vec<_>, Vec<_>) =
        round.ratings.iter().partition(|rating| rating.by == *THE_PANEL);
    let mut lines: Vec<_> = named.into_iter().map(|rating| one_number(source, rating)).collect();
    lines.extend(span(scale, &unnamed));
    lines.extend(round.abstentions.iter().map(|abstention| {
        let who = source.name(&abstention.by);
        match said(abstention.reason.as_ref()) {
            true => who.and(" gave no number: ").then(Words::said(abstention.reason.as_ref())),
            false => who.and(" gave no number"),
        }
    }));
    lines
}

fn one_number(source: &Source<'_>, rating: &Rating) -> Words {
    let mut words = source.name(&rating.by);
    if !rating.is_own() {
        words = words.and(" thought that ").then(whose(source, rating)).and(" would be at");
    } else {
        words = words.and(":");
    }
    words = words.and(format!(" {}", rating.value));
    for (text, lead) in [(&rating.reason, ". "), (&rating.one_point_higher, ". One point better: ")]
    {
        if said(text.as_ref()) {
            words = words.and(lead).then(Words::said(text.as_ref()));
        }
    }
    words
}

/// From where to where professionals stood, and the reason at the worried end.
pub(super) fn span(scale: Option<&Scale>, numbers: &[&Rating]) -> Option<Words> {
    let (first, last) = (numbers.first()?, numbers.last()?);
    let (low, high) = (first.value.min(last.value), first.value.max(last.value));
    let mut words = match low == high {
        true => Words::own(format!("Professionals said {low}")),
        false => Words::own(format!("Professionals gave numbers from {low} to {high}")),
    };
    if said(first.reason.as_ref()) && scale.is_some() {
        words = words.and(". Most worried: ").then(Words::said(first.reason.as_ref()));
    }
    Some(words)
}

/// The numbers of one side: how far apart they are and the most worried first, then each.
fn own(
    source: &Source<'_>,
    scale: Option<&Scale>,
    round: &ScalingRound,
    mut ratings: Vec<&Rating>,
    heading: &'static str,
) -> Vec<Block> {
    ratings.sort_by(|a, b| worried_first(scale, a.value, b.value));
    let (Some(lowest), Some(highest)) = (ratings.first(), ratings.last()) else {
        return Vec::new();
    };
    let words = match ratings.len() {
        1 => Words::label("One number:").and(format!("{}.", lowest.value)),
        _ if lowest.value == highest.value => {
            Words::own(format!("Everyone said {}.", lowest.value))
        }
        _ => Words::label("Spread:").and(format!("from {} to {}.", lowest.value, highest.value)),
    };
    let mut words = words.but(source.spread_not_for(&ratings, round));
    for lowest in ratings.iter().filter(|rating| {
        rating.value == lowest.value && scale.is_some() && lowest.value != highest.value
    }) {
        words = words
            .and(" ")
            .then(Words::label("Most worried:"))
            .and(format!("{}, ", lowest.value))
            .then(source.name_and_agency(&lowest.by));
        if said(lowest.reason.as_ref()) || source.blanks {
            words = words.and(": ").then(Words::said(lowest.reason.as_ref()));
        }
        words = words.and(".").but(source.rating_not_for(lowest, round));
    }
    let ups = ratings.iter().any(|rating| said(rating.one_point_higher.as_ref()));
    let Wording { reason, one_better } = wording(scale);
    let mut head = vec!["Who", "Number", reason];
    if ups {
        head.push(one_better);
    }
    head.push("Please note");
    let rows = ratings.iter().map(|rating| {
        let mut row = vec![
            source.name_and_agency(&rating.by),
            number(source, rating),
            Words::said(rating.reason.as_ref()),
        ];
        if ups {
            row.push(Words::said(rating.one_point_higher.as_ref()));
        }
        row.push(source.rating_not_for(rating, round).unwrap_or_default());
        row
    });
    let table = Table::new(heading, head, rows.collect());
    vec![Block::Heading(4, Words::own(heading)), Block::Paragraph(words), Block::Table(table)]
}

fn said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

/// The number; for professionals with what it was before.
fn number(source: &Source<'_>, rating: &Rating) -> Words {
    let now = Words::own(rating.value.to_string());
    let before = rating.amended.iter().filter(|_| !source.is_for_family());
    before.fold(now, |words, before| {
        let was = Words::known(before.value.map(|value| value.to_string()));
        let mut words =
            words.and(" (was ").then(was).and(format!(" until {}", day(before.at.date())));
        if said(before.why.as_ref()) || source.blanks {
            words = words.and(": ").then(Words::said(before.why.as_ref()));
        }
        words.and(")").but(source.not_for_all())
    })
}

/// Where people thought that someone else would be, beside that person's own number.
fn guessed(source: &Source<'_>, scale: Option<&Scale>, round: &ScalingRound) -> Vec<Block> {
    let mut ratings: Vec<_> = round.ratings.iter().filter(|rating| !rating.is_own()).collect();
    if ratings.is_empty() {
        return Vec::new();
    }
    ratings.sort_by(|a, b| worried_first(scale, a.value, b.value));
    let mut whom: Vec<String> = Vec::new();
    for rating in round.ratings.iter().filter(|rating| !rating.is_own()) {
        let name = whose(source, rating).plain();
        if !whom.contains(&name) {
            whom.push(name);
        }
    }
    // Names are people's words, and stay so.
    let names: Vec<_> = whom.iter().map(|name| Words::said_str(name)).collect();
    let heading = Words::own("Where others thought ").then(Words::listed(names)).and(" would be");
    let rows = ratings.into_iter().map(|rating| {
        let own =
            round.ratings.iter().find(|own| own.is_own() && is_about(source, rating, &own.by));
        vec![
            whose(source, rating),
            number(source, rating),
            source.name_and_agency(&rating.by),
            Words::said(rating.reason.as_ref()),
            own.map_or_else(|| Words::own("none given"), |own| Words::own(own.value.to_string())),
            source.rating_not_for(rating, round).unwrap_or_default(),
        ]
    });
    let head = vec!["Who", "Number", "Who thought so", "Why", "Their own number", "Please note"];
    vec![
        Block::Heading(4, heading),
        Block::Table(Table::new("Where others thought someone would be", head, rows.collect())),
    ]
}

fn whose(source: &Source<'_>, rating: &Rating) -> Words {
    match &rating.on_behalf_of {
        Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => source.name(id),
        Some(OnBehalfOf::Other(words)) => Words::said(Some(words)),
        None => source.name(&rating.by),
    }
}

/// Whether it is this participant's place that was guessed.
fn is_about(source: &Source<'_>, guess: &Rating, by: &crate::Id) -> bool {
    match &guess.on_behalf_of {
        Some(OnBehalfOf::Participant(id)) => id == by,
        Some(OnBehalfOf::Person(id)) => {
            source.view.participant(by).is_some_and(|p| p.person.as_ref() == Some(id))
        }
        Some(OnBehalfOf::Other(_)) | None => false,
    }
}

/// Nearest the worried end first; without a scale, by number.
pub(super) fn worried_first(scale: Option<&Scale>, a: Decimal, b: Decimal) -> Ordering {
    match scale {
        Some(Scale { higher_is: Polarity::Worse, .. }) => b.cmp(&a),
        _ => a.cmp(&b),
    }
}

/// The scale with how many stand at each of its numbers; none where it has too many to draw.
fn line(source: &Source<'_>, scale: &Scale, round: &ScalingRound) -> Option<Line> {
    let numbers = numbers(scale)?;
    let lanes = [
        ("Family", true, Side::Family),
        ("Professionals", true, Side::Professional),
        ("Others", true, Side::Other),
        ("Answered on the family's behalf", false, Side::Family),
        ("Answered on professionals' behalf", false, Side::Professional),
        ("Answered on others' behalf", false, Side::Other),
    ];
    let lanes = lanes.into_iter().filter_map(|(name, own, side)| {
        let of_lane =
            |rating: &&Rating| rating.is_own() == own && source.view.side_of(rating) == side;
        let counts = numbers.iter().map(|number| {
            round.ratings.iter().filter(of_lane).filter(|rating| rating.value == *number).count()
        });
        let counts: Vec<_> = counts.collect();
        let lane = Lane { name: Words::own(name), is_guess: !own, marks: Marks::Counts(counts) };
        matches!(&lane.marks, Marks::Counts(counts) if counts.iter().any(|count| *count > 0))
            .then_some(lane)
    });
    let lanes: Vec<_> = lanes.collect();
    (!lanes.is_empty()).then(|| Line {
        numbers: written(&numbers),
        ends: Default::default(),
        lanes,
    })
}

fn written(numbers: &[Decimal]) -> Vec<String> {
    numbers.iter().map(Decimal::to_string).collect()
}

/// The scale drawn for whoever reads the copy: with how many stand where for professionals, else with those whom the copy
/// names, and the professionals as a span.
pub(super) fn drawn(source: &Source<'_>, round: &ScalingRound) -> Option<Line> {
    let scale = source.profile.scale_of(source.record, &round.scale)?;
    let mut drawn = match source.is_for_family() {
        // A guess is often what someone told in confidence: it is no matter for a wall.
        false => line(source, scale, round).map(|line| Line {
            lanes: line.lanes.into_iter().filter(|lane| !lane.is_guess).collect(),
            ..line
        })?,
        true => {
            let numbers = numbers(scale)?;
            let at = |value: Decimal| numbers.iter().position(|number| *number == value);
            let (unnamed, named): (Vec<_>, Vec<_>) =
                round.ratings.iter().partition(|rating| rating.by == *THE_PANEL);
            let named = named.iter().filter(|rating| rating.is_own()).filter_map(|rating| {
                let name = source.name(&rating.by);
                Some(Lane { name, is_guess: false, marks: Marks::At(at(rating.value)?) })
            });
            let mut lanes: Vec<_> = named.collect();
            let span = unnamed.first().zip(unnamed.last());
            lanes.extend(span.and_then(|(first, last)| {
                let (first, last) = (at(first.value)?, at(last.value)?);
                let marks = Marks::Span(first.min(last), first.max(last));
                Some(Lane { name: Words::own("Professionals"), is_guess: false, marks })
            }));
            if lanes.is_empty() {
                return None;
            }
            Line { numbers: written(&numbers), ends: Default::default(), lanes }
        }
    };
    drawn.ends = [&scale.anchors.min, &scale.anchors.max].map(|text| anchor(round, text.as_ref()));
    Some(drawn)
}

/// A scale that is yet to be filled in.
pub(super) fn empty_line(scale: &Scale) -> Option<Line> {
    let ends = [&scale.anchors.min, &scale.anchors.max].map(|text| Words::council(text.as_ref()));
    Some(Line { numbers: written(&numbers(scale)?), ends, lanes: Vec::new() })
}

/// Who is most worried, in a sentence, for a page that has no room for tables: of a family's copy where professionals stand,
/// since no one is told who is the lowest.
pub(super) fn in_a_sentence(source: &Source<'_>, round: &ScalingRound) -> Option<Words> {
    let scale = source.profile.scale_of(source.record, &round.scale)?;
    if source.is_for_family() {
        let unnamed: Vec<_> = round.ratings.iter().filter(|r| r.by == *THE_PANEL).collect();
        return span(Some(scale), &unnamed);
    }
    let own = round.ratings.iter().filter(|rating| rating.is_own());
    let first = own.min_by(|a, b| worried_first(Some(scale), a.value, b.value))?;
    let words = Words::label("Most worried:").and(format!("{}, ", first.value));
    let words = words.then(source.name_and_agency(&first.by));
    let words = match said(first.reason.as_ref()) {
        true => words.and(": ").then(Words::said(first.reason.as_ref())),
        false => words,
    };
    Some(words.but(source.rating_not_for(first, round)))
}

/// Each number with its reason, a line each, the most worried first: for a case system.
pub(super) fn in_lines(source: &Source<'_>) -> Vec<Words> {
    let mut lines = Vec::new();
    for round in &source.record.scaling {
        let scale = source.profile.scale_of(source.record, &round.scale);
        lines.push(question(source, round).and(", asked ").then(when(round)).and(":"));
        let mut ratings: Vec<_> = round.ratings.iter().collect();
        ratings.sort_by(|a, b| worried_first(scale, a.value, b.value));
        lines.extend(
            ratings
                .into_iter()
                .map(|rating| one_number(source, rating).but(source.rating_not_for(rating, round))),
        );
        lines.extend(round.abstentions.iter().map(|abstention| {
            let said = source.name(&abstention.by).and(": no number");
            said.but(source.abstention_not_for(abstention, round))
        }));
    }
    lines
}

fn numbers(scale: &Scale) -> Option<Vec<Decimal>> {
    let mut numbers = vec![scale.min];
    while let Some(next) = numbers.last()?.checked_add(scale.step).filter(|next| *next <= scale.max)
    {
        // A referrer's scale is read as it is, even where it does not go up.
        if numbers.len() == MOST_NUMBERS || next <= scale.min {
            return None;
        }
        numbers.push(next);
    }
    (numbers.len() > 1).then_some(numbers)
}
