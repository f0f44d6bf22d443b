//! Each scale as it was asked: its question, its two ends, and where people stand, the lowest first and never a mean.

use super::copy::THE_PANEL;
use super::document::{Block, Lane, Line, Table, Words};
use super::map::nothing;
use super::source::{Source, day};
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
        blocks.push(nothing());
    }
    blocks.insert(0, heading);
    blocks
}

fn asked(source: &Source<'_>, sitting: &ScalingRound) -> Vec<Block> {
    let scale = source.profile.scale_of(source.record, &sitting.scale);
    let prompt = scale.and_then(|scale| scale.prompt.as_ref());
    let mut blocks = vec![Block::Heading(
        3,
        prompt.map_or_else(
            || Words::code(sitting.scale.as_str()),
            |prompt| Words::said(Some(prompt)),
        ),
    )];

    let mut facts = Vec::new();
    if let Some(entry) = sitting.about.as_ref().and_then(|id| source.view.entry(id)) {
        facts.push((Words::own("About"), Words::said(entry.text.as_ref())));
    }
    if sitting.scale == *Scale::REFERRER {
        facts.push((
            Words::own("Whose question"),
            Words::own(source.for_family_or("the worker's own", "the referrer's own")),
        ));
    }
    facts.push((
        Words::own("Asked"),
        sitting
            .round
            .as_ref()
            .map_or_else(Words::absent, |round| Words::code(&round.as_str().replace('_', " "))),
    ));
    match scale {
        Some(scale) => {
            facts.push((
                Words::own(format!("{} means", scale.min)),
                Words::said(scale.anchors.min.as_ref()),
            ));
            facts.push((
                Words::own(format!("{} means", scale.max)),
                Words::said(scale.anchors.max.as_ref()),
            ));
            if scale.higher_is == Polarity::Worse {
                facts.push((
                    Words::own("Mind"),
                    Words::own("on this scale a higher number is more worried"),
                ));
            }
        }
        None => facts.push((Words::own("What its two ends mean"), Words::absent())),
    }
    blocks.push(Block::Facts(facts));
    if source.is_for_family() {
        blocks.push(Block::List(for_family(source, scale, sitting)));
        return blocks;
    }
    blocks.extend(scale.and_then(|scale| line(source, scale, sitting)).map(Block::Line));

    for (side, heading) in [
        (Side::Family, "Own numbers: family"),
        (Side::Professional, "Own numbers: professionals"),
        (Side::Other, "Own numbers: others"),
    ] {
        let ratings: Vec<_> = sitting
            .ratings
            .iter()
            .filter(|rating| rating.is_own() && source.view.side_of(rating) == side)
            .collect();
        blocks.extend(own(source, scale, ratings, heading));
    }
    blocks.extend(guessed(source, scale, sitting));
    if !sitting.abstentions.is_empty() {
        blocks.push(Block::Heading(4, Words::own("Abstentions")));
        let listed = sitting.abstentions.iter();
        blocks.push(Block::List(
            listed
                .map(|abstention| {
                    source
                        .name_and_agency(&abstention.by)
                        .and(": ")
                        .then(Words::said(abstention.reason.as_ref()))
                })
                .collect(),
        ));
    }
    if sitting.ratings.is_empty() && sitting.abstentions.is_empty() {
        blocks.push(Block::Paragraph(Words::own("No numbers were recorded.")));
    }
    blocks
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
        who.and(" gave no number: ").then(Words::said(abstention.reason.as_ref()))
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
    words = words.and(&format!(" {}", rating.value));
    for (text, lead) in [(&rating.reason, ". "), (&rating.one_point_higher, ". One point better: ")]
    {
        if said(text.as_ref()) {
            words = words.and(lead).then(Words::said(text.as_ref()));
        }
    }
    words
}

/// From where to where professionals stood, and the reason at the worried end.
fn span(scale: Option<&Scale>, numbers: &[&Rating]) -> Option<Words> {
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

fn own(
    source: &Source<'_>,
    scale: Option<&Scale>,
    mut ratings: Vec<&Rating>,
    heading: &'static str,
) -> Vec<Block> {
    ratings.sort_by(|a, b| lower_first(scale, a.value, b.value));
    let (Some(lowest), Some(highest)) = (ratings.first(), ratings.last()) else {
        return Vec::new();
    };
    let mut words = match ratings.len() {
        1 => Words::label("One number:").and(&format!("{}.", lowest.value)),
        _ if lowest.value == highest.value => {
            Words::label("Spread:").and(&format!("none, all at {}.", lowest.value))
        }
        _ => Words::label("Spread:").and(&format!("from {} to {}.", lowest.value, highest.value)),
    };
    for lowest in ratings.iter().filter(|rating| {
        rating.value == lowest.value && scale.is_some() && lowest.value != highest.value
    }) {
        words = words
            .and(" ")
            .then(Words::label("Lowest:"))
            .and(&format!("{}, ", lowest.value))
            .then(source.name_and_agency(&lowest.by));
        words = words.and(": ").then(Words::said(lowest.reason.as_ref())).and(".");
    }
    let ups = ratings.iter().any(|rating| said(rating.one_point_higher.as_ref()));
    let mut head = vec!["Who", "Number", "What makes it that high"];
    if ups {
        head.push("What would be one point higher");
    }
    let rows = ratings.iter().map(|rating| {
        let mut row = vec![
            source.name_and_agency(&rating.by),
            number(source, rating),
            Words::said(rating.reason.as_ref()),
        ];
        if ups {
            row.push(Words::said(rating.one_point_higher.as_ref()));
        }
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
        words
            .and(" (was ")
            .then(was)
            .and(&format!(" until {}: ", day(before.at.date())))
            .then(Words::said(before.why.as_ref()))
            .and(")")
    })
}

/// Where people thought that somebody else would be, beside that person's own number.
fn guessed(source: &Source<'_>, scale: Option<&Scale>, sitting: &ScalingRound) -> Vec<Block> {
    let heading = "Numbers guessed for somebody else";
    let mut blocks = Vec::new();
    for (side, caption) in [
        (Side::Family, "Guessed for the family"),
        (Side::Professional, "Guessed for professionals"),
        (Side::Other, "Guessed for others"),
    ] {
        let mut ratings: Vec<_> = sitting
            .ratings
            .iter()
            .filter(|rating| !rating.is_own() && source.view.side_of(rating) == side)
            .collect();
        if ratings.is_empty() {
            continue;
        }
        ratings.sort_by(|a, b| lower_first(scale, a.value, b.value));
        let rows = ratings.into_iter().map(|rating| {
            let own = sitting
                .ratings
                .iter()
                .find(|own| own.is_own() && is_about(source, rating, &own.by));
            vec![
                whose(source, rating),
                number(source, rating),
                source.name_and_agency(&rating.by),
                Words::said(rating.reason.as_ref()),
                own.map_or_else(
                    || Words::own("none given"),
                    |own| Words::own(own.value.to_string()),
                ),
            ]
        });
        let head = vec!["For whom", "Guessed", "By whom", "Why", "Their own number"];
        if blocks.is_empty() {
            blocks.push(Block::Heading(4, Words::own(heading)));
        }
        blocks.push(Block::Table(Table::new(caption, head, rows.collect())));
    }
    blocks
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
fn lower_first(scale: Option<&Scale>, a: Decimal, b: Decimal) -> Ordering {
    match scale {
        Some(Scale { higher_is: Polarity::Worse, .. }) => b.cmp(&a),
        _ => a.cmp(&b),
    }
}

/// The scale with how many stand at each of its numbers; none where it has too many to draw.
fn line(source: &Source<'_>, scale: &Scale, sitting: &ScalingRound) -> Option<Line> {
    let numbers = numbers(scale)?;
    let lanes = [
        ("Family", true, Side::Family),
        ("Professionals", true, Side::Professional),
        ("Others", true, Side::Other),
        ("Guessed for the family", false, Side::Family),
        ("Guessed for professionals", false, Side::Professional),
        ("Guessed for others", false, Side::Other),
    ];
    let lanes = lanes.into_iter().map(|(name, own, side)| {
        let of_lane =
            |rating: &&Rating| rating.is_own() == own && source.view.side_of(rating) == side;
        let counts = numbers.iter().map(|number| {
            sitting.ratings.iter().filter(of_lane).filter(|rating| rating.value == *number).count()
        });
        Lane { name, counts: counts.collect() }
    });
    let lanes: Vec<_> = lanes.filter(|lane| lane.counts.iter().any(|count| *count > 0)).collect();
    let numbers = numbers.iter().map(Decimal::to_string).collect();
    (!lanes.is_empty()).then_some(Line { numbers, lanes })
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
