//! Acronyms that the draft itself introduces behind the title of an instrument, "the Convention on Cluster Munitions
//! (CCM)": from there on they are its short form, whichever acronyms the catalogue has.

use std::ops::Range;

use citation::{Citation, Kind, Lexicon, Referent, Roman};
use draft::{Acronym, Block, Definition};

use super::{Binder, Bound};
use crate::questions::Meaning;

impl Binder<'_> {
    /// Binds what `block` has in acronyms that the draft has introduced, of those that end before the byte `limit`, behind
    /// the citations `bound` so far; `read` says how many acronyms have been looked at.
    pub(super) fn introduced(
        &mut self,
        block: &Block<'_>,
        text: &str,
        limit: usize,
        read: &mut usize,
        bound: &mut Vec<Bound>,
    ) {
        while let Some(acronym) = block.marks.acronyms.get(*read)
            && acronym.span.end <= limit
        {
            *read += 1;
            let start = acronym.span.start;
            self.short_forms.defined_before(block, text, start, bound);
            let Some(citation) = self.meant_by_acronym(acronym, block, text) else {
                continue;
            };
            if let Some(one) = self.bind(&citation, text, block, bound) {
                self.short_forms.named(&one);
                bound.push(one);
            }
        }
    }

    /// The citation by `acronym`, where the draft has introduced that for an instrument.
    fn meant_by_acronym(
        &self,
        acronym: &Acronym,
        block: &Block<'_>,
        text: &str,
    ) -> Option<Citation> {
        let rest = self.numbers.rest;
        if !rest.has_acronyms() {
            return None;
        }
        let Meaning::Of(meant) = rest.defined(&acronym.letters) else {
            return None;
        };
        let citations = &block.marks.citations;
        let token = acronym.span.start..acronym.span.start + acronym.letters.len();
        let overlaps = |other: &Range<usize>| other.start < token.end && token.start < other.end;
        if citations.iter().any(|one| overlaps(&one.token)) || is_part(text, &token) {
            return None;
        }
        let mut citation = citation::introduced(text, token, meant);
        let is_claimed = citation.pinpoint.as_ref().is_some_and(|place| {
            let claims = |other: &Citation| {
                let other = other.pinpoint.as_ref();
                other.is_some_and(|other| {
                    other.span.start < place.span.end && place.span.start < other.span.end
                })
            };
            citations.iter().any(claims)
        });
        if is_claimed {
            citation.pinpoint = None;
            citation.phrase = citation.token.clone();
        }
        Some(citation)
    }
}

/// Whether the acronym at `token` is a part of a longer name: "CCM-ISU", "the CCM Coordination Committee", "CCM/CONF".
fn is_part(text: &str, token: &Range<usize>) -> bool {
    let joins = |c: char| matches!(c, '-' | '/' | '.' | '_' | '@');
    let behind = &text[token.end..];
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let is_name =
        next.starts_with(char::is_uppercase) && !PLACES.iter().any(|word| next.starts_with(word));
    text[..token.start].ends_with(joins)
        || behind.starts_with(['-', '/', '_'])
        || behind.starts_with('.') && behind[1..].starts_with(char::is_alphanumeric)
        || is_name
}

/// What begins in capitals behind the acronym of an instrument without making a longer name of it.
const PLACES: [&str; 7] = [
    "Annex",
    "Art",
    "Part",
    "Parties",
    "Protocol",
    "Secretariat",
    "State",
];

/// Whether the acronym of `definition` is short for the instrument `one` names, which `lexicon` has: it stands right beside
/// the name and its letters are the initials of that. "Conference of the Parties to the Paris Agreement (CMA)" defines
/// another's.
pub(super) fn is_its(definition: &Definition, one: &Bound, text: &str, lexicon: &Lexicon) -> bool {
    let is_known = match &one.referent {
        Some(Referent::Instrument(title)) => lexicon.title_of(title).is_some(),
        Some(Referent::Labour(_)) => true,
        _ => false,
    };
    one.kind == Kind::Named
        && is_known
        && stands_beside(definition, &one.token, text)
        && are_initials(&definition.short, &one.written)
}

/// Whether nothing but quotation marks, a footnote figure or a year stands between the name at `token` and the short form.
fn stands_beside(definition: &Definition, token: &Range<usize>, text: &str) -> bool {
    let short = &definition.short_span;
    let (from, to) = if token.end <= short.start {
        (token.end, short.start)
    } else {
        (short.end, token.start)
    };
    let Some(between) = text.get(from..to) else {
        return false;
    };
    let Some((before, behind)) = between.split_once('(') else {
        return false;
    };
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | ';');
    let words = |part: &str| {
        part.replace(is_mark, " ")
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let is_year = |word: &String| word == "of" || word.bytes().all(|byte| byte.is_ascii_digit());
    // "hereinafter referred to as".
    let announces = |word: &String| word.starts_with(char::is_lowercase);
    words(before).iter().all(is_year) && words(behind).iter().all(announces)
}

/// Whether `acronym` has the initials of the words in capitals of `name`, the first and the last and most of the others:
/// "CCW" for "Convention on Certain Conventional Weapons", "API" for "Additional Protocol I".
fn are_initials(acronym: &str, name: &str) -> bool {
    let mut words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        .peekable();
    // "WHO Framework Convention on Tobacco Control" is the FCTC.
    let is_owner = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase);
    words.next_if(is_owner);
    let initials: Vec<char> = words
        .flat_map(|word| {
            match Roman::parse(word) {
                Some(_) => word,
                None => word
                    .char_indices()
                    .nth(1)
                    .map_or(word, |(second, _)| &word[..second]),
            }
            .chars()
        })
        .collect();
    let letters: Vec<char> = acronym
        .chars()
        .filter(|c| c.is_uppercase() || c.is_numeric())
        .collect();
    let mut rest = initials.iter();
    letters.first() == initials.first()
        && letters.last() == initials.last()
        && letters.len() > 1
        && letters.len() * 3 >= initials.len() * 2
        && letters
            .iter()
            .all(|letter| rest.any(|initial| initial == letter))
}
