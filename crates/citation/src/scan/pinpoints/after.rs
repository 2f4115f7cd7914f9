//! Paragraph references that follow their citation: "A/73/12, paras. 4 and 5", "resolution 67/172 (annex)", "ICCPR art. 9".

use super::before::{begins_with_acronym, begins_with_title, has_articles};
use super::sibling::with_own_sibling;
use super::steps::{is_code_at, may_be_annex, step, steps};
use super::{OTHER, REACH, SINGLING_OUT, owner, unworded};
use crate::scan::{bodies, cursor};
use crate::{Pinpoint, Unit, sentences};

/// What stands between a citation and its place, where something does that one may follow.
enum Lead {
    /// The words of the place may begin at this offset, and, where it is so, inside a parenthesis.
    To(usize, bool),
    /// The place is read already.
    Place(Option<Pinpoint>),
}

/// The paragraph reference that follows `at`, behind a comma or in parentheses.
pub(crate) fn after(text: &str, at: usize) -> Option<Pinpoint> {
    let cited_end = at;
    let (at, opened) = match lead(text, cited_end)? {
        Lead::To(at, opened) => (cursor::skip_space(text, at), opened),
        Lead::Place(place) => return place,
    };
    // In a list of numbers a figure follows, and every reference begins with a word.
    if !text.as_bytes().get(at)?.is_ascii_alphabetic() && !is_code_at(text, at) {
        return None;
    }
    let places = introduced(text, at);
    let is_apart = places > at;
    if let Some(annex) = annex_to_which(text, places) {
        return Some(annex);
    }
    let pinpoint = behind_title(text, steps(text, places)?);
    // "A/73/12 (Part I)" is a document of its own, and "the fifteenth meeting (Part II)" what comes before the name; "(part one,
    // chap. V)" is a place.
    let is_numbered = text[..cited_end].ends_with(|c: char| c.is_ascii_digit());
    let is_capital = text[pinpoint.span.start..].starts_with('P');
    let is_whole = is_numbered && is_capital || pinpoint.steps.len() == 1;
    if opened && is_whole && pinpoint.steps[0].unit == Unit::Part {
        return None;
    }
    if let Some(end) = pointing_back(text, &pinpoint) {
        // "the report submitted pursuant to resolution 67/172, including paragraph 45 thereof" may mean either.
        let is_either = is_apart && owner::asks_for_writing(text, cited_end);
        return (!is_either).then(|| reaching(pinpoint, end));
    }
    if let Some(end) = of_it(text, &pinpoint) {
        return Some(reaching(pinpoint, end));
    }
    let is_of_another = if opened {
        owner::is_of_another(text, cited_end, &pinpoint)
    } else {
        is_of_next(text, &pinpoint)
            || owner::begins_clause(text, cited_end, &pinpoint)
            || owner::is_subject_of_writing(before_number(text, cited_end))
    };
    if is_of_another {
        return None;
    }
    Some(with_own_sibling(text, &pinpoint).unwrap_or(pinpoint))
}

/// What stands between the citation that ends at `cited_end` and its place; `None` where no place can follow.
fn lead(text: &str, cited_end: usize) -> Option<Lead> {
    // The symbol may stand in parentheses of its own: "(A/68/10), para. 183".
    let closed = cited_end + usize::from(text[cited_end..].starts_with([')', ']']));
    let at = behind_year(text, cursor::skip_space(text, closed));
    match *text.as_bytes().get(at)? {
        b',' => Some(behind_comma(text, at, closed == cited_end)),
        // "the Paris Agreement's article 6".
        b'\'' | OTHER => Some(Lead::To(cursor::possessive(text, at)?, false)),
        // "UNSCR 2719 (2023) - OP 4".
        b'-' if is_code_at(text, cursor::skip_space(text, at + 1)) => Some(Lead::To(at + 1, false)),
        b'(' => Some(Lead::To(at + 1, true)),
        // "ICCPR art. 9", "UN Charter Article 51", as lawyers write it.
        b'a' | b'A'
            if text[at + 1..].starts_with(['r', 'R'])
                && cursor::any_word(text, at, &LAWYERS).is_some() =>
        {
            Some(Lead::To(at, false))
        }
        // "GCM Objective 8 (saving lives)", "UNGPs Principle 17".
        b'G' | b'O'..=b'T' if at > closed && is_in_capitals(text, cited_end, at) => {
            Some(Lead::To(at, false))
        }
        // "A/RES/79/169 OP12", "CRC/C/GC/6 § 23".
        _ if is_code_at(text, at) => Some(Lead::To(at, false)),
        // "resolution 67/172 and its annex II".
        b'a' if text[at..].starts_with("and") => {
            let its = cursor::skip_space(text, cursor::word(text, at, "and")?);
            let annex = cursor::skip_space(text, cursor::word(text, its, "its")?);
            // "The Pact and its annexes" names no place.
            let is_place = |place: Pinpoint| {
                place.steps.len() > 1 || place.steps.iter().any(|step| !step.labels.is_empty())
            };
            let is_annex = may_be_annex(text, annex) && steps(text, annex).is_some_and(is_place);
            is_annex.then_some(Lead::To(annex, false))
        }
        // "MARPOL Annex VI": other words in capitals begin something else.
        b'A' if !text[at..].starts_with("Annex ") => None,
        // "CMW/C/GC/2 at paras 49-53".
        b'a' | b'p' | b'A' => {
            let at = cursor::word(text, at, "at").map_or(at, |end| cursor::skip_space(text, end));
            let begins = begins_paragraph(text, at) || begins_outer_place(text, at);
            begins.then_some(Lead::To(at, false))
        }
        _ => None,
    }
}

/// What the comma at `at` leads to. `is_bare` says that no bracket stands between it and the citation.
fn behind_comma(text: &str, at: usize, is_bare: bool) -> Lead {
    let at = cursor::skip_note(text, at + 1);
    // "UN Doc. A/RES/60/1, at paras 138-139", as lawyers write it.
    let next = cursor::skip_space(text, at);
    let behind = cursor::word(text, next, "at").map(|end| cursor::skip_space(text, end));
    if let Some(page) = behind.and_then(|at| unworded::page(text, at)) {
        return Lead::Place(Some(page));
    }
    if is_bare && text[next..].starts_with("whose") {
        let place = cursor::skip_space(text, next + "whose".len());
        return Lead::Place(steps(text, place));
    }
    let at = behind
        .filter(|at| begins_paragraph(text, *at))
        .unwrap_or_else(|| behind_supra(text, at));
    Lead::To(at, false)
}

/// `place` with the paragraphs behind the title in brackets of what is annexed: "annex (“The future we want”), paras. 4 and 7".
fn behind_title(text: &str, mut place: Pinpoint) -> Pinpoint {
    /// The longest such title, in bytes.
    const LONGEST: usize = 160;
    let open = cursor::skip_space(text, place.span.end);
    if !place.is_whole_attachment() || !text[open..].starts_with('(') {
        return place;
    }
    let rest = &text.as_bytes()[open..];
    let close = rest.iter().take(LONGEST).position(|byte| *byte == b')');
    let is_title = |close: &usize| {
        let title = &text[open + 1..open + close];
        title.starts_with(['"', char::from(OTHER)])
            && title.ends_with(['"', char::from(OTHER)])
            && !title.contains("\n\n")
    };
    let Some(close) = close.filter(is_title) else {
        return place;
    };
    let inside = cursor::word(text, open + close + 1, ",")
        .and_then(|comma| step(text, cursor::skip_space(text, comma)))
        .filter(|(step, _)| step.unit == Unit::Paragraph && !step.labels.is_empty());
    if let Some((inside, end)) = inside {
        place.steps.push(inside);
        place.span.end = end;
    }
    place
}

/// The offset behind "thereof" and its like behind `place`, which point back to what is cited.
fn pointing_back(text: &str, place: &Pinpoint) -> Option<usize> {
    // "the resolution, target 16.4 of which concerns assets": an agenda's, that the resolution adopted.
    let is_agendas = matches!(
        place.steps[0].unit,
        Unit::Goal | Unit::Target | Unit::Action
    );
    let pointing: &[&str] = if is_agendas {
        &["thereof", "thereto"]
    } else {
        &["thereof", "thereto", "of which"]
    };
    cursor::any_word(text, cursor::skip_space(text, place.span.end), pointing)
}

/// The offset behind "of the resolution" behind `place`: "resolution 67/172, including paragraph 3 of the resolution".
fn of_it(text: &str, place: &Pinpoint) -> Option<usize> {
    let end = cursor::any_word(text, cursor::skip_space(text, place.span.end), &OF_IT)?;
    let next = cursor::skip_space(text, end);
    (!text[next..].starts_with(|c: char| c.is_ascii_digit())).then_some(end)
}

/// `place` with the words behind it that end at `end`.
fn reaching(mut place: Pinpoint, end: usize) -> Pinpoint {
    place.span.end = end;
    place
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

/// What leads from a place to the text that it is of.
const LEADS: [&str; 8] = [
    "of",
    "to the",
    "to decision",
    "to decisions",
    "to resolution",
    "to resolutions",
    "above",
    "below",
];

/// Whether what stands behind `place` says whose it is: ", annex II of the report", ", annex I to decision 14/34", "article 3
/// ICCPR", ", article 40, paragraph 2, of the Convention".
pub(super) fn is_of_next(text: &str, place: &Pinpoint) -> bool {
    let behind = cursor::skip_space(text, place.span.end);
    cursor::any_word(text, behind, &LEADS).is_some()
        || is_of_next_behind_comma(text, behind)
        || has_articles(place)
            && (begins_with_acronym(text, behind) || begins_with_title(text, behind))
}

/// Whether ", of" stands at `at` and no day, body or "which" behind it: "resolution 5/1, annex, of the Human Rights Council".
fn is_of_next_behind_comma(text: &str, at: usize) -> bool {
    let Some(of) = cursor::word(text, at, ",").map(|end| cursor::skip_space(text, end)) else {
        return false;
    };
    let Some(next) = cursor::word(text, of, "of").map(|end| cursor::skip_space(text, end)) else {
        return false;
    };
    if text[next..].starts_with(|c: char| c.is_ascii_digit())
        || cursor::word(text, next, "which").is_some()
    {
        return false;
    }
    let body = bodies::author_behind(text, of);
    body.is_none_or(|(_, end)| {
        let behind = cursor::skip_space(text, end);
        cursor::any_word(text, behind, &ACTS).is_some()
    })
}

/// What the name of a body may stand before in the place of an adjective: "Security Council resolution".
const ACTS: [&str; 4] = ["resolution", "resolutions", "decision", "decisions"];

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
pub(super) fn introduced(text: &str, at: usize) -> usize {
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
