//! Closed lists of words, as the dictionaries of their columns.

use arrow_array::{ArrayRef, StringArray};
use std::sync::{Arc, LazyLock};
use support_panel::record::{
    Acceptance, ActionStatus, Attendance, Category, MeetingKind, MeetingStatus, Origin,
    ParticipantKind, PersonKind, Polarity, ServiceStatus, Side, Visibility,
};
use support_panel::{Severity, profile::Direction};

/// A closed list of words.
pub(crate) trait Vocabulary: Copy {
    fn index(self) -> i8;
    /// The whole list, in its order: one for all batches.
    fn dictionary() -> ArrayRef;
}

macro_rules! vocabularies {
    ($($type:ident),+ $(,)?) => {$(
        impl Vocabulary for $type {
            #[inline]
            fn index(self) -> i8 {
                // The lists have about ten words each; their order is that of `ALL`.
                self as i8
            }

            fn dictionary() -> ArrayRef {
                static WORDS: LazyLock<ArrayRef> =
                    LazyLock::new(|| Arc::new(StringArray::from_iter_values($type::ALL.iter().map(|word| word.as_str()))));
                WORDS.clone()
            }
        }
    )+};
}

vocabularies! {
    Acceptance, ActionStatus, Attendance, Category, Direction, DueKind, MeetingKind, MeetingStatus, Origin, ParticipantKind, PersonKind,
    Polarity, ServiceStatus, Severity, Side, Visibility,
}

/// How the day by which an action is due was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DueKind {
    On,
    Within,
    ByReview,
}

impl DueKind {
    const ALL: &'static [Self] = &[Self::On, Self::Within, Self::ByReview];

    const fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Within => "within",
            Self::ByReview => "by_review",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_follow_the_words() {
        for (index, status) in (0..).zip(MeetingStatus::ALL) {
            assert_eq!(status.index(), index);
        }
        for (index, category) in (0..).zip(Category::ALL) {
            assert_eq!(category.index(), index);
        }
        for (index, kind) in (0..).zip(DueKind::ALL) {
            assert_eq!(kind.index(), index);
        }
        let sides: ArrayRef = Arc::new(StringArray::from(vec!["family", "professional", "other"]));
        assert_eq!(&Side::dictionary(), &sides);
    }
}
