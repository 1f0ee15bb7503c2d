use crate::document::BlockKind;
use crate::facts::{Act, ActKind, Ask, AskForm, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::{Edit, Span};

rule! {
    /// Three or more requests share one sentence.
    ///
    /// ## Why
    /// Readers do the first, perhaps the last, and answer "done". One request a line can be ticked off, dated and handed on.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Please call the bank, send the deck and pay the invoice by Friday.]]
    /// ```
    /// ```mail fine
    /// Please sign and return the form by Friday.
    /// ```
    /// ```mail fine
    /// Please review sections 1, 2 and 3 by Friday.
    /// ```
    pub(super) static ASK_MANY_IN_ONE = {
        id: "ask-many-in-one",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

/// How many requests one sentence may hold.
const FEW: usize = 2;

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let sentences = passage.words.sentences.iter().enumerate();
    sentences
        .filter_map(|(at, sentence)| {
            let asks: Vec<&Act> = passage
                .acts_in(at)
                .iter()
                .filter(|act| matches!(&act.kind, ActKind::Ask(ask) if !is_advice(passage, ask)))
                .collect();
            if asks.len() <= FEW || !asks.iter().any(|act| is_on_record(act)) {
                return None;
            }
            let finding = ASK_MANY_IN_ONE.finding(
                sentence.span,
                format!(
                    "{} requests in one sentence: some of them will be missed.",
                    asks.len()
                ),
            );
            Some(match list(passage, sentence.span, &asks) {
                Some(list) => finding.fix(
                    Applies::IfMeant,
                    "Make it a numbered list",
                    Edit::replace(sentence.span, list),
                ),
                None => finding,
            })
        })
        .collect()
}

/// Whether the words tell the reader how to go about something: "you need to restart it".
fn is_advice(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    ask.form == AskForm::Need
        && opening.iter().any(|token| token.is("you"))
        && ask.courtesy.is_none()
}

/// Whether the act asks somebody, and is no bare order: those come in instructions.
fn is_on_record(act: &Act) -> bool {
    matches!(&act.kind, ActKind::Ask(ask) if ask.form != AskForm::Imperative || ask.courtesy.is_some() || ask.owner.span.is_some())
}

/// The requests as a numbered list; `None` unless the sentence is nothing but requests of the reader, side by side.
fn list(passage: &Passage, sentence: Span, asks: &[&Act]) -> Option<String> {
    let only_asks = passage.block.kind == BlockKind::Paragraph
        && asks.windows(2).all(|pair| {
            let (end, start) = (pair[0].span.end, pair[1].span.start);
            end <= start && joins(Span::new(end, start).of(&passage.text))
        });
    let (first, last) = (asks.first()?, asks.last()?);
    let ends = passage.text[last.span.end..sentence.end]
        .chars()
        .all(|c| ".!?".contains(c));
    if !only_asks || !ends || first.span.start != sentence.start {
        return None;
    }
    let items = asks.iter().enumerate().map(|(at, act)| {
        let ActKind::Ask(ask) = &act.kind else {
            return None;
        };
        let verb = ask.action.as_ref()?.verb_span.start;
        let words = Span::new(verb, act.span.end)
            .of(&passage.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Some(format!("{}. {}.", at + 1, rewrite::capitalised(&words)))
    });
    let items: Option<Vec<String>> = items.collect();
    Some(format!("Please:\n{}", items?.join("\n")))
}

/// Whether the words between two requests only join them.
fn joins(words: &str) -> bool {
    matches!(
        words.trim().trim_matches(',').trim(),
        "" | "and" | "and then" | "then" | "and also" | ";"
    )
}
