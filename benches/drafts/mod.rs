//! Drafts of any length, and the keys that are pressed in them.

use serde_json::Value;

use crate::client::edit;

/// How many words.
pub(crate) const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

const PARAGRAPHS: [&str; 4] = [
    "Could you send me the figures for the board by Friday? I'd like to have them in the report before the weekend.\n\n",
    "The vendor has not replied to our follow-up yet, and the contract ends this month. I'll call them tomorrow at ten.\n\n",
    "Someone should look at the appendix. It would be great if the numbers in section three were checked once more.\n\n",
    "Thanks for the draft, it reads well. The plan for next week is unchanged: we meet on Monday and decide then.\n\n",
];

/// A draft of about so many words.
pub(crate) fn draft(words: usize) -> String {
    let all: usize = PARAGRAPHS.iter().map(|text| text.split(' ').count()).sum();
    PARAGRAPHS.concat().repeat(words / all + 1)
}

/// A line of words in the middle of a draft.
pub(crate) fn middle(draft: &str) -> u32 {
    u32::try_from(draft.lines().count() / 4 * 2).unwrap_or_default()
}

/// The change to this version: a letter in the middle of a word, and at the next one back again, so that every key costs the same.
pub(crate) fn key(line: u32, version: i32) -> Value {
    let (end, text) = if version % 2 == 1 { (4, "") } else { (3, "x") };
    edit((line, 3), (line, end), text)
}
