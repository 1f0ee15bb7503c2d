use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::kept::{Grounds, KeptPassage, Said, same_but_moved};
use super::merge::{Standing, contest, merge};
use super::{Broken, Kept, allowed, encoded, guarded};
use crate::document::{Block, BlockKind, Coding, Document, Format, Recut, ZoneKind};
use crate::facts::due::Calendar;
use crate::facts::{self, Message, Passage};
use crate::finding::{Finding, keep_own, winners};
use crate::rewrite;
use crate::rules::{self, Around, Check, Context, Index, KeptNotice, Rule, Topic};
use crate::settings::Options;
use crate::text::{Change, Span};

/// What a reading depends on beside the draft.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The day of writing.
    pub today: Date,
    /// The user's choices.
    pub options: &'a Options,
    /// The rules to hold it against.
    pub rules: &'a [&'static Rule],
}

/// All that was read of a draft.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it says.
    pub message: Message,
    /// What the rules say: in the order of the text, none sharing words with another.
    pub findings: Vec<Found>,
    /// Steps that gave no result.
    pub broken: Vec<Broken>,
}

/// A finding and where the words it counts from begin.
#[derive(Clone, Debug)]
pub struct Found {
    /// The first byte of its passage in the draft; 0 for a finding about the whole message.
    pub offset: usize,
    /// The finding, counted from there.
    pub finding: Arc<Finding>,
}

impl Found {
    /// The words meant, in the draft's bytes.
    pub fn span(&self) -> Span {
        self.finding.span.shifted(self.offset)
    }

    /// The finding, counted from the draft's first byte.
    pub fn placed(&self) -> Finding {
        Finding::clone(&self.finding).shifted(self.offset)
    }
}

/// Reads a draft that was cut up already; `words` gives the draft's text.
///
/// `kept` is what stands of the last reading of this draft, and is left as what stands of this one; `change` tells where the
/// text differs from that reading's, `None` that nothing is known.
pub fn read<'t>(
    document: Document,
    words: &dyn Fn(Span) -> Cow<'t, str>,
    ground: Ground<'_>,
    kept: &mut Kept,
    change: Option<Change>,
) -> Reading {
    if !kept.stands_on(document.format, ground) {
        *kept = Kept {
            grounds: Some(Grounds {
                format: document.format,
                today: ground.today,
                options: ground.options.clone(),
            }),
            ..Kept::default()
        };
    }
    if kept.headers != document.headers {
        kept.headers = document.headers.clone();
        for reading in &mut kept.readings {
            reading.said = None;
        }
    }
    let calendar = ground.options.calendar(ground.today);
    let mut readings = Vec::with_capacity(document.blocks.len());
    for (block, stands, before) in kept.matched(&document, change) {
        let written = written(block, &document, ground);
        let reading = match stands {
            Some(reading) if reading.written == written => reading,
            _ => read_passage(
                &words(block.span),
                block,
                written,
                document.format,
                &calendar,
                before.as_ref(),
            ),
        };
        readings.push(reading);
    }
    let message = Message {
        passages: document
            .blocks
            .iter()
            .zip(&readings)
            .map(|(block, reading)| (block.span.start, Arc::clone(&reading.passage)))
            .collect(),
        subject: document.headers.subject_span.map(|span| {
            let text = words(span);
            let known = kept.subject.take();
            let known = known.filter(|subject| subject.text == text);
            let read = || read_subject(&text, ground, &calendar);
            let subject = kept.subject.insert(known.unwrap_or_else(read));
            (span.start, Arc::clone(subject))
        }),
        document,
        today: ground.today,
    };
    kept.readings = readings;
    conclude(message, ground, kept, None)
}

/// Reads a draft of which only some blocks were cut again, in the document of the reading that was taken back.
pub fn read_on<'t>(
    recut: &Recut,
    words: &dyn Fn(Span) -> Cow<'t, str>,
    ground: Ground<'_>,
    kept: &mut Kept,
) -> Option<Reading> {
    let Reading {
        mut message,
        findings,
        ..
    } = kept.last.take()?;
    let format = message.document.format;
    if !kept.stands_on(format, ground) {
        return Some(read(message.document, words, ground, kept, None));
    }
    let calendar = ground.options.calendar(ground.today);
    let now = recut.old.start..recut.old.start + recut.count;
    let before = &kept.readings[recut.old.clone()];
    let read = message.document.blocks[now.clone()].iter().enumerate();
    let read: Vec<KeptPassage> = read
        .map(|(nth, block)| {
            let written = written(block, &message.document, ground);
            let text = words(block.span);
            // What was cut again beside the key is as it was, counted from above it or from below.
            let above = before.get(nth);
            let below = (nth + before.len()).checked_sub(recut.count);
            let below = below.and_then(|at| before.get(at));
            let mut beside = above.into_iter().chain(below);
            let stands = beside.find(|old| {
                old.written == written
                    && old.passage.text == *text
                    && same_but_moved(&old.passage.block, block, block.span)
            });
            if let Some(stands) = stands {
                return stands.clone();
            }
            let before = above.or(before.last());
            read_passage(&text, block, written, format, &calendar, before)
        })
        .collect();
    let standing = Standing::new(findings, &message, recut);
    let blocks = message.document.blocks[now.clone()].iter();
    let passages = blocks
        .zip(&read)
        .map(|(block, reading)| (block.span.start, Arc::clone(&reading.passage)));
    let passages: Vec<_> = passages.collect();
    message.passages.splice(recut.old.clone(), passages);
    for (offset, _) in &mut message.passages[now.end..] {
        *offset = *offset - recut.change.old_end + recut.change.new_end;
    }
    kept.readings.splice(recut.old.clone(), read);
    Some(conclude(message, ground, kept, Some(standing)))
}

/// The day a block's words were written.
fn written(block: &Block, document: &Document, ground: Ground<'_>) -> Date {
    let told = block.attribution;
    told.and_then(|at| document.attributions[at].date)
        .unwrap_or(ground.today)
}

/// Asks the rules about the passages they were not asked about, and about the message. `standing` is what was found before, if it may
/// stand.
fn conclude(
    message: Message,
    ground: Ground<'_>,
    kept: &mut Kept,
    standing: Option<Standing<'_>>,
) -> Reading {
    let (around, broken_around) = around(&message);
    let mut standing = standing;
    if kept.around != around {
        kept.around = around;
        for reading in &mut kept.readings {
            reading.said = None;
        }
        standing = None;
    }
    let context = Context {
        today: ground.today,
        options: ground.options,
        headers: &message.document.headers,
        around: &kept.around,
        noticed: &Index::default(),
    };
    let to_ask = match &standing {
        Some(standing) => standing.now(),
        None => 0..kept.readings.len(),
    };
    for at in to_ask.clone() {
        let reading = &mut kept.readings[at];
        let own = message.document.blocks[at].zone == ZoneKind::Body;
        if own && reading.said.is_none() {
            let mut said = ask_about_passage(&reading.passage, ground.rules, &context);
            reading.noticed = notice(&reading.passage, &context, &mut said);
            kept.broke |= !said.broken.is_empty();
            reading.said = Some(Arc::new(said));
        }
        kept.broke |= reading.broken.is_some();
    }
    kept.broke |= standing.is_none();
    let noticed = to_ask.filter_map(|at| {
        let noticed = kept.readings[at].noticed.as_ref()?;
        Some((at, noticed.clone()))
    });
    match &standing {
        Some(standing) => standing.put(&mut kept.noticed, noticed),
        None => kept.noticed = noticed.collect(),
    }
    let index = Index::of(&kept.noticed);
    let context = Context {
        noticed: &index,
        ..context
    };
    let (about_message, broken_about_message) = ask_about_message(&message, ground.rules, &context);
    let mut findings = merge(&message, kept, about_message, standing);
    if message.is_to_everyone() {
        // What is an order elsewhere is a call to action or an instruction here.
        findings.retain(|found| rules::topic(found.finding.rule) == Topic::Wording);
        kept.whole = false;
    }
    let mut broken = Vec::new();
    if kept.broke {
        for reading in &kept.readings {
            let of_rules = reading.said.iter().flat_map(|said| &said.broken);
            broken.extend(reading.broken.iter().chain(of_rules).copied());
        }
        kept.broke = !broken.is_empty();
    }
    broken.extend(broken_around);
    broken.extend(broken_about_message);
    Reading {
        message,
        findings,
        broken,
    }
}

/// Reads one passage; what the rules say of it is still to be asked.
fn read_passage(
    text: &str,
    block: &Block,
    written: Date,
    format: Format,
    calendar: &Calendar,
    before: Option<&KeptPassage>,
) -> KeptPassage {
    let before = before.filter(|kept| kept.written == written);
    let before = before.map(|kept| &*kept.passage);
    let read = guarded("passage", text, || {
        facts::passage(text, block, format, &calendar.written_on(written), before)
    });
    let (passage, broken) = match read {
        Ok(passage) => (passage, None),
        Err(broken) => (Passage::unread(text, block), Some(broken)),
    };
    KeptPassage {
        written,
        passage: Arc::new(passage),
        broken,
        said: None,
        noticed: None,
    }
}

/// Reads the subject line as a heading.
fn read_subject(text: &str, ground: Ground<'_>, calendar: &Calendar) -> Arc<Passage> {
    let block = Block {
        kind: BlockKind::Heading,
        zone: ZoneKind::Header,
        depth: 0,
        span: Span::new(0, text.len()),
        attribution: None,
        list_depth: 0,
        is_step: false,
        coding: Coding::Plain,
    };
    read_passage(text, &block, ground.today, Format::Text, calendar, None).passage
}

/// What the rules about one passage say of one of the writer's own.
fn ask_about_passage(passage: &Passage, rules: &[&'static Rule], context: &Context<'_>) -> Said {
    let mut all = Vec::new();
    let mut broken = Vec::new();
    for rule in rules {
        let Check::Passage(check) = rule.check else {
            continue;
        };
        let run = || context.run(rule, |context| check(passage, context));
        match guarded(rule.id, &passage.text, run) {
            Ok(Some(found)) => all.extend(found),
            Ok(None) => {}
            Err(why) => broken.push(why),
        }
    }
    all.retain(|finding| !allowed::in_passage(passage, finding, context.options));
    let mut all = rules::one_each(passage, all);
    keep_own(&mut all, |span| is_prose(span, passage));
    rewrite::wrap_in_passage(&mut all, passage);
    encoded::in_passage(&mut all, passage);
    let all: Vec<Arc<Finding>> = all.into_iter().map(Arc::new).collect();
    let candidates: Vec<_> = all.iter().map(|found| contest(found, found.span)).collect();
    let settled = winners(&candidates);
    let settled = settled.into_iter().map(|at| Arc::clone(&all[at])).collect();
    Said {
        all,
        settled,
        broken,
    }
}

/// What one of the writer's own passages has for the rules about the message.
fn notice(passage: &Passage, context: &Context<'_>, said: &mut Said) -> Option<KeptNotice> {
    match guarded("message", &passage.text, || {
        rules::noticed(passage, context)
    }) {
        Ok(noticed) => noticed,
        Err(broken) => {
            said.broken.push(broken);
            None
        }
    }
}

/// What the message tells about each of the writer's own passages, and whether that broke.
fn around(message: &Message) -> (Around, Option<Broken>) {
    match guarded("message", first_words(message), || Around::of(message)) {
        Ok(around) => (around, None),
        Err(broken) => (Around::default(), Some(broken)),
    }
}

/// The passages stand for the draft here: the first tells two drafts apart as well as all of it.
fn first_words(message: &Message) -> &str {
    let first = message.passages.first();
    first.map_or("", |(_, passage)| passage.text.as_str())
}

/// What the rules about the message say of it, and which of them broke.
fn ask_about_message(
    message: &Message,
    rules: &[&'static Rule],
    context: &Context<'_>,
) -> (Vec<Finding>, Vec<Broken>) {
    let mut all = Vec::new();
    let mut broken = Vec::new();
    for rule in rules {
        let Check::Message(check) = rule.check else {
            continue;
        };
        let run = || context.run(rule, |context| check(message, context));
        match guarded(rule.id, first_words(message), run) {
            Ok(Some(found)) => all.extend(found),
            Ok(None) => {}
            Err(why) => broken.push(why),
        }
    }
    all.retain(|finding| !allowed::in_message(message, finding, context.options));
    keep_own(&mut all, |span| is_own(span, message));
    rewrite::wrap_in_message(&mut all, message);
    encoded::in_message(&mut all, message);
    (all, broken)
}

/// Whether a run of a passage, counted from its first byte, is prose: no part of it is code.
fn is_prose(span: Span, passage: &Passage) -> bool {
    !passage.prose.code.iter().any(|code| code.overlaps(span))
}

/// Whether a run of the draft is the writer's to change: body, and no code in it; or the subject, where it stands as it reads.
fn is_own(span: Span, message: &Message) -> bool {
    let headers = &message.document.headers;
    if headers
        .plain_subject()
        .is_some_and(|subject| subject.covers(span))
    {
        return true;
    }
    let zones = &message.document.zones;
    let after = zones.partition_point(|zone| zone.span.start <= span.start);
    let body = zones[..after].iter().rev().take(2);
    // Between two zones is the end of the one as well as the start of the other.
    let mut body = body.filter(|zone| zone.kind == ZoneKind::Body);
    if !body.any(|zone| zone.span.covers(span)) {
        return false;
    }
    let passages = &message.passages;
    let end = |(offset, passage): &(usize, Arc<Passage>)| offset + passage.text.len();
    let first = passages.partition_point(|passage| end(passage) < span.start);
    let near = passages[first..].iter();
    let mut near = near.take_while(|(offset, _)| *offset <= span.end);
    near.all(|(offset, passage)| {
        let mut code = passage.prose.code.iter();
        !code.any(|code| code.shifted(*offset).overlaps(span))
    })
}
