//! A file's bytes as a draft's text, and the way back from places in the text to places in the file.
//!
//! The byte order mark is no part of the text; bytes that are not UTF-8 are read as replacement
//! characters. Line breaks stay as they are.

use std::cell::Cell;
use std::path::Path;

use report::Stored;

/// The UTF-8 byte order mark.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file.
pub(crate) struct StoredText {
    pub(crate) text: String,
    /// Length of the byte order mark.
    mark: usize,
    /// Where bytes were replaced: offset behind the replacement in the text, and behind the damaged
    /// bytes in the file.
    replaced: Vec<(usize, usize)>,
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
        if let Some(message) = foreign_format(&bytes) {
            return Err(message);
        }
        let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        let mut replaced = Vec::new();
        let text = match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.drain(..mark);
                text
            }
            Err(damaged) => with_replacements(&damaged.as_bytes()[mark..], &mut replaced),
        };
        let lines = line_starts(&text);
        Ok(Self {
            text,
            mark,
            replaced,
            lines,
            last: Cell::new((0, 0, 0)),
        })
    }

    /// How many damaged stretches were replaced.
    pub(crate) fn damaged(&self) -> usize {
        self.replaced.len()
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

/// Formats that are mistaken for text, with what to do about it.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"%PDF-") {
        return Some("this is a PDF file; save its text as .txt or .md");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some("this is a Word file or another archive; save its text as .txt or .md");
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some("this text is in UTF-16; save it as UTF-8");
    }
    None
}

fn with_replacements(bytes: &[u8], replaced: &mut Vec<(usize, usize)>) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut read = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            read += chunk.invalid().len();
            replaced.push((text.len(), read));
        }
    }
    text
}

/// Lines end where editors end them: at `\n`, `\r\n` and a lone `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at + 1);
        }
    }
    starts
}

/// What could be read of a file or of standard input.
///
/// # Errors
/// A message for the drafter.
pub(crate) fn read_file(path: &Path) -> Result<StoredText, String> {
    let about = std::fs::metadata(path).map_err(|error| in_words(&error))?;
    if about.is_dir() {
        return Err("this is a folder; name a file in it".to_owned());
    }
    if !about.is_file() {
        return Err("this is not a file".to_owned());
    }
    let bytes = std::fs::read(path).map_err(|error| in_words(&error))?;
    StoredText::read(bytes).map_err(str::to_owned)
}

/// An input or output error as a drafter would say it.
pub(crate) fn in_words(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you may not read this file".to_owned(),
        _ => error.to_string(),
    }
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
    fn other_formats_are_named() {
        assert!(StoredText::read(b"%PDF-1.7".to_vec()).is_err());
        assert!(StoredText::read(b"\xff\xfea\0".to_vec()).is_err());
        assert_eq!(StoredText::read(Vec::new()).unwrap().place(0), (1, 1));
    }
}
