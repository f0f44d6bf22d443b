//! `profile new`: a first profile from answers.

use crate::checker::read_one;
use crate::console::{Console, Status};
use crate::input::Source;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use support_panel::profile::{Answers, draft, draft_questions};

/// Begin a profile: answer questions, or give a file of answers
///
/// The questions go to standard error and the profile to standard output. An empty answer means that it is not decided: it
/// stands in the profile as a comment, to be filled in later.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel profile new > our-panel.toml
      Asks, and writes.

  support-panel profile new --answers answers.txt > our-panel.toml
      Takes lines such as 'roles: Team Manager, Social Care' from a file; a key may be given again.

  support-panel profile new --questions
      The questions and their keys.")]
pub(super) struct Args {
    /// A file with one 'key: answer' a line instead of questions; lines that begin with # are notes
    #[arg(long, value_name = "FILE", conflicts_with = "questions")]
    answers: Option<PathBuf>,

    /// Print the questions, with their keys and an example each
    #[arg(long)]
    questions: bool,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        if self.questions {
            let out = console.out()?;
            for question in draft_questions() {
                let many = if question.many { " (may be given again)" } else { "" };
                writeln!(out, "# {}{many}\n{}: {}", question.ask, question.key, question.example)?;
            }
            return Ok(Status::Clean);
        }
        let answers = match &self.answers {
            None => ask(stdin, console)?,
            Some(file) => match read_one(Source::of(file)) {
                Ok(document) => match read(&String::from_utf8_lossy(&document.bytes)) {
                    Ok(answers) => answers,
                    Err(line) => {
                        return console.complain(&format!(
                            "{}, line {line}: found no key and colon, expected a line such as 'meeting: Family Support Panel'",
                            document.location
                        ));
                    }
                },
                Err(error) => return console.complain(&error),
            },
        };
        match draft(&answers) {
            Ok(profile) => {
                console.document(&profile)?;
                Ok(Status::Clean)
            }
            Err(error) => console.complain(&error),
        }
    }
}

/// The answers of a file, or the number of the first line that is none.
fn read(text: &str) -> Result<Answers, usize> {
    let lines = text.lines().zip(1_usize..).filter(|(line, _)| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#')
    });
    lines
        .map(|(line, number)| {
            let (key, answer) = line.split_once(':').ok_or(number)?;
            Ok((key.trim().to_owned(), vec![answer.trim().to_owned()]))
        })
        .collect()
}

fn ask(stdin: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Answers> {
    let mut lines = BufReader::new(stdin).lines();
    let mut answers = Answers::new();
    console.ask("An empty answer means: not decided.")?;
    for question in draft_questions() {
        let more = if question.many { " One a line; an empty line ends." } else { "" };
        console.ask(&format!("{}{more} (such as: {})", question.ask, question.example))?;
        let mut given = Vec::new();
        while let Some(answer) = lines.next().transpose()? {
            if answer.trim().is_empty() {
                break;
            }
            given.push(answer);
            if !question.many {
                break;
            }
        }
        answers.push((question.key.to_owned(), given));
    }
    Ok(answers)
}
