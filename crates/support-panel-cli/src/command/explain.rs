//! `explain`: what a code means, and what a finding of it was read from.

use super::rules::area;
use crate::checker::{CheckArgs, Outcome};
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use crate::input::Input;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use support_panel::interface::json;
use support_panel::{
    CodeDefinition, Definition, Error, Explanation, Finding, LocalDefinition, Phase, Profile,
    explain, explain_finding, explain_under,
};

/// Explain a code: what it means, why it matters and what to do
///
/// With records, every finding of that rule in them is shown with the ids, codes, numbers and dates that the rule read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel explain SP303
      What the rule asks, why, what to do, and what a profile may set.

  support-panel explain SP303 panel.json
      The same, and each stage of this panel that ran over: how long it took and how long it was to take.")]
pub(crate) struct Args {
    /// A rule, such as SP303, or the code of an error, a refusal or a reason, such as bad_date
    code: String,

    /// Files of records, patterns of them such as 'panels/*.json', or - for standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Take every file as NDJSON, one record a line
    #[arg(long)]
    ndjson: bool,

    #[command(flatten)]
    check_args: CheckArgs,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let profiles = match self.check_args.previous_args.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let explained = explained(&self.code, &profiles)
            .or_else(|_| explained(&self.code.to_uppercase(), &profiles));
        let code = match explained {
            Ok(Explanation::Rule(rule)) => show_rule(&rule, console)?.to_owned(),
            Ok(Explanation::LocalRule(rule)) => show_local_rule(rule, console)?,
            Ok(Explanation::Code(code)) => show_code(&code, console)?.to_owned(),
            Ok(_) => return Ok(Status::Clean),
            Err(error) => {
                return console.complain(&format_args!(
                    "{error}\n  'support-panel rules' lists the rules, 'support-panel rules --codes' the other codes."
                ));
            }
        };
        if self.files.is_empty() {
            return Ok(Status::Clean);
        }
        let input = Input { files: self.files.clone(), ndjson: self.ndjson };
        let mut checker = match self.check_args.previous_args.prepare(&input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error),
        };
        let mut found = 0;
        for document in input.documents(stdin) {
            match document.and_then(|document| checker.check(document, &self.check_args)) {
                Ok(judged) => found += show_findings(&code, &judged, console)?,
                Err(error) => drop(console.complain(&error)?),
            }
        }
        if found == 0 {
            writeln!(console.out()?, "\nNo finding of {code} in what was given.")?;
        }
        Ok(console.status())
    }
}

/// What a code means, under one of the profiles or in any.
fn explained(code: &str, profiles: &[Profile]) -> Result<Explanation, Error> {
    let own = profiles.iter().find_map(|profile| explain_under(code, profile).ok());
    own.map_or_else(|| explain(code), Ok)
}

/// Writes each finding of a code in a record, with the facts that its rule read; returns their number.
fn show_findings(
    code: &str,
    judged: &Outcome<Vec<Finding>>,
    console: &mut Console<'_>,
) -> io::Result<u64> {
    let paint = console.paint;
    let mut found = 0;
    for finding in judged.result.iter().filter(|finding| finding.code == code) {
        let out = console.out()?;
        if found == 0 {
            writeln!(
                out,
                "\n{}, record {}",
                paint.heading(&judged.location),
                Escaped::new(&judged.record.id)
            )?;
        }
        found += 1;
        write!(
            out,
            "  {} at {}",
            paint.severity(finding.severity, finding.severity.as_str()),
            Escaped::new(&finding.path)
        )?;
        if let Some(subject) = &finding.subject {
            write!(out, " ({})", Escaped::new(subject))?;
        }
        writeln!(out, "\n    {}", Escaped::new(&finding.message))?;
        let read = explain_finding(finding).map(|explained| explained.read).unwrap_or_default();
        for (name, fact) in read {
            writeln!(out, "    {} = {}", name.replace('_', " "), Escaped::new(&fact.to_string()))?;
        }
        for related in &finding.related {
            writeln!(out, "    see also {}", Escaped::new(related))?;
        }
    }
    Ok(found)
}

fn show_rule(rule: &Definition, console: &mut Console<'_>) -> io::Result<&'static str> {
    let paint = console.paint;
    let out = console.out()?;
    writeln!(out, "{} {}", paint.heading(rule.code), rule.title)?;
    let phase = asked(rule.phase);
    writeln!(out, "  Severity    {}, unless a profile sets another", rule.severity.as_str())?;
    writeln!(out, "  Asked       {phase}")?;
    writeln!(out, "  Why         {}", rule.why)?;
    writeln!(out, "  What to do  {}", rule.remedy)?;
    if !rule.needs.is_empty() {
        writeln!(out, "  Silent without  {}", rule.needs.join(", "))?;
    }
    for parameter in rule.parameters {
        writeln!(
            out,
            "  A profile may set {} ({}): {}",
            parameter.name, parameter.default, parameter.about
        )?;
    }
    writeln!(out, "  Since       {}", rule.since)?;
    if let Some(until) = rule.until {
        writeln!(out, "  Until       {until}")?;
    }
    Ok(rule.code)
}

/// From when in a panel's life a rule is asked.
fn asked(phase: Phase) -> &'static str {
    match phase {
        Phase::Record => "of every record",
        Phase::Planned => "once a meeting is planned",
        Phase::Meeting => "once a meeting is in progress",
        Phase::Concluded => "once a meeting is concluded",
    }
}

fn show_local_rule(rule: LocalDefinition, console: &mut Console<'_>) -> io::Result<String> {
    let paint = console.paint;
    let out = console.out()?;
    let said = |text: &str| Escaped::new(text).to_string();
    writeln!(out, "{} {}", paint.heading(&rule.code), said(&rule.title))?;
    writeln!(out, "  Severity    {}", rule.severity.as_str())?;
    writeln!(out, "  Asked       {}", asked(rule.phase))?;
    for (name, text) in [
        ("For each    ", &rule.for_each),
        ("About       ", &rule.path),
        ("Why         ", &rule.why),
        ("What to do  ", &rule.remedy),
    ] {
        if let Some(text) = text {
            writeln!(out, "  {name}{}", said(text))?;
        }
    }
    writeln!(out, "  Says        {}", said(&rule.message))?;
    writeln!(out, "  Fires when  {}", said(&json(&rule.when)))?;
    Ok(rule.code)
}

fn show_code(code: &CodeDefinition, console: &mut Console<'_>) -> io::Result<&'static str> {
    let paint = console.paint;
    let out = console.out()?;
    writeln!(out, "{} {}", paint.heading(code.code.as_str()), code.meaning)?;
    writeln!(out, "  Where       {}", area(code))?;
    writeln!(out, "  What to do  {}", code.remedy)?;
    Ok(code.code.as_str())
}
