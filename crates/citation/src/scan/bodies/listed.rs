//! The names of the table where they stand, over any white space.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::grammar;
use crate::normalise::OTHER;
use crate::scan::cursor;
use crate::scan::first_words::FirstWords;
use crate::words::{self, Key, KeyHasher, eight_at, same_bytes};

/// A name of the table.
pub(super) struct Listed {
    pub(super) name: &'static str,
    /// The key of its body.
    pub(super) key: &'static str,
    /// The length of its first word, in bytes.
    first: usize,
}

/// Names of the table by what their first word begins with, longest first.
static LISTED: LazyLock<HashMap<Key, Vec<Listed>, KeyHasher>> = LazyLock::new(|| {
    let mut listed: HashMap<_, Vec<_>, KeyHasher> = HashMap::default();
    for row in grammar::bodies() {
        let written = std::iter::once(&row.name).chain(&row.also).copied();
        // Headings are printed in capitals.
        let printed = written.clone().filter(|name| name.contains(' '));
        let printed = printed.map(|name| &*name.to_uppercase().leak());
        for name in written.chain(printed) {
            let names = listed.entry(words::word(name, 0).key).or_default();
            names.push(Listed {
                name,
                key: row.key,
                first: first_word(name, 0).len(),
            });
        }
    }
    for names in listed.values_mut() {
        names.sort_by_key(|listed| usize::MAX - listed.name.len());
    }
    listed
});

/// The first words of the names of the table.
static FIRST_WORDS: LazyLock<FirstWords> = LazyLock::new(|| {
    let mut first_words = FirstWords::default();
    for listed in LISTED.values().flatten() {
        first_words.add(listed.name);
    }
    first_words
});

/// Whether a name of the table may begin at `at`: with most capitalised words none does.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let length = words::letters_or_digits(bytes, at);
    FIRST_WORDS.may_open(bytes, at, length, eight_at(bytes, at))
}

/// The listed names that stand at `at`, where the word `first` does, the longest first, each with the offset behind it.
pub(super) fn listed(
    text: &str,
    at: usize,
    first: &str,
) -> impl Iterator<Item = (&'static Listed, usize)> {
    // "the HRC's resolution": the possessive is no part of an acronym.
    let owner = owner(first);
    let is_acronym = owner.bytes().all(|byte| byte.is_ascii_uppercase());
    let owner = is_acronym.then_some(owner.len());
    let length = first.len();
    // Mostly one letter of the second word tells.
    let next = match text.as_bytes().get(at + length..) {
        Some([b' ', next, ..]) if next.is_ascii_alphanumeric() => Some(*next),
        _ => None,
    };
    let may_stand = move |listed: &Listed| {
        (listed.first == length || Some(listed.first) == owner)
            && match (next, listed.name.as_bytes().get(length + 1)) {
                (Some(next), Some(wanted)) => next == *wanted,
                _ => true,
            }
    };
    let names = LISTED.get(&words::word(text, at).key).into_iter().flatten();
    names
        .filter(move |listed| may_stand(listed))
        .filter_map(move |listed| Some((listed, same_words(text, at, listed.name)?)))
}

/// The offset behind the listed name of several words at `at`.
pub(super) fn listed_end(text: &str, at: usize) -> Option<usize> {
    listed(text, at, first_word(text, at))
        .find(|(listed, _)| listed.name.contains(' '))
        .map(|(_, end)| end)
}

/// The word at `at`: letters, hyphens between them, and characters beyond ASCII inside it.
pub(super) fn first_word(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = words::word(text, at).end;
    while end > at
        && let Some([b'-' | b'\'' | 0x1A | 0x1B, next, ..]) = bytes.get(end..)
        && next.is_ascii_alphanumeric()
    {
        end = words::word(text, end + 1).end;
    }
    &text[at..end]
}

/// The word without the ending of a possessive, if it has one.
pub(super) fn owner(word: &str) -> &str {
    word.strip_suffix('s')
        .and_then(|word| word.strip_suffix(['\'', OTHER]))
        .unwrap_or(word)
}

/// The offset behind `name` at `start`; white space in the text may be of any kind and length, a hyphen may
/// be followed by a line break, and an apostrophe may be of any kind.
pub(crate) fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let same = same_bytes(bytes.get(start..)?, name.as_bytes());
    let mut at = start + same;
    for wanted in name.as_bytes()[same..].iter().copied() {
        match wanted {
            b' ' => {
                let next = cursor::skip_space(text, at);
                if next == at {
                    return None;
                }
                at = next;
            }
            b'\'' => {
                matches!(bytes.get(at), Some(b'\'' | 0x1A)).then_some(())?;
                at += 1;
            }
            b'-' => {
                (bytes.get(at) == Some(&b'-')).then_some(())?;
                at = cursor::skip_space(text, at + 1);
            }
            _ => {
                (bytes.get(at) == Some(&wanted)).then_some(())?;
                at += 1;
            }
        }
    }
    bytes
        .get(at)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
        .then_some(at)
}
