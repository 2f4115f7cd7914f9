//! Which format a file has: by its first bytes, and by its name where those leave it open.

use std::fmt;
use std::path::Path;

/// A format that documents come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, as exported or extracted.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word, since 2007.
    Docx,
    /// Akoma Ntoso, the XML of legal documents.
    AkomaNtoso,
    /// MARC records as XML: what the United Nations Digital Library exports.
    MarcXml,
    /// A catalogue: comma-separated lines below a line of headings.
    Csv,
}

/// How many bytes of a file decide about its format.
const HEAD: usize = 4096;

impl Format {
    /// The format of a file with these first bytes and this name; `None` where no reader would know it.
    ///
    /// What a file begins with outranks its ending, so a PDF that is called `.txt` is a PDF.
    pub fn of(bytes: &[u8], path: &Path) -> Option<Self> {
        let head = &bytes[..bytes.len().min(HEAD)];
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
            .unwrap_or_default();
        let contains = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
        // Some programs write a few bytes before the mark, which the format allows.
        if head.starts_with(b"%PDF-") || (ending == "pdf" && contains(b"%PDF-")) {
            return Some(Self::Pdf);
        }
        if head.starts_with(b"PK\x03\x04") {
            return (ending == "docx" || contains(b"word/")).then_some(Self::Docx);
        }
        // A Word file of before 2007, or one with a password: its reader says which.
        if head.starts_with(b"\xD0\xCF\x11\xE0") {
            return matches!(ending.as_str(), "docx" | "doc").then_some(Self::Docx);
        }
        let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
        let is_markup = first.is_some_and(|byte| matches!(byte, b'<' | 0xef));
        if is_markup && contains(b"<akomaNtoso") {
            return Some(Self::AkomaNtoso);
        }
        if is_markup && contains(b"MARC21/slim") {
            return Some(Self::MarcXml);
        }
        let begins = |mark: &str| {
            let text = head.trim_ascii_start();
            text.len() >= mark.len() && text[..mark.len()].eq_ignore_ascii_case(mark.as_bytes())
        };
        if begins("<!doctype html") || begins("<html") {
            return Some(Self::Html);
        }
        match ending.as_str() {
            // What is called so and does not begin so is damaged, and its reader says it.
            "pdf" => Some(Self::Pdf),
            "docx" => Some(Self::Docx),
            "txt" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// Whether a reader may know the file, by its name.
    pub fn may_be(path: &Path) -> bool {
        path.extension().is_some_and(|ending| {
            Self::ALL
                .iter()
                .flat_map(|format| format.endings())
                .any(|known| ending.eq_ignore_ascii_case(known))
        })
    }

    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx", "doc"],
            Self::AkomaNtoso | Self::MarcXml => &["xml"],
            Self::Csv => &["csv"],
        }
    }

    /// Whether a parser that is not ours has to read it, so that it is read in a child process.
    pub const fn is_foreign(self) -> bool {
        !matches!(self, Self::Text | Self::Markdown | Self::Csv)
    }

    /// Every format.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::AkomaNtoso,
        Self::MarcXml,
        Self::Csv,
    ];

    /// The name of the format between parent and child.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::MarcXml => "marcxml",
            Self::Csv => "csv",
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "Word",
            Self::AkomaNtoso => "Akoma Ntoso",
            Self::MarcXml => "MARC XML",
            Self::Csv => "CSV",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_outrank_the_name() {
        for (bytes, name, format) in [
            (&b"%PDF-1.7"[..], "a.txt", Some(Format::Pdf)),
            (b"PK\x03\x04", "a.DOCX", Some(Format::Docx)),
            (b"PK\x03\x04", "a.xlsx", None),
            (
                b"PK\x03\x04....word/document.xml",
                "a.zip",
                Some(Format::Docx),
            ),
            (b"\xD0\xCF\x11\xE0", "a.doc", Some(Format::Docx)),
            (b"\xD0\xCF\x11\xE0", "a.xls", None),
            (b"", "a.pdf", Some(Format::Pdf)),
            (b"\n\n%PDF-1.4", "a.pdf", Some(Format::Pdf)),
            (b"  <!DOCTYPE html>", "a.txt", Some(Format::Html)),
            (
                b"<?xml version='1.0'?><akomaNtoso>",
                "a.xml",
                Some(Format::AkomaNtoso),
            ),
            (
                b"<collection xmlns=\"http://www.loc.gov/MARC21/slim\">",
                "a.xml",
                Some(Format::MarcXml),
            ),
            (b"<rss>", "a.xml", None),
            (b"A/RES/67/172", "a.TXT", Some(Format::Text)),
            (b"# A", "a.md", Some(Format::Markdown)),
            (b"", "a", None),
        ] {
            assert_eq!(Format::of(bytes, Path::new(name)), format, "{name}");
        }
    }

    #[test]
    fn names_lead_back() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
        }
    }
}
