use super::bulk;
use super::scene::Scene;
use crate::document::{Block, Format};
use crate::facts::before::Before;
use crate::language::Words;

/// Whom the words of a passage may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// Whoever reads them.
    Reader,
    /// Whoever is spoken to: "Fix the retry loop" tells what a commit does, "Please rerun the migration" asks.
    Addressee,
    /// Nobody.
    Nobody,
}

impl Whom {
    /// Whom a passage asks, by what it is.
    pub(super) fn of(notice: bool, format: Format) -> Self {
        if notice {
            Self::Nobody
        } else if format == Format::Commit {
            Self::Addressee
        } else {
            Self::Reader
        }
    }
}

/// Whether a passage asks nobody: its steps tell how a thing is done, or it is print such as stands below every message, all through.
pub(in crate::facts) fn is_notice(
    block: &Block,
    words: &Words,
    text: &str,
    before: Option<Before<'_>>,
) -> bool {
    // Of a passage that was none no sentence is.
    let before = before.filter(|before| !before.passage().notice);
    let mut sentences = words.sentences.iter().enumerate();
    block.is_step
        || sentences.any(|(at, sentence)| {
            let stood = before.is_some_and(|before| before.sentence(at, sentence).is_some());
            !stood
                && bulk::is_notice(&Scene {
                    tokens: &words.tokens[sentence.tokens.clone()],
                    text,
                    times: &[],
                })
        })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::facts::ActKind;
    use crate::settings::Options;

    #[test]
    fn a_commit_message_asks_only_whom_it_speaks_to() {
        let asks = |text: &str| {
            let message = crate::read(
                text,
                Format::Commit,
                date(2026, 11, 18),
                &Options::default(),
            );
            let own = message.own();
            own.flat_map(|(_, passage)| &passage.acts)
                .filter(|act| matches!(act.kind, ActKind::Ask(_)))
                .count()
        };
        assert_eq!(
            asks("Fix the retry loop\n\n- Add a test\n- Remove the flag\n"),
            0
        );
        assert_eq!(
            asks("Fix the retry loop\n\nPlease rerun the migration.\n"),
            1
        );
        assert_eq!(
            asks("Fix the retry loop\n\nCould you rerun the migration, Ana?\n"),
            1
        );
    }
}
