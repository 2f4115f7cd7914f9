//! The desk of one draft: the newest text lies on top, and a clerk of its own works out the findings.
//!
//! Texts that came and went while the clerk was busy are never looked at. What touches the place where
//! somebody is typing waits until the typing moves on or rests; so does a large message that would say
//! nothing but that the same findings have moved, which editors see for themselves. A client that pulls
//! is sent nothing; it is asked to ask again once what was left out may be said.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tower_lsp::ls_types as lsp;
use workspace::OpenText;

use crate::capabilities::Delivery;
use crate::content::Content;
use crate::diagnostics::{self, Findings};
use crate::log::note;
use crate::outbox::{Outbox, Publish};
use crate::pool::Lane;
use crate::session::{Session, View};

/// How long typing has to pause before the rules are asked that take their time.
const PAUSE: Duration = Duration::from_millis(300);

/// So many texts in a row may be overtaken while they are looked at; the next one is looked at to the end, so that
/// a writer who never pauses hears something too.
const OVERTAKEN_IN_A_ROW: usize = 2;

/// How long typing has to rest before what it touches is shown.
const REST: Duration = Duration::from_millis(1500);

/// The desk of one draft.
pub(crate) struct Desk {
    top: watch::Sender<Arc<OpenText>>,
    door: Arc<Door>,
    rested: Arc<Rested>,
}

/// The version at which typing came to rest last.
struct Rested(AtomicI64);

/// The way of one draft's findings to the outbox. Once shut, nothing passes.
struct Door {
    is_open: Mutex<bool>,
    outbox: Outbox,
    delivery: Delivery,
    uri: String,
}

impl Desk {
    /// A desk with `text` on it, and its clerk at work.
    pub(crate) fn new(session: &Arc<Session>, text: Arc<OpenText>) -> Self {
        let door = Arc::new(Door {
            is_open: Mutex::new(true),
            outbox: session.outbox.clone(),
            delivery: session.agreed().delivery,
            uri: session.spellings.original(&text.uri),
        });
        let rested = Arc::new(Rested(AtomicI64::new(i64::MIN)));
        let (top, texts) = watch::channel(text);
        let clerk = Clerk {
            session: Arc::downgrade(session),
            door: Arc::clone(&door),
            rested: Arc::clone(&rested),
        };
        tokio::spawn(clerk.attend(texts));
        Self { top, door, rested }
    }

    /// Lays a newer text on top.
    pub(crate) fn lay(&self, text: Arc<OpenText>) {
        self.top.send_replace(text);
    }

    /// Whether nobody has typed for a while since `version` came.
    pub(crate) fn has_rested_at(&self, version: i32) -> bool {
        self.rested.0.load(Ordering::Relaxed) == i64::from(version)
    }

    /// Clears the findings; whatever the clerk is still working out goes nowhere.
    pub(crate) fn clear(&self) {
        let mut is_open = self.door.lock();
        *is_open = false;
        if self.door.delivery == Delivery::Pull {
            return;
        }
        self.door.outbox.publish(Publish {
            uri: self.door.uri.clone(),
            version: None,
            diagnostics: Vec::new(),
        });
    }
}

impl Door {
    fn publish(&self, version: i32, diagnostics: Vec<lsp::Diagnostic>) {
        // Held while sending, so that nothing slips out after the findings were cleared.
        let is_open = self.lock();
        if *is_open {
            self.outbox.publish(Publish {
                uri: self.uri.clone(),
                version: Some(version),
                diagnostics,
            });
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, bool> {
        self.is_open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The clerk. Goes home when the desk is gone.
struct Clerk {
    session: Weak<Session>,
    door: Arc<Door>,
    rested: Arc<Rested>,
}

/// How far the clerk has come with a text.
enum Told {
    /// Nothing is left to be said of it.
    Everything,
    /// A newer text lies on the desk, or there is no desk any more.
    Overtaken,
    /// The same, before anything was found.
    Nothing,
}

impl Clerk {
    async fn attend(self, mut texts: watch::Receiver<Arc<OpenText>>) {
        let mut told: Option<Content> = None;
        let mut overtaken = 0;
        loop {
            let text = Arc::clone(&texts.borrow_and_update());
            let how_far = self.tell(&text, &texts, overtaken, &mut told).await;
            overtaken = match how_far {
                Told::Nothing => overtaken + 1,
                _ => 0,
            };
            let is_open = match how_far {
                Told::Everything => texts.changed().await.is_ok(),
                Told::Overtaken | Told::Nothing => texts.has_changed().is_ok(),
            };
            if !is_open {
                return;
            }
        }
    }

    /// Says what there is to say of one text: at once, when the typing pauses, when it rests. `overtaken` is how
    /// many texts before it were overtaken in a row.
    async fn tell(
        &self,
        text: &Arc<OpenText>,
        texts: &watch::Receiver<Arc<OpenText>>,
        overtaken: usize,
        told: &mut Option<Content>,
    ) -> Told {
        let watched = texts.clone();
        let stop = move || match watched.has_changed() {
            Ok(is_newer) => is_newer && overtaken < OVERTAKEN_IN_A_ROW,
            Err(_) => true,
        };
        let found = |view: &View| Some(Findings::of(view));
        let mut next = self.look(text, stop, found).await;
        if next.is_none() && texts.has_changed().unwrap_or(true) {
            return Told::Nothing;
        }
        while let Some(findings) = next.take() {
            let waits = match self.door.delivery {
                Delivery::Push => self.publish(text.version, &findings, told),
                Delivery::Pull => !findings.held.is_empty(),
            };
            let pause = match (findings.is_settled, text.caret) {
                (true, _) if !waits => return Told::Everything,
                (true, _) => REST,
                (false, Some(_)) => PAUSE,
                // Nobody is typing in a text that was just opened or saved.
                (false, None) => Duration::ZERO,
            };
            if is_overtaken(texts, pause).await {
                return Told::Overtaken;
            }
            if findings.is_settled {
                self.rest(text.version, findings, told);
                return Told::Everything;
            }
            next = self.settle(text, texts).await;
            if self.door.delivery == Delivery::Pull {
                self.ask_to_pull();
            }
        }
        Told::Everything
    }

    /// Publishes what may be said at once, and says whether something is left for later.
    fn publish(&self, version: i32, findings: &Findings, told: &mut Option<Content>) -> bool {
        let content = Content::of(&findings.shown);
        let can_wait = content.is_large() && *told == Some(content);
        if !can_wait {
            self.door.publish(version, findings.shown.clone());
            *told = Some(content);
        }
        can_wait || !findings.held.is_empty()
    }

    /// Says everything, now that typing rests.
    fn rest(&self, version: i32, findings: Findings, told: &mut Option<Content>) {
        self.rested.0.store(i64::from(version), Ordering::Relaxed);
        match self.door.delivery {
            Delivery::Push => {
                let all = diagnostics::together(findings.shown, findings.held);
                *told = Some(Content::of(&all));
                self.door.publish(version, all);
            }
            Delivery::Pull => self.ask_to_pull(),
        }
    }

    fn ask_to_pull(&self) {
        if let Some(session) = self.session.upgrade() {
            session.ask_for_findings_to_be_pulled();
        }
    }

    /// The findings with those of the rules that take their time; `None` where a newer text has come, or
    /// something went wrong.
    async fn settle(
        &self,
        text: &Arc<OpenText>,
        texts: &watch::Receiver<Arc<OpenText>>,
    ) -> Option<Findings> {
        let texts = texts.clone();
        let stop = move || texts.has_changed().unwrap_or(true);
        let session = self.session.clone();
        self.look(text, stop.clone(), move |view| {
            let session = session.upgrade()?;
            let settled = session.settled(&view.text, &stop)?;
            Some(Findings::of(&View {
                analysis: settled,
                ..view.clone()
            }))
        })
        .await
    }

    /// What a look at the text finds; `None` where `stop` said so before it was analysed, where it finds nothing, or
    /// something went wrong.
    async fn look(
        &self,
        text: &Arc<OpenText>,
        stop: impl Fn() -> bool + Send + 'static,
        at: impl FnOnce(&View) -> Option<Findings> + Send + 'static,
    ) -> Option<Findings> {
        let session = self.session.upgrade()?;
        let (asker, text) = (Arc::clone(&session), Arc::clone(text));
        let done = session.pool.run(Lane::Analysis, move |_| {
            let uri = text.uri.parse().ok()?;
            at(&asker.view(text, uri, &stop)?)
        });
        done.await.unwrap_or_else(|_| {
            note("a draft could not be checked; the server goes on");
            None
        })
    }
}

/// Whether a newer text comes within `pause`. It is left on the desk.
async fn is_overtaken(texts: &watch::Receiver<Arc<OpenText>>, pause: Duration) -> bool {
    let mut looker = texts.clone();
    let newer = tokio::time::timeout(pause, looker.changed());
    newer.await.is_ok()
}
