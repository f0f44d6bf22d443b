//! What a profile document holds, key by key.

use crate::record::{Category, Scale, Within};
#[cfg(test)]
use crate::wire::Schema;
use crate::wire::{Amount, Kind, Read, Reader, Shape, Value, Writer, choice, model, string_enum};
use crate::{Date, Id, Label, Text};

use super::local::LocalRule;
use super::settings::RuleSettings;
use super::wording::Wording;

model! {
    /// What a council configures: who sits, what is asked, in what order, and by which limits.
    pub struct Document {
        /// The profile.
        [required] id: Id,
        /// Its version.
        [required] version: Label,
        /// What it is called.
        title: Option<Text>,
        /// Whose it is.
        authority: Option<Text>,
        /// The language of its texts, for example en-GB.
        language: Option<Label>,
        /// The first day it is in force.
        valid_from: Option<Date>,
        /// The last day it is in force.
        valid_to: Option<Date>,
        /// The profile it changes; what it does not mention stays as there.
        extends: Option<Id>,
        /// What the meeting is for.
        purpose: Option<Text>,
        /// The case statuses there are, and which of them may come to this meeting.
        statuses: Vec<Status>,
        /// Roles in agencies; several people may hold one.
        seats: Vec<Seat>,
        /// Who may chair.
        chair: Chair,
        /// Who may take notes.
        note_taker: NoteTaker,
        /// Who must be there for the panel to decide.
        quorum: Quorum,
        /// What must be there beforehand.
        inputs: Inputs,
        /// The columns of the map.
        columns: Vec<Column>,
        /// The question bank.
        questions: Vec<Question>,
        /// The scaling questions.
        scales: Vec<Scale>,
        /// The stages of the meeting, in order.
        agenda: Vec<Stage>,
        /// What a panel may decide.
        decisions: Vec<Decision>,
        /// Whom the panel decides for.
        deciding: Deciding,
        /// How many actions, and by when.
        actions: ActionLimits,
        /// How many entries of a kind.
        limits: Limits,
        /// When the review is held, from the day of the meeting.
        review: Interval,
        /// Whether a lead practitioner must be named.
        lead_practitioner: Needed,
        /// Whether feedback to the family must be arranged.
        feedback: Needed,
        /// What must follow the meeting, and within what time.
        after: After,
        /// What members, agencies and families can read.
        resources: Vec<Resource>,
        /// Acronyms and jargon to expand for the family.
        plain_language: Vec<Term>,
        /// What goes on every paper, and what goes on none for the family side.
        papers: Papers,
        /// How a panel is entered in the council's case system.
        recording: CaseSystem,
        /// The council's own wording of phrases, by key.
        words: Wording,
        /// Rules turned off, or set otherwise than by default.
        rules: RuleSettings,
        /// Rules of the council's own.
        local_rules: Vec<LocalRule>,
        /// Which days are not working days.
        calendar: Closures,
    }

    /// A case status.
    pub struct Status {
        /// The status.
        [required] id: Id,
        /// How people say it.
        label: Option<Text>,
        /// Whether cases of this status may come to this meeting.
        eligible: Option<bool>,
        /// When the review of such a case is held.
        review: Interval,
    }

    /// A role in an agency.
    pub struct Seat {
        /// The seat.
        [required] id: Id,
        /// How people say it.
        title: Option<Text>,
        /// The agency.
        agency: Option<Text>,
        /// Whether the panel is not complete without it.
        core: Option<bool>,
        /// Whether its holder may commit the agency to an action.
        may_commit: Option<bool>,
    }

    /// Who may chair.
    #[derive(Default)]
    pub struct Chair {
        /// Seats that may chair.
        seats: Vec<Id>,
    }

    /// Who may take notes.
    #[derive(Default)]
    pub struct NoteTaker {
        /// Seats that take notes.
        seats: Vec<Id>,
        /// Whether the chair may take them.
        may_be_chair: Option<bool>,
    }

    /// Who must be there for the panel to decide.
    #[derive(Default)]
    pub struct Quorum {
        /// Distinct agencies of professionals who attended, the chair's included.
        min_agencies: Option<u32>,
        /// Seats that must be held by someone who attended.
        must_include: Vec<Id>,
        /// Whether the panel may go on without a quorum if it records why.
        may_proceed_with_reason: Option<bool>,
        /// Fewer agencies than this, and no reason is accepted.
        floor: Option<u32>,
    }

    /// What must be there beforehand.
    #[derive(Default)]
    pub struct Inputs {
        /// The referral form.
        referral: Option<Given>,
        /// The mapping template.
        mapping: Option<Given>,
        /// Whether the referrer brings a scaling question of their own.
        referrer_scale: Option<bool>,
        /// The family's agreement to the service.
        agreement: Option<Given>,
        /// Reports in writing.
        reports: Reports,
    }

    /// By when something must be there.
    #[derive(Default)]
    pub struct Input {
        /// Days before the meeting; that day is still in time.
        days_before: Option<u32>,
    }

    /// Reports in writing, from whom and by when.
    #[derive(Default)]
    pub struct Reports {
        /// Whoever of these is invited: everyone, professionals, core, or seats.
        asked_of: Vec<Id>,
        /// Days before the meeting; that day is still in time.
        days_before: Option<u32>,
    }

    /// A column of the map.
    pub struct Column {
        /// The column.
        [required] id: Id,
        /// What stands above it.
        heading: Option<Text>,
        /// What is asked to fill it.
        prompt: Option<Text>,
        /// Whether it may stay empty.
        may_be_empty: Option<bool>,
        /// The categories that stand in it.
        categories: Vec<ColumnCategory>,
    }

    /// A category as this council calls it.
    pub struct ColumnCategory {
        /// One of the canonical categories.
        [required] id: Category,
        /// How people say it.
        label: Option<Text>,
    }

    /// A question of the bank.
    pub struct Question {
        /// The question.
        [required] id: Id,
        /// The column it helps to fill.
        [required] column: Id,
        /// The category, where it is about one.
        category: Option<Category>,
        /// As it is asked.
        [required] text: Text,
    }

    /// A stage of the meeting.
    pub struct Stage {
        /// The stage.
        [required] id: Id,
        /// How people say it.
        title: Option<Text>,
        /// Who leads: chair, referrer, note_taker, or a seat.
        lead: Option<Id>,
        /// Who records: chair, referrer, note_taker, or a seat.
        recorder: Option<Id>,
        /// How long it may take.
        minutes: Option<u32>,
        /// Whether it must be held, or skipped with a reason.
        required: Option<bool>,
        /// What the lead may say or ask.
        prompts: Vec<Text>,
        /// What the stage is there to produce.
        produces: Vec<Product>,
    }

    /// What a panel may decide.
    pub struct Decision {
        /// The decision.
        [required] id: Id,
        /// How people say it.
        label: Option<Text>,
        /// Which way the family's support goes.
        [required] direction: Direction,
        /// Whether it needs a reason.
        needs_reason: Option<bool>,
        /// When the review is held after this decision.
        review: Interval,
    }

    /// Whom the panel decides for.
    #[derive(Default)]
    pub struct Deciding {
        /// Whether each child of the case is to have a decision of their own.
        each_child: Option<bool>,
    }

    /// How many actions, and by when.
    #[derive(Default)]
    pub struct ActionLimits {
        /// The most actions of one panel.
        max_per_panel: Option<u32>,
        /// The most actions of one owner.
        max_per_owner: Option<u32>,
        /// Whether every action is due by the review.
        due_by_review: Option<bool>,
        /// What a live meeting fills in where nothing is said.
        default_within: Option<Within>,
    }

    /// How many entries of a kind.
    #[derive(Default)]
    pub struct Limits {
        /// The most goals.
        goals: Option<u32>,
        /// The most future dangers.
        future_dangers: Option<u32>,
        /// The most goals that answer one danger.
        goals_per_danger: Option<u32>,
        /// The most dangers that one goal answers.
        dangers_per_goal: Option<u32>,
    }

    /// The earliest and the latest day, both inclusive, from the day of the meeting.
    #[derive(Default)]
    pub struct Interval {
        /// Not before this time.
        min: Option<Within>,
        /// Not after this time.
        max: Option<Within>,
    }

    /// Whether something is needed.
    #[derive(Default)]
    pub struct Needed {
        /// Whether it is.
        required: Option<bool>,
    }

    /// What must follow the meeting, and within what time of it.
    #[derive(Default)]
    pub struct After {
        /// Actions begun.
        actions_within: Option<AfterWithin>,
        /// Minutes circulated.
        minutes_within: Option<AfterWithin>,
        /// The family told.
        feedback_within: Option<AfterWithin>,
        /// Entered in the case system.
        recorded_within: Option<AfterWithin>,
    }

    /// Something to read.
    pub struct Resource {
        /// What it is called.
        title: Option<Text>,
        /// Where it is.
        url: Option<Label>,
        /// For whom.
        audience as "for": Option<Text>,
    }

    /// A word to expand for the family.
    pub struct Term {
        /// The acronym or jargon.
        [required] term: Text,
        /// What to say for it.
        say: Option<Text>,
    }

    /// What goes on every paper, and what goes on none for the family side.
    #[derive(Default)]
    pub struct Papers {
        /// Whom to ring, and when: it stands at the end of what the family is given.
        contact: Option<Text>,
        /// What someone can do who disagrees.
        if_you_disagree: Option<Text>,
        /// What is withheld from the family side beside what always is.
        withhold: Vec<Withheld>,
    }

    /// How a panel is entered in the council's case system.
    #[derive(Default)]
    pub struct CaseSystem {
        /// Whether it must be.
        required: Option<bool>,
        /// What the system is called.
        system: Option<Text>,
        /// The boxes of its form, in their order.
        sections: Vec<Section>,
    }

    /// A box of the case system's form.
    pub struct Section {
        /// The section.
        [required] id: Id,
        /// What the system calls it.
        heading: Option<Text>,
        /// What goes into it, in this order.
        holds: Vec<Part>,
        /// The most characters that the system takes.
        max_characters: Option<u32>,
    }

    /// Which days are not working days, beside Saturdays and Sundays.
    #[derive(Default)]
    pub struct Closures {
        /// Whose bank holidays.
        bank_holidays: BankHolidays,
        /// The council's own closed days.
        extra_closures: Vec<Date>,
        /// Days on which the council works all the same: a bank holiday that it does not keep, a Saturday.
        extra_openings: Vec<Date>,
    }
}

choice! {
    /// A time after the meeting.
    pub enum AfterWithin {
        /// Working days, counted from the next day.
        WorkingDays(Amount) = "working_days",
        /// Hours, rounded up to whole days.
        Hours(Amount) = "hours",
    }
}

string_enum! {
    /// What a stage is there to produce.
    pub enum Product {
        /// No one is left at invited.
        Attendance = "attendance",
        /// The worker's goal.
        BestHopes = "best_hopes",
        /// The worker's summary.
        Background = "background",
        /// Entries of the map.
        Entries = "entries",
        /// Ratings on a scale.
        Ratings = "ratings",
        /// Agreed actions.
        Actions = "actions",
        /// A decision.
        Decision = "decision",
        /// How the family hears of it.
        Feedback = "feedback",
    }

    /// What a council withholds from the family side in every paper.
    pub enum Withheld {
        /// The entries of the map.
        Entries = "entries",
        /// Why the panel decided so.
        DecisionReason = "decision_reason",
        /// What happens if the plan is not working.
        Contingency = "contingency",
        /// Who came.
        WhoCame = "who_came",
        /// Everyone's numbers.
        Numbers = "numbers",
        /// Who saw it differently.
        Dissent = "dissent",
        /// Why the panel was asked.
        Referral = "referral",
        /// What came of actions and goals.
        Outcomes = "outcomes",
    }

    /// What can go into a section of the case system.
    pub enum Part {
        /// Who came, and who did not.
        Attendance = "attendance",
        /// Why the panel was asked, and the worker's best hopes.
        Referral = "referral",
        /// The worker's summary.
        Background = "background",
        /// How each person's view was gathered.
        Views = "views",
        /// Agreement to the service, and the basis for sharing.
        Agreement = "agreement",
        /// Past harm, dangers and what makes things harder.
        Worries = "worries",
        /// Strengths and safety.
        WorkingWell = "working_well",
        /// Goals and next steps.
        NeedsToHappen = "needs_to_happen",
        /// Grey areas.
        GreyAreas = "grey_areas",
        /// The numbers given, and why.
        Scaling = "scaling",
        /// Who does what by when.
        Actions = "actions",
        /// The decision, its reason and who saw it differently.
        Decision = "decision",
        /// Review, lead practitioner, contingency and feedback.
        Next = "next",
    }

    /// Which way the family's support goes.
    pub enum Direction {
        /// The support ends.
        Close = "close",
        /// Less is needed.
        StepDown = "step_down",
        /// It goes on as it is.
        Stay = "stay",
        /// More is needed.
        StepUp = "step_up",
        /// The panel will decide later.
        Defer = "defer",
    }

    /// Whose bank holidays count.
    pub enum BankHolidays default EnglandAndWales {
        /// England and Wales.
        EnglandAndWales = "england_and_wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern_ireland",
        /// None: only weekends and the council's own closures.
        None = "none",
    }
}

/// An input that is asked for. Here alone an empty table means something: wanted, by no special day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given(pub Input);

impl Value for Given {
    const SHAPE: &'static Shape = Input::SHAPE;

    fn empty() -> Self {
        Self(Input::empty())
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        let given = reader.kind()? != Kind::Null;
        Input::read(reader, &mut slot.0)?;
        Ok(given)
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        Input::schema(schema)
    }
}
