//! What "the Convention" and "the Compact" mean: the instrument that the draft has defined so, else the only
//! one of its kind that the sentence or the draft has named.

use std::collections::HashMap;
use std::ops::Range;

use citation::{Kind, Referent};
use draft::{Block, Draft};

use super::Bound;

/// The short forms and instruments of a draft as far as it is read.
pub(super) struct ShortForms<'d> {
    draft: &'d Draft,
    /// The instrument that a short form was defined for; `None` where it was defined for something else.
    defined: HashMap<Box<str>, Option<Referent>>,
    /// Instruments by title in the order of their first mention, with where that stands.
    named: Vec<(usize, Referent)>,
    /// Where the block begins whose definitions are being read, and how many of them are.
    block: usize,
    definitions: usize,
}

impl<'d> ShortForms<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        Self {
            draft,
            defined: HashMap::new(),
            named: Vec::new(),
            block: usize::MAX,
            definitions: 0,
        }
    }

    /// The instrument that `words` was defined for.
    pub(super) fn defined_as(&self, words: &str) -> Option<&Referent> {
        self.defined.get(words)?.as_ref()
    }

    /// What the noun `words`, which stands at `token` in the block `text` at the byte `offset`, means.
    pub(super) fn meant(
        &self,
        words: &str,
        token: &Range<usize>,
        text: &str,
        offset: usize,
    ) -> Option<Referent> {
        if let Some(defined) = self.defined.get(words) {
            return defined.clone();
        }
        if let Some(title) = self.completed(words, token, text) {
            return Some(title);
        }
        let sentence = offset + sentence_start(text, token.start);
        let here = offset + token.start;
        let in_sentence = self.only(words, sentence..here);
        in_sentence.or_else(|| self.only(words, 0..here))
    }

    /// The only instrument with `words` in its title of those named in `range`.
    fn only(&self, words: &str, range: Range<usize>) -> Option<Referent> {
        let mut fitting: Vec<&Referent> = Vec::new();
        for (place, referent) in &self.named {
            if range.contains(place)
                && has_words(&referent.to_string(), words)
                && !fitting.contains(&referent)
            {
                fitting.push(referent);
            }
        }
        match fitting.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    }

    /// The only title of the lexicon that begins with `words`, where the end of the block cuts them off.
    pub(super) fn completed(
        &self,
        words: &str,
        token: &Range<usize>,
        text: &str,
    ) -> Option<Referent> {
        let cut = text.trim_end().len() == token.end;
        if !cut || words.split(' ').count() < 3 {
            return None;
        }
        let mut titles = self
            .draft
            .lexicon()
            .names()
            .iter()
            .filter(|name| {
                name.written
                    .strip_prefix(words)
                    .is_some_and(|rest| rest.starts_with(' '))
            })
            .map(|name| &name.title);
        let title = titles.next()?;
        titles
            .all(|other| other == title)
            .then(|| Referent::Instrument(title.clone()))
    }

    /// Takes note of an instrument that the draft names.
    pub(super) fn named(&mut self, one: &Bound) {
        if one.kind == Kind::Named
            && let Some(referent) = &one.referent
        {
            self.named.push((one.token.start, referent.clone()));
        }
    }

    /// Takes note of what `block` defines before its byte `limit`; `bound` are its citations so far.
    pub(super) fn defined_before(&mut self, block: &Block, limit: usize, bound: &[Bound]) {
        if self.block != block.span.start {
            self.block = block.span.start;
            self.definitions = 0;
        }
        let definitions = &block.marks.definitions;
        while let Some(definition) = definitions.get(self.definitions)
            && definition.short_span.end <= limit
        {
            self.definitions += 1;
            let full = block.span.start + definition.full_span.start
                ..block.span.start + definition.full_span.end;
            let meant = bound
                .iter()
                .filter(|one| matches!(one.kind, Kind::Named | Kind::Symbol | Kind::Number))
                .rfind(|one| one.token.start < full.end && full.start < one.token.end)
                .and_then(|one| one.referent.clone());
            self.defined
                .entry(definition.short.clone())
                // Two definitions of one short form leave open which is meant.
                .and_modify(|before| {
                    *before = before
                        .take()
                        .filter(|before| Some(before) == meant.as_ref());
                })
                .or_insert(meant);
        }
    }
}

/// Whether `token` is the short form itself in the parentheses that define it.
pub(super) fn is_definition(block: &Block, token: &Range<usize>) -> bool {
    block.marks.definitions.iter().any(|definition| {
        definition.short_span.start < token.end && token.start < definition.short_span.end
    })
}

fn has_words(title: &str, words: &str) -> bool {
    title.match_indices(words).any(|(at, _)| {
        let before = title[..at].ends_with(' ') || at == 0;
        let behind = &title[at + words.len()..];
        before && !behind.starts_with(char::is_alphanumeric)
    })
}

/// Where the sentence begins in which the byte `at` of `text` stands.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    text[..at]
        .rmatch_indices(['.', ';'])
        .find(|(stop, _)| text[stop + 1..at].starts_with(char::is_whitespace))
        .map_or(0, |(stop, _)| stop + 1)
}
