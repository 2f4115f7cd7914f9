//! The short forms that a draft introduces, by their letters: what is offered to whoever types the first of them.
//!
//! Put together when somebody asks, and shared by the states of a draft that follow until an edit brings, takes
//! or alters one, so that asking again costs what is found and not the draft.

use std::sync::{Arc, OnceLock};

use crate::Marks;

/// A short form that a draft introduces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortForm {
    /// Its letters or words.
    pub short: Box<str>,
    /// The full name that the draft gives first.
    pub full: Box<str>,
    /// Whether it is an acronym there and not words.
    pub is_acronym: bool,
}

/// Those of a draft, each once, in the order of their letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShortForms(Arc<OnceLock<Vec<ShortForm>>>);

impl ShortForms {
    /// Those that begin with `prefix`, of the draft whose marks are `all` in order.
    pub(crate) fn beginning<'m>(
        &self,
        prefix: &str,
        all: impl Iterator<Item = &'m Marks>,
    ) -> &[ShortForm] {
        let forms = self.0.get_or_init(|| in_order(all));
        let start = forms.partition_point(|form| *form.short < *prefix);
        let found = forms[start..]
            .iter()
            .take_while(|form| form.short.starts_with(prefix));
        &forms[start..start + found.count()]
    }

    /// Those of a draft in which the blocks with the marks `gone` have made way for those with the marks `come`.
    pub(crate) fn behind_edit<'m>(
        &self,
        gone: impl Iterator<Item = &'m Marks>,
        come: impl Iterator<Item = &'m Marks>,
    ) -> Self {
        if introduced(gone).eq(introduced(come)) {
            self.clone()
        } else {
            Self::default()
        }
    }
}

fn in_order<'m>(all: impl Iterator<Item = &'m Marks>) -> Vec<ShortForm> {
    let mut forms: Vec<_> = introduced(all).collect();
    // A stable sort: of two introductions of one form the first in the draft counts.
    forms.sort_by_key(|(short, ..)| *short);
    forms.dedup_by_key(|(short, ..)| *short);
    let form = |(short, full, is_acronym): (&str, &str, bool)| ShortForm {
        short: short.into(),
        full: full.into(),
        is_acronym,
    };
    forms.into_iter().map(form).collect()
}

fn introduced<'m>(
    all: impl Iterator<Item = &'m Marks>,
) -> impl Iterator<Item = (&'m str, &'m str, bool)> {
    let definitions = all.flat_map(|marks| &marks.definitions);
    definitions.map(|one| (&*one.short, &*one.full, one.acronym))
}
