//! Header fields, in the languages mail programs write them.

use super::shows::floor;

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
        b"from" | b"author" | b"von" | b"de" | b"da" | b"van" | b"fra" | b"od" | b"kimden"
        | b"de la" => Field::From,
        b"to" | b"an" | b"a" | b"para" | b"aan" | b"til" | b"till" | b"do" | b"vastaanottaja"
        | b"komu" | b"kime" => Field::To,
        b"cc" | b"bcc" | b"kopie" | b"copie" | b"kopi" | b"kopia" | b"dw" | b"copia" => Field::Cc,
        b"subject" | b"betreff" | b"objet" | b"asunto" | b"oggetto" | b"onderwerp" | b"emne"
        | b"aihe" | b"temat" | b"assunto" | b"konu" | b"subiect" | b"sujet" => Field::Subject,
        b"date" | b"sent" | b"gesendet" | b"datum" | b"enviado" | b"enviada" | b"enviado el"
        | b"enviado em" | b"inviato" | b"data" | b"verzonden" | b"sendt" | b"skickat"
        | b"fecha" | b"dato" | b"trimis" | b"sent by" | b"sent on" | b"wysano" => Field::Date,
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
        "från" | "lähettäjä" | "feladó" | "από" | "від" | "от" | "差出人" | "发件人" | "寄件者"
        | "보낸 사람" => Field::From,
        "à" | "címzett" | "către" | "προς" | "кому" | "宛先" | "收件人" | "받는 사람" => {
            Field::To
        }
        "копия" | "抄送" | "副本" => Field::Cc,
        "ämne" | "předmět" | "tárgy" | "θέμα" | "тема" | "件名" | "主题" | "主旨" | "제목" => {
            Field::Subject
        }
        "envoyé"
        | "lähetetty"
        | "päivä"
        | "päiväys"
        | "wysłano"
        | "odesláno"
        | "gönderilme"
        | "gönderildi"
        | "küldve"
        | "στάλθηκε"
        | "надіслано"
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
