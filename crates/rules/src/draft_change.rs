//! Where two states of a draft differ, and where a finding of the earlier one stands in the later.

use std::ops::Range;
use std::sync::Arc;

use draft::Draft;

use crate::{Edit, Finding, Placed};

/// Where two states of a draft differ, in bytes.
pub(crate) struct DraftChange<'d> {
    before: &'d Draft,
    now: &'d Draft,
    gone: Range<usize>,
    come: Range<usize>,
}

impl<'d> DraftChange<'d> {
    /// Where `now` differs from `before`.
    pub(crate) fn between(before: &'d Draft, now: &'d Draft) -> Self {
        let (gone, come) = now.blocks().difference(before.blocks());
        // The stretch between the blocks that stayed, blank lines included.
        let stretch = |draft: &Draft, blocks: Range<usize>| {
            let last = blocks.start.checked_sub(1);
            let start = last.and_then(|last| draft.blocks().get(last));
            let end = draft.blocks().get(blocks.end);
            start.map_or(0, |block| block.span.end)
                ..end.map_or(draft.length(), |block| block.span.start)
        };
        Self {
            gone: stretch(before, gone),
            come: stretch(now, come),
            before,
            now,
        }
    }

    /// A finding where its words stand now; `None` where they stand no longer.
    pub(crate) fn carried(&self, placed: &Placed) -> Option<Placed> {
        let shift = self.shift(&placed.range())?;
        let with_it = |range: &Range<usize>| {
            let moved = |place: usize| place.saturating_add_signed(placed.shift);
            self.shift(&(moved(range.start)..moved(range.end))) == Some(shift)
        };
        let finding = &placed.finding;
        let mut edits = finding.fixes.iter().flat_map(|fix| &fix.edits);
        let mut evidence = finding.related.iter().filter(|one| one.path.is_none());
        if edits.all(|edit| with_it(&edit.range)) && evidence.all(|one| with_it(&one.range)) {
            return Some(Placed {
                finding: Arc::clone(finding),
                shift: placed.shift + shift,
            });
        }
        self.parted(&placed.to_finding(), shift).map(Placed::new)
    }

    /// A finding that moves by `shift`, of which some of what lies beside it moves otherwise.
    fn parted(&self, finding: &Finding, shift: isize) -> Option<Finding> {
        // What lies beside the finding moves with it, or is left out.
        let moved = |place: usize| place.checked_add_signed(shift);
        let mut carried = finding.clone().moved(moved)?;
        carried.related.clone_from(&finding.related);
        carried.related.retain_mut(|related| {
            if related.path.is_some() {
                return true;
            }
            let moved = |shift| related.range.start.checked_add_signed(shift);
            let start = self.shift(&related.range).and_then(moved);
            start.is_some_and(|start| {
                related.range = start..start + related.range.len();
                true
            })
        });
        let inside = |edit: &Edit| self.shift(&edit.range) == Some(shift);
        let fixes = finding.fixes.iter().map(|fix| fix.edits.iter().all(inside));
        let mut holds = fixes.collect::<Vec<_>>().into_iter();
        carried.fixes.retain(|_| holds.next() == Some(true));
        Some(carried)
    }

    /// How far the words of a range have moved.
    fn shift(&self, range: &Range<usize>) -> Option<isize> {
        let grown = self.come.end.cast_signed() - self.gone.end.cast_signed();
        if range.end <= self.gone.start {
            return Some(0);
        }
        if range.start >= self.gone.end {
            return Some(grown);
        }
        let words = self.before.slice(range.clone());
        [0, grown].into_iter().find(|shift| {
            let moved = |place: usize| place.checked_add_signed(*shift);
            let place = moved(range.start).zip(moved(range.end));
            place.is_some_and(|(start, end)| self.now.slice(start..end) == words)
        })
    }
}
