//! The store: parsed documents in append-only packs. It is the truth; everything else is made from it.
//!
//! Documents are written first, then a batch that says what they are, then one sync. Whatever breaks off
//! before that sync leaves a tail that the next writer cuts away; what was synced stays. Nothing that
//! was written is ever written over.

mod batch;
mod header;
mod ledger;
mod lock;
mod packs;
mod record;
mod recovery;
mod writer;

use std::fs;
use std::path::Path;

pub(crate) use batch::{Batch, FileEntry, Held, Place};
pub use batch::{Declared, Failure};
pub(crate) use ledger::Ledger;
pub use lock::Holder;
use lock::Lock;
pub(crate) use packs::Packs;
pub use record::Identity;
pub(crate) use record::Record;
pub(crate) use recovery::{Known, Recovery};
use writer::PackWriter;

use crate::error::{At, CorpusError};
use crate::layout::Layout;

/// A pack that has grown to this size, in bytes, is followed by a new one.
const FULL: u64 = 256 * 1024 * 1024;

/// Up to where the packs have been written: the last batch, and the byte behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct End {
    /// Where the last batch begins.
    pub(crate) batch: Place,
    /// The byte behind it, in the same pack.
    pub(crate) end: u64,
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
    /// `known` says where the packs ended when an index was last published; it is asked behind the lock,
    /// when nobody else can publish one any more.
    ///
    /// # Errors
    /// When it may not be written, another process has it, or it is newer than this program.
    pub(crate) fn open(
        root: &Path,
        command: &str,
        known: impl FnOnce(&Layout) -> Known,
    ) -> Result<(Self, Recovery), CorpusError> {
        fs::create_dir_all(root).at(root)?;
        let layout = Layout::new(root);
        layout.create()?;
        let lock = Lock::take(&layout.lock(), command)?;
        let known = known(&layout);
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
}

#[cfg(test)]
mod tests;
