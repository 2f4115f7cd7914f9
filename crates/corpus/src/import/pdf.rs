//! PDF: glyphs at places on pages, made into lines, columns, notes and paragraphs again.
//!
//! A PDF says where each letter stands and how large it is, and hardly ever what it belongs to. So a
//! raised small figure is a footnote's, lines that come again on each page are running heads, and a
//! strip that stays empty from line to line parts two columns.

mod columns;
mod furniture;
mod glyphs;
mod languages;
mod lines;
mod notes;
mod writing;

use std::path::Path;

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use sources::Document;

use super::ImportError;
use glyphs::Collector;
use lines::Page;

/// The most pages that are read.
const MOST_PAGES: usize = 10_000;

/// The share of letters that may be unknown before a text is none: one in so many.
const UNKNOWN_LETTERS: usize = 5;

/// Reads a document; one whose pages have two languages side by side is two, the left one last, so that
/// it counts before the other.
pub(super) fn read(bytes: Vec<u8>, path: &Path) -> Result<Vec<Document>, ImportError> {
    let pages = pages(bytes)?;
    if let Some((left, right)) = languages::side_by_side(&pages) {
        let both = [right, left].map(|pages| writing::write(pages).document(path));
        if let [Ok(right), Ok(left)] = both {
            return Ok(vec![right, left]);
        }
    }
    Ok(vec![writing::write(pages).document(path)?])
}

/// Whether the mark of its end stands in the last bytes of a file, where readers of PDF look for it.
fn has_end(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 1024;
    let tail = &bytes[bytes.len().saturating_sub(LOOKED_AT)..];
    tail.windows(5).any(|window| window == b"%%EOF")
}

/// The pages as lines.
fn pages(bytes: Vec<u8>) -> Result<Vec<Page>, ImportError> {
    let is_whole = has_end(&bytes);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ImportError::Encrypted,
        LoadPdfError::Invalid => ImportError::Damaged("it is cut off or no PDF at all".into()),
    })?;
    let count = pdf.pages().len();
    if count == 0 {
        return Err(ImportError::Damaged("it has no pages".into()));
    }
    if count > MOST_PAGES {
        return Err(ImportError::BeyondLimit(format!(
            "it has {count} pages, and more than {MOST_PAGES} are not read"
        )));
    }
    let cache = InterpreterCache::new();
    let mut pages = Vec::with_capacity(count);
    let (mut letters, mut unknown, mut pictures) = (0, 0, 0);
    for (at, page) in pdf.pages().iter().enumerate() {
        let (width, height) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        let mut collector = Collector::new(f64::from(width), f64::from(height));
        collector.is_first = at == 0;
        interpret_page(page, &mut context, &mut collector);
        letters += collector.letters;
        unknown += collector.unknown;
        pictures += usize::from(collector.letters == 0 && collector.pictures > 0);
        pages.push(Page::of(collector));
    }
    if letters == 0 && !is_whole {
        return Err(ImportError::Damaged("it is cut off".into()));
    }
    if letters == 0 || pictures * 2 > count {
        return Err(ImportError::NoTextLayer);
    }
    if unknown * UNKNOWN_LETTERS > letters {
        return Err(ImportError::Damaged(
            "its fonts do not say which letters they show".into(),
        ));
    }
    Ok(pages)
}
