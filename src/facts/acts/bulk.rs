//! Mail to everyone: newsletters, advertising, notices whose orders are calls to action; and titles.

use std::sync::LazyLock;

use super::pattern::{Patterns, words};
use super::scene::Scene;
use crate::language::{TokenKind, Upos};

/// Wordings of such mail, by how much each tells.
static SIGNS: LazyLock<[(u32, Patterns); 4]> = LazyLock::new(|| {
    [
        (
            4,
            Patterns::new(&[
                "unsubscribe|unsubscribing|opt-out",
                "intended recipient",
                "named addressee",
                "this|the|original ~ message|communication|e-mail|email|transmission|material in error",
                "delivery error",
                "in the subject line|heading",
                "legit|legitimate opportunity|offer|business",
                "we love hearing from",
                "strictly ~ prohibited|forbidden",
                "unauthorized|unauthorised ~ review|use|disclosure|distribution|copying|dissemination|access",
                "disclose|disclosing this|the|its",
                "received|receive|sent NP? by mistake",
                "in error and|,|please ~ delete|destroy|notify",
                "steps|how to reproduce",
            ]),
        ),
        (
            3,
            Patterns::new(&[
                "do you yahoo",
                "opt out|in",
                "web browser",
                "free video|emails|email",
                "prefer not to ~ receive",
                "do n't|not ~ want|wish to ~ receive",
                "to ensure delivery",
                "email|notification|communication preferences|settings",
                "off your next|first|entire",
                "miss out on any|our|this|these",
                "join|order|subscribe|buy|shop|donate|enroll now",
            ]),
        ),
        (
            2,
            Patterns::new(&[
                "from your system",
                "click|clicking|tap here|below|the|on|this|now",
                "no longer want|wish|like|would|interested",
                "receive|receiving any|our|these|future|further|additional|commercial|more? emails|email|messages|communication|communications|newsletters|mailings|tips|alerts|e-mails|updates|deals",
                "future mailings|emails",
                "address book",
                "spam|junk folder",
                "not spam|junk",
                "account information",
                "add us|NP to your",
                "special|huge|limited|exclusive|amazing offer|offers|deal|deals|discount|time",
                "discount|discounts|coupon|coupons|promo|promotional|sweepstakes|giveaway|deals|bonus",
                "save $|up|%|big",
                "free shipping|trial|download|gift|app|account",
                "do n't|not reply|respond to? this",
                "invitation code",
                "% off",
                "newsletter|newsletters|subscriber|subscribers|sponsored|advertiser",
                "app store",
                "it is|'s free",
                "special|exciting|great|amazing|first opportunity|opportunities",
            ]),
        ),
        (
            1,
            Patterns::new(&[
                "the|this|following|below link",
                "link below|provided",
                "your contacts|inbox|account|subscription|membership|trial|password|profile|preferences|settings|offer|order",
                "activate|claim|redeem|upgrade your",
                "visit our|us|your",
                "take advantage of",
                "win $|by|big|up|prizes",
                "confirm|register|apply|upgrade|act|switch|start now",
                "mailing list|lists",
            ]),
        ),
    ]
});

/// Wordings of what mail programs and firms print below a message.
static NOTICES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "received|receive this|the|that? message|e-mail|email|mail|communication? in error",
        "intended recipient|recipients|addressee",
        "do you yahoo",
        "prior|express written consent",
        "destroy|delete this|the|that? message|communication|transmission and ~ notify|contact|inform",
    ])
});

/// Whether the sentence is of the print below every message: a disclaimer, a mail program's advertisement.
pub(super) fn is_notice(scene: &Scene<'_>) -> bool {
    (0..scene.len()).any(|at| scene.any(at, &NOTICES).is_some())
}

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
            .filter(|(_, sign)| scene.any(at, sign).is_some());
        signs.map(|(weight, _)| weight).sum::<u32>()
    });
    at_each.sum()
}

/// Words that stay small in a title.
const SMALL: &[&str] = &[
    "the", "and", "for", "with", "from", "into", "your", "our", "you", "not", "are", "its",
];

/// From how many telling words on a question in capitals is a title: "How Many Hours Do You Spend on the Road?"
const LONG_TITLE: usize = 5;

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
    let long = telling().count() >= LONG_TITLE;
    let ends = scene
        .tokens
        .last()
        .is_some_and(|token| token.is_any(&["."]) || token.is_any(&["?"]) && !long);
    !ends
        && words().count() >= 2 + usize::from(named > 0)
        && words().all(|word| word.starts_with(char::is_uppercase))
        && words().any(|word| word.contains(char::is_lowercase))
        && !scene.is(0, words!("please|could|can|would"))
}
