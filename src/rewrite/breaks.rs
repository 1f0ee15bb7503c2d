//! Where the words of a request go on with what a day must stand before.

use super::place::{FARTHEST, is_finite, is_mark};
use crate::language::{Penn, Token, TokenKind, Upos, verbs};

/// Whether the words of a request go on here with what a day must not stand behind.
pub(super) fn breaks(tokens: &[Token], from: usize, at: usize, verb: Option<&str>) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let next_is = |words: &[&str]| next.is_some_and(|next| next.is_any(words));
    if token.is_any(&[";", ":", "--", "–", "—", "…", "..."]) || token.is("-") && token.spaced
    {
        return true;
    }
    let next_but_one_is = |word: &str| tokens.get(at + 2).is_some_and(|token| token.is(word));
    if token.is("in") && next_is(&["case"])
        || token.is("just") && next_is(&["in"]) && next_but_one_is("case")
        || token.is("as") && next_is(&["opposed"])
        || token.is_any(&["since", "because"])
        || gives_reason(tokens, at)
    {
        return true;
    }
    if token.is("(") {
        // What goes on behind the parenthesis holds it inside: "the keys (both sets) to Ana". At the end a clause stands apart, "see
        // below" or "we have two", and other words belong to the thing before: "to Ana (in Rome) and Bo (in Oslo)".
        let rest = &tokens[at..tokens.len().min(at + FARTHEST)];
        let closed = rest.iter().position(|token| token.is(")"));
        let inside = &rest[1..closed.unwrap_or(rest.len()).max(1)];
        let orders = inside
            .first()
            .is_some_and(|first| first.tag.penn == Penn::Vb || first.is_any(&["see", "please"]));
        return (orders || inside.iter().any(is_finite))
            && closed.is_none_or(|closed| tokens[at + closed + 1..].iter().all(is_mark));
    }
    if token.is(",") && next_is(&["or"]) && next_but_one_is("else") {
        return true;
    }
    if token.is(",") {
        return next_is(&[
            "too",
            "though",
            "which",
            "who",
            "as",
            "then",
            "not",
            "thanks",
            "thank",
            "if",
            "because",
            "please",
            "cheers",
            "otherwise",
            "including",
            "especially",
            "ideally",
        ]) || at > from && next.is_some_and(|next| next.tag.penn == Penn::Vbg);
    }
    if at == from && token.is_any(&["and", "or"]) {
        return false;
    }
    if token.is_any(&["and", "or", "but", "so"]) {
        let subject = next_is(&["i", "we", "you", "they", "he", "she", "it", "there", "that"]);
        let finite = tokens
            .get(at + 2)
            .is_some_and(|token| is_finite(token) || token.tag.upos == Upos::Aux);
        return subject && finite;
    }
    if token.is("by") {
        return next.is_some_and(|next| next.tag.penn == Penn::Vbg);
    }
    if token.is("should") {
        return next_is(&["you", "there", "anything"]);
    }
    // "Could you check this @ana?" calls her.
    let calls = at > from && token.norm.starts_with('@') && token.norm.len() > 1;
    if calls || token.is_any(&["please", "thanks"]) {
        return tokens[at + 1..].iter().all(is_mark);
    }
    // "Give me what I want" has the clause for its object.
    let handed = verb.is_some_and(|verb| {
        matches!(
            verb,
            "give" | "send" | "bring" | "get" | "do" | "forward" | "take"
        )
    });
    let asked = verb.is_some_and(|verb| {
        matches!(
            verb,
            "ask" | "tell" | "show" | "inform" | "remind" | "find out"
        )
    });
    (!handed && finds_out(tokens, from, at, asked)) || is_purpose(tokens, from, at, verb)
}

/// Whether an "as" begins a clause that says why: "redraw it | as the printer wants it larger".
fn gives_reason(tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 5;
    let Some([subject, rest @ ..]) = tokens.get(at + 1..) else {
        return false;
    };
    let opens = matches!(
        subject.tag.upos,
        Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun
    );
    let verb = rest
        .iter()
        .take(NEAR)
        .find(|token| is_finite(token) || is_mark(token));
    tokens[at].is("as")
        && at > 0
        && !tokens[at - 1].is_any(&["as", "well", "same", "such", "soon"])
        && opens
        && verb.is_some_and(is_finite)
}

/// Whether a clause begins here that says what is to be told or found out: "confirm | that the room is free".
fn finds_out(tokens: &[Token], from: usize, at: usize, asked: bool) -> bool {
    const MOST_WORDS: usize = 2;
    let to_whom = &tokens[from..at];
    // "Ask the landlord | what it costs" names whom by a noun.
    let someone = asked
        && matches!(to_whom, [first, .., last] if to_whom.len() <= 2 * MOST_WORDS
            && matches!(first.tag.upos, Upos::Det | Upos::Propn)
            && last.tag.is_nominal()
            && !to_whom.iter().any(|token| token.tag.is_verbal()));
    let told = someone
        || to_whom.len() <= MOST_WORDS
            && to_whom.iter().all(|token| {
                token.is_any(&["me", "us", "him", "her", "them", "with", "know"])
                    || token.tag.upos == Upos::Propn
            });
    let clause = tokens[at].is_any(&["if", "whether", "that", "why"])
        || tokens[at].is_any(&["what", "how", "where", "who", "which", "when"]);
    let said = &tokens[at + 1..];
    told && clause && said.len() > 1 && (asked || said.iter().any(|token| token.tag.is_verbal()))
}

/// Whether "to" opens what the request is for: "review the draft | to see what is missing".
fn is_purpose(tokens: &[Token], from: usize, at: usize, verb: Option<&str>) -> bool {
    const WITH_INFINITIVE: [&str; 43] = [
        "ask",
        "tell",
        "remind",
        "get",
        "allow",
        "invite",
        "encourage",
        "help",
        "want",
        "like",
        "advise",
        "request",
        "urge",
        "instruct",
        "expect",
        "enable",
        "cause",
        "permit",
        "teach",
        "persuade",
        "convince",
        "require",
        "try",
        "agree",
        "plan",
        "continue",
        "start",
        "begin",
        "remember",
        "arrange",
        "manage",
        "decide",
        "offer",
        "learn",
        "aim",
        "prepare",
        "go",
        "come",
        "use",
        "be",
        "feel",
        "choose",
        "take",
    ];
    const NOUNS: [&str; 30] = [
        "way",
        "ways",
        "steps",
        "time",
        "chance",
        "ability",
        "right",
        "plan",
        "plans",
        "permission",
        "attempt",
        "need",
        "decision",
        "request",
        "option",
        "someone",
        "anyone",
        "something",
        "anything",
        "nothing",
        "person",
        "people",
        "place",
        "opportunity",
        "offer",
        "effort",
        "proposal",
        "reason",
        "thing",
        "things",
    ];
    let infinitive = tokens[at].is("to")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.tag.penn == Penn::Vb && verbs::is_base(&next.norm));
    if !infinitive || at == 0 {
        return false;
    }
    let before = &tokens[at - 1];
    let thing = before.tag.is_nominal()
        || before.tag.upos == Upos::Pron
        || before.tag.upos == Upos::Num
        || before.kind == TokenKind::Opaque
        || at == from;
    let head = verb.map(|verb| verb.split(' ').next().unwrap_or_default());
    let inside = || tokens[from..at].iter().any(|token| token.tag.is_verbal());
    // "For her to compile" is one clause.
    let for_whom = at > 1 && tokens[at - 2].is("for");
    let needed = head == Some("need") && before.tag.upos == Upos::Pron;
    thing
        && !needed
        && !for_whom
        && !before.is_any(&NOUNS)
        && !head.is_some_and(|head| WITH_INFINITIVE.contains(&head))
        && !inside()
}
