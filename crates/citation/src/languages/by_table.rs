//! French, Spanish and Russian: languages of which the table of words says all that is their own.
//!
//! In each the words come first and the body stands behind the number or between: "ses résolutions 2 (I) du
//! 1er février 1946 et 56/242 du 24 décembre 2001", "sus resoluciones 45/158, de 18 de diciembre de 1990, y
//! 47/135", "в своей резолюции 67/172 от 20 декабря 2012 года". Russian names change with their case; the
//! table has them as whole forms.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::Speech;
use super::words::Words;
use super::{ActWord, Grammar, Language, dates, list, pinpoints};
use crate::{Citation, Pinpoint, StatedDate};

/// A language that is read by its table alone.
pub(super) struct ByTable {
    language: Language,
    words: &'static LazyLock<Words>,
}

pub(super) static FRENCH: ByTable = ByTable {
    language: Language::French,
    words: &FRENCH_WORDS,
};

pub(super) static SPANISH: ByTable = ByTable {
    language: Language::Spanish,
    words: &SPANISH_WORDS,
};

pub(super) static RUSSIAN: ByTable = ByTable {
    language: Language::Russian,
    words: &RUSSIAN_WORDS,
};

static FRENCH_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/fr.tsv")));
static SPANISH_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/es.tsv")));
static RUSSIAN_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/ru.tsv")));

impl Grammar for ByTable {
    fn language(&self) -> Language {
        self.language
    }

    fn words(&self) -> &'static Words {
        self.words
    }

    fn date(&self, text: &str, at: usize) -> Option<(StatedDate, usize)> {
        dates::at_start(text, at, self)
    }

    fn pinpoint_after(&self, text: &str, at: usize) -> Option<Pinpoint> {
        pinpoints::after(text, at, self)
    }

    fn pinpoint_before(&self, text: &str, at: usize) -> Option<Pinpoint> {
        pinpoints::before(text, at, self)
    }

    fn read(
        &self,
        text: &str,
        word: &ActWord,
        within: Range<usize>,
        speech: &mut Speech,
        found: &mut Vec<Citation>,
    ) {
        list::read(text, word, within.end, self, speech, found);
    }
}
