//! What the server offers, and what was agreed with the client.

#[allow(
    clippy::wildcard_imports,
    reason = "nearly every line is a protocol type"
)]
use tower_lsp::ls_types::*;

use serde_json::Value;

use crate::commands;
use crate::lenses::SHOW_PLACES;
use crate::positions::Encoding;
use crate::tokens;

/// How findings reach the client. Never in both ways, or it would show each of them twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// They are sent when they are there.
    #[default]
    Push,
    /// The client asks for them: `"diagnostics": "pull"` among the settings it starts with.
    Pull,
}

/// What the client can take.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing a client can or cannot do"
)]
pub(crate) struct Agreed {
    /// The unit that columns count.
    pub(crate) encoding: Encoding,
    /// How findings reach the client.
    pub(crate) delivery: Delivery,
    /// The client asks for findings again when it is asked to.
    pub(crate) refreshes_diagnostics: bool,
    /// The same for hints beside the text.
    pub(crate) refreshes_hints: bool,
    /// The same for lines above the text.
    pub(crate) refreshes_lenses: bool,
    /// The same for what was recognised in the text.
    pub(crate) refreshes_tokens: bool,
    /// The client tells its settings when it is asked.
    pub(crate) tells_settings: bool,
    /// The client tells when its settings change, when it is asked to.
    pub(crate) watches_settings: bool,
    /// Files are watched when the server asks for it.
    pub(crate) watches_files: bool,
    /// Which files those are may be said by the folder that they lie in, wherever that is.
    pub(crate) watches_anywhere: bool,
    /// A definition may say what it was asked about.
    pub(crate) links_definitions: bool,
    /// The client has the command [`crate::lenses::SHOW_PLACES`].
    pub(crate) shows_places: bool,
    /// Findings may show their evidence.
    pub(crate) shows_related: bool,
    /// The outline may be a tree.
    pub(crate) nests_symbols: bool,
    /// How far a work has come may be shown.
    pub(crate) shows_progress: bool,
}

impl Agreed {
    /// What `client` can do, and what the settings it starts with ask for.
    pub(crate) fn with(client: &ClientCapabilities, settings: &Value) -> Self {
        let general = client.general.as_ref();
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let watching = workspace.and_then(|workspace| workspace.did_change_watched_files);
        let wants_pull = settings.get("diagnostics").and_then(Value::as_str) == Some("pull");
        let can_pull = text.is_some_and(|text| text.diagnostic.is_some());
        Self {
            delivery: if wants_pull && can_pull {
                Delivery::Pull
            } else {
                Delivery::Push
            },
            refreshes_diagnostics: workspace
                .and_then(|workspace| workspace.diagnostics.as_ref())
                .and_then(|diagnostics| diagnostics.refresh_support)
                == Some(true),
            refreshes_hints: workspace
                .and_then(|workspace| workspace.inlay_hint.as_ref())
                .and_then(|hints| hints.refresh_support)
                == Some(true),
            refreshes_lenses: workspace
                .and_then(|workspace| workspace.code_lens.as_ref())
                .and_then(|lenses| lenses.refresh_support)
                == Some(true),
            refreshes_tokens: workspace
                .and_then(|workspace| workspace.semantic_tokens.as_ref())
                .and_then(|tokens| tokens.refresh_support)
                == Some(true),
            tells_settings: workspace.and_then(|workspace| workspace.configuration) == Some(true),
            watches_settings: workspace
                .and_then(|workspace| workspace.did_change_configuration.as_ref())
                .and_then(|settings| settings.dynamic_registration)
                == Some(true),
            encoding: Encoding::agreed(
                general.and_then(|general| general.position_encodings.as_deref()),
            ),
            watches_files: watching.and_then(|it| it.dynamic_registration) == Some(true),
            watches_anywhere: watching.and_then(|it| it.relative_pattern_support) == Some(true),
            links_definitions: text
                .and_then(|text| text.definition)
                .and_then(|definition| definition.link_support)
                == Some(true),
            shows_places: client
                .experimental
                .as_ref()
                .and_then(|experimental| experimental.pointer("/commands/commands"))
                .and_then(Value::as_array)
                .is_some_and(|commands| commands.iter().any(|command| command == SHOW_PLACES)),
            shows_related: text
                .and_then(|text| text.publish_diagnostics.as_ref())
                .and_then(|publish| publish.related_information)
                == Some(true),
            nests_symbols: text
                .and_then(|text| text.document_symbol.as_ref())
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                == Some(true),
            shows_progress: client
                .window
                .as_ref()
                .and_then(|window| window.work_done_progress)
                == Some(true),
        }
    }
}

/// What the server offers.
pub(crate) fn offered(agreed: Agreed) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(agreed.encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            },
        )),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        document_symbol_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        code_lens_provider: Some(CodeLensOptions {
            resolve_provider: Some(false),
        }),
        semantic_tokens_provider: Some(
            SemanticTokensOptions {
                legend: tokens::legend(),
                range: Some(true),
                full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                ..SemanticTokensOptions::default()
            }
            .into(),
        ),
        call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(vec!["/".to_owned(), "(".to_owned(), "^".to_owned()]),
            ..CompletionOptions::default()
        }),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![
                CodeActionKind::QUICKFIX,
                CodeActionKind::REFACTOR_REWRITE,
            ]),
            ..CodeActionOptions::default()
        })),
        diagnostic_provider: (agreed.delivery == Delivery::Pull).then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some("penholder".to_owned()),
                // What a draft says of a source depends on the source.
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: commands::ALL.map(str::to_owned).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: Some(WorkspaceFileOperationsServerCapabilities {
                did_create: Some(every_file()),
                did_rename: Some(every_file()),
                did_delete: Some(every_file()),
                ..WorkspaceFileOperationsServerCapabilities::default()
            }),
        }),
        ..ServerCapabilities::default()
    }
}

/// Files and folders alike: a folder that is renamed takes its drafts and sources along.
fn every_file() -> FileOperationRegistrationOptions {
    FileOperationRegistrationOptions {
        filters: vec![FileOperationFilter {
            scheme: Some("file".to_owned()),
            pattern: FileOperationPattern {
                glob: "**/*".to_owned(),
                ..FileOperationPattern::default()
            },
        }],
    }
}
