//! Whole drafts, line by line; and what holds for any text.

use std::borrow::Cow;

use proptest::prelude::*;

use super::*;
use crate::text::Span;

/// The letter of each zone in the tables below.
const fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Header => 'H',
        ZoneKind::Body => 'B',
        ZoneKind::Quote => 'Q',
        ZoneKind::Signature => 'S',
        ZoneKind::Code => 'C',
        ZoneKind::Boilerplate => 'P',
    }
}

/// The letter of each block, beside its zone's.
const fn block_letter(kind: BlockKind) -> char {
    match kind {
        BlockKind::Paragraph => 'p',
        BlockKind::Item => 'i',
        BlockKind::Heading => 'h',
        BlockKind::Greeting => 'g',
        BlockKind::Closing => 'c',
    }
}

/// Compares a draft with a table: each line begins with its zone's letter, the letter of the block that *begins* there
/// (`.` if none does), and a bar.
#[track_caller]
pub(super) fn zones(format: Format, table: &str) {
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter(|row| !row.trim().is_empty())
        .map(|row| row.trim_start().split_once('|').expect("a row has a bar"))
        .collect();
    let text: String = rows.iter().map(|(_, line)| format!("{line}\n")).collect();
    let document = read(&text, format);
    let mut at = 0;
    let mut told = String::new();
    for (_, line) in &rows {
        let end = at + line.len();
        let seen = at + (line.len() - line.trim_start().len());
        let zone = document.zones.iter().find(|zone| zone.span.contains(seen));
        let block = document
            .blocks
            .iter()
            .find(|block| (at..=end).contains(&block.span.start));
        told.push(zone.map_or('?', |zone| letter(zone.kind)));
        told.push(block.map_or('.', |block| block_letter(block.kind)));
        told.push('|');
        told.push_str(line);
        told.push('\n');
        at = end + 1;
    }
    let wanted: String = rows
        .iter()
        .map(|(mark, line)| format!("{mark}|{line}\n"))
        .collect();
    assert_eq!(told, wanted, "\n--- told:\n{told}--- wanted:\n{wanted}");
}

#[test]
fn a_mail_as_mutt_gives_it() {
    zones(
        Format::Email,
        "
        H.|From: Ana Ruiz <ana@example.org>
        H.|To: Sam Okoro <sam@example.org>
        H.|Cc: 
        H.|Bcc: 
        H.|Subject: Figures for the board
        H.|Reply-To: 
        H.|
        Bg|Hi Sam,
        B.|
        Bp|could you send me the figures by Friday? I need them for the slides that I
        B.|show the board on Monday.
        B.|
        Bc|Best regards,
        B.|Ana
        B.|
        S.|-- 
        S.|Ana Ruiz · Finance
        S.|+44 20 7946 0000
    ",
    );
}

#[test]
fn a_mail_as_emacs_gives_it() {
    zones(
        Format::Email,
        "
        H.|To: sam@example.org
        H.|Subject: A long
        H.|  subject, folded
        H.|From: Ana <ana@example.org>
        H.|--text follows this line--
        Bp|The build is green again.
    ",
    );
}

#[test]
fn a_mail_as_thunderbird_gives_it() {
    zones(
        Format::Email,
        "
        H.|From: Ana <ana@example.org>
        H.|To: Sam <sam@example.org>
        H.|To: Ben <ben@example.org>
        H.|Subject: Offer
        H.|X-ExtEditorR-Help: Use one address a line
        H.|X-ExtEditorR-Send-On-Exit: false
        H.|
        Bp|The offer is ready.
    ",
    );
}

#[test]
fn words_with_colons_are_no_headers() {
    zones(
        Format::Email,
        "
        Bp|Update: we shipped.
        B.|Next: could you review the notes?
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Date: Friday
        B.|Place: room four
    ",
    );
    zones(
        Format::Email,
        "
        Bg|Hi Sam,
        B.|
        Bp|Subject: to your approval, we order on Monday.
    ",
    );
}

#[test]
fn a_reply_above_a_quote() {
    zones(
        Format::Email,
        "
        Bp|Yes, Friday works.
        B.|
        Q.|On Thu, 19 Nov 2026 at 10:02, Sam Okoro <sam@example.org> wrote:
        Q.|
        Qp|> Could you send the figures by Friday?
        Q.|> 
        Qc|> Thanks,
        Q.|> Sam
    ",
    );
}

#[test]
fn answers_between_the_quotes() {
    zones(
        Format::Email,
        "
        Q.|Am 19.11.2026 um 10:02 schrieb Sam Okoro:
        Qp|> Could you send the figures?
        Q.|
        Bp|They are attached.
        B.|
        Qp|> And who signs?
        Q.|
        Bp|I do.
    ",
    );
}

#[test]
fn an_attribution_over_three_lines() {
    zones(
        Format::Email,
        "
        Bp|Done.
        B.|
        Q.|On Thursday, 19 November 2026 at 10:02, Samuel Okoro of the
        Q.|infrastructure team <samuel.okoro@infrastructure.example.org>
        Q.|wrote:
        Q.|
        Qp|> Please restart the host.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Done.
        Q.|On Thu, Nov 19, 2026 at 9:48 AM, Samuel Okoro <samuel.okoro@example.org
        Q.|> wrote:
        Q.|
        Qp|> Please restart the host.
    ",
    );
}

#[test]
fn quotes_in_quotes_know_their_writers() {
    let text = "I agree.\n\nOn 19 Nov 2026 at 10:02, Sam wrote:\n> Fine by me.\n>\n> On 18 Nov 2026 at 9:00, Ben wrote:\n>> Shall we move it?\n> Yes.\n";
    let document = read(text, Format::Email);
    let told: Vec<_> = document
        .blocks
        .iter()
        .map(|block| {
            let attribution = block.attribution.map(|at| &document.attributions[at]);
            let who = attribution.and_then(|told| told.who.as_ref());
            (block.depth, who.map_or("", |who| who.name.as_str()))
        })
        .collect();
    assert_eq!(told, [(0, ""), (1, "Sam"), (2, "Ben"), (1, "Sam")]);
    assert_eq!(
        document.attributions[1].date,
        Some(jiff::civil::date(2026, 11, 18))
    );
}

#[test]
fn quotes_without_marks() {
    zones(
        Format::Email,
        "
        Bp|Fine.
        B.|
        Q.|-----Original Message-----
        Q.|From: Sam Okoro [mailto:sam@example.org]
        Q.|Sent: Thursday, November 19, 2026 10:02 AM
        Q.|To: Ana Ruiz; Ben Li
        Q.|Cc: Finance
        Q.|Subject: RE: Offer
        Q.|
        Qp|Please sign the offer by Friday.
        Q.|
        Q.|-----Original Message-----
        Q.|From: Ana Ruiz
        Q.|Sent: Wednesday, November 18, 2026 4:00 PM
        Q.|To: Sam Okoro
        Q.|Subject: Offer
        Q.|
        Qp|Here is the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Fine.
        B.|
        Q.|________________________________
        Q.|From: Sam Okoro <sam@example.org>
        Q.|Sent: Thursday, 19 November 2026 10:02
        Q.|To: Ana Ruiz <ana@example.org>
        Q.|Subject: Offer
        Q.|
        Qp|Please sign the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Bien reçu.
        B.|
        Q.|De : Sam Okoro <sam@example.org>
        Q.|Envoyé : jeudi 19 novembre 2026 10:02
        Q.|À : Ana Ruiz <ana@example.org>
        Q.|Objet : Offre
        Q.|
        Qp|Please sign the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Passt.
        B.|
        Q.|-----Ursprüngliche Nachricht-----
        Q.|Von: Sam Okoro <sam@example.org>
        Q.|Gesendet: Donnerstag, 19. November 2026 10:02
        Q.|An: Ana Ruiz
        Q.|Betreff: Angebot
        Q.|
        Qp|Please sign the offer.
    ",
    );
}

#[test]
fn forwards() {
    zones(
        Format::Email,
        "
        Bp|For your files.
        B.|
        Q.|---------- Forwarded message ---------
        Q.|From: Sam Okoro <sam@example.org>
        Q.|Date: Thu, 19 Nov 2026 at 10:02
        Q.|Subject: Offer
        Q.|To: Ana Ruiz <ana@example.org>
        Q.|
        Q.|
        Qp|Please sign the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|For your files.
        B.|
        Q.|Begin forwarded message:
        Q.|
        Q.|From: Sam Okoro <sam@example.org>
        Q.|Subject: Offer
        Q.|Date: 19 November 2026 at 10:02:00 CET
        Q.|To: ana@example.org
        Q.|
        Qp|Please sign the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|See below.
        B.|
        Q.|----- Forwarded message from Sam <sam@example.org> -----
        Q.|
        Qp|Please sign the offer.
        Q.|
        Q.|----- End forwarded message -----
        Q.|
        Bp|Could you sign it?
    ",
    );
}

#[test]
fn notes_blocks() {
    zones(
        Format::Email,
        "
        Bp|Please see the note below.
        B.|
        Q.|---------------------- Forwarded by Ana Ruiz/LON/Example on 11/19/2026 08:27 
        Q.|AM ---------------------------
        Q.|
        Q.|
        Q.|Sam Okoro@EXAMPLE
        Q.|11/18/2026 05:54 PM
        Q.|To: Ana Ruiz/LON/Example@Example, Ben Li/LON/Example@Example, Carla 
        Q.|Diaz/LON/Example@Example
        Q.|cc:  
        Q.|Subject: Offer
        Q.|
        Qp|Please sign the offer.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Changed to May.
        B.|
        Q.|   Sam Okoro                11/18/2026 05:54 PM
        Q.|
        Q.|To: Ana Ruiz/LON/Example@Example
        Q.|cc:  
        Q.|
        Q.|Subject: Offer
        Q.|
        Qp|Please change it to May.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Changed to May.
        B.|
        Q.|From: Sam Okoro@Example on 11/18/2026 05:54 PM
        Q.|To: Ana Ruiz/LON/Example@Example
        Q.|cc:  
        Q.|Subject: Offer
        Q.|
        Qp|Please change it to May.
    ",
    );
}

#[test]
fn signatures() {
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        Bc|Kind regards,
        B.|Ana
        S.|Head of Finance, Example Ltd
        S.|Tel: +44 20 7946 0000
        S.|www.example.org
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        S.|Ana Ruiz
        S.|Head of Finance
        S.|Phone: 020 7946 0000
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        Bc|Ana
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        Bc|Thanks, Ana
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        Bc|Cordially,
        B.|Ana Ruiz
        S.|Example Trading Corp.
        S.|1 Old Street, London
        S.|(020) 7946 0000
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Update -
        B.|the offer is signed.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        P.|Sent from my iPhone
        P.|
        Q.|On 19 Nov 2026, at 10:02, Sam <sam@example.org> wrote:
        Q.|
        Qp|> Is it signed?
    ",
    );
}

#[test]
fn what_looks_like_a_signature_and_is_none() {
    zones(
        Format::Email,
        "
        Bp|Call me at 020 7946 0000 or write to ana@example.org.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Great. Thanks.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Is it signed?
        B.|
        Bp|Thoughts?
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Is it signed?
        B.|
        Bc|Thanks
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Sent from the wrong list, sorry.
    ",
    );
}

#[test]
fn small_print_and_list_footers() {
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        P.|This message and any attachments are confidential and may be privileged. If
        P.|you are not the intended recipient, please notify the sender and delete it.
        P.|Any disclosure, copying or distribution is strictly prohibited.
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        P.|_______________________________________________
        P.|Finance mailing list
        P.|To unsubscribe go to https://lists.example.org/finance
    ",
    );
    zones(
        Format::Email,
        "
        Bp|Please keep this confidential until Friday and notify the board then.
    ",
    );
}

#[test]
fn parts_of_a_mail_with_attachments() {
    zones(
        Format::Email,
        "
        H.|From: ana@example.org
        H.|To: sam@example.org
        H.|MIME-Version: 1.0
        H.|Content-Type: multipart/mixed; boundary=\"edge\"
        H.|
        P.|This is a multi-part message.
        H.|--edge
        H.|Content-Type: text/plain; charset=utf-8
        H.|
        Bp|The file is attached.
        B.|
        H.|--edge
        H.|Content-Type: text/html
        H.|
        C.|<p>The file is attached.</p>
        H.|--edge
        H.|Content-Type: application/pdf
        H.|Content-Transfer-Encoding: base64
        H.|Content-Disposition: attachment; filename=a.pdf
        H.|
        C.|JVBERi0xLjQ=
        H.|--edge--
    ",
    );
}

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
fn header_fields() {
    let text = "From: \"Ruiz, Ana\" <ana@example.org>\nTo: Sam <sam@example.org>,\n ben@example.org\nCc: \nSubject: =?utf-8?Q?F=C3=BCr_den?=\n board\nDate: Thu, 19 Nov 2026 10:02:00 +0100\nAttach: /tmp/a.pdf\n\nHi.\n";
    let headers = read(text, Format::Email).headers;
    assert_eq!(
        headers.from.map(|from| from.name),
        Some("Ruiz, Ana".to_owned())
    );
    let to: Vec<_> = headers.to.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(to, ["sam@example.org", "ben@example.org"]);
    assert_eq!(headers.to[1].span.of(text), "ben@example.org");
    assert!(headers.cc.is_empty());
    assert_eq!(headers.subject.as_deref(), Some("Für den board"));
    assert_eq!(headers.date, Some(jiff::civil::date(2026, 11, 19)));
    assert!(headers.attachment);
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

#[test]
fn a_paragraph_of_fifty_megabytes_is_read_in_line() {
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
fn drafts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
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
    ];
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
