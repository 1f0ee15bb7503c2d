//! What comes with a message, read field by field: as much as is made use of, so that nothing else a client says can be wrong.

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Id, Result};
use tower_lsp::ls_types::{
    CodeActionContext, CodeActionKind, CodeActionParams, CodeLensParams, CompletionContext,
    CompletionParams, CompletionTriggerKind, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DocumentDiagnosticParams, DocumentSymbolParams, ExecuteCommandParams, HoverParams,
    InitializeParams, InlayHintParams, PartialResultParams, Position, ProgressToken, Range,
    SetTraceParams, TextDocumentContentChangeEvent, TextDocumentIdentifier, TextDocumentItem,
    TextDocumentPositionParams, TraceValue, VersionedTextDocumentIdentifier,
    WorkDoneProgressCancelParams, WorkDoneProgressParams,
};

/// The id of a message; `None` if it has none, or none that the protocol knows.
pub(super) fn id(message: &Value) -> Option<Id> {
    match message.get("id")? {
        Value::Number(number) => number.as_i64().map(Id::Number),
        Value::String(name) => Some(Id::String(name.clone())),
        Value::Null => Some(Id::Null),
        _ => None,
    }
}

/// Reads what cannot fail: a session is not to be refused for it. What the client can do is read apart.
pub(super) fn initialize(mut params: Value) -> InitializeParams {
    let process = params.get("processId").and_then(Value::as_u64);
    InitializeParams {
        process_id: process.and_then(|process| u32::try_from(process).ok()),
        trace: params.get("trace").and_then(trace),
        initialization_options: params.get_mut("initializationOptions").map(Value::take),
        ..InitializeParams::default()
    }
}

pub(super) fn did_open(mut params: Value) -> Result<DidOpenTextDocumentParams> {
    let draft = field_mut(&mut params, "textDocument")?;
    Ok(DidOpenTextDocumentParams {
        text_document: TextDocumentItem {
            uri: text(draft, "uri")?.parse().map_err(|_| wanted("uri"))?,
            version: version(draft)?,
            language_id: taken_text(draft, "languageId")?,
            text: taken_text(draft, "text")?,
        },
    })
}

pub(super) fn did_change(mut params: Value) -> Result<DidChangeTextDocumentParams> {
    let text_document = VersionedTextDocumentIdentifier {
        uri: draft(&params)?.uri,
        version: version(field(&params, "textDocument")?)?,
    };
    let Value::Array(changes) = field_mut(&mut params, "contentChanges")?.take() else {
        return Err(wanted("contentChanges"));
    };
    Ok(DidChangeTextDocumentParams {
        text_document,
        content_changes: changes.into_iter().map(change).collect::<Result<_>>()?,
    })
}

fn change(mut change: Value) -> Result<TextDocumentContentChangeEvent> {
    let range = change.get("range").filter(|range| !range.is_null());
    Ok(TextDocumentContentChangeEvent {
        range: range.map(range_of).transpose()?,
        range_length: None,
        text: taken_text(&mut change, "text")?,
    })
}

pub(super) fn did_close(params: &Value) -> Result<DidCloseTextDocumentParams> {
    Ok(DidCloseTextDocumentParams {
        text_document: draft(params)?,
    })
}

pub(super) fn did_change_configuration(mut params: Value) -> Result<DidChangeConfigurationParams> {
    Ok(DidChangeConfigurationParams {
        settings: field_mut(&mut params, "settings")?.take(),
    })
}

pub(super) fn set_trace(params: &Value) -> Result<SetTraceParams> {
    let value = field(params, "value")?;
    Ok(SetTraceParams {
        value: trace(value).ok_or_else(|| wanted("value"))?,
    })
}

fn trace(value: &Value) -> Option<TraceValue> {
    match value.as_str()? {
        "off" => Some(TraceValue::Off),
        "messages" => Some(TraceValue::Messages),
        "verbose" => Some(TraceValue::Verbose),
        _ => None,
    }
}

pub(super) fn cancel_progress(params: &Value) -> Result<WorkDoneProgressCancelParams> {
    Ok(WorkDoneProgressCancelParams {
        token: token(field(params, "token")?).ok_or_else(|| wanted("token"))?,
    })
}

pub(super) fn document_symbol(params: &Value) -> Result<DocumentSymbolParams> {
    Ok(DocumentSymbolParams {
        text_document: draft(params)?,
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    })
}

pub(super) fn code_lens(params: &Value) -> Result<CodeLensParams> {
    Ok(CodeLensParams {
        text_document: draft(params)?,
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    })
}

pub(super) fn completion(params: &Value) -> Result<CompletionParams> {
    let typed = CompletionTriggerKind::TRIGGER_CHARACTER;
    let kind = params.pointer("/context/triggerKind");
    let by_character = kind.is_some_and(|kind| *kind == 2);
    Ok(CompletionParams {
        text_document_position: place(params)?,
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
        context: by_character.then_some(CompletionContext {
            trigger_kind: typed,
            trigger_character: None,
        }),
    })
}

pub(super) fn execute_command(mut params: Value) -> Result<ExecuteCommandParams> {
    let arguments = params.get_mut("arguments").map(Value::take);
    let arguments = match arguments.unwrap_or_default() {
        Value::Array(arguments) => arguments,
        Value::Null => Vec::new(),
        _ => return Err(wanted("arguments")),
    };
    Ok(ExecuteCommandParams {
        command: taken_text(&mut params, "command")?,
        arguments,
        work_done_progress_params: WorkDoneProgressParams {
            work_done_token: params.get("workDoneToken").and_then(token),
        },
    })
}

pub(super) fn diagnostic(params: &Value) -> Result<DocumentDiagnosticParams> {
    let previous = params.get("previousResultId").and_then(Value::as_str);
    Ok(DocumentDiagnosticParams {
        text_document: draft(params)?,
        identifier: None,
        previous_result_id: previous.map(str::to_owned),
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    })
}

pub(super) fn hover(params: &Value) -> Result<HoverParams> {
    Ok(HoverParams {
        text_document_position_params: place(params)?,
        work_done_progress_params: WorkDoneProgressParams::default(),
    })
}

pub(super) fn inlay_hint(params: &Value) -> Result<InlayHintParams> {
    Ok(InlayHintParams {
        text_document: draft(params)?,
        range: range_of(field(params, "range")?)?,
        work_done_progress_params: WorkDoneProgressParams::default(),
    })
}

pub(super) fn code_action(params: &Value) -> Result<CodeActionParams> {
    let only = params.pointer("/context/only").and_then(Value::as_array);
    let kinds = only.map(|kinds| kinds.iter().filter_map(Value::as_str));
    let kinds = kinds.map(|kinds| kinds.map(|kind| CodeActionKind::from(kind.to_owned())));
    Ok(CodeActionParams {
        text_document: draft(params)?,
        range: range_of(field(params, "range")?)?,
        context: CodeActionContext {
            only: kinds.map(Iterator::collect),
            ..CodeActionContext::default()
        },
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    })
}

fn draft(params: &Value) -> Result<TextDocumentIdentifier> {
    let uri = text(field(params, "textDocument")?, "uri")?.parse();
    Ok(TextDocumentIdentifier {
        uri: uri.map_err(|_| wanted("uri"))?,
    })
}

fn place(params: &Value) -> Result<TextDocumentPositionParams> {
    Ok(TextDocumentPositionParams {
        text_document: draft(params)?,
        position: position_of(field(params, "position")?)?,
    })
}

fn range_of(range: &Value) -> Result<Range> {
    let start = position_of(field(range, "start")?)?;
    Ok(Range::new(start, position_of(field(range, "end")?)?))
}

fn position_of(position: &Value) -> Result<Position> {
    let number = |name| {
        let number = field(position, name)?.as_u64();
        let number = number.and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| wanted(name))
    };
    Ok(Position::new(number("line")?, number("character")?))
}

fn version(draft: &Value) -> Result<i32> {
    let number = field(draft, "version")?.as_i64();
    let number = number.and_then(|number| i32::try_from(number).ok());
    number.ok_or_else(|| wanted("version"))
}

fn token(token: &Value) -> Option<ProgressToken> {
    match token {
        Value::Number(number) => {
            let number = number.as_i64()?;
            Some(ProgressToken::Number(i32::try_from(number).ok()?))
        }
        Value::String(name) => Some(ProgressToken::String(name.clone())),
        _ => None,
    }
}

fn text<'a>(value: &'a Value, name: &'static str) -> Result<&'a str> {
    field(value, name)?.as_str().ok_or_else(|| wanted(name))
}

/// A text moved out: a draft's may be long.
fn taken_text(value: &mut Value, name: &'static str) -> Result<String> {
    match field_mut(value, name)?.take() {
        Value::String(text) => Ok(text),
        _ => Err(wanted(name)),
    }
}

fn field<'a>(value: &'a Value, name: &'static str) -> Result<&'a Value> {
    value.get(name).ok_or_else(|| wanted(name))
}

fn field_mut<'a>(value: &'a mut Value, name: &'static str) -> Result<&'a mut Value> {
    value.get_mut(name).ok_or_else(|| wanted(name))
}

/// The refusal of parameters in which a field is missing or of another kind.
fn wanted(name: &str) -> Error {
    Error::invalid_params(format!("“{name}” is missing or of another kind"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_has_a_range_or_is_the_whole_draft() {
        let params = json!({
            "textDocument": {"uri": "file:///draft", "version": -1},
            "contentChanges": [
                {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}, "text": "new"},
                {"range": null, "text": "all"},
            ],
        });
        let read = did_change(params).unwrap();
        let [edit, whole] = &read.content_changes[..] else {
            panic!("{read:?}");
        };
        assert_eq!(read.text_document.version, -1);
        let range = Range::new(Position::new(0, 1), Position::new(2, 3));
        assert_eq!((edit.range, edit.text.as_str()), (Some(range), "new"));
        assert_eq!((whole.range, whole.text.as_str()), (None, "all"));
    }

    #[test]
    fn what_is_missing_or_of_another_kind_is_named() {
        let why = |params: Value| hover(&params).unwrap_err().message.into_owned();
        let draft = json!({"uri": "file:///draft"});
        assert!(why(json!({})).contains("textDocument"));
        assert!(why(json!({"textDocument": {"uri": 7}})).contains("uri"));
        assert!(why(json!({"textDocument": {"uri": "no address"}})).contains("uri"));
        for line in [json!(-1), json!(1.5), json!("1"), json!(1_u64 << 32)] {
            let position = json!({"line": line, "character": 0});
            let why = why(json!({"textDocument": draft, "position": position}));
            assert!(why.contains("line"), "{why}");
        }
    }

    #[test]
    fn whatever_a_client_says_of_itself_begins_a_session() {
        for odd in [json!(null), json!(-1), json!("x"), json!([]), json!({})] {
            let params =
                json!({"processId": odd, "trace": odd, "capabilities": odd, "rootUri": odd});
            let read = initialize(params);
            assert_eq!((read.process_id, read.trace), (None, None));
        }
        assert_eq!(initialize(json!({"processId": 7})).process_id, Some(7));
    }

    proptest! {
        #[test]
        fn an_id_is_what_the_client_sent(number: i64, name: String) {
            prop_assert_eq!(id(&json!({"id": number})), Some(Id::Number(number)));
            prop_assert_eq!(id(&json!({"id": name})), Some(Id::String(name)));
        }
    }
}
