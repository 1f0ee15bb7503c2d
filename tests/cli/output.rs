use serde_json::Value as Json;

use crate::desk::{CLEAR, Desk, VAGUE, with_today};

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
