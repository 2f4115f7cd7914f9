//! The life of the child: it gives up what it does not need, reads one file, and says what it holds.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::super::{Format, ImportError, draft_text, read};
use super::said::{Said, Written, said_as};

/// Takes from this process what a reader of a file does not need: memory beyond `memory` bytes, files of
/// its own, and a picture of its memory when it dies. To be called once, at the start of the child.
///
/// Where the system has no such limits, the clock of the parent is the only one.
pub fn limit_self(memory: u64) {
    #[cfg(unix)]
    {
        use rlimit::Resource;
        // A limit that the system refuses leaves the others; the child may always lower its own.
        for (resource, limit) in [
            (Resource::AS, memory),
            (Resource::CORE, 0),
            (Resource::NOFILE, 16),
        ] {
            let _ = resource.set(limit, limit);
        }
    }
    #[cfg(not(unix))]
    let _ = memory;
}

/// The life of the child: reads a file of `format` from `input` and says on `output` what it holds.
///
/// # Errors
/// When the parent has gone.
pub fn serve_parent(
    format: Format,
    path: &Path,
    input: impl Read,
    output: impl Write,
) -> io::Result<()> {
    answer(input, output, |bytes| {
        let imported = read(bytes, format, path)?;
        Ok(Said::Documents {
            documents: imported.documents.iter().map(Written::of).collect(),
            replaced: imported.replaced,
            left_out: imported.left_out,
        })
    })
}

/// The life of a child that takes the text of a draft out of a file.
///
/// # Errors
/// When the parent has gone.
pub fn serve_draft(format: Format, input: impl Read, output: impl Write) -> io::Result<()> {
    answer(input, output, |bytes| {
        let text = draft_text(&bytes, format)?;
        Ok(Said::Draft { text })
    })
}

/// Reads all of `input`, and writes what `reading` makes of it; a reader that panics is a file that is damaged.
fn answer(
    mut input: impl Read,
    mut output: impl Write,
    reading: impl FnOnce(Vec<u8>) -> Result<Said, ImportError>,
) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let said = catch_unwind(AssertUnwindSafe(|| reading(bytes))).unwrap_or_else(|_| {
        let what = "the program that reads such files gave up on it";
        Err(ImportError::Damaged(what.into()))
    });
    let said = said.unwrap_or_else(|error| {
        let (stage, reason) = said_as(&error);
        Said::Failed {
            stage: stage.to_owned(),
            reason,
        }
    });
    serde_json::to_writer(&mut output, &said)?;
    output.flush()
}
