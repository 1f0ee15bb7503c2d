use crate::facts::{Message, Passage};
use crate::finding::{Finding, Level};
use crate::language::TokenKind;
use crate::rules::{Context, Kind, rule};

rule! {
    /// The first request comes late in a long message.
    ///
    /// ## Why
    /// Most readers decide from the first lines what a message wants of them. What stands below a screen of history is found by those
    /// who were going to read it all anyway.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Hi Ana,
    ///
    /// The move began in March, when the old lease ran out and the owner told us that the house would be sold. We looked at five places
    /// in the north, at two near the station and at one by the river, and wrote down for each what it costs, how far it is for most of
    /// us, and what would have to be built before we could open. In May the board chose the place by the river. In June the builder came
    /// and measured the rooms, and in July he sent the plan with the walls, the cables and the doors. It was too dear, so we went over
    /// it with him twice, left out the second kitchen and the glass wall, and came to a price that the board could accept.
    ///
    /// Since then the owner of the new house has sent the lease. It runs for five years, with a way out after three. The lawyer has read
    /// it and has two small remarks, which the owner has taken up.
    ///
    /// Thank you for your patience with all of this. [[Please sign the lease by Friday]].
    /// ```
    /// ```mail fine
    /// Please sign the lease by Friday. The history is below.
    /// ```
    pub(super) static ASK_BURIED = {
        id: "ask-buried",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        check: Message(check),
    }
}

/// A message this long, in words, is skimmed.
const LONG: usize = 150;

/// A request after so many words is found late.
const LATE: usize = 120;

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let replies = message.quoted().next().is_some();
    let first = context.noticed(message, Kind::Work).find_map(|of| {
        let mut work = of.noticed.work.iter();
        of.ask(work.find(|work| work.in_reply || !replies)?.act)
    });
    let Some(first) = first else {
        return Vec::new();
    };
    // Counted no further than it takes: a long draft is counted again at every key.
    let mut total = 0;
    let long = message.own().any(|(_, passage)| {
        total += words(passage, passage.text.len());
        total > LONG
    });
    let before: usize = message
        .own()
        .take_while(|(offset, _)| *offset <= first.offset)
        .map(|(offset, passage)| {
            let end = if offset == first.offset {
                first.act.span.start
            } else {
                passage.text.len()
            };
            words(passage, end)
        })
        .sum();
    if !long
        || before <= LATE
        || says_so(
            context,
            first
                .fact
                .action
                .as_ref()
                .map(|action| action.verb.as_str()),
        )
    {
        return Vec::new();
    }
    if is_request(message, first.span().start) {
        return Vec::new();
    }
    vec![ASK_BURIED.finding(
        first.span(),
        format!("This is the first request, and {before} words stand before it."),
    )]
}

/// How many words a passage has before a byte of it.
fn words(passage: &Passage, end: usize) -> usize {
    passage
        .words
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.span.end <= end)
        .count()
}

/// Whether what stands above says itself that it requests something, and so is no preamble: "I hereby make the following request".
fn is_request(message: &Message, before: usize) -> bool {
    let mut above = message.own().take_while(|(offset, _)| *offset < before);
    above.any(|(offset, passage)| {
        let tokens = &passage.words.tokens;
        let next = tokens.partition_point(|token| offset + token.span.end <= before);
        let tokens = &tokens[..next];
        tokens.windows(2).any(|pair| {
            pair[1].is_any(&["request", "requesting"])
                && pair[0].is_any(&[
                    "following",
                    "i",
                    "we",
                    "am",
                    "'m",
                    "are",
                    "'re",
                    "to",
                    "formally",
                ])
        })
    })
}

/// Whether the subject already asks for it.
fn says_so(context: &Context<'_>, verb: Option<&str>) -> bool {
    let subject = context
        .headers
        .subject
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let head = verb
        .and_then(|verb| verb.split(' ').next())
        .unwrap_or("please");
    subject
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == head || word == "please")
}
