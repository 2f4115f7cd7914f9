//! Treaties that share their noun: "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba".
//!
//! Places that treaties are named by stand in the table of title words; one counts where a list behind "treaties of"
//! has another beside it. Which treaty that is, the names tell later.

use std::ops::Range;

use super::Family;
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::title_words::{self, Words};
use crate::{Citation, Form, Kind};

/// Places behind "treaties of".
pub(super) struct ListedTreaties;

/// The most places of one list.
const MOST: usize = 8;

/// How far before a place its list may begin, in bytes.
const REACH: usize = 120;

static PLACES: Words = Words::new(|| title_words::of_role("place"));

impl Family for ListedTreaties {
    fn anchors(&self) -> &'static [&'static str] {
        &PLACES
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let floor = cursor::sentence_start(text, anchor.start, REACH);
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
        };
        found.push(citation(text, token, Kind::Named, form));
    }
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
