/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) phrase: &'a str,
    pub(super) say: Option<&'a str>,
    pub(super) why: &'a str,
}

/// The lines of a list, each with its number from 1; remarks and empty lines are left out.
pub(super) fn lines(list: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let numbered = list
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()));
    numbered
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| {
            let (rule, why) = line.split_once('#').unwrap_or((line, ""));
            let (phrase, say) = match rule.split_once("=>") {
                Some((phrase, say)) => (phrase, Some(say.trim())),
                None => (rule, None),
            };
            (
                at,
                Line {
                    phrase: phrase.trim(),
                    say,
                    why: why.trim(),
                },
            )
        })
}

/// Every phrase a pattern stands for: `(a|b) c` is `a c` and `b c`.
pub(super) fn variants(pattern: &str) -> Vec<String> {
    let Some(open) = pattern.find('(') else {
        return vec![pattern.to_owned()];
    };
    let Some(close) = matching(pattern, open) else {
        return vec![pattern.to_owned()];
    };
    let (before, inside, after) = (
        &pattern[..open],
        &pattern[open + 1..close],
        &pattern[close + 1..],
    );
    let mut all = Vec::new();
    for choice in choices(inside) {
        for start in variants(choice) {
            for end in variants(after) {
                all.push(format!("{before}{start}{end}"));
            }
        }
    }
    all
}

/// The parts of a pattern that can be read one by one, for no word reaches over their edges: cut at blanks outside of brackets, and
/// after leading brackets of which each choice is empty or ends with a blank.
pub(super) fn parts(pattern: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = pattern[at..].find([' ', '(']) {
        let here = at + found;
        if pattern.as_bytes()[here] == b' ' {
            all.push(&pattern[start..here]);
            (start, at) = (here + 1, here + 1);
            continue;
        }
        let Some(close) = matching(pattern, here) else {
            break;
        };
        at = close + 1;
        let apart = |choice: &&str| choice.is_empty() || choice.ends_with(' ');
        if here == start && choices(&pattern[here + 1..close]).iter().all(apart) {
            all.push(&pattern[start..at]);
            start = at;
        }
    }
    all.push(&pattern[start..]);
    all.retain(|part| !part.is_empty());
    all
}

fn matching(pattern: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in pattern.bytes().enumerate().skip(open) {
        match byte {
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The choices inside brackets, split at the bars that are not inside others.
fn choices(inside: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut all = Vec::new();
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'|' if depth == 0 => {
                all.push(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    all.push(&inside[start..]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_phrase_and_perhaps_words_to_say_and_a_reason() {
        let list =
            "# a remark\n\nno rush  # leaves it open\nasap => by [day] # when?\nkind of =>\n";
        let read: Vec<_> = lines(list)
            .map(|(at, line)| (at, line.phrase, line.say, line.why))
            .collect();
        assert_eq!(
            read,
            [
                (3, "no rush", None, "leaves it open"),
                (4, "asap", Some("by [day]"), "when?"),
                (5, "kind of", Some(""), "")
            ]
        );
    }

    #[test]
    fn parts_are_cut_where_no_word_is() {
        assert_eq!(
            parts("i (was|am) (just |)here( too|) (e-|)mail(s | )"),
            [
                "i",
                "(was|am)",
                "(just |)",
                "here( too|)",
                "(e-|)mail(s | )"
            ]
        );
        assert_eq!(parts("(a (b|c) |)(d|e )f"), ["(a (b|c) |)", "(d|e )f"]);
        assert_eq!(parts("a (open"), ["a", "(open"]);
    }

    #[test]
    fn brackets_stand_for_each_choice() {
        assert_eq!(variants("i (was|am) here"), ["i was here", "i am here"]);
        assert_eq!(variants("a( (b|c)|)"), ["a b", "a c", "a"]);
        assert_eq!(variants("(open"), ["(open"]);
    }
}
