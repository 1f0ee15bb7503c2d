//! What the rest of a message tells about one passage of the writer's own: whom it greets, and what it answers.

use jiff::civil::Date;

use super::readers::Readers;
use super::thread::greeted;
use super::{Context, reply};
use crate::document::{BlockKind, Format};
use crate::facts::{Action, Ask, AskForm, Due, Message, OwnerKind, Passage};
use crate::language::among;
use crate::rewrite;
use crate::text::Span;

/// What a rule about one passage may know of the rest of the message. When it changes, every passage is looked at again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The people the draft greets by name, as it writes them.
    pub greeted: Vec<String>,
    /// Who reads it.
    pub readers: Readers,
    /// Whether it is written below or between the words it answers, as in a discussion: what should be done is a view there.
    pub discusses: bool,
    /// What the message replied to asks of the writer, where that is one thing, or several by one day.
    pub wanted: Option<Wanted>,
    /// The first day to come that the message tells of.
    pub ahead: Option<Date>,
}

/// The one thing the writer is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// As the writer would promise it, from its verb: "send you the slides". `None` where turning it round is not safe.
    pub promise: Option<String>,
    /// The last day it may be done on.
    pub day: Option<Date>,
}

impl Around {
    /// What a message tells.
    pub fn of(message: &Message) -> Self {
        let greeted = message.greetings().find_map(|(_, passage)| {
            let names = greeted(passage);
            let names = names.iter().map(|name| titled(&passage.text, *name));
            Some(names.collect::<Vec<_>>()).filter(|names| !names.is_empty())
        });
        let answered = reply::answered(message);
        let mut asked = answered.iter().flat_map(|passage| {
            let asks = passage.asks().filter(|(_, ask)| is_to_do(ask));
            asks.map(move |(act, ask)| (passage, act, ask))
        });
        let first = asked.next().filter(|_| !is_interleaved(message));
        let rest: Vec<_> = asked.take(FEW).collect();
        let wanted = first.and_then(|(passage, act, ask)| match rest.as_slice() {
            [] => Some(Wanted {
                promise: rewrite::taken_up(passage, ask),
                day: own_day(passage, ask),
            }),
            // "Could you read the plan and send me your notes by Friday?" has one day for both.
            [.., (last, _, said)] => {
                let one = rest.len() < FEW
                    && rest.iter().all(|(other, other_act, _)| {
                        std::ptr::eq(*other, passage) && other_act.sentence == act.sentence
                    });
                let day = own_day(last, said).filter(|_| one)?;
                Some(Wanted {
                    promise: None,
                    day: Some(day),
                })
            }
        });
        let greeted = greeted.unwrap_or_default();
        Self {
            readers: Readers::of(message, !greeted.is_empty()),
            greeted,
            discusses: discusses(message),
            wanted,
            ahead: rewrite::day_ahead(message),
        }
    }
}

/// More things than these are not asked for in one breath.
const FEW: usize = 3;

/// The last day on which what is asked may be done: "Could you tell me whether Monday works?" names the matter, and no day to answer by.
fn own_day(passage: &Passage, ask: &Ask) -> Option<Date> {
    let matter = |due: &Due, action: &Action| {
        let from = action.verb_span.end.min(due.span.start);
        let between = passage.words.tokens_in(Span::new(from, due.span.start));
        between
            .iter()
            .any(|token| among(&token.norm, "if|whether|when|what|how|which|who"))
    };
    let pair = ask.due.as_ref().zip(ask.action.as_ref());
    let matter = pair.is_some_and(|(due, action)| matter(due, action));
    passage.due_day(ask).filter(|_| !matter)
}

impl Context<'_> {
    /// The day by which the writer is asked to do the one thing they are asked for, as words, while it is to come.
    pub(super) fn wanted_day(&self) -> Option<String> {
        let day = self.around.wanted.as_ref()?.day?;
        (day >= self.today).then(|| rewrite::written(day, self.today, self.options))
    }
}

/// The name with the title it is greeted by: "Dr Shaw" is not called "Shaw".
fn titled(text: &str, name: Span) -> String {
    const TITLES: [&str; 8] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor"];
    let before = text[..name.start].trim_end();
    let title = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let called = name.of(text);
    if TITLES.contains(&title.trim_end_matches('.')) {
        format!("{title} {called}")
    } else {
        called.to_owned()
    }
}

/// Whether a quote stands before words of the writer's own.
fn discusses(message: &Message) -> bool {
    let quoted = message.quoted().next().map(|(offset, _)| offset);
    let own = message.own().filter(|(_, passage)| {
        matches!(passage.block.kind, BlockKind::Paragraph | BlockKind::Item)
    });
    quoted.is_some_and(|quoted| own.last().is_some_and(|(last, _)| quoted < last))
        && message.document.format != Format::Chat
}

/// Whether the draft answers between the lines, each point below the words it is about.
fn is_interleaved(message: &Message) -> bool {
    let last = message.own().last().map(|(offset, _)| offset);
    let first = message
        .own()
        .find(|(_, passage)| passage.block.kind != BlockKind::Greeting);
    let quotes = || message.quoted().map(|(offset, _)| offset);
    let above = quotes()
        .filter(|&quote| first.is_none_or(|(own, _)| quote < own))
        .count();
    let inside = quotes()
        .filter(|&quote| last.is_some_and(|last| quote < last))
        .count();
    inside > above
}

/// Whether the one who is asked is to do something, beside answering.
fn is_to_do(ask: &Ask) -> bool {
    ask.action.is_some()
        && ask.owner.kind == OwnerKind::You
        && !matches!(
            ask.form,
            AskForm::Question | AskForm::LetMeKnow | AskForm::Open | AskForm::Hint
        )
}

#[cfg(test)]
mod tests {
    use crate::rules::examples::fixes;
    use crate::rules::find;

    fn reply(own: &str, quoted: &str) -> String {
        format!(
            "To: ana@example.org\nSubject: Re: Booth\n\nHi Ana,\n\n{own}\n\nKim\n\nOn Mon, 16 Nov 2026, Ana Lee <ana@example.org> wrote:\n> {quoted}\n"
        )
    }

    #[test]
    fn a_promise_takes_up_what_was_asked_and_by_when() {
        let rule = find("commit-try").expect("a rule");
        for (own, quoted, after) in [
            (
                "I'll try to get to it.",
                "Could you send me the slides for our booth by Tuesday 24 Nov?",
                "I'll send you the slides for your booth by Tue 24 Nov.",
            ),
            (
                "I'll see what I can do.",
                "Please sign the lease by Thursday.",
                "I'll sign the lease by Thu 19 Nov.",
            ),
            (
                "I'll try to send the slides.",
                "Could you send me the slides by Tuesday 24 Nov?",
                "I'll send the slides by Tue 24 Nov.",
            ),
            (
                "It's a full week, so I'll try, if I can.",
                "Could you at least read the minutes before Thursday?",
                "It's a full week, so I'll read the minutes by Wed 18 Nov.",
            ),
            (
                "I'll do my best, but the van is late.",
                "Can I get a new key by Friday?",
                "I'll get you a new key by Fri 20 Nov, but the van is late.",
            ),
            // What is past is no day to promise.
            (
                "I'll try to send the slides.",
                "Could you send me the slides by noon today?",
                "I'll send the slides by Fri 20 Nov.",
            ),
            (
                "I'll see what I can do.",
                "Could you send me the sales figures by Tuesday 24 November?",
                "I'll send you the sales figures by Tue 24 Nov.",
            ),
            // A day asked about is none to answer by.
            (
                "I'll try to find out.",
                "Could you tell me whether the hall is free from 30 November to 2 December?",
                "I'll find out by Fri 20 Nov.",
            ),
            // Two things in one breath have one day.
            (
                "I'll try to get to it.",
                "Could you check the travel costs and send me your notes by Tuesday 24 Nov?",
                "I'll get to it by Tue 24 Nov.",
            ),
            // A time of its own is kept.
            (
                "I'll try to get to it next week.",
                "Could you send me the slides?",
                "I'll get to it next week.",
            ),
            // Two things are wanted: which one is meant is not known.
            (
                "I'll try to get to it.",
                "Could you sign the lease? Could you also call the printer by Thursday?",
                "I'll get to it by Fri 20 Nov.",
            ),
        ] {
            fixes(rule, &reply(own, quoted), &reply(after, quoted));
        }
    }

    #[test]
    fn what_is_asked_for_is_wanted_before_the_day_told_of() {
        let rule = find("deadline-missing").expect("a rule");
        let asked = |told: &str, more: &str, day: &str| {
            let draft = |by: &str| {
                format!(
                    "Subject: {told}\n\nHi Kim,\n\n{more}The ramp is still wet. Could you clean the ramp{by}?\n"
                )
            };
            fixes(rule, &draft(""), &draft(&format!(" by {day}")));
        };
        let lorry = "The lorry is booked for Friday. ";
        asked("Ramp", lorry, "Thu 19 Nov");
        asked("Ramp", &format!("{lorry}\n\n"), "Thu 19 Nov");
        asked("Lorry on 20 November", "", "Thu 19 Nov");
        for told in [
            "The crew come on Friday and Bo has asked for boots.",
            "Bo rang to say that the lorry is coming on Friday.",
            "They have moved the visit to Friday.",
            "The crates are going back on Friday.",
            "I've got a call with the harbour on Friday.",
        ] {
            asked("Ramp", &format!("{told}\n\n"), "Thu 19 Nov");
        }
        asked(
            "Ramp",
            "The lorry comes tomorrow at nine.\n\n",
            "Wed 18 Nov",
        );
        // The usual day is early enough, or the day told of is over, another's own, or tells of no event.
        for told in [
            "The lorry comes on Monday.",
            "The lorry was here on Tuesday.",
            "The talk we gave on Friday is online.",
            "The lorry has been here since Thursday.",
            "I'm back on Thursday.",
            "We have a lot on today.",
            "Please send me the key by Thursday.",
            "Does Thursday suit you?",
        ] {
            asked("Ramp", &format!("{told}\n\n"), "Fri 20 Nov");
        }
        let many = "The hall is still cold.\n\n".repeat(8);
        asked("Ramp", &format!("{lorry}\n\n{many}"), "Fri 20 Nov");
    }

    #[test]
    fn a_printed_line_tells_mail_to_everyone_unless_someone_is_greeted() {
        let found = |text: &str| {
            let today = jiff::civil::date(2026, 11, 18);
            let options = crate::settings::Options::default();
            crate::check(text, crate::document::Format::Text, today, &options).len()
        };
        let order = "Someone should order the chairs. Order your seat soon!";
        let printed = "You are receiving this email because you came to our fair.";
        assert!(found(&format!("{order}\n")) > 0);
        assert_eq!(found(&format!("{order}\n\n{printed}\n")), 0);
        assert!(found(&format!("Hi Ana,\n\n{order} {printed}\n")) > 0);
        let far = "I can open the hall for you.\n\n".repeat(20);
        assert!(found(&format!("{order}\n\n{far}{printed}\n\n{far}")) > 0);
    }

    #[test]
    fn whoever_is_greeted_may_be_asked() {
        fixes(
            find("ask-no-owner").expect("a rule"),
            "Hi Ana,\n\nSomeone should call the printer by Friday.\n",
            "Hi Ana,\n\nAna, could you call the printer by Friday?\n",
        );
        fixes(
            find("ask-no-owner").expect("a rule"),
            "Dear Dr. Lee,\n\nSomeone should call the printer by Friday.\n",
            "Dear Dr. Lee,\n\nDr. Lee, could you call the printer by Friday?\n",
        );
    }
}
