use jiff::civil::{Date, Weekday};

use crate::facts::due;
use crate::settings::{DateStyle, DefaultDue, Options};
use crate::text::sort_by_key;

/// A day that a deadline may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The day: always one that work is done on.
    pub day: Date,
    /// The day as a writer would put it after "by": `Fri 27 Nov`.
    pub words: String,
}

/// The days worth offering for a deadline, the default first, then the others from near to far: today, tomorrow, the end of this
/// week, the start and the end of the next, the end of the month. Working days only.
pub fn choices(today: Date, options: &Options) -> Vec<Choice> {
    choices_ahead(None, today, options)
}

/// The same for what is wanted before a day that the message tells of.
pub fn choices_ahead(told: Option<Date>, today: Date, options: &Options) -> Vec<Choice> {
    let calendar = options.calendar(today);
    let usual = due_ahead(told, today, options).unwrap_or_else(|| default_due(today, options));
    // On a Sunday the week that matters is the one to come.
    let at_work = calendar.working_day_on_or_after(today).unwrap_or(today);
    let next_monday = due::monday(at_work).and_then(|monday| due::add_days(monday, 7));
    let mut days: Vec<Date> = [
        Some(default_due(today, options)),
        Some(today),
        calendar.next_working_day(today),
        calendar.end_of_week(at_work),
        next_monday.and_then(|monday| calendar.working_day_on_or_after(monday)),
        next_monday.and_then(|monday| calendar.end_of_week(monday)),
        calendar.working_day_on_or_before(due::end_of_month(today)),
    ]
    .into_iter()
    .flatten()
    .filter(|&day| day != usual && day >= today && calendar.is_working_day(day))
    .collect();
    sort_by_key(&mut days, |day| *day);
    days.dedup();
    let choice = |day| Choice {
        day,
        words: written(day, today, options),
    };
    std::iter::once(usual).chain(days).map(choice).collect()
}

/// The same for what the words press for: today first where they mean at once, tomorrow where they leave a night's sleep ("soon", "at
/// your earliest convenience"), and the usual day after both.
pub fn soonest(words: &str, today: Date, options: &Options) -> Vec<Choice> {
    const MILD: [&str; 5] = ["soon", "sooner", "shortly", "convenience", "promptly"];
    let words = words.to_lowercase();
    let mut said = words.split_whitespace();
    let mild = said.any(|word| MILD.contains(&word)) && !words.contains("as soon as");
    let mut days = choices(today, options);
    if days.len() > 1 {
        let usual = days.remove(0);
        days.insert(days.len().min(2), usual);
        if mild && days[0].day == today {
            days.swap(0, 1);
        }
    }
    days
}

/// The day offered first, as the settings have it.
pub fn default_due(today: Date, options: &Options) -> Date {
    let calendar = options.calendar(today);
    let near = today.weekday().to_monday_zero_offset() < 3;
    let to_come = |day: &Date| *day >= today;
    let day = match options.default_due {
        DefaultDue::EndOfWeek if near => calendar.end_of_week(today).filter(to_come),
        DefaultDue::EndOfWeek | DefaultDue::EndOfNextWeek => None,
        DefaultDue::NextDay => calendar.next_working_day(today),
        DefaultDue::EndOfMonth => {
            let last = calendar.working_day_on_or_before(due::end_of_month(today));
            last.filter(to_come)
        }
    };
    let next_end = || due::add_days(today, 7).and_then(|day| calendar.end_of_week(day));
    day.or_else(next_end).unwrap_or(today)
}

/// The day offered first for what is wanted before a day that the message tells of: the last day of work before it, where the usual
/// one comes too late. `None` if no day of work is left.
pub fn due_ahead(told: Option<Date>, today: Date, options: &Options) -> Option<Date> {
    let usual = default_due(today, options);
    match told {
        Some(told) if told <= usual => {
            let before = options.calendar(today).previous_working_day(told);
            before.filter(|day| *day >= today)
        }
        _ => Some(usual),
    }
}

/// A day as the user writes days, with the year where it would be mistaken without.
pub fn written(day: Date, today: Date, options: &Options) -> String {
    let [weekday, month] = names(day).map(short);
    let far = today
        .until(day)
        .is_ok_and(|span| span.get_days().abs() > 300);
    let year = if far {
        format!(" {}", day.year())
    } else {
        String::new()
    };
    match options.date_style {
        DateStyle::DayMonth => format!("{weekday} {} {month}{year}", day.day()),
        DateStyle::MonthDay => {
            let year = if far {
                format!(", {}", day.year())
            } else {
                String::new()
            };
            format!("{weekday}, {month} {}{year}", day.day())
        }
        DateStyle::Iso => day.to_string(),
    }
}

/// A day as a calendar has it: `Friday 27 November 2026`.
pub fn in_full(day: Date) -> String {
    let [weekday, month] = names(day);
    format!("{weekday} {} {month} {}", day.day(), day.year())
}

/// The same in a narrow column: `Fri 27 Nov 2026`.
pub fn in_short(day: Date) -> String {
    let [weekday, month] = names(day).map(short);
    format!("{weekday} {} {month} {}", day.day(), day.year())
}

/// A weekday's name.
pub const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A day's weekday and month.
fn names(day: Date) -> [&'static str; 2] {
    let weekday = weekday_name(day.weekday());
    [weekday, MONTHS[usize::from(day.month().unsigned_abs()) - 1]]
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Every name has three letters at least, and none of them an accent.
fn short(name: &'static str) -> &'static str {
    &name[..3]
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    fn words(today: Date) -> Vec<String> {
        choices(today, &Options::default())
            .into_iter()
            .map(|choice| choice.words)
            .collect()
    }

    #[test]
    fn the_end_of_this_week_comes_first_until_wednesday() {
        let days = words(date(2026, 11, 18));
        assert_eq!(
            days,
            [
                "Fri 20 Nov",
                "Wed 18 Nov",
                "Thu 19 Nov",
                "Mon 23 Nov",
                "Fri 27 Nov",
                "Mon 30 Nov"
            ]
        );
    }

    #[test]
    fn from_thursday_on_the_end_of_next_week_comes_first() {
        for day in [19, 20, 21, 22] {
            assert_eq!(words(date(2026, 11, day))[0], "Fri 27 Nov");
        }
    }

    #[test]
    fn on_a_weekend_the_next_week_is_the_one_after_that_to_come() {
        for day in [21, 22] {
            assert_eq!(
                words(date(2026, 11, day)),
                ["Fri 27 Nov", "Mon 23 Nov", "Mon 30 Nov", "Fri 4 Dec"]
            );
        }
    }

    #[test]
    fn no_day_off_is_ever_offered() {
        let options = Options {
            holidays: vec![date(2026, 12, 25)],
            ..Options::default()
        };
        for ahead in 0..60 {
            let today = date(2026, 11, 1).checked_add(ahead.days()).unwrap();
            for choice in choices(today, &options) {
                assert!(
                    options.calendar(today).is_working_day(choice.day) && choice.day >= today,
                    "{today}: {choice:?}"
                );
            }
        }
        assert_eq!(
            default_due(date(2026, 12, 21), &options),
            date(2026, 12, 24)
        );
    }

    #[test]
    fn the_settings_say_which_day_comes_first() {
        let first = |default_due| {
            let options = Options {
                default_due,
                ..Options::default()
            };
            choices(date(2026, 11, 18), &options)[0].words.clone()
        };
        assert_eq!(first(DefaultDue::NextDay), "Thu 19 Nov");
        assert_eq!(first(DefaultDue::EndOfNextWeek), "Fri 27 Nov");
        assert_eq!(first(DefaultDue::EndOfMonth), "Mon 30 Nov");
    }

    #[test]
    fn what_is_wanted_before_a_day_is_due_on_the_last_day_of_work_before_it() {
        let options = Options::default();
        let first = |told| due_ahead(Some(told), date(2026, 11, 18), &options);
        assert_eq!(first(date(2026, 11, 20)), Some(date(2026, 11, 19)));
        assert_eq!(first(date(2026, 11, 19)), Some(date(2026, 11, 18)));
        assert_eq!(first(date(2026, 11, 18)), None);
        // The usual day comes in time.
        assert_eq!(first(date(2026, 11, 21)), Some(date(2026, 11, 20)));
        let days = choices_ahead(Some(date(2026, 11, 20)), date(2026, 11, 18), &options);
        let days: Vec<Date> = days.iter().map(|choice| choice.day).take(3).collect();
        assert_eq!(days[..2], [date(2026, 11, 19), date(2026, 11, 18)]);
        assert_eq!(days[2], date(2026, 11, 20));
    }

    #[test]
    fn a_far_day_has_its_year() {
        let options = Options::default();
        assert_eq!(
            written(date(2027, 11, 26), date(2026, 11, 18), &options),
            "Fri 26 Nov 2027"
        );
        let options = Options {
            date_style: DateStyle::MonthDay,
            ..options
        };
        assert_eq!(
            written(date(2026, 11, 27), date(2026, 11, 18), &options),
            "Fri, Nov 27"
        );
    }

    #[test]
    fn the_last_days_of_the_calendar_do_not_break_it() {
        for day in 1..=31 {
            assert!(!words(date(9999, 12, day)).is_empty());
        }
    }
}
