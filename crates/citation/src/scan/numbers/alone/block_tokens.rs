//! What else the block of a number has that stands alone.

use std::cell::OnceCell;
use std::ops::Range;

use crate::scan::numbers::apart;
use crate::{Citation, Kind};

/// What else the block has: worked out once, when it is asked for.
#[derive(Default)]
pub(super) struct BlockTokens {
    /// So many citations others had found.
    others: usize,
    /// The tokens and their places among what is found, in order.
    tokens: OnceCell<Vec<(Range<usize>, usize)>>,
    cites_resolutions: OnceCell<bool>,
    cites_council: OnceCell<bool>,
}

impl BlockTokens {
    /// Of a block of which this many citations are found by `others`.
    pub(super) fn of(others: usize) -> Self {
        Self {
            others,
            ..Self::default()
        }
    }

    fn tokens(&self, found: &[Citation]) -> &[(Range<usize>, usize)] {
        self.tokens.get_or_init(|| {
            let tokens = found.iter().enumerate();
            let mut tokens: Vec<_> = tokens
                .map(|(index, one)| (one.token.clone(), index))
                .collect();
            tokens.sort_unstable_by_key(|(token, _)| token.start);
            tokens
        })
    }

    /// The place among what was `found` before of the citation around `at`.
    pub(super) fn around(&self, found: &[Citation], at: usize) -> Option<usize> {
        let tokens = self.tokens(found);
        let next = tokens.partition_point(|(token, _)| token.start <= at);
        let (token, index) = tokens.get(next.checked_sub(1)?)?;
        (at < token.end).then_some(*index)
    }

    /// The last number that was `found` near before `at`.
    pub(super) fn number_before<'f>(
        &self,
        found: &'f [Citation],
        at: usize,
    ) -> Option<&'f Citation> {
        /// So many citations may stand between.
        const BETWEEN: usize = 8;
        let tokens = self.tokens(found);
        let next = tokens.partition_point(|(token, _)| token.start < at);
        let near = tokens[..next].iter().rev().take(BETWEEN);
        near.filter_map(|(_, index)| found.get(*index))
            .find(|one| one.kind == Kind::Number)
    }

    /// Whether the block has a number or a symbol of a resolution that others have read.
    pub(super) fn cites_resolutions(&self, text: &str, found: &[Citation]) -> bool {
        *self.cites_resolutions.get_or_init(|| {
            let mut others = found.iter().take(self.others);
            others.any(|one| match one.kind {
                Kind::Number => true,
                Kind::Symbol => text[one.token.clone()].contains("/RES/"),
                _ => false,
            })
        })
    }

    /// Whether the block names the Security Council, or has a number or a symbol of its resolutions that others have read.
    pub(super) fn cites_council(&self, text: &str, found: &[Citation]) -> bool {
        let is_councils = |one: &Citation| {
            let written = &text[one.token.clone()];
            written.starts_with("S/RES/")
                || one.kind == Kind::Number && apart::is_dated_by_council(text, one.token.start)
        };
        *self.cites_council.get_or_init(|| {
            found.iter().take(self.others).any(is_councils)
                || [
                    "Security Council",
                    "UNSC",
                    "S/RES/",
                    "anctions on",
                    "The Council",
                ]
                .iter()
                .any(|word| text.contains(word))
        })
    }
}
