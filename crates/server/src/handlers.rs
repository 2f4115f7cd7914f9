//! The table of contents of the protocol: each message, and the file that answers it.
//!
//! Nothing is decided here. Notifications are finished when they return, without an `await`; requests
//! take their snapshot before theirs.

use std::sync::Arc;

use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::Result;
#[allow(
    clippy::wildcard_imports,
    reason = "nearly every line is a protocol type"
)]
use tower_lsp::ls_types::*;

use crate::session::{Session, Stale};
use crate::view::CheckedView;
use crate::{
    actions, capabilities, citing, commands, completion, definition, documents, files,
    folders_and_settings, folding, hints, hover, lenses, links, outline, progress, pulled,
    pulled_folder, references, rename, selection, symbols, tokens,
};

/// The handlers of every message.
pub(crate) struct Handlers {
    session: Arc<Session>,
}

impl Handlers {
    pub(crate) fn new(session: Arc<Session>) -> Self {
        Self { session }
    }

    /// A message that the trait below does not know.
    #[expect(clippy::unused_async, reason = "every handler is one")]
    pub(crate) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        progress::cancel(&self.session, &params);
    }
}

impl LanguageServer for Handlers {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        folders_and_settings::initialize(&self.session, &params);
        Ok(InitializeResult {
            capabilities: capabilities::offered(self.session.agreed()),
            server_info: Some(ServerInfo {
                name: "penholder".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        folders_and_settings::watch(&self.session);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        documents::open(&self.session, &params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        documents::change(&self.session, &params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        documents::save(&self.session, &params.text_document.uri);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        documents::close(&self.session, &params.text_document.uri);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        files::changed(&self.session, &params.changes);
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        files::created(&self.session, &params.files);
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        files::renamed(&self.session, &params.files);
    }

    async fn did_delete_files(&self, params: DeleteFilesParams) {
        files::deleted(&self.session, &params.files);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        folders_and_settings::folders(&self.session, &params.event);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        folders_and_settings::configure(&self.session, &params.settings);
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        let known = params.previous_result_id;
        let session = Arc::clone(&self.session);
        let question = move |view: &CheckedView| pulled::answer(&session, view, known.as_deref());
        let answer = self
            .session
            .answer_with_findings(&params.text_document.uri, Stale::Useless, question)
            .await?;
        Ok(answer.unwrap_or_else(pulled::nothing).into())
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        pulled_folder::report(Arc::clone(&self.session), params).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        commands::run(Arc::clone(&self.session), params).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        let place = at.position;
        let question = move |view: &_| hover::answer(view, place);
        self.session
            .answer_here(&at.text_document.uri, hover::is_short, place, question)
            .await
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        let question = move |view: &_| definition::answer(view, at.position);
        self.session
            .answer(&at.text_document.uri, Stale::Welcome, question)
            .await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let place = at.position;
        let question = move |view: &_| Some(completion::answer(view, place));
        self.session
            .answer_here(&at.text_document.uri, |_, _| true, place, question)
            .await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let question = |view: &_| Some(links::answer(view));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri.clone();
        let question = move |view: &_| Some(actions::answer(view, &params));
        self.session
            .answer_with_findings(&uri, Stale::Useless, question)
            .await
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let question = |view: &_| Some(outline::answer(view));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        references::answer(Arc::clone(&self.session), params).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let question = move |view: &_| references::highlights(view, at.position);
        self.session
            .answer(&at.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn prepare_rename(
        &self,
        at: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let question = move |view: &_| rename::prepare(view, at.position);
        self.session
            .answer(&at.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (at, name) = (params.text_document_position, params.new_name);
        let question = move |view: &_| rename::answer(view, at.position, &name);
        let renamed = self
            .session
            .answer(&at.text_document.uri, Stale::Useless, question);
        renamed.await?.transpose()
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let question = |view: &_| Some(folding::answer(view));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn selection_range(
        &self,
        params: SelectionRangeParams,
    ) -> Result<Option<Vec<SelectionRange>>> {
        let question = move |view: &_| Some(selection::answer(view, &params.positions));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        if !self.session.editor_options().hints() {
            return Ok(None);
        }
        let question = move |view: &_| Some(hints::answer(view, params.range));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        if !self.session.editor_options().lenses() {
            return Ok(None);
        }
        let question = |view: &_| Some(lenses::answer(view));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let session = Arc::clone(&self.session);
        let question = move |view: &_| Some(tokens::full(&session, view).into());
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (session, since) = (Arc::clone(&self.session), params.previous_result_id);
        let question = move |view: &_| Some(tokens::changed(&session, view, &since));
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let question = move |view: &_| Some(tokens::within(view, params.range).into());
        self.session
            .answer(&params.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn symbol(
        &self,
        params: WorkspaceSymbolParams,
    ) -> Result<Option<WorkspaceSymbolResponse>> {
        let found = symbols::answer(Arc::clone(&self.session), params.query).await?;
        Ok(Some(WorkspaceSymbolResponse::Flat(found)))
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let at = params.text_document_position_params;
        let question = move |view: &_| Some(citing::prepare(view, at.position));
        self.session
            .answer(&at.text_document.uri, Stale::Useless, question)
            .await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        citing::incoming(Arc::clone(&self.session), params.item).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        citing::outgoing(Arc::clone(&self.session), params.item).await
    }
}
