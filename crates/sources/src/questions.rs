//! The questions one can ask of sources. A built-in catalogue, a folder and an index answer the same
//! ones.
//!
//! Every answer says whether everything that could have answered did, and everything in an answer says
//! where it comes from. A question that a set of sources cannot answer has an empty answer that is not
//! complete; so "not found" is never said on the strength of "could not look".

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use citation::{Date, Lexicon, Pinpoint, Referent, Symbol};

use crate::quotation::Likeness;
use crate::{
    Absent, Document, Origin, Paragraph, Passage, PassageKind, Replacement, Source, SourceKind,
};

/// An answer, and whether everything that could have answered did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    /// The answer.
    pub value: T,
    /// `false` where a part of the sources could not be asked.
    pub complete: bool,
}

impl<T> Answer<T> {
    /// An answer to which everything contributed that could.
    pub const fn whole(value: T) -> Self {
        Self {
            value,
            complete: true,
        }
    }

    /// An answer to which a part of the sources could not contribute.
    pub const fn partial(value: T) -> Self {
        Self {
            value,
            complete: false,
        }
    }

    /// The same completeness with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        Answer {
            value: change(self.value),
            complete: self.complete,
        }
    }
}

/// A source in a list: what completion and pickers show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is cited as.
    pub referent: Referent,
    /// Its official title.
    pub title: Arc<str>,
}

/// A passage of a source that answers a question, or the source as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The document.
    pub heading: Heading,
    /// Its day of adoption or issue.
    pub date: Option<Date>,
    /// Where the document comes from.
    pub origin: Origin,
    /// The passage; `None` where the title of the document answers.
    pub passage: Option<Passage>,
    /// How well it answers; only for the order within one answer.
    pub score: f32,
}

impl Hit {
    /// Whether it stands in a treaty, whose numbered passages are articles.
    pub fn is_of_treaty(&self, sources: &dyn Sources) -> bool {
        let source = sources.resolve(&self.heading.referent).value;
        source.is_some_and(|source| source.kind == SourceKind::Treaty)
    }

    /// Which numbered passage it is, in words: "paragraph 15", "article 12", "annex I 3"; `None` for any other.
    pub fn paragraph(&self, sources: &dyn Sources) -> Option<String> {
        let passage = self.passage.as_ref()?;
        let label = passage.label.as_ref()?;
        match passage.kind {
            PassageKind::Numbered if label.starts_with("annex") => Some(label.to_string()),
            PassageKind::Numbered if self.is_of_treaty(sources) => Some(format!("article {label}")),
            PassageKind::Numbered => Some(format!("paragraph {label}")),
            _ => None,
        }
    }
}

/// A place where the words of a quotation stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// The document and the passage in which the quotation begins.
    pub hit: Hit,
    /// Exactly, with edits that a quotation may have, or altered.
    pub likeness: Likeness,
}

/// Why a source is suggested for a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The passage names it, at this byte range, without citing it.
    Named {
        /// Where in the passage.
        span: Range<usize>,
    },
    /// The passage has wording that is the source's own: this many words in a row, at this byte range.
    Wording {
        /// Where in the passage.
        span: Range<usize>,
        /// How many words.
        words: usize,
    },
    /// The passage says the same in other words; these rare words are in both.
    Alike {
        /// The rarest shared words, rarest first.
        shared: Vec<Box<str>>,
    },
}

/// A source that a passage may rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The document, and the passage of it.
    pub hit: Hit,
    /// Why.
    pub reason: Reason,
    /// How likely it is right, from 0 to 1. What is 0.9 or more is right nine times in ten.
    pub confidence: f32,
}

/// A name of a source in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte range in the text.
    pub span: Range<usize>,
    /// What it names.
    pub referent: Referent,
}

/// Who cites a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CitedBy {
    /// In how many passages.
    pub passages: usize,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// Earlier and later versions of a document, and what else belongs to it. Each list is in order, oldest
/// first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// What it revises, corrects or adds to.
    pub of: Vec<Heading>,
    /// Its revisions.
    pub revisions: Vec<Heading>,
    /// Its corrigenda.
    pub corrigenda: Vec<Heading>,
    /// Its addenda.
    pub addenda: Vec<Heading>,
    /// The drafts of which it is the adopted text, and the reports it was adopted on.
    pub adopts: Vec<Heading>,
    /// The text as which it was adopted.
    pub adopted_as: Vec<Heading>,
    /// Earlier documents of the same body under the same title.
    pub earlier: Vec<Heading>,
    /// Later documents of the same body under the same title.
    pub later: Vec<Heading>,
}

/// A few sentences of a document that say what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The words; at most sixty where they are taken from the text.
    pub words: Box<str>,
    /// Labels of the paragraphs they come from; empty for a summary that somebody wrote.
    pub labels: Vec<Box<str>>,
}

/// One copy of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Where it is: a file, or a row of the catalogue.
    pub origin: Origin,
    /// Which of the sources holds it.
    pub edition: Arc<str>,
    /// The address of its content, where it has one; equal for equal texts.
    pub identity: Option<Box<str>>,
}

/// A set of sources as it is named in reports and pinned in settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// "the sources folder", "your corpus", "the built-in catalogue".
    pub name: Arc<str>,
    /// Where it lies, if it is a folder.
    pub path: Option<PathBuf>,
    /// Equal for equal contents, whoever holds them.
    pub fingerprint: Box<str>,
    /// How many documents it holds.
    pub documents: usize,
    /// The day on which it last changed, where that is known.
    pub updated: Option<Date>,
    /// The series that it declares to hold in full, each with the day it says so.
    pub coverage: Vec<(Box<str>, Box<str>)>,
}

/// The answer to "what does paragraph 15 say?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParagraphAnswer {
    /// These paragraphs, in order.
    Found(Vec<Paragraph>),
    /// The document has no such paragraph.
    Absent(Absent),
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

    /// Every source that is held in memory, best-placed copy first, in order of canonical names. What
    /// stands in an index on disk is not among them; it is asked for by name.
    fn list(&self) -> Vec<Arc<Source>>;

    /// Whether texts stand behind these sources. Those that only describe documents are not asked what
    /// texts say.
    fn has_texts(&self) -> bool {
        true
    }

    /// Whether a revision or corrigendum of any document may be among them: where none is, nobody has to ask for each
    /// by the symbol that it would have.
    fn may_have_revised(&self) -> bool {
        true
    }

    /// The document behind `referent` with all its passages.
    fn document(&self, _referent: &Referent) -> Answer<Option<Arc<Document>>> {
        Answer::partial(None)
    }

    /// Every copy of the document behind `referent`, the one that counts first.
    fn holdings(&self, _referent: &Referent) -> Answer<Vec<Holding>> {
        Answer::partial(Vec::new())
    }

    /// At most `limit` documents whose symbols are within a slip of the pen of `symbol`, nearest first;
    /// the symbol itself is not among them.
    fn nearest(&self, _symbol: &Symbol, _limit: usize) -> Answer<Vec<Heading>> {
        Answer::partial(Vec::new())
    }

    /// The names of sources in `text`, in its order, without overlaps.
    fn mentions(&self, _text: &str) -> Answer<Vec<Mention>> {
        Answer::partial(Vec::new())
    }

    /// Where the words of `quote` stand, best first: in the document behind `within`, or anywhere.
    fn verbatim(&self, _quote: &str, _within: Option<&Referent>) -> Answer<Vec<Quoted>> {
        Answer::partial(Vec::new())
    }

    /// At most `limit` sources that `passage` may rest on without citing them, best first.
    fn sources_for(&self, _passage: &str, _limit: usize) -> Answer<Vec<Suggestion>> {
        Answer::partial(Vec::new())
    }

    /// Who cites the document behind `referent`; at most `limit` passages are listed.
    fn cited_by(&self, _referent: &Referent, _limit: usize) -> Answer<CitedBy> {
        Answer::partial(CitedBy::default())
    }

    /// What the document behind `referent` cites, in the order of its text, each once.
    fn cites(&self, _referent: &Referent) -> Answer<Vec<Referent>> {
        Answer::partial(Vec::new())
    }

    /// At most `limit` passages and titles that `words` find, best first.
    fn search(&self, _words: &str, _limit: usize) -> Answer<Vec<Hit>> {
        Answer::partial(Vec::new())
    }

    /// Earlier and later versions of the document behind `referent`.
    fn lineage(&self, _referent: &Referent) -> Answer<Lineage> {
        Answer::partial(Lineage::default())
    }

    /// What has superseded, abolished or reissued the document with this symbol, as the texts held say.
    fn replaced(&self, _symbol: &Symbol) -> Answer<Vec<Replacement>> {
        Answer::partial(Vec::new())
    }

    /// What the document behind `referent` is about, in a few of its own words or the catalogue's.
    fn summary(&self, _referent: &Referent) -> Answer<Option<Summary>> {
        Answer::partial(None)
    }

    /// The sets of sources that answer, in precedence.
    fn editions(&self) -> Vec<Edition> {
        Vec::new()
    }
}
