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

use super::configuration;
use super::documents::Since;
use super::publication::Published;
use super::state::State;
use super::text::Text;
use super::view::View;
use crate::document::format;
use crate::document::{Format, Layout};
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
    /// The format the settings give to the draft's name, and the settings that were asked.
    by_settings: Option<(Arc<Options>, Option<Format>)>,
    layout: Option<Layout>,
    kept: Kept,
    /// The last reading.
    view: Option<Arc<View>>,
    /// What was published of it.
    published: Published,
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
                study.keep(state, &uri, taken, reading);
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
    // It is of another text or another day; whoever asks waits for the next, which is made of it.
    draft.view = None;
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
        if let Some(view) = self.view.take() {
            // Somebody may still be answered from it.
            let view = Arc::try_unwrap(view).map(|view| view.reading);
            let reading = view.unwrap_or_else(|view| view.reading.clone());
            self.kept.take_back(reading);
        }
        let text = &taken.text;
        let change = taken.since.change(text.len());
        let format = self.format_of(uri, taken, change);
        let words = |span: Span| text.of(span);
        let layout = self.layout.take();
        let layout = layout.filter(|layout| change.is_some() && layout.format() == format);
        let change = change.filter(|_| layout.is_some());
        let whole = || Layout::new(&text.of(Span::new(0, text.len())), format);
        let layout = self.layout.insert(layout.unwrap_or_else(whole));
        if let Some(change) = change {
            let edited = layout.edit(change, &words);
            let document = self.kept.document_mut();
            let recut = document.and_then(|it| layout.rearrange(&edited, &words, it));
            let read = recut.and_then(|it| engine::read_on(&it, &words, ground, &mut self.kept));
            if let Some(reading) = read {
                return reading;
            }
        }
        let document = layout.arrange(&words);
        engine::read(document, &words, ground, &mut self.kept, change)
    }

    /// Keeps a reading, and publishes its findings to a client that does not ask for them, unless the draft went on meanwhile.
    fn keep(&mut self, state: &State, uri: &str, taken: Taken, reading: Reading) {
        report(state, &reading.broken);
        let Ok(parsed) = uri.parse() else { return };
        let change = taken.since.change(taken.text.len());
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
        let message = pushes.then(|| self.published.next(&view, state.client(), change));
        let mut documents = state.documents();
        let draft = documents.get_mut(uri);
        if let Some(draft) = draft.filter(|draft| draft.generation == view.generation) {
            draft.view = Some(Arc::clone(&view));
            // Sent while the drafts are locked, so that nothing about this draft can be sent in between: neither something newer
            // nor that it is closed. Sending only queues.
            if let Some(message) = message {
                state.outbox.put(message);
            }
        }
        drop(documents);
        state.outbox.write_here();
        self.view = Some(view);
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
        match (&self.layout, change) {
            (Some(layout), Some(change)) if change.start > head.end => layout.format(),
            _ => Format::of(Some(&taken.language), Some(uri), &taken.text.of(head)),
        }
    }
}

/// Tells the log which steps broke, and on which text by its hash.
fn report(state: &State, broken: &[Broken]) {
    for Broken { step, hash } in broken {
        let message =
            format!("{step} broke off on text {hash:016x}; its result is missing, the rest stands");
        state.log(MessageType::ERROR, &message);
    }
}
