use super::{VerbForm, lists};

/// Whether an unstressed last syllable in `l` doubles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubling {
    /// `travelled`
    British,
    /// `traveled`
    American,
}

/// The form of a verb of one word, in lower case.
pub(super) fn inflect(verb: &str, form: VerbForm, doubling: Doubling) -> String {
    if let Some((prefix, rest)) = compound(verb) {
        return format!("{prefix}{}", inflect(rest, form, doubling));
    }
    match form {
        VerbForm::Base => verb.to_owned(),
        VerbForm::ThirdPerson => third_person(verb),
        VerbForm::Past | VerbForm::PastParticiple => match lists::irregular(verb) {
            Some((past, _)) if form == VerbForm::Past => past.to_owned(),
            Some((_, participle)) => participle.to_owned(),
            None => past(verb, doubling),
        },
        VerbForm::Gerund => gerund(verb, doubling),
    }
}

/// The bases a form may have by its spelling alone, the likelier first.
pub(super) fn bases(form: &str) -> Vec<String> {
    let mut bases = Vec::new();
    let mut add = |base: String| {
        if base.len() > 1 {
            bases.push(base);
        }
    };
    if let Some(stem) = form.strip_suffix("ing") {
        if let Some(stem) = stem.strip_suffix('y') {
            add(format!("{stem}ie"));
        }
        for base in with_undoubled(stem) {
            add(base);
        }
    }
    if let Some(stem) = form.strip_suffix("ied") {
        add(format!("{stem}y"));
    }
    if let Some(stem) = form.strip_suffix("ed") {
        for base in with_undoubled(stem) {
            add(base);
        }
    }
    if let Some(stem) = form.strip_suffix("ies") {
        add(format!("{stem}y"));
    }
    if let Some(stem) = form.strip_suffix('s') {
        add(stem.to_owned());
        if let Some(stem) = stem.strip_suffix('e') {
            add(stem.to_owned());
            add(undoubled(stem).unwrap_or_default().to_owned());
        }
    }
    bases
}

/// What a stem before "ed" or "ing" may be short for: itself, with an "e", without its second last consonant or "k".
fn with_undoubled(stem: &str) -> [String; 4] {
    [
        stem.to_owned(),
        format!("{stem}e"),
        undoubled(stem).unwrap_or_default().to_owned(),
        stem.strip_suffix("ck")
            .map(|stem| format!("{stem}c"))
            .unwrap_or_default(),
    ]
}

fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let shorter = &stem[..stem.len() - last.len_utf8()];
    (is_consonant(last) && shorter.ends_with(last)).then_some(shorter)
}

/// A verb with a hyphen or a prefix whose last part is a verb that changes: `double-check`, `re-send`.
fn compound(verb: &str) -> Option<(&str, &str)> {
    if lists::irregular(verb).is_some() {
        return None;
    }
    if let Some(at) = verb.rfind('-') {
        return Some(verb.split_at(at + 1));
    }
    let rest = verb.strip_prefix("re")?;
    (lists::irregular(rest).is_some() && !lists::is_listed(verb)).then(|| verb.split_at(2))
}

fn third_person(verb: &str) -> String {
    match verb {
        "be" => "is".into(),
        "have" => "has".into(),
        _ if verb.ends_with("quiz") => format!("{verb}zes"),
        _ if verb.ends_with(['s', 'x', 'z', 'o']) && !verb.ends_with("oo") => format!("{verb}es"),
        _ if verb.ends_with("ch") || verb.ends_with("sh") => format!("{verb}es"),
        _ => match consonant_and_y(verb) {
            Some(stem) => format!("{stem}ies"),
            None => format!("{verb}s"),
        },
    }
}

fn past(verb: &str, doubling: Doubling) -> String {
    if verb.ends_with('e') {
        return format!("{verb}d");
    }
    if let Some(stem) = consonant_and_y(verb) {
        return format!("{stem}ied");
    }
    format!("{}ed", before_vowel(verb, doubling))
}

fn gerund(verb: &str, doubling: Doubling) -> String {
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end))
        || matches!(verb, "be" | "singe" | "binge" | "tinge" | "swinge");
    if let Some(stem) = verb.strip_suffix('e').filter(|_| !keeps_e) {
        return format!("{stem}ing");
    }
    format!("{}ing", before_vowel(verb, doubling))
}

/// `reply` without its `y`; `None` for `play`.
fn consonant_and_y(verb: &str) -> Option<&str> {
    verb.strip_suffix('y')
        .filter(|stem| stem.ends_with(is_consonant))
}

/// The verb as it stands before "ed" and "ing": its last consonant doubled where the stress wants it.
fn before_vowel(verb: &str, doubling: Doubling) -> String {
    let mut stem = verb.to_owned();
    if verb.ends_with('c')
        && !verb.ends_with("sync")
        && verb != "spec"
        && verb != "cc"
        && verb != "arc"
    {
        stem.push('k');
    } else if let Some(last) = doubled(verb, doubling) {
        stem.push(last);
    }
    stem
}

/// Verbs of more than one syllable whose last syllable bears the stress or doubles all the same.
#[rustfmt::skip]
const STRESSED: &[&str] = &[
    "abet", "abhor", "abut", "acquit", "admit", "allot", "annul", "appal", "backlog", "begin", "beset", "cohere", "commit",
    "compel", "concur", "confer", "control", "cosign", "debar", "debug", "defer", "demur", "deter", "disbar",
    "dispel", "distil", "embed", "emit", "enrol", "enthral", "equip", "excel", "expel", "extol", "fast-track", "forbid",
    "forget", "format", "fulfil", "handicap", "impel", "incur", "infer", "inset", "instil", "inter", "input", "kidnap",
    "leapfrog", "misfit", "nonplus", "occur", "offset", "omit", "outbid", "outfit", "outrun", "outwit",
    "overlap", "overrun", "patrol", "permit", "photostat", "prefer", "preset", "program", "propel", "rebel",
    "rebut", "recap", "recur", "refer", "refit", "regret", "remap", "remit", "repel", "reset", "rerun",
    "retag", "revet", "rewrap", "resit", "sandbag", "shortlist", "submit", "sublet", "swap", "timebox", "transfer", "transmit",
    "transship", "typeset", "unclog", "undercut", "unpin", "unplug", "unstop", "unwrap", "unzip", "upset",
    "waterlog", "whizz", "worship", "zigzag", "zip",
];

/// Verbs that end in an unstressed `l` but do not double it.
const SINGLE_L: &[&str] = &["parallel"];

fn doubled(verb: &str, doubling: Doubling) -> Option<char> {
    let mut letters = verb.chars().rev();
    let (last, vowel, before) = (letters.next()?, letters.next()?, letters.next());
    let closes = is_consonant(last) && !matches!(last, 'w' | 'x' | 'y' | 'h') && is_vowel(vowel);
    let short = before.is_none_or(|c| is_consonant(c) || (c == 'u' && verb.contains("qu")));
    if !closes || !short {
        return None;
    }
    let several = syllables(verb) > 1;
    let stressed = !several || STRESSED.contains(&verb);
    let british = last == 'l' && doubling == Doubling::British && !SINGLE_L.contains(&verb);
    (stressed || british).then_some(last)
}

/// Groups of vowels: "visit" has two.
fn syllables(verb: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for (at, c) in verb.char_indices() {
        let vowel = is_vowel(c) || (c == 'y' && at > 0);
        let silent = c == 'u' && verb[..at].ends_with('q');
        if vowel && !silent && !inside {
            count += 1;
        }
        inside = vowel && !silent;
    }
    count
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn is_consonant(c: char) -> bool {
    c.is_ascii_lowercase() && !is_vowel(c)
}
