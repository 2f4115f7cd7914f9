//! What stands at the top of a draft: front matter, a list of other documents' titles, a masthead, a dateline.
//!
//! All of it is read from the first [`REACH`] bytes, so that an edit further down cannot change it.

use std::ops::Range;

use memchr::memchr2;

use citation::Date;

use crate::Dialect;
use crate::dateline;
use crate::foreign;
use crate::front_matter::FrontMatter;
use crate::masthead::Masthead;

/// How much of the draft the head may occupy, in bytes.
pub const REACH: usize = 64 * 1024;

/// The head of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Head {
    /// Where the front matter stands.
    pub(crate) front: Option<Range<usize>>,
    /// Where other documents' titles stand.
    pub(crate) foreign: Option<Range<usize>>,
    pub(crate) front_matter: FrontMatter,
    pub(crate) masthead: Masthead,
    /// The day of the dateline, where neither of the two says one.
    pub(crate) dateline: Option<Date>,
}

impl Head {
    /// Reads the head from the first [`REACH`] bytes of a draft.
    pub(crate) fn read(text: &str, dialect: Dialect) -> Self {
        let (front, front_matter) = FrontMatter::read(text);
        let after_front = front.as_ref().map_or(0, |front| front.end);
        let foreign = match front {
            None => foreign::titles(text, dialect),
            Some(_) => None,
        };
        let start = foreign.as_ref().map_or(after_front, |foreign| foreign.end);
        let masthead = Masthead::read(text, start);
        let is_dated = front_matter.date().or(masthead.as_of()).is_some();
        Self {
            dateline: if is_dated {
                None
            } else {
                dateline::read(text, start)
            },
            masthead,
            front,
            foreign,
            front_matter,
        }
    }

    /// Whether the trimmed line `text` at `offset` repeats the symbol or the title of the masthead.
    pub(crate) fn is_running_head(&self, text: &str, offset: usize) -> bool {
        self.masthead.is_repeated_by(text, offset)
    }

    /// What follows in the title of the masthead, where the trimmed line `text` at `offset` is the beginning of it.
    pub(crate) fn left_of_title(&self, text: &str, offset: usize) -> Option<&str> {
        self.masthead.left_of_title(text, offset)
    }

    /// Whether a line may be read differently under `other` although the text from it on is the same.
    pub(crate) fn cuts_differently(&self, other: &Self) -> bool {
        !self.masthead.repeats_like(&other.masthead)
    }

    /// End of the stretch that is cut by offsets in the head and not by what its lines say.
    pub(crate) fn fixed_until(&self) -> usize {
        let ends = [&self.front, &self.foreign];
        let ends = ends.into_iter().flatten().map(|range| range.end);
        ends.chain([self.masthead.end()]).max().unwrap_or(0)
    }
}

/// The lines of `text` from `start`, each with its offset, without line breaks.
pub(crate) fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let line = (at, &rest[..end]);
        at += match rest.as_bytes().get(end..end + 2) {
            Some(b"\r\n") => end + 2,
            _ => (end + 1).min(rest.len()),
        };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::lines_from;

    #[test]
    fn a_line_ends_where_the_protocol_says() {
        let lines: Vec<(usize, &str)> = lines_from("xa\nb\r\n\rc\n", 1).collect();
        assert_eq!(lines, [(1, "a"), (3, "b"), (6, ""), (7, "c")]);
        assert_eq!(lines_from("a", 1).count(), 0);
    }
}
