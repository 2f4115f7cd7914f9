//! Russian: "в своей резолюции 67/172 от 20 декабря 2012 года", "решение 2000/288 Экономического и
//! Социального Совета".
//!
//! Names change with their case and need no word before them; the words are whole forms in the table.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::Speech;
use super::words::Words;
use super::{ActWord, Grammar, Language, dates, list, pinpoints};
use crate::{Citation, Pinpoint, StatedDate};

pub(super) struct Russian;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/ru.tsv")));

impl Grammar for Russian {
    fn language(&self) -> Language {
        Language::Russian
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
