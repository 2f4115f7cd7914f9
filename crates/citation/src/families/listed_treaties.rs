//! Treaties that share their noun: "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba", "the Basel,
//! Rotterdam and Stockholm Conventions", "the 1951 and 1954 Conventions".
//!
//! Places that treaties are named by stand in the table of title words; one counts where a list behind "treaties of",
//! or before the noun, has another beside it. Which treaty that is, the names tell later.

use std::ops::Range;

use super::Family;
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::title_words::{self, Words};
use crate::{Citation, Form, Kind, sentences};

/// Places behind "treaties of", places and years before a noun for several.
pub(super) struct ListedTreaties;

/// What may stand behind a list of places or years, and one of them alone.
const NOUNS: [(&str, &str); 5] = [
    ("Conventions", "Convention"),
    ("Protocols", "Protocol"),
    ("Treaties", "Treaty"),
    ("Agreements", "Agreement"),
    ("Declarations", "Declaration"),
];

/// The most places of one list.
const MOST: usize = 8;

/// How far before a place its list may begin, in bytes.
const REACH: usize = 120;

static PLACES: Words = Words::new(|| title_words::of_role("place"));

static ANCHORS: Words = Words::new(|| {
    let nouns = NOUNS.iter().map(|(several, _)| *several);
    PLACES.iter().copied().chain(nouns).collect()
});

impl Family for ListedTreaties {
    fn anchors(&self) -> &'static [&'static str] {
        &ANCHORS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let written = &text[anchor.clone()];
        if let Some((_, noun)) = NOUNS.iter().find(|(several, _)| *several == written) {
            before_noun(text, anchor, noun, found);
            return;
        }
        // "the Basel, Rotterdam and Stockholm conventions".
        let next = cursor::skip_space(text, anchor.end);
        if let Some(end) = cursor::word(text, next, "conventions") {
            before_noun(text, next..end, "Convention", found);
            return;
        }
        let floor = sentences::start(text, anchor.start, REACH);
        let Some((start, first)) = opening(text, floor, anchor.start) else {
            return;
        };
        let places = list(text, first);
        let Some(index) = places.iter().position(|place| place.start == anchor.start) else {
            return;
        };
        if places.len() < 2 || places[index].end != anchor.end {
            return;
        }
        let token = if index == 0 { start } else { anchor.start }..anchor.end;
        let form = Form::ListedTreaty {
            place: anchor.clone(),
            noun: "Treaty",
        };
        found.push(citation(text, token, Kind::Named, form));
    }
}

/// Adds the places or years of the list before the `noun` at `anchor`: "Basel, Rotterdam and Stockholm Conventions".
fn before_noun(text: &str, anchor: Range<usize>, noun: &'static str, found: &mut Vec<Citation>) {
    if text[anchor.end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return;
    }
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut end = without_space(text, anchor.start);
    while places.len() < MOST
        && let Some(place) = place_before(text, end)
    {
        let before = without_space(text, place.start);
        let joint = if places.is_empty() {
            without_and(text, before)
        } else {
            text[..before].strip_suffix(',').map(str::len)
        };
        let joint = joint.filter(|_| before < place.start);
        places.push(place);
        match joint {
            Some(before) => end = before,
            None => break,
        }
    }
    let years = places
        .iter()
        .filter(|place| is_year(&text[Range::clone(place)]));
    let of_one_sort = [0, places.len()].contains(&years.count());
    if places.len() < 2 || !of_one_sort {
        return;
    }
    for (index, place) in places.into_iter().enumerate().rev() {
        let end = if index == 0 { anchor.end } else { place.end };
        let token = place.start..end;
        let form = Form::ListedTreaty { place, noun };
        found.push(citation(text, token, Kind::Named, form));
    }
}

/// The place of the table or the year that ends at `end`.
fn place_before(text: &str, end: usize) -> Option<Range<usize>> {
    let letters = text[..end].bytes().rev();
    let place = end - letters.take_while(u8::is_ascii_alphanumeric).count()..end;
    let written = &text[place.clone()];
    let whole = !cursor::goes_on_before(text.as_bytes(), place.start);
    let known = PLACES.contains(&written) || is_year(written);
    (whole && known).then_some(place)
}

/// The end of the item before the "and" that ends at `at`, which a comma may precede.
fn without_and(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].strip_suffix("and")?;
    let end = without_space(text, before.len());
    let head = &text[..end];
    (end < before.len()).then(|| head.strip_suffix(',').unwrap_or(head).len())
}

/// The end of what stands before the white space before `at`.
fn without_space(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches([' ', '\n', '\r']).len()
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && matches!(written.parse(), Ok(1850..=2100_u16))
}

/// Where the last "treaties of" between `floor` and `at` begins, and the offset of the first place behind it.
fn opening(text: &str, floor: usize, at: usize) -> Option<(usize, usize)> {
    let noun = "treaties";
    let nouns = text[floor..at].rmatch_indices(&noun[1..]);
    nouns
        .filter_map(|(offset, _)| (floor + offset).checked_sub(1))
        .find_map(|start| {
            let of = cursor::skip_space(text, cursor::word(text, start, noun)?);
            let whole = !cursor::goes_on_before(text.as_bytes(), start);
            let first = cursor::skip_space(text, cursor::word(text, of, "of")?);
            whole.then_some((start, first))
        })
}

/// The places of the list that begins at `at`.
fn list(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut next = cursor::skip_space(text, at);
    while places.len() < MOST
        && let Some(place) = place(text, next)
    {
        let joint = joint(text, place.end);
        places.push(place);
        match joint {
            Some(behind) => next = behind,
            None => break,
        }
    }
    places
}

/// The name of a place at `at`: one word or two in capitals.
fn place(text: &str, at: usize) -> Option<Range<usize>> {
    let word = |at: usize| {
        let letters = text.get(at..)?.bytes();
        let length = letters.take_while(u8::is_ascii_alphabetic).count();
        let first = text.as_bytes().get(at)?;
        (first.is_ascii_uppercase() && length > 2).then_some(at + length)
    };
    let end = word(at)?;
    let second = cursor::skip_space(text, end);
    let end = if second > end {
        word(second).unwrap_or(end)
    } else {
        end
    };
    Some(at..end)
}

/// Where the next place of the list begins behind `at`, over a footnote figure.
fn joint(text: &str, at: usize) -> Option<usize> {
    let noted = cursor::skip_note(text, at);
    let comma = cursor::word(text, noted, ",");
    let next = comma.map_or(noted, |comma| cursor::skip_note(text, comma));
    let next = cursor::skip_space(text, next);
    let and = cursor::word(text, next, "and").map(|and| cursor::skip_space(text, and));
    and.or(comma.map(|_| next))
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds_titles as finds;

    #[test]
    fn every_place_of_a_list_is_a_treaty() {
        finds(
            "the treaties of Tlatelolco, 5 Rarotonga,6 Bangkok7 and Pelindaba 8 establishing zones",
            &[
                "treaties of Tlatelolco",
                "Rarotonga",
                "Bangkok",
                "Pelindaba",
            ],
        );
        finds(
            "under the Treaties of Rome and Lisbon.",
            &["Treaties of Rome", "Lisbon"],
        );
        finds(
            "under the treaties\nof Rome\nand Lisbon, all treaties",
            &["treaties\nof Rome", "Lisbon"],
        );
    }

    #[test]
    fn a_noun_behind_the_list_is_shared_as_well() {
        finds(
            "secretariats of the Basel, Rotterdam and Stockholm Conventions",
            &["Basel", "Rotterdam", "Stockholm Conventions"],
        );
        finds(
            "secretariats of the Basel, Rotterdam and Stockholm conventions",
            &["Basel", "Rotterdam", "Stockholm conventions"],
        );
        finds("a meeting in Basel, conventions of Rotterdam", &[]);
        finds(
            "the 1951\nand 1954 Conventions",
            &["1951", "1954 Conventions"],
        );
        finds(
            "under the Nairobi, Barcelona, and Abidjan Conventions,",
            &["Nairobi", "Barcelona", "Abidjan Conventions"],
        );
        finds(
            "the Kyoto and Nagoya Protocols",
            &["Kyoto", "Nagoya Protocols"],
        );
    }

    #[test]
    fn what_is_no_list_of_treaties_is_silent() {
        for text in [
            "in 1951 and 1954, Conventions were drawn up",
            "offices in Basel, Rotterdam and Stockholm",
            "the Parties met in 1951, and Conventions followed",
            "Rome 1951 and 1954 Conventional wisdom",
        ] {
            finds(text, &[]);
        }
    }

    #[test]
    fn other_treaties_are_silent() {
        for text in [
            "treaties of amity and commerce",
            "the treaties of States parties",
            "treaties of Pelindaba",
            "the entreaties of Rome and Lisbon",
        ] {
            finds(text, &[]);
        }
    }
}
