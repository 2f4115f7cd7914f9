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
        let moved = |place: usize| place.saturating_add_signed(self.shift);
        moved(self.finding.range.start)..moved(self.finding.range.end)
    }

    /// The finding with its ranges in the draft as it is now.
    pub fn to_finding(&self) -> Finding {
        let moved = |place: usize| Some(place.saturating_add_signed(self.shift));
        self.finding
            .moved(moved)
            .unwrap_or_else(|| Finding::clone(&self.finding))
    }
}

impl Finding {
    /// The same finding with every place in the draft taken elsewhere; `None` where the finding itself has no
    /// place there. A fix or a piece of evidence that has none is left out.
    pub(crate) fn moved(&self, place: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let range = |range: &Range<usize>| Some(place(range.start)?..place(range.end)?);
        let edit = |edit: &Edit| {
            Some(Edit {
                range: range(&edit.range)?,
                text: edit.text.clone(),
            })
        };
        let fix = |fix: &Fix| {
            Some(Fix {
                title: fix.title.clone(),
                edits: fix.edits.iter().map(edit).collect::<Option<_>>()?,
                safety: fix.safety,
            })
        };
        let related = self.related.iter().filter_map(|one| one.moved(&place));
        Some(Self {
            range: range(&self.range)?,
            message: self.message.clone(),
            related: related.collect(),
            fixes: self.fixes.iter().filter_map(fix).collect(),
            ..*self
        })
    }
}

impl Related {
    /// The same evidence, taken elsewhere if it stands in the draft; `None` where it has no place there.
    pub(crate) fn moved(&self, place: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let range = match self.path {
            Some(_) => self.range.clone(),
            None => place(self.range.start)?..place(self.range.end)?,
        };
        Some(Self {
            range,
            ..self.clone()
        })
    }
}
