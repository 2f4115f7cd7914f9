//! The checker of a draft: looks at the newest text and says what is found in it, when there is something to say.
//!
//! What touches the place where somebody is typing waits until the typing moves on or rests. A large message that
//! would say nothing but that the same findings have moved, which editors see for themselves, goes out as often as
//! its size allows. Of a long text that was just opened the first findings are said before it has been read to its
//! end. A client that pulls is sent nothing; it is asked to ask again once there is more to be said.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::time::Instant;
use tower_lsp::ls_types as lsp;
use workspace::OpenText;

use super::look::{Found, Look};
use super::waiting::{Texts, is_overtaken, overtaken, pause};
use super::{Publisher, Rested};
use crate::capabilities::Delivery;
use crate::diagnostics;
use crate::findings_list::{Difference, FindingsArray, FindingsList};
use crate::log::note;
use crate::pool::Lane;
use crate::session::Session;

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

/// The checker. Ends when the draft is closed.
pub(super) struct Checker {
    session: Weak<Session>,
    publisher: Arc<Publisher>,
    rested: Arc<Rested>,
    /// What was found last.
    list: Option<Arc<FindingsList>>,
    /// When something was said last.
    told: Option<Instant>,
    /// Whether anything was said of the newest text.
    has_published: bool,
    /// Whether the list has findings at places that the client has not been told.
    owes: bool,
    /// Whether what a first completion rests on has been asked for.
    is_prepared: bool,
    /// How long the last look after a change took. The next key costs about what the last one did.
    took: Option<Duration>,
}

/// How far the checker has come with a text.
enum HowFar {
    /// Nothing is left to be said of it.
    Everything,
    /// A newer text has come, or the draft was closed.
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

impl Checker {
    /// A checker that has said nothing yet.
    pub(super) fn new(
        session: &Arc<Session>,
        publisher: Arc<Publisher>,
        rested: Arc<Rested>,
    ) -> Self {
        Self {
            session: Arc::downgrade(session),
            publisher,
            rested,
            list: None,
            told: None,
            has_published: false,
            owes: false,
            is_prepared: false,
            took: None,
        }
    }

    /// Looks at every text that stays the newest for long enough, until the draft is closed.
    pub(super) async fn run(mut self, mut texts: Texts) {
        let mut overtaken = 0;
        loop {
            let text = Arc::clone(&texts.borrow_and_update());
            let how_far = self.report(&text, &texts, overtaken).await;
            overtaken = match how_far {
                HowFar::Nothing => overtaken + 1,
                _ => 0,
            };
            let is_open = match how_far {
                HowFar::Everything => {
                    self.prepare(text);
                    texts.changed().await.is_ok()
                }
                HowFar::Overtaken | HowFar::Nothing => texts.has_changed().is_ok(),
            };
            if !is_open {
                return;
            }
        }
    }

    /// Says what there is to say of one text: at once, when the typing pauses, when it rests. `overtaken_before`
    /// is how many texts before it were overtaken in a row.
    async fn report(
        &mut self,
        text: &Arc<OpenText>,
        texts: &Texts,
        overtaken_before: usize,
    ) -> HowFar {
        let came = Instant::now();
        self.has_published = false;
        // An answer that is ready goes out before another thread is woken, which would take its place on a core.
        tokio::task::yield_now().await;
        let watched = texts.clone();
        let is_left = move || match watched.has_changed() {
            Ok(is_newer) => is_newer && overtaken_before < OVERTAKEN_IN_A_ROW,
            Err(_) => true,
        };
        if self.list.is_none() && text.caret.is_none() && self.publisher.delivery == Delivery::Push
        {
            self.publish_head(text, is_left.clone()).await;
        }
        let here = (!is_left()).then(|| self.look_here(text)).flatten();
        let found = match here {
            Some(found) => Some(found),
            None => self.look(text, Lane::Analysis, is_left, Found::now).await,
        };
        let Some(found) = found else {
            return match texts.has_changed() {
                Ok(false) => HowFar::Everything,
                _ => HowFar::Nothing,
            };
        };
        let mut plans = Plans {
            moves: self.take(text, &found),
            pause: (!found.is_settled).then(|| came + pause(text)),
            rest: found.holds_back.then_some(came + REST),
        };
        while let Some(next) = plans.next() {
            if is_overtaken(texts, next).await {
                return HowFar::Overtaken;
            }
            if plans.moves == Some(next) {
                plans.moves = None;
                self.publish(text.version);
            } else if plans.pause == Some(next) {
                plans.pause = None;
                // What has been said goes out before another thread is woken.
                tokio::task::yield_now().await;
                let settled = self.look(text, Lane::Pause, || false, Found::settled);
                let found = tokio::select! {
                    biased;
                    found = settled => found,
                    () = overtaken(texts) => return HowFar::Overtaken,
                };
                let Some(found) = found else {
                    return HowFar::Everything;
                };
                plans.moves = self.take(text, &found).or(plans.moves);
                plans.rest = found.holds_back.then_some(came + REST);
            } else {
                plans.rest = None;
                self.rested.at(text.version);
                let found = self.look(text, Lane::Analysis, || false, Found::now).await;
                if let Some(found) = found {
                    plans.moves = self.take(text, &found);
                }
            }
        }
        HowFar::Everything
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

    /// Says what is found in the head of a text, unless a newer one has come meanwhile. The list stays empty:
    /// what is found in the whole text is said in any case.
    async fn publish_head(
        &self,
        text: &Arc<OpenText>,
        is_left: impl Fn() -> bool + Clone + Send + 'static,
    ) {
        let of_head = self.ask(
            text,
            Lane::Analysis,
            is_left.clone(),
            |session, text, uri, stop| {
                let (view, found) = session.head_findings(text, uri, stop)?;
                Some(FindingsArray::of(&diagnostics::all(&view, &found)))
            },
        );
        if let Some(listed) = of_head.await
            && !is_left()
        {
            self.publisher.publish(text.version, listed);
        }
    }

    /// Takes what was found, and says it if it may be said at once; else gives the moment when it may.
    fn take(&mut self, text: &OpenText, found: &Found) -> Option<Instant> {
        self.list = Some(Arc::clone(&found.list));
        if self.has_published && !self.owes && found.difference == Difference::Nothing {
            return None;
        }
        let due = self.due(found);
        let is_due = due.is_none_or(|due| due <= Instant::now());
        if is_due {
            self.publish(text.version);
            return None;
        }
        self.owes = true;
        due.map(|due| due.max(Instant::now()))
    }

    /// When what was found may be said; `None` where that must not wait.
    fn due(&self, found: &Found) -> Option<Instant> {
        let bytes = found.list.listed().bytes().len();
        let last = self.told?;
        if self.publisher.delivery == Delivery::Pull {
            return None;
        }
        if found.difference == Difference::Words || bytes <= LARGE {
            return None;
        }
        Some(last + Duration::from_micros(bytes as u64 / INTAKE).min(LONGEST))
    }

    /// Says what is in the list.
    fn publish(&mut self, version: i32) {
        // A client that pulls does so by itself when its text has changed.
        let is_more = std::mem::replace(&mut self.has_published, true);
        self.told = Some(Instant::now());
        self.owes = false;
        match (self.publisher.delivery, &self.list) {
            (Delivery::Push, Some(list)) => self.publisher.publish(version, list.listed().clone()),
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
    fn look_here(&mut self, text: &Arc<OpenText>) -> Option<Found> {
        let is_light = text.rope().len_bytes() <= LIGHT;
        self.took.take().filter(|took| is_light && *took < QUICK)?;
        let session = self.session.upgrade()?;
        let uri = text.uri.parse().ok()?;
        let came = Instant::now();
        // Whoever looks again in the pool says what went wrong.
        let found = catch_unwind(AssertUnwindSafe(|| {
            let view = session.checked_at_once(text, &uri)?;
            Found::now(&session, &view, self.list.as_deref(), &|| false)
        }));
        self.took = Some(came.elapsed());
        found.ok()?
    }

    /// What a look at the text finds; `None` where it was left before that, or something went wrong.
    async fn look(
        &mut self,
        text: &Arc<OpenText>,
        lane: Lane,
        is_left: impl Fn() -> bool + Send + 'static,
        at: Look,
    ) -> Option<Found> {
        let before = self.list.clone();
        let found = self.ask(text, lane, is_left, move |session, text, uri, stop| {
            let came = Instant::now();
            let view = session.checked(text, uri, stop)?;
            let found = at(session, &view, before.as_deref(), stop)?;
            Some((found, came.elapsed()))
        });
        let (found, took) = found.await?;
        if matches!(lane, Lane::Analysis) {
            self.took = Some(took);
        }
        Some(found)
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

#[cfg(test)]
mod tests;
