use super::{Sentence, Token, Words};

/// Which sentences of a prose stood in an earlier one, at its front or at its end, as they do now.
#[derive(Clone, Copy, Debug)]
pub struct Stood {
    /// How many sentences from the first are the same.
    front: usize,
    /// The first of those that are the same up to the last, here and before.
    back: (usize, usize),
}

impl Stood {
    /// No tags are looked at.
    pub(super) fn new(now: (&str, &Words), before: (&str, &Words)) -> Self {
        let (count, count_before) = (now.1.sentences.len(), before.1.sentences.len());
        let most = count.min(count_before);
        let front = (0..most)
            .take_while(|&at| same(now, at, before, at))
            .count();
        let end = (1..=most - front)
            .take_while(|&back| same(now, count - back, before, count_before - back))
            .count();
        Self {
            front,
            back: (count - end, count_before - end),
        }
    }

    /// The number of the sentence that stood where the one with a number does, if that is another.
    pub fn instead(&self, at: usize) -> Option<usize> {
        let (here, there) = self.back;
        (self.front <= at && at < here.min(there)).then_some(at)
    }

    /// The number that the sentence with a number had, if it stood.
    pub fn number(&self, at: usize) -> Option<usize> {
        let (here, there) = self.back;
        if at < self.front {
            Some(at)
        } else {
            Some(there + at.checked_sub(here)?)
        }
    }
}

fn tokens<'a>(words: &'a Words, sentence: &Sentence) -> &'a [Token] {
    &words.tokens[sentence.tokens.clone()]
}

/// Whether two sentences have the same letters, cut into the same tokens.
fn same(
    (prose, words): (&str, &Words),
    at: usize,
    (other_prose, other_words): (&str, &Words),
    other_at: usize,
) -> bool {
    let (one, other) = (&words.sentences[at], &other_words.sentences[other_at]);
    let places = |token: &Token, sentence: &Sentence| {
        let from = sentence.span.start;
        (token.span.start - from, token.span.end - from)
    };
    let alike = |(token, second): (&Token, &Token)| {
        places(token, one) == places(second, other)
            && (token.kind, token.spaced, &token.norm) == (second.kind, second.spaced, &second.norm)
    };
    let (tokens, others) = (tokens(words, one), tokens(other_words, other));
    one.span.of(prose) == other.span.of(other_prose)
        && tokens.len() == others.len()
        && tokens.iter().zip(others).all(alike)
}

#[cfg(test)]
mod tests {
    use crate::language::{read, read_again};

    #[test]
    fn a_sentence_is_tagged_as_if_it_were_read_for_the_first_time() {
        let texts = [
            "Book the room. Plan looks good! Could you send it by Friday? Thanks.",
            "Book the room. Plan works good! Could you send it by Friday? Thanks.",
            "Book the rooms. Plan works good! Could you send it by Friday? Thanks.",
            "Plan works good! Could you send it by Friday?\n\nThanks for it. Thanks.",
            "Plan works good! Plan works good! Plan works good!",
            "Plan works good!",
            "",
            "Book. Book. Book the book.",
        ];
        for before in texts {
            let words = read(before);
            for text in texts {
                assert_eq!(
                    read_again(text, (before, &words)).0,
                    read(text),
                    "{text:?} after {before:?}"
                );
            }
        }
    }
}
