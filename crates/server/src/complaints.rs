//! What was said to be unusable beside the drafts, so that it is said once.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use workspace::{ReadFrom, Workspace};

/// What was said, and has not been mended.
#[derive(Default)]
pub(crate) struct Complaints(Mutex<Said>);

#[derive(Default)]
struct Said {
    /// By what a workspace was read from: those of one home may have different lists of accepted findings.
    lines: HashMap<Vec<ReadFrom>, (Weak<Workspace>, HashSet<String>)>,
    /// The workspace that was asked last, which as a rule is asked again at the next key.
    last: Weak<Workspace>,
}

impl Complaints {
    /// What is to be said of a workspace that nobody has said yet. What is mended and breaks again is new.
    pub(crate) fn new_of(&self, workspace: &Arc<Workspace>) -> Vec<String> {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_last = std::ptr::eq(said.last.as_ptr(), Arc::as_ptr(workspace));
        if is_last && !workspace.is_damaged() {
            return Vec::new();
        }
        said.last = Arc::downgrade(workspace);
        let complaints = workspace.complaints().into_iter();
        let mut new: Vec<String> = complaints
            .map(|it| format!("{}: {}", shown(workspace, &it.path).display(), it.message))
            .collect();
        let now = new.iter().cloned().collect();
        // A workspace that is read from something else comes with other settings: those before say nothing any more.
        if !said.lines.contains_key(workspace.beside()) {
            said.lines.retain(|_, (of, _)| of.strong_count() > 0);
        }
        let of_others = said.lines.values().flat_map(|(_, lines)| lines);
        let known: HashSet<&String> = of_others.collect();
        new.retain(|line| !known.contains(line));
        let of = Arc::downgrade(workspace);
        said.lines.insert(workspace.beside().to_vec(), (of, now));
        new
    }
}

/// A path as it is seen from the folder of the drafts: relative where it lies in that.
fn shown<'p>(workspace: &Workspace, path: &'p Path) -> &'p Path {
    let home = workspace.home();
    let beside = [&home.settings, &home.sources];
    let mut folders = beside.into_iter().flatten().filter_map(|one| one.parent());
    folders
        .find_map(|folder| path.strip_prefix(folder).ok())
        .unwrap_or(path)
}
