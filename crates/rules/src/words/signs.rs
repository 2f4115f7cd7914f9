//! What the beginnings of words tell of a block, so that no expression is tried on a block that has nothing for it.

use crate::openings::Beginning;

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

    /// What the first letters of a word tell, and whether it is the second of two years. Asked about every word, so that
    /// nothing is decided that can be counted.
    #[inline]
    pub(super) fn of_shape(beginning: Beginning, is_second_year: bool) -> Self {
        let flag = |stands: bool, sign: Self| u8::from(stands) * sign.0;
        Self(flag(beginning.has_stops(), Self::STOPS) | flag(is_second_year, Self::TWO_YEARS))
    }
}
