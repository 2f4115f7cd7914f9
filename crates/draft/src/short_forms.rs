//! The short forms that a draft introduces, by their letters: what is offered to whoever types the first of them.
//!
//! Put together when somebody asks, and shared by the states of a draft that follow until an edit brings, takes
//! or alters one, so that asking again costs what is found and not the draft. Behind such an edit only the forms that
//! it touches are put together anew.

use std::sync::{Arc, OnceLock};

use crate::Marks;

/// A short form that a draft introduces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortForm {
    /// Its letters or words.
    pub short: Arc<str>,
    /// The full name that the draft gives first.
    pub full: Arc<str>,
    /// Whether it is an acronym there and not words.
    pub is_acronym: bool,
}

/// With more forms touched than this the list is put together anew.
const MOST_TOUCHED: usize = 16;

/// Those of a draft, each once, in the order of their letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShortForms {
    known: Arc<OnceLock<Vec<ShortForm>>>,
    before: Option<Before>,
}

/// Those of an earlier state of the draft.
#[derive(Clone, Debug)]
struct Before {
    known: Arc<OnceLock<Vec<ShortForm>>>,
    /// The short forms that the edits since have brought, taken or altered.
    touched: Vec<Box<str>>,
}

/// A definition: the short form, the full name, whether it is an acronym.
type Introduction<'m> = (&'m str, &'m str, bool);

impl ShortForms {
    /// Those that begin with `prefix`, of the draft whose marks are `all` in order.
    pub(crate) fn beginning<'m>(
        &self,
        prefix: &str,
        all: impl Iterator<Item = &'m Marks>,
    ) -> &[ShortForm] {
        let forms = self.known.get_or_init(|| match &self.before {
            Some(before) => before.followed_by(introduced(all)),
            None => in_order(introduced(all)),
        });
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
        let (gone, come): (Vec<_>, Vec<_>) =
            (introduced(gone).collect(), introduced(come).collect());
        if gone == come {
            return self.clone();
        }
        let mut before = match &self.before {
            _ if self.known.get().is_some() => Before {
                known: Arc::clone(&self.known),
                touched: Vec::new(),
            },
            Some(before) => before.clone(),
            None => return Self::default(),
        };
        before.touch(&gone, &come);
        if before.touched.len() > MOST_TOUCHED {
            return Self::default();
        }
        Self {
            known: Arc::default(),
            before: Some(before),
        }
    }
}

impl Before {
    /// Takes note of an edit behind which the definitions `come` stand where `gone` stood.
    fn touch(&mut self, gone: &[Introduction<'_>], come: &[Introduction<'_>]) {
        let same = gone
            .iter()
            .zip(come)
            .take_while(|(one, other)| one == other);
        let same = same.count();
        let (gone, come) = (&gone[same..], &come[same..]);
        let behind = gone.iter().rev().zip(come.iter().rev());
        let behind = behind.take_while(|(one, other)| one == other).count();
        let gone = &gone[..gone.len() - behind];
        let come = &come[..come.len() - behind];
        for (short, ..) in gone.iter().chain(come) {
            if self.touched.len() <= MOST_TOUCHED && !self.has_touched(short) {
                self.touched.push((*short).into());
            }
        }
    }

    fn has_touched(&self, short: &str) -> bool {
        self.touched.iter().any(|touched| **touched == *short)
    }

    /// Those of the draft whose definitions are `all` now.
    fn followed_by<'m>(&self, all: impl Iterator<Item = Introduction<'m>>) -> Vec<ShortForm> {
        let before = self.known.get().map_or(&[][..], Vec::as_slice);
        let stayed = before.iter().filter(|form| !self.has_touched(&form.short));
        let mut forms: Vec<ShortForm> = stayed.cloned().collect();
        for form in in_order(all.filter(|(short, ..)| self.has_touched(short))) {
            let place = forms.partition_point(|other| other.short < form.short);
            forms.insert(place, form);
        }
        forms
    }
}

fn in_order<'m>(all: impl Iterator<Item = Introduction<'m>>) -> Vec<ShortForm> {
    let mut forms: Vec<_> = all.collect();
    // A stable sort: of two introductions of one form the first in the draft counts.
    forms.sort_by_key(|(short, ..)| *short);
    forms.dedup_by_key(|(short, ..)| *short);
    let form = |(short, full, is_acronym): Introduction<'_>| ShortForm {
        short: short.into(),
        full: full.into(),
        is_acronym,
    };
    forms.into_iter().map(form).collect()
}

fn introduced<'m>(all: impl Iterator<Item = &'m Marks>) -> impl Iterator<Item = Introduction<'m>> {
    let definitions = all.flat_map(|marks| &marks.definitions);
    definitions.map(|one| (&*one.short, &*one.full, one.acronym))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dialect, Draft};

    fn defining(names: &[&str]) -> String {
        let paragraph =
            |name: &&str| format!("The Contact {name} of Friends (“the {name}”) met.\n\n");
        names.iter().map(paragraph).collect()
    }

    #[test]
    fn an_edit_inside_a_definition_leaves_the_others_as_they_are() {
        let names = ["Group", "Board", "Circle", "Fund", "Office"];
        let text = defining(&names);
        let mut draft = Draft::new(&text, Dialect::Markdown, Arc::default());
        let before = draft.blocks().short_forms("").to_vec();
        assert_eq!(before.len(), names.len());
        let at = text.find("Circle”").unwrap();
        // Of the states between, nobody asks.
        draft.edit(at..at + 1, "M");
        draft.edit(at + 1..at + 6, "ill");
        let forms = draft.blocks().short_forms("");
        let shorts: Vec<&str> = forms.iter().map(|form| &*form.short).collect();
        assert_eq!(shorts, ["Board", "Fund", "Group", "Mill", "Office"]);
        for form in forms.iter().filter(|form| *form.short != *"Mill") {
            let same = |other: &&ShortForm| Arc::ptr_eq(&other.full, &form.full);
            assert!(before.iter().any(|other| same(&other)), "{form:?}");
        }
    }

    #[test]
    fn of_two_introductions_the_one_that_is_first_now_counts() {
        let text = "The Contact Group (“the Group”) met.\n\nThe Working Group (“the Group”) met.\n";
        let mut draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let full = |draft: &Draft| draft.blocks().short_forms("Group")[0].full.to_string();
        assert_eq!(full(&draft), "The Contact Group");
        draft.edit(0..text.find("The Working").unwrap(), "");
        assert_eq!(full(&draft), "The Working Group");
        draft.edit(0..0, "The Joint Group (“the Group”) met.\n\n");
        assert_eq!(full(&draft), "The Joint Group");
    }
}
