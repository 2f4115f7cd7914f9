//! Names of instruments in Cyrillic, Arabic and Chinese.
//!
//! `scan` looks for names at Latin capitals and figures; here they are looked for at Cyrillic capitals, at
//! Arabic words, some of whose first letters are words of their own, and behind 《.

use std::ops::Range;

use memchr::memmem;

use super::cursor;
use crate::{Citation, Form, Kind, Lexicon, Name, Referent};

/// Letters glued before an Arabic name: and, so, in, to, like.
const GLUED: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Adds every name of the lexicon in `text` that begins with a letter of these scripts.
pub(super) fn find(text: &str, lexicon: &Lexicon, found: &mut Vec<Citation>) {
    let mut done = 0;
    for at in places(text.as_bytes()) {
        if at < done || !begins(text, at) {
            continue;
        }
        if let Some((token, name)) = name_at(text, at, lexicon) {
            done = token.end;
            found.push(citation(token, &lexicon.names()[name]));
        }
    }
}

/// Where names may begin, in order: at what may be a Cyrillic capital or an Arabic letter, and behind 《.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut letters = memchr::memchr3_iter(0xD0, 0xD8, 0xD9, bytes).peekable();
    let mut quoted = memmem::find_iter(bytes, "《")
        .map(|at| at + "《".len())
        .peekable();
    std::iter::from_fn(move || match (letters.peek(), quoted.peek()) {
        (Some(letter), Some(behind)) if behind < letter => quoted.next(),
        (None, _) => quoted.next(),
        _ => letters.next(),
    })
}

/// Whether a name may begin at `at`.
fn begins(text: &str, at: usize) -> bool {
    let Some(first) = text[at..].chars().next() else {
        return false;
    };
    let before = text[..at].chars().next_back().unwrap_or(' ');
    match first {
        '\u{400}'..='\u{42F}' | '\u{620}'..='\u{64A}' => {
            // Quotation marks and dashes, without a look into the tables of all alphabets.
            matches!(before, '\u{2010}'..='\u{2027}') || !before.is_alphanumeric()
        }
        _ => before == '《' && cursor::is_han(first),
    }
}

/// The longest name at `at`, or behind Arabic letters glued there.
fn name_at(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Range<usize>, usize)> {
    let mut start = at;
    loop {
        if let Some((end, name)) = lexicon.longest_at(text, start) {
            return Some((start..end, name));
        }
        let letter = text[start..].chars().next().filter(|c| GLUED.contains(c))?;
        start += letter.len_utf8();
        if start - at > 3 * letter.len_utf8() {
            return None;
        }
    }
}

fn citation(token: Range<usize>, name: &Name) -> Citation {
    Citation {
        phrase: token.clone(),
        token,
        kind: if name.acronym {
            Kind::Short
        } else {
            Kind::Named
        },
        form: Form::Whole(Referent::Instrument(name.title.clone())),
        pinpoint: None,
        date: None,
    }
}
