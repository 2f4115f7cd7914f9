//! What a reader sees of a paragraph of a source.

use std::borrow::Cow;

use draft::{Dialect, without_emphasis};
use sources::{Origin, Paragraph, Source};

/// The words of a paragraph of `source` as they are read.
pub(crate) fn readable<'p>(paragraph: &'p Paragraph, source: Option<&Source>) -> Cow<'p, str> {
    let is_markdown = source.is_some_and(|source| match &source.origin {
        Origin::File { path } => Dialect::of_path(&path.to_string_lossy()) == Dialect::Markdown,
        Origin::Catalogue { .. } => false,
    });
    if is_markdown {
        without_emphasis(&paragraph.words)
    } else {
        Cow::Borrowed(&paragraph.words)
    }
}
