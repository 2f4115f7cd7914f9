//! Whose the numbers of a list are that stand alone: the Security Council's where the sentence names it, nobody's where
//! another owner follows.

use super::super::bodies::{self, Name};
use super::super::words::Role;
use super::super::{Language, cursor, dates, number};
use super::items::List;
use crate::Body;
use crate::facts::security_council_year;

/// The most numbers of the Security Council that stand alone before it is named.
const MOST_ALONE: usize = 12;

/// Endings of Russian nouns and adjectives in the genitive; what acts or joins mostly ends otherwise.
const GENITIVES: [&str; 8] = ["ой", "ей", "ого", "его", "ых", "их", "ы", "и"];

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !cursor::is_alphabetic(c));
    &text[..end.unwrap_or(text.len())]
}

pub(super) fn is_council(name: &Name) -> bool {
    matches!(name, Name::Full(body) if body.key() == Body::SECURITY_COUNCIL)
}

impl List<'_> {
    /// Whether the numbers that go on at `at` end with the Security Council: "242 et 338 du Conseil de sécurité".
    pub(super) fn are_the_councils(&self, at: usize) -> bool {
        let mut end = cursor::sign(self.text, at, ')').unwrap_or(at);
        for _ in 0..MOST_ALONE {
            if let Some((name, _)) = bodies::after(self.text, end, self.grammar) {
                return is_council(&name);
            }
            let next = self.list_joint(end).filter(|next| *next < self.limit);
            let number = next.and_then(|next| {
                number::alone(self.text, next).or_else(|| number::at(self.text, next, self.grammar))
            });
            match number {
                Some(number) => end = number.end,
                None => return false,
            }
        }
        false
    }

    /// Whether the Council, named last, has reached the number, and nobody owns the list that it begins.
    pub(super) fn is_spoken_of(&self, number: &number::Number) -> bool {
        let reached = || number.latin.parse().ok().and_then(security_council_year);
        // Shorter ones may count anything.
        self.spoken && number.latin.len() > 2 && reached().is_some() && !self.is_owned(number.end)
    }

    /// Whether words follow the numbers that go on at `at` which may say whose they are: "de la mairie", "городской
    /// думы".
    fn is_owned(&self, at: usize) -> bool {
        let (text, grammar) = (self.text, self.grammar);
        let mut end = cursor::sign(text, at, ')').unwrap_or(at);
        for _ in 0..MOST_ALONE {
            if bodies::after(text, end, grammar).is_some() {
                return true;
            }
            let spaced = cursor::skip_space(text, end);
            let next = self.list_joint(end).filter(|next| *next < self.limit);
            let number = next.and_then(|next| {
                number::alone(text, next).or_else(|| number::at(text, next, grammar))
            });
            match number {
                Some(number) => end = number.end,
                None => {
                    return next.is_none()
                        && dates::after(text, end, grammar).is_none()
                        && self.opens_owner(spaced);
                }
            }
        }
        false
    }

    /// Whether an owner may begin at `at`: with "of", or in the genitive where the language declines its nouns.
    fn opens_owner(&self, at: usize) -> bool {
        if self.grammar.language() == Language::Russian {
            let behind = &self.text[at..];
            let is_small = behind.starts_with(cursor::is_alphabetic);
            return is_small
                && GENITIVES
                    .iter()
                    .any(|ending| first_word(behind).ends_with(ending));
        }
        self.grammar.word(Role::Of, self.text, at).is_some()
    }
}
