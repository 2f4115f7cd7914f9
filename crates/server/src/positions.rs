//! The only place where protocol positions and byte offsets meet.
//!
//! A position counts lines from 0 and columns from 0 in the units agreed with the client. Whatever it
//! says, it is taken to the nearest valid place before: columns stop at the end of their line, lines at
//! the end of the text, and nothing lands inside a character.

use std::ops::Range;

use memchr::memrchr2;
use ropey::{Rope, str_utils};
use tower_lsp::ls_types as lsp;

/// The unit that columns count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, which every client knows.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The first of the client's encodings, which come in its order of preference, that is known here.
    pub fn agreed(offered: Option<&[lsp::PositionEncodingKind]>) -> Self {
        offered
            .unwrap_or_default()
            .iter()
            .find_map(|kind| match kind.as_str() {
                "utf-8" => Some(Self::Utf8),
                "utf-16" => Some(Self::Utf16),
                "utf-32" => Some(Self::Utf32),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The protocol's name for it.
    pub fn kind(self) -> lsp::PositionEncodingKind {
        match self {
            Self::Utf8 => lsp::PositionEncodingKind::UTF8,
            Self::Utf16 => lsp::PositionEncodingKind::UTF16,
            Self::Utf32 => lsp::PositionEncodingKind::UTF32,
        }
    }
}

/// Translates for one text.
#[derive(Clone, Copy, Debug)]
pub struct Positions<'a> {
    rope: &'a Rope,
    encoding: Encoding,
}

impl<'a> Positions<'a> {
    /// A translator for `rope`.
    pub fn new(rope: &'a Rope, encoding: Encoding) -> Self {
        Self { rope, encoding }
    }

    /// The byte offset of a position.
    pub fn offset(self, position: lsp::Position) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_bytes();
        }
        let column = position.character as usize;
        let (start, end) = self.line(line);
        let wanted = match self.encoding {
            Encoding::Utf8 => {
                let byte = self.rope.char_to_byte(start).saturating_add(column);
                self.rope.byte_to_char(byte.min(self.rope.len_bytes()))
            }
            Encoding::Utf16 => {
                let unit = self.rope.char_to_utf16_cu(start).saturating_add(column);
                self.rope
                    .utf16_cu_to_char(unit.min(self.rope.len_utf16_cu()))
            }
            Encoding::Utf32 => start.saturating_add(column),
        };
        self.rope.char_to_byte(wanted.min(end))
    }

    /// The byte range of a range. One that ends before it starts is empty.
    pub fn bytes(self, range: lsp::Range) -> Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }

    /// The position of a byte offset.
    pub fn position(self, offset: usize) -> lsp::Position {
        let offset = offset.min(self.rope.len_bytes());
        let (piece, start, _, first_line) = self.rope.chunk_at_byte(offset);
        let mut before = &piece[..piece.floor_char_boundary(offset - start)];
        // A place inside a line's ending is the end of that line. A piece holds all of an ending.
        if piece[before.len()..].starts_with('\n') {
            before = before.strip_suffix('\r').unwrap_or(before);
        }
        let line = first_line + str_utils::byte_to_line_idx(before, before.len());
        let column = if let Some(ending) = memrchr2(b'\n', b'\r', before.as_bytes()) {
            self.units(&before[ending + 1..])
        } else {
            // The rope knows how much stands before each of its pieces, however many a line has.
            let beginning = self.rope.line_to_byte(line);
            self.units_before(start) - self.units_before(beginning) + self.units(before)
        };
        lsp::Position::new(line as u32, column as u32)
    }

    /// How many columns a text takes.
    fn units(self, text: &str) -> usize {
        let beginnings = || text.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        match self.encoding {
            _ if text.is_ascii() => text.len(),
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => beginnings() + text.bytes().filter(|byte| *byte >= 0xF0).count(),
            Encoding::Utf32 => beginnings(),
        }
    }

    /// How many columns the text before a byte offset, which is not inside a character, would take in one line.
    fn units_before(self, offset: usize) -> usize {
        let characters = || self.rope.byte_to_char(offset);
        match self.encoding {
            Encoding::Utf8 => offset,
            Encoding::Utf16 => self.rope.char_to_utf16_cu(characters()),
            Encoding::Utf32 => characters(),
        }
    }

    /// The range of a byte range.
    pub fn range(self, bytes: &Range<usize>) -> lsp::Range {
        lsp::Range::new(self.position(bytes.start), self.position(bytes.end))
    }

    /// First character of a line, and its end without the line's ending.
    fn line(self, line: usize) -> (usize, usize) {
        let start = self.rope.line_to_char(line);
        let mut end = if line + 1 < self.rope.len_lines() {
            self.rope.line_to_char(line + 1)
        } else {
            return (start, self.rope.len_chars());
        };
        for ending in ['\n', '\r'] {
            if end > start && self.rope.char(end - 1) == ending {
                end -= 1;
            }
        }
        (start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn every_character_round_trips_in_every_encoding() {
        let text = "a🕊é\r\n\rz\n文𝒳b\u{2028}c\n";
        let rope = Rope::from_str(text);
        for encoding in ALL {
            let positions = Positions::new(&rope, encoding);
            for (offset, letter) in text.char_indices() {
                if letter != '\n' {
                    let there = positions.position(offset);
                    assert_eq!(positions.offset(there), offset, "{encoding:?} {offset}");
                }
            }
            assert_eq!(positions.offset(positions.position(text.len())), text.len());
        }
    }

    /// The position as the protocol words it, counted from the start of the text.
    fn counted(text: &str, offset: usize, encoding: Encoding) -> lsp::Position {
        let before = &text[..text.floor_char_boundary(offset)];
        let inside_ending = before.ends_with('\r') && text[before.len()..].starts_with('\n');
        let before = &before[..before.len() - usize::from(inside_ending)];
        let lines = before.replace("\r\n", "\n").replace('\r', "\n");
        let last = lines.rsplit('\n').next().unwrap();
        let column = match encoding {
            Encoding::Utf8 => last.len(),
            Encoding::Utf16 => last.encode_utf16().count(),
            Encoding::Utf32 => last.chars().count(),
        };
        lsp::Position::new(lines.matches('\n').count() as u32, column as u32)
    }

    #[test]
    fn positions_are_counted_alike_wherever_the_rope_is_parted() {
        let line = "Recalling its résolution 67/172 🕊 of 20 December 2012, ".repeat(40);
        let text = [&line, "\r\n", "é", "\r", "\n\r\n", &line, "𝒳\n", &line].concat();
        let rope = Rope::from_str(&text);
        assert!(rope.chunks().count() > 5);
        for encoding in ALL {
            let positions = Positions::new(&rope, encoding);
            for offset in 0..=text.len() {
                let there = positions.position(offset);
                assert_eq!(
                    there,
                    counted(&text, offset, encoding),
                    "{encoding:?} {offset}"
                );
            }
        }
    }

    /// Were every column counted from the start of its line, this would read fifteen gigabytes.
    #[test]
    fn columns_far_along_a_line_are_not_counted_from_its_start() {
        let words = "its résolution 67/172 🕊 ";
        let line = words.repeat(20_000);
        let text = ["One.\r\n", &line, "\nTwo."].concat();
        let rope = Rope::from_str(&text);
        for encoding in ALL {
            let positions = Positions::new(&rope, encoding);
            let length = counted(words, words.len(), encoding).character;
            for index in 0..=20_000 {
                let there = positions.position("One.\r\n".len() + index * words.len());
                assert_eq!(there, lsp::Position::new(1, index as u32 * length));
            }
            let end = positions.position(text.len());
            assert_eq!(end, lsp::Position::new(2, 4));
        }
    }

    #[test]
    fn columns_count_the_agreed_units() {
        let rope = Rope::from_str("🕊é x");
        let column = |encoding| Positions::new(&rope, encoding).position(7).character;
        assert_eq!(column(Encoding::Utf8), 7);
        assert_eq!(column(Encoding::Utf16), 4);
        assert_eq!(column(Encoding::Utf32), 3);
    }

    #[test]
    fn only_the_protocols_line_endings_end_a_line() {
        let rope = Rope::from_str("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f\ng");
        let last = Positions::new(&rope, Encoding::Utf16).position(rope.len_bytes());
        assert_eq!((last.line, last.character), (1, 1));
    }

    #[test]
    fn what_lies_outside_is_taken_to_the_nearest_place_before() {
        let rope = Rope::from_str("🕊a\r\nb");
        for encoding in ALL {
            let positions = Positions::new(&rope, encoding);
            assert_eq!(positions.offset(lsp::Position::new(0, 99)), 5);
            assert_eq!(positions.offset(lsp::Position::new(0, u32::MAX)), 5);
            assert_eq!(positions.offset(lsp::Position::new(9, 0)), 8);
            assert_eq!(positions.position(99), positions.position(8));
        }
        assert_eq!(
            Positions::new(&rope, Encoding::Utf16).offset(lsp::Position::new(0, 1)),
            0
        );
        assert_eq!(
            Positions::new(&rope, Encoding::Utf8).offset(lsp::Position::new(0, 3)),
            0
        );
        let backwards = lsp::Range::new(lsp::Position::new(1, 1), lsp::Position::new(0, 0));
        assert_eq!(
            Positions::new(&rope, Encoding::Utf16).bytes(backwards),
            8..8
        );
    }

    #[test]
    fn the_clients_first_known_wish_is_taken() {
        let offer = |names: &[&'static str]| {
            let kinds: Vec<_> = names
                .iter()
                .map(|name| lsp::PositionEncodingKind::new(name))
                .collect();
            Encoding::agreed(Some(&kinds))
        };
        assert_eq!(offer(&["utf-7", "utf-8", "utf-16"]), Encoding::Utf8);
        assert_eq!(offer(&["utf-16", "utf-8"]), Encoding::Utf16);
        assert_eq!(offer(&["utf-32"]), Encoding::Utf32);
        assert_eq!(offer(&[]), Encoding::Utf16);
        assert_eq!(Encoding::agreed(None), Encoding::Utf16);
    }
}
