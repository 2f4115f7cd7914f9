//! Spanish: "sus resoluciones 45/158, de 18 de diciembre de 1990, y 47/135".
//!
//! As in French the words come first; a comma stands before the date, and "de" between its parts.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::Speech;
use super::words::Words;
use super::{ActWord, Grammar, Language, dates, list, pinpoints};
use crate::{Citation, Pinpoint, StatedDate};

pub(super) struct Spanish;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/es.tsv")));

impl Grammar for Spanish {
    fn language(&self) -> Language {
        Language::Spanish
    }

    fn words(&self) -> &'static Words {
        &WORDS
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
