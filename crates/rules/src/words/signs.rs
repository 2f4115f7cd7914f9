//! What the beginnings of words tell of a block, so that no expression is tried on a block that has nothing for it.

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
    /// A year from 1900 to 2099.
    pub(crate) const YEAR: Self = Self(1 << 3);

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn has(self, sign: Self) -> bool {
        self.0 & sign.0 != 0
    }
}
