//! The index of a `sources/` folder, brought up to date by a child process of the same binary.
//!
//! Nobody who reads an index writes it. The child says on standard output how far it has come, one JSON
//! object on a line, and what it has done stays when it is ended in the middle.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use corpus::FolderState;
use serde::{Deserialize, Serialize};

/// How to start the child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexer {
    /// The binary.
    pub program: PathBuf,
    /// What makes it an indexer; the folder and the place of its index are added.
    pub arguments: Vec<String>,
    /// Whether findings wait for the index.
    pub patience: Patience,
}

/// Whether findings wait for the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// They wait: a command line says everything it has to say at once.
    Waits,
    /// They come without it, and again when it is ready: nobody who types waits.
    Leaves,
}

/// What the child says while it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// This many files are to be read.
    Found(usize),
    /// This many have been read.
    Read(usize),
    /// The index is written.
    Publishing,
}

/// What happens to the index of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Indexing {
    /// It is being brought up to date.
    Begun(PathBuf),
    /// It has come so far.
    Goes(PathBuf, Progress),
    /// It is up to date, or it was given up.
    Ended(PathBuf),
}

type Listener = Arc<dyn Fn(Indexing) + Send + Sync>;

/// The children at work, and what is known of those that failed.
#[derive(Clone, Default)]
pub(crate) struct Indexers {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    listener: Option<Listener>,
    at_work: HashMap<PathBuf, Arc<Mutex<Slot>>>,
    /// Folders in states for which a child has failed; it would fail again.
    given_up: HashSet<(PathBuf, FolderState)>,
    /// Folders whose index turned out to be damaged.
    distrusted: HashSet<PathBuf>,
}

/// The child that is at work on a folder.
#[derive(Default)]
enum Slot {
    /// It has not been started yet, or has ended.
    #[default]
    Empty,
    Runs(Child),
    /// It was to be ended before it was started.
    Cancelled,
}

impl Indexers {
    pub(crate) fn listen(&self, listener: Listener) {
        self.lock().listener = Some(listener);
    }

    /// Whether a child has failed on the folder as it is.
    pub(crate) fn has_given_up(&self, folder: &Path, state: &FolderState) -> bool {
        let key = (folder.to_owned(), state.clone());
        self.lock().given_up.contains(&key)
    }

    /// Takes note that the index of a folder is damaged: it is built anew when it is next asked for.
    pub(crate) fn distrust(&self, folder: &Path) {
        self.lock().distrusted.insert(folder.to_owned());
    }

    /// Whether the index of a folder turned out to be damaged.
    pub(crate) fn is_distrusted(&self, folder: &Path) -> bool {
        self.lock().distrusted.contains(folder)
    }

    /// Runs a child to its end; whether it did its work.
    pub(crate) fn wait_for(&self, indexer: &Indexer, job: &Job) -> bool {
        let done = indexer.command(job).spawn().is_ok_and(|mut child| {
            drop(child.stdout.take());
            child.wait().is_ok_and(|status| status.success())
        });
        self.note(job, done);
        done
    }

    /// Starts a child and returns at once. `after` is called when it has ended.
    pub(crate) fn start(&self, indexer: &Indexer, job: Job, after: impl FnOnce() + Send + 'static) {
        let slot = Arc::new(Mutex::new(Slot::default()));
        {
            let mut state = self.lock();
            if state.at_work.contains_key(&job.folder) {
                return;
            }
            state.at_work.insert(job.folder.clone(), Arc::clone(&slot));
        }
        let indexers = self.clone();
        let mut command = indexer.command(&job);
        std::thread::spawn(move || {
            indexers.say(Indexing::Begun(job.folder.clone()));
            let done = indexers.attend(&mut command, &slot, &job);
            indexers.lock().at_work.remove(&job.folder);
            indexers.note(&job, done);
            after();
            indexers.say(Indexing::Ended(job.folder));
        });
    }

    /// Ends the child that is at work on `folder`. What it has read stays read.
    pub(crate) fn cancel(&self, folder: &Path) {
        let Some(slot) = self.lock().at_work.get(folder).cloned() else {
            return;
        };
        match &mut *held(&slot) {
            // It may have ended by itself.
            Slot::Runs(child) => drop(child.kill()),
            other => *other = Slot::Cancelled,
        }
    }

    fn attend(&self, command: &mut Command, slot: &Mutex<Slot>, job: &Job) -> bool {
        let output = {
            let mut slot = held(slot);
            if matches!(*slot, Slot::Cancelled) {
                return false;
            }
            let Ok(mut child) = command.spawn() else {
                return false;
            };
            let output = child.stdout.take();
            *slot = Slot::Runs(child);
            output
        };
        for line in output
            .into_iter()
            .flat_map(|output| BufReader::new(output).lines())
            .map_while(Result::ok)
        {
            if let Ok(progress) = serde_json::from_str(&line) {
                self.say(Indexing::Goes(job.folder.clone(), progress));
            }
        }
        match std::mem::take(&mut *held(slot)) {
            Slot::Runs(mut child) => child.wait().is_ok_and(|status| status.success()),
            Slot::Empty | Slot::Cancelled => false,
        }
    }

    /// A child that has done its work and left the index behind the folder would do so again.
    fn note(&self, job: &Job, done: bool) {
        if done {
            self.lock().distrusted.remove(&job.folder);
        }
        if !done || !corpus::is_fresh(&job.index, &job.state) {
            let key = (job.folder.clone(), job.state.clone());
            self.lock().given_up.insert(key);
        }
    }

    fn say(&self, what: Indexing) {
        let listener = self.lock().listener.clone();
        if let Some(listener) = listener {
            listener(what);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic under the lock leaves at most an entry out.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn held(slot: &Mutex<Slot>) -> MutexGuard<'_, Slot> {
    // A panic under the lock leaves the child as it was.
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder whose index is to be brought up to date.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) folder: PathBuf,
    /// Where its index lies.
    pub(crate) index: PathBuf,
    pub(crate) state: FolderState,
    /// Whether everything is built anew.
    pub(crate) anew: Anew,
}

/// Whether an index goes on from what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anew {
    /// It does.
    No,
    /// It is built anew, because what is there is damaged.
    Yes,
}

impl Indexer {
    fn command(&self, job: &Job) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .arg(&job.folder)
            .arg(&job.index)
            .args((job.anew == Anew::Yes).then_some("--anew"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        command
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;

    /// A child that goes on for a minute, unless it is ended.
    fn slow() -> Indexer {
        Indexer {
            program: "/bin/sh".into(),
            arguments: vec!["-c".into(), "echo '{\"found\":5}'; exec sleep 60".into()],
            patience: Patience::Leaves,
        }
    }

    fn job(folder: &Path) -> Job {
        Job {
            folder: folder.to_owned(),
            index: folder.join("index"),
            state: corpus::state_of(folder),
            anew: Anew::No,
        }
    }

    fn listened(indexers: &Indexers) -> Receiver<Indexing> {
        let (sender, receiver) = channel();
        indexers.listen(Arc::new(move |what| drop(sender.send(what))));
        receiver
    }

    #[test]
    fn what_is_cancelled_ends_and_is_not_begun_again_as_long_as_the_folder_stays() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let indexers = Indexers::default();
        let happens = listened(&indexers);
        let next = || happens.recv_timeout(Duration::from_secs(30)).unwrap();
        indexers.start(&slow(), job(folder), || ());
        assert_eq!(next(), Indexing::Begun(folder.to_owned()));
        assert_eq!(
            next(),
            Indexing::Goes(folder.to_owned(), Progress::Found(5))
        );
        // While one is at work there is no second.
        indexers.start(&slow(), job(folder), || panic!("it is not started"));
        indexers.cancel(folder);
        assert_eq!(next(), Indexing::Ended(folder.to_owned()));
        assert!(indexers.has_given_up(folder, &corpus::state_of(folder)));
        std::fs::write(folder.join("a.md"), "more").unwrap();
        assert!(!indexers.has_given_up(folder, &corpus::state_of(folder)));
    }

    #[test]
    fn what_is_cancelled_before_it_is_started_is_never_started() {
        let folder = tempfile::tempdir().unwrap();
        let indexers = Indexers::default();
        let slot = Mutex::new(Slot::Cancelled);
        let job = job(folder.path());
        let mut command = slow().command(&job);
        assert!(!indexers.attend(&mut command, &slot, &job));
    }
}
