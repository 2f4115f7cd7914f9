//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

use std::ops::Range;

use super::{Block, pinpoints};
use crate::lexicon::Lexicon;
use crate::{Citation, Form, Kind, Name, Referent};

/// Adds every name of the lexicon that begins at one of `places` to `found`. The names are compared with the
/// text as it is written; offsets are those of the folded text.
pub(super) fn find(
    block: &Block<'_>,
    places: &[usize],
    lexicon: &Lexicon,
    found: &mut Vec<Citation>,
) {
    let bytes = block.original.as_bytes();
    let mut done = 0;
    for &place in places {
        let at = block.original(place);
        // A name begins with a capital or a digit of its own, and at the start of a word.
        let starts = bytes[at].is_ascii_uppercase() || bytes[at].is_ascii_digit();
        let boundary = at == 0 || !is_word_byte(bytes[at - 1]);
        if at < done || !starts || !boundary {
            continue;
        }
        if let Some((end, name)) = lexicon.longest_at(block.original, at) {
            found.push(citation(block.plain, place..block.folded(end), name));
            done = end;
        }
    }
}

/// Letters, digits and the bytes of characters beyond ASCII; a stroke or hyphen ties words together.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 && byte != 0x9C && byte != 0x9D
}

fn citation(plain: &str, token: Range<usize>, name: &Name) -> Citation {
    let pinpoint = pinpoints::around(plain, &token, article_start(plain, token.start));
    let mut phrase = token.clone();
    if let Some(pinpoint) = &pinpoint {
        phrase = phrase.start.min(pinpoint.span.start)..phrase.end.max(pinpoint.span.end);
    }
    Citation {
        token,
        phrase,
        kind: if name.acronym {
            Kind::Short
        } else {
            Kind::Named
        },
        form: Form::Whole(Referent::Instrument(name.title.clone())),
        pinpoint,
        date: None,
    }
}

/// Where the article before a name begins ("the Convention").
fn article_start(plain: &str, start: usize) -> usize {
    let before = plain[..start].trim_end();
    match before.strip_suffix("the") {
        Some(head) if !head.ends_with(|c: char| c.is_ascii_alphanumeric()) => head.len(),
        _ => start,
    }
}
