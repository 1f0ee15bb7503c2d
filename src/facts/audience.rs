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

/// A message shorter than this, in words, is never taken for mail to everyone by its voice alone.
const SHORT: usize = 120;

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
        for (_, passage) in self.own().take(LOOKED_AT) {
            let asked =
                |(_, ask): (&Act, &Ask)| matches!(ask.form, AskForm::Modal | AskForm::Wondering);
            if passage.block.kind == BlockKind::Greeting || passage.asks().any(asked) {
                return false;
            }
            for token in &passage.words.tokens {
                words += usize::from(token.kind == TokenKind::Word);
                if token.is_any(&SIGNS) {
                    signs += 1;
                } else if signs == 0 && token.is_any(&WRITER) {
                    return false;
                }
            }
        }
        words >= SHORT || (signs >= 2 && words >= SHORT / 2)
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
