use serde_json::{Value as Json, json};

use super::settings::names;
use crate::settings::{ROWS, Row, row_schema};

/// What stands before and after our part of the extension's `package.json`.
const START: &str = "        \"title\": \"$generated-start\"\n      },\n";
const END: &str = "      {\n        \"title\": \"$generated-end\"\n";

/// The extension's `package.json` with the settings in their place, the rest byte for byte; `None` if their place is not marked.
pub fn with_settings(package: &str) -> Option<String> {
    let start = package.find(START)? + START.len();
    let end = start + package[start..].find(END)?;
    let section = format!("{:#}", section());
    let section: Vec<String> = section
        .lines()
        .map(|line| format!("      {line}\n"))
        .collect();
    let section = section.concat();
    let section = section.trim_end();
    Some(format!(
        "{}{section},\n{}",
        &package[..start],
        &package[end..]
    ))
}

/// The settings as a section of VS Code's settings page.
fn section() -> Json {
    let properties = ROWS
        .iter()
        .enumerate()
        .map(|(at, row)| (format!("forthright.{}", row.camel()), property(row, at + 1)));
    json!({
        "title": "Checking",
        "order": 2,
        "properties": Json::Object(properties.collect()),
    })
}

/// One setting, with its true default: the extension hands on only what the user has set, so `forthright.toml` still counts.
fn property(row: &Row, order: usize) -> Json {
    let mut property = row_schema(row, &names());
    if let Some(fields) = property.as_object_mut() {
        fields.remove("description");
    }
    property["markdownDescription"] = json!(row.about());
    property["order"] = json!(order);
    property["scope"] = json!("resource");
    property
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let package = format!("a\n      {{\n{START}old\n{END}b");
        let once = with_settings(&package).unwrap();
        assert!(once.starts_with(&format!("a\n      {{\n{START}      {{\n")));
        assert!(once.ends_with(&format!("      }},\n{END}b")));
        assert_eq!(with_settings(&once), Some(once.clone()));
        assert_eq!(with_settings("{}"), None);
    }
}
