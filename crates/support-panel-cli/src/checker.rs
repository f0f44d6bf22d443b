//! Reads records and judges them: under which profile, with which previous panel, on which day.

use crate::input::{Cause, Document, Documents, Input, InputError, Location, Source};
use std::collections::{HashMap, VecDeque};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use support_panel::{CheckOptions, Date, Edition, Error, Finding, Id, Profile, Record, check};

/// The profiles of the records.
#[derive(Debug, clap::Args)]
pub(crate) struct ProfileArgs {
    /// The council's profile: the id of a built-in one, or a TOML or JSON file; may be given again
    ///
    /// Without it, each record is taken under the built-in profile that it names. With it, each must name one of those
    /// given. A later file may extend an earlier one.
    #[arg(long = "profile", value_name = "FILE|ID")]
    pub(crate) profiles: Vec<PathBuf>,
}

/// The profiles and the previous panel.
#[derive(Debug, clap::Args)]
pub(crate) struct PreviousArgs {
    #[command(flatten)]
    pub(crate) profile_args: ProfileArgs,

    /// The record of the panel before
    ///
    /// Without it, the record that `meeting.previous` names is looked for among the files given, and used if it is there.
    #[arg(long, value_name = "FILE", conflicts_with = "alone")]
    pub(crate) previous: Option<PathBuf>,

    /// Take each record by itself: do not look for the panel before among the files
    ///
    /// It saves reading files twice, and keeping in memory the records that come through a pipe, of which the last 64 MiB
    /// are looked through.
    #[arg(long)]
    pub(crate) alone: bool,
}

/// The profiles, the previous panel and the day.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) previous_args: PreviousArgs,

    /// The day on which records are judged; without it, rules about today are silent
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<Date>,

    /// The edition of the rules that judges: latest, when-held for the one in force on the day of each meeting, or its name
    #[arg(long, value_name = "EDITION", default_value = "latest")]
    pub(crate) edition: JudgedBy,
}

/// Which edition of the rules judges a record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum JudgedBy {
    One(Edition),
    WhenHeld,
}

impl FromStr for JudgedBy {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Ok(match name {
            "latest" => Self::One(Edition::LATEST),
            "when-held" => Self::WhenHeld,
            name => Self::One(name.parse()?),
        })
    }
}

impl JudgedBy {
    fn of(self, record: &Record) -> Edition {
        match self {
            Self::One(edition) => edition,
            Self::WhenHeld => Edition::in_force_on(record.meeting.held_on),
        }
    }
}

impl ProfileArgs {
    pub(crate) fn read(&self) -> Result<Vec<Profile>, InputError> {
        let mut known = Vec::new();
        for given in &self.profiles {
            let profile = read_profile(given, &known)?;
            known.push(profile);
        }
        Ok(known)
    }
}

pub(crate) fn read_profile(given: &Path, known: &[Profile]) -> Result<Profile, InputError> {
    let source = Source::of(given);
    if let (Some(id), false) = (given.to_str(), given.exists())
        && let Ok(profile) = Profile::built_in(id)
    {
        return Ok(profile);
    }
    let document = read_one(source)?;
    let is_toml = given.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    let read = if is_toml {
        Profile::from_toml_with(&document.bytes, known)
    } else {
        Profile::from_json_with(&document.bytes, known)
    };
    read.map_err(|error| InputError::refused(&document.location, error))
}

/// The one document of a file.
pub(crate) fn read_one(source: Source) -> Result<Document, InputError> {
    let location = Location::start(source.clone());
    if source == Source::Stdin {
        return Err(InputError {
            location,
            cause: Cause::Unreadable("it is for records to look at: give a file here".into()),
        });
    }
    let mut documents = Documents::of_files([source].into_iter(), false);
    documents.next().unwrap_or_else(|| {
        Err(InputError { location, cause: Cause::Unreadable("it is empty".into()) })
    })
}

/// Reads records one by one, each with its profile and its previous panel.
pub(crate) struct Checker {
    profiles: Vec<Profile>,
    before: Before,
}

enum Before {
    Given(Box<Record>),
    Sought(PreviousRecords),
    Unknown,
}

impl PreviousArgs {
    pub(crate) fn prepare(&self, input: &Input) -> Result<Checker, InputError> {
        let before = match &self.previous {
            Some(file) => Before::Given(Box::new(read_record(&read_one(Source::of(file))?)?)),
            None if self.alone => Before::Unknown,
            None => Before::Sought(PreviousRecords::new(input)),
        };
        Ok(Checker { profiles: self.profile_args.read()?, before })
    }
}

/// Reads a record from a document.
pub(crate) fn read_record(document: &Document) -> Result<Record, InputError> {
    Record::from_json(&document.bytes)
        .map_err(|error| InputError::refused(&document.location, error))
}

/// What is made of each record of the input under its profile, in order.
pub(crate) fn of_each_record<T>(
    input: &Input,
    profiles: &[Profile],
    stdin: &mut dyn Read,
    mut make: impl FnMut(&Record, &Profile) -> Result<T, Error>,
) -> impl Iterator<Item = Result<T, InputError>> {
    input.documents(stdin).map(move |document| {
        let document = document?;
        let record = read_record(&document)?;
        Profile::for_record(&record, profiles)
            .and_then(|profile| make(&record, &profile))
            .map_err(|error| InputError::refused(&document.location, error))
    })
}

/// A record, and the result for it.
pub(crate) struct Outcome<T> {
    pub(crate) location: Location,
    pub(crate) record: Record,
    pub(crate) profile: Profile,
    pub(crate) result: T,
}

impl Checker {
    /// Reads one document and calls `make` with its record, its profile and its previous panel.
    pub(crate) fn take<T>(
        &mut self,
        document: Document,
        make: impl FnOnce(&Record, &Profile, Option<&Record>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, InputError> {
        let record = read_record(&document)?;
        let Document { location, bytes } = document;
        let found;
        let previous = match &mut self.before {
            Before::Given(previous) => Some(&**previous),
            Before::Sought(records) => {
                records.store(&record, &location, bytes);
                found = match &record.meeting.previous {
                    Some(id) => records.find(id).map_err(|cause| InputError {
                        location: location.clone(),
                        cause: Cause::Unreadable(cause.into()),
                    })?,
                    None => None,
                };
                found.as_ref()
            }
            Before::Unknown => None,
        };
        let made = Profile::for_record(&record, &self.profiles)
            .and_then(|profile| Ok((make(&record, &profile, previous)?, profile)));
        match made {
            Ok((result, profile)) => Ok(Outcome { location, record, profile, result }),
            Err(error) => Err(InputError::refused(&location, error)),
        }
    }

    /// Reads and checks one document.
    pub(crate) fn check(
        &mut self,
        document: Document,
        args: &CheckArgs,
    ) -> Result<Outcome<Vec<Finding>>, InputError> {
        self.take(document, |record, profile, previous| {
            let options = CheckOptions::default().as_of(args.as_of).previous(previous);
            check(record, profile, &options.edition(args.edition.of(record)))
        })
    }
}

/// Finds previous panels: in files by their location, from a pipe by their text.
struct PreviousRecords {
    lasting: Vec<Source>,
    all_lines: bool,
    /// Indexed when a record first names a previous panel.
    locations: Option<HashMap<Id, Location>>,
    piped: Piped,
}

/// The last texts that came through a pipe, by the ids of their records; of several of one id, the first.
#[derive(Default)]
struct Piped {
    texts: HashMap<Id, Vec<u8>>,
    /// In the order in which they came.
    ids: VecDeque<Id>,
    bytes: usize,
    /// Whether any was let go of.
    is_partial: bool,
}

/// The most bytes of texts from a pipe that are kept.
const PIPED_BYTES: usize = 64 * 1024 * 1024;

impl Piped {
    fn keep(&mut self, id: &Id, text: Vec<u8>, most: usize) {
        if self.texts.contains_key(id) {
            return;
        }
        self.bytes += text.len();
        self.texts.insert(id.clone(), text);
        self.ids.push_back(id.clone());
        while self.bytes > most {
            let Some(text) = self.ids.pop_front().and_then(|first| self.texts.remove(&first))
            else {
                return;
            };
            self.bytes -= text.len();
            self.is_partial = true;
        }
    }
}

impl PreviousRecords {
    fn new(input: &Input) -> Self {
        let lasting = input.sources().into_iter().flatten().filter(Source::is_lasting).collect();
        Self { lasting, all_lines: input.ndjson, locations: None, piped: Piped::default() }
    }

    /// Stores the text of a record that cannot be read again.
    fn store(&mut self, record: &Record, location: &Location, bytes: Vec<u8>) {
        if !location.source.is_lasting() {
            self.piped.keep(&record.id, bytes, PIPED_BYTES);
        }
    }

    /// The record of this id; of several, the first. An error where it may have come through a pipe too long ago.
    fn find(&mut self, id: &Id) -> Result<Option<Record>, &'static str> {
        if let Some(bytes) = self.piped.texts.get(id) {
            return Ok(Record::from_json(bytes).ok());
        }
        match self.find_in_files(id) {
            None if self.piped.is_partial => Err(
                "the record of the panel before may have come through the pipe more than 64 MiB ago: give files, --previous or --alone",
            ),
            found => Ok(found),
        }
    }

    fn find_in_files(&mut self, id: &Id) -> Option<Record> {
        let locations = self.locations.get_or_insert_with(|| {
            let mut locations = HashMap::new();
            for document in
                Documents::of_files(self.lasting.iter().cloned(), self.all_lines).flatten()
            {
                if let Ok(record) = Record::from_json(&document.bytes) {
                    locations.entry(record.id).or_insert(document.location);
                }
            }
            locations
        });
        let bytes = locations.get(id)?.read_again().ok()?;
        // The file may have changed since it was indexed, and hold another record there.
        Record::from_json(bytes).ok().filter(|record| record.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_pipe_the_last_texts_are_kept() {
        let mut piped = Piped::default();
        let id = |n: usize| format!("r{n}").parse::<Id>().unwrap();
        for n in 0..10 {
            piped.keep(&id(n), vec![b'x'; 10], 35);
            piped.keep(&id(n), vec![b'y'; 10], 35);
            assert!(piped.bytes <= 35);
            assert_eq!(piped.is_partial, n >= 3);
        }
        assert_eq!(piped.ids, [id(7), id(8), id(9)]);
        assert_eq!(piped.texts[&id(9)], [b'x'; 10]);
        assert_eq!(piped.texts.len(), 3);
    }
}
