//! What conferences adopt and report, by the name of the conference: "outcome document of the Durban Review
//! Conference", "Report of the World Summit for Social Development, … (United Nations publication, …), chap. I,
//! resolution 1".

use std::ops::Range;

use super::Family;
use super::titles::before::{modifiers, word_before};
use super::titles::complement::complement;
use crate::scan::instruments::citation;
use crate::scan::{cursor, pinpoints};
use crate::{Citation, Form, Kind, Referent};

/// Documents of conferences.
pub(super) struct Conferences;

/// How far behind the name of a conference its report says that it is a publication, in bytes.
const PUBLICATION: usize = 280;

/// How far behind that the resolution stands, in bytes.
const RESOLUTION: usize = 160;

impl Family for Conferences {
    fn anchors(&self) -> &'static [&'static str] {
        &["Conference", "Summit", "World Assembly"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let name_start = modifiers(text, anchor.start).start;
        let Some(of) = before_article(text, name_start) else {
            return;
        };
        let complement = complement(text, anchor.end);
        if name_start == anchor.start && complement.is_none() {
            return;
        }
        let name_end = complement.map_or(anchor.end, |complement| complement.end);
        let form = Form::Title { noun: anchor };
        if let Some(start) = outcome(text, of) {
            if has_own_title(text, name_end) {
                return;
            }
            found.push(citation(text, start..name_end, Kind::Named, form));
            return;
        }
        let Some(start) = word_before(text, of)
            .filter(|word| &text[word.clone()] == "Report")
            .map(|word| word.start)
        else {
            return;
        };
        let Some(behind) = publication(text, name_end) else {
            return;
        };
        let mut report = citation(text, start..name_end, Kind::Named, form);
        report.pinpoint = pinpoints::after(text, behind);
        let end = report
            .pinpoint
            .as_ref()
            .map_or(behind, |place| place.span.end);
        report.phrase.end = end;
        found.push(report);
        found.extend(resolution(text, end, &text[name_start..name_end]));
    }
}

/// Where "of" begins in "of the" before the name at `at`.
fn before_article(text: &str, at: usize) -> Option<usize> {
    let the = word_before(text, at).filter(|word| &text[word.clone()] == "the")?;
    let of = word_before(text, the.start).filter(|word| &text[word.clone()] == "of")?;
    Some(of.start)
}

/// Where "outcome document" begins that ends before `at`.
fn outcome(text: &str, at: usize) -> Option<usize> {
    let document = word_before(text, at)?;
    let first = word_before(text, document.start)?;
    let is = |word: &Range<usize>, wanted: &[&str]| {
        wanted
            .iter()
            .any(|one| text[word.clone()].eq_ignore_ascii_case(one))
    };
    (is(&document, &["document"]) && is(&first, &["outcome", "final"])).then_some(first.start)
}

/// Whether the outcome of the conference whose name ends at `at` is named by its title, which follows, or behind
/// the page that ends here.
fn has_own_title(text: &str, at: usize) -> bool {
    let noted = cursor::skip_note(text, at);
    let Some(comma) = cursor::word(text, noted, ",") else {
        return text[noted..].trim().is_empty();
    };
    cursor::word(text, cursor::skip_space(text, comma), "entitled").is_some()
}

/// The offset behind "(United Nations publication, Sales No. E.96.IV.8)", which follows `at`.
fn publication(text: &str, at: usize) -> Option<usize> {
    let limit = cursor::sentence_end(text, at, text.len().min(at + PUBLICATION));
    let open = at + text.get(at..limit)?.find('(')?;
    let mut next = open + 1;
    for word in ["United", "Nations", "publication"] {
        next = cursor::word(text, cursor::skip_space(text, next), word)?;
    }
    let close = text[next..]
        .find(')')
        .filter(|length| *length < PUBLICATION)?;
    Some(next + close + 1)
}

/// ", resolution 1, annex I" behind the report of the conference called `name`.
fn resolution(text: &str, at: usize, name: &str) -> Option<Citation> {
    let limit = text.len().min(at + RESOLUTION);
    let comma = cursor::word(text, at, ",")?;
    let word = cursor::any_word(
        text,
        cursor::skip_space(text, comma),
        &["resolution", "decision"],
    )?;
    let start = cursor::skip_space(text, word);
    let digits = cursor::digits(text, start);
    let end = start + digits.len();
    if !(1..=2).contains(&digits.len()) || end > limit {
        return None;
    }
    let name: Vec<&str> = name.split_whitespace().collect();
    let referent = Referent::Other(format!("{}: {digits}", name.join(" ")).into());
    let pinpoint = pinpoints::after(text, end);
    let phrase = start..pinpoint.as_ref().map_or(end, |place| place.span.end);
    Some(Citation {
        token: start..end,
        phrase,
        kind: Kind::Number,
        form: Form::Whole(referent),
        pinpoint,
        date: None,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Form, Lexicon, scan};

    /// Titles and numbers, each with its paragraph reference.
    fn read(text: &str) -> Vec<String> {
        scan(text, &Lexicon::default())
            .into_iter()
            .filter_map(|citation| {
                let words: Vec<&str> = text[citation.token].split_whitespace().collect();
                let place = citation.pinpoint.map(|place| format!(" [{place}]"));
                let meaning = match citation.form {
                    Form::Title { .. } => words.join(" "),
                    Form::Whole(referent) => referent.to_string(),
                    _ => return None,
                };
                Some(format!("{meaning}{}", place.unwrap_or_default()))
            })
            .filter(|line| !line.starts_with("Sales"))
            .collect()
    }

    #[test]
    fn outcome_documents_are_named_by_their_conference() {
        for title in [
            "outcome document of the Durban Review Conference",
            "outcome document of the United Nations Conference on Sustainable Development",
            "outcome document of the World Conference on Indigenous Peoples",
            "final document of the Sixth Review Conference",
            "Outcome document of the World Summit on the Information Society",
        ] {
            assert_eq!(read(&format!("recalling the {title}, in which")), [title]);
            let broken = title.replace(' ', "\n");
            assert_eq!(read(&format!("in the {broken} of 24 April")), [title]);
        }
        for text in [
            "the outcome document of the conference",
            "the outcome of the World Conference on Women",
            "preparations for the Durban Review Conference",
            "the report of the World Conference on Women",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn reports_of_conferences_have_resolutions() {
        assert_eq!(
            read(
                "Report of the World Summit for Social Development, Copenhagen, 6-12 March 1995 (United\n\
                 Nations publication, Sales No. E.96.IV.8), chap. I, resolution 1, annex I."
            ),
            [
                "Report of the World Summit for Social Development [chap. I]",
                "World Summit for Social Development: 1 [annex I]",
            ]
        );
        assert_eq!(
            read(
                "Report of the United Nations Conference on Environment and Development, Rio de Janeiro, 3-14 June \
                 1992, vol. I, Resolutions Adopted by the Conference (United Nations publication, Sales No. E.93.I.8 \
                 and corrigendum), resolution 1, annex II."
            ),
            [
                "Report of the United Nations Conference on Environment and Development",
                "United Nations Conference on Environment and Development: 1 [annex II]",
            ]
        );
    }
}
