//! What the beginnings of words tell of a block, so that no expression is tried on a block that has nothing for it.

use crate::openings::Opening;

/// What words of a text may be the beginning of, for rules that need more than a list to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u8);

impl Signs {
    /// The name of a month, in full or short.
    pub(crate) const MONTH: Self = Self(1);
    /// "session".
    pub(crate) const SESSION: Self = Self(1 << 1);
    /// Words that announce an event.
    pub(crate) const ANNOUNCEMENT: Self = Self(1 << 2);
    /// Two years with a space between them.
    pub(crate) const TWO_YEARS: Self = Self(1 << 3);
    /// Letters with full stops.
    pub(crate) const STOPS: Self = Self(1 << 4);

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn has(self, sign: Self) -> bool {
        self.0 & sign.0 != 0
    }

    /// What the opening of a word tells, and that of the word before.
    pub(super) fn of_shape(opening: Opening, before: Option<Opening>) -> Self {
        if opening.has_stops() {
            Self::STOPS
        } else if opening.is_year() && before.is_some_and(Opening::is_year) {
            Self::TWO_YEARS
        } else {
            Self::default()
        }
    }
}
