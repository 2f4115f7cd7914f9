//! What the last changes of a text have touched, so that whoever knows an earlier state of it learns where it differs
//! without comparing the two.

use std::collections::VecDeque;
use std::ops::Range;

/// So many changes are remembered.
const REMEMBERED: usize = 16;

/// A stretch that takes in every change between two states of a text; what stands before and behind it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hull {
    /// The byte at which it begins, in both.
    pub start: usize,
    /// The byte at which it ends in the earlier state.
    pub old_end: usize,
    /// The byte at which it ends in the later one.
    pub new_end: usize,
}

impl Hull {
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
pub enum Since {
    /// Nowhere.
    Same,
    /// In this stretch at most.
    Changed(Hull),
    /// The changes are no longer remembered.
    Forgotten,
}

/// The last changes of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail {
    length: usize,
    last: VecDeque<Hull>,
}

impl Trail {
    /// How many changes there were.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// The trail with one more change, which may change nothing.
    pub(crate) fn followed_by(&self, hull: Hull) -> Self {
        let mut trail = self.clone();
        if hull.is_empty() {
            return trail;
        }
        trail.length += 1;
        trail.last.push_back(hull);
        if trail.last.len() > REMEMBERED {
            trail.last.pop_front();
        }
        trail
    }

    /// What has changed since there were `length` changes.
    pub(crate) fn since(&self, length: usize) -> Since {
        let Some(first) = self
            .length
            .checked_sub(length)
            .and_then(|count| self.last.len().checked_sub(count))
        else {
            return Since::Forgotten;
        };
        let hulls = self.last.range(first..).cloned();
        hulls
            .reduce(|hull, later| hull.followed_by(&later))
            .map_or(Since::Same, Since::Changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(text: &str, range: Range<usize>, words: &str) -> String {
        format!("{}{words}{}", &text[..range.start], &text[range.end..])
    }

    /// Whatever is changed in whatever order, one change of the hull has the same result.
    #[test]
    fn the_hull_of_many_changes_is_one_change() {
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below.max(1)
        };
        for _ in 0..500 {
            let old = "abcdefghijklmnopqrstuvwxyz";
            let mut states = vec![old.to_owned()];
            let mut trail = Trail::default();
            let mut lengths = vec![trail.length()];
            for _ in 0..random(6) {
                let now = &states[states.len() - 1];
                let start = random(now.len() + 1);
                let end = start + random(now.len() - start + 1);
                let words = &"0123456789"[..random(6)];
                trail = trail.followed_by(Hull::of(start..end, words.len()));
                states.push(apply(now, start..end, words));
                lengths.push(trail.length());
            }
            let now = &states[states.len() - 1];
            for (state, length) in states.iter().zip(lengths) {
                match trail.since(length) {
                    Since::Same => assert_eq!(state, now),
                    Since::Changed(hull) => {
                        let words = &now[hull.start..hull.new_end];
                        assert_eq!(apply(state, hull.start..hull.old_end, words), *now);
                    }
                    Since::Forgotten => panic!("so few are remembered"),
                }
            }
        }
    }

    #[test]
    fn what_is_long_ago_or_still_to_come_is_not_known() {
        let key = || Hull::of(3..3, 1);
        let trail = (0..REMEMBERED + 2).fold(Trail::default(), |trail, _| trail.followed_by(key()));
        assert_eq!(trail.since(1), Since::Forgotten);
        assert!(matches!(trail.since(2), Since::Changed(_)));
        assert_eq!(trail.since(trail.length()), Since::Same);
        assert_eq!(trail.since(trail.length() + 1), Since::Forgotten);
        assert_eq!(
            trail.followed_by(Hull::of(7..7, 0)).length(),
            trail.length()
        );
    }
}
