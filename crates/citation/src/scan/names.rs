//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

use super::pinpoints;
use crate::lexicon::Lexicon;
use crate::{Citation, Form, Kind, Referent};

/// Every name of the lexicon in `text`. `plain` is the folded text and `offsets` the way back from it.
pub(super) fn find(
    text: &str,
    plain: &str,
    offsets: Option<&[usize]>,
    lexicon: &Lexicon,
) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        // A name begins with a capital or a digit at the start of a word.
        let starts = bytes[at].is_ascii_uppercase() || bytes[at].is_ascii_digit();
        let boundary = at == 0 || !is_word_byte(bytes[at - 1]);
        if !starts || !boundary {
            at += 1;
            continue;
        }
        match lexicon.longest_at(text, at) {
            Some((end, name)) => {
                found.push(citation(text, plain, offsets, at..end, name));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Letters, digits and the bytes of characters beyond ASCII; a stroke or hyphen ties words together.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 && byte != 0x9C && byte != 0x9D
}

fn citation(
    text: &str,
    plain: &str,
    offsets: Option<&[usize]>,
    token: std::ops::Range<usize>,
    name: &crate::Name,
) -> Citation {
    let to_plain = |offset: usize| match offsets {
        None => offset,
        Some(table) => table.partition_point(|original| *original < offset),
    };
    let back = |offset: usize| offsets.map_or(offset, |table| table[offset]);
    let folded = to_plain(token.start)..to_plain(token.end);
    let pinpoint =
        pinpoints::around(plain, &folded, article_start(plain, folded.start)).map(|mut found| {
            found.span = back(found.span.start)..back(found.span.end);
            found
        });
    let mut phrase = token.clone();
    if let Some(pinpoint) = &pinpoint {
        phrase = phrase.start.min(pinpoint.span.start)..phrase.end.max(pinpoint.span.end);
    }
    debug_assert!(text.is_char_boundary(phrase.start) && text.is_char_boundary(phrase.end));
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
