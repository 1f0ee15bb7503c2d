use crate::facts::{ActKind, Ask, Message, Passage, Placed};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token, Upos, among};
use crate::rules::{Context, Kind, rule};
use crate::text::{Edit, Span};

rule! {
    /// A request is about "it", and nothing before it says what.
    ///
    /// ## Why
    /// What is obvious to the writer at the end of a long day is not to the reader at the start of theirs. They open three files, or
    /// ask back, and a day is gone.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you look at [[it]] by Friday?
    /// ```
    /// ```mail fixed
    /// Could you look at [what] by Friday?
    /// ```
    /// ```mail flagged
    /// Please finish [[the thing]] by Friday.
    /// ```
    /// ```mail fine
    /// The lease is attached. Could you sign it by Friday?
    /// ```
    /// ```mail fine
    /// If it rains, move the stand inside.
    /// ```
    pub(super) static ASK_VAGUE_OBJECT = {
        id: "ask-vague-object",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    // In a reply, and under a subject, "it" has something to point to.
    let told = message.document.attributions.is_empty() && message.quoted().next().is_none();
    let noticed = context.noticed(message, Kind::VagueObject);
    let mut asks = noticed.flat_map(|of| {
        let asks = of.noticed.vague_objects.iter();
        asks.filter_map(move |&at| of.ask(at))
    });
    let first = asks.find_map(|ask| vague(message, &ask, context, told));
    first.into_iter().collect()
}

/// The passage's asks for work on what names nothing, or may name nothing, by their numbers among the acts.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<usize> {
    let acts = passage.acts.iter().enumerate();
    let vague = acts.filter(|(_, act)| match &act.kind {
        ActKind::Ask(ask) => object(passage, ask).is_some(),
        _ => false,
    });
    vague.map(|(at, _)| at).collect()
}

/// The object of an ask for work, if it names nothing; and whether it points to what may.
fn object(passage: &Passage, ask: &Ask) -> Option<(Span, bool)> {
    let object = ask.action.as_ref().filter(|_| ask.work)?.object?;
    let words = object.of(&passage.text);
    // OK because none of the words looked for is longer.
    if words.len() > 10 {
        return None;
    }
    match words.to_lowercase().as_str() {
        "the thing" | "the things" | "that thing" | "that stuff" | "the stuff" | "things"
        | "stuff" | "this stuff" | "this thing" => Some((object, false)),
        // What is passed on is the message itself.
        "this" | "these" if passes_on(ask) => None,
        "it" | "this" | "that" | "them" | "these" | "those" => Some((object, true)),
        _ => None,
    }
}

/// Whether the verb passes on what it is done to.
fn passes_on(ask: &Ask) -> bool {
    let verb = ask.action.as_ref().map(|action| action.verb.as_str());
    verb.is_some_and(|verb| {
        matches!(
            verb,
            "forward"
                | "forward on"
                | "forward along"
                | "share"
                | "pass"
                | "pass on"
                | "pass along"
                | "send"
                | "circulate"
                | "distribute"
        )
    })
}

/// Whether the verb tells nothing of what its object is; "schedule it" and "discuss it" go on from something.
fn tells_nothing(ask: &Ask) -> bool {
    const EMPTY: &str =
        "look|take|handle|deal|fix|do|sort|check|finish|review|read|update|change|sign";
    let verb = ask.action.as_ref().map(|action| action.verb.as_str());
    verb.is_some_and(|verb| among(verb.split(' ').next().unwrap_or_default(), EMPTY))
}

fn vague(
    message: &Message,
    ask: &Placed<'_, Ask>,
    context: &Context<'_>,
    fresh: bool,
) -> Option<Finding> {
    let (object, pointer) = object(ask.passage, ask.fact)?;
    let subject = context
        .headers
        .subject
        .as_deref()
        .is_some_and(|subject| !subject.trim().is_empty());
    let lead = ask
        .passage
        .words
        .tokens_in(Span::new(ask.act.span.start, object.start));
    if lead
        .iter()
        .any(|token| token.is_any(&["not", "n't", "never"]))
    {
        return None;
    }
    let points = || {
        fresh && !subject && tells_nothing(ask.fact) && !goes_on(ask) && !named_before(message, ask)
    };
    if is_told_after(ask) || pointer && !points() {
        return None;
    }
    let span = object.shifted(ask.offset);
    let finding = ASK_VAGUE_OBJECT.finding(span, "Nothing before this says what it is.");
    Some(finding.fix(
        Applies::WithBlank,
        "Say “[what]”",
        Edit::replace(span, "[what]"),
    ))
}

/// Whether the words after the object say what it is: "those marked below", "this link".
fn is_told_after(ask: &Placed<'_, Ask>) -> bool {
    let Some(object) = ask.fact.action.as_ref().and_then(|action| action.object) else {
        return false;
    };
    let tokens = &ask.passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < object.end);
    let timed = |token: &Token| {
        ask.passage
            .times
            .iter()
            .any(|time| time.whole.covers(token.span))
    };
    tokens
        .get(next)
        .filter(|token| !timed(token))
        .is_some_and(|token| {
            matches!(
                token.tag.penn,
                Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Vbn | Penn::Jj
            ) && !tokens[next - 1].is("it")
                || token.is_any(&[
                    "that", "which", "who", "below", "attached", ":", "you", "i", "we", "he",
                    "she", "they",
                ])
        })
}

/// Whether the sentence goes on from something said elsewhere: "If not, please forward it", "Could we discuss it again?"
fn goes_on(ask: &Placed<'_, Ask>) -> bool {
    let words = &ask.passage.words;
    let Some(sentence) = words.sentences.get(ask.act.sentence) else {
        return false;
    };
    let first = words.tokens.get(sentence.tokens.start);
    first.is_some_and(|token| {
        token.is_any(&[
            "if",
            "also",
            "then",
            "and",
            "but",
            "so",
            "or",
            "yes",
            "otherwise",
            "ok",
            "okay",
            "sure",
        ])
    }) || words
        .tokens_in(ask.act.span)
        .iter()
        .any(|token| token.is_any(&["again", "ahead", "too"]))
}

/// Whether a thing was named in the writer's own words before the ask, or in its own sentence before its verb.
fn named_before(message: &Message, ask: &Placed<'_, Ask>) -> bool {
    let verb = ask
        .fact
        .action
        .as_ref()
        .map_or(ask.act.span.start, |action| action.verb_span.start)
        + ask.offset;
    let mut before = message.own().take_while(|(offset, _)| *offset < verb);
    before.any(|(offset, passage)| {
        let greets = passage.block.kind == crate::document::BlockKind::Greeting;
        let tokens = passage
            .words
            .tokens
            .iter()
            .filter(|token| token.span.start + offset < verb);
        !greets
            && tokens.into_iter().any(|token| {
                matches!(token.tag.upos, Upos::Noun | Upos::X)
                    || token.kind == crate::language::TokenKind::Opaque
            })
    })
}
