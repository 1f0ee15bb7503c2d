//! Blocks, and the formats that are no mail.

use super::*;

#[test]
fn blocks_of_plain_text() {
    zones(
        Format::Text,
        "
        Bg|Dear all,
        B.|
        Bp|Two things before Friday:
        Bi|1. Sign the offer, all of
        B.|   its pages.
        Bi|2) Send the figures.
        B.|  
        Bi|- the first
        Bi|  - the second
        Bi|• the third
        Bi|(a) the fourth
    ",
    );
    zones(
        Format::Text,
        "
        Bp|We meet on the 26th and on the
        B.|27. We bring the figures.
    ",
    );
    zones(
        Format::Text,
        "
        Bp|Next steps
        Bp|Call Ana about the offer for the new building in the old town
    ",
    );
    zones(
        Format::Text,
        "
        Bh|Next steps
        B.|==========
        B.|
        Bp|Call Ana.
    ",
    );
}

#[test]
fn code_and_drawings_in_plain_text() {
    zones(
        Format::Text,
        "
        Bp|It fails like this:
        B.|
        C.|```
        C.|$ make all
        C.|Please read this
        C.|```
        B.|
        Bp|Can you look?
    ",
    );
    zones(
        Format::Text,
        "
        Bp|Here it is:
        B.|
        C.|public void run() {
        C.|    int count = list.size();
        C.|    print(count);
        C.|}
        B.|
        Bp|Can you look?
    ",
    );
    zones(
        Format::Text,
        "
        C.|+------+------+
        C.|| a    | b    |
        C.|+------+------+
    ",
    );
    zones(Format::Text, "Bp|2/29/2020");
    zones(Format::Email, "Bp|12/15 - 12/17");
}

#[test]
fn another_language_is_left_alone() {
    zones(
        Format::Email,
        "
        Bp|Could you read this by Friday?
        B.|
        B.|Könntest du das bitte bis Freitag lesen? Ich brauche es für die Sitzung.
        B.|
        B.|Не могли бы вы прочитать это?
        B.|
        Bp|Merci!
    ",
    );
}

#[test]
fn markdown() {
    zones(
        Format::Markdown,
        "
        H.|---
        H.|title: Notes
        H.|---
        Bh|# Plan
        B.|
        Bp|We ship *soon*.
        C.|<!-- Please read this
        C.|and that. -->
        Bi|- [ ] Review the plan
        Bi|- Sign it
        B.|
        C.|```
        C.|Please run this
        C.|```
        B.|
        C.|    Please run that
        B.|
        Qp|> Could you look?
        Q.|
        Bp|Yes.
        B.|
        C.|| who | what |
        C.||-----|------|
        C.|| Ana | sign |
        B.|
        C.|[plan]: https://example.org/plan
        Bh|Setext
        B.|------
    ",
    );
}

#[test]
fn chats() {
    zones(
        Format::Chat,
        "
        Qp|Sam: can you look at the build?
        Qp|Ana: which one?
        Qp|Sam: the nightly
        Q.|
        Hp|Ana: I will look at it today.
        B.|
        Bp|It is red again.
    ",
    );
    zones(
        Format::Chat,
        "
        Q.|Sam 10:32 AM
        Qp|can you look at the build?
        H.|Ana 10:40 AM
        Bp|sure, by noon
    ",
    );
    zones(
        Format::Chat,
        "
        Bp|Note: the build is red.
        B.|Agenda: who looks?
    ",
    );
}

#[test]
fn a_list_of_steps_is_known_by_the_line_above_it() {
    let steps = |text: &str| {
        let document = read(text, Format::Markdown);
        let items = document.blocks.iter();
        let items = items.filter(|block| block.kind == BlockKind::Item);
        items.map(|block| block.is_step).collect::<Vec<_>>()
    };
    let list = "1. Open the page\n\n2. Press Save\n";
    for above in [
        "## Steps to reproduce\n\n",
        "**To reproduce:**\n",
        "The page hangs. What I did:\n\n",
        "How to open the gate:\n",
    ] {
        assert_eq!(steps(&format!("{above}{list}")), [true, true], "{above}");
    }
    for above in ["", "## Next steps\n\n", "Could you, please:\n", "Tasks\n"] {
        assert_eq!(steps(&format!("{above}{list}")), [false, false], "{above}");
    }
    let ended = "Steps to reproduce:\n- open it\n\nPlease:\n- call Bo\n";
    assert_eq!(steps(ended), [true, false]);
}

#[test]
fn a_chats_turns_know_their_speakers() {
    let text = "[10:32] Sam: can you look?\n[10:40] Ana: yes, by noon\n";
    let document = read(text, Format::Chat);
    let told = &document.attributions[0];
    assert_eq!(told.who.as_ref().map(|who| who.name.as_str()), Some("Sam"));
    assert_eq!(told.time, Some(jiff::civil::time(10, 32, 0, 0)));
    assert_eq!(told.span.of(text), "[10:32] Sam:");
    let words: Vec<_> = document
        .blocks
        .iter()
        .map(|block| block.span.of(text))
        .collect();
    assert_eq!(words, ["can you look?", "yes, by noon"]);
}

#[test]
fn commit_messages() {
    zones(
        Format::Commit,
        "
        Bp|Read folded headers
        B.|
        Bp|They were cut at the first line. Please check the archive.
        B.|
        S.|Signed-off-by: Ana Ruiz <ana@example.org>
        S.|
        P.|# Please enter the commit message for your changes.
        P.|# On branch main
    ",
    );
}

#[test]
fn formats_by_language_name_and_looks() {
    for (id, name, text, format) in [
        (Some("mail"), Some("a.md"), "", Format::Email),
        (Some("message"), None, "", Format::Email),
        (Some("markdown"), None, "", Format::Markdown),
        (Some("gitcommit"), None, "", Format::Commit),
        (
            Some("plaintext"),
            Some("/tmp/neomutt-host-1-2-3"),
            "",
            Format::Email,
        ),
        (None, Some("/repo/.git/COMMIT_EDITMSG"), "", Format::Commit),
        (None, Some("NOTES.MD"), "", Format::Markdown),
        (
            None,
            Some("draft.txt"),
            "Hi Sam,\n\nplease call.\n",
            Format::Text,
        ),
        (
            None,
            None,
            "To: sam@example.org\nSubject: Offer\n\nHi\n",
            Format::Email,
        ),
        (
            None,
            None,
            "Sam: hello\nAna: hello\nSam: bye\n",
            Format::Chat,
        ),
        (None, None, "## Plan\n\nWe ship.\n", Format::Markdown),
        (None, None, "Update: we shipped.\n", Format::Text),
        (None, None, "", Format::Text),
    ] {
        assert_eq!(Format::of(id, name, text), format, "{id:?} {name:?} {text}");
    }
}

/// The prose of a draft's only block, with opaque bytes as `#`.
fn masked(text: &str, format: Format) -> String {
    let document = read(text, format);
    let block = &document.blocks[0];
    prose(block.span.of(text), block, format)
        .text
        .replace(Prose::OPAQUE, "#")
}

#[test]
fn what_of_a_block_is_prose() {
    for (format, text, wanted) in [
        (Format::Text, "Read `a b` now", "Read ##### now"),
        (Format::Text, "- Read a.pdf", "  Read #####"),
        (Format::Text, "*Please* read it", " Please  read it"),
        (Format::Text, "2 * 3 * 4 is 24", "2 * 3 * 4 is 24"),
        (Format::Email, "> Could you\n> look?", "Could you\n  look?"),
        (Format::Markdown, "## Plan ##", "   Plan   "),
        (
            Format::Markdown,
            "**Please** read [the _plan_](x.y)",
            "  Please   read  the  plan       ",
        ),
        (
            Format::Markdown,
            "Read `a\\b` and ![x](y.png)",
            "Read ##### and ###########",
        ),
        (
            Format::Markdown,
            "1. Read &amp; sign\\!",
            "   Read &amp; sign !",
        ),
        (
            Format::Markdown,
            "Please <b>read</b> it",
            "Please    read     it",
        ),
        (
            Format::Markdown,
            "see <https://example.org>",
            "see  ################### ",
        ),
    ] {
        assert_eq!(masked(text, format), wanted, "{text}");
    }
}

#[test]
fn code_within_the_body_is_a_zone() {
    let text = "See a.pdf and `b`.\n";
    let document = read(text, Format::Text);
    let block = &document.blocks[0];
    let code = prose(block.span.of(text), block, Format::Text).code;
    let told: Vec<_> = fine_zones(&document, code)
        .iter()
        .map(|zone| (letter(zone.kind), zone.span.of(text)))
        .collect();
    assert_eq!(
        told,
        [
            ('B', "See "),
            ('C', "a.pdf"),
            ('B', " and "),
            ('C', "`b`"),
            ('B', ".\n")
        ]
    );
}
