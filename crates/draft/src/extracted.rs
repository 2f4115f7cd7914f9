//! Text copied out of a PDF: what shows it, and what of it can be mended with certainty.
//!
//! Apostrophes are lost ("the Fund s plan"), page numbers stand at the beginning of a page, and footnotes, marks
//! and texts, stand inside the sentences. Where two readings are possible nothing is changed.

mod mended;
#[cfg(test)]
mod tests;
pub(crate) mod wrapped;

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::marks::{Sign, Signs};

/// A line longer than this, in bytes, is a page or a paragraph and not a line.
const LONG: usize = 400;

/// A number that stands so many times is no footnote's, which has a mark and a text.
const MORE_THAN_BOTH: usize = 3;

/// Fewer lost apostrophes than this may be slips.
const FEWEST: usize = 3;

/// A footnote whose mark and text stand inside the sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineNote {
    /// Its number.
    pub number: u32,
    /// Where the mark stands.
    pub mark: Range<usize>,
    /// Where the text stands, its number not included.
    pub text: Range<usize>,
    /// Where number and text stand.
    pub whole: Range<usize>,
}

/// What shows that a text was copied out of a PDF. All ranges are byte offsets in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// Whether each page, or each paragraph, is one line: then lines tell nothing about the structure of the text.
    pub in_long_lines: bool,
    /// The spaces in place of lost apostrophes: that of "Fund s plan".
    pub apostrophes: Vec<Range<usize>>,
    /// Page numbers at the beginning or the end of a page, with the page.
    pub pages: Vec<(u32, Range<usize>)>,
    /// Footnotes inside the sentences, in order; empty where they cannot all be told apart.
    pub notes: Vec<InlineNote>,
}

/// An "s" that stands alone.
static ALONE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(Sign::LoneS.written()));

/// At most how many lost apostrophes have their "s" in `text`, which has these `signs`, whatever stands around it. Cheap, and never too
/// few where a text is cut into pieces.
pub(crate) fn possibly_lost(text: &str, signs: Signs) -> usize {
    let edges = [text == "s", text.starts_with("s "), text.ends_with(" s")];
    let at_edges = edges.into_iter().filter(|stands| *stands).count();
    if !signs.have(Sign::LoneS) {
        return at_edges;
    }
    ALONE.find_iter(text.as_bytes()).count() + at_edges
}

impl Extraction {
    /// Whether a text with so many [`possibly_lost`] apostrophes may look copied.
    pub(crate) fn is_possible(possibly_lost: usize) -> bool {
        possibly_lost >= FEWEST
    }

    /// Reads `text` from `start` on; `None` where it does not look copied.
    pub fn read(text: &str, start: usize) -> Option<Self> {
        let apostrophes = lost(text, start);
        if apostrophes.is_empty() {
            return None;
        }
        let lines: Vec<Range<usize>> = lines(text, start).collect();
        let in_long_lines = lines.iter().any(|line| line.len() > LONG);
        if !in_long_lines {
            return Some(Self {
                apostrophes,
                ..Self::default()
            });
        }
        let pages = pages(text, &lines);
        let notes = notes(text, &lines, &pages);
        Some(Self {
            in_long_lines,
            apostrophes,
            pages,
            notes,
        })
    }
}

fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let ends = memchr::memchr_iter(b'\n', bytes).map(move |end| start + end);
    let mut at = start;
    ends.chain([text.len()]).map(move |end| {
        let line = text.get(at..end).unwrap_or("");
        let range = at..at + line.trim_end_matches('\r').len();
        at = end + 1;
        range
    })
}

/// Where apostrophes are lost in `text` from `start` on; none where so few are that they may be slips.
pub(crate) fn lost(text: &str, start: usize) -> Vec<Range<usize>> {
    let found = apostrophes(text, start);
    if found.len() < FEWEST {
        return Vec::new();
    }
    found
}

/// The space between a word and an "s" that stands alone before another word.
fn apostrophes(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in ALONE.find_iter(text.as_bytes()) {
        let before = text[..at].chars().next_back();
        let after = text[at + 3..].chars().next();
        let is_word = before.is_some_and(char::is_alphabetic);
        if at >= start && is_word && after.is_some_and(char::is_alphabetic) {
            found.push(at..at + 1);
        }
    }
    found
}

/// Numbers at the beginnings of long lines that grow by one, and the next at the end of the last line.
fn pages(text: &str, lines: &[Range<usize>]) -> Vec<(u32, Range<usize>)> {
    let filled: Vec<Range<usize>> = lines
        .iter()
        .map(|line| trimmed(text, line))
        .filter(|line| !line.is_empty())
        .collect();
    let Some(last) = filled.last() else {
        return Vec::new();
    };
    // Lines that count from 1 are paragraphs and not pages.
    if filled
        .iter()
        .any(|line| text[line.clone()].starts_with("1 "))
    {
        return Vec::new();
    }
    let mut pages: Vec<(u32, Range<usize>)> = Vec::new();
    for line in filled.iter().skip(1) {
        let words = &text[line.clone()];
        let figures = digits(words);
        let wanted = next_page(&pages);
        let is_page = line.len() > LONG || line == last;
        let spaced = words[figures..].starts_with(' ');
        if is_page && spaced && words[..figures].parse() == Ok(wanted) {
            pages.push((wanted, line.start..line.start + figures + 1));
        }
    }
    let tail = text[last.clone()].rsplit(' ').next().unwrap_or("");
    let wanted = next_page(&pages);
    if !pages.is_empty() && tail.parse() == Ok(wanted) {
        let from = (last.end - tail.len()).saturating_sub(1).max(last.start);
        pages.push((wanted, from..last.end));
    }
    // One number alone may be anything.
    if pages.len() < 2 { Vec::new() } else { pages }
}

fn next_page(pages: &[(u32, Range<usize>)]) -> u32 {
    pages.last().map_or(2, |(page, _)| page + 1)
}

/// A line without white space around it.
fn trimmed(text: &str, line: &Range<usize>) -> Range<usize> {
    let words = &text[line.clone()];
    let start = line.end - words.trim_start().len();
    start..start + words.trim().len()
}

fn digits(words: &str) -> usize {
    words.bytes().take_while(u8::is_ascii_digit).count()
}

/// Footnotes 1, 2, 3 …: each number stands twice on one page, first as a mark, then before its text. The texts
/// stand together at the end of their page; anything else may be something else, and is none.
fn notes(text: &str, lines: &[Range<usize>], pages: &[(u32, Range<usize>)]) -> Vec<InlineNote> {
    let mut found: Vec<(InlineNote, &Range<usize>)> = Vec::new();
    for number in 1..100 {
        let figure = format!(" {number}");
        let on_page = lines
            .iter()
            .filter(|line| line.len() > LONG)
            .find_map(|line| Some((mark_and_label(text, line, &figure, pages)?, line)));
        let Some(((mark, label), line)) = on_page else {
            break;
        };
        let end = page_end(line, pages);
        let note = InlineNote {
            number,
            mark,
            text: label.end + 1..end,
            whole: label.start..end,
        };
        found.push((note, line));
    }
    // A text ends where the next one on its page begins.
    for index in 1..found.len() {
        let (next, line) = (found[index].0.whole.start, found[index].1);
        let before = &mut found[index - 1];
        if before.1 == line && before.0.whole.start < next {
            before.0.text.end = next - 1;
            before.0.whole.end = next - 1;
        }
    }
    if are_told_apart(&found) {
        found.into_iter().map(|(note, _)| note).collect()
    } else {
        Vec::new()
    }
}

/// The two places of a footnote's number, where it has two. `figure` is the number behind a space.
fn mark_and_label(
    text: &str,
    line: &Range<usize>,
    figure: &str,
    pages: &[(u32, Range<usize>)],
) -> Option<(Range<usize>, Range<usize>)> {
    let places: Vec<Range<usize>> = places(text, line, figure)
        .filter(|place| !pages.iter().any(|(_, page)| page.start == place.start))
        .take(MORE_THAN_BOTH)
        .collect();
    match places.as_slice() {
        [mark, label] if is_mark(text, mark) => Some((mark.clone(), label.clone())),
        _ => None,
    }
}

/// Where the last sentence on a page ends: before the page number, where that stands behind it.
fn page_end(line: &Range<usize>, pages: &[(u32, Range<usize>)]) -> usize {
    let number = pages
        .iter()
        .find(|(_, page)| line.start < page.start && page.end <= line.end && page.end > page.start);
    let behind = number.filter(|(_, page)| page.start > line.start + line.len() / 2);
    behind.map_or(line.end, |(_, page)| page.start)
}

/// Whether the marks stand in order, each page has all its marks before its first text, the texts in order and
/// with words, and more sentences than footnotes.
fn are_told_apart(found: &[(InlineNote, &Range<usize>)]) -> bool {
    let have_words = found.iter().all(|(note, line)| {
        note.text.start < note.text.end && line.end - note.whole.start < line.len() / 2
    });
    have_words
        && found.windows(2).all(|pair| {
            let (before, after) = (&pair[0].0, &pair[1].0);
            let first_text = found
                .iter()
                .find(|(_, line)| *line == pair[1].1)
                .map_or(usize::MAX, |(note, _)| note.whole.start);
            before.mark.start < after.mark.start
                && before.whole.start < after.whole.start
                && after.mark.end < first_text
        })
}

/// Where a figure, behind its space, stands between spaces with a capital or another figure behind it.
fn places<'t>(
    text: &'t str,
    line: &Range<usize>,
    figure: &'t str,
) -> impl Iterator<Item = Range<usize>> {
    let start = line.start;
    let words = &text[line.clone()];
    let found = memchr::memmem::find_iter(words.as_bytes(), figure);
    found.filter_map(move |at| {
        let end = at + figure.len();
        let mut after = words[end..].strip_prefix(' ')?.chars();
        let first = after.next()?;
        let stands = first.is_uppercase() || first.is_ascii_digit();
        stands.then_some(start + at + 1..start + end)
    })
}

/// A mark stands behind the end of a sentence.
fn is_mark(text: &str, place: &Range<usize>) -> bool {
    text[..place.start]
        .trim_end()
        .ends_with(['.', ',', ';', ')', '”', '?'])
}
