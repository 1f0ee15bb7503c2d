//! How fast drafts are read and checked: `cargo bench`.
//!
//! What to hold it against: a draft of a thousand words in less than 5 ms, a short mail as a whole process in less than 20 ms,
//! and time that grows as the text does.
#![expect(
    clippy::unwrap_used,
    reason = "a bench that cannot run should say so loudly"
)]

use std::process::{Command, Stdio};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use forthright::document::Format;
use forthright::settings::Options;
use jiff::civil::{Date, date};

fn main() {
    divan::main();
}

const TODAY: Date = date(2026, 11, 18);

/// How many words.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher<'_, '_>, words: usize) {
    let text = mail(words);
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .counter(ItemsCount::new(words))
        .bench(|| forthright::read(&text, Format::Email, TODAY, &options));
}

#[divan::bench(args = SIZES)]
fn checking(bencher: Bencher<'_, '_>, words: usize) {
    let text = mail(words);
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .counter(ItemsCount::new(words))
        .bench(|| forthright::check(&text, Format::Email, TODAY, &options));
}

/// One paragraph that never ends: nothing may look over it again and again.
#[divan::bench(args = SIZES)]
fn checking_one_paragraph(bencher: Bencher<'_, '_>, words: usize) {
    let text = mail(words);
    // A line that starts as a header does is no prose.
    let (_, body) = text.split_once("\n\n").unwrap();
    let text = body.replace('\n', " ");
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .counter(ItemsCount::new(words))
        .bench(|| forthright::check(&text, Format::Text, TODAY, &options));
}

/// `forthright check` on a short mail, from start to end.
#[divan::bench]
fn whole_process(bencher: Bencher<'_, '_>) {
    let mail = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/request-vague.eml");
    bencher.bench(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forthright"));
        command.args(["check", mail]).stdout(Stdio::null());
        command.status().unwrap()
    });
}

/// Numbers that look thrown and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn throw<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let sides = u64::try_from(from.len()).unwrap();
        from[usize::try_from(self.0 % sides).unwrap()]
    }
}

const OPENINGS: [&str; 6] = [
    "Could you",
    "Please",
    "I was just wondering if you could",
    "Someone should",
    "I will",
    "We decided to",
];
const VERBS: [&str; 6] = ["review", "send", "print", "correct", "file", "compare"];
const THINGS: [&str; 8] = [
    "the report",
    "both lists",
    "the plan for the hall",
    "the last invoice",
    "page 12",
    "the notes of the meeting",
    "the keys",
    "the map of the harbour",
];
const TIMES: [&str; 6] = [
    " by Friday",
    " by 4 December",
    " soon",
    " before the board meets",
    "",
    "",
];
const REPORTS: [&str; 6] = [
    "The boats are back since Monday, and none is damaged.",
    "Noor counted the chairs twice and found 214 of them.",
    "The second test failed because the clock was wrong.",
    "Thank you for the photos of the summer party.",
    "The new price is 1,260 euros, which is less than last year.",
    "It rained when the guests arrived, so the music was moved into the hall.",
];

/// A mail of about as many words: reports with an ask or a promise now and then, six sentences a paragraph.
fn mail(words: usize) -> String {
    let mut dice = Dice(0x5eed_0f0a_11a5_0feb);
    let mut text = String::from("To: Sam Okafor <sam@example.org>\nSubject: News\n\nHi Sam,\n\n");
    let (mut written, mut sentences) = (0, 0);
    while written < words {
        let sentence = match dice.throw(&["ask", "report", "report"]) {
            "ask" => {
                let (opening, verb) = (dice.throw(&OPENINGS), dice.throw(&VERBS));
                let (thing, time) = (dice.throw(&THINGS), dice.throw(&TIMES));
                format!("{opening} {verb} {thing}{time}.")
            }
            _ => dice.throw(&REPORTS).to_owned(),
        };
        written += sentence.split(' ').count();
        sentences += 1;
        text.push_str(&sentence);
        text.push_str(if sentences % 6 == 0 { "\n\n" } else { "\n" });
    }
    text.push_str("\nThanks,\nAna\n");
    text
}
