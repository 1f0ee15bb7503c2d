use crate::document::Format;
use crate::facts::{Message, Passage};
use crate::finding::{Applies, Finding};
use crate::language::pattern::Patterns;
use crate::language::{Token, Upos, verbs};
use crate::rules::{Context, Kind, offer, rule, thread};
use crate::text::Edit;

rule! {
    /// A promise is made for somebody who does not read it.
    ///
    /// ## Why
    /// Only the one who will do it can promise it. Made over their head, they learn of it when it is late. The writer's own part, asking
    /// them, can be promised; or they are put in copy.
    ///
    /// Off until asked for: many teams speak for each other every day.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: sam@example.org
    /// Subject: File
    ///
    /// [[Ana will]] send you the file on Monday.
    /// ```
    /// ```mail fixed
    /// To: sam@example.org
    /// Subject: File
    ///
    /// I'll ask Ana to send you the file on Monday.
    /// ```
    /// ```mail fine
    /// To: sam@example.org
    /// Cc: ana@example.org
    /// Subject: File
    ///
    /// Ana will send you the file on Monday.
    /// ```
    pub(super) static COMMIT_FOR_OTHERS = {
        id: "commit-for-others",
        level: None,
        guards: Commitment,
        since: "0.1.0",
        also_for: [List],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let headers = context.headers;
    if message.document.format != Format::Email || headers.to.is_empty() {
        return Vec::new();
    }
    let readers: Vec<_> = headers.to.iter().chain(&headers.cc).cloned().collect();
    let mut found = Vec::new();
    for of in context.noticed(message, Kind::Promiser) {
        let (offset, passage) = (of.offset, of.passage);
        for &Promiser {
            sentence,
            who,
            will,
        } in &of.noticed.promisers
        {
            let sentence = &passage.words.sentences[sentence];
            let tokens = &passage.words.tokens[sentence.tokens.clone()];
            let reads = tokens[..who].iter().any(|token| {
                let word = token.span.of(&passage.text);
                token.tag.upos == Upos::Propn && thread::reads(word, &readers, context)
            });
            if reads {
                continue;
            }
            let name = tokens[0].span.join(tokens[who - 1].span);
            let place = name.join(tokens[will].span);
            let says = "This promises for somebody who does not read the mail.";
            let finding = COMMIT_FOR_OTHERS.finding(place.shifted(offset), says);
            let called = lowered(name.of(&passage.text), &tokens[0]);
            let words = format!("I'll ask {called} to");
            let edit = Edit::replace(place.shifted(offset), words.clone());
            found.push(finding.fix(Applies::IfMeant, offer::say(&words), edit));
        }
    }
    found
}

/// Who a sentence promises for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::rules) struct Promiser {
    /// The sentence, by its number.
    sentence: usize,
    /// The end of their name among its tokens.
    who: usize,
    /// Where "will" stands among them.
    will: usize,
}

/// The passage's promises for somebody.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<Promiser> {
    let sentences = passage.words.sentences.iter().enumerate();
    let promisers = sentences.filter_map(|(at, sentence)| {
        let (who, will) = promiser(&passage.words.tokens[sentence.tokens.clone()])?;
        Some(Promiser {
            sentence: at,
            who,
            will,
        })
    });
    promisers.collect()
}

/// Who a sentence promises for: the end of their name, and where "will" stands.
fn promiser(tokens: &[Token]) -> Option<(usize, usize)> {
    static TEAM: Patterns = Patterns::new(&[
        "my|our|the * * team|department|manager|boss|office|colleague will|'ll|can",
        "my|our|the * team|department|manager|boss|office|colleague will|'ll|can",
        "my|our|the team|department|manager|boss|office|colleague|lawyer|accountant will|'ll|can",
    ]);
    let verb = |will: usize| {
        tokens.get(will + 1).is_some_and(|token| {
            verbs::is_base(&token.norm) && !token.is_any(&["be", "not", "have", "need", "see"])
        })
    };
    if let Some((end, _)) = TEAM.at(tokens, 0) {
        return verb(end - 1).then_some((end - 1, end - 1));
    }
    let department = tokens.first()?.is_any(&[
        "legal",
        "finance",
        "marketing",
        "sales",
        "design",
        "engineering",
        "accounting",
        "hr",
    ]);
    let names = tokens
        .iter()
        .take_while(|token| token.tag.upos == Upos::Propn)
        .count()
        .max(usize::from(department));
    let will = tokens.get(names)?.is_any(&["will", "'ll", "can"]);
    (names > 0 && will && verb(names)).then_some((names, names))
}

fn lowered(name: &str, first: &Token) -> String {
    let common = first.is_any(&["my", "our", "the"]);
    if !common {
        name.to_owned()
    } else {
        let mut chars = name.chars();
        chars.next().map_or_else(String::new, |head| {
            head.to_lowercase().chain(chars).collect()
        })
    }
}
