//! The clerk of a desk: looks at the newest text and says what is found in it, when there is something to say.
//!
//! What touches the place where somebody is typing waits until the typing moves on or rests. A large message that
//! would say nothing but that the same findings have moved, which editors see for themselves, goes out as often as
//! its size allows. Of a long text that was just opened the first findings are said before it has been read to its
//! end. A client that pulls is sent nothing; it is asked to ask again once there is more to be said.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use tower_lsp::ls_types as lsp;
use workspace::OpenText;

use super::seen::{Look, Seen};
use super::{Door, Rested};
use crate::capabilities::Delivery;
use crate::diagnostics;
use crate::log::note;
use crate::page::{Difference, Listed, Page};
use crate::pool::Lane;
use crate::session::Session;

/// How long typing has to pause in a long draft before the rules are asked that take their time.
const PAUSE: Duration = Duration::from_millis(300);

/// Up to so many bytes a draft is short: the rules that take their time need a few milliseconds, and are asked
/// as soon as what stands in the changed block has been said.
const SHORT: usize = 64 << 10;

/// So many texts in a row may be overtaken while they are looked at; the next one is looked at to the end, so that
/// a writer who never pauses hears something too.
const OVERTAKEN_IN_A_ROW: usize = 2;

/// A look that takes no longer is taken on the thread that carries the messages: the way to another thread and back
/// would take as long.
const QUICK: Duration = Duration::from_millis(2);

/// The longest text, in bytes, that is looked at on that thread: to let go of what was known of a longer one takes
/// milliseconds now and then, and other messages would wait for it.
const LIGHT: usize = 2 << 20;

/// How long typing has to rest before what it touches is shown.
const REST: Duration = Duration::from_millis(1500);

/// From so many bytes on a message is large.
const LARGE: usize = 64 << 10;

/// What a client takes in of messages that only move findings, in bytes a microsecond: with more of them it
/// would be busy with nothing else.
const INTAKE: u64 = 32;

/// The longest that moved findings wait.
const LONGEST: Duration = Duration::from_millis(250);

/// The clerk. Goes home when the desk is gone.
pub(super) struct Clerk {
    session: Weak<Session>,
    door: Arc<Door>,
    rested: Arc<Rested>,
    /// What was found last.
    page: Option<Arc<Page>>,
    /// When something was said last.
    told: Option<Instant>,
    /// Whether anything was said of the text that lies on top.
    has_spoken: bool,
    /// Whether the page has findings at places that the client has not been told.
    owes: bool,
    /// Whether what a first completion rests on has been asked for.
    is_prepared: bool,
    /// How long the last look after a change took. The next key costs about what the last one did.
    took: Option<Duration>,
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

/// What is still to be done with a text, and when.
#[derive(Default)]
struct Plans {
    /// When findings that have only moved are sent.
    moves: Option<Instant>,
    /// When the rules are asked that take their time.
    pause: Option<Instant>,
    /// When what touches the place of typing is said.
    rest: Option<Instant>,
}

impl Plans {
    fn next(&self) -> Option<Instant> {
        [self.moves, self.pause, self.rest]
            .into_iter()
            .flatten()
            .min()
    }
}

type Texts = watch::Receiver<Arc<OpenText>>;

impl Clerk {
    /// A clerk who has said nothing yet.
    pub(super) fn new(session: &Arc<Session>, door: Arc<Door>, rested: Arc<Rested>) -> Self {
        Self {
            session: Arc::downgrade(session),
            door,
            rested,
            page: None,
            told: None,
            has_spoken: false,
            owes: false,
            is_prepared: false,
            took: None,
        }
    }

    /// Looks at every text that lies on top for long enough, until the desk is gone.
    pub(super) async fn attend(mut self, mut texts: Texts) {
        let mut overtaken = 0;
        loop {
            let text = Arc::clone(&texts.borrow_and_update());
            let how_far = self.tell(&text, &texts, overtaken).await;
            overtaken = match how_far {
                Told::Nothing => overtaken + 1,
                _ => 0,
            };
            let is_open = match how_far {
                Told::Everything => {
                    self.prepare(text);
                    texts.changed().await.is_ok()
                }
                Told::Overtaken | Told::Nothing => texts.has_changed().is_ok(),
            };
            if !is_open {
                return;
            }
        }
    }

    /// Says what there is to say of one text: at once, when the typing pauses, when it rests. `overtaken_before`
    /// is how many texts before it were overtaken in a row.
    async fn tell(&mut self, text: &Arc<OpenText>, texts: &Texts, overtaken_before: usize) -> Told {
        let came = Instant::now();
        self.has_spoken = false;
        // An answer that is ready goes out before another thread is woken, which would take its place on a core.
        tokio::task::yield_now().await;
        let watched = texts.clone();
        let is_left = move || match watched.has_changed() {
            Ok(is_newer) => is_newer && overtaken_before < OVERTAKEN_IN_A_ROW,
            Err(_) => true,
        };
        if self.page.is_none() && text.caret.is_none() && self.door.delivery == Delivery::Push {
            self.glance(text, is_left.clone()).await;
        }
        let here = (!is_left()).then(|| self.look_here(text)).flatten();
        let seen = match here {
            Some(seen) => Some(seen),
            None => self.look(text, Lane::Analysis, is_left, Seen::now).await,
        };
        let Some(seen) = seen else {
            return match texts.has_changed() {
                Ok(false) => Told::Everything,
                _ => Told::Nothing,
            };
        };
        let mut plans = Plans {
            moves: self.take(text, &seen),
            pause: (!seen.is_settled).then(|| came + pause(text)),
            rest: seen.holds_back.then_some(came + REST),
        };
        while let Some(next) = plans.next() {
            if is_overtaken(texts, next).await {
                return Told::Overtaken;
            }
            if plans.moves == Some(next) {
                plans.moves = None;
                self.say(text.version);
            } else if plans.pause == Some(next) {
                plans.pause = None;
                // What has been said goes out before another thread is woken.
                tokio::task::yield_now().await;
                let settled = self.look(text, Lane::Pause, || false, Seen::settled);
                let seen = tokio::select! {
                    biased;
                    seen = settled => seen,
                    () = overtaken(texts) => return Told::Overtaken,
                };
                let Some(seen) = seen else {
                    return Told::Everything;
                };
                plans.moves = self.take(text, &seen).or(plans.moves);
                plans.rest = seen.holds_back.then_some(came + REST);
            } else {
                plans.rest = None;
                self.rested.at(text.version);
                let seen = self.look(text, Lane::Analysis, || false, Seen::now).await;
                if let Some(seen) = seen {
                    plans.moves = self.take(text, &seen);
                }
            }
        }
        Told::Everything
    }

    /// Lets the sources and the draft put in order what is offered while somebody types: whoever asks first would wait
    /// for it.
    fn prepare(&mut self, text: Arc<OpenText>) {
        /// Whoever looks for it needs the order.
        const ANY: &str = "A/RES/1/1";
        if std::mem::replace(&mut self.is_prepared, true) {
            return;
        }
        let Some(session) = self.session.upgrade() else {
            return;
        };
        let pool = Arc::clone(&session.pool);
        let asker = self.session.clone();
        tokio::spawn(async move {
            // A folder that is being checked does not keep it waiting, and it keeps no session that is over.
            let prepared = pool.run(Lane::Pause, move |_| {
                let Some(session) = asker.upgrade() else {
                    return;
                };
                let workspace = text.workspace(&session.workspaces);
                workspace.sources().complete(ANY, 1);
                let known =
                    text.resolved_at_once(&session.workspaces, || session.today(), &|| false);
                if let Some(resolved) = known {
                    resolved.draft.blocks().short_forms(ANY);
                }
            });
            let _ = prepared.await;
        });
    }

    /// Says what a glance at the head of a text finds, unless a newer one has come meanwhile. The page stays empty:
    /// what is found in the whole text is said in any case.
    async fn glance(
        &self,
        text: &Arc<OpenText>,
        is_left: impl Fn() -> bool + Clone + Send + 'static,
    ) {
        let glanced = self.ask(
            text,
            Lane::Analysis,
            is_left.clone(),
            |session, text, uri, stop| {
                let (view, found) = session.glance(text, uri, stop)?;
                Some(Listed::of(&diagnostics::all(&view, &found)))
            },
        );
        if let Some(listed) = glanced.await
            && !is_left()
        {
            self.door.publish(text.version, listed);
        }
    }

    /// Takes what was seen, and says it if it may be said at once; else gives the moment when it may.
    fn take(&mut self, text: &OpenText, seen: &Seen) -> Option<Instant> {
        self.page = Some(Arc::clone(&seen.page));
        if self.has_spoken && !self.owes && seen.difference == Difference::Nothing {
            return None;
        }
        let due = self.due(seen);
        let is_due = due.is_none_or(|due| due <= Instant::now());
        if is_due {
            self.say(text.version);
            return None;
        }
        self.owes = true;
        due.map(|due| due.max(Instant::now()))
    }

    /// When what was seen may be said; `None` where that must not wait.
    fn due(&self, seen: &Seen) -> Option<Instant> {
        let bytes = seen.page.listed().bytes().len();
        let last = self.told?;
        if self.door.delivery == Delivery::Pull {
            return None;
        }
        if seen.difference == Difference::Words || bytes <= LARGE {
            return None;
        }
        Some(last + Duration::from_micros(bytes as u64 / INTAKE).min(LONGEST))
    }

    /// Says what is on the page.
    fn say(&mut self, version: i32) {
        // A client that pulls does so by itself when its text has changed.
        let is_more = std::mem::replace(&mut self.has_spoken, true);
        self.told = Some(Instant::now());
        self.owes = false;
        match (self.door.delivery, &self.page) {
            (Delivery::Push, Some(page)) => self.door.publish(version, page.listed().clone()),
            (Delivery::Pull, Some(_)) if is_more => self.ask_to_pull(),
            _ => {}
        }
    }

    fn ask_to_pull(&self) {
        if let Some(session) = self.session.upgrade() {
            session.ask_for_findings_to_be_pulled();
        }
    }

    /// What a look at the text finds, taken on this thread; `None` where it might take longer than a quick one, or
    /// something went wrong.
    fn look_here(&mut self, text: &Arc<OpenText>) -> Option<Seen> {
        let is_light = text.rope().len_bytes() <= LIGHT;
        self.took.take().filter(|took| is_light && *took < QUICK)?;
        let session = self.session.upgrade()?;
        let uri = text.uri.parse().ok()?;
        let came = Instant::now();
        // Whoever looks again in the pool says what went wrong.
        let seen = catch_unwind(AssertUnwindSafe(|| {
            let view = session.checked_at_once(text, &uri)?;
            Seen::now(&session, &view, self.page.as_deref(), &|| false)
        }));
        self.took = Some(came.elapsed());
        seen.ok()?
    }

    /// What a look at the text finds; `None` where it was left before that, or something went wrong.
    async fn look(
        &mut self,
        text: &Arc<OpenText>,
        lane: Lane,
        is_left: impl Fn() -> bool + Send + 'static,
        at: Look,
    ) -> Option<Seen> {
        let before = self.page.clone();
        let seen = self.ask(text, lane, is_left, move |session, text, uri, stop| {
            let came = Instant::now();
            let view = session.checked(text, uri, stop)?;
            let seen = at(session, &view, before.as_deref(), stop)?;
            Some((seen, came.elapsed()))
        });
        let (seen, took) = seen.await?;
        if matches!(lane, Lane::Analysis) {
            self.took = Some(took);
        }
        Some(seen)
    }

    /// What `job` makes of a text; `None` where it was left before that, or something went wrong.
    async fn ask<T: Send + 'static>(
        &self,
        text: &Arc<OpenText>,
        lane: Lane,
        is_left: impl Fn() -> bool + Send + 'static,
        job: impl FnOnce(&Arc<Session>, Arc<OpenText>, lsp::Uri, &dyn Fn() -> bool) -> Option<T>
        + Send
        + 'static,
    ) -> Option<T> {
        let session = self.session.upgrade()?;
        let (asker, text) = (Arc::clone(&session), Arc::clone(text));
        let done = session.pool.run(lane, move |stop| {
            let stop = || stop.is_set() || is_left();
            let uri = text.uri.parse().ok()?;
            job(&asker, text, uri, &stop)
        });
        done.await.unwrap_or_else(|_| {
            note("a draft could not be checked; the server goes on");
            None
        })
    }
}

/// How long the rules that take their time wait for more to be typed.
fn pause(text: &OpenText) -> Duration {
    // Nobody is typing in a text that was just opened or saved.
    if text.caret.is_none() || text.rope().len_bytes() <= SHORT {
        return Duration::ZERO;
    }
    PAUSE
}

/// Whether a newer text comes before `moment`. It is left on the desk.
async fn is_overtaken(texts: &Texts, moment: Instant) -> bool {
    let newer = tokio::time::timeout_at(moment, overtaken(texts));
    newer.await.is_ok()
}

/// Returns when a newer text comes, or the desk is gone.
async fn overtaken(texts: &Texts) {
    let mut looker = texts.clone();
    let _ = looker.changed().await;
}

#[cfg(test)]
mod tests;
