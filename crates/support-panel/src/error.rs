//! One error type, and the table of every code that it can carry.

use serde::Serialize;

/// What went wrong, where, and what was expected: never what the text said.
///
/// ```
/// use support_panel::{Code, Record};
///
/// let error = Record::from_json(r#"{"format": "support-panel/1", "id": 7}"#).unwrap_err();
/// assert_eq!(error.code(), Code::WrongType);
/// assert_eq!(error.path(), "/id");
/// assert_eq!((error.line(), error.column()), (Some(1), Some(37)));
/// assert_eq!(error.to_string(), "/id, line 1 column 37: found a number, expected an id (wrong_type)");
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{message} ({code})", self.whereabouts())]
#[non_exhaustive]
pub struct Error {
    code: Code,
    path: Box<str>,
    message: Box<str>,
    location: Option<Location>,
}

/// Where in a text: `line` and `column` count from 1, a column is one character; `offset` counts bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Location {
    line: u32,
    column: u32,
    offset: u32,
}

impl Location {
    pub(crate) fn in_text(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line: small(line), column: small(column), offset: small(before.len()) }
    }

    pub(crate) fn line(self) -> u32 {
        self.line
    }

    pub(crate) fn column(self) -> u32 {
        self.column
    }

    /// The start of a line.
    pub(crate) fn on_line(line: usize, offset: usize) -> Self {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line: small(line), column: 1, offset: small(offset) }
    }
}

impl Error {
    pub(crate) fn new(code: Code, path: impl Into<Box<str>>, message: impl Into<Box<str>>) -> Self {
        Self { code, path: path.into(), message: message.into(), location: None }
    }

    /// An error of the program around the library, which reads files and catches panics. As everywhere, `message` must
    /// not quote what was read.
    ///
    /// ```
    /// use support_panel::{Code, Error};
    ///
    /// let error = Error::outside(Code::Unreadable, "found no such file, expected one that can be read");
    /// assert_eq!(error.to_string(), "found no such file, expected one that can be read (unreadable)");
    /// ```
    pub fn outside(code: Code, message: impl Into<Box<str>>) -> Self {
        Self::new(code, "", message)
    }

    pub(crate) fn at(mut self, location: Option<Location>) -> Self {
        self.location = location;
        self
    }

    /// The same, of something that stands inside a larger one: its path begins with this.
    ///
    /// ```
    /// use support_panel::report::Paper;
    ///
    /// let error = "poster".parse::<Paper>().unwrap_err().under("/paper");
    /// assert_eq!(error.path(), "/paper");
    /// ```
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.path = format!("{prefix}{}", self.path).into();
        self
    }

    /// The stable code; [`codes`] lists and explains them all.
    pub fn code(&self) -> Code {
        self.code
    }

    /// JSON Pointer to the member at fault; empty for the whole document.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found and what was expected, without the location.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn into_message(self) -> String {
        self.message.into()
    }

    /// The line in the text that was read, from 1, where there was a text.
    pub fn line(&self) -> Option<u32> {
        self.location.map(|p| p.line)
    }

    /// The column in that line, in characters from 1.
    pub fn column(&self) -> Option<u32> {
        self.location.map(|p| p.column)
    }

    /// Bytes from the start of the text.
    pub fn offset(&self) -> Option<u32> {
        self.location.map(|p| p.offset)
    }

    fn whereabouts(&self) -> String {
        let line = self.location.map(|p| format!("line {} column {}", p.line, p.column));
        match (self.path.is_empty(), line) {
            (true, None) => String::new(),
            (true, Some(line)) => format!("{line}: "),
            (false, None) => format!("{}: ", self.path),
            (false, Some(line)) => format!("{}, {line}: ", self.path),
        }
    }
}

impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Error({self})")
    }
}

/// Where a code is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Area {
    /// Reading a record, a profile or a command.
    Reading,
    /// A profile as a whole.
    Profile,
    /// A question asked of a record: a check, a due date, a trajectory.
    Asking,
    /// An index of agreement between raters.
    Agreement,
    /// Why an owner may or may not have an action.
    Allocation,
    /// A command that a live meeting refuses.
    Sitting,
    /// The library itself, and what it reads from.
    Library,
}

impl std::fmt::Display for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Reading => "Reading a document",
            Self::Profile => "A profile as a whole",
            Self::Asking => "Asking about records",
            Self::Agreement => "Measuring agreement",
            Self::Allocation => "Who may have an action",
            Self::Sitting => "Running a live meeting",
            Self::Library => "The library",
        })
    }
}

/// One code: what it means and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodeDefinition {
    /// The code.
    pub code: Code,
    /// Where it is used.
    pub area: Area,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

macro_rules! codes {
    ($($area:ident { $($name:ident $word:literal: $meaning:literal, $remedy:literal;)* })*) => {
        /// Why something was not read, not answered or not done: the code of an [`Error`], a refusal, an index that has
        /// no value or a reason of an allocation.
        ///
        /// Each is written as its stable word, in every language and format. Later versions add codes, so that a `match`
        /// needs an arm for the rest.
        ///
        /// ```
        /// use support_panel::{Code, Record};
        ///
        /// let advice = |text: &str| match Record::from_json(text) {
        ///     Ok(_) => "read",
        ///     Err(error) => match error.code() {
        ///         Code::Truncated => "fetch it again",
        ///         Code::DuplicateKey | Code::UnknownKey => "look at the keys",
        ///         _ => "look at it",
        ///     },
        /// };
        /// assert_eq!(advice(r#"{"format": "support-panel/1", "#), "fetch it again");
        ///
        /// assert_eq!(Code::Truncated.as_str(), "truncated");
        /// assert_eq!("truncated".parse(), Ok(Code::Truncated));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $meaning] $name,)*)* }

        impl Code {
            /// Every code, in the order of [`codes`].
            pub const ALL: &'static [Self] = &[$($(Self::$name,)*)*];

            /// The stable word.
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$name => $word,)*)* }
            }

            /// What it means, where it is used and what to do about it.
            pub const fn definition(self) -> CodeDefinition {
                match self {
                    $($(Self::$name => CodeDefinition { code: self, area: Area::$area, meaning: $meaning, remedy: $remedy },)*)*
                }
            }

            /// The code with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($($word => Some(Self::$name),)*)* _ => None }
            }
        }

        static CODES: &[CodeDefinition] = &[$($(Code::$name.definition(),)*)*];
    };
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Code {
    type Err = Error;

    /// # Errors
    /// `unknown_code` for any other word.
    fn from_str(word: &str) -> Result<Self, Error> {
        Self::from_word(word).ok_or_else(|| {
            let message = "found another code, expected one that codes() lists";
            Error::new(Self::UnknownCode, "", message)
        })
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, word: &str) -> bool {
        self.as_str() == word
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, word: &&str) -> bool {
        self.as_str() == *word
    }
}

/// Every code of a read error, a refusal, an index that has no value and an allocation reason, with what it means and what to do.
pub fn codes() -> &'static [CodeDefinition] {
    CODES
}

codes! {
    Reading {
        TooLarge "too_large": "The document is over 4 MiB.", "Check that the right file was given; move attachments out of the record.";
        InvalidUtf8 "invalid_utf8": "The bytes are not UTF-8 text.", "Save or export the file as UTF-8.";
        ByteOrderMark "byte_order_mark": "The text starts with a byte order mark.", "Save the file as UTF-8 without a byte order mark.";
        Truncated "truncated": "The text ends in the middle of a value.", "Fetch or save the file again: part of it is missing.";
        BadSyntax "bad_syntax": "The text is not well-formed.", "Correct the punctuation at the location named.";
        TrailingText "trailing_text": "Something follows the end of the document.", "Give one document at a time; for many, one a line.";
        LoneSurrogate "lone_surrogate": "A \\u escape is half of a pair.", "Write the character itself, or both halves.";
        TooDeep "too_deep": "Values are nested more than 32 levels deep.", "Flatten the extension that nests so deeply.";
        TooManyItems "too_many_items": "A list holds more than 10,000 items.", "Check that the right file was given.";
        TooLong "too_long": "A text or a key is over 20,000 characters.", "Shorten it, or keep it in the case system.";
        DuplicateKey "duplicate_key": "An object has the same key twice.", "Remove the one that is wrong.";
        UnknownKey "unknown_key": "A key is not part of the format.", "Correct its spelling, or put your own data under extensions.";
        MissingKey "missing_key": "A member that reading requires is absent or empty.", "Add it at the path named.";
        WrongType "wrong_type": "A value is of the wrong kind.", "Give the kind that was expected.";
        WrongFormat "wrong_format": "The document is not in this format.", "Read it with the version of the library that its format names.";
        UnknownWord "unknown_word": "A word is not one of the closed list.", "Use one of the words listed.";
        BadId "bad_id": "An id is over 200 characters, or has white space or control characters in it.", "Use a short code; never a name.";
        BadDate "bad_date": "A date is not a day of the calendar written YYYY-MM-DD.", "Write the day as in 2026-03-12.";
        BadInstant "bad_instant": "An instant is not RFC 3339 with an offset.", "Write it as in 2026-03-12T09:30:00+00:00.";
        BadNumber "bad_number": "A number is out of its range, has too many decimal places, or is not whole where it must be.", "Give a number within the range named.";
        EmptyItem "empty_item": "A list has an item that is null or empty.", "Remove the item, or fill it.";
        NotExactlyOne "not_exactly_one": "An object that must have exactly one of several members has none or more.", "Keep exactly one of them.";
    }
    Profile {
        BadReference "bad_reference": "The profile refers to an id that it does not define.", "Define the id, or correct the reference.";
        ReservedWord "reserved_word": "The profile uses a reserved word as an id.", "Choose another id.";
        RepeatedId "repeated_id": "Two items of one list in the profile have the same id.", "Rename one of them.";
        RepeatedCategory "repeated_category": "A category stands in two columns.", "Leave it in one of them.";
        BadScale "bad_scale": "A scale's minimum is not below its maximum, or its step does not divide the range.", "Correct min, max or step.";
        BadRange "bad_range": "A least value is above the greatest.", "Swap or correct them.";
        UnknownRule "unknown_rule": "The profile sets a rule that does not exist.", "Use a code listed by rules().";
        UnknownParameter "unknown_parameter": "The profile sets a parameter that the rule does not have.", "Use a parameter that explain() lists.";
        UnknownBase "unknown_base": "The profile extends one that is not known.", "Extend a shipped profile, or give the base as well.";
        ExtendsItself "extends_itself": "The profile extends itself, directly or in a circle.", "Extend another profile or version.";
        BadRuleCode "bad_rule_code": "A rule of the council's own is not called by two to six capital letters and three digits, or it begins with SP.", "Call it by letters of the council's own, such as LM001.";
        BadLogic "bad_logic": "A condition in JSON Logic has too many parts, or an operator has the wrong operands.", "Give the operator what it takes, or make two rules of one.";
        UnknownPath "unknown_path": "A rule of the council's own points or looks at something that a record does not have.", "Use the keys of the record, from record, item or as_of.";
        NothingToRemove "nothing_to_remove": "The profile removes, or is placed after, an item that its base does not have.", "Correct the id.";
    }
    Asking {
        UnknownProfile "unknown_profile": "No built-in profile has the id and version that the record names.", "Give the profile that the panel ran under.";
        ProfileMismatch "profile_mismatch": "The profile given is not the one that the record names.", "Give the record's own profile.";
        RulesNotLoaded "rules_not_loaded": "The profile has rules of its own, and the part of the library that asks them is not here.", "In JavaScript call initLocalRules() first; in Rust turn the feature local-rules on.";
        UnknownAction "unknown_action": "The record has no action with this id.", "Use the id of one of the record's actions.";
        UnknownParticipant "unknown_participant": "The record has no participant with this id.", "Use the id of one of the record's participants.";
        UnknownCode "unknown_code": "There is no such rule or code.", "Use a code listed by rules() or codes().";
        UnknownEdition "unknown_edition": "There is no such edition of the rules.", "Use one that the reference of the rules lists.";
        UnknownSchema "unknown_schema": "There is no schema of this name.", "Use one of the names that the message lists.";
        DifferentCases "different_cases": "The records are not about the same case.", "Give the records of one case reference.";
        NotDated "not_dated": "A record has no day on which its panel was held.", "Set meeting.held_on.";
        RepeatedRecord "repeated_record": "Two records have the same id.", "Give each record once, and each record an id of its own.";
        UnknownReader "unknown_reader": "The record knows no one of this id.", "Use professionals, family, or the id of a person or participant.";
        WrongReader "wrong_reader": "The paper is not made for this reader.", "Ask for one of the papers that are, or name another reader.";
        EmptyPaper "empty_paper": "Nothing in the record is for this reader in this paper.", "Give the reader another paper, or none.";
        NeedsPrevious "needs_previous": "The paper sets two panels side by side, and the earlier record is not given.", "Give the record that meeting.previous names.";
        NeedsRecord "needs_record": "The paper is made of a record, and only a profile is given.", "Give the record as well.";
        WrongPaperFormat "wrong_paper_format": "The paper is not written in this format.", "Ask for one that fits: a calendar is iCalendar, Excel holds tables, and every other paper is text, Word or PDF.";
        MissingCharacters "missing_characters": "No font has some of the characters of the paper.", "Give a font that has those listed, or ask for Word or HTML.";
        BadFont "bad_font": "A font is no OpenType file with outlines.", "Give a .ttf or .otf file, one for regular and one for bold letters.";
        DayBefore1900 "day_before_1900": "A day is before 1900, and each spreadsheet program reads it as another.", "Correct the day, or ask for CSV.";
        TooLargeForExcel "too_large_for_excel": "A sheet has more rows than Excel holds.", "Give fewer records at a time, or ask for CSV.";
        SeparateCopies "separate_copies": "The record says that the family's copies differ.", "Make a copy for each of those whom the message lists.";
        Unconfirmed "unconfirmed": "A copy would show what tells of something that it withholds.", "Read each of those listed once more; mark it as well, or confirm it by its id.";
        NotToBeGiven "not_to_be_given": "A reader is to be given something that is kept from them, or that is not there.", "Leave it out; where they may have it after all, change its marks first.";
        TooEarly "too_early": "The next panel would be held before the one that it follows.", "Give the day of the next panel.";
    }
    // Beside these, a scale or number that does not fit is `bad_scale` or `off_scale`, here as elsewhere.
    Agreement {
        TooFewValues "too_few_values": "There are fewer than two values that can be compared.", "Give at least two; for alpha, of one unit.";
        NoVariation "no_variation": "Every value is the same, so that chance would agree as well.", "Look at the values themselves; alpha says nothing about them.";
        RaggedRows "ragged_rows": "A rater has more or fewer units than the first.", "Give every row one place for each unit, empty where there is no number.";
        NotFinite "not_finite": "A value is infinite or not a number.", "Correct it, or leave its place empty.";
        NegativeRatio "negative_ratio": "A value is below nought on a ratio scale, which has none below.", "Correct it, or ask for the level interval.";
        UnknownName "unknown_name": "There is no such level of measurement or middle.", "Use nominal, ordinal, interval or ratio; for a middle, mean or median.";
    }
    Allocation {
        MayAccept "may_accept": "The owner attended, and may accept the action at once.", "Ask them; their answer is recorded as acceptance.";
        OwnAcceptance "own_acceptance": "The owner is of the family side, whose actions rest on their own acceptance alone.", "Ask them, and record their answer with accepted_by.";
        DidNotAttend "did_not_attend": "The owner did not attend, so the action can only be proposed.", "Propose it, and name someone to follow it up.";
        SeatMayNotCommit "seat_may_not_commit": "The owner's seat may not commit its agency to an action.", "Propose it, and name someone to follow it up with the agency.";
        ChildTooYoung "child_too_young": "The owner is a child under the age from which the council gives actions.", "Give it to an adult, and the child a part that they choose.";
        ChildOfUnknownAge "child_of_unknown_age": "The owner is a child, and no one can tell their age on the day of the panel.", "Record the date of birth and the day of the panel, or give it to an adult.";
        ServiceWithdrawn "service_withdrawn": "The family has withdrawn from the service, so no new action rests on the family side.", "Give it to a professional, or record that the family agrees to the service again.";
        ActionOver "action_over": "The action is done or cancelled.", "Agree a new action.";
        PanelLimit "panel_limit": "The panel has more open actions than the council's limit.", "Think about what matters most; this keeps no one from the action.";
        OwnerLimit "owner_limit": "The owner would have more open actions than the council's limit.", "Think about who else could take it; this keeps no one from the action.";
        DueAfterReview "due_after_review": "The action is due after the review, where the council wants it done by then.", "Set an earlier due date, or a later review; this keeps no one from the action.";
    }
    Sitting {
        NotInSession "not_in_session": "The meeting is not in session.", "Open it first.";
        AlreadyOpen "already_open": "The meeting is in session already.", "Go on with it.";
        MeetingOver "meeting_over": "The meeting has concluded.", "Make the change by amend, with the reason for it.";
        NotOver "not_over": "An amendment is for after the meeting.", "Give the command itself.";
        NotAmendable "not_amendable": "A command that runs the meeting cannot be an amendment.", "Amend what is on record.";
        StageRunning "stage_running": "A stage is running.", "End it first.";
        NoStage "no_stage": "No stage is running.", "Start one first.";
        Paused "paused": "The stage is paused already.", "Resume it, or end it.";
        NotPaused "not_paused": "The stage is not paused.", "Go on with it.";
        StageHeld "stage_held": "The stage has been held.", "Leave it as it is.";
        NotTheirs "not_theirs": "A stage is started by the chair, the note-taker or the one who leads it.", "Let one of them start it.";
        UnknownPerson "unknown_person": "The record has no one with this id.", "Use the id of one of the case's people, or of a participant where that may be.";
        UnknownEntry "unknown_entry": "The map has no entry with this id.", "Use the id of one of the map's entries.";
        UnknownSeat "unknown_seat": "The profile has no such seat.", "Use one of the profile's seats.";
        UnknownStage "unknown_stage": "The profile has no such stage.", "Use one of the profile's stages.";
        UnknownScale "unknown_scale": "Neither the profile nor the referral has such a scale.", "Use one of the profile's scales, or referrer where the referral brings one.";
        UnknownCategory "unknown_category": "The profile's columns have no such category.", "Use a category of one of its columns.";
        UnknownDecision "unknown_decision": "The profile has no such decision.", "Use one of the profile's decisions.";
        NotThere "not_there": "They did not attend.", "Let them arrive first.";
        IdInUse "id_in_use": "Something in the record has this id already.", "Give the new one an id of its own.";
        ListFull "list_full": "The list holds all it may.", "Start another record.";
        Blank "blank": "A text has nothing but white space in it.", "Write something.";
        NeedsReason "needs_reason": "A reason is needed.", "Say why.";
        NothingToChange "nothing_to_change": "The command would change nothing.", "Give what is to be changed.";
        Withdrawn "withdrawn": "The entry has been taken off the map.", "Use another, or add it again.";
        CannotAnswer "cannot_answer": "An entry of this category cannot answer, or a scale be about, that one.", "Link it to one that fits.";
        StillAnswered "still_answered": "Other entries answer this one in a way that its new category does not allow.", "Change what they answer first.";
        CannotSettle "cannot_settle": "Only a goal or a danger can be settled.", "Choose a goal or a danger.";
        RoundOpen "round_open": "This scale has been asked in this round already.", "Go on with it, or open another round.";
        NoRound "no_round": "This scale has not been asked in this round.", "Open the round first.";
        OffScale "off_scale": "The number is not on the scale.", "Give one between its ends and on its step.";
        AlreadyRated "already_rated": "They have given their number.", "Change it by amend_rating.";
        AlreadyAbstained "already_abstained": "They have abstained.", "Leave it, or let them give a number.";
        NoRating "no_rating": "There is no such number to change.", "Give one by rate.";
        NotIndependent "not_independent": "The scale is not independent: nothing on it is sealed.", "Read the numbers from the record.";
        AlreadyRevealed "already_revealed": "The numbers have been shown.", "Change one by amend_rating, for all to see.";
        StillSealed "still_sealed": "Numbers are still sealed.", "Reveal them first.";
        WrongSeal "wrong_seal": "An envelope does not open with this key.", "Give the key that the meeting was opened with.";
        OwnerRefused "owner_refused": "They cannot own the action.", "Ask allocation() who can.";
        NeedsChaser "needs_chaser": "It can only be proposed to them, and no one is named to follow it up.", "Name a chaser.";
        NoOwner "no_owner": "The action has not been put to anyone.", "Allocate it first.";
        NotTheOwner "not_the_owner": "Only the owner, or for a professional their deputy, can answer.", "Let the owner answer.";
        AlreadyAccepted "already_accepted": "The owner has taken it on.", "Leave it, or allocate it again.";
        AlreadyDeclined "already_declined": "The owner has turned it down.", "Allocate it again.";
        ActionClosed "action_closed": "The action is done or dropped.", "Open it again by update_action, or agree another.";
        BeforeMeeting "before_meeting": "The day is before the meeting.", "Give the day of the meeting or a later one.";
        BeforeAgreed "before_agreed": "The day is before the action was agreed.", "Give that day or a later one.";
        NothingToUndo "nothing_to_undo": "There is nothing to take back.", "Go on.";
        NothingToRedo "nothing_to_redo": "There is nothing to put back.", "Go on.";
        CannotUndo "cannot_undo": "Numbers that were shown cannot be hidden again, and a meeting that is over stays so.", "Make an amendment.";
        NoOpening "no_opening": "The journal does not start with a whole opening line.", "Give the journal from its first line on.";
        BadJournal "bad_journal": "A line of the journal is not as it was written.", "Go back to a copy from before the change.";
        DifferentOpenings "different_openings": "The two meetings did not start from the same record and profile.", "Merge meetings that began as one.";
    }
    Library {
        Unreadable "unreadable": "A file or stream cannot be opened or read.", "Check its path and permissions, and that the disk or network is there.";
        Damaged "damaged": "Compressed data is damaged or ends early; what came before it was read.", "Fetch the file again, and compare its size or checksum.";
        Internal "internal": "The library failed; the fault is ours.", "Report it, without the record.";
        NotReady "not_ready": "The part of the library that was asked has not been loaded yet.", "Load it first; a browser does that by init().";
        Disposed "disposed": "What was asked has been disposed of.", "Read or open it again.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_named_after_its_word() {
        for definition in codes() {
            let code = definition.code;
            let capital = |part: &str| {
                let (first, rest) = part.split_at_checked(1).unwrap();
                first.to_uppercase() + rest
            };
            let name: String = code.as_str().split('_').map(capital).collect();
            assert_eq!(format!("{code:?}"), name);
            assert_eq!(code.as_str().parse(), Ok(code));
        }
        assert!(codes().iter().map(|definition| definition.code).eq(Code::ALL.iter().copied()));
        assert_eq!("no_such_code".parse::<Code>().unwrap_err().code(), Code::UnknownCode);
    }
}
