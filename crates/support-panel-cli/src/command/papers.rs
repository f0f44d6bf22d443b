//! `papers`: the papers of a panel, each for a named reader, in a folder.

use crate::checker::{PreviousArgs, read_profile};
use crate::console::{Console, Status};
use crate::input::{Cause, Input, InputError, Location, Source};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use support_panel::report::{PaperOptions, Papers, Reader};
use support_panel::{Date, Error, Id, Instant, Profile, Record};
use support_panel_export::{CalendarOptions, File, Fonts, Format, Output, OutputOptions};

/// Write the papers of a panel, each for a named reader
///
/// Before a panel: invitation, agenda. After it: minutes, map, plan, letter, child, review, case-system, before-you-send. From
/// a profile alone, with --before: mapping-template, referral-form, question-card, scoring-slips. And calendar: the panel, its
/// review and the reader's own actions for a calendar program. A paper shows what is for its reader and nothing else; one that
/// is not made for such a reader is refused, and the others are still written. The papers hold names and what people said: take
/// care where they go.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel papers panel.json --paper letter,plan,calendar --for p-parent --format word --out papers
      For one parent a letter and a plan as Word, papers/letter-2026-03-12-p-parent.docx and so on, and a calendar, which
      is always iCalendar.

  support-panel papers --before leicester-masp --paper scoring-slips --format pdf --out papers
      Slips to print and fold, from a profile alone.")]
pub(crate) struct Args {
    /// Files of records, patterns of them such as 'panels/*.json', or - for standard input
    #[arg(value_name = "RECORD", required_unless_present = "before", conflicts_with = "before")]
    files: Vec<PathBuf>,

    /// Take every file as NDJSON, one record a line
    #[arg(long)]
    ndjson: bool,

    #[command(flatten)]
    previous_args: PreviousArgs,

    /// Which papers, with commas between them
    #[arg(long = "paper", value_delimiter = ',', required = true, value_name = "PAPER")]
    papers: Vec<Output>,

    /// For whom, with commas between them: professionals, family, or the id of a person or participant
    #[arg(
        long = "for",
        value_delimiter = ',',
        required_unless_present = "before",
        conflicts_with = "before",
        value_name = "READER"
    )]
    readers: Vec<Reader>,

    /// markdown, html (one complete page), text (at most 78 characters a line), word, pdf (tagged, PDF/UA-1), excel (the tables
    /// of a paper), or calendar
    #[arg(long, default_value_t = Format::Markdown)]
    format: Format,

    /// The folder to write into; it is made where it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    /// Write papers of this profile alone: the id of a built-in one, or a TOML or JSON file
    #[arg(long, value_name = "PROFILE")]
    before: Option<PathBuf>,

    /// Say what is not recorded, for professionals
    #[arg(long)]
    blanks: bool,

    /// What was read once more, and may be shown though it points to something withheld or names someone concealed: the
    /// ids that a refusal lists
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    confirm: Vec<Id>,

    /// The participant who gives a child a paper with the child's own words. Without one, a child's paper shows no more than
    /// every paper in the family would
    #[arg(long, value_name = "PARTICIPANT")]
    handed_over_by: Option<Id>,

    /// What another professional, an advocate or one of the network is given beyond the decision, the review and what they do:
    /// an entry or an action by its id or by a JSON Pointer, /outcome/reason, /outcome/contingency
    #[arg(long, value_name = "THING", value_delimiter = ',')]
    give: Vec<Id>,

    /// How often this calendar was sent before: a calendar program takes over what has a higher number
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    sequence: u32,

    /// When the calendar is made; without it, when the meeting is
    #[arg(long, value_name = "INSTANT")]
    stamp: Option<Instant>,

    /// A font for a PDF, as two OpenType files, for letters that the shipped one lacks
    #[arg(long, num_args = 2, value_names = ["REGULAR", "BOLD"])]
    fonts: Option<Vec<PathBuf>>,

    /// The day on which before-you-send judges the record; without it, rules about today are silent
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        if let Err(error) = fs::create_dir_all(&self.out) {
            return console.complain(&format!("the folder cannot be made: {error}"));
        }
        let fonts = match self.fonts() {
            Ok(fonts) => fonts,
            Err(error) => return console.complain(&error),
        };
        let mut folder = Folder { out: &self.out, written: BTreeSet::new() };
        match &self.before {
            Some(profile) => self.before(profile, fonts, &mut folder, console)?,
            None => self.of_records(stdin, fonts, &mut folder, console)?,
        }
        Ok(console.status())
    }

    fn before(
        &self,
        profile: &Path,
        fonts: Option<Fonts>,
        folder: &mut Folder<'_>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let profile = match read_profile(profile, &[]) {
            Ok(profile) => profile,
            Err(error) => return console.complain(&error).map(drop),
        };
        let options = OutputOptions::default().fonts(fonts);
        for paper in &self.papers {
            match paper.blank(&profile, self.format, &options) {
                Ok(file) => folder.write(&file, console)?,
                Err(error) => {
                    console.complain(&format!("{paper}: {error}"))?;
                }
            }
        }
        Ok(())
    }

    /// The caller's font, if one is given.
    fn fonts(&self) -> Result<Option<Fonts>, InputError> {
        let Some([regular, bold]) = self.fonts.as_deref() else { return Ok(None) };
        let read = |file: &PathBuf| read_font(file);
        let location = Location::start(Source::of(regular));
        let fonts = Fonts::new(read(regular)?, read(bold)?);
        fonts.map(Some).map_err(|error| InputError::refused(&location, error.into()))
    }

    fn of_records(
        &self,
        stdin: &mut dyn Read,
        fonts: Option<Fonts>,
        folder: &mut Folder<'_>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let input = Input { files: self.files.clone(), ndjson: self.ndjson };
        let mut checker = match self.previous_args.prepare(&input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error).map(drop),
        };
        let base = OutputOptions::default()
            .calendar(CalendarOptions::default().sequence(self.sequence).stamp(self.stamp))
            .fonts(fonts);
        let mut printed = 0;
        for document in input.documents(stdin) {
            let made = document.and_then(|document| {
                checker.take(document, |record, profile, previous| {
                    Ok(self.each(record, profile, previous, &base))
                })
            });
            let outcome = match made {
                Ok(outcome) => outcome,
                Err(error) => {
                    console.complain(&error)?;
                    continue;
                }
            };
            for made in outcome.result {
                match made {
                    Ok(file) => {
                        printed += 1;
                        folder.write(&file, console)?;
                    }
                    Err(error) => {
                        console.complain(&InputError::refused(&outcome.location, error))?;
                    }
                }
            }
        }
        if printed == 0 && console.status() == Status::Clean {
            console.complain(&"no record was given")?;
        }
        Ok(())
    }

    /// Each paper for each reader, or why there is none.
    fn each<'a>(
        &self,
        record: &Record,
        profile: &Profile,
        previous: Option<&'a Record>,
        base: &OutputOptions<'a>,
    ) -> Vec<Result<File, Error>> {
        let paper = PaperOptions::default()
            .previous(previous)
            .blanks(self.blanks)
            .as_of(self.as_of)
            .confirmed(self.confirm.iter().cloned())
            .handed_over_by(self.handed_over_by.clone())
            .given(self.give.iter().cloned());
        let options = base.clone().paper(paper);
        let readers = self.readers.iter();
        let readers = readers.map(|reader| Papers::new(record, profile, reader, &options.paper));
        let readers: Vec<_> = readers.collect();
        let each = |paper: &Output| {
            let file = |papers: &Papers<'_>| paper.file_of(papers, self.format, &options);
            readers.iter().map(file).collect::<Vec<_>>()
        };
        self.papers.iter().flat_map(each).collect()
    }
}

/// The bytes of a font; one of the largest that there are has some 20 MB.
fn read_font(file: &Path) -> Result<Vec<u8>, InputError> {
    const LARGEST: u64 = 64 * 1024 * 1024;
    let mut bytes = Vec::new();
    let read = fs::File::open(file).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    let unreadable = |error: io::Error| InputError {
        location: Location::start(Source::of(file)),
        cause: Cause::Unreadable(error.to_string()),
    };
    read.map(|_| bytes).map_err(unreadable)
}

/// Where the papers go, and which of this run are there already.
struct Folder<'a> {
    out: &'a Path,
    written: BTreeSet<String>,
}

impl Folder<'_> {
    /// Writes a paper and says so; a second paper of one name would be the first one's end.
    fn write(&mut self, file: &File, console: &mut Console<'_>) -> io::Result<()> {
        let File { name, bytes, .. } = file;
        if !self.written.insert(name.clone()) {
            let twice =
                format!("{name} would be written a second time: give records of one day apart");
            return console.complain(&twice).map(drop);
        }
        match fs::write(self.out.join(name), bytes) {
            Ok(()) => writeln!(console.out()?, "{name}"),
            Err(error) => console.complain(&format!("{name} cannot be written: {error}")).map(drop),
        }
    }
}
