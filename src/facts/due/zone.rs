//! Time zones behind a clock time.
//!
//!     zone = "UTC" | "GMT+2" | "+01:00" | "CET" | "PT" | "Eastern" ["time"] | "your time"

use super::line::Line;
use super::time::Zone;

/// The zone that stands after a time, and the place after.
pub(super) fn zone(line: &Line<'_>, at: usize) -> Option<(Zone, usize)> {
    let start = line.skip(at, &["("]);
    let (zone, end) = match line.norm(start) {
        "your" | "my" | "our" | "local" if line.is(start + 1, "time") => (Zone::Whose, start + 2),
        "+" | "-" if offset(line, start).is_some() => offset(line, start)?,
        "+" | "-"
            if line
                .digits(start + 1)
                .is_some_and(|(value, length)| length == 4 && value <= 1400) =>
        {
            let (value, _) = line.digits(start + 1)?;
            let minutes = i16::try_from(value / 100 * 60 + value % 100).ok()?;
            let sign = if line.is(start, "+") { 1 } else { -1 };
            // "(PDT)" may say it again.
            let again = line.is(start + 2, "(") && line.is(start + 4, ")");
            (
                Zone::Offset(sign * minutes),
                if again { start + 5 } else { start + 2 },
            )
        }
        "utc" | "gmt" | "z" => {
            let sign = match line.norm(start + 1) {
                "+" => Some(1),
                "-" | "−" => Some(-1),
                _ => None,
            };
            let hours = line
                .digits(start + 2)
                .filter(|(hours, _)| *hours <= 14 && line.glued(start + 2));
            match sign.zip(hours) {
                Some((sign, (hours, _))) => (
                    Zone::Offset(sign * i16::try_from(hours).ok()? * 60),
                    start + 3,
                ),
                None => (Zone::Offset(0), start + 1),
            }
        }
        // Anywhere on Earth: a day ends where it ends last.
        "aoe" => (Zone::Offset(-12 * 60), start + 1),
        name => {
            let (_, iana) = ZONES
                .iter()
                .find(|(abbreviation, _)| *abbreviation == name)?;
            let spelt = line.is_any(start + 1, &["time"]);
            // "5pm Eastern", but not "5pm Central Station".
            let noun = line.tag(start + 1).is_some_and(|tag| tag.is_nominal());
            let alone = line.capital(start) && (line.pauses(start + 1) || !noun);
            if !spelt && name.len() > 4 && !alone {
                return None;
            }
            // "et" is a word of another tongue: as a zone it is in capitals.
            if name == "et" && !line.capital(start) {
                return None;
            }
            (Zone::Named(iana), start + 1 + usize::from(spelt))
        }
    };
    let closed = start > at && line.is(end, ")");
    (start == at || closed).then_some((zone, end + usize::from(closed)))
}

/// "+01:00"
fn offset(line: &Line<'_>, at: usize) -> Option<(Zone, usize)> {
    let (hours, 2) = line.digits(at + 1).filter(|(hours, _)| *hours <= 14)? else {
        return None;
    };
    let (minutes, 2) = line.digits(at + 3).filter(|(minutes, _)| *minutes < 60)? else {
        return None;
    };
    let joined = line.is(at + 2, ":") && (1..4).all(|on| line.glued(at + on));
    let minutes = i16::try_from(hours * 60 + minutes).ok()?;
    let sign = if line.is(at, "+") { 1 } else { -1 };
    joined.then_some((Zone::Offset(sign * minutes), at + 4))
}

/// Zones by the names mails use; of those that have two, the one with the most people who write English mail.
const ZONES: &[(&str, &str)] = &[
    ("pt", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("mt", "America/Denver"),
    ("mst", "America/Denver"),
    ("mdt", "America/Denver"),
    ("mountain", "America/Denver"),
    ("ct", "America/Chicago"),
    ("cst", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("central", "America/Chicago"),
    ("et", "America/New_York"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("eastern", "America/New_York"),
    ("bst", "Europe/London"),
    ("uk", "Europe/London"),
    ("london", "Europe/London"),
    ("wet", "Europe/Lisbon"),
    ("cet", "Europe/Paris"),
    ("cest", "Europe/Paris"),
    ("eet", "Europe/Helsinki"),
    ("eest", "Europe/Helsinki"),
    ("msk", "Europe/Moscow"),
    ("ist", "Asia/Kolkata"),
    ("sgt", "Asia/Singapore"),
    ("hkt", "Asia/Hong_Kong"),
    ("jst", "Asia/Tokyo"),
    ("kst", "Asia/Seoul"),
    ("aest", "Australia/Sydney"),
    ("aedt", "Australia/Sydney"),
    ("nzst", "Pacific/Auckland"),
    ("nzdt", "Pacific/Auckland"),
    ("beijing", "Asia/Shanghai"),
];

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_zone_belongs_to_the_time() {
        check(&[
            (
                "by 5 p.m. Eastern on Friday",
                "5 p.m. Eastern on Friday: 2026-11-20 17:00",
            ),
            (
                "2026-11-27T17:00:00+01:00",
                "2026-11-27T17:00:00+01:00: 2026-11-27 17:00",
            ),
            ("at 9am Pacific", "9am Pacific: 2026-11-18 09:00"),
            ("at 1908 Mt Vernon Ave", ""),
            ("at 1700 GMT", "1700 GMT: 2026-11-18 17:00"),
            ("at 17h GMT", "17h GMT: 2026-11-18 17:00"),
            ("Meet at 5pm Central Station.", "5pm: 2026-11-18 17:00"),
        ]);
    }
}
