//! The piece of a draft that shows a finding: its lines, cut where they are long.

use std::ops::Range;

use crate::stored_text::StoredText;

/// Lines up to this length in bytes are shown whole.
const WHOLE: usize = 120;
/// How much of a longer line is shown on each side of a finding, in bytes.
const AROUND: usize = 50;
/// The longest stretch of a finding that is shown, in bytes.
const LONGEST: usize = 240;

/// A piece of the draft that shows a finding.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The finding in `text`.
    pub(super) marked: Range<usize>,
}

impl Excerpt {
    pub(super) fn of(stored: &StoredText, range: &Range<usize>) -> Self {
        let text = &stored.text;
        let first = stored.line(stored.line_of(range.start));
        let start = range.start.min(first.end.max(first.start));
        let shown_end = boundary(text, range.end.min(start + LONGEST)).max(start);
        let last = stored.line(stored.line_of(shown_end.saturating_sub(1).max(start)));
        let is_short = last.end.saturating_sub(first.start) <= WHOLE;
        let (from, to) = if is_short {
            (first.start, last.end)
        } else {
            let shown_end = shown_end.min(last.end.max(start));
            (
                cut_before(text, first.start, start),
                cut_after(text, shown_end, last.end),
            )
        };
        let before = if from > first.start { "…" } else { "" };
        let after = if to < last.end { "…" } else { "" };
        let marked = before.len() + (start - from);
        let length = shown_end.min(to).saturating_sub(start);
        Self {
            text: format!("{before}{}{after}", &text[from..to]),
            marked: marked..marked + length,
        }
    }
}

/// The nearest place for a character's beginning, not behind `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where to begin the excerpt of a line that begins at `line`: there, or between two words.
fn cut_before(text: &str, line: usize, finding: usize) -> usize {
    if finding - line <= AROUND {
        return line;
    }
    let earliest = boundary(text, finding - AROUND);
    let words = &text[earliest..finding];
    earliest + words.find(' ').map_or(0, |space| space + 1)
}

/// Where to end the excerpt of a line that ends at `line`: there, or between two words.
fn cut_after(text: &str, finding: usize, line: usize) -> usize {
    if line.saturating_sub(finding) <= AROUND {
        return line.max(finding);
    }
    let latest = boundary(text, finding + AROUND);
    let words = &text[finding..latest];
    finding + words.rfind(' ').unwrap_or(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, word: &str) -> (String, String) {
        let stored = StoredText::read(text.into()).unwrap();
        let at = stored.text.find(word).unwrap();
        let excerpt = Excerpt::of(&stored, &(at..at + word.len()));
        let marked = excerpt.text[excerpt.marked.clone()].to_owned();
        (excerpt.text, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, marked) = excerpt("one\nthe report A/1 here\r\nthree", "A/1");
        assert_eq!(text, "the report A/1 here");
        assert_eq!(marked, "A/1");
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let long = format!(
            "{}A/RES/67/172 {}",
            "wörter ".repeat(600),
            "words ".repeat(600)
        );
        let (text, marked) = excerpt(&long, "A/RES/67/172");
        assert_eq!(marked, "A/RES/67/172");
        assert!(text.len() < 200, "{}", text.len());
        assert!(text.starts_with("…wörter"));
        assert!(text.ends_with("words…"));
    }

    #[test]
    fn a_line_without_spaces_is_cut_all_the_same() {
        let long = format!("{}A/1{}", "ü".repeat(3000), "ü".repeat(3000));
        let (text, marked) = excerpt(&long, "A/1");
        assert_eq!(marked, "A/1");
        assert!(text.chars().count() < 80);
    }

    #[test]
    fn a_finding_over_two_lines_shows_both() {
        let (text, marked) = excerpt(
            "see resolution\n67/172 of the\nAssembly",
            "resolution\n67/172",
        );
        assert_eq!(text, "see resolution\n67/172 of the");
        assert_eq!(marked, "resolution\n67/172");
    }
}
