//! How many references of each verdict a draft has.

use std::ops::AddAssign;

use resolve::{Existence, Reference, Resolved};
use serde::Serialize;
use sources::ParagraphAnswer;

/// References counted by verdict. The draft's own symbol is not counted, and neither is what stands among the
/// titles of other documents before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// In the sources.
    pub held: usize,
    /// Known to exist, and not in the sources.
    pub exists: usize,
    /// Possible, and not in the sources.
    pub unknown: usize,
    /// Mistyped, or a fact leaves no room for it, or its document has no such place.
    pub wrong: usize,
}

impl Tally {
    /// Counts the references of a draft.
    pub fn of(resolved: &Resolved) -> Self {
        let mut tally = Self::default();
        let titles = resolved.draft.foreign_titles().unwrap_or_default();
        for (start, reference) in resolved.counted() {
            if reference.is_own || titles.contains(&(start + reference.token.start)) {
                continue;
            }
            match reference.existence {
                _ if lacks_its_place(reference) => tally.wrong += 1,
                Existence::Held => tally.held += 1,
                Existence::Exists => tally.exists += 1,
                Existence::Unknown => tally.unknown += 1,
                Existence::Malformed | Existence::Impossible => tally.wrong += 1,
            }
        }
        tally
    }
}

/// Whether the document that a reference names has no such paragraph, article or the like.
pub(crate) fn lacks_its_place(reference: &Reference) -> bool {
    matches!(reference.paragraph, Some(ParagraphAnswer::Absent(_)))
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.held += other.held;
        self.exists += other.exists;
        self.unknown += other.unknown;
        self.wrong += other.wrong;
    }
}

/// The tally as one line: "References: 12 held, 3 exist but not held, 4 unknown, 1 wrong".
pub fn closing_line(tally: &Tally) -> String {
    let Tally {
        held,
        exists,
        unknown,
        wrong,
    } = tally;
    format!(
        "References: {held} held, {exists} exist but not held, {unknown} unknown, {wrong} wrong"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_names_every_verdict() {
        let mut tally = Tally {
            held: 10,
            exists: 3,
            unknown: 4,
            wrong: 0,
        };
        tally += Tally {
            held: 2,
            wrong: 1,
            ..Tally::default()
        };
        assert_eq!(
            closing_line(&tally),
            "References: 12 held, 3 exist but not held, 4 unknown, 1 wrong"
        );
    }
}
