use super::bound;
use crate::facts::{DueKind, Passage};
use crate::finding::{Applies, Finding};
use crate::rules::{Context, rule};
use crate::text::Edit;

rule! {
    /// A deadline has a clock time and no zone.
    ///
    /// ## Why
    /// "By 17:00" is over in one city while another has just had lunch. Among people in one place the zone is noise, so this rule is
    /// off until asked for.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please reply by [[17:00]] today.
    /// ```
    /// ```mail fixed
    /// Please reply by 17:00 [zone] today.
    /// ```
    /// ```mail fine
    /// Please reply by 17:00 CET.
    /// ```
    /// ```mail fine
    /// The train leaves at 17:00 from platform 3.
    /// ```
    pub(super) static DEADLINE_NO_ZONE = {
        id: "deadline-no-zone",
        level: None,
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let clocked = bound::bounds(passage).filter(|bound| bound.due.kind == DueKind::Date);
    clocked
        .filter_map(|bound| {
            let reading = bound.time.reading()?;
            let told = passage.text[bound.time.span.end..]
                .trim_start()
                .starts_with('[');
            if reading.time.is_none() || reading.zone.is_some() || told {
                return None;
            }
            let mut inside = passage.words.tokens_in(bound.time.span).iter();
            let clock = inside.find(|token| {
                token.norm.contains(':') || token.is_any(&["noon", "am", "pm", "midnight"])
            })?;
            let finding = DEADLINE_NO_ZONE.finding(clock.span, "In which zone?");
            Some(finding.fix(
                Applies::WithBlank,
                "Add “[zone]”",
                Edit::insert(clock.span.end, " [zone]"),
            ))
        })
        .collect()
}
