//! The papers by name: what each is made of, and for which readers.

use super::copy::CopyOptions;
use super::document::Document;
use super::reader::{Reader, Standing};
use super::source::Source;
use super::{
    before, before_you_send, case_system, child, forms, letter, map, minutes, plan, review, word,
};
use crate::error::{Code, Error};
use crate::profile::Profile;
use crate::record::{ParticipantKind, PersonKind};
use crate::view::View;
use crate::wire::string_enum;
use crate::{Date, Id, Record};

string_enum! {
    /// A paper that goes out before a panel, or leaves it.
    pub enum Paper #[non_exhaustive] {
        /// Who asks someone to come, why, when and where.
        Invitation = "invitation",
        /// The stages, who leads each and when.
        Agenda = "agenda",
        /// The columns of the map, empty.
        MappingTemplate = "mapping-template",
        /// What a referrer writes beforehand, empty.
        ReferralForm = "referral-form",
        /// The question bank, for the chair's hand.
        QuestionCard = "question-card",
        /// A slip for each scale, to be filled in and folded.
        ScoringSlips = "scoring-slips",
        /// What was said, decided and agreed, for those who were there.
        Minutes = "minutes",
        /// The map with its scale, on a wall or a table.
        Map = "map",
        /// Who does what by when.
        Plan = "plan",
        /// What a family reads at the kitchen table: what was decided and who does what, in large letters.
        Letter = "letter",
        /// A page for one child.
        Child = "child",
        /// Last time's numbers and actions beside today's.
        Review = "review",
        /// The text for each section of the council's case system.
        CaseSystem = "case-system",
        /// What a chair looks at before anything goes out.
        BeforeYouSend = "before-you-send",
    }
}

impl std::str::FromStr for Paper {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        word(
            Self::from_word(text),
            "invitation agenda mapping-template referral-form question-card scoring-slips minutes map plan \
             letter child review case-system before-you-send",
        )
    }
}

/// What a paper is told beside the record, its profile and its reader.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct PaperOptions<'a> {
    /// The record of the panel before; the review needs it.
    pub previous: Option<&'a Record>,
    /// Whether minutes say what is not recorded. Without it they leave it out.
    pub blanks: bool,
    /// The day on which findings are judged; without it, those about today are silent.
    pub as_of: Option<Date>,
    /// How the copy is asked for that the paper is made of.
    pub copy: CopyOptions,
}

impl<'a> PaperOptions<'a> {
    /// Beside the panel before.
    pub fn previous(self, record: impl Into<Option<&'a Record>>) -> Self {
        Self { previous: record.into(), ..self }
    }

    /// Says what is not recorded.
    pub fn blanks(self, blanks: bool) -> Self {
        Self { blanks, ..self }
    }

    /// A child's paper with the child's own words, which this participant hands over.
    pub fn handed_over_by(self, id: impl Into<Option<Id>>) -> Self {
        Self { copy: self.copy.handed_over_by(id), ..self }
    }

    /// Prints these, though they point to something withheld or name someone concealed.
    pub fn confirmed(self, ids: impl IntoIterator<Item = Id>) -> Self {
        Self { copy: self.copy.confirmed(ids), ..self }
    }

    /// Gives these to a reader who has a limited copy.
    pub fn given(self, names: impl IntoIterator<Item = Id>) -> Self {
        Self { copy: self.copy.given(names), ..self }
    }

    /// Judges the record on a day.
    pub fn as_of(self, day: impl Into<Option<Date>>) -> Self {
        Self { as_of: day.into(), ..self }
    }
}

/// What a paper is made of, and how.
pub(super) enum Made {
    /// A profile alone.
    Form(fn(&Profile) -> Document),
    /// A reader's copy of a record.
    Copy(fn(&Source<'_>) -> Document),
    /// A reader's copies of a record and of the one before it.
    Copies(fn(&Source<'_>, &Source<'_>) -> Document),
}

/// For which readers a paper is made.
#[derive(Clone, Copy)]
pub(super) enum For {
    /// Whoever the record knows.
    Everyone,
    /// Those who hold the panel.
    Working,
    /// Everyone but those who hold the panel.
    Others,
    /// One child whom the panel is about.
    OneChild,
}

impl For {
    /// # Errors
    /// `wrong_reader`; `unknown_reader` where the record knows no one of that id.
    pub(super) fn must_admit(
        self,
        record: &Record,
        profile: &Profile,
        reader: &Reader,
    ) -> Result<(), Error> {
        let view = View::new(record, profile, None, None);
        let identities = reader.identities(&view)?;
        let works = identities.iter().all(|one| one.standing == Standing::Working)
            && (!identities.is_empty() || *reader == Reader::Professionals);
        let (admits, expected) = match self {
            Self::Everyone => (true, ""),
            Self::Working => (works, "professionals, or the id of someone who holds the panel"),
            Self::Others => (!works, "family, or the id of someone who does not hold the panel"),
            Self::OneChild => {
                let is_child = matches!(reader, Reader::One(id) if is_child(&view, id));
                (is_child, "the id of a child whom the panel is about")
            }
        };
        match admits {
            true => Ok(()),
            false => {
                let message = format!("found another reader, expected {expected}");
                Err(Error::new(Code::WrongReader, "", message))
            }
        }
    }
}

fn is_child(view: &View<'_>, id: &Id) -> bool {
    let participant = view.participant(id);
    let person = match participant {
        Some(participant) => participant.person.as_deref().and_then(|id| view.person(id)),
        None => view.person(id),
    };
    match person {
        Some(person) => person.kind == PersonKind::Child,
        None => participant.is_some_and(|p| p.kind == ParticipantKind::Child),
    }
}

impl Paper {
    /// Whether it is of what a panel said and agreed, and not of what anyone is asked beforehand.
    pub(super) const fn says_what_was_said(self) -> bool {
        let is_form = matches!(self.made().0, Made::Form(_));
        !is_form && !matches!(self, Self::Invitation | Self::Agenda)
    }

    /// The table of the papers.
    pub(super) const fn made(self) -> (Made, For) {
        use {For::*, Made::*};
        match self {
            Self::Invitation => (Copy(before::invitation), Others),
            Self::Agenda => (Copy(before::agenda), Everyone),
            Self::MappingTemplate => (Form(forms::mapping_template), Everyone),
            Self::ReferralForm => (Form(forms::referral_form), Everyone),
            Self::QuestionCard => (Form(forms::question_card), Everyone),
            Self::ScoringSlips => (Form(forms::scoring_slips), Everyone),
            Self::Minutes => (Copy(minutes::minutes), Everyone),
            Self::Map => (Copy(map::paper), Everyone),
            Self::Plan => (Copy(plan::paper), Everyone),
            Self::Letter => (Copy(letter::paper), Others),
            Self::Child => (Copy(child::paper), OneChild),
            Self::Review => (Copies(review::paper), Everyone),
            Self::CaseSystem => (Copy(case_system::paper), Working),
            Self::BeforeYouSend => (Copy(before_you_send::paper), Working),
        }
    }
}
