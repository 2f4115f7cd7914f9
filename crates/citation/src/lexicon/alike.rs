//! Names that differ in small words only: "Vienna Convention of the Law of Treaties", "Convention on the Right of the
//! Child".
//!
//! Two names are alike where the words that carry their meaning are the same, in order, whatever prepositions and
//! articles stand between them and whether a word that is no genus is one or many. Of a long name one such word may be
//! left out: "the Rights of All Migrant Workers and Their Families".

use super::Name;

/// So many words have to carry the meaning, or another instrument may be called so.
const FEWEST: usize = 3;

/// So many words tell a name of which one more was left out.
const FEWEST_OF_LONG: usize = 6;

/// So many of its words stand in front of the one that was left out.
const FRONT: usize = 4;

/// Words between those that carry the meaning.
const SMALL: [&str; 25] = [
    "a",
    "an",
    "and",
    "against",
    "as",
    "at",
    "between",
    "by",
    "concerning",
    "for",
    "from",
    "in",
    "into",
    "its",
    "of",
    "on",
    "or",
    "regarding",
    "related",
    "relating",
    "the",
    "to",
    "towards",
    "under",
    "with",
];

/// What an instrument is: several are not one.
const GENERA: [&str; 12] = [
    "agreement",
    "charter",
    "convention",
    "covenant",
    "declaration",
    "framework",
    "guideline",
    "plan",
    "programme",
    "protocol",
    "statute",
    "treaty",
];

/// So many letters of a word tell it well enough from others; no plural is told from its singular by fewer.
const LETTERS: usize = 3;

/// The first bytes of the first and of the last word of a name that carry its meaning, letter case aside: names that
/// are alike have the same, and most that are not have others.
type Ends = [u8; 2 * LETTERS];

/// The names of a lexicon by their ends, in order. What the words between say is read of the few that are asked for:
/// to read it of all would take longer than to check a short draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Alike(Vec<(Ends, usize)>);

impl Alike {
    pub(super) fn new(names: &[Name]) -> Self {
        let long = names.iter().enumerate().filter(|(_, name)| !name.acronym);
        let mut by_ends: Vec<(Ends, usize)> = long
            .filter_map(|(index, name)| Some((ends(&name.written)?, index)))
            .collect();
        by_ends.sort_unstable();
        Self(by_ends)
    }

    /// The first of the `names` that is like `words`, where all that are stand for one title.
    pub(super) fn find<'n>(&self, words: &str, names: &'n [Name]) -> Option<&'n Name> {
        let meant = meaning(words)?;
        let ends = ends(words)?;
        let from = self.0.partition_point(|(other, _)| *other < ends);
        let near = self.0[from..]
            .iter()
            .take_while(|(other, _)| *other == ends);
        let near = near.map(|(_, index)| &names[*index]);
        let of = |name: &&Name| meaning(&name.written);
        let mut alike = near
            .clone()
            .filter(|name| of(name).as_ref() == Some(&meant));
        if let Some(first) = alike.next() {
            return alike
                .all(|other| other.title == first.title)
                .then_some(first);
        }
        let mut longer =
            near.filter(|name| of(name).is_some_and(|longer| leaves_one_out(&meant, &longer)));
        let first = longer.next()?;
        longer
            .all(|other| other.title == first.title)
            .then_some(first)
    }
}

/// The ends of a name; `None` where none of its words carries meaning. They are read of every name there is before the
/// first draft is checked, so that bytes are looked at where [`meaning`] looks at characters.
fn ends(name: &str) -> Option<Ends> {
    let mut ends = Ends::default();
    let first = words_of(name.as_bytes()).find(|word| carries_meaning(word))?;
    let last = last_words_of(name.as_bytes()).find(|word| carries_meaning(word))?;
    let (begin, end) = ends.split_at_mut(LETTERS);
    for (letters, word) in [(begin, first), (end, last)] {
        for (place, byte) in letters.iter_mut().zip(word) {
            *place = byte.to_ascii_lowercase();
        }
    }
    Some(ends)
}

/// The words of a name from its beginning.
fn words_of(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let apart = rest.iter().position(|byte| is_in_word(*byte))?;
        let word = &rest[apart..];
        let end = word.iter().position(|byte| !is_in_word(*byte));
        let (word, behind) = word.split_at(end.unwrap_or(word.len()));
        rest = behind;
        Some(word)
    })
}

/// The words of a name from its end.
fn last_words_of(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let end = rest.iter().rposition(|byte| is_in_word(*byte))? + 1;
        let start = rest[..end].iter().rposition(|byte| !is_in_word(*byte));
        let (before, word) = rest[..end].split_at(start.map_or(0, |apart| apart + 1));
        rest = before;
        Some(word)
    })
}

/// Whether a byte is part of a word. A letter beyond ASCII ends its word with its first byte: that is the same in both
/// its forms, and in a dash or a quotation mark it is another.
fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte > 0xC2 && byte != 0xE2
}

/// Whether a word is none of the small ones, nor the end of a possessive.
fn carries_meaning(word: &[u8]) -> bool {
    let is = |small: &str| small.as_bytes().eq_ignore_ascii_case(word);
    !word.is_empty() && !SMALL.iter().any(|small| is(small)) && !is("s")
}

/// The words of a name in Latin letters that carry its meaning, small and singular.
fn meaning(name: &str) -> Option<String> {
    let mut meaning = String::with_capacity(name.len());
    let mut count = 0;
    let words = name.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| carries_meaning(word.as_bytes())) {
        meaning.push_str(singular(&word.to_lowercase()));
        meaning.push(' ');
        count += 1;
    }
    let is_latin = meaning.chars().all(|letter| letter < '\u{250}');
    (count >= FEWEST && is_latin).then_some(meaning)
}

/// Whether the words of `meant` are those of the `longer` meaning without one. What stands in front of a name or counts
/// tells it from others: "Protocol of 2005 to the Convention …".
fn leaves_one_out(meant: &str, longer: &str) -> bool {
    let count = meant.split_whitespace().count();
    let same = meant
        .split_whitespace()
        .zip(longer.split_whitespace())
        .take_while(|(one, other)| one == other)
        .count();
    let mut behind = longer.split_whitespace().skip(same);
    let is_telling = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    count >= FEWEST_OF_LONG
        && same >= FRONT
        && behind.next().is_some_and(|word| !is_telling(word))
        && behind.eq(meant.split_whitespace().skip(same))
}

fn singular(word: &str) -> &str {
    let one = word.strip_suffix('s').unwrap_or(word);
    if GENERA.contains(&one) || word == "treaties" {
        return word;
    }
    one
}

#[cfg(test)]
mod tests {
    use crate::{Lexicon, Name};

    fn lexicon() -> Lexicon {
        let name = |title: &str| Name {
            written: title.into(),
            title: title.into(),
            acronym: false,
        };
        Lexicon::new(vec![
            name("Addis Convention on the Rights of Rivers"),
            name("Declaration for the Protection of Forests"),
            name("Declaration on the Protection of Forests"),
            name("Rivers Convention"),
            name(
                "Addis Convention on the Protection of the Rights of All River Keepers and Members of Their Families",
            ),
        ])
    }

    #[test]
    fn one_word_of_a_long_name_may_be_left_out() {
        const LONG: &str = "Addis Convention on the Protection of the Rights of All River Keepers and Members of Their Families";
        let lexicon = lexicon();
        let found = |words: &str| lexicon.alike(words).map(|name| &*name.title);
        assert_eq!(
            found(
                "Addis Convention on the Protection of the Rights of All River Keepers and Their Families"
            ),
            Some(LONG)
        );
        for words in [
            // Two are missing, the last is, the first is, and one is another.
            "Convention on the Protection of the Rights of All River Keepers and Members of Their Families",
            "Addis Convention on the Protection of the Rights of River Keepers and Their Families",
            "Addis Convention on the Protection of the Rights of All River Keepers and Members",
            "Addis Convention on the Protection of the Rights of All Lake Keepers and Their Families",
            // Too short to be told.
            "Addis Convention on Rivers",
        ] {
            assert_eq!(found(words), None, "{words}");
        }
    }

    #[test]
    fn names_that_differ_in_small_words_are_alike() {
        let lexicon = lexicon();
        for words in [
            "Addis Convention of the Rights of Rivers",
            "Addis Convention on the Right of Rivers",
            "Addis Convention on Rights of the Rivers",
        ] {
            let found = lexicon.alike(words).map(|name| &*name.title);
            assert_eq!(
                found,
                Some("Addis Convention on the Rights of Rivers"),
                "{words}"
            );
        }
        for words in [
            "Addis Conventions on the Rights of Rivers",
            "Addis Convention on the Rights of Lakes",
            "Addis Convention on Rivers",
            // Two instruments may be meant.
            "Declaration to the Protection of Forests",
            // Too short to be told.
            "River Convention",
        ] {
            assert_eq!(lexicon.alike(words), None, "{words}");
        }
    }
}
