//! Which capitals and figures of a text are worth a look: most are left after a few look-ups into small tables.
//!
//! Built for the machine it runs on, with its instructions for single bits.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use super::Pass;
use crate::scan::marks::{Kinds, WINDOW};
use crate::words;

/// The marks of a window that are worth a look, a bit each.
#[derive(Clone, Copy, Default)]
pub(super) struct Worth {
    /// Where anchors may have their pivot.
    pub(super) anchors: u64,
    /// Where words begin that may open a name.
    pub(super) names: u64,
    /// Where searched anchors may begin.
    pub(super) searched: u64,
    /// Where something else stands than the beginning of a word.
    pub(super) others: u64,
}

impl<See> Pass<'_, See> {
    /// Leaves of the marks in `kinds`, the windows from `start` on, those that are `worth` a look.
    ///
    /// Nothing else is done here: the loop runs over every capital and digit of a text.
    #[inline(always)]
    pub(super) fn sift(
        &self,
        start: usize,
        kinds: &[Kinds],
        inside: &mut u64,
        worth: &mut [Worth],
    ) {
        let bytes = self.text.as_bytes();
        let first_words = self.lexicon.first_words();
        let beginnings = self.anchors.beginnings();
        let mut window = start;
        for (kinds, worth) in kinds.iter().zip(worth) {
            let marks = kinds.marks(inside);
            let (mut anchors, mut names) = (0, 0);
            let mut rest = marks.openings;
            while rest != 0 {
                let place = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let at = window + place;
                let eight = words::eight_at(bytes, at);
                anchors |= u64::from(self.anchors.may_stand(bytes, at, eight)) << place;
                let mut letters = (!(marks.letters >> place)).trailing_zeros() as usize;
                if place + letters == WINDOW {
                    letters += words::letters_or_digits(bytes, window + WINDOW);
                }
                names |= u64::from(first_words.may_open(bytes, at, letters, eight)) << place;
            }
            let (mut searched, mut rest) = (0, marks.searched);
            while rest != 0 {
                let place = rest.trailing_zeros();
                rest &= rest - 1;
                let eight = words::eight_at(bytes, window + place as usize);
                searched |= (beginnings.may_stand(eight) & 1) << place;
            }
            *worth = Worth {
                anchors,
                names,
                searched,
                others: marks.others,
            };
            window += WINDOW;
        }
    }
}
