//! Which body a text names beside a number: "du Conseil de sécurité", "резолюции Совета Безопасности".

use super::Grammar;
use super::words::Role;
use super::{cursor, sentences};
use crate::{Body, Naming};

/// What names a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// Its name.
    Full(Body),
    /// A noun for bodies of its kind: "the Committee".
    Noun(Body),
}

impl Name {
    /// How a number is named that has only this name.
    pub(super) fn naming(self) -> Naming {
        match self {
            Self::Full(body) => Naming::Named(body),
            Self::Noun(body) => Naming::Unnamed {
                previous: Some(body),
            },
        }
    }

    fn body(self) -> Body {
        match self {
            Self::Full(body) | Self::Noun(body) => body,
        }
    }
}

/// The body at `at`, with "of the United Nations" behind it, and the offset behind both.
pub(super) fn at(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Name, usize)> {
    if let Some((key, end)) = grammar.word(Role::Body, text, at) {
        let end = grammar.words().skip(Role::UnitedNations, text, end);
        return Some((Name::Full(Body::new(key)), end));
    }
    let (noun, end) = grammar.word(Role::Noun, text, at)?;
    Some((self::noun(noun), end))
}

/// The name that a noun for bodies of its kind is.
pub(super) fn noun(noun: &str) -> Name {
    Name::Noun(Body::named(noun).unwrap_or_else(|| Body::new(noun)))
}

/// The body that follows a number at `at`, behind "of" or "by" where the language has such words, and
/// behind "adopted".
pub(super) fn after(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Name, usize)> {
    let spaced = cursor::skip_space(text, at);
    let comma = cursor::sign(text, spaced, ',').map(|end| cursor::skip_space(text, end));
    let adopted = grammar.word(Role::Adopted, text, comma.unwrap_or(spaced));
    let start = adopted.map_or(spaced, |(_, end)| cursor::skip_space(text, end));
    let joined = grammar
        .word(Role::By, text, start)
        .or_else(|| grammar.word(Role::Of, text, start));
    let has_joints = !grammar.words().all(Role::By).is_empty();
    match joined {
        Some((_, end)) if has_joints => self::at(text, cursor::skip_space(text, end), grammar),
        _ if has_joints => grammar.joined_body(text, start),
        _ => self::at(text, start, grammar),
    }
}

/// The body between an act and its number, with or without "of" before it.
pub(super) fn between(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Name, usize)> {
    let start = cursor::skip_space(text, at);
    let joined = grammar
        .word(Role::By, text, start)
        .or_else(|| grammar.word(Role::Of, text, start))
        .map_or(start, |(_, end)| cursor::skip_space(text, end));
    let short = || {
        let (key, end) = grammar.word(Role::ShortBody, text, joined)?;
        let end = grammar.words().skip(Role::UnitedNations, text, end);
        Some((Name::Full(Body::new(key)), end))
    };
    self::at(text, joined, grammar).or_else(short)
}

/// Reads a text from its beginning on for the body named last in each sentence; the places it is asked
/// about come in order.
#[derive(Default)]
pub(super) struct Speech {
    read: usize,
    named: Option<Body>,
}

impl Speech {
    /// The body named last before `at` in its sentence.
    pub(super) fn named_before(
        &mut self,
        text: &str,
        at: usize,
        grammar: &dyn Grammar,
    ) -> Option<Body> {
        let abbreviations = grammar.words().all(Role::Abbreviation);
        while self.read < at {
            let place = self.read;
            let Some(character) = text[place..].chars().next() else {
                break;
            };
            self.read += character.len_utf8();
            if sentences::ends_sentence(text, place, character, abbreviations) {
                self.named = None;
            } else if grammar.begins_word(text, place)
                && let Some((name, end)) = self::at(text, place, grammar)
                && end <= at
            {
                self.named = Some(name.body());
                self.read = end;
            }
        }
        self.named.clone()
    }
}
