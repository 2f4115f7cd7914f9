//! Accuracy against texts labelled by hand: reads labels, runs the binary over each text, scores what it
//! says, and writes the page.
//!
//! Labels come from two places. Those of the data folder were at hand while the scanner was made; those
//! of `tests/labels` are held out: they were made without looking at what the program says.

mod first_run;
mod folders;
mod labels;
mod page;
mod references;
mod score;

pub use first_run::{FirstRun, first_run};
pub use folders::{batches, data_folder, labels_folder, measured_texts};
pub use labels::{ENDINGS, Labelled, hash, held_out, shared};
pub use page::{changes, differences, share, summary, table};
pub use references::references;
pub use score::{Difference, Interval, Score, Scores, add, score};

/// The kinds that are scored, in the order of the page.
pub const KINDS: [&str; 4] = ["symbol", "number", "named", "series"];

/// The kinds of references that the labels leave out: short forms and words that point back. They are not scored; a
/// label where one stands is found if it is read with the right meaning.
pub const BESIDE: [&str; 2] = ["short", "back"];

/// A reference in a text: what was labelled, or what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte offset of its token.
    pub start: usize,
    /// Byte offset behind its token.
    pub end: usize,
    /// The words of the token.
    pub text: String,
    /// One of [`KINDS`] or [`BESIDE`].
    pub kind: &'static str,
    /// The canonical form of what it names; empty where that is not settled.
    pub canonical: String,
    /// The stated date, `2012-12-20`; empty where none is stated.
    pub date: String,
    /// The attached paragraph reference, `paras. 3-5`; empty where there is none.
    pub pinpoint: String,
}

impl Mention {
    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
