//! What holds for every draft, over drafts spliced from fragments: greetings, requests however they are softened, excuses, quotes,
//! signatures, code.

use forthright::document::{Format, ZoneKind};
use forthright::facts::{Ask, Directness, DueKind, Message, Placed};
use forthright::finding::{Applies, Finding, Fix};
use forthright::rewrite::{self, Plan};
use forthright::settings::{Options, Register};
use forthright::text::{Edit, Edits, Span};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;

/// The Wednesday on which the drafts are written.
const TODAY: Date = date(2026, 11, 18);

/// The day offered first on it.
const DAY: &str = "Fri 20 Nov";

/// How often a draft is read anew while it is fixed, as `forthright fix` does.
const MOST_ROUNDS: usize = 50;

const GREETINGS: &[&str] = &[
    "",
    "Hi Sam,\n\n",
    "Hi Sam, ",
    "Dear Ms Poe,\n",
    "Hello all!\n\n",
    "Sam, ",
    "Good morning 🌞\n\n",
];

/// Requests up to their verb, each with whether the base form follows.
const OPENINGS: &[(&str, bool)] = &[
    ("I was just wondering if you could ", true),
    (
        "I was wondering whether you might possibly be able to ",
        true,
    ),
    ("I was hoping you could maybe ", true),
    ("Do you think you could ", true),
    ("Would it be possible for you to ", true),
    ("It would be great if you could ", true),
    ("I'd really appreciate it if you could ", true),
    ("I would be grateful if you would ", true),
    ("Could you possibly ", true),
    ("Could you please ", true),
    ("Can you ", true),
    ("Please ", true),
    ("Kindly ", true),
    ("I need you to ", true),
    ("I'd like you to ", true),
    ("Would you mind ", false),
    ("I just wanted to ask if you could ", true),
    ("If it's not too much trouble, could you ", true),
    ("Sorry to bother you, but could you ", true),
    ("Maybe you could ", true),
    ("You might want to ", true),
    ("", true),
];

/// What is asked for: the verb in its base form and with -ing, and the rest.
const ACTIONS: &[(&str, &str, &str)] = &[
    ("review", "reviewing", "the lease"),
    ("send", "sending", "me the totals"),
    ("take", "taking", "a look at the audit report"),
    ("sign", "signing", "and return the form"),
    ("check", "checking", "the numbers on page 3"),
    ("update", "updating", "the plan, the budget and the risks"),
    ("call", "calling", "the bank about the loan"),
    ("write", "writing", "up what we agreed (see the notes)"),
    ("prepare", "preparing", "the slides for the board"),
    ("run", "running", "`make test` on the branch"),
    ("confirm", "confirming", "that the room is free"),
    (
        "order",
        "ordering",
        "two chairs from https://example.org/chairs",
    ),
];

const DATES: &[&str] = &[
    "",
    "",
    " by Friday",
    " by Fri 27 Nov",
    " before the board meeting",
    " ASAP",
    " whenever you get a chance",
    " soon",
    " when you have a minute",
    " by the end of the week",
    " tomorrow",
    " by 3 Nov",
];

const ENDS: &[&str] = &[
    "?",
    ".",
    "",
    "!",
    "?!",
    "…",
    ", if that's okay?",
    ", no worries if not.",
    " because the audit starts on Monday.",
    " so that we can pay them.",
    ", if possible.",
    " - thanks!",
    " 🙏",
];

const OTHERS: &[&str] = &[
    "No worries if not!",
    "Sorry to bother you.",
    "It's really just the key points.",
    "I know you're super busy.",
    "The slides haven't been updated since March.",
    "The board meets on Monday.",
    "Someone should call the caretaker.",
    "We should probably move the launch.",
    "The report needs to be reviewed.",
    "I'll try to take a look at it.",
    "I'll see what I can do.",
    "I can hopefully send it soon.",
    "I think we might need a bigger room.",
    "Thoughts?",
    "Let me know what you think.",
    "Please call the bank, send the deck and pay the invoice.",
    "What do you think about it?",
    "Great. Thanks.",
    "You never answered.",
    "To be honest, I'm no expert.",
    "Thanks in advance!",
    "**Important:** the door is *shut*.",
    "Fällt das auf? Ja.",
    "(I was wondering.)",
];

const CLOSINGS: &[&str] = &[
    "",
    "\n\nThanks,\nKim\n",
    "\n\nThanks",
    "\n\nBest regards\nKim Lee\n-- \nKim Lee\nPlease send me mail at kim@example.org\n",
    "\n\nKim\n\nOn Thu, 12 Nov 2026 at 10:00, Sam wrote:\n> Could you maybe send the list ASAP?\n> Sorry to bother you.\n",
    "\n\n```\nI was wondering if you could\n```\n",
    "\n\n> Can someone call Bo?\n\nI'll try.\n",
];

fn request() -> impl Strategy<Value = String> {
    (
        select(OPENINGS),
        select(ACTIONS),
        select(DATES),
        select(ENDS),
    )
        .prop_map(|((opening, plain), (base, gerund, object), day, end)| {
            let verb = if plain { base } else { gerund };
            let said = format!("{opening}{verb} {object}{day}{end}");
            if opening.is_empty() {
                let mut chars = said.chars();
                let first = chars.next().map(|c| c.to_ascii_uppercase());
                first.into_iter().chain(chars).collect()
            } else {
                said
            }
        })
}

/// A draft and its format.
fn drafts() -> impl Strategy<Value = (String, Format)> {
    let sentence = prop_oneof![3 => request(), 2 => select(OTHERS).prop_map(str::to_owned)];
    let gap = select(&[" ", " ", " ", "\n", "\n\n", "\n- ", "\n\n1. "][..]);
    let sentences = prop::collection::vec((sentence, gap), 1..5);
    let headers = select(
        &[
            "",
            "",
            "To: Sam Poe <sam@example.org>\nSubject: Quick question\n\n",
            "To: ana@example.org, bo@example.org\nSubject: \n\n",
        ][..],
    );
    (
        headers,
        select(GREETINGS),
        sentences,
        select(CLOSINGS),
        any::<bool>(),
        select(&[Format::Text, Format::Markdown][..]),
    )
        .prop_map(|(headers, greeting, sentences, closing, crlf, format)| {
            let mut text = format!("{headers}{greeting}");
            for (at, (sentence, gap)) in sentences.iter().enumerate() {
                if at > 0 {
                    // Nobody runs two requests into one without a mark.
                    let ended = !text.ends_with(char::is_alphanumeric);
                    text.push_str(if ended { gap } else { "\n\n" });
                }
                text.push_str(sentence);
            }
            text.push_str(closing);
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            let format = if headers.is_empty() {
                format
            } else {
                Format::Email
            };
            (text, format)
        })
}

fn check(text: &str, format: Format) -> Vec<Finding> {
    forthright::check(text, format, TODAY, &Options::default())
}

fn read(text: &str, format: Format) -> Message {
    forthright::read(text, format, TODAY, &Options::default())
}

/// Whether a run is the writer's own to change.
fn is_own(message: &Message, text: &str, span: Span) -> bool {
    let subject = message.document.headers.subject_span;
    let own = |kind: ZoneKind| kind == ZoneKind::Body;
    let zones = message.fine_zones();
    let covers = |zone: Span| {
        zone.overlaps(span) || (span.is_empty() && zone.start <= span.start && span.end <= zone.end)
    };
    subject.is_some_and(|subject| subject.covers(span))
        || if span.is_empty() {
            // Behind a link that ends the draft, the writer's sentence goes on.
            let ends = |zone: Span| {
                let link = zone.end == text.len() && !zone.of(text).contains('\n');
                let goes_on = zones
                    .iter()
                    .any(|before| own(before.kind) && before.span.end == zone.start);
                link && goes_on && span.start == zone.end
            };
            zones
                .iter()
                .any(|zone| own(zone.kind) && covers(zone.span) || ends(zone.span))
        } else {
            zones
                .iter()
                .filter(|zone| covers(zone.span))
                .all(|zone| own(zone.kind))
        }
}

/// Where a run stands after the edits, new words at its edges included.
fn carried(edits: &Edits, span: Span) -> Span {
    let moved = |at: usize, after: bool| {
        let mut moved = at;
        for edit in edits {
            if edit.span.end < at || edit.span.end == at && (after || edit.span.start < at) {
                moved = moved + edit.text.len() - edit.span.len();
            } else if edit.span.start < at {
                let into = if after { edit.text.len() } else { 0 };
                moved = moved - (at - edit.span.start) + into;
            }
        }
        moved
    };
    let start = moved(span.start, false);
    Span::new(start, moved(span.end, true).max(start))
}

/// Takes what fixes may be taken together, as `forthright fix` does.
fn take(findings: &[Finding], all: bool) -> Edits {
    let may = |fix: &&Fix| match fix.applies {
        Applies::AsIs => true,
        Applies::IfMeant => all,
        Applies::WithBlank => false,
    };
    let mut edits: Vec<Edit> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(may) else {
            continue;
        };
        let end = edits.iter().map(|edit| edit.span.end).max();
        if end > fix.edits.iter().map(|edit| edit.span.start).min() {
            continue;
        }
        edits.extend(fix.edits.iter().cloned());
    }
    Edits::new(edits).expect("edits that overlap were passed by")
}

fn fixing_ends(text: &str, format: Format, all: bool) -> Result<(), TestCaseError> {
    let mut now = text.to_owned();
    let mut seen = vec![now.clone()];
    for _ in 0..MOST_ROUNDS {
        let edits = take(&check(&now, format), all);
        if edits.is_empty() {
            return Ok(());
        }
        now = edits.applied_to(&now);
        prop_assert!(!seen.contains(&now), "fixing goes in a circle: {seen:#?}");
        seen.push(now.clone());
    }
    Err(TestCaseError::fail(format!("fixing has no end: {seen:#?}")))
}

fn fixes_hold(text: &str, format: Format) -> Result<(), TestCaseError> {
    let message = read(text, format);
    for finding in check(text, format) {
        for fix in &finding.fixes {
            for edit in &fix.edits {
                prop_assert!(
                    is_own(&message, text, edit.span),
                    "{}: {:?} changes what is another's: {:?}",
                    finding.rule,
                    fix.title,
                    edit.span.of(text)
                );
            }
            let after = fix.edits.applied_to(text);
            let place = carried(&fix.edits, finding.span);
            let again = check(&after, format)
                .into_iter()
                .find(|found| found.rule == finding.rule && found.span.overlaps(place));
            prop_assert!(
                again.is_none(),
                "{} speaks again after {:?}: {:?} is {:?}",
                finding.rule,
                fix.title,
                text,
                after
            );
        }
    }
    Ok(())
}

/// Verbs that a vague one gives way to.
fn same_verb(old: &str, new: &str) -> bool {
    old == new
        || matches!(new, "review" | "check" | "investigate")
            && matches!(old, "take" | "have" | "look" | "go" | "take a look")
}

fn a_rewritten_request_is_direct(
    text: &str,
    format: Format,
    message: &Message,
    ask: &Placed<'_, Ask>,
    register: Register,
) -> Result<(), TestCaseError> {
    let Some(action) = &ask.fact.action else {
        return Ok(());
    };
    let dated = |ask: &Ask| {
        ask.due
            .as_ref()
            .is_some_and(|due| due.kind != DueKind::Vague)
    };
    let plan = Plan {
        register,
        who: None,
        due: (!dated(ask.fact)).then_some(DAY),
        each: false,
    };
    let Some(recast) = rewrite::request(ask.passage, ask.act, ask.fact, &plan) else {
        return Ok(());
    };
    let edits = recast.edits.shifted(ask.offset);
    if !edits.iter().all(|edit| is_own(message, text, edit.span)) {
        return Ok(());
    }
    let after = edits.applied_to(text);
    let place = carried(&edits, ask.span());
    let message = read(&after, format);
    let again = message
        .asks()
        .filter(|other| other.span().overlaps(place))
        .find_map(|other| other.fact.action.as_ref().map(|action| (other, action)));
    let told = || format!("{text:?} becomes {after:?}");
    let Some((again, asked)) = again else {
        return Err(TestCaseError::fail(format!("no ask is left: {}", told())));
    };
    let verb = &asked.verb;
    prop_assert!(same_verb(&action.verb, verb), "{verb}: {}", told());
    prop_assert_eq!(again.fact.directness, Directness::Direct, "{}", told());
    if plan.due.is_some() && recast.words.contains(DAY) {
        let due = message.due(&again);
        let day = due.and_then(|due| due.time.last_day());
        prop_assert_eq!(day, Some(date(2026, 11, 20)), "{}", told());
    }
    Ok(())
}

fn the_whole_draft_holds(text: &str, format: Format) -> Result<(), TestCaseError> {
    let message = read(text, format);
    let options = Options::default();
    let edits = rewrite::draft(&message, &options, &|span| span.of(text).into());
    let Some(edits) = edits else {
        return Ok(());
    };
    for edit in &edits {
        prop_assert!(is_own(&message, text, edit.span), "{text:?}: {edit:?}");
    }
    let after = edits.applied_to(text);
    let again = rewrite::draft(&read(&after, format), &options, &|span| {
        span.of(&after).into()
    });
    let again = again.map(|edits| edits.applied_to(&after));
    prop_assert_eq!(again, None, "{:?} becomes {:?}", text, after);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixes_stay_in_own_words_and_answer_their_findings((text, format) in drafts()) {
        fixes_hold(&text, format)?;
    }

    #[test]
    fn fixing_comes_to_an_end((text, format) in drafts()) {
        fixing_ends(&text, format, false)?;
        fixing_ends(&text, format, true)?;
    }

    #[test]
    fn a_request_said_anew_asks_directly_for_the_same((text, format) in drafts()) {
        let message = read(&text, format);
        for ask in message.asks() {
            for register in [Register::PoliteQuestion, Register::PlainRequest] {
                a_rewritten_request_is_direct(&text, format, &message, &ask, register)?;
            }
        }
    }

    #[test]
    fn a_message_said_anew_is_clear((text, format) in drafts()) {
        the_whole_draft_holds(&text, format)?;
    }
}

/// What once broke a property.
#[test]
fn what_once_broke_holds() {
    for text in [
        // A need of the writer's became a request of the reader to need it.
        "I think we might need a bigger room.",
        // A fix that changed nothing was offered for ever.
        "Please sign and return the form when you have a minute Could you possibly prepare the slides by Fri 20 Nov because the audit starts on Monday.",
        // Two phrases side by side went one after the other.
        "Hello all!\n\nPlease confirm that the room is free ASAP, if possible.",
        // The day was put in only the second time.
        "Would it be possible for you to order two chairs, if possible.\n\nThanks",
        // An excuse at the start was a condition, and kept the day out.
        "If it's not too much trouble, could you review the lease ASAP?",
        "If it's not too much trouble, could you sign and return the form?",
        // The name came before the greeting, and a blank for it was no name.
        "To: ana@example.org, bo@example.org\nSubject: \n\nHi Sam, Could you possibly review the lease?",
        "To: ana@example.org, bo@example.org\nSubject: \n\nCould you review the lease?",
        // Three dots hid the end of the request.
        "I was just wondering if you could review the lease… I'll try to take a look at it.",
        // The day came behind a link that ended the draft.
        "I was just wondering if you could order two chairs from https://example.org/chairs",
        // A sentence without an end swallowed the request put behind it.
        "It would be great if you could call the bank about the loan whenever you get a chance\n\n```\nx\n```\n",
    ] {
        let format = Format::of(None, None, text);
        let message = read(text, format);
        let asks = message.asks().map(|ask| {
            a_rewritten_request_is_direct(text, format, &message, &ask, Register::PoliteQuestion)
        });
        let held = [
            fixes_hold(text, format),
            fixing_ends(text, format, false),
            fixing_ends(text, format, true),
            the_whole_draft_holds(text, format),
        ];
        for held in held.into_iter().chain(asks) {
            held.unwrap_or_else(|why| panic!("{text:?}: {why}"));
        }
    }
}
