//! What stands in parentheses behind a symbol: `(SUPP)`, `(Part I)`, `(Vol. II)`, `(Sect. 24)`,
//! `(Resumption 1)`, with or without its spaces.

use std::sync::LazyLock;

use super::Reader;
use crate::scan::cursor;
use crate::{Roman, table};

/// The longest parenthesis looked at, in bytes.
const LONGEST: usize = 24;

/// The words of the table and the labels they take.
static WORDS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    table::rows::<2>(include_str!("../../../data/parentheses.tsv"))
        .map(|[word, label]| (word, label))
        .collect()
});

impl Reader<'_, '_> {
    /// Reads a parenthesis, where one follows.
    pub(super) fn parenthesis(&mut self) -> bool {
        let rest = &self.text[self.at..];
        if !rest.starts_with([' ', '\r', '\n', '(']) {
            return false;
        }
        let spaces = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
        let Some((word, label, length)) =
            labelled(&rest[spaces..]).filter(|_| cursor::is_gap(&rest[..spaces]))
        else {
            return false;
        };
        self.canonical.extend([" (", word]);
        for piece in label.split_ascii_whitespace() {
            self.canonical.extend([" ", piece]);
        }
        self.canonical.push(')');
        self.at += spaces + length;
        true
    }
}

/// The length of a parenthesis at the start of `text` that may stand behind a symbol.
pub(crate) fn length(text: &str) -> Option<usize> {
    labelled(text).map(|(_, _, length)| length)
}

/// The word, the label and the length of a parenthesis at the start of `text`.
fn labelled(text: &str) -> Option<(&'static str, &str, usize)> {
    let inner = text.strip_prefix('(')?;
    let length = inner.bytes().take(LONGEST).position(|byte| byte == b')')?;
    // "Parts" before "Part".
    let read = WORDS
        .iter()
        .filter_map(|entry| read(&inner[..length], entry));
    let (word, label) = read.max_by_key(|(word, _)| word.len())?;
    Some((word, label, length + 2))
}

/// The word of `entry` and the label behind it, where `inner` has them.
fn read<'t>(
    inner: &'t str,
    (word, label): &(&'static str, &'static str),
) -> Option<(&'static str, &'t str)> {
    let stem = word.trim_end_matches('.');
    let head = inner.get(..stem.len())?;
    if !head.eq_ignore_ascii_case(stem) {
        return None;
    }
    let rest = inner[stem.len()..].trim_start_matches('.').trim();
    // "A/79/336 (annex)" is a place in the document.
    if rest.is_empty() && word.starts_with("Annex") && head.starts_with('a') {
        return None;
    }
    let fits = match *label {
        "-" => rest.is_empty(),
        "?" => rest.is_empty() || is_number(rest),
        "I" => is_label(rest),
        _ => is_number(rest),
    };
    fits.then_some((word, rest))
}

/// `24`, `29A`.
fn is_number(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let counted = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    counted && text.len() <= digits.len() + 1
}

/// `II`, `2`, `I and II`, `I-III`.
fn is_label(text: &str) -> bool {
    let mut labels = text
        .split(['-', ',', ' ', '\r', '\n'])
        .filter(|piece| !piece.is_empty() && *piece != "and");
    let numeral = |piece: &str| {
        is_number(piece) || Roman::parse(&piece.to_ascii_uppercase()).is_some() || piece.len() == 1
    };
    !text.is_empty() && labels.all(numeral)
}
