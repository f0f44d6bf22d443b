//! Records with every identifier under a key.

use crate::families::{Families, Size};
use crate::hiding::{Hider, NUMBER, Scratch, WITHHELD, put};
use crate::key::{Key, Tokens};
use crate::known::Known;
use crate::places;
use foldhash::HashMap;
use support_panel::record::{Edit, Fate, Leaf, Place, Word};
use support_panel::{Error, Id, Record, limits};

/// Puts every identifier of records under a key.
///
/// Ids of records, case references and references of other systems become keyed digests (HMAC-SHA-256), as do the ids of people,
/// participants, entries and actions, which stay the same through the records of one family and differ between families. Names,
/// NHS numbers, places and a council's own data are left out. In texts what the family's records know gives way to the new ids, and
/// what leads to someone by its shape to words. All other text, every date and the agencies stay.
///
/// ```
/// use support_panel::Record;
/// use support_panel_privacy::{Key, Pseudonymiser};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "c-1", "kind": "child", "name": "Kai"}]},
///     "referral": {"reason": "KAI's school asked"}
/// }"#)?;
/// let mut others = Pseudonymiser::new(Key::new(&[7; 32])?, "analysis");
/// others.learn(&record);
/// let other = others.rewrite(record)?;
/// let child = &other.case.people[0].id;
/// assert!(child.starts_with("i-"));
/// assert_eq!(other.referral.reason.as_ref().map(|text| text.as_str().to_owned()), Some(format!("{child}'s school asked")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Pseudonymiser {
    key: Key,
    purpose: String,
    cases: Tokens,
    records: Tokens,
    references: Tokens,
    families: Families<Pseudonyms>,
    scratch: Scratch,
}

/// What becomes of the identifiers of one family.
struct Pseudonyms {
    tokens: Tokens,
    hider: Hider,
    ids: HashMap<Id, String>,
}

impl Pseudonymiser {
    /// Under a key, for a purpose: another purpose gives other ids.
    pub fn new(key: Key, purpose: &str) -> Self {
        Self {
            cases: key.tokens(purpose, "case", b""),
            records: key.tokens(purpose, "record", b""),
            references: key.tokens(purpose, "reference", b"recording.reference"),
            purpose: purpose.to_owned(),
            families: Families::default(),
            scratch: Scratch::default(),
            key,
        }
    }

    /// Gathers what a record knows, for every record of its family.
    pub fn learn(&mut self, record: &Record) {
        self.families.learn(record);
    }

    /// How many families there are among the records that it learnt from.
    pub fn families(&self) -> usize {
        self.families.count()
    }

    /// The record under the key.
    ///
    /// # Errors
    /// `too_large` where the new ids make it so.
    pub fn rewrite(&mut self, mut record: Record) -> Result<Record, Error> {
        let Self { key, purpose, cases, records, references, families, scratch } = self;
        let reference = record.case.reference.clone();
        let family = families.of(&reference, |known| {
            let tokens = key.tokens(purpose, "id", reference.as_bytes());
            Pseudonyms::new(&reference, known, tokens, [cases, records, references])
        });
        let mut renaming =
            Renaming { cases, records, references, family, scratch, size: Size::default() };
        record.edit(&mut renaming);
        renaming.size.readable(record)
    }
}

impl std::fmt::Debug for Pseudonymiser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pseudonymiser").finish_non_exhaustive()
    }
}

impl Pseudonyms {
    fn new(
        family: &str,
        known: &Known,
        tokens: Tokens,
        [cases, records, references]: [&Tokens; 3],
    ) -> Self {
        let ids: HashMap<Id, String> =
            known.kinds.keys().map(|id| (id.clone(), tokens.of(id.as_bytes()))).collect();
        let mut hider = Hider::new(false);
        for named in &known.names {
            let label = named.person.as_ref().and_then(|person| ids.get(person));
            let label = label.or_else(|| ids.get(&named.own)).map_or(WITHHELD, |label| label);
            hider.name(named.name.as_str(), label);
        }
        for number in &known.numbers {
            hider.identifier(number.as_str(), NUMBER);
        }
        hider.identifier(family, &cases.of(family.as_bytes()));
        for record in &known.records {
            hider.identifier(record, &records.of(record.as_bytes()));
        }
        for reference in &known.references {
            let reference = reference.as_str();
            hider.identifier(reference, &references.of(reference.as_bytes()));
        }
        Self { tokens, hider, ids }
    }
}

/// One record on its way.
struct Renaming<'a> {
    cases: &'a Tokens,
    records: &'a Tokens,
    references: &'a Tokens,
    family: &'a mut Pseudonyms,
    scratch: &'a mut Scratch,
    size: Size,
}

impl Edit for Renaming<'_> {
    fn edit(&mut self, place: &Place<'_>, leaf: Leaf<'_>) -> Fate {
        let at = place.id();
        match leaf {
            Leaf::Extensions => return Fate::LeftOut,
            Leaf::Text(_)
                if places::NAMES.contains(&at) || at == places::NUMBER || at == places::HELD_AT =>
            {
                return Fate::LeftOut;
            }
            Leaf::Text(word) if places::OTHER_REFERENCES.contains(&at) => {
                rename(word, self.references)
            }
            Leaf::Label(word) if at == places::REFERENCE => rename(word, self.cases),
            Leaf::Id(word) if places::OF_A_RECORD.contains(&at) => rename(word, self.records),
            Leaf::Id(word) if !places::OF_THE_PROFILE.contains(&at) => {
                let Pseudonyms { tokens, ids, .. } = &mut *self.family;
                match ids.get(word.text()) {
                    Some(token) => set(word, token),
                    None => {
                        let token = tokens.of(word.text().as_bytes());
                        if let Ok(id) = word.text().parse() {
                            ids.insert(id, token.clone());
                        }
                        set(word, &token);
                    }
                }
            }
            Leaf::Text(word) => {
                self.hide(word);
                self.size.add(word.text().len());
                return Fate::Stays;
            }
            _ => {}
        }
        self.size.add(64);
        Fate::Stays
    }
}

impl Renaming<'_> {
    fn hide(&mut self, word: &mut dyn Word) {
        let hider = &self.family.hider;
        if hider.find(word.text(), self.scratch) {
            let text = put(word.text(), &self.scratch.spans, |label| hider.label(label));
            set(word, within_limit(&text));
        }
    }
}

fn rename(word: &mut dyn Word, tokens: &Tokens) {
    let token = tokens.of(word.text().as_bytes());
    set(word, &token);
}

/// A token is an id and a text; what cannot be set is withheld.
pub(crate) fn set(word: &mut dyn Word, text: &str) {
    if word.set(text).is_err() {
        // Every id can be this.
        let _ = word.set(WITHHELD);
    }
}

/// The text, or nothing of it where longer labels take it beyond the limit.
pub(crate) fn within_limit(text: &str) -> &str {
    let most = limits::TEXT_CHARACTERS;
    if text.len() > most && text.chars().count() > most { WITHHELD } else { text }
}
