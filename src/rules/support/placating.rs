//! Words that take a request back before it is refused. However many a draft has, they are one finding: the rule that says most
//! speaks, the others' words are related to it, and its first fix takes them all out.

use super::{burden_talk, minimised, needless_apology, opt_out, permission_tail};
use crate::facts::{ActKind, Message, Passage};
use crate::finding::{Applies, Finding};
use crate::language::{Token, TokenKind, Upos};
use crate::rewrite;
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, Kind, Rule};
use crate::text::{Edit, Edits, Span, sort_by_key};

/// The rules that look for placating words, the one that says most first.
static FAMILIES: [&Rule; 5] = [
    &opt_out::OPT_OUT,
    &needless_apology::NEEDLESS_APOLOGY,
    &burden_talk::BURDEN_TALK,
    &permission_tail::PERMISSION_TAIL,
    &minimised::MINIMISED_ASK,
];

/// Placating words in a passage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::rules) struct Placating {
    /// Which of [`FAMILIES`] looks for them.
    family: usize,
    /// The phrase, by its number.
    phrase: usize,
    /// The phrase's sentence, by its number.
    at: usize,
    /// The words, from the passage's first byte.
    span: Span,
    /// Whether the text stands without them.
    can_go: bool,
}

/// Placating words and where they stand in the draft.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    rule: &'static Rule,
    /// Which of [`Message::passages`].
    block: usize,
    offset: usize,
    listed: Listed<'a>,
    /// The words, from the passage's first byte.
    span: Span,
    /// Whether the text stands without them.
    can_go: bool,
}

/// The finding of the draft's placating words, if this rule is the one to speak for them; and the words it stands on.
pub(super) fn spoken_by<'a>(
    message: &'a Message,
    context: &Context<'a>,
    rule: &Rule,
    says: &'static str,
) -> Option<(Finding, Words<'a>)> {
    let all = words(message, context);
    let lead = FAMILIES
        .iter()
        .find_map(|family| all.iter().find(|words| words.rule.id == family.id))?;
    if lead.rule.id != rule.id {
        return None;
    }
    let mut finding = rule.finding(lead.placed(), says);
    for other in all.iter().filter(|words| words.placed() != lead.placed()) {
        finding = finding.relate(other.placed(), "Takes the request back too.");
    }
    let going: Vec<&Words<'_>> = all.iter().filter(|words| words.can_go).collect();
    if let Some(edits) = removal(message, &going).filter(|_| lead.can_go) {
        let safe = |words: &&Words<'_>| {
            words.rule.id == needless_apology::NEEDLESS_APOLOGY.id
                || words.rule.id == burden_talk::BURDEN_TALK.id
        };
        let applies = if going.iter().all(safe) {
            Applies::AsIs
        } else {
            Applies::IfMeant
        };
        let shown: Vec<&str> = going
            .iter()
            .map(|words| words.span.of(&words.listed.passage.text))
            .collect();
        finding = finding.fix(applies, format!("Take out “{}”", shown.join("”, “")), edits);
    }
    Some((finding, *lead))
}

impl<'a> Words<'a> {
    /// The place in the draft.
    fn placed(&self) -> Span {
        self.span.shifted(self.offset)
    }

    /// The same words said otherwise, where they are a sentence: `sentence` in its place.
    pub(super) fn said(&self, finding: Finding, sentence: &str) -> Finding {
        if !self.listed.fills_sentence() {
            return finding;
        }
        let whole = self.listed.sentence().span.shifted(self.offset);
        let title = format!("Say “{sentence}”");
        finding.fix(Applies::IfMeant, title, Edit::replace(whole, sentence))
    }

    /// The words gone from the end of a statement, and `sentence` after it.
    pub(super) fn followed_by(&self, finding: Finding, sentence: &str) -> Finding {
        let passage = self.listed.passage;
        if self.listed.asks() || !self.ends_sentence() || !self.can_go {
            return finding;
        }
        let end = self.listed.sentence().span.end;
        let cut = rewrite::leave_out(passage, self.span);
        let stop = if passage.text[..end].ends_with(['.', '!']) {
            ""
        } else {
            "."
        };
        let add = Edit::insert(end, format!("{stop} {sentence}"));
        match Edits::new(vec![cut, add]) {
            Some(edits) => finding.fix(
                Applies::IfMeant,
                format!("Say “{sentence}”"),
                edits.shifted(self.offset),
            ),
            None => finding,
        }
    }

    fn ends_sentence(&self) -> bool {
        let after = self.listed.after();
        after.iter().all(|token| token.kind == TokenKind::Mark)
    }
}

/// The passage's placating words, of the rules that are on.
pub(in crate::rules) fn noticed(passage: &Passage, context: &Context<'_>) -> Vec<Placating> {
    let mut all = Vec::new();
    let first_ask = passage.asks().next().map(|(act, _)| act.span.end);
    let families = FAMILIES.into_iter().enumerate();
    for (family, rule) in families.filter(|(_, rule)| context.is_on(rule)) {
        all.extend(listed::all(passage, rule.id).filter_map(|listed| {
            let span = placates(rule, &listed)?;
            let minimises = rule.id == minimised::MINIMISED_ASK.id;
            // Only what was asked for before can be made small.
            let asked = first_ask.is_some_and(|end| end <= span.start);
            (asked || !minimises).then(|| Placating {
                family,
                phrase: listed.number(),
                at: listed.at,
                span,
                can_go: minimises || can_go(&listed, span),
            })
        }));
    }
    all
}

/// All placating words of the draft, in the order of the text.
fn words<'a>(message: &'a Message, context: &Context<'a>) -> Vec<Words<'a>> {
    let mut all = Vec::new();
    for of in context.noticed(message, Kind::Placating) {
        all.extend(of.noticed.placating.iter().map(|words| Words {
            rule: FAMILIES[words.family],
            block: of.block,
            offset: of.offset,
            listed: Listed {
                passage: of.passage,
                phrase: &of.passage.phrases[words.phrase],
                at: words.at,
            },
            span: words.span,
            can_go: words.can_go,
        }));
    }
    sort_by_key(&mut all, |words| (words.block, words.span));
    all.dedup_by(|next, kept| next.block == kept.block && next.span.overlaps(kept.span));
    all
}

/// The words that placate, if the phrase has that sense where it stands.
fn placates(rule: &Rule, listed: &Listed<'_>) -> Option<Span> {
    match rule.id {
        id if id == opt_out::OPT_OUT.id => opt_out::words(listed),
        id if id == needless_apology::NEEDLESS_APOLOGY.id => needless_apology::words(listed),
        id if id == burden_talk::BURDEN_TALK.id => burden_talk::words(listed),
        id if id == minimised::MINIMISED_ASK.id => minimised::words(listed),
        _ => permission_tail::words(listed),
    }
}

/// Whether the rest of the sentence stands without the words: nothing hangs on them.
fn can_go(listed: &Listed<'_>, span: Span) -> bool {
    let (tokens, _) = listed.tokens();
    let next = tokens.iter().find(|token| token.span.start >= span.end);
    let free = next.is_none_or(|token| {
        matches!(token.kind, TokenKind::Mark | TokenKind::Symbol) || token.is_any(&["but", "and"])
    });
    // "If you can't, no problem, I'll ask Bo": what the writer does then hangs on it.
    let after = tokens.partition_point(|token| token.span.start < span.end);
    let goes_on =
        matches!(&tokens[after..], [comma, who, ..] if comma.is(",") && who.is_any(&["i", "we"]));
    let first = tokens.iter().find(|token| token.span.start >= span.start);
    let conditional = first.is_some_and(|token| token.is_any(&["if", "no"]));
    if goes_on && conditional {
        return false;
    }
    let last = tokens.iter().rfind(|token| token.span.end <= span.start);
    let Some(last) = last else {
        return free;
    };
    // Inside a sentence the words hang on nothing if a comma sets them off, or if they are a clause of their own.
    let set_off = matches!(last.kind, TokenKind::Mark | TokenKind::Symbol);
    let clause = first.is_some_and(|token| token.is_any(&["if", "when", "only"]));
    let tied = next.is_some_and(|token| token.is_any(&["but", "and"]));
    // "With all that has happened, I know you must be busy" has nothing else to say.
    let before = tokens.partition_point(|token| token.span.start < span.start);
    let hangs = (0..before).any(|at| {
        let opens = at == 0 || tokens[at - 1].is(",");
        opens && matches!(tokens[at].tag.upos, Upos::Adp | Upos::Sconj)
    });
    free && !tied
        && (clause || !hangs)
        && (set_off || clause || last.is_any(&["but", "and", "so"]) && next.is_none_or(closes))
}

fn closes(token: &Token) -> bool {
    token.is_any(&[".", "!", "?"]) || token.kind == TokenKind::Symbol
}

/// The edits that take all the words out, with the blank lines around a paragraph that says nothing else.
fn removal(message: &Message, going: &[&Words<'_>]) -> Option<Edits> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut rest = going;
    while let Some(first) = rest.first() {
        let here = rest
            .iter()
            .take_while(|words| words.block == first.block)
            .count();
        let (inside, others) = rest.split_at(here);
        rest = others;
        if says_nothing_else(first.listed.passage, inside) {
            edits.push(Edit::delete(with_gap(message, first.block)?));
        } else {
            let passage = first.listed.passage;
            edits.extend(runs(passage, inside).into_iter().map(|span| {
                let mut edit = rewrite::leave_out(passage, span);
                edit.span = edit.span.shifted(first.offset);
                edit
            }));
        }
    }
    // Two sentences side by side may both claim the blank between them.
    let mut apart: Vec<Edit> = Vec::new();
    for edit in edits {
        match apart.last_mut() {
            Some(last)
                if last.span.overlaps(edit.span)
                    && last.text.is_empty()
                    && edit.text.is_empty() =>
            {
                last.span = last.span.join(edit.span);
            }
            _ => apart.push(edit),
        }
    }
    Edits::new(apart).filter(|edits| !edits.is_empty())
}

/// The words of a passage, those side by side in a sentence as one: "Sorry to ask again, I know you're busy."
fn runs(passage: &Passage, going: &[&Words<'_>]) -> Vec<Span> {
    let mut runs: Vec<(usize, Span)> = Vec::new();
    for words in going {
        let at = words.listed.at;
        match runs.last_mut() {
            Some((sentence, run)) if *sentence == at && side_by_side(passage, *run, words.span) => {
                *run = run.join(words.span);
            }
            _ => runs.push((at, words.span)),
        }
    }
    runs.into_iter().map(|(_, span)| span).collect()
}

fn side_by_side(passage: &Passage, first: Span, second: Span) -> bool {
    let between = Span::new(first.end, second.start.max(first.end));
    let mut between = passage.words.tokens_in(between).iter();
    between.all(|token| token.kind == TokenKind::Mark || token.is_any(&["and", "but", "so"]))
}

fn says_nothing_else(passage: &Passage, going: &[&Words<'_>]) -> bool {
    passage.words.tokens.iter().all(|token| {
        let after = going.partition_point(|words| words.span.start <= token.span.start);
        let covered = after
            .checked_sub(1)
            .is_some_and(|at| going[at].span.covers(token.span));
        covered || matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
    })
}

/// A paragraph and the blank lines that set it off from the one before, or after where it is the first.
fn with_gap(message: &Message, block: usize) -> Option<Span> {
    let span = |at: usize| {
        let (offset, passage) = message.passages.get(at)?;
        Some(Span::new(*offset, offset + passage.text.len()))
    };
    let own = span(block)?;
    let before = block.checked_sub(1).and_then(span);
    let after = span(block + 1);
    Some(match (before, after) {
        (Some(before), _) if before.end <= own.start => Span::new(before.end, own.end),
        (None, Some(after)) if own.end <= after.start => Span::new(own.start, after.start),
        _ => own,
    })
}

/// Whether the phrase's sentence asks for something.
pub(super) fn in_an_ask(listed: &Listed<'_>) -> bool {
    let acts = listed.passage.acts_in(listed.at);
    acts.iter().any(|act| matches!(act.kind, ActKind::Ask(_)))
}
