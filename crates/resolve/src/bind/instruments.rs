//! The instrument that a noun, or a title which no lexicon has, stands for.

use std::sync::Arc;

use citation::{Back, Citation, Referent};
use draft::Block;

use super::{Antecedent, Binder, one_line};

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
            let called = self.short_forms.called(&words, noun, token, block, text)?;
            return Some((called, false));
        }
        let meant = self.short_forms.meant(&words, token, block, text);
        meant.or_else(|| {
            citation.pinpoint.as_ref()?;
            Some((self.short_forms.charter(&words)?, false))
        })
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
