//! Mail to everyone: newsletters, advertising, notices whose orders are calls to action; and titles.

use super::scene::Scene;
use crate::language::{TokenKind, Upos};

/// Wordings of such mail, and how much each tells.
const SIGNS: &[(u32, &str)] = &[
    (4, "unsubscribe|unsubscribing|opt-out"),
    (4, "intended recipient"),
    (
        4,
        "this|the|original ~ message|communication|e-mail|email|transmission|material in error",
    ),
    (4, "delivery error"),
    (2, "from your system"),
    (3, "do you yahoo"),
    (3, "opt out|in"),
    (3, "web browser"),
    (3, "free video|emails|email"),
    (3, "prefer not to ~ receive"),
    (3, "do n't|not ~ want|wish to ~ receive"),
    (3, "to ensure delivery"),
    (2, "click|clicking|tap here|below|the|on|this|now"),
    (2, "no longer want|wish|like|would|interested"),
    (
        2,
        "receive|receiving any|our|these|future|further|additional|commercial|more? emails|email|messages|communication|communications|newsletters|mailings|tips|alerts|e-mails|updates|deals",
    ),
    (2, "future mailings|emails"),
    (2, "address book"),
    (2, "spam folder"),
    (2, "account information"),
    (2, "add us|NP to your"),
    (3, "email|notification|communication preferences|settings"),
    (3, "off your next|first|entire"),
    (
        2,
        "special|huge|limited|exclusive|amazing offer|offers|deal|deals|discount|time",
    ),
    (
        2,
        "discount|discounts|coupon|coupons|promo|promotional|sweepstakes|giveaway|deals|bonus",
    ),
    (2, "save $|up|%|big"),
    (2, "free shipping|trial|download|gift|app|account"),
    (2, "do n't|not reply|respond to? this"),
    (2, "invitation code"),
    (2, "% off"),
    (
        2,
        "newsletter|newsletters|subscriber|subscribers|sponsored|advertiser",
    ),
    (2, "app store"),
    (1, "the|this|following|below link"),
    (1, "link below|provided"),
    (
        1,
        "your contacts|inbox|account|subscription|membership|trial|password|profile|preferences|settings|offer|order",
    ),
    (1, "activate|claim|redeem|upgrade your"),
    (1, "visit our|us|your"),
    (1, "mailing list|lists"),
];

/// How much of a sentence's weight makes it a call to action.
const ENOUGH: u32 = 3;

/// Whether the sentence is a call to action of mail to everyone, or a title.
pub(super) fn is_bulk(scene: &Scene<'_>) -> bool {
    weight(scene) >= ENOUGH || is_title(scene)
}

fn weight(scene: &Scene<'_>) -> u32 {
    let at_each = (0..scene.len()).map(|at| {
        let signs = SIGNS
            .iter()
            .filter(|(_, sign)| scene.after(at, sign).is_some());
        signs.map(|(weight, _)| weight).sum::<u32>()
    });
    at_each.sum()
}

/// Words that stay small in a title.
const SMALL: &[&str] = &[
    "the", "and", "for", "with", "from", "into", "your", "our", "you", "not", "are", "its",
];

/// Whether Each Word That Tells Something Has a Capital, and not all of its letters.
fn is_title(scene: &Scene<'_>) -> bool {
    let telling = || {
        scene.tokens.iter().filter(|token| {
            token.kind == TokenKind::Word && token.span.len() > 2 && !token.is_any(SMALL)
        })
    };
    let words = || telling().map(|token| token.span.of(scene.text));
    let named = telling()
        .filter(|token| token.tag.upos == Upos::Propn)
        .count();
    let ends = scene
        .tokens
        .last()
        .is_some_and(|token| token.is_any(&[".", "?"]));
    !ends
        && words().count() >= 2 + usize::from(named > 0)
        && words().all(|word| word.starts_with(char::is_uppercase))
        && words().any(|word| word.contains(char::is_lowercase))
        && !scene.is(0, "please|could|can|would")
}
