//! Building a generation: the one before is taken over by links to its files, what is new is added,
//! what is gone is taken out, and the whole is published by changing one pointer.
//!
//! A build that was broken off goes on: its full text says up to which document it has come.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use citation::Referent;
use serde::{Deserialize, Serialize};
use sources::{Document, Particulars, Source, fold, names, names_for_completion};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

use super::cited;
use super::dictionary::{Class, Gathered};
use super::fields::{self, Spot};
use super::generation::{
    self, DOCUMENTS, IN_USE, LEXICON, LISTS, Manifest, Mark, NAMES, PATHS, PROBLEMS, Problem, TEXT,
};
use super::table;
use crate::error::{At, CorpusError};
use crate::form;
use crate::layout::{Layout, sync_folder, write_atomically};
use crate::store::{Held, Identity, Store};

/// The folder of the generation that is being built.
const BUILDING: &str = "building";

/// What the folder is being built on.
const BASIS: &str = "basis.json";

/// Memory for each thread that indexes, in bytes.
const MEMORY: usize = 64 * 1024 * 1024;

/// More threads than this bring nothing.
const MOST_THREADS: usize = 4;

/// A document as the full text takes it: each entry with its spot, which still lacks the number.
pub(crate) struct Entries(Vec<(Spot, TantivyDocument)>);

impl Entries {
    /// The entries of a document. This is the work, and it needs nothing but the document, so it can be
    /// done beside other documents.
    pub(crate) fn of(document: &Document) -> Self {
        let fields = fields::fields();
        let facts = &document.facts;
        let own = cited::own_body(facts);
        let mut title = TantivyDocument::new();
        for name in std::iter::once(&facts.title)
            .chain(&facts.short_titles)
            .chain(&facts.acronym)
        {
            title.add_text(fields.title, name);
        }
        let mut entries = Vec::with_capacity(document.passages.len() + 1);
        entries.push((Spot::title(0), title));
        for (place, passage) in (0..).zip(&document.passages) {
            let mut entry = TantivyDocument::new();
            entry.add_text(fields.words, &*passage.words);
            for referent in cited::in_passage(&passage.words, own.as_ref()) {
                entry.add_text(fields.cites, cited::key(&referent));
            }
            let spot = Spot {
                document: 0,
                passage: Some(place),
                kind: passage.kind,
            };
            entries.push((spot, entry));
        }
        Self(entries)
    }
}

/// A generation that has just been published.
pub(crate) struct PublishedNow {
    pub(crate) manifest: Manifest,
    /// Paths of documents that could not be read any more.
    pub(crate) unreadable: Vec<Arc<str>>,
    /// Symbols under which documents with different contents are held, with their files.
    pub(crate) twice: Vec<(String, Vec<String>)>,
}

/// What a build stands on.
#[derive(PartialEq, Serialize, Deserialize)]
struct Basis {
    generation: Option<String>,
    version: u32,
    words: String,
}

/// How far the full text of a broken-off build has come.
#[derive(Serialize, Deserialize)]
struct Progress {
    next_number: u32,
}

/// A generation that is being built.
pub(crate) struct Building {
    layout: Layout,
    folder: PathBuf,
    writer: IndexWriter,
    /// Numbers in the generation it is built on.
    before: Vec<u32>,
    /// Where its numbers end.
    before_next: u32,
    next_number: u32,
}

impl Building {
    /// Goes on with a build that was broken off, or begins one on the generation `on`, or from nothing.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn begin(
        layout: &Layout,
        on: Option<(&str, &Manifest)>,
        jobs: usize,
    ) -> Result<Self, CorpusError> {
        let folder = layout.index().join(BUILDING);
        let on = on.filter(|(_, manifest)| manifest.is_ours());
        let basis = Basis {
            generation: on.map(|(name, _)| name.to_owned()),
            version: fields::VERSION,
            words: fields::fingerprint(),
        };
        let known = fs::read(folder.join(BASIS))
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Basis>(&bytes).ok());
        let going_on = (known.as_ref() == Some(&basis))
            .then(|| open_writer(&folder.join(TEXT), jobs).ok())
            .flatten();
        let (writer, progress) = if let Some(opened) = going_on {
            opened
        } else {
            begin_anew(layout, &folder, &basis)?;
            open_writer(&folder.join(TEXT), jobs)?
        };
        let (before, before_next) = match on {
            Some((name, manifest)) => {
                let generation = generation::Generation::open(layout, name.to_owned())?;
                (generation.table.numbers().collect(), manifest.next_number)
            }
            None => (Vec::new(), 0),
        };
        let next_number = progress
            .map_or(0, |progress| progress.next_number)
            .max(before_next);
        Ok(Self {
            layout: layout.clone(),
            folder,
            writer,
            before,
            before_next,
            next_number,
        })
    }

    /// Documents with this number or a higher one still have to be added.
    pub(crate) fn next_number(&self) -> u32 {
        self.next_number
    }

    /// Adds the entries of document `number`. Numbers come in order.
    ///
    /// # Errors
    /// When the engine cannot go on: no room, no memory.
    pub(crate) fn add(&mut self, number: u32, entries: Entries) -> Result<(), CorpusError> {
        let fields = fields::fields();
        for (spot, mut entry) in entries.0 {
            let spot = Spot {
                document: number,
                ..spot
            };
            entry.add_u64(fields.document, u64::from(number));
            entry.add_u64(fields.spot, spot.packed());
            self.writer
                .add_document(entry)
                .map_err(|error| self.failed(error))?;
        }
        self.next_number = self.next_number.max(number.saturating_add(1));
        Ok(())
    }

    /// Makes what was added so far survive the end of the process.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn keep(&mut self) -> Result<(), CorpusError> {
        let progress = Progress {
            next_number: self.next_number,
        };
        let payload = serde_json::to_string(&progress).unwrap_or_default();
        let kept = self.writer.prepare_commit().and_then(|mut commit| {
            commit.set_payload(&payload);
            commit.commit()
        });
        kept.map(|_| ()).map_err(|error| self.failed(error))
    }

    /// Takes out what `store` does not hold any more, writes the dictionary and the table, and publishes
    /// the generation.
    ///
    /// # Errors
    /// When it cannot be written; then the generation before stays in force.
    pub(crate) fn publish(mut self, store: &Store) -> Result<PublishedNow, CorpusError> {
        let heads = Heads::of(store);
        let documents = heads.documents;
        self.take_out_all_but(&documents);
        self.keep()?;
        let failed = |error| failed(&self.folder, error);
        self.writer.wait_merging_threads().map_err(failed)?;
        let passages = passages(&self.folder.join(TEXT))?.saturating_sub(documents.len() as u64);

        let (names, lists) = heads.dictionary.write()?;
        let (rows, paths) = table::write(&documents);
        let lexicon = serde_json::to_vec(&heads.lexicon).unwrap_or_default();
        let problems = serde_json::to_vec(&problems(store)).unwrap_or_default();
        let mut files = std::collections::BTreeMap::new();
        for (name, bytes) in [
            (NAMES, names),
            (LISTS, lists),
            (DOCUMENTS, rows),
            (PATHS, paths),
            (LEXICON, lexicon),
            (PROBLEMS, problems),
        ] {
            write_atomically(&self.folder.join(name), &bytes)?;
            let mark = Mark {
                length: bytes.len() as u64,
                hash: blake3::hash(&bytes).to_hex().to_string(),
            };
            files.insert(name.to_owned(), mark);
        }
        files.extend(text_files(&self.folder)?);
        let manifest = Manifest {
            version: fields::VERSION,
            words: fields::fingerprint(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            documents: documents.len() as u32,
            passages,
            fingerprint: fingerprint(&documents, store),
            coverage: store.ledger().coverage().to_vec(),
            end: store.end(),
            next_number: self.next_number,
            files,
        };
        let in_use = self.folder.join(IN_USE);
        File::create(&in_use).at(&in_use)?;
        manifest.write(&self.folder)?;
        let name = publish_folder(&self.layout, &self.folder)?;
        clear_away(&self.layout, &name);
        Ok(PublishedNow {
            manifest,
            unreadable: heads.unreadable,
            twice: twice(&heads.dictionary, &documents),
        })
    }

    fn take_out_all_but(&self, documents: &[(Held, Arc<str>)]) {
        let fields = fields::fields();
        let held: std::collections::HashSet<u32> =
            documents.iter().map(|(held, _)| held.number).collect();
        let since = self.before_next..self.next_number;
        for number in self.before.iter().copied().chain(since) {
            if !held.contains(&number) {
                self.writer
                    .delete_term(Term::from_field_u64(fields.document, u64::from(number)));
            }
        }
    }

    fn failed(&self, error: tantivy::TantivyError) -> CorpusError {
        failed(&self.folder, error)
    }
}

/// What the engine's failure means. When one of its threads has met the error, it does not say which, so
/// the folder is tried.
fn failed(folder: &Path, error: tantivy::TantivyError) -> CorpusError {
    use tantivy::TantivyError;
    use tantivy::directory::error::OpenWriteError;
    let met = match error {
        TantivyError::IoError(error)
        | TantivyError::OpenWriteError(OpenWriteError::IoError {
            io_error: error, ..
        }) => std::io::Error::new(error.kind(), error.to_string()),
        other => match write_something(folder) {
            Err(error) => error,
            Ok(()) => std::io::Error::other(format!("the index cannot be written ({other})")),
        },
    };
    CorpusError::io(folder, met)
}

/// Tries whether a megabyte can be written to a folder.
fn write_something(folder: &Path) -> std::io::Result<()> {
    let mut file = tempfile::tempfile_in(folder)?;
    file.write_all(&vec![0; 1 << 20])?;
    file.sync_data()
}

/// Clears the folder and takes over the full text that `basis` names, by links where the file system
/// has them.
fn begin_anew(layout: &Layout, folder: &Path, basis: &Basis) -> Result<(), CorpusError> {
    if folder.exists() {
        fs::remove_dir_all(folder).at(folder)?;
    }
    let text = folder.join(TEXT);
    fs::create_dir_all(&text).at(&text)?;
    if let Some(name) = &basis.generation {
        let from = layout.generation(name).join(TEXT);
        for entry in fs::read_dir(&from).at(&from)? {
            let entry = entry.at(&from)?;
            if is_lock(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let target = text.join(entry.file_name());
            if fs::hard_link(entry.path(), &target).is_err() {
                fs::copy(entry.path(), &target).at(&target)?;
            }
        }
    }
    write_atomically(
        &folder.join(BASIS),
        &serde_json::to_vec(basis).unwrap_or_default(),
    )
}

/// Whether a file of the full text is one of the engine's locks, which are empty and its own.
fn is_lock(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "lock")
}

fn open_writer(folder: &Path, jobs: usize) -> Result<(IndexWriter, Option<Progress>), CorpusError> {
    let directory = MmapDirectory::open(folder)
        .map_err(|error| CorpusError::damaged(format!("the index cannot be opened: {error}")))?;
    let opened = super::fulltext::guarded(|| {
        let index = Index::builder()
            .schema(fields::schema())
            .open_or_create(directory)?;
        fields::register(&index);
        let progress = index
            .load_metas()?
            .payload
            .and_then(|payload| serde_json::from_str(&payload).ok());
        let threads = jobs.clamp(1, MOST_THREADS);
        let writer = index.writer_with_num_threads(threads, threads * MEMORY)?;
        Ok((writer, progress))
    })?;
    Ok(opened)
}

/// How many entries the full text has.
fn passages(folder: &Path) -> Result<u64, CorpusError> {
    let directory = MmapDirectory::open(folder)
        .map_err(|error| CorpusError::damaged(format!("the index cannot be opened: {error}")))?;
    super::fulltext::guarded(|| {
        let segments = Index::open(directory)?.searchable_segment_metas()?;
        Ok(segments
            .iter()
            .map(|segment| u64::from(segment.num_docs()))
            .sum())
    })
}

/// What is made from the heads of all documents.
#[derive(Default)]
struct Heads {
    /// The documents that can be read, with the paths of their files, in the order of their numbers.
    documents: Vec<(Held, Arc<str>)>,
    /// Paths of those that cannot.
    unreadable: Vec<Arc<str>>,
    dictionary: Gathered,
    lexicon: Vec<WrittenName>,
}

/// A name of an instrument as it stands in the generation.
#[derive(Serialize, Deserialize)]
pub(crate) struct WrittenName {
    pub(crate) written: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) acronym: bool,
}

impl Heads {
    /// Reads the head of every document; one that is damaged is left out and named.
    fn of(store: &Store) -> Self {
        let mut heads = Self::default();
        for (held, path) in store.ledger().documents() {
            let read = store
                .packs()
                .head(&held)
                .ok()
                .and_then(|head| form::read_head(&head, Path::new("")).ok());
            let Some((facts, particulars)) = read else {
                heads.unreadable.push(path);
                continue;
            };
            heads.add(&facts, &particulars, heads.documents.len() as u32);
            heads.documents.push((held, path));
        }
        heads
    }

    fn add(&mut self, facts: &Source, particulars: &Particulars, row: u32) {
        for symbol in particulars.related.iter().chain(&particulars.on_report) {
            let folded = fold(symbol.canonical());
            self.dictionary.add(Class::Related, &folded, row);
        }
        for referent in &facts.referents {
            match referent {
                Referent::Symbol(symbol) => {
                    let folded = fold(symbol.canonical());
                    self.dictionary.add(Class::Symbol, &folded, row);
                    if let Some(adopted) = symbol.adopted() {
                        self.dictionary
                            .add(Class::Number, &fold(&adopted.in_prose()), row);
                    }
                }
                named => {
                    let folded = fold(&named.to_string());
                    self.dictionary.add(Class::Instrument, &folded, row);
                }
            }
        }
        for name in names_for_completion(facts) {
            self.dictionary.add(Class::Title, &name, row);
        }
        self.lexicon
            .extend(names(facts).into_iter().map(|name| WrittenName {
                written: name.written,
                title: name.title,
                acronym: name.acronym,
            }));
    }
}

/// Files that gave nothing, or not everything.
fn problems(store: &Store) -> Vec<Problem> {
    store
        .ledger()
        .files()
        .filter(|(_, file)| file.failure.is_some() || file.replaced)
        .map(|(path, file)| Problem {
            path: path.to_string(),
            failure: file.failure.clone(),
        })
        .collect()
}

/// Symbols under which documents with different contents are held, with their files, the one that counts
/// first.
fn twice(dictionary: &Gathered, documents: &[(Held, Arc<str>)]) -> Vec<(String, Vec<String>)> {
    dictionary
        .shared(Class::Symbol)
        .filter_map(|(symbol, rows)| {
            let copies: Vec<&(Held, Arc<str>)> = rows
                .iter()
                .rev()
                .filter_map(|row| documents.get(*row as usize))
                .collect();
            let first = copies.first()?.0.identity;
            let differ = copies.iter().any(|(held, _)| held.identity != first);
            let paths = copies.iter().map(|(_, path)| path.to_string()).collect();
            differ.then(|| (symbol.to_uppercase(), paths))
        })
        .collect()
}

/// A hash over all contents, whatever their order, and the declared coverage.
fn fingerprint(documents: &[(Held, Arc<str>)], store: &Store) -> String {
    let mut identities: Vec<Identity> = documents.iter().map(|(held, _)| held.identity).collect();
    identities.sort_unstable();
    identities.dedup();
    let mut hasher = blake3::Hasher::new();
    for identity in identities {
        hasher.update(&identity.0);
    }
    for declared in store.ledger().coverage() {
        hasher.update(declared.series.as_bytes());
        hasher.update(declared.as_of.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// The files of the full text with their lengths.
fn text_files(folder: &Path) -> Result<Vec<(String, Mark)>, CorpusError> {
    let text = folder.join(TEXT);
    let mut files = Vec::new();
    for entry in fs::read_dir(&text).at(&text)? {
        let entry = entry.at(&text)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_lock(&name) {
            let _ = fs::remove_file(entry.path());
            continue;
        }
        let mark = Mark {
            length: entry.metadata().at(&text)?.len(),
            hash: String::new(),
        };
        files.push((format!("{TEXT}/{name}"), mark));
    }
    Ok(files)
}

/// Gives the folder its name and points readers to it.
fn publish_folder(layout: &Layout, folder: &Path) -> Result<String, CorpusError> {
    let _ = fs::remove_file(folder.join(BASIS));
    let last = generation::names(layout)
        .last()
        .and_then(|name| generation::number(name))
        .unwrap_or(0);
    let name = generation::name(last + 1);
    let target = layout.generation(&name);
    sync_folder(folder)?;
    fs::rename(folder, &target).at(&target)?;
    sync_folder(&layout.index())?;
    write_atomically(&layout.current(), format!("{name}\n").as_bytes())?;
    Ok(name)
}

/// Removes every generation but `current` that no reader holds. What cannot be removed now goes the next
/// time.
pub(crate) fn clear_away(layout: &Layout, current: &str) {
    for name in generation::names(layout) {
        if name == current {
            continue;
        }
        let folder = layout.generation(&name);
        let held = File::open(folder.join(IN_USE)).is_ok_and(|file| file.try_lock().is_err());
        if !held {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}
