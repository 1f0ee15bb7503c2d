use serde::Serialize;

use crate::document::ZoneKind;
use crate::facts::{
    Act, ActKind, Action, Ask, Due, DueKind, Hint, Message, Owner, Passage, Placed, TimeExpression,
    TimeKind,
};
use crate::text::Span;

/// What was understood of a draft as one line of JSON, its end included.
pub(super) fn line(file: &str, text: &str, message: &Message) -> String {
    let hint = message.hint();
    let report = Report::of(file, text, message, hint.as_ref());
    let mut line =
        serde_json::to_string(&report).expect("a report has string keys and finite numbers only");
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Report<'a> {
    file: &'a str,
    format: &'static str,
    today: String,
    zones: Vec<ZoneReport>,
    acts: Vec<ActReport<'a>>,
    dates: Vec<DateReport<'a>>,
    hedges: Vec<HedgeReport<'a>>,
}

#[derive(Serialize)]
struct ZoneReport {
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ActReport<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    what: What<'a>,
    quoted: bool,
    hedges: Vec<usize>,
    why: &'static str,
    confidence: u8,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Ask {
        form: &'static str,
        directness: &'static str,
        owner: OwnerReport<'a>,
        action: Option<ActionReport<'a>>,
        due: Option<DueReport<'a>>,
        reason: Option<&'a str>,
        work: bool,
    },
    Commitment {
        strength: &'static str,
        action: Option<ActionReport<'a>>,
        due: Option<DueReport<'a>>,
    },
    Other {},
}

#[derive(Serialize)]
struct OwnerReport<'a> {
    kind: &'static str,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct ActionReport<'a> {
    verb: &'a str,
    object: Option<&'a str>,
}

#[derive(Serialize)]
struct DueReport<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    date: Option<String>,
    time: Option<String>,
}

#[derive(Serialize)]
struct DateReport<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    from: String,
    to: String,
    time: Option<String>,
    grain: &'static str,
}

#[derive(Serialize)]
struct HedgeReport<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// A passage where it stands in its draft.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    message: &'a Message,
    offset: usize,
    passage: &'a Passage,
    hint: Option<&'a Hint>,
}

impl<'a> Report<'a> {
    fn of(file: &'a str, text: &'a str, message: &'a Message, hint: Option<&'a Hint>) -> Self {
        let zones = message.fine_zones();
        let zones = zones.iter().map(|zone| ZoneReport {
            kind: zone.kind.name(),
            start: zone.span.start,
            end: zone.span.end,
        });
        let mut report = Self {
            file,
            format: message.document.format.name(),
            today: message.today.to_string(),
            zones: zones.collect(),
            acts: Vec::new(),
            dates: Vec::new(),
            hedges: Vec::new(),
        };
        for (offset, passage) in &message.passages {
            report.add(Place {
                text,
                message,
                offset: *offset,
                passage,
                hint: hint.filter(|hint| hint.offset == *offset),
            });
        }
        report
    }

    fn add(&mut self, place: Place<'a>) {
        let first_hedge = self.hedges.len();
        let acts = place.passage.acts.iter();
        self.acts
            .extend(acts.map(|act| place.act(act, first_hedge)));
        let dates = place.passage.times.iter();
        let dates = dates.filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Vague));
        self.dates.extend(dates.filter_map(|time| {
            let span = time.span.shifted(place.offset);
            let reading = time.readings.first()?;
            Some(DateReport {
                start: span.start,
                end: span.end,
                text: span.of(place.text),
                from: reading.from.to_string(),
                to: reading.to.to_string(),
                time: reading.time.map(clock),
                grain: time.grain.name(),
            })
        }));
        self.hedges.extend(place.passage.hedges.iter().map(|hedge| {
            let span = hedge.span.shifted(place.offset);
            HedgeReport {
                start: span.start,
                end: span.end,
                text: span.of(place.text),
            }
        }));
    }
}

impl<'a> Place<'a> {
    fn words(self, span: Span) -> &'a str {
        span.shifted(self.offset).of(self.text)
    }

    /// `first_hedge` is the number of the passage's first hedge in the whole draft.
    fn act(self, act: &'a Act, first_hedge: usize) -> ActReport<'a> {
        let hint = self.hint.map(|hint| &hint.act);
        let act = hint.filter(|hint| hint.span == act.span).unwrap_or(act);
        let span = act.span.shifted(self.offset);
        let hedges = self.passage.hedges.iter().enumerate();
        let hedges = hedges.filter(|(_, hedge)| act.span.overlaps(hedge.span));
        ActReport {
            kind: act.kind.name(),
            start: span.start,
            end: span.end,
            text: span.of(self.text),
            what: self.what(act),
            quoted: self.passage.block.zone == ZoneKind::Quote,
            hedges: hedges.map(|(at, _)| first_hedge + at).collect(),
            why: act.why,
            confidence: act.confidence,
        }
    }

    fn what(self, act: &'a Act) -> What<'a> {
        match &act.kind {
            ActKind::Ask(ask) => What::Ask {
                form: ask.form.name(),
                directness: ask.directness.name(),
                owner: self.owner(&ask.owner),
                action: ask.action.as_ref().map(|action| self.action(action)),
                due: self.scoped_due(act, ask),
                reason: ask.reason.map(|span| self.words(span)),
                work: ask.work,
            },
            ActKind::Commitment(promise) => What::Commitment {
                strength: promise.strength.name(),
                action: promise.action.as_ref().map(|action| self.action(action)),
                due: promise.due.as_ref().map(|due| self.due(due)),
            },
            ActKind::Decline
            | ActKind::Information
            | ActKind::Thanks
            | ActKind::Greeting
            | ActKind::Closing => What::Other {},
        }
    }

    fn owner(self, owner: &Owner) -> OwnerReport<'a> {
        OwnerReport {
            kind: owner.kind.name(),
            text: owner.span.map(|span| self.words(span)),
        }
    }

    fn action(self, action: &'a Action) -> ActionReport<'a> {
        ActionReport {
            verb: &action.verb,
            object: action.object.map(|span| self.words(span)),
        }
    }

    /// The time that bounds an ask, wherever in the message it stands.
    fn scoped_due(self, act: &'a Act, fact: &'a Ask) -> Option<DueReport<'a>> {
        let ask = Placed {
            passage: self.passage,
            offset: self.offset,
            act,
            fact,
        };
        let due = self.message.due(&ask)?;
        Some(self.bound(due.kind, due.span, Some(due.time)))
    }

    fn due(self, due: &Due) -> DueReport<'a> {
        let time = self.passage.times.get(due.time);
        self.bound(due.kind, due.span.shifted(self.offset), time)
    }

    fn bound(self, kind: DueKind, span: Span, time: Option<&TimeExpression>) -> DueReport<'a> {
        let reading = time
            .filter(|_| kind == DueKind::Date)
            .and_then(|time| time.readings.first());
        DueReport {
            kind: kind.name(),
            start: span.start,
            end: span.end,
            text: span.of(self.text),
            date: reading.map(|reading| reading.to.to_string()),
            time: reading.and_then(|reading| reading.time).map(clock),
        }
    }
}

/// `17:00`
fn clock(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
