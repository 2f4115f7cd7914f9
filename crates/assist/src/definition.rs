//! Go to definition: from a reference to the words it points at in a file of the sources, from an acronym
//! to the place where the draft introduces it, from a footnote's mark to its text, and from "paragraph 12 above" to
//! that paragraph.

use std::ops::Range;
use std::path::PathBuf;

use resolve::{Reference, Resolved};
use sources::{Origin, ParagraphAnswer, Source, Sources};

use crate::occurrences::Note;
use crate::{terms, under};

/// Where a definition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What was pointed at, byte range in the draft.
    pub origin_range: Range<usize>,
    /// The file; `None` for the draft itself.
    pub path: Option<PathBuf>,
    /// Byte range in that file's text, or in the draft.
    pub range: Range<usize>,
}

/// The definition of what stands at `offset`.
///
/// A reference leads to its source's file, at the paragraph it points to, else at the start; a short form
/// whose source is no file, and an acronym, lead to where the draft introduces them.
pub fn definition(resolved: &Resolved, sources: &dyn Sources, offset: usize) -> Option<Place> {
    let draft = &resolved.draft;
    let offset = under::floor(draft, offset);
    if let Some(place) = note(resolved, offset) {
        return Some(place);
    }
    let pointed = under::reference(resolved, offset);
    if let Some(pointed) = &pointed
        && let Some((path, range)) = in_file(&pointed.reference, sources)
    {
        return Some(Place {
            origin_range: pointed.range.clone(),
            path: Some(path),
            range,
        });
    }
    let short_form = under::acronym(draft, offset)
        .or_else(|| {
            let token = &pointed?.reference.token;
            Some((under::words(draft, token).into_boxed_str(), token.clone()))
        })
        .or_else(|| terms::at(draft, offset));
    let Some((short, origin_range)) = short_form else {
        return referred_to(resolved, offset);
    };
    let introduced = under::introduction(draft, &short, offset)?;
    Some(Place {
        origin_range,
        path: None,
        range: introduced.full.start..introduced.short.end.max(introduced.full.end),
    })
}

/// The text of the footnote whose mark stands at `offset`.
fn note(resolved: &Resolved, offset: usize) -> Option<Place> {
    let note = Note::at(&resolved.draft, offset)?;
    Some(Place {
        origin_range: note.mark,
        path: None,
        range: note.text,
    })
}

/// The first place of the draft that the words at `offset` refer to.
fn referred_to(resolved: &Resolved, offset: usize) -> Option<Place> {
    let (origin_range, places) = under::referred_to(resolved, offset)?;
    Some(Place {
        origin_range,
        path: None,
        range: places.into_iter().next()?,
    })
}

fn in_file(reference: &Reference, sources: &dyn Sources) -> Option<(PathBuf, Range<usize>)> {
    let source = reference.source.as_deref()?;
    let Origin::File { path } = &source.origin else {
        return None;
    };
    let range = paragraph(reference, source, sources).unwrap_or(0..0);
    Some((path.clone(), range))
}

fn paragraph(
    reference: &Reference,
    source: &Source,
    sources: &dyn Sources,
) -> Option<Range<usize>> {
    let pinpoint = reference.pinpoint.as_ref()?;
    let answer = match &reference.paragraph {
        Some(answer) => answer.clone(),
        None => sources.paragraph(source, pinpoint),
    };
    match answer {
        ParagraphAnswer::Found(paragraphs) => paragraphs.first().map(|first| first.span.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &str) {
        assert_eq!(found(&Drawn::plain(drawing)), expected);
    }

    #[track_caller]
    fn check_markdown(drawing: &str, expected: &str) {
        assert_eq!(found(&Drawn::markdown(drawing)), expected);
    }

    fn found(drawn: &Drawn) -> String {
        let found = definition(&drawn.resolved, &drawn.sources, drawn.cursor).map(|place| {
            let from = drawn.words(&place.origin_range);
            let to = match &place.path {
                Some(path) => format!("{} {:?}", path.display(), place.range),
                None => format!("“{}”", drawn.words(&place.range)),
            };
            format!("{from} -> {to}")
        });
        found.unwrap_or_default()
    }

    #[test]
    fn a_reference_leads_to_its_paragraph_in_the_file() {
        check(
            r"
Paragraph 3 (a) of resolution 67/$0172
                              ^^^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^^^ paragraph 3 (a)
",
            "67/172 -> sources/A_RES_67_172.txt 119..160",
        );
        check(
            r"
Par$0agraph 3 of resolution 67/172
                            ^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^ paragraph 3
",
            "Paragraph 3 -> sources/A_RES_67_172.txt 100..119",
        );
    }

    #[test]
    fn without_a_paragraph_it_leads_to_the_start() {
        check(
            r"
Paragraph 16 of resolution 67/$0172
                           ^^^^^^^^ held A/RES/67/172
^^^^^^^^^^^^ paragraph 16
",
            "67/172 -> sources/A_RES_67_172.txt 0..0",
        );
    }

    #[test]
    fn without_a_file_it_leads_nowhere() {
        check(
            r"
Resolution 67/$0174
           ^^^^^^^^ held A/RES/67/174
",
            "",
        );
        check("Wor$0ds\n", "");
    }

    #[test]
    fn an_acronym_leads_to_its_introduction() {
        check(
            r"
The International Organization for Migration (IOM) met.

Then I$0OM reported.
",
            "IOM -> “International Organization for Migration (IOM”",
        );
    }

    #[test]
    fn a_footnote_leads_to_its_text() {
        let text = "One.[^$0a] Two.[^b]\n\n[^a]: The first note.\n\n[^b]: The second.\n";
        check_markdown(text, "[^a] -> “[^a]: The first note.”");
        let from_the_text = text.replace("$0", "").replace("[^b]:", "[^$0b]:");
        check_markdown(&from_the_text, "[^b] -> “[^b]: The second.”");
        check_markdown("One.[^$0c] Two.\n\n[^a]: A note.\n", "");
    }

    #[test]
    fn a_cross_reference_leads_to_its_place() {
        let text = "1. The first.\n\n2. The second.\n\n3. See paragraph 2 above, and 1.\n";
        check_markdown(
            &text.replace("paragraph 2", "para$0graph 2"),
            "paragraph 2 above -> “2. The second.”",
        );
        check_markdown(&text.replace("and 1", "a$0nd 1"), "");
        check_markdown("1. The first.\n\n2. See paragraph $07 above.\n", "");
    }

    #[test]
    fn a_short_form_without_a_file_leads_to_its_introduction() {
        check(
            r"
The Convention on the Reduction of Statelessness (CRS) holds.

Under the CR$0S, stateless persons hold rights.
          ^^^^^ held Convention on the Reduction of Statelessness
",
            "CRS -> “Convention on the Reduction of Statelessness (CRS”",
        );
    }
}
