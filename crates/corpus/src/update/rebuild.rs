//! Building everything anew from what the packs still hold: the way back from any damage.

use std::path::{Path, PathBuf};

use super::session::{Session, stored_record};
use super::{Go, Options, Report, Step};
use crate::error::CorpusError;
use crate::files::Found;
use crate::layout::Layout;

/// Looks at every document; writes the sound ones into new packs, reads those that are damaged again from
/// their files, and builds the index from nothing.
///
/// # Errors
/// When there is no corpus, it cannot be written, or another process has it.
pub fn rebuild(
    root: &Path,
    options: &Options,
    watch: &mut dyn FnMut(Step<'_>) -> Go,
) -> Result<Report, CorpusError> {
    Layout::new(root).check()?;
    let mut session = Session::open(root, options)?;
    let first_new = session.store.begin_new_pack()?;
    let lost = copy(&mut session)?;
    session.store.write_summary()?;
    session.build_anew();
    let again: Vec<Found> = lost
        .iter()
        .filter_map(|path| {
            let about = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
            Some(Found::of(path.clone(), &about))
        })
        .collect();
    session.read(&again, options, watch)?;
    let gone = lost.iter().filter(|path| !path.is_file());
    session
        .report
        .damaged
        .extend(gone.map(|path| path.display().to_string()));
    let stopped = session.report.stopped;
    let layout = session.store.layout().clone();
    let report = session.finish(watch)?;
    if !stopped {
        // A reader of the generation before that has not opened these yet finds them missing, and looks
        // for the generation that is current now.
        for number in layout
            .pack_numbers()?
            .iter()
            .filter(|old| **old < first_new)
        {
            let _ = std::fs::remove_file(layout.pack(*number));
        }
    }
    Ok(report)
}

/// Writes what is sound into new packs; returns the files of which a document is damaged.
fn copy(session: &mut Session) -> Result<Vec<PathBuf>, CorpusError> {
    let files: Vec<_> = session
        .store
        .ledger()
        .files()
        .map(|(_, file)| file.clone())
        .collect();
    let mut lost = Vec::new();
    let mut bytes = 0;
    for mut file in files {
        let before = file.documents.len();
        let mut kept = Vec::with_capacity(before);
        for held in &file.documents {
            let record = stored_record(session.store.packs(), held, &file.path);
            if let Some(record) = record {
                bytes += record.bytes.len();
                kept.push(session.store.put_again(held.number, &record)?);
            }
        }
        file.documents = kept;
        if file.documents.len() < before {
            lost.push(PathBuf::from(&file.path));
            (file.size, file.modified, file.hash) = (0, 0, None);
        }
        session.store.note(file);
        if bytes >= super::session::BATCH_BYTES {
            bytes = 0;
            session.store.commit()?;
        }
    }
    session.store.commit()?;
    Ok(lost)
}
