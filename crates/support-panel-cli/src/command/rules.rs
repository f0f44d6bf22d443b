//! `rules`: every rule, or every other code.

use super::Format;
use crate::checker::read_profile;
use crate::console::{Console, Status};
use crate::json_items::JsonItems;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use support_panel::interface::json;
use support_panel::profile::{self, RuleSetting};
use support_panel::{CodeDefinition, Decimal, Definition, Phase, Profile, Severity, codes, rules};
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
pub(crate) struct Args {
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

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        if let Some(given) = &self.profile {
            let profile = match read_profile(given, &[]) {
                Ok(profile) => profile,
                Err(error) => return console.complain(&error),
            };
            let rules = under(&profile);
            let row = |rule: &RuleUnder| {
                let why =
                    rule.silent.as_ref().map_or(String::new(), |why| format!(" [silent: {why}]"));
                [
                    rule.code.to_owned(),
                    rule.severity.as_str().to_owned(),
                    rule.phase.as_str().to_owned(),
                    format!("{}{why}", rule.title),
                ]
            };
            self.list(rules.iter(), ["code", "severity", "phase", "title"], row, console)?;
        } else if self.codes {
            let row = |code: &CodeDefinition| {
                [code.code.to_string(), area(code), code.meaning.to_owned()]
            };
            self.list(codes().iter(), ["code", "area", "meaning"], row, console)?;
        } else {
            let row = |rule: &Definition| {
                [rule.code, rule.severity.as_str(), rule.phase.as_str(), rule.title]
                    .map(str::to_owned)
            };
            self.list(rules(), ["code", "severity", "phase", "title"], row, console)?;
        }
        Ok(Status::Clean)
    }

    fn list<'a, T: Serialize + 'a, const N: usize>(
        &self,
        items: impl Iterator<Item = &'a T>,
        heads: [&str; N],
        row: impl Fn(&T) -> [String; N],
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let out = console.out()?;
        if let Format::Json | Format::Ndjson = self.format {
            let mut list = JsonItems::new(self.format == Format::Json);
            for item in items {
                list.item(out, item)?;
            }
            return list.end(out);
        }
        let rows: Vec<_> = items.map(row).collect();
        if self.format == Format::Csv {
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
}

/// A rule as it is under a profile.
#[derive(Serialize)]
struct RuleUnder {
    code: &'static str,
    severity: Severity,
    phase: Phase,
    title: &'static str,
    /// Its parameters that the profile may set, as they are here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parameters: BTreeMap<&'static str, Decimal>,
    /// Why it never speaks, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<String>,
}

/// The rules of the latest edition under a profile.
fn under(profile: &Profile) -> Vec<RuleUnder> {
    let silent = profile::silent(profile);
    let latest = rules().filter(|rule| rule.until.is_none());
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
        .collect()
}

/// The word of a code's area.
pub(super) fn area(code: &CodeDefinition) -> String {
    json(&code.area).trim_matches('"').to_owned()
}
