//! What a process took, from its start to its end.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What a process took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// On the clock.
    pub wall: Duration,
    /// Of all processors, in the process and in the system for it.
    pub processor: Duration,
    /// Peak memory of the process, in bytes.
    pub memory: u64,
    /// How it ended.
    pub status: ExitStatus,
}

impl Used {
    /// Runs a command to its end.
    ///
    /// # Errors
    /// When it cannot be started. How it ended is for the caller to judge.
    pub fn by(command: &mut Command) -> io::Result<Self> {
        let begun = Instant::now();
        Self::until_end(command.spawn()?, begun)
    }

    /// Waits for the end of a process that was started at `begun`.
    ///
    /// # Errors
    /// When the system cannot say what became of it.
    pub fn until_end(child: Child, begun: Instant) -> io::Result<Self> {
        let done = child.wait4()?;
        Ok(Self {
            wall: begun.elapsed(),
            processor: done.rusage.utime + done.rusage.stime,
            memory: done.rusage.maxrss,
            status: done.status,
        })
    }

    /// Of several runs the middle time by the clock and the middle one by the processor, each by itself; nothing where
    /// there are none.
    pub fn middle(runs: &[Self]) -> [Duration; 2] {
        [|run: &Self| run.wall, |run: &Self| run.processor].map(|part| {
            let mut times: Vec<Duration> = runs.iter().map(part).collect();
            times.sort();
            times.get(times.len() / 2).copied().unwrap_or_default()
        })
    }
}
