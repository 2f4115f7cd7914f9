//! Paragraph references beside a citation: "paragraph 15 of …", "…, annex I, paras. 3-5".

mod before;
mod clause;
mod counted;
mod described;
mod further;
mod labels;
mod owner;
mod several;
mod stated;
mod steps;
mod unworded;

use std::ops::Range;

use super::cursor;
use crate::{Pinpoint, Unit, normalise, sentences};
pub(crate) use before::before;
use before::{begins_with_acronym, begins_with_title, has_articles};
pub(crate) use clause::behind_clause;
pub(in crate::scan) use described::described;
pub(crate) use further::{alone, behind_subject, behind_title, pointing_back, thereof};
pub use owner::is_subject_of_text;
pub(crate) use stated::{behind as stated, is_subject};
use steps::{is_code_at, may_be_annex, step, steps};
pub(crate) use unworded::{paired, place_alone};

/// A mark of quotation, as the folded text has it.
const OTHER: u8 = normalise::OTHER as u8;

/// How far from a citation its paragraph reference may begin or end, in bytes.
const REACH: usize = 200;

/// The paragraph reference attached to the citation at `token`, behind it or before `phrase_start`,
/// where the words of the citation begin.
pub(crate) fn around(text: &str, token: &Range<usize>, phrase_start: usize) -> Option<Pinpoint> {
    after(text, token.end)
        .and_then(|place| unless_inside(text, place, phrase_start))
        .or_else(|| before(text, phrase_start))
        .or_else(|| stated(text, token.end, phrase_start))
}

/// `place`, which stands behind a citation, unless it is a letter inside the paragraph that stands before `phrase_start`:
/// "paragraph 8 (a) of resolution 1718 (2006), in particular subparagraph (iii)".
pub(crate) fn unless_inside(text: &str, place: Pinpoint, phrase_start: usize) -> Option<Pinpoint> {
    let is_inside = place.is_letter() && before(text, phrase_start).is_some();
    (!is_inside).then_some(place)
}

/// The paragraph reference that follows `at`, behind a comma or in parentheses.
pub(crate) fn after(text: &str, at: usize) -> Option<Pinpoint> {
    let cited_end = at;
    // The symbol may stand in parentheses of its own: "(A/68/10), para. 183".
    let closed = at + usize::from(text[at..].starts_with([')', ']']));
    let mut at = behind_year(text, cursor::skip_space(text, closed));
    let opened = match text.as_bytes().get(at) {
        Some(b',') => {
            at = cursor::skip_note(text, at + 1);
            // "UN Doc. A/RES/60/1, at paras 138-139", as lawyers write it.
            let next = cursor::skip_space(text, at);
            let behind = cursor::word(text, next, "at").map(|end| cursor::skip_space(text, end));
            if let Some(page) = behind.and_then(|at| unworded::page(text, at)) {
                return Some(page);
            }
            at = behind
                .filter(|at| begins_paragraph(text, *at))
                .unwrap_or_else(|| behind_supra(text, at));
            if closed == cited_end && text[next..].starts_with("whose") {
                return steps(text, cursor::skip_space(text, next + "whose".len()));
            }
            false
        }
        // "the Paris Agreement's article 6".
        Some(mark) if matches!(*mark, b'\'' | OTHER) => {
            at = cursor::possessive(text, at)?;
            false
        }
        // "UNSCR 2719 (2023) - OP 4".
        Some(b'-') if is_code_at(text, cursor::skip_space(text, at + 1)) => {
            at += 1;
            false
        }
        Some(b'(') => {
            at += 1;
            true
        }
        // "ICCPR art. 9", "UN Charter Article 51", as lawyers write it.
        Some(b'a' | b'A')
            if text[at + 1..].starts_with(['r', 'R'])
                && cursor::any_word(text, at, &LAWYERS).is_some() =>
        {
            false
        }
        // "GCM Objective 8 (saving lives)", "UNGPs Principle 17".
        Some(b'G' | b'O'..=b'T') if at > closed && is_in_capitals(text, cited_end, at) => false,
        // "A/RES/79/169 OP12", "CRC/C/GC/6 § 23".
        Some(_) if is_code_at(text, at) => false,
        // "CMW/C/GC/2 at paras 49-53".
        Some(b'a' | b'p' | b'A') => {
            // "MARPOL Annex VI": other words in capitals begin something else.
            if text[at..].starts_with('A') && !text[at..].starts_with("Annex ") {
                return None;
            }
            at = cursor::word(text, at, "at").map_or(at, |end| cursor::skip_space(text, end));
            (begins_paragraph(text, at) || begins_outer_place(text, at)).then_some(())?;
            false
        }
        _ => return None,
    };
    let at = cursor::skip_space(text, at);
    // In a list of numbers a figure follows, and every reference begins with a word.
    if !text.as_bytes().get(at)?.is_ascii_alphabetic() && !is_code_at(text, at) {
        return None;
    }
    let places = introduced(text, at);
    let is_apart = places > at;
    let at = places;
    if let Some(annex) = annex_to_which(text, at) {
        return Some(annex);
    }
    let mut pinpoint = steps(text, at)?;
    // "A/73/12 (Part I)" is a document of its own, and "the fifteenth meeting (Part II)" what comes before the name.
    let is_numbered = text[..cited_end].ends_with(|c: char| c.is_ascii_digit());
    let is_whole = is_numbered || pinpoint.steps.len() == 1;
    if opened && is_whole && pinpoint.steps[0].unit == Unit::Part {
        return None;
    }
    let behind = cursor::skip_space(text, pinpoint.span.end);
    // "the resolution, target 16.4 of which concerns assets": an agenda's, that the resolution adopted.
    let is_agendas = matches!(
        pinpoint.steps[0].unit,
        Unit::Goal | Unit::Target | Unit::Action
    );
    let pointing: &[&str] = if is_agendas {
        &["thereof", "thereto"]
    } else {
        &["thereof", "thereto", "of which"]
    };
    if let Some(end) = cursor::any_word(text, behind, pointing) {
        pinpoint.span.end = end;
        // "the report submitted pursuant to resolution 67/172, including paragraph 45 thereof" may mean either.
        let is_either = is_apart && owner::asks_for_writing(text, cited_end);
        return (!is_either).then_some(pinpoint);
    }
    // "resolution 67/172, including paragraph 3 of the resolution".
    if let Some(end) = cursor::any_word(text, behind, &OF_IT) {
        let next = cursor::skip_space(text, end);
        if !text[next..].starts_with(|c: char| c.is_ascii_digit()) {
            pinpoint.span.end = end;
            return Some(pinpoint);
        }
    }
    let is_of_next = is_of_next(text, &pinpoint);
    let is_of_another = if opened {
        owner::is_of_another(text, cited_end, &pinpoint)
    } else {
        is_of_next
            || owner::begins_clause(text, cited_end, &pinpoint)
            || owner::is_subject_of_writing(before_number(text, cited_end))
    };
    if is_of_another {
        return None;
    }
    Some(with_own_sibling(text, &pinpoint).unwrap_or(pinpoint))
}

/// The paragraph reference that stands at `at`.
pub(crate) fn at(text: &str, at: usize) -> Option<Pinpoint> {
    steps(text, at)
}

/// Whether a code or a sign for paragraphs stands at `at`, before a figure.
pub(super) fn is_code(text: &str, at: usize) -> bool {
    is_code_at(text, at)
}

/// The words of its sentence before the number of the citation that ends at `at`.
fn before_number(text: &str, at: usize) -> &str {
    let start = sentences::start(text, at, REACH);
    text[start..at].trim_end_matches(|c: char| !c.is_ascii_alphabetic())
}

/// The offset behind *supra* at `at`, where a comma parts it from the place: "general comment No. 5, supra, para. 16".
fn behind_supra(text: &str, at: usize) -> usize {
    let supra = cursor::word(text, cursor::skip_space(text, at), "supra");
    supra
        .and_then(|end| cursor::word(text, end, ","))
        .unwrap_or(at)
}

/// How lawyers write "article" where no comma stands before it, in any case.
const LAWYERS: [&str; 6] = ["art.", "arts.", "art", "arts", "article", "articles"];

/// Whether what stands behind `place` says whose it is: ", annex II of the report", "article 3 ICCPR".
fn is_of_next(text: &str, place: &Pinpoint) -> bool {
    let behind = cursor::skip_space(text, place.span.end);
    cursor::any_word(text, behind, &["of", "to the", "above", "below"]).is_some()
        || has_articles(place)
            && (begins_with_acronym(text, behind) || begins_with_title(text, behind))
}

/// Whether a part in capitals stands at `at`, behind a name that ends at `cited_end`.
fn is_in_capitals(text: &str, cited_end: usize, at: usize) -> bool {
    text[..cited_end].ends_with(|c: char| c.is_ascii_alphabetic())
        && cursor::any_word(text, at, &IN_CAPITALS).is_some()
}

/// Parts of treaties, outcomes and standards in capitals, which need no comma before them.
const IN_CAPITALS: [&str; 8] = [
    "Goal",
    "Guideline",
    "Objective",
    "Pillar",
    "Principle",
    "Rule",
    "Schedule",
    "Target",
];

/// How a place points back to the text cited before it.
const OF_IT: [&str; 4] = [
    "of the resolution",
    "of that resolution",
    "of the decision",
    "of that decision",
];

/// Whether a word or the sign for paragraphs stands at `at`.
fn begins_paragraph(text: &str, at: usize) -> bool {
    is_code_at(text, at)
        || cursor::any_word(
            text,
            at,
            &[
                "para.",
                "paras.",
                "para",
                "paras",
                "paragraph",
                "paragraphs",
            ],
        )
        .is_some()
}

/// Whether an annex or a part with its number stands at `at`, and a paragraph or the end of the clause behind it: "VDPA
/// part I, para. 26", "A/RES/73/195 annex, para. 45".
fn begins_outer_place(text: &str, at: usize) -> bool {
    let outer = step(text, at).filter(|(step, _)| matches!(step.unit, Unit::Annex | Unit::Part));
    outer.is_some_and(|(step, end)| {
        // "The letter in document A/73/195 annexes, in full, the text".
        let annexes = step.labels.is_empty() && text[at..end].ends_with("es");
        let behind = &text[end..];
        let goes_on = behind.strip_prefix(',').is_some_and(|rest| {
            begins_paragraph(text, cursor::skip_space(text, text.len() - rest.len()))
        });
        let closes = behind.is_empty() || behind.starts_with([',', ')', ';', '.', ']']);
        // "MARPOL Annex V bans", where no number is cited that may have come with another annex.
        let is_named = || {
            let cited = text[..at].trim_end();
            text[at..].starts_with('A')
                && !step.labels.is_empty()
                && cited.ends_with(|c: char| c.is_ascii_alphabetic())
        };
        !annexes && (goes_on || step.unit == Unit::Annex && (closes || is_named()))
    })
}

/// The offset behind the year of a declaration in parentheses at `at`: "(2016) para. 33".
fn behind_year(text: &str, at: usize) -> usize {
    let year = cursor::word(text, at, "(").filter(|open| cursor::digits(text, *open).len() == 4);
    let behind = year.and_then(|open| cursor::word(text, open + 4, ")"));
    behind.map_or(at, |end| cursor::skip_space(text, end))
}

/// The reference with the place that "and" joins to it: "paras. 117 and 118 and annex", "annex I and annex III", "article 2,
/// paragraph 1, and articles 15 and 23", "para. 4, and annex II".
fn with_sibling(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, pinpoint.span.end);
    let comma = cursor::word(text, next, ",").map(|end| cursor::skip_space(text, end));
    let and = cursor::word(text, comma.unwrap_or(next), "and")?;
    let (sibling, end) = step(text, cursor::skip_space(text, and))?;
    let beside = |sibling| Pinpoint {
        beside: vec![sibling],
        span: pinpoint.span.start..end,
        ..pinpoint.clone()
    };
    // The second is a place like the first, which has one of its own inside.
    if let [outer, _, ..] = pinpoint.steps.as_slice()
        && outer.unit == sibling.unit
        && outer.unit == Unit::Article
        && !sibling.labels.is_empty()
    {
        return Some(beside(sibling));
    }
    if comma.is_some() {
        // "(A/67/53, para. 4, and annex II)": behind more words the annex may be what they speak of.
        let closes = text[end..].is_empty() || text[end..].starts_with([')', ';', '.']);
        let is_apart = sibling.unit.is_attached() && pinpoint.steps[0].unit != sibling.unit;
        return (closes && is_apart).then(|| beside(sibling));
    }
    if let [only] = pinpoint.steps.as_slice()
        && only.unit == sibling.unit
        && !only.labels.is_empty()
        && !sibling.labels.is_empty()
    {
        let mut both = pinpoint.clone();
        both.steps[0].labels.extend(sibling.labels);
        both.span.end = end;
        return Some(both);
    }
    let other = pinpoint.steps.iter().all(|step| step.unit != sibling.unit);
    other.then(|| beside(sibling))
}

/// Like [`with_sibling`], for a reference behind its citation: in ", paragraph 12 and annex II to the present report" the annex
/// belongs to what follows.
fn with_own_sibling(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let both = with_sibling(text, pinpoint).or_else(|| with_inner(text, pinpoint));
    both.filter(|both| {
        let behind = cursor::skip_space(text, both.span.end);
        cursor::any_word(text, behind, &["of", "to", "above", "below", "hereto"]).is_none()
            && !begins_with_acronym(text, behind)
    })
}

/// The reference with the paragraphs inside that "in particular" singles out: "sect. IV, in particular paras. 55–62".
fn with_inner(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let comma = cursor::word(text, pinpoint.span.end, ",")?;
    let lead = cursor::any_word(text, cursor::skip_space(text, comma), &SINGLING_OUT)?;
    let (inner, end) = step(text, cursor::skip_space(text, lead))?;
    let is_inside = inner.unit == Unit::Paragraph
        && pinpoint.steps.iter().all(|outer| {
            matches!(
                outer.unit,
                Unit::Annex | Unit::Chapter | Unit::Part | Unit::Section
            )
        });
    is_inside.then(|| {
        let mut both = pinpoint.clone();
        both.steps.push(inner);
        both.span.end = end;
        both
    })
}

/// Words that single out a place.
const SINGLING_OUT: [&str; 3] = ["in particular", "especially", "notably"];

/// "the annex to which", "annex II of which" at `at`.
fn annex_to_which(text: &str, at: usize) -> Option<Pinpoint> {
    let start = cursor::word(text, at, "the").map_or(at, |end| cursor::skip_space(text, end));
    may_be_annex(text, start).then_some(())?;
    let (step, end) = step(text, start).filter(|(step, _)| step.unit == Unit::Annex)?;
    let to = cursor::any_word(text, cursor::skip_space(text, end), &["to", "of"])?;
    cursor::word(text, cursor::skip_space(text, to), "which")?;
    Some(Pinpoint {
        steps: vec![step],
        beside: Vec::new(),
        span: start..end,
    })
}

/// The offset behind "in particular", "in" and their like at `at`, which may introduce a paragraph reference:
/// "resolution 67/172, in particular paragraph 20".
fn introduced(text: &str, at: usize) -> usize {
    // "(see in particular paras. 55–62)": "(see para. 5)" alone may be the draft's own.
    let see = cursor::word(text, at, "see").map(|end| cursor::skip_space(text, end));
    let see = see.filter(|next| cursor::any_word(text, *next, &SINGLING_OUT).is_some());
    let joint = || cursor::word(text, at, "and").map(|end| cursor::skip_space(text, end));
    let joined = see.or_else(joint).unwrap_or(at);
    let Some(end) = cursor::any_word(
        text,
        joined,
        &["in", "particularly", "especially", "notably", "including"],
    ) else {
        return at;
    };
    let next = cursor::skip_space(text, end);
    let next =
        cursor::word(text, next, "particular").map_or(next, |end| cursor::skip_space(text, end));
    cursor::word(text, next, "its").map_or(next, |end| cursor::skip_space(text, end))
}
