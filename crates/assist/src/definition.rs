//! Go to definition: from a reference to the words it points at in a file of the sources, from an acronym
//! to the place where the draft introduces it.

use std::ops::Range;
use std::path::PathBuf;

use resolve::{Reference, Resolved};
use sources::{Origin, ParagraphAnswer, Source, Sources};

use crate::under;

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
    let (short, origin_range) = match under::acronym(draft, offset) {
        Some(acronym) => acronym,
        None => pointed.map(|pointed| {
            let token = &pointed.reference.token;
            (under::words(draft, token).into_boxed_str(), token.clone())
        })?,
    };
    let introduced = under::introduction(draft, &short, offset)?;
    Some(Place {
        origin_range,
        path: None,
        range: introduced.full.start..introduced.short.end.max(introduced.full.end),
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
        let drawn = Drawn::plain(drawing);
        let found = definition(&drawn.resolved, &drawn.sources, drawn.cursor).map(|place| {
            let from = drawn.words(&place.origin_range);
            let to = match &place.path {
                Some(path) => format!("{} {:?}", path.display(), place.range),
                None => format!("“{}”", drawn.words(&place.range)),
            };
            format!("{from} -> {to}")
        });
        assert_eq!(found.unwrap_or_default(), expected);
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
