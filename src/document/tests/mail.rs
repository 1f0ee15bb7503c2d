//! Mails: headers, signatures, small print, parts.

use super::*;

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
fn signatures_by_title_extension_and_frame() {
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        Bc|Kind regards,
        B.|Ana Ruiz
        S.|Vice President, Example Trading
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        S.|Ana Ruiz
        S.|Head of Sales and Director
        S.|Example Trading
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        Bc|Thanks,
        B.|Ana
        S.|x4712
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        S.|**********************************
        S.|Ana Ruiz
        S.|Example Trading, 020 7946 0000
        S.|We have traded on this street for a century.
        S.|**********************************
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        S.|Ana Ruiz
        S.|12 Old St.
        S.|Phone: 020 7946 0000
        S.|
        Bi| - offer 2.pdf
    ",
    );
    // What is said above the card stays the writer's.
    zones(
        Format::Email,
        "
        Bp|Answer
        B.|
        Bp|10 December, 9:30 am, at the clinic for a check
        B.|12 Old Street, London
        B.|
        S.|Ana Ruiz
        S.|020 7946 0000
    ",
    );
}

#[test]
fn own_words_that_look_like_a_card_stay_the_writers() {
    for last in [
        "Product Manager\nDesigner",
        "3-4711",
        "The director will call the partner",
        "- plan.pdf",
        "Manager to sign by Friday",
        "<<plan.pdf>>",
    ] {
        let text = format!("We need these two by Friday.\n\n{last}\n");
        let document = read(&text, Format::Email);
        let lost = document
            .zones
            .iter()
            .any(|zone| matches!(zone.kind, ZoneKind::Signature | ZoneKind::Boilerplate));
        assert!(!lost, "{last}");
    }
    zones(
        Format::Email,
        "
        Bp|These come to the call:
        B.|
        Bp|Ana Ruiz
        B.|Director of Sales
    ",
    );
    zones(
        Format::Email,
        "
        Bp|The plan is below.
        B.|
        B.|**********
        Bh|Please read it and call 020 7946 0000 by Friday
        B.|**********
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
    for line in [
        "Von meinem Telefon gesendet",
        "Télécharger Outlook pour Android",
        "Sent using Gmail",
        "Think before you print.",
    ] {
        let text = format!("The offer is signed.\n\n{line}\n");
        let kind = read(&text, Format::Email)
            .zones
            .last()
            .map(|zone| zone.kind);
        assert_eq!(kind, Some(ZoneKind::Boilerplate), "{line}");
    }
    zones(
        Format::Email,
        "
        Bp|The offer is signed.
        B.|
        P.|Ce message est confidentiel et réservé à ses destinataires. Si vous le recevez par
        P.|erreur, veuillez en avertir l'expéditeur. Toute diffusion en est interdite.
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
fn a_part_in_quoted_printable_is_read_in_place() {
    zones(
        Format::Email,
        "
        H.|From: ana@example.org
        H.|MIME-Version: 1.0
        H.|Content-Type: multipart/alternative; boundary=\"edge\"
        H.|
        H.|--edge
        H.|Content-Type: text/plain; charset=utf-8
        H.|Content-Transfer-Encoding: quoted-printable
        H.|
        Bg|Hi Sam,=20
        B.|
        Bp|I=E2=80=99ve signed the offer, and the board has asked for the figures of =
        B.|- at least - three years.
        B.|
        Bc|Thanks,
        B.|Ana
        B.|
        Q.|On Thu, 19 Nov 2026 at 10:02, Sam Okoro <sam.okoro=
        Q.|@example.org> wrote:
        Qp|> Please read what the vendor sent us on Monday, and tell me whether w=
        Q.|e can sign it this week.
        H.|--edge
        H.|Content-Type: text/html
        H.|Content-Transfer-Encoding: base64
        H.|
        C.|PHA+SGk8L3A+
        H.|--edge--
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
