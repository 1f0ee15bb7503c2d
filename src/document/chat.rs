//! Turns of a chat: who begins to speak in a line.

use std::ops::Range;

use super::owners::{Owners, Role};
use super::page::Page;
use super::phrases::NO_SPEAKER;
use super::{Attribution, ZoneKind, date, mailbox};
use crate::text::Span;

/// The name before a turn, with the time beside it: `Sam:`, `[10:32] Sam:`, `Sam 10:32 AM`, `<sam>`.
#[derive(Debug)]
pub(super) struct Label {
    /// Its bytes, from the line's first visible one.
    pub(super) len: usize,
    /// The name's bytes.
    pub(super) name: Range<usize>,
    /// Tells speakers apart; never 0.
    pub(super) speaker: u32,
}

/// No name with its time is longer.
const NEAR: usize = 64;

/// The label a line begins with.
pub(super) fn label(line: &str) -> Option<Label> {
    // Most lines begin with words, and nothing among the first of them could end a name.
    let marked = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'<' | b'[' | b'(');
    let near = &line.as_bytes()[..line.len().min(NEAR)];
    if line.starts_with(char::is_alphanumeric) && !near.iter().any(marked) {
        return None;
    }
    let time = clock(line);
    let after = line[time..].trim_start_matches([' ', '-', '–', '\u{202f}', '\t']);
    let start = line.len() - after.len();
    if let Some(inner) = after.strip_prefix('<') {
        let close = inner.find('>').filter(|close| *close <= 32)?;
        let nick = inner[..close].trim_start_matches(['@', '+', ' ']);
        let plain = !nick.is_empty()
            && nick
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_[]|^".contains(&byte));
        let begin = start + 1 + close - nick.len();
        return plain.then(|| of(line, begin..begin + nick.len(), start + close + 2));
    }
    let near = super::shows::floor(after, NEAR);
    // "Sam Okoro 10:32 AM" and "Sam Okoro [10:32]:" have the time after the name.
    let opens_stamp = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'[' | b'(');
    let stamp = (time == 0)
        .then(|| near.bytes().position(opens_stamp))
        .flatten()
        .filter(|at| *at > 0 && clock(&after[*at..]) > 0 && is_speaker(&after[..*at], true));
    if let Some(at) = stamp {
        let end = at + clock(&after[at..]);
        let rest = after[end..].trim_start();
        let name = start
            ..start
                + after[..at]
                    .trim_end_matches([' ', ',', '-', '–', '\t', '|'])
                    .len();
        if rest.is_empty() {
            return Some(of(line, name, line.len()));
        }
        return rest
            .starts_with(':')
            .then(|| of(line, name, line.len() - rest.len() + 1));
    }
    let colon = near.find(':')?;
    let rest = after[colon + 1..].trim_start_matches('*');
    let apart = rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}']);
    let name = near[..colon].trim_matches(['*', ' ']);
    (apart && is_speaker(name, time > 0)).then(|| {
        let begin = start + near.find(name).unwrap_or(0);
        of(line, begin..begin + name.len(), line.len() - rest.len())
    })
}

fn of(line: &str, name: Range<usize>, len: usize) -> Label {
    // FNV-1a: the same name gives the same number on every machine.
    let hash = line[name.clone()]
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| {
            (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        });
    Label {
        len,
        name,
        speaker: hash.max(1),
    }
}

/// Bytes of the day and time a line begins with, brackets included; 0 if there is none.
fn clock(line: &str) -> usize {
    let close = match line.as_bytes().first() {
        Some(b'[') => line.find(']'),
        Some(b'(') => line.find(')'),
        _ => None,
    };
    if let Some(close) = close.filter(|close| *close <= 32) {
        let inner = &line[1..close];
        return if date::find(inner).1.is_some() {
            close + 1
        } else {
            0
        };
    }
    let end = line
        .find(|letter: char| {
            !(letter.is_ascii_digit()
                || matches!(letter, ':' | '/' | '.' | ',' | ' ' | '-' | '\u{202f}'))
        })
        .unwrap_or(line.len());
    let stamp = line[..end].trim_end_matches([' ', '-', ',', '\u{202f}', ':']);
    // Most lines begin with a word: there is nothing to look for.
    if stamp.is_empty() || date::find(stamp).1.is_none() {
        return 0;
    }
    let after = &line[stamp.len()..];
    let half = after.trim_start_matches([' ', '\u{202f}']);
    let half_len = ["AM", "PM", "am", "pm", "a.m.", "p.m."]
        .iter()
        .find(|half_day| half.starts_with(**half_day))
        .map_or(0, |half_day| half_day.len());
    if half_len > 0 {
        stamp.len() + (after.len() - half.len()) + half_len
    } else {
        stamp.len()
    }
}

/// Whether a speaker may be called so. `timed` tells that a clock time stands beside, so that nicknames count.
fn is_speaker(name: &str, timed: bool) -> bool {
    let name = name.trim_matches([' ', ',', '-', '–', '\t', '|']);
    let words = name.split_whitespace().count();
    let letters = |word: &str| {
        word.chars().all(|letter| {
            letter.is_alphanumeric()
                || matches!(letter, '.' | '-' | '_' | '\'' | '’' | '@' | '(' | ')')
        })
    };
    let capital = |word: &str| {
        word.starts_with(|first: char| first.is_uppercase() || matches!(first, '@' | '('))
    };
    let nick = words == 1 && name.starts_with(|first: char| first.is_lowercase());
    (1..=4).contains(&words)
        && name.len() <= 40
        && name.split_whitespace().all(letters)
        && (name.split_whitespace().all(capital) || nick && (timed || name.len() <= 12))
        && !NO_SPEAKER.contains(&name.to_lowercase().as_str())
}

/// Whether the turns of at least two speakers alternate at the starts of paragraphs or lines.
pub(super) fn is_chat<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (mut turns, mut others, mut last) = (0, 0, 0);
    let mut speakers: Vec<u32> = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        match label(line.trim()) {
            Some(label) => {
                turns += usize::from(label.speaker != last);
                last = label.speaker;
                if !speakers.contains(&last) {
                    speakers.push(last);
                }
            }
            None => others += 1,
        }
        // Labels that never come back are field names, not people.
        if speakers.len() > 12 && turns < speakers.len() + 2 {
            return false;
        }
    }
    let came_back = turns > speakers.len();
    speakers.len() >= 2 && others <= turns * 4 && (came_back || turns == 2 && others <= 2)
}

/// Gives each turn its owner: the last speaker's is the draft, the earlier ones are quotes.
pub(super) fn read(owners: &mut Owners, page: &Page<'_, '_>) {
    let turns: Vec<usize> = (0..page.lines.len())
        .filter(|at| page.lines[*at].speaker != 0)
        .collect();
    let speaker = |at: &usize| page.lines[*at].speaker;
    let last = turns.last().map_or(0, speaker);
    let own = turns
        .iter()
        .rev()
        .take_while(|at| speaker(at) == last)
        .last()
        .copied();
    let Some(own) = own.filter(|own| turns.first() != Some(own)) else {
        owners.push(page.lines.len(), ZoneKind::Body, Role::Prose);
        return;
    };
    owners.push(turns[0], ZoneKind::Header, Role::Silent);
    for (turn, next) in turns
        .iter()
        .zip(&turns[1..])
        .take_while(|(turn, _)| **turn < own)
    {
        owners.push_turn(*next, told(page, *turn));
    }
    owners.push(page.lines.len(), ZoneKind::Body, Role::Prose);
}

fn told(page: &Page<'_, '_>, turn: usize) -> Attribution {
    let line = &page.lines[turn];
    let end = page.starts[turn] + line.start as usize;
    let text = page.text(Span::new(page.starts[turn], end));
    let blank = text.len() - text.trim_start().len();
    let start = page.starts[turn] + blank;
    let (date, time) = date::find(&text);
    let found = label(text.trim());
    let who = found
        .and_then(|label| mailbox::one(&text.trim()[label.name.clone()], start + label.name.start));
    let span = Span::new(start, start + text.trim().len());
    Attribution {
        span,
        who,
        date,
        time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_many_chats() {
        for (line, name, rest) in [
            ("Sam: can you look?", "Sam", "can you look?"),
            ("Sam Okoro: can you look?", "Sam Okoro", "can you look?"),
            ("[10:32] Sam: can you look?", "Sam", "can you look?"),
            ("[22/11/2026, 10:32:11] Sam Okoro: ok", "Sam Okoro", "ok"),
            ("22/11/2026, 10:32 - Sam: ok", "Sam", "ok"),
            ("Sam (10:32): ok", "Sam", "ok"),
            ("Sam 10:32 AM", "Sam", ""),
            ("Sam Okoro  10:32", "Sam Okoro", ""),
            ("<sam> ok", "sam", "ok"),
            ("10:32 <sam> ok", "sam", "ok"),
            ("sam: ok", "sam", "ok"),
            ("**Sam:** ok", "Sam", "ok"),
            ("@sam: ok", "@sam", "ok"),
        ] {
            let Some(label) = label(line) else {
                panic!("no label: {line}");
            };
            assert_eq!(&line[label.name.clone()], name, "{line}");
            assert_eq!(line[label.len..].trim(), rest, "{line}");
        }
    }

    #[test]
    fn what_speaks_not() {
        for line in [
            "Note: the build is red.",
            "Agenda:",
            "http://example.org",
            "10:30 works for me",
            "See you at 10:30: I will bring the file.",
            "I said this before: no.",
            "Meet at 5",
            "",
            "<3 this",
            "The plan is simple: call Ana.",
        ] {
            assert!(label(line).is_none(), "{line}");
        }
    }

    #[test]
    fn chats_by_their_looks() {
        for (text, chat) in [
            ("Sam: can you look?\nAna: sure\nSam: thanks", true),
            ("Sam: can you look?\n\nAna: sure", true),
            ("Note: we ship.\nAgenda: budget", false),
            (
                "Hi Ana,\n\nSam: he is away. Could you take it?\n\nThanks",
                false,
            ),
            ("Venue: Berlin\nSpeaker: Ana\nFee: none\nStart: nine", false),
            ("", false),
        ] {
            assert_eq!(is_chat(text.lines()), chat, "{text}");
        }
    }
}
