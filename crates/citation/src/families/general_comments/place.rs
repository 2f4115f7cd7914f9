//! What stands before the number of a general comment: "No." behind its words, the words alone, or the letters for them.

use std::ops::Range;
use std::sync::LazyLock;

use super::number::{COMMENT, RECOMMENDATION};
use crate::scan::cursor;

/// What drafters shorten the words to behind the letters of a committee.
const SHORTENED: [(&str, &str); 2] = [("GC", COMMENT), ("GR", RECOMMENDATION)];

/// "No." and what drafters write in its stead, found by its capital or digit.
pub(super) static ANCHORS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let nouns = ["omment", "omments", "mendation", "mendations"];
    let signs = [
        "No ", "no", "1", "2", "3", "4", "5", "6", "7", "8", "9", "I", "V", "X",
    ];
    let pairs = nouns
        .iter()
        .flat_map(|noun| signs.map(|sign| format!("{noun} {sign}")));
    let shortened = SHORTENED.iter().flat_map(|(short, _)| {
        [" ", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map(|next| format!("{short}{next}"))
    });
    let leaked = pairs.chain(shortened).map(|anchor| &*anchor.leak());
    leaked.chain(["No.", "Nos.", "NO.", "NOS."]).collect()
});

/// What an anchor tells.
pub(super) struct Place {
    /// Where "No." begins, or the number where it has none.
    pub(super) word: usize,
    /// Where the number begins.
    pub(super) number: usize,
    pub(super) several: bool,
    pub(super) is_numbered: bool,
    /// Whether the number has its sign, "No.", "Nos." or "No".
    pub(super) is_signed: bool,
    /// The words that "GC" or "GR" stands for, and where it begins, where it stands for them.
    pub(super) shortened: Option<(&'static str, usize)>,
}

impl Place {
    pub(super) fn of(text: &str, anchor: &Range<usize>) -> Self {
        let written = &text[anchor.clone()];
        if written.starts_with('N') {
            return Self {
                word: anchor.start,
                number: cursor::skip_space(text, anchor.end),
                several: written.len() > "No.".len(),
                is_numbered: true,
                is_signed: true,
                shortened: None,
            };
        }
        let short = SHORTENED
            .into_iter()
            .find(|(short, _)| written.starts_with(short));
        if let Some((short, words)) = short {
            return Self::behind_shortened(text, anchor.start, short, words);
        }
        let noun = written.find(' ').unwrap_or(0);
        let word = anchor.start + noun + 1;
        let sign = cursor::any_word(text, word, &["Nos.", "No.", "No"]);
        Self {
            word,
            number: sign.map_or(word, |end| cursor::skip_space(text, end)),
            several: written[..noun].ends_with('s'),
            is_numbered: false,
            is_signed: sign.is_some(),
            shortened: None,
        }
    }

    /// Behind `short`, which begins at `start` and stands for `words`: "GC 23", "GC No. 14", "GC36".
    fn behind_shortened(text: &str, start: usize, short: &str, words: &'static str) -> Self {
        let word = cursor::skip_space(text, start + short.len());
        let sign = cursor::any_word(text, word, &["Nos.", "No.", "No"]);
        Self {
            word,
            number: sign.map_or(word, |end| cursor::skip_space(text, end)),
            several: false,
            is_numbered: false,
            is_signed: sign.is_some(),
            shortened: Some((words, start)),
        }
    }
}
