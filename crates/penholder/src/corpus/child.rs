//! The child processes: one reads a file of a foreign format, one takes the text of a draft out of one,
//! one keeps the index of a folder.

use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use corpus::CorpusError;
use corpus::import::{Format, limit_self, serve_draft, serve_parent};
use corpus::update::{Go, Options, Step, index_folder as index, rebuild};
use workspace::Progress;

use super::change::reader;
use crate::{CLEAN, UNCHECKED};

/// How long a child waits for another one that is at work on the same folder.
const PATIENCE: Duration = Duration::from_mins(10);

/// How often it looks whether the other has ended.
const GLANCE: Duration = Duration::from_millis(25);

/// How many files are read between two lines about them.
const EVERY: usize = 16;

/// Reads a file from standard input and says on standard output what it holds.
pub(super) fn read_file(format: &str, path: &Path, memory: u64) -> io::Result<u8> {
    limit_self(memory);
    let Some(format) = Format::named(format) else {
        return Ok(UNCHECKED);
    };
    serve_parent(format, path, io::stdin().lock(), io::stdout().lock())?;
    Ok(CLEAN)
}

/// Reads a file from standard input and says on standard output which text of a draft it holds.
pub(super) fn read_draft(format: &str, memory: u64) -> io::Result<u8> {
    limit_self(memory);
    let Some(format) = Format::named(format) else {
        return Ok(UNCHECKED);
    };
    serve_draft(format, io::stdin().lock(), io::stdout().lock())?;
    Ok(CLEAN)
}

/// Brings the index of `folder` up to date, and says on standard output how far it has come.
pub(super) fn index_folder(folder: &Path, place: &Path) -> io::Result<u8> {
    let options = Options {
        child: reader(),
        command: "indexing the sources folder".to_owned(),
        ..Options::default()
    };
    let start = Instant::now();
    let mut read = 0;
    let mut mended = false;
    loop {
        let done = index(place, folder, &options, &mut |step| {
            match step {
                Step::Found { files, .. } => say(Progress::Found(files)),
                Step::Read { .. } => {
                    read += 1;
                    if read % EVERY == 0 {
                        say(Progress::Read(read));
                    }
                }
                Step::Publishing => say(Progress::Publishing),
                Step::GoingOn { .. } => {}
            }
            Go::On
        });
        match done {
            Ok(_) => return Ok(CLEAN),
            Err(CorpusError::Locked(_)) if start.elapsed() < PATIENCE => {
                std::thread::sleep(GLANCE);
            }
            Err(CorpusError::Damaged { .. }) if !mended => {
                mended = true;
                mend(place);
            }
            Err(_) => return Ok(UNCHECKED),
        }
    }
}

/// Builds a damaged index anew from what is sound in it. What does not come back so comes back when the
/// folder is read again.
pub(super) fn mend(place: &Path) {
    let options = Options {
        command: "mending the index of the sources folder".to_owned(),
        ..Options::default()
    };
    // What is damaged beyond that is no loss: the folder itself is the source.
    if let Err(CorpusError::Damaged { .. }) = rebuild(place, &options, &mut |_| Go::On) {
        let _ = std::fs::remove_dir_all(place);
    }
}

/// A parent that does not listen is no reason to stop.
fn say(progress: Progress) {
    let mut out = io::stdout().lock();
    if let Ok(line) = serde_json::to_string(&progress) {
        let _ = writeln!(out, "{line}");
        let _ = out.flush();
    }
}
