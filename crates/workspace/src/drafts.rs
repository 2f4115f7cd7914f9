//! Which files are drafts, and how their bytes become text; the same for both shells.
//!
//! Drafts are Markdown and plain text under a folder, without sources and hidden files; the command line
//! takes Word files along, which an editor of text cannot show. The byte order mark is no part of a draft's text; a text in
//! Windows-1252, as Word and old editors write it, is read as such; other bytes that are not UTF-8 are read as replacement
//! characters; line breaks stay as they are.

use std::path::{Path, PathBuf};

use draft::MARKDOWN_ENDINGS;
use encoding_rs::WINDOWS_1252;
use ignore::WalkBuilder;

/// Folders that hold no drafts.
const NOT_DRAFTS: [&str; 2] = ["sources", "node_modules"];

/// The UTF-8 byte order mark.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Which files under a folder count as drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// Markdown and plain text.
    Texts,
    /// The same and Word files (`.docx`).
    AndWordFiles,
}

/// The drafts under a folder in order of their paths, and what could not be looked into, in words for
/// the drafter.
pub(crate) fn drafts_under(folder: &Path, wanted: Drafts) -> (Vec<PathBuf>, Vec<String>) {
    let mut drafts = Vec::new();
    let mut problems = Vec::new();
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .filter_entry(|entry| {
            // A folder that was named itself is searched whatever its name.
            entry.depth() == 0
                || !NOT_DRAFTS.contains(&entry.file_name().to_string_lossy().as_ref())
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = entry.path();
                let is_wanted = is_draft(path) || wanted == Drafts::AndWordFiles && is_word(path);
                if is_wanted {
                    drafts.push(path.strip_prefix(".").unwrap_or(path).to_owned());
                }
            }
            Ok(_) => {}
            Err(error) => problems.push(error.to_string()),
        }
    }
    drafts.sort();
    (drafts, problems)
}

/// Whether a file is a draft by the ending of its name.
pub fn is_draft(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        let mut endings = MARKDOWN_ENDINGS.into_iter().chain(["txt"]);
        endings.any(|one| ending.eq_ignore_ascii_case(one))
    })
}

/// Whether a file is a Word file by the ending of its name, and not one that Word keeps beside an open one
/// (`~$draft.docx`).
fn is_word(path: &Path) -> bool {
    let is_docx = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    let name = path.file_name().unwrap_or_default();
    is_docx && !name.to_string_lossy().starts_with("~$")
}

/// The text of a draft as a file holds it, and what was left out of it or put in on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftText {
    /// The text.
    pub text: String,
    /// Length of the byte order mark before it, in bytes.
    pub mark: usize,
    /// Where bytes were replaced: byte offset behind the replacement in the text, and behind the replaced
    /// bytes in the file without its byte order mark.
    pub replaced: Vec<(usize, usize)>,
    /// How the file writes characters.
    pub encoding: Encoding,
}

/// How a file writes characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// In UTF-8; what is replaced is damaged.
    #[default]
    Utf8,
    /// In Windows-1252, a byte for a character; what is replaced is every character beyond ASCII.
    Windows1252,
}

impl DraftText {
    /// Reads a file's bytes.
    ///
    /// # Errors
    /// A message for the drafter where the bytes are another format than plain text.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, &'static str> {
        if let Some(message) = foreign_format(&bytes) {
            return Err(message);
        }
        let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        let mut replaced = Vec::new();
        let mut encoding = Encoding::Utf8;
        let text = match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.drain(..mark);
                text
            }
            Err(other) if mark == 0 && is_windows_1252(other.as_bytes()) => {
                encoding = Encoding::Windows1252;
                of_windows_1252(other.as_bytes(), &mut replaced)
            }
            Err(damaged) => with_replacements(&damaged.as_bytes()[mark..], &mut replaced),
        };
        let zeros = memchr::memchr_iter(0, text.as_bytes()).count();
        if (zeros + replaced.len()) * LEAST_TEXT > text.len() {
            return Err("this is no text in UTF-8; save it as text in UTF-8");
        }
        Ok(Self {
            text,
            mark,
            replaced,
            encoding,
        })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// A message for the drafter where it cannot be read, or is no text.
    pub fn of_file(path: &Path) -> Result<Self, String> {
        let about = std::fs::metadata(path).map_err(|error| in_words(&error))?;
        if about.is_dir() {
            return Err("this is a folder; name a file in it".to_owned());
        }
        if !about.is_file() {
            return Err("this is not a file".to_owned());
        }
        let bytes = std::fs::read(path).map_err(|error| in_words(&error))?;
        Self::of_bytes(bytes).map_err(str::to_owned)
    }
}

/// A file of which one byte in so many is zero or damaged is no text in UTF-8: an accent here and there in an
/// older encoding is read around, another alphabet in one leaves nothing to read.
const LEAST_TEXT: usize = 5;

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

/// Whether bytes that are no UTF-8 are all characters of Windows-1252. Where some of them are UTF-8 beyond ASCII the text
/// is a damaged one, and where most are beyond ASCII it is written in another alphabet.
fn is_windows_1252(bytes: &[u8]) -> bool {
    /// Of so many characters one may be beyond ASCII; in French and Spanish it is one in twenty.
    const BEYOND: usize = 4;
    /// What stands for no character.
    const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    let is_plain = bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii());
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    is_plain && beyond * BEYOND <= bytes.len() && !bytes.iter().any(|byte| UNDEFINED.contains(byte))
}

fn of_windows_1252(bytes: &[u8], replaced: &mut Vec<(usize, usize)>) -> String {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let characters = text.char_indices().enumerate();
    let beyond = characters.filter(|(_, (_, character))| !character.is_ascii());
    replaced.extend(beyond.map(|(file, (at, character))| (at + character.len_utf8(), file + 1)));
    text.into_owned()
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

/// An input or output error as a drafter would say it.
pub fn in_words(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you may not read this file".to_owned(),
        std::io::ErrorKind::IsADirectory => "this is a folder; name a file in it".to_owned(),
        std::io::ErrorKind::InvalidData => "this text is not in UTF-8; save it as UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_mostly_damaged_is_no_text() {
        let in_pairs = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cyrillic =
            b"\xcd\xe0\xef\xee\xec\xe8\xed\xe0\xff \xf0\xe5\xe7\xee\xeb\xfe\xf6\xe8\xfe 67/172";
        let others: [Vec<u8>; 3] = [
            in_pairs("Recalling its resolution 67/172"),
            cyrillic.to_vec(),
            vec![0; 100],
        ];
        for bytes in others {
            let read = DraftText::of_bytes(bytes.clone());
            assert!(
                read.is_err_and(|message| message.contains("UTF-8")),
                "{bytes:?}"
            );
        }
        let texts: [&[u8]; 4] = [
            b"",
            b"Rappelant sa r\xe9solution 67/172 du 20 d\xe9cembre 2012, \xe0 Gen\xe8ve",
            b"a text with one zero\0 in it",
            "Напоминая о резолюции 67/172".as_bytes(),
        ];
        for bytes in texts {
            assert!(DraftText::of_bytes(bytes.to_vec()).is_ok(), "{bytes:?}");
        }
    }

    #[test]
    fn a_text_in_windows_1252_is_read_as_such() {
        let read = DraftText::of_bytes(b"la r\xe9solution \x93une\x94".to_vec()).unwrap();
        assert_eq!(read.text, "la résolution “une”");
        assert_eq!(read.encoding, Encoding::Windows1252);
        assert_eq!(read.replaced, [(6, 5), (18, 15), (24, 19)]);
        // UTF-8 that is damaged in one place, and what Windows-1252 does not have.
        for bytes in [
            b"la r\xc3\xa9solution \x93une\x94".as_slice(),
            b"a long text with one \x81 in it",
        ] {
            let read = DraftText::of_bytes(bytes.to_vec()).unwrap();
            assert_eq!(read.encoding, Encoding::Utf8);
            assert!(read.text.contains(char::REPLACEMENT_CHARACTER));
        }
    }

    #[test]
    fn drafts_are_texts_outside_sources_and_hidden_folders() {
        let top = tempfile::tempdir().unwrap();
        for path in [
            "b.md",
            "a/c.TXT",
            "a/d.pdf",
            "sources/e.md",
            "a/sources/f.txt",
            ".git/g.md",
            ".h.md",
            "node_modules/i.md",
            "k.docx",
            "~$k.docx",
            "j",
        ] {
            let path = top.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let (drafts, problems) = drafts_under(top.path(), Drafts::Texts);
        assert_eq!(
            drafts,
            [top.path().join("a/c.TXT"), top.path().join("b.md")]
        );
        assert!(problems.is_empty(), "{problems:?}");
        let (all, _) = drafts_under(top.path(), Drafts::AndWordFiles);
        assert_eq!(all[2..], [top.path().join("k.docx")]);
        let (named, _) = drafts_under(&top.path().join("sources"), Drafts::Texts);
        assert_eq!(named, [top.path().join("sources/e.md")]);
    }

    #[test]
    fn other_formats_are_named() {
        assert!(DraftText::of_bytes(b"%PDF-1.7".to_vec()).is_err());
        assert!(DraftText::of_bytes(b"\xff\xfea\0".to_vec()).is_err());
        assert_eq!(DraftText::of_bytes(Vec::new()), Ok(DraftText::default()));
    }
}
