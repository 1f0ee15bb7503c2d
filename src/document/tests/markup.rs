//! Markdown inside a block, held against a parser of all of CommonMark.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::document::markup::{Part, parts};

/// What becomes of every byte: text as it is, `c` code, `i` a picture, `h` HTML, `t` where a link leads, `.` a mark.
fn shown(text: &str) -> String {
    let mut shown = text.as_bytes().to_vec();
    for (span, part) in parts(text) {
        let sign = match part {
            Part::Mark => b'.',
            Part::Code => b'c',
            Part::Image => b'i',
            Part::Html => b'h',
            Part::Target => b't',
        };
        shown[span.start..span.end].fill(sign);
    }
    String::from_utf8(shown).unwrap()
}

/// The same by a parser of all of CommonMark.
fn shown_by_others(text: &str) -> String {
    let mut shown = vec![b'.'; text.len()];
    let mut image = 0;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. }) => {
                if image == 0 {
                    shown[span].fill(b'i');
                }
                image += 1;
            }
            Event::End(TagEnd::Image) => image -= 1,
            _ if image > 0 => {}
            Event::Text(_) | Event::SoftBreak => {
                shown[span.clone()].copy_from_slice(&text.as_bytes()[span])
            }
            Event::Code(_) => shown[span].fill(b'c'),
            Event::Html(_) | Event::InlineHtml(_) => shown[span].fill(b'h'),
            Event::Start(Tag::Link { .. }) => {
                if let Some(close) = text[span.clone()].rfind("](") {
                    shown[span.start + close + 1..span.end].fill(b't');
                }
            }
            _ => {}
        }
    }
    String::from_utf8(shown).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn marks_are_what_they_are_to_others(words in "[a-c][ab *_]{0,20}[a-c]") {
        prop_assert_eq!(shown(&words), shown_by_others(&words));
    }

    #[test]
    fn brackets_are_what_they_are_to_others(words in r"a([ab`\[\]*!(<>]|\]\(|\[){0,20}z") {
        prop_assert_eq!(shown(&words), shown_by_others(&words));
    }
    #[test]
    fn html_is_what_it_is_to_others(words in r#"a([ab<>/="'! -]|<a|<!--|-->|<b:|<a@b){0,16}z"#) {
        prop_assert_eq!(shown(&words), shown_by_others(&words));
    }
    #[test]
    fn strikes_are_what_they_are_to_others(words in "a([ab *.]|~~[a ]){0,10}z") {
        prop_assert_eq!(shown(&words), shown_by_others(&words));
    }
    #[test]
    fn titles_are_what_they_are_to_others(words in r#"a\[b\]\([ab()"' \\]{0,9}\) z"#) {
        prop_assert_eq!(shown(&words), shown_by_others(&words));
    }
}
