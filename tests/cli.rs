//! The program as a person or a script meets it.
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files it is about"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

/// A folder of its own for one test, empty at the start.
struct Desk(PathBuf);

/// What the program said.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Desk {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forthright"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("HOME", &self.0)
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .env("APPDATA", self.0.join("config"))
            .env_remove("CLICOLOR_FORCE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        said(
            &self
                .command(arguments)
                .stdin(Stdio::null())
                .output()
                .unwrap(),
        )
    }

    fn pipe(&self, arguments: &[&str], input: &[u8]) -> Said {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end without reading all of it.
        let _ = child.stdin.take().unwrap().write_all(input);
        said(&child.wait_with_output().unwrap())
    }
}

fn said(output: &Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// Work is asked for without a date.
const VAGUE: &str = "Please review the audit report.\n";
/// Nothing to find.
const CLEAR: &str = "Please review the audit report by Friday 27 November.\n";
/// A Wednesday.
const TODAY: [&str; 2] = ["--today", "2026-11-18"];

fn with_today<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let mut all = arguments.to_vec();
    all.extend(TODAY);
    all
}

#[test]
fn the_exit_status_tells_clean_from_found_from_failed() {
    let desk = Desk::new("exit");
    desk.file("vague.txt", VAGUE).file("clear.txt", CLEAR);
    let code = |arguments: &[&str]| desk.run(&with_today(arguments)).code;
    assert_eq!(code(&["check", "clear.txt"]), Some(0));
    assert_eq!(code(&["check", "vague.txt"]), Some(1));
    assert_eq!(code(&["check", "vague.txt", "missing.txt"]), Some(2));
    assert_eq!(code(&["check", "--fail-on", "error", "vague.txt"]), Some(0));
    assert_eq!(code(&["check", "--fail-on", "never", "vague.txt"]), Some(0));
    assert_eq!(code(&["check", "--no-such-thing"]), Some(2));
}

#[test]
fn concise_is_a_line_a_finding_in_the_order_given() {
    let desk = Desk::new("concise");
    let names: Vec<String> = (0..40).map(|n| format!("{n}.txt")).collect();
    for name in &names {
        desk.file(name, format!("Hi,\n\n🎉 {VAGUE}"));
    }
    let mut arguments = vec!["check", "--format", "concise"];
    arguments.extend(names.iter().map(String::as_str));
    let said = desk.run(&with_today(&arguments));
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), names.len(), "{said:?}");
    for (line, name) in lines.iter().zip(&names) {
        let start = format!("{name}:3:10: warning deadline-missing ");
        assert!(line.starts_with(&start), "{line}");
    }
}

#[test]
fn what_cannot_be_read_is_told_in_a_line_and_the_rest_is_done() {
    let desk = Desk::new("unreadable");
    desk.file("bad.txt", b"fine\n\xff\n")
        .file("vague.txt", VAGUE)
        .file("empty/notes.rs", "");
    let said = desk.run(&with_today(&[
        "check",
        "--format",
        "concise",
        "bad.txt",
        "no.txt",
        "empty",
        "vague.txt",
    ]));
    assert_eq!(said.code, Some(2));
    assert_eq!(said.out.lines().count(), 1, "{said:?}");
    let complaints: Vec<&str> = said.err.lines().collect();
    assert_eq!(
        complaints,
        [
            "forthright: found no drafts in empty: looked for .eml, .mail, .md, .markdown and .txt",
            "forthright: could not read bad.txt: byte 5, on line 2, is not UTF-8",
            "forthright: could not read no.txt: no such file or directory",
        ]
    );
}

#[test]
fn an_empty_draft_is_clean() {
    let desk = Desk::new("empty");
    for text in ["", "\n", "\u{feff}", "\r\n\r\n"] {
        for format in ["email", "markdown", "text", "chat"] {
            let said = desk.pipe(&["check", "--as", format, "-"], text.as_bytes());
            assert_eq!(
                (said.code, said.err.as_str()),
                (Some(0), ""),
                "{text:?} as {format}"
            );
        }
    }
}

#[test]
fn a_folder_is_searched_for_drafts() {
    let desk = Desk::new("folder");
    desk.file("a/one.txt", VAGUE)
        .file("a/deep/two.eml", format!("To: Sam\n\n{VAGUE}"))
        .file("a/code.rs", VAGUE)
        .file("a/three.draft", VAGUE)
        .file("a/.hidden/four.txt", VAGUE)
        .file("forthright.toml", "[formats]\n\"*.draft\" = \"text\"\n");
    let said = desk.run(&with_today(&["check", "--format", "concise", "a"]));
    let names: Vec<&str> = said
        .out
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        names,
        ["a/deep/two.eml", "a/one.txt", "a/three.draft"],
        "{said:?}"
    );
}

#[test]
fn settings_hold_for_the_drafts_below_them() {
    let desk = Desk::new("settings");
    desk.file(
        "off/forthright.toml",
        "[rules]\ndeadline-missing = \"off\"\n",
    )
    .file("off/deep/a.txt", VAGUE)
    .file("on/a.txt", VAGUE)
    .file("loud.toml", "[rules]\ndeadline-missing = \"error\"\n");
    assert_eq!(
        desk.run(&with_today(&["check", "off/deep/a.txt"])).code,
        Some(0)
    );
    assert_eq!(desk.run(&with_today(&["check", "on/a.txt"])).code, Some(1));
    let loud = [
        "check",
        "--config",
        "loud.toml",
        "--format",
        "concise",
        "off/deep/a.txt",
    ];
    let said = desk.run(&with_today(&loud));
    assert!(said.out.contains(": error deadline-missing "), "{said:?}");
    let piped = ["check", "--stdin-name", "off/deep/b.txt", "-"];
    assert_eq!(
        desk.pipe(&with_today(&piped), VAGUE.as_bytes()).code,
        Some(0)
    );
    let gone = desk.run(&["check", "--config", "gone.toml", "on/a.txt"]);
    assert_eq!(
        gone.err,
        "forthright: could not read gone.toml: no such file or directory\n"
    );
    assert_eq!(gone.code, Some(2));
}

#[test]
fn bad_settings_are_named_once_and_the_rest_counts() {
    let desk = Desk::new("bad-settings");
    desk.file(
        "forthright.toml",
        "day-first = 3\ncolour = \"red\"\ntime-zone = \"Middle/Earth\"\n[rules]\ndeadline-misssing = \"off\"\ndeadline-missing = \"off\"\n",
    )
    .file("a.txt", VAGUE)
    .file("b/b.txt", VAGUE);
    let said = desk.run(&["check", "a.txt", "b/b.txt"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let path = desk.0.join("forthright.toml").display().to_string();
    let expected = [
        ":1:13: day-first takes true or false, not 3",
        ":2:1: colour is no setting",
        ":5:1: rules.deadline-misssing is no rule; did you mean deadline-missing?",
        ": time-zone knows no \"Middle/Earth\"",
    ];
    let expected = expected.map(|line| format!("forthright: {path}{line}"));
    assert_eq!(said.err.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn json_tells_of_findings_by_byte_and_by_line() {
    let desk = Desk::new("json");
    let text = format!("Grüße,\r\n\r\n{VAGUE}");
    let said = desk.pipe(
        &with_today(&["check", "--format", "json", "-"]),
        text.as_bytes(),
    );
    let findings: Json = serde_json::from_str(&said.out).unwrap();
    let finding = &findings[0];
    assert_eq!(finding["rule"], "deadline-missing");
    let range = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
    assert_eq!(
        &text[range("start")..range("end")],
        finding["text"].as_str().unwrap()
    );
    assert_eq!((range("line"), range("column")), (3, 8));
    assert_eq!(finding["fixes"][0]["applies"], "if-meant");
    let clean = desk.pipe(
        &with_today(&["check", "--format", "json", "-"]),
        CLEAR.as_bytes(),
    );
    assert_eq!(
        serde_json::from_str::<Json>(&clean.out).unwrap(),
        Json::Array(Vec::new())
    );
}

#[test]
fn sarif_and_github_tell_the_same() {
    let desk = Desk::new("sarif");
    desk.file("a b.txt", VAGUE).file("c.txt", VAGUE);
    let said = desk.run(&with_today(&[
        "check", "--format", "sarif", "a b.txt", "c.txt",
    ]));
    let log: Json = serde_json::from_str(&said.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.txt");
    assert_eq!(place["region"]["startLine"], 1);
    let said = desk.run(&with_today(&["check", "--format", "github", "c.txt"]));
    assert!(
        said.out.starts_with("::warning file=c.txt,line=1,col=8,"),
        "{said:?}"
    );
}

#[test]
fn full_has_no_colour_where_there_is_no_terminal() {
    let desk = Desk::new("full");
    desk.file("a.txt", VAGUE);
    let said = desk.run(&with_today(&["check", "a.txt"]));
    assert!(!said.out.contains('\x1b'), "{said:?}");
    assert!(
        said.out.contains("1 │ Please review the audit report.\n"),
        "{said:?}"
    );
    assert!(
        said.out.ends_with("1 finding in 1 draft: 1 warning.\n"),
        "{said:?}"
    );
    let output = desk
        .command(&with_today(&["check", "a.txt"]))
        .env("CLICOLOR_FORCE", "1")
        .env_remove("NO_COLOR")
        .output();
    assert!(said.out.len() < output.unwrap().stdout.len());
}

/// A stacked mark, which is taken out as it is.
const STACKED: &str = "To be honest, we need two more days.";

#[test]
fn fix_keeps_line_ends_permissions_and_everything_else() {
    let desk = Desk::new("fix");
    let text = format!("\u{feff}Hello,\r\n\r\n{STACKED}\r\n\r\nBye\r\n");
    desk.file("a.txt", &text).file("b.txt", CLEAR);
    let path = desk.0.join("a.txt");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    let before = fs::metadata(desk.0.join("b.txt"))
        .unwrap()
        .modified()
        .unwrap();
    let said = desk.run(&with_today(&["fix", "a.txt", "b.txt"]));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(desk.read("a.txt"), text.replace("To be honest, we", "We"));
    let after = fs::metadata(desk.0.join("b.txt"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after, "what has nothing to fix is not touched");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert_eq!(
        fs::read_dir(&desk.0).unwrap().count(),
        2,
        "nothing is left behind"
    );
    let again = desk.run(&with_today(&["fix", "a.txt"]));
    assert!(again.err.starts_with("Nothing to change."), "{again:?}");
}

#[cfg(unix)]
#[test]
fn fix_writes_what_a_link_points_to() {
    let desk = Desk::new("link");
    desk.file("real.txt", STACKED);
    std::os::unix::fs::symlink("real.txt", desk.0.join("link.txt")).unwrap();
    desk.run(&with_today(&["fix", "link.txt"]));
    assert_eq!(desk.read("real.txt"), "We need two more days.");
    assert!(
        fs::symlink_metadata(desk.0.join("link.txt"))
            .unwrap()
            .is_symlink()
    );
}

#[test]
fn a_diff_shows_and_does_nothing() {
    let desk = Desk::new("diff");
    let text = format!("Hello,\n\n{STACKED}\n");
    desk.file("a.txt", &text);
    let said = desk.run(&with_today(&["fix", "--diff", "a.txt"]));
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!(
        said.out,
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n Hello,\n \n-To be honest, we need two more days.\n+We need two more days.\n"
    );
    assert_eq!(desk.read("a.txt"), text);
}

#[test]
fn standard_input_is_printed_fixed() {
    let desk = Desk::new("fix-stdin");
    let said = desk.pipe(&with_today(&["fix", "-"]), STACKED.as_bytes());
    assert_eq!(said.out, "We need two more days.");
    let said = desk.pipe(&with_today(&["fix", "--all", "-"]), VAGUE.as_bytes());
    assert_eq!(said.out, "Please review the audit report by Fri 20 Nov.\n");
    let said = desk.pipe(&with_today(&["fix", "-"]), VAGUE.as_bytes());
    assert_eq!(said.out, VAGUE);
}

#[test]
fn inspect_gives_an_object_a_line() {
    let desk = Desk::new("inspect");
    desk.file("a.txt", CLEAR).file("b.txt", "Grüße\n");
    let said = desk.run(&with_today(&[
        "inspect", "--format", "json", "--as", "text", "b.txt", "a.txt",
    ]));
    let rows: Vec<Json> = said
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        (rows[0]["file"].as_str(), rows[1]["file"].as_str()),
        (Some("b.txt"), Some("a.txt"))
    );
    assert_eq!(
        (rows[0]["format"].as_str(), rows[0]["today"].as_str()),
        (Some("text"), Some("2026-11-18"))
    );
    assert_eq!(
        rows[0]["zones"][0],
        serde_json::json!({"kind": "body", "start": 0, "end": 8})
    );
    let ask = &rows[1]["acts"][0];
    assert_eq!(
        (ask["kind"].as_str(), ask["directness"].as_str()),
        (Some("ask"), Some("direct"))
    );
    assert_eq!(
        (
            ask["owner"]["kind"].as_str(),
            ask["action"]["verb"].as_str()
        ),
        (Some("you"), Some("review"))
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let desk = Desk::new("explain");
    let said = desk.run(&["explain", "deadline-missing"]);
    assert!(
        said.out
            .starts_with("deadline-missing  warning · clear message"),
        "{said:?}"
    );
    assert!(
        !said.out.contains("```") && !said.out.contains("[["),
        "{said:?}"
    );
    let said = desk.run(&["explain", "dead-line-missing"]);
    assert_eq!(
        said.err,
        "forthright: there is no rule dead-line-missing; did you mean deadline-missing?\n"
    );
    assert_eq!(said.code, Some(2));
    let listed = desk.run(&["rules"]).out;
    for rule in forthright::rules::all() {
        assert!(listed.contains(&format!("  {} ", rule.id)), "{}", rule.id);
        assert_eq!(desk.run(&["explain", rule.id]).code, Some(0));
    }
}

#[test]
fn completions_and_manual_are_made() {
    let desk = Desk::new("manual");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = desk.run(&["completions", shell]);
        assert!(said.out.contains("inspect"), "{shell}");
    }
    assert!(desk.run(&["man"]).out.contains(".TH forthright 1"));
    assert_eq!(desk.run(&["man", "pages"]).code, Some(0));
    assert!(desk.read("pages/forthright-check.1").contains("fail"));
}

#[test]
fn a_draft_does_not_command_the_terminal() {
    let desk = Desk::new("escape");
    let text = "Please review the \x1b]0;evil\x07 report.\n";
    let output = desk
        .command(&with_today(&["check", "-"]))
        .env("CLICOLOR_FORCE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            child.stdin.take().unwrap().write_all(text.as_bytes())?;
            child.wait_with_output()
        });
    let out = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(!out.contains("\x1b]") && !out.contains('\x07'), "{out:?}");
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let desk = Desk::new("pipe");
    desk.file("a.txt", VAGUE.repeat(2000));
    let mut child = desk
        .command(&with_today(&["check", "--format", "json", "a.txt"]))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
