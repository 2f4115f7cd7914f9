//! The index of a sources folder, shown while it is brought up to date beside the server.
//!
//! The workspace says what happens; here it becomes a work in the editor, which can be cancelled, and at
//! its end every draft is looked at again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use workspace::{Indexing, Progress};

use crate::progress::{self, Step, Work};
use crate::session::Session;

/// Folders whose index is being brought up to date.
#[derive(Default)]
struct Folders(Mutex<HashMap<PathBuf, Shown>>);

struct Shown {
    work: Work,
    files: usize,
}

/// Listens to what happens to indexes.
pub(crate) fn listen(session: &Arc<Session>) {
    let then = Arc::downgrade(session);
    let folders = Folders::default();
    session.workspaces.on_indexing(move |what| {
        let Some(session) = then.upgrade() else {
            return;
        };
        match what {
            Indexing::Begun(folder) => folders.begin(&session, folder),
            Indexing::Goes(folder, progress) => folders.step(&folder, progress),
            Indexing::Ended(folder) => {
                folders.lock().remove(&folder);
                session.look_around_again_soon();
            }
        }
    });
}

impl Folders {
    fn begin(&self, session: &Arc<Session>, folder: PathBuf) {
        let title = format!("Reading {}", folder.display());
        let (asker, reading) = (Arc::downgrade(session), folder.clone());
        // What has been read stays read.
        let cancel = move || {
            if let Some(session) = asker.upgrade() {
                session.workspaces.cancel_indexing(&reading);
            }
        };
        if let Some(work) = progress::begin(session, title, cancel) {
            self.lock().insert(folder, Shown { work, files: 0 });
        }
    }

    fn step(&self, folder: &Path, progress: Progress) {
        let mut folders = self.lock();
        let Some(shown) = folders.get_mut(folder) else {
            return;
        };
        match progress {
            Progress::Found(files) => shown.files = files,
            Progress::Read(read) => shown.work.step(Step::of(read, shown.files, "files")),
            Progress::Publishing => shown.work.step(Step {
                share: 100,
                message: "writing the index".to_owned(),
            }),
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, Shown>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
