//! Drafts that are to be looked at again, each once, however often something beside it changes meanwhile.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use workspace::Location;

/// Drafts that are to be looked at again.
#[derive(Default)]
pub(crate) struct RecheckQueue(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    drafts: BTreeSet<Location>,
    is_attended: bool,
}

impl RecheckQueue {
    /// Adds drafts. Gives whether the caller has to attend to them, because nobody does.
    #[must_use]
    pub(crate) fn add(&self, drafts: Vec<Location>) -> bool {
        let mut waiting = self.lock();
        waiting.drafts.extend(drafts);
        let is_new = !waiting.is_attended && !waiting.drafts.is_empty();
        waiting.is_attended |= is_new;
        is_new
    }

    /// The next draft, for whoever attends to them; with `None` nobody does any more.
    pub(crate) fn next(&self) -> Option<Location> {
        let mut waiting = self.lock();
        let next = waiting.drafts.pop_first();
        waiting.is_attended = next.is_some();
        next
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A panic under the lock leaves at most a draft out.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_twice_is_attended_to_once() {
        let queue = RecheckQueue::default();
        let drafts = || ["untitled:a", "untitled:b"].map(Location::of_uri).to_vec();
        assert!(!queue.add(Vec::new()), "there is nothing to do");
        assert!(queue.add(drafts()));
        assert!(!queue.add(drafts()), "somebody attends to them");
        assert_eq!(
            [queue.next(), queue.next()],
            [0, 1].map(|at| drafts().get(at).cloned())
        );
        assert!(
            !queue.add(drafts()),
            "what has changed since is looked at again"
        );
        assert_eq!(std::iter::from_fn(|| queue.next()).count(), 2);
        assert!(queue.add(drafts()));
    }
}
