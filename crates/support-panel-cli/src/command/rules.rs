//! `rules`: every rule, or every other code.

use super::Format;
use crate::checker::read_profile;
use crate::console::{Console, Status};
use crate::input::InputError;
use crate::json_items::JsonItems;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use support_panel::interface::json;
use support_panel::profile::{self, RuleSetting};
use support_panel::{
    CodeDefinition, Decimal, Definition, Edition, Phase, Profile, RuleDifference, RulesOf,
    Severity, codes, rules, rules_diff,
};
use support_panel_export::csv_row;

/// List every rule, with its severity and from which phase of a meeting it is asked
///
/// A rule is asked of every record, once a meeting is planned, once it is in progress, or once it is concluded. A council
/// sets the severity of a rule, or turns it off, in its profile.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel rules --profile our-panel.toml
      As they are under a profile: its severities, and which never speak.

  support-panel rules --codes --format csv > codes.csv
      The codes of read errors, refusals and reasons instead, for a spreadsheet.")]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    task: Option<Task>,

    /// List the other codes instead: of read errors, profile errors, refusals and reasons
    #[arg(long)]
    codes: bool,

    /// As they are under a profile: with its severities, which are silent, and why
    ///
    /// A built-in profile's id, or a TOML or JSON file.
    #[arg(long, value_name = "FILE|ID", conflicts_with = "codes")]
    profile: Option<PathBuf>,

    /// How to write the list
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What there is to do with rules beside listing them.
#[derive(Debug, clap::Subcommand)]
enum Task {
    Diff(DiffArgs),
}

/// List the rules that came, that went, and that changed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel rules diff 2026.1 2026.2
      What an edition of the rules brought.

  support-panel rules diff our-panel-2026.toml our-panel-2027.toml
      Which rules are asked under one profile and not under the other, and which matter more or less.")]
struct DiffArgs {
    /// An edition of the rules, the id of a built-in profile, or a TOML or JSON file of one
    old: PathBuf,

    /// What to compare with it
    new: PathBuf,

    /// How to write the list
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What rules are looked for in.
enum Side {
    Edition(Edition),
    Profile(Profile),
}

impl Side {
    fn read(given: &Path) -> Result<Self, InputError> {
        let edition = given.to_str().filter(|_| !given.exists()).and_then(|name| name.parse().ok());
        edition
            .map_or_else(|| read_profile(given, &[]).map(Self::Profile), |it| Ok(Self::Edition(it)))
    }

    fn rules(&self) -> RulesOf<'_> {
        match self {
            Self::Edition(edition) => RulesOf::edition(*edition),
            Self::Profile(profile) => RulesOf::profile(profile),
        }
    }
}

impl DiffArgs {
    fn run(&self, console: &mut Console<'_>) -> io::Result<Status> {
        let sides = Side::read(&self.old).and_then(|old| Ok((old, Side::read(&self.new)?)));
        let (old, new) = match sides {
            Ok(sides) => sides,
            Err(error) => return console.complain(&error),
        };
        let changes = rules_diff(old.rules(), new.rules());
        let row = |it: &RuleDifference| {
            [it.code.clone(), it.change.as_str().to_owned(), it.message.clone()]
        };
        list(self.format, changes.iter(), ["code", "change", "message"], row, console)?;
        Ok(Status::Clean)
    }
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        if let Some(Task::Diff(diff)) = &self.task {
            return diff.run(console);
        }
        if let Some(given) = &self.profile {
            let profile = match read_profile(given, &[]) {
                Ok(profile) => profile,
                Err(error) => return console.complain(&error),
            };
            let rules = under(&profile);
            let row = |rule: &RuleUnder<'_>| {
                let why =
                    rule.silent.as_ref().map_or(String::new(), |why| format!(" [silent: {why}]"));
                [
                    rule.code.to_owned(),
                    rule.severity.as_str().to_owned(),
                    rule.phase.as_str().to_owned(),
                    format!("{}{why}", rule.title),
                ]
            };
            list(self.format, rules.iter(), ["code", "severity", "phase", "title"], row, console)?;
        } else if self.codes {
            let row = |code: &CodeDefinition| {
                [code.code.to_string(), area(code), code.meaning.to_owned()]
            };
            list(self.format, codes().iter(), ["code", "area", "meaning"], row, console)?;
        } else {
            let row = |rule: &Definition| {
                [rule.code, rule.severity.as_str(), rule.phase.as_str(), rule.title]
                    .map(str::to_owned)
            };
            list(self.format, rules(), ["code", "severity", "phase", "title"], row, console)?;
        }
        Ok(Status::Clean)
    }
}

/// Writes rows as text for people, or as data.
fn list<'a, T: Serialize + 'a, const N: usize>(
    format: Format,
    items: impl Iterator<Item = &'a T>,
    heads: [&str; N],
    row: impl Fn(&T) -> [String; N],
    console: &mut Console<'_>,
) -> io::Result<()> {
    let out = console.out()?;
    if let Format::Json | Format::Ndjson = format {
        let mut list = JsonItems::new(format == Format::Json);
        for item in items {
            list.item(out, item)?;
        }
        return list.end(out);
    }
    let rows: Vec<_> = items.map(row).collect();
    if format == Format::Csv {
        csv_row(out, heads)?;
        return rows.iter().try_for_each(|row| csv_row(out, row));
    }
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(String::len).max().unwrap_or_default()
    };
    for row in &rows {
        let (last, others) = row.split_last().unzip();
        for (column, field) in others.unwrap_or_default().iter().enumerate() {
            write!(out, "{field:<0$}  ", width(column))?;
        }
        writeln!(out, "{}", last.map_or("", |field| field))?;
    }
    Ok(())
}

/// A rule as it is under a profile.
#[derive(Serialize)]
struct RuleUnder<'a> {
    code: &'a str,
    severity: Severity,
    phase: Phase,
    title: &'a str,
    /// Its parameters that the profile may set, as they are here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parameters: BTreeMap<&'static str, Decimal>,
    /// Why it never speaks, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<String>,
}

/// The rules of the latest edition under a profile, and those of its own.
fn under(profile: &Profile) -> Vec<RuleUnder<'_>> {
    let silent = profile::silent(profile);
    let latest = rules().filter(|rule| rule.until.is_none());
    let own = profile.local_rules.iter().map(|rule| RuleUnder {
        code: rule.code(),
        severity: rule.severity,
        phase: rule.asked_from(),
        title: rule.title.as_str(),
        parameters: BTreeMap::new(),
        silent: None,
    });
    latest
        .map(|rule| {
            let setting = profile.rules.get(rule.code);
            let severity = match setting {
                Some(RuleSetting::Set { severity: Some(severity), .. }) => *severity,
                _ => rule.severity,
            };
            let value = |name| setting.and_then(|setting| setting.parameter(name));
            RuleUnder {
                code: rule.code,
                severity,
                phase: rule.phase,
                title: rule.title,
                parameters: rule
                    .parameters
                    .iter()
                    .map(|it| (it.name, value(it.name).unwrap_or(it.default)))
                    .collect(),
                silent: silent.iter().find(|it| it.rule == rule.code).map(profile::Silent::why),
            }
        })
        .chain(own)
        .collect()
}

/// The word of a code's area.
pub(super) fn area(code: &CodeDefinition) -> String {
    json(&code.area).trim_matches('"').to_owned()
}
