//! Building a generation: the one before is taken over by links to its files, what is new is added,
//! what is gone is taken out, and the whole is published by changing one pointer.
//!
//! A build that was broken off goes on: its full text says up to which document it has come.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::indexer::UserOperation;
use tantivy::{Index, IndexWriter, Term};

use super::entries::Entries;
use super::fields::{self, Spot};
use super::generation::{
    self, DOCUMENTS, IN_USE, LEXICON, LISTS, Manifest, Mark, NAMES, PATHS, PROBLEMS, TEXT,
};
use super::heads::{self, Heads};
use super::publishing::{DESCRIPTION, clear_away, publish_folder, text_files};
use super::table;
use crate::error::{At, CorpusError};
use crate::layout::{Layout, write_atomically};
use crate::store::{Held, Store};

/// The folder of the generation that is being built.
const BUILDING: &str = "building";

/// What the folder is being built on.
pub(super) const BASIS: &str = "basis.json";

/// Memory for each thread that indexes, in bytes.
const MEMORY: usize = 64 * 1024 * 1024;

/// How many entries are handed to the engine together. It lets ten thousand such batches wait, so larger
/// ones would cost memory.
const TOGETHER: usize = 4;

/// More threads than this bring nothing.
const MOST_THREADS: usize = 4;

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
    /// Numbers in the generation it is built on, and those that it should have had.
    before: HashSet<u32>,
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
        // A generation that cannot be opened is nothing to build on.
        let on = on
            .filter(|(_, manifest)| manifest.is_ours())
            .and_then(|(name, manifest)| {
                let generation = generation::Generation::open(layout, name.to_owned()).ok()?;
                Some((generation, manifest))
            });
        let basis = Basis {
            generation: on.as_ref().map(|(generation, _)| generation.name.clone()),
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
            Some((generation, manifest)) => {
                (generation.table.numbers().collect(), manifest.next_number)
            }
            None => (HashSet::new(), 0),
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

    /// Whether document `number` still has to be added: it is new, or it could not be read when the
    /// generation was published on which this one is built.
    pub(crate) fn lacks(&self, number: u32) -> bool {
        number >= self.next_number || (number < self.before_next && !self.before.contains(&number))
    }

    /// Adds the entries of document `number`.
    ///
    /// # Errors
    /// When the engine cannot go on: no room, no memory.
    pub(crate) fn add(&mut self, number: u32, entries: Entries) -> Result<(), CorpusError> {
        let fields = fields::fields();
        if number < self.before_next && self.before.insert(number) {
            // A build that was broken off may have added it already.
            self.take_out(number);
        }
        let mut adding = entries.0.into_iter().map(|(spot, mut entry)| {
            let spot = Spot {
                document: number,
                ..spot
            };
            entry.add_u64(fields.document, u64::from(number));
            entry.add_u64(fields.spot, spot.packed());
            UserOperation::Add(entry)
        });
        loop {
            let batch: Vec<_> = adding.by_ref().take(TOGETHER).collect();
            if batch.is_empty() {
                break;
            }
            self.writer.run(batch).map_err(|error| self.failed(error))?;
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
        let made = Heads::of(store);
        let documents = made.documents;
        self.take_out_all_but(&documents);
        self.keep()?;
        let failed = |error| failed(&self.folder, error);
        self.writer.wait_merging_threads().map_err(failed)?;
        let text = self.folder.join(TEXT);
        clear_unused(&text)?;
        let passages = passages(&text)?.saturating_sub(documents.len() as u64);

        let (names, lists) = made.dictionary.write()?;
        let (rows, paths) = table::write(&documents);
        let lexicon = serde_json::to_vec(&made.lexicon).unwrap_or_default();
        let problems = serde_json::to_vec(&heads::problems(store)).unwrap_or_default();
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
            fingerprint: heads::fingerprint(&documents, store),
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
            unreadable: made.unreadable,
            twice: heads::twice(&made.dictionary, &documents),
        })
    }

    fn take_out_all_but(&self, documents: &[(Held, Arc<str>)]) {
        let held: HashSet<u32> = documents.iter().map(|(held, _)| held.number).collect();
        let since = self.before_next..self.next_number;
        for number in self.before.iter().copied().chain(since) {
            if !held.contains(&number) {
                self.take_out(number);
            }
        }
    }

    fn take_out(&self, number: u32) {
        let field = fields::fields().document;
        self.writer
            .delete_term(Term::from_field_u64(field, u64::from(number)));
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
            if super::publishing::is_lock(&entry.file_name().to_string_lossy()) {
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

fn open_writer(folder: &Path, jobs: usize) -> Result<(IndexWriter, Option<Progress>), CorpusError> {
    let directory = directory(folder)?;
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

/// Deletes the files of the full text that no segment has any more: the engine may do so only after its last merge has
/// been waited for, and nobody would look at what is wrong with one that stays.
fn clear_unused(folder: &Path) -> Result<(), CorpusError> {
    let directory = directory(folder)?;
    super::fulltext::guarded(|| {
        let mut index = Index::open(directory)?;
        let mut living = index.load_metas()?.list_segment_files();
        living.insert(DESCRIPTION.into());
        index.directory_mut().garbage_collect(|| living)?;
        Ok(())
    })
}

fn directory(folder: &Path) -> Result<MmapDirectory, CorpusError> {
    MmapDirectory::open(folder)
        .map_err(|error| CorpusError::damaged(format!("the index cannot be opened: {error}")))
}

/// How many entries the full text has.
fn passages(folder: &Path) -> Result<u64, CorpusError> {
    let directory = directory(folder)?;
    super::fulltext::guarded(|| {
        let segments = Index::open(directory)?.searchable_segment_metas()?;
        Ok(segments
            .iter()
            .map(|segment| u64::from(segment.num_docs()))
            .sum())
    })
}

#[cfg(test)]
mod tests {
    use tantivy::Directory;

    use super::*;

    #[test]
    fn what_no_segment_has_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let (mut writer, _) = open_writer(folder.path(), 1).unwrap();
        let mut entry = tantivy::TantivyDocument::default();
        entry.add_u64(fields::fields().document, 1);
        writer.add_document(entry).unwrap();
        writer.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        let index = Index::open(directory(folder.path()).unwrap()).unwrap();
        let left = Path::new("left.fieldnorm");
        index.directory().atomic_write(left, b"words").unwrap();
        clear_unused(folder.path()).unwrap();
        assert!(!folder.path().join(left).exists());
        assert_eq!(passages(folder.path()).unwrap(), 1);
    }
}
