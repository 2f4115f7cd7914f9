//! Findings with the lines of the draft around them, cut where a line is long.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use report::Stored;
use rules::{Finding, Severity};

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Look, Printer};
use crate::stored_text::StoredText;

/// Lines up to this length in bytes are shown whole.
const WHOLE: usize = 120;
/// How much of a longer line is shown on each side of a finding, in bytes.
const AROUND: usize = 50;
/// Wider than any excerpt, so that the renderer does not cut what is cut already.
const WIDTH: usize = 600;
/// The longest stretch of a finding that is shown, in bytes.
const LONGEST: usize = 240;

/// Findings with the lines around them.
pub(super) struct Pretty {
    renderer: Renderer,
}

impl Pretty {
    /// A printer with or without colour.
    pub(super) fn new(look: Look) -> Self {
        let renderer = match look {
            Look::Coloured => Renderer::styled(),
            Look::Plain => Renderer::plain(),
        };
        Self {
            renderer: renderer.term_width(WIDTH),
        }
    }
}

impl Printer for Pretty {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for finding in found {
            // Writing to memory cannot fail.
            let _ = write(&mut out, &self.renderer, input, finding);
        }
        Some(out)
    }

    fn draft(&mut self, out: &mut dyn Write, _: &Input, shown: &Shown) -> io::Result<()> {
        out.write_all(&shown.written)
    }

    fn close(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        writeln!(out, "{}", summary.line())
    }
}

/// Writes one finding and an empty line.
fn write(
    out: &mut dyn Write,
    renderer: &Renderer,
    input: &Input,
    finding: &Finding,
) -> io::Result<()> {
    let (line, column) = input.stored.place(finding.range.start);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let title = format!("{}: {} [{}]", finding.rule, finding.message, finding.code);
    let path = input.path.display().to_string();
    let excerpt = Excerpt::of(&input.stored, &finding.range);
    // The renderer counts columns in the excerpt; the reader looks for them in the draft.
    let shown = excerpt.text[..excerpt.marked.start].chars().count() + 1;
    let place_in_excerpt = format!("{path}:{line}:{shown}");
    let place = match input.place_in_words(finding.range.start) {
        Some(words) => format!("{path}: {words}"),
        None => format!("{path}:{line}:{column}"),
    };
    let mut group: Group<'_> = level.primary_title(title).element(
        Snippet::source(excerpt.text)
            .line_start(line)
            .path(path.clone())
            .fold(false)
            .annotation(AnnotationKind::Primary.span(excerpt.marked)),
    );
    for related in &finding.related {
        let place = match &related.path {
            Some(path) => format!("in {}", from_here(path).display()),
            None => input.place(related.range.start),
        };
        group = group.element(Level::NOTE.message(format!("{} ({place})", related.message)));
    }
    for fix in &finding.fixes {
        group = group.element(Level::HELP.message(fix.title.clone()));
    }
    let report = renderer.render(&[group]);
    writeln!(out, "{}\n", report.replacen(&place_in_excerpt, &place, 1))
}

/// A path as it is seen from the current folder.
fn from_here(path: &Path) -> &Path {
    std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).ok())
        .unwrap_or(path)
}

/// A piece of the draft that shows a finding.
struct Excerpt {
    text: String,
    /// The finding in `text`.
    marked: Range<usize>,
}

impl Excerpt {
    fn of(stored: &StoredText, range: &Range<usize>) -> Self {
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
