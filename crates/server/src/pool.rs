//! Where work is done: threads beside the one that reads messages, and not more of it at once than the
//! machine has cores.
//!
//! Answers and analyses have lanes of their own, so that a crowd of questions never keeps findings from
//! a writer. Whoever waits for a place and is dropped (a cancelled request) never starts; whoever is at
//! work already sees by [`Stop`] that nobody waits any more, and looks at it wherever a loop may be long.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Semaphore;

/// The bounded pool.
pub(crate) struct Pool {
    answers: Semaphore,
    analyses: Semaphore,
    pauses: Semaphore,
    folder: Semaphore,
}

/// A lane of the pool.
#[derive(Clone, Copy)]
pub(crate) enum Lane {
    /// Somebody waits for the answer.
    Answer,
    /// Findings after a change.
    Analysis,
    /// What the rules say that take their time; it never keeps the next change waiting.
    Pause,
    /// Drafts that nobody has open, one at a time.
    Folder,
}

/// Tells a job whether somebody still waits for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether nobody waits any more; what the job gives then goes nowhere.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Says that nobody waits any more.
    pub(crate) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Sets a [`Stop`] when whoever waits is dropped.
struct Waiting(Stop);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.set();
    }
}

/// The job panicked, or the server is closing.
#[derive(Debug)]
pub(crate) struct Lost;

impl Pool {
    pub(crate) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            answers: Semaphore::new(cores),
            analyses: Semaphore::new(cores.div_ceil(2)),
            pauses: Semaphore::new(1),
            folder: Semaphore::new(1),
        }
    }

    /// Runs `job` on a thread of its own as soon as there is a place in its lane.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        job: impl FnOnce(&Stop) -> T + Send + 'static,
    ) -> Result<T, Lost> {
        let lane = match lane {
            Lane::Answer => &self.answers,
            Lane::Analysis => &self.analyses,
            Lane::Pause => &self.pauses,
            Lane::Folder => &self.folder,
        };
        let _place = lane.acquire().await.map_err(|_| Lost)?;
        let stop = Stop::default();
        let _waiting = Waiting(stop.clone());
        let done = tokio::task::spawn_blocking(move || job(&stop)).await;
        done.map_err(|_| Lost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn whoever_is_at_work_sees_that_nobody_waits() {
        let pool = Pool::new();
        let ended = Arc::new(AtomicBool::new(false));
        let at_end = Arc::clone(&ended);
        let job = pool.run(Lane::Answer, move |stop| {
            while !stop.is_set() {
                std::thread::yield_now();
            }
            at_end.store(true, Ordering::SeqCst);
        });
        let dropped = tokio::time::timeout(Duration::from_millis(5), job).await;
        assert!(dropped.is_err());
        while !ended.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_job_that_panics_is_lost_alone() {
        let pool = Pool::new();
        assert!(
            pool.run(Lane::Folder, |_| panic!("on purpose"))
                .await
                .is_err()
        );
        assert_eq!(pool.run(Lane::Folder, |_| 7).await.unwrap(), 7);
    }
}
