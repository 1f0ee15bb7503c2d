//! Days and clock times as headers and attribution lines write them, in the languages of the usual mail programs.

use jiff::civil::{Date, Time};

/// The first whole day (year included) and the first clock time a line tells.
///
/// Where only numbers stand, `2014-11-20` is year first, `20.11.2014` day first and `11/20/2014` month first
/// (as the programs that write slashes mean it) unless that is no day.
pub(super) fn find(text: &str) -> (Option<Date>, Option<Time>) {
    let pieces = pieces(text);
    let date = (0..pieces.len()).find_map(|at| date_at(&pieces[at..]));
    let time = (0..pieces.len()).find_map(|at| time_at(&pieces[at..]));
    (date, time)
}

/// A run of digits, a word, or a mark that may join numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'a> {
    Number(i32, usize),
    Word(&'a str),
    Mark(char),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike = |letter: char| letter.is_ascii_digit() == first.is_ascii_digit();
        let len = if first.is_alphanumeric() {
            rest.find(|letter: char| !letter.is_alphanumeric() || !alike(letter))
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let piece = &rest[..len];
        if first.is_ascii_digit() {
            // Too long a number is an address or a ticket, never part of a day.
            pieces.push(Piece::Number(piece.parse().unwrap_or(-1), len));
        } else if first.is_alphabetic() {
            pieces.push(Piece::Word(piece));
        } else if !first.is_whitespace() {
            pieces.push(Piece::Mark(first));
        }
        rest = &rest[len..];
    }
    pieces
}

fn date_at(pieces: &[Piece<'_>]) -> Option<Date> {
    use Piece::{Mark, Number, Word};
    let day = |year: i32, month: i32, day: i32| {
        let year = match year {
            0..70 => year + 2000,
            70..100 => year + 1900,
            _ => year,
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(i16::try_from(year).ok()?, month, day).ok()
    };
    match *pieces {
        [
            Number(y, 4),
            Mark('-' | '/' | '.'),
            Number(m, _),
            Mark('-' | '/' | '.'),
            Number(d, _),
            ..,
        ]
        | [
            Number(y, 4),
            Word("年"),
            Number(m, _),
            Word("月"),
            Number(d, _),
            ..,
        ] => day(y, m, d),
        [
            Number(d, 1 | 2),
            Mark('.'),
            Number(m, 1 | 2),
            Mark('.'),
            Number(y, 2 | 4),
            ..,
        ]
        | [
            Number(d, 1 | 2),
            Mark('-'),
            Number(m, 1 | 2),
            Mark('-'),
            Number(y, 4),
            ..,
        ] => day(y, m, d),
        [
            Number(m, 1 | 2),
            Mark('/'),
            Number(d, 1 | 2),
            Mark('/'),
            Number(y, 2 | 4),
            ..,
        ] => day(y, m, d).or_else(|| day(y, d, m)),
        [Number(d, 1 | 2), ref rest @ ..] => {
            let (month, rest) = skip_marks(rest, month)?;
            let (year, _) = year_in(rest)?;
            day(year, month, d)
        }
        [Word(word), ref rest @ ..] => {
            let month = month(word)?;
            let rest = strip_marks(rest);
            let [Number(d, 1 | 2), rest @ ..] = rest else {
                return None;
            };
            let (year, _) = year_in(rest)?;
            day(year, month, *d)
        }
        _ => None,
    }
}

/// A month's number past marks, "th" and "de".
fn skip_marks<'p, 'a>(
    mut pieces: &'p [Piece<'a>],
    read: impl Fn(&str) -> Option<i32>,
) -> Option<(i32, &'p [Piece<'a>])> {
    for _ in 0..3 {
        match pieces {
            [Piece::Mark('.' | '-' | ','), rest @ ..] => pieces = rest,
            [Piece::Word(word), rest @ ..] => match read(word) {
                Some(value) => return Some((value, rest)),
                None if matches!(*word, "de" | "th" | "st" | "nd" | "rd" | "of") => pieces = rest,
                None => return None,
            },
            _ => return None,
        }
    }
    None
}

fn strip_marks<'p, 'a>(mut pieces: &'p [Piece<'a>]) -> &'p [Piece<'a>] {
    while let [Piece::Mark('.' | ','), rest @ ..] = pieces {
        pieces = rest;
    }
    pieces
}

fn year_in<'p, 'a>(mut pieces: &'p [Piece<'a>]) -> Option<(i32, &'p [Piece<'a>])> {
    for _ in 0..4 {
        match pieces {
            [Piece::Number(_, _), Piece::Mark(':'), ..] => return None,
            [Piece::Number(year, 4), rest @ ..] => return Some((*year, rest)),
            [Piece::Number(year, 2), rest @ ..] => return Some((*year, rest)),
            [Piece::Mark('.' | ',' | '-'), rest @ ..]
            | [
                Piece::Word("de" | "th" | "st" | "nd" | "rd" | "del"),
                rest @ ..,
            ] => pieces = rest,
            _ => return None,
        }
    }
    None
}

fn time_at(pieces: &[Piece<'_>]) -> Option<Time> {
    let [
        Piece::Number(hour, 1 | 2),
        Piece::Mark(mark),
        Piece::Number(minute, 2),
        rest @ ..,
    ] = pieces
    else {
        return None;
    };
    let rest = match rest {
        [Piece::Mark(again), Piece::Number(_, 2), rest @ ..] if again == mark && *mark == ':' => {
            rest
        }
        [Piece::Mark('.'), Piece::Number(..), ..] if *mark == '.' => return None,
        _ => rest,
    };
    let hour = match (mark, rest.first()) {
        (':', Some(Piece::Word(half))) => match half.to_lowercase().as_str() {
            "pm" | "p" | "nachm" if *hour < 12 => hour + 12,
            "am" | "a" | "vorm" if *hour == 12 => 0,
            _ => *hour,
        },
        (':', _) => *hour,
        _ => return None,
    };
    Time::new(i8::try_from(hour).ok()?, i8::try_from(*minute).ok()?, 0, 0).ok()
}

/// The month a word names, from 1; by the letters that tell it apart in the languages below.
fn month(word: &str) -> Option<i32> {
    let word = word.to_lowercase();
    let found = MONTHS.iter().find(|(start, _)| word.starts_with(start));
    found
        .filter(|_| word.chars().count() >= 3)
        .map(|(_, month)| *month)
}

/// Starts of month names; a longer start stands before a shorter one that it begins with.
const MONTHS: &[(&str, i32)] = &[
    ("juil", 7),
    ("juin", 6),
    ("jui", 7),
    ("marras", 11),
    ("maalis", 3),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("maa", 3),
    ("mrt", 3),
    ("maart", 3),
    ("may", 5),
    ("mai", 5),
    ("maj", 5),
    ("mei", 5),
    ("mag", 5),
    ("jan", 1),
    ("gen", 1),
    ("ene", 1),
    ("tammi", 1),
    ("sty", 1),
    ("янв", 1),
    ("led", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("helmi", 2),
    ("lut", 2),
    ("фев", 2),
    ("мар", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("huhti", 4),
    ("kwi", 4),
    ("апр", 4),
    ("touko", 5),
    ("мая", 5),
    ("май", 5),
    ("jun", 6),
    ("giu", 6),
    ("kesä", 6),
    ("cze", 6),
    ("июн", 6),
    ("jul", 7),
    ("lug", 7),
    ("heinä", 7),
    ("lip", 7),
    ("июл", 7),
    ("aug", 8),
    ("aoû", 8),
    ("aou", 8),
    ("ago", 8),
    ("elo", 8),
    ("sie", 8),
    ("авг", 8),
    ("серп", 8),
    ("sep", 9),
    ("set", 9),
    ("syys", 9),
    ("wrz", 9),
    ("сен", 9),
    ("oct", 10),
    ("okt", 10),
    ("ott", 10),
    ("out", 10),
    ("loka", 10),
    ("paź", 10),
    ("окт", 10),
    ("nov", 11),
    ("lis", 11),
    ("ноя", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
    ("des", 12),
    ("joulu", 12),
    ("gru", 12),
    ("дек", 12),
];

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_as_mail_programs_write_them() {
        for (text, day, clock) in [
            (
                "On Thu, 19 Nov 2026 at 10:02, Ana wrote:",
                date(2026, 11, 19),
                Some((10, 2)),
            ),
            (
                "On Nov 3, 2026, at 9:26 PM, Ana wrote:",
                date(2026, 11, 3),
                Some((21, 26)),
            ),
            (
                "On Thursday, November 19th, 2026 at 12:05 AM, Ana wrote:",
                date(2026, 11, 19),
                Some((0, 5)),
            ),
            (
                "2026-11-19 17:21 GMT+01:00 Ana",
                date(2026, 11, 19),
                Some((17, 21)),
            ),
            (
                "Am 19.11.2026 um 18:30 schrieb Ana:",
                date(2026, 11, 19),
                Some((18, 30)),
            ),
            (
                "Am Do., 19. Nov. 2026 um 11:53 Uhr schrieb Ana:",
                date(2026, 11, 19),
                Some((11, 53)),
            ),
            (
                "Le jeu. 19 nov. 2026 à 22:03, Ana a écrit :",
                date(2026, 11, 19),
                Some((22, 3)),
            ),
            (
                "Le 3 août 2026 à 22:03, Ana a écrit :",
                date(2026, 8, 3),
                Some((22, 3)),
            ),
            (
                "Le 3 juillet 2026 à 22:03, Ana a écrit :",
                date(2026, 7, 3),
                Some((22, 3)),
            ),
            (
                "El jue, 19 de nov de 2026 a las 9:01, Ana escribió:",
                date(2026, 11, 19),
                Some((9, 1)),
            ),
            (
                "Il giorno gio 19 nov 2026 alle ore 21:11 Ana ha scritto:",
                date(2026, 11, 19),
                Some((21, 11)),
            ),
            (
                "W dniu 28 stycznia 2026 01:53 użytkownik Ana napisał:",
                date(2026, 1, 28),
                Some((1, 53)),
            ),
            (
                "Op 17-feb.-2026, om 13:18 heeft Ana geschreven:",
                date(2026, 2, 17),
                Some((13, 18)),
            ),
            (
                "19 октября 2026 г. 19:37 пользователь Ana написал:",
                date(2026, 10, 19),
                Some((19, 37)),
            ),
            (
                "2026年11月19日 10:02 Ana:",
                date(2026, 11, 19),
                Some((10, 2)),
            ),
            (
                "Ana Ruiz 11/19/2026 08:12 AM",
                date(2026, 11, 19),
                Some((8, 12)),
            ),
            ("19/11/26, 10:32 - Ana", date(2026, 11, 19), Some((10, 32))),
        ] {
            let clock = clock.map(|(hour, minute)| time(hour, minute, 0, 0));
            assert_eq!(find(text), (Some(day), clock), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_day_is_none() {
        for text in [
            "On Friday, Ana wrote:",
            "on 5 of the 12",
            "ticket 20261119",
            "March 6",
            "99/99/9999",
        ] {
            assert_eq!(find(text).0, None, "{text}");
        }
    }
}
