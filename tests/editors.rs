//! The integrations in the real editors.
//!
//! Each test is a program `editors/e2e/NAME/run`; where its editor is not installed, it says so and is skipped.
//! `editors/e2e/install` installs them all; before it has run, none is tried. With `FORTHRIGHT_E2E=require` a missing
//! editor is a failure, with `FORTHRIGHT_E2E=off` no editor is tried.

#![expect(
    clippy::print_stdout,
    reason = "this test has no harness that would print for it"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the environment says whether editors are required"
)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

const EDITORS: [&str; 5] = ["neovim", "emacs", "helix", "vim", "vscode"];

/// What a program ends with when its editor is not there; its last line says what is missing.
const MISSING: i32 = 77;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let mode = std::env::var("FORTHRIGHT_E2E").unwrap_or_default();
    let editors = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors");
    let rig =
        std::env::var_os("FORTHRIGHT_RIG").map_or_else(|| editors.join(".rig"), PathBuf::from);
    let required = mode == "require";
    if mode == "off" || !cfg!(unix) || !(required || rig.is_dir()) {
        println!(
            "no tests in real editors: editors/e2e/install has not put them into {}",
            rig.display()
        );
        return ExitCode::SUCCESS;
    }
    let is_wanted = |name: &&&str| {
        let name = format!("editors::{name}");
        wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str()))
    };
    let chosen = EDITORS.iter().filter(is_wanted);
    let failed = chosen.filter(|name| !passes(name, &rig, required)).count();
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs the test of one editor; prints its verdict, and all it wrote if it failed.
fn passes(name: &str, rig: &Path, required: bool) -> bool {
    let program = format!("editors/e2e/{name}/run");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("editors")
        .join(name);
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).expect("cargo's folder for tests can be written to");
    let log = File::create(out.join("log")).expect("the folder was just made");

    let started = Instant::now();
    let status = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(program))
        .env("FORTHRIGHT", env!("CARGO_BIN_EXE_forthright"))
        .env("FORTHRIGHT_RIG", rig)
        .env("OUT", &out)
        .stdout(log.try_clone().expect("a file just opened"))
        .stderr(log)
        .status()
        .expect("the tests of the editors are programs");
    let said = fs::read_to_string(out.join("log")).unwrap_or_default();
    let seconds = started.elapsed().as_secs();

    match status.code() {
        Some(0) => {
            println!(
                "editors::{name} ... ok ({seconds} s; pictures in {})",
                out.display()
            );
            let measured = |line: &&str| line.starts_with("measured: ");
            said.lines()
                .filter(measured)
                .for_each(|line| println!("  {line}"));
        }
        Some(MISSING) if !required => {
            println!(
                "editors::{name} ... skipped: {}",
                said.lines().last().unwrap_or_default()
            );
        }
        _ => {
            println!("editors::{name} ... FAILED ({seconds} s)\n{said}");
            return false;
        }
    }
    true
}
