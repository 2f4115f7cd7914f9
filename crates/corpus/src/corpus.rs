//! A corpus, open for reading: the questions of crate `sources`, answered from disk.
//!
//! What is open never changes: it is one generation, mapped. When a newer one is published,
//! [`Corpus::is_current`] says so, and whoever holds this one opens it again. Whatever turns out to be
//! damaged makes an answer incomplete, and never wrong: text is shown only after its hash was checked.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use citation::{Date, Lexicon, Name, Referent};
use sources::{Coverage, Document, Heading, Hit, Particulars, Recent, Source, fold};

use crate::careful::carefully;
use crate::error::CorpusError;
use crate::form;
use crate::index::{Class, FullText, Generation, Problem, Spot};
use crate::layout::Layout;
use crate::store::{Declared, Held, Packs};

/// Weight of the documents that are kept at hand, in bytes of their records.
const AT_HAND: usize = 2 * 1024 * 1024;

/// Of a document that is held more often than this, only the newest copies are looked at.
pub(crate) const MOST_COPIES: usize = 16;

/// A corpus, open for reading.
pub struct Corpus {
    name: Arc<str>,
    layout: Layout,
    pub(crate) generation: Generation,
    packs: Packs,
    coverage: Vec<Coverage>,
    lexicon: OnceLock<Arc<Lexicon>>,
    documents: Recent<u32, Arc<Document>>,
    sources: Recent<u32, Arc<Source>>,
    is_suspect: AtomicBool,
}

impl std::fmt::Debug for Corpus {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Corpus({})", self.layout.root().display())
    }
}

impl Corpus {
    /// Opens the corpus at `root`, which answers call `name`. Nothing is written, and no permission to
    /// write is needed.
    ///
    /// # Errors
    /// When there is none, it is newer than this program, or its index is missing or damaged.
    pub fn open(root: &Path, name: &str) -> Result<Self, CorpusError> {
        let layout = Layout::new(root);
        layout.check()?;
        let generation = Generation::newest(&layout)?;
        let coverage = generation.manifest.coverage.iter();
        let coverage = coverage.filter_map(|declared| Coverage::parse(&declared.series));
        Ok(Self {
            name: name.into(),
            coverage: coverage.collect(),
            packs: Packs::new(layout.clone()),
            generation,
            layout,
            lexicon: OnceLock::new(),
            documents: Recent::new(AT_HAND),
            sources: Recent::new(AT_HAND),
            is_suspect: AtomicBool::new(false),
        })
    }

    /// Whether this is still what a reader would open. Costs one small read.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(self.layout.current())
            .is_ok_and(|name| name.trim() == self.generation.name)
    }

    /// Whether something damaged was met. `corpus verify` says what, `corpus rebuild` mends it.
    pub fn is_suspect(&self) -> bool {
        self.is_suspect.load(Ordering::Relaxed)
    }

    /// Its name in answers.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The folder it lies in.
    pub fn root(&self) -> &Path {
        self.layout.root()
    }

    /// The day on which it last changed; `None` where the file system does not tell.
    pub fn updated(&self) -> Option<Date> {
        const DAY: u64 = 24 * 60 * 60;
        let changed = fs::metadata(self.layout.current()).ok()?.modified().ok()?;
        let since = changed.duration_since(std::time::UNIX_EPOCH).ok()?;
        Date::after_1970(since.as_secs() / DAY)
    }

    /// Equal for equal contents and declarations, wherever they lie.
    pub fn fingerprint(&self) -> &str {
        &self.generation.manifest.fingerprint
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.generation.table.len()
    }

    /// Whether it holds no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many passages it holds.
    pub fn passages(&self) -> u64 {
        self.generation.manifest.passages
    }

    /// What it declares to hold in full.
    pub fn declared(&self) -> &[Declared] {
        &self.generation.manifest.coverage
    }

    pub(crate) fn coverage(&self) -> &[Coverage] {
        &self.coverage
    }

    /// Files that gave nothing, or not everything.
    pub fn problems(&self) -> Vec<Problem> {
        self.careful(|| self.generation.problems())
            .unwrap_or_default()
    }

    /// The document in a row of the table, without its text. Rows count from 0 to [`Corpus::len`].
    pub fn facts(&self, row: usize) -> Option<Source> {
        self.careful(|| self.head(u32::try_from(row).unwrap_or(u32::MAX)))
    }

    /// Looks at every byte of index and packs; returns what is not as it was written. `step` is told how
    /// many documents have been looked at.
    pub fn verify(&self, mut step: impl FnMut(usize)) -> Vec<String> {
        let mut damaged = self
            .careful(|| Ok(self.generation.verify()))
            .unwrap_or_else(|| vec!["the index".to_owned()]);
        for row in 0..self.len() {
            let held = self.generation.table.get(row as u32);
            let sound = held.is_some_and(|(held, _)| self.packs.whole(&held).is_ok());
            if !sound {
                let path = held.map_or("a document without a row", |(_, path)| path);
                damaged.push(path.to_owned());
            }
            step(row + 1);
        }
        if !damaged.is_empty() {
            self.is_suspect.store(true, Ordering::Relaxed);
        }
        damaged
    }

    /// Runs `ask`. What is damaged, up to a panic of the engine, gives `None` and makes the corpus suspect.
    pub(crate) fn careful<T>(&self, ask: impl FnOnce() -> Result<T, CorpusError>) -> Option<T> {
        let answer = carefully(ask).and_then(Result::ok);
        if answer.is_none() {
            self.is_suspect.store(true, Ordering::Relaxed);
        }
        answer
    }

    pub(crate) fn text(&self) -> Result<&FullText, CorpusError> {
        self.generation.text()
    }

    /// The rows of the documents that `referent` names, the one that counts first.
    pub(crate) fn rows(&self, referent: &Referent) -> Vec<u32> {
        let (class, name) = match referent {
            Referent::Symbol(symbol) => (Class::Symbol, fold(symbol.canonical())),
            named => (Class::Instrument, fold(&named.to_string())),
        };
        self.generation.dictionary.exact(class, &name)
    }

    pub(crate) fn held(&self, row: u32) -> Result<(Held, &str), CorpusError> {
        self.generation
            .table
            .get(row)
            .ok_or_else(|| CorpusError::damaged("the table of documents"))
    }

    /// What the document in `row` is, without its text.
    pub(crate) fn head(&self, row: u32) -> Result<Source, CorpusError> {
        Ok(self.head_in(row)?.0)
    }

    /// The same, with what the masthead says besides.
    pub(crate) fn head_in(&self, row: u32) -> Result<(Source, Particulars), CorpusError> {
        let (held, path) = self.held(row)?;
        let json = self.packs.head(&held)?;
        form::read_head(&json, Path::new(path)).map_err(unreadable)
    }

    /// The document in `row`.
    pub(crate) fn document_in(&self, row: u32) -> Result<Arc<Document>, CorpusError> {
        self.documents.get_or(&row, || {
            let (held, path) = self.held(row)?;
            let (json, body) = self.packs.whole(&held)?;
            let document =
                form::read_document(&json, &body, Path::new(path)).map_err(unreadable)?;
            Ok((Arc::new(document), held.length as usize))
        })
    }

    /// The document in `row` as a source.
    pub(crate) fn source_in(&self, row: u32) -> Result<Arc<Source>, CorpusError> {
        self.sources.get_or(&row, || {
            let (held, path) = self.held(row)?;
            let (json, body) = self.packs.whole(&held)?;
            let document =
                form::read_document(&json, &body, Path::new(path)).map_err(unreadable)?;
            Ok((Arc::new(document.into_source()), held.length as usize))
        })
    }

    /// The copies of the document that `referent` names, the one that counts first. A row that leads to
    /// another document is damage.
    pub(crate) fn copies(&self, referent: &Referent) -> Result<Vec<Arc<Source>>, CorpusError> {
        let mut copies = Vec::new();
        for row in self.rows(referent).into_iter().take(MOST_COPIES) {
            let source = self.source_in(row)?;
            if !is_named(&source, referent) {
                return Err(CorpusError::damaged("the dictionary of symbols"));
            }
            copies.push(source);
        }
        Ok(copies)
    }

    pub(crate) fn lexicon_of_names(&self) -> Option<Arc<Lexicon>> {
        if let Some(lexicon) = self.lexicon.get() {
            return Some(Arc::clone(lexicon));
        }
        let names = self.careful(|| self.generation.lexicon())?;
        let names = names.into_iter().map(|name| Name {
            written: name.written,
            title: name.title,
            acronym: name.acronym,
        });
        let lexicon = Arc::new(Lexicon::new(names.collect()));
        Some(Arc::clone(self.lexicon.get_or_init(|| lexicon)))
    }

    /// What an entry of the full text leads to.
    pub(crate) fn hit(&self, spot: Spot, score: f32) -> Result<Hit, CorpusError> {
        let row = self
            .generation
            .table
            .row_of(spot.document)
            .ok_or_else(|| CorpusError::damaged("the full text leads to no document"))?;
        let Some(place) = spot.passage else {
            return hit_of(&self.head(row)?, score);
        };
        let document = self.document_in(row)?;
        let passage = document
            .passages
            .get(place as usize)
            .ok_or_else(|| CorpusError::damaged("the full text leads to no passage"))?;
        let mut hit = hit_of(&document.facts, score)?;
        hit.passage = Some(passage.clone());
        Ok(hit)
    }

    /// Headings of rows, in order of canonical names, each document once.
    pub(crate) fn headings(&self, rows: &[u32]) -> Result<Vec<Heading>, CorpusError> {
        let mut headings = Vec::with_capacity(rows.len());
        for row in rows {
            headings.extend(heading_of(&self.head(*row)?));
        }
        headings.sort_by_cached_key(|heading| heading.referent.to_string());
        headings.dedup_by(|one, other| one.referent == other.referent);
        Ok(headings)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the form that `map_err` asks for"
)]
fn unreadable(error: form::Unreadable) -> CorpusError {
    CorpusError::damaged(format!("a document of another version ({error})"))
}

fn is_named(source: &Source, referent: &Referent) -> bool {
    let same = |known: &Referent| match (known, referent) {
        (Referent::Symbol(one), Referent::Symbol(other)) => one == other,
        (one, other) => fold(&one.to_string()) == fold(&other.to_string()),
    };
    source.referents.iter().any(same)
}

/// What a source is cited as first.
pub(crate) fn heading_of(source: &Source) -> Option<Heading> {
    Some(Heading {
        referent: source.referents.first()?.clone(),
        title: Arc::clone(&source.title),
    })
}

pub(crate) fn hit_of(facts: &Source, score: f32) -> Result<Hit, CorpusError> {
    Ok(Hit {
        heading: heading_of(facts)
            .ok_or_else(|| CorpusError::damaged("a document without a name"))?,
        date: facts.date,
        origin: facts.origin.clone(),
        passage: None,
        score,
    })
}
