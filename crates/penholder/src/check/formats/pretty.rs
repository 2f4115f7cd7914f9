//! Findings with the lines of the draft around them, cut where a line is long.
//!
//! A mark in one line is drawn by `one_line`; what goes over several lines, which is rare, by the library.

mod excerpt;
mod one_line;

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use report::Stored;
use rules::{Finding, Severity};

use self::excerpt::Excerpt;
use self::one_line::Inks;
use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Look, Printer, word};
use crate::out::from_here;

/// Wider than nearly any excerpt, so that what is cut already is not cut again, in columns.
const WIDTH: usize = 600;

/// Findings with the lines around them.
pub(super) struct Pretty {
    inks: Inks,
    renderer: Renderer,
}

/// A finding in the words of its printed form.
struct Told<'f> {
    severity: Severity,
    title: String,
    /// The file that the finding is in.
    path: &'f str,
    /// The same with line and column, or another word for the place.
    place: String,
    /// The line in which the excerpt begins, from 1.
    line: usize,
    excerpt: Excerpt,
    notes: Vec<(Kind, Cow<'f, str>)>,
}

/// What a note under an excerpt is.
#[derive(Clone, Copy)]
enum Kind {
    /// Evidence.
    Note,
    /// What would mend it.
    Help,
}

impl Pretty {
    /// A printer with or without colour.
    pub(super) fn new(look: Look) -> Self {
        let renderer = match look {
            Look::Coloured => Renderer::styled(),
            Look::Plain => Renderer::plain(),
        };
        Self {
            inks: Inks::new(look),
            renderer: renderer.term_width(WIDTH),
        }
    }

    fn told<'f>(input: &Input, path: &'f str, finding: &'f Finding) -> Told<'f> {
        let (line, column) = input.stored.place(finding.range.start);
        let evidence = finding.related.iter().map(|related| {
            let place = match &related.path {
                Some(path) => format!("in {}", from_here(path).display()),
                None => input.place(related.range.start),
            };
            let note = [&related.message, " (", &place, ")"].concat();
            (Kind::Note, Cow::from(note))
        });
        let fixes = finding.fixes.iter();
        let fixes = fixes.map(|fix| (Kind::Help, Cow::from(&*fix.title)));
        Told {
            severity: finding.severity,
            title: [
                finding.rule,
                ": ",
                &finding.message,
                " [",
                finding.code,
                "]",
            ]
            .concat(),
            path,
            place: match input.place_in_words(finding.range.start) {
                Some(words) => format!("{path}: {words}"),
                None => [path, ":", &line.to_string(), ":", &column.to_string()].concat(),
            },
            line,
            excerpt: Excerpt::of(&input.stored, &finding.range),
            notes: evidence.chain(fixes).collect(),
        }
    }

    /// The finding as the library draws it.
    fn of_library(&self, told: &Told<'_>) -> String {
        let level = match told.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Information => Level::INFO,
            Severity::Hint => Level::NOTE.with_name(word(Severity::Hint)),
        };
        let Excerpt { text, marked } = &told.excerpt;
        let mut group: Group<'_> = level.primary_title(&told.title).element(
            Snippet::source(text)
                .line_start(told.line)
                .path(told.path)
                .fold(false)
                .annotation(AnnotationKind::Primary.span(marked.clone())),
        );
        for (kind, note) in &told.notes {
            let level = match kind {
                Kind::Note => Level::NOTE,
                Kind::Help => Level::HELP,
            };
            group = group.element(level.message(&**note));
        }
        // The library counts columns in the excerpt; the reader looks for them in the draft.
        let column = text[..marked.start].chars().count() + 1;
        let in_excerpt = format!("{}:{}:{column}", told.path, told.line);
        let drawn = self.renderer.render(&[group]);
        drawn.replacen(&in_excerpt, &told.place, 1)
    }
}

impl Printer for Pretty {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let path = input.path.display().to_string();
        let mut out = Vec::new();
        for finding in found {
            let told = Self::told(input, &path, finding);
            if one_line::fits(&told) {
                one_line::write(&mut out, &told, &self.inks);
            } else {
                out.extend_from_slice(self.of_library(&told).as_bytes());
            }
            out.extend_from_slice(b"\n\n");
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
