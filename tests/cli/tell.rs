use serde_json::Value as Json;

use crate::desk::{CLEAR, Desk, with_today};

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
