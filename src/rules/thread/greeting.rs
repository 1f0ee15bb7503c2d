use super::names::{Known, known};
use crate::document::BlockKind;
use crate::facts::{Message, OwnerKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::Token;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// The name in the text is not one the mail goes to.
    ///
    /// ## Why
    /// A wrong name is the first thing the reader sees, and tells them the mail was meant for another, or written for nobody. One who is
    /// asked and stands only in copy may never read that they are.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: bo@example.org
    /// Subject: Lease
    ///
    /// Hi [[Ana]],
    ///
    /// Please sign by Friday.
    /// ```
    /// ```mail flagged
    /// To: Ana Lee <ana@example.org>
    /// Subject: Lease
    ///
    /// Hi [[Anna]],
    ///
    /// Please sign by Friday.
    /// ```
    /// ```mail fixed
    /// To: Ana Lee <ana@example.org>
    /// Subject: Lease
    ///
    /// Hi Ana,
    ///
    /// Please sign by Friday.
    /// ```
    /// ```mail fine
    /// To: "Robert Lee" <rlee@example.org>
    /// Subject: Lease
    ///
    /// Hi Bob,
    ///
    /// Please sign by Friday.
    /// ```
    pub(super) static GREETING_MISMATCH = {
        id: "greeting-mismatch",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [Friends, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let to = &context.headers.to;
    if to.is_empty() {
        return Vec::new();
    }
    let people = offer::addressees(context);
    let everyone: Vec<_> = to.iter().chain(&context.headers.cc).cloned().collect();
    let mut found = Vec::new();
    for (offset, passage) in message.own() {
        for name in greeted(passage) {
            let word = name.of(&passage.text);
            if known(word, &everyone, context) != Known::No {
                continue;
            }
            let says = "Nobody of this name is among those the mail goes to.";
            let mut finding = GREETING_MISMATCH.finding(name.shifted(offset), says);
            if let [only] = people.as_slice() {
                let edit = Edit::replace(name.shifted(offset), only.as_str());
                finding = finding.fix(Applies::IfMeant, offer::say(only), edit);
            }
            found.push(finding);
        }
        for (_, ask) in passage.asks() {
            let called = matches!(ask.owner.kind, OwnerKind::Named | OwnerKind::You);
            let Some(name) = ask.owner.span.filter(|_| called) else {
                continue;
            };
            let word = name.of(&passage.text);
            let first = word.split_whitespace().next().unwrap_or(word);
            let in_copy = known(first, &context.headers.cc, context) == Known::Yes;
            if in_copy && known(first, to, context) == Known::No {
                let says = "This person is asked and stands only in copy.";
                found.push(GREETING_MISMATCH.finding(name.shifted(offset), says));
            }
        }
    }
    found
}

/// The names a greeting line greets: one word each, a family name after a title.
pub(in crate::rules) fn greeted(passage: &Passage) -> Vec<Span> {
    const HELLO: &[&str] = &[
        "hi",
        "hello",
        "hey",
        "dear",
        "good",
        "morning",
        "afternoon",
        "evening",
        "day",
        "greetings",
        "hiya",
        "howdy",
        "yo",
        "my",
        "hallo",
        "liebe",
        "lieber",
        "moin",
        "servus",
        "bonjour",
        "salut",
        "cher",
        "chère",
        "hola",
        "ciao",
        "hej",
        "olá",
    ];
    const TITLES: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "madam",
    ];
    const GROUPS: &[&str] = &[
        "all",
        "team",
        "everyone",
        "everybody",
        "folks",
        "people",
        "gang",
        "both",
        "colleagues",
        "friends",
        "friend",
        "guys",
        "there",
        "customer",
        "group",
        "members",
        "board",
        "committee",
        "hiring",
        "manager",
        "sales",
        "support",
        "whom",
        "it",
        "may",
        "concern",
        "ladies",
        "gentlemen",
        "again",
        "investor",
        "investors",
        "member",
        "reader",
        "readers",
        "subscriber",
        "subscribers",
        "user",
        "valued",
        "student",
        "students",
        "parents",
        "neighbours",
        "neighbors",
        "staff",
        "users",
        "list",
        "world",
        "honey",
        "mom",
        "dad",
        "mum",
    ];
    if passage.block.kind != BlockKind::Greeting {
        return Vec::new();
    }
    let mut names = Vec::new();
    let mut in_name = false;
    let mut titled = false;
    for token in &passage.words.tokens {
        let plain = token.norm.trim_end_matches('.');
        if token.is_any(HELLO) {
            in_name = false;
        } else if TITLES.contains(&plain) {
            titled = true;
        } else if GROUPS.contains(&plain) {
            return Vec::new();
        } else if is_name(token, passage) {
            // Of "Dear Ana Park" the given name is enough, of "Dear Ms Ana Park" the last.
            if !in_name {
                names.push(token.span);
            } else if titled && let Some(last) = names.last_mut() {
                *last = token.span;
            }
            in_name = true;
        } else if !token.is(".") {
            in_name = false;
            titled = false;
        }
    }
    names
}

fn is_name(token: &Token, passage: &Passage) -> bool {
    let word = token.span.of(&passage.text);
    word.starts_with(char::is_uppercase)
        && word.chars().count() > 1
        && word.chars().all(char::is_alphabetic)
        && !word.chars().all(char::is_uppercase)
}
