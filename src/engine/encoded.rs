//! Fixes of words that stand encoded in a mail's part: what they put in is encoded as well.

use crate::document::Coding;
use crate::facts::{Message, Passage};
use crate::finding::{Finding, Fix};
use crate::text::{Edit, Edits, Span};

/// Encodes what fixes put into a passage. A fix whose words the passage cannot hold goes.
pub(super) fn in_passage(findings: &mut [Finding], passage: &Passage) {
    if passage.block.coding == Coding::Plain {
        return;
    }
    for finding in findings {
        finding
            .fixes
            .retain_mut(|fix| rewrite(fix, |edit| encode(edit, passage, 0)));
    }
}

/// The same of findings about the message.
pub(super) fn in_message(findings: &mut [Finding], message: &Message) {
    let plain = |passage: &Passage| passage.block.coding == Coding::Plain;
    if message.passages.iter().all(|(_, passage)| plain(passage)) {
        return;
    }
    for finding in findings {
        finding.fixes.retain_mut(|fix| {
            rewrite(fix, |edit| {
                let after = message
                    .passages
                    .partition_point(|(offset, _)| *offset <= edit.span.start);
                let holder = message.passages[..after].last();
                let holder =
                    holder.filter(|(offset, passage)| edit.span.end <= offset + passage.text.len());
                match holder {
                    Some((offset, passage)) => encode(edit, passage, *offset),
                    None => Some(edit.clone()),
                }
            })
        });
    }
}

/// Makes each edit anew; whether that could be done.
fn rewrite(fix: &mut Fix, anew: impl Fn(&Edit) -> Option<Edit>) -> bool {
    let edits: Option<Vec<Edit>> = fix.edits.iter().map(anew).collect();
    match edits.and_then(Edits::new) {
        Some(edits) => {
            fix.edits = edits;
            true
        }
        None => false,
    }
}

/// The edit in the bytes of a passage that begins at `offset`.
fn encode(edit: &Edit, passage: &Passage, offset: usize) -> Option<Edit> {
    let coding = passage.block.coding;
    let inner = Span::new(edit.span.start - offset, edit.span.end - offset);
    let whole = coding.whole(inner, &passage.text).shifted(offset);
    Some(Edit::replace(whole, coding.encoded(&edit.text)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::settings::Options;

    #[test]
    fn a_fix_of_escaped_words_escapes_its_own() {
        let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n";
        let body = "Hi Sam,=20\n\nI was just won=\ndering if you could send Ana=E2=80=99s report by Friday?\n";
        let draft = format!("From: ana@example.org\n{head}\n{body}");
        let today = date(2026, 11, 22);
        let findings = crate::check(&draft, Format::Email, today, &Options::default());
        let fixed = findings
            .iter()
            .find(|finding| finding.rule == "wondering-frame")
            .and_then(|finding| finding.fixes.first())
            .map(|fix| fix.edits.applied_to(&draft));
        let wanted = "Hi Sam,=20\n\nCould you send Ana=E2=80=99s report by Friday?\n";
        assert!(
            fixed.as_ref().is_some_and(|fixed| fixed.ends_with(wanted)),
            "{fixed:?} of {findings:?}"
        );
    }
}
