//! What keeps a promise from binding. A sentence that promises has one fault: the one that says most.

use std::ops::Range;

use crate::facts::{
    Act, ActKind, Action, Commitment, Due, DueKind, Passage, Strength, TimeKind, TimeRole,
};
use crate::finding::Finding;
use crate::language::pattern::{self, Patterns};
use crate::language::{Token, TokenKind, verbs};
use crate::rules::{Rule, listed};
use crate::text::Span;

/// What keeps a promise from binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It promises an effort.
    Try,
    /// It is told as a hope.
    Hope,
    /// It has a way out built in.
    Escape,
    /// Nobody can tell when it is kept.
    Slippery,
}

/// A promise and its fault.
#[derive(Clone, Debug)]
pub(super) struct Faulty {
    pub(super) act: Act,
    pub(super) promise: Commitment,
    /// The words that are the fault.
    pub(super) span: Span,
}

/// What the rule says of the passage's promises that have this fault, each with what `offer` adds to it.
pub(super) fn found(
    passage: &Passage,
    wanted: Fault,
    rule: &Rule,
    says: &'static str,
    offer: impl Fn(Finding, &Faulty) -> Finding,
) -> Vec<Finding> {
    let sentences = 0..passage.words.sentences.len();
    let faulty = sentences.filter_map(|at| {
        // Four rules ask this of every sentence, and hardly one has a fault: the wanted one is looked for first.
        wanted.seek(passage, at, tokens(passage, at)?)?;
        let (fault, place) = of(passage, at)?;
        (fault == wanted).then(|| place.read(passage, at))?
    });
    faulty
        .map(|faulty| offer(rule.finding(faulty.span, says), &faulty))
        .collect()
}

/// How a writer promises, whatever was read of the sentence.
static PROMISE: Patterns = Patterns::new(&["i|we 'll|will|can also|then|gladly|certainly? BASE"]);

/// The same without a subject, at the head of a sentence: "Will circle back".
static SHORT_PROMISE: Patterns = Patterns::new(&["will|'ll also|then? BASE"]);

/// Whether the words promise something, whatever was read of them.
fn promises(passage: &Passage, at: usize, tokens: &[Token]) -> bool {
    let mut acts = passage.acts_in(at).iter();
    acts.any(|act| matches!(act.kind, ActKind::Commitment(_)))
        || PROMISE.find(tokens).is_some()
        || SHORT_PROMISE.at(tokens, 0).is_some()
}

/// The fault of the sentence's promise.
pub(super) fn of(passage: &Passage, at: usize) -> Option<(Fault, Place)> {
    let tokens = tokens(passage, at)?;
    if tokens.iter().any(|token| token.is("?")) {
        return None;
    }
    let found = [Fault::Try, Fault::Hope, Fault::Escape, Fault::Slippery]
        .into_iter()
        .find_map(|fault| Some((fault, fault.seek(passage, at, tokens)?)));
    found.filter(|(_, place)| !listed::in_quotation(passage, tokens[place.words.start].span.start))
}

impl Fault {
    /// Where the fault stands in the sentence, whatever other faults it has.
    fn seek(self, passage: &Passage, at: usize, tokens: &[Token]) -> Option<Place> {
        match self {
            Self::Try => effort(tokens).filter(|place| !is_bounded(tokens, &place.words)),
            Self::Hope => hope(tokens).filter(|place| !is_bounded(tokens, &place.words)),
            Self::Escape => escape(tokens)
                .filter(|place| !is_forgotten(passage, at, &tokens[place.words.clone()]))
                .filter(|_| promises(passage, at, tokens)),
            Self::Slippery => slippery(passage, at, tokens),
        }
    }
}

/// Where a fault stands among the tokens of its sentence.
#[derive(Clone, Debug)]
pub(super) struct Place {
    words: Range<usize>,
    /// The words up to the verb of what is promised, where the fault tells.
    lead: Option<Range<usize>>,
}

impl Place {
    fn whole(words: Range<usize>) -> Self {
        Self { words, lead: None }
    }

    /// The promise at this place: as it was read, else as the fault shows it.
    fn read(self, passage: &Passage, at: usize) -> Option<Faulty> {
        let tokens = tokens(passage, at)?;
        let span = pattern::span(tokens, self.words)?;
        let stands = passage.acts_in(at).iter().find_map(|act| match &act.kind {
            ActKind::Commitment(promise) => Some((act, promise)),
            _ => None,
        });
        let lead = self.lead.filter(|lead| lead.end < tokens.len());
        let (act, promise) = match (lead, stands) {
            (Some(lead), _) => shown(passage, at, tokens, lead)?,
            (None, Some((act, promise))) => (act.clone(), promise.clone()),
            (None, None) => shown(passage, at, tokens, 0..0)?,
        };
        Some(Faulty { act, promise, span })
    }
}

/// The promise that its lead shows: "I'm hoping to", and the verb after it.
fn shown(
    passage: &Passage,
    at: usize,
    tokens: &[Token],
    lead: Range<usize>,
) -> Option<(Act, Commitment)> {
    let sentence = &passage.words.sentences[at];
    let from = tokens[lead.start].span.start;
    let breaks = |at: &usize| {
        let after = tokens[*at..]
            .iter()
            .skip(1)
            .find(|token| token.kind == TokenKind::Word);
        let new_clause = after
            .is_some_and(|token| token.is_any(&["i", "we", "you", "but", "so", "please", "it"]));
        tokens[*at].is_any(&[";", "."]) || (tokens[*at].is_any(&[",", "and", "but"]) && new_clause)
    };
    let end = (lead.end..tokens.len())
        .find(breaks)
        .map_or_else(|| closing_start(tokens), |at| tokens[at - 1].span.end)
        .max(from);
    let span = Span::new(from, end.min(sentence.span.end).max(from));
    let verb = &tokens[lead.end];
    let action = (!lead.is_empty()).then(|| Action {
        verb: verbs::lemma(&verb.norm).unwrap_or_else(|| verb.norm.to_string()),
        verb_span: verb.span,
        object: None,
        span: Span::new(verb.span.start, span.end.max(verb.span.end)),
    });
    let first = passage
        .times
        .partition_point(|time| time.span.start < span.start);
    let times = passage.times.iter().enumerate().skip(first);
    let mut times = times.take_while(|(_, time)| time.span.end <= span.end);
    let due = times.find(|(_, time)| {
        time.role != TimeRole::Mention
            && matches!(
                time.kind,
                TimeKind::Date | TimeKind::Event | TimeKind::Condition | TimeKind::Vague
            )
    });
    let due = due.map(|(time, found)| Due {
        kind: match found.kind {
            TimeKind::Date => DueKind::Date,
            TimeKind::Vague => DueKind::Vague,
            _ => DueKind::Event,
        },
        span: found.whole,
        time,
    });
    let opening = if lead.is_empty() {
        Span::empty(from)
    } else {
        pattern::span(tokens, lead)?
    };
    let promise = Commitment {
        strength: Strength::Weak,
        action,
        due,
        opening,
    };
    let act = Act {
        kind: ActKind::Commitment(promise.clone()),
        span,
        sentence: at,
        why: "says that the writer tries, hopes or plans to",
        confidence: 80,
    };
    Some((act, promise))
}

/// Where a sentence's words end and its closing marks begin.
fn closing_start(tokens: &[Token]) -> usize {
    let last = tokens
        .iter()
        .rfind(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Symbol));
    last.map_or(0, |token| token.span.end)
}

fn tokens(passage: &Passage, at: usize) -> Option<&[Token]> {
    let sentence = passage.words.sentences.get(at)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    (!tokens.is_empty() && tokens.len() <= listed::LONGEST).then_some(tokens)
}

/// Whether the words say themselves how far the effort goes, or tell of a habit: "we'll try to have as many there as possible",
/// "most Fridays I'll try to".
fn is_bounded(tokens: &[Token], words: &Range<usize>) -> bool {
    static AS_POSSIBLE: Patterns = Patterns::new(&[
        "as many|much|few|little|often|close",
        "earliest|best|lowest|latest * *? *? possible",
    ]);
    let habit = tokens[..words.start]
        .iter()
        .any(|token| token.is_any(&["most", "every", "each", "usually", "normally"]));
    // "I'll try to keep this short" speaks of the message.
    let after = &tokens[words.end..];
    let short = after
        .first()
        .is_some_and(|verb| verb.is_any(&["make", "keep", "be"]))
        && after
            .iter()
            .take(4)
            .any(|token| token.is_any(&["short", "brief", "quick"]));
    habit || short || AS_POSSIBLE.find(&tokens[words.end..]).is_some()
}

/// Whether what the writer may remember was forgotten in earnest: "I can't recall the question. I'll call you if I remember."
fn is_forgotten(passage: &Passage, at: usize, words: &[Token]) -> bool {
    let remembers = words.iter().any(|token| token.is("remember"));
    let first = passage.words.sentences[at].tokens.start;
    let said = &passage.words.tokens[first.saturating_sub(listed::LONGEST)..first];
    let forgets =
        |token: &Token| token.is_any(&["remember", "recall", "forgot", "forget", "forgotten"]);
    remembers && said.iter().any(forgets)
}

/// A promise to make an effort.
fn effort(tokens: &[Token]) -> Option<Place> {
    static BEFORE_VERB: Patterns = Patterns::new(&[
        "i|we 'll|will|shall all|also|certainly|definitely|still|then|really? try|attempt|endeavor|endeavour|strive to|and",
        "i|we 'm|am|'re|are going to try|attempt to|and",
        "i|we 'm|am|'re|are gon na try to|and",
        "i|we 'll|will do my|our level|very? best to",
        "i|we 'll|will do what|whatever i|we can to",
    ]);
    // Without a subject it is the writer's only at the head of a sentence: "He will look and will try to".
    static AT_HEAD: Patterns = Patterns::new(&[
        "will try|attempt to|and",
        "will do my|our level|very? best to",
    ]);
    static WHOLE: Patterns = Patterns::new(&[
        "i|we 'll|will see what i|we can|could do|manage?",
        "i|we 'll|will see if|whether i|we can|could",
        "let me|us see if|whether|what i|we can|could",
        "i|we 'll|will give it|this|that a|my|our good|best? shot|go|try|whirl|best",
        "i|we 'll|will|can|could have|take a go|stab|crack|shot at",
    ]);
    static AT_END: Patterns = Patterns::new(&[
        "i|we 'll|will try my|our? very? best|hardest?",
        "i|we 'll|will do my|our level|very? best",
        "i|we 'll|will do what|whatever i|we can",
    ]);
    if let Some((words, _)) = BEFORE_VERB.find(tokens) {
        let lead = Some(words.clone());
        return Some(Place { words, lead });
    }
    if let Some((end, _)) = AT_HEAD.at(tokens, 0) {
        return Some(Place {
            words: 0..end,
            lead: Some(0..end),
        });
    }
    if let Some((words, _)) = WHOLE.find(tokens) {
        return Some(Place::whole(words));
    }
    let (words, _) = AT_END.find(tokens)?;
    ends(tokens, words.end).then(|| Place::whole(words))
}

/// A promise told as a hope.
fn hope(tokens: &[Token]) -> Option<Place> {
    static ADVERBS: Patterns = Patterns::new(&[
        "hopefully ,?",
        "with any|a luck ,?",
        "with a bit|little of? luck ,?",
        "fingers crossed ,? that?",
    ]);
    static MIGHT: Patterns =
        Patterns::new(&["i may|might be able to help|do|send|finish|deliver|review|fix"]);
    static HOPEFULLY: Patterns = Patterns::new(&["i|we 'll|will hopefully"]);
    // "I'll probably buy the red one" is news; a promise has the reader in it, or what they wait for.
    static PROBABLY: Patterns = Patterns::new(&[
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely BASE you",
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely BASE it|this|that|them|the|a back|over|out|ready|done|finished|off? to? you|by|for|today|tomorrow",
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely finish|deliver|send|review|fix|submit",
    ]);
    static WILL: Patterns =
        Patterns::new(&["i|we 'll|will|can|could|should|'m|am|'re|are? be? able|going? to?"]);
    static FRAMES: Patterns = Patterns::new(&[
        "i|we should be able to",
        "i|we 'm|am|'re|are still? hoping|aiming to",
        "i|we hope|aim to",
        "i guess|suppose|reckon ,? that? i can|could|'ll|will",
    ]);
    // Without a subject it is the writer's only at the head of a sentence.
    static AT_HEAD: Patterns = Patterns::new(&["still? hoping|aiming to"]);
    static HAVE_DONE: Patterns = Patterns::new(&[
        "i should have it|this|that|them|these|those|everything|something ready|done|finished|complete|sorted|fixed|by|for|to|back|over",
        "i should have the|that|this|those|my|our *? * ready|done|finished|complete|sorted|fixed|by|to|back|over",
    ]);
    if let Some((adverb, _)) = HOPEFULLY.find(tokens) {
        let verb = tokens.get(adverb.end)?;
        return (verbs::is_base(&verb.norm) && !is_idle(verb)).then(|| Place {
            words: adverb.end - 1..adverb.end,
            lead: Some(adverb),
        });
    }
    if let Some((words, _)) = PROBABLY.find(tokens) {
        let adverb = words.start + 2;
        return Some(Place {
            words: adverb..adverb + 1,
            lead: Some(words.start..adverb + 1),
        });
    }
    if let Some((frame, _)) = MIGHT.find(tokens) {
        let lead = frame.start..frame.end - 1;
        return Some(Place {
            words: lead.clone(),
            lead: Some(lead),
        });
    }
    if let Some((adverb, _)) = ADVERBS.find(tokens)
        && let Some((lead, _)) = WILL.at(tokens, adverb.end)
    {
        let verb = tokens.get(lead)?;
        let works = verbs::is_base(&verb.norm) && !is_idle(verb) && !verb.is("have");
        let comma = tokens[adverb.end - 1].is(",");
        return works.then(|| Place {
            words: adverb.start..adverb.end - usize::from(comma),
            lead: Some(adverb.start..lead),
        });
    }
    if let Some((words, _)) = HAVE_DONE.find(tokens)
        && !tokens[words.end..].iter().any(|token| token.is("now"))
    {
        let lead = words.start..words.start + 2;
        return Some(Place {
            words: lead.clone(),
            lead: Some(lead),
        });
    }
    let at_head = || Some((0..AT_HEAD.at(tokens, 0)?.0, usize::MAX));
    let (words, which) = FRAMES.find(tokens).or_else(at_head)?;
    let verb = tokens.get(words.end)?;
    // "We hope to have you back" is a wish, "I hope to have a draft on Monday" a promise.
    let wish = which == 2 && tokens[words.start].is("we") && verb.is("have");
    // "We should be able to live with this" agrees.
    let agrees = verb.is_any(&["work", "live"])
        && tokens
            .get(words.end + 1)
            .is_some_and(|next| next.is("with"));
    let wish = wish || agrees;
    (!is_idle(verb) && !wish && verbs::is_base(&verb.norm)).then(|| Place {
        lead: Some(words.clone()),
        words,
    })
}

/// Verbs of what merely happens to the writer, which is no promise, and of meeting, which is a courtesy.
const IDLE: &str = "be|hear|see|meet|know|understand|learn|feel|like|enjoy|welcome|win|receive|not|never|continue|find|catch|say|live|wait|stay|\
    go|come|visit|travel|attend|join|uncover|discover|gain|reach|draw|attract|grow|expand|raise|return";

fn is_idle(verb: &Token) -> bool {
    IDLE.split('|').any(|word| verb.is(word))
}

/// The way out built into the sentence's promise, with the first words that are one.
pub(super) fn way_out(passage: &Passage, at: usize) -> Option<Span> {
    let tokens = tokens(passage, at)?;
    pattern::span(tokens, escape(tokens)?.words)
}

/// A way out built into a promise.
fn escape(tokens: &[Token]) -> Option<Place> {
    static CLAUSES: Patterns = Patterns::new(&[
        "if i|we can|do|'ll|will? have|get|find|make|'ve the|any|some|enough|a|got? spare|free? time|chance|moment|minute|bandwidth|capacity",
        "if i|we remember|manage",
        "when|whenever|once i|we can? get|have|find a|any|some|the? spare|free? chance|minute|moment|second|sec|time",
        "as soon as i|we can? get|have|find a|any|some|the? spare|free? chance|minute|moment|second|sec|time",
        "if time allows|permits",
        "as time allows|permits",
        "if nothing else|new|urgent? lands|comes|happens|pops|crops|gets|goes",
        "if all|everything goes well|right|fine|to",
        "unless something|anything else|urgent? comes|happens|pops|crops|goes|gets",
    ]);
    static PHRASES: Patterns = Patterns::new(&[
        "time|schedule|workload|circumstances permitting",
        "but? no promises|guarantees",
    ]);
    static AT_END: Patterns = Patterns::new(&[
        "but i|we ca|can n't|not promise anything?",
        "if i|we can|could",
        "when|whenever|as soon? as? i|we can|could",
    ]);
    if let Some((range, _)) = CLAUSES.find(tokens) {
        let next = |at: &usize| {
            let token = &tokens[*at];
            token.kind == TokenKind::Mark && !token.is("-") || PROMISE.at(tokens, *at).is_some()
        };
        let end = (range.end..tokens.len()).find(next).unwrap_or(tokens.len());
        return Some(Place::whole(range.start..end));
    }
    if let Some((words, _)) = PHRASES.find(tokens) {
        return Some(Place::whole(words));
    }
    let (words, _) = AT_END.find(tokens)?;
    // "We'll take it as far as we can" tells how far.
    let far = words.start.checked_sub(1).is_some_and(|at| {
        tokens[at].is_any(&[
            "far", "much", "long", "many", "well", "best", "hard", "little", "often",
        ])
    });
    if far {
        return None;
    }
    // "I'll tell you when I can" tells the time itself.
    let told = tokens[..words.start]
        .iter()
        .any(|token| token.is_any(&["tell", "know", "say", "see", "ask"]));
    (!told && ends(tokens, words.end)).then(|| Place::whole(words))
}

/// Verbs whose end nobody can see.
pub(super) static SLIPPERY: Patterns = Patterns::new(&[
    "look into it|this|that?",
    "keep an eye on|out",
    "think about it|this|that?",
    "think it|this|that over",
    "give it|this|that some thought",
    "bear|keep it|this|that in mind",
    "circle|loop back",
    "touch base",
    "follow up on? it|this|that?",
    "follow-up on? it|this|that?",
    "work on it|this|that?",
    "see how it|this|that|things go|goes",
    "see what happens",
    "get round|around to it|this|that",
    "have a think about? it|this|that?",
]);

fn slippery(passage: &Passage, at: usize, tokens: &[Token]) -> Option<Place> {
    static FRAME: Patterns = Patterns::new(&["i|we 'll|will then|also|definitely|certainly? BASE"]);
    static PURPOSE: Patterns = Patterns::new(&["to BASE"]);
    let short = || {
        let (end, _) = SHORT_PROMISE.at(tokens, 0)?;
        Some((0..end, 0))
    };
    let (will, _) = FRAME.find(tokens).or_else(short)?;
    let verb = will.end - 1;
    let (end, which) = SLIPPERY.at(tokens, verb)?;
    let rest = Span::new(
        tokens[end - 1].span.end,
        passage.words.sentences[at]
            .span
            .end
            .max(tokens[end - 1].span.end),
    );
    let after = &tokens[end..];
    // "I'll follow up with Ana to get her signature" says what done means.
    let thought = matches!(which, 2..=5 | 14);
    let purpose = !thought && PURPOSE.find(after).is_some();
    let told = tells(after) && dated(passage, rest);
    // "I'll work on it when the day comes" has its time.
    let later = after
        .iter()
        .any(|token| token.is_any(&["when", "once", "if"]));
    // "I'll keep an eye out for the van" and "we'll see what happens" end with the thing itself.
    (!purpose && !told && !later).then(|| Place::whole(will.start..end))
}

/// Whether the words go on to say what the reader will be told.
fn tells(after: &[Token]) -> bool {
    const TELLING: &[&str] = &[
        "send", "tell", "let", "report", "get", "email", "mail", "give", "write", "confirm",
        "update", "reply", "answer", "call", "share", "post", "fix", "propose",
    ];
    after
        .windows(2)
        .any(|pair| pair[0].is_any(&["and", "then", ","]) && pair[1].is_any(TELLING))
}

/// Whether a day or an event stands in the words.
fn dated(passage: &Passage, rest: Span) -> bool {
    passage
        .times_in(rest)
        .any(|time| matches!(time.kind, TimeKind::Date | TimeKind::Event))
}

/// Whether nothing but a mark or a new clause follows.
fn ends(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        token.kind == TokenKind::Mark
            || token.kind == TokenKind::Symbol
            || token.is_any(&["and", "but"])
    })
}
