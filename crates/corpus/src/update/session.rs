//! One change of a corpus, from taking the lock to publishing the index.

use std::collections::HashSet;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;

use super::reading::{Reading, read_file};
use super::{Go, Gone, Options, Report, Step};
use crate::error::CorpusError;
use crate::files::Found;
use crate::form;
use crate::import::READERS;
use crate::index::{self, Building, Entries, Manifest};
use crate::layout::Layout;
use crate::pipeline::in_order;
use crate::store::{
    Declared, Failure, FileEntry, Held, Identity, Known, Packs, Record, Recovery, Store,
};

/// A batch is closed when its records come to this many bytes …
pub(super) const BATCH_BYTES: usize = 8 * 1024 * 1024;
/// … or it has this many files.
const BATCH_FILES: usize = 512;
/// The full text is made durable each time this many bytes of records have been added.
const KEEP_BYTES: usize = 96 * 1024 * 1024;

/// Why work in order ended before its end.
enum Ended {
    Stopped,
    Failed(CorpusError),
}

impl From<CorpusError> for Ended {
    fn from(error: CorpusError) -> Self {
        Self::Failed(error)
    }
}

/// One change of a corpus while it goes on.
pub(super) struct Session {
    pub(super) store: Store,
    pub(super) report: Report,
    pub(super) current: Option<(String, Manifest)>,
    building: Option<Building>,
    jobs: usize,
    /// Whether the index in use is not what the store holds.
    pub(super) is_changed: bool,
    /// Bytes of records since the store was committed, and since the full text was kept.
    since_commit: usize,
    since_keep: usize,
    files_in_batch: usize,
}

impl Session {
    /// Takes the lock and reads what the corpus at `root` holds.
    pub(super) fn open(root: &Path, options: &Options) -> Result<Self, CorpusError> {
        let mut current = None;
        let (store, recovery) = Store::open(root, &options.command, |layout| {
            current = published(layout);
            match &current {
                Some((_, manifest)) => manifest.end.map_or(Known::Nothing, Known::At),
                None if layout.current().exists() => Known::Lost,
                None => Known::Nothing,
            }
        })?;
        let is_changed = current
            .as_ref()
            .is_none_or(|(_, manifest)| !stands_for(manifest, &store));
        let mut session = Self {
            store,
            report: Report::default(),
            current,
            building: None,
            jobs: match options.jobs {
                0 => std::thread::available_parallelism().map_or(1, usize::from),
                wished => wished,
            },
            is_changed,
            since_commit: 0,
            since_keep: 0,
            files_in_batch: 0,
        };
        session.adopt(recovery);
        Ok(session)
    }

    /// The index is built from nothing, whatever stands there.
    pub(super) fn build_anew(&mut self) {
        self.current = None;
        self.is_changed = true;
    }

    /// Brings back documents whose note is damaged, under names of their own.
    fn adopt(&mut self, recovery: Recovery) {
        self.report.damaged = recovery.damaged;
        let documents = self.store.ledger().documents();
        let held: HashSet<Identity> = documents.iter().map(|(held, _)| held.identity).collect();
        for orphan in recovery.orphans {
            if held.contains(&orphan.identity) || self.store.packs().whole(&orphan).is_err() {
                continue;
            }
            let found = self.store.adopt(orphan);
            let path = format!("recovered/{}", &orphan.identity.to_string()[..16]);
            self.store.note(FileEntry {
                documents: vec![found],
                ..FileEntry::blank(path)
            });
            self.is_changed = true;
        }
    }

    /// Whether a file is as it was when these readers last read it, as far as its size and time tell.
    pub(super) fn knows(&self, file: &Found) -> bool {
        let known = self.store.ledger().file(&file.path.to_string_lossy());
        known.is_some_and(|known| {
            known.modified != 0
                && known.readers == READERS
                && (known.modified, known.size) == (file.modified, file.size)
        })
    }

    /// Reads `files`, stores and indexes what they give.
    pub(super) fn read(
        &mut self,
        files: &[Found],
        options: &Options,
        watch: &mut dyn FnMut(Step<'_>) -> Go,
    ) -> Result<(), CorpusError> {
        if files.is_empty() {
            return Ok(());
        }
        self.begin(watch)?;
        let jobs: Vec<(&Found, Option<Identity>)> = files
            .iter()
            .map(|file| (file, self.known_hash(file)))
            .collect();
        let threads = self.jobs;
        let work = |(file, known): &(&Found, Option<Identity>)| read_file(file, *known, options);
        let outcome = in_order(&jobs, threads, work, |(file, _), reading| {
            let failure = self.take(file, reading, options.gone)?;
            let step = Step::Read {
                path: &file.path,
                bytes: file.size,
                failure: failure.as_ref(),
            };
            match watch(step) {
                Go::On => Ok(()),
                Go::Stop => Err(Ended::Stopped),
            }
        });
        match outcome {
            Ok(()) => Ok(()),
            Err(Ended::Failed(error)) => Err(error),
            Err(Ended::Stopped) => {
                self.report.stopped = true;
                Ok(())
            }
        }
    }

    fn known_hash(&self, file: &Found) -> Option<Identity> {
        let known = self.store.ledger().file(&file.path.to_string_lossy())?;
        known.hash.filter(|_| known.readers == READERS)
    }

    /// Begins the next generation, or goes on with one that was broken off, and adds the documents that
    /// are stored and not in it yet.
    fn begin(&mut self, watch: &mut dyn FnMut(Step<'_>) -> Go) -> Result<(), CorpusError> {
        if self.building.is_some() {
            return Ok(());
        }
        let on = self
            .current
            .as_ref()
            .map(|(name, manifest)| (name.as_str(), manifest));
        let building = Building::begin(self.store.layout(), on, self.jobs)?;
        let mut missing = self.store.ledger().documents();
        missing.retain(|(held, _)| building.lacks(held.number));
        self.building = Some(building);
        if missing.is_empty() {
            return Ok(());
        }
        let documents = missing.len();
        watch(Step::GoingOn { documents });
        self.index_stored(&missing)
    }

    fn index_stored(&mut self, missing: &[(Held, Arc<str>)]) -> Result<(), CorpusError> {
        let packs = self.store.packs();
        let Some(building) = &mut self.building else {
            return Ok(());
        };
        let mut since_keep = 0;
        let work = |(held, path): &(Held, Arc<str>)| stored_entries(packs, held, path);
        in_order(missing, self.jobs, work, |(held, _), entries| {
            // What is damaged is left out here and named when the index is published.
            let Some(entries) = entries else {
                return Ok(());
            };
            building.add(held.number, entries)?;
            since_keep += held.length as usize;
            if since_keep < KEEP_BYTES {
                return Ok(());
            }
            since_keep = 0;
            building.keep()
        })
    }

    /// Stores and indexes what a file gave; returns why it gave nothing.
    fn take(
        &mut self,
        file: &Found,
        reading: Reading,
        gone: Gone,
    ) -> Result<Option<Failure>, CorpusError> {
        let (mut entry, documents) = match reading {
            Reading::New { entry, documents } => (entry, documents),
            Reading::AsBefore => {
                self.report.unchanged += 1;
                let path = file.path.to_string_lossy();
                if let Some(known) = self.store.ledger().file(&path) {
                    let entry = FileEntry {
                        size: file.size,
                        modified: file.modified,
                        ..known.clone()
                    };
                    self.store.note(entry);
                }
                self.step(0)?;
                return Ok(None);
            }
        };
        self.is_changed = true;
        let mut bytes = 0;
        for (record, entries) in documents {
            bytes += record.bytes.len();
            let held = self.store.put(&record)?;
            entry.documents.push(held);
            if let Some(building) = &mut self.building {
                building.add(held.number, entries)?;
            }
        }
        self.keep_documents(&mut entry, gone);
        let failure = entry.failure.clone();
        match &failure {
            Some(failure) => {
                let failed = (entry.path.clone(), failure.clone());
                self.report.failed.push(failed);
            }
            None => self.report.read += 1,
        }
        if entry.replaced {
            self.report.replaced.push(entry.path.clone());
        }
        self.store.note(entry);
        self.step(bytes)?;
        Ok(failure)
    }

    /// A file that gives nothing now takes nothing away from a corpus: what it gave before stays beside the failure.
    pub(super) fn keep_documents(&self, entry: &mut FileEntry, gone: Gone) {
        let known = self.store.ledger().file(&entry.path);
        let (Some(failure), Some(known)) = (&mut entry.failure, known) else {
            return;
        };
        if gone == Gone::Forget || known.documents.is_empty() {
            return;
        }
        entry.documents.clone_from(&known.documents);
        failure.reason.push_str("; what it held before is kept");
    }

    /// Closes the batch, and keeps the full text, when enough has been gathered.
    fn step(&mut self, bytes: usize) -> Result<(), CorpusError> {
        self.since_commit += bytes;
        self.since_keep += bytes;
        self.files_in_batch += 1;
        if self.since_commit < BATCH_BYTES && self.files_in_batch < BATCH_FILES {
            return Ok(());
        }
        self.store.commit()?;
        self.since_commit = 0;
        self.files_in_batch = 0;
        if self.since_keep < KEEP_BYTES {
            return Ok(());
        }
        self.since_keep = 0;
        match &mut self.building {
            Some(building) => building.keep(),
            None => Ok(()),
        }
    }

    pub(super) fn declared(&self) -> &[Declared] {
        self.store.ledger().coverage()
    }

    pub(super) fn declare(&mut self, coverage: Vec<Declared>) {
        self.store.declare(coverage);
        self.is_changed = true;
    }

    /// Closes the last batch and publishes what was built. After a stop, what was read is made durable
    /// and the index in use stays.
    pub(super) fn finish(
        mut self,
        watch: &mut dyn FnMut(Step<'_>) -> Go,
    ) -> Result<Report, CorpusError> {
        self.store.commit()?;
        if self.report.stopped {
            if let Some(building) = &mut self.building {
                building.keep()?;
            }
            return Ok(self.report);
        }
        if let Some((name, manifest)) = self.current.as_ref().filter(|_| !self.is_changed) {
            index::clear_away(self.store.layout(), name);
            self.report.tell(manifest);
            return Ok(self.report);
        }
        watch(Step::Publishing);
        self.begin(watch)?;
        let Some(building) = self.building.take() else {
            return Ok(self.report);
        };
        let published = building.publish(&self.store)?;
        self.report.tell(&published.manifest);
        self.report.twice = published.twice;
        let unreadable = published.unreadable.iter().map(ToString::to_string);
        self.report.damaged.extend(unreadable);
        Ok(self.report)
    }
}

/// The generation in use, when it says what stands in it.
fn published(layout: &Layout) -> Option<(String, Manifest)> {
    let name = index::current(layout)?;
    let manifest = Manifest::read(&layout.generation(&name)).ok()?;
    Some((name, manifest))
}

/// Whether a published index has what the store holds. What was added since has higher numbers, and what
/// was taken out is one less.
fn stands_for(manifest: &Manifest, store: &Store) -> bool {
    let documents = store.ledger().documents();
    let last = documents.last().map_or(0, |(held, _)| held.number + 1);
    manifest.is_ours()
        && last <= manifest.next_number
        && documents.len() == manifest.documents as usize
        && manifest.coverage == store.ledger().coverage()
}

/// The entries of a document that stands in the packs; `None` where it is damaged.
fn stored_entries(packs: &Packs, held: &Held, path: &str) -> Option<Entries> {
    let (json, body) = packs.whole(held).ok()?;
    let document = form::read_document(&json, &body, Path::new(path)).ok()?;
    // A fault of the program costs this document alone.
    catch_unwind(|| Entries::of(&document)).ok()
}

/// The record of a document that stands in the packs, written anew; `None` where it is damaged.
pub(super) fn stored_record(packs: &Packs, held: &Held, path: &str) -> Option<Record> {
    let (json, body) = packs.whole(held).ok()?;
    let document = form::read_document(&json, &body, Path::new(path)).ok()?;
    Some(Record::of(&document))
}
