use super::missing;
use crate::facts::Message;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::Edit;

rule! {
    /// A problem is told to someone who could mend it, and that is all.
    ///
    /// ## Why
    /// "The server is down again" may be news, a complaint or a call for help. Three readers will take it three ways, and the one who
    /// could help may think it is being seen to. The sentence is a good reason; it lacks the request.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Hi Ana,
    /// [[The staging server is down again.]]
    /// ```
    /// ```mail fixed
    /// Hi Ana,
    /// The staging server is down again. Could you [do what] by Fri 20 Nov?
    /// ```
    /// ```mail fine
    /// The staging server is down again. Please restart it before 10:00.
    /// ```
    /// ```mail fine
    /// The server was down on Monday and is back since Tuesday.
    /// ```
    pub(super) static ASK_HINT = {
        id: "ask-hint",
        level: Some(Level::Info),
        guards: OpenQuestion,
        since: "0.1.0",
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    if message.hint().is_none() {
        return Vec::new();
    }
    // What tells more than that is a message without an ask.
    let [only] = missing::told(message)[..] else {
        return Vec::new();
    };
    let words = offer::skeleton(context, true);
    let finding = ASK_HINT.finding(only, "This tells a problem, and asks nobody to mend it.");
    vec![finding.fix(
        Applies::WithBlank,
        offer::add(&words),
        Edit::insert(only.end, format!(" {words}")),
    )]
}
