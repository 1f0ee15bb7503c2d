use std::borrow::Cow;

use super::asked::Manner;
use super::sentence::{self, Role, Sentence};
use crate::document::{BlockKind, Coding, Format, ZoneKind};
use crate::facts::{ActKind, Message, Passage};
use crate::rewrite::piece::{self, Piece};
use crate::rewrite::wrap::{Wrapping, pieces_wrapped};
use crate::rewrite::{day_ahead, default_due, due_ahead, written};
use crate::settings::Options;
use crate::text::{Edits, Span};

/// What is longer than this many bytes is no request but a report.
const LONGEST: usize = 16_000;

/// An ask is a line of a list while it has at most this many sentences.
const LONGEST_ITEM: usize = 2;

/// The edits that make the draft a clear request; `None` where it is one, or where no safe ones are known.
///
/// `words` gives the draft's text.
pub fn draft<'t>(
    message: &Message,
    options: &Options,
    words: &dyn Fn(Span) -> Cow<'t, str>,
) -> Option<Edits> {
    let format = message.document.format;
    if !matches!(format, Format::Email | Format::Markdown | Format::Text) {
        return None;
    }
    let paragraphs = asking(message)?;
    if paragraphs
        .iter()
        .any(|(_, passage)| passage.block.coding != Coding::Plain)
    {
        return None; // whole sentences cannot be moved among escapes
    }
    let (first, last) = (paragraphs.first()?, paragraphs.last()?);
    let region = Span::new(first.0, last.0 + last.1.text.len());
    if region.len() > LONGEST {
        return None;
    }
    let usual = || default_due(message.today, options);
    let day = due_ahead(day_ahead(message), message.today, options).unwrap_or_else(usual);
    let day = written(day, message.today, options);
    let manner = Manner {
        message,
        options,
        day: &day,
        replies: message.quoted().next().is_some(),
    };
    let mut sentences = Vec::new();
    for (at, (offset, passage)) in paragraphs.iter().enumerate() {
        sentences.extend(sentence::read(passage, *offset, at, &manner)?);
    }
    // The line ends of the whole stretch: what asks may be one line.
    let zones = message.document.zones.iter();
    let stretch = zones.map(|zone| zone.span).find(|zone| zone.covers(region));
    let crlf = words(stretch?).contains("\r\n");
    let line_end = if crlf { "\r\n" } else { "\n" };
    let page = Page { words, line_end };
    let pieces = page.arranged(&sentences)?;
    let code = || {
        paragraphs.iter().flat_map(|(offset, passage)| {
            passage
                .prose
                .code
                .iter()
                .map(move |code| code.shifted(*offset))
        })
    };
    let is_code = |span: Span| code().any(|code| code.overlaps(span));
    let pieces = match Wrapping::of(&words(region)) {
        Some(wrapping) => pieces_wrapped(pieces, &wrapping, words, &is_code),
        None => pieces,
    };
    let edits = piece::edits(region, &pieces, words)?;
    let safe = edits.iter().all(|edit| !is_code(edit.span));
    (safe && !edits.is_empty()).then_some(edits)
}

/// The paragraphs that ask, with their places: one run of paragraphs in one stretch of the writer's own words.
fn asking(message: &Message) -> Option<Vec<(usize, &Passage)>> {
    let asks = |passage: &Passage| {
        let mut acts = passage.acts.iter();
        acts.any(|act| matches!(act.kind, ActKind::Ask(_)))
    };
    let own: Vec<(usize, &Passage)> = message.own().collect();
    let mut first = own.iter().position(|(_, passage)| asks(passage))?;
    let mut last = own.iter().rposition(|(_, passage)| asks(passage))?;
    let paragraph = |at: usize| {
        own.get(at)
            .is_some_and(|(_, passage)| passage.block.kind == BlockKind::Paragraph)
    };
    let placating = |at: usize| {
        paragraph(at)
            && own
                .get(at)
                .is_some_and(|(_, passage)| sentence::takes_back(passage))
    };
    while first > 0 && placating(first - 1) {
        first -= 1;
    }
    while placating(last + 1) {
        last += 1;
    }
    let listed = own
        .get(last + 1)
        .is_some_and(|(_, passage)| passage.block.kind == BlockKind::Item);
    let plain = !listed && (first..=last).all(paragraph);
    let (start, end) = (own[first].0, own[last].0);
    let mut bodies = message
        .document
        .zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Body);
    let together = bodies.any(|zone| zone.span.contains(start) && zone.span.contains(end));
    let between = &own[first..=last];
    (plain && together).then(|| between.to_vec())
}

/// How the draft is laid out.
struct Page<'a, 't> {
    words: &'a dyn Fn(Span) -> Cow<'t, str>,
    line_end: &'static str,
}

impl Page<'_, '_> {
    /// The sentences in their new order; `None` where nothing would be clearer for it.
    fn arranged(&self, all: &[Sentence]) -> Option<Vec<Piece>> {
        let kept: Vec<&Sentence> = all
            .iter()
            .filter(|sentence| sentence.role != Role::Placating)
            .collect();
        let clear = kept.len() == all.len()
            && kept
                .iter()
                .all(|sentence| !(sentence.changed && sentence.role == Role::Ask));
        if clear {
            return None;
        }
        let first = kept
            .iter()
            .position(|sentence| sentence.role == Role::Ask)?;
        let last = kept
            .iter()
            .rposition(|sentence| sentence.role == Role::Ask)?;
        let thanks = kept
            .iter()
            .rposition(|sentence| sentence.role != Role::Thanks)?
            + 1;
        let (lead, rest) = kept[..thanks.max(last + 1)].split_at(first);
        let thanks = &kept[thanks.max(last + 1)..];
        let mut parts = Vec::new();
        let mut units = units(&rest[..=last - first]);
        let mut tail = &rest[last - first + 1..];
        while let ([_, .., unit], [next, after @ ..]) = (units.as_mut_slice(), tail)
            && next.role == Role::Fact
            && hangs_on(next, unit)
        {
            unit.push(next);
            tail = after;
        }
        if let [unit] = units.as_slice() {
            let ask = unit.first()?;
            let moves = !ask.refers_back
                && !tail.is_empty()
                && tail.iter().all(|sentence| {
                    sentence.role == Role::Fact
                        && !sentence.refers_back
                        && !sentence.holds_code
                        && sentence.paragraph == ask.paragraph
                });
            let facts: Vec<Piece> = if moves { self.moved(tail) } else { Vec::new() };
            parts.push(self.joined_with(lead, facts));
            let body: Vec<&Sentence> = unit
                .iter()
                .chain(if moves { &[][..] } else { tail })
                .copied()
                .collect();
            parts.push(self.joined(&body));
        } else {
            parts.push(self.joined(lead));
            if units.iter().all(|unit| unit.len() <= LONGEST_ITEM) {
                parts.push(self.list(&units));
                parts.push(self.joined(tail));
            } else {
                let body: Vec<&Sentence> = rest.to_vec();
                parts.push(self.joined(&body));
            }
        }
        parts.push(self.joined(thanks));
        parts.retain(|part| !part.is_empty());
        let greeting = kept
            .iter()
            .enumerate()
            .filter_map(|(at, sentence)| Some((at, sentence.greeting?)));
        let greeting: Vec<(usize, Span)> = greeting.collect();
        match greeting.as_slice() {
            [] => {}
            [(0, span)] => parts.insert(0, vec![Piece::Stays(*span)]),
            // A greeting in the middle is to someone else.
            _ => return None,
        }
        let gap = Piece::New(self.line_end.repeat(2));
        Some(parts.join(&gap))
    }

    /// The asks as a numbered list.
    fn list(&self, units: &[Vec<&Sentence>]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let before = if at == 0 { "" } else { self.line_end };
            pieces.push(Piece::New(format!("{before}{}. ", at + 1)));
            pieces.extend(self.joined(unit));
        }
        pieces
    }

    /// Sentences one after the other, apart as they were.
    fn joined(&self, sentences: &[&Sentence]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut before: Option<&Sentence> = None;
        for sentence in sentences {
            if let Some(before) = before {
                pieces.push(self.between(before, sentence));
            }
            pieces.extend(sentence.pieces.iter().cloned());
            before = Some(sentence);
        }
        pieces
    }

    /// What stands between two sentences: what stood there, if only white space did.
    fn between(&self, before: &Sentence, after: &Sentence) -> Piece {
        let gap = Span::new(before.span.end, after.span.start.max(before.span.end));
        let blank = (self.words)(gap).trim().is_empty();
        match (blank, before.paragraph == after.paragraph) {
            (true, _) => Piece::Stays(gap),
            (false, true) => Piece::New(" ".to_owned()),
            (false, false) => Piece::New(self.line_end.repeat(2)),
        }
    }

    /// Sentences taken to another place.
    fn moved(&self, sentences: &[&Sentence]) -> Vec<Piece> {
        let said = sentences.iter().map(|sentence| self.said(sentence));
        let said: Vec<String> = said.collect();
        vec![Piece::New(said.join(" "))]
    }

    fn said(&self, sentence: &Sentence) -> String {
        let words = sentence.pieces.iter().map(|piece| match piece {
            Piece::Stays(span) => (self.words)(*span).into_owned(),
            Piece::New(text) => text.clone(),
        });
        words.collect()
    }

    fn joined_with(&self, lead: &[&Sentence], facts: Vec<Piece>) -> Vec<Piece> {
        let mut pieces = self.joined(lead);
        if !pieces.is_empty() && !facts.is_empty() {
            pieces.push(Piece::New(" ".to_owned()));
        }
        pieces.extend(facts);
        pieces
    }
}

/// Each ask with the sentences that belong to it: those before it that follow another ask, and those that hang on it.
fn units<'a>(sentences: &[&'a Sentence]) -> Vec<Vec<&'a Sentence>> {
    let mut units: Vec<Vec<&Sentence>> = Vec::new();
    let mut waiting: Vec<&Sentence> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if sentence.role == Role::Ask {
            let mut unit = std::mem::take(&mut waiting);
            unit.push(sentence);
            units.push(unit);
            continue;
        }
        // What stands before "Also, could you" is told with the ask above.
        let next = sentences[at + 1..]
            .iter()
            .find(|next| next.role == Role::Ask);
        let added = next.is_some_and(|next| next.adds && next.paragraph == sentence.paragraph);
        match units.last_mut() {
            Some(unit) if waiting.is_empty() && (added || hangs_on(sentence, unit)) => {
                unit.push(sentence);
            }
            _ => waiting.push(sentence),
        }
    }
    units
}

/// Whether a sentence belongs to the ask before it rather than to the one after it.
fn hangs_on(sentence: &Sentence, unit: &[&Sentence]) -> bool {
    let same = unit
        .last()
        .is_some_and(|last| last.paragraph == sentence.paragraph);
    same && (sentence.refers_back || sentence.role == Role::Aside)
}
