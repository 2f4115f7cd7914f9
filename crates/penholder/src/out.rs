//! Standard output and error, and what was left unchecked.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use workspace::Encoding;

use crate::stored_text::StoredText;

/// Standard output, written in large pieces.
pub(crate) fn standard() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// A path as it is seen from the folder in which the command runs: relative where it lies in that.
pub(crate) fn from_here(path: &Path) -> &Path {
    static HERE: LazyLock<Option<PathBuf>> = LazyLock::new(|| std::env::current_dir().ok());
    let here = HERE.as_ref();
    here.and_then(|here| path.strip_prefix(here).ok())
        .filter(|path| !path.as_os_str().is_empty())
        .unwrap_or(path)
}

/// "1 file", "2 files".
pub(crate) fn several(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}

/// Says something on standard error. Nobody need listen.
pub(crate) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "penholder: {message}");
}

/// Says on standard error what happened at a path.
pub(crate) fn note(path: &Path, message: &str) {
    say(&format!("{}: {message}", path.display()));
}

/// Says how a text was read that is not in UTF-8: as Windows-1252, or with replacement characters for damaged bytes.
pub(crate) fn note_encoding(path: &Path, stored: &StoredText) {
    if stored.encoding() == Encoding::Windows1252 {
        note(
            path,
            "this text is in Windows-1252, as older programs write it, and is read so; save it as UTF-8",
        );
    }
    let damaged = stored.damaged();
    if damaged > 0 {
        let places = if damaged == 1 { "place" } else { "places" };
        note(
            path,
            &format!(
                "this text is not in UTF-8 at {damaged} {places}; it is read with “\u{fffd}” there"
            ),
        );
    }
}

/// Has a fault of the program say where in the program it is, and nothing of a draft.
pub(crate) fn keep_drafts_out_of_faults() {
    std::panic::set_hook(Box::new(|fault| {
        if !workspace::is_fault_of_damage()
            && let Some(place) = fault.location()
        {
            say(&format!("fault at {place}"));
        }
    }));
}
