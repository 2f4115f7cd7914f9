//! Searches a text for one of many short words at once.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind, packed};

/// The vectorised search, where this machine and the number of words allow it.
pub(crate) enum Searcher {
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
    Nothing,
}

impl Searcher {
    /// A search for `words`, of which the longest counts where several stand.
    pub(crate) fn new(words: &[&str]) -> Self {
        let packed = packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostLongest)
            .builder()
            .extend(words)
            .build();
        if let Some(packed) = packed {
            return Self::Packed(packed);
        }
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .map_or(Self::Nothing, Self::Automaton)
    }

    /// Every word in `text`, in order and apart from each other: its index, and where it stands.
    pub(crate) fn find_iter(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (word, range) = self.find_in(text.as_bytes(), from..text.len())?;
            from = range.end;
            Some((word, range))
        })
    }

    /// The index of the first word that lies in `range` of `bytes`, and where it stands.
    pub(crate) fn find_in(
        &self,
        bytes: &[u8],
        range: Range<usize>,
    ) -> Option<(usize, Range<usize>)> {
        match self {
            Self::Packed(searcher) => searcher.find_in(bytes, range.into()),
            Self::Automaton(searcher) => {
                searcher.find(aho_corasick::Input::new(bytes).range(range))
            }
            Self::Nothing => None,
        }
        .map(|found| (found.pattern().as_usize(), found.range()))
    }
}
