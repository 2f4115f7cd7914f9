//! Resolutions in the reports of conferences that go by their symbol: "A/CONF.203/18, chap. I, resolution 1".
//!
//! Behind the name of a conference they are read with it; here the symbol alone says whose they are.

use std::ops::Range;

use super::Family;
use crate::scan::{cursor, pinpoints};
use crate::symbol::read::{self, Case};
use crate::table::rows;
use crate::{Citation, Form, Kind, Referent};

/// Resolutions in reports that go by their symbol.
pub(super) struct ConferenceReports;

/// How far before the symbol the name of the conference makes the report its own, in bytes.
const NAMED: usize = 280;

impl Family for ConferenceReports {
    fn anchors(&self) -> &'static [&'static str] {
        &["A/CONF.", "E/CONF."]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let start = cursor::sentence_start(text, anchor.start, NAMED);
        if text[start..anchor.start].contains("Report of") {
            return;
        }
        found.extend(resolution(text, anchor.start));
    }
}

/// The resolution behind the report whose symbol stands at `at`.
fn resolution(text: &str, at: usize) -> Option<Citation> {
    let (report, length) = read::at_start(&text[at..], Case::Capitals)?;
    let conference = conference(report.canonical())?;
    let mut end = at + length;
    if let Some(behind) = cursor::word(text, end, ")") {
        end = behind;
    }
    if let Some(place) = pinpoints::after(text, end) {
        end = place.span.end;
    }
    let comma = cursor::word(text, end, ",")?;
    let word = cursor::any_word(
        text,
        cursor::skip_space(text, comma),
        &["resolution", "decision"],
    )?;
    let start = cursor::skip_space(text, word);
    let digits = cursor::digits(text, start);
    let token = start..start + digits.len();
    let goes_on = text[token.end..].starts_with(['/', '(']) || text[token.end..].starts_with(" (");
    if !(1..=2).contains(&digits.len()) || goes_on {
        return None;
    }
    let pinpoint = pinpoints::after(text, token.end);
    let behind = pinpoint.as_ref().map_or(token.end, |place| place.span.end);
    let meaning = format!("{conference}: {digits}");
    Some(Citation {
        phrase: token.start..behind,
        token,
        kind: Kind::Number,
        form: Form::Whole(Referent::Other(meaning.into())),
        pinpoint,
        date: None,
    })
}

/// The conference whose report has this symbol.
fn conference(report: &str) -> Option<&'static str> {
    rows::<2>(include_str!("../../data/conferences.tsv"))
        .find(|[symbol, _]| {
            report
                .strip_prefix(symbol)
                .is_some_and(|rest| rest.starts_with('/'))
        })
        .map(|[_, name]| name)
}

#[cfg(test)]
mod tests {
    use crate::families::test::read;

    #[test]
    fn the_symbol_says_whose_resolution_it_is() {
        for (text, wanted) in [
            (
                "See A/CONF.203/18, chap. I, resolution 1.",
                "1 = Eleventh United Nations Congress on Crime Prevention and Criminal Justice: 1",
            ),
            (
                "adopted at Rio (A/CONF.151/26 (Vol. I)), resolution 1, annex II",
                "1 = United Nations Conference on Environment and Development: 1 [annex II]",
            ),
            (
                "(A/CONF.234/16, chap. I,\nresolution 1)",
                "1 = Fourteenth United Nations Congress on Crime Prevention and Criminal Justice: 1",
            ),
        ] {
            let found = read(text);
            assert_eq!(
                found.last().map(String::as_str),
                Some(wanted),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn other_words_behind_a_symbol_are_none() {
        for text in [
            "See A/CONF.203/18, chap. I, and resolution 1.",
            "See A/CONF.999/18, chap. I, resolution 1.",
            "See A/CONF.203/18, chap. I, resolution 61/1.",
        ] {
            assert!(
                !read(text).iter().any(|one| one.starts_with("1 = ")),
                "{text}"
            );
        }
    }
}
