//! What "the Optional Protocol thereto" and "Protocol II" mean: a protocol to the treaty that the draft has named, or the other of
//! two that go by their numbers.

use citation::Referent;

use super::{ShortForms, only, sentence_start};
use crate::title_fit::TitleFit;

/// What treaties are called to which others make protocols.
const TREATIES: [&str; 2] = ["Convention", "Covenant"];

/// The name with which a treaty has the numbers of its protocols up to the fifth.
const OF_WEAPONS: &str = "Convention on Certain Conventional Weapons";

/// What has protocols of 1977 and 2005 that go by their numbers.
const OF_GENEVA: &str = "Geneva Convention";

impl ShortForms<'_> {
    /// The protocol, called `noun`, to the instrument that the block means last before the byte `at`, or the only
    /// optional one that the draft may mean.
    pub(in crate::bind) fn last_protocol(
        &self,
        noun: &str,
        text: &str,
        at: usize,
    ) -> Option<Referent> {
        let Some((end, treaty)) = &self.last else {
            return self.only_protocol(noun);
        };
        // A treaty between the two that is not known is the one whose protocol is meant.
        let is_last = TREATIES
            .iter()
            .all(|treaty| !text[*end..at].contains(treaty));
        is_last.then(|| self.protocol_to(treaty, noun))?
    }

    /// The protocol, called `noun`, to the only treaty that the draft names, where it has one.
    pub(in crate::bind) fn only_protocol(&self, noun: &str) -> Option<Referent> {
        let named = TREATIES.into_iter();
        let named = named.flat_map(|noun| self.rest.instruments(noun, TitleFit::Together));
        self.protocol_to(&only(named.collect())?, noun)
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
            let mut nouns = TREATIES.into_iter();
            *place >= from && nouns.any(|noun| TitleFit::Together.fits(&title, noun))
        };
        let mut named = self.mentions.iter().rev().filter(is_treaty);
        let last = named.next();
        named.any(|(_, other)| last.is_some_and(|(_, last)| last != other))
    }

    /// The protocol that `words` are the number of, "Protocol II": one of 1977 where the draft names the other, or the block
    /// means the Geneva Conventions last; one to the Convention on Certain Conventional Weapons where only
    /// that has so many. A draft that names both may mean either.
    pub(in crate::bind) fn numbered_protocol(&self, words: &str) -> Option<Referent> {
        if let Some(defined) = self.defined_as(words) {
            return Some(defined);
        }
        let named = |words| !self.rest.instruments(words, TitleFit::Longer).is_empty();
        let is_last = |title: &str| {
            let last = self.last.as_ref();
            last.is_some_and(|(_, last)| last.to_string().starts_with(title))
        };
        let of_geneva =
            || named("Protocol Additional") || named("Additional Protocols") || is_last(OF_GENEVA);
        let title = match (named("Convention on Prohibitions"), words) {
            (false, _) => of_geneva().then(|| format!("Additional {words}")),
            (true, "Protocol I" | "Protocol II") => None,
            (true, _) => (!of_geneva()).then(|| format!("{words} to the {OF_WEAPONS}")),
        };
        let title = self.lexicon.title_of(&title?)?;
        Some(Referent::Instrument(title.clone()))
    }
}
