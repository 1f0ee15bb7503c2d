use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};
use serde_json::{Value as Json, json};

use super::choice::{Choice, DateStyle, DefaultDue, Register, Strictness};
use super::nearest::nearest;
use super::node::{Node, Value};
use super::options::{OwnPhrase, Person};
use super::problem::Report;
use crate::document::Format;
use crate::finding::Level;

/// How a setting's value is read, described and written.
pub(super) trait Kind {
    /// Takes a value in; one that does not fit is reported and leaves things as they were. Lists of things grow, all else is replaced.
    fn read(&mut self, node: &Node, report: &mut Report<'_>);

    /// Its JSON schema.
    fn schema() -> Json;

    /// The value as JSON.
    fn written(&self) -> Json;
}

impl Kind for bool {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        match node.value {
            Value::Bool(value) => *self = value,
            _ => report.takes("true or false", node),
        }
    }

    fn schema() -> Json {
        json!({"type": "boolean"})
    }

    fn written(&self) -> Json {
        json!(self)
    }
}

impl Kind for usize {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let value = match node.value {
            Value::Integer(value) => Self::try_from(value).ok(),
            _ => None,
        };
        match value {
            Some(value) => *self = value,
            None => report.takes("a whole number from 0", node),
        }
    }

    fn schema() -> Json {
        json!({"type": "integer", "minimum": 0})
    }

    fn written(&self) -> Json {
        json!(self)
    }
}

impl Kind for String {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        match node.text() {
            Some(text) => text.clone_into(self),
            None => report.takes("text", node),
        }
    }

    fn schema() -> Json {
        json!({"type": "string"})
    }

    fn written(&self) -> Json {
        json!(self)
    }
}

impl Kind for Time {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        match node.text().and_then(|text| text.parse().ok()) {
            Some(time) => *self = time,
            None => report.takes("a time such as \"17:00\"", node),
        }
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})
    }

    fn written(&self) -> Json {
        json!(format!("{:02}:{:02}", self.hour(), self.minute()))
    }
}

/// Reads a word of a [`Choice`].
macro_rules! kind_of_choice {
    ($($choice:ty),+) => {$(
        impl Kind for $choice {
            fn read(&mut self, node: &Node, report: &mut Report<'_>) {
                let all = <$choice>::ALL;
                match all.iter().find(|(_, word, _)| node.text() == Some(word)) {
                    Some((choice, ..)) => *self = *choice,
                    None => report.takes(one_of(all.iter().map(|(_, word, _)| *word)), node),
                }
            }

            fn schema() -> Json {
                let words: Vec<&str> = <$choice>::ALL.iter().map(|(_, word, _)| *word).collect();
                let abouts = <$choice>::ALL.iter().map(|(.., about)| about.trim());
                let abouts: Vec<&str> = abouts.collect();
                json!({"type": "string", "enum": words, "markdownEnumDescriptions": abouts})
            }

            fn written(&self) -> Json {
                json!(self.word())
            }
        }
    )+};
}

kind_of_choice!(Register, DateStyle, DefaultDue, Strictness);

/// Reads a list item by item; an item that does not fit is reported and left out.
fn items<T>(
    node: &Node,
    report: &mut Report<'_>,
    mut read: impl FnMut(&Node, &mut Report<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let Some(list) = node.list() else {
        report.takes("a list", node);
        return None;
    };
    let read = list
        .iter()
        .enumerate()
        .filter_map(|(at, item)| report.inside(at.to_string(), |report| read(item, report)));
    Some(read.collect())
}

/// Adds what is not there yet.
fn add<T: PartialEq>(to: &mut Vec<T>, more: Option<Vec<T>>) {
    for item in more.into_iter().flatten() {
        if !to.contains(&item) {
            to.push(item);
        }
    }
}

/// Reads a value of its own out of a node.
fn one<T: Kind + Default>(node: &Node, report: &mut Report<'_>) -> Option<T> {
    let before = report.problems.len();
    let mut value = T::default();
    value.read(node, report);
    (report.problems.len() == before).then_some(value)
}

impl Kind for Vec<String> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let more = items(node, report, |item, report| {
            one::<String>(item, report).map(|text| text.to_lowercase())
        });
        add(self, more);
    }

    fn schema() -> Json {
        json!({"type": "array", "items": {"type": "string"}})
    }

    fn written(&self) -> Json {
        json!(self)
    }
}

impl Kind for Vec<Date> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let more = items(node, report, |item, report| {
            let day = item.text().and_then(|text| text.parse().ok());
            if day.is_none() {
                report.takes("a day such as 2026-12-25", item);
            }
            day
        });
        add(self, more);
    }

    fn schema() -> Json {
        json!({"type": "array", "items": {"type": "string", "format": "date"}})
    }

    fn written(&self) -> Json {
        self.iter().map(ToString::to_string).collect()
    }
}

/// The days of a week by their short and long names.
const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "mon", "monday"),
    (Weekday::Tuesday, "tue", "tuesday"),
    (Weekday::Wednesday, "wed", "wednesday"),
    (Weekday::Thursday, "thu", "thursday"),
    (Weekday::Friday, "fri", "friday"),
    (Weekday::Saturday, "sat", "saturday"),
    (Weekday::Sunday, "sun", "sunday"),
];

impl Kind for Vec<Weekday> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let before = report.problems.len();
        let days = items(node, report, |item, report| {
            let name = item.text().map(str::to_lowercase).unwrap_or_default();
            let mut known = WEEKDAYS.iter();
            let day = known.find(|(_, short, long)| name == *short || name == *long);
            if day.is_none() {
                report.takes("a weekday such as \"mon\"", item);
            }
            day.map(|(day, ..)| *day)
        });
        let fine = report.problems.len() == before;
        match days {
            Some(days) if fine && days.is_empty() => report.takes("at least one weekday", node),
            Some(days) if fine => *self = days,
            _ => {}
        }
    }

    fn schema() -> Json {
        json!({"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string", "enum": WEEKDAYS.map(|(_, short, _)| short)}})
    }

    fn written(&self) -> Json {
        let name = |day: &Weekday| WEEKDAYS.iter().find(|(known, ..)| known == day);
        self.iter()
            .filter_map(name)
            .map(|(_, short, _)| *short)
            .collect()
    }
}

/// Reads a table whose names are `known`, handing each value to `read`; an unknown name is reported.
fn fields(
    node: &Node,
    report: &mut Report<'_>,
    known: &[&str],
    mut read: impl FnMut(&str, &Node, &mut Report<'_>),
) -> bool {
    let Some(table) = node.table() else {
        report.takes("a table", node);
        return false;
    };
    for entry in table {
        report.inside(&entry.name, |report| {
            if known.contains(&entry.name.as_str()) {
                read(&entry.name, &entry.node, report);
            } else {
                let meant = nearest(&entry.name, known.iter().copied());
                report.unknown("setting", meant, entry.span);
            }
        });
    }
    true
}

impl Kind for Vec<OwnPhrase> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let more = items(node, report, |item, report| {
            let (mut find, mut say, mut why) = (String::new(), String::new(), String::new());
            let known = ["find", "say", "why"];
            let table = fields(item, report, &known, |name, node, report| match name {
                "find" => find.read(node, report),
                "say" => say.read(node, report),
                _ => why.read(node, report),
            });
            let find = find.trim().to_lowercase();
            if table && find.is_empty() {
                report.takes("a phrase to find", item);
            }
            (!find.is_empty()).then_some(OwnPhrase { find, say, why })
        });
        add(self, more);
    }

    fn schema() -> Json {
        json!({"type": "array", "items": {
            "type": "object", "required": ["find"], "additionalProperties": false, "properties": {
                "find": {"type": "string", "minLength": 1, "description": "What to find, whatever its case."},
                "say": {"type": "string", "description": "What to say instead; empty to take it out."},
                "why": {"type": "string", "description": "Why, for the message."},
            },
        }})
    }

    fn written(&self) -> Json {
        let one =
            |phrase: &OwnPhrase| json!({"find": phrase.find, "say": phrase.say, "why": phrase.why});
        self.iter().map(one).collect()
    }
}

impl Kind for Vec<Person> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let more = items(node, report, |item, report| {
            let (mut name, mut addresses) = (String::new(), Vec::<String>::new());
            let table = fields(
                item,
                report,
                &["name", "addresses"],
                |field, node, report| match field {
                    "name" => name.read(node, report),
                    _ => addresses.read(node, report),
                },
            );
            if table && name.is_empty() {
                report.takes("a name", item);
            }
            (!name.is_empty()).then_some(Person { name, addresses })
        });
        add(self, more);
    }

    fn schema() -> Json {
        json!({"type": "array", "items": {
            "type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                "name": {"type": "string", "minLength": 1, "description": "As they are called."},
                "addresses": {"type": "array", "items": {"type": "string"}, "description": "Their mail addresses."},
            },
        }})
    }

    fn written(&self) -> Json {
        let one = |person: &Person| json!({"name": person.name, "addresses": person.addresses});
        self.iter().map(one).collect()
    }
}

/// Whether every bracket and brace of a file name pattern is closed: one that is not would fit no name.
fn is_closed(pattern: &str) -> bool {
    let mut open = Vec::new();
    let mut marks = pattern.chars();
    while let Some(mark) = marks.next() {
        match (mark, open.last()) {
            ('\\', _) if marks.next().is_none() => return false,
            (']', Some('[')) | ('}', Some('{')) => drop(open.pop()),
            ('[' | '{', Some('{') | None) => open.push(mark),
            _ => {}
        }
    }
    open.is_empty()
}

impl Kind for Vec<(String, Format)> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let Some(table) = node.table() else {
            return report.takes("a table", node);
        };
        for entry in table {
            report.inside(&entry.name, |report| {
                let named = Format::ALL.into_iter();
                let mut named = named.filter(|format| entry.node.text() == Some(format.name()));
                match named.next() {
                    Some(format) if is_closed(&entry.name) => {
                        self.retain(|(pattern, _)| *pattern != entry.name);
                        self.push((entry.name.clone(), format));
                    }
                    Some(_) => report.unknown("file name pattern", None, entry.span),
                    None => report.takes(one_of(Format::ALL.map(Format::name)), &entry.node),
                }
            });
        }
        self.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    fn schema() -> Json {
        json!({"type": "object", "additionalProperties": {"enum": Format::ALL.map(Format::name)}})
    }

    fn written(&self) -> Json {
        let pair = |(pattern, format): &(String, Format)| (pattern.clone(), json!(format.name()));
        Json::Object(self.iter().map(pair).collect())
    }
}

/// The words a rule's level takes.
pub(super) const LEVELS: [&str; 5] = ["off", "hint", "info", "warning", "error"];

impl Kind for BTreeMap<String, Option<Level>> {
    fn read(&mut self, node: &Node, report: &mut Report<'_>) {
        let Some(table) = node.table() else {
            return report.takes("a table", node);
        };
        for entry in table {
            report.inside(&entry.name, |report| {
                if !report.rules.contains(&entry.name.as_str()) {
                    let meant = nearest(&entry.name, report.rules.iter().copied());
                    return report.unknown("rule", meant, entry.span);
                }
                let word = entry.node.text();
                let level = Level::ALL
                    .into_iter()
                    .find(|level| word == Some(level.name()));
                if level.is_some() || word == Some("off") {
                    self.insert(entry.name.clone(), level);
                } else if !matches!(entry.node.value, Value::Nothing) {
                    report.takes(one_of(LEVELS), &entry.node);
                }
            });
        }
    }

    fn schema() -> Json {
        json!({"type": "object"})
    }

    fn written(&self) -> Json {
        let pair = |(rule, level): (&String, &Option<Level>)| {
            (rule.clone(), json!(level.map_or("off", Level::name)))
        };
        Json::Object(self.iter().map(pair).collect())
    }
}

/// `"a", "b" or "c"`
fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let quoted: Vec<String> = words
        .into_iter()
        .map(|word| format!("\"{word}\""))
        .collect();
    match quoted.as_slice() {
        [some @ .., last] if !some.is_empty() => format!("{} or {last}", some.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_closed_or_fits_nothing() {
        for pattern in ["*.draft", "[ab].txt", "{a,[}]}", "\\[", "**/x"] {
            assert!(is_closed(pattern), "{pattern}");
        }
        for pattern in ["[ab.txt", "{a,b", "a\\", "{[}"] {
            assert!(!is_closed(pattern), "{pattern}");
        }
    }
}
