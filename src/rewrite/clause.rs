//! An ask's clause taken apart: what opens it, whose it is, which verb the reader does.

use super::deed::{done, wished};
use super::ending::{closing_marks, gladness, is_quote, spliced};
use super::place::without_smile;
use super::request::Plan;
use super::turned::Turned;
use super::whose::{READER, doer, for_another};
use crate::facts::{Act, ActKind, Ask, AskForm, OwnerKind, Passage};
use crate::language::{Penn, Token, TokenKind, Upos, among, verbs};
use crate::settings::Register;
use crate::text::Span;

/// Months and weekdays cut short, with their point.
const DAYS: &str = "jan.|feb.|mar.|apr.|jun.|jul.|aug.|sep.|sept.|oct.|nov.|dec.|mon.|tue.|tues.|wed.|thu.|thur.|thurs.|fri.|sat.|sun.";

/// Words before an ask that doubt it or make it small, and say nothing else.
const DOUBTS: [&str; 8] = [
    "just",
    "maybe",
    "perhaps",
    "possibly",
    "hopefully",
    "ideally",
    "basically",
    "guess",
];

/// An ask's clause, taken apart.
pub(super) struct Clause<'a> {
    pub(super) passage: &'a Passage,
    pub(super) ask: &'a Ask,
    /// All tokens of the sentence.
    pub(super) tokens: &'a [Token],
    /// The verb in `tokens`.
    pub(super) verb: usize,
    /// The tokens of the verb phrase that the new verb takes the place of.
    pub(super) replaced: usize,
    /// The verb as the request has it, in the base form, and its object where that comes from before it.
    pub(super) says: String,
    /// Where the clause ends: after the closing mark where it closes the sentence.
    pub(super) end: usize,
    /// The closing marks, where the clause closes the sentence.
    pub(super) closing: Option<Span>,
    /// What the closing mark is followed by where a statement behind the clause becomes a sentence of its own: "That" of a "that
    /// would be great".
    pub(super) then: Option<String>,
    /// Whether asks follow that share its opening: "could you sign it and send it back".
    pub(super) shares: bool,
    /// Whether the reader's verb was found from what the writer would like to have.
    pub(super) turned: bool,
    /// Who is to do it, as the request has it: "I was wondering if I could" is "could I".
    pub(super) doer: &'static str,
    /// The words that ask it for somebody else, as [`for_another`] finds them.
    pub(super) for_another: Option<Span>,
    pub(super) sentence: Span,
}

impl<'a> Clause<'a> {
    pub(super) fn of(passage: &'a Passage, act: &Act, ask: &'a Ask) -> Option<Self> {
        let sentence = passage.words.sentences.get(act.sentence)?;
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let turned = wished(passage, act, ask, tokens);
        let (verb, replaced, says) = match turned {
            Some(Turned { rest, says }) => {
                let opening = passage.words.tokens_in(ask.opening);
                let ours = opening.iter().any(|token| token.is("we"));
                let says = if ours {
                    says.replace("me", "us")
                } else {
                    says.to_owned()
                };
                (rest - 1, 1, says)
            }
            None => done(passage, ask, tokens)?,
        };
        let closes = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                && !token.is_any(&[":", "(", ";"])
        };
        let shared = shared_until(passage, act);
        if turned.is_some() && shared.is_some() {
            // "I'd love to hear your thoughts and see if it works": the second deed is the writer's own.
            return None;
        }
        let last = shared.unwrap_or(act.span.end);
        let rest = &tokens[tokens.partition_point(|token| token.span.start < last)..];
        // A mark before the end of a quotation is the quotation's.
        let at_end = rest.iter().all(closes) && !rest.iter().any(is_quote);
        let closing =
            at_end.then(|| closing_marks(&passage.text, Span::new(last, sentence.span.end)));
        // The point of "by Fri 27 Nov." ends the sentence too.
        let day = || tokens.iter().rfind(|token| token.span.end == last);
        let closing = closing.map(|closing| match day() {
            Some(day) if closing.is_empty() && among(&day.norm, DAYS) => {
                Span::new(last - 1, closing.end)
            }
            _ if closing.is_empty() => {
                let words = &passage.text[tokens[verb].span.end..closing.start];
                Span::empty(tokens[verb].span.end + without_smile(words).len())
            }
            _ => closing,
        });
        let glad = || gladness(tokens, last).filter(|_| ask.form == AskForm::Wish);
        let glad = closing.is_none().then(glad).flatten();
        let states = !asks(&passage.text, sentence.span) && shared.is_none();
        let from = tokens.partition_point(|token| token.span.end <= tokens[verb].span.end);
        let tied = states.then(|| spliced(&tokens[from..])).flatten();
        let tied = tied.filter(|(joint, _)| joint.start <= last);
        let opening = passage.words.tokens_in(ask.opening);
        let told_if = opening.first().is_some_and(|first| first.is("if"));
        if told_if && closing.is_none() && glad.is_none() {
            // The clause that the condition is for would be left hanging.
            return None;
        }
        let (joint, then) = tied.or(glad).unzip();
        let closing = joint.or(closing);
        let end = closing.map_or(act.span.end, |closing| closing.end);
        Some(Self {
            passage,
            ask,
            tokens,
            verb,
            replaced,
            says,
            end,
            closing,
            then,
            shares: shared.is_some(),
            turned: turned.is_some(),
            doer: doer(passage, ask),
            for_another: for_another(passage, ask),
            sentence: sentence.span,
        })
    }

    /// The first byte that the request's own words take the place of.
    pub(super) fn start(&self) -> usize {
        let opening = if self.ask.opening.is_empty() {
            None
        } else {
            Some(self.ask.opening.start)
        };
        let owner = self
            .ask
            .owner
            .span
            .filter(|_| self.ask.owner.kind == OwnerKind::Someone && !is_passive(self.ask))
            .map(|span| span.start);
        let object = self.object_before().map(|object| object.start);
        let verb = self.tokens[self.verb].span.start;
        let start = [opening, owner, object]
            .into_iter()
            .flatten()
            .fold(verb, usize::min);
        let before = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let doubts = self.tokens[..before]
            .iter()
            .rev()
            .take_while(|token| token.is(",") || token.is_any(&DOUBTS));
        doubts
            .filter(|token| !token.is(","))
            .last()
            .map_or(start, |token| token.span.start)
    }

    /// Whether the words that go stand at the start of a clause: "I thought I'd ask you to" leaves no room for a request.
    pub(super) fn begins_anew(&self) -> bool {
        let start = self.start();
        let first = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let Some(before) = first.checked_sub(1).map(|at| &self.tokens[at]) else {
            return true;
        };
        matches!(self.ask.form, AskForm::Imperative | AskForm::Modal)
            || matches!(before.kind, TokenKind::Mark | TokenKind::Symbol)
            || before.is_any(&[
                "and", "but", "so", "or", "then", "also", "please", "hi", "hello", "hey", "ps",
            ])
            || before.tag.upos == Upos::Propn && first == 1
    }

    /// Whether another statement follows within the clause, which would be asked with it: "the racks have to be taken down and the
    /// floor wants sweeping".
    pub(super) fn tells_more(&self) -> bool {
        const NEAR: usize = 5;
        let finite =
            |token: &&Token| matches!(token.tag.penn, Penn::Vbz | Penn::Vbp | Penn::Vbd | Penn::Md);
        let end = self.closing.map_or(self.end, |closing| closing.start);
        let rest = self.tokens[self.verb + 1..]
            .iter()
            .take_while(|token| token.span.end <= end);
        let rest: Vec<&Token> = rest.collect();
        let subject = |token: &Token| token.is_any(&["i", "we", "they", "he", "she", "it"]);
        let joint = rest.windows(2).position(|pair| {
            pair[0].is_any(&["and", "but"]) && pair[1].tag.upos == Upos::Det
                || pair[0].is_any(&["or", "but"]) && subject(pair[1])
        });
        let Some(joint) = joint else {
            return false;
        };
        let plain = |token: &&&Token| !matches!(token.kind, TokenKind::Mark);
        let mut next = rest[joint + 2..].iter().take(NEAR).take_while(plain);
        // "Make sure the form is signed and the list is sent" asks for both.
        !rest[..joint].iter().any(finite)
            && next.any(|token| finite(token) && !token.is_any(&["that", "which", "who"]))
            && (is_passive(self.ask) || !self.sentence_asks())
    }

    /// Whether somebody else is needed for something else: "we need a few people to set the tables and someone to do the teas".
    pub(super) fn needs_another(&self) -> bool {
        /// How far behind them the "to" stands: "two more to".
        const NEAR: usize = 3;
        let somebody = |token: &Token| {
            token.tag.upos == Upos::Num
                || token.is_any(&["someone", "somebody", "another", "others"])
        };
        let rest = self.tokens.get(self.verb + self.replaced..);
        self.ask.owner.kind == OwnerKind::Someone
            && rest.unwrap_or_default().windows(NEAR + 2).any(|run| {
                let to = run[2..].iter().position(|token| token.is("to"));
                let verb = |at: usize| {
                    run.get(at + 3)
                        .is_none_or(|next| verbs::is_base(&next.norm))
                };
                run[0].is_any(&["and", "or", ","]) && somebody(&run[1]) && to.is_some_and(verb)
            })
    }

    /// Whether the verb says how someone is rather than what they do: "you might be interested".
    pub(super) fn says_how_it_is(&self) -> bool {
        let next = self.tokens.get(self.verb + 1);
        let state = next.is_some_and(|next| {
            matches!(next.tag.upos, Upos::Adj | Upos::Adv) || next.tag.penn == Penn::Vbn
        });
        self.says == "be" && state && !matches!(self.ask.form, AskForm::Imperative | AskForm::Modal)
    }

    /// Whether it is the writer who is to do it, with the reader's leave.
    pub(super) fn asks_leave(&self) -> bool {
        self.doer != READER
    }

    /// Whether it is wished for, or asked about, that both do it: "it would be good if we could close it".
    pub(super) fn is_joint_wish(&self) -> bool {
        matches!(self.ask.form, AskForm::Wish | AskForm::Layered)
            && self.ask.owner.kind == OwnerKind::We
    }

    /// The modal verb that asks for it: "I wonder if we should" asks whether we should.
    pub(super) fn modal(&self) -> &'static str {
        let mut opening = self.passage.words.tokens_in(self.ask.opening).iter();
        let should = self.asks_leave() && opening.any(|token| token.is("should"));
        if should { "should" } else { "could" }
    }

    pub(super) fn sentence_asks(&self) -> bool {
        asks(&self.passage.text, self.sentence)
    }

    fn object_before(&self) -> Option<Span> {
        let object = self.ask.action.as_ref()?.object?;
        (is_passive(self.ask) && object.end <= self.tokens[self.verb].span.start).then_some(object)
    }

    /// Whether the verb is the reader's to do; "I wonder if we should" and "is there a way to" leave it open whose it is.
    pub(super) fn has_reader(&self, plan: &Plan<'_>) -> bool {
        let mut opening = self
            .tokens
            .iter()
            .filter(|token| self.ask.opening.covers(token.span));
        let named = self.ask.owner.kind == OwnerKind::Someone;
        let ours = self.ask.owner.kind == OwnerKind::We
            && (plan.who.is_some() || plan.register == Register::PoliteQuestion);
        if self.turned || self.asks_leave() {
            return true;
        }
        match self.ask.form {
            AskForm::Wish | AskForm::Layered if ours => !self.goes_on_about_us(),
            // "It might be worth calling the bank" leaves open who calls: whoever is named.
            AskForm::Wish if plan.who.is_some() && self.is_anybodys() => !self.goes_on_about_us(),
            AskForm::Wondering
            | AskForm::Layered
            | AskForm::Performative
            | AskForm::Wish
            | AskForm::Need => {
                named || is_passive(self.ask) || opening.any(|token| token.is("you"))
            }
            AskForm::We => plan.who.is_some() && !self.goes_on_about_us(),
            AskForm::Hint => false,
            _ => true,
        }
    }

    /// Whether a deed is wished for without a doer: "it would be good to call Bo", and not "it would be good if the page told".
    fn is_anybodys(&self) -> bool {
        let opening = self.passage.words.tokens_in(self.ask.opening);
        let told = opening
            .iter()
            .any(|token| token.is_any(&["if", "for", "i", "we"]));
        let verb = &self.tokens[self.verb];
        let state = verb.is_any(&[
            "be",
            "have",
            "get",
            "see",
            "know",
            "hear",
            "understand",
            "keep",
            "find",
            "make",
            "having",
            "being",
        ]);
        self.ask.owner.kind == OwnerKind::None && !told && !state
    }

    /// Whether it is wondered how things are, beside what the reader might do or in its place: "whether you might have a lamp", "whether you
    /// could come, or whether it is too late".
    pub(super) fn asks_how_it_is(&self) -> bool {
        let opening = self.passage.words.tokens_in(self.ask.opening);
        let might = opening.iter().any(|token| token.is_any(&["might", "may"]));
        let state = self.tokens[self.verb].is_any(&["have", "know", "be", "need", "own"]);
        let mut after = self.tokens[self.verb..].windows(2);
        might && state
            || self.goes_on_to_tell()
            || after.any(|pair| pair[0].is("or") && pair[1].is_any(&["whether", "if"]))
    }

    /// Whether a statement hangs behind what is asked for, and would be asked with it: "call Bo, and the van wants booking".
    fn goes_on_to_tell(&self) -> bool {
        const NEAR: usize = 4;
        let rest = &self.tokens[self.verb..];
        let finite = |token: &Token| matches!(token.tag.penn, Penn::Vbz | Penn::Vbd | Penn::Md);
        let tells = |(at, run): (usize, &[Token])| {
            let subject = matches!(run[2].tag.upos, Upos::Det | Upos::Noun | Upos::Propn);
            run[0].is(",")
                && run[1].is("and")
                && subject
                && rest[at + 3..].iter().take(NEAR).any(finite)
        };
        self.closing.is_some() && rest.windows(3).enumerate().any(tells)
    }

    /// Whether what "we" should do is a step of a plan for us: "we need to sign it, then we can move in".
    pub(super) fn goes_on_about_us(&self) -> bool {
        let after = &self.tokens[self.verb..];
        after
            .iter()
            .any(|token| token.is_any(&["we", "our", "then"]))
    }

    /// Whether a name may be called here: behind "clearly," and "so" it would be odd.
    pub(super) fn may_address(&self) -> bool {
        if is_passive(self.ask) || self.ask.form == AskForm::We {
            // "Note that the price and the terms need to be settled": the sentence is another's.
            return self.opens_sentence();
        }
        let start = self.start();
        let before = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let judges =
            |token: &Token| token.tag.upos == Upos::Adv && !token.is_any(&["also", "then"]);
        match &self.tokens[..before] {
            [.., last] if last.is("so") => false,
            [first, comma, ..] if comma.is(",") => !judges(first),
            _ => true,
        }
    }

    /// Whether nothing but a greeting or a tie stands before the ask in its sentence.
    pub(super) fn opens_sentence(&self) -> bool {
        let tie = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                || matches!(token.tag.upos, Upos::Propn | Upos::Intj)
                || token.is_any(&["and", "but", "also", "then", "hi", "dear", "ps"])
        };
        let start = self.start();
        let before = self
            .tokens
            .iter()
            .take_while(|token| token.span.start < start);
        before.into_iter().all(tie)
    }
}

fn asks(text: &str, sentence: Span) -> bool {
    sentence.of(text).trim_end().ends_with('?')
}

/// Where the asks end that share the opening of this one; `None` where none does, or where more than they follows.
fn shared_until(passage: &Passage, act: &Act) -> Option<usize> {
    const JOINTS: [&str; 6] = [",", "and", "or", "then", "also", "&"];
    let mut end = act.span.end;
    let acts = passage.acts_in(act.sentence).iter();
    for next in acts.filter(|next| next.span.start >= act.span.end) {
        let ActKind::Ask(ask) = &next.kind else {
            return None;
        };
        let between = passage.words.tokens_in(Span::new(end, next.span.start));
        let joined = between.iter().all(|token| token.is_any(&JOINTS));
        if !ask.opening.is_empty() || !joined {
            return None;
        }
        end = next.span.end;
    }
    (end > act.span.end).then_some(end)
}

/// Whether the ask's verb is a participle whose object stands before it.
pub(super) fn is_passive(ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let before = action
        .object
        .is_some_and(|object| object.end <= action.verb_span.start);
    before
        && matches!(
            ask.form,
            AskForm::Passive
                | AskForm::Wish
                | AskForm::Wondering
                | AskForm::Layered
                | AskForm::Performative
        )
}
