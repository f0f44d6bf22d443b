//! What an operation costs as a list grows, to be counted in instructions by `benches/costs`:
//!
//! `costs` lists every operation with every list; `costs OPERATION LIST [SIZE...]` does the work of each size once inside
//! [`measured`], and prints the size and how long that took.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a benchmark stops where its input is not there"
)]

#[path = "../../grown.rs"]
mod grown;
mod records;
mod sitting;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// The sizes of a list, up to the most that a record takes.
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// Work that is ready to be done once. It says whether it was done, and not refused.
type Work = Box<dyn FnOnce() -> bool>;

/// Makes the work of a size ready.
type Ready = Box<dyn Fn(usize) -> Work>;

/// An operation, the list that grows, and how its work is made ready for a size.
struct Cost {
    operation: String,
    list: &'static str,
    ready: Ready,
}

/// What the counter is told to look at: everything else is preparation.
#[inline(never)]
fn measured(work: Work) -> bool {
    black_box(work)()
}

/// Something that was made, seen by no one.
fn done<T, E>(made: Result<T, E>) -> bool {
    black_box(made).is_ok()
}

fn main() -> ExitCode {
    let costs: Vec<Cost> = records::costs().chain(sitting::costs()).collect();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [operation, list, sizes @ ..] = arguments.as_slice() else {
        costs.iter().for_each(|cost| println!("{} {}", cost.operation, cost.list));
        return ExitCode::SUCCESS;
    };
    let Some(cost) = costs.iter().find(|cost| cost.operation == *operation && cost.list == list)
    else {
        eprintln!("usage: costs, or costs OPERATION LIST [SIZE...] as that lists them");
        return ExitCode::FAILURE;
    };
    let sizes: Vec<usize> = sizes.iter().map(|size| size.parse().expect("a size")).collect();
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    // What is done only once in a program is done before.
    (cost.ready)(3)();
    for size in sizes {
        let work = (cost.ready)(size);
        let began = Instant::now();
        let was_done = measured(work);
        let word = if was_done { "done" } else { "refused" };
        println!("{size} {word} {:.6}", began.elapsed().as_secs_f64());
    }
    ExitCode::SUCCESS
}
