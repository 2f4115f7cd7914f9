//! A draft's text with the way back from places in it to places in the file.

use std::cell::Cell;
use std::path::Path;

use draft::places::{self, Only, STRIDE};
use report::Stored;
use workspace::{DraftText, Encoding};

/// The text of a file.
pub(crate) struct StoredText {
    pub(crate) text: String,
    /// Length of the byte order mark.
    mark: usize,
    /// Where bytes were replaced: offset behind the replacement in the text, and behind the damaged
    /// bytes in the file.
    replaced: Vec<(usize, usize)>,
    encoding: Encoding,
    /// Offsets in the text where lines begin.
    lines: Vec<usize>,
    /// The place asked for last: line index, offset, characters before it in the line. Places are asked
    /// for in text order, and a line may be the whole file.
    last: Cell<(usize, usize, usize)>,
}

impl StoredText {
    /// Reads a file's bytes.
    ///
    /// # Errors
    /// A message for the drafter where the bytes are another format than plain text.
    pub(crate) fn read(bytes: Vec<u8>) -> Result<Self, &'static str> {
        DraftText::of_bytes(bytes).map(Self::of)
    }

    fn of(read: DraftText) -> Self {
        let lines = line_starts(&read.text);
        Self {
            text: read.text,
            mark: read.mark,
            replaced: read.replaced,
            encoding: read.encoding,
            lines,
            last: Cell::new((0, 0, 0)),
        }
    }

    /// A text that comes from no file of text.
    pub(crate) fn of_text(text: String) -> Self {
        Self::of(DraftText {
            text,
            ..DraftText::default()
        })
    }

    /// What the file holds once another `text` was written into it.
    pub(crate) fn with_text(&self, text: String) -> Self {
        Self::of(DraftText {
            text,
            mark: self.mark,
            ..DraftText::default()
        })
    }

    /// The byte order mark that the file begins with; empty where there is none.
    pub(crate) fn byte_order_mark(&self) -> &'static [u8] {
        "\u{feff}".as_bytes().get(..self.mark).unwrap_or_default()
    }

    /// How many damaged stretches were replaced.
    pub(crate) fn damaged(&self) -> usize {
        match self.encoding {
            Encoding::Utf8 => self.replaced.len(),
            Encoding::Windows1252 => 0,
        }
    }

    /// How the file writes characters.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The index of the line, from 0, that a byte offset of the text is in.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).max(1) - 1
    }

    /// The byte range of a line, from 0, without its break.
    pub(crate) fn line(&self, index: usize) -> std::ops::Range<usize> {
        let start = self.lines.get(index).copied().unwrap_or(self.text.len());
        let end = self
            .lines
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = &self.text[start..end];
        start..start + line.trim_end_matches(['\r', '\n']).len()
    }
}

impl Stored for StoredText {
    fn offset(&self, draft: usize) -> usize {
        let before = self.replaced.partition_point(|(text, _)| *text <= draft);
        match before
            .checked_sub(1)
            .and_then(|index| self.replaced.get(index))
        {
            Some((text, file)) => self.mark + file + (draft - text),
            None => self.mark + draft,
        }
    }

    fn place(&self, draft: usize) -> (usize, usize) {
        let index = self.line_of(draft);
        let (last_index, last_offset, last_characters) = self.last.get();
        let (from, before) = if last_index == index && last_offset <= draft {
            (last_offset, last_characters)
        } else {
            (self.lines.get(index).copied().unwrap_or(0), 0)
        };
        let characters = before + self.text.get(from..draft).map_or(0, |s| s.chars().count());
        self.last.set((index, draft, characters));
        (index + 1, characters + 1)
    }
}

/// Lines end where editors end them: at `\n`, `\r\n` and a lone `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (index, chunk) in bytes.chunks(STRIDE).enumerate() {
        let mut ends = places::of(chunk, &Only(b'\n')) | places::of(chunk, &Only(b'\r'));
        while ends != 0 {
            let at = index * STRIDE + ends.trailing_zeros() as usize;
            ends &= ends - 1;
            // Between the two bytes of a break no line ends.
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
    }
    starts
}

/// What could be read of a file.
///
/// # Errors
/// A message for the drafter.
pub(crate) fn read_file(path: &Path) -> Result<StoredText, String> {
    DraftText::of_file(path).map(StoredText::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_into_the_file() {
        let bytes = b"\xef\xbb\xbfab\xff\xffcd\r\nef".to_vec();
        let stored = StoredText::read(bytes.clone()).unwrap();
        assert_eq!(stored.text, "ab\u{fffd}\u{fffd}cd\r\nef");
        assert_eq!(stored.damaged(), 2);
        for word in ["ab", "cd", "ef"] {
            let at = stored.text.find(word).unwrap();
            let file = stored.offset(at)..stored.offset(at + 2);
            assert_eq!(&bytes[file], word.as_bytes());
        }
    }

    #[test]
    fn offsets_lead_back_into_a_file_in_windows_1252() {
        let bytes = b"the words \x93l\x92\xe9t\xe9\x94 ab are quoted\r\n\xe9 cd".to_vec();
        let stored = StoredText::read(bytes.clone()).unwrap();
        assert_eq!(stored.text, "the words “l’été” ab are quoted\r\né cd");
        assert_eq!(stored.damaged(), 0);
        for word in ["ab", "cd"] {
            let at = stored.text.find(word).unwrap();
            let file = stored.offset(at)..stored.offset(at + 2);
            assert_eq!(&bytes[file], word.as_bytes());
        }
        assert_eq!(stored.place(stored.text.find("cd").unwrap()), (2, 3));
    }

    #[test]
    fn columns_count_characters() {
        let stored = StoredText::read("é x\r\nüber A\rz".into()).unwrap();
        let at = |word: &str| stored.place(stored.text.find(word).unwrap());
        assert_eq!(at("x"), (1, 3));
        assert_eq!(at("A"), (2, 6));
        assert_eq!(at("z"), (3, 1));
        assert_eq!(at("x"), (1, 3));
        assert_eq!(stored.line(1), 6..13);
    }

    #[test]
    fn lines_begin_behind_each_kind_of_break() {
        for before in 0..70 {
            let text = format!("{}\r\n\n\r\ré\n", "a".repeat(before));
            let wanted =
                [0, 2, 3, 4, 5, 8].map(|start| if start == 0 { 0 } else { before + start });
            assert_eq!(line_starts(&text), wanted);
        }
    }

    #[test]
    fn an_empty_file_has_one_line() {
        assert_eq!(StoredText::read(Vec::new()).unwrap().place(0), (1, 1));
    }
}
