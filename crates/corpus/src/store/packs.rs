//! Packs for reading: documents by place, and a walk over everything that stands in a pack.
//!
//! Files are read at offsets and never mapped, so a pack that is cut short while it is read gives an
//! error and not a signal.

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::batch::{self, Batch, Held, Place};
use super::record::{self, Identity};
use crate::error::{At, CorpusError};
use crate::layout::Layout;

/// The first bytes of a pack.
pub(crate) const BEGINNING: [u8; 8] = *b"PHPACK1\n";

/// How much is read in one go where the head of a document is wanted.
const HEAD_READ: usize = 1024;

/// How much is looked through in one go for the next record behind a damaged one.
const WINDOW: usize = 1 << 20;

/// The packs of a corpus. Opens each file when it is first asked for.
#[derive(Debug)]
pub(crate) struct Packs {
    layout: Layout,
    open: Mutex<HashMap<u32, Arc<File>>>,
}

impl Packs {
    pub(crate) fn new(layout: Layout) -> Self {
        Self {
            layout,
            open: Mutex::default(),
        }
    }

    fn file(&self, number: u32) -> Result<Arc<File>, CorpusError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = open.get(&number) {
            return Ok(Arc::clone(file));
        }
        let path = self.layout.pack(number);
        let file = Arc::new(File::open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => CorpusError::damaged(format!("pack {number} is missing")),
            _ => CorpusError::io(&path, error),
        })?);
        open.insert(number, Arc::clone(&file));
        Ok(file)
    }

    /// Removes pack `number`. The next one may get its number, so the file that is open is let go.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub(crate) fn remove(&self, number: u32) -> Result<(), CorpusError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.remove(&number);
        let path = self.layout.pack(number);
        std::fs::remove_file(&path).at(&path)
    }

    fn read(&self, place: Place, length: usize) -> Result<Vec<u8>, CorpusError> {
        let mut bytes = vec![0; length];
        let file = self.file(place.pack)?;
        read_exact_at(&file, &mut bytes, place.offset).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => {
                CorpusError::damaged(format!("pack {} is cut off", place.pack))
            }
            _ => CorpusError::io(&self.layout.pack(place.pack), error),
        })?;
        Ok(bytes)
    }

    /// The head of a document as JSON, verified.
    ///
    /// # Errors
    /// When the pack cannot be read, or does not hold what was written there.
    pub(crate) fn head(&self, held: &Held) -> Result<Vec<u8>, CorpusError> {
        let first = self.read(held.place, HEAD_READ.min(held.length as usize))?;
        let header = header(&first, held)?;
        let wanted = record::HEADER + header.head_length as usize;
        if wanted <= first.len() {
            return header
                .head(&first)
                .map(<[u8]>::to_vec)
                .ok_or_else(|| damaged(held));
        }
        let whole = self.read(held.place, wanted)?;
        header
            .head(&whole)
            .map(<[u8]>::to_vec)
            .ok_or_else(|| damaged(held))
    }

    /// Head and passages of a document as JSON, verified.
    ///
    /// # Errors
    /// When the pack cannot be read, or does not hold what was written there.
    pub(crate) fn whole(&self, held: &Held) -> Result<(Vec<u8>, Vec<u8>), CorpusError> {
        let bytes = self.read(held.place, held.length as usize)?;
        let header = header(&bytes, held)?;
        header
            .head(&bytes)
            .map(<[u8]>::to_vec)
            .zip(header.body(&bytes))
            .ok_or_else(|| damaged(held))
    }

    /// The batch at `place`, and where the one before it stands.
    ///
    /// # Errors
    /// When the pack cannot be read, or there is no batch.
    pub(crate) fn batch(&self, place: Place) -> Result<(Batch, Option<Place>), CorpusError> {
        let broken = || CorpusError::damaged(format!("pack {} lost a note", place.pack));
        let first = self.read(place, batch::HEADER)?;
        let header = batch::Header::read(&first).ok_or_else(broken)?;
        let length = usize::try_from(header.whole_length()).map_err(|_| broken())?;
        let bytes = self.read(place, length)?;
        let batch = header.batch(&bytes).ok_or_else(broken)?;
        Ok((batch, header.previous))
    }

    /// Everything in pack `number` from byte `from` on.
    ///
    /// # Errors
    /// When the pack cannot be read.
    pub(crate) fn walk(&self, number: u32, from: u64) -> Result<Walk, CorpusError> {
        let file = self.file(number)?;
        let path = self.layout.pack(number);
        let length = file.metadata().at(&path)?.len();
        let mut walk = Walk {
            length,
            ..Walk::default()
        };
        let mut at = from.max(BEGINNING.len() as u64);
        while at < length {
            let place = Place {
                pack: number,
                offset: at,
            };
            match self.block(place, length)? {
                Some((Block::Record(held), next)) => {
                    walk.records.push(held);
                    at = next;
                }
                Some((Block::Batch(batch), next)) => {
                    walk.batches.push((place, batch, next));
                    at = next;
                }
                None => {
                    let next = next_magic(&file, at + 1, length).at(&path)?;
                    walk.damaged.push((at, next));
                    at = next;
                }
            }
        }
        Ok(walk)
    }

    /// What stands at `place`, and where the next thing begins; `None` for anything but a record with
    /// a sound header and a whole batch.
    fn block(&self, place: Place, length: u64) -> Result<Option<(Block, u64)>, CorpusError> {
        let left = usize::try_from(length - place.offset).unwrap_or(usize::MAX);
        let first = self.read(place, left.min(record::HEADER))?;
        if let Some(header) = record::Header::read(&first) {
            let next = place.offset + header.record_length();
            let held = Held {
                number: 0,
                place,
                length: u32::try_from(header.record_length()).unwrap_or(u32::MAX),
                identity: header.identity(),
            };
            return Ok((next <= length).then_some((Block::Record(held), next)));
        }
        let Some(header) = batch::Header::read(&first) else {
            return Ok(None);
        };
        let next = place.offset + header.whole_length();
        if next > length {
            return Ok(None);
        }
        let whole = usize::try_from(header.whole_length()).unwrap_or(0);
        let bytes = self.read(place, whole)?;
        Ok(header
            .batch(&bytes)
            .map(|batch| (Block::Batch(batch), next)))
    }
}

enum Block {
    Record(Held),
    Batch(Batch),
}

/// What stands in a pack.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// Documents whose header is sound; their content is not verified yet. They have no number.
    pub(crate) records: Vec<Held>,
    /// Whole batches: where each begins, and where the next thing begins.
    pub(crate) batches: Vec<(Place, Batch, u64)>,
    /// Stretches that are neither.
    pub(crate) damaged: Vec<(u64, u64)>,
    /// Length of the pack in bytes.
    pub(crate) length: u64,
}

fn header(bytes: &[u8], held: &Held) -> Result<record::Header, CorpusError> {
    record::Header::read(bytes)
        .filter(|header| {
            header.identity() == held.identity && header.record_length() == u64::from(held.length)
        })
        .ok_or_else(|| damaged(held))
}

fn damaged(held: &Held) -> CorpusError {
    let short: String = identity_digits(held.identity);
    CorpusError::damaged(format!(
        "the text of document {short} in pack {} is not what was written",
        held.place.pack
    ))
}

fn identity_digits(identity: Identity) -> String {
    identity.to_string().chars().take(12).collect()
}

/// The next byte from `from` on at which a record or a batch may begin; `length` where there is none.
fn next_magic(file: &File, from: u64, length: u64) -> io::Result<u64> {
    let mut at = from;
    while at < length {
        let size = usize::try_from(length - at).unwrap_or(WINDOW).min(WINDOW);
        let mut window = vec![0; size];
        read_exact_at(file, &mut window, at)?;
        let found = window
            .windows(4)
            .position(|four| four == record::MAGIC || four == batch::MAGIC);
        if let Some(found) = found {
            return Ok(at + found as u64);
        }
        if size < 4 {
            break;
        }
        at += size as u64 - 3;
        if size < WINDOW {
            break;
        }
    }
    Ok(length)
}

#[cfg(unix)]
fn read_exact_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_exact_at(file: &File, bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        match std::os::windows::fs::FileExt::seek_read(file, &mut bytes[done..], offset)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                done += read;
                offset += read as u64;
            }
        }
    }
    Ok(())
}

/// Whether the file at `path` begins as a pack does.
pub(crate) fn is_pack(path: &Path) -> bool {
    let mut first = [0; 8];
    File::open(path)
        .and_then(|file| read_exact_at(&file, &mut first, 0))
        .is_ok()
        && first == BEGINNING
}
