//! What a noun, a number or a name that is cut off may mean of a body, by its name and by how it writes its numbers.

use std::iter;

use citation::Body;

/// Whether `body` has no symbols and is known to write numbers in the form of `number`.
pub(crate) fn writes(body: &Body, number: &str) -> bool {
    body.is_known_to_write(number) && !body.has_symbols()
}

/// Whether the name of `other` goes on where that of `body` ends.
pub(crate) fn is_fuller(other: &Body, body: &Body) -> bool {
    let rest = name(other).strip_prefix(body.key());
    rest.is_some_and(|rest| rest.starts_with(' '))
}

fn name(body: &Body) -> &str {
    body.name().unwrap_or(body.key())
}

/// Whether `noun` may stand for `body`, which the text has named before.
pub(crate) fn may_mean(noun: &Body, body: &Body) -> bool {
    let name = name(body);
    match noun.key() {
        "Conference" => name.contains("Conference") && !name.starts_with("Conference on"),
        key => name.starts_with(key) || has_words(head(name), key),
    }
}

/// A name up to whose it is: "Commission" of "Commission of the African Union".
fn head(name: &str) -> &str {
    const OF_WHOM: &[u8] = b" of the ";
    let mut places = name.as_bytes().windows(OF_WHOM.len());
    let end = places.position(|words| words == OF_WHOM);
    &name[..end.unwrap_or(name.len())]
}

/// Whether `words` stand in `text` as words of their own. Asked of the same few names again and again, so that making
/// ready to search would cost more than looking behind each space.
fn has_words(text: &str, words: &str) -> bool {
    let text = text.as_bytes();
    let ends = text.ends_with(words.as_bytes());
    let spaces = text.iter().enumerate().filter(|(_, byte)| **byte == b' ');
    let mut starts = iter::once(0).chain(spaces.map(|(space, _)| space + 1));
    starts.any(|start| {
        let behind = text[start..].strip_prefix(words.as_bytes());
        behind.is_some_and(|behind| ends || matches!(behind.first(), Some(b' ' | b'-')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_may_mean_what_has_it_as_a_word_of_its_own() {
        let means = |noun: &str, name: &str| may_mean(&Body::new(noun), &Body::new(name));
        for (noun, name) in [
            ("Commission", "Statistical Commission"),
            ("Council", "Council of Ministers"),
            ("Council", "Joint Council-Assembly Committee"),
            ("Board", "Executive Board of the Fund"),
            ("Conference", "World Conference of Mayors"),
        ] {
            assert!(means(noun, name), "{noun}: {name}");
        }
        for (noun, name) in [
            ("Board", "Joint Boarding Committee"),
            ("Council", "Secretariat of the Arctic Council"),
            ("Council", "Intercouncil Group"),
            ("Conference", "Conference on Disarmament"),
            ("Forum", "F"),
        ] {
            assert!(!means(noun, name), "{noun}: {name}");
        }
    }
}
