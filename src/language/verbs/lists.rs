use std::sync::LazyLock;

use crate::language::{QuickMap, QuickSet};

/// Base forms with regular forms, one a line, sorted.
static REGULAR: &str = include_str!("regular.txt");

/// Base, past and participle, one verb a line, sorted.
static IRREGULAR: &str = include_str!("irregular.txt");

/// Forms of irregular verbs beside those of the list: a second past, the present of "be", forms with an apostrophe.
#[rustfmt::skip]
const MORE_FORMS: &[(&str, &str)] = &[
    ("am", "be"), ("are", "be"), ("is", "be"), ("were", "be"), ("'m", "be"), ("'re", "be"), ("'s", "be"),
    ("has", "have"), ("'ve", "have"), ("does", "do"), ("goes", "go"),
    ("burnt", "burn"), ("dreamt", "dream"), ("gotten", "get"), ("knitted", "knit"),
    ("leant", "lean"), ("leapt", "leap"), ("learnt", "learn"), ("lighted", "light"), ("proven", "prove"),
    ("shown", "show"), ("showed", "show"), ("smelt", "smell"), ("spelt", "spell"),
    ("spilt", "spill"), ("spoilt", "spoil"), ("swollen", "swell"), ("sewn", "sew"), ("sown", "sow"),
    ("mown", "mow"), ("sawn", "saw"), ("woken", "wake"), ("waked", "wake"), ("wedded", "wed"),
    ("quitted", "quit"), ("betted", "bet"), ("focussed", "focus"), ("focussing", "focus"),
    ("focusses", "focus"), ("benefitted", "benefit"), ("benefitting", "benefit"), ("biassed", "bias"),
    ("inputted", "input"), ("offsetted", "offset"), ("drank", "drink"), ("troubleshooted", "troubleshoot"),
    ("gon", "go"), ("wan", "want"),
];

/// Past forms that are better known as the base of another verb.
const OTHER_VERBS: &[&str] = &["lay", "wound", "rent", "resent", "rebound", "cleft"];

struct Lists {
    bases: QuickSet<&'static str>,
    irregular: QuickMap<&'static str, (&'static str, &'static str)>,
    base_of: QuickMap<&'static str, &'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut bases: QuickSet<&str> = REGULAR.lines().collect();
    let mut irregular = QuickMap::default();
    let mut base_of: QuickMap<&str, &str> = MORE_FORMS.iter().copied().collect();
    for line in IRREGULAR.lines() {
        let mut words = line.split(' ');
        if let (Some(base), Some(past), Some(participle)) =
            (words.next(), words.next(), words.next())
        {
            bases.insert(base);
            irregular.insert(base, (past, participle));
            for form in [past, participle] {
                if form != base && !OTHER_VERBS.contains(&form) {
                    base_of.entry(form).or_insert(base);
                }
            }
        }
    }
    Lists {
        bases,
        irregular,
        base_of,
    }
});

/// Whether the word is the base form of a verb on the lists.
pub(super) fn is_listed(word: &str) -> bool {
    LISTS.bases.contains(word)
}

/// The base of an irregular form.
pub(super) fn base_of_irregular(form: &str) -> Option<&'static str> {
    LISTS.base_of.get(form).copied()
}

/// Past and participle of an irregular verb.
pub(super) fn irregular(base: &str) -> Option<(&'static str, &'static str)> {
    LISTS.irregular.get(base).copied()
}

/// The base forms of the regular verbs.
#[cfg(test)]
pub(super) fn regular() -> impl Iterator<Item = &'static str> {
    REGULAR.lines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_lower_case_and_name_each_verb_once() {
        for list in [REGULAR, IRREGULAR] {
            let bases: Vec<&str> = list
                .lines()
                .map(|line| line.split(' ').next().unwrap())
                .collect();
            for pair in bases.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
        for line in IRREGULAR.lines() {
            assert_eq!(line.split(' ').count(), 3, "{line}");
        }
        assert_eq!(REGULAR, REGULAR.to_lowercase());
        let both: Vec<&str> = REGULAR
            .lines()
            .filter(|verb| irregular(verb).is_some())
            .collect();
        assert_eq!(both, Vec::<&str>::new());
    }
}
