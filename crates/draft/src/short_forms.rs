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
        if pairs(gone).eq(pairs(come)) {
            self.clone()
        } else {
            Self::default()
        }
    }
}

fn in_order<'m>(all: impl Iterator<Item = &'m Marks>) -> Vec<ShortForm> {
    let mut introduced: Vec<(&str, &str)> = pairs(all).collect();
    // A stable sort: of two introductions of one form the first in the draft counts.
    introduced.sort_by_key(|(short, _)| *short);
    introduced.dedup_by_key(|(short, _)| *short);
    let form = |(short, full): (&str, &str)| ShortForm {
        short: short.into(),
        full: full.into(),
    };
    introduced.into_iter().map(form).collect()
}

fn pairs<'m>(all: impl Iterator<Item = &'m Marks>) -> impl Iterator<Item = (&'m str, &'m str)> {
    let definitions = all.flat_map(|marks| &marks.definitions);
    definitions.map(|definition| (&*definition.short, &*definition.full))
}
