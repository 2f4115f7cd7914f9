//! Names in Cyrillic letters, which are spelled out when a text has such a letter: with all their endings they are as
//! many as all others, and few drafts have one.

use std::sync::OnceLock;

use super::{Lexicon, Name};

/// Names that begin with a Cyrillic letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Later {
    spellers: Vec<fn() -> Vec<Name>>,
    /// Never has such names of its own.
    spelled: OnceLock<Box<Lexicon>>,
}

impl Later {
    pub(super) fn add(&mut self, spell: fn() -> Vec<Name>) {
        self.spellers.push(spell);
        self.spelled = OnceLock::new();
    }

    pub(super) fn add_all(&mut self, other: &Self) {
        for spell in &other.spellers {
            self.add(*spell);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spellers.is_empty()
    }

    /// The lexicon with the names that begin with the alphabet of `first`.
    pub(super) fn of(&self, first: char) -> Option<&Lexicon> {
        let may_begin = matches!(first, '\u{400}'..='\u{52F}') && !self.is_empty();
        may_begin.then(|| self.spelled())
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Name] {
        if self.is_empty() {
            return &[];
        }
        &self.spelled().names
    }

    /// The name of this index among them, which a text has.
    pub(super) fn name(&self, index: usize) -> &Name {
        &self.spelled().names[index]
    }

    fn spelled(&self) -> &Lexicon {
        self.spelled.get_or_init(|| {
            let names = self.spellers.iter().flat_map(|spell| spell());
            Box::new(Lexicon::new(names.collect()))
        })
    }
}
