//! What the last changes of a text have touched, so that whoever knows an earlier state of it learns where it differs
//! without comparing the two.

use std::collections::VecDeque;
use std::ops::Range;

/// So many changes are remembered.
const REMEMBERED: usize = 16;

/// A stretch that takes in every change between two states of a text; what stands before and behind it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditedStretch {
    /// The byte at which it begins, in both.
    pub start: usize,
    /// The byte at which it ends in the earlier state.
    pub old_end: usize,
    /// The byte at which it ends in the later one.
    pub new_end: usize,
}

impl EditedStretch {
    /// Of one change: `bytes` are replaced by `inserted` bytes.
    pub(crate) fn of(bytes: Range<usize>, inserted: usize) -> Self {
        Self {
            start: bytes.start,
            old_end: bytes.end,
            new_end: bytes.start + inserted,
        }
    }

    /// Of these changes and those of `later`, which came after them.
    pub(crate) fn followed_by(&self, later: &Self) -> Self {
        // Behind a stretch, old and new text run in parallel.
        let old_end = match later.old_end.checked_sub(self.new_end) {
            Some(beyond) => self.old_end + beyond,
            None => self.old_end,
        };
        let new_end = self.new_end.max(later.old_end) - later.old_end + later.new_end;
        Self {
            start: self.start.min(later.start),
            old_end,
            new_end,
        }
    }

    fn is_empty(&self) -> bool {
        self.start == self.old_end && self.start == self.new_end
    }
}

/// Where a text differs from an earlier state of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangesSince {
    /// Nowhere.
    Same,
    /// In this stretch at most.
    Changed(EditedStretch),
    /// The changes are no longer remembered.
    Forgotten,
}

/// The last changes of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecentEdits {
    length: usize,
    last: VecDeque<EditedStretch>,
}

impl RecentEdits {
    /// How many changes there were.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// The edits with one more, which may change nothing.
    pub(crate) fn followed_by(&self, stretch: EditedStretch) -> Self {
        let mut recent = self.clone();
        if stretch.is_empty() {
            return recent;
        }
        recent.length += 1;
        recent.last.push_back(stretch);
        if recent.last.len() > REMEMBERED {
            recent.last.pop_front();
        }
        recent
    }

    /// What has changed since there were `length` changes.
    pub(crate) fn since(&self, length: usize) -> ChangesSince {
        let Some(first) = self
            .length
            .checked_sub(length)
            .and_then(|count| self.last.len().checked_sub(count))
        else {
            return ChangesSince::Forgotten;
        };
        let stretches = self.last.range(first..).cloned();
        stretches
            .reduce(|stretch, later| stretch.followed_by(&later))
            .map_or(ChangesSince::Same, ChangesSince::Changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(text: &str, range: Range<usize>, words: &str) -> String {
        format!("{}{words}{}", &text[..range.start], &text[range.end..])
    }

    /// Whatever is changed in whatever order, one change of that stretch has the same result.
    #[test]
    fn the_stretch_of_many_changes_is_one_change() {
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below.max(1)
        };
        for _ in 0..500 {
            let old = "abcdefghijklmnopqrstuvwxyz";
            let mut states = vec![old.to_owned()];
            let mut recent = RecentEdits::default();
            let mut lengths = vec![recent.length()];
            for _ in 0..random(6) {
                let now = &states[states.len() - 1];
                let start = random(now.len() + 1);
                let end = start + random(now.len() - start + 1);
                let words = &"0123456789"[..random(6)];
                recent = recent.followed_by(EditedStretch::of(start..end, words.len()));
                states.push(apply(now, start..end, words));
                lengths.push(recent.length());
            }
            let now = &states[states.len() - 1];
            for (state, length) in states.iter().zip(lengths) {
                match recent.since(length) {
                    ChangesSince::Same => assert_eq!(state, now),
                    ChangesSince::Changed(stretch) => {
                        let words = &now[stretch.start..stretch.new_end];
                        assert_eq!(apply(state, stretch.start..stretch.old_end, words), *now);
                    }
                    ChangesSince::Forgotten => panic!("so few are remembered"),
                }
            }
        }
    }

    #[test]
    fn what_is_long_ago_or_still_to_come_is_not_known() {
        let key = || EditedStretch::of(3..3, 1);
        let recent = (0..REMEMBERED + 2).fold(RecentEdits::default(), |recent, _| {
            recent.followed_by(key())
        });
        assert_eq!(recent.since(1), ChangesSince::Forgotten);
        assert!(matches!(recent.since(2), ChangesSince::Changed(_)));
        assert_eq!(recent.since(recent.length()), ChangesSince::Same);
        assert_eq!(recent.since(recent.length() + 1), ChangesSince::Forgotten);
        assert_eq!(
            recent.followed_by(EditedStretch::of(7..7, 0)).length(),
            recent.length()
        );
    }
}
