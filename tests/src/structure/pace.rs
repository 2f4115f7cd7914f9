//! How fast PDF and Word files are read, and how fast `pdftotext` takes the text out of the same files: whole
//! processes, from their start to their end, in turns.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Used;

/// How often each file is read.
const READ: usize = 15;

/// The middle times of a process that reads one file.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// On the clock.
    pub taken: Duration,
    /// Of the processor.
    pub worked: Duration,
}

impl Pace {
    /// Pages a second on the clock.
    pub fn pages(self, pages: u32) -> f64 {
        f64::from(pages) / self.taken.as_secs_f64()
    }

    /// Milliseconds of the processor for each of `parts`.
    pub fn work(self, parts: u32) -> f64 {
        1000.0 * self.worked.as_secs_f64() / f64::from(parts.max(1))
    }
}

/// The paces of this program and of `pdftotext -layout` at the file at `path`; that of the other is `None` where
/// there is no such program or it does not read the file.
///
/// # Errors
/// When this program cannot be started or does not read it.
pub fn paces(path: &Path) -> Result<(Pace, Option<Pace>), String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut own = Vec::with_capacity(READ);
    let mut other = Vec::with_capacity(READ);
    for _ in 0..READ {
        let mut command = Command::new(&this);
        own.push(run(command.arg("--read").arg(path))?);
        let mut command = Command::new("pdftotext");
        other.extend(run(command.arg("-layout").arg(path).arg("-")).ok());
    }
    Ok((middle(&own), (other.len() == READ).then(|| middle(&other))))
}

fn run(command: &mut Command) -> Result<Used, String> {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let used = Used::by(command).map_err(|error| error.to_string())?;
    if !used.status.success() {
        return Err("the file was not read".to_owned());
    }
    Ok(used)
}

fn middle(runs: &[Used]) -> Pace {
    let [taken, worked] = Used::middle(runs);
    Pace { taken, worked }
}
