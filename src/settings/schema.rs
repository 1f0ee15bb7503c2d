use serde_json::{Value as Json, json};

use super::kind::LEVELS;
use super::options::{ROWS, Row};

/// What the schema tells of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleName<'a> {
    /// Its id.
    pub id: &'a str,
    /// What the fault is, in a sentence.
    pub summary: &'a str,
    /// The word of its own level.
    pub level: &'a str,
}

/// The JSON schema of `forthright.toml`.
pub fn schema(rules: &[RuleName<'_>]) -> Json {
    let properties = ROWS.iter().map(|row| (row.name(), row_schema(row, rules)));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Forthright's settings",
        "type": "object",
        "additionalProperties": false,
        "properties": Json::Object(properties.collect()),
    })
}

/// The JSON schema of one setting.
pub fn row_schema(row: &Row, rules: &[RuleName<'_>]) -> Json {
    let mut schema = (row.schema)();
    schema["description"] = json!(row.about());
    schema["default"] = (row.value)(&super::Options::default());
    if row.name() == "rules" {
        let of_rule = |rule: &RuleName<'_>| {
            let about = json!({"type": "string", "enum": LEVELS, "description": rule.summary, "default": rule.level});
            (rule.id.to_owned(), about)
        };
        schema["properties"] = Json::Object(rules.iter().map(of_rule).collect());
        schema["additionalProperties"] = json!(false);
    }
    schema
}
