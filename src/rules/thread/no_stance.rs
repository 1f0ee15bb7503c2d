use crate::facts::{ActKind, Ask, AskForm, Directness, Message, OwnerKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::among;
use crate::rewrite;
use crate::rules::{Context, offer, reply, rule};
use crate::text::Edit;

rule! {
    /// A request is answered by neither yes nor no.
    ///
    /// ## Why
    /// "Noted" leaves the one who asked where they were: is it being done? Yes with a day, no with who can, or the day on which the answer
    /// will come: each of these closes the question, and each is one line.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Noted.]]
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Please sign the lease by Friday.
    /// ```
    /// ```mail fixed
    /// Noted. I'll do it by Fri 20 Nov.
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Please sign the lease by Friday.
    /// ```
    /// ```mail fine
    /// Signed and sent back.
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Please sign the lease by Friday.
    /// ```
    pub(super) static REPLY_NO_STANCE = {
        id: "reply-no-stance",
        level: Some(Level::Hint),
        guards: Commitment,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let open = || {
        let note = reply::note(message).filter(|note| !note.accepts || note.wavers)?;
        let answered = reply::answered(message);
        let ask = answered.iter().rev().find_map(|passage| asked(passage))?;
        Some((note, ask))
    };
    let Some((note, (passage, ask))) = open() else {
        return Vec::new();
    };
    let place = note.span.shifted(note.offset);
    let finding = REPLY_NO_STANCE.finding(
        place,
        "This takes note of a request, and says neither yes nor no.",
    );
    // Two things in one breath have one day.
    let together = || context.around.wanted.as_ref()?.day;
    let due = passage.due_day(ask).or_else(together);
    let due = due.filter(|day| *day >= context.today);
    let usual = context.usual();
    let written = |day| rewrite::written(day, context.today, context.options);
    let day = written(due.unwrap_or(usual));
    let end = place.end;
    let closed = note.span.of(&note.passage.text).ends_with(['.', '!']);
    let stop = if closed { "" } else { "." };
    // Whether it works is told before it is due.
    let later = written(due.map_or(usual, |due| due.min(usual)));
    let add = |finding: Finding, applies, words: &str| {
        finding.fix(
            applies,
            offer::add(words),
            Edit::insert(end, format!("{stop} {words}")),
        )
    };
    let yes = format!("I'll do it by {day}.");
    let whether = format!("I'll tell you by {later} whether I can.");
    let no = "I can't: [reason]. [Name] can.";
    // After "maybe" a yes would be news.
    let (first, last) = if doubts(note.span.of(&note.passage.text)) {
        (&whether, &yes)
    } else {
        (&yes, &whether)
    };
    let finding = add(finding, Applies::IfMeant, first);
    let finding = add(finding, Applies::WithBlank, no);
    vec![add(finding, Applies::IfMeant, last)]
}

/// Whether the note leaves it open: "maybe", "let me think".
fn doubts(note: &str) -> bool {
    const DOUBTS: &str =
        "maybe|perhaps|possibly|probably|think|see|look|know|should|seems|looks|sounds";
    let note = note.to_lowercase();
    let mut words = note.split(|c: char| !c.is_alphabetic());
    words.any(|word| among(word, DOUBTS))
}

/// What the passage asks the reader to do.
fn asked(passage: &Passage) -> Option<(&Passage, &Ask)> {
    passage.acts.iter().find_map(|act| match &act.kind {
        ActKind::Ask(ask)
            if ask.directness == Directness::Direct
                && ask.owner.kind == OwnerKind::You
                && ask.action.is_some()
                && !matches!(
                    ask.form,
                    AskForm::Question | AskForm::LetMeKnow | AskForm::Open
                ) =>
        {
            Some((passage, ask))
        }
        _ => None,
    })
}
