//! A draft as it comes in: its text, its path, and the one way to its findings.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use citation::Date;
use draft::{Dialect, Draft};
use workspace::{Analysis, Location, Workspace, in_words};

use crate::stored_text::{StoredText, read_file};

/// A draft that was read.
pub(crate) struct Input {
    /// The path as it was named.
    pub(crate) path: PathBuf,
    pub(crate) stored: StoredText,
}

impl Input {
    /// Reads a file.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn file(path: &Path) -> Result<Self, String> {
        Ok(Self {
            path: path.to_owned(),
            stored: read_file(path)?,
        })
    }

    /// Reads standard input as the text of `filename`.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn standard(filename: Option<&Path>) -> Result<Self, String> {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| in_words(&error))?;
        Ok(Self {
            path: filename.unwrap_or(Path::new("stdin.md")).to_owned(),
            stored: StoredText::read(bytes).map_err(str::to_owned)?,
        })
    }

    /// Where the draft lives.
    pub(crate) fn location(&self) -> Location {
        Location::of_path(&self.path)
    }
}

/// The findings of a draft; `None` where a fault of the program kept it from being checked. Such a
/// fault costs one draft, and nothing of its text is shown.
pub(crate) fn analyse(input: &Input, workspace: &Workspace, today: Date) -> Option<Analysis> {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|fault| {
        if let Some(place) = fault.location() {
            eprintln!("penholder: fault at {place}");
        }
    }));
    let analysis = catch_unwind(AssertUnwindSafe(|| {
        let dialect = Dialect::of_path(&input.path.to_string_lossy());
        let draft = Draft::new(&input.stored.text, dialect, workspace.lexicon());
        workspace.analyse(&draft, today)
    }));
    std::panic::set_hook(before);
    analysis.ok()
}
