//! How exactly the paragraphs and the mastheads of real documents are read.
//!
//! Three measures on the texts of the data folder: paragraphs against a truth that was made by a second
//! reading, of another construction, and checked by hand; what must hold of every text; mastheads
//! against the table of adopted resolutions. And the same truth for its PDF and Word files, with
//! `pdftotext` beside it.
//!
//! The truth, `tests/structure/truth.tsv`, has labels, numbers of words and hashes, never words. It was
//! made by reading the texts twice with programs that share nothing, looking at every paragraph in which
//! they differ, and going through the first and last words of all paragraphs by eye.

mod formats;
mod invariants;
mod masthead;
mod pace;
mod truth;

use std::path::{Path, PathBuf};

use sources::{Document, read};

pub use formats::{Compared, compare_pdf, documents, imported};
pub use invariants::{Broken, invariants};
pub use masthead::{Heads, mastheads};
pub use pace::{Pace, paces};
pub use truth::{Agreement, agreement, written};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are right.
    pub right: usize,
    /// How many there are.
    pub all: usize,
}

impl Share {
    /// Counts one more.
    pub fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// Whether at least `per_cent` of a hundred are right.
    pub fn reaches(self, per_cent: usize) -> bool {
        self.right * 100 >= self.all * per_cent
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[allow(
            clippy::cast_precision_loss,
            reason = "counts of paragraphs are far below what a float holds exactly"
        )]
        let share = 100.0 * self.right as f64 / self.all.max(1) as f64;
        write!(out, "{share:.2} % ({} of {})", self.right, self.all)
    }
}

/// A text with its name and what it was read as.
pub type Read = (String, String, Document);

/// Every PDF and Word file of the data folder that reads as a document, under its file name.
pub fn files(data: &Path) -> Vec<Read> {
    documents(data)
        .into_iter()
        .filter_map(|path| {
            let document = imported(&path).ok()?;
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, String::new(), document))
        })
        .collect()
}

/// Every text of the data folder that reads as a document, in the order of names.
pub fn texts(data: &Path) -> Vec<Read> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(data.join("texts"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(&path).ok()?;
            let document = read::whole(&text, &path)?;
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some((name, text, document))
        })
        .collect()
}
