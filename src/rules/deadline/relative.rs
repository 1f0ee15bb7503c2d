use super::asap::is_for_company;
use super::bound::{self, Bound};
use crate::facts::{ActKind, AskForm, DueKind, Grain, Passage, TimeForm};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::{Edit, Span};

rule! {
    /// A deadline counts from the day of writing.
    ///
    /// ## Why
    /// Mail is read late, forwarded and quoted, and "tomorrow" moves along with it. "Next Friday" is this week's to some and next
    /// week's to others. The date beside the word keeps both: it sounds the same, and stands still.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please sign the form [[tomorrow]].
    /// ```
    /// ```mail fixed
    /// Please sign the form tomorrow (Thu 19 Nov).
    /// ```
    /// ```mail flagged
    /// Please reply by [[next Friday]].
    /// ```
    /// ```mail fine
    /// I will be out tomorrow.
    /// ```
    /// ```mail fine
    /// Please sign it by Friday.
    /// ```
    pub(super) static DEADLINE_RELATIVE = {
        id: "deadline-relative",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

/// How many days off a day is at most that is counted from the writing.
const NEAR: i64 = 29;

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let relative = bound::bounds(passage).filter(|bound| {
        bound.due.kind == DueKind::Date
            && bound.time.form == TimeForm::Relative
            && !arranges(bound)
            && !is_readers_own(passage, bound)
    });
    relative
        .filter_map(|bound| {
            // "Within 60 days" is a term, and runs from the day it is read or signed.
            let near = context.today.saturating_add(jiff::Span::new().days(NEAR));
            let day = bound
                .time
                .last_day()
                .filter(|&day| bound.time.grain <= Grain::Day && day <= near)?;
            let end = bound.time.span.end;
            let next = passage
                .times
                .partition_point(|other| other.span.start < end);
            let next = passage.times.get(next);
            let beside = next.is_some_and(|other| other.span.start - end <= 3);
            if day == context.today || counts_hours(passage, bound.time.span) || beside {
                return None;
            }
            let words = rewrite::written(day, context.today, context.options);
            let finding = DEADLINE_RELATIVE.finding(
                bound.time.span,
                format!("Read on another day this is another day: today it means {words}."),
            );
            Some(finding.fix(
                Applies::AsIs,
                format!("Add “({words})”"),
                told(passage, bound.time.span, &words),
            ))
        })
        .collect()
}

/// The day in brackets behind its words: before an hour that follows them, and behind the stop of "p.m.".
fn told(passage: &Passage, time: Span, words: &str) -> Edit {
    let said = time.of(&passage.text);
    let hour = said.rfind(" at ").filter(|at| {
        let after = said[at + " at ".len()..].chars().next();
        after.is_some_and(|first| first.is_ascii_digit()) && *at > 0
    });
    if let Some(hour) = hour {
        return Edit::insert(time.start + hour, format!(" ({words})"));
    }
    let rest = &passage.text[time.end..];
    let halved = said.ends_with(".m") && rest.starts_with('.');
    if !halved {
        return Edit::insert(time.end, format!(" ({words})"));
    }
    let ends = passage
        .words
        .sentences
        .iter()
        .any(|sentence| sentence.span.end == time.end + 1);
    if ends {
        Edit::insert(time.end, format!(". ({words})"))
    } else {
        Edit::insert(time.end + 1, format!(" ({words})"))
    }
}

/// Whether it is so many hours from when it is read: "within 48 hours".
fn counts_hours(passage: &Passage, span: Span) -> bool {
    let mut words = passage.words.tokens_in(span).iter();
    words.any(|word| word.is_any(&["hour", "hours", "hrs", "24hrs", "48hrs", "24h", "48h"]))
}

/// Whether the two arrange to talk or meet, which is answered at once: "let's talk tomorrow".
fn arranges(bound: &Bound<'_>) -> bool {
    let we = matches!(&bound.act.kind, ActKind::Ask(ask) if ask.form == AskForm::We);
    we && is_for_company(bound)
}

/// Whether it is the reader's own evening: "be sure to take your boots out tonight".
fn is_readers_own(passage: &Passage, bound: &Bound<'_>) -> bool {
    let ActKind::Ask(ask) = &bound.act.kind else {
        return false;
    };
    let object = ask.action.as_ref().and_then(|action| action.object);
    let of_reader = object.and_then(|object| passage.words.tokens_in(object).first());
    ask.form == AskForm::Imperative
        && ask.courtesy.is_none()
        && of_reader.is_some_and(|first| first.is("your"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_day_stands_behind_its_own_words() {
        for (before, after) in [
            (
                "Please send the list by tomorrow.",
                "Please send the list by tomorrow (Thu 19 Nov).",
            ),
            (
                "Please send the list by tomorrow at 5:00 p.m.",
                "Please send the list by tomorrow (Thu 19 Nov) at 5:00 p.m.",
            ),
            (
                "Please send the list by tomorrow at noon.",
                "Please send the list by tomorrow at noon (Thu 19 Nov).",
            ),
            (
                "Please send the list by 5 p.m. tomorrow.",
                "Please send the list by 5 p.m. tomorrow (Thu 19 Nov).",
            ),
        ] {
            fixes(&DEADLINE_RELATIVE, before, after);
        }
    }
}
