use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::settings::OwnPhrase;
use crate::text::{Edits, Span, phrase_at};

rule! {
    /// One of your own phrases stands here.
    ///
    /// ## Why
    /// Every house has words that its readers stumble over. The setting `phrases` names yours, what to say instead, and why.
    ///
    /// The examples hold where the settings say `find = "circle back"` and `say = "talk again"`.
    ///
    /// ## Examples
    /// ```mail flagged
    /// We [[circle back]] on Friday at ten.
    /// ```
    /// ```mail fixed
    /// We talk again on Friday at ten.
    /// ```
    /// ```mail fine
    /// The swallows circle the back yard.
    /// ```
    pub(super) static OWN_PHRASE = {
        id: "own-phrase",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let phrases = &context.options.phrases;
    let text = &passage.prose.text;
    let mut found = Vec::new();
    let mut free = 0;
    if phrases.is_empty() {
        return found;
    }
    for token in &passage.words.tokens {
        let start = token.span.start;
        if start < free {
            continue;
        }
        let here = phrases.iter().filter_map(|phrase| {
            let len = phrase_at(&text[start..], &phrase.find)?;
            Some((phrase, Span::new(start, start + len)))
        });
        if let Some((phrase, span)) = here.max_by_key(|(_, span)| span.end) {
            free = span.end;
            found.push(finding(passage, phrase, span));
        }
    }
    found
}

fn finding(passage: &Passage, phrase: &OwnPhrase, span: Span) -> Finding {
    let words = span.of(&passage.text);
    let why = if phrase.why.is_empty() {
        "This is one of your own phrases.".to_owned()
    } else {
        phrase.why.clone()
    };
    let finding = OWN_PHRASE.finding(span, why);
    if phrase.say.is_empty() {
        let title = format!("Take out “{words}”");
        let edits = Edits::from(rewrite::cut(&passage.text, span));
        return finding.fix(Applies::AsIs, title, edits);
    }
    let capital = words.starts_with(char::is_uppercase);
    let mut say = phrase.say.chars();
    let say = match say.next() {
        Some(first) if capital => first.to_uppercase().chain(say).collect(),
        _ => phrase.say.clone(),
    };
    finding.say(Applies::AsIs, say)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::Format;
    use crate::settings::Options;

    #[test]
    fn a_phrase_of_ones_own_is_found_and_said_anew() {
        let phrase = |find: &str, say: &str| OwnPhrase {
            find: find.to_owned(),
            say: say.to_owned(),
            why: String::new(),
        };
        let options = Options {
            phrases: vec![phrase("circle back", "talk"), phrase("circle", "ring")],
            ..Options::default()
        };
        let text = "Circle\nback is what the circles in the circle did.";
        let today = date(2026, 11, 18);
        let found = crate::check(text, Format::Text, today, &options);
        let found = found.iter().filter(|finding| finding.rule == OWN_PHRASE.id);
        let said: Vec<_> = found
            .map(|finding| (finding.span.of(text), finding.fixes[0].title.as_str()))
            .collect();
        assert_eq!(
            said,
            [("Circle\nback", "Say “Talk”"), ("circle", "Say “ring”")]
        );
    }
}
