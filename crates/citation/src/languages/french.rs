//! French: "ses résolutions 2 (I) du 1er février 1946 et 56/242 du 24 décembre 2001".
//!
//! The words come first, the body behind the number or between; "1er" is the first of the month; a
//! letter may name a subparagraph with a closing parenthesis only.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::Speech;
use super::words::Words;
use super::{ActWord, Grammar, Language, dates, list, pinpoints};
use crate::{Citation, Pinpoint, StatedDate};

pub(super) struct French;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/fr.tsv")));

impl Grammar for French {
    fn language(&self) -> Language {
        Language::French
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
