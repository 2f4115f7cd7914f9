//! What the server remembers between messages, and how a question is answered.
//!
//! A question takes a snapshot while its message is read, and is answered from it in the pool, whatever
//! happens to the text meanwhile.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use citation::Date;
use dashmap::DashMap;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types as lsp;
use workspace::{Analysis, Complaint, Location, OpenText, OpenTexts, Workspace, Workspaces};

use crate::capabilities::Agreed;
use crate::desk::Desk;
use crate::indexing::AtWork;
use crate::lifecycle::Life;
use crate::outbox::Outbox;
use crate::pool::{Lane, Pool};
use crate::positions::Positions;
use crate::spelling::Spellings;

/// How many complaints one message holds.
const SAID_AT_ONCE: usize = 3;

/// What the server remembers.
pub(crate) struct Session {
    pub(crate) texts: OpenTexts,
    pub(crate) desks: DashMap<Location, Desk>,
    pub(crate) workspaces: Workspaces,
    pub(crate) outbox: Outbox,
    pub(crate) pool: Pool,
    pub(crate) spellings: Arc<Spellings>,
    pub(crate) life: Arc<Life>,
    pub(crate) at_work: AtWork,
    today: Box<dyn Fn() -> Date + Send + Sync>,
    agreed: OnceLock<Agreed>,
    complained: Mutex<HashSet<String>>,
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
    pub(crate) fn new(
        today: impl Fn() -> Date + Send + Sync + 'static,
        workspaces: Workspaces,
        spellings: Arc<Spellings>,
        life: Arc<Life>,
    ) -> Arc<Self> {
        Arc::new(Self {
            texts: OpenTexts::default(),
            desks: DashMap::new(),
            workspaces,
            outbox: Outbox::default(),
            pool: Pool::new(),
            spellings,
            life,
            at_work: AtWork::default(),
            today: Box::new(today),
            agreed: OnceLock::new(),
            complained: Mutex::default(),
        })
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
        let session = Arc::clone(self);
        let text = self.texts.get(&Location::of_uri(uri.as_str()));
        let uri = uri.clone();
        async move {
            let Some(text) = text else { return Ok(None) };
            let asker = Arc::clone(&session);
            let snapshot = Arc::clone(&text);
            let answer = session
                .pool
                .run(Lane::Answer, move || {
                    if stale == Stale::Useless && asker.has_moved_on(&snapshot) {
                        return None;
                    }
                    question(&asker.view(snapshot, uri))
                })
                .await
                .map_err(|_| Error::internal_error())?;
            if stale == Stale::Useless && session.has_moved_on(&text) {
                return Err(Error::new(ErrorCode::ContentModified));
            }
            Ok(answer)
        }
    }

    /// A text with its analysis. Takes time: for the pool.
    pub(crate) fn view(self: &Arc<Self>, text: Arc<OpenText>, uri: lsp::Uri) -> View {
        let analysis = text.analysis(&self.workspaces, || (self.today)());
        let workspace = text.workspace(&self.workspaces);
        self.complain(workspace.complaints());
        View {
            uri,
            text,
            analysis,
            workspace,
            agreed: self.agreed(),
        }
    }

    /// Starts again with whatever lies beside the drafts.
    pub(crate) fn look_around_again(self: &Arc<Self>) {
        self.complained().clear();
        self.workspaces.forget();
        for text in self.texts.all() {
            self.show(Arc::new(text.unread()));
        }
    }

    /// Keeps a text and puts it on its desk.
    pub(crate) fn show(self: &Arc<Self>, text: Arc<OpenText>) {
        self.texts.put(Arc::clone(&text));
        if let Some(desk) = self.desks.get(&text.location) {
            desk.lay(text);
        }
    }

    /// Lets go of everything, so that every task ends.
    pub(crate) fn close(&self) {
        self.desks.clear();
        self.outbox.close();
    }

    fn has_moved_on(&self, text: &OpenText) -> bool {
        self.texts
            .get(&text.location)
            .is_none_or(|now| now.version != text.version)
    }

    /// Tells the user once what could not be used: the first of it, and how much more there is.
    fn complain(&self, complaints: &[Complaint]) {
        let mut lines: Vec<String> = complaints
            .iter()
            .map(|it| format!("{}: {}", it.path.display(), it.message))
            .collect();
        {
            let mut complained = self.complained();
            lines.retain(|line| complained.insert(line.clone()));
        }
        if lines.len() > SAID_AT_ONCE {
            let more = lines.len() - SAID_AT_ONCE;
            lines.truncate(SAID_AT_ONCE);
            lines.push(format!(
                "… and {more} more; `penholder check` lists them all"
            ));
        }
        if !lines.is_empty() {
            let message = lines.join("\n");
            self.outbox.show(lsp::MessageType::WARNING, message);
        }
    }

    fn complained(&self) -> std::sync::MutexGuard<'_, HashSet<String>> {
        self.complained
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A text with everything known about it, as it was when the question came.
pub(crate) struct View {
    pub(crate) uri: lsp::Uri,
    pub(crate) text: Arc<OpenText>,
    pub(crate) analysis: Arc<Analysis>,
    pub(crate) workspace: Arc<Workspace>,
    pub(crate) agreed: Agreed,
}

impl View {
    /// Translates between positions and byte offsets in this text.
    pub(crate) fn positions(&self) -> Positions<'_> {
        Positions::new(self.text.rope(), self.agreed.encoding)
    }
}
