//! What "the Convention" and "the Compact" mean: the instrument that the draft has defined so, else the only
//! one of its kind that the sentence or the draft has named.

mod abroad;
mod dated;
mod listed;
mod protocols;

use std::ops::Range;
use std::sync::Arc;

use citation::Lexicon;
use citation::{Kind, Referent};
use draft::Block;

use super::{Antecedent, Bound, introduced, rivals};
use crate::notices::Rest;
use crate::questions::{Meaning, Said, Topic};
use crate::title_fit::TitleFit;
pub(super) use listed::is_year;

/// How much may stand behind the noun of a title that the page cuts off, in bytes.
const CUT: usize = 80;

/// A summary may use a noun before its treaty is named; a draft that goes on so means another treaty, in blocks.
const OFTEN: usize = 3;

/// What two treaties on human rights are called, and hardly another.
const COVENANT: &str = "Covenant";

/// The words of a title in capitals or figures that make it one instrument's.
const TELLING: usize = 2;

/// The short forms and instruments of a block as far as it is read.
pub(super) struct ShortForms<'r> {
    rest: &'r Rest<'r>,
    pub(super) lexicon: &'r Lexicon,
    /// Instruments by title or acronym as the block mentions them, with where each mention stands.
    mentions: Vec<(usize, Referent)>,
    /// The instrument that the block means last, by name or by its noun, and where the words for it end.
    last: Option<(usize, Referent)>,
    /// How many definitions of the block are read.
    definitions: usize,
}

impl<'r> ShortForms<'r> {
    pub(super) fn new(rest: &'r Rest<'r>, lexicon: &'r Lexicon) -> Self {
        Self {
            rest,
            lexicon,
            mentions: Vec::new(),
            last: None,
            definitions: 0,
        }
    }

    /// The instrument that `words` was defined for.
    pub(super) fn defined_as(&self, words: &str) -> Option<Referent> {
        match self.rest.defined(words) {
            Meaning::Of(defined) => Some(defined),
            Meaning::Unsaid | Meaning::Open => None,
        }
    }

    /// Whether the draft has defined `words` for nothing.
    pub(super) fn is_unsaid(&self, words: &str) -> bool {
        self.rest.defined(words) == Meaning::Unsaid
    }

    /// The instrument with `noun` in its title that the block names last.
    pub(super) fn last_called(&self, noun: &str) -> Option<Referent> {
        let mut named = self.mentions.iter().rev().map(|(_, named)| named);
        named
            .find(|named| TitleFit::Together.fits(&named.to_string(), noun))
            .cloned()
    }

    /// What the noun `words`, which stands at `token` in `block`, means: for certain what an acronym behind it says,
    /// what it was defined for, or the only instrument of its kind that the draft names, where the block itself
    /// names it and nothing in the block may be another.
    pub(super) fn meant(
        &self,
        words: &str,
        token: &Range<usize>,
        block: &Block<'_>,
        text: &str,
    ) -> Option<Antecedent> {
        if let Some(acronym) = rivals::acronym_behind(text, token.end) {
            let meant = rivals::instrument_at(block, &acronym)?;
            let fits = TitleFit::Together.fits(&meant.to_string(), words);
            return fits.then(|| (meant.clone(), true));
        }
        match self.rest.defined(words) {
            Meaning::Of(defined) => return Some((defined, true)),
            Meaning::Open => return None,
            Meaning::Unsaid => {}
        }
        if let Some(title) = self
            .of_year(words)
            .or_else(|| self.completed(words, token, text))
        {
            return Some((title, false));
        }
        let together = self.rest.instruments(words, TitleFit::Together);
        let is_certain = match &*together {
            [only] => {
                let mut mentions = self.mentions.iter();
                mentions.any(|(_, named)| named == only) && !rivals::any(block, text, words, only)
            }
            _ => false,
        };
        let sentence = sentence_start(text, token.start);
        let before = || {
            // Whoever speaks of both Covenants says which of them is meant.
            let before = sentence_start(text, sentence.saturating_sub(1));
            (words == COVENANT).then(|| self.only_since(words, before))?
        };
        let in_draft = || {
            let meant = self.only_named(words, together).or_else(before)?;
            (!self.rest.was_early(words, OFTEN)).then_some(meant)
        };
        let meant = self.only_since(words, sentence).or_else(in_draft)?;
        Some((meant, is_certain))
    }

    /// The Charter of the United Nations, the Universal Declaration of Human Rights or the Covenants on Human Rights, where
    /// `words` are what all call them and the draft names no other so.
    pub(super) fn charter(&self, words: &str) -> Option<Referent> {
        let title = match words {
            "Charter" => "Charter of the United Nations",
            "Covenants" => "International Covenants on Human Rights",
            "Universal Declaration" => "Universal Declaration of Human Rights",
            _ => return None,
        };
        let title = self
            .is_unnamed(words)
            .then(|| self.lexicon.title_of(title))?;
        title.cloned().map(Referent::Instrument)
    }

    /// Whether the draft has named no instrument with `words` in its title.
    pub(super) fn is_unnamed(&self, words: &str) -> bool {
        self.rest.instruments(words, TitleFit::Together).is_empty()
    }

    /// Takes note that `words` stand where they mean nothing yet.
    pub(super) fn means_nothing_yet(&self, words: &str) {
        if self.is_unsaid(words) && self.is_unnamed(words) {
            self.rest.tell(Topic::Early(words.into()), Said::Introduced);
        }
    }

    /// Whether the block has named an instrument with `words` in its title besides `own`.
    pub(super) fn names_besides(&self, own: &Referent, words: &str) -> bool {
        let mut mentions = self.mentions.iter().map(|(_, named)| named);
        mentions.any(|named| named != own && TitleFit::Together.fits(&named.to_string(), words))
    }

    /// The only instrument that the draft names with `words` in its title; where none has them together, the only
    /// one that has them apart.
    fn only_named(&self, words: &str, together: Vec<Referent>) -> Option<Referent> {
        if together.is_empty() {
            return only(self.rest.instruments(words, TitleFit::Apart));
        }
        only(together)
    }

    /// The only instrument with `words` in its title of those mentioned behind the byte `from` of the block.
    fn only_since(&self, words: &str, from: usize) -> Option<Referent> {
        let since = self.mentions.iter().rev();
        let mut fitting = since
            .take_while(|(place, _)| *place >= from)
            .map(|(_, referent)| referent)
            .filter(|referent| TitleFit::Together.fits(&referent.to_string(), words));
        let first = fitting.next()?;
        fitting.all(|other| other == first).then(|| first.clone())
    }

    /// The only title of the lexicon that begins with `words`, where the end of the block cuts them off.
    pub(super) fn completed(
        &self,
        words: &str,
        token: &Range<usize>,
        text: &str,
    ) -> Option<Referent> {
        let rest = text.get(token.end..).unwrap_or("").trim();
        let cut = rest.len() < CUT && !rest.contains(|c: char| c.is_ascii_punctuation());
        if !cut {
            return None;
        }
        let rest: Vec<&str> = rest.split_whitespace().collect();
        if words.split(' ').count() + rest.len() < 4 {
            return None;
        }
        let words = &*format!("{words} {}", rest.join(" "));
        let words = words.trim_end();
        let mut titles = self
            .lexicon
            .names_like(words)
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

    /// The known instrument that `words` name but for small words, with the name that is right where these differ in more
    /// than capitals and hyphens.
    pub(super) fn all_but_named(&self, words: &str) -> Option<(Referent, Option<Arc<str>>)> {
        let name = self.lexicon.alike(words)?;
        // An article that opens a sentence or a heading is no part of the name.
        let stated = words.strip_prefix("The ").unwrap_or(words);
        let right = (!same_words(&name.written, stated)).then(|| {
            let article = &words[..words.len() - stated.len()];
            Arc::from(format!("{article}{}", name.written))
        });
        Some((Referent::Instrument(name.title.clone()), right))
    }

    /// The only instrument that the draft has named before by a longer title that begins with `words`: "the Final
    /// Document of the 2000 Review Conference", "the Kyoto Declaration".
    pub(super) fn longer(&self, words: &str) -> Option<Referent> {
        let tells = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        if words.split(' ').filter(tells).count() < TELLING {
            return None;
        }
        only(self.rest.instruments(words, TitleFit::Longer))
    }

    /// Takes note of an instrument that the draft names.
    pub(super) fn named(&mut self, one: &Bound) {
        let Some(referent) = &one.referent else {
            return;
        };
        let is_named = matches!(one.kind, Kind::Named | Kind::Short);
        if is_named || matches!(referent, Referent::Instrument(_)) {
            self.last = Some((one.token.end, referent.clone()));
        }
        if is_named {
            let is_new = self.mentions.iter().all(|(_, known)| known != referent);
            if is_new {
                let said = Said::Instrument(referent.clone());
                self.rest.tell(Topic::Instruments, said);
            }
            self.mentions.push((one.token.start, referent.clone()));
        }
    }

    /// Takes note of the short form at `token`, where it stands in parentheses right behind what it is short for:
    /// "… on the Law of the Sea (the Convention)". `earlier` are the citations before it in the block `text`.
    pub(super) fn define(
        &self,
        token: &Range<usize>,
        text: &str,
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
            let between = text.get(full.phrase.end..open);
            matches!(full.kind, Kind::Named | Kind::Symbol | Kind::Number)
                && between.is_some_and(|between| {
                    // A footnote figure may stand between the two, and the marks around the title end there.
                    let is_between = |c: char| {
                        c.is_whitespace()
                            || c.is_ascii_digit()
                            || matches!(c, '”' | '’' | '"' | '»' | '*' | '_')
                    };
                    between.len() <= 6 && between.chars().all(is_between)
                })
        })?;
        let meant = full.referent.clone().filter(|_| closes)?;
        let short = super::one_line(text.get(token.clone())?);
        self.define_as(short.into(), Some(meant.clone()));
        Some(meant)
    }

    /// Takes note of a general comment that has its committee, by the `words` that it has without.
    pub(super) fn comment(&self, words: Box<str>, comment: &Referent) {
        self.define_as(words, Some(comment.clone()));
    }

    fn define_as(&self, short: Box<str>, meant: Option<Referent>) {
        self.rest
            .tell(Topic::ShortForm(short), Said::Meaning(meant));
    }

    /// Takes note of what `block` defines before its byte `limit`; `bound` are its citations so far.
    pub(super) fn defined_before(
        &mut self,
        block: &Block<'_>,
        text: &str,
        limit: usize,
        bound: &[Bound],
    ) {
        let definitions = &block.marks.definitions;
        while let Some(definition) = definitions.get(self.definitions)
            && definition.short_span.end.max(definition.full_span.end) <= limit
        {
            self.definitions += 1;
            let full = &definition.full_span;
            let meant = bound
                .iter()
                .rev()
                .take_while(|one| full.start < one.token.end)
                .filter(|one| matches!(one.kind, Kind::Named | Kind::Symbol | Kind::Number))
                .find(|one| one.token.start < full.end);
            let meant = if definition.acronym {
                meant.filter(|one| introduced::is_its(definition, one, text, self.lexicon))
            } else {
                meant
            };
            if definition.acronym
                && meant.is_some()
                && self.lexicon.title_of(&definition.short).is_none()
            {
                self.rest.tell(Topic::Acronyms, Said::Introduced);
            }
            let meant = meant.and_then(|one| one.referent.clone());
            self.define_as(definition.short.clone(), meant);
        }
    }
}

/// Whether two names are the same but for capitals, hyphens and spaces.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// The one of `fitting`, where there is but one.
fn only(mut fitting: Vec<Referent>) -> Option<Referent> {
    let first = fitting.pop()?;
    fitting.is_empty().then_some(first)
}

/// Whether `token` is the short form itself in the parentheses that define it.
pub(super) fn is_definition(block: &Block<'_>, token: &Range<usize>) -> bool {
    block.marks.definitions.iter().any(|definition| {
        definition.short_span.start < token.end && token.start < definition.short_span.end
    })
}

/// The longest sentence, in bytes.
const SENTENCE: usize = 4000;

/// Where the sentence, or the part of it behind a semicolon, begins in which the byte `at` of `text` stands.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let floor = citation::sentences::start(text, at, SENTENCE);
    let semicolon = text[floor..at].rfind("; ");
    semicolon.map_or(floor, |before| floor + before + 1)
}
