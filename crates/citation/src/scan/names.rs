//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

mod namesakes;

use std::ops::Range;

use super::{cursor, dates, instruments};
use crate::date::{MONTHS, WEEKDAYS};
use crate::{Citation, Form, Kind, Lexicon, Name, Referent, StatedDate};

/// Adds a citation for every name to `found`. Where the names stand the pass over the text has seen, in
/// the text as it is written; the ranges are those of the folded text.
pub(super) fn find(
    plain: &str,
    names: &[(Range<usize>, usize)],
    lexicon: &Lexicon,
    found: &mut Vec<Citation>,
) {
    found.extend(
        names
            .iter()
            .filter(|(token, name)| {
                let name = lexicon.name(*name);
                !is_cut(plain, token.end, name)
                    && !is_of_region(plain, token.start, name)
                    && !is_of_protocol(plain, token.start)
                    && !is_in_law(plain, token.end)
            })
            .map(|(token, name)| {
                let name = lexicon.name(*name);
                let mut one = citation(plain, token.clone(), name);
                if let Some(title) = namesakes::told(plain, token, &name.written, lexicon) {
                    one.form = Form::Whole(Referent::Instrument(title.clone()));
                }
                one
            }),
    );
}

/// Whether `name`, which ends at `end`, is the beginning of a longer title: "Berne Convention on the Conservation of".
fn is_cut(plain: &str, end: usize, name: &Name) -> bool {
    let is_genus = ["Convention", "Declaration", "Strategy"]
        .iter()
        .any(|genus| name.written.ends_with(genus));
    let subject = || {
        let on = cursor::word(plain, cursor::skip_space(plain, end), "on")?;
        let next = cursor::skip_space(plain, on);
        let article = cursor::word(plain, next, "the");
        let start = article.map_or(next, |end| cursor::skip_space(plain, end));
        let is_capital = plain[start..].starts_with(|c: char| c.is_ascii_uppercase());
        is_capital.then(|| &plain[start..])
    };
    is_genus && subject().is_some_and(|subject| !begins_with_day(subject))
}

/// Regions before a title that make it that of another instrument.
const REGIONS: [&str; 7] = [
    "African",
    "American",
    "Arab",
    "ASEAN",
    "European",
    "Inter-American",
    "Islamic",
];

/// Whether a region stands before `name`, which begins at `start` and opens with what it is: "American Declaration on the
/// Rights of Indigenous Peoples" is not the one of the United Nations. What has the region in its title is the longer name.
fn is_of_region(plain: &str, start: usize, name: &Name) -> bool {
    let is_genus = ["Charter ", "Convention ", "Declaration "]
        .iter()
        .any(|genus| name.written.starts_with(genus));
    let before = || plain[..start].trim_end_matches([' ', '\n', '\r']);
    is_genus && REGIONS.iter().any(|region| before().ends_with(region))
}

/// What joins a protocol to its treaty in French and Spanish, accents as in a folded text.
const TO_TREATY: [&str; 7] = [
    " \u{1B} la",
    " au",
    " aux",
    " de la",
    " del",
    " a la",
    " al",
];

/// Whether what begins at `start` is the treaty in the French or Spanish name of a protocol that no lexicon has: "Protocole
/// facultatif se rapportant à la Convention", "Protocolo Facultativo de la Convención".
fn is_of_protocol(plain: &str, start: usize) -> bool {
    /// Most words between the protocol and what joins it.
    const MOST: usize = 3;
    let before = plain[..start].trim_end_matches([' ', '\n', '\r']);
    let mut joints = TO_TREATY.iter();
    let Some(head) = joints.find_map(|joint| before.strip_suffix(joint)) else {
        return false;
    };
    let mut words = head
        .rsplit([' ', '\n', '\r'])
        .filter(|word| !word.is_empty());
    let is_protocol =
        |word: &str| matches!(word, "Protocole" | "Protocolo" | "protocole" | "protocolo");
    let describes = |word: &&str| !matches!(*word, "et" | "y" | "de" | "la" | "le" | "los" | "les");
    words
        .by_ref()
        .take(MOST + 1)
        .take_while(describes)
        .any(is_protocol)
}

/// What States call the laws and rules by which they carry out a treaty.
const LAWS: [&str; 3] = ["Act", "Ordinance", "Bill"];

/// What they also call them, and texts of the United Nations other things: a year or a subject in parentheses tells.
const RULES: [&str; 5] = ["Regulations", "Regulation", "Order", "Declaration", "Rules"];

/// What may stand between the name of the treaty and such a word.
const MAKING: [&str; 6] = [
    "Amendment",
    "Application",
    "Enforcement",
    "Implementation",
    "Ratification",
    "Sanctions",
];

/// Whether the name of an instrument that ends at `end` is the beginning of the title of a national law: "Charter of the
/// United Nations Act 1945", "Genocide Convention (Ruritania) Regulations 2012".
pub(crate) fn is_in_law(plain: &str, end: usize) -> bool {
    /// The longest subject in parentheses, in bytes.
    const SUBJECT: usize = 80;
    // Mostly a small letter follows, or a mark.
    let mut next = cursor::skip_space(plain, end);
    let begins = plain.as_bytes().get(next);
    if !begins.is_some_and(|byte| byte.is_ascii_uppercase() || *byte == b'(') {
        return false;
    }
    let subject = || {
        let behind = plain[next..].strip_prefix('(')?;
        let length = behind
            .find([')', '\n'])
            .filter(|length| *length < SUBJECT)?;
        let is_closed = behind[length..].starts_with(')');
        (is_closed && behind.starts_with(|c: char| c.is_ascii_uppercase()))
            .then(|| cursor::skip_space(plain, next + length + 2))
    };
    let subject = subject();
    next = subject.unwrap_or(next);
    let making = cursor::any_word(plain, next, &MAKING);
    next = making.map_or(next, |end| cursor::skip_space(plain, end));
    if cursor::any_word(plain, next, &LAWS).is_some() {
        return true;
    }
    let is_dated = |end: usize| {
        let year = cursor::skip_space(plain, end);
        cursor::digits(plain, year).len() == 4
    };
    cursor::any_word(plain, next, &RULES)
        .is_some_and(|end| subject.is_some() || making.is_some() || is_dated(end))
}

/// Whether the `words` behind the noun of a title end as the title of a national law does: "… Implementation Act".
pub(crate) fn is_law(words: &str) -> bool {
    let law = words.split_ascii_whitespace().next_back();
    law.is_some_and(|law| LAWS.contains(&law)) || amends(words)
}

/// Whether `words` end with what a law does to others: "Amendment Regulations".
pub(crate) fn amends(words: &str) -> bool {
    let mut last = words.split_ascii_whitespace().rev();
    last.next().is_some_and(|law| RULES.contains(&law))
        && last.next().is_some_and(|before| MAKING.contains(&before))
}

/// Whether `words` begin with a day, on which something was done to an instrument, and no subject of its title.
fn begins_with_day(words: &str) -> bool {
    let mut days = WEEKDAYS.iter().chain(&MONTHS);
    days.any(|day| words.starts_with(day))
}

fn citation(plain: &str, token: Range<usize>, name: &Name) -> Citation {
    let kind = if name.acronym {
        Kind::Short
    } else {
        Kind::Named
    };
    let form = Form::Whole(Referent::Instrument(name.title.clone()));
    let inside = date_inside(plain, &token);
    let mut citation = instruments::citation(plain, token, kind, form);
    if citation.date.is_none() && kind == Kind::Named {
        citation.date = inside;
    }
    citation
}

/// The day that is part of the name at `token`, and the date of the instrument all the same: "…, of 12 August 1949",
/// "Hague Convention of 19 October 1996 on …".
fn date_inside(plain: &str, token: &Range<usize>) -> Option<StatedDate> {
    /// The fewest figures of a day and its year: "1 May 1949".
    const FIGURES: usize = 5;
    // Mostly there is not one of them.
    cursor::next_digit(plain, token.clone())?;
    let name = &plain[token.clone()];
    if name.bytes().filter(u8::is_ascii_digit).count() < FIGURES {
        return None;
    }
    // Behind small words stands the date of another instrument: "… relating to the Convention of 10 December 1982".
    let small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let joints = name.match_indices([' ', '\n', ',']);
    joints
        .filter(|(joint, mark)| *mark == "," || !name[..*joint].split_ascii_whitespace().any(small))
        .filter_map(|(joint, mark)| Some((mark, dates::after(plain, token.start + joint)?)))
        .find(|(mark, (date, end))| {
            let ends = if *mark == "," {
                *end == token.end
            } else {
                *end < token.end
            };
            date.date.day().is_some() && ends
        })
        .map(|(_, (date, _))| date)
}
