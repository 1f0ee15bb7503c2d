use super::Recast;
use super::commitment::{apostrophe, lead};
use super::leave_out::leave_out;
use super::phrase::outcome;
use super::said::after;
use crate::facts::{Act, Ask, Commitment, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, TokenKind, among};
use crate::text::{Edit, Edits, Span};

/// What someone else asks for, as the one who is asked says it, from its verb: "Could you send me the slides?" is "send you the
/// slides". `None` where turning it round is not safe.
pub fn taken_up(passage: &Passage, ask: &Ask) -> Option<String> {
    said(passage, ask, "you", |token| match token.norm.as_str() {
        "me" | "us" => Some("you"),
        "my" | "our" => Some("your"),
        "mine" | "ours" => Some("yours"),
        "your" => Some("my"),
        "yours" => Some("mine"),
        _ => None,
    })
}

/// What the writer asked for, from its verb, without its day: "send me the slides". `None` where it does not stand alone.
pub fn asked_for(passage: &Passage, ask: &Ask) -> Option<String> {
    said(passage, ask, "me", |_| None)
}

/// What is asked for, each word as it was or as `turned` gives it. What the one who asks wants to have is got for them: "can I get the
/// key", "I need the key".
fn said(
    passage: &Passage,
    ask: &Ask,
    who: &str,
    turned: impl Fn(&Token) -> Option<&'static str>,
) -> Option<String> {
    const LONGEST: usize = 14;
    /// Words that make it a sentence of its own, or whose other half is not here.
    const TANGLED: &str =
        "i|we|you|myself|yourself|ourselves|by|what|whether|if|when|that|who|which|it|them|please";
    let action = ask.action.as_ref()?;
    let begin = passage
        .words
        .tokens
        .partition_point(|token| token.span.start < action.verb_span.start);
    let run = &passage.words.tokens[begin..];
    // "Have a quick look at the plan" is to review it.
    let run = &run[..run.len().min(LONGEST)];
    let clear = outcome(run).or_else(|| had(run));
    let from = match clear {
        Some((count, _)) => run[count - 1].span.end,
        None => action.verb_span.end,
    };
    let due = ask.due.as_ref().map(|due| due.span);
    let end = due
        .filter(|due| due.start >= from)
        .map_or(action.span.end, |due| due.start.min(action.span.end));
    let rest = passage.words.tokens_in(Span::new(from, end.max(from)));
    let tangled = rest.iter().any(|token| among(&token.norm, TANGLED));
    let object = |object: Span| object.start >= from && object.end <= end;
    let object = clear.is_some() || action.object.is_some_and(object);
    if tangled || rest.is_empty() || rest.len() > LONGEST || !object {
        return None;
    }
    let opening = passage.words.tokens_in(ask.opening);
    let theirs = among(&action.verb, "need|want|require")
        || opening.iter().any(|token| token.is_any(&["i", "we"]))
            && !opening.iter().any(|token| token.is("you"));
    let verb = clear.map_or(action.verb.as_str(), |(_, says)| says);
    let mut words = match verb {
        "need" | "want" | "require" | "get" | "have" if theirs => format!("get {who}"),
        _ if theirs => return None,
        "give" if action.verb == "let" => format!("give {who}"),
        verb => verb.to_owned(),
    };
    let mut at = from;
    for token in rest {
        words.push_str(passage.text.get(at..token.span.start)?);
        words.push_str(turned(token).unwrap_or_else(|| token.span.of(&passage.text)));
        at = token.span.end;
    }
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// "Let me have the key" is to give it to me.
fn had(tokens: &[Token]) -> Option<(usize, &'static str)> {
    static LET: Patterns = Patterns::new(&["let me|us have|get"]);
    let (end, _) = LET.at(tokens, 0)?;
    Some((end, "give"))
}

/// A promise that names nothing, as what may stand in its place.
#[derive(Clone, Debug)]
pub struct Halved<'a> {
    passage: &'a Passage,
    sentence: Span,
    tokens: &'a [Token],
    /// The clause that promises, without its closing mark.
    clause: std::ops::Range<usize>,
    /// The way out built into the sentence, behind the clause.
    way_out: Option<Span>,
}

impl<'a> Halved<'a> {
    /// The clause of a sentence that holds the promise.
    pub fn of(
        passage: &'a Passage,
        act: &Act,
        promise: &Commitment,
        way_out: Option<Span>,
    ) -> Option<Self> {
        let sentence = passage.words.sentences.get(act.sentence)?;
        let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
        let start = lead(tokens, act, promise)?.start;
        let way_out = way_out.filter(|out| {
            tokens
                .get(start)
                .is_some_and(|first| out.start > first.span.start)
        });
        let ends = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                || among(&token.norm, "but|because|since|though|although")
                || way_out.is_some_and(|out| out.covers(token.span))
        };
        let end = (start + 1..tokens.len())
            .find(|&at| ends(&tokens[at]))
            .unwrap_or(tokens.len());
        Some(Self {
            passage,
            sentence: sentence.span,
            tokens,
            clause: start..end,
            way_out,
        })
    }

    fn span(&self) -> Span {
        let first = self.tokens[self.clause.start].span;
        first.join(self.tokens[self.clause.end - 1].span)
    }

    /// What was asked for, promised by a day. `None` where the promise names something itself, or a time.
    pub fn repeated_back(&self, wanted: &str, day: &str) -> Option<Recast> {
        let will = format!("{}{}ll", self.subject(), self.mark());
        self.stands_open()
            .then(|| self.recast(self.span(), format!("{will} {wanted} by {day}")))
    }

    /// The no with another day to fill in, where nothing else is said.
    pub fn declined(&self, wanted: &str, day: &str) -> Option<Recast> {
        let cannot = format!("{} can{}t", self.subject(), self.mark());
        let again = super::said::capitalised(self.subject());
        let span = Span::new(self.span().start, self.sentence.end);
        let words = format!("{cannot} {wanted} by {day}. {again} can by [day].");
        (self.stands_open() && self.closes()).then(|| self.recast(span, words))
    }

    /// An attempt with a word on how it went: "I'll give it a shot and tell you by Fri 27 Nov how it went."
    pub fn told(&self, day: &str) -> Option<Recast> {
        let goes_on = self.clause().iter().any(|token| token.is("and"));
        if goes_on || !self.is_attempt() {
            return None;
        }
        let by = match self.is_timed() {
            true => String::new(),
            false => format!(" by {day}"),
        };
        let said = self.span().of(&self.passage.text);
        Some(self.recast(self.span(), format!("{said} and tell you{by} how it went")))
    }

    /// Whether it promises a go at the work: "I'll give it a shot".
    pub fn is_attempt(&self) -> bool {
        static ATTEMPT: Patterns = Patterns::new(&[
            "give it|this|that a|my|our good|best? shot|go|try|whirl|best",
            "have|take a go|stab|crack|shot at",
            "do what|whatever i|we can about|for|here|with",
        ]);
        let found = ATTEMPT.find(self.clause());
        // "I'll have a go at drafting it" names the work.
        found.is_some_and(|(words, _)| {
            let next = self.clause().get(words.end);
            next.is_none_or(|next| next.tag.penn != Penn::Vbg)
        })
    }

    fn clause(&self) -> &'a [Token] {
        &self.tokens[self.clause.clone()]
    }

    fn recast(&self, span: Span, words: String) -> Recast {
        let mut edits = vec![Edit::replace(span, words)];
        let way_out = self.way_out.filter(|out| !out.overlaps(span));
        edits.extend(way_out.map(|out| leave_out(self.passage, out)));
        let edits = Edits::new(edits).unwrap_or_default();
        let end = match self.closes() {
            true => self.sentence.end,
            false => span.end,
        };
        let shown = Span::new(span.start, end.max(span.end));
        let words = after(&self.passage.text, shown, &edits);
        Recast { edits, words }
    }

    /// Whether nothing but a mark or the way out follows.
    fn closes(&self) -> bool {
        self.tokens[self.clause.end..].iter().all(|token| {
            token.kind == TokenKind::Mark || self.way_out.is_some_and(|out| out.covers(token.span))
        })
    }

    /// Whether the clause leaves open what it is about and when: "get to it", "take a look", "see what I can do".
    fn stands_open(&self) -> bool {
        const OPEN: &str = "do|get|look|take|have|see|manage|handle|sort|work|start|squeeze|fit|make|give|try|happen|shot|go|crack|stab|\
            it|this|that|them|these|those|something|to|at|into|on|in|out|around|round|a|an|quick|done|what|i|we|can|could|my|our|\
            very|best|and|soon|if|whether|so|all|need|will|'ll|should|might|may|be|able|probably|hopefully|let|me|us|definitely|mate|promise|where|how|far|got|'ve";
        let mut words = self
            .clause()
            .iter()
            .filter(|token| token.kind == TokenKind::Word);
        // "I'll do it some time next week" has a time to keep.
        !self.is_timed() && words.all(|token| among(&token.norm, OPEN))
    }

    fn is_timed(&self) -> bool {
        self.passage
            .times_in(self.span())
            .any(|time| time.last_day().is_some())
    }

    fn subject(&self) -> &'static str {
        let several = self
            .clause()
            .iter()
            .any(|token| token.is_any(&["we", "us", "our"]));
        match (several, self.clause.start) {
            (true, 0) => "We",
            (true, _) => "we",
            _ => "I",
        }
    }

    fn mark(&self) -> char {
        apostrophe(self.sentence.of(&self.passage.text))
    }
}
