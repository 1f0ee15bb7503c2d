use anstyle::{AnsiColor, Style};

use crate::finding::Level;

/// Names of things.
pub(in crate::cli) const BOLD: Style = Style::new().bold();
/// What only frames the words.
pub(in crate::cli) const DIM: Style = Style::new().dimmed();
/// What is better.
pub(in crate::cli) const GREEN: Style = AnsiColor::Green.on_default();

/// What goes.
pub(in crate::cli) const fn red() -> Style {
    AnsiColor::Red.on_default()
}

/// The title of a part of a page.
pub(in crate::cli) const fn title() -> Style {
    AnsiColor::Cyan.on_default().bold()
}

/// The colour of a level.
pub(super) const fn level(level: Level) -> Style {
    let colour = match level {
        Level::Hint => AnsiColor::Cyan,
        Level::Info => AnsiColor::Blue,
        Level::Warning => AnsiColor::Yellow,
        Level::Error => AnsiColor::Red,
    };
    colour.on_default().bold()
}

/// Words in a style; whether it is shown is for the stream to say.
pub(in crate::cli) fn paint(style: Style, words: &str) -> String {
    format!("{style}{words}{style:#}")
}
