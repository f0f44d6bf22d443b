//! `check`: what is missing or inconsistent.

use super::Format;
use crate::checker::{CheckArgs, Outcome};
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use crate::input::{Cause, Input, InputError};
use crate::json_items::JsonItems;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use support_panel::{Code, Finding, Severity};
use support_panel_export::csv_row;

type Judged = Outcome<Vec<Finding>>;

/// Check records: what is missing or inconsistent, where, and how much it matters
///
/// Every record is read strictly and then asked the rules that its profile and the phase of its meeting call for. A
/// finding points to its place in the record by JSON Pointer and never quotes what people said.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel check panel.json
      One panel, for a person to read. Exit status 1 if it has an error.

  support-panel check 'panels/*.json' --as-of 2026-06-30 --fail-on warning --format csv > findings.csv
      Many panels as on 30 June, for a spreadsheet. Exit status 1 if any has a warning or an error.")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    check_args: CheckArgs,

    /// The least severity that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    fail_on: FailOn,

    /// Show findings of these severities alone; all are counted
    #[arg(long, value_enum, value_delimiter = ',', value_name = "SEVERITY,…")]
    severity: Vec<Level>,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Level {
    Error,
    Warning,
    Advice,
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Advice => Severity::Advice,
        }
    }
}

impl FailOn {
    /// Severities are ordered from the gravest.
    fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity != Severity::Advice,
            Self::Advice => true,
            Self::Never => false,
        }
    }
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let mut checker = match self.check_args.previous_args.prepare(&self.input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error),
        };
        let mut report = Report {
            format: self.format,
            list: JsonItems::new(self.format == Format::Json),
            count: Count::default(),
        };
        report.begin(console)?;
        for document in self.input.documents(stdin) {
            match document.and_then(|document| checker.check(document, &self.check_args)) {
                Ok(judged) => {
                    if judged.result.iter().any(|finding| self.fail_on.fails(finding.severity)) {
                        console.raise(Status::Found);
                    }
                    report.count.add(&judged.result);
                    report.record(&self.shown(judged), console)?;
                }
                Err(error) => {
                    report.count.unusable += 1;
                    report.error(&error, console)?;
                    console.complain(&error)?;
                }
            }
            console.progress(report.count.records)?;
        }
        report.end(console)?;
        Ok(console.status())
    }

    fn shown(&self, mut judged: Judged) -> Judged {
        if !self.severity.is_empty() {
            judged.result.retain(|finding| {
                self.severity.iter().any(|level| level.severity() == finding.severity)
            });
        }
        judged
    }
}

/// The counts of records and findings.
#[derive(Default)]
struct Count {
    records: u64,
    unusable: u64,
    findings: BTreeMap<&'static str, u64>,
}

const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::Error, "error", "errors"),
    (Severity::Warning, "warning", "warnings"),
    (Severity::Advice, "advice", "advice"),
];

impl Count {
    fn add(&mut self, findings: &[Finding]) {
        self.records += 1;
        for finding in findings {
            *self.findings.entry(finding.severity.as_str()).or_default() += 1;
        }
    }

    fn line(&self) -> String {
        let plural =
            |n: u64, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
        let found = SEVERITIES.map(|(severity, one, more)| {
            let n = self.findings.get(severity.as_str()).copied().unwrap_or_default();
            plural(n, one, more)
        });
        let mut line =
            format!("{} checked: {}", plural(self.records, "record", "records"), found.join(", "));
        if self.unusable > 0 {
            line.push_str(&format!("; {} unusable", self.unusable));
        }
        line
    }
}

struct Report {
    format: Format,
    list: JsonItems,
    count: Count,
}

/// A record's location and findings.
#[derive(Serialize)]
struct Result<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    record: &'a str,
    findings: &'a [Finding],
}

/// An input that cannot be used.
#[derive(Serialize)]
struct Refused<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    error: Fault<'a>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: Option<Code>,
    path: Option<&'a str>,
    column: Option<u32>,
    message: &'a str,
    remedy: Option<&'a str>,
}

impl Report {
    fn begin(&self, console: &mut Console<'_>) -> io::Result<()> {
        match self.format {
            Format::Csv => csv_row(
                console.out()?,
                ["file", "line", "record", "code", "severity", "path", "subject", "message"],
            ),
            _ => Ok(()),
        }
    }

    fn record(&mut self, judged: &Judged, console: &mut Console<'_>) -> io::Result<()> {
        let Outcome { location, record, result: findings, .. } = judged;
        match self.format {
            Format::Text => text(judged, console),
            Format::Json | Format::Ndjson => {
                let result = Result {
                    file: location.source.to_string(),
                    line: location.line,
                    record: &record.id,
                    findings,
                };
                self.list.item(console.out()?, &result)
            }
            Format::Csv => {
                let out = console.out()?;
                let (file, line) = (
                    location.source.to_string(),
                    location.line.map(|line| line.to_string()).unwrap_or_default(),
                );
                findings.iter().try_for_each(|finding| {
                    let Finding { code, severity, path, subject, message, .. } = finding;
                    let subject = subject.as_deref().unwrap_or_default();
                    csv_row(
                        out,
                        [
                            file.as_str(),
                            &line,
                            &record.id,
                            code,
                            severity.as_str(),
                            path,
                            subject,
                            message,
                        ],
                    )
                })
            }
        }
    }

    /// In JSON, an unusable input is an item among the results.
    fn error(&mut self, error: &InputError, console: &mut Console<'_>) -> io::Result<()> {
        if !matches!(self.format, Format::Json | Format::Ndjson) {
            return Ok(());
        }
        let fault = match &error.cause {
            Cause::Unreadable(why) => {
                Fault { code: None, path: None, column: None, message: why, remedy: None }
            }
            Cause::Refused(error) => Fault {
                code: Some(error.code()),
                path: Some(error.path()),
                column: error.column(),
                message: error.message(),
                remedy: Some(error.code().definition().remedy),
            },
        };
        self.list.item(
            console.out()?,
            &Refused { file: error.location.source.to_string(), line: error.line(), error: fault },
        )
    }

    fn end(self, console: &mut Console<'_>) -> io::Result<()> {
        match self.format {
            Format::Text => writeln!(console.out()?, "{}", self.count.line()),
            Format::Json | Format::Ndjson => self.list.end(console.out()?),
            Format::Csv => Ok(()),
        }
    }
}

/// Writes a heading and the findings by severity; nothing where there are none.
fn text(judged: &Judged, console: &mut Console<'_>) -> io::Result<()> {
    let Outcome { location, record, result: findings, .. } = judged;
    if findings.is_empty() {
        return Ok(());
    }
    let paint = console.paint;
    let out = console.out()?;
    let version = record.profile.version.to_string();
    writeln!(out, "{}", paint.heading(location))?;
    writeln!(
        out,
        "  record {}, profile {} {}",
        Escaped::new(&record.id),
        Escaped::new(&record.profile.id),
        Escaped::new(&version)
    )?;
    for (severity, one, more) in SEVERITIES {
        let of_it: Vec<_> =
            findings.iter().filter(|finding| finding.severity == severity).collect();
        if of_it.is_empty() {
            continue;
        }
        let name = if of_it.len() == 1 { one } else { more };
        writeln!(out, "\n  {}", paint.severity(severity, format_args!("{} {name}", of_it.len())))?;
        for finding in of_it {
            write!(out, "    {} {}", finding.code, Escaped::new(&finding.path))?;
            if let Some(subject) = &finding.subject {
                write!(out, " ({})", Escaped::new(subject))?;
            }
            writeln!(out, "\n      {}", Escaped::new(&finding.message))?;
        }
    }
    writeln!(out)
}
