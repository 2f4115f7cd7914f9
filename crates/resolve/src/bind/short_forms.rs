//! What "the Convention" and "the Compact" mean: the instrument that the draft has defined so, else the only
//! one of its kind that the sentence or the draft has named.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use citation::{Kind, Referent};
use draft::{Block, Draft};

use super::Bound;

/// The small words that may stand behind the part of a title that ends its line, in bytes.
const CUT: usize = 16;

/// The words of a title in capitals or figures that make it one instrument's.
const TELLING: usize = 4;

/// The short forms and instruments of a draft as far as it is read.
pub(super) struct ShortForms<'d> {
    draft: &'d Draft,
    /// The instrument that a short form was defined for; `None` where it was defined for something else.
    defined: HashMap<Box<str>, Option<Referent>>,
    /// Instruments by title as the draft mentions them, with where each mention stands.
    mentions: Vec<(usize, Referent)>,
    /// The instruments of the mentions, once each, with their titles.
    named: Vec<(Referent, String)>,
    known: HashSet<Referent>,
    /// What the nouns that the draft uses alone fit among the instruments named.
    asked: HashMap<Box<str>, Fitting>,
    /// Where the block begins whose definitions are being read, and how many of them are.
    block: usize,
    definitions: usize,
}

/// The instruments that a noun fits, as far as they have been looked at.
#[derive(Default)]
struct Fitting {
    looked_at: usize,
    /// Places among the instruments named, at most two: more leave the noun open all the same.
    places: Vec<usize>,
}

impl<'d> ShortForms<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        Self {
            draft,
            defined: HashMap::new(),
            mentions: Vec::new(),
            named: Vec::new(),
            known: HashSet::new(),
            asked: HashMap::new(),
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
        &mut self,
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
        self.only_since(words, sentence)
            .or_else(|| self.only_named(words))
    }

    /// The only instrument with `words` in its title of those mentioned behind the byte `from` of the draft.
    fn only_since(&self, words: &str, from: usize) -> Option<Referent> {
        let since = self.mentions.iter().rev();
        let mut fitting = since
            .take_while(|(place, _)| *place >= from)
            .map(|(_, referent)| referent)
            .filter(|referent| has_words(&referent.to_string(), words));
        let first = fitting.next()?;
        fitting.all(|other| other == first).then(|| first.clone())
    }

    /// The only instrument with `words` in its title of all that the draft has named.
    fn only_named(&mut self, words: &str) -> Option<Referent> {
        if !self.asked.contains_key(words) {
            self.asked.insert(words.into(), Fitting::default());
        }
        let fitting = self.asked.get_mut(words)?;
        let fresh = self.named.iter().enumerate().skip(fitting.looked_at);
        let wanted = 2_usize.saturating_sub(fitting.places.len());
        fitting.places.extend(
            fresh
                .filter(|(_, (_, title))| has_words(title, words))
                .map(|(place, _)| place)
                .take(wanted),
        );
        fitting.looked_at = self.named.len();
        match fitting.places.as_slice() {
            [only] => Some(self.named[*only].0.clone()),
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
        let rest = text.get(token.end..).unwrap_or("").trim();
        let small = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        let cut = rest.len() < CUT && rest.split_whitespace().all(small);
        if !cut || words.split(' ').count() < 3 {
            return None;
        }
        let words = &*format!("{words} {rest}");
        let words = words.trim_end();
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

    /// The only instrument that the draft has named before by a longer title that begins with `words`: "the Final
    /// Document of the 2000 Review Conference".
    pub(super) fn longer(&self, words: &str) -> Option<Referent> {
        let tells = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        if words.split(' ').filter(tells).count() < TELLING {
            return None;
        }
        let mut longer = self.named.iter().filter(|(_, title)| {
            title
                .strip_prefix(words)
                .is_some_and(|rest| rest.starts_with(" of "))
        });
        let (referent, _) = longer.next()?;
        longer.next().is_none().then(|| referent.clone())
    }

    /// Takes note of an instrument that the draft names.
    pub(super) fn named(&mut self, one: &Bound) {
        if one.kind == Kind::Named
            && let Some(referent) = &one.referent
        {
            self.mentions.push((one.token.start, referent.clone()));
            if self.known.insert(referent.clone()) {
                self.named.push((referent.clone(), referent.to_string()));
            }
        }
    }

    /// Takes note of the short form at `token`, where it stands in parentheses right behind what it is short for:
    /// "… on the Law of the Sea (the Convention)". `earlier` are the citations before it in the block `text`, which
    /// is at the byte `offset`.
    pub(super) fn define(
        &mut self,
        token: &Range<usize>,
        text: &str,
        offset: usize,
        earlier: &[Bound],
    ) -> Option<Referent> {
        let before = text.get(..token.start)?.trim_end();
        let before = ["the", "The"]
            .into_iter()
            .find_map(|article| before.strip_suffix(article))
            .unwrap_or(before);
        let open = before.trim_end().strip_suffix('(')?.len();
        let closes = text.get(token.end..)?.starts_with(')');
        let full = earlier.last().filter(|full| {
            let between = text.get(full.phrase.end.saturating_sub(offset)..open);
            matches!(full.kind, Kind::Named | Kind::Symbol | Kind::Number)
                && between.is_some_and(|between| {
                    // A footnote figure may stand between the two.
                    between.len() <= 6
                        && between
                            .chars()
                            .all(|c| c.is_whitespace() || c.is_ascii_digit())
                })
        })?;
        let meant = full.referent.clone().filter(|_| closes)?;
        let short = super::one_line(text.get(token.clone())?);
        self.define_as(short.into(), Some(meant.clone()));
        Some(meant)
    }

    fn define_as(&mut self, short: Box<str>, meant: Option<Referent>) {
        self.defined
            .entry(short)
            // Two definitions of one short form leave open which is meant.
            .and_modify(|before| {
                *before = before
                    .take()
                    .filter(|before| Some(before) == meant.as_ref());
            })
            .or_insert(meant);
    }

    /// Takes note of what `block` defines before its byte `limit`; `bound` are its citations so far.
    pub(super) fn defined_before(&mut self, block: &Block<'_>, limit: usize, bound: &[Bound]) {
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
                .rev()
                .take_while(|one| full.start < one.token.end)
                .filter(|one| matches!(one.kind, Kind::Named | Kind::Symbol | Kind::Number))
                .find(|one| one.token.start < full.end)
                .and_then(|one| one.referent.clone());
            self.define_as(definition.short.clone(), meant);
        }
    }
}

/// Whether `token` is the short form itself in the parentheses that define it.
pub(super) fn is_definition(block: &Block<'_>, token: &Range<usize>) -> bool {
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

/// The longest sentence, in bytes.
const SENTENCE: usize = 4000;

/// Where the sentence begins in which the byte `at` of `text` stands.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let mut floor = at.saturating_sub(SENTENCE);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    text[floor..at]
        .rmatch_indices(['.', ';'])
        .map(|(stop, _)| floor + stop + 1)
        .find(|behind| text[*behind..at].starts_with(char::is_whitespace))
        .unwrap_or(floor)
}
