//! `summary`: what was said each time a scale was asked, in figures.

use super::Format;
use crate::checker::{Outcome, PreviousArgs};
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use crate::input::Input;
use crate::json_items::JsonItems;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use support_panel::record::Scale;
use support_panel::scaling::{Change, Group, Groups, Movement, Summary};
use support_panel::{Decimal, summaries, summaries_since};
use support_panel_export::csv_row;

/// Show how members rated: the spread, and the lowest with who gave it, before any middle
///
/// The numbers of the family, of professionals and of others are never put together, nor are own numbers with guesses at
/// someone else's. Change is shown against the panel before, on a scale that can be compared, and for those who gave a
/// number both times. Reasons are free text and stay in the record; whether one is recorded is said.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel summary panel.json
      Each scale of a panel, with a line that shows the spread: the least and the greatest
      number as dots, the median as a stroke.

  support-panel summary first.json review.json --format csv > scales.csv
      A row for each group each time a scale was asked, for a spreadsheet.")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    previous_args: PreviousArgs,

    /// How to write the summary
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

type Summed = Outcome<Vec<Summary>>;

/// A record's location and summaries.
#[derive(Serialize)]
struct Row<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    record: &'a str,
    summaries: &'a [Summary],
}

const HEADS: [&str; 18] = [
    "file",
    "line",
    "record",
    "scale",
    "round",
    "about",
    "group",
    "n",
    "range",
    "lowest",
    "lowest_by",
    "reasons",
    "min",
    "max",
    "median",
    "q1",
    "q3",
    "abstentions",
];

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let mut checker = match self.previous_args.prepare(&self.input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error),
        };
        let mut list = JsonItems::new(self.format == Format::Json);
        if self.format == Format::Csv {
            csv_row(console.out()?, HEADS)?;
        }
        let mut records = 0;
        for document in self.input.documents(stdin) {
            let summed = document.and_then(|document| {
                checker.take(document, |record, profile, previous| match previous {
                    // A previous panel that was found, not given, and cannot be compared is ignored.
                    Some(previous) => match summaries_since(record, previous, profile) {
                        Err(_) if self.previous_args.previous.is_none() => {
                            summaries(record, profile)
                        }
                        summed => summed,
                    },
                    None => summaries(record, profile),
                })
            });
            match summed {
                Ok(summed) => match self.format {
                    Format::Text => text(&summed, console)?,
                    Format::Csv => rows(&summed, console)?,
                    Format::Json | Format::Ndjson => {
                        let Outcome { location, record, result, .. } = &summed;
                        let row = Row {
                            file: location.source.to_string(),
                            line: location.line,
                            record: &record.id,
                            summaries: result,
                        };
                        list.item(console.out()?, &row)?;
                    }
                },
                Err(error) => drop(console.complain(&error)?),
            }
            records += 1;
            console.progress(records)?;
        }
        if let Format::Json | Format::Ndjson = self.format {
            list.end(console.out()?)?;
        }
        Ok(console.status())
    }
}

/// Each group, with its key in the figures and its name in words.
fn groups(groups: &Groups) -> [(&'static str, &'static str, Option<&Group>); 6] {
    [
        ("own_family", "Family, own numbers", groups.own_family.as_ref()),
        ("own_professional", "Professionals, own numbers", groups.own_professional.as_ref()),
        ("own_other", "Others, own numbers", groups.own_other.as_ref()),
        ("guessed_family", "Guesses at the family's numbers", groups.guessed_family.as_ref()),
        (
            "guessed_professional",
            "Guesses at professionals' numbers",
            groups.guessed_professional.as_ref(),
        ),
        ("guessed_other", "Guesses at others' numbers", groups.guessed_other.as_ref()),
    ]
}

fn rows(summed: &Summed, console: &mut Console<'_>) -> io::Result<()> {
    let Outcome { location, record, result, .. } = summed;
    let (file, line) = (
        location.source.to_string(),
        location.line.map(|line| line.to_string()).unwrap_or_default(),
    );
    let out = console.out()?;
    for summary in result {
        let (round, about) = (
            summary.round.as_ref().map_or("", |round| round.as_str()),
            summary.about.as_deref().unwrap_or_default(),
        );
        let abstentions = summary.abstentions.len().to_string();
        for (name, _, group) in groups(&summary.groups) {
            let Some(group) = group else { continue };
            let [range, min, max, median, q1, q3] =
                [group.range, group.min, group.max, group.median, group.q1, group.q3]
                    .map(|number| number.to_string());
            let lowest = group.lowest.as_ref();
            let value = lowest.map(|lowest| lowest.value.to_string()).unwrap_or_default();
            let by = lowest.map(|lowest| lowest.by.join(" ")).unwrap_or_default();
            let reasons = lowest
                .map(|lowest| lowest.reasons.iter().flatten().count().to_string())
                .unwrap_or_default();
            let (scale, n) = (&summary.scale, group.n.to_string());
            csv_row(
                out,
                [
                    file.as_str(),
                    &line,
                    &record.id,
                    scale,
                    round,
                    about,
                    name,
                    &n,
                    &range,
                    &value,
                    &by,
                    &reasons,
                    &min,
                    &max,
                    &median,
                    &q1,
                    &q3,
                    &abstentions,
                ],
            )?;
        }
    }
    Ok(())
}

fn text(summed: &Summed, console: &mut Console<'_>) -> io::Result<()> {
    let Outcome { location, record, profile, result } = summed;
    let paint = console.paint;
    let out = console.out()?;
    writeln!(out, "{}", paint.heading(location))?;
    writeln!(
        out,
        "  record {}, profile {} {}",
        Escaped::new(&record.id),
        Escaped::new(&profile.id),
        Escaped::new(profile.version.as_str())
    )?;
    if result.is_empty() {
        writeln!(out, "  no scale was asked")?;
    }
    for summary in result {
        let scale = profile.scale_of(record, &summary.scale);
        writeln!(out, "\n  {}", paint.heading(title(summary, scale)))?;
        for (_, name, group) in groups(&summary.groups) {
            if let Some(group) = group {
                show_group(out, name, group, scale)?;
            }
        }
        for pair in &summary.pairs {
            for guess in &pair.guessed {
                let (who, by) = (Escaped::new(&pair.participant), Escaped::new(&guess.by));
                writeln!(
                    out,
                    "    {who} said {}; {by} thought they would say {}",
                    pair.own, guess.value
                )?;
            }
        }
        for abstained in &summary.abstentions {
            let reason =
                if abstained.reason.is_some() { "reason recorded" } else { "no reason recorded" };
            writeln!(out, "    {} gave no number ({reason})", Escaped::new(&abstained.by))?;
        }
        if let Some(change) = &summary.change {
            show_change(out, change)?;
        }
    }
    writeln!(out)
}

/// A heading: the scale, the round, and the meaning of its ends.
fn title(summary: &Summary, scale: Option<&Scale>) -> String {
    let mut title = Escaped::new(&summary.scale).to_string();
    // Writing to a string never fails.
    if let Some(round) = &summary.round {
        let _ = write!(title, ", {}", Escaped::new(round.as_str()));
    }
    if let Some(about) = &summary.about {
        let _ = write!(title, ", about {}", Escaped::new(about));
    }
    if let Some(scale) = scale {
        let worried = if scale.is_lower(scale.min, scale.max) { scale.min } else { scale.max };
        let _ = write!(title, " ({} to {}, {worried} is the worried end)", scale.min, scale.max);
    }
    title
}

fn show_group(
    out: &mut impl Write,
    name: &str,
    group: &Group,
    scale: Option<&Scale>,
) -> io::Result<()> {
    write!(out, "    {name} ({}): ", group.n)?;
    match (group.n, group.min == group.max) {
        (1, _) => write!(out, "{}", group.min)?,
        (_, true) => write!(out, "spread 0, all {}", group.min)?,
        (_, false) => write!(out, "spread {}, from {} to {}", group.range, group.min, group.max)?,
    }
    if let Some(line) = scale.and_then(|scale| dot_line(group, scale)) {
        write!(out, "   {line}")?;
    }
    writeln!(out)?;
    if let Some(lowest) = &group.lowest {
        for (by, reason) in lowest.by.iter().zip(&lowest.reasons) {
            let reason = if reason.is_some() { "reason recorded" } else { "no reason recorded" };
            writeln!(out, "      lowest {} by {} ({reason})", lowest.value, Escaped::new(by))?;
        }
    }
    if group.n > 2 {
        writeln!(out, "      median {}, quartiles {} and {}", group.median, group.q1, group.q3)?;
    }
    Ok(())
}

/// The greatest width of a line, in characters; a longer scale is drawn to fit.
const PLACES: f64 = 41.0;

/// A scale as a row of characters, with the least and the greatest number as dots and the median as a stroke; `None` where a
/// number is off the scale.
fn dot_line(group: &Group, scale: &Scale) -> Option<String> {
    let (start, length) = (scale.min.to_f64(), scale.max.to_f64() - scale.min.to_f64());
    let last = (length / scale.step.to_f64()).round().min(PLACES - 1.0);
    let location = |value: Decimal| ((value.to_f64() - start) / length * last).round();
    let [min, median, max] = [group.min, group.median, group.max].map(location);
    if !(0.0 <= min && max <= last) {
        return None;
    }
    let mut line = format!("{} ", scale.min);
    let mut at = 0.0;
    while at <= last {
        line.push(match at {
            _ if at == min || at == max => '●',
            _ if at == median => '│',
            _ if min < at && at < max => '─',
            _ => '·',
        });
        at += 1.0;
    }
    let _ = write!(line, " {}", scale.max);
    Some(line)
}

fn show_change(out: &mut impl Write, change: &Change) -> io::Result<()> {
    let sides = [
        ("family", &change.own_family),
        ("professionals", &change.own_professional),
        ("others", &change.own_other),
    ];
    if change.n == 0 {
        return writeln!(
            out,
            "    Since {}: no one gave a number both times",
            Escaped::new(&change.since)
        );
    }
    writeln!(
        out,
        "    Since {}, of those who gave a number both times:",
        Escaped::new(&change.since)
    )?;
    for (name, movement) in sides {
        if let Some(Movement { n, lowest, better, same, worse, .. }) = movement {
            let (before, now) = (lowest.before, lowest.now);
            writeln!(
                out,
                "      {name} ({n}): lowest {before} then and {now} now; {better} better, {same} the same, {worse} worse"
            )?;
        }
    }
    Ok(())
}
