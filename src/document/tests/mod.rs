//! Whole drafts, line by line; and what holds for any text.

mod any;
mod layout;
mod mail;
mod markup;
mod quotes;

use super::*;

/// The letter of each zone in the tables below.
const fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Header => 'H',
        ZoneKind::Body => 'B',
        ZoneKind::Quote => 'Q',
        ZoneKind::Signature => 'S',
        ZoneKind::Code => 'C',
        ZoneKind::Boilerplate => 'P',
    }
}

/// The letter of each block, beside its zone's.
const fn block_letter(kind: BlockKind) -> char {
    match kind {
        BlockKind::Paragraph => 'p',
        BlockKind::Item => 'i',
        BlockKind::Heading => 'h',
        BlockKind::Greeting => 'g',
        BlockKind::Closing => 'c',
    }
}

/// Compares a draft with a table: each line begins with its zone's letter, the letter of the block that *begins* there
/// (`.` if none does), and a bar.
#[track_caller]
pub(super) fn zones(format: Format, table: &str) {
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter(|row| !row.trim().is_empty())
        .map(|row| row.trim_start().split_once('|').expect("a row has a bar"))
        .collect();
    let text: String = rows.iter().map(|(_, line)| format!("{line}\n")).collect();
    let document = read(&text, format);
    let mut at = 0;
    let mut told = String::new();
    for (_, line) in &rows {
        let end = at + line.len();
        let seen = at + (line.len() - line.trim_start().len());
        let zone = document.zones.iter().find(|zone| zone.span.contains(seen));
        let block = document
            .blocks
            .iter()
            .find(|block| (at..=end).contains(&block.span.start));
        told.push(zone.map_or('?', |zone| letter(zone.kind)));
        told.push(block.map_or('.', |block| block_letter(block.kind)));
        told.push('|');
        told.push_str(line);
        told.push('\n');
        at = end + 1;
    }
    let wanted: String = rows
        .iter()
        .map(|(mark, line)| format!("{mark}|{line}\n"))
        .collect();
    assert_eq!(told, wanted, "\n--- told:\n{told}--- wanted:\n{wanted}");
}
