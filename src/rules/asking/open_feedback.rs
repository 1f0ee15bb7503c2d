use std::borrow::Cow;

use crate::document::BlockKind;
use crate::facts::{AskForm, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::lexicon::Match;
use crate::language::pattern::Patterns;
use crate::language::{Sentence, Token, among};
use crate::rules::{Context, Kind, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// Feedback is invited without a question.
    ///
    /// ## Why
    /// "Thoughts?" can be answered with anything, so it is answered with nothing, or with what the writer did not need. A question
    /// between two choices takes the reader a minute.
    ///
    /// ## Examples
    /// ```mail flagged
    /// The two plans are attached. [[Let me know your thoughts.]]
    /// ```
    /// ```mail fixed
    /// The two plans are attached. Which of [options] do you choose? Please answer by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// Here is the draft. [[Thoughts?]]
    /// ```
    /// ```mail fixed
    /// Here is the draft. What would you change? Please answer by Fri 20 Nov.
    /// ```
    /// ```mail fine
    /// Let me know by Tuesday whether you approve section 3.
    /// ```
    /// ```mail fine
    /// Let me know if you have any questions.
    /// ```
    pub(super) static ASK_OPEN_FEEDBACK = {
        id: "ask-open-feedback",
        level: Some(Level::Info),
        guards: OpenQuestion,
        since: "0.1.0",
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let noticed = context.noticed(message, Kind::Invite);
    let open = noticed.flat_map(|of| {
        let invites = of.noticed.invites.iter();
        let open = invites.filter(move |&&hit| {
            !is_asked_beside(message, of.block, hit) && !is_puzzle(message, of.block, hit)
        });
        open.filter_map(move |&hit| {
            let above = of
                .block
                .checked_sub(1)
                .map(|above| &*message.passages[above].1);
            let above = above.filter(|above| above.block.zone == of.passage.block.zone);
            let finding = invited(of.passage, &of.passage.phrases[hit], above, context)?;
            Some(finding.shifted(of.offset))
        })
    });
    open.collect()
}

/// Whether the paragraph before, where nothing comes first, ends in a question: "Which day shall we take?", and below it "Please advise."
fn is_asked_beside(message: &Message, block: usize, hit: usize) -> bool {
    let (_, passage) = &message.passages[block];
    let opens = passage.phrases[hit].tokens.start < FIRST;
    let before = message.passages[..block].iter().next_back();
    // "I guess Tom could do it?" proposes more than it asks.
    let proposes = |before: &Passage| {
        let last = before.words.sentences.last();
        let mut phrases = last
            .into_iter()
            .flat_map(|last| before.phrases_in(last.span));
        phrases.any(|hit| hit.family == "subjectivizer")
    };
    opens
        && before.is_some_and(|(_, before)| {
            !proposes(before)
                && before.block.zone == passage.block.zone
                && before.words.tokens.last().is_some_and(|last| last.is("?"))
        })
}

/// Whether the writer is at a loss, and told with what: "I can't open the store. Any ideas?" asks how to.
fn is_puzzle(message: &Message, block: usize, hit: usize) -> bool {
    static LOSS: Patterns = Patterns::new(&[
        "i|we ca|can|could n't|not",
        "i|we just|still|also cannot|cant|ca",
        "i|we cannot|cant",
        "i|we am|'m|are|'re|was|were unable|stuck|lost|stumped|puzzled",
        "i|we|how do|did|does n't|not know|understand|see|seem",
        "no luck|clue",
        "how|why do|can|could|would|does i|we|it|this",
    ]);
    /// How many words before it are looked at.
    const NEAR: usize = 120;
    let (_, passage) = &message.passages[block];
    let hit = &passage.phrases[hit];
    let asks = passage.words.tokens[hit.tokens.clone()].iter();
    let mut asks = asks.filter(|token| token.is_any(&["ideas", "suggestions", "thoughts", "idea"]));
    let lost = |passage: &Passage, end: usize| {
        let tokens = &passage.words.tokens[end.saturating_sub(NEAR)..end];
        LOSS.find(tokens).is_some()
    };
    // What the program said may stand in between.
    const ABOVE: usize = 3;
    let above = message.passages[..block].iter().rev().take(ABOVE);
    let mut above = above.filter(|(_, above)| above.block.zone == passage.block.zone);
    asks.next().is_some()
        && (lost(passage, hit.tokens.start)
            || above.any(|(_, above)| lost(above, above.words.tokens.len())))
}

/// How many words in an invitation comes that opens its paragraph: "Could you please advise".
const FIRST: usize = 4;

/// The passage's invitations to no question, by their numbers among its phrases.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<usize> {
    let phrases = passage.phrases.iter().enumerate();
    let invites = phrases.filter(|(_, hit)| is_invitation(passage, hit));
    invites.map(|(at, _)| at).collect()
}

fn is_invitation(passage: &Passage, hit: &Match) -> bool {
    if hit.family != ASK_OPEN_FEEDBACK.id {
        return false;
    }
    let Some(sentence) = passage.sentence_over(hit.span) else {
        return false;
    };
    let after = &passage.text[hit.span.end..sentence.span.end];
    let dated = passage.times_in(sentence.span).next().is_some();
    let tokens = &passage.words.tokens[sentence.tokens.start..hit.tokens.start];
    let courteous = [
        "please", "just", "do", "and", "so", "i", "we", "would", "'d", "also", ",", "any", "if",
        "possible", "happy",
    ];
    let opens = tokens.iter().all(|token| token.is_any(&courteous));
    // "Which date shall we take? Please advise." has its question, and so has "Please advise. Which date shall we take?".
    let asked = passage
        .asks()
        .any(|(act, ask)| ask.form == AskForm::Question && act.span.end <= sentence.span.start);
    let at = passage.sentences_at(hit.span).start;
    let asks = |at: usize| {
        let beside = passage.words.sentences.get(at);
        beside.is_some_and(|beside| beside.span.of(&passage.text).trim_end().ends_with('?'))
    };
    let asked = asked || at.checked_sub(1).is_some_and(asks) || asks(at + 1);
    !dated && !asked && opens && !after.contains(char::is_alphanumeric)
}

fn invited(
    passage: &Passage,
    hit: &Match,
    above: Option<&Passage>,
    context: &Context<'_>,
) -> Option<Finding> {
    let sentence = passage.sentence_over(hit.span)?;
    let span = sentence.span;
    let day = offer::usual_day(context);
    let finding = ASK_OPEN_FEEDBACK.finding(span, "This invites an answer to no question.");
    let questions = questions(passage, sentence, above).into_iter();
    Some(questions.fold(finding, |finding, question| {
        said(
            finding,
            span,
            &format!("{question} Please answer by {day}."),
        )
    }))
}

/// The questions that may be meant, the likeliest first.
fn questions(
    passage: &Passage,
    sentence: &Sentence,
    above: Option<&Passage>,
) -> Vec<Cow<'static, str>> {
    const NEAR: usize = 60;
    static CHOICES: Patterns = Patterns::new(&[
        "two|three|four|five|six|both|these|those|following|several|attached|different|possible options|choices|alternatives|versions|\
        plans|proposals|offers|candidates|variants|designs|drafts",
        "either * or",
    ]);
    const WORKS: &str = "draft|drafts|document|report|slides|deck|design|text|letter|page|attached|attachment|agenda|sketch|outline|\
        proposal|plan|list|notes|figures|version|contract|lease|menu|agreement";
    let tokens = &passage.words.tokens;
    let range = sentence.tokens.clone();
    // An invitation in a paragraph of its own is about the one above.
    let (near, end) = match above.filter(|_| range.start == 0) {
        Some(above) => (&above.words.tokens, above.words.tokens.len()),
        None => (tokens, range.start),
    };
    let before = &near[end.saturating_sub(NEAR)..end];
    let tells_of = |list: &str| before.iter().any(|token| among(&token.norm, list));
    let advises = tokens[range.clone()]
        .iter()
        .any(|token| token.is_any(&["advise", "advice"]));
    let choose = Cow::Borrowed("Which of [options] do you choose?");
    let approve = Cow::Borrowed("Do you approve [what]?");
    let agree = Cow::Borrowed("Do you agree?");
    let change = match thing(&tokens[range.clone()]) {
        Some(thing) => Cow::Owned(format!("What would you change in {thing}?")),
        None => Cow::Borrowed("What would you change?"),
    };
    let names = |words: &[&str]| {
        tokens[range.clone()]
            .iter()
            .any(|token| token.is_any(words))
    };
    let proposes = names(&["ideas", "suggestions"]);
    let reviews = names(&["feedback", "comments", "input"]);
    if advises {
        vec!["What do you advise?".into(), choose, approve]
    } else if proposes {
        vec!["What do you suggest?".into(), choose]
    } else if CHOICES.find(before).is_some() {
        vec![choose, approve]
    } else if reviews || tells_of(WORKS) && !holds(passage, sentence) {
        vec![change, approve, choose]
    } else if matches!(change, Cow::Owned(_)) || !states(passage, sentence, above) {
        vec![change, agree, approve]
    } else {
        vec![agree, change, approve]
    }
}

/// What the reader's thoughts are wanted on, as the writer calls it: "let me know what you think of it".
fn thing(invitation: &[Token]) -> Option<&str> {
    let called = invitation.windows(2).find(|pair| {
        pair[0].is_any(&["of", "on"]) && pair[1].is_any(&["it", "this", "that", "them", "these"])
    })?;
    Some(&called[1].norm)
}

/// Whether the sentence before tells what the writer thinks, which is then what the reader's thoughts are wanted on.
fn holds(passage: &Passage, sentence: &Sentence) -> bool {
    const THINKS: &str = "think|believe|feel|suggest|propose|recommend|prefer|concerned|worried|thinking|opinion|view|rather|should|\
        ought|suspect|may|might|doubt";
    let at = passage.sentences_at(sentence.span).start;
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let words = &passage.words.tokens[passage.words.sentences[before].tokens.clone()];
    let own = words
        .iter()
        .any(|token| token.is_any(&["i", "we", "my", "our", "this", "it"]));
    own && words.iter().any(|token| among(&token.norm, THINKS))
}

/// Whether the sentence before, which may end the paragraph above, states something that can be agreed to, and does not offer to do a
/// thing: "I'd be happy to explain".
fn states(passage: &Passage, sentence: &Sentence, above: Option<&Passage>) -> bool {
    let at = passage.sentences_at(sentence.span).start;
    let before = match at.checked_sub(1) {
        Some(before) => Some((passage, &passage.words.sentences[before])),
        None => above
            .filter(|above| above.block.kind == BlockKind::Paragraph)
            .and_then(|above| Some((above, above.words.sentences.last()?))),
    };
    before.is_some_and(|(passage, before)| {
        let mut words = passage.words.tokens[before.tokens.clone()].iter();
        !words.any(|token| token.is_any(&["happy", "glad"]))
    })
}

fn said(finding: Finding, span: Span, words: &str) -> Finding {
    let applies = if words.contains('[') {
        Applies::WithBlank
    } else {
        Applies::IfMeant
    };
    finding.fix(
        applies,
        format!("Say “{words}”"),
        Edit::replace(span, words),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, quiet};

    #[test]
    fn a_question_beside_it_is_the_question() {
        for text in [
            "Shall we take the blue one?\n\nPlease advise.",
            "Please advise. Shall we take the blue one?",
        ] {
            quiet(&ASK_OPEN_FEEDBACK, text);
        }
    }

    #[test]
    fn the_question_is_the_one_that_may_be_meant() {
        for (before, after) in [
            (
                "Ana wants to close the shop on Sundays. Let me know what you think.",
                "Ana wants to close the shop on Sundays. Do you agree? Please answer by Fri 20 Nov.",
            ),
            (
                "I have moved the stage. And let me know what you think of it.",
                "I have moved the stage. What would you change in it? Please answer by Fri 20 Nov.",
            ),
            (
                "The lease is here. I think it may be too long. Let me know what you think.",
                "The lease is here. I think it may be too long. Do you agree? Please answer by Fri 20 Nov.",
            ),
            (
                "I'd be happy to talk. Let me know what you think.",
                "I'd be happy to talk. What would you change? Please answer by Fri 20 Nov.",
            ),
            (
                "The guests hated the colours. Any ideas?",
                "The guests hated the colours. What do you suggest? Please answer by Fri 20 Nov.",
            ),
            (
                "The heating has failed again. Please advise.",
                "The heating has failed again. What do you advise? Please answer by Fri 20 Nov.",
            ),
        ] {
            fixes(&ASK_OPEN_FEEDBACK, before, after);
        }
    }
}
