//! The store: parsed documents in append-only packs. It is the truth; everything else is made from it.
//!
//! Documents are written first, then a batch that says what they are, then one sync. Whatever breaks off
//! before that sync leaves a tail that the next writer cuts away; what was synced stays. Nothing that
//! was written is ever written over.

mod batch;
mod ledger;
mod lock;
mod packs;
mod record;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub(crate) use batch::{Batch, FileEntry, Held, Place};
pub use batch::{Declared, Failure};
pub(crate) use ledger::Ledger;
pub use lock::Holder;
use lock::Lock;
pub(crate) use packs::Packs;
pub use record::Identity;
pub(crate) use record::Record;

use crate::error::{At, CorpusError};
use crate::layout::{Layout, sync_folder};

/// A pack that has grown to this size, in bytes, is followed by a new one.
const FULL: u64 = 256 * 1024 * 1024;

/// How much is gathered in memory before it is written, in bytes.
const BUFFER: usize = 1 << 20;

/// Up to where the packs have been written: the last batch, and the byte behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct End {
    /// Where the last batch begins.
    pub(crate) batch: Place,
    /// The byte behind it, in the same pack.
    pub(crate) end: u64,
}

/// What is known of the end of the packs when a store is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// No index was ever published.
    Nothing,
    /// They ended here when an index was last published.
    At(End),
    /// An index was published, and it cannot be read any more.
    Lost,
}

/// What opening a store found besides what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Recovery {
    /// Bytes of an unfinished step that were cut away.
    pub(crate) cut: u64,
    /// What could not be read, in words: a stretch of a pack, or the path of a file whose documents
    /// are gone.
    pub(crate) damaged: Vec<String>,
    /// Documents that no batch names any more, because theirs is damaged. They have no number.
    pub(crate) orphans: Vec<Held>,
}

/// A store, open for writing. There is one at a time.
#[derive(Debug)]
pub(crate) struct Store {
    layout: Layout,
    packs: Packs,
    ledger: Ledger,
    writer: Option<PackWriter>,
    pending: Batch,
    last: Option<End>,
    _lock: Lock,
}

impl Store {
    /// Opens the store below `root`, makes it where there is none, and takes its lock for `command`.
    /// `known` is where the packs ended when an index was last published.
    ///
    /// # Errors
    /// When it may not be written, another process has it, or it is newer than this program.
    pub(crate) fn open(
        root: &Path,
        command: &str,
        known: Known,
    ) -> Result<(Self, Recovery), CorpusError> {
        fs::create_dir_all(root).at(root)?;
        let layout = Layout::new(root);
        layout.create()?;
        let lock = Lock::take(&layout.lock(), command)?;
        let mut store = Self {
            packs: Packs::new(layout.clone()),
            ledger: Ledger::default(),
            writer: None,
            pending: Batch::default(),
            last: None,
            layout,
            _lock: lock,
        };
        let recovery = store.recover(known)?;
        Ok((store, recovery))
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    pub(crate) fn packs(&self) -> &Packs {
        &self.packs
    }

    /// Up to where everything has been written; `None` for a new store.
    pub(crate) fn end(&self) -> Option<End> {
        self.last
    }

    /// Writes a document, unless its content is there already, and gives it a number. It counts once a
    /// file entry names it and [`Store::commit`] has returned.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn put(&mut self, record: &Record) -> Result<Held, CorpusError> {
        let known = self.ledger.content(record.identity);
        let (place, length) = if let Some(known) = known {
            known
        } else {
            let place = self.writer()?.append(&record.bytes)?;
            let length = record.bytes.len() as u32;
            self.ledger.remember(record.identity, place, length);
            (place, length)
        };
        Ok(Held {
            number: self.ledger.take_number(),
            place,
            length,
            identity: record.identity,
        })
    }

    /// Gives a number to a document that stands in a pack already.
    pub(crate) fn adopt(&mut self, held: Held) -> Held {
        self.ledger.remember(held.identity, held.place, held.length);
        Held {
            number: self.ledger.take_number(),
            ..held
        }
    }

    /// Writes a document that has the number `number` already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn put_again(&mut self, number: u32, record: &Record) -> Result<Held, CorpusError> {
        let held = self.put(record)?;
        Ok(Held { number, ..held })
    }

    /// Goes on in a new pack, and writes every content again that is put from now on. Returns the number
    /// of that pack.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn begin_new_pack(&mut self) -> Result<u32, CorpusError> {
        self.commit()?;
        let number = self.layout.pack_numbers()?.last().copied().unwrap_or(0) + 1;
        self.writer = Some(PackWriter::create(&self.layout, number)?);
        self.ledger.forget_contents();
        Ok(number)
    }

    /// Writes down everything that is held as one batch, so that the history begins with it and nothing
    /// before it is needed any more.
    ///
    /// # Errors
    /// When it cannot be written; then the history before goes on to count.
    pub(crate) fn write_summary(&mut self) -> Result<(), CorpusError> {
        self.commit()?;
        let last = self.last.take();
        self.pending = self.ledger.summary();
        self.commit().inspect_err(|_| self.last = last)
    }

    /// Notes what came of a file.
    pub(crate) fn note(&mut self, entry: FileEntry) {
        self.pending.files.push(entry);
    }

    /// Forgets a file and its documents.
    pub(crate) fn forget(&mut self, path: &str) {
        self.pending.forgotten.push(path.to_owned());
    }

    /// Takes the place of everything that was declared about coverage.
    pub(crate) fn declare(&mut self, coverage: Vec<Declared>) {
        self.pending.coverage = Some(coverage);
    }

    /// Makes everything since the last call last, with one sync.
    ///
    /// # Errors
    /// When it cannot be written; then nothing since the last call counts.
    pub(crate) fn commit(&mut self) -> Result<(), CorpusError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.pending);
        let bytes = batch.write(self.last.map(|last| last.batch));
        let writer = self.writer()?;
        let place = writer.append(&bytes)?;
        writer.sync()?;
        let end = writer.length;
        if end >= FULL {
            self.writer = None;
        }
        self.last = Some(End { batch: place, end });
        self.ledger.apply(batch);
        Ok(())
    }

    fn writer(&mut self) -> Result<&mut PackWriter, CorpusError> {
        if self.writer.is_none() {
            let numbers = self.layout.pack_numbers()?;
            let last = numbers.last().copied().unwrap_or(0);
            // A pack with something unreadable at its end is left as it is.
            let end = match self.last {
                Some(end) if end.batch.pack == last => end.end,
                _ => packs::BEGINNING.len() as u64,
            };
            let goes_on = last > 0
                && end < FULL
                && packs::is_pack(&self.layout.pack(last))
                && fs::metadata(self.layout.pack(last)).is_ok_and(|about| about.len() == end);
            self.writer = Some(if goes_on {
                PackWriter::open(&self.layout, last, end)?
            } else {
                PackWriter::create(&self.layout, last + 1)?
            });
        }
        match &mut self.writer {
            Some(writer) => Ok(writer),
            None => Err(CorpusError::damaged("no pack is open")),
        }
    }

    /// Reads what was done so far, backwards from what is known and forwards from there; cuts away what
    /// was left unfinished.
    fn recover(&mut self, known: Known) -> Result<Recovery, CorpusError> {
        let mut recovery = Recovery::default();
        let history = match known {
            Known::At(end) => self.history(end).ok().map(|batches| (end, batches)),
            Known::Nothing | Known::Lost => None,
        };
        // What was never published may be an unfinished step; everything else may be damage, and that
        // is never cut away.
        let may_cut = history.is_some() || known == Known::Nothing;
        if let Some((end, batches)) = history {
            for batch in batches {
                self.ledger.apply(batch);
            }
            self.last = Some(end);
        }
        let (first, mut offset) = self.last.map_or((0, 0), |end| (end.batch.pack, end.end));
        let numbers = self.layout.pack_numbers()?;
        let newest = numbers.last().copied();
        for number in numbers.into_iter().filter(|number| *number >= first) {
            let cut = may_cut && Some(number) == newest;
            let from = std::mem::take(&mut offset);
            self.replay(number, from, cut, &mut recovery)?;
        }
        Ok(recovery)
    }

    /// The batches up to `end`, oldest first.
    fn history(&self, end: End) -> Result<Vec<Batch>, CorpusError> {
        let mut batches = Vec::new();
        let mut next = Some(end.batch);
        while let Some(place) = next {
            let (batch, previous) = self.packs.batch(place)?;
            batches.push(batch);
            // Each step leads backwards, so a damaged chain can't go in a circle.
            if previous.is_some_and(|previous| previous >= place) {
                return Err(CorpusError::damaged("the history goes in a circle"));
            }
            next = previous;
        }
        batches.reverse();
        Ok(batches)
    }

    /// Takes in what pack `number` holds from byte `from` on.
    fn replay(
        &mut self,
        number: u32,
        from: u64,
        cut: bool,
        recovery: &mut Recovery,
    ) -> Result<(), CorpusError> {
        let walk = self.packs.walk(number, from)?;
        let sound_until = walk.batches.last().map_or(from, |(_, _, next)| *next);
        let mut named: HashSet<Place> = HashSet::new();
        for (place, mut batch, next) in walk.batches {
            for entry in &mut batch.files {
                named.extend(entry.documents.iter().map(|held| held.place));
                self.verify(entry, recovery);
            }
            self.ledger.apply(batch);
            self.last = Some(End {
                batch: place,
                end: next,
            });
        }
        let sound_until = if cut { sound_until } else { walk.length };
        for (start, end) in walk.damaged.iter().filter(|(at, _)| *at < sound_until) {
            let stretch = format!("pack {number}, bytes {start} to {end}");
            recovery.damaged.push(stretch);
        }
        let unnamed = walk
            .records
            .into_iter()
            .filter(|held| held.place.offset < sound_until && !named.contains(&held.place));
        if !walk.damaged.is_empty() {
            recovery.orphans.extend(unnamed);
        }
        let keep = sound_until.max(packs::BEGINNING.len() as u64);
        let path = self.layout.pack(number);
        if cut && walk.length < keep && sound_until == 0 {
            // The power failed while the pack was begun.
            return fs::remove_file(&path).at(&path);
        }
        if cut && walk.length > keep {
            recovery.cut += walk.length - keep;
            File::options()
                .write(true)
                .open(&path)
                .and_then(|file| file.set_len(keep).and_then(|()| file.sync_all()))
                .at(&path)?;
        }
        Ok(())
    }

    /// Drops the documents of an entry that are not what was written: power may fail between a batch
    /// and its records. The file then counts as not read.
    fn verify(&self, entry: &mut FileEntry, recovery: &mut Recovery) {
        let before = entry.documents.len();
        entry
            .documents
            .retain(|held| self.packs.whole(held).is_ok());
        if entry.documents.len() < before {
            entry.hash = None;
            entry.modified = 0;
            entry.size = 0;
            recovery.damaged.push(entry.path.clone());
        }
    }
}

/// The pack that is being written.
#[derive(Debug)]
struct PackWriter {
    number: u32,
    file: File,
    path: PathBuf,
    /// What is appended and not written yet.
    gathered: Vec<u8>,
    /// Length with everything appended, in bytes.
    length: u64,
    /// Length when it was last synced.
    synced: u64,
}

impl PackWriter {
    fn create(layout: &Layout, number: u32) -> Result<Self, CorpusError> {
        let path = layout.pack(number);
        let file = File::options()
            .write(true)
            .create_new(true)
            .open(&path)
            .at(&path)?;
        sync_folder(&layout.packs())?;
        let mut writer = Self::of(number, file, path, 0);
        writer.append(&packs::BEGINNING)?;
        Ok(writer)
    }

    fn open(layout: &Layout, number: u32, length: u64) -> Result<Self, CorpusError> {
        let path = layout.pack(number);
        let mut file = File::options().write(true).open(&path).at(&path)?;
        file.seek(SeekFrom::Start(length)).at(&path)?;
        Ok(Self::of(number, file, path, length))
    }

    fn of(number: u32, file: File, path: PathBuf, length: u64) -> Self {
        Self {
            number,
            file,
            path,
            gathered: Vec::with_capacity(BUFFER),
            length,
            synced: length,
        }
    }

    fn append(&mut self, bytes: &[u8]) -> Result<Place, CorpusError> {
        let place = Place {
            pack: self.number,
            offset: self.length,
        };
        self.gathered.extend_from_slice(bytes);
        self.length += bytes.len() as u64;
        if self.gathered.len() >= BUFFER {
            self.write()?;
        }
        Ok(place)
    }

    fn write(&mut self) -> Result<(), CorpusError> {
        let written = self.file.write_all(&self.gathered);
        self.gathered.clear();
        written.map_err(|error| self.give_up(error))
    }

    fn sync(&mut self) -> Result<(), CorpusError> {
        self.write()?;
        let synced = self.file.sync_data();
        synced.map_err(|error| self.give_up(error))?;
        self.synced = self.length;
        Ok(())
    }

    /// Cuts the pack back to what was synced, so that a full disk gets its room back.
    fn give_up(&mut self, error: std::io::Error) -> CorpusError {
        let _ = self.file.set_len(self.synced);
        CorpusError::io(&self.path, error)
    }
}

#[cfg(test)]
mod tests;
