//! What single words mean to the calendar, and which words may open a time expression.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use crate::language::QuickMap;

/// What a word means to the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing.
    Plain,
    /// No letter and no digit.
    Mark,
    /// A run of digits and its value; `u32::MAX` if there are too many.
    Digits(u32),
    /// `friday`, `fri`
    Weekday(Weekday),
    /// `fridays`
    Weekdays(Weekday),
    /// `november`, `nov`
    Month(i8),
    /// `days`
    Unit(Unit),
    /// `one` to `nineteen`
    Number(u8),
    /// `twenty` to `ninety`
    Tens(u8),
    /// `first` to `nineteenth`, `twentieth`, `thirtieth`
    Ordinal(u8),
    /// A part of the day: `morning`
    Part(Part),
    /// Another word of the calendar: `today`, `EOD`, `noon`, `Easter`
    Calendar,
    /// A word of any text that may be the first of a time expression: `the`, `in`.
    Opener,
}

impl Sense {
    /// Whether a time expression may begin with such a word.
    pub(super) const fn opens(self) -> bool {
        !matches!(self, Self::Plain | Self::Mark)
    }

    /// Whether it is a word of the calendar: every time of the calendar has one.
    pub(super) const fn tells(self) -> bool {
        !matches!(self, Self::Plain | Self::Mark | Self::Opener)
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Weekend,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Night,
}

/// What the word means to the calendar; `norm` is lower case.
pub(super) fn sense(norm: &str) -> Sense {
    match norm.as_bytes().first() {
        None => Sense::Mark,
        Some(byte) if byte.is_ascii_digit() => match norm.parse() {
            Ok(value) => Sense::Digits(value),
            Err(_) if norm.bytes().all(|byte| byte.is_ascii_digit()) => Sense::Digits(u32::MAX),
            Err(_) => Sense::Plain,
        },
        Some(byte) if byte.is_ascii_alphabetic() => {
            WORDS.get(norm).copied().unwrap_or(Sense::Plain)
        }
        Some(b'\'') if norm.len() > 1 => Sense::Plain,
        Some(byte) if byte.is_ascii() => Sense::Mark,
        Some(_) if norm.chars().any(char::is_alphanumeric) => {
            WORDS.get(norm).copied().unwrap_or(Sense::Plain)
        }
        Some(_) => Sense::Mark,
    }
}

/// The word that one spelled in haste stands for: "tomorrow" for "2moro".
pub(super) fn spelled_out(norm: &str) -> Option<&'static str> {
    static WORDS: LazyLock<QuickMap<&'static str, &'static str>> = LazyLock::new(|| {
        let rows = SPELLINGS.iter();
        rows.flat_map(|(list, word)| list.split(' ').map(|one| (one, *word)))
            .collect()
    });
    let may_be = matches!(norm.as_bytes().first(), Some(b'2' | b't' | b'y' | b'n'));
    may_be.then(|| WORDS.get(norm).copied()).flatten()
}

static WORDS: LazyLock<QuickMap<&'static str, Sense>> = LazyLock::new(|| {
    let mut words = QuickMap::default();
    let mut add = |list: &'static str, sense: Sense| {
        for word in list.split(' ') {
            words.insert(word, sense);
        }
    };
    add(OPENERS, Sense::Opener);
    add(CALENDAR, Sense::Calendar);
    for (list, unit) in UNITS {
        add(list, Sense::Unit(*unit));
    }
    for (list, part) in PARTS {
        add(list, Sense::Part(*part));
    }
    for (day, (list, plural)) in (1..).zip(WEEKDAYS) {
        if let Ok(day) = Weekday::from_monday_one_offset(day) {
            add(list, Sense::Weekday(day));
            add(plural, Sense::Weekdays(day));
        }
    }
    for (month, list) in (1..).zip(MONTHS) {
        add(list, Sense::Month(month));
    }
    for (number, word) in (1..).zip(NUMBERS.split(' ')) {
        add(word, Sense::Number(number));
    }
    for (tens, word) in (2..).zip(TENS.split(' ')) {
        add(word, Sense::Tens(tens * 10));
    }
    for (number, word) in (1..).zip(ORDINALS.split(' ')) {
        add(word, Sense::Ordinal(number));
    }
    add("twentieth", Sense::Ordinal(20));
    add("thirtieth", Sense::Ordinal(30));
    words
});

/// Words as they are spelled in haste, and what they stand for.
const SPELLINGS: &[(&str, &str)] = &[
    ("todays", "today"),
    (
        "2moro 2morrow 2mrw tmoro tmr tmrw tmw tommorow tommorrow tomo tomorow tomorrows tomoz",
        "tomorrow",
    ),
    ("2night 2nite tnite tonights tonite", "tonight"),
    ("yday yesterdays", "yesterday"),
    ("nite nites", "night"),
];

/// Words that may open a time of the calendar if one of its words follows.
const OPENERS: &str = "a an the this these next last past coming upcoming previous current following in within over at by \
    before after until till once when whenever if as between from early late mid middle later earlier end beginning start \
    close half right soon asap shortly eventually sometime someday anytime immediately urgently promptly straight \
    straightaway for no any each every q h w one some couple few prior ahead during down sooner first thing new \
    good black all st saint working upon pending once twice beforehand henceforth going moving without while whilst \
    rest remainder remaining whole entire closest nearest just same pair not nothing take with on inside";

/// Words of the calendar that are no unit, number or name of a day.
const CALENDAR: &str = "eod eob eobd cob cop eop eow eom eoq eoy bom today tomorrow yesterday tonight midweek \
    noon noonish midday midnight now otd overnight kw cw spring summer autumn fall winter \
    christmas xmas easter thanksgiving halloween valentine valentine's valentines boxing cyber labor labour memorial \
    independence mother's mothers mother father's fathers father martin mlk presidents president veterans columbus earth \
    ash palm whit pentecost ascension juneteenth bastille international workers nye eve day present moment minute time \
    daily weekly monthly hourly annually quarterly biweekly o'clock oclock am pm play trading business";

const UNITS: &[(&str, Unit)] = &[
    ("seconds sec secs", Unit::Second),
    ("minute minutes min mins", Unit::Minute),
    ("hour hours hr hrs", Unit::Hour),
    ("day days", Unit::Day),
    ("week weeks wk wks", Unit::Week),
    ("fortnight fortnights", Unit::Fortnight),
    ("month months", Unit::Month),
    ("quarter quarters qtr", Unit::Quarter),
    ("year years yr yrs", Unit::Year),
    ("decade decades", Unit::Decade),
    ("weekend weekends wkend", Unit::Weekend),
];

const PARTS: &[(&str, Part)] = &[
    ("morning mornings", Part::Morning),
    ("lunch lunchtime", Part::Lunch),
    ("afternoon afternoons arvo", Part::Afternoon),
    ("evening evenings", Part::Evening),
    ("night nights", Part::Night),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("monday mon", "mondays"),
    ("tuesday tue tues", "tuesdays"),
    ("wednesday wed weds", "wednesdays"),
    ("thursday thu thur thurs", "thursdays"),
    ("friday fri", "fridays"),
    ("saturday sat", "saturdays"),
    ("sunday sun", "sundays"),
];

const MONTHS: [&str; 12] = [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
];

const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
