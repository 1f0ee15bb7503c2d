//! How long the reading of words and of messages takes: `cargo bench --bench language`.

use divan::counter::{BytesCount, ItemsCount};
use forthright::document::Format;
use forthright::language;
use forthright::settings::Options;

fn main() {
    // The first reading makes the lists and weights ready; it is timed on its own, for it happens once.
    let start = std::time::Instant::now();
    let words = language::read("Could you review it by Friday?");
    let taken = start.elapsed();
    #[expect(clippy::print_stderr, reason = "a bench talks to whoever runs it")]
    {
        eprintln!("first reading, {} tokens: {taken:?}", words.tokens.len());
    }
    divan::main();
}

const LETTER: &str = "Hi Sam, thanks for the draft, it reads well. I'd like to send the report to the board on Monday, so could you \
please check the figures in section 3 and let me know by Thursday whether they're right? The vendor hasn't replied to our \
follow-up yet; I'll call them tomorrow at 10:30 and tell you what they say. Don't worry about the appendix, Ana is rewriting it. \
Update the sheet before the call and forward it to Lee. We should probably talk about pricing at some point. ";

/// A paragraph of so many words.
fn paragraph(words: usize) -> String {
    let mut text = LETTER.repeat(words / LETTER.split(' ').count() + 1);
    let end = text
        .match_indices(' ')
        .nth(words)
        .map_or(text.len(), |(at, _)| at);
    text.truncate(end);
    text
}

#[divan::bench(args = [100, 1_000, 10_000, 100_000])]
fn read(bencher: divan::Bencher<'_, '_>, words: usize) {
    let text = paragraph(words);
    let tokens = language::read(&text).tokens.len();
    bencher
        .counter(ItemsCount::new(tokens))
        .counter(BytesCount::new(text.len()))
        .bench(|| language::read(divan::black_box(&text)));
}

#[divan::bench(args = [1_000])]
fn find_phrases(bencher: divan::Bencher<'_, '_>, words: usize) {
    let text = paragraph(words);
    let read = language::read(&text);
    bencher
        .counter(ItemsCount::new(read.tokens.len()))
        .bench(|| language::lexicon::find(divan::black_box(&read)));
}

/// The whole reading of a message: its zones, words, acts, times and hedges. What is counted are its sentences.
#[divan::bench(args = [1_000, 100_000])]
fn understand(bencher: divan::Bencher<'_, '_>, words: usize) {
    let text = LETTER
        .replace(". ", ".\n\n")
        .repeat(words / LETTER.split(' ').count() + 1);
    let (today, options) = (jiff::civil::date(2026, 11, 18), Options::default());
    let read = || forthright::read(divan::black_box(&text), Format::Text, today, &options);
    let passages = read().passages;
    let sentences = passages
        .iter()
        .map(|(_, passage)| passage.words.sentences.len());
    bencher
        .counter(ItemsCount::new(sentences.sum::<usize>()))
        .bench(read);
}
