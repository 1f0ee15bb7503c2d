//! Which settings hold for a draft, and what day it is: settings files, the editor's own settings over both.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value, json};
use tower_lsp::ls_types::{MessageType, Uri};

use super::state::{Start, State};
use crate::finding::Level;
use crate::machine;
use crate::rules;
use crate::settings::{self, Options};

/// The name under which an editor keeps our settings.
const SECTION: &str = "forthright";

/// Settings as far as they are known.
#[derive(Debug)]
pub(super) struct Settings {
    /// The day of writing, if it was told.
    today: Option<Date>,
    /// The settings file, if one was named.
    file: Option<PathBuf>,
    /// What the editor says.
    editor: Value,
    /// Settings by the folder of the draft; emptied when anything they come from may have changed.
    known: HashMap<Option<PathBuf>, Arc<Options>>,
    /// What could not be taken, and whether the writer was told.
    complaints: Vec<(String, bool)>,
}

impl Settings {
    pub(super) fn new(start: &Start) -> Self {
        Self {
            today: start.today,
            file: start.config.clone(),
            editor: Value::Null,
            known: HashMap::new(),
            complaints: Vec::new(),
        }
    }

    /// The day of writing by these settings.
    pub(super) fn today(&self, options: &Options) -> Date {
        self.today.unwrap_or_else(|| machine::today(options))
    }

    /// The settings of a draft, with the rules turned off that the writer muted in it.
    pub(super) fn options_for(&mut self, uri: &str, muted: &[&'static str]) -> Arc<Options> {
        let folder = path_of(uri).and_then(|path| path.parent().map(Path::to_owned));
        let known = self.known.get(&folder).cloned();
        let options = known.unwrap_or_else(|| {
            let options = Arc::new(self.read(folder.as_deref()));
            self.known.insert(folder, Arc::clone(&options));
            options
        });
        if muted.is_empty() {
            return options;
        }
        let mut options = Options::clone(&options);
        let off = muted.iter().map(|rule| ((*rule).to_owned(), None::<Level>));
        options.rules.extend(off);
        Arc::new(options)
    }

    fn read(&mut self, folder: Option<&Path>) -> Options {
        let files = match (&self.file, folder) {
            (Some(file), _) => vec![file.clone()],
            (None, Some(folder)) => machine::settings_files(folder),
            (None, None) => machine::user_settings()
                .filter(|path| path.is_file())
                .into_iter()
                .collect(),
        };
        let (mut options, complaints) = machine::options(&files);
        self.complain(complaints.iter().map(ToString::to_string));
        let rules: Vec<&str> = rules::all().map(|rule| rule.id).collect();
        let problems = settings::read_json(&mut options, &self.editor, &rules);
        self.complain(
            problems
                .iter()
                .map(|problem| format!("editor settings: {problem}")),
        );
        options
    }

    fn complain(&mut self, complaints: impl Iterator<Item = String>) {
        for complaint in complaints {
            if !self.complaints.iter().any(|(known, _)| *known == complaint) {
                self.complaints.push((complaint, false));
            }
        }
    }

    /// Takes what the editor says; its settings may come bare or under our name. False if nothing is new.
    fn set_editor(&mut self, value: &Value) -> bool {
        let value = value.get(SECTION).unwrap_or(value);
        let nothing = value.as_object().is_some_and(Map::is_empty);
        let value = if nothing { &Value::Null } else { value };
        let changed = self.editor != *value;
        if changed {
            self.editor = value.clone();
            self.forget();
        }
        changed
    }

    /// What the writer was not told yet.
    fn untold(&mut self) -> Vec<String> {
        let untold = self.complaints.iter_mut().filter(|(_, told)| !told);
        untold
            .map(|(complaint, told)| {
                *told = true;
                complaint.clone()
            })
            .collect()
    }

    /// Reads settings files again when they are next needed.
    pub(super) fn forget(&mut self) {
        self.known.clear();
        self.complaints.clear();
    }
}

/// The file a draft is, if it is one.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let uri = uri.parse::<Uri>().ok()?;
    uri.to_file_path().map(std::borrow::Cow::into_owned)
}

/// Takes what came with `initialize`.
pub(super) fn begin(state: &State, options: Option<&Value>) {
    if let Some(options) = options {
        state.settings().set_editor(options);
    }
}

/// Takes what came with a `didChangeConfiguration`, unless the client can be asked: asked it tells what the writer chose, while here
/// VS Code passes off defaults as choices.
pub(super) fn changed(state: &Arc<State>, value: &Value) {
    let says_something = value.as_object().is_some_and(|object| !object.is_empty());
    if state.client().configuration {
        ask(state);
    } else if says_something && state.settings().set_editor(value) {
        state.renew_all();
    }
}

/// Asks the client for its settings, without waiting for the answer.
pub(super) fn ask(state: &Arc<State>) {
    let params = json!({"items": [{"section": SECTION}]});
    let asker = Arc::clone(state);
    let take = move |answer| {
        if let Ok(Value::Array(values)) = answer
            && let Some(value) = values.first().filter(|value| value.is_object())
            && asker.settings().set_editor(value)
        {
            asker.renew_all();
        }
    };
    state.outbox.ask("workspace/configuration", &params, take);
}

/// Tells the writer what in the settings could not be taken, once.
pub(super) fn tell_complaints(state: &State) {
    let complaints = state.settings().untold();
    for complaint in complaints {
        state.log(MessageType::WARNING, &complaint);
    }
}
