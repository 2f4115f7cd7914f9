//! The pack that is being written.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::batch::Place;
use super::packs;
use crate::error::{At, CorpusError};
use crate::layout::{Layout, sync_folder};

/// How much is gathered in memory before it is written, in bytes.
const BUFFER: usize = 1 << 20;

/// The pack that is being written.
#[derive(Debug)]
pub(super) struct PackWriter {
    number: u32,
    pub(super) file: File,
    path: PathBuf,
    /// What is appended and not written yet.
    gathered: Vec<u8>,
    /// Length with everything appended, in bytes.
    pub(super) length: u64,
    /// Length when it was last synced.
    synced: u64,
}

impl PackWriter {
    pub(super) fn create(layout: &Layout, number: u32) -> Result<Self, CorpusError> {
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

    pub(super) fn open(layout: &Layout, number: u32, length: u64) -> Result<Self, CorpusError> {
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

    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<Place, CorpusError> {
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

    pub(super) fn sync(&mut self) -> Result<(), CorpusError> {
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
