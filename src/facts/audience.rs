use super::{Act, Ask, AskForm, Message};
use crate::document::BlockKind;
use crate::language::TokenKind;

/// Words with which a writer speaks of themself.
const WRITER: [&str; 8] = ["i", "me", "my", "mine", "myself", "i'm", "i'll", "i've"];

/// Words that only mail to everyone uses of itself.
const SIGNS: [&str; 9] = [
    "unsubscribe",
    "newsletter",
    "newsletters",
    "subscription",
    "subscribers",
    "newswires",
    "copyright",
    "webcast",
    "sponsored",
];

/// Words with which a writer speaks to the reader.
const READER: [&str; 5] = ["you", "your", "yours", "yourself", "we"];

/// A message shorter than this, in words, is never taken for mail to everyone by its voice alone.
const SHORT: usize = 120;

/// From this length on, in words, a message in which hardly anyone is spoken of or to is an article.
const LONG: usize = 400;

/// A letter has "I" or "you" at least once in this many words.
const PERSONAL: usize = 60;

/// How many paragraphs are looked at: the voice of a message shows early.
const LOOKED_AT: usize = 80;

impl Message {
    /// Whether this reads as mail to everyone: a newsletter, an advertisement, a notice or a manual.
    ///
    /// Such mail is long, greets nobody and asks nobody "could you", and no one in it says "I"; or it speaks of subscriptions. Its orders are calls to action
    /// and instructions.
    pub fn is_to_everyone(&self) -> bool {
        let mut words = 0;
        let mut signs = 0;
        let mut spoken = 0;
        let mut told = 0;
        for (_, passage) in self.own().take(LOOKED_AT) {
            let asked =
                |(_, ask): (&Act, &Ask)| matches!(ask.form, AskForm::Modal | AskForm::Wondering);
            if passage.block.kind == BlockKind::Greeting || passage.asks().any(asked) {
                return false;
            }
            for token in &passage.words.tokens {
                words += usize::from(token.kind == TokenKind::Word);
                signs += usize::from(token.is_any(&SIGNS));
                spoken += usize::from(signs == 0 && token.is_any(&WRITER));
                told += usize::from(token.is_any(&WRITER) || token.is_any(&READER));
            }
        }
        let silent = spoken == 0 && (words >= SHORT || (signs >= 2 && words >= SHORT / 2));
        // An article has a person in it now and then, a letter in every line.
        silent || (words >= LONG && told * PERSONAL < words)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::settings::Options;

    fn is_to_everyone(text: &str) -> bool {
        crate::read(text, Format::Email, date(2026, 11, 18), &Options::default()).is_to_everyone()
    }

    fn notice() -> String {
        let line = "Members save on every ticket this season. Bring the card to the desk and choose a seat. ";
        line.repeat(9)
    }

    #[test]
    fn a_long_notice_in_nobodys_voice_is_to_everyone() {
        assert!(is_to_everyone(&notice()));
        assert!(is_to_everyone(&format!(
            "{}To unsubscribe from this newsletter, reply with stop.",
            notice()
        )));
    }

    #[test]
    fn a_greeting_or_a_writer_makes_it_a_letter() {
        assert!(!is_to_everyone(&format!("Hi Ana,\n\n{}", notice())));
        assert!(!is_to_everyone(&format!(
            "{}I will be at the desk on Friday.",
            notice()
        )));
        assert!(!is_to_everyone(&format!(
            "{}Could you bring the desk?",
            notice()
        )));
        assert!(!is_to_everyone("Please send the list."));
    }
}
