//! Mails that quote others.

use super::*;

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
fn quotes_behind_bars() {
    zones(
        Format::Email,
        "
        Qp|: Could you send the figures?
        Q.|: The board meets on Friday.
        Q.|
        Bp|Here they are.
        B.|
        Bp|: and a line that stands alone
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
fn an_attribution_wrapped_without_its_marks() {
    zones(
        Format::Email,
        "
        Bp|Done.
        B.|
        Q.|On Thu, Nov 19, 2026 at 9:48 AM, Ben Li <ben@example.org> wrote:
        Q.|
        Qp|> Both hosts?
        Q.|> On Thu, Nov 19, 2026 at 9:20 AM, Sam Okoro <sam.okoro@infrastructure.example.org>
        Q.|wrote:
        Qp|>> Please restart the host.
        Q.|>> On Wed, Nov 18, 2026 at 4:20 PM, Carla
        Q.|Diaz <
        Q.|>> carla.diaz@infrastructure.example.org> wrote:
        Qp|>>> It hangs again.
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
    zones(
        Format::Email,
        "
        Bp|Hotovo.
        B.|
        Q.|Od: Sam Okoro <sam@example.org>
        Q.|Odesláno: čtvrtek 19. listopadu 2026 10:02
        Q.|Komu: Ana Ruiz
        Q.|Předmět: Nabídka
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
fn a_name_above_a_quote_says_whose_it_is() {
    zones(
        Format::Email,
        "
        Q.|Ana Lee:
        Qp|> The hall is too small.
        Q.|
        Bp|It holds ninety.
        B.|
        Q.|Bo <bo@example.org>:
        Qp|> And the stage?
        Q.|
        Bp|It is new.
    ",
    );
}

#[test]
fn a_name_before_the_mark_quotes_too() {
    zones(
        Format::Email,
        "
        Qp|    Ana> The hall is too small. Please
        Q.|    Ana> find another.
        Q.|
        Bp|It holds ninety.
    ",
    );
}

#[test]
fn a_text_that_is_passed_on() {
    zones(
        Format::Email,
        "
        Bp|This may interest you.
        B.|
        Q.|--- begin forwarded text
        Q.|
        Qp|Could you send the figures?
    ",
    );
}
