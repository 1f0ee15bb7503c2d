use serde_json::{Value as Json, json};

use super::{Checked, Output, Tally};
use crate::finding::{Finding, Level};
use crate::rules::{self, Rule};
use crate::text::Span;

/// SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
pub(super) const OUTPUT: Output = Output {
    head,
    draft,
    between: ",\n",
    tail: |_: &Tally| "\n]}]}\n".to_owned(),
};

fn head() -> String {
    let rules: Vec<Json> = rules::all().map(rule).collect();
    let driver = json!({
        "name": "forthright",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    // The list of results stays open: drafts are written as they are checked.
    format!(
        "{{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
    )
}

fn rule(rule: &Rule) -> Json {
    json!({
        "id": rule.id,
        "shortDescription": {"text": rule.summary()},
        "help": {"text": rule.page.trim(), "markdown": rule.page.trim()},
        "defaultConfiguration": {
            "enabled": rule.level.is_some(),
            "level": level(rule.level.unwrap_or(Level::Hint)),
        },
    })
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Hint | Level::Info => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

fn draft(checked: &Checked<'_>) -> String {
    let results = checked.findings.iter();
    let results = results.map(|finding| result(checked, finding).to_string());
    results.collect::<Vec<_>>().join(",\n")
}

fn result(checked: &Checked<'_>, finding: &Finding) -> Json {
    let artifact = json!({"uri": uri(&checked.name)});
    let place = |span| json!({"artifactLocation": artifact, "region": region(checked, span)});
    let related = finding.related.iter().map(|related| {
        json!({"physicalLocation": place(related.span), "message": {"text": related.message}})
    });
    let fixes = finding.fixes.iter().map(|fix| {
        let replacements = fix.edits.iter().map(|edit| {
            json!({"deletedRegion": region(checked, edit.span), "insertedContent": {"text": edit.text}})
        });
        json!({
            "description": {"text": fix.title},
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": replacements.collect::<Vec<_>>(),
            }],
        })
    });
    json!({
        "ruleId": finding.rule,
        "level": level(finding.level),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place(finding.span)}],
        "relatedLocations": related.collect::<Vec<_>>(),
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn region(checked: &Checked<'_>, span: Span) -> Json {
    let (start_line, start_column) = checked.place(span.start);
    let (end_line, end_column) = checked.place(span.end);
    json!({
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    })
}

/// A path as a relative reference (RFC 3986): all but plain characters escaped.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(uri("a b/für#1.md"), "a%20b/f%C3%BCr%231.md");
    }

    #[test]
    fn an_empty_run_is_json() {
        let whole = head() + &(OUTPUT.tail)(&Tally::default());
        let json: Json = serde_json::from_str(&whole).unwrap();
        assert_eq!(json["runs"][0]["results"], json!([]));
    }
}
