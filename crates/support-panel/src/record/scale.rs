//! A scaling question, whether a profile asks it or a referrer brings it.

use crate::error::Code;
use crate::wire::{Read, Reader, model, string_enum};
use crate::{Decimal, Id, Label, Text};

model! {
    /// A scaling question with its two ends in words.
    pub struct Scale checked by fits {
        /// The scale.
        [required] id: Id,
        /// The question as it is asked.
        prompt: Option<Text>,
        /// The lowest number.
        [required] min: Decimal,
        /// The highest number.
        [required] max: Decimal,
        /// The distance between two neighbouring numbers.
        [required] step: Decimal,
        /// Whether a higher number is better or worse.
        [required] higher_is: Polarity,
        /// What the two ends mean.
        anchors: Anchors,
        /// What other numbers mean, beside the two ends.
        points: Vec<ScalePoint>,
        /// Whether it is asked once, for each danger, or for each child.
        subject: Subject,
        /// Who is asked: everyone, professionals, family, parents, children, core, referrer, chair, or seats.
        asked_of: Vec<Id>,
        /// Of those, who give one number together, such as family or parents.
        together: Vec<Id>,
        /// When in the sitting it is asked: opening, closing, or a round of the council's own.
        rounds: Vec<Label>,
        /// Whether each number stays sealed until all are revealed.
        independent: Option<bool>,
        /// What is asked after a number is given.
        follow_ups: Vec<FollowUp>,
        /// A range of own ratings that counts as wide.
        wide_range: Option<Decimal>,
        /// How near to the worried end a rating must be to need an answer.
        near_worried_end: Option<Decimal>,
    }

    /// What the two ends of a scale mean.
    #[derive(Default)]
    pub struct Anchors {
        /// What the lowest number means.
        min: Option<Text>,
        /// What the highest number means.
        max: Option<Text>,
    }

    /// What a number between the two ends means.
    pub struct ScalePoint {
        /// The number.
        [required] value: Decimal,
        /// What it means.
        [required] means: Text,
    }

    /// A question that follows a number.
    pub struct FollowUp {
        /// The question.
        [required] text: Text,
        /// Which part of a rating the answer fills.
        fills: Option<Fills>,
    }
}

string_enum! {
    /// Whether a higher number is better or worse.
    pub enum Polarity {
        /// The highest number is the safest.
        Better = "better",
        /// The highest number is the most worried.
        Worse = "worse",
    }

    /// What a scale is asked about.
    pub enum Subject default Overall {
        /// The family as a whole.
        Overall = "overall",
        /// One danger and its goal.
        Entry = "entry",
        /// Each child of the case in turn.
        Child = "each_child",
    }

    /// Which part of a rating an answer fills.
    pub enum Fills {
        /// What makes the number that high.
        Reason = "reason",
        /// What would have to be seen to be one point higher.
        OnePointHigher = "one_point_higher",
        /// Where someone else would be.
        OnBehalfOf = "on_behalf_of",
    }
}

/// Id, ends and step, polarity, both anchors, the prompt where it counts, and the points from the lowest.
type Comparable<'a> = (
    &'a Id,
    [Decimal; 3],
    Polarity,
    [Option<&'a Text>; 2],
    Option<&'a Text>,
    Vec<(Decimal, &'a Text)>,
);

impl Scale {
    /// Refuses a range without numbers in it, and a step that does not divide it.
    fn fits(&self, reader: &Reader<'_>) -> Read<()> {
        let (key, found, expected) = if self.min >= self.max {
            ("max", "a maximum that is not above the minimum", "a greater one")
        } else if self.step <= Decimal::ZERO
            || !self.max.abs_diff(self.min).is_multiple_of(self.step)
        {
            ("step", "a step that does not divide the range", "one that does")
        } else {
            return Ok(());
        };
        Err(reader.fault(Code::BadScale, found, expected).inside(key))
    }

    /// How far a number is from the worried end.
    pub fn from_worried_end(&self, value: Decimal) -> Decimal {
        match self.higher_is {
            Polarity::Better => value.abs_diff(self.min),
            Polarity::Worse => value.abs_diff(self.max),
        }
    }

    /// Whether `a` is nearer the worried end than `b`.
    pub fn is_lower(&self, a: Decimal, b: Decimal) -> bool {
        match self.higher_is {
            Polarity::Better => a < b,
            Polarity::Worse => a > b,
        }
    }

    /// Whether a number is on the scale: within its ends and on a step.
    pub fn has(&self, value: Decimal) -> bool {
        let within = self.min <= value && value <= self.max;
        within && value.abs_diff(self.min).is_multiple_of(self.step)
    }

    /// Two scales are comparable only where id, min, max, step, polarity, anchors and points are the same.
    ///
    /// For one that came with a referral the prompt counts as well; `referrer` is the id that says so.
    pub fn is_comparable(&self, other: &Self) -> bool {
        self.comparable() == other.comparable()
    }

    /// What two comparable scales have in common.
    pub(crate) fn comparable(&self) -> Comparable<'_> {
        let anchors = [self.anchors.min.as_ref(), self.anchors.max.as_ref()];
        let prompt = self.prompt.as_ref().filter(|_| self.id == Self::REFERRER);
        let mut points: Vec<_> =
            self.points.iter().map(|point| (point.value, &point.means)).collect();
        points.sort_unstable();
        (&self.id, [self.min, self.max, self.step], self.higher_is, anchors, prompt, points)
    }

    /// A key that two scales share only where they are comparable: 32 hexadecimal digits, the same in every version.
    ///
    /// It is the FNV-1a hash, of 128 bits, of what [`Scale::is_comparable`] looks at. It keeps results of different scales
    /// apart in a table; it hides nothing from someone who can guess the wording.
    ///
    /// ```
    /// let profile = support_panel::Profile::built_in("leicester-masp")?;
    /// let keys: Vec<_> = profile.scales.iter().map(|scale| scale.comparison_key()).collect();
    /// assert_eq!(keys[0].len(), 32);
    /// assert_ne!(keys[0], keys[1]);
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    pub fn comparison_key(&self) -> String {
        let (id, numbers, higher_is, [least, greatest], prompt, points) = self.comparable();
        let numbers = numbers.map(|number| number.to_string());
        let words = [Some(id.as_str()), Some(higher_is.as_str())];
        let texts = [least, greatest, prompt].map(|text| text.map(Text::as_str));
        let mut hash = FNV_OFFSET;
        // A scale without points has the key that it always had.
        let points: Vec<_> =
            points.into_iter().map(|(value, means)| (value.to_string(), means.as_str())).collect();
        let points = points.iter().flat_map(|(value, means)| [Some(value.as_str()), Some(*means)]);
        let numbers = numbers.iter().map(|number| Some(number.as_str()));
        for part in numbers.chain(words).chain(texts).chain(points) {
            // No byte of UTF-8 is 0xFE or 0xFF: what is absent is not empty, and nothing runs into its neighbour.
            let (bytes, end) = part.map_or((&[][..], 0xFE), |part| (part.as_bytes(), 0xFF));
            for byte in bytes.iter().chain([&end]) {
                hash = (hash ^ u128::from(*byte)).wrapping_mul(FNV_PRIME);
            }
        }
        format!("{hash:032x}")
    }

    /// The id under which a sitting names the referrer's own scale.
    pub const REFERRER: &'static str = "referrer";
}

/// The two constants of FNV-1a at 128 bits (RFC 9923, section 5).
const FNV_OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
