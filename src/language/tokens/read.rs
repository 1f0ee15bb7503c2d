use smol_str::SmolStr;

use super::norm::norm;
use super::{contractions, marks, number, opaque, word};
use crate::document::Prose;
use crate::language::{Token, TokenKind};
use crate::text::Span;

/// Cuts prose into tokens without tags.
pub(in crate::language) fn read(prose: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(prose.len() / 5 + 1);
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = prose[at..].chars().next() {
        if is_blank(c) {
            spaced |= !is_invisible(c);
            at += c.len_utf8();
            continue;
        }
        let before = tokens.len();
        at = read_one(prose, at, c, &mut tokens);
        if let Some(first) = tokens.get_mut(before) {
            first.spaced = spaced;
        }
        spaced = false;
    }
    tokens
}

/// Reads the token or tokens at `at`, where `c` stands, and gives the place after them.
fn read_one(prose: &str, at: usize, c: char, tokens: &mut Vec<Token>) -> usize {
    let rest = &prose[at..];
    if let Some(len) = word::plain(rest) {
        word::split_plain(&rest[..len], at, tokens);
        return at + len;
    }
    if c == Prose::OPAQUE {
        let end = at + rest.len() - rest.trim_start_matches(Prose::OPAQUE).len();
        tokens.push(token(at, end, TokenKind::Opaque, "\u{1a}"));
        return end;
    }
    if let Some(len) = opaque::length(rest) {
        tokens.push(lowered(rest, at, len, TokenKind::Opaque));
        return at + len;
    }
    if c.is_ascii_digit() {
        let len = number::length(rest);
        tokens.push(lowered(rest, at, len, TokenKind::Number));
        return at + len;
    }
    if c.is_alphanumeric() || contractions::opens_with_apostrophe(rest) {
        return word::read(prose, at, tokens);
    }
    let (len, kind, norm) = marks::read(rest);
    tokens.push(Token::new(Span::new(at, at + len), kind, norm));
    at + len
}

pub(super) fn token(start: usize, end: usize, kind: TokenKind, norm: &str) -> Token {
    Token::new(Span::new(start, end), kind, SmolStr::new(norm))
}

/// A token of the first `len` bytes of `rest`, its norm their lower case.
pub(super) fn lowered(rest: &str, at: usize, len: usize, kind: TokenKind) -> Token {
    Token::new(Span::new(at, at + len), kind, norm(&rest[..len]))
}

/// Whether `c` stands between words.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || (c.is_control() && c != Prose::OPAQUE)
}

/// Whether `c` is neither seen nor a space: it parts nothing to the eye.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The norms, joined by spaces; the text and the norms of what [`read`] gives.
    fn cut(prose: &str) -> String {
        let tokens = read(prose);
        for pair in tokens.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "{prose:?}");
            assert_eq!(
                pair[1].spaced,
                prose[pair[0].span.end..pair[1].span.start].contains(char::is_whitespace),
                "{prose:?}"
            );
        }
        assert!(tokens.iter().all(|token| !token.span.is_empty()));
        let norms: Vec<&str> = tokens.iter().map(|token| token.norm.as_str()).collect();
        norms.join(" ")
    }

    #[track_caller]
    fn cuts(table: &[(&str, &str)]) {
        for (prose, expected) in table {
            assert_eq!(cut(prose), *expected, "{prose:?}");
        }
    }

    #[test]
    fn contractions_are_two_words() {
        cuts(&[
            ("Don't wait", "do n't wait"),
            ("I’ll sign, you'd scan", "i 'll sign , you 'd scan"),
            ("we can't and won't", "we ca n't and wo n't"),
            ("I'd've said", "i 'd 've said"),
            ("Cannot, gonna, wanna", "can not , gon na , wan na"),
            ("dont worry, im fine", "do n't worry , i 'm fine"),
            ("Sam's and the owners' keys", "sam 's and the owners ' keys"),
            ("at ten o'clock with O'Neil", "at ten o'clock with o'neil"),
            ("tell 'em 'til noon", "tell 'em 'til noon"),
            ("let's go", "let 's go"),
            ("y'all", "y' all"),
            ("'Now' he said", "' now ' he said"),
        ]);
    }

    #[test]
    fn numbers_times_and_dates_stay_whole() {
        cuts(&[
            ("at 10:30 or 3pm", "at 10:30 or 3 pm"),
            ("3.5% of $1,000", "3.5 % of $ 1,000"),
            ("by 2026-11-27 or 12/15.", "by 2026-11-27 or 12/15 ."),
            ("the 27th, the 1990s", "the 27th , the 1990s"),
            ("in 3-5 days", "in 3 - 5 days"),
            ("items 1,2,3", "items 1 , 2 , 3"),
            ("10:30am-11a.m.", "10:30 am - 11 a.m."),
            ("within 24hrs", "within 24 hrs"),
            ("call 555-010-4477", "call 555-010-4477"),
            ("Q1, v2.1.0, 3D", "q1 , v2.1.0 , 3d"),
            ("27.11.2026", "27.11.2026"),
            ("Nov 27,2026", "nov 27 , 2026"),
            ("2026-11-27T17:00Z", "2026-11-27 t 17:00 z"),
            ("mid-June", "mid - june"),
            ("#4521", "# 4521"),
            ("17h30", "17h30"),
        ]);
    }

    #[test]
    fn hyphens_part_words_unless_the_first_is_a_prefix() {
        cuts(&[
            ("a follow-up e-mail", "a follow - up e-mail"),
            ("re-send to co-workers", "re-send to co-workers"),
            ("the one—and only--one", "the one -- and only -- one"),
            ("Mon–Wed", "mon - wed"),
            ("end- and start-", "end - and start -"),
        ]);
    }

    #[test]
    fn stops_stay_with_abbreviations() {
        cuts(&[
            ("Mr. Okafor, e.g. today.", "mr. okafor , e.g. today ."),
            ("The U.S. team at 9 a.m.", "the u.s. team at 9 a.m."),
            ("We sat. She said no.", "we sat . she said no ."),
            ("Fri. 27 Nov. is fine", "fri. 27 nov. is fine"),
            ("invoice No. 4521", "invoice no. 4521"),
            ("see p. 4", "see p. 4"),
            ("J. R. Park etc.", "j. r. park etc."),
            ("me.Please go", "me . please go"),
            ("done.thanks", "done . thanks"),
        ]);
    }

    #[test]
    fn names_of_files_and_sites_are_opaque() {
        for text in [
            "report.final.v2.docx",
            "www.example.com",
            "https://example.com/a.b?c=d",
            "sam@example.com",
            "settings.toml",
        ] {
            let prose = format!("See {text}. Then");
            let tokens = read(&prose);
            assert_eq!(tokens[1].span.of(&prose), text);
            assert_eq!(tokens[1].kind, TokenKind::Opaque, "{text}");
            assert_eq!(tokens.len(), 4, "{text}");
        }
        assert_eq!(read("run \u{1a}\u{1a}\u{1a}, then").len(), 4);
    }

    #[test]
    fn marks_run_together_and_symbols_stand_alone() {
        cuts(&[
            ("What?! No!!!", "what ?! no !!!"),
            ("Well... “yes” …", "well ... \" yes \" ..."),
            ("and/or, w/o, R&D", "and / or , w/o , r&d"),
            ("ok :) bye :-(", "ok :) bye :-("),
            ("(see below)", "( see below )"),
            ("@sam 👩‍💻🎉", "@ sam 👩‍💻 🎉"),
            ("a\u{a0}b\u{200b}c", "a b c"),
            ("file_name", "file_name"),
        ]);
        assert_eq!(read("🇫🇷")[0].kind, TokenKind::Symbol);
    }

    #[test]
    fn any_text_is_cut_without_panic() {
        for text in [
            "",
            " ",
            "'",
            "’’",
            "n't",
            "'s",
            "e\u{301}'s",
            "日本語の文。",
            "مرحبا",
            "\u{0}\u{1}",
            "a.",
            ".a",
            "1.",
            "1-",
            "-1",
            "1/",
            "@",
            "a@",
            "a@b",
            "&&",
            "İ'd",
            "ẞn't",
        ] {
            cut(text);
        }
    }
}
