//! What the server offers, and what was agreed with the client.

#[allow(
    clippy::wildcard_imports,
    reason = "nearly every line is a protocol type"
)]
use tower_lsp::ls_types::*;

use crate::positions::Encoding;

/// What the client can take.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing a client can or cannot do"
)]
pub(crate) struct Agreed {
    /// The unit that columns count.
    pub(crate) encoding: Encoding,
    /// Files are watched when the server asks for it.
    pub(crate) watches_files: bool,
    /// A definition may say what it was asked about.
    pub(crate) links_definitions: bool,
    /// Findings may show their evidence.
    pub(crate) shows_related: bool,
    /// The outline may be a tree.
    pub(crate) nests_symbols: bool,
    /// How far a work has come may be shown.
    pub(crate) shows_progress: bool,
}

impl Agreed {
    pub(crate) fn with(client: &ClientCapabilities) -> Self {
        let general = client.general.as_ref();
        let text = client.text_document.as_ref();
        let watching = client
            .workspace
            .as_ref()
            .and_then(|workspace| workspace.did_change_watched_files);
        Self {
            encoding: Encoding::agreed(
                general.and_then(|general| general.position_encodings.as_deref()),
            ),
            watches_files: watching.and_then(|it| it.dynamic_registration) == Some(true),
            links_definitions: text
                .and_then(|text| text.definition)
                .and_then(|definition| definition.link_support)
                == Some(true),
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
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(vec!["/".to_owned(), "(".to_owned()]),
            ..CompletionOptions::default()
        }),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            ..WorkspaceServerCapabilities::default()
        }),
        ..ServerCapabilities::default()
    }
}
