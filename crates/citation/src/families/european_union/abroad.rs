//! Acts of the Union in French and Spanish: "règlement (UE) 2016/679", "Directiva 2011/36/UE", "les décisions
//! 2010/427/UE et 2011/168/PESC".
//!
//! They are found at the letters of the treaty, in capitals, and read backwards to the word that says what they are.

use std::ops::Range;

use super::{Shape, by_treaty, by_year, regulation};
use crate::families::pattern::Pattern;
use crate::families::reading::{begins_well, citation, ends_well};
use crate::{Citation, Form, Kind, Referent};

/// The letters of the treaties and policies in both languages, as they stand beside the figures.
pub(super) const ANCHORS: [&str; 9] = [
    "(UE)", "(CE)", "(CEE)", "(PESC)", "/UE", "/CE", "/CEE", "/JAI", "/PESC",
];

/// The most acts of one list.
const MOST: usize = 12;

static SHAPES: [Shape; 6] = [
    Shape {
        word: Pattern::new("\u{1b}glements?|eglamentos?"),
        figures: Pattern::new(
            "\\((UE|CE|CEE)\\) ?([Nn](?:o|\u{1b}m|)s?\\.?\u{1a}? ?)?(\\d{1,4})/(\\d{2,4})",
        ),
        read: regulation,
    },
    Shape {
        word: Pattern::new("irectiv[ea]s?"),
        figures: Pattern::new(r"(\d{2}|\d{4})/(\d{1,4})/(CEE|CE|UE)"),
        read: |found| by_year("L", "Directive", found),
    },
    Shape {
        word: Pattern::new("irectiv[ea]s?"),
        figures: Pattern::new(r"\((UE)\) (\d{4})/(\d{1,4})"),
        read: |found| by_treaty("L", "Directive", found),
    },
    Shape {
        word: Pattern::new("\u{1b}cisions?-cadres?|ecisi(?:\u{1b}n|ones) [Mm]arco"),
        figures: Pattern::new(r"(\d{4})/(\d{1,4})/(JAI)"),
        read: |found| by_year("F", "Framework Decision", found),
    },
    Shape {
        word: Pattern::new("\u{1b}cisions?|ecisi\u{1b}n|ecisiones"),
        figures: Pattern::new(r"(\d{2}|\d{4})/(\d{1,4})/(CEE|CE|UE|JAI|PESC)"),
        read: |found| by_year("D", "Decision", found),
    },
    Shape {
        word: Pattern::new("\u{1b}cisions?|ecisi\u{1b}n|ecisiones"),
        figures: Pattern::new(r"\((UE|PESC)\) (\d{4})/(\d{1,4})"),
        read: |found| by_treaty("D", "Decision", found),
    },
];

/// The act whose treaty stands at `anchor`.
pub(super) fn read(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let figures = if text[anchor.start..].starts_with('(') {
        anchor.start
    } else {
        figures_before(text, anchor.start)
    };
    let (word, is_first) = word_before(text, figures)?;
    let shape_of = |shape: &&Shape| {
        let word = &text[word.clone()];
        shape.word.length(word, 1) == Some(word.len() - 1)
    };
    let (shape, found) = SHAPES
        .iter()
        .filter(shape_of)
        .find_map(|shape| Some((shape, shape.figures.captures(text, figures)?)))?;
    let end = figures + found.length();
    let start = if is_first { word.start } else { figures };
    // A correction would be in English.
    let (act, _) = (shape.read)(&found)?;
    let form = Form::Whole(Referent::UnionAct(act));
    (begins_well(text, word.start) && ends_well(text, end))
        .then(|| citation(text, start..end, start, Kind::Named, form))
}

/// Where the figures and strokes begin that end at `end`.
fn figures_before(text: &str, end: usize) -> usize {
    text[..end]
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '/')
        .len()
}

/// The word that says what the act at `figures` is, and whether that is the first of its list.
fn word_before(text: &str, figures: usize) -> Option<(Range<usize>, bool)> {
    let mut head = text[..figures].trim_end();
    for listed in 0..MOST {
        if let Some(before) = list_before(head) {
            head = before;
            continue;
        }
        let start = head
            .trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '\u{1b}' || c == '-')
            .len();
        // "Decisión Marco" is two words.
        let marco = head[start..].eq_ignore_ascii_case("marco");
        let start = if marco {
            let two = head[..start].trim_end();
            two.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '\u{1b}')
                .len()
        } else {
            start
        };
        return (start < head.len()).then_some((start..head.len(), listed == 0));
    }
    None
}

/// What stands before a comma or a joining word at the end of `head` and the act before it: "2011/36/UE et".
fn list_before(head: &str) -> Option<&str> {
    let joined = [" et", " y", " e", " ou", " o", ","]
        .iter()
        .find_map(|joint| head.strip_suffix(joint))?
        .trim_end();
    let treaty = joined.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let figures = &treaty[..figures_before(joined, treaty.len())];
    let act = &treaty[figures.len()..];
    let is_act = act.contains('/') && (treaty.len() < joined.len() || figures.ends_with(") "));
    let before = figures.trim_end();
    let before = before
        .rfind('(')
        .filter(|_| figures.ends_with(") "))
        .map_or(before, |open| before[..open].trim_end());
    is_act.then_some(before)
}
