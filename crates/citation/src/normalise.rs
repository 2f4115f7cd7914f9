//! Look-alike characters folded to the ones that symbols are made of, with the way back to the text.
//!
//! Folding is by character: each becomes exactly one ASCII byte or stays outside the alphabet. Only the
//! places behind a longer character are remembered, since between two of them offsets run in step.

use crate::words::{HIGH, eight_at};

/// The ASCII character that `original` stands for in a symbol, where it is a look-alike.
///
/// Dashes, strokes, no-break spaces, full-width forms, Arabic-Indic digits, Cyrillic and Greek capitals: the
/// variants observed in United Nations texts and data bases.
pub(crate) const fn fold(original: char) -> Option<u8> {
    Some(match original {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}' => b'-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' | '\u{29F8}' => b'/',
        '\u{00A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' | '\u{3000}' => b' ',
        '\u{FF01}'..='\u{FF5E}' => (original as u32 - 0xFF01 + 0x21) as u8,
        '\u{660}'..='\u{669}' => b'0' + (original as u32 - 0x660) as u8,
        '\u{6F0}'..='\u{6F9}' => b'0' + (original as u32 - 0x6F0) as u8,
        'А' | 'Α' => b'A',
        'В' | 'Β' => b'B',
        'С' => b'C',
        'Е' | 'Ε' => b'E',
        'Н' | 'Η' => b'H',
        'І' | 'Ι' => b'I',
        'К' | 'Κ' => b'K',
        'М' | 'Μ' => b'M',
        'О' | 'Ο' => b'O',
        'Р' | 'Ρ' => b'P',
        'Ѕ' => b'S',
        'Т' | 'Τ' => b'T',
        'Х' | 'Χ' => b'X',
        'Ν' => b'N',
        _ => return None,
    })
}

/// What stands in a folded text for a quotation mark, an apostrophe or anything else that is no look-alike; no
/// symbol contains it. This mark and those below are control characters that no text is written with: one in a text
/// is read as what it stands for.
pub(crate) const OTHER: char = '\u{1A}';

/// What stands in a folded text for a Latin letter beyond ASCII: the end of "Yaoundé".
pub(crate) const LETTER: char = '\u{1B}';

/// What stands in a folded text for the signs "§" and "¶".
pub(crate) const SECTION_SIGN: char = '\u{1C}';

/// What stands in a folded text for bullets, arrows, boxes and ticks, which join nothing.
const SIGN: char = '\u{1D}';

/// What stands in a folded text for `original`.
const fn folded(original: char) -> char {
    match original {
        // Quotation marks and apostrophes are the commonest of all.
        '\u{2018}'..='\u{201F}' | '×' | '÷' => OTHER,
        '•' | '\u{2190}'..='\u{21FF}' | '\u{2500}'..='\u{27BF}' => SIGN,
        '§' | '¶' => SECTION_SIGN,
        '\u{C0}'..='\u{24F}' => LETTER,
        _ => match fold(original) {
            Some(byte) => byte as char,
            None => OTHER,
        },
    }
}

/// A text folded to ASCII, with the offsets of the original. Its buffers serve one text after another.
#[derive(Default)]
pub(crate) struct Folded {
    text: String,
    /// Where offsets fall out of step: behind each longer character, its offset here and in the original.
    steps: Vec<(usize, usize)>,
}

impl Folded {
    /// The folded form of `original`.
    pub(crate) fn new(original: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(original);
        folded
    }

    /// Makes this the folded form of `original`.
    pub(crate) fn refill(&mut self, original: &str) {
        let mut text = std::mem::take(&mut self.text).into_bytes();
        text.clear();
        text.reserve(original.len() + size_of::<u64>());
        self.steps.clear();
        let mut at = 0;
        loop {
            at += push_ascii(&original.as_bytes()[at..], &mut text);
            let Some(character) = original[at..].chars().next() else {
                break;
            };
            text.push(folded(character) as u8);
            at += character.len_utf8();
            self.steps.push((text.len(), at));
        }
        // All of it is ASCII.
        self.text = String::from_utf8(text).unwrap_or_default();
    }

    /// The memory that the buffers hold, in bytes of text.
    pub(crate) fn capacity(&self) -> usize {
        self.text.capacity().max(self.steps.capacity())
    }

    /// The folded text, one ASCII byte a character.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The offset in the original of the character at `folded`.
    pub(crate) fn original(&self, folded: usize) -> usize {
        let step = self.steps.partition_point(|(here, _)| *here <= folded);
        match step.checked_sub(1).map(|step| self.steps[step]) {
            Some((here, there)) => there + (folded - here),
            None => folded,
        }
    }

    /// The offset here of the character that begins at `original` in the original.
    pub(crate) fn folded(&self, original: usize) -> usize {
        let step = self.steps.partition_point(|(_, there)| *there <= original);
        match step.checked_sub(1).map(|step| self.steps[step]) {
            Some((here, there)) => here + (original - there),
            None => original,
        }
    }
}

/// Appends what `bytes` begin with in ASCII to `text`; how many bytes that are.
#[inline]
fn push_ascii(bytes: &[u8], text: &mut Vec<u8>) -> usize {
    // Between two quotation marks there is often a word: eight bytes cost less than a copy of some length.
    let eight = eight_at(bytes, 0);
    let beyond = eight & HIGH;
    if beyond != 0 {
        let length = beyond.trailing_zeros() as usize / 8;
        let end = text.len() + length;
        text.extend_from_slice(&eight.to_le_bytes());
        text.truncate(end);
        return length;
    }
    let length = ascii_length(bytes);
    text.extend_from_slice(&bytes[..length]);
    length
}

/// How many bytes in front are ASCII.
fn ascii_length(bytes: &[u8]) -> usize {
    const STRIDE: usize = 32;
    let whole = bytes
        .chunks_exact(STRIDE)
        .take_while(|chunk| chunk.is_ascii())
        .count()
        * STRIDE;
    let mut length = whole;
    while length < bytes.len() {
        let beyond = eight_at(bytes, length) & HIGH;
        if beyond != 0 {
            return length + beyond.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    bytes.len()
}

/// Whether a character is a figure above the line, as marks of notes are: "⁶".
pub const fn is_raised_figure(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_there_and_back() {
        let text = "“Été” – А∕RES/６７/172 and no\u{A0}more";
        let folded = Folded::new(text);
        assert_eq!(
            folded.text(),
            "\u{1A}\u{1B}t\u{1B}\u{1A} - A/RES/67/172 and no more"
        );
        for (here, (there, _)) in text.char_indices().enumerate() {
            assert_eq!(folded.original(here), there);
            assert_eq!(folded.folded(there), here);
        }
        assert_eq!(folded.original(folded.text().len()), text.len());
    }

    #[test]
    fn a_folded_text_is_used_again() {
        let mut folded = Folded::new("é");
        folded.refill("A/67/1");
        assert_eq!(folded.text(), "A/67/1");
        assert_eq!(folded.original(3), 3);
    }
}
