//! What there is to know about the words under the cursor: a finding's why and its rewrite, a date's day, an ask's who, what and when.

use jiff::civil::Date;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::facts::{Act, ActKind, Ask, Commitment, OwnerKind, Passage, Strength, TimeExpression};
use crate::rewrite;
use crate::rules;
use crate::text::Span;

/// The hover at a position.
pub(super) fn at(view: &View, position: Position, client: &Client) -> Option<Hover> {
    let at = view
        .text
        .offset(convert::from_position(position), client.encoding);
    let mut parts = Vec::new();
    let mut span: Option<Span> = None;
    let mut tell = |part: String, words: Span| {
        parts.push(part);
        // The narrowest words that are spoken of are what the cursor is on.
        span = Some(
            span.filter(|span| span.len() <= words.len())
                .unwrap_or(words),
        );
    };
    for found in view.found_at(Span::empty(at)) {
        tell(finding(&found.finding), found.span());
    }
    for (offset, passage) in view.passages_at(Span::empty(at)) {
        let here = |span: Span| touches(span.shifted(offset), at);
        for time in passage.times.iter().filter(|time| here(time.span)) {
            if let Some(part) = date(time, passage, view) {
                tell(part, time.span.shifted(offset));
            }
        }
        for act in passage.acts.iter().filter(|act| here(act.span)) {
            if let Some(part) = deed(act, passage, view) {
                tell(part, act.span.shifted(offset));
            }
        }
    }
    let text = parts.join("\n\n---\n\n");
    let (kind, value) = if client.markdown_hover {
        (MarkupKind::Markdown, text)
    } else {
        (
            MarkupKind::PlainText,
            text.replace("**", "").replace('`', ""),
        )
    };
    Some(Hover {
        range: Some(convert::to_range(span?, &view.text, client.encoding)),
        contents: HoverContents::Markup(MarkupContent { kind, value }),
    })
}

fn touches(span: Span, at: usize) -> bool {
    span.start <= at && at <= span.end
}

/// What is the matter, why it matters, and the words to say instead.
fn finding(finding: &crate::finding::Finding) -> String {
    let mut part = format!("**{}** `{}`", finding.message, finding.rule);
    let page = rules::find(finding.rule).map(|rule| rule.page);
    if let Some(why) = page.and_then(|page| section(page, "## Why")) {
        part.push_str(&format!("\n\n{why}"));
    }
    if let Some(fix) = finding.fixes.first() {
        part.push_str(&format!("\n\n→ {}", fix.title));
    }
    part
}

/// The text under a heading of a page, its lines joined.
fn section(page: &str, heading: &str) -> Option<String> {
    let mut lines = page.lines().map(str::trim);
    lines.by_ref().find(|line| *line == heading)?;
    let text: Vec<&str> = lines
        .take_while(|line| !line.starts_with('#'))
        .filter(|line| !line.is_empty())
        .collect();
    (!text.is_empty()).then(|| text.join(" "))
}

/// The day a time means, and how far off it is.
fn date(time: &TimeExpression, passage: &Passage, view: &View) -> Option<String> {
    let reading = time.reading()?;
    let words = time.span.of(&passage.text);
    let mut part = if reading.from == reading.to {
        format!("“{words}”: **{}**", long(reading.to, view))
    } else {
        format!(
            "“{words}”: from **{}** to **{}**",
            long(reading.from, view),
            long(reading.to, view)
        )
    };
    if let Some(at) = reading.time {
        part.push_str(&format!(", {:02}:{:02}", at.hour(), at.minute()));
    }
    if let Some(other) = time.readings.get(1) {
        part.push_str(&format!(
            "; or, by “{}”, {}",
            other.convention,
            long(other.to, view)
        ));
    }
    Some(part)
}

/// `Friday 27 November 2026, in 5 days`
pub(super) fn long(day: Date, view: &View) -> String {
    let distance = view.today.until(day).map_or(0, |span| span.get_days());
    let distance = match distance {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days if days > 0 => format!("in {days} days"),
        days => format!("{} days ago", -days),
    };
    format!("{}, {distance}", rewrite::in_full(day))
}

/// Who does what by when.
fn deed(act: &Act, passage: &Passage, view: &View) -> Option<String> {
    match &act.kind {
        ActKind::Ask(ask) => Some(asked(ask, passage, view)),
        ActKind::Commitment(promise) => Some(promised(promise, passage, view)),
        ActKind::Decline => Some("A **no**, or not now.".to_owned()),
        ActKind::Information | ActKind::Thanks | ActKind::Greeting | ActKind::Closing => None,
    }
}

fn asked(ask: &Ask, passage: &Passage, view: &View) -> String {
    let words = |span: Option<Span>| span.map(|span| span.of(&passage.text));
    let who = match ask.owner.kind {
        OwnerKind::You => "you",
        OwnerKind::None => "no one named",
        OwnerKind::We => words(ask.owner.span).unwrap_or("we"),
        OwnerKind::Someone => words(ask.owner.span).unwrap_or("someone"),
        OwnerKind::Named => words(ask.owner.span).unwrap_or("someone by name"),
    };
    let what = ask.action.as_ref();
    let what = what.map_or("an answer", |action| action.span.of(&passage.text));
    let when = due(ask.due.as_ref(), passage, view);
    format!("An ask. **Who:** {who}. **What:** {what}. **By when:** {when}.")
}

fn promised(promise: &Commitment, passage: &Passage, view: &View) -> String {
    let strength = match promise.strength {
        Strength::Firm => "A promise.",
        Strength::Weak => "Half a promise.",
    };
    let what = promise.action.as_ref();
    let what = what.map_or("what was asked", |action| action.span.of(&passage.text));
    let when = due(promise.due.as_ref(), passage, view);
    format!("{strength} **What:** {what}. **By when:** {when}.")
}

fn due(due: Option<&crate::facts::Due>, passage: &Passage, view: &View) -> String {
    let Some(due) = due else {
        return "not said".to_owned();
    };
    let day = passage
        .times
        .get(due.time)
        .and_then(TimeExpression::last_day);
    let words = due.span.of(&passage.text);
    day.map_or_else(
        || words.to_owned(),
        |day| format!("{words} ({})", long(day, view)),
    )
}
