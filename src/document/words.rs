//! What a word tells of the line it stands in: its language, a quote to come, small print.

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Hint {
    /// Nothing.
    None,
    /// The line is English: `the`, `would`.
    English,
    /// The line is in another language written in Latin letters: `nicht`, `pour`.
    Foreign,
    /// The line may end an attribution: `wrote`, `schrieb`.
    Wrote,
    /// The line may be small print: `privileged`, `recipient`.
    Legal,
    /// The line may be a list's footer: `unsubscribe`.
    Lists,
    /// The line may say what someone is, or where: `manager`, `GmbH`.
    Title,
}

/// The first eight bytes of a word, case folded; all that a look-up needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// The key of a word.
    pub(super) const fn of(word: &[u8]) -> Self {
        let mut bytes = [0; 8];
        let len = if word.len() < 8 { word.len() } else { 8 };
        let mut at = 0;
        while at < len {
            // A letter in lower case; what this does to other bytes, it does alike in the table.
            bytes[at] = word[at] | 0x20;
            at += 1;
        }
        Self(u64::from_le_bytes(bytes))
    }

    const fn slot(self) -> usize {
        (self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
    }

    /// What the word tells.
    pub(super) fn hint(self) -> Hint {
        let mut slot = self.slot();
        loop {
            let key = TABLE.keys[slot];
            if key == self.0 {
                return TABLE.hints[slot];
            }
            if key == 0 {
                return Hint::None;
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

const BITS: u32 = 11;
const SLOTS: usize = 1 << BITS;

/// The words that tell something; apart from what they tell, which would make each half as long again.
struct Table {
    keys: [u64; SLOTS],
    hints: [Hint; SLOTS],
}

static TABLE: Table = {
    let mut table = Table {
        keys: [0; SLOTS],
        hints: [Hint::None; SLOTS],
    };
    table.fill(ENGLISH, Hint::English);
    table.fill(FOREIGN, Hint::Foreign);
    table.fill(WROTE, Hint::Wrote);
    table.fill(LEGAL, Hint::Legal);
    table.fill(LISTS, Hint::Lists);
    table.fill(TITLES, Hint::Title);
    table
};

impl Table {
    const fn fill(&mut self, words: &[&str], hint: Hint) {
        let mut at = 0;
        while at < words.len() {
            let key = Key::of(words[at].as_bytes());
            let mut slot = key.slot();
            while self.keys[slot] != 0 && self.keys[slot] != key.0 {
                slot = (slot + 1) % SLOTS;
            }
            self.keys[slot] = key.0;
            self.hints[slot] = hint;
            at += 1;
        }
    }
}

/// Common English words that are no common word of the languages below.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "the", "to", "and", "of", "you", "is", "for", "that", "this", "with", "have", "be", "we", "it", "are", "please",
    "will", "can", "your", "not", "by", "if", "my", "but", "from", "would", "could", "should", "our", "they", "their",
    "there", "what", "when", "which", "who", "how", "has", "had", "been", "were", "any", "all", "some", "about",
    "just", "need", "thanks", "thank", "let", "know", "get", "send", "here", "out", "up", "its", "it's", "i'm",
    "i've", "i'll", "don't", "he", "she", "them", "these", "those", "than", "then", "more", "into", "over", "after",
    "before", "because", "also", "only", "other", "being", "does", "did", "yes", "sure", "hello", "today", "tomorrow",
    "next", "week", "meeting", "review", "call", "might", "may", "us", "an", "or", "as", "at",
];

/// Common words of other languages that are no common word of English.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    // German
    "der", "das", "und", "ist", "nicht", "ich", "wir", "sie", "für", "mit", "auf", "den", "dem", "ein", "eine",
    "einen", "einem", "zu", "von", "bitte", "auch", "noch", "wird", "werden", "haben", "können", "könnten", "kannst",
    "dass", "oder", "wenn", "dich", "mir", "uns", "ihnen", "sich", "über", "bei", "nach", "habe", "sind", "schon",
    "mal", "danke", "heute", "morgen",
    // French
    "le", "les", "et", "est", "une", "des", "pour", "que", "vous", "nous", "je", "pas", "dans", "sur", "avec", "du",
    "ce", "qui", "votre", "notre", "pouvez", "merci", "bonjour", "il", "elle", "être", "avez", "sont", "cette", "aux",
    "ont", "c'est", "j'ai",
    // Spanish and Portuguese
    "el", "los", "las", "por", "para", "una", "con", "del", "como", "está", "usted", "gracias", "pero", "más", "esto",
    "esta", "puede", "puedes", "favor", "hola", "não", "uma", "você", "obrigado", "dos", "em", "os", "foi", "muito",
    "também", "isso", "pelo", "pela", "nos", "mas",
    // Italian
    "di", "che", "per", "sono", "della", "gli", "nel", "anche", "grazie", "questo", "questa", "è", "ho", "mi", "ti",
    "ci", "può", "alla", "dei",
    // Dutch
    "het", "een", "niet", "van", "ik", "zijn", "voor", "naar", "kunt", "wij", "ook", "maar", "dat", "op", "wordt",
    "graag", "bedankt", "deze", "hebben", "je", "jij",
    // Nordic
    "och", "att", "det", "som", "är", "på", "jag", "inte", "och", "vi", "har", "og", "jeg", "ikke", "til", "af", "av",
    "kan", "du", "på", "på", "ja", "että", "ei", "olen", "voitko", "kun", "tack", "takk", "tak", "skal", "ska", "hej",
    "dette",
    // Polish, Czech
    "się", "nie", "na", "jest", "że", "czy", "jak", "proszę", "dziękuję", "tak", "dla", "ale", "prosím", "že", "jsem",
];

/// "Wrote" as attribution lines say it.
#[rustfmt::skip]
const WROTE: &[&str] = &[
    "wrote", "writes", "schrieb", "schrieben", "écrit", "ecrit", "escribió", "escribio", "scritto", "scrisse",
    "schreef", "geschreven", "escreveu", "skrev", "napisał", "napisała", "napisal", "napsal", "napsala", "kirjoitti",
    "quoting", "zitat", "citando", "пишет", "написал", "написала", "пише", "írta", "yazdı", "scris", "έγραψε",
];

/// Words that gather in small print.
#[rustfmt::skip]
const LEGAL: &[&str] = &[
    "confidential", "confidentiality", "privileged", "recipient", "recipients", "intended", "unauthorized",
    "unauthorised", "dissemination", "disclosure", "disclose", "prohibited", "addressee", "addressees", "disclaimer",
    "distribution", "copying", "sender", "strictly", "solely", "liability", "viruses", "unlawful", "permanently",
    "transmission", "transmitted", "legally", "delete", "notify", "error",
    // French, German, Spanish, Italian, Dutch; those that begin as the English ones are found with them.
    "destinataire", "expéditeur", "expediteur", "diffusion", "interdite", "erreur", "vertraulich", "empfänger", "absender",
    "responsabilité", "responsabilite", "l'expéditeur", "l'expediteur", "irrtümlich", "unbefugte", "vernichten", "riservate", "riservato", "mittente", "vertrouwelijk", "geadresseerde",
];

/// Words of the footers that mailing lists add.
#[rustfmt::skip]
const LISTS: &[&str] = &["unsubscribe", "mailing", "listinfo"];

/// What people are, and where they work.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "manager", "director", "president", "chairman", "chairwoman", "chair", "officer", "ceo", "cfo", "cto", "coo", "vp", "svp", "evp",
    "engineer", "analyst", "counsel", "attorney", "consultant", "coordinator", "specialist", "supervisor",
    "administrator", "architect", "developer", "designer", "editor", "professor", "lecturer", "secretary", "treasurer",
    "founder", "representative", "technician", "accountant", "scientist", "researcher", "assistant", "partner",
    "inc", "llc", "llp", "ltd", "gmbh", "corp", "corporation", "plc", "department", "dept", "university", "institute",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(word: &str) -> Hint {
        Key::of(word.as_bytes()).hint()
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        for (word, told) in [
            ("The", Hint::English),
            ("nicht", Hint::Foreign),
            ("WROTE", Hint::Wrote),
            ("Schrieb", Hint::Wrote),
            ("написал", Hint::Wrote),
            ("Confidential", Hint::Legal),
            ("unsubscribe", Hint::Lists),
            ("Destinataires", Hint::Legal),
            ("Manager", Hint::Title),
            ("turbine", Hint::None),
            ("", Hint::None),
        ] {
            assert_eq!(hint(word), told, "{word}");
        }
    }
}
