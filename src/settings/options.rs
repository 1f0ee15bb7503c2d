use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, Time, Weekday};
use serde_json::Value as Json;

use super::choice::{DateStyle, DefaultDue, Register, Strictness};
use super::kind::Kind;
use super::node::Node;
use super::problem::Report;
use crate::document::Format;
use crate::facts::due::Calendar;
use crate::finding::Level;
use crate::text::sort_by_key;

/// One setting, with everything told of it anywhere.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its field in [`Options`]: `day_first`.
    field: &'static str,
    /// What it means, for people: the first sentence says it all.
    about: &'static str,
    /// The JSON schema of its value.
    pub(super) schema: fn() -> Json,
    /// Its value as JSON.
    pub(super) value: fn(&Options) -> Json,
    /// Takes a value in, or says why not.
    pub(super) read: fn(&mut Options, &Node, &mut Report<'_>),
}

impl Row {
    /// Its name in `forthright.toml`: `day-first`.
    pub fn name(&self) -> String {
        self.field.replace('_', "-")
    }

    /// Its name in an editor's JSON: `dayFirst`.
    pub fn camel(&self) -> String {
        let mut parts = self.field.split('_');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |name, part| {
            let (initial, rest) = part.split_at(1);
            name + &initial.to_ascii_uppercase() + rest
        })
    }

    /// What it means, in Markdown.
    pub fn about(&self) -> &'static str {
        self.about.trim()
    }

    /// For a setting that is one of a few words: each with what it means.
    pub fn words(&self) -> Vec<(String, String)> {
        let schema = (self.schema)();
        let texts = |key: &str| -> Vec<String> {
            let list = schema[key].as_array().into_iter().flatten();
            list.filter_map(|text| text.as_str().map(str::to_owned))
                .collect()
        };
        let abouts = texts("markdownEnumDescriptions");
        texts("enum").into_iter().zip(abouts).collect()
    }

    /// Its default, as JSON and, by good luck, as TOML.
    pub fn default(&self) -> String {
        (self.value)(&Options::default()).to_string()
    }
}

/// Declares the settings: a field, a row and a default each; the `///` lines are its page.
macro_rules! settings {
    ($($(#[doc = $about:literal])+ $field:ident: $kind:ty = $default:expr;)+) => {
        /// Every setting, as a value.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Options { $($(#[doc = $about])+ pub $field: $kind,)+ }

        impl Default for Options {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        /// Every setting, in the order of the settings page.
        pub static ROWS: &[Row] = &[$(Row {
            field: stringify!($field),
            about: concat!($($about, "\n"),+),
            schema: <$kind as Kind>::schema,
            value: |options| options.$field.written(),
            read: |options, node, report| options.$field.read(node, report),
        },)+];
    };
}

settings! {
    /// The level of each rule by its id: `"off"`, `"hint"`, `"info"`, `"warning"` or `"error"`. A rule not named here keeps its own.
    rules: BTreeMap<String, Option<Level>> = BTreeMap::new();

    /// How much is said: `"lenient"` leaves hints out, `"strict"` adds the rules that are off until asked for.
    strictness: Strictness = Strictness::default();

    /// Phrases that are never flagged, whatever their case.
    allow: Vec<String> = Vec::new();

    /// Your own phrases to find, what to say instead, and why.
    phrases: Vec<OwnPhrase> = Vec::new();

    /// The form of a request that is offered first.
    register: Register = Register::default();

    /// How dates are written in rewrites.
    date_style: DateStyle = DateStyle::default();

    /// The date offered first for an ask or a promise without one: earlier where a short message tells of an earlier day.
    default_due: DefaultDue = DefaultDue::default();

    /// Whether `03/04` is 3 April rather than March 4.
    day_first: bool = true;

    /// Whether "next Friday" is the Friday of next week rather than the first one to come.
    next_is_next_week: bool = true;

    /// The days you work; only these are offered as dates.
    working_days: Vec<Weekday> = vec![
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ];

    /// Days off, never offered as dates: `2026-12-25`.
    holidays: Vec<Date> = Vec::new();

    /// When a working day ends: `"17:00"`.
    end_of_day: Time = jiff::civil::time(17, 0, 0, 0);

    /// The time zone that tells which day it is: `"Europe/Berlin"`. Empty for this machine's.
    time_zone: String = String::new();

    /// Your own name as others write it, so that an ask of you is told from one by you.
    name: String = String::new();

    /// People you write to: the name they go by and their addresses.
    people: Vec<Person> = Vec::new();

    /// The format of a draft by its file name: a pattern and `"email"`, `"markdown"`, `"text"` or `"chat"`. The longest pattern that fits counts.
    formats: Vec<(String, Format)> = Vec::new();

    /// How many findings an editor is shown in one draft at most.
    max_findings: usize = 500;
}

/// A phrase of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPhrase {
    /// What to find, lower case.
    pub find: String,
    /// What to say instead; empty to take it out.
    pub say: String,
    /// Why, for the message.
    pub why: String,
}

/// A person and the names they go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// As they are called: `Sam`.
    pub name: String,
    /// Their addresses.
    pub addresses: Vec<String>,
}

impl Options {
    /// The format these settings give to a draft of this name: the longest pattern that fits the path or its last part.
    pub fn format_of(&self, path: &Path) -> Option<Format> {
        let bytes = |path: &Path| path.as_os_str().as_encoded_bytes().to_vec();
        let name = path.file_name().map(Path::new);
        let fits = |pattern: &str| {
            let mut names = [Some(path), name].into_iter().flatten();
            names.any(|name| fast_glob::glob_match(pattern, bytes(name)))
        };
        let mut formats = self.formats.iter();
        let fitting = formats.find(|(pattern, _)| fits(pattern));
        fitting.map(|(_, format)| *format)
    }

    /// What the reading of times depends on, for words written on `today`.
    pub fn calendar(&self, today: Date) -> Calendar {
        Calendar {
            today,
            day_first: self.day_first,
            next_is_next_week: self.next_is_next_week,
            working_days: self.working_days.iter().copied().collect(),
            holidays: {
                let mut days = self.holidays.clone();
                sort_by_key(&mut days, |day| *day);
                days.into()
            },
            end_of_day: self.end_of_day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_pattern_that_fits_tells_the_format() {
        let options = Options {
            formats: vec![
                ("**/chat/*.draft".to_owned(), Format::Chat),
                ("*.draft".to_owned(), Format::Email),
            ],
            ..Options::default()
        };
        let format = |path: &str| options.format_of(Path::new(path));
        assert_eq!(format("notes/a.draft"), Some(Format::Email));
        assert_eq!(format("/home/sam/chat/a.draft"), Some(Format::Chat));
        assert_eq!(format("a.md"), None);
    }

    #[test]
    fn a_setting_has_one_name_written_two_ways() {
        let row = ROWS
            .iter()
            .find(|row| row.field == "next_is_next_week")
            .unwrap();
        assert_eq!(row.name(), "next-is-next-week");
        assert_eq!(row.camel(), "nextIsNextWeek");
        assert_eq!(row.default(), "true");
    }

    #[test]
    fn a_pattern_made_to_take_long_does_not() {
        let many = "{a,a}*".repeat(40);
        let options = Options {
            formats: vec![(format!("**/{many}b"), Format::Chat)],
            ..Options::default()
        };
        let name = "a".repeat(200);
        assert_eq!(options.format_of(Path::new(&name)), None);
    }
}
