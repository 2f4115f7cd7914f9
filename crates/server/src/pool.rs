//! Where work is done: threads beside the one that reads messages, and not more of it at once than the
//! machine has cores.
//!
//! Answers and analyses have lanes of their own, so that a crowd of questions never keeps findings from
//! a writer. Whoever waits for a place and is dropped (a cancelled request) never starts.

use tokio::sync::Semaphore;

/// The bounded pool.
pub(crate) struct Pool {
    answers: Semaphore,
    analyses: Semaphore,
}

/// A lane of the pool.
#[derive(Clone, Copy)]
pub(crate) enum Lane {
    /// Somebody waits for the answer.
    Answer,
    /// Findings after a change.
    Analysis,
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
        }
    }

    /// Runs `job` on a thread of its own as soon as there is a place in its lane.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Lost> {
        let lane = match lane {
            Lane::Answer => &self.answers,
            Lane::Analysis => &self.analyses,
        };
        let _place = lane.acquire().await.map_err(|_| Lost)?;
        tokio::task::spawn_blocking(job).await.map_err(|_| Lost)
    }
}
