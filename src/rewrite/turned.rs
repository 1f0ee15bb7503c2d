//! What the writer would like to have or to know, as what the reader does for it: "get your thoughts" is "send me your thoughts".

use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, TokenKind, Upos, among};

/// The reader's verb, and the words it takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turned {
    /// The first token of what is wanted or known, which stays.
    pub(super) rest: usize,
    pub(super) says: &'static str,
}

/// Views that one person has and gives.
const VIEWS: &str = "advice|answer|approval|confirmation|decision|ok|okay|opinion|permission|reply|response|take|verdict|view";

/// What is put in words for the writer.
const WORDS: &str = "comments|feedback|ideas|input|opinions|suggestions|thoughts|views";

/// What is handed over.
pub(super) const THINGS: &str = "address|addresses|agenda|article|breakdown|copies|copy|contract|data|dates|deck|demo|details|document|documents|draft|e-mail|email|estimate|\
    example|examples|figures|file|\
    files|form|forms|invoice|invoices|key|keys|lease|letter|link|list|log|logo|logs|message|minutes|note|notes|numbers|outline|overview|paragraph|photo|photos|picture|pictures|piece|plan|plans|\
    proposal|quote|receipt|receipts|report|sample|schedule|screenshot|screenshots|sketch|slides|spreadsheet|summary|text|timetable|topics|totals|update|version";

/// What may follow the name of a thing that is given.
const GOES_ON: &str = "about|again|and|as|asap|at|back|because|before|but|by|for|from|i|of|on|since|so|soon|that|this|today|tomorrow|we|when|which";

/// What the wish from the token `from` on, within the first `to` tokens, wants of the reader; `None` where that is not plain.
pub(super) fn turned(tokens: &[Token], from: usize, to: usize) -> Option<Turned> {
    let tokens = &tokens[..to];
    (from..to).find_map(|at| told(tokens, at).or_else(|| given(tokens, at)))
}

/// "To understand where we are": the reader tells it.
fn told(tokens: &[Token], at: usize) -> Option<Turned> {
    static KNOWS: Patterns = Patterns::new(&[
        "know|knowing|understand|hear|hearing|find out? what|where|when|which|who|why|how|if|whether",
    ]);
    // "It would help to know by Friday"
    let ends = |next: &Token| {
        next.kind == TokenKind::Mark || next.is_any(&["by", "before", "soon", "asap", "today"])
    };
    if tokens[at].is("know") && behind_wish(tokens, at) && tokens.get(at + 1).is_none_or(ends) {
        return Some(Turned {
            rest: at + 1,
            says: "let me know",
        });
    }
    let (end, _) = KNOWS.at(tokens, at)?;
    let says = "tell me";
    let rest = end - 1;
    // "To hear how you are" is for company, and "to know if this helps" is no wish.
    let social = tokens[at].is_any(&["hear", "hearing"])
        && tokens.get(rest + 1).is_some_and(|next| next.is("you"));
    (behind_wish(tokens, at) && !social).then_some(Turned { rest, says })
}

/// "To get your thoughts", "I'd value your opinion": the reader gives it.
fn given(tokens: &[Token], at: usize) -> Option<Turned> {
    static HELP: Patterns = Patterns::new(&["your|some|a *? help|hand|assistance with|on"]);
    static THEIRS: Patterns = Patterns::new(&["your|any|some"]);
    const FAR: usize = 4;
    if !behind_wish(tokens, at) {
        return None;
    }
    static DOING: Patterns = Patterns::new(&["your|some|a|any *? help ING"]);
    if let Some((end, _)) = DOING.at(tokens, at) {
        return Some(Turned {
            rest: end - 1,
            says: "help with",
        });
    }
    if let Some((end, _)) = HELP.at(tokens, at) {
        return Some(Turned {
            rest: end - 1,
            says: "help",
        });
    }
    let opens = |token: &Token| {
        token.is_any(&[
            "your", "any", "some", "the", "a", "an", "that", "those", "these",
        ])
    };
    if !opens(&tokens[at]) {
        return None;
    }
    let noun = (at + 1..tokens.len().min(at + FAR)).find(|&noun| {
        let head = tokens
            .get(noun + 1)
            .is_none_or(|next| !next.tag.is_nominal());
        head && [VIEWS, WORDS, THINGS]
            .iter()
            .any(|list| among(&tokens[noun].norm, list))
    })?;
    let between = &tokens[at + 1..noun];
    // "To have the report finished" is about the finishing, "to get the numbers in there" about the place.
    let ends = tokens.get(noun + 1).is_none_or(|next| {
        next.kind == TokenKind::Mark || among(&next.norm, GOES_ON) || next.tag.upos == Upos::Sconj
    });
    // "To hear your views and see if it works": the writer's own deed goes on.
    let own = matches!(&tokens[noun + 1..], [and, next, ..] if and.is("and") && next.tag.penn == Penn::Vb);
    if !ends || own || between.iter().any(|token| token.kind == TokenKind::Mark) {
        return None;
    }
    let says = if among(&tokens[noun].norm, THINGS) {
        "send me"
    } else if among(
        &tokens[noun].norm,
        "answer|confirmation|decision|reply|response|verdict",
    ) {
        "give me"
    } else if THEIRS.at(tokens, at).is_none() {
        return None;
    } else if among(&tokens[noun].norm, VIEWS) {
        "give me"
    } else {
        "send me"
    };
    Some(Turned { rest: at, says })
}

/// Whether the word before is one by which a writer wishes to have.
fn behind_wish(tokens: &[Token], at: usize) -> bool {
    const WISHES: &str = "to|get|got|had|have|hear|saw|see|receive|obtain|read|value|love|welcome|appreciate|like|in|for|of|about|with|use";
    at.checked_sub(1)
        .is_some_and(|before| among(&tokens[before].norm, WISHES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    /// The reader's verb and what stays behind it.
    fn given(text: &str) -> Option<String> {
        let tokens = language::read(text).tokens;
        let Turned { rest, says } = turned(&tokens, 0, tokens.len())?;
        Some(format!("{says} {}", &text[tokens[rest].span.start..]))
    }

    #[test]
    fn what_the_writer_would_have_the_reader_gives() {
        for (wish, request) in [
            (
                "I'd love to understand where we are",
                "tell me where we are",
            ),
            ("It would help to know if Bo comes", "tell me if Bo comes"),
            ("It would help to know by noon", "let me know by noon"),
            (
                "I'd value your opinion on the lease",
                "give me your opinion on the lease",
            ),
            (
                "It'd be good to get your first thoughts",
                "send me your first thoughts",
            ),
            (
                "It would be great to have the signed lease back",
                "send me the signed lease back",
            ),
            ("We could use your help with the till", "help with the till"),
            (
                "We could do with an answer by noon",
                "give me an answer by noon",
            ),
            (
                "It would be good to have a draft we can show",
                "send me a draft we can show",
            ),
            (
                "We could do with some help painting the gate",
                "help with painting the gate",
            ),
        ] {
            assert_eq!(given(wish).as_deref(), Some(request), "{wish}");
        }
    }

    #[test]
    fn what_nobody_gives_stays() {
        for wish in [
            "It would be nice to have the report finished",
            "It'd be lovely to hear how you are",
            "I'd love to have a garden",
            "I'd love to hear your thoughts and see if it works",
            "It would be good to get the numbers in there",
            "Your opinion on the lease was kind",
        ] {
            assert_eq!(given(wish), None, "{wish}");
        }
    }
}
