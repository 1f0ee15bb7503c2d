//! How an ask ends: its closing marks, and a gladness told behind it.

use super::said::capitalised;
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos};
use crate::text::Span;

/// How glad the writer would be, behind an ask told as a condition.
static GLADNESS: Patterns = Patterns::new(&[
    "that|it|this would|'d|will|'ll really|certainly|also? be|help",
    "i|we would|'d really|greatly|truly|certainly|sincerely? very? much? appreciate",
    "i|we would|'d be so|very|most|really|truly|extremely|ever? so? grateful|thankful|happy|glad|obliged|appreciative",
]);

/// From the end of an ask told as a condition up to "that" in "that would be great", and the word as it begins a sentence.
pub(super) fn gladness(tokens: &[Token], end: usize) -> Option<(Span, String)> {
    let after = &tokens[tokens.partition_point(|token| token.span.start < end)..];
    let after = match after {
        [comma, rest @ ..] if comma.is(",") => rest,
        all => all,
    };
    GLADNESS.at(after, 0)?;
    let first = after.first()?;
    let then = capitalised(&first.norm);
    Some((Span::new(end, first.span.end), then))
}

/// From the joint that ties a statement to the words of an ask up to its first word, and the word as it begins a sentence: "call the
/// printer, they have been quiet", "call the printer and we should write to Bo".
pub(super) fn spliced(tokens: &[Token]) -> Option<(Span, String)> {
    const SUBJECTS: [&str; 7] = ["i", "we", "it", "they", "he", "she", "there"];
    const FRAGMENTS: [&str; 5] = ["happy", "glad", "sorry", "thanks", "hope"];
    let subordinate =
        |token: &Token| token.tag.upos == Upos::Sconj || token.is_any(&["if", "when"]);
    let finite =
        |token: &Token| matches!(token.tag.penn, Penn::Vbz | Penn::Vbp | Penn::Vbd | Penn::Md);
    let at = tokens.windows(3).enumerate().position(|(at, run)| {
        let clause = run[1].is_any(&SUBJECTS) && finite(&run[2]);
        // "Make sure it is signed and they are told" asks for both.
        let told = || tokens[..at].iter().any(finite);
        run[0].is(",") && (clause || run[1].is_any(&FRAGMENTS))
            || at > 0 && run[0].is("and") && clause && !told()
    })?;
    let whole = !tokens[..at].iter().any(subordinate);
    let first = &tokens[at + 1];
    let joint = match at.checked_sub(1) {
        Some(before) if !tokens[at].is(",") => Span::new(tokens[before].span.end, first.span.end),
        _ => tokens[at].span.join(first.span),
    };
    whole.then(|| (joint, capitalised(&first.norm)))
}

pub(super) fn is_quote(token: &Token) -> bool {
    token.is_any(&["\"", "”", "“", "'", "’", "''", "``"])
}

/// The run of closing marks right after the clause: `.`, `?!`, or nothing.
pub(super) fn closing_marks(text: &str, rest: Span) -> Span {
    let words = rest.of(text);
    let start = rest.start + (words.len() - words.trim_start_matches([' ', '\t']).len());
    let marks = text[start..rest.end].len()
        - text[start..rest.end]
            .trim_start_matches(['.', '?', '!', '…'])
            .len();
    if marks == 0 {
        Span::empty(rest.start)
    } else {
        Span::new(rest.start, start + marks)
    }
}
