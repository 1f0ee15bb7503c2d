//! What there is to know about the words under the cursor: a finding's why and its rewrite, a date's day, an ask's who, what and when.

use jiff::civil::Date;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::facts::{
    Act, ActKind, Ask, Commitment, OwnerKind, Passage, Placed, Reading, Strength, TimeExpression,
};
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
        let acts = passage.acts.iter().filter(|act| here(act.span));
        let told: Vec<usize> = acts.clone().filter_map(due_of).collect();
        for (number, time) in passage.times.iter().enumerate() {
            // A day that is told with what it bounds is told once, unless it may be another as well.
            let again = told.contains(&number) && time.readings.len() < 2;
            if here(time.span)
                && !again
                && let Some(part) = date(time, passage, view)
            {
                tell(part, time.span.shifted(offset));
            }
        }
        for act in acts {
            if let Some(part) = deed(act, passage, offset, view) {
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

/// The first paragraph under a heading of a page, its lines joined: what stands below it is for who reads the page.
fn section(page: &str, heading: &str) -> Option<String> {
    let mut lines = page.lines().map(str::trim);
    lines.by_ref().find(|line| *line == heading)?;
    let text: Vec<&str> = lines
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    (!text.is_empty()).then(|| text.join(" "))
}

/// The day a time means, and how far off it is.
fn date(time: &TimeExpression, passage: &Passage, view: &View) -> Option<String> {
    let reading = time.reading()?;
    let words = one_line(time.span.of(&passage.text));
    let mut part = if reading.from == reading.to {
        format!("“{words}”: **{}**", long(reading.to, view))
    } else {
        format!(
            "“{words}”: from **{}** to **{}**",
            long(reading.from, view),
            long(reading.to, view)
        )
    };
    part.push_str(&hour(reading));
    if let Some(other) = time.readings.get(1) {
        part.push_str(&format!(
            "; or, by “{}”, {}",
            other.convention,
            long(other.to, view)
        ));
    }
    Some(part)
}

/// `, 17:00`, where a time of day is meant.
fn hour(reading: &Reading) -> String {
    reading.time.map_or_else(String::new, |at| {
        format!(", {:02}:{:02}", at.hour(), at.minute())
    })
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

/// The time of its passage that says by when an act is to be done, by its number.
fn due_of(act: &Act) -> Option<usize> {
    let due = match &act.kind {
        ActKind::Ask(ask) => ask.due.as_ref(),
        ActKind::Commitment(promise) => promise.due.as_ref(),
        _ => None,
    };
    due.map(|due| due.time)
}

/// Who does what by when.
fn deed(act: &Act, passage: &Passage, offset: usize, view: &View) -> Option<String> {
    match &act.kind {
        ActKind::Ask(fact) => Some(asked(
            &Placed {
                passage,
                offset,
                act,
                fact,
            },
            view,
        )),
        ActKind::Commitment(promise) => Some(promised(promise, passage, view)),
        ActKind::Decline => Some("A **no**, or not now.".to_owned()),
        ActKind::Information | ActKind::Thanks | ActKind::Greeting | ActKind::Closing => None,
    }
}

fn asked(placed: &Placed<'_, Ask>, view: &View) -> String {
    let Placed {
        passage, fact: ask, ..
    } = *placed;
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
    let what = one_line(what);
    let due = view.reading.message.due(placed);
    let when = due.map_or_else(not_said, |due| {
        when(due.time, &view.text.of(due.span), view)
    });
    format!("An ask. **Who:** {who}. **What:** {what}. **By when:** {when}.")
}

fn promised(promise: &Commitment, passage: &Passage, view: &View) -> String {
    let strength = match promise.strength {
        Strength::Firm => "A promise.",
        Strength::Weak => "Half a promise.",
    };
    let what = promise.action.as_ref();
    let what = what.map_or("what was asked", |action| action.span.of(&passage.text));
    let what = one_line(what);
    let due = promise.due.as_ref();
    let due = due.and_then(|due| Some((passage.times.get(due.time)?, due.span)));
    let when = due.map_or_else(not_said, |(time, span)| {
        when(time, span.of(&passage.text), view)
    });
    format!("{strength} **What:** {what}. **By when:** {when}.")
}

/// Words without the line ends of the draft: many an editor would show them.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn not_said() -> String {
    "not said".to_owned()
}

/// The day that is meant; the words themselves where they name none.
fn when(time: &TimeExpression, words: &str, view: &View) -> String {
    let Some(day) = time.last_day() else {
        return one_line(words.trim_start_matches("by "));
    };
    let hour = time.reading().map_or_else(String::new, hour);
    format!("{}{hour}", long(day, view))
}
