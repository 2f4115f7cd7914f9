//! Names that differ in small words only: "Vienna Convention of the Law of Treaties", "Convention on the Right of the
//! Child".
//!
//! Two names are alike where the words that carry their meaning are the same, in order, whatever prepositions and
//! articles stand between them and whether a word that is no genus is one or many.

use std::collections::HashMap;

use super::Name;

/// So many words have to carry the meaning, or another instrument may be called so.
const FEWEST: usize = 3;

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

/// The names of a lexicon by the words that carry their meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Alike(HashMap<Box<str>, Vec<usize>>);

impl Alike {
    pub(super) fn new(names: &[Name]) -> Self {
        let mut alike: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        let long = names.iter().enumerate().filter(|(_, name)| !name.acronym);
        for (index, name) in long {
            if let Some(meaning) = meaning(&name.written) {
                alike.entry(meaning).or_default().push(index);
            }
        }
        Self(alike)
    }

    /// The first of the `names` that is like `words`, where all that are stand for one title.
    pub(super) fn find<'n>(&self, words: &str, names: &'n [Name]) -> Option<&'n Name> {
        let alike = self.0.get(&*meaning(words)?)?;
        let first = &names[*alike.first()?];
        let is_one = alike.iter().all(|other| names[*other].title == first.title);
        is_one.then_some(first)
    }
}

/// The words of a name in Latin letters that carry its meaning, small and singular.
fn meaning(name: &str) -> Option<Box<str>> {
    let mut meaning = String::with_capacity(name.len());
    let mut count = 0;
    let words = name.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        // The end of a possessive is no word.
        if SMALL.contains(&&*word) || word == "s" {
            continue;
        }
        meaning.push_str(singular(&word));
        meaning.push(' ');
        count += 1;
    }
    let is_latin = meaning.chars().all(|letter| letter < '\u{250}');
    (count >= FEWEST && is_latin).then(|| meaning.into())
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
        ])
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
