//! Every passage of a text: its numbered paragraphs, what stands between them, and its footnotes.
//!
//! Between numbered paragraphs a passage ends where a line is left empty, or, in a preamble that leaves
//! none, where a clause has ended and the next line begins with a verb of the preamble.

use std::collections::BTreeMap;

use layout::{begins_preambular, is_enacting};

use super::lines::{Body, Gap, Line};
use super::markers::{begins_sentence, ends_clause, ends_complete, plain};
use super::masthead::is_meeting;
use super::notes::Note;
use super::words::Words;
use crate::{Paragraph, Passage, PassageKind, SourceKind};

/// Longest heading, in bytes.
const LONGEST_HEADING: usize = 160;

/// All passages in reading order; a footnote follows the passage that calls it.
pub(super) fn all(
    body: &Body<'_>,
    kind: SourceKind,
    numbered: Vec<Paragraph>,
    words: &Words,
) -> Vec<Passage> {
    let first = numbered
        .first()
        .map_or(usize::MAX, |paragraph| paragraph.span.start);
    let mut after_heading = false;
    let loose = loose(body, &numbered).into_iter().filter_map(|lines| {
        let (top, bottom) = (lines.first()?, lines.last()?);
        let span = top.span.start..bottom.span.end;
        let pieces: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
        let resolution = kind == SourceKind::Resolution;
        let heading = is_heading(&pieces);
        let preambular = resolution
            && (span.start < first || (after_heading && opens_preamble(pieces[0])))
            && (!heading || is_enacting(pieces[0]));
        // Each section of a long resolution has a preamble of its own.
        after_heading = heading || (after_heading && preambular);
        let kind = match (preambular, heading) {
            (true, _) => PassageKind::Preambular,
            (false, true) => PassageKind::Heading,
            (false, false) => PassageKind::Plain,
        };
        let words = words.line(&pieces);
        let words = words.trim_start_matches(['#', '>', ' ']);
        (!words.is_empty()).then(|| Passage {
            kind,
            label: None,
            words: words.into(),
            span,
            page: (top.page > 0).then_some(top.page),
        })
    });
    let mut passages: Vec<Passage> = loose.collect();
    passages.extend(numbered.into_iter().map(|paragraph| Passage {
        kind: PassageKind::Numbered,
        label: Some(paragraph.label),
        words: paragraph.words,
        span: paragraph.span,
        page: paragraph.page,
    }));
    passages.sort_by_key(|passage| passage.span.start);
    with_footnotes(passages, &body.notes, words)
}

/// `passages` with each note behind the passage that calls it, or at the end.
fn with_footnotes(passages: Vec<Passage>, notes: &[Note], words: &Words) -> Vec<Passage> {
    let mut behind: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
    for note in notes {
        let place = match note.called {
            Some(called) => passages.partition_point(|passage| passage.span.start <= called),
            None => passages.len(),
        };
        let pieces: Vec<&str> = note.pieces.iter().map(String::as_str).collect();
        let words = words.line(&pieces);
        if words.is_empty() {
            continue;
        }
        behind.entry(place.max(1)).or_default().push(Passage {
            kind: PassageKind::Footnote,
            label: Some(note.figure.as_str().into()),
            words: words.into(),
            span: note.span.clone(),
            page: (note.page > 0).then_some(note.page),
        });
    }
    let mut all = Vec::with_capacity(passages.len() + notes.len());
    for (at, passage) in passages.into_iter().enumerate() {
        all.push(passage);
        all.extend(behind.remove(&(at + 1)).unwrap_or_default());
    }
    all.extend(behind.into_values().flatten());
    all
}

/// The lines outside numbered paragraphs, cut into passages.
fn loose<'a, 'b>(body: &'b Body<'a>, numbered: &[Paragraph]) -> Vec<Vec<&'b Line<'a>>> {
    let mut passages: Vec<Vec<&Line<'_>>> = Vec::new();
    let mut next = 0;
    let mut open = false;
    let mut after_meeting = false;
    for (gap, line) in &body.lines {
        while numbered
            .get(next)
            .is_some_and(|paragraph| paragraph.span.end <= line.span.start)
        {
            next += 1;
        }
        let inside = numbered
            .get(next)
            .is_some_and(|paragraph| paragraph.span.start <= line.span.start);
        // The meeting and its date, with which a resolution closes, are no passage.
        let closing = is_meeting(&line.text) || after_meeting;
        after_meeting = is_meeting(&line.text);
        if inside || closing {
            open = false;
            continue;
        }
        match passages.last_mut().filter(|_| open) {
            Some(passage) if !begins(passage, *gap, line) => passage.push(line),
            _ => passages.push(vec![line]),
        }
        open = true;
    }
    passages
}

/// Whether `line` begins a passage of its own behind `passage`.
fn begins(passage: &[&Line<'_>], gap: Gap, line: &Line<'_>) -> bool {
    let last = passage.last().map_or("", |last| plain(&last.text));
    // A title with a colon may be broken there, and what follows may begin as a preambular paragraph does.
    let clause_over = ends_clause(last) && !last.ends_with(':');
    let row = |text: &str| text.starts_with('|');
    if row(&line.text) || row(last) {
        return !(row(&line.text) && row(last));
    }
    match gap {
        Gap::Blank => true,
        // A clause may go on behind its comma on the next page.
        Gap::Page => {
            line.text.starts_with('#')
                || (opens_preamble(&line.text) || is_numeral(&line.text)) && clause_over
                || ends_complete(last) && line.text.starts_with(begins_sentence)
        }
        Gap::None => line.text.starts_with('#') || (clause_over && opens_preamble(&line.text)),
    }
}

fn opens_preamble(text: &str) -> bool {
    begins_preambular(text.trim_start_matches(['*', '_']))
}

/// "IV": the number of a section by itself.
fn is_numeral(text: &str) -> bool {
    text.trim_end_matches('.')
        .bytes()
        .all(|letter| letter.is_ascii_uppercase())
}

fn is_heading(pieces: &[&str]) -> bool {
    let length: usize = pieces.iter().map(|piece| piece.len() + 1).sum();
    let marked = pieces.first().is_some_and(|piece| piece.starts_with('#'));
    let stopped = pieces
        .last()
        .is_some_and(|piece| ends_clause(piece) || piece.ends_with('\u{2026}'));
    let table = pieces.first().is_some_and(|piece| piece.starts_with('|'));
    marked || (!table && length <= LONGEST_HEADING && !stopped)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::{PassageKind, read};

    const RESOLUTION: &str = "A/RES/66/172\n\n66/172. Protection of migrants\n\nThe General Assembly,\n\
        Recalling its earlier resolutions, 1 and\nwelcoming them,\nAware of the need,\n\
        _______________\n1 Resolution 60/1.\nSee also there.\n\n2/4\n\nA/RES/66/172\n\n\
        I\n\nGeneral\n\n1. Decides to act:\n(a) At once;\n\n2. Also decides.\n\n89th plenary meeting\n19 December 2011\n";

    fn drawn(text: &str) -> Vec<(PassageKind, Option<String>, String)> {
        let document = read::whole(text, Path::new("a.txt")).expect("a document");
        for passage in &document.passages {
            assert!(text.get(passage.span.clone()).is_some(), "{passage:?}");
        }
        document
            .passages
            .into_iter()
            .map(|one| (one.kind, one.label.map(Into::into), one.words.into_string()))
            .collect()
    }

    #[test]
    fn a_resolution_has_preamble_headings_paragraphs_and_notes() {
        use PassageKind::{Footnote, Heading, Numbered, Preambular};
        let expected = [
            (
                Preambular,
                "",
                "Recalling its earlier resolutions, and welcoming them,",
            ),
            (Footnote, "1", "Resolution 60/1. See also there."),
            (Preambular, "", "Aware of the need,"),
            (Heading, "", "I"),
            (Heading, "", "General"),
            (Numbered, "1", "Decides to act:"),
            (Numbered, "1 (a)", "At once;"),
            (Numbered, "2", "Also decides."),
        ];
        let found = drawn(RESOLUTION);
        let found: Vec<(PassageKind, &str, &str)> = found
            .iter()
            .map(|(kind, label, words)| (*kind, label.as_deref().unwrap_or(""), words.as_str()))
            .filter(|(_, _, words)| *words != "The General Assembly,")
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn markdown_without_numbers_is_cut_at_empty_lines() {
        let text = "---\nsymbol: CMW/C/GC/2\ntitle: A comment\n---\n# A comment\n\nFirst words\ngo on.\n\n## Part\n\nMore words.\n";
        let found = drawn(text);
        let kinds: Vec<PassageKind> = found.iter().map(|one| one.0).collect();
        assert_eq!(
            kinds,
            [PassageKind::Plain, PassageKind::Heading, PassageKind::Plain]
        );
        assert_eq!(found[0].2, "First words go on.");
        assert_eq!(found[1].2, "Part");
    }

    #[test]
    fn a_title_that_is_broken_at_its_colon_stays_in_one_passage() {
        let text = "A/RES/66/172\n\n66/172. Land\n\nThe General Assembly,\nRecalling the event on the theme \u{201c}Her land:\n\
            Advancing equality\u{201d}, held in spring,\nNoting the need,\n\n1. Decides to act.\n";
        let found = drawn(text);
        let preamble: Vec<&str> = found
            .iter()
            .filter(|one| one.0 == PassageKind::Preambular)
            .map(|one| one.2.as_str())
            .collect();
        assert!(
            preamble
                .iter()
                .any(|words| words.starts_with("Recalling") && words.ends_with("spring,"))
        );
        assert!(preamble.contains(&"Noting the need,"));
    }

    #[test]
    fn nothing_is_in_two_passages() {
        for text in [
            include_str!("../../../../tests/sources/A_RES_67_172.txt"),
            include_str!("../../../../tests/sources/report.md"),
            RESOLUTION,
        ] {
            let document = read::whole(text, Path::new("a")).expect("a document");
            let body: Vec<_> = document
                .passages
                .iter()
                .filter(|one| one.kind != PassageKind::Footnote)
                .collect();
            for pair in body.windows(2) {
                assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
            }
        }
    }
}
