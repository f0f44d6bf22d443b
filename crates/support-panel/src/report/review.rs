//! Last time and now: the same rater's numbers side by side, what became of each action, and what moved.

use super::clock::day;
use super::copy::THE_PANEL;
use super::document::{Block, Document, Table, Words};
use super::head::{about_the_record, document, head};
use super::source::{Source, day_or_absent};
use super::{decision, map, plan, scales};
use crate::Decimal;
use crate::record::{Category, Polarity, Rating, Scale, ScalingRound};

pub(super) fn paper(source: &Source<'_>, previous: &Source<'_>) -> Document {
    let mut blocks = vec![head(source)];
    blocks.extend(decision::decision(source));
    blocks.extend(became(source, previous));
    blocks.extend(numbers(source, previous));
    blocks.extend(moved(source, previous));
    blocks.extend(decision::next(source));
    blocks.extend(about_the_record(source));
    if source.is_for_family() {
        blocks.extend(decision::contact(source));
    }
    document(source, source.for_family_or("Then and now", "Review"), blocks)
}

/// What became of each action of last time. A family's copies show of both records only what both show.
fn became(source: &Source<'_>, previous: &Source<'_>) -> Vec<Block> {
    let rows = previous.record.actions.iter().filter_map(|before| {
        let carried = |id: &crate::Id| *id == before.id;
        let now = source.record.actions.iter().find(|action| {
            carried(&action.id)
                || action.carried_from.as_ref().is_some_and(|from| carried(&from.action))
        });
        if source.is_for_family() && now.is_none() {
            return None;
        }
        let progress = match now {
            Some(now) => Words::own(plan::status(now)),
            None if before.is_live() => Words::own("Not carried forward"),
            None => Words::own(plan::status(before)),
        };
        let shown = now.unwrap_or(before);
        let on = shown.done_on.map(|on| format!(", {}", day(on))).unwrap_or_default();
        let outcome = shown.outcome.as_ref().map(|outcome| Words::said(Some(outcome)));
        Some(vec![
            Words::said(before.text.as_ref()).but(source.action_not_for(shown)),
            plan::who(previous, before),
            plan::by_when(previous, before).unwrap_or_default(),
            progress.and(on),
            outcome.unwrap_or_default(),
        ])
    });
    let head = vec!["What", "Who", "By when", "Now", "What came of it"];
    vec![
        Block::Heading(2, Words::own("What became of each action")),
        Block::Table(Table::new("What became of each action", head, rows.collect())),
    ]
}

/// Each scale that was asked both times: no one is compared with anyone else.
fn numbers(source: &Source<'_>, previous: &Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for now in &source.record.scaling {
        let scale = source.profile.scale_of(source.record, &now.scale);
        let before = previous.record.scaling.iter().find(|before| {
            let theirs = previous.profile.scale_of(previous.record, &before.scale);
            before.scale == now.scale
                && before.round == now.round
                && before.about == now.about
                && scale.zip(theirs).is_some_and(|(a, b)| a.is_comparable(b))
        });
        let (Some(scale), Some(before)) = (scale, before) else { continue };
        let rows = compared(source, scale, before, now);
        if rows.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(3, scales::question(source, now)));
        let [least, greatest] = [scale.min, scale.max];
        blocks.push(Block::Facts(
            [(least, &scale.anchors.min), (greatest, &scale.anchors.max)]
                .map(|(number, text)| {
                    let means = match now.scale == *Scale::REFERRER {
                        true => Words::said(text.as_ref()),
                        false => Words::council(text.as_ref()),
                    };
                    (Words::own(format!("{number} means")), means)
                })
                .into(),
        ));
        let head = vec!["Who", "Last time", "Now", "Change", "Why"];
        blocks.push(Block::Table(Table::new("Last time and now", head, rows)));
    }
    if !blocks.is_empty() {
        let heading = source.for_family_or("Your numbers, last time and now", "Last time and now");
        blocks.insert(0, Block::Heading(2, Words::own(heading)));
    }
    blocks
}

/// A rater's last number stands only beside their own of today.
fn compared(
    source: &Source<'_>,
    scale: &Scale,
    before: &ScalingRound,
    now: &ScalingRound,
) -> Vec<Vec<Words>> {
    let own = |round: &'_ ScalingRound, rating: &Rating| {
        let same = |other: &&Rating| other.is_own() && other.by == rating.by;
        round.ratings.iter().find(same).map(|rating| rating.value)
    };
    let raters = now.ratings.iter().filter(|rating| rating.is_own() && rating.by != *THE_PANEL);
    let mut raters: Vec<_> =
        raters.filter_map(|rating| Some((rating, own(before, rating)?))).collect();
    raters.sort_by(|(a, _), (b, _)| scales::worried_first(Some(scale), a.value, b.value));
    let rows = raters.into_iter().map(|(rating, last)| {
        let why = rating.reason.as_ref().map(|reason| Words::said(Some(reason)));
        vec![
            source.name_and_agency(&rating.by),
            Words::own(last.to_string()),
            Words::own(rating.value.to_string()),
            Words::own(change(scale, last, rating.value)),
            why.unwrap_or_default().but(source.rating_not_for(rating, now)),
        ]
    });
    rows.collect()
}

/// How a number moved, the right way round for its scale.
fn change(scale: &Scale, last: Decimal, now: Decimal) -> String {
    let is_better = match scale.higher_is {
        Polarity::Better => now > last,
        Polarity::Worse => now < last,
    };
    match (last == now, is_better) {
        (true, _) => "the same".to_owned(),
        (false, true) => format!("{} better", now.abs_diff(last)),
        (false, false) => format!("{} more worried", now.abs_diff(last)),
    }
}

/// Goals met and dangers past since last time, and for professionals what is new on the map.
fn moved(source: &Source<'_>, previous: &Source<'_>) -> Vec<Block> {
    let before = |id: &crate::Id| previous.record.mapping.iter().find(|entry| entry.id == *id);
    let mut items = Vec::new();
    for entry in &source.order {
        let Some(earlier) = before(&entry.id) else {
            if !source.is_for_family() {
                let new = Words::label("New:").then(map::numbered(source, entry));
                items.push(new.but(source.entry_not_for(entry)));
            }
            continue;
        };
        if entry.is_settled() && !earlier.is_settled() {
            let label = match entry.category {
                Category::Goal => "Met:",
                _ => "No longer a worry:",
            };
            let on = entry.settled.on.map(|on| day_or_absent(Some(on)));
            let how = entry.settled.how.as_ref().map(|how| Words::said(Some(how)));
            let more = Words::all(on.into_iter().chain(how).collect(), ", ");
            let words = Words::label(label).then(map::numbered(source, entry));
            let words = words.but(source.entry_not_for(entry));
            let more = if more.is_empty() { more } else { Words::own(" – ").then(more) };
            items.push(words.then(more));
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, Words::own("What has moved")), Block::List(items)]
}
