use std::fmt::Write as _;

use super::MADE;
use crate::finding::Level;
use crate::rules;
use crate::settings::{self, ROWS, RuleName};

/// A `forthright.toml` with some of everything.
pub const EXAMPLE: &str = r#"name = "Ana"
date-style = "month-day"
working-days = ["mon", "tue", "wed", "thu"]
holidays = [2026-12-25, 2027-01-01]
allow = ["just in time"]

[rules]
deadline-missing = "info"
deadline-no-reason = "hint"

[[phrases]]
find = "circle back"
say = "talk again"
why = "It says neither who nor when."

[[people]]
name = "Sam"
addresses = ["sam@example.org"]

[formats]
"*.draft" = "email"
"#;

/// `docs/settings.md`: every setting.
pub fn settings() -> String {
    let mut page = format!("{MADE}\n\n# Settings\n\n{LEAD}\n\n```toml\n{EXAMPLE}```\n");
    for row in ROWS {
        let (name, camel) = (row.name(), row.camel());
        let _ = writeln!(page, "\n## {name}\n\n{}\n", row.about());
        let words = row.words();
        if !words.is_empty() {
            for (word, about) in words {
                let _ = writeln!(page, "- `\"{word}\"`: {about}");
            }
            page.push('\n');
        }
        let _ = writeln!(
            page,
            "Default: `{}`. In an editor: `forthright.{camel}`.",
            row.default()
        );
    }
    page
}

const LEAD: &str = "\
Settings are read from the user's own `forthright.toml` (in `~/.config/forthright/`, on Windows in `%APPDATA%\\forthright\\`),
then from the nearest `forthright.toml` in the folder of the draft or one around it, then from the editor: each over the one
before. Lists of phrases, people and days off add up; all else is replaced.

A value that does not fit is reported by its name and place, and the rest still counts. Editors that know JSON schemas for TOML
complete and check the file with [forthright.schema.json](forthright.schema.json).";

/// `docs/forthright.schema.json`: the JSON schema of `forthright.toml`.
pub fn schema() -> String {
    let schema = settings::schema(&names());
    format!("{schema:#}\n")
}

/// The rules as the schema tells of them.
pub(super) fn names() -> Vec<RuleName<'static>> {
    let name = |rule: &'static rules::Rule| RuleName {
        id: rule.id,
        summary: rule.summary(),
        level: rule.level.map_or("off", Level::name),
    };
    rules::all().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Options, read_toml};

    #[test]
    fn the_example_is_read_without_a_word() {
        let rules: Vec<&str> = rules::all().map(|rule| rule.id).collect();
        let mut options = Options::default();
        assert_eq!(read_toml(&mut options, EXAMPLE, &rules), []);
        assert_eq!(options.people.len() + options.phrases.len(), 2);
    }
}
