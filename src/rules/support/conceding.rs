use super::{rhetorical_question, sympathy_appeal};
use crate::facts::{ActKind, Message, Passage, Strength};
use crate::finding::{Applies, Finding, Level};
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
    let day = offer::usual_day(context);
    let words = format!("{thanks}. Can I count on it by {day}?");
    let title = format!("Say “{words}”");
    vec![finding.fix(Applies::IfMeant, title, Edit::replace(place, words))]
}

/// Whether the passage promises by halves, or turns away without a no.
fn is_half(passage: &Passage) -> bool {
    let sentences = 0..passage.words.sentences.len();
    let weak = passage.acts.iter().any(|act| match &act.kind {
        ActKind::Commitment(promise) => promise.strength == Strength::Weak,
        _ => false,
    });
    weak || sentences
        .into_iter()
        .any(|at| commitment::is_faulty(passage, at))
        || sympathy_appeal::stands_in(passage)
        || rhetorical_question::stands_in(passage)
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
    use crate::rules::examples::{fixes, quiet};

    const QUOTE: &str = "\n\nOn Tue, 17 Nov 2026 at 09:12, Sam Hill <sam@example.org> wrote:\n> ";

    #[test]
    fn thanks_for_half_a_promise() {
        for (said, answer) in [
            ("I'll try to get to it.", "Ok, no problem!"),
            ("I'll look into it.", "Thanks a lot!"),
            ("I should be able to print them.", "Perfect."),
            (
                "I have so much going on right now. I'll see what I can do.",
                "Great, thanks!",
            ),
            ("Hopefully I'll finish it.", "Sounds good."),
        ] {
            fixes(
                &CONCEDING,
                &format!("{answer}{QUOTE}{said}\n"),
                &format!("Thanks. Can I count on it by Fri 20 Nov?{QUOTE}{said}\n"),
            );
        }
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
