//! Opening a store: what was done so far is read again, and what was left unfinished is cut away.

use std::collections::HashSet;
use std::fs::File;

use super::batch::{Batch, FileEntry, Held, Place};
use super::{End, Store, packs};
use crate::error::{At, CorpusError};

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

impl Store {
    /// Reads what was done so far, backwards from what is known and forwards from there; cuts away what
    /// was left unfinished.
    pub(super) fn recover(&mut self, known: Known) -> Result<Recovery, CorpusError> {
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
        if cut && walk.length < keep && sound_until == 0 {
            // It was broken off while the pack was begun.
            return self.packs.remove(number);
        }
        let path = self.layout.pack(number);
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
