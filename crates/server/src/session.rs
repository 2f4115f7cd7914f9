//! What the server remembers between messages, and how a question is answered.
//!
//! A question takes a snapshot while its message is read, and is answered from it in the pool, whatever
//! happens to the text meanwhile.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use citation::Date;
use dashmap::DashMap;
use futures::future::{self, Either};
use serde_json::Value;
use tokio::runtime::Handle;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types as lsp;
use workspace::{Location, OpenText, OpenTexts, ReadFrom, Workspace, Workspaces};

use crate::capabilities::{Agreed, Delivery};
use crate::complaints::Complaints;
use crate::draft_task::DraftTask;
use crate::editor_options::EditorOptions;
use crate::folder::{self, Shown};
use crate::lifecycle::Life;
use crate::outbound::Wire;
use crate::outbox::{Outbox, Refresh};
use crate::pool::{Lane, Pool};
use crate::progress::AtWork;
use crate::pulled_folder::Known;
use crate::recheck_queue::RecheckQueue;
use crate::tokens::Coloured;
use crate::uri_spelling::Spellings;
use crate::view::{CheckedView, Look, View};
use crate::watching;

/// How many complaints one message holds.
const SAID_AT_ONCE: usize = 3;

/// What the server remembers.
pub(crate) struct Session {
    pub(crate) texts: OpenTexts,
    pub(crate) draft_tasks: DashMap<Location, DraftTask>,
    pub(crate) workspaces: Workspaces,
    pub(crate) outbox: Outbox,
    pub(crate) wire: Wire,
    pub(crate) pool: Arc<Pool>,
    pub(crate) spellings: Arc<Spellings>,
    pub(crate) life: Arc<Life>,
    pub(crate) at_work: AtWork,
    /// Drafts that a check of a folder has looked at.
    pub(crate) checked: DashMap<Location, Shown>,
    /// Those of them that are to be looked at again.
    pub(crate) recheck_queue: RecheckQueue,
    /// What was found in drafts that are not open, for clients that ask again and again.
    pub(crate) known: DashMap<Location, Known>,
    /// What clients were told last of the words that were recognised.
    pub(crate) coloured: Coloured,
    /// What lies beside the drafts and was looked after.
    watched: Mutex<HashSet<ReadFrom>>,
    /// Whether somebody is about to look at what lies beside the drafts.
    pub(crate) is_to_look: AtomicBool,
    /// The folders that the client has open, its first one first.
    folders: Mutex<Vec<PathBuf>>,
    editor_options: EditorOptions,
    today: Box<dyn Fn() -> Date + Send + Sync>,
    /// Where messages are carried, for what other threads have to say.
    messages: Handle,
    agreed: OnceLock<Agreed>,
    complaints: Complaints,
}

/// Whether an answer still means something after the text has moved on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stale {
    /// It is about one place, which the client looks at again.
    Welcome,
    /// It is full of positions that no longer hold.
    Useless,
}

impl Session {
    /// # Panics
    /// Outside a runtime.
    pub(crate) fn new(
        today: impl Fn() -> Date + Send + Sync + 'static,
        workspaces: Workspaces,
        spellings: Arc<Spellings>,
        life: Arc<Life>,
        wire: Wire,
    ) -> Arc<Self> {
        Arc::new(Self {
            texts: OpenTexts::default(),
            draft_tasks: DashMap::new(),
            workspaces,
            outbox: Outbox::default(),
            wire,
            pool: Arc::new(Pool::new()),
            spellings,
            life,
            at_work: AtWork::default(),
            checked: DashMap::new(),
            recheck_queue: RecheckQueue::default(),
            known: DashMap::new(),
            coloured: Coloured::default(),
            watched: Mutex::default(),
            is_to_look: AtomicBool::new(false),
            folders: Mutex::default(),
            editor_options: EditorOptions::default(),
            today: Box::new(today),
            messages: Handle::current(),
            agreed: OnceLock::new(),
            complaints: Complaints::default(),
        })
    }

    /// A session of its own on 1 June 2026, whose messages nobody reads.
    #[cfg(test)]
    pub(crate) fn unheard() -> Arc<Self> {
        let (queue, _carrying) = crate::outbound::pump(tokio::io::sink(), None);
        Self::new(
            || Date::new(2026, 6, 1).unwrap(),
            Workspaces::default(),
            Arc::default(),
            Arc::default(),
            Wire::new(queue),
        )
    }

    /// What was agreed with the client at the start.
    pub(crate) fn agreed(&self) -> Agreed {
        self.agreed.get().copied().unwrap_or_default()
    }

    /// Keeps what was agreed with the client; the first word counts.
    pub(crate) fn agree(&self, agreed: Agreed) {
        let _ = self.agreed.set(agreed);
    }

    /// Answers a question about the text behind `uri` as it is now; nothing where it is not open.
    ///
    /// Has to be called before the first `await` of a handler.
    pub(crate) fn answer<T, Q>(
        self: &Arc<Self>,
        uri: &lsp::Uri,
        stale: Stale,
        question: Q,
    ) -> impl Future<Output = Result<Option<T>>> + Send + use<T, Q>
    where
        T: Send + 'static,
        Q: FnOnce(&View) -> Option<T> + Send + 'static,
    {
        self.answer_from(Self::view, uri, stale, question)
    }

    /// The same for a question about one place: answered where its message is read if that takes no time, for most of
    /// what such an answer takes is the way to another thread and back. `is_short` says so of the question.
    pub(crate) fn answer_here<T, Q>(
        self: &Arc<Self>,
        uri: &lsp::Uri,
        is_short: fn(&View, lsp::Position) -> bool,
        at: lsp::Position,
        question: Q,
    ) -> impl Future<Output = Result<Option<T>>> + Send + use<T, Q>
    where
        T: Send + 'static,
        Q: FnOnce(&View) -> Option<T> + Send + 'static,
    {
        let text = self.texts.get(&Location::of_uri(uri.as_str()));
        let view = text.and_then(|text| self.view_at_once(&text, uri));
        let view = view.filter(|view| is_short(view, at));
        match view {
            Some(view) => Either::Left(future::ready(Ok(question(&view)))),
            None => Either::Right(self.answer(uri, Stale::Welcome, question)),
        }
    }

    /// The same for a question about what is found in the text.
    pub(crate) fn answer_with_findings<T, Q>(
        self: &Arc<Self>,
        uri: &lsp::Uri,
        stale: Stale,
        question: Q,
    ) -> impl Future<Output = Result<Option<T>>> + Send + use<T, Q>
    where
        T: Send + 'static,
        Q: FnOnce(&CheckedView) -> Option<T> + Send + 'static,
    {
        self.answer_from(Self::checked, uri, stale, question)
    }

    fn answer_from<V, T, Q>(
        self: &Arc<Self>,
        look: Look<V>,
        uri: &lsp::Uri,
        stale: Stale,
        question: Q,
    ) -> impl Future<Output = Result<Option<T>>> + Send + use<V, T, Q>
    where
        V: 'static,
        T: Send + 'static,
        Q: FnOnce(&V) -> Option<T> + Send + 'static,
    {
        let session = Arc::clone(self);
        let text = self.texts.get(&Location::of_uri(uri.as_str()));
        let uri = uri.clone();
        async move {
            let Some(text) = text else { return Ok(None) };
            let asker = Arc::clone(&session);
            let snapshot = Arc::clone(&text);
            let answer = session
                .pool
                .run(Lane::Answer, move |stop| {
                    let watched = Arc::clone(&snapshot);
                    let is_overtaken = || stale == Stale::Useless && asker.has_moved_on(&watched);
                    let view = look(&asker, snapshot, uri, &|| stop.is_set() || is_overtaken())?;
                    if stop.is_set() {
                        return None;
                    }
                    question(&view)
                })
                .await
                .map_err(|_| Error::internal_error())?;
            if stale == Stale::Useless && session.has_moved_on(&text) {
                return Err(Error::new(ErrorCode::ContentModified));
            }
            Ok(answer)
        }
    }

    /// Starts again with whatever lies beside the drafts. On the thread that carries the messages: it starts tasks
    /// there, and no change may come in between.
    pub(crate) fn look_around_again(self: &Arc<Self>) {
        self.workspaces.forget();
        for text in self.texts.all() {
            let unread = Arc::new(text.unread());
            if self.texts.replace(&text, &unread) {
                self.lay(unread);
            }
        }
        folder::again(self, |_| true);
        self.ask_for_findings_to_be_pulled();
        for what in [Refresh::InlayHints, Refresh::CodeLenses, Refresh::Tokens] {
            self.ask_again(what);
        }
    }

    /// Starts again with whatever lies beside the drafts, as soon as the thread that carries the messages comes to
    /// it. For every other thread.
    pub(crate) fn look_around_again_soon(self: &Arc<Self>) {
        let session = Arc::clone(self);
        self.messages
            .spawn(async move { session.look_around_again() });
    }

    /// What the drafter wants to see beside the text.
    pub(crate) fn editor_options(&self) -> &EditorOptions {
        &self.editor_options
    }

    /// Takes from the client's settings what the drafter wants to see beside the text.
    pub(crate) fn take_editor_options(&self, settings: &Value) {
        for what in self.editor_options.take(settings) {
            self.ask_again(what);
        }
    }

    /// Asks the client to ask again, where it can be asked to.
    fn ask_again(&self, what: Refresh) {
        let agreed = self.agreed();
        let can = match what {
            Refresh::Diagnostics => agreed.refreshes_diagnostics,
            Refresh::InlayHints => agreed.refreshes_hints,
            Refresh::CodeLenses => agreed.refreshes_lenses,
            Refresh::Tokens => agreed.refreshes_tokens,
        };
        if can {
            self.outbox.refresh(what);
        }
    }

    /// Asks a client that pulls to do so, because something has changed that its texts do not show.
    pub(crate) fn ask_for_findings_to_be_pulled(&self) {
        if self.agreed().delivery == Delivery::Pull {
            self.ask_again(Refresh::Diagnostics);
        }
    }

    /// The day that counts where a draft states none.
    pub(crate) fn today(&self) -> Date {
        (self.today)()
    }

    /// The folders that the client has open.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        lock(&self.folders).clone()
    }

    /// Whether the client has `folder`, or one in it, open as a place to work in.
    pub(crate) fn works_in(&self, folder: &Path) -> bool {
        lock(&self.folders).iter().any(|it| it.starts_with(folder))
    }

    /// Changes the folders that the client has open. Texts without a file belong to the first.
    pub(crate) fn change_folders(&self, change: impl FnOnce(&mut Vec<PathBuf>)) {
        let first = {
            let mut folders = lock(&self.folders);
            change(&mut folders);
            folders.first().cloned()
        };
        self.workspaces.set_root(first);
    }

    /// Keeps a text and hands it to the task of its draft.
    pub(crate) fn show(self: &Arc<Self>, text: Arc<OpenText>) {
        self.texts.put(Arc::clone(&text));
        self.lay(text);
    }

    fn lay(&self, text: Arc<OpenText>) {
        if let Some(task) = self.draft_tasks.get(&text.location) {
            task.replace(text);
        }
    }

    /// Lets go of everything, so that every task ends.
    pub(crate) fn close(&self) {
        self.draft_tasks.clear();
        self.outbox.close();
        self.wire.close();
    }

    pub(crate) fn has_moved_on(&self, text: &OpenText) -> bool {
        self.texts
            .get(&text.location)
            .is_none_or(|now| !now.is_same_state(text))
    }

    /// Takes note of what lies beside the drafts; gives what is new of it, and how much it is altogether.
    pub(crate) fn not_yet_watched(&self, beside: &[ReadFrom]) -> (Vec<ReadFrom>, usize) {
        let mut watched = lock(&self.watched);
        let new = beside.iter().filter(|one| !watched.contains(one));
        let new: Vec<ReadFrom> = new.cloned().collect();
        watched.extend(new.iter().cloned());
        (new, watched.len())
    }

    /// Tells the user once what could not be used. An index that turned out to be damaged is made anew.
    pub(crate) fn complain(self: &Arc<Self>, workspace: &Arc<Workspace>) {
        watching::watch(self, workspace);
        if self.workspaces.let_go_of_damaged(workspace) {
            self.look_around_again_soon();
        }
        self.warn(self.complaints.new_of(workspace));
    }

    /// Tells the user what went wrong: the first of it, and how much more there is.
    pub(crate) fn warn(&self, mut lines: Vec<String>) {
        if lines.len() > SAID_AT_ONCE {
            let more = lines.len() - SAID_AT_ONCE;
            lines.truncate(SAID_AT_ONCE);
            lines.push(format!(
                "… and {more} more; `penholder check` lists them all"
            ));
        }
        let message = match lines.as_slice() {
            [] => return,
            [only] => only.clone(),
            // Some editors show a message as one paragraph.
            _ => format!("• {}", lines.join("\n• ")),
        };
        self.outbox.show(lsp::MessageType::WARNING, message);
    }
}

/// A panic while a lock was held leaves at most an entry out, so the lock stays usable.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
