//! What a look at a text finds, after the look before it.

use std::sync::Arc;

use crate::diagnostics::Findings;
use crate::findings_list::{Difference, FindingsList};
use crate::session::Session;
use crate::view::CheckedView;

/// Looks at a view after the list before it; `None` where it was told to stop.
pub(super) type Look =
    fn(&Arc<Session>, &CheckedView, Option<&FindingsList>, &dyn Fn() -> bool) -> Option<Found>;

/// What a look at a text found.
pub(super) struct Found {
    pub(super) list: Arc<FindingsList>,
    pub(super) difference: Difference,
    /// Whether something waits until the typing moves on or rests.
    pub(super) holds_back: bool,
    /// Whether every rule has been asked.
    pub(super) is_settled: bool,
}

impl Found {
    fn of(view: &CheckedView, before: Option<&FindingsList>) -> Self {
        let findings = Findings::of(view);
        let (list, difference) = FindingsList::next(view, findings.shown, before);
        Self {
            list: Arc::new(list),
            difference,
            holds_back: findings.holds_back,
            is_settled: view.analysis.is_settled(),
        }
    }

    /// The findings as far as they are known at once.
    #[expect(clippy::unnecessary_wraps, reason = "the other look may be stopped")]
    pub(super) fn now(
        _: &Arc<Session>,
        view: &CheckedView,
        before: Option<&FindingsList>,
        _: &dyn Fn() -> bool,
    ) -> Option<Self> {
        Some(Self::of(view, before))
    }

    /// The findings with those of the rules that take their time; `None` where nobody waits any more.
    pub(super) fn settled(
        session: &Arc<Session>,
        view: &CheckedView,
        before: Option<&FindingsList>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let view = session.settled(view.clone(), stop)?;
        Some(Self::of(&view, before))
    }
}
