//! What conferences adopt and report, by the name of the conference: "outcome document of the Durban Review
//! Conference", "Report of the World Summit for Social Development, … (United Nations publication, …), chap. I,
//! resolution 1".

use std::ops::Range;

use super::Family;
use super::conference_reports::resolutions_behind;
use super::titles::before::{modifiers, word_before};
use super::titles::complement::complement;
use crate::normalise::OTHER;
use crate::scan::instruments::citation;
use crate::scan::{cursor, pinpoints};
use crate::title_words::{self, Words};
use crate::{Citation, Form, Kind, Pinpoint, Unit, sentences};

/// Documents of conferences.
pub(super) struct Conferences;

/// How far behind the name of a conference its report says that it is a publication, in bytes.
const PUBLICATION: usize = 280;

/// The words by which a conference is known in its name.
pub(super) const CONFERENCES: [&str; 3] = ["Conference", "Summit", "World Assembly"];

impl Family for Conferences {
    fn anchors(&self) -> &'static [&'static str] {
        &CONFERENCES
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let name_start = modifiers(text, anchor.start).start;
        let Some(of) = before_article(text, name_start) else {
            return;
        };
        // Most conferences are named without a document of theirs before them.
        let number = number_before(text, of);
        let outcome = outcome(text, of);
        let report = word_before(text, of)
            .filter(|word| &text[word.clone()] == "Report")
            .map(|word| word.start);
        if number.is_none() && outcome.is_none() && report.is_none() {
            return;
        }
        let complement = complement(text, anchor.end);
        if name_start == anchor.start && complement.is_none() {
            return;
        }
        let name_end = complement.map_or(anchor.end, |complement| complement.end);
        if let Some((act, number)) = number {
            found.push(numbered(text, act, number, name_start..name_end));
            return;
        }
        let form = Form::Title { noun: anchor };
        if let Some(start) = outcome {
            if has_own_title(text, name_end) {
                return;
            }
            found.push(citation(text, start..name_end, Kind::Named, form));
            return;
        }
        let Some(start) = report else {
            return;
        };
        let Some((behind, is_publication)) = publication(text, name_end) else {
            return;
        };
        if !is_publication {
            // The report itself goes by its symbol.
            let place = pinpoints::after(text, behind);
            let end = place.map_or(behind, |place| place.span.end);
            found.extend(resolutions(text, end, name_start..name_end));
            return;
        }
        let mut report = citation(text, start..name_end, Kind::Named, form);
        let place = pinpoints::after(text, behind);
        let end = place.as_ref().map_or(behind, |place| place.span.end);
        report.pinpoint = within(volume(text, name_end..behind), place);
        report.phrase.end = end;
        found.push(report);
        found.extend(resolutions(text, end, name_start..name_end));
    }
}

/// Where "of" begins in "of the" before the name at `at`.
fn before_article(text: &str, at: usize) -> Option<usize> {
    let the = word_before(text, at).filter(|word| &text[word.clone()] == "the")?;
    let of = word_before(text, the.start).filter(|word| &text[word.clone()] == "of")?;
    Some(of.start)
}

/// What a conference adopts in small letters: the noun, and what may stand before it.
static DECLARED: Words = Words::new(|| title_words::of_role("declared"));

/// Where "outcome document" or "political declaration" begins that ends before `at`.
fn outcome(text: &str, at: usize) -> Option<usize> {
    let document = word_before(text, at)?;
    let first = word_before(text, document.start)?;
    let is = |word: &Range<usize>, wanted: &[&str]| {
        wanted
            .iter()
            .any(|one| text[word.clone()].eq_ignore_ascii_case(one))
    };
    let adopted = is(&document, &["document"]) && is(&first, &["outcome", "final"])
        || is(&document, &["declaration"]) && is(&first, &DECLARED);
    adopted.then_some(first.start)
}

/// The "1" of "decision 1" that ends before `at`, behind where its noun begins.
fn number_before(text: &str, at: usize) -> Option<(usize, Range<usize>)> {
    let number = word_before(text, at)?;
    let figures = text[number.clone()]
        .bytes()
        .all(|byte| byte.is_ascii_digit());
    let act = word_before(text, number.start)?;
    let is_act = ["resolution", "decision"]
        .iter()
        .any(|act_word| text[act.clone()].eq_ignore_ascii_case(act_word));
    (figures && number.len() <= 2 && is_act).then_some((act.start, number))
}

/// The volume of a report, which stands in `range` behind its title: ", vol. I, Resolutions Adopted by the Conference".
fn volume(text: &str, range: Range<usize>) -> Option<Pinpoint> {
    let commas = text[range.clone()].match_indices(',');
    commas
        .filter_map(|(comma, _)| pinpoints::after(text, range.start + comma))
        .find(|place| place.steps[0].unit == Unit::Volume)
}

/// The place `inner` inside the volume `outer`.
fn within(outer: Option<Pinpoint>, inner: Option<Pinpoint>) -> Option<Pinpoint> {
    let (Some(mut outer), Some(inner)) = (outer.clone(), inner.clone()) else {
        return outer.or(inner);
    };
    outer.steps.truncate(1);
    outer.steps.extend(inner.steps);
    outer.beside = inner.beside;
    outer.span.end = inner.span.end;
    Some(outer)
}

/// Whether the outcome of the conference whose name ends at `at` is named by its title, which follows, or behind
/// the page that ends here.
fn has_own_title(text: &str, at: usize) -> bool {
    let noted = cursor::skip_note(text, at);
    let Some(comma) = cursor::word(text, noted, ",") else {
        return text[noted..].trim().is_empty();
    };
    // ", held in Rio de Janeiro, Brazil, in June 2012, entitled".
    let limit = sentences::end(text, comma, text.len().min(comma + HELD));
    let clause = text.get(comma..limit).unwrap_or("");
    let is_mark = |&(at, mark): &(usize, char)| {
        // The same sign between letters is an apostrophe: "Côte d’Ivoire".
        let in_word = clause[at + mark.len_utf8()..].starts_with(|c: char| c.is_alphabetic());
        let in_word = in_word && clause[..at].ends_with(|c: char| c.is_alphabetic());
        matches!(mark, ';' | '"') || mark == OTHER && !in_word
    };
    let end = clause.char_indices().find(is_mark);
    let clause = &clause[..end.map_or(clause.len(), |(at, _)| at)];
    let titled = clause.trim_end();
    titled.ends_with(", entitled") || titled.trim_start() == "entitled"
}

/// How far behind the name of a conference the title of its outcome may begin, in bytes.
const HELD: usize = 160;

/// The offset behind "(United Nations publication, Sales No. E.96.IV.8)" or "(A/CONF.171/13 and Add.1)", which follows
/// `at`, and behind a further parenthesis; and whether one of them says that it is a publication.
fn publication(text: &str, at: usize) -> Option<(usize, bool)> {
    let limit = sentences::end(text, at, text.len().min(at + PUBLICATION));
    let open = at + text.get(at..limit)?.find('(')?;
    let (behind, is_publication) = published(text, open)?;
    let next = cursor::skip_space(text, behind);
    Some(match published(text, next) {
        Some((end, further)) => (end, is_publication || further),
        None => (behind, is_publication),
    })
}

/// The offset behind the parenthesis at `open` that says where a report is printed, and whether in a publication.
fn published(text: &str, open: usize) -> Option<(usize, bool)> {
    let first = cursor::word(text, open, "(")?;
    let mut next = first;
    let words = ["United", "Nations", "publication"];
    let is_publication = words.iter().all(|word| {
        let behind = cursor::word(text, cursor::skip_space(text, next), word);
        next = behind.unwrap_or(next);
        behind.is_some()
    });
    if !is_publication && !text[first..].starts_with("A/CONF.") {
        return None;
    }
    // A document has its volumes in parentheses of their own.
    let mut depth = 1;
    let close = text.as_bytes()[first..]
        .iter()
        .take(PUBLICATION)
        .position(|byte| {
            depth += i32::from(*byte == b'(') - i32::from(*byte == b')');
            depth == 0
        })?;
    Some((first + close + 1, is_publication))
}

/// ", resolution 1, annex I" behind the report of the conference whose name stands at `name`.
fn resolutions(text: &str, at: usize, name: Range<usize>) -> Vec<Citation> {
    let at = behind_volume(text, at);
    resolutions_behind(text, at, |_| Form::OfConference { name: name.clone() })
}

/// The offset behind ": Resolutions Adopted by the Conference", the title of the volume that ends at `at`.
fn behind_volume(text: &str, at: usize) -> usize {
    const TITLE: [&str; 5] = ["Resolutions", "Adopted", "by", "the", "Conference"];
    let Some(mut next) = cursor::any_word(text, at, &[":", ","]) else {
        return at;
    };
    for word in TITLE {
        let start = cursor::skip_space(text, next);
        let Some(end) = cursor::any_word(text, start, &[word, &word.to_ascii_lowercase()]) else {
            return at;
        };
        next = end;
    }
    next
}

/// What the conference whose name stands at `name` adopted as the number at `token`, whose "resolution" begins at `act`.
fn numbered(text: &str, act: usize, token: Range<usize>, name: Range<usize>) -> Citation {
    let pinpoint = pinpoints::after(text, token.end);
    let phrase = act..pinpoint.as_ref().map_or(token.end, |place| place.span.end);
    Citation {
        token,
        phrase,
        kind: Kind::Number,
        form: Form::OfConference { name },
        pinpoint,
        date: None,
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use crate::{Form, Lexicon, scan};

    /// Titles and numbers, each with its paragraph reference.
    fn read(text: &str) -> Vec<String> {
        scan(text, &Lexicon::default())
            .into_iter()
            .filter_map(|citation| {
                let one_line = |range: Range<usize>| {
                    let words: Vec<&str> = text[range].split_whitespace().collect();
                    words.join(" ")
                };
                let place = citation.pinpoint.map(|place| format!(" [{place}]"));
                let meaning = match citation.form {
                    Form::Title { .. } => one_line(citation.token),
                    Form::OfConference { name } => {
                        format!("{}: {}", one_line(name), one_line(citation.token))
                    }
                    Form::Whole(referent) => referent.to_string(),
                    _ => return None,
                };
                Some(format!("{meaning}{}", place.unwrap_or_default()))
            })
            .filter(|line| !line.starts_with("Sales"))
            .collect()
    }

    #[test]
    fn what_a_conference_adopts_is_known_by_its_number() {
        for (text, wanted) in [
            (
                "established in decision 1 of the Fifth Review Conference of the States Parties, to",
                "Fifth Review Conference of the States Parties: 1",
            ),
            (
                "in line with resolution\n2 of the Lomé Ministerial Conference, the",
                "Lomé Ministerial Conference: 2",
            ),
        ] {
            assert_eq!(read(text), [wanted], "{text}");
        }
        for text in [
            "by decision 1 of the Conference",
            "in resolution 67/172 of the Fifth Review Conference",
            "in paragraph 1 of the Fifth Review Conference",
        ] {
            assert!(
                !read(text).iter().any(|one| one.contains("Conference: ")),
                "{text}"
            );
        }
    }

    #[test]
    fn an_outcome_with_a_title_of_its_own_is_named_by_that_alone() {
        for text in [
            "the outcome document of the Lomé World Conference, entitled “Our rivers, our life”",
            "the outcome document of the Lomé World Conference, held in Lomé, Togo, in June 2012, entitled “Our rivers, our life”",
        ] {
            assert_eq!(read(text), ["Our rivers, our life"], "{text}");
        }
        assert_eq!(
            read(
                "the political declaration of the Lomé World Conference, held in Lomé in June 2012, and the report"
            )[0],
            "political declaration of the Lomé World Conference"
        );
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
                "Report of the United Nations Conference on Environment and Development [vol. I]",
                "United Nations Conference on Environment and Development: 1 [annex II]",
            ]
        );
        assert_eq!(
            read(
                "Report of the International Conference on Quiet Rivers, Cairo, 5-13 September 1994 (A/CONF.171/13 and \
                 Add.1), chap. I, resolution 1, annex."
            ),
            [
                "A/CONF.171/13",
                "A/CONF.171/13/Add.1 [chap. I]",
                "International Conference on Quiet Rivers: 1 [annex]",
            ]
        );
    }
}
