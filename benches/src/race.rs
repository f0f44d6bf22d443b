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
pub(crate) fn race(runners: &mut [Runner<'_>], rounds: usize, least: Duration) -> Vec<(&'static str, Duration)> {
    let repeats: Vec<u32> = runners
        .iter_mut()
        .map(|runner| {
            let mut repeats = 0;
            let start = Instant::now();
            while start.elapsed() < least {
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
