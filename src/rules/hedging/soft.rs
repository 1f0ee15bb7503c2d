//! Which softening of a sentence speaks: hedges in one sentence are one finding.

use crate::facts::{Act, ActKind, Ask, AskForm, Passage, TimeKind};
use crate::finding::{Applies, Finding};
use crate::language::{Penn, Token, Upos};
use crate::rewrite;
use crate::rules::{Context, Rule, commitment, listed, offer, wanted};
use crate::text::{Edit, Edits, Span};

/// A run of words that softens, and the rule it belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Softener {
    pub(super) family: &'static str,
    pub(super) span: Span,
}

/// A sentence that asks, promises or recommends, and what softens it, in order.
pub(super) struct Softened<'a> {
    pub(super) passage: &'a Passage,
    /// The sentence's ask, if it has one.
    pub(super) ask: Option<(&'a Act, &'a Ask)>,
    pub(super) softeners: Vec<Softener>,
    /// The family that speaks for the sentence.
    pub(super) speaks: &'static str,
}

/// The families, the one that says most about a sentence first.
const RANK: [&str; 8] = [
    "wondering-frame",
    "modal-stack",
    "maybe-ask",
    "subjectivizer",
    "kind-of",
    "just-minimizer",
    "understater",
    "hedge-density",
];

/// Whether a softener that is no request's still stands in a sentence about what the writer wants of the reader.
fn speaks_of_reader(family: &str, tokens: &[Token], span: Span) -> bool {
    match family {
        "kind-of" => tokens.iter().any(|token| {
            token.is_any(&[
                "you",
                "your",
                "need",
                "want",
                "wanted",
                "hoping",
                "concerned",
                "worried",
            ])
        }),
        "understater" => tokens.iter().any(|token| {
            let names = [
                "question", "favor", "favour", "request", "ask", "sec", "second", "help",
            ];
            span.covers(token.span) && token.is_any(&names)
        }),
        _ => false,
    }
}

/// How sure an order is that somebody gives somebody, and no recipe.
const SURE: u8 = 65;

/// How many marks of softening make a sentence that can be missed.
const DENSE: usize = 3;

/// The softened sentences for which the rule speaks.
pub(super) fn spoken_by<'a>(passage: &'a Passage, rule: &Rule) -> Vec<Softened<'a>> {
    if !may_speak(passage, rule.id) {
        return Vec::new();
    }
    let mut all = softened(passage);
    all.retain(|softened| softened.speaks == rule.id);
    all
}

/// Whether the passage has what the family's softening is made of: eight rules ask for theirs, and hardly a passage has any.
fn may_speak(passage: &Passage, family: &str) -> bool {
    let asks = || {
        let mut acts = passage.acts.iter();
        acts.any(|act| matches!(act.kind, ActKind::Ask(_)))
    };
    passage.phrases.iter().any(|hit| hit.family == family)
        || match family {
            "wondering-frame" | "hedge-density" => asks(),
            "just-minimizer" => super::just::may_minimize(&passage.words.tokens),
            _ => false,
        }
}

fn softened(passage: &Passage) -> Vec<Softened<'_>> {
    let sentences = 0..passage.words.sentences.len();
    sentences
        .filter_map(|at| in_sentence(passage, at))
        .collect()
}

fn in_sentence(passage: &Passage, at: usize) -> Option<Softened<'_>> {
    let sentence = &passage.words.sentences[at];
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let acts = passage.acts_in(at);
    let ask = acts.iter().find_map(|act| match &act.kind {
        ActKind::Ask(ask) => Some((act, ask)),
        _ => None,
    });
    let promises = acts
        .iter()
        .any(|act| matches!(act.kind, ActKind::Commitment(_)));
    let moves = || ask.is_some() || promises || recommends(tokens);
    let mut softeners: Vec<Softener> = Vec::new();
    if let Some((_, ask)) = ask.filter(|(act, ask)| is_framed(passage, act, ask)) {
        softeners.push(Softener {
            family: "wondering-frame",
            span: frame(tokens, ask),
        });
    }
    let framed = softeners.first().map(|frame| frame.span);
    let listed = passage
        .phrases_in(sentence.span)
        .filter(|hit| sentence.span.covers(hit.span) && RANK.contains(&hit.family))
        .filter(|hit| !listed::in_quotation(passage, hit.span.start))
        .filter(|hit| {
            !matches!(hit.family, "maybe-ask" | "modal-stack") || !commitment::is_hope(passage, at)
        })
        .filter(|hit| {
            hit.family != "maybe-ask" || (acts_on(ask, tokens) && by_the_ask(tokens, hit.span))
        });
    let listed = listed.filter(|hit| moves() || speaks_of_reader(hit.family, tokens, hit.span));
    let listed =
        listed.filter(|hit| hit.family != "modal-stack" || !is_mere_ability(tokens, hit.span, ask));
    // "Stir it a bit" is a recipe's.
    let cased = tokens
        .first()
        .is_some_and(|first| first.is_any(&["once", "when", "if"]));
    let loose = ask.is_some_and(|(act, ask)| {
        ask.form == AskForm::Imperative
            && ask.courtesy.is_none()
            && (act.confidence < SURE || cased)
    });
    let listed = listed.filter(|hit| !loose || !matches!(hit.family, "understater" | "kind-of"));
    // "When you get a sec" is a time.
    let listed =
        listed.filter(|hit| hit.family != "understater" || !is_in_a_time(passage, hit.span));
    // "A bit of a cold" is a cold.
    let listed = listed.filter(|hit| {
        let next = passage.words.tokens.get(hit.tokens.end);
        hit.family != "kind-of" || !next.is_some_and(|next| next.is("of"))
    });
    let listed = listed.filter(|hit| framed.is_none_or(|frame| !frame.overlaps(hit.span)));
    softeners.extend(listed.map(|hit| Softener {
        family: hit.family,
        span: hit.span,
    }));
    softeners.extend(super::just::minimizers(tokens, ask.is_some()));
    softeners.sort_by_key(|softener| (softener.span.start, std::cmp::Reverse(softener.span.end)));
    softeners.dedup_by(|next, kept| next.span.start < kept.span.end);
    let marks: usize = softeners
        .iter()
        .map(|softener| marks(tokens, softener))
        .sum();
    let dense = marks >= DENSE
        && ask.is_some_and(|(_, ask)| ask.action.is_some() || ask.form != AskForm::Question);
    let speaks = if dense {
        "hedge-density"
    } else {
        RANK.into_iter()
            .find(|family| softeners.iter().any(|softener| softener.family == *family))?
    };
    Some(Softened {
        passage,
        ask,
        softeners,
        speaks,
    })
}

/// How many marks of softening a run of words holds: a stack holds two, and a frame may have "just" in it.
fn marks(tokens: &[Token], softener: &Softener) -> usize {
    let just = tokens.iter().filter(|token| {
        softener.span.covers(token.span) && token.is_any(&["just", "maybe", "only"])
    });
    match softener.family {
        "modal-stack" => 2,
        "wondering-frame" => 1 + just.count(),
        _ => 1,
    }
}

/// Whether the words tell what someone else than the reader may be able to do, which is a fact: "we may be able to sell it".
fn is_mere_ability(tokens: &[Token], span: Span, ask: Option<(&Act, &Ask)>) -> bool {
    let inside = tokens.iter().filter(|token| span.covers(token.span));
    let words: Vec<&str> = inside.map(|token| token.norm.as_str()).collect();
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let asked = ask.is_some_and(|(_, ask)| ask.opening.overlaps(span));
    let reader = first > 0 && tokens[first - 1].is("you") && asked;
    matches!(words.as_slice(), ["may" | "might", "be", "able", "to"]) && !reader
}

/// Whether the words are part of a time.
fn is_in_a_time(passage: &Passage, span: Span) -> bool {
    let sentence = passage
        .sentence_over(span)
        .map_or(span, |sentence| sentence.span);
    let mut times = passage.times_in(sentence);
    times.any(|time| time.kind == TimeKind::Vague && time.whole.covers(span))
}

/// Whether there is something to do that "maybe" can make doubtful, beside a fact.
fn acts_on(ask: Option<(&Act, &Ask)>, tokens: &[Token]) -> bool {
    ask.is_some_and(|(_, ask)| ask.action.is_some() || ask.form == AskForm::Wish)
        || says_should(tokens)
}

/// Whether the words stand by whoever asks or is asked, and not by some fact or case further on.
fn by_the_ask(tokens: &[Token], span: Span) -> bool {
    const ASKING: [&str; 16] = [
        "you", "we", "i", "someone", "anyone", "please", "should", "could", "can", "would", "need",
        "must", "ought", "let", "'d", "want",
    ];
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let near = first.saturating_sub(2)..(next + 2).min(tokens.len());
    let cased = tokens[..first]
        .windows(2)
        .any(|pair| pair[0].is("since") || (pair[0].is("if") && !pair[1].is("you")));
    // "Probably you need to restart it" is a guess, "maybe you should paint it" advice, and "maybe I can" an offer.
    let pair = |words: &[&str], then: &[&str]| {
        tokens.get(next).is_some_and(|token| token.is_any(words))
            && tokens.get(next + 1).is_some_and(|token| token.is_any(then))
    };
    let needs = first > 0
        && tokens[first - 1].is("you")
        && tokens
            .get(next)
            .is_some_and(|token| token.is_any(&["need", "have", "want"]));
    let guess = needs
        || pair(&["you"], &["need", "have", "'ll", "will", "should"])
        || pair(&["i"], &["can", "could", "will", "'ll"])
        || (pair(&["i"], &["'d", "had"])
            && tokens.get(next + 2).is_some_and(|token| token.is("better")))
        || pair(
            &["he", "she", "they", "it"],
            &["will", "'ll", "can", "is", "was"],
        );
    // "I should probably go" is the writer's own matter, "ideally you should not" a rule of the trade.
    let own = first >= 2
        && tokens[first - 2].is("i")
        && tokens[first - 1].is_any(&["should", "will", "'ll", "can", "could", "might"]);
    // "You should probably take the train" advises.
    let advice = first >= 2 && tokens[first - 2].is("you") && tokens[first - 1].is("should");
    let trade = pair(&["you"], &["should"])
        && tokens
            .get(next + 2)
            .is_some_and(|token| token.is_any(&["not", "n't"]));
    let fact = first > 0 && tokens[first - 1].is_any(&["are", "'re", "is", "'s", "was", "were"]);
    if cased || guess || own || advice || trade || fact {
        return false;
    }
    first == 0 || next + 1 >= tokens.len() || tokens[near].iter().any(|token| token.is_any(&ASKING))
}

/// Whether the ask wonders whether the reader will do it, and not whether it can be done.
fn is_framed(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    // "I hope you can make it" wishes, and "we thought you might like it" offers.
    let opening = passage.words.tokens_in(ask.opening);
    let hopes = opening.iter().any(|token| token.is("hope"));
    let offers = ask
        .action
        .as_ref()
        .is_some_and(|action| action.verb == "be" || wanted::pleases(passage, action));
    if rewrite::wondered(passage, act, ask).is_some() {
        return true;
    }
    ask.form == AskForm::Wondering
        && ask.action.is_some()
        && !hopes
        && !offers
        && (wanted::addresses(passage, ask)
            || rewrite::is_given(passage, act, ask)
            || rewrite::asks_leave(passage, ask))
}

/// The frame of a wondering ask: its opening up to "if", "whether" or "that", without the words after.
fn frame(tokens: &[Token], ask: &Ask) -> Span {
    const ENDS: [&str; 6] = ["if", "whether", "that", "hoping", "wondering", "thinking"];
    let inside = tokens.iter().filter(|token| ask.opening.covers(token.span));
    let end = inside.rev().find(|token| token.is_any(&ENDS));
    end.map_or(ask.opening, |token| {
        Span::new(ask.opening.start, token.span.end)
    })
}

/// Whether a sentence says what someone should do.
fn recommends(tokens: &[Token]) -> bool {
    let proposes = tokens.windows(2).enumerate().any(|(at, pair)| {
        // "The ways we could work together" names the ways.
        let of_a_noun = at > 0 && tokens[at - 1].tag.upos == Upos::Noun;
        pair[0].is("we") && pair[1].is_any(&["could", "can", "might"]) && !of_a_noun
    });
    proposes || says_should(tokens)
}

/// Whether a sentence says what someone ought to do, beside what can be done.
fn says_should(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| {
        let person = pair[0].tag.upos == Upos::Propn
            || pair[0].is_any(&["we", "you", "i", "he", "she", "they", "team"]);
        let should = pair[1].is_any(&["should", "ought", "must"]);
        let needs = pair[0].is_any(&["need", "needs"]) && pair[1].is("to");
        let lets = pair[0].is("let") && pair[1].is("'s");
        (person && should) || needs || lets
    })
}

impl Softened<'_> {
    /// The rule's finding on its first words here, the other softening related to it.
    pub(super) fn finding(&self, rule: &Rule, message: &'static str) -> Option<(Finding, Span)> {
        let own = self
            .softeners
            .iter()
            .find(|softener| softener.family == self.speaks)?
            .span;
        let mut finding = rule.finding(own, message);
        for other in self
            .softeners
            .iter()
            .filter(|softener| softener.span != own)
        {
            finding = finding.relate(other.span, "Softens the same sentence.");
        }
        Some((finding, own))
    }

    /// With the ask that the words soften said as a clear request, where it is one.
    pub(super) fn requested(&self, finding: Finding, context: &Context<'_>) -> Finding {
        let at = self.passage.act_at(finding.span);
        let softened = at.and_then(|at| match &self.passage.acts[at].kind {
            ActKind::Ask(ask) => Some((&self.passage.acts[at], ask)),
            _ => None,
        });
        match softened.or(self.ask) {
            Some((act, ask)) => offer::requests(finding, context, self.passage, act, ask),
            None => finding,
        }
    }

    /// With the softening words taken out.
    pub(super) fn cut(&self, finding: Finding, applies: Applies) -> Finding {
        if let Some((words, edits)) = super::turned::turned(self) {
            return finding.fix(applies, offer::say(&words), edits);
        }
        let gone = self.softeners.iter().filter(|one| self.can_go(one));
        let (spans, edits): (Vec<Span>, Vec<Edit>) =
            gone.map(|one| (one.span, self.without(one))).unzip();
        let text = &self.passage.text;
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let title = match edits.as_slice() {
            [only] if super::just::SUBJECTS.contains(&only.text.as_str()) => {
                format!("Say “{}”", only.text)
            }
            _ => format!("Take out “{}”", words.join("”, “")),
        };
        match Edits::new(edits) {
            Some(edits) if !edits.is_empty() => finding.fix(applies, title, edits),
            _ => finding,
        }
    }

    /// The text without the words, the sentence whole.
    pub(super) fn without(&self, softener: &Softener) -> Edit {
        let tokens = &self.passage.words.tokens;
        let at = tokens.partition_point(|token| token.span.start < softener.span.start);
        match softener.family {
            "just-minimizer" => super::just::without(self.passage, at),
            _ => rewrite::cut(&self.passage.text, softener.span),
        }
    }

    /// Whether nothing stands before these words in their sentence.
    pub(super) fn opens_sentence(&self, span: Span) -> bool {
        let sentence = self.passage.sentence_over(span);
        sentence.is_some_and(|sentence| {
            let before = Span::new(sentence.span.start.min(span.start), span.start);
            !before
                .of(&self.passage.text)
                .contains(char::is_alphanumeric)
        })
    }

    /// Whether these words begin with one of `words`.
    pub(super) fn starts_with(&self, span: Span, words: &[&str]) -> bool {
        let tokens = self.passage.words.tokens_in(span);
        tokens.first().is_some_and(|first| first.is_any(words))
    }

    /// Whether a sentence stands without the words.
    pub(super) fn can_go(&self, softener: &Softener) -> bool {
        !matches!(softener.family, "wondering-frame" | "modal-stack")
            && !self.starts_verb(softener)
            && !self.advises(softener)
            && !self.gives_way(softener)
    }

    /// "A quick favour" gives way to "a favour": without it the sentence has no object.
    fn gives_way(&self, softener: &Softener) -> bool {
        let mut hits = self.passage.phrases_in(softener.span);
        softener.family == "understater"
            && hits.any(|hit| {
                hit.span == softener.span && hit.say.as_ref().is_some_and(|say| !say.is_empty())
            })
    }

    /// "I would suggest that you find a day": the verb hangs on the advice.
    fn advises(&self, softener: &Softener) -> bool {
        let mut tokens = self.passage.words.tokens_in(softener.span).iter();
        let mut suggests = || {
            tokens.any(|token| {
                token.is_any(&[
                    "suggest",
                    "recommend",
                    "propose",
                    "advise",
                    "request",
                    "ask",
                ])
            })
        };
        softener.family == "subjectivizer" && (suggests() || self.orders(softener))
    }

    /// Whether what is left would order the reader about: "I think you need to call me".
    fn orders(&self, softener: &Softener) -> bool {
        let tokens = &self.passage.words.tokens;
        let next = tokens.partition_point(|token| token.span.start < softener.span.end);
        let [you, modal, ..] = &tokens[next..] else {
            return false;
        };
        you.is("you") && modal.is_any(&["need", "must", "have", "better", "'d", "had"])
    }

    /// "I think, however, that" and "I think creating one" do not stand without their verb: what follows must be a clause.
    fn starts_verb(&self, softener: &Softener) -> bool {
        let tokens = &self.passage.words.tokens;
        let next = tokens.partition_point(|token| token.span.start < softener.span.end);
        let opens_clause = tokens.get(next).is_some_and(|token| {
            matches!(token.tag.upos, Upos::Pron | Upos::Det | Upos::Propn)
                || (token.tag.upos == Upos::Noun && token.tag.penn == Penn::Nns)
        });
        let comma = softener
            .span
            .of(&self.passage.text)
            .to_lowercase()
            .starts_with("in my")
            && tokens.get(next).is_some_and(|token| token.is(","));
        softener.family == "subjectivizer" && !opens_clause && !comma
    }
}
