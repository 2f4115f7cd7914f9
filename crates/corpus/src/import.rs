//! Import: from the bytes of a file to [`Document`]s.
//!
//! Text and Markdown are read by our own readers, in this process. Every other format is foreign: its
//! parser may panic, hang or swallow the memory, so it runs in a child process of the same binary
//! (`child`), and costs one document when it fails. Nothing after this module knows a format.
//!
//! To add a format: a line in [`Format`], a file beside this one with
//! `fn read(bytes: &[u8], path: &Path) -> Result<Vec<Document>, ImportError>`, and an arm in [`read`].

mod akoma_ntoso;
mod catalogue;
mod child;
mod docx;
pub(crate) mod encoding;
mod extracted;
mod format;
mod html;
mod language;
mod marcxml;
mod pdf;
mod record;
mod xml;

use std::path::Path;
use std::time::Duration;

use sources::Document;

pub use child::{Child, limit_self, serve_draft, serve_parent};
pub use format::Format;

use crate::text::{ReadError, Text, text_of};

/// The version of all readers together. Raise it when a reader reads something differently: files that an
/// older version has read are then read again.
pub const READERS: u32 = 5;

/// The largest file of a foreign format that is handed to a parser, in bytes.
pub const LARGEST_FOREIGN_FILE: u64 = 512 * 1024 * 1024;

/// Why a file gave no document.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file can't be read at all.
    #[error(transparent)]
    Unread(#[from] ReadError),
    /// No reader knows this format.
    #[error("files of this kind cannot be read")]
    UnknownFormat,
    /// The format is known and this program was built or started without its reader.
    #[error("{0} files cannot be read here")]
    NoReader(Format),
    /// There is nothing in it.
    #[error("this file is empty")]
    Empty,
    /// A Word file in the format of before 2007.
    #[error("it was saved by Word before 2007")]
    OldWord,
    /// It is read, but shows no symbol and no title.
    #[error("this file is not used, because no document symbol or title was found at its top")]
    NoDocument,
    /// A table of something else than documents.
    #[error(
        "this table is not used, because its first line has no heading “symbol” and none “title”"
    )]
    NoCatalogue,
    /// The pages are pictures.
    #[error("its pages are scanned pictures without a text layer")]
    NoTextLayer,
    /// The file is protected.
    #[error("it is protected by a password")]
    Encrypted,
    /// The file is damaged, or does not keep to its format; what the parser says.
    #[error("it is damaged or not what its name says ({0})")]
    Damaged(String),
    /// The parser went beyond a limit: time, memory, depth, size of what it unpacked.
    #[error("it was given up, because {0}")]
    BeyondLimit(String),
    /// The child process could not be started or died without a word.
    #[error("reading it broke off without a reason ({0})")]
    Broken(String),
}

/// What can be done about a file that does not show which document it is.
pub(crate) const HOW_TO_NAME_IT: &str = "Say what it is in its first lines: a line “---”, a line “symbol: ” with its symbol, a line “title: ” with its title, and a line “---”. Or name the file by its symbol or its official title, for example A_67_299.txt or convention-on-the-rights-of-the-child.txt.";

impl ImportError {
    /// What a drafter can do about it.
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Unread(error) => error.advice(),
            Self::UnknownFormat | Self::NoReader(_) => {
                "Save the document as plain text or Markdown and use that copy."
            }
            Self::Empty => "Download it again, or take it away.",
            Self::OldWord => "Open it in Word and save it as .docx.",
            Self::NoDocument => HOW_TO_NAME_IT,
            Self::NoCatalogue => {
                "If it lists documents, name its columns; if not, keep it outside the folder of sources."
            }
            Self::NoTextLayer => {
                "Use a copy with text, such as the official PDF or Word file, or run a text recognition over it."
            }
            Self::Encrypted => "Save a copy without a password.",
            Self::Damaged(_) => "Download the file again.",
            Self::BeyondLimit(_) | Self::Broken(_) => {
                "Save its text as plain text or Markdown and use that copy."
            }
        }
    }

    /// The stage at which it failed, for the journal.
    pub const fn stage(&self) -> &'static str {
        match self {
            Self::Unread(_) => "open",
            Self::UnknownFormat | Self::NoReader(_) => "format",
            Self::NoDocument | Self::NoCatalogue | Self::Empty => "document",
            Self::NoTextLayer | Self::Encrypted | Self::OldWord | Self::Damaged(_) => "parse",
            Self::BeyondLimit(_) => "limit",
            Self::Broken(_) => "child",
        }
    }
}

/// What a parser of a foreign format may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time until the parent ends the child.
    pub time: Duration,
    /// Memory of the child, in bytes, which the child takes from itself at its start.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(30),
            memory: 512 * 1024 * 1024,
        }
    }
}

/// What a file gave.
#[derive(Debug)]
pub struct Imported {
    /// Its documents: one, or, for a file of records, many.
    pub documents: Vec<Document>,
    /// Whether some of its characters were unreadable and replaced.
    pub replaced: bool,
    /// What of the file could not be read, where the rest could: records behind a damage, lines
    /// without a symbol.
    pub left_out: Option<String>,
}

/// Reads `bytes` in this process. `path` gives the name and becomes the origin; nothing is opened.
///
/// This is what the child calls for foreign formats, and what the corpus calls itself for the others.
///
/// # Errors
/// When the format is unknown, or the file holds no document.
pub fn read(bytes: Vec<u8>, format: Format, path: &Path) -> Result<Imported, ImportError> {
    let mut imported = match format {
        Format::Text | Format::Markdown => {
            let Text { text, replaced, .. } = text_of(bytes)?;
            let document = sources::read::whole(&text, path).ok_or(ImportError::NoDocument)?;
            Imported {
                replaced,
                ..whole(vec![document])
            }
        }
        Format::Pdf => whole(pdf::read(bytes, path)?),
        Format::Docx => whole(docx::read(&bytes, path)?),
        Format::MarcXml => marcxml::read(&bytes, path)?,
        Format::Html | Format::AkomaNtoso | Format::Csv => {
            let (text, replaced) = encoding::text(&bytes);
            drop(bytes);
            let read = match format {
                Format::Csv => catalogue::read(&text, path)?,
                Format::Html => whole(html::read(&text, path)?),
                _ => whole(akoma_ntoso::read(&text, path)?),
            };
            Imported { replaced, ..read }
        }
    };
    for document in &mut imported.documents {
        let particulars = &mut document.particulars;
        if particulars.replaces.is_empty() {
            particulars.replaces = sources::replaced_by_text(&document.facts, &document.passages);
        }
        if particulars.language.is_none() {
            particulars.language = language::of(&document.passages).map(Into::into);
        }
    }
    Ok(imported)
}

/// Takes the text of a draft out of `bytes` in this process: a paragraph on a line, with headings,
/// footnotes and tables as Markdown marks them. This is what the child calls.
///
/// # Errors
/// When the format is none that drafts are written in, or the file cannot be read.
pub fn draft_text(bytes: &[u8], format: Format) -> Result<String, ImportError> {
    match format {
        Format::Docx => docx::extract(bytes)?.into_draft(),
        other => Err(ImportError::NoReader(other)),
    }
}

/// Documents of a file that was read to its end.
fn whole(documents: Vec<Document>) -> Imported {
    Imported {
        documents,
        replaced: false,
        left_out: None,
    }
}
