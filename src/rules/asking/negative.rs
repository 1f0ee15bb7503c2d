use crate::facts::{ActKind, AskForm, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// A request says only what not to do.
    ///
    /// ## Why
    /// "Don't be late again" tells the reader what went wrong and not what to do. What is wanted instead can be done, and carries no
    /// reproach.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Please don't be late with the report again.]]
    /// ```
    /// ```mail fixed
    /// Please don't be late with the report again. Instead, please [do what].
    /// ```
    /// ```mail flagged
    /// [[Try not to break the build.]]
    /// ```
    /// ```mail fine
    /// Please don't hesitate to call.
    /// ```
    /// ```mail fine
    /// Do not merge before the freeze ends on Friday 12:00.
    /// ```
    pub(super) static ASK_NEGATIVE = {
        id: "ask-negative",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

/// How many words in a ban has its verb at the latest: "Let's please not even mention".
const VERB: usize = 5;

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    passage
        .asks()
        .filter_map(|(act, ask)| {
            let sentence = passage.words.sentences.get(act.sentence)?;
            let tokens: Vec<_> = passage.words.tokens[sentence.tokens.clone()]
                .iter()
                .filter(|token| {
                    act.span.covers(token.span) && !token.is_any(&["please", "just", ","])
                })
                .collect();
            let spoken = |words: &[&str]| {
                tokens.len() > words.len()
                    && tokens.iter().zip(words).all(|(token, word)| token.is(word))
            };
            // Without "please", "do not" is a notice's, and "don't" an instruction's, unless it reproaches.
            let polite = ask.courtesy.is_some();
            let reproaches = || {
                tokens.iter().any(|token| {
                    token.is_any(&[
                        "let", "be", "again", "leave", "lose", "make",
                    ])
                })
            };
            let refuses = (spoken(&["do", "n't"]) && (polite || reproaches()))
                || (spoken(&["do", "not"]) && polite)
                || spoken(&["try", "not", "to"])
                || spoken(&["let", "'s", "not"])
                // "Stop the server" is an order to do something.
                || (spoken(&["stop"]) && tokens.get(1).is_some_and(|next| next.norm.ends_with("ing")));
            // A ban with a bound, a condition or a reason is an instruction, and a good one.
            let bounded = ask.due.is_some()
                || ask.reason.is_some()
                || ask.condition.is_some()
                || passage.times_in(sentence.span).next().is_some();
            let told = tokens.iter().any(|token| {
                token.is_any(&[
                    "before", "until", "unless", "without", "if", "because", "worry", "forget",
                    "hesitate", "mind", "reply", "respond", "miss", "expect",
                ])
            });
            // "Please don't bring shoes, they mark the floor" tells why, and "please don't laugh at me" pleads.
            let all = &passage.words.tokens[sentence.tokens.clone()];
            let explains = all.windows(2).any(|pair| {
                pair[0].is(",")
                    && pair[1].is_any(&[
                        "they", "it", "it's", "he", "she", "this", "that", "there", "we", "i", "they're",
                    ])
            });
            let pleads = tokens.iter().take(VERB).any(|token| token.is_any(&["me", "worrying"]));
            let told = told || explains || pleads;
            // Who asks for silence wants nothing instead.
            let silence = tokens.iter().take(VERB).any(|token| {
                token.is_any(&[
                    "share",
                    "tell",
                    "telling",
                    "forward",
                    "discuss",
                    "disclose",
                    "distribute",
                    "circulate",
                    "mention",
                    "copy",
                    "publish",
                    "repeat",
                    "show",
                    "reveal",
                    "post",
                    "quote",
                ])
            });
            (matches!(ask.form, AskForm::Imperative | AskForm::We)
                && refuses
                && !bounded
                && !told
                && !silence
                && !says_instead(passage, act.sentence))
            .then(|| {
                let finding = ASK_NEGATIVE.finding(
                    sentence.span,
                    "This says what not to do, and not what to do.",
                );
                instead(finding, passage, sentence.span)
            })
        })
        .collect()
}

/// Whether the sentence before says what is wanted, or the next one what is wanted instead.
fn says_instead(passage: &Passage, sentence: usize) -> bool {
    let before = sentence.checked_sub(1).map(|at| passage.acts_in(at));
    let said = before.into_iter().flatten().any(|act| match &act.kind {
        ActKind::Ask(ask) => ask.action.is_some() && ask.form != AskForm::Question,
        _ => false,
    });
    // "That means, please don't wait at the car" follows from what was said.
    let follows = passage.words.sentences.get(sentence).is_some_and(|sentence| {
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        matches!(tokens, [that, means, ..] if that.is_any(&["that", "this", "which"]) && means.is("means"))
    });
    // "Please answer every query, and please don't delete any": the ban goes with what is wanted.
    let asked = passage
        .acts_in(sentence)
        .first()
        .is_some_and(|act| match &act.kind {
            ActKind::Ask(ask) => {
                let words = passage.words.tokens_in(act.span);
                let bans = words
                    .iter()
                    .take(VERB)
                    .any(|word| word.is_any(&["n't", "not", "stop"]));
                ask.action.is_some() && ask.form != AskForm::Question && !bans
            }
            _ => false,
        });
    if said || follows || asked {
        return true;
    }
    let next = passage.words.sentences.get(sentence + 1);
    let first = next.and_then(|next| passage.words.tokens.get(next.tokens.start));
    first.is_some_and(|first| first.is_any(&["instead", "rather"]))
}

/// Adds what is to be done with a blank, put after the ban, which stays.
fn instead(finding: Finding, passage: &Passage, sentence: Span) -> Finding {
    const WORDS: &str = "Instead, please [do what].";
    // A stop inside the quotation marks ends the sentence as well.
    let said = sentence
        .of(&passage.text)
        .trim_end_matches(['"', '”', '\'', '’', ')']);
    let ended = said.ends_with(['.', '!', '?', '…', ':']);
    let stop = if ended { "" } else { "." };
    finding.fix(
        Applies::WithBlank,
        offer::add(WORDS),
        Edit::insert(sentence.end, format!("{stop} {WORDS}")),
    )
}
