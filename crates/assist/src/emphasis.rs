//! Words of a Markdown text without the marks that set them in italics or in bold: what a reader sees.

use std::borrow::Cow;
use std::ops::Range;

use draft::Dialect;
use sources::{Origin, Paragraph, Source};

/// So many marks that are still open are looked through for the one that a mark closes.
const DEEPEST: usize = 32;

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

/// `markdown` without the marks of emphasis, and without the strokes that make a mark a character. An asterisk that
/// opens or closes nothing stays.
pub(crate) fn without_emphasis(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains(['*', '_', '\\']) {
        return Cow::Borrowed(markdown);
    }
    let mut left_out = escapes(markdown);
    let mut open: Vec<Range<usize>> = Vec::new();
    for mut run in runs(markdown, &left_out) {
        let mark = markdown.as_bytes()[run.start];
        let same = |other: &Range<usize>| markdown.as_bytes()[other.start] == mark;
        // Of runs of different lengths the inner marks belong together.
        while !run.is_empty() && closes(markdown, &run) {
            let near = open.len().saturating_sub(DEEPEST);
            let Some(opener) = open[near..].iter().rposition(same) else {
                break;
            };
            let opener = near + opener;
            let start = open[opener].clone();
            open.truncate(opener);
            let length = start.len().min(run.len());
            left_out.push(start.end - length..start.end);
            left_out.push(run.start..run.start + length);
            run.start += length;
            let outer = start.start..start.end - length;
            if !outer.is_empty() {
                open.push(outer);
            }
        }
        if !run.is_empty() && opens(markdown, &run) {
            open.push(run);
        }
    }
    left_out.sort_by_key(|range| range.start);
    let mut read = String::with_capacity(markdown.len());
    let mut from = 0;
    for range in left_out {
        read.push_str(&markdown[from..range.start]);
        from = range.end;
    }
    read.push_str(&markdown[from..]);
    Cow::Owned(read)
}

/// The strokes before a sign that is no mark.
fn escapes(markdown: &str) -> Vec<Range<usize>> {
    let bytes = markdown.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < bytes.len() {
        let is_escape = bytes[at] == b'\\' && bytes[at + 1].is_ascii_punctuation();
        if is_escape {
            found.push(at..at + 1);
        }
        at += if is_escape { 2 } else { 1 };
    }
    found
}

/// The runs of asterisks and of underscores that are not behind a stroke.
fn runs(markdown: &str, escapes: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = markdown.as_bytes();
    let is_plain = |at: usize| escapes.binary_search_by_key(&at, |one| one.end).is_ok();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, b'*' | b'_') || is_plain(at) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && bytes[run.start] == *byte => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn opens(markdown: &str, run: &Range<usize>) -> bool {
    let before = markdown[..run.start].chars().next_back();
    let behind = markdown[run.end..].chars().next();
    let stands_free = before.is_none_or(|before| !before.is_alphanumeric());
    stands_free && behind.is_some_and(|behind| !behind.is_whitespace())
}

fn closes(markdown: &str, run: &Range<usize>) -> bool {
    let before = markdown[..run.start].chars().next_back();
    let behind = markdown[run.end..].chars().next();
    let stands_free = behind.is_none_or(|behind| !behind.is_alphanumeric());
    stands_free && before.is_some_and(|before| !before.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sets_words_apart_is_not_read() {
        for (written, read) in [
            ("*Calls upon* all States", "Calls upon all States"),
            ("the _travaux préparatoires_,", "the travaux préparatoires,"),
            ("**Requests** and ***decides***", "Requests and decides"),
            ("**bold *both***", "bold both"),
            ("(*ibid.*) and “*inter alia*”", "(ibid.) and “inter alia”"),
        ] {
            assert_eq!(without_emphasis(written), read);
        }
    }

    #[test]
    fn what_is_a_character_stays() {
        for written in [
            "A/67/L.40*",
            "A/67/1* and A/67/2*",
            "* Reissued for technical reasons.",
            "snake_case_name and 2 * 3 * 4",
            "plain words",
        ] {
            assert_eq!(without_emphasis(written), written);
        }
        assert_eq!(without_emphasis(r"1\. a \*b\* c"), "1. a *b* c");
    }
}
