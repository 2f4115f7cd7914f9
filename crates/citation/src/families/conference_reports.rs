//! Resolutions in the reports of conferences that go by their symbol: "A/CONF.203/18, chap. I, resolution 1".
//!
//! Behind the name of a conference they are read with it; here the symbol alone says whose they are.

use std::ops::Range;

use super::Family;
use super::conferences::CONFERENCES;
use crate::scan::{bodies, cursor, dates, last_components, pinpoints};
use crate::symbol::read::{self, Case};
use crate::table::rows;
use crate::{Citation, Form, Kind, Referent, sentences};

/// Resolutions in reports that go by their symbol.
pub(super) struct ConferenceReports;

/// How far before the symbol the name of the conference makes the report its own, in bytes.
const NAMED: usize = 280;

impl Family for ConferenceReports {
    fn anchors(&self) -> &'static [&'static str] {
        &["A/CONF.", "E/CONF."]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let start = sentences::start(text, anchor.start, NAMED);
        if names_conference(&text[start..anchor.start]) {
            return;
        }
        found.extend(resolutions(text, anchor.start));
    }
}

/// The resolutions behind the report whose symbol stands at `at`.
fn resolutions(text: &str, at: usize) -> Vec<Citation> {
    let Some((report, length)) = read::at_start(&text[at..], Case::Capitals) else {
        return Vec::new();
    };
    let Some(conference) = conference(report.canonical()) else {
        return Vec::new();
    };
    let mut end = at + length;
    // "A/CONF.206/6 and Corr.1, chap. I".
    if let Some((corrigendum, _)) = last_components::behind(text, end, &report).last() {
        end = corrigendum.end;
    }
    if let Some(behind) = cursor::word(text, end, ")") {
        end = behind;
    }
    if let Some(place) = pinpoints::after(text, end) {
        end = place.span.end;
    }
    let meaning =
        |digits: &str| Form::Whole(Referent::Other(format!("{conference}: {digits}").into()));
    resolutions_behind(text, end, |token| meaning(&text[token]))
}

/// Whether the last report that the sentence names `before` its symbol is a conference's, which is read by that name.
fn names_conference(before: &str) -> bool {
    let Some(report) = before.rfind("Report of") else {
        return false;
    };
    let named = &before[report..];
    !named.contains(';') && CONFERENCES.iter().any(|noun| named.contains(noun))
}

/// ", resolution 1, annex I" behind the report of a conference, which ends at `at`; `form` says what the number means.
/// The number of another body is none: "resolution 12 of the General Assembly", "resolution 61/1".
pub(super) fn resolutions_behind(
    text: &str,
    at: usize,
    form: impl Fn(Range<usize>) -> Form,
) -> Vec<Citation> {
    let mut found = Vec::new();
    let word = cursor::word(text, at, ",").and_then(|comma| {
        let noun = cursor::skip_space(text, comma);
        let one = cursor::any_word(text, noun, &["resolution", "res.", "decision"]);
        let several = || cursor::any_word(text, noun, &["resolutions", "decisions"]);
        one.map(|end| (noun, end, false))
            .or_else(|| several().map(|end| (noun, end, true)))
    });
    let Some((noun, mut next, several)) = word else {
        return found;
    };
    while let Some(mut one) = numbered(text, cursor::skip_space(text, next), &form) {
        let end = one.phrase.end;
        // A number without its noun says nothing to who reads it apart.
        if found.is_empty() {
            one.phrase.start = noun;
        }
        found.push(one);
        match cursor::joint(text, end, &[","], &["and"]).filter(|_| several) {
            Some(behind) => next = behind,
            None => return found,
        }
        let number = cursor::skip_space(text, next);
        let end = number + cursor::digits(text, number).len();
        if is_anothers(text, end) {
            // Whose the last number is, theirs are those before it.
            return Vec::new();
        }
        if counts(text, end) {
            return found;
        }
    }
    found
}

/// Whether another body owns the number that ends at `end`, dated or not.
fn is_anothers(text: &str, end: usize) -> bool {
    let dated = dates::after(text, end).map_or(end, |(_, end)| end);
    [end, dated]
        .iter()
        .any(|end| bodies::author_behind(text, *end).is_some())
}

/// Whether a word follows that the number which ends at `end` may count: "7 members".
fn counts(text: &str, end: usize) -> bool {
    const GOES_ON: [&str; 18] = [
        "adopted",
        "and",
        "annex",
        "annexes",
        "are",
        "as",
        "at",
        "by",
        "concerning",
        "in",
        "of",
        "on",
        "or",
        "para.",
        "paras.",
        "to",
        "were",
        "which",
    ];
    let next = cursor::skip_space(text, end);
    let is_word = text[next..].starts_with(|c: char| c.is_ascii_alphabetic());
    is_word && cursor::any_word(text, next, &GOES_ON).is_none()
}

/// The resolution whose number stands at `start`.
fn numbered(text: &str, start: usize, form: impl Fn(Range<usize>) -> Form) -> Option<Citation> {
    let digits = cursor::digits(text, start);
    let token = start..start + digits.len();
    let date = dates::after(text, token.end);
    let dated = date.as_ref().map_or(token.end, |(_, end)| *end);
    let behind = &text[token.end..];
    let goes_on = behind.starts_with(['/', '(']) || behind.starts_with(" (") && date.is_none();
    if !(1..=2).contains(&digits.len()) || goes_on || is_anothers(text, token.end) {
        return None;
    }
    let pinpoint = pinpoints::after(text, dated);
    let behind = pinpoint.as_ref().map_or(dated, |place| place.span.end);
    Some(Citation {
        phrase: token.start..behind,
        form: form(token.clone()),
        token,
        kind: Kind::Number,
        pinpoint,
        date: date.map(|(date, _)| date),
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
    use crate::{Lexicon, scan};

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
            (
                "see Report of the Secretary-General (A/65/81); A/CONF.234/16, chap. I, resolution 1",
                "1 = Fourteenth United Nations Congress on Crime Prevention and Criminal Justice: 1",
            ),
            (
                "(A/CONF.206/6 and Corr.1, chap. I, resolution 2)",
                "2 = World Conference on Disaster Reduction: 2",
            ),
            (
                "A/CONF.206/6, chap. I, resolutions 1 and 2",
                "2 = World Conference on Disaster Reduction: 2",
            ),
            (
                "see Report of the Expert Group; A/CONF.203/18, chap. I, resolution 2 of the Congress",
                "2 = Eleventh United Nations Congress on Crime Prevention and Criminal Justice: 2",
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
            "See A/CONF.234/16, chap. I, resolution 1 (XX).",
        ] {
            assert!(
                !read(text).iter().any(|one| one.starts_with("1 = ")),
                "{text}"
            );
        }
    }

    #[test]
    fn a_resolution_that_says_whose_it_is_is_not_the_conferences() {
        for text in [
            "A/CONF.234/16, chap. I, resolution 12 of the General Assembly",
            "(A/CONF.206/6 and Corr.1, chap. I, resolutions 1 and 2 of the General Assembly)",
            "A/CONF.234/16, chap. I, resolution 12 of 20 December 1970 of the Economic and Social Council",
            "Report of the International Conference on Quiet Rivers (A/CONF.171/13), chap. I, resolution 12 of the \
             Security Council",
            "Report of the International Conference on Quiet Rivers (A/CONF.171/13), chap. I, resolution 61/1",
        ] {
            let found = read(text);
            let is_conferences =
                |one: &String| one.contains("Congress") || one.contains("OfConference");
            assert!(!found.iter().any(is_conferences), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_a_number_counts_is_not_in_the_list() {
        let found = read("A/CONF.206/6, decisions 5, 6 and 7 members");
        assert!(
            !found.iter().any(|one| one.starts_with("7 = ")),
            "{found:?}"
        );
        assert!(found.iter().any(|one| one.starts_with("6 = ")), "{found:?}");
    }

    #[test]
    fn its_date_is_read_with_it() {
        for (text, annexed) in [
            (
                "See A/CONF.216/16, chap. I, resolution 1 of 22 June 2012, annex.",
                true,
            ),
            (
                "See A/CONF.203/18, chap. I, resolution 1 of 22 June 2012.",
                false,
            ),
        ] {
            let found = scan(text, &Lexicon::default());
            let last = found
                .last()
                .map(|one| (one.date.is_some(), one.pinpoint.is_some()));
            assert_eq!(last, Some((true, annexed)), "{text}");
        }
    }
}
