//! A draft as it comes in: its text, its path, and the one way to its findings.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use citation::Date;
use draft::{Dialect, Draft};
use workspace::{Analysis, Location, Workspace, in_words};

use crate::out::from_here;
use crate::stored_text::{StoredText, read_file};
use crate::word;

/// A draft that was read.
pub(crate) struct Input {
    /// The path as it was named, or as it is seen from the folder in which the command runs.
    pub(crate) path: PathBuf,
    pub(crate) stored: StoredText,
    format: Format,
}

/// What the file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    /// A Word file, whose text was taken out of it.
    Word,
}

impl Input {
    /// Reads a file.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn file(path: &Path) -> Result<Self, String> {
        if word::is_word(path) {
            return Self::of_word(path, word::read_file(path)?);
        }
        Ok(Self {
            path: path.to_owned(),
            stored: read_file(path)?,
            format: Format::Text,
        })
    }

    /// Reads standard input as the text of `filename`.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn standard(filename: Option<&Path>) -> Result<Self, String> {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| in_words(&error))?;
        let path = from_here(filename.unwrap_or(Path::new("stdin.md")));
        if word::is_word(path) {
            return Self::of_word(path, bytes);
        }
        Ok(Self {
            path: path.to_owned(),
            stored: StoredText::read(bytes).map_err(str::to_owned)?,
            format: Format::Text,
        })
    }

    /// What was named on the command line: a file, or `-` for standard input as the text of `filename`.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn named(path: &Path, filename: Option<&Path>) -> Result<Self, String> {
        if path == Path::new("-") {
            return Self::standard(filename);
        }
        Self::file(path)
    }

    fn of_word(path: &Path, bytes: Vec<u8>) -> Result<Self, String> {
        Ok(Self {
            path: path.to_owned(),
            stored: StoredText::of_text(word::text(bytes, path)?),
            format: Format::Word,
        })
    }

    /// The same draft with another text.
    pub(crate) fn with_text(&self, text: String) -> Self {
        Self {
            path: self.path.clone(),
            stored: self.stored.with_text(text),
            format: self.format,
        }
    }

    /// Whether it is a Word file, which is only read.
    pub(crate) fn is_word(&self) -> bool {
        self.format == Format::Word
    }

    /// Where a byte offset is in a Word file, by paragraph, page and words; `None` in a text, where line
    /// and column say it.
    pub(crate) fn place_in_words(&self, offset: usize) -> Option<String> {
        self.is_word()
            .then(|| word::place(&self.stored.text, offset))
    }

    /// Where a byte offset is, in words: "line 12", with the words there in a line of many, or the paragraph of a Word
    /// file.
    pub(crate) fn place(&self, offset: usize) -> String {
        self.place_in_words(offset).unwrap_or_else(|| {
            let line = format!("line {}", self.stored.line_of(offset) + 1);
            match words_of_long_line(&self.stored.text, offset) {
                Some(words) => format!("{line}, “{words} …”"),
                None => line,
            }
        })
    }

    /// Where the draft lives.
    pub(crate) fn location(&self) -> Location {
        Location::of_path(&self.path)
    }

    /// The draft as structure.
    pub(crate) fn draft(&self, workspace: &Workspace) -> Draft {
        let dialect = match self.format {
            Format::Text => Dialect::of_path(&self.path.to_string_lossy()),
            // Its text is taken out with the marks of Markdown.
            Format::Word => Dialect::Markdown,
        };
        workspace.draft(&self.stored.text, dialect)
    }
}

/// A line of more bytes is no place by itself.
const LONG_LINE: usize = 400;
/// So many words name a place in such a line.
const WORDS: usize = 5;

/// The words of `text` from byte `offset` on, where its line is a long one.
fn words_of_long_line(text: &str, offset: usize) -> Option<String> {
    let (before, behind) = text.split_at_checked(offset)?;
    let head = before
        .rfind('\n')
        .map_or(before.len(), |end| before.len() - end);
    let line = behind.lines().next()?;
    let words: Vec<&str> = line.split_whitespace().take(WORDS).collect();
    (head + line.len() > LONG_LINE && !words.is_empty()).then(|| words.join(" "))
}

/// The findings of a draft; `None` where a fault of the program kept it from being checked. Such a
/// fault costs one draft, and nothing of its text is shown.
pub(crate) fn analyse(input: &Input, workspace: &Workspace, today: Date) -> Option<Analysis> {
    guarded(|| workspace.analyse_at(&input.draft(workspace), &input.location(), today))
}

/// What `work` makes of one draft; `None` where a fault of the program ended it, which costs that draft alone.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_long_line_has_its_words() {
        let text = format!(
            "A short one.\n{}See resolution 67/172 of 2012 on ports and boats.\n",
            "So it is. ".repeat(50)
        );
        let at = text.find("resolution").unwrap();
        assert_eq!(
            words_of_long_line(&text, at).as_deref(),
            Some("resolution 67/172 of 2012 on")
        );
        assert_eq!(words_of_long_line(&text, 2), None);
        assert_eq!(words_of_long_line(&text, text.len() + 1), None);
    }
}
