//! What the words of one line show by themselves: a header field, a sign-off, the mark above a forwarded mail.

/// A header field by name, in the languages mail programs write them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Field {
    /// No field at all.
    #[default]
    None,
    From,
    To,
    Cc,
    Subject,
    Date,
    /// A field of mail that says nothing of who, when or what: `Message-ID`.
    Other,
    /// `Name: value` with a name that mail does not know.
    Unknown,
}

impl Field {
    /// Whether mail knows the field.
    pub(super) const fn is_known(self) -> bool {
        !matches!(self, Self::None | Self::Unknown)
    }

    /// Whether the block above a quoted mail may hold it.
    pub(super) const fn is_envelope(self) -> bool {
        matches!(
            self,
            Self::From | Self::To | Self::Cc | Self::Subject | Self::Date
        )
    }
}

/// The field a line begins with, and where its value begins.
pub(super) fn field(line: &str) -> (Field, usize) {
    let near = floor(line, 48);
    let Some(colon) = near.find([':', '：']) else {
        return (Field::None, 0);
    };
    let name = near[..colon].trim_matches(['*', ' ', '\u{a0}', '\t']);
    let after = colon + near[colon..].chars().next().map_or(0, char::len_utf8);
    let stars = line[after..]
        .bytes()
        .take_while(|byte| *byte == b'*')
        .count();
    let value = after + stars;
    if name.is_empty() || name.contains(['@', '.', ',', '/', '(', '"', '<']) {
        return (Field::None, 0);
    }
    let mut lower = [0; 48];
    let known = if name.is_ascii() {
        for (to, from) in lower.iter_mut().zip(name.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        ascii_field(&lower[..name.len()])
    } else {
        foreign_field(name)
    };
    if known != Field::None {
        return (known, value);
    }
    let solid = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (if solid { Field::Unknown } else { Field::None }, value)
}

fn ascii_field(name: &[u8]) -> Field {
    match name {
        b"from" | b"author" | b"von" | b"de" | b"da" | b"van" | b"fra" | b"od" => Field::From,
        b"to" | b"an" | b"a" | b"para" | b"aan" | b"til" | b"till" | b"do" | b"vastaanottaja" => {
            Field::To
        }
        b"cc" | b"bcc" | b"kopie" | b"copie" | b"kopi" | b"kopia" | b"dw" | b"copia" => Field::Cc,
        b"subject" | b"betreff" | b"objet" | b"asunto" | b"oggetto" | b"onderwerp" | b"emne"
        | b"aihe" | b"temat" | b"assunto" => Field::Subject,
        b"date" | b"sent" | b"gesendet" | b"datum" | b"enviado" | b"enviada" | b"enviado el"
        | b"enviado em" | b"inviato" | b"data" | b"verzonden" | b"sendt" | b"skickat"
        | b"fecha" | b"dato" | b"sent by" | b"sent on" | b"wysano" => Field::Date,
        b"reply-to"
        | b"sender"
        | b"message-id"
        | b"in-reply-to"
        | b"references"
        | b"mime-version"
        | b"return-path"
        | b"received"
        | b"attach"
        | b"attachment"
        | b"attachments"
        | b"fcc"
        | b"gcc"
        | b"newsgroups"
        | b"followup-to"
        | b"organization"
        | b"user-agent"
        | b"mail-followup-to"
        | b"delivered-to"
        | b"dkim-signature"
        | b"authentication-results"
        | b"importance"
        | b"priority"
        | b"precedence"
        | b"autocrypt"
        | b"pgp"
        | b"thread-topic"
        | b"thread-index"
        | b"errors-to"
        | b"resent-from"
        | b"resent-to"
        | b"resent-date"
        | b"please respond to"
        | b"sensitivity" => Field::Other,
        _ if [&b"x-"[..], b"content-", b"list-", b"arc-", b"resent-"]
            .iter()
            .any(|start| name.starts_with(start)) =>
        {
            Field::Other
        }
        _ => Field::None,
    }
}

fn foreign_field(name: &str) -> Field {
    match name.to_lowercase().as_str() {
        "från" | "lähettäjä" | "от" | "差出人" | "发件人" | "寄件者" | "보낸 사람" => {
            Field::From
        }
        "à" | "кому" | "宛先" | "收件人" | "받는 사람" => Field::To,
        "копия" | "抄送" | "副本" => Field::Cc,
        "ämne" | "тема" | "件名" | "主题" | "主旨" | "제목" => Field::Subject,
        "envoyé"
        | "lähetetty"
        | "päivä"
        | "päiväys"
        | "wysłano"
        | "отправлено"
        | "дата"
        | "送信日時"
        | "发送时间"
        | "日期"
        | "日時" => Field::Date,
        "répondre à" => Field::Other,
        _ => Field::None,
    }
}

/// The line above a mail that was taken along, or below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// `-----Original Message-----`, `Forwarded by Ana on 05/12/2000`.
    Opens,
    /// `----- End forwarded message -----`.
    Closes,
}

/// Whether the line marks the seam to a mail that was taken along.
pub(super) fn seam(line: &str) -> Option<Seam> {
    const RULE: [char; 6] = ['-', '_', '*', '=', '>', ' '];
    let ruled = line.starts_with("--")
        || line.starts_with("__")
        || line.starts_with("*-")
        || line.starts_with("==");
    let core = line.trim_matches(RULE);
    // Without a rule around them, the words end in a colon.
    if core.len() > 120 || core.len() < 8 || !ruled && (line.len() > 60 || !line.ends_with(':')) {
        return None;
    }
    let core = core.to_lowercase();
    let core = core.trim_end_matches(':').trim_end();
    if ruled {
        if core.starts_with("end of forwarded") || core.starts_with("end forwarded") {
            return Some(Seam::Closes);
        }
        let opens = ORIGINAL.contains(&core)
            || core.starts_with("forwarded by ")
            || core.starts_with("forwarded message from ")
            || core.starts_with("original message from ");
        return opens.then_some(Seam::Opens);
    }
    BEGIN.contains(&core).then_some(Seam::Opens)
}

const ORIGINAL: &[&str] = &[
    "original message",
    "original appointment",
    "reply separator",
    "inline attachment follows",
    "forwarded message",
    "start of forwarded message",
    "begin forwarded message",
    "reply message",
    "ursprüngliche nachricht",
    "original-nachricht",
    "originalnachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "mensaje original",
    "mensaje reenviado",
    "messaggio originale",
    "messaggio inoltrato",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "mensagem original",
    "mensagem encaminhada",
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "oprindelig meddelelse",
    "videresendt meddelelse",
    "opprinnelig melding",
    "videresendt melding",
    "oryginalna wiadomość",
    "wiadomość oryginalna",
    "przekazana wiadomość",
    "alkuperäinen viesti",
    "välitetty viesti",
    "původní zpráva",
    "исходное сообщение",
    "пересылаемое сообщение",
    "元のメッセージ",
    "転送メッセージ",
    "原始邮件",
    "转发邮件",
    "원본 메시지",
];

const BEGIN: &[&str] = &[
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail",
    "début du message réexpédié",
    "début du message transféré",
    "inicio del mensaje reenviado",
    "início da mensagem encaminhada",
    "inizio messaggio inoltrato",
    "begin doorgestuurd bericht",
    "vidarebefordrat brev",
    "start på vidaresendt besked",
];

/// Whether a mail program put the line below the message: `Sent from my phone`.
pub(super) fn is_device_line(line: &str) -> bool {
    if line.len() > 120 || !may_be_device_line(line) {
        return false;
    }
    let line = line.trim_start_matches(['<', '(', '[', '-', '*', '_', ' ']);
    let start = floor(line, 48).to_lowercase();
    if DEVICE.iter().any(|opening| start.starts_with(opening)) {
        return true;
    }
    let after = ["sent from ", "sent via ", "sent with ", "sent by "]
        .iter()
        .find_map(|opening| start.strip_prefix(opening));
    let Some(after) = after else {
        return false;
    };
    let after = after.trim_start_matches(['[', '<', '*']);
    PROGRAMS.iter().any(|program| after.starts_with(program))
        || after.starts_with("a phone")
        || after.starts_with("my ") && !after.contains("account")
}

/// Whether the line's first letters are those of one in the lists; most lines are told apart by them.
fn may_be_device_line(line: &str) -> bool {
    let [first, second, ..] = *line.as_bytes() else {
        return false;
    };
    match first | 0x20 {
        b's' => matches!(second | 0x20, b'e' | b'k'),
        b'g' => second | 0x20 == b'e',
        b'f' => second | 0x20 == b'r',
        b'e' | b'i' => second | 0x20 == b'n' || first >= 0x80,
        b'v' => matches!(second | 0x20, b'o' | b'e'),
        b'd' => second | 0x20 == b'i',
        b'w' => second | 0x20 == b'y',
        b'l' => second >= 0x80,
        _ => first >= 0x80 || matches!(first, b'<' | b'(' | b'[' | b'-' | b'*' | b'_'),
    }
}

/// Whether the line is a number with its label: `Tel: 020 7946 0000`.
pub(super) fn is_labelled_number(line: &str) -> bool {
    const LABELS: &[&str] = &[
        "phone", "tel", "fax", "mobile", "cell", "office:", "direct", "ph:", "mob", "t:", "m:",
        "f:", "p:",
    ];
    let start = floor(line, 8).as_bytes();
    LABELS.iter().any(|label| {
        start
            .get(..label.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(label.as_bytes()))
    })
}

/// Whether a mailing list added the line.
pub(super) fn is_list_footer(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    lower.contains("unsubscribe") || lower.contains("mailing list") || lower.contains("listinfo")
}

/// Whether the line says "wrote" in a script that puts no blanks around the word.
pub(super) fn says_wrote(line: &str) -> bool {
    const SAYS: &[&str] = &[
        "写道",
        "さんは書きました",
        "님이 작성",
        "のメール",
        "さんのメッセージ",
    ];
    line.ends_with([':', '：']) && SAYS.iter().any(|said| line.contains(said))
}

/// Greetings, sign-offs and names are no longer than this.
pub(super) const SHORT: usize = 60;

const PROGRAMS: &[&str] = &[
    "mobile",
    "outlook",
    "mail",
    "gmail",
    "yahoo",
    "windows",
    "android",
    "samsung",
    "iphone",
    "ipad",
    "proton",
    "blackberry",
    "airmail",
    "sparrow",
    "spark",
    "superhuman",
    "galaxy",
    "thunderbird",
    "the all",
    "hey",
    "fastmail",
    "aqua",
    "nine",
    "canary",
    "k-9",
];

const DEVICE: &[&str] = &[
    "get outlook for",
    "from my iphone",
    "envoyé de mon",
    "envoyé depuis mon",
    "von meinem ",
    "gesendet von mein",
    "gesendet mit",
    "diese nachricht wurde von meinem",
    "enviado desde mi",
    "enviado do meu",
    "inviato da ",
    "inviato dal mio",
    "verzonden met",
    "verzonden vanaf",
    "verstuurd vanaf",
    "skickat från min",
    "sendt fra min",
    "wysłane z",
    "lähetetty iphone",
    "отправлено с",
    "iphoneから送信",
    "从我的",
    "發自我的",
    "從我的",
    "发自我的",
];

/// Whether the line greets and does no more: `Hi Sam,`, `Dear all:`, `Good morning`.
pub(super) fn is_greeting(line: &str) -> bool {
    let core = line.trim_end_matches([',', ':', '!', '.', '-', '–', '—', ' ']);
    if core.ends_with('?') || core.contains(['.', '?', '!', ';', ':']) && !has_title(core) {
        return false;
    }
    let mut words = core.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    let first = first.trim_end_matches(',').to_lowercase();
    let second = words
        .clone()
        .next()
        .map(str::to_lowercase)
        .unwrap_or_default();
    let rest = match first.as_str() {
        "hi" | "hello" | "hey" | "hiya" | "dear" | "howdy" | "greetings" | "morning"
        | "afternoon" | "evening" => words,
        "good"
            if matches!(
                second.trim_end_matches(','),
                "morning" | "afternoon" | "evening" | "day"
            ) =>
        {
            words.next();
            words
        }
        _ => return false,
    };
    let rest: Vec<_> = rest.collect();
    rest.len() <= 5 && rest.iter().all(|word| is_called(word))
}

fn has_title(text: &str) -> bool {
    ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof."]
        .iter()
        .any(|title| text.contains(title))
        && !text.contains(['?', '!', ';'])
}

/// Whether someone may be called by the word: a name, `all`, `team`.
fn is_called(word: &str) -> bool {
    let core = word.trim_matches([',', '&', '/', '(', ')', '-', '–']);
    core.is_empty()
        || core.starts_with(|letter: char| letter.is_uppercase() || letter == '@')
        || matches!(
            core.to_lowercase().as_str(),
            "all"
                | "team"
                | "everyone"
                | "everybody"
                | "folks"
                | "there"
                | "again"
                | "and"
                | "both"
                | "guys"
                | "colleagues"
                | "friends"
                | "sir"
                | "madam"
                | "or"
                | "y'all"
                | "you"
                | "to"
                | "colleague"
                | "friend"
                | "ladies"
                | "gentlemen"
                | "devs"
                | "community"
        )
}

/// Whether the line calls the reader by name and does no more: `Sam,`, `Ana and Ben:`, `All -`.
pub(super) fn is_call(line: &str) -> bool {
    line.ends_with([',', ':', '-', '–', '—'])
        && !line.contains(['.', '?', '!', ';', '@', '"'])
        && line.bytes().filter(|byte| matches!(byte, b':')).count() <= 1
        && !line.bytes().any(|byte| byte.is_ascii_digit())
        && line.split_whitespace().count() <= 6
        && line.split_whitespace().all(is_called)
        && !is_sign_off(line)
}

/// Whether the line takes leave: `Best regards,`, `Thanks, Ana`, `Cheers`.
pub(super) fn is_sign_off(line: &str) -> bool {
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches(['-', '*', '_', '–', '—', ' ']);
    let Some(opening) = SIGN_OFF.iter().find(|opening| lower.starts_with(**opening)) else {
        return false;
    };
    let rest = &lower[opening.len()..];
    if rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '\'') {
        return false;
    }
    // What follows is a name at most: as short, and capitalised in the line as written.
    let written = line.trim_end();
    let marks = [',', '.', '!', '-', '–', '—', '*', '_', ' ', ':', ')', '~'];
    let rest = rest.trim_matches(marks);
    if rest.is_empty() {
        return true;
    }
    if rest.contains(['?', ':', ';', '@']) || rest.split_whitespace().count() > 4 {
        return false;
    }
    let tail = floor_from(written, written.len().saturating_sub(rest.len() + 1));
    let named = tail
        .split_whitespace()
        .filter(|word| word.len() > 1)
        .all(|word| word.starts_with(|letter: char| !letter.is_lowercase()));
    let apart = lower[opening.len()..]
        .trim_start()
        .starts_with([',', '-', '–', '.', '!', '—']);
    apart && named
}

const SIGN_OFF: &[&str] = &[
    "best regards",
    "best wishes",
    "best",
    "kind regards",
    "kindest regards",
    "warm regards",
    "warmest regards",
    "warmly",
    "regards",
    "with kind regards",
    "with best regards",
    "with regards",
    "many thanks and regards",
    "thanks and regards",
    "thanks & regards",
    "thanks and best regards",
    "thanks in advance",
    "thanks again",
    "thanks so much",
    "thanks very much",
    "thanks a lot",
    "many thanks",
    "thanks for your help",
    "thanks",
    "thank you very much",
    "thank you so much",
    "thank you",
    "thx",
    "thanx",
    "cheers",
    "sincerely yours",
    "sincerely",
    "yours sincerely",
    "yours truly",
    "yours faithfully",
    "yours",
    "respectfully",
    "cordially",
    "take care",
    "all the best",
    "love",
    "talk soon",
    "see you",
    "ciao",
    "rgds",
    "br",
    "brgds",
    "hth",
    "hope this helps",
    "ta",
    "have a great day",
    "have a nice day",
    "have a good day",
    "have a great weekend",
    "have a good weekend",
    "with thanks",
    "in gratitude",
    "gratefully",
    "viele grüße",
    "mit freundlichen grüßen",
    "liebe grüße",
    "lg",
    "mfg",
    "cordialement",
    "bien à vous",
    "saludos",
    "un saludo",
    "atentamente",
    "cordiali saluti",
    "met vriendelijke groet",
    "groeten",
    "mvh",
    "med vänliga hälsningar",
    "hilsen",
    "vennlig hilsen",
    "atenciosamente",
    "abraços",
    "pozdrawiam",
    "-",
];

/// Whether the line is a person's name and does no more: one to four words, as `Ana`, `Sam M. Okoro`, `- Lee`.
pub(super) fn is_name(line: &str) -> bool {
    if line.len() > 44 {
        return false;
    }
    let core = line.trim_matches(['-', '–', '—', '~', '*', '/', '_', ' ', ',', '\u{200b}']);
    let core = match core.strip_suffix('.') {
        Some(alone) if !alone.contains(' ') => alone,
        Some(_) => return false,
        None => core,
    };
    if core.is_empty() || core.contains(['?', '!', ':', ';', '@', '=', '<', '>', '$', '#', '%']) {
        return false;
    }
    let mut words = core.split_whitespace();
    let first = words.clone().next().unwrap_or_default().to_lowercase();
    words.clone().count() <= 4
        && !NO_FIRST_NAME.contains(&first.as_str())
        && !NO_NAME.contains(&core.to_lowercase().as_str())
        && words.all(|word| {
            word.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '(' | '\''))
                && !word.bytes().any(|byte| byte.is_ascii_digit())
                && word.chars().filter(|letter| letter.is_alphabetic()).count() <= 15
        })
}

const NO_NAME: &[&str] = &[
    "yes",
    "no",
    "ok",
    "okay",
    "done",
    "agreed",
    "thanks",
    "thx",
    "thank you",
    "sure",
    "thoughts",
    "great",
    "perfect",
    "fine",
    "fyi",
    "please",
    "maybe",
    "friday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "saturday",
    "sunday",
    "today",
    "tomorrow",
    "hello",
    "hi",
    "received",
    "approved",
    "confirmed",
    "noted",
    "understood",
    "never",
    "always",
    "help",
    "nope",
    "yep",
    "attached",
    "lgtm",
    "see attached",
    "see below",
    "regards",
    "cheers",
    "best",
    "asap",
    "urgent",
    "ping",
    "bump",
    "will do",
    "got it",
    "not yet",
    "no problem",
    "no worries",
    "any update",
    "any news",
];

/// What begins a short sentence or a title rather than a name.
const NO_FIRST_NAME: &[&str] = &[
    "add",
    "all",
    "any",
    "approve",
    "ask",
    "attach",
    "book",
    "buy",
    "call",
    "check",
    "confirm",
    "contact",
    "copy",
    "do",
    "email",
    "fix",
    "forward",
    "get",
    "give",
    "go",
    "good",
    "great",
    "happy",
    "how",
    "is",
    "let",
    "mail",
    "make",
    "meet",
    "merry",
    "my",
    "new",
    "next",
    "no",
    "not",
    "note",
    "our",
    "ping",
    "please",
    "read",
    "remind",
    "review",
    "same",
    "see",
    "send",
    "sign",
    "sorry",
    "take",
    "tell",
    "thank",
    "thanks",
    "the",
    "try",
    "update",
    "use",
    "very",
    "visit",
    "watch",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "your",
    "congratulations",
    "welcome",
];

/// Whether the line ends in a day and a clock time as Notes writes them above a mail: `02/23/2000 09:13 AM`.
pub(super) fn ends_in_stamp(line: &str) -> bool {
    let line = line.trim_end_matches([']', ')', ':', ' ']);
    let line = ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| line.strip_suffix(half))
        .map_or(line, str::trim_end);
    if !line.ends_with(|last: char| last.is_ascii_digit()) {
        return false;
    }
    let mut words = line
        .rsplit([' ', '\t', ','])
        .filter(|word| !word.is_empty());
    let Some(time) = words.next() else {
        return false;
    };
    let Some(day) = words.next() else {
        // The day stands at the end of the line above.
        return time.len() == 8
            && time
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b':');
    };
    let day = if day == "at" {
        words.next().unwrap_or_default()
    } else {
        day
    };
    let digits = |text: &str, mark: u8| {
        text.len() >= 4
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == mark)
            && text.bytes().filter(|byte| *byte == mark).count() >= 1
    };
    digits(time, b':')
        && [b'/', b'.', b'-']
            .iter()
            .any(|mark| digits(day, *mark) && day.bytes().filter(|byte| byte == mark).count() == 2)
}

/// The longest start of `text` of at most `len` bytes that ends on a character's edge.
pub(super) fn floor(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

/// The end of `text` from the character that `at` is in.
fn floor_from(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at)..]
}
