//! The author's own words in a block: what rules of style may correct.
//!
//! Quotations, titles in italics, link targets, code and document symbols are other people's words or no
//! words at all. They are blanked out byte for byte, so that offsets stay those of the block.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use citation::{Kind, Language};
use draft::{Block, BlockKind, Dialect, Draft, FOREIGN};

use crate::words::{self, Hit, Listed, Signs};

/// Stands for a byte of somebody else's words: no letter, no figure, no punctuation, no space.
pub(crate) const HIDDEN: char = FOREIGN;

/// Labels that stand in the entries of sanctions lists of the Security Council and nowhere else, a colon behind each;
/// their dates and words have a form of their own. Source: the Consolidated List of the Security Council.
const LABELS_OF_SANCTIONS: [&str; 3] = ["DOB:", "Listed on:", "a.k.a.:"];

/// Whether a text is an entry of a sanctions list.
fn is_sanctions_entry(text: &str) -> bool {
    // Most paragraphs have no colon, and one look tells of all labels.
    let mut colons = memchr::memchr_iter(b':', text.as_bytes());
    colons.any(|colon| {
        let before = &text.as_bytes()[..=colon];
        let mut labels = LABELS_OF_SANCTIONS.iter();
        labels.any(|label| before.ends_with(label.as_bytes()))
    })
}

/// A line without closing punctuation that is longer than this, in bytes, is a sentence all the same.
pub(crate) const LONGEST_TITLE: usize = 160;

/// The author's own words in one block.
pub(crate) struct Prose<'a> {
    pub(crate) block: Block<'a>,
    /// The same with spaces for line breaks and [`HIDDEN`] for what is not the author's own.
    pub(crate) own: String,
    listed: OnceCell<Listed>,
}

impl<'a> Prose<'a> {
    /// The own words of `block`; `None` where it has none, or is in another language than English.
    pub(crate) fn of(draft: &Draft, block: Block<'a>) -> Option<Self> {
        let speaks = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading(_)
        );
        let text = Self::english(draft, &block).filter(|_| speaks)?;
        // In a text without markup a title or a line of a letterhead looks like a paragraph.
        let plain = draft.dialect() == Dialect::Plain && block.kind == BlockKind::Paragraph;
        if plain && is_title(&text) || is_sanctions_entry(&text) {
            return None;
        }
        Some(Self::read(&text, block))
    }

    /// The own words of `block` where it is a table in English.
    pub(crate) fn of_table(draft: &Draft, block: &Block<'a>) -> Option<Self> {
        let text = (block.kind == BlockKind::Table).then(|| Self::english(draft, block))??;
        Some(Self::read(&text, block.clone()))
    }

    /// The text of `block` where it has words in English.
    fn english<'d>(draft: &'d Draft, block: &Block<'_>) -> Option<Cow<'d, str>> {
        let english = |code: &str| Language::of_code(code) == Some(Language::English);
        let is_english = block.marks.language == Language::English
            && draft.stated_language().is_none_or(english);
        (is_english && block.marks.words > 0).then(|| draft.text_of(block))
    }

    fn read(text: &str, block: Block<'a>) -> Self {
        Self {
            own: own_words(text, &block),
            block,
            listed: OnceCell::new(),
        }
    }

    /// A range of the block as a range of the draft.
    pub(crate) fn in_draft(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.block.span.start..range.end + self.block.span.start
    }

    /// Entries of a word list that stand in the own words, in text order: of the rule with this code, or the
    /// anchors with this name.
    pub(crate) fn hits(&self, list: &'static str) -> impl Iterator<Item = &Hit> {
        let all = self.listed().hits.iter();
        all.filter(move |hit| hit.entry().rule == list)
    }

    /// Those that rules ask for that look at the whole draft.
    pub(crate) fn for_whole_draft(&self) -> Option<Arc<[Hit]>> {
        let all = self.listed().hits.iter();
        let some: Vec<Hit> = all
            .filter(|hit| hit.is_for_whole_draft())
            .cloned()
            .collect();
        (!some.is_empty()).then(|| some.into())
    }

    /// Whether there is a word of this kind.
    pub(crate) fn has(&self, sign: Signs) -> bool {
        self.listed().has(sign)
    }

    /// Where a word begins that may be the name of a month, in text order.
    pub(crate) fn months(&self) -> &[usize] {
        &self.listed().months
    }

    /// Where two years with a space between them begin, in text order.
    pub(crate) fn years(&self) -> &[usize] {
        &self.listed().years
    }

    fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| words::read(self))
    }

    /// Whether a sentence begins at `at`.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        let before = self.own[..at].trim_end_matches([' ', '*', '_', '(', '“', '#', '-']);
        let Some(last) = before.chars().next_back() else {
            return true;
        };
        if matches!(last, '.' | '?' | '!' | ':') {
            return true;
        }
        // The label of a paragraph or an item: "12.", "(a)", "A."
        let label = before.trim_start().trim_end_matches([')', '.']);
        label.len() <= 5 && last == ')' && !label.contains(' ')
    }
}

/// A paragraph that is a title or a line of a letterhead: short and without closing punctuation.
pub(crate) fn is_title(text: &str) -> bool {
    let text = text.trim_end();
    let end = text.trim_end_matches(['*', '_', ')', '”', '"', '’', ']']);
    text.len() <= LONGEST_TITLE
        && !end.ends_with(['.', ',', ';', ':', '?', '!'])
        && !end.ends_with(|character: char| character.is_ascii_digit())
}

fn own_words(text: &str, block: &Block<'_>) -> String {
    let marks = block.marks;
    let emphasised = match memchr::memchr2(b'*', b'_', text.as_bytes()) {
        Some(_) => [emphasised(text, b'*'), emphasised(text, b'_')].concat(),
        None => Vec::new(),
    };
    let symbols = (marks.citations.iter()).filter(|citation| citation.kind == Kind::Symbol);
    let mut hidden: Vec<Range<usize>> = (marks.foreign.iter().cloned())
        .chain(marks.quotations.iter().cloned())
        .chain(marks.footnotes.iter().map(|mark| mark.span.clone()))
        .chain(symbols.map(|citation| citation.token.clone()))
        .chain(emphasised)
        .collect();
    hidden.sort_unstable_by_key(|range| range.start);
    let mut own = String::with_capacity(text.len());
    for range in hidden {
        // One may begin inside another, or go on where that ends.
        let Some(before) = text.get(own.len()..range.start.max(own.len())) else {
            continue;
        };
        push_line(before, &mut own);
        let end = text.floor_char_boundary(range.end);
        hide(end.saturating_sub(own.len()), &mut own);
    }
    push_line(&text[own.len()..], &mut own);
    own
}

/// As much of [`HIDDEN`] as is added at once.
const HIDDEN_WORDS: &str = match std::str::from_utf8(&[HIDDEN as u8; 64]) {
    Ok(hidden) => hidden,
    Err(_) => "",
};

/// Adds `length` bytes of somebody else's words.
fn hide(length: usize, own: &mut String) {
    for _ in 0..length / HIDDEN_WORDS.len() {
        own.push_str(HIDDEN_WORDS);
    }
    own.push_str(&HIDDEN_WORDS[..length % HIDDEN_WORDS.len()]);
}

/// Adds `words` with spaces for line breaks and tabs, so that they keep their length.
fn push_line(words: &str, own: &mut String) {
    // Mostly a paragraph is one line, and the least of its bytes tells so.
    if words.bytes().fold(u8::MAX, u8::min) >= b' ' {
        own.push_str(words);
        return;
    }
    let is_space = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t');
    let spaced: Vec<u8> = words
        .bytes()
        .map(|byte| if is_space(byte) { b' ' } else { byte })
        .collect();
    // Always so: a byte of ASCII stands in the place of another.
    if let Ok(spaced) = std::str::from_utf8(&spaced) {
        own.push_str(spaced);
    }
}

/// Every stretch between two marks of emphasis; a mark without partner opens nothing, and a mark inside a
/// word is none.
pub(crate) fn emphasised(text: &str, mark: u8) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut opened = None;
    for at in memchr::memchr_iter(mark, text.as_bytes()) {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside =
            letter(text[..at].chars().next_back()) && letter(text[at + 1..].chars().next());
        if inside {
            continue;
        }
        match opened.take() {
            Some(start) => found.push(start..at),
            None => opened = Some(at),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn own(text: &str) -> String {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        Prose::of(&draft, draft.blocks().get(0).unwrap())
            .map_or_else(String::new, |prose| prose.own.replace(HIDDEN, ""))
    }

    #[test]
    fn other_peoples_words_are_no_own_words() {
        assert_eq!(
            own("The “labor force” and *The Color* of `behavior`."),
            "The  and * of ."
        );
        assert_eq!(own("**Bold words** stay."), "*Bold words* stay.");
        assert_eq!(own("> A quotation in English of some length."), "");
        assert_eq!(own("One line\nand another."), "One line and another.");
    }

    #[test]
    fn a_sentence_begins_after_a_label_and_after_a_stop() {
        let text = "(a) Center one. Center two, center three.";
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let prose = Prose::of(&draft, draft.blocks().get(0).unwrap()).unwrap();
        assert!(prose.begins_sentence(4));
        assert!(prose.begins_sentence(16));
        assert!(!prose.begins_sentence(28));
    }
}
