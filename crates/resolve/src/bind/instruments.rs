//! The instrument that a noun, or a title which no lexicon has, stands for.

use std::sync::Arc;

use citation::{Back, Citation, Referent};
use draft::Block;

use super::{Antecedent, Binder, committee, one_line};

impl Binder<'_> {
    /// The instrument that a noun stands for.
    pub(super) fn called(
        &self,
        back: Back,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Antecedent> {
        let token = &citation.token;
        let words = one_line(text.get(token.clone()).unwrap_or_default());
        if let Back::Called(noun) = back {
            let called = self.short_forms.called(&words, noun, token, block, text);
            let called = called.or_else(|| self.of_own_committee(noun))?;
            return Some((called, false));
        }
        let meant = self.short_forms.meant(&words, token, block, text);
        let known = || {
            self.short_forms
                .charter(&words)
                .or_else(|| self.of_own_committee(&words))
        };
        meant.or_else(|| {
            citation.pinpoint.as_ref()?;
            Some((known()?, false))
        })
    }

    /// The treaty of the committee whose document the draft is, where `noun` is what it is called and the draft names no
    /// other so.
    fn of_own_committee(&self, noun: &str) -> Option<Referent> {
        let committee = self.speaker.committee.as_ref()?;
        self.short_forms
            .is_unnamed(noun)
            .then(|| committee::own_treaty(committee, noun, self.short_forms.lexicon))?
    }

    /// An instrument that no lexicon has: as the draft has defined it, as a title that the page cuts off, as a known one
    /// that is all but named so, with its name, or by its own words.
    pub(super) fn titled(
        &self,
        written: &str,
        citation: &Citation,
        text: &str,
    ) -> (Referent, Option<Arc<str>>) {
        let words = one_line(written);
        let forms = &self.short_forms;
        let known = forms
            .defined_as(&words)
            .or_else(|| forms.completed(&words, &citation.token, text))
            .or_else(|| forms.longer(&words));
        match (known, forms.all_but_named(&words)) {
            (Some(known), _) => (known, None),
            (None, Some((known, right))) => (known, right),
            (None, None) => (Referent::Instrument(words.into()), None),
        }
    }
}
