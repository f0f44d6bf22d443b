//! Records with less in them.

mod report;

pub use report::Report;

use crate::families::{Families, Size};
use crate::hiding::{Hider, NUMBER, REFERENCE, Scratch, WITHHELD, put};
use crate::key::{Key, push_hex};
use crate::known::Known;
use crate::places;
use crate::pseudonyms::{set, within_limit};
use crate::shifting::{shifted_day, shifted_instant};
use foldhash::HashMap;
use report::{Makeup, Tally, What};
use support_panel::record::{Edit, Fate, Leaf, Place, Word};
use support_panel::{Date, Error, Record};

/// What records are for, and so how much of them is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// No texts; days of birth are the first of their month.
    Research,
    /// No texts; days of birth are the first of their year.
    Regional,
    /// Texts with names taken out; days of birth are the first of their month.
    Training,
}

impl Purpose {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Research, Self::Regional, Self::Training];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Research => "research",
            Self::Regional => "regional",
            Self::Training => "training",
        }
    }

    /// The one with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == word)
    }

    fn keeps_text(self) -> bool {
        self == Self::Training
    }

    fn births_are_of_a_year(self) -> bool {
        self == Self::Regional
    }

    /// The first day of what is kept of a day of birth.
    fn birth(self, day: Date) -> Date {
        let month = if self.births_are_of_a_year() { 1 } else { day.month() };
        Date::new(day.year(), month, 1).unwrap_or(Date::MIN)
    }
}

/// Takes out of records what a purpose does not need.
///
/// Names, numbers, agencies, places, references of other systems and a council's own data are left out. Days and instants are shifted
/// by whole weeks, the same for all records of a family, and days of birth become the first of their month or year. Free text is left
/// out, or kept with names and what leads to someone taken out. Ids and case references stay.
///
/// ```
/// use support_panel::Record;
/// use support_panel_privacy::{Degrader, Key, Purpose};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "c-1", "kind": "child", "name": "Kai"}]},
///     "referral": {"reason": "KAI's school rang on 12 March"}
/// }"#)?;
/// let mut degrader = Degrader::new(Purpose::Training, Key::new(&[7; 32])?);
/// degrader.learn(&record);
/// let other = degrader.rewrite(record)?;
/// assert_eq!(other.referral.reason.as_ref().map(|text| text.as_str()), Some("Child 1's school rang on (date)"));
/// assert_eq!(degrader.report().hidden["(name)"], 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Degrader {
    purpose: Purpose,
    key: Key,
    families: Families<Degraded>,
    tally: Tally,
    scratch: Scratch,
}

/// What becomes of the days and texts of one family.
struct Degraded {
    days: i64,
    hider: Hider,
}

impl Degrader {
    /// For a purpose; under the same key a family is shifted by the same weeks.
    pub fn new(purpose: Purpose, key: Key) -> Self {
        let tally = Tally::default();
        Self { purpose, key, families: Families::default(), tally, scratch: Scratch::default() }
    }

    /// Gathers what a record knows, for every record of its family.
    pub fn learn(&mut self, record: &Record) {
        self.families.learn(record);
    }

    /// How many families there are among the records that it learnt from.
    pub fn families(&self) -> usize {
        self.families.count()
    }

    /// The record with less in it.
    ///
    /// # Errors
    /// `too_large` where the labels make it so.
    pub fn rewrite(&mut self, mut record: Record) -> Result<Record, Error> {
        let Self { purpose, key, families, tally, scratch } = self;
        let reference = record.case.reference.clone();
        let family =
            families.of(&reference, |known| Degraded::new(*purpose, key, &reference, known));
        let makeup = Makeup::of(&record, purpose.births_are_of_a_year());
        let size = Size::default();
        leave_out_partial_births(&mut record, tally);
        let mut lessening = Lessening { purpose: *purpose, key, family, tally, scratch, size };
        record.edit(&mut lessening);
        let record = lessening.size.readable(record)?;
        tally.add(reference, makeup);
        Ok(record)
    }

    /// What was done so far, and what may remain.
    pub fn report(&self) -> Report {
        self.tally.report(self.purpose)
    }
}

impl std::fmt::Debug for Degrader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Degrader").field("purpose", &self.purpose).finish_non_exhaustive()
    }
}

/// How many weeks a family may be shifted by, either way and never by none.
const WEEKS: u64 = 26;

impl Degraded {
    fn new(purpose: Purpose, key: &Key, family: &str, known: &Known) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = key.digest(&[b"shift", family.as_bytes()]);
        let chance = u64::from_be_bytes([a, b, c, d, e, f, g, h]) % (2 * WEEKS);
        let weeks =
            if chance < WEEKS { chance as i64 - WEEKS as i64 } else { (chance - WEEKS) as i64 + 1 };
        let mut hider = Hider::new(true);
        if purpose.keeps_text() {
            teach(&mut hider, family, known);
        }
        Self { days: 7 * weeks, hider }
    }
}

fn teach(hider: &mut Hider, family: &str, known: &Known) {
    // Child 1, Professional 3: by what someone is, in the order in which the records list them.
    let mut seen: HashMap<&str, usize> = HashMap::default();
    let labels: HashMap<_, _> = known
        .kinds
        .iter()
        .map(|(id, kind)| {
            let number = seen.entry(kind).or_default();
            *number += 1;
            let mut words = kind.replace('_', " ");
            words.get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
            (id, format!("{words} {number}"))
        })
        .collect();
    for named in &known.names {
        let label = named.person.as_ref().and_then(|person| labels.get(person));
        let label = label.or_else(|| labels.get(&named.own)).map_or(WITHHELD, |label| label);
        hider.name(named.name.as_str(), label);
    }
    for number in &known.numbers {
        hider.identifier(number.as_str(), NUMBER);
    }
    for agency in &known.agencies {
        hider.agency(agency.as_str());
    }
    let records = known.records.iter().map(|id| id.as_str());
    let references = known.references.iter().map(|reference| reference.as_str());
    for reference in [family].into_iter().chain(records).chain(references) {
        hider.identifier(reference, REFERENCE);
    }
}

/// A year and a month of birth cannot be shifted by days.
fn leave_out_partial_births(record: &mut Record, tally: &mut Tally) {
    for person in &mut record.case.people {
        let birth = &mut person.birth;
        for (path, part) in [
            ("case.people.birth.year", &mut birth.year),
            ("case.people.birth.month", &mut birth.month),
        ] {
            if part.take().is_some() {
                tally.left_out(path);
            }
        }
    }
}

/// One record on its way.
struct Lessening<'a> {
    purpose: Purpose,
    key: &'a Key,
    family: &'a Degraded,
    tally: &'a mut Tally,
    scratch: &'a mut Scratch,
    size: Size,
}

impl Edit for Lessening<'_> {
    fn edit(&mut self, place: &Place<'_>, leaf: Leaf<'_>) -> Fate {
        let at = place.id();
        match leaf {
            Leaf::Extensions => return self.left_out(place),
            Leaf::Text(_)
                if [places::NUMBER, places::AGENCY, places::HELD_AT].contains(&at)
                    || places::OTHER_REFERENCES.contains(&at) && !place.is_required() =>
            {
                return self.left_out(place);
            }
            Leaf::Text(word) if places::OTHER_REFERENCES.contains(&at) => {
                self.tally.changed(What::Withheld, place);
                set(word, WITHHELD);
            }
            Leaf::Text(word) if self.purpose.keeps_text() => {
                self.hide(place, word);
                self.size.add(word.text().len());
                return Fate::Stays;
            }
            Leaf::Text(word) if places::SCALE_WORDS.contains(&at) => {
                self.tally.changed(What::Token, place);
                let path = place.to_string();
                let mut parts: Vec<&[u8]> = vec![b"scale"];
                parts.extend(path.split('.').map(str::as_bytes));
                parts.push(word.text().as_bytes());
                let mut token = String::from("(");
                push_hex(&self.key.digest(&parts), 8, &mut token);
                token.push(')');
                set(word, &token);
            }
            Leaf::Text(word) if place.is_required() => {
                self.tally.changed(What::Withheld, place);
                set(word, WITHHELD);
            }
            Leaf::Text(_) => return self.left_out(place),
            Leaf::Date(day) => self.shift(place, day),
            Leaf::Instant(instant) => {
                self.tally.changed(What::Shifted, place);
                let Some(shifted) = shifted_instant(*instant, self.family.days) else {
                    return Fate::LeftOut;
                };
                *instant = shifted;
            }
            Leaf::Id(word) | Leaf::Label(word) => self.size.add(word.text().len()),
        }
        self.size.add(64);
        Fate::Stays
    }
}

impl Lessening<'_> {
    fn left_out(&mut self, place: &Place<'_>) -> Fate {
        self.tally.changed(What::LeftOut, place);
        Fate::LeftOut
    }

    fn shift(&mut self, place: &Place<'_>, day: &mut Date) {
        *day = shifted_day(*day, self.family.days);
        let what = if !places::BIRTHS.contains(&place.id()) {
            What::Shifted
        } else {
            *day = self.purpose.birth(*day);
            if self.purpose.births_are_of_a_year() { What::YearOf } else { What::MonthOf }
        };
        self.tally.changed(what, place);
    }

    fn hide(&mut self, place: &Place<'_>, word: &mut dyn Word) {
        let hider = &self.family.hider;
        if !hider.find(word.text(), self.scratch) {
            self.tally.remains(word.text());
            return;
        }
        let spans = &self.scratch.spans;
        let text = put(word.text(), spans, |label| hider.label(label));
        self.tally.remains(&put(word.text(), spans, |_| "x"));
        for span in spans {
            self.tally.hidden(hider.label(span.label));
        }
        if text != word.text() {
            self.tally.changed(What::Replaced, place);
        }
        set(word, within_limit(&text));
    }
}
