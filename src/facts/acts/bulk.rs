//! Mail to everyone: newsletters, advertising, notices whose orders are calls to action.

use crate::language::Words;

/// Words that only such mail uses, and how much each tells.
const SIGNS: &[(&str, u32)] = &[
    ("unsubscribe", 4),
    ("unsubscribing", 4),
    ("newsletter", 2),
    ("newsletters", 2),
    ("opt-out", 3),
    ("subscription", 1),
    ("subscriptions", 1),
    ("promotional", 3),
    ("%off", 3),
    ("coupon", 3),
    ("coupons", 3),
    ("sweepstakes", 4),
    ("savings", 1),
    ("subscriber", 2),
    ("subscribers", 2),
    ("promo", 3),
    ("spam", 2),
];

/// Whether the passage is mail to everyone.
pub(super) fn is_bulk(words: &Words) -> bool {
    let mut weight = 0;
    for (at, token) in words.tokens.iter().enumerate() {
        if let Some((_, sign)) = SIGNS.iter().find(|(word, _)| token.is(word)) {
            weight += sign;
        }
        let next = |word: &str| words.tokens.get(at + 1).is_some_and(|token| token.is(word));
        if token.is("click")
            && (next("here") || next("below") || next("the") || next("on") || next("this"))
            || token.is("mailing") && (next("list") || next("lists"))
            || token.is("opt") && next("out")
            || token.is("no") && next("longer")
            || token.is("%") && next("off")
        {
            weight += 2;
        }
    }
    weight >= 4
}
