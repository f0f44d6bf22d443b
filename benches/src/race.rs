//! Interleaved repetitions: the peers take turns, so that a noisy machine is noisy to all of them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One of the peers: its name, and one repetition of its work.
pub(crate) struct Runner<'a> {
    pub(crate) name: &'static str,
    pub(crate) run: Box<dyn FnMut() -> usize + 'a>,
}

pub(crate) fn runner<'a, T>(name: &'static str, mut work: impl FnMut() -> T + 'a) -> Runner<'a> {
    Runner {
        name,
        run: Box::new(move || {
            black_box(work());
            1
        }),
    }
}

/// The median time of one repetition of each, over interleaved rounds of at least `least` each.
pub(crate) fn race(
    runners: &mut [Runner<'_>],
    rounds: usize,
    least: Duration,
) -> Vec<(&'static str, Duration)> {
    let repeats: Vec<u32> = runners
        .iter_mut()
        .map(|runner| {
            let mut repeats = 0;
            let start = Instant::now();
            while repeats == 0 || start.elapsed() < least {
                (runner.run)();
                repeats += 1;
            }
            repeats
        })
        .collect();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); runners.len()];
    for _ in 0..rounds {
        for ((runner, repeats), times) in runners.iter_mut().zip(&repeats).zip(&mut times) {
            let start = Instant::now();
            for _ in 0..*repeats {
                (runner.run)();
            }
            times.push(start.elapsed() / *repeats);
        }
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    runners.iter().zip(&mut times).map(|(runner, times)| (runner.name, median(times))).collect()
}

/// What is printed.
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as text: for a person at a terminal, or as Markdown.
    pub(crate) fn text(&self, markdown: bool) -> String {
        let line = |cells: &[String]| match (markdown, cells) {
            (true, _) => format!("| {} |\n", cells.join(" | ")),
            (false, [name, rest @ ..]) => {
                rest.iter().map(|cell| format!("{cell:>14}")).collect::<String>()
                    + "  "
                    + name
                    + "\n"
            }
            (false, []) => String::new(),
        };
        let rule = if markdown {
            line(&[vec!["---".into()], vec!["---:".into(); self.head.len() - 1]].concat())
        } else {
            String::new()
        };
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        let title =
            if markdown { format!("**{}**\n\n", self.title) } else { format!("{}\n", self.title) };
        title + &line(&self.head) + &rule + &rows
    }
}

/// A table of times, each beside the first.
pub(crate) fn ratios(
    title: &str,
    unit: &str,
    scale: f64,
    times: Vec<(&'static str, Duration)>,
) -> Table {
    let ours = times.first().map(|(_, time)| time.as_secs_f64()).unwrap_or_default();
    let row = |(name, time): (&'static str, Duration)| {
        let time = time.as_secs_f64();
        vec![
            name.to_owned(),
            format!("{:.2} {unit}", time * scale),
            format!("{:.2} ×", time / ours),
        ]
    };
    Table {
        title: title.to_owned(),
        head: ["job", "time", "to the first"].map(String::from).to_vec(),
        rows: times.into_iter().map(row).collect(),
    }
}
