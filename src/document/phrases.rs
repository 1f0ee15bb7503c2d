//! Phrases that tell what a line is, as mail programs and people write them.

/// How people take leave; a longer opening stands before a shorter one that it begins with.
#[rustfmt::skip]
pub(super) const SIGN_OFF: &[&str] = &[
    "best regards", "best wishes", "best", "kind regards", "kindest regards", "warm regards", "warmest regards",
    "warmly", "regards", "with kind regards", "with best regards", "with regards", "many thanks and regards",
    "thanks and regards", "thanks & regards", "thanks and best regards", "thanks in advance", "thanks again",
    "thanks so much", "thanks very much", "thanks a lot", "many thanks", "thanks for your help", "thanks",
    "thank you very much", "thank you so much", "thank you", "thx", "thanx", "cheers", "sincerely yours", "sincerely",
    "yours sincerely", "yours truly", "yours faithfully", "yours", "respectfully", "cordially", "take care",
    "all the best", "love you", "love ya", "love", "lots of love", "much love", "all my love", "with love", "xoxo", "xo", "xxx", "xx",
    "hugs", "big hugs", "kisses", "talk soon", "see you", "ciao", "rgds", "br", "brgds", "hth", "hope this helps", "ta",
    "have a great day", "have a nice day", "have a good day", "have a great weekend", "have a good weekend",
    "with thanks", "in gratitude", "gratefully", "viele grüße", "mit freundlichen grüßen", "liebe grüße", "lg", "mfg",
    "cordialement", "bien à vous", "saludos", "un saludo", "atentamente", "cordiali saluti", "met vriendelijke groet",
    "groeten", "mvh", "med vänliga hälsningar", "hilsen", "vennlig hilsen", "atenciosamente", "abraços", "pozdrawiam",
    "-",
];

/// What stands alone on a line and is no name.
#[rustfmt::skip]
pub(super) const NO_NAME: &[&str] = &[
    "yes", "no", "ok", "okay", "done", "agreed", "thanks", "thx", "thank you", "sure", "thoughts", "great", "perfect",
    "fine", "fyi", "please", "maybe", "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday",
    "today", "tomorrow", "hello", "hi", "received", "approved", "confirmed", "noted", "understood", "never", "always",
    "help", "nope", "yep", "attached", "lgtm", "see attached", "see below", "regards", "cheers", "best", "asap",
    "urgent", "ping", "bump", "will do", "got it", "not yet", "no problem", "no worries", "any update", "any news",
];

/// What stands before a colon and speaks not.
#[rustfmt::skip]
pub(super) const NO_SPEAKER: &[&str] = &[
    "note", "notes", "agenda", "update", "subject", "to", "from", "cc", "bcc", "re", "fwd", "fyi", "ps", "p.s.",
    "todo", "question", "questions", "next", "next steps", "date", "when", "where", "who", "what", "why", "how",
    "time", "place", "location", "deadline", "action", "actions", "action items", "summary", "background", "warning",
    "tip", "example", "owner", "due", "status", "attendees", "topic", "goal", "goals", "thanks", "http", "https",
    "phone", "tel", "fax", "mobile", "email", "e-mail", "options", "option", "reason", "context", "decision",
    "decisions", "problem", "solution", "result", "results", "scope", "risk", "risks", "important", "edit", "link",
    "links", "details", "sent", "today", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "hi", "hello", "dear", "all", "team", "everyone", "also", "and", "but", "so",
    "first", "second", "third", "finally", "remember", "reminder", "request", "priority", "version", "price", "total",
    "name", "title", "address", "website", "web", "url", "ref", "reference", "attachments", "attached", "pros",
    "cons", "open", "done", "blocked", "plan", "step", "steps", "answer", "answers", "yes", "no",
];

/// What begins a short sentence or a title rather than a name.
#[rustfmt::skip]
pub(super) const NO_FIRST_NAME: &[&str] = &[
    "add", "all", "any", "approve", "ask", "attach", "book", "buy", "call", "check", "confirm", "contact", "copy",
    "do", "email", "fix", "forward", "get", "give", "go", "good", "great", "happy", "how", "is", "let", "mail",
    "make", "meet", "merry", "my", "new", "next", "no", "not", "note", "our", "ping", "please", "read", "remind",
    "review", "same", "see", "send", "sign", "sorry", "take", "tell", "thank", "thanks", "the", "try", "update",
    "use", "very", "visit", "watch", "what", "when", "where", "which", "who", "why", "your", "congratulations",
    "welcome",
];

/// What stands between rules above a mail that was taken along.
#[rustfmt::skip]
pub(super) const ORIGINAL: &[&str] = &[
    "original message", "original appointment", "reply separator", "inline attachment follows", "forwarded message",
    "start of forwarded message", "begin forwarded message", "begin forwarded text", "reply message", "ursprüngliche nachricht",
    "original-nachricht", "originalnachricht", "weitergeleitete nachricht", "message d'origine", "message d’origine",
    "message original", "message transféré", "mensaje original", "mensaje reenviado", "messaggio originale",
    "messaggio inoltrato", "oorspronkelijk bericht", "doorgestuurd bericht", "mensagem original",
    "mensagem encaminhada", "ursprungligt meddelande", "vidarebefordrat meddelande", "oprindelig meddelelse",
    "videresendt meddelelse", "opprinnelig melding", "videresendt melding", "oryginalna wiadomość",
    "wiadomość oryginalna", "przekazana wiadomość", "alkuperäinen viesti", "välitetty viesti", "původní zpráva",
    "исходное сообщение", "пересылаемое сообщение", "元のメッセージ", "転送メッセージ", "原始邮件", "转发邮件", "원본 메시지",
];

/// What stands above one without a rule.
#[rustfmt::skip]
pub(super) const BEGIN: &[&str] = &[
    "begin forwarded message", "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail",
    "début du message réexpédié", "début du message transféré", "inicio del mensaje reenviado",
    "início da mensagem encaminhada", "inizio messaggio inoltrato", "begin doorgestuurd bericht",
    "vidarebefordrat brev", "start på vidaresendt besked",
];

/// What follows "Sent from" in a mail program's own line.
#[rustfmt::skip]
pub(super) const PROGRAMS: &[&str] = &[
    "mobile", "outlook", "mail", "gmail", "yahoo", "windows", "android", "samsung", "iphone", "ipad", "proton",
    "blackberry", "airmail", "sparrow", "spark", "superhuman", "galaxy", "thunderbird", "the all", "hey", "fastmail",
    "aqua", "nine", "canary", "k-9",
];

/// How lines begin that programs and companies print below every mail.
#[rustfmt::skip]
pub(super) const PRINTED: &[&str] = &[
    "please consider the environment before", "please think of the environment", "think before you print",
    "think green before", "this email has been checked for viruses", "this email has been scanned",
    "this e-mail has been scanned", "this message has been scanned",
    "for additional commands, e-mail", "your use of yahoo! groups", "------- you are receiving this mail because",
];

/// How such lines begin in other ways and languages.
#[rustfmt::skip]
pub(super) const DEVICE: &[&str] = &[
    "get outlook for", "from my iphone", "envoyé de mon", "envoyé depuis mon", "von meinem ", "gesendet von mein",
    "gesendet mit", "diese nachricht wurde von meinem", "enviado desde mi", "enviado do meu", "inviato da ",
    "inviato dal mio", "verzonden met", "verzonden vanaf", "verstuurd vanaf", "skickat från min", "sendt fra min",
    "get [outlook for", "do you yahoo!", "get your free download", "virus-free. www", "gesendet von outlook", "gesendet aus der",
    "outlook für ", "télécharger outlook", "wysłane z", "lähetetty iphone", "отправлено с", "iphoneから送信", "从我的", "發自我的", "從我的", "发自我的",
];
