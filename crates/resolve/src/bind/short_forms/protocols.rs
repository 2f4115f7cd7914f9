//! What "the Optional Protocol thereto" and "Protocol II" mean: a protocol to the treaty that the draft has named, or the other of
//! two that go by their numbers.

use citation::Referent;

use super::{ShortForms, only, sentence_start};
use crate::fit::Fit;

impl ShortForms<'_> {
    /// The protocol to the instrument that the block names last, called `noun`, or the only optional one that the draft may
    /// mean.
    pub(in crate::bind) fn last_protocol(&self, noun: &str) -> Option<Referent> {
        match self.mentions.last() {
            Some((_, treaty)) => self.protocol_to(treaty, noun),
            None => self.only_protocol(),
        }
    }

    /// The optional protocol to the only treaty that the draft names, where it has one.
    pub(in crate::bind) fn only_protocol(&self) -> Option<Referent> {
        let nouns = ["Convention", "Covenant"].into_iter();
        let named = nouns.flat_map(|noun| self.rest.instruments(noun, Fit::Together));
        self.protocol_to(&only(named.collect())?, "Optional Protocol")
    }

    /// The only protocol to `treaty` that is called `noun`: it has the title of the treaty in its own, or the same subject.
    pub(in crate::bind) fn protocol_to(&self, treaty: &Referent, noun: &str) -> Option<Referent> {
        let treaty = treaty.to_string();
        let to_it = self.lexicon.title_of(&format!("{noun} to the {treaty}"));
        let on_its_subject = || {
            let subject = treaty.strip_prefix("Convention ")?;
            self.lexicon.title_of(&format!("{noun} {subject}"))
        };
        let title = to_it.or_else(on_its_subject)?;
        Some(Referent::Instrument(title.clone()))
    }

    /// Whether the sentence names several treaties before the byte `at` of the block.
    pub(in crate::bind) fn has_treaties(&self, text: &str, at: usize) -> bool {
        let from = sentence_start(text, at);
        let is_treaty = |(place, named): &&(usize, Referent)| {
            let title = named.to_string();
            let mut nouns = ["Convention", "Covenant"].into_iter();
            *place >= from && nouns.any(|noun| Fit::Together.fits(&title, noun))
        };
        let mut named = self.mentions.iter().rev().filter(is_treaty);
        let last = named.next();
        named.any(|(_, other)| last.is_some_and(|(_, last)| last != other))
    }

    /// The protocol of 1977 that `words` are the number of, "Protocol II", where the draft names one of them and no other
    /// treaty with numbered protocols.
    pub(in crate::bind) fn numbered_protocol(&self, words: &str) -> Option<Referent> {
        if let Some(defined) = self.defined_as(words) {
            return Some(defined);
        }
        let named = |words| !self.rest.instruments(words, Fit::Longer).is_empty();
        let is_named = named("Protocol Additional") || named("Additional Protocols");
        let title = (is_named && !named("Convention on Prohibitions"))
            .then(|| self.lexicon.title_of(&format!("Additional {words}")))?;
        title.cloned().map(Referent::Instrument)
    }
}
