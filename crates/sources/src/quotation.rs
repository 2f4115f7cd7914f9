//! Whether the words of a quotation are those of a text: exactly, with the edits that a quotation may
//! have, or altered.
//!
//! Compared are words, folded as the index folds them, so typographic quotation marks, dashes, case and
//! line breaks make no difference. An ellipsis may leave words out, brackets may put words in, and the
//! verb at the beginning may change its ending ("*Recalls*" for "recalling").

mod alignment;
mod marks;

use std::ops::Range;

use crate::words::{fold_word, words};
use alignment::align;
use marks::marks;

/// How a quotation is like the text that it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same words in the same order.
    Exact,
    /// The same words but for what a quotation may change.
    Edited(Vec<Edit>),
    /// Some words are others.
    Altered(Vec<Difference>),
}

/// A change that a quotation may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edit {
    /// Words are left out where an ellipsis says so.
    Ellipsis,
    /// Words in brackets were put in, or stand for others.
    Brackets,
    /// `[sic]` follows a word.
    Sic,
    /// The verb at the beginning has another ending.
    VerbEnding,
}

/// A place where a quotation and its text differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Byte range in the quotation; empty where words are missing.
    pub in_quotation: Range<usize>,
    /// Byte range in the text; empty where words were added.
    pub in_text: Range<usize>,
    /// The words of the text.
    pub text: Box<str>,
    /// How many words differ: those of the quotation or those of the text, whichever are more.
    pub words: usize,
}

impl Likeness {
    /// What comes first in a list: exact before edited before altered, and fewer changes before more.
    pub fn rank(&self) -> (u8, usize) {
        match self {
            Self::Exact => (0, 0),
            Self::Edited(edits) => (1, edits.len()),
            Self::Altered(_) => (2, self.altered_words()),
        }
    }

    /// How many words differ beyond what a quotation may change.
    pub fn altered_words(&self) -> usize {
        match self {
            Self::Exact | Self::Edited(_) => 0,
            Self::Altered(differences) => differences.iter().map(|one| one.words).sum(),
        }
    }
}

/// Where a quotation stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// Byte range in the text, from its first word to its last.
    pub span: Range<usize>,
    /// How it is like that text.
    pub likeness: Likeness,
}

/// A quotation, read once and compared with any number of texts.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Its stretches without a gap, in order; none is empty.
    pieces: Vec<Piece>,
    edits: Vec<Edit>,
}

/// A stretch of a quotation without a gap.
#[derive(Clone, Debug)]
struct Piece {
    words: Vec<Word>,
    /// What stands before it and lets words of the text be passed over.
    gap: Option<Edit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: Box<str>,
    span: Range<usize>,
}

/// How many words of the text a bracket may stand for.
const BRACKET_REACH: usize = 12;

/// A quotation counts as altered, and not as another text, when at most one word in this many differs.
const ALTERED_ONE_IN: usize = 3;

/// Fewer words than this are found exactly or not at all.
const FEWEST_FOR_ALTERED: usize = 5;

impl Quotation {
    /// Reads a quotation, with or without the marks around it.
    pub fn new(text: &str) -> Self {
        let mut quotation = Self {
            pieces: Vec::new(),
            edits: Vec::new(),
        };
        let mut gap = None;
        let mut from = 0;
        for (mark, span) in marks(text) {
            quotation.push(text, from..span.start, gap);
            from = span.end;
            quotation.edits.push(mark);
            gap = Some(mark);
        }
        quotation.push(text, from..text.len(), gap);
        quotation.edits.sort_unstable();
        quotation.edits.dedup();
        quotation
    }

    /// Takes the words in `range`. `[sic]` leaves a stretch whole: what follows it belongs to it.
    fn push(&mut self, text: &str, range: Range<usize>, gap: Option<Edit>) {
        let found: Vec<Word> = cut(&text[range.clone()], range.start);
        if found.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if gap == Some(Edit::Sic) => last.words.extend(found),
            _ => self.pieces.push(Piece { words: found, gap }),
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.words.len()).sum()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Its stretches without a gap, each as folded words: what an index is asked for.
    pub fn stretches(&self) -> impl Iterator<Item = Vec<&str>> {
        self.pieces
            .iter()
            .map(|piece| piece.words.iter().map(|word| &*word.folded).collect())
    }

    /// Where the quotation stands in `text`, if it does: the place with the fewest differences, of equals
    /// the first.
    pub fn find_in(&self, text: &str) -> Option<Alignment> {
        let text_words = cut(text, 0);
        self.exact(&text_words)
            .or_else(|| self.altered(text, &text_words))
    }

    /// All stretches, one after the other, without a difference.
    fn exact(&self, text: &[Word]) -> Option<Alignment> {
        let first = self.pieces.first()?;
        let mut from = 0;
        'starts: while let Some((start, verb)) = find(&first.words, text, from, true) {
            from = start + 1;
            let mut end = start + first.words.len();
            let mut edits = self.edits.clone();
            if verb {
                edits.push(Edit::VerbEnding);
            }
            for piece in &self.pieces[1..] {
                let (next, _) = find(&piece.words, text, end, false)?;
                if piece.gap == Some(Edit::Brackets) && next - end > BRACKET_REACH {
                    continue 'starts;
                }
                end = next + piece.words.len();
            }
            let likeness = if edits.is_empty() {
                Likeness::Exact
            } else {
                Likeness::Edited(edits)
            };
            let span = text.get(start)?.span.start..text.get(end - 1)?.span.end;
            return Some(Alignment { span, likeness });
        }
        None
    }

    /// The best place for each stretch in turn, with differences.
    fn altered(&self, text: &str, text_words: &[Word]) -> Option<Alignment> {
        if self.len() < FEWEST_FOR_ALTERED {
            return None;
        }
        let mut differences = Vec::new();
        let mut changed = 0;
        let mut span: Option<Range<usize>> = None;
        let mut from = 0;
        for (place, piece) in self.pieces.iter().enumerate() {
            let rest = text_words.get(from..)?;
            let path = align(&piece.words, rest)?;
            let verb = place == 0 && path.is_verb_ending(&piece.words, rest);
            changed += path.cost - usize::from(verb);
            if path.cost * 2 > piece.words.len() {
                return None;
            }
            differences.extend(path.differences(&piece.words, rest, text, verb));
            let found =
                rest.get(path.start)?.span.start..rest.get(path.end.checked_sub(1)?)?.span.end;
            span = Some(span.map_or(found.start, |span| span.start)..found.end);
            from += path.end;
        }
        if changed == 0 || changed * ALTERED_ONE_IN > self.len() {
            return None;
        }
        Some(Alignment {
            span: span?,
            likeness: Likeness::Altered(differences),
        })
    }
}

/// The words of `text`, which begins at byte `offset` of a longer one.
fn cut(text: &str, offset: usize) -> Vec<Word> {
    words(text)
        .map(|span| {
            let mut folded = String::with_capacity(span.len());
            fold_word(&text[span.clone()], &mut folded);
            Word {
                folded: folded.into(),
                span: span.start + offset..span.end + offset,
            }
        })
        .collect()
}

/// The first place from `from` on where `wanted` stands in `text`; with `verb`, the first word may have
/// another ending, which is said. A place without that wins over one with it.
fn find(wanted: &[Word], text: &[Word], from: usize, verb: bool) -> Option<(usize, bool)> {
    let last = text.len().checked_sub(wanted.len())?;
    let (first, rest) = wanted.split_first()?;
    let same_rest = |start: usize| {
        rest.iter()
            .zip(&text[start + 1..])
            .all(|(one, other)| one.folded == other.folded)
    };
    let mut places = (from..=last).filter(|start| same_rest(*start));
    let plain = places
        .clone()
        .find(|start| text[*start].folded == first.folded);
    if let Some(start) = plain {
        return Some((start, false));
    }
    if !verb || rest.is_empty() {
        return None;
    }
    places
        .find(|start| same_verb(&text[*start].folded, &first.folded))
        .map(|start| (start, true))
}

/// Whether two words are forms of one verb: "recalls", "recalling", "recalled", "recall".
fn same_verb(one: &str, other: &str) -> bool {
    one != other
        && verb_stems(one)
            .iter()
            .any(|stem| verb_stems(other).contains(stem))
}

/// What may be left of a verb without its ending.
fn verb_stems(word: &str) -> Vec<&str> {
    const ENDINGS: [&str; 6] = ["ing", "es", "ed", "s", "e", "d"];
    let mut stems: Vec<&str> = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() > 2)
        .collect();
    stems.push(word);
    stems
}

#[cfg(test)]
mod tests;
