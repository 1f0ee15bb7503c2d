use crate::facts::{ActKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::{self, Patterns};
use crate::language::{Sentence, Token, TokenKind, Upos, among};
use crate::rewrite::apostrophe;
use crate::rules::{Context, listed, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// An answer tells whose work it was, or who said nothing, in place of what happens now.
    ///
    /// ## Why
    /// "I thought Bo was doing that" may be true, and leaves the other side where they were: without the work, and without anyone who
    /// now has it. What the writer does about it, and by when, is an answer; how it came about can follow.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I thought Bo was handling]] that.
    /// ```
    /// ```mail fixed
    /// I'll ask Bo about it and tell you by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[Nobody told me]] it was needed today.
    /// ```
    /// ```mail fixed
    /// I didn't know it was needed today. I can have it ready by Fri 20 Nov.
    /// ```
    /// ```mail fine
    /// I thought Bo was handling that, so I asked him: he sends it on Friday.
    /// ```
    /// ```mail fine
    /// Nobody told me how good the soup is here!
    /// ```
    pub(super) static DEFLECTION = {
        id: "deflection",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

/// Whose work it was taken for: the writer's thought, another's name, and the work.
static THOUGHT: Patterns = Patterns::new(&["i|we thought|assumed|figured|presumed that?"]);
static ANOTHERS: Patterns = Patterns::new(&[
    "was|were|'s already? handling|covering|sorting|sending|writing|preparing|organising|organizing|arranging|booking|bringing",
    "was|were|'s already? doing|running it|this|that|the|them|these|those",
    "was|were already? dealing|responsible with|for",
    "was|were already? looking|taking after|care",
    "was|were going|supposed|meant to do|handle|cover|sort|send|write|prepare|deal|take|call|book|bring|organise|organize|arrange",
    "'d|would|had already? do|handle|cover|sort|send|write|prepare|book|call|bring|done|handled|covered|sorted|sent|written|booked",
]);

/// Who said nothing, up to what they did not say.
static UNTOLD: Patterns = Patterns::new(&[
    "nobody|no-one|noone told|informed|warned|reminded me|us that?",
    "no one told|informed|warned|reminded me|us that?",
    "nobody|no-one|noone mentioned|said that?",
    "no one mentioned|said that?",
    "i|we was|were n't|not|never told|informed|warned that?",
]);

/// What was not said about work; the rest is news.
const OF_WORK: &str = "needed|urgent|due|deadline|deadlines|wanted|required|expected|priority|waiting|late|overdue|mine|ours";

/// A longer sentence tells the matter too.
const LONGEST: usize = 16;

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let sentences = passage.words.sentences.iter().enumerate();
    sentences
        .filter_map(|(at, sentence)| deflects(passage, at, sentence, context))
        .collect()
}

fn deflects(
    passage: &Passage,
    at: usize,
    sentence: &Sentence,
    context: &Context<'_>,
) -> Option<Finding> {
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let words = &tokens[listed::lead_in(tokens)..];
    let words = &words[..words
        .iter()
        .rposition(|token| token.kind == TokenKind::Word)?
        + 1];
    let day = offer::promised_day(context);
    let (end, applies, answer) =
        anothers(passage, words, &day).or_else(|| untold(passage, words, &day))?;
    let goes_on = words
        .iter()
        .any(|token| token.is_any(&[",", ";", ":", "but", "so", "and"]));
    let acts = passage.acts_in(at).iter();
    let mut moves = acts.filter(|act| matches!(act.kind, ActKind::Ask(_) | ActKind::Commitment(_)));
    let asks = tokens.iter().any(|token| token.is("?"));
    if goes_on
        || asks
        || words.len() > LONGEST
        || moves.next().is_some()
        || listed::in_quotation(passage, sentence.span.start)
    {
        return None;
    }
    let span = words[0].span.join(words[end - 1].span);
    let finding = DEFLECTION.finding(span, "This tells whose it was, and not what happens now.");
    let place = Span::new(words[0].span.start, sentence.span.end);
    Some(finding.fix(applies, offer::say(&answer), Edit::replace(place, answer)))
}

/// "I thought Bo was handling that": where the finding ends, and what may be said instead.
fn anothers(passage: &Passage, words: &[Token], day: &str) -> Option<(usize, Applies, String)> {
    /// How far from the thought the work stands at most: "someone else in the team".
    const NAME: usize = 5;
    let (thought, _) = THOUGHT.at(words, 0)?;
    let work = (thought + 1..words.len().min(thought + NAME))
        .find_map(|at| Some((at, ANOTHERS.at(words, at)?.0)));
    let (at, end) = work?;
    let who = pattern::span(words, thought..at)?.of(&passage.text);
    let first = &words[thought];
    let named = first.tag.upos == Upos::Propn && who.starts_with(char::is_uppercase);
    let will = format!("{}{}ll", subject(words), apostrophe(&passage.text));
    let asked = match first.norm.as_str() {
        "someone" | "somebody" | "everyone" | "everybody" => {
            let answer = format!("{will} find out who has it and tell you by {day}.");
            return Some((end, Applies::IfMeant, answer));
        }
        "you" => {
            let subject = subject(words);
            let i = if subject == "We" { "we" } else { "I" };
            let answer = format!("{subject} can do it by {day}. Shall {i}?");
            return Some((end, Applies::IfMeant, answer));
        }
        "he" => "him",
        "she" => "her",
        "they" => "them",
        "the" | "our" => who,
        _ if named => who,
        _ => return None,
    };
    let answer = format!("{will} ask {asked} about it and tell you by {day}.");
    Some((end, Applies::IfMeant, answer))
}

/// "Nobody told me it was needed today": where the finding ends, and what may be said instead.
fn untold(passage: &Passage, words: &[Token], day: &str) -> Option<(usize, Applies, String)> {
    let (end, _) = UNTOLD.at(words, 0)?;
    let matter = words.get(end..).filter(|matter| !matter.is_empty())?;
    let of_work = matter.iter().any(|token| among(&token.norm, OF_WORK));
    if !of_work || matter[0].is_any(&["to", "how", "what", "why", "who", "where", "when"]) {
        return None;
    }
    let said = pattern::span(words, end..words.len())?.of(&passage.text);
    let subject = subject(&words[..end]);
    let not = apostrophe(&passage.text);
    let answer = format!("{subject} didn{not}t know {said}. {subject} can have it ready by {day}.");
    Some((end, Applies::IfMeant, answer))
}

/// Whether one writes, or several.
fn subject(words: &[Token]) -> &'static str {
    let several = words.iter().any(|token| token.is_any(&["we", "us"]));
    if several { "We" } else { "I" }
}
