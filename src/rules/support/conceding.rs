use jiff::civil::Date;

use super::{rhetorical_question, sympathy_appeal};
use crate::facts::{ActKind, Ask, Message, Passage, Placed, Strength};
use crate::finding::{Applies, Finding, Level};
use crate::language::TokenKind;
use crate::language::pattern::Patterns;
use crate::rewrite;
use crate::rules::{Context, commitment, offer, reply, rule};
use crate::text::Edit;

rule! {
    /// A half promise is thanked for as if it were whole.
    ///
    /// ## Why
    /// "Great. Thanks." to an "I'll see what I can do" settles nothing: both sides now believe different things, and the next message
    /// about it will be a reproach. Thanks that ask for the day are as friendly, and turn it into an agreement.
    ///
    /// The message answered is read in the quote below the draft, or in the turn before it in a chat.
    ///
    /// ## Examples
    /// ```chat flagged
    /// Sam: I'll see what I can do.
    /// Kim: [[Great. Thanks.]]
    /// ```
    /// ```chat fixed
    /// Sam: I'll see what I can do.
    /// Kim: Thanks. Can I count on it by Fri 20 Nov?
    /// ```
    /// ```chat fine
    /// Sam: I'll send it on Friday.
    /// Kim: Great. Thanks.
    /// ```
    /// ```chat fine
    /// Sam: I'll see what I can do.
    /// Kim: Thanks. Can you tell me by Thursday whether it works?
    /// ```
    pub(super) static CONCEDING = {
        id: "conceding",
        level: Some(Level::Info),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let conceded = || {
        let note = reply::note(message)?;
        let answered = reply::answered(message);
        let half = answered.iter().any(|passage| is_half(passage));
        let asks = answered.iter().any(|passage| asks(passage));
        (half && !asks).then_some(note)
    };
    let Some(note) = conceded() else {
        return Vec::new();
    };
    let says = "This thanks for a half promise, and leaves the day open.";
    let place = note.span.shifted(note.offset);
    let finding = CONCEDING.finding(place, says);
    if !note.whole {
        return vec![finding];
    }
    let thanks = match note.span.of(&note.passage.text).to_lowercase() {
        words if words.contains("thank you") => "Thank you",
        _ => "Thanks",
    };
    let day = told(message).or_else(|| wanted_before(message));
    let day = match day.filter(|day| *day >= context.today) {
        Some(day) => rewrite::written(day, context.today, context.options),
        None => offer::usual_day(context),
    };
    let words = format!("{thanks}. Can I count on it by {day}?");
    let title = format!("Say “{words}”");
    vec![finding.fix(Applies::IfMeant, title, Edit::replace(place, words))]
}

/// The day until which the half promise reaches: "sometime next week".
fn told(message: &Message) -> Option<Date> {
    let answered = reply::answered(message);
    let mut days = answered.iter().flat_map(|passage| {
        let times = passage.times.iter();
        times.filter_map(|time| passage.last_day(time, time.whole))
    });
    days.next()
}

/// The last day for which the writer had asked, before the answer they thank for.
fn wanted_before(message: &Message) -> Option<Date> {
    let answer = reply::answered(message);
    let mine = |ask: &Placed<'_, Ask>| !answer.iter().any(|part| std::ptr::eq(*part, ask.passage));
    let asked = message.quoted_asks().filter(mine);
    let days = asked.filter_map(|ask| ask.passage.due_day(ask.fact));
    days.last()
}

/// Whether the passage promises by halves, or turns away without a no.
fn is_half(passage: &Passage) -> bool {
    let sentences = 0..passage.words.sentences.len();
    let weak = passage.acts.iter().any(|act| match &act.kind {
        ActKind::Commitment(promise) => promise.strength == Strength::Weak,
        _ => false,
    });
    weak || is_put_off(passage)
        || sentences
            .into_iter()
            .any(|at| commitment::is_faulty(passage, at))
        || sympathy_appeal::stands_in(passage)
        || rhetorical_question::stands_in(passage)
}

/// Whether it only says that an answer may come, or that somebody may see to it: "Maybe, I'll let you know", "Hopefully someone will".
fn is_put_off(passage: &Passage) -> bool {
    static LATER: Patterns = Patterns::new(&["will|'ll let you|u know .|!|:)?"]);
    let tokens = &passage.words.tokens;
    let later = LATER.find(tokens).is_some_and(|(words, _)| {
        let next = tokens.get(words.end);
        next.is_none_or(|next| next.kind != TokenKind::Word) || tokens[words.end - 1].is(".")
    });
    let will = tokens.iter().any(|token| token.is_any(&["will", "'ll"]));
    let hoped = will && tokens.iter().any(|token| token.is("hopefully"));
    (later || hoped) && passage.times.iter().all(|time| time.last_day().is_none())
}

/// Whether the passage asks for an answer that is more than thanks.
fn asks(passage: &Passage) -> bool {
    !rhetorical_question::stands_in(passage)
        && passage
            .acts
            .iter()
            .any(|act| matches!(act.kind, ActKind::Ask(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::rules::examples::{fixes, quiet};

    const QUOTE: &str = "\n\nOn Tue, 17 Nov 2026 at 09:12, Sam Hill <sam@example.org> wrote:\n> ";

    #[test]
    fn thanks_for_half_a_promise() {
        for (said, answer) in [
            ("I'll try to get to it.", "Ok, no problem!"),
            ("I'll look into it.", "Thanks a lot!"),
            (
                "I'll try to cut them soon.",
                "No rush, whenever you get to it.",
            ),
            ("I should be able to print them.", "Perfect."),
            (
                "I have so much going on right now. I'll see what I can do.",
                "Great, thanks!",
            ),
            ("Hopefully I'll finish it.", "Sounds good."),
            ("Hopefully someone will pick it up.", "ok great, ty!"),
            (
                "Maybe, I'll let you know.",
                "No worries, don't worry about it!",
            ),
        ] {
            fixes(
                &CONCEDING,
                &format!("{answer}{QUOTE}{said}\n"),
                &format!("Thanks. Can I count on it by Fri 20 Nov?{QUOTE}{said}\n"),
            );
        }
    }

    #[test]
    fn the_day_that_was_asked_for_is_asked_for_again() {
        let chat = "Ana: Could you update the list by Thursday?\nRaj: I'll look into it\nAna: ";
        let mail = format!(
            "Perfect!{QUOTE}I'll look into it.\n>\n> On Mon, 16 Nov 2026, Ana Lee wrote:\n> > Could you update the list by Thursday?\n"
        );
        let found = |text: &str, format| {
            let today = jiff::civil::date(2026, 11, 18);
            let found = crate::check(text, format, today, &crate::settings::Options::default());
            let fix = found.first().and_then(|finding| finding.fixes.first());
            fix.map(|fix| fix.title.clone()).unwrap_or_default()
        };
        let early = "Sam: I'll see if I can print them before Saturday\nKim: Great!";
        let before = "Say “Thanks. Can I count on it by Fri 20 Nov?”";
        assert_eq!(found(early, Format::Chat), before);
        let asked = "Say “Thanks. Can I count on it by Thu 19 Nov?”";
        assert_eq!(found(&format!("{chat}Perfect!"), Format::Chat), asked);
        assert_eq!(found(&mail, Format::Text), asked);
    }

    #[test]
    fn answers_that_settle_something() {
        for (said, answer) in [
            ("I'll send it on Friday.", "Great, thanks!"),
            (
                "I'll try to get to it.",
                "Thanks. Friday noon is the latest that helps.",
            ),
            (
                "I'll try to get to it.",
                "Thanks, could you tell me by Friday?",
            ),
            ("The file is in the folder.", "Thank you so much!"),
            ("I'll look into it. Which version is it?", "Thanks, 4.2."),
        ] {
            quiet(&CONCEDING, &format!("{answer}{QUOTE}{said}\n"));
        }
        quiet(&CONCEDING, "Great. Thanks.");
    }
}
