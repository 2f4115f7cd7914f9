//! Look-alike characters folded to the ones that symbols are made of, with the way back to the text.
//!
//! Folding is by character: each becomes exactly one ASCII byte or stays outside the alphabet, so
//! one offset table is enough.

/// The ASCII character that `original` stands for in a symbol, where it is a look-alike.
///
/// Dashes, strokes, no-break spaces, full-width forms, Cyrillic and Greek capitals: the variants
/// observed in United Nations texts and data bases.
pub(crate) const fn fold(original: char) -> Option<u8> {
    Some(match original {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}' => b'-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' | '\u{29F8}' => b'/',
        '\u{00A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' | '\u{3000}' => b' ',
        '\u{FF01}'..='\u{FF5E}' => (original as u32 - 0xFF01 + 0x21) as u8,
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

/// A text folded to ASCII where it can be, with the offset of each byte in the original.
///
/// A character that is no look-alike becomes one `\u{1A}` byte, which no symbol contains.
pub(crate) struct Folded {
    pub(crate) text: String,
    /// `offsets[i]` is the byte offset in the original of byte `i`; one more entry ends the table.
    pub(crate) offsets: Vec<usize>,
}

impl Folded {
    pub(crate) fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut offsets = Vec::with_capacity(original.len() + 1);
        for (offset, character) in original.char_indices() {
            let byte = match character {
                ascii if ascii.is_ascii() => ascii as u8,
                other => fold(other).unwrap_or(0x1A),
            };
            text.push(char::from(byte));
            offsets.push(offset);
        }
        offsets.push(original.len());
        Self { text, offsets }
    }
}
