//! `papers`: the papers of a panel, each for a named reader, in a folder.

use crate::checker::{PreviousArgs, read_profile};
use crate::console::{Console, Status};
use crate::input::{Input, InputError};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use support_panel::report::{self, Format, Paper, PaperOptions, Reader};
use support_panel::{Date, Error, Id, Profile, Record};

/// Write the papers of a panel, each for a named reader
///
/// Before a panel: invitation, agenda. After it: minutes, map, plan, letter, child, review, case-system, before-you-send. From
/// a profile alone, with --before: mapping-template, referral-form, question-card, scoring-slips. A paper shows what is for its
/// reader and nothing else; one that is not made for such a reader is refused, and the others are still written. The papers
/// hold names and what people said: take care where they go.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel papers panel.json --paper letter,plan --for p-parent --format html --out papers
      A letter and a plan for one parent, as papers/letter-2026-03-12-p-parent.html and so on.

  support-panel papers --before leicester-masp --paper scoring-slips --format html --out papers
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
    papers: Vec<Paper>,

    /// For whom, with commas between them: professionals, family, or the id of a person or participant
    #[arg(
        long = "for",
        value_delimiter = ',',
        required_unless_present = "before",
        conflicts_with = "before",
        value_name = "READER"
    )]
    readers: Vec<Reader>,

    /// markdown, html (one complete page) or text (at most 78 characters a line)
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

    /// What was read once more, and may be shown though it points to something withheld or names someone concealed: the ids
    /// that a refusal lists
    #[arg(long, value_name = "ID")]
    confirm: Vec<Id>,

    /// The participant who gives a child the paper with the child's own words
    #[arg(long, value_name = "PARTICIPANT")]
    handed_over_by: Option<Id>,

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
        let mut folder = Folder { out: &self.out, written: BTreeSet::new() };
        match &self.before {
            Some(profile) => self.before(profile, &mut folder, console)?,
            None => self.of_records(stdin, &mut folder, console)?,
        }
        Ok(console.status())
    }

    fn before(
        &self,
        profile: &Path,
        folder: &mut Folder<'_>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let profile = match read_profile(profile, &[]) {
            Ok(profile) => profile,
            Err(error) => return console.complain(&error).map(drop),
        };
        for paper in &self.papers {
            match report::blank(&profile, *paper) {
                Ok(document) => {
                    let name = format!("{paper}-{}.{}", profile.id, ending(self.format));
                    folder.write(&name, &document.render(self.format), console)?;
                }
                Err(error) => {
                    console.complain(&format!("{paper}: {error}"))?;
                }
            }
        }
        Ok(())
    }

    fn of_records(
        &self,
        stdin: &mut dyn Read,
        folder: &mut Folder<'_>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let input = Input { files: self.files.clone(), ndjson: self.ndjson };
        let mut checker = match self.previous_args.prepare(&input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error).map(drop),
        };
        let mut printed = 0;
        for document in input.documents(stdin) {
            let made = document.and_then(|document| {
                checker.take(document, |record, profile, previous| {
                    Ok(self.each(record, profile, previous))
                })
            });
            let outcome = match made {
                Ok(outcome) => outcome,
                Err(error) => {
                    console.complain(&error)?;
                    continue;
                }
            };
            for (what, made) in outcome.result {
                match made {
                    Ok(text) => {
                        printed += 1;
                        folder.write(&what, &text, console)?;
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

    /// Each paper for each reader: its name, and its text or why there is none.
    fn each(
        &self,
        record: &Record,
        profile: &Profile,
        previous: Option<&Record>,
    ) -> Vec<(String, Result<String, Error>)> {
        let options = PaperOptions::default()
            .previous(previous)
            .blanks(self.blanks)
            .as_of(self.as_of)
            .confirmed(self.confirm.iter().cloned())
            .handed_over_by(self.handed_over_by.clone());
        let mut made = Vec::new();
        for paper in &self.papers {
            for reader in &self.readers {
                let text = report::paper(record, profile, reader, *paper, &options)
                    .map(|document| document.render(self.format));
                let on = record.meeting.held_on.map(|on| on.to_string());
                let parts = [Some(paper.to_string()), on, Some(reader.to_string())];
                let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
                made.push((format!("{name}.{}", ending(self.format)), text));
            }
        }
        made
    }
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Markdown => "md",
        Format::Html => "html",
        _ => "txt",
    }
}

/// Where the papers go, and which of this run are there already.
struct Folder<'a> {
    out: &'a Path,
    written: BTreeSet<String>,
}

impl Folder<'_> {
    /// Writes a paper and says so; a second paper of one name would be the first one's end.
    fn write(&mut self, name: &str, text: &str, console: &mut Console<'_>) -> io::Result<()> {
        let name = safe(name);
        if !self.written.insert(name.clone()) {
            let twice =
                format!("{name} would be written a second time: give records of one day apart");
            return console.complain(&twice).map(drop);
        }
        match fs::write(self.out.join(&name), text) {
            Ok(()) => {
                use io::Write;
                writeln!(console.out()?, "{name}")
            }
            Err(error) => console.complain(&format!("{name} cannot be written: {error}")).map(drop),
        }
    }
}

/// An id may have any character: a file's name has only those that name nothing else.
fn safe(name: &str) -> String {
    let shown = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' };
    name.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert_eq!(safe("letter-2026-03-12-../p:1.md"), "letter-2026-03-12-.._p_1.md");
    }
}
