//! The questions one can ask of sources. A built-in catalogue, a folder and an index answer the same
//! ones.

use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};

use crate::{Paragraph, Source};

/// An answer, and whether everything that could have answered did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    /// The answer.
    pub value: T,
    /// `false` where a part of the sources could not be asked.
    pub complete: bool,
}

/// A source in a list: what completion and pickers show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is cited as.
    pub referent: Referent,
    /// Its official title.
    pub title: Arc<str>,
}

/// The answer to "what does paragraph 15 say?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParagraphAnswer {
    /// These paragraphs, in order.
    Found(Vec<Paragraph>),
    /// The document has no such paragraph: it has `last` as its last number, or, for a lettered
    /// sub-paragraph, `last` as the last one of that paragraph.
    Absent {
        /// The label asked for that is not there: `16`, `3 (f)`.
        label: Box<str>,
        /// The last label there is on that level: `15`, `3 (e)`; `None` where there is no such level.
        last: Option<Box<str>>,
        /// What is counted: "operative paragraphs", "paragraphs" or "articles".
        counted: &'static str,
        /// How many there are on that level.
        count: usize,
    },
    /// The copy at hand has no paragraph numbers.
    Unnumbered,
    /// The text is not at hand, or the reference names something this source does not number.
    NotCheckable,
}

/// Sources that can be asked. Implementations are cheap to share between threads.
pub trait Sources: Send + Sync {
    /// The document behind `referent`, the best-placed copy of it.
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>>;

    /// What the place `pinpoint` of a source says.
    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer;

    /// Whether the sources declare to hold the whole series that `symbol` belongs to, so that a
    /// document they lack is worth a warning.
    fn covers(&self, symbol: &Symbol) -> bool;

    /// At most `limit` sources whose symbol, number, title, short title or acronym begins with
    /// `prefix`, in order of their canonical names.
    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>>;

    /// Names of instruments, for the scanner.
    fn lexicon(&self) -> Arc<Lexicon>;

    /// Every source, best-placed copy first, in order of canonical names.
    fn list(&self) -> Vec<Arc<Source>>;
}
