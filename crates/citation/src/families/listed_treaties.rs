//! Treaties that share their noun: "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba".
//!
//! Each place stands for the title with the noun before it; which treaty that is, the names tell later. One
//! place alone is no list.

use std::ops::Range;

use super::Family;
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::{Citation, Form, Kind};

/// Places behind "treaties of".
pub(super) struct ListedTreaties;

/// The most places of one list.
const MOST: usize = 8;

impl Family for ListedTreaties {
    fn anchors(&self) -> &'static [&'static str] {
        &["reaties of "]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some(start) = anchor.start.checked_sub(1) else {
            return;
        };
        let whole = text[..start]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric());
        if !whole || !matches!(text.as_bytes()[start], b't' | b'T') {
            return;
        }
        let noun = start..start + "treaties".len();
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut next = cursor::skip_space(text, anchor.end);
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
        if places.len() < 2 {
            return;
        }
        for (index, place) in places.into_iter().enumerate() {
            let start = if index == 0 { noun.start } else { place.start };
            let form = Form::Title { noun: noun.clone() };
            found.push(citation(text, start..place.end, Kind::Named, form));
        }
    }
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
    use crate::{Form, Lexicon, scan};

    #[track_caller]
    fn finds(text: &str, wanted: &[&str]) {
        let found: Vec<&str> = scan(text, &Lexicon::default())
            .into_iter()
            .filter(|citation| matches!(citation.form, Form::Title { .. }))
            .map(|citation| &text[citation.token])
            .collect();
        assert_eq!(found, wanted, "{text}");
    }

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
