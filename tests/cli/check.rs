use std::io::Write;
use std::process::Stdio;

use crate::desk::{CLEAR, Desk, VAGUE, with_today};

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
fn what_no_mail_server_would_take_is_not_read() {
    let desk = Desk::new("large");
    desk.file("large.eml", "");
    let file = std::fs::File::create(desk.0.join("large.eml")).unwrap();
    file.set_len(50_000_000).unwrap();
    let said = desk.run(&["check", "large.eml"]);
    assert_eq!(said.code, Some(2));
    assert_eq!(
        said.err,
        "forthright: could not read large.eml: it is larger than the 40 MB that a draft may have\n"
    );
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

#[test]
fn an_allowed_phrase_is_never_flagged() {
    let desk = Desk::new("allow");
    desk.file("a.txt", "To be honest, the soup was cold.\n");
    let lines = || {
        desk.run(&with_today(&["check", "--format", "concise", "a.txt"]))
            .out
    };
    assert!(lines().contains("honesty-preface"));
    desk.file("forthright.toml", "allow = [\"To be honest\"]\n");
    assert_eq!(lines(), "");
}
