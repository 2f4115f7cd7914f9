//! What was done in one step: which files were read and what came of them.
//!
//! A batch stands behind its records in the same pack, so one sync makes both last. It points to the
//! batch before, so the history is read backwards without touching the records.

use serde::{Deserialize, Serialize};

use super::header;
use super::record::Identity;

/// The first bytes of a batch.
pub(crate) const MAGIC: [u8; 4] = *b"PHB1";

/// Length of the header of a batch in bytes.
pub(crate) const HEADER: usize = 68;

/// The longest batch that is taken for possible, in bytes.
const LARGEST: u32 = 1 << 28;

/// Where something stands: the number of the pack, and the byte in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Place {
    #[serde(rename = "k")]
    pub(crate) pack: u32,
    #[serde(rename = "o")]
    pub(crate) offset: u64,
}

/// What was done in one step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Batch {
    /// Files that were read. An entry takes the place of every earlier one of the same path.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) files: Vec<FileEntry>,
    /// Paths that are no longer known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) forgotten: Vec<String>,
    /// The whole declaration of coverage, where it has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) coverage: Option<Vec<Declared>>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FileEntry {
    pub(crate) path: String,
    /// Size in bytes.
    pub(crate) size: u64,
    /// When it was last changed, in nanoseconds since 1970; 0 where the system does not say.
    pub(crate) modified: u64,
    /// Version of the readers that read it.
    #[serde(default)]
    pub(crate) readers: u32,
    /// Hash of its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hash: Option<Identity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) documents: Vec<Held>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) failure: Option<Failure>,
    /// Whether some of its characters were unreadable and replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) replaced: bool,
}

/// A document that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Held {
    /// Its number, never given twice: of two documents the later has the higher one.
    #[serde(rename = "n")]
    pub(crate) number: u32,
    #[serde(flatten)]
    pub(crate) place: Place,
    /// Length of its record in bytes.
    #[serde(rename = "l")]
    pub(crate) length: u32,
    #[serde(rename = "i")]
    pub(crate) identity: Identity,
}

/// Why a file gave no document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The stage at which it failed: `open`, `format`, `parse`, `limit`, `child`,
    /// `document`.
    pub stage: String,
    /// What was wrong, in a drafter's words.
    pub reason: String,
    /// What a drafter can do about it.
    pub advice: String,
}

/// A series that is declared to be held in full.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Declared {
    /// "A/RES sessions 60-80".
    pub series: String,
    /// The day up to which that is true: 2026-11-25.
    pub as_of: String,
}

impl FileEntry {
    /// An entry of which nothing is known but the path.
    pub(crate) fn blank(path: String) -> Self {
        Self {
            path,
            size: 0,
            modified: 0,
            readers: 0,
            hash: None,
            documents: Vec::new(),
            failure: None,
            replaced: false,
        }
    }
}

impl Batch {
    /// Whether nothing was done.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.forgotten.is_empty() && self.coverage.is_none()
    }

    /// The bytes of the batch, which follow its records; `previous` is where the batch before stands.
    pub(crate) fn write(&self, previous: Option<Place>) -> Vec<u8> {
        // Strings and numbers have no way to fail.
        let raw = serde_json::to_vec(self).unwrap_or_default();
        let packed = lz4_flex::block::compress(&raw);
        // Pack 0 is no pack.
        let before = previous.unwrap_or(Place { pack: 0, offset: 0 });
        let mut bytes = Vec::with_capacity(HEADER + packed.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&(packed.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&(raw.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&before.pack.to_le_bytes());
        bytes.extend_from_slice(&before.offset.to_le_bytes());
        bytes.extend_from_slice(&[0; 8]);
        bytes.extend_from_slice(blake3::hash(&raw).as_bytes());
        let check = header::checksum(&bytes);
        bytes.extend_from_slice(&check);
        bytes.extend_from_slice(&packed);
        bytes
    }
}

/// The header of a batch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    length: u32,
    raw_length: u32,
    /// Where the batch before stands.
    pub(crate) previous: Option<Place>,
    hash: [u8; 32],
}

impl Header {
    /// Reads a header; `None` where the bytes are none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let said = header::said(bytes, HEADER, MAGIC)?;
        let previous = Place {
            pack: header::number(said, 12)?,
            offset: u64::from_le_bytes(said.get(16..24)?.try_into().ok()?),
        };
        let header = Self {
            length: header::number(said, 4)?,
            raw_length: header::number(said, 8)?,
            previous: (previous.pack > 0).then_some(previous),
            hash: said.get(32..64)?.try_into().ok()?,
        };
        (header.length <= LARGEST && header.raw_length <= LARGEST).then_some(header)
    }

    /// Length of header and batch together, in bytes.
    pub(crate) fn whole_length(&self) -> u64 {
        HEADER as u64 + u64::from(self.length)
    }

    /// The batch in `bytes`, which begin with the header, when it is what was written.
    pub(crate) fn batch(&self, bytes: &[u8]) -> Option<Batch> {
        let packed = bytes.get(HEADER..HEADER + self.length as usize)?;
        if u64::from(self.raw_length) > 255 * u64::from(self.length) + 64 {
            return None;
        }
        let raw = lz4_flex::block::decompress(packed, self.raw_length as usize).ok()?;
        if *blake3::hash(&raw).as_bytes() != self.hash {
            return None;
        }
        serde_json::from_slice(&raw).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_read_as_it_was_written_or_not_at_all() {
        let identity = Identity([7; 32]);
        let batch = Batch {
            files: vec![FileEntry {
                path: "a/b.txt".into(),
                size: 12,
                modified: 1_700_000_000_000_000_000,
                readers: 1,
                hash: Some(identity),
                documents: vec![Held {
                    number: 3,
                    place: Place { pack: 1, offset: 8 },
                    length: 100,
                    identity,
                }],
                failure: None,
                replaced: true,
            }],
            forgotten: vec!["old.txt".into()],
            coverage: Some(Vec::new()),
        };
        let previous = Some(Place { pack: 2, offset: 9 });
        let bytes = batch.write(previous);
        let header = Header::read(&bytes).unwrap();
        assert_eq!(header.previous, previous);
        assert_eq!(header.whole_length(), bytes.len() as u64);
        assert_eq!(header.batch(&bytes).as_ref(), Some(&batch));
        let mut flipped = bytes.clone();
        for at in 0..bytes.len() {
            flipped[at] ^= 4;
            let read = Header::read(&flipped).and_then(|header| header.batch(&flipped));
            // Two packed forms may stand for the same bytes.
            assert!(read.is_none_or(|read| read == batch), "byte {at}");
            flipped[at] = bytes[at];
        }
    }

    #[test]
    fn the_first_batch_has_none_before_it() {
        let bytes = Batch::default().write(None);
        assert_eq!(Header::read(&bytes).unwrap().previous, None);
    }
}
