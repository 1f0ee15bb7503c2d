use super::bulk;
use super::scene::Scene;
use crate::document::{Block, Format};

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
    pub(super) fn of(block: &Block, format: Format, scenes: &[Scene<'_>]) -> Self {
        // Steps that tell how a thing is done ask nobody, and what is printed below every message neither, all through.
        if block.is_step || scenes.iter().any(bulk::is_notice) {
            Self::Nobody
        } else if format == Format::Commit {
            Self::Addressee
        } else {
            Self::Reader
        }
    }
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
