use toml_edit::{Array, DocumentMut, Item, Table, value};

/// A settings text with `phrase` among those never flagged; `None` if the text is no TOML or `allow` no list in it.
pub fn allow(text: &str, phrase: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let allowed = document
        .entry("allow")
        .or_insert_with(|| value(Array::new()))
        .as_array_mut()?;
    if !allowed.iter().any(|known| known.as_str() == Some(phrase)) {
        allowed.push(phrase);
    }
    Some(document.to_string())
}

/// A settings text with a rule turned off; `None` if the text is no TOML or `rules` no table in it.
pub fn turn_off(text: &str, rule: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let rules = document
        .entry("rules")
        .or_insert_with(|| Item::Table(Table::new()))
        .as_table_like_mut()?;
    rules.insert(rule, value("off"));
    Some(document.to_string())
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
}
