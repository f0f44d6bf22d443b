//! The profile: a council's own way of holding panels, as data.

mod check;
mod diff;
mod document;
mod draft;
mod extends;
mod local;
mod settings;
mod shipped;
mod terms;
mod toml_text;
mod verify;
mod wording;

pub use check::{Checked, Count, Doubt, Fault, MOST_FAULTS, Silent, Warning, check, silent};
pub use diff::{Consequence, Difference, diff};
pub use document::{
    ActionLimits, After, AfterWithin, BankHolidays, CaseSystem, Chair, Closures, Column,
    ColumnCategory, Deciding, Decision, Direction, Document, Given, Input, Inputs, Interval,
    Limits, Needed, NoteTaker, Papers, Part, Product, Question, Quorum, Reports, Resource, Seat,
    Section, Stage, Status, Term, Withheld,
};
pub use draft::{Answers, DraftQuestion, draft, draft_questions};
pub use local::{LocalRule, Logic};
pub use settings::{RuleSetting, RuleSettings};
pub use shipped::profiles;
pub use wording::Wording;

#[cfg(feature = "local-rules")]
pub(crate) use local::{Around, PathPart, parts};
use terms::Terms;
pub(crate) use terms::Wanted;

use crate::Id;
use crate::calendar::{Calendar, Region};
use crate::edition::Edition;
use crate::error::{Code, Error, Location};
use crate::json_document;
use crate::lookup::Index;
use crate::record::{Category, Record, Scale};
use crate::rules::{self, Rule, Severity};
use crate::wire::{Spot, Tree, Value, Writer};
use std::ops::Range;
use std::sync::Arc;

/// A council's rules for its panels, read as a whole and found consistent.
///
/// It gives its document's members as its own, cannot be changed, and costs nothing to clone.
///
/// ```
/// use support_panel::Profile;
///
/// let profile = Profile::built_in("leicester-masp")?;
/// assert_eq!(profile.seats.iter().filter(|seat| seat.core == Some(true)).count(), 11);
///
/// let ours = Profile::from_toml(r#"
///     extends = "leicester-masp"
///     id = "our-panel"
///     version = "2027.1"
///     [quorum]
///     min_agencies = 3
/// "#)?;
/// assert_eq!(ours.quorum.min_agencies, Some(3));
/// assert_eq!(ours.agenda.len(), 6);
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile(Arc<Compiled>);

#[derive(Debug, PartialEq, Eq)]
struct Compiled {
    document: Document,
    calendar: Calendar,
    /// Each rule that is not off, with its severity here.
    asked: Vec<(&'static Rule, Severity)>,
    /// The council's own rules, ready to be asked.
    #[cfg(feature = "local-rules")]
    local: rules::LocalRules,
    statuses: Indexes,
    seats: Indexes,
    stages: Indexes,
    scales: Indexes,
    decisions: Indexes,
    terms: Terms,
}

/// Places in a list by id: looked up by search, so that no size of profile makes a check slow.
#[derive(Debug, PartialEq, Eq)]
struct Indexes(Index<Box<str>, usize>);

impl Indexes {
    fn new<'a>(ids: impl Iterator<Item = &'a Id>) -> Self {
        Self(Index::new(ids.map(|id| id.as_str().into()).zip(0..)))
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.0.first_from(id, 0)
    }
}

impl std::ops::Deref for Profile {
    type Target = Document;
    fn deref(&self) -> &Document {
        &self.0.document
    }
}

impl Profile {
    /// A profile that comes with the library, its latest version.
    ///
    /// # Errors
    /// `unknown_profile` where none is called so; [`profiles`] lists them.
    pub fn built_in(id: &str) -> Result<Self, Error> {
        shipped::latest(id).cloned().ok_or_else(unknown)
    }

    /// The built-in profile that a record names by id and version.
    ///
    /// # Errors
    /// `unknown_profile` where there is none.
    pub fn of(record: &Record) -> Result<Self, Error> {
        shipped::exact(&record.profile.id, &record.profile.version).cloned().ok_or_else(unknown)
    }

    /// The profile of a record: the one of those given that it names; where none is given, the built-in one.
    ///
    /// ```
    /// use support_panel::{Profile, Record};
    ///
    /// let record = Record::from_json(include_str!("../../../tests/records/clean.json"))?;
    /// let built_in = Profile::for_record(&record, None)?;
    /// assert_eq!((&built_in.id, &built_in.version), (&record.profile.id, &record.profile.version));
    ///
    /// let council = [Profile::from_toml("id = \"a-council\"\nversion = \"1\"\n")?];
    /// let error = Profile::for_record(&record, &council).unwrap_err();
    /// assert_eq!(error.code(), support_panel::Code::ProfileMismatch);
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `profile_mismatch` where the record names none of those given; `unknown_profile` where none is given and none is
    /// built in.
    pub fn for_record<'a>(
        record: &Record,
        given: impl IntoIterator<Item = &'a Self>,
    ) -> Result<Self, Error> {
        let mut given = given.into_iter().peekable();
        if given.peek().is_none() {
            return Self::of(record);
        }
        given.find(|profile| profile.is_of(record)).cloned().ok_or_else(mismatch)
    }

    /// As [`Profile::for_record`] of a record of another day, which may also name a built-in profile.
    ///
    /// # Errors
    /// `unknown_profile`.
    pub(crate) fn for_earlier<'a>(
        record: &Record,
        given: impl IntoIterator<Item = &'a Self>,
    ) -> Result<Self, Error> {
        Self::for_record(record, given).or_else(|_| Self::of(record))
    }

    /// Reads a profile from TOML.
    ///
    /// # Errors
    /// As [`Profile::from_json`].
    pub fn from_toml(toml: impl AsRef<[u8]>) -> Result<Self, Error> {
        Self::from_toml_with(toml, &[])
    }

    /// As [`Profile::from_toml`]; it may extend one of `bases` as well as any built-in profile.
    ///
    /// # Errors
    /// As [`Profile::from_json`].
    pub fn from_toml_with(toml: impl AsRef<[u8]>, bases: &[Self]) -> Result<Self, Error> {
        let toml = json_document::text(toml.as_ref())?;
        Self::read(toml, toml_text::tree(toml)?, bases)
    }

    /// Reads a profile from JSON, as strictly as a record, and checks it as a whole.
    ///
    /// # Errors
    /// One fault, with its code, path and location: the first of reading, else the first of what the profile says about
    /// itself. [`check`] gives them all.
    pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, Error> {
        Self::from_json_with(json, &[])
    }

    /// As [`Profile::from_json`]; it may extend one of `bases` as well as any built-in profile.
    ///
    /// # Errors
    /// As [`Profile::from_json`].
    pub fn from_json_with(json: impl AsRef<[u8]>, bases: &[Self]) -> Result<Self, Error> {
        let json = json_document::text(json.as_ref())?;
        let tree = Tree::document(json).map_err(|fault| fault.in_text(json))?;
        Self::read(json, tree, bases)
    }

    fn read(text: &str, tree: Tree, bases: &[Self]) -> Result<Self, Error> {
        let (tree, refusals) = extends::merged(tree, bases);
        let location = |at: Option<Range<usize>>| at.map(|at| Location::in_text(text, at.start));
        if let Some(refused) = refusals.into_iter().next() {
            let error = Error::new(refused.code, refused.path, refused.message);
            return Err(error.at(location(refused.at)));
        }
        let document = json_document::read::<Document>(&tree.to_json()).map_err(|fault| {
            let spot = tree.at_offset(fault.offset);
            fault.at_location(location(tree.place(&spot)))
        })?;
        if let Some(flaw) = verify::flaws(&document).into_iter().next() {
            let spot = Spot { path: tree.path_to(&flaw.path), is_key: false };
            let error = Error::new(flaw.code, flaw.path, flaw.message);
            return Err(error.at(location(tree.place(&spot))));
        }
        Self::compile(document)
    }

    fn compile(document: Document) -> Result<Self, Error> {
        let region = match document.calendar.bank_holidays {
            BankHolidays::EnglandAndWales => Region::EnglandAndWales,
            BankHolidays::Scotland => Region::Scotland,
            BankHolidays::NorthernIreland => Region::NorthernIreland,
            BankHolidays::None => Region::None,
        };
        Ok(Self(Arc::new(Compiled {
            calendar: Calendar::new(region, document.calendar.extra_closures.iter().copied())
                .with_openings(document.calendar.extra_openings.iter().copied()),
            asked: rules::asked_in(Edition::LATEST, &document.rules),
            #[cfg(feature = "local-rules")]
            local: rules::LocalRules::new(&document.local_rules)?,
            statuses: Indexes::new(document.statuses.iter().map(|x| &x.id)),
            seats: Indexes::new(document.seats.iter().map(|x| &x.id)),
            stages: Indexes::new(document.agenda.iter().map(|x| &x.id)),
            scales: Indexes::new(document.scales.iter().map(|x| &x.id)),
            decisions: Indexes::new(document.decisions.iter().map(|x| &x.id)),
            terms: Terms::new(&document.plain_language),
            document,
        })))
    }

    /// The whole profile as canonical JSON, with what it extends merged in.
    pub fn to_json(&self) -> String {
        let mut writer = Writer::compact();
        self.0.document.write(&mut writer);
        writer.finish()
    }

    /// The working days of this council.
    pub fn calendar(&self) -> &Calendar {
        &self.0.calendar
    }

    /// A case status by its id.
    pub fn status(&self, id: &str) -> Option<&Status> {
        self.statuses.get(self.0.statuses.index(id)?)
    }

    /// A seat by its id.
    pub fn seat(&self, id: &str) -> Option<&Seat> {
        self.seats.get(self.seat_index(id)?)
    }

    /// Where among the seats one stands, from 0.
    pub(crate) fn seat_index(&self, id: &str) -> Option<usize> {
        self.0.seats.index(id)
    }

    /// A stage by its id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.agenda.get(self.stage_index(id)?)
    }

    /// Where in the agenda a stage stands, from 0.
    pub fn stage_index(&self, id: &str) -> Option<usize> {
        self.0.stages.index(id)
    }

    /// Where among the scales one stands, from 0.
    pub(crate) fn scale_index(&self, id: &str) -> Option<usize> {
        self.0.scales.index(id)
    }

    /// A scale by its id; not `referrer`, which comes with a record ([`Profile::scale_of`]).
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.get(self.scale_index(id)?)
    }

    /// The scale that a scaling round of this record names: one of the profile, or the referrer's own.
    pub fn scale_of<'a>(&'a self, record: &'a Record, id: &str) -> Option<&'a Scale> {
        if id == Scale::REFERRER { record.referral.scale.as_ref() } else { self.scale(id) }
    }

    /// A decision by its id.
    pub fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions.get(self.0.decisions.index(id)?)
    }

    /// The column a category stands in.
    pub fn column_of(&self, category: Category) -> Option<&Column> {
        self.columns.iter().find(|column| column.categories.iter().any(|c| c.id == category))
    }

    /// What this council calls a category.
    pub fn label_of(&self, category: Category) -> Option<&str> {
        let mut categories = self.columns.iter().flat_map(|column| &column.categories);
        categories.find(|c| c.id == category)?.label.as_ref().map(crate::Text::as_str)
    }

    /// The terms that this council would rather say in plain words.
    pub(crate) fn terms(&self) -> &Terms {
        &self.0.terms
    }

    /// Whether a rule is not off.
    pub(crate) fn asks(&self, code: &str) -> bool {
        self.rules.get(code) != Some(&RuleSetting::Off)
    }

    /// The council's own rules, ready to be asked.
    #[cfg(feature = "local-rules")]
    pub(crate) fn local(&self) -> &rules::LocalRules {
        &self.0.local
    }

    /// Refused where the council has rules of its own that this build cannot ask: a check without them would be none.
    ///
    /// # Errors
    /// `rules_not_loaded`.
    pub(crate) fn can_ask(&self) -> Result<(), Error> {
        if cfg!(feature = "local-rules") || self.local_rules.is_empty() {
            return Ok(());
        }
        let message = "found rules of the council's own, expected the part that asks them";
        Err(Error::new(Code::RulesNotLoaded, "/profile", message))
    }

    /// The rules of the latest edition that are not off, each with its severity here.
    pub(crate) fn rules_asked(&self) -> &[(&'static Rule, Severity)] {
        &self.0.asked
    }

    fn is_of(&self, record: &Record) -> bool {
        record.profile.id == self.id && record.profile.version == self.version
    }

    pub(crate) fn must_be_of(&self, record: &Record) -> Result<(), Error> {
        if self.is_of(record) { Ok(()) } else { Err(mismatch()) }
    }
}

fn mismatch() -> Error {
    Error::new(
        Code::ProfileMismatch,
        "/profile",
        "found another profile, expected the one that the record names",
    )
}

fn unknown() -> Error {
    Error::new(
        Code::UnknownProfile,
        "/profile",
        "found a profile that is not built in, expected one that profiles() lists, or the profile itself",
    )
}
