//! Raised letters that call the notes below a table.
//!
//! A raised letter is a mark where the document explains it: where a paragraph begins with the same letter
//! raised. The rest belongs to the words: "21st", "m3".

use std::collections::HashSet;

use roxmltree::Node;

use super::super::xml;
use super::styles::Styles;

/// The letters with which the notes of a document begin.
#[derive(Default)]
pub(super) struct Marks(HashSet<char>);

impl Marks {
    /// The raised letters with which paragraphs below `body` begin.
    pub(super) fn of(body: Node<'_, '_>, styles: &Styles) -> Self {
        let paragraphs = body.descendants().filter(|node| xml::name(*node) == "p");
        Self(
            paragraphs
                .filter_map(|paragraph| first_raised(paragraph, styles))
                .collect(),
        )
    }

    /// Adds raised `text` to the `words` of its paragraph: a mark before a note stands apart from it, and
    /// a mark that calls one is no part of the words.
    pub(super) fn set(&self, text: &str, words: &mut String) {
        if !self.is_mark(text) {
            words.push_str(text);
        } else if words.trim().is_empty() {
            words.push_str(text);
            words.push(' ');
        }
    }

    /// "a", "a,b", "a, c".
    fn is_mark(&self, text: &str) -> bool {
        !text.trim().is_empty()
            && text
                .split(',')
                .all(|mark| letter(mark).is_some_and(|letter| self.0.contains(&letter)))
    }
}

/// The only letter of `text`.
fn letter(text: &str) -> Option<char> {
    let mut letters = text.trim().chars();
    let first = letters.next().filter(char::is_ascii_lowercase)?;
    letters.next().is_none().then_some(first)
}

/// The raised letter with which the words of a paragraph begin.
fn first_raised(paragraph: Node<'_, '_>, styles: &Styles) -> Option<char> {
    let first = paragraph.descendants().find(|node| {
        xml::name(*node) == "t" && node.text().is_some_and(|text| !text.trim().is_empty())
    })?;
    first.parent().filter(|run| styles.raises(*run))?;
    letter(first.text()?)
}
