//! The text of one file, as UTF-8.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::import::encoding;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether bytes that are no UTF-8 were replaced by the replacement character.
    pub replaced: bool,
}

/// Why the text of a file can't be had.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a folder.
    #[error("this is a folder, not a file")]
    Directory,
    /// It is neither a file nor a folder: a pipe, a device.
    #[error("this is not an ordinary file")]
    NotAFile,
    /// It is larger than [`LARGEST_FILE`].
    #[error("the file is larger than 32 MB")]
    TooLarge,
    /// It has NUL bytes, so it is no text: a PDF, a Word document, an image.
    #[error("the file is not a text file")]
    Binary,
    /// The system refuses to hand it over.
    #[error("the file cannot be read ({0})")]
    Unreadable(#[source] io::Error),
}

impl ReadError {
    /// What the system's refusal means.
    pub(crate) fn of(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }

    /// What a drafter can do about it.
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Missing => "Check the name and the folder.",
            Self::Directory | Self::NotAFile => "Name a text or Markdown file.",
            Self::TooLarge => "Split the file, or keep only the document itself.",
            Self::Binary => "Save the document as plain text or Markdown and use that copy.",
            Self::Unreadable(_) => "Check that you may open the file, and that it is not in use.",
        }
    }
}

/// Reads the text of the file at `path`.
///
/// # Errors
/// When there is no file, it is a folder, not a text, too large, or the system refuses.
pub fn read_text(path: &Path) -> Result<Text, ReadError> {
    let data = path.metadata().map_err(ReadError::of)?;
    if data.is_dir() {
        return Err(ReadError::Directory);
    }
    if !data.is_file() {
        return Err(ReadError::NotAFile);
    }
    if data.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0));
    // The file may grow while it is read, so the limit holds here as well.
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(ReadError::Unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    text_of(bytes)
}

/// The text of a file with these bytes. One that is no UTF-8 is read in the encoding that it most likely
/// has.
///
/// # Errors
/// When they are no text.
pub(crate) fn text_of(mut bytes: Vec<u8>) -> Result<Text, ReadError> {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if (bytes.contains(&0) && !wide) || bytes.starts_with(b"%PDF-") {
        return Err(ReadError::Binary);
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Text {
            text,
            replaced: false,
        },
        Err(error) => {
            let (text, replaced) = encoding::text(error.as_bytes());
            Text { text, replaced }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        let text = text_of(b"\xEF\xBB\xBFResolution".to_vec()).unwrap();
        assert_eq!((text.text.as_str(), text.replaced), ("Resolution", false));
    }

    #[test]
    fn other_encodings_are_found_out() {
        for bytes in [&b"caf\xE9"[..], b"\xFF\xFEc\0a\0f\0\xE9\0"] {
            let text = text_of(bytes.to_vec()).unwrap();
            assert_eq!((text.text.as_str(), text.replaced), ("caf\u{e9}", false));
        }
        // Half of a pair has no meaning in any encoding.
        let text = text_of(b"\xFF\xFEa\0\0\xD8".to_vec()).unwrap();
        assert_eq!((text.text.as_str(), text.replaced), ("a\u{fffd}", true));
    }

    #[test]
    fn a_pdf_is_no_text() {
        assert!(matches!(
            text_of(b"%PDF-1.7".to_vec()),
            Err(ReadError::Binary)
        ));
        assert!(matches!(
            text_of(b"PK\0\0".to_vec()),
            Err(ReadError::Binary)
        ));
    }

    #[test]
    fn folders_and_missing_files_are_told_apart() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(matches!(read_text(here), Err(ReadError::Directory)));
        assert!(matches!(
            read_text(&here.join("nothing.txt")),
            Err(ReadError::Missing)
        ));
    }
}
