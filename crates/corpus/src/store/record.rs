//! One document in a pack: a checked header, the head as JSON, the passages as compressed JSON.
//!
//! A document is addressed by its content: its [`Identity`] is a hash over the hashes of head and
//! passages. Whatever is read is hashed again before anybody sees it.

use std::fmt;

use serde::{Deserialize, Serialize};
use sources::Document;

use super::header;
use crate::form;

/// The first bytes of a record.
pub(crate) const MAGIC: [u8; 4] = *b"PHD1";

/// Length of a header in bytes.
pub(crate) const HEADER: usize = 84;

/// The largest head and the largest passages that are taken for possible, in bytes.
const LARGEST: u32 = 1 << 30;

/// The address of a document by its content.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity(pub(crate) [u8; 32]);

impl Identity {
    /// The identity that 64 hexadecimal digits spell.
    pub fn parse(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text)
            .ok()
            .map(|hash| Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Identity({self})")
    }
}

impl Serialize for Identity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Identity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("no identity"))
    }
}

/// A document as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) identity: Identity,
    pub(crate) bytes: Vec<u8>,
}

impl Record {
    /// Writes `document`.
    pub(crate) fn of(document: &Document) -> Self {
        let head = form::write_head(document);
        let raw = form::write_passages(&document.passages);
        let body = lz4_flex::block::compress(&raw);
        let header = Header {
            head_length: head.len() as u32,
            body_length: body.len() as u32,
            raw_length: raw.len() as u32,
            head_hash: *blake3::hash(&head).as_bytes(),
            body_hash: *blake3::hash(&raw).as_bytes(),
        };
        let mut bytes = Vec::with_capacity(HEADER + head.len() + body.len());
        bytes.extend_from_slice(&header.write());
        bytes.extend_from_slice(&head);
        bytes.extend_from_slice(&body);
        Self {
            identity: header.identity(),
            bytes,
        }
    }
}

/// The header of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Length of the head, in bytes.
    pub(crate) head_length: u32,
    /// Length of the compressed passages.
    pub(crate) body_length: u32,
    /// Length of the passages before compression.
    pub(crate) raw_length: u32,
    head_hash: [u8; 32],
    body_hash: [u8; 32],
}

impl Header {
    /// Reads a header; `None` where the bytes are none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let said = header::said(bytes, HEADER, MAGIC)?;
        let header = Self {
            head_length: header::number(said, 4)?,
            body_length: header::number(said, 8)?,
            raw_length: header::number(said, 12)?,
            head_hash: said.get(16..48)?.try_into().ok()?,
            body_hash: said.get(48..80)?.try_into().ok()?,
        };
        [header.head_length, header.body_length, header.raw_length]
            .iter()
            .all(|length| *length <= LARGEST)
            .then_some(header)
    }

    fn write(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[..4].copy_from_slice(&MAGIC);
        bytes[4..8].copy_from_slice(&self.head_length.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.body_length.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.raw_length.to_le_bytes());
        bytes[16..48].copy_from_slice(&self.head_hash);
        bytes[48..80].copy_from_slice(&self.body_hash);
        let check = header::checksum(&bytes[..HEADER - 4]);
        bytes[80..].copy_from_slice(&check);
        bytes
    }

    /// The address of the document.
    pub(crate) fn identity(&self) -> Identity {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.head_length.to_le_bytes());
        hasher.update(&self.raw_length.to_le_bytes());
        hasher.update(&self.head_hash);
        hasher.update(&self.body_hash);
        Identity(*hasher.finalize().as_bytes())
    }

    /// Length of the whole record.
    pub(crate) fn record_length(&self) -> u64 {
        HEADER as u64 + u64::from(self.head_length) + u64::from(self.body_length)
    }

    /// The head in `record`, when it is what was written.
    pub(crate) fn head<'a>(&self, record: &'a [u8]) -> Option<&'a [u8]> {
        let head = record.get(HEADER..HEADER + self.head_length as usize)?;
        (*blake3::hash(head).as_bytes() == self.head_hash).then_some(head)
    }

    /// The passages in `record`, unpacked, when they are what was written.
    pub(crate) fn body(&self, record: &[u8]) -> Option<Vec<u8>> {
        let start = HEADER + self.head_length as usize;
        let packed = record.get(start..start + self.body_length as usize)?;
        // No byte of LZ4 stands for more than 255, so nothing is unpacked that could not be there.
        if u64::from(self.raw_length) > 255 * u64::from(self.body_length) + 64 {
            return None;
        }
        let raw = lz4_flex::block::decompress(packed, self.raw_length as usize).ok()?;
        (*blake3::hash(&raw).as_bytes() == self.body_hash).then_some(raw)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn record() -> Record {
        let text = include_str!("../../../../tests/sources/A_RES_67_172.txt");
        let document = sources::read::whole(text, Path::new("a.txt")).unwrap();
        Record::of(&document)
    }

    #[test]
    fn equal_documents_have_one_identity_wherever_they_lie() {
        let text = include_str!("../../../../tests/sources/A_RES_67_172.txt");
        let elsewhere = sources::read::whole(text, Path::new("b/c.txt")).unwrap();
        let elsewhere = Record::of(&elsewhere);
        assert_eq!(elsewhere.identity, record().identity);
        let other = text.replacen("Calls upon", "Calls on", 1);
        let other = Record::of(&sources::read::whole(&other, Path::new("a.txt")).unwrap());
        assert_ne!(other.identity, elsewhere.identity);
        let written = elsewhere.identity.to_string();
        assert_eq!(Identity::parse(&written), Some(elsewhere.identity));
    }

    #[test]
    fn no_flipped_bit_goes_through() {
        let record = record();
        let header = Header::read(&record.bytes).unwrap();
        assert!(header.head(&record.bytes).is_some() && header.body(&record.bytes).is_some());
        let mut bytes = record.bytes.clone();
        for at in (0..bytes.len()).step_by(41).chain(0..HEADER) {
            bytes[at] ^= 1 << (at % 8);
            let whole = Header::read(&bytes)
                .filter(|header| header.identity() == record.identity)
                .is_some_and(|header| {
                    header.head(&bytes).is_some() && header.body(&bytes).is_some()
                });
            assert!(!whole, "byte {at}");
            bytes[at] = record.bytes[at];
        }
    }

    #[test]
    fn a_record_that_was_cut_off_is_none() {
        let record = record();
        let header = Header::read(&record.bytes).unwrap();
        for length in [0, 3, HEADER - 1] {
            assert!(Header::read(&record.bytes[..length]).is_none());
        }
        let cut = &record.bytes[..record.bytes.len() - 1];
        assert!(header.head(cut).is_some() && header.body(cut).is_none());
        assert!(header.head(&cut[..HEADER]).is_none());
    }
}
