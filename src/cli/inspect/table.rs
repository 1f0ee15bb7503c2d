use std::fmt::Write as _;

use crate::cli::output::{BOLD, DIM, paint, title, visible};
use crate::document::ZoneKind;
use crate::facts::{Act, ActKind, Action, Due, DueKind, Message, OwnerKind, Passage, TimeKind};
use crate::rewrite::in_short;
use crate::text::{Encoding, LineIndex, Span};

/// What was understood of a draft, for people.
pub(super) fn page(file: &str, text: &str, message: &Message) -> String {
    let lines = LineIndex::new(text);
    let sheet = Sheet { text, lines };
    let format = message.document.format.name();
    let head = format!("{format}, written {}", in_short(message.today));
    let mut page = format!("{} {}\n", paint(BOLD, &visible(file)), paint(DIM, &head));
    let own = |kind| sheet.acts(message, kind, false);
    let quoted = |kind| sheet.acts(message, kind, true);
    let parts = [
        ("Asks", own("ask")),
        ("Commitments", own("commitment")),
        ("Declines", own("decline")),
        ("Asked in the quoted message", quoted("ask")),
        ("Promised in the quoted message", quoted("commitment")),
        ("Times", sheet.times(message)),
        ("Hedges", sheet.hedges(message)),
        ("Whose words", sheet.zones(message)),
    ];
    for (name, rows) in parts.iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = writeln!(page, "\n{}", paint(title(), name));
        let widest = rows.iter().map(|row| row.place.len()).max();
        for row in rows {
            let place = format!("{:>width$}", row.place, width = widest.unwrap_or(0));
            let _ = writeln!(page, "  {}  {}", paint(DIM, &place), row.words);
            for (name, value) in &row.facts {
                let gap = " ".repeat(4 + widest.unwrap_or(0));
                let _ = writeln!(page, "{gap}{} {value}", paint(DIM, &format!("{name:<5}")));
            }
        }
    }
    page.push('\n');
    page
}

/// A draft and its lines.
struct Sheet<'a> {
    text: &'a str,
    lines: LineIndex,
}

/// Something understood: where, which words, and what of them.
struct Row {
    place: String,
    words: String,
    facts: Vec<(&'static str, String)>,
}

impl Sheet<'_> {
    fn row(&self, span: Span) -> Row {
        let place = self.lines.position(self.text, span.start, Encoding::Utf32);
        Row {
            place: format!("{}:{}", place.line + 1, place.column + 1),
            words: self.words(span),
            facts: Vec::new(),
        }
    }

    /// The words of a span on one line.
    fn words(&self, span: Span) -> String {
        let words: Vec<&str> = span.of(self.text).split_whitespace().collect();
        visible(&words.join(" "))
    }

    fn acts(&self, message: &Message, kind: &str, quoted: bool) -> Vec<Row> {
        let passages = message
            .passages
            .iter()
            .filter(|(_, passage)| (passage.block.zone == ZoneKind::Quote) == quoted);
        let hint = message.hint().filter(|_| kind == "ask" && !quoted);
        let acts = passages.flat_map(|(offset, passage)| {
            let hint = hint.iter().filter(|hint| hint.offset == *offset);
            let acts = passage.acts.iter();
            acts.filter(|act| act.kind.name() == kind)
                .chain(hint.map(|hint| &hint.act))
                .map(|act| self.act(*offset, passage, act))
        });
        acts.collect()
    }

    fn act(&self, offset: usize, passage: &Passage, act: &Act) -> Row {
        let mut row = self.row(act.span.shifted(offset));
        let words = |span: Span| self.words(span.shifted(offset));
        let what = |action: &Option<Action>| {
            let action = action.as_ref()?;
            let object = action.object.map(words).unwrap_or_default();
            Some(format!("{} {object}", action.verb).trim_end().to_owned())
        };
        let by = |due: &Option<Due>| match due {
            Some(due) => bound(passage, due, &words(due.span)),
            None => "no date".to_owned(),
        };
        match &act.kind {
            ActKind::Ask(ask) => {
                let owner = ask.owner.span.map(words);
                let who = match (ask.owner.kind, owner) {
                    (OwnerKind::None, _) => "nobody is named".to_owned(),
                    (kind, None) => kind.name().to_owned(),
                    (OwnerKind::Named, Some(name)) => name,
                    (kind, Some(words)) => format!("{} ({words})", kind.name()),
                };
                row.facts.push(("who", who));
                row.facts
                    .extend(what(&ask.action).map(|what| ("what", what)));
                if ask.work || ask.due.is_some() {
                    row.facts.push(("when", by(&ask.due)));
                }
                let how = format!("{}: {}", ask.directness.name(), act.why);
                row.facts.push(("how", how));
            }
            ActKind::Commitment(promise) => {
                row.facts
                    .extend(what(&promise.action).map(|what| ("what", what)));
                row.facts.push(("when", by(&promise.due)));
                let how = format!("{}: {}", promise.strength.name(), act.why);
                row.facts.push(("how", how));
            }
            ActKind::Decline
            | ActKind::Information
            | ActKind::Thanks
            | ActKind::Greeting
            | ActKind::Closing => {}
        }
        row
    }

    fn times(&self, message: &Message) -> Vec<Row> {
        let mut rows = Vec::new();
        for (offset, passage) in &message.passages {
            for time in passage
                .times
                .iter()
                .filter(|time| time.kind == TimeKind::Date)
            {
                let Some(reading) = time.readings.first() else {
                    continue;
                };
                let mut row = self.row(time.span.shifted(*offset));
                let mut days = in_short(reading.from);
                if reading.to != reading.from {
                    let _ = write!(days, " to {}", in_short(reading.to));
                }
                if let Some(clock) = reading.time {
                    let _ = write!(days, " {:02}:{:02}", clock.hour(), clock.minute());
                }
                let _ = write!(row.words, " → {days}");
                rows.push(row);
            }
        }
        rows
    }

    fn hedges(&self, message: &Message) -> Vec<Row> {
        let own = message.own();
        let hedges = own.flat_map(|(offset, passage)| {
            let hedges = passage.hedges.iter();
            hedges.map(move |hedge| (hedge.span.shifted(offset), hedge.family))
        });
        let rows = hedges.map(|(span, family)| {
            let mut row = self.row(span);
            let _ = write!(row.words, " {}", paint(DIM, family));
            row
        });
        rows.collect()
    }

    /// Runs of lines with one owner; what is code within a line is left out.
    fn zones(&self, message: &Message) -> Vec<Row> {
        let line = |offset| self.lines.position(self.text, offset, Encoding::Utf8).line + 1;
        let mut runs: Vec<(ZoneKind, usize, usize)> = Vec::new();
        for zone in &message.document.zones {
            let (first, last) = (line(zone.span.start), line(zone.span.end.saturating_sub(1)));
            match runs.last_mut() {
                Some((kind, _, end)) if *kind == zone.kind || first == last && *end == first => {
                    *end = last.max(*end);
                }
                _ => runs.push((zone.kind, first, last)),
            }
        }
        let rows = runs.into_iter().map(|(kind, first, last)| Row {
            place: if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            },
            words: kind.name().to_owned(),
            facts: Vec::new(),
        });
        rows.collect()
    }
}

/// `by Friday → Fri 27 Nov 2026`, `before the demo (an event)`, `soon (vague)`
fn bound(passage: &Passage, due: &Due, words: &str) -> String {
    let reading = passage
        .times
        .get(due.time)
        .and_then(|time| time.readings.first());
    match (due.kind, reading) {
        (DueKind::Date, Some(reading)) => {
            let clock = reading.time.map_or_else(String::new, |time| {
                format!(" {:02}:{:02}", time.hour(), time.minute())
            });
            format!("{words} → {}{clock}", in_short(reading.to))
        }
        (DueKind::Event, _) => format!("{words} (an event)"),
        (DueKind::Vague, _) => format!("{words} (vague)"),
        (DueKind::Date, None) => words.to_owned(),
    }
}
