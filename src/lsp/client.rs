//! What the client can do, read from its `initialize` request as it came: a capability spelt oddly counts as absent and harms no other.

use serde_json::Value;

use crate::text::Encoding;

/// What the client can do, as far as we make use of it.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol's capabilities are yes or no each"
)]
pub(super) struct Client {
    /// What columns count.
    pub(super) encoding: Encoding,
    /// Asks for diagnostics; then none are pushed, or it would show each twice.
    pub(super) pulls: bool,
    /// Asks again for diagnostics when told.
    pub(super) refreshes_diagnostics: bool,
    /// Asks again for inlay hints when told.
    pub(super) refreshes_hints: bool,
    /// Asks again for code lenses when told.
    pub(super) refreshes_lenses: bool,
    /// Shows a link for a diagnostic's code.
    pub(super) code_links: bool,
    /// Shows places related to a diagnostic.
    pub(super) related: bool,
    /// Takes code actions that hold what they do; the first clients take commands only.
    pub(super) literal_actions: bool,
    /// Asks for a code action's edit when it is chosen.
    pub(super) resolves_actions: bool,
    /// Asks for an inlay hint's edits when it is chosen.
    pub(super) resolves_hints: bool,
    /// Edits a draft when told.
    pub(super) applies_edits: bool,
    /// Takes edits with the version they are for.
    pub(super) versioned_edits: bool,
    /// Takes edits with blanks to fill.
    pub(super) snippet_edits: bool,
    /// Selects a place when told.
    pub(super) selects: bool,
    /// Renders Markdown in hovers.
    pub(super) markdown_hover: bool,
    /// Takes completions with blanks to fill.
    pub(super) snippet_completions: bool,
    /// Shows an outline as a tree.
    pub(super) tree_symbols: bool,
    /// Answers questions about settings.
    pub(super) configuration: bool,
    /// Lets a server ask to be told of changed settings.
    pub(super) registers_configuration: bool,
    /// Lets a server ask to be told of changed files.
    pub(super) registers_watchers: bool,
    /// Shows progress a server begins.
    pub(super) progress: bool,
}

impl Client {
    /// Reads the parameters of `initialize`.
    pub(super) fn new(params: &Value) -> Self {
        let capability = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let can = |path: &str| capability(path) == Some(&Value::Bool(true));
        let has = |path: &str| capability(path).is_some_and(Value::is_object);
        let lists = |path: &str, what: &str| {
            let list = capability(path).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|item| item == what))
        };
        let encodings = "general/positionEncodings";
        let encoding = if lists(encodings, "utf-8") {
            Encoding::Utf8
        } else if lists(encodings, "utf-32") && !lists(encodings, "utf-16") {
            Encoding::Utf32
        } else {
            Encoding::Utf16
        };
        // The specification says `diagnostics`; some clients say `diagnostic`.
        let refreshes_diagnostics = can("workspace/diagnostics/refreshSupport")
            || can("workspace/diagnostic/refreshSupport");
        Self {
            encoding,
            pulls: has("textDocument/diagnostic"),
            refreshes_diagnostics,
            refreshes_hints: can("workspace/inlayHint/refreshSupport"),
            refreshes_lenses: can("workspace/codeLens/refreshSupport"),
            code_links: can("textDocument/publishDiagnostics/codeDescriptionSupport")
                || can("textDocument/diagnostic/codeDescriptionSupport"),
            related: can("textDocument/publishDiagnostics/relatedInformation")
                || can("textDocument/diagnostic/relatedInformation"),
            literal_actions: has("textDocument/codeAction/codeActionLiteralSupport"),
            resolves_actions: lists("textDocument/codeAction/resolveSupport/properties", "edit")
                && can("textDocument/codeAction/dataSupport"),
            resolves_hints: lists(
                "textDocument/inlayHint/resolveSupport/properties",
                "textEdits",
            ),
            applies_edits: can("workspace/applyEdit"),
            versioned_edits: can("workspace/workspaceEdit/documentChanges"),
            snippet_edits: can("workspace/workspaceEdit/snippetEditSupport")
                && can("workspace/workspaceEdit/documentChanges"),
            selects: can("window/showDocument/support"),
            markdown_hover: lists("textDocument/hover/contentFormat", "markdown"),
            snippet_completions: can("textDocument/completion/completionItem/snippetSupport"),
            tree_symbols: can("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            configuration: can("workspace/configuration"),
            registers_configuration: can("workspace/didChangeConfiguration/dynamicRegistration"),
            registers_watchers: can("workspace/didChangeWatchedFiles/dynamicRegistration"),
            progress: can("window/workDoneProgress"),
        }
    }
}
