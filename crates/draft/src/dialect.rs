//! The text format a draft is written in.

/// A text format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Markdown: `CommonMark` with footnotes, front matter and tables.
    Markdown,
    /// Plain text: hard-wrapped, with running heads and page numbers, as exported or recognised from a scan.
    Plain,
}

/// The endings of the names of Markdown files, in small letters.
pub const MARKDOWN_ENDINGS: [&str; 5] = ["md", "markdown", "mdown", "mkd", "qmd"];

impl Dialect {
    /// The dialect of a file by the ending of its name; plain text where the ending says nothing.
    pub fn of_path(path: &str) -> Self {
        let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        if MARKDOWN_ENDINGS.contains(&ending.as_str()) {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}
