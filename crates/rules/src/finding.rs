//! A finding: what is wrong at one place, what would be right, and how to mend it.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Shown faintly, or not at all.
    Hint,
    /// Blue: worth a look.
    Information,
    /// Yellow: probably wrong.
    Warning,
    /// Red: wrong, with proof.
    Error,
}

/// Whether a fix may be applied without a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// Fix-all may apply it.
    Safe,
    /// A person has to choose it.
    Suggested,
}

/// A replacement in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Byte range replaced.
    pub range: Range<usize>,
    /// The new words.
    pub text: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the action does, in the imperative: `Change to “A/HRC/53/26”`.
    pub title: String,
    /// The replacements, in text order, not overlapping.
    pub edits: Vec<Edit>,
    /// Whether fix-all may apply it.
    pub safety: Safety,
}

/// Evidence for a finding, in the draft or in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What it shows: `“NGO” is introduced here first`.
    pub message: String,
    /// The file it stands in; `None` for the draft itself.
    pub path: Option<PathBuf>,
    /// Byte range in that text.
    pub range: Range<usize>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Permanent code: `C001`.
    pub code: &'static str,
    /// The rule's name: `mistyped-symbol`.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Byte range in the draft.
    pub range: Range<usize>,
    /// One sentence: what is wrong and what would be right.
    pub message: String,
    /// The evidence.
    pub related: Vec<Related>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

/// A finding where it stands now: what was found once is shared by every later state of the draft in which its
/// words stand, and only its distance is kept beside it.
#[derive(Clone, Debug)]
pub struct Placed {
    /// As it was found.
    pub finding: Arc<Finding>,
    /// How far its ranges have moved since, in bytes.
    pub shift: isize,
}

impl Placed {
    pub(crate) fn new(finding: Finding) -> Self {
        Self {
            finding: Arc::new(finding),
            shift: 0,
        }
    }

    /// Byte range in the draft.
    pub fn range(&self) -> Range<usize> {
        self.moved(&self.finding.range)
    }

    /// A range of the finding, in the draft, where it stands now.
    pub fn moved(&self, range: &Range<usize>) -> Range<usize> {
        let moved = |place: usize| place.saturating_add_signed(self.shift);
        moved(range.start)..moved(range.end)
    }

    /// The finding with its ranges in the draft as it is now.
    pub fn to_finding(&self) -> Finding {
        self.clone().into_finding()
    }

    /// The same, without a copy where no other state of the draft shares the finding any more.
    pub fn into_finding(self) -> Finding {
        let mut finding = Arc::unwrap_or_clone(self.finding);
        let shift = |range: &mut Range<usize>| {
            let moved = |place: usize| place.saturating_add_signed(self.shift);
            *range = moved(range.start)..moved(range.end);
        };
        shift(&mut finding.range);
        let evidence = finding.related.iter_mut();
        let in_draft = evidence.filter(|one| one.path.is_none());
        in_draft.for_each(|one| shift(&mut one.range));
        let edits = finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
        edits.for_each(|edit| shift(&mut edit.range));
        finding
    }
}

impl Finding {
    /// The finding with every place in the draft taken elsewhere; `None` where the finding itself has no place
    /// there. A fix or a piece of evidence that has none is left out.
    pub(crate) fn moved(mut self, place: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let has_moved = |range: &mut Range<usize>| {
            let moved = place(range.start).zip(place(range.end));
            moved.is_some_and(|(start, end)| {
                *range = start..end;
                true
            })
        };
        let has_place = |one: &mut Related| one.path.is_some() || has_moved(&mut one.range);
        self.related.retain_mut(has_place);
        let all_have = |fix: &mut Fix| fix.edits.iter_mut().all(|edit| has_moved(&mut edit.range));
        self.fixes.retain_mut(all_have);
        has_moved(&mut self.range).then_some(self)
    }
}
