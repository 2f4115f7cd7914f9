//! Tries what the slips offer, without a copy for what is no symbol.

use std::ops::Range;

use super::{Slip, credible};
use crate::Symbol;
use crate::symbol::read::{self, Case};

/// A text to be mended, and the symbols that came out.
pub(super) struct Search<'t> {
    text: &'t str,
    /// What the drafter wrote.
    written: &'t str,
    /// What was mended before, in words.
    before: Option<&'t str>,
    /// Slips behind this byte offset mend nothing: the text before them is no symbol either.
    limit: usize,
    candidate: String,
    canonical: String,
    found: Vec<(Symbol, String)>,
}

/// The symbols that undoing one of `slips` makes of `text`, with the slip in words.
pub(super) fn mended(
    text: &str,
    slips: &[Slip],
    before: Option<&str>,
    written: &str,
) -> Vec<(Symbol, String)> {
    let mut search = Search {
        text,
        written,
        before,
        limit: limit(text),
        candidate: String::with_capacity(text.len() + 8),
        canonical: String::with_capacity(text.len() + 8),
        found: Vec::new(),
    };
    for slip in slips {
        slip(&mut search);
    }
    search.found
}

/// The end of the second component behind the place up to which `text` reads as one of a symbol.
fn limit(text: &str) -> usize {
    let Err(stopped) = read::reach(text, Case::Any, &mut String::new()) else {
        // The first half of a double symbol is right.
        return text.len();
    };
    let mut strokes = text[stopped..]
        .match_indices('/')
        .map(|(at, _)| stopped + at);
    strokes.nth(2).unwrap_or(text.len())
}

/// The symbol that all of `text` is.
pub(super) fn symbol(text: &str) -> Option<Symbol> {
    let (symbol, end) = read::at_start(text, Case::Any)?;
    (end == text.len()).then_some(symbol)
}

/// `reason` behind what was mended before.
pub(super) fn joined(before: Option<&str>, reason: String) -> String {
    match before {
        Some(before) => format!("{before}; {reason}"),
        None => reason,
    }
}

impl<'t> Search<'t> {
    /// The text to be mended.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// Whether a slip at the byte offset `at` may be what is wrong.
    pub(super) fn may_stand_at(&self, at: usize) -> bool {
        at <= self.limit
    }

    /// Offers the text with `with` in the place of `range`.
    pub(super) fn offer_with(
        &mut self,
        range: Range<usize>,
        with: &str,
        reason: impl FnOnce(&str) -> String,
    ) {
        if !self.may_stand_at(range.start) {
            return;
        }
        let mut candidate = std::mem::take(&mut self.candidate);
        candidate.clear();
        candidate.extend([&self.text[..range.start], with, &self.text[range.end..]]);
        self.offer(&candidate, reason);
        self.candidate = candidate;
    }

    /// Offers `candidate`, which counts where all of it is a symbol; `reason` has the slip in words, made of
    /// the candidate.
    pub(super) fn offer(&mut self, candidate: &str, reason: impl FnOnce(&str) -> String) {
        self.canonical.clear();
        let symbol = match read::reach(candidate, Case::Any, &mut self.canonical) {
            Ok((adopted, end)) if end == candidate.len() => {
                Symbol::from_parts(&self.canonical, adopted)
            }
            _ => return,
        };
        let known = self.found.iter().any(|(known, _)| *known == symbol);
        if !known && credible::is_credible(&symbol, self.written) {
            let reason = joined(self.before, reason(candidate));
            self.found.push((symbol, reason));
        }
    }
}
