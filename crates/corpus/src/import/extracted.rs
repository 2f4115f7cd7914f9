//! The text that is taken out of a file of another format, in the one form in which every such text is
//! handed to the reader: a paragraph on a line, an empty line behind it, headings with `#`, rows of
//! tables with `|`, footnotes as `[^3]` and `[^3]: words`, pages ended by a form feed.
//!
//! So what a format knows for certain is said, and the reader need not guess it again.

use std::path::Path;

use sources::{Document, read};

use super::ImportError;

/// The longest text that is taken out of one file, in bytes.
const LONGEST_TEXT: usize = 64 * 1024 * 1024;

/// A text while it is being taken out.
#[derive(Default)]
pub(super) struct Extracted {
    text: String,
    /// Page ends that wait for the next paragraph, so that none stands inside a line.
    pages: usize,
}

impl Extracted {
    /// A paragraph.
    pub(super) fn paragraph(&mut self, words: &str) {
        self.block("", words);
    }

    /// A heading; the title of the document has level 1.
    pub(super) fn heading(&mut self, level: usize, words: &str) {
        self.block(&format!("{} ", "#".repeat(level.clamp(1, 6))), words);
    }

    /// A footnote.
    pub(super) fn note(&mut self, figure: &str, words: &str) {
        self.block(&format!("[^{figure}]: "), words);
    }

    /// A footnote over several lines.
    pub(super) fn note_lines(&mut self, figure: &str, lines: &[String]) {
        let mark = format!("[^{figure}]: ");
        for (at, line) in lines.iter().enumerate() {
            if self.push(if at == 0 { &mark } else { "" }, line) {
                self.text.push('\n');
            }
        }
        self.apart();
    }

    /// A line, with which the next one belongs together.
    pub(super) fn line(&mut self, words: &str) {
        if self.push("", words) {
            self.text.push('\n');
        }
    }

    /// An empty line, where something ends.
    pub(super) fn apart(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A row of a table.
    pub(super) fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let cells: Vec<String> = cells.map(|cell| one_line(cell).replace('|', "/")).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.line(&format!("| {} |", cells.join(" | ")));
        }
    }

    /// A page has ended.
    pub(super) fn page(&mut self) {
        self.pages += 1;
    }

    fn block(&mut self, mark: &str, words: &str) {
        if self.push(mark, words) {
            self.text.push_str("\n\n");
        }
    }

    fn push(&mut self, mark: &str, words: &str) -> bool {
        let words = one_line(words);
        if words.is_empty() {
            return false;
        }
        for _ in 0..std::mem::take(&mut self.pages) {
            self.text.push_str("\u{c}\n");
        }
        self.text.push_str(mark);
        self.text.push_str(&words);
        true
    }

    /// The same text as one that shows no pages.
    pub(super) fn without_pages(self) -> Self {
        Self {
            text: self.text.replace("\u{c}\n", ""),
            pages: 0,
        }
    }

    /// The text itself.
    pub(super) fn into_text(self) -> Result<String, ImportError> {
        if self.text.len() > LONGEST_TEXT {
            return Err(ImportError::BeyondLimit(
                "it has more than 64 MB of text".into(),
            ));
        }
        Ok(self.text)
    }

    /// The text as a draft in Markdown, where a line of dashes makes a table of the rows around it.
    pub(super) fn into_draft(self) -> Result<String, ImportError> {
        let text = self.into_text()?;
        let mut draft = String::with_capacity(text.len() + text.len() / 64);
        let mut in_table = false;
        for line in text.split_inclusive('\n') {
            draft.push_str(line);
            let is_row = line.starts_with("| ") && line.ends_with(" |\n");
            if is_row && !in_table {
                draft.push('|');
                draft.push_str(&" --- |".repeat(line.matches(" | ").count() + 1));
                draft.push('\n');
            }
            in_table = is_row;
        }
        Ok(draft)
    }

    /// The document that the text is.
    pub(super) fn document(mut self, path: &Path) -> Result<Document, ImportError> {
        // A text with pages says so even where it has only one.
        for _ in 0..std::mem::take(&mut self.pages) {
            self.text.push('\u{c}');
        }
        read::whole(&self.into_text()?, path).ok_or(ImportError::NoDocument)
    }
}

/// `words` on one line, without the white space around them.
pub(super) fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split(|c: char| c.is_whitespace() && c != '\u{a0}') {
        let word = word.trim_matches('\u{a0}');
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control()));
    }
    line.replace('\u{a0}', " ")
}
