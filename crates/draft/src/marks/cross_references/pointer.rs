//! A noun with the labels behind it and what follows: "paragraphs 12 to 15 (a) above".
//!
//! Read by hand and not by an expression: what it may be is little, and an expression would have to be made ready at
//! each start.

use std::ops::Range;

use super::Direction;
use crate::places;

/// The nouns, in small letters; those of French that are others.
const NOUNS: [&str; 33] = [
    "paragraph",
    "paragraphs",
    "para.",
    "paras.",
    "section",
    "sections",
    "sect.",
    "sects.",
    "chapter",
    "chapters",
    "chap.",
    "chaps.",
    "annex",
    "annexes",
    "appendix",
    "table",
    "tables",
    "figure",
    "figures",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "paragraphe",
    "paragraphes",
    "par.",
    "chapitre",
    "chapitres",
    "annexe",
    "tableau",
    "tableaux",
    "appendice",
    "appendices",
];

/// The words of direction.
const DIRECTIONS: [(&str, Direction); 5] = [
    ("above", Direction::Above),
    ("below", Direction::Below),
    ("ci-dessus", Direction::Above),
    ("ci-dessous", Direction::Below),
    ("ci-après", Direction::Below),
];

/// What a draft calls itself in "the present report".
pub(super) const DOCUMENTS: [&str; 8] = [
    "report",
    "document",
    "note",
    "annex",
    "study",
    "paper",
    "resolution",
    "decision",
];

/// A noun with its labels, and what follows.
pub(super) struct Pointer {
    pub(super) noun: Range<usize>,
    pub(super) labels: Vec<Range<usize>>,
    /// The byte behind the last label and its letters in parentheses.
    pub(super) behind_labels: usize,
    pub(super) direction: Option<(Direction, Range<usize>)>,
    /// Whether "of the present report" follows.
    pub(super) is_here: bool,
    pub(super) end: usize,
}

impl Pointer {
    /// The first one from byte `from` on.
    pub(super) fn next(text: &str, from: usize) -> Option<Self> {
        places::runs(text.as_bytes(), from, places::Letters).find_map(|at| Self::at(text, at))
    }

    /// The one whose noun begins at `at`.
    fn at(text: &str, at: usize) -> Option<Self> {
        if !is_noun_begun(&text.as_bytes()[at..]) {
            return None;
        }
        let rest = &text.as_bytes()[at..];
        let stands = |noun: &&&str| {
            let word = rest.get(..noun.len());
            word.is_some_and(|word| word.eq_ignore_ascii_case(noun.as_bytes()))
                && text[at + noun.len()..].starts_with(char::is_whitespace)
        };
        let length = NOUNS.iter().find(stands)?.len();
        let mut cursor = Cursor {
            text,
            at: at + length,
        };
        cursor.space()?;
        let mut labels = vec![cursor.label()?];
        while let Some(label) = cursor.next_label() {
            labels.push(label);
        }
        let behind_labels = cursor.at;
        let direction = cursor.direction();
        let is_here = direction.is_none() && cursor.here().is_some();
        Some(Self {
            noun: at..at + length,
            labels,
            behind_labels,
            direction,
            is_here,
            end: cursor.at,
        })
    }
}

/// A place in a text. What is not there leaves it where it is.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Goes on over what `step` reads, or stays.
    fn over<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let read = step(self);
        if read.is_none() {
            self.at = before;
        }
        read
    }

    /// One space or line break.
    fn space(&mut self) -> Option<()> {
        let first = self.rest().chars().next()?;
        self.at += first.is_whitespace().then_some(first.len_utf8())?;
        Some(())
    }

    /// These letters.
    fn letters(&mut self, letters: &str) -> Option<()> {
        self.at += self.rest().starts_with(letters).then_some(letters.len())?;
        Some(())
    }

    /// One of these words.
    fn word(&mut self, words: &[&str]) -> Option<Range<usize>> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| is_of_word(*byte)).count();
        if !words.contains(&&rest[..length]) {
            return None;
        }
        let start = self.at;
        self.at += length;
        Some(start..self.at)
    }

    /// A label, with the letters in parentheses behind it, of which it is told apart.
    fn label(&mut self) -> Option<Range<usize>> {
        let word = self.rest().bytes().take_while(|byte| is_of_word(*byte));
        let label = self.at..self.at + word.count();
        if !is_label(self.text[label.clone()].as_bytes()) {
            return None;
        }
        self.at = label.end;
        while self.over(Self::letter_in_parentheses).is_some() {}
        Some(label)
    }

    /// " (a)", " a)".
    fn letter_in_parentheses(&mut self) -> Option<()> {
        self.space()?;
        self.over(|at| at.letters("("));
        let small = self.rest().bytes().take_while(u8::is_ascii_lowercase);
        let length = small.count();
        self.at += (1..=4).contains(&length).then_some(length)?;
        self.letters(")")
    }

    /// The label behind a comma, a dash, "and" or "to".
    fn next_label(&mut self) -> Option<Range<usize>> {
        let joints: [fn(&mut Self) -> Option<()>; 4] = [
            |at| {
                at.letters(",")?;
                at.space()
            },
            |at| {
                at.space()?;
                at.word(&["and", "to", "et"])
                    .map(drop)
                    .or_else(|| at.letters("à"))?;
                at.space()
            },
            |at| {
                at.over(Self::space);
                at.letters("–").or_else(|| at.letters("-"))?;
                at.over(Self::space);
                Some(())
            },
            |at| {
                at.letters(",")?;
                at.space()?;
                at.word(&["and"])?;
                at.space()
            },
        ];
        joints.into_iter().find_map(|joint| {
            self.over(|at| {
                joint(at)?;
                at.label()
            })
        })
    }

    /// ", above".
    fn direction(&mut self) -> Option<(Direction, Range<usize>)> {
        self.over(|at| {
            at.over(|at| at.letters(","));
            at.space()?;
            let start = at.at;
            let stands = |(word, _): &&(&str, Direction)| at.rest().starts_with(word);
            let (word, direction) = *DIRECTIONS.iter().find(stands)?;
            at.at += word.len();
            let ends = !at.rest().bytes().next().is_some_and(is_of_word);
            ends.then_some((direction, start..at.at))
        })
    }

    /// " of the present report".
    fn here(&mut self) -> Option<()> {
        const WORDS: [&[&str]; 4] = [&["of", "to", "in"], &["the"], &["present"], &DOCUMENTS];
        self.over(|at| {
            WORDS.iter().try_for_each(|words| {
                at.space()?;
                at.word(words).map(|_| ())
            })
        })
    }
}

/// Whether a byte is a letter, figure or underscore.
pub(super) fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// `12`, `IV`, `B`.
fn is_label(word: &[u8]) -> bool {
    let has_most = |most: usize| (1..=most).contains(&word.len());
    matches!(word, [b'A'..=b'H'])
        || has_most(3) && word.iter().all(u8::is_ascii_digit)
        || has_most(6) && word.iter().all(|letter| b"IVX".contains(letter))
}

/// Whether a text begins like one of [`NOUNS`].
pub(super) fn is_noun_begun(text: &[u8]) -> bool {
    let [first, second, third, ..] = text else {
        return false;
    };
    matches!(
        &[first | 0x20, second | 0x20, third | 0x20],
        b"par" | b"sec" | b"cha" | b"ann" | b"app" | b"tab" | b"fig" | b"foo" | b"not"
    )
}
