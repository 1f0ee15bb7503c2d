//! What holds for any text.

use std::borrow::Cow;

use proptest::prelude::*;

use super::*;
use crate::text::{Change, Span};

#[test]
fn a_paragraph_of_one_long_line_is_read() {
    let text = "word > ".repeat(1 << 18);
    let document = read(&text, Format::Text);
    assert_eq!(document.blocks.len(), 1);
    let block = &document.blocks[0];
    assert_eq!(
        prose(block.span.of(&text), block, Format::Text).text.len(),
        block.span.len()
    );
}

/// Lines that set traps for each other.
fn traps() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("On Thu, 19 Nov 2026 at 10:02, Sam <sam@example.org> wrote:"),
        Just("On Thu, 19 Nov 2026 at 10:02, Sam <sam@example.org"),
        Just("> wrote:"),
        Just("wrote:"),
        Just("-----Original Message-----"),
        Just("From: Sam"),
        Just("To: Ana, "),
        Just("Subject: é"),
        Just("Date: x"),
        Just("Sam Okoro 11/18/2026 05:54 PM"),
        Just("11/18/2026 05:54 PM"),
        Just("> quote"),
        Just(">> deeper"),
        Just("| bar"),
        Just("-- "),
        Just("--"),
        Just("Thanks,"),
        Just("Ana"),
        Just("Tel: +44 20 7946 0000"),
        Just(""),
        Just("```"),
        Just("---"),
        Just("==="),
        Just("- item"),
        Just("1. item `x"),
        Just("    indented"),
        Just("<!-- a"),
        Just("-->"),
        Just("| a | b |"),
        Just("|---|---|"),
        Just("Sam: hi"),
        Just("[10:32] Ana: hi"),
        Just("# head"),
        Just("Hi Sam,"),
        Just("Could you **look** at [x](y)?"),
        Just("Können Sie das für uns lesen"),
        Just("😀 ok"),
        Just("----- End forwarded message -----"),
        Just("--edge"),
        Just("Content-Type: multipart/mixed; boundary=edge"),
        Just("Sent from my iPhone"),
        Just("\u{feff}---"),
        Just("=09x=20"),
        Just("*a _b* c_"),
        Just("\\* <b> https://a.b/c"),
    ]
}

fn drafts() -> impl Strategy<Value = String> {
    let line = traps();
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just(" \n"), Just("")];
    let drafts = prop::collection::vec((line, end), 0..24);
    let made = drafts.prop_map(|lines| {
        lines
            .into_iter()
            .map(|(line, end)| format!("{line}{end}"))
            .collect()
    });
    prop_oneof![3 => made, 1 => any::<String>(), 1 => "(?s).{0,200}"]
}

fn hold(text: &str, format: Format) {
    let document = read(text, format);
    let mut at = 0;
    for zone in &document.zones {
        assert_eq!(zone.span.start, at, "zones leave a gap");
        assert!(zone.span.end > at, "a zone is empty");
        assert!(text.is_char_boundary(zone.span.end));
        at = zone.span.end;
    }
    assert_eq!(at, text.len(), "zones leave an end");
    let mut last = 0;
    for block in &document.blocks {
        assert!(
            block.span.start >= last && !block.span.is_empty(),
            "blocks out of order"
        );
        last = block.span.end;
        let raw = block.span.of(text);
        let zone = document
            .zones
            .iter()
            .find(|zone| zone.span.covers(block.span));
        assert_eq!(
            zone.map(|zone| zone.kind),
            Some(block.zone),
            "a block crosses zones"
        );
        assert_eq!(block.zone == ZoneKind::Quote, block.attribution.is_some());
        assert_eq!(block.depth > 0, block.attribution.is_some());
        let prose = prose(raw, block, format);
        assert_eq!(prose.text.len(), raw.len());
        for (at, letter) in prose.text.char_indices() {
            let blank = matches!(letter, ' ' | Prose::OPAQUE);
            assert!(
                blank || raw[at..].starts_with(letter),
                "prose is out of step"
            );
        }
        for code in &prose.code {
            assert!(raw.is_char_boundary(code.start) && raw.is_char_boundary(code.end));
        }
    }
    for told in &document.attributions {
        let _ = told.span.of(text);
        let _ = told.who.as_ref().map(|who| who.span.of(text));
    }
    // Lines read by themselves say the same as the text read whole.
    let lines: Vec<_> = text
        .split_inclusive('\n')
        .map(|line| Line::new(line, format))
        .collect();
    let again = arrange(&lines, format, &|span: Span| {
        Cow::Owned(span.of(text).to_owned())
    });
    assert_eq!(again, document);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn zones_tile_and_blocks_stay_inside(text in drafts()) {
        for format in Format::ALL {
            hold(&text, format);
        }
        let _ = Format::of(None, None, &text);
    }
}

/// A line as most are.
fn plain() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        6 => Just(""),
        3 => Just("Could you send it by Friday?"),
        3 => Just("the list goes on"),
        1 => Just("- an item"),
        1 => Just("  - a deeper one"),
        1 => Just("1. the first"),
        1 => Just("Steps to reproduce:"),
        1 => Just("Hi Sam,"),
        1 => Just("Thanks,"),
        1 => Just("Sam"),
        1 => Just("Update: done"),
        1 => Just("---"),
        1 => Just("# head"),
        1 => Just("    indented"),
    ]
}

fn page(lines: &[&str]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

proptest! {
    // Each is many.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 8))]
    #[test]
    fn a_look_around_a_change_tells_what_a_look_at_the_whole_does(
        head in prop::collection::vec(traps(), 0..8),
        body in prop::collection::vec(prop_oneof![60 => plain(), 1 => traps()], 130..200),
        foot in prop::collection::vec(traps(), 0..8),
        changes in prop::collection::vec((0usize..100, 0usize..30, prop_oneof![plain(), traps(), Just("a"), Just("a\n\nb")]), 1..5),
        cut in 0usize..40,
    ) {
        for format in [Format::Email, Format::Text, Format::Markdown] {
            let mut text = page(&head) + &page(&body) + &page(&foot);
            let mut layout = Layout::new(&text, format);
            let mut document = layout.arrange(&|span| span.of(&text).to_owned().into());
            for (percent, len, new) in &changes {
                let boundary = |at: usize| text.floor_char_boundary(at);
                let start = boundary(text.len() * (percent + cut) / 140);
                let end = boundary(start + len).max(start);
                let change = Change::new(Span::new(start, end), new.len());
                text.replace_range(start..end, new);
                let words = |span: Span| span.of(&text).to_owned().into();
                let edited = layout.edit(change, &words);
                let recut = layout.rearrange(&edited, &words, &mut document);
                let whole = layout.arrange(&words);
                if recut.is_some() {
                    prop_assert_eq!(&document, &whole);
                }
                document = whole;
                prop_assert_eq!(&document, &read(&text, format));
            }
        }
    }
}

#[test]
fn a_key_among_plain_words_needs_no_look_at_the_whole() {
    let mut text = "Could you send it by Friday?\n\nThe list goes on,\nand on.\n\n".repeat(60);
    let mut layout = Layout::new(&text, Format::Text);
    let mut document = layout.arrange(&|span| span.of(&text).to_owned().into());
    for new in ["x", "\n", "\n\n- ", "Sam\n"] {
        let at = text.len() / 2;
        text.insert_str(at, new);
        let change = Change::new(Span::empty(at), new.len());
        let words = |span: Span| span.of(&text).to_owned().into();
        let edited = layout.edit(change, &words);
        let recut = layout.rearrange(&edited, &words, &mut document).unwrap();
        assert!(recut.old.len() <= 3, "{recut:?}");
        assert_eq!(document, read(&text, Format::Text));
    }
}
