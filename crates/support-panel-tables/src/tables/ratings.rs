use super::context::Context;
use super::table;
use crate::column::{Flag, Long, Maybe, Number, Plain, Recurring, Time, Utf8, Whole, Word};
use support_panel::record::{OnBehalfOf, ParticipantKind, Polarity, Scale, Side};

table! {
    /// One row for each number given on a scale.
    ratings<'a> {
        /// The record.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The sitting's index in the record's list, from 0: one asking of one scale.
        sitting: Plain<Whole>,
        /// The rating's index in its round, from 0.
        position: Plain<Whole>,
        /// The scale, as the profile names it, or `referrer`.
        scale: Recurring,
        /// The question as the profile puts it; empty for `referrer`.
        scale_title: Maybe<Recurring>,
        /// Equal only where scales are comparable; numbers of different keys must not be pooled. Empty where the scale is not known.
        scale_key: Maybe<Recurring>,
        /// The lowest number of the scale.
        scale_min: Maybe<Plain<Number>>,
        /// The highest number of the scale.
        scale_max: Maybe<Plain<Number>>,
        /// Whether a higher number is better or worse.
        higher_is: Maybe<Word<Polarity>>,
        /// Opening, closing, or a round of the council's own.
        round: Maybe<Recurring>,
        /// The danger it was asked about, where the scale belongs to one.
        about: Maybe<Utf8>,
        /// When the numbers were shown.
        revealed_at: Maybe<Plain<Time>>,
        /// The participant who gave the number.
        rated_by: Utf8,
        /// In what part that participant comes.
        rater_kind: Maybe<Word<ParticipantKind>>,
        /// On which side of the table that participant sits.
        rater_side: Maybe<Word<Side>>,
        /// Whether it is the rater's own place, not a guess at someone else's.
        own: Flag,
        /// The person whose place was guessed.
        guessed_person: Maybe<Utf8>,
        /// The participant whose place was guessed.
        guessed_participant: Maybe<Utf8>,
        /// On which side of the table the one sits whom the number is about: the rater, or whoever was guessed about.
        /// Someone whom the record does not know is other.
        side: Word<Side>,
        /// The number.
        value: Plain<Number>,
        /// How far the number is from the worried end of its scale.
        from_worried_end: Maybe<Plain<Number>>,
        /// Whether a reason was given.
        has_reason: Flag,
        /// When it was given.
        rated_at: Maybe<Plain<Time>>,
        /// How many times it was changed.
        amendments: Plain<Whole>,
        /// How many of those asked gave no number in this sitting.
        sitting_abstentions: Plain<Whole>,
        /// What makes the number that high.
        [text] reason: Maybe<Utf8>,
        /// What would have to be seen to be one point higher.
        [text] one_point_higher: Maybe<Utf8>,
        /// Whose place was guessed, in words.
        [text] guessed_other: Maybe<Utf8>,
        /// The council's own data on the rating, as JSON.
        [text] extensions: Maybe<Utf8>,
    }
}

/// The keys of the scales that were met last: most records are asked the same questions.
#[derive(Default)]
pub(crate) struct Keys(Vec<(Scale, String)>);

impl Keys {
    /// As many as a council has scales, and some that came with a referral.
    const MOST: usize = 16;

    fn of(&mut self, scale: &Scale) -> &str {
        let known = self.0.iter().position(|(known, _)| known.is_comparable(scale));
        let index = known.unwrap_or_else(|| {
            if self.0.len() == Self::MOST {
                self.0.clear();
            }
            self.0.push((scale.clone(), scale.comparison_key()));
            self.0.len() - 1
        });
        self.0.get(index).map_or("", |(_, key)| key)
    }
}

pub(super) fn add(ratings: &mut Columns, keys: &mut Keys, context: &Context<'_>) {
    for (sitting, asked) in context.record().scaling.iter().enumerate() {
        if asked.ratings.is_empty() {
            continue;
        }
        let scale = context.profile().scale_of(context.record(), &asked.scale);
        // The referrer's own scale is no scale of the profile, and its question is free text.
        let prompt = context.profile().scale(&asked.scale).and_then(|scale| scale.prompt.as_ref());
        let prompt = prompt.map(|prompt| prompt.as_str());
        let key = scale.map(|scale| keys.of(scale));
        for (position, rating) in asked.ratings.iter().enumerate() {
            let rater = context.participant(Some(&rating.by));
            let guessed = rating.on_behalf_of.as_ref();
            ratings.push(Row {
                record_id: context.id(),
                file: context.file(),
                line: context.line,
                sitting,
                position,
                scale: &asked.scale,
                scale_title: prompt,
                scale_key: key,
                scale_min: scale.map(|scale| scale.min),
                scale_max: scale.map(|scale| scale.max),
                higher_is: scale.map(|scale| scale.higher_is),
                round: asked.round.as_deref(),
                about: asked.about.as_deref(),
                revealed_at: asked.revealed_at,
                rated_by: &rating.by,
                rater_kind: rater.map(|rater| rater.kind),
                rater_side: rater.map(|rater| rater.side()),
                own: rating.is_own(),
                guessed_person: guessed.and_then(|whose| match whose {
                    OnBehalfOf::Person(id) => Some(id.as_str()),
                    _ => None,
                }),
                guessed_participant: guessed.and_then(|whose| match whose {
                    OnBehalfOf::Participant(id) => Some(id.as_str()),
                    _ => None,
                }),
                side: context.view.side_of(rating),
                value: rating.value,
                from_worried_end: scale.map(|scale| scale.from_worried_end(rating.value)),
                has_reason: rating.reason.as_ref().is_some_and(|text| !text.is_blank()),
                rated_at: rating.at,
                amendments: rating.amended.len(),
                sitting_abstentions: asked.abstentions.len(),
                reason: rating.reason.as_ref().map(|text| text.as_str()),
                one_point_higher: rating.one_point_higher.as_ref().map(|text| text.as_str()),
                guessed_other: guessed.and_then(|whose| match whose {
                    OnBehalfOf::Other(text) => Some(text.as_str()),
                    _ => None,
                }),
                extensions: rating.extensions.as_json(),
            });
        }
    }
}
