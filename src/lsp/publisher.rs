//! The one reader of drafts and publisher of findings: a thread that always takes the newest text.
//!
//! A key is read at once. Keys that arrive while it reads are read together next time, and so are keys that follow one another
//! faster than a hand types, once they pause: a burst has two answers, for its first key and for its newest text. While the client
//! does not read what it was sent no reading is begun: edits are taken all the same.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::Date;
use tower_lsp::ls_types::MessageType;

use super::documents::{Since, Text};
use super::state::State;
use super::view::View;
use super::{configuration, diagnostics};
use crate::document::Format;
use crate::document::format::{self, Line};
use crate::engine::{self, Broken, Ground, Kept, Reading};
use crate::reading;
use crate::settings::Options;
use crate::text::{Change, Span};

/// A draft taken for reading.
struct Taken {
    generation: u64,
    version: i32,
    text: Text,
    since: Since,
    language: String,
    options: Arc<Options>,
    today: Date,
}

/// What is kept of a draft between readings.
#[derive(Default)]
struct Study {
    format: Option<Format>,
    /// The format the settings give to the draft's name, and the settings that were asked.
    by_settings: Option<(Arc<Options>, Option<Format>)>,
    lines: Vec<Line>,
    kept: Kept,
}

/// Reads drafts and publishes their findings until the queue or the outbox is closed.
pub(super) fn run(state: &State) {
    warm_up(state);
    let mut studies: HashMap<String, Study> = HashMap::new();
    while let Some(uri) = state.queue.next() {
        if !state.outbox.wait_for_room() {
            return;
        }
        let Some(taken) = take(state, &uri) else {
            studies.remove(&uri);
            continue;
        };
        let study = studies.entry(uri.clone()).or_default();
        let begun = Instant::now();
        let read = engine::guarded("draft", "", || {
            let ground = Ground {
                today: taken.today,
                options: &taken.options,
                rules: &state.start.rules,
            };
            study.read(&uri, &taken, ground)
        });
        match read {
            Ok(reading) => {
                let (version, time) = (taken.version, begun.elapsed());
                state.tell(|| format!("read {uri}, version {version}, in {time:.1?}"));
                keep(state, &uri, taken, reading);
            }
            Err(broken) => {
                studies.remove(&uri);
                report(state, &[broken]);
                if let Some(draft) = state.documents().get_mut(&uri) {
                    draft.unreadable = Some(taken.generation);
                    draft.since = Since::Unknown;
                }
            }
        }
        state.readings.send_modify(|count| *count += 1);
    }
}

/// Has the word lists and weights made ready while the client still introduces itself: the first reading waits for them.
fn warm_up(state: &State) {
    let line = "Could you send it by Friday?";
    let options = Options::default();
    let read = || {
        reading(
            line,
            Format::Text,
            Date::default(),
            &options,
            &state.start.rules,
        )
    };
    // OK to ignore: what breaks here breaks again, and is told, with a draft.
    let _ = engine::guarded("draft", line, read);
}

/// Takes a draft's newest text; `None` if it is closed.
fn take(state: &State, uri: &str) -> Option<Taken> {
    let mut documents = state.documents();
    let draft = documents.get_mut(uri)?;
    let muted = draft.muted.clone();
    let mut taken = Taken {
        generation: draft.generation,
        version: draft.version,
        text: draft.text.clone(),
        since: std::mem::replace(&mut draft.since, Since::Same),
        language: draft.language.clone(),
        options: Arc::default(),
        today: Date::default(),
    };
    drop(documents);
    let mut settings = state.settings();
    taken.options = settings.options_for(uri, &muted);
    taken.today = settings.today(&taken.options);
    drop(settings);
    configuration::tell_complaints(state);
    Some(taken)
}

impl Study {
    /// Reads a draft, as far as it has to be read again.
    fn read(&mut self, uri: &str, taken: &Taken, ground: Ground<'_>) -> Reading {
        let text = &taken.text;
        let change = match taken.since {
            Since::Unknown => None,
            Since::Same => Some(Change::new(Span::empty(text.len()), 0)),
            Since::Changed(change) => Some(change),
        };
        let format = self.format_of(uri, taken, change);
        let change = change.filter(|_| self.format == Some(format));
        match change {
            Some(change) => self.cut_again(text, format, change),
            None => {
                self.lines = format::lines(&text.of(Span::new(0, text.len())), format);
                self.format = Some(format);
            }
        }
        let words = |span: Span| text.of(span);
        let document = format::arrange(&self.lines, format, &words);
        engine::read(document, &words, ground, &mut self.kept, change)
    }

    /// The format of a draft: by the settings, else by what the editor calls its language, its name and its looks.
    fn format_of(&mut self, uri: &str, taken: &Taken, change: Option<Change>) -> Format {
        let asked = self.by_settings.take();
        let asked = asked.filter(|(options, _)| Arc::ptr_eq(options, &taken.options));
        let (_, by_settings) = self.by_settings.insert(asked.unwrap_or_else(|| {
            let path = configuration::path_of(uri);
            let format = path.and_then(|path| taken.options.format_of(&path));
            (Arc::clone(&taken.options), format)
        }));
        if let Some(format) = *by_settings {
            return format;
        }
        // Only the head of a draft tells its looks; a change below it changes nothing.
        let head = taken.text.head(format::HEAD_LINES);
        match (self.format, change) {
            (Some(format), Some(change)) if change.start > head.end => format,
            _ => Format::of(Some(&taken.language), Some(uri), &taken.text.of(head)),
        }
    }

    /// Reads again the lines that `change` touches, and one to each side: a line end may have come apart or together there.
    fn cut_again(&mut self, text: &Text, format: Format, change: Change) {
        let mut first = 0;
        let mut start = 0;
        while let [line, next, ..] = &self.lines[first..] {
            if start + line.len + next.len >= change.start {
                break;
            }
            first += 1;
            start += line.len;
        }
        let mut last = first;
        let mut end = start;
        while last < self.lines.len() && end <= change.old_end {
            end += self.lines[last].len;
            last += 1;
        }
        if let Some(line) = self.lines.get(last) {
            end += line.len;
            last += 1;
        }
        let again = Span::new(start, end - change.old_end + change.new_end);
        let lines = format::lines(&text.of(again), format);
        self.lines.splice(first..last, lines);
    }
}

/// Keeps a reading, and publishes its findings to a client that does not ask for them, unless the draft went on meanwhile.
fn keep(state: &State, uri: &str, taken: Taken, reading: Reading) {
    report(state, &reading.broken);
    let Ok(parsed) = uri.parse() else { return };
    let view = Arc::new(View {
        uri: parsed,
        version: taken.version,
        generation: taken.generation,
        text: taken.text,
        reading,
        today: taken.today,
        options: taken.options,
    });
    let pushes = !state.client().pulls;
    let message = pushes.then(|| diagnostics::publication(&view, state.client()));
    let mut documents = state.documents();
    let draft = documents.get_mut(uri);
    if let Some(draft) = draft.filter(|draft| draft.generation == view.generation) {
        draft.view = Some(view);
        // Sent while the drafts are locked, so that nothing about this draft can be sent in between: neither something newer
        // nor that it is closed. Sending only queues.
        if let Some(message) = message {
            state.outbox.put(message);
        }
    }
    drop(documents);
    state.outbox.write_here();
}

/// Tells the log which steps broke, and on which text by its hash.
fn report(state: &State, broken: &[Broken]) {
    for Broken { step, hash } in broken {
        let message =
            format!("{step} broke off on text {hash:016x}; its result is missing, the rest stands");
        state.log(MessageType::ERROR, &message);
    }
}
