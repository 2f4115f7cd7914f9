//! What is known of a text for whoever must not wait: from an earlier state, a change or two before.

use std::sync::Arc;

use citation::Date;
use resolve::Resolved;

use super::OpenText;
use crate::analysis::{AT_ONCE, Bound};
use crate::{Analysis, Workspaces};

/// With more bytes than this inserted since an earlier state was read, a text is not worked out at once.
const FEW_BYTES: usize = 4 << 10;

impl OpenText {
    /// The same as [`OpenText::resolved`] for whoever must not wait: `None` where somebody else is working it out,
    /// where much was inserted, and of a text of which no earlier state is known.
    pub fn resolved_at_once(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Resolved> {
        if let Some(settled) = self.settled.get() {
            return Some(settled.resolved.clone());
        }
        let bound = self.bound_at_once(workspaces, today, stop)?;
        Some(bound.resolved.clone())
    }

    /// The same as [`OpenText::analysis`] for whoever must not wait: `None` too where the rules have not been asked
    /// about an earlier state, and where they would look at files beside the draft.
    pub fn analysis_at_once(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Arc<Analysis>> {
        if let Some(known) = self.known_analysis() {
            return Some(Arc::clone(known));
        }
        let _turn = self.rules_turn.try_lock().ok()?;
        self.ancestor()?;
        let bound = self.bound_at_once(workspaces, today, stop)?;
        let draft = &bound.resolved.draft;
        let is_settled = draft.length() <= AT_ONCE;
        if is_settled && draft.blocks().with_links().next().is_some() {
            return None;
        }
        self.check(workspaces, bound, stop)
    }

    fn bound_at_once(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<&Bound> {
        if let Some(bound) = self.bound.get() {
            return Some(bound);
        }
        let _turn = self.turn.try_lock().ok()?;
        let is_new = self.ancestor().is_none() && self.bound_before.is_none();
        if self.before.is_none() || is_new || self.inserted > FEW_BYTES {
            return None;
        }
        self.bind(workspaces, today, stop)
    }
}
