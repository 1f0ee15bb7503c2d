//! New inputs from old ones.

use crate::numbers::Numbers;

/// What is put into inputs: what our readers look for, and what readers trip over.
const PIECES: [&str; 44] = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\0",
    "\u{feff}",
    "\u{200d}",
    "\u{301}",
    "\u{202e}",
    "\u{1a}",
    "🎉",
    "é",
    "日本語",
    "İ",
    "ß",
    "ﬁ",
    "> ",
    ">>>",
    "-- \n",
    "```",
    "`",
    "- ",
    "1. ",
    "| a | b |\n",
    "<!--",
    "[x](y)",
    "[day]",
    "Subject: ",
    "To: ",
    "Sam: ",
    "On Thu, 19 Nov 2026 at 10:12, Sam <s@x> wrote:\n",
    "by Friday",
    "31/02/9999",
    "25:99",
    "in 99999999999 days",
    "-9999-01-01",
    "could you",
    "I'll try",
    "no worries if not",
    "please",
    "don't",
    "...",
    "?!",
    "http://x",
];

/// Makes inputs out of seeds.
pub(crate) struct Mangler(Numbers);

impl Mangler {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Numbers::new(seed))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0.below(end)
    }

    /// A seed with a few of its bytes changed, moved, doubled, lost, or mixed with another's.
    pub(crate) fn mangled(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = match self.below(seeds.len() + 1) {
            0 => Vec::new(),
            nth => seeds[nth - 1].clone(),
        };
        input.truncate(1 << 14);
        for _ in 0..=self.below(8) {
            self.mangle(&mut input, seeds);
        }
        input
    }

    fn mangle(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let at = self.below(input.len() + 1);
        let end = (at + self.below(60)).min(input.len());
        match self.below(8) {
            0 if at < input.len() => input[at] = self.0.next() as u8,
            1 => drop(input.drain(at..end)),
            2 => {
                let run = input[at..end].to_vec();
                let to = self.below(input.len() + 1);
                input.splice(to..to, run);
            }
            3 if !seeds.is_empty() => {
                let other = &seeds[self.below(seeds.len())];
                let from = self.below(other.len() + 1);
                let to = (from + self.below(400)).min(other.len());
                input.splice(at..at, other[from..to].iter().copied());
            }
            4 => {
                let piece = PIECES[self.below(PIECES.len())].repeat(1 + self.below(30));
                input.splice(at..at, piece.bytes());
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(at..end.min(at + self.below(3)).max(at), piece.bytes());
            }
        }
    }
}
