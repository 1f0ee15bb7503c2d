//! Quarters and halves of years.
//!
//!     quarter = ("Q1" | "H1" | ["the"] ordinal "quarter") [["of" | "in"] (year | "next year" | "the year")] | year "Q1"
//!
//! Without a year the first such quarter that is not over.

use jiff::civil::Date;

use super::calendar::add_months;
use super::line::Line;
use super::number::{ordinal, year};
use super::period::{Period, span, year_of};
use super::time::{Grain, TimeForm};
use super::vocabulary::{Sense, Unit};

/// "Q1", "Q1 2027", "2027 Q1", "the first quarter of 2018", "H2".
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let year_before = year(line, at).map(|(year, end)| (year, line.skip(end, &["-"])));
    let start = year_before.map_or(at, |(_, end)| end);
    let (months, first, end) = quarter_name(line, start)?;
    let (told_year, end) = match year_before {
        Some((year, _)) => (Some(year), end),
        None => {
            let of = line.skip(end, &["of", "in", "-", "/", ","]);
            let told = year(line, of)
                .or_else(|| year_of(line, of).filter(|_| of > end))
                .map(|(year, end)| (Some(year), end));
            let the_year = line.after(of, &["the", "year"]).filter(|_| of > end);
            told.unwrap_or((None, the_year.unwrap_or(end)))
        }
    };
    let today = line.calendar.today;
    let in_year = |year: i16| {
        let from = Date::new(year, first, 1).ok()?;
        Some((from, add_months(from, months - 1)?.last_of_month()))
    };
    let (from, to) = match told_year {
        Some(year) => in_year(year)?,
        None => in_year(today.year())
            .filter(|(_, to)| *to >= today)
            .or_else(|| in_year(today.year() + 1))?,
    };
    Some((span(from, to, Grain::Quarter, TimeForm::Elastic), end))
}

/// Its months, its first month, and the place after.
fn quarter_name(line: &Line<'_>, at: usize) -> Option<(i32, i8, usize)> {
    if line.is_any(at, &["q", "h"])
        && line.glued(at + 1)
        && let Some((number, 1)) = line.digits(at + 1)
    {
        let free = !line.glued(at + 2) || line.pauses(at + 2);
        let number = i8::try_from(number).ok()?;
        return match line.norm(at) {
            "q" if (1..=4).contains(&number) && free => Some((3, number * 3 - 2, at + 2)),
            "h" if (1..=2).contains(&number) && free && line.capital(at) => {
                Some((6, number * 6 - 5, at + 2))
            }
            _ => None,
        };
    }
    let the = line.skip(at, &["the"]);
    let (number, noun) = ordinal(line, the)?;
    let number = i8::try_from(number)
        .ok()
        .filter(|number| (1..=4).contains(number))?;
    (line.sense(noun) == Sense::Unit(Unit::Quarter)).then_some((3, number * 3 - 2, noun + 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_quarter_named() {
        check(&[
            ("in Q1", "Q1: 2027-01-01..2027-03-31"),
            ("Q4", "Q4: 2026-10-01..2026-12-31"),
            ("Q2 2027", "Q2 2027: 2027-04-01..2027-06-30"),
            ("2027 Q3", "2027 Q3: 2027-07-01..2027-09-30"),
            ("H2", "H2: 2026-07-01..2026-12-31"),
            (
                "the third quarter of 2027",
                "the third quarter of 2027: 2027-07-01..2027-09-30",
            ),
            (
                "the first quarter of next year",
                "the first quarter of next year: 2027-01-01..2027-03-31",
            ),
            (
                "the second quarter of the year",
                "the second quarter of the year: 2027-04-01..2027-06-30",
            ),
            ("A quarter of the users agreed.", ""),
        ]);
    }
}
