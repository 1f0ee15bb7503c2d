use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A settings text with `phrase` among those never flagged; `None` if the text is no TOML or `allow` no list in it.
///
/// All else stays as it is, comments and all.
pub fn allow(text: &str, phrase: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let quoted = quoted(phrase);
    let Some(allowed) = table.get_ref().get("allow") else {
        let line = format!("allow = [{quoted}]\n");
        return valid(with_line(
            text,
            end_of_settings(text, table.get_ref()),
            &line,
        ));
    };
    let DeValue::Array(list) = allowed.get_ref() else {
        return None;
    };
    if list
        .iter()
        .any(|known| known.get_ref().as_str() == Some(phrase))
    {
        return Some(text.to_owned());
    }
    valid(match list.iter().last() {
        Some(last) => with(text, last.span().end, &format!(", {quoted}")),
        None => with(text, allowed.span().start + 1, &quoted),
    })
}

/// A settings text with a rule turned off; `None` if the text is no TOML or `rules` no table in it.
pub fn turn_off(text: &str, rule: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let off = format!("{rule} = \"off\"");
    let Some(rules) = table.get_ref().get("rules") else {
        let gap = if text.is_empty() { "" } else { "\n" };
        return valid(with_line(
            text,
            text.len(),
            &format!("{gap}[rules]\n{off}\n"),
        ));
    };
    let DeValue::Table(levels) = rules.get_ref() else {
        return None;
    };
    if let Some(level) = levels.get(rule) {
        let (before, after) = (&text[..level.span().start], &text[level.span().end..]);
        return valid(format!("{before}\"off\"{after}"));
    }
    let start = rules.span().start;
    let last = levels.iter().map(|(_, level)| level.span().end).max();
    let end_of_line = line_after(text, last.unwrap_or(rules.span().end));
    valid(match (&text[start..=start], last) {
        ("{", Some(last)) => with(text, last, &format!(", {off}")),
        ("{", None) => with(text, start + 1, &off),
        ("[", _) => with_line(text, end_of_line, &format!("{off}\n")),
        _ => with_line(text, end_of_line, &format!("rules.{off}\n")),
    })
}

/// The text if it is TOML: where it is written in a way not thought of above, nothing is written.
fn valid(text: String) -> Option<String> {
    DeTable::parse(&text).is_ok().then_some(text)
}

/// A text as TOML has it: JSON's quotes and escapes are among TOML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn with(text: &str, at: usize, more: &str) -> String {
    format!("{}{more}{}", &text[..at], &text[at..])
}

/// With a line put in where a line begins, or at an end that lacks its line end.
fn with_line(text: &str, at: usize, line: &str) -> String {
    let open = at > 0 && !text[..at].ends_with(['\n', '\u{feff}']);
    with(text, at, &format!("{}{line}", if open { "\n" } else { "" }))
}

/// Where the line after that of a place begins.
fn line_after(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Behind the settings that belong to no table, where one more may stand.
fn end_of_settings(text: &str, table: &DeTable<'_>) -> usize {
    let values = table.iter().map(|(_, value)| value);
    let plain = values.filter(|value| !matches!(value.get_ref(), DeValue::Table(_)));
    let last = plain
        .map(|value: &Spanned<DeValue<'_>>| value.span().end)
        .max();
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    last.map_or(start, |last| line_after(text, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_joins_the_list_and_comments_stay() {
        let text = "# mine\nallow = [\"asap\"] # ours\n\n[rules]\nx = \"hint\"\n";
        let more = allow(text, "no rush").unwrap();
        assert_eq!(
            more,
            "# mine\nallow = [\"asap\", \"no rush\"] # ours\n\n[rules]\nx = \"hint\"\n"
        );
        assert_eq!(allow(&more, "no rush").unwrap(), more);
    }

    #[test]
    fn an_empty_file_is_begun_and_tables_stay_below() {
        assert_eq!(allow("", "asap").unwrap(), "allow = [\"asap\"]\n");
        let text = "[rules]\nx = \"hint\"\n";
        let both = allow(&turn_off(text, "y").unwrap(), "asap").unwrap();
        assert_eq!(
            both,
            "allow = [\"asap\"]\n[rules]\nx = \"hint\"\ny = \"off\"\n"
        );
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        assert_eq!(allow("allow = 3", "x"), None);
        assert_eq!(turn_off("rules = [", "x"), None);
    }

    #[test]
    fn however_a_list_or_table_is_written() {
        let allowed = |text| allow(text, "no \"rush\"").unwrap();
        assert_eq!(
            allowed("allow = [\n  \"a\",\n]"),
            "allow = [\n  \"a\", \"no \\\"rush\\\"\",\n]"
        );
        assert_eq!(allowed("allow = []"), "allow = [\"no \\\"rush\\\"\"]");
        assert_eq!(
            allowed("a = 1 # b"),
            "a = 1 # b\nallow = [\"no \\\"rush\\\"\"]\n"
        );
        let off = |text| turn_off(text, "y").unwrap();
        assert_eq!(off(""), "[rules]\ny = \"off\"\n");
        assert_eq!(off("a = 1"), "a = 1\n\n[rules]\ny = \"off\"\n");
        assert_eq!(off("rules = { x = 1 }"), "rules = { x = 1, y = \"off\" }");
        assert_eq!(off("rules = {}"), "rules = {y = \"off\"}");
        assert_eq!(
            off("rules.x = 1\n[z]"),
            "rules.x = 1\nrules.y = \"off\"\n[z]"
        );
        assert_eq!(off("[rules] # r\n[z]"), "[rules] # r\ny = \"off\"\n[z]");
        assert_eq!(
            off("[rules]\ny = \"hint\" # h\n"),
            "[rules]\ny = \"off\" # h\n"
        );
    }
}
