use serde_json::Value as Json;

use super::nearest::nearest;
use super::node::{self, Entry, Node, Value};
use super::options::{Options, ROWS};
use super::problem::{Problem, Report};
use crate::text::{Span, sort_by_key};

/// Settings of an editor's plugin, which come along with ours and are not ours to read.
pub const EDITORS_OWN: &[&str] = &[
    "languages",
    "untitled",
    "sourceControlInput",
    "summary",
    "path",
    "trace",
    "summary",
];

/// Takes in a `forthright.toml`; what it does not name stays. `rules` are the ids of all rules.
///
/// A text that is no TOML in one place still counts in the others.
pub fn read_toml(options: &mut Options, text: &str, rules: &[&str]) -> Vec<Problem> {
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    let mut report = Report::new(rules);
    let entries = table.get_ref().iter().map(|(name, value)| Entry {
        name: name.get_ref().to_string(),
        span: Some(node::span(name.span())),
        node: Node::from_toml(value),
    });
    read(options, &entries.collect::<Vec<_>>(), &mut report);
    let line = |span: Option<Span>| span.map(|span| text[..span.start].matches('\n').count());
    let mut broken: Vec<Problem> = Vec::new();
    for error in errors {
        let span = error.span().map(node::span);
        if !broken.iter().any(|other| line(other.span) == line(span)) {
            let message = format!("is no TOML: {}", error.message().replace('\n', ", "));
            let name = String::new();
            broken.push(Problem {
                name,
                span,
                message,
            });
        }
    }
    // What is made of a broken line says nothing new.
    let mut problems = report.problems;
    problems.retain(|problem| {
        !broken
            .iter()
            .any(|other| line(other.span) == line(problem.span))
    });
    problems.extend(broken);
    sort_by_key(&mut problems, |problem| problem.span);
    problems
}

/// Takes in an editor's settings, `{"dayFirst": false, …}`; what it does not name, or names with `null`, stays.
pub fn read_json(options: &mut Options, json: &Json, rules: &[&str]) -> Vec<Problem> {
    let mut report = Report::new(rules);
    let whole = Node::from_json(json);
    match &whole.value {
        Value::Nothing => {}
        Value::Table(entries) => {
            let own = |entry: &&Entry| EDITORS_OWN.contains(&entry.name.as_str());
            let entries: Vec<Entry> = entries.iter().filter(|e| !own(e)).cloned().collect();
            read(options, &entries, &mut report);
        }
        _ => report.inside("settings", |report| report.takes("a table", &whole)),
    }
    report.problems
}

fn read(options: &mut Options, entries: &[Entry], report: &mut Report<'_>) {
    for entry in entries {
        let folded = folded(&entry.name);
        let row = ROWS.iter().find(|row| self::folded(&row.name()) == folded);
        report.inside(&entry.name, |report| match row {
            Some(_) if matches!(entry.node.value, Value::Nothing) => {}
            Some(row) => (row.read)(options, &entry.node, report),
            None => {
                let names: Vec<String> = ROWS.iter().map(super::Row::name).collect();
                let meant = nearest(&entry.name, names.iter().map(String::as_str));
                report.unknown("setting", meant, entry.span);
            }
        });
    }
}

/// `day-first`, `day_first` and `dayFirst` are one name.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, '-' | '_'));
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{DateStyle, Register};
    use super::*;
    use crate::document::Format;
    use crate::finding::Level;

    const RULES: &[&str] = &["hedged-ask", "missing-deadline"];

    fn toml(text: &str) -> (Options, Vec<String>) {
        let mut options = Options::default();
        let problems = read_toml(&mut options, text, RULES);
        let said = problems.iter().map(|problem| {
            let line = problem
                .span
                .map_or(0, |span| 1 + text[..span.start].matches('\n').count());
            format!("{line}: {problem}")
        });
        (options, said.collect())
    }

    #[test]
    fn every_setting_of_a_whole_file_is_read() {
        let (options, problems) = toml(
            r#"
            strictness = "strict"
            allow = ["Just In Time"]
            register = "plain-request"
            date-style = "iso"
            default-due = "end-of-month"
            day-first = false
            next-is-next-week = false
            working-days = ["mon", "Tuesday"]
            holidays = [2026-12-25, "2026-12-26"]
            end-of-day = "18:30"
            time-zone = "Europe/Berlin"
            name = "Ana"
            max-findings = 20
            [rules]
            hedged-ask = "off"
            missing-deadline = "error"
            [formats]
            "*.msg" = "email"
            "drafts/*.msg" = "text"
            [[people]]
            name = "Sam"
            addresses = ["sam@example.org"]
            [[phrases]]
            find = "Touch base"
            say = "talk"
            "#,
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(options.allow, ["just in time"]);
        assert_eq!(options.register, Register::PlainRequest);
        assert_eq!(options.date_style, DateStyle::Iso);
        assert_eq!(options.working_days.len(), 2);
        assert_eq!(options.holidays.len(), 2);
        assert_eq!(options.end_of_day, jiff::civil::time(18, 30, 0, 0));
        assert_eq!(options.rules["hedged-ask"], None);
        assert_eq!(options.rules["missing-deadline"], Some(Level::Error));
        assert_eq!(
            options.formats[0],
            ("drafts/*.msg".to_owned(), Format::Text)
        );
        assert_eq!(options.people[0].addresses, ["sam@example.org"]);
        assert_eq!(options.phrases[0].find, "touch base");
        assert_eq!(options.phrases[0].why, "");
    }

    #[test]
    fn a_bad_value_is_named_and_the_rest_counts() {
        let (options, problems) = toml(
            "day-first = \"yes\"\nname = \"Ana\"\ncolour = 3\nwoking-days = []\nend-of-day = \"late\"\n\
             working-days = [\"mon\", \"blursday\"]\nmax-findings = -1\n\
             [rules]\nhedged-ask = \"loud\"\nmissing-dedline = \"off\"\nmissing-deadline = 3\n",
        );
        assert_eq!(options.name, "Ana");
        assert_eq!(options.working_days.len(), 5);
        assert_eq!(
            problems,
            [
                "1: day-first takes true or false, not \"yes\"",
                "3: colour is no setting",
                "4: woking-days is no setting; did you mean working-days?",
                "5: end-of-day takes a time such as \"17:00\", not \"late\"",
                "6: working-days.1 takes a weekday such as \"mon\", not \"blursday\"",
                "7: max-findings takes a whole number from 0, not -1",
                "9: rules.hedged-ask takes \"off\", \"hint\", \"info\", \"warning\" or \"error\", not \"loud\"",
                "10: rules.missing-dedline is no rule; did you mean missing-deadline?",
                "11: rules.missing-deadline takes \"off\", \"hint\", \"info\", \"warning\" or \"error\", not 3",
            ]
        );
    }

    #[test]
    fn what_is_no_toml_is_told_and_the_other_lines_count() {
        let (options, problems) =
            toml("name = \"Ana\"\nday-first = \nregister = \"plain-request\"\n");
        assert_eq!(options.name, "Ana");
        assert_eq!(options.register, Register::PlainRequest);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("2: is no TOML"), "{problems:?}");
        let (options, problems) = toml("[rules\n = = \n\u{feff}name = \"Ana\"");
        assert_eq!(options.name, "");
        assert!(!problems.is_empty());
    }

    #[test]
    fn an_editors_settings_say_the_same_in_json() {
        let mut options = Options::default();
        let json = serde_json::json!({
            "dayFirst": false, "dateStyle": null, "rules": {"hedged-ask": "hint"}, "endOfDay": "16:00",
            "formats": {"*.msg": "email"}, "trace": {"server": "off"}, "holidays": ["2026-12-25", "soon"],
        });
        let problems = read_json(&mut options, &json, RULES);
        assert_eq!(options.rules["hedged-ask"], Some(Level::Hint));
        assert!(!options.day_first);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            ["holidays.1 takes a day such as 2026-12-25, not \"soon\""]
        );
    }

    #[test]
    fn a_second_file_adds_to_lists_and_replaces_the_rest() {
        let mut options = Options::default();
        read_toml(
            &mut options,
            "allow = [\"a\"]\nname = \"Ana\"\n[rules]\nhedged-ask = \"off\"",
            RULES,
        );
        read_toml(
            &mut options,
            "allow = [\"b\", \"a\"]\nname = \"Bo\"\n[rules]\nmissing-deadline = \"off\"",
            RULES,
        );
        assert_eq!(options.allow, ["a", "b"]);
        assert_eq!(options.name, "Bo");
        assert_eq!(options.rules.len(), 2);
    }
}
