//! Throws mangled texts at every room, on stable Rust: `cargo bench --bench fuzz`, or for some rooms and so many seconds each,
//! `cargo bench --bench fuzz -- document settings 600`. See README.md beside.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench talks to whoever runs it, and should say loudly that it cannot run"
)]

mod mangle;
mod numbers;
mod session;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mangle::Mangler;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let seconds = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(10);
    let chosen = |name: &str| {
        let named = words
            .iter()
            .any(|word| targets::ALL.iter().any(|(known, _)| word == known));
        !named || words.iter().any(|word| word == name)
    };
    let seeds = seeds();
    let mut failures = 0;
    for (name, target) in targets::ALL.iter().filter(|(name, _)| chosen(name)) {
        failures += run(name, *target, &seeds, Duration::from_secs(seconds));
    }
    std::process::exit(i32::from(failures > 0));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds")
}

/// Every seed kept, and every example draft.
fn seeds() -> Vec<Vec<u8>> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<PathBuf> = [folder(), examples]
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flat_map(|folder| folder.map(|entry| entry.unwrap().path()))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

/// Runs one target for a time; how many inputs broke it. Each is kept as a seed.
fn run(name: &str, target: targets::Target, seeds: &[Vec<u8>], time: Duration) -> usize {
    // The clock's nanoseconds are a different beginning each time; a failure is kept, so nothing is lost by it.
    let beginning = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    let mut mangler = Mangler::new(beginning.as_nanos() as u64);
    let begun = Instant::now();
    let (mut inputs, mut failures, mut slowest) = (0_u64, 0, Duration::ZERO);
    // The seeds as they are come first: what broke once is tried for good.
    let mut whole = seeds.iter();
    while begun.elapsed() < time {
        let input = whole
            .next()
            .cloned()
            .unwrap_or_else(|| mangler.mangled(seeds));
        let one = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            failures += 1;
            let path = folder().join(format!("broke-{name}-{failures}"));
            std::fs::write(&path, &input).unwrap();
            println!("{name}: broke on {}", path.display());
            if failures >= 5 {
                break;
            }
        }
        slowest = slowest.max(one.elapsed());
        inputs += 1;
    }
    println!(
        "{name}: {inputs} inputs in {:.0?}, {failures} broke, slowest {slowest:.1?}",
        begun.elapsed()
    );
    failures
}
