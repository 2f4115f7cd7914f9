//! Names of instruments that the sources hand down to the scanner.

use std::collections::HashMap;
use std::sync::Arc;

use crate::scan::anchors::Anchors;
use crate::scan::openings::{Openings, Opens};

/// One way to write the name of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The words as written: "Convention on the Rights of the Child", "ICRMW".
    pub written: Arc<str>,
    /// The official title it stands for.
    pub title: Arc<str>,
    /// Whether it is an acronym or code, matched with its capitals and as a whole word.
    pub acronym: bool,
}

/// Every known name, ready for scanning.
#[derive(Clone, Debug)]
pub struct Lexicon {
    names: Vec<Name>,
    /// What words may begin with that open a name, or an anchor of the grammar.
    openings: Openings,
    /// Indices into `names` by first word in small letters, longest name first.
    by_first_word: HashMap<Box<str>, Vec<usize>>,
}

impl Lexicon {
    /// A lexicon of `names`; of equal spellings the first wins.
    pub fn new(names: Vec<Name>) -> Self {
        let mut by_first_word: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            let word = first_word(&name.written).to_lowercase();
            if !word.is_empty() {
                by_first_word.entry(word.into()).or_default().push(index);
            }
        }
        for indices in by_first_word.values_mut() {
            indices.sort_by_key(|index| (usize::MAX - names[*index].written.len(), *index));
        }
        let mut openings = Openings::default();
        Anchors::all().open(&mut openings);
        for name in &names {
            openings.add(&name.written, Opens::NAME);
        }
        Self {
            names,
            openings,
            by_first_word,
        }
    }

    /// What words may begin with that are worth a look.
    pub(crate) fn openings(&self) -> &Openings {
        &self.openings
    }

    /// All names, in the order given.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The longest name that starts at byte `at` of `text`, and the offset behind it.
    pub(crate) fn longest_at(&self, text: &str, at: usize) -> Option<(usize, &Name)> {
        let word = first_word(text.get(at..)?);
        let candidates = if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.by_first_word.get(word.to_lowercase().as_str())?
        } else {
            self.by_first_word.get(word)?
        };
        candidates.iter().find_map(|index| {
            let name = &self.names[*index];
            let end = if name.acronym {
                text[at..]
                    .starts_with(&*name.written)
                    .then(|| at + name.written.len())?
            } else {
                same_words(text, at, &name.written)?
            };
            // A footnote figure may be glued to a title, never to an acronym.
            let goes_on = |c: char| c.is_alphabetic() || name.acronym && c.is_numeric();
            let whole = !text[end..].starts_with(goes_on);
            whole.then_some((end, name))
        })
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..end]
}

/// The offset behind `name` at `start`: letters compare without case, any white space for a space, a
/// hyphen may be followed by a line break, apostrophes and dashes compare by kind.
fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let mut rest = text[start..].chars().peekable();
    let mut at = start;
    for wanted in name.chars() {
        if wanted == ' ' {
            let mut spaces = 0;
            while let Some(space) = rest.next_if(|c| c.is_whitespace()) {
                at += space.len_utf8();
                spaces += 1;
            }
            // More than a line break with its indentation is no space between two words.
            if spaces == 0 || spaces > 12 {
                return None;
            }
            continue;
        }
        let found = rest.next()?;
        if !same_letter(wanted, found) {
            return None;
        }
        at += found.len_utf8();
        if found == '-' {
            while let Some(space) = rest.next_if(|c| matches!(c, ' ' | '\n' | '\r')) {
                at += space.len_utf8();
            }
        }
    }
    Some(at)
}

fn same_letter(wanted: char, found: char) -> bool {
    let kind = |letter: char| match letter {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}'..='\u{2014}' => '-',
        other => other,
    };
    wanted == found || kind(wanted) == kind(found) || wanted.to_lowercase().eq(found.to_lowercase())
}
