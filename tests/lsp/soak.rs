//! Edits without end: whatever is done to a draft, what the server says of it is what it says of the same text opened fresh.

use forthright::text::{Encoding, LineColumn, LineIndex, Span};
use serde_json::{Value, json};

use crate::client::{Client, URI, edit};
use crate::numbers::Numbers;

/// The same text opened fresh.
const FRESH: &str = "file:///drafts/fresh.txt";

/// Drafts to begin with: whose words change by single keys (a quote mark, a dash, a fence), whose bytes are not characters, whose
/// line ends differ.
const DRAFTS: [&str; 5] = [
    "To: Sam Reed <sam@example.com>\r\nSubject: audit report by Friday\r\n\r\nHi Sam,\r\n\r\nCould you possibly review the audit \
     report? It's just the key points.\r\n\r\nOn Thu, 19 Nov 2026 at 10:12, Sam Reed <sam@example.com> wrote:\r\n> Can you send me \
     the totals by Monday?\r\n> > And who signs?\r\n\r\nI'll try to send them soon.\r\n\r\nThanks,\r\nAna\r\n-- \r\nAna Ruiz\r\n",
    "# Plan 🎉\n\nCould someone fix `foo()` by tomorrow?\n\n- [ ] review the *draft*\n- send it to e\u{301}va 👩‍💻\n\n```\nplease \
     ignore\n```\n\n> When is it due?\n\nI was wondering if you could take a look, no worries if not!\n",
    "Sam: could you maybe look at the plan?\nAna: I'll see what I can do.\nSam: Great. Thanks.\n",
    "Hi all,\n\nwe need someone to book the room for next Friday. The report needs to be reviewed before the board meeting. Let me \
     know.\n\n1. Please send the figures ASAP.\n2. Check the numbers by 31 April.\n\nبخصوص الاجتماع\n\nBest,\nAna",
    "",
];

/// What gets typed and pasted.
const PIECES: [&str; 28] = [
    "a",
    "e",
    " ",
    ".",
    "?",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    ">",
    "> ",
    "-- \n",
    "```\n",
    "`",
    "- ",
    "1. ",
    "🎉",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "日本",
    "Could you send the report by Friday?",
    "I'll try to look at it soon.",
    "\n\nNo rush at all!\n\n",
    "Sam wrote:\n> Can you call me tomorrow?\n",
    "Subject: x\n\n",
    "Sam: hi\nAna: hello\n",
    "\u{feff}",
];

/// Paragraphs between which nothing happens, enough of them that an edit among them is told by a look around it.
const PLAIN: [&str; 5] = [
    "Could you send the figures by Friday?\n\n",
    "The vendor has not replied yet.\n\n",
    "I'll try to call them,\nor Ana will.\n\n",
    "- Just check the list\n- and maybe book the room\n\n",
    "Someone should look at it.\n\n",
];

/// One of the drafts to begin with, some of them with plain words before the end.
fn draft(numbers: &mut Numbers) -> String {
    let draft = DRAFTS[numbers.below(DRAFTS.len())];
    if numbers.below(3) > 0 {
        return draft.to_owned();
    }
    let end = draft.rfind("\n\n").map_or(draft.len(), |at| at + 2);
    let plain: String = (0..110)
        .map(|_| PLAIN[numbers.below(PLAIN.len())])
        .collect();
    format!("{}{plain}{}", &draft[..end], &draft[end..])
}

/// One edit: what gives way to what.
struct Step {
    span: Span,
    text: String,
    /// As the protocol's change without a range.
    whole: bool,
}

fn step(text: &str, undo: &mut Vec<(Span, String)>, numbers: &mut Numbers) -> Step {
    let boundary = |at: usize| place_before(text, at);
    let at = boundary(numbers.below(text.len() + 1));
    let piece = PIECES[numbers.below(PIECES.len())].to_owned();
    let kind = numbers.below(100);
    let (span, text, whole) = match kind {
        0..50 => (Span::empty(at), piece, false),
        50..75 => (
            Span::new(at, boundary(at + 1 + numbers.below(6)).max(at)),
            String::new(),
            false,
        ),
        75..85 => {
            let end = boundary(at + numbers.below(80)).max(at);
            (Span::new(at, end), piece, false)
        }
        85..95 => match undo.pop() {
            Some((span, old)) => {
                let start = boundary(span.start);
                (Span::new(start, boundary(span.end).max(start)), old, false)
            }
            None => (Span::empty(at), piece, false),
        },
        95..99 => {
            // A paste of the draft's own words somewhere else.
            let from = boundary(numbers.below(text.len() + 1));
            let to = boundary(from + numbers.below(120)).max(from);
            (Span::empty(at), text[from..to].to_owned(), false)
        }
        _ => (Span::new(0, text.len()), draft(numbers), true),
    };
    Step { span, text, whole }
}

/// Does `edits` edits and looks after each few; says how many looks there were.
///
/// # Panics
/// If what is said of the edited draft is not what is said of the same text opened fresh.
pub(crate) fn run(client: &mut Client, seed: u64, edits: usize) -> usize {
    let mut numbers = Numbers::new(seed);
    let mut text = DRAFTS[0].to_owned();
    let mut undo = Vec::new();
    let (mut done, mut version, mut looks) = (0, 1, 0);
    client.open(URI, "plaintext", &text);
    while done < edits {
        for _ in 0..=numbers.below(32) {
            let Step {
                span,
                text: new,
                whole,
            } = step(&text, &mut undo, &mut numbers);
            let change = if whole {
                json!([{"text": new}])
            } else {
                edit(place(&text, span.start), place(&text, span.end), &new)
            };
            undo.push((
                Span::new(span.start, span.start + new.len()),
                span.of(&text).to_owned(),
            ));
            undo.drain(..undo.len().saturating_sub(20));
            text.replace_range(span.start..span.end, &new);
            if text.len() > 9000 {
                text = draft(&mut numbers);
                version += 1;
                client.change(URI, version, json!([{"text": text}]));
                undo.clear();
                continue;
            }
            version += 1;
            client.change(URI, version, change);
            done += 1;
        }
        client.open(FRESH, "plaintext", &text);
        let edited = all_that_is_said(client, URI);
        let fresh = all_that_is_said(client, FRESH);
        client.notify(
            "textDocument/didClose",
            json!({"textDocument": {"uri": FRESH}}),
        );
        assert_eq!(
            edited, fresh,
            "seed {seed}, after {done} edits, of {text:?}"
        );
        looks += 1;
    }
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": URI}}),
    );
    looks
}

/// The nearest place at or before a byte: between two characters, and not between CR and LF, where the protocol has no place.
fn place_before(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    let inside = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    at - usize::from(inside)
}

/// The place of a byte as the protocol counts by default.
fn place(text: &str, at: usize) -> (u32, u32) {
    let LineColumn { line, column } = LineIndex::new(text).position(text, at, Encoding::Utf16);
    (u32::try_from(line).unwrap(), u32::try_from(column).unwrap())
}

fn all_that_is_said(client: &mut Client, uri: &str) -> [Value; 4] {
    let draft = json!({"uri": uri});
    let end = json!({"line": 1_000_000, "character": 0});
    let whole = json!({"start": {"line": 0, "character": 0}, "end": end});
    let diagnostics = client.request("textDocument/diagnostic", json!({"textDocument": draft}));
    let hints = client.request(
        "textDocument/inlayHint",
        json!({"textDocument": draft, "range": whole}),
    );
    let symbols = client.request(
        "textDocument/documentSymbol",
        json!({"textDocument": draft}),
    );
    let lenses = client.request("textDocument/codeLens", json!({"textDocument": draft}));
    let plain = |value: Value| {
        let text = value.to_string().replace(uri, "");
        serde_json::from_str(&text).unwrap_or_default()
    };
    [diagnostics["items"].clone(), hints, symbols, lenses].map(plain)
}
