//! The log: one line on standard error, which editors keep in their output panel or log file, and in a
//! file of its own where `penholder lsp --log FILE` names one.
//!
//! Callers pass fixed words, names of protocol methods, and paths of settings and sources; never words
//! of a draft. None of them waits for whoever reads standard error: a thread of its own does, and lines that find no
//! room before it are left out there.

use std::convert::Infallible;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

/// Lines that may wait for standard error.
const ROOM: usize = 256;

/// How long the last lines may take at the end.
const FAREWELL: Duration = Duration::from_millis(500);

static FILE: OnceLock<Mutex<File>> = OnceLock::new();

static WRITER: Mutex<Option<Writer>> = Mutex::new(None);

/// The thread that writes to standard error.
struct Writer {
    lines: SyncSender<String>,
    /// Nothing comes; it is closed when the thread ends.
    ended: Receiver<Infallible>,
}

/// Keeps the log in the file at `path` too, behind what it holds already; the first file named counts.
///
/// # Errors
/// Where the file cannot be opened for writing.
pub(crate) fn keep_in(path: &Path) -> io::Result<()> {
    let file = File::options().create(true).append(true).open(path)?;
    let _ = FILE.set(Mutex::new(file));
    Ok(())
}

/// Writes one line, and never waits for a reader. A log that nobody reads is no reason to fail.
pub(crate) fn note(line: impl Display) {
    let line = format!("penholder: {line}\n");
    if let Some(file) = FILE.get() {
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line.as_bytes());
    }
    let mut writer = writer();
    let writer = writer.get_or_insert_with(Writer::begin);
    let _ = writer.lines.try_send(line);
}

/// Sees to it, when it is dropped, that the last lines are written before the process ends.
pub(crate) struct Flushed;

impl Drop for Flushed {
    fn drop(&mut self) {
        let Some(writer) = writer().take() else {
            return;
        };
        drop(writer.lines);
        // Whoever does not read waits for nothing either.
        let _ = writer.ended.recv_timeout(FAREWELL);
    }
}

impl Writer {
    /// Where no thread can be had, what it is given is left out.
    fn begin() -> Self {
        let (lines, waiting) = sync_channel::<String>(ROOM);
        let (end, ended) = channel();
        let write = move || {
            let _end = end;
            for line in waiting {
                let _ = io::stderr().write_all(line.as_bytes());
            }
        };
        let _ = thread::Builder::new().name("log".to_owned()).spawn(write);
        Self { lines, ended }
    }
}

fn writer() -> MutexGuard<'static, Option<Writer>> {
    WRITER.lock().unwrap_or_else(PoisonError::into_inner)
}
