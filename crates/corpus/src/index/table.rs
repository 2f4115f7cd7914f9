//! The table of documents of a generation: where each stands in the packs, and which file it came from.
//!
//! Rows of 64 bytes in the order of document numbers, mapped; the paths stand one after another in a
//! file of their own.

use std::sync::Arc;

use tantivy::directory::OwnedBytes;

use crate::store::{Held, Identity, Place};

/// Length of a row, in bytes.
const ROW: usize = 64;

/// The table.
pub(crate) struct Table {
    rows: OwnedBytes,
    paths: OwnedBytes,
}

impl Table {
    pub(crate) fn new(rows: OwnedBytes, paths: OwnedBytes) -> Self {
        Self { rows, paths }
    }

    /// How many documents there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len() / ROW
    }

    /// The document in a row, and the path of its file.
    pub(crate) fn get(&self, row: u32) -> Option<(Held, &str)> {
        let start = row as usize * ROW;
        let bytes = self.rows.get(start..start + ROW)?;
        let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let held = Held {
            number: number(0)?,
            place: Place {
                pack: number(4)?,
                offset: long(8)?,
            },
            length: number(16)?,
            identity: Identity(bytes.get(32..64)?.try_into().ok()?),
        };
        let path_start = usize::try_from(long(24)?).ok()?;
        let path_end = path_start.checked_add(number(20)? as usize)?;
        let path = self.paths.get(path_start..path_end)?;
        Some((held, std::str::from_utf8(path).ok()?))
    }

    /// The row of the document with this number.
    pub(crate) fn row_of(&self, number: u32) -> Option<u32> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let found = self.number(middle)?;
            match found.cmp(&number) {
                std::cmp::Ordering::Equal => return u32::try_from(middle).ok(),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The numbers of all documents, in order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        (0..self.len()).filter_map(|row| self.number(row))
    }

    fn number(&self, row: usize) -> Option<u32> {
        let bytes = self.rows.get(row * ROW..row * ROW + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }
}

/// The bytes of the rows and of the paths, for documents in the order of their numbers.
pub(crate) fn write(documents: &[(Held, Arc<str>)]) -> (Vec<u8>, Vec<u8>) {
    let mut rows = Vec::with_capacity(documents.len() * ROW);
    let mut paths: Vec<u8> = Vec::new();
    let mut last: Option<(&str, u64)> = None;
    for (held, path) in documents {
        // The records of one file come one after another and share its path.
        let start = match last {
            Some((known, start)) if known == &**path => start,
            _ => {
                let start = paths.len() as u64;
                paths.extend_from_slice(path.as_bytes());
                start
            }
        };
        last = Some((path, start));
        rows.extend_from_slice(&held.number.to_le_bytes());
        rows.extend_from_slice(&held.place.pack.to_le_bytes());
        rows.extend_from_slice(&held.place.offset.to_le_bytes());
        rows.extend_from_slice(&held.length.to_le_bytes());
        rows.extend_from_slice(&(path.len() as u32).to_le_bytes());
        rows.extend_from_slice(&start.to_le_bytes());
        rows.extend_from_slice(&held.identity.0);
    }
    (rows, paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_number_and_say_what_was_written() {
        let documents: Vec<(Held, Arc<str>)> = [2_u32, 3, 7, 1000]
            .into_iter()
            .map(|number| {
                let held = Held {
                    number,
                    place: Place {
                        pack: 1,
                        offset: u64::from(number) * 100,
                    },
                    length: number + 1,
                    identity: Identity([number as u8; 32]),
                };
                let path = if number < 5 { "both.xml" } else { "é.txt" };
                (held, Arc::from(path))
            })
            .collect();
        let (rows, paths) = write(&documents);
        let table = Table::new(OwnedBytes::new(rows), OwnedBytes::new(paths));
        assert_eq!(table.len(), 4);
        for (held, path) in &documents {
            let row = table.row_of(held.number).unwrap();
            assert_eq!(table.get(row), Some((*held, &**path)));
        }
        assert_eq!(table.row_of(4), None);
        assert_eq!(table.get(4), None);
        assert_eq!(table.numbers().collect::<Vec<_>>(), [2, 3, 7, 1000]);
    }
}
