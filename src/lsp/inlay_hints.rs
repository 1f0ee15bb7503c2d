//! What a reader would have to work out, shown where it is missing: the day a relative date means, `by when?`, `who?`.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    InlayHint, InlayHintKind, InlayHintLabel, InlayHintOptions, InlayHintServerCapabilities,
    InlayHintTooltip, OneOf, Range, TextEdit,
};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::facts::{Ask, OwnerKind, Passage, Placed, TimeExpression, TimeForm, TimeRole};
use crate::rewrite;
use crate::text::{Edit, Edits, Span, sort_by_key};

pub(super) fn capability(client: &Client) -> OneOf<bool, InlayHintServerCapabilities> {
    OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
        resolve_provider: Some(client.resolves_hints),
        ..InlayHintOptions::default()
    }))
}

/// A hint in our terms; places count from the draft's first byte.
#[derive(Debug, PartialEq, Eq)]
struct Hint {
    at: usize,
    label: String,
    why: String,
    edits: Option<Edits>,
}

/// The hints of a range.
pub(super) fn within(view: &View, range: Range, client: &Client) -> Vec<InlayHint> {
    let span = convert::from_range(range, &view.text, client.encoding);
    let hints = all(view, span);
    hints
        .into_iter()
        .map(|hint| to_hint(hint, view, client))
        .collect()
}

/// The draft a hint is for, told by what [`to_hint`] left in it.
pub(super) fn draft_of(hint: &Value) -> Option<&str> {
    hint.pointer("/data/uri")?.as_str()
}

/// Gives a hint its edits; left as it is if it was made for another text than this.
pub(super) fn resolve(mut hint: Value, view: &View, client: &Client) -> Value {
    let number = |name: &str| hint.pointer(name).and_then(Value::as_u64);
    if number("/data/generation") == Some(view.generation)
        && let Some(at) = number("/data/at").and_then(|at| usize::try_from(at).ok())
    {
        let there = all(view, Span::empty(at));
        let same = |other: &Hint| {
            other.at == at && hint.get("label").is_some_and(|label| *label == other.label)
        };
        let same = there.into_iter().find(same);
        if let Some(edits) = same.and_then(|same| to_edits(same.edits.as_ref(), view, client)) {
            hint["textEdits"] = json!(edits);
        }
    }
    hint
}

fn to_hint(hint: Hint, view: &View, client: &Client) -> InlayHint {
    let resolved = client.resolves_hints && hint.edits.is_some();
    InlayHint {
        position: convert::to_place(hint.at, &view.text, client.encoding),
        text_edits: if resolved {
            None
        } else {
            to_edits(hint.edits.as_ref(), view, client)
        },
        data: resolved
            .then(|| json!({"uri": view.uri, "generation": view.generation, "at": hint.at})),
        label: InlayHintLabel::String(hint.label),
        kind: None::<InlayHintKind>,
        tooltip: Some(InlayHintTooltip::String(hint.why)),
        padding_left: Some(true),
        padding_right: None,
    }
}

fn to_edits(edits: Option<&Edits>, view: &View, client: &Client) -> Option<Vec<TextEdit>> {
    Some(convert::to_edits(edits?, &view.text, client.encoding))
}

fn all(view: &View, range: Span) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (offset, passage) in view.own_at(range) {
        let times = passage.times.iter();
        hints.extend(times.filter_map(|time| day_meant(time, offset, passage, view)));
        let asks: Vec<Placed<'_, Ask>> = passage.asks_placed(offset).collect();
        for (at, ask) in asks.iter().enumerate() {
            // One day at the end of a sentence is one for all it asks.
            let last = asks
                .get(at + 1)
                .is_none_or(|next| next.act.sentence != ask.act.sentence);
            hints.extend(missing(ask, last, view));
        }
    }
    hints.retain(|hint| range.start <= hint.at && hint.at <= range.end);
    sort_by_key(&mut hints, |hint| hint.at);
    hints
}

/// `27 Nov` after "Friday", `Mon 23 Nov` after "tomorrow".
fn day_meant(time: &TimeExpression, offset: usize, passage: &Passage, view: &View) -> Option<Hint> {
    let told = matches!(
        time.form,
        TimeForm::Weekday | TimeForm::Relative | TimeForm::Elastic
    );
    let reading = time.reading().filter(|_| told && time.fault.is_none())?;
    let day =
        (time.role == TimeRole::Deadline || reading.from == reading.to).then_some(reading.to)?;
    let written = rewrite::written(day, view.today, &view.options);
    // A day that is put in place of the words must not take a clock time with it.
    let edits = reading
        .time
        .is_none()
        .then(|| Edits::from(Edit::replace(time.span.shifted(offset), written.clone())));
    let edits = edits.filter(|_| time.form != TimeForm::Elastic);
    let words = time.span.of(&passage.text);
    let weekday = written.split([' ', ',']).next().unwrap_or_default();
    let named =
        time.form == TimeForm::Weekday && words.to_lowercase().contains(&weekday.to_lowercase());
    let label = if named {
        written[weekday.len()..].trim_start_matches([' ', ','])
    } else {
        &written
    };
    Some(Hint {
        at: time.span.end + offset,
        why: format!("“{words}” is {}.", super::hover::long(day, view)),
        label: label.to_owned(),
        edits,
    })
}

/// `who?` and `by when?` where a request for work does not say it.
fn missing(ask: &Placed<'_, Ask>, last: bool, view: &View) -> Vec<Hint> {
    let Placed {
        passage,
        offset,
        act,
        fact,
    } = *ask;
    if !fact.work || passage.is_unfinished(act, fact.action.as_ref()) {
        return Vec::new();
    }
    let unnamed = matches!(fact.owner.kind, OwnerKind::Someone | OwnerKind::None);
    let who = unnamed.then(|| Hint {
        at: fact.owner.span.map_or(act.span.end, |span| span.end) + offset,
        label: "who?".into(),
        why: "This request names no one who is to do it.".into(),
        edits: None,
    });
    let place = rewrite::due_place(passage, fact, act.span);
    let place = place.filter(|_| last && view.is_undated(ask));
    let when = place.map(|at| {
        let day = rewrite::default_due(view.today, &view.options);
        let words = rewrite::written(day, view.today, &view.options);
        Hint {
            at: at + offset,
            label: "by when?".into(),
            why: format!("This request has no date. Apply to add “by {words}”."),
            edits: Some(Edit::insert(at + offset, format!(" by {words}")).into()),
        }
    });
    // Behind the mark that ends the sentence, or its question mark would stand beside ours.
    let behind = |mut hint: Hint| {
        let rest = &passage.text[hint.at - offset..];
        let marks = rest.find(|c: char| !matches!(c, '.' | '?' | '!'));
        hint.at += marks.unwrap_or(rest.len());
        hint
    };
    let mut hints: Vec<Hint> = who.into_iter().chain(when).map(behind).collect();
    if let [who, when] = &mut hints[..]
        && who.at == when.at
    {
        when.label = format!("{} {}", who.label, when.label);
        when.why = format!("{} {}", who.why, when.why);
        hints.remove(0);
    }
    hints
}
