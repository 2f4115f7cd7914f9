//! What the nouns of other languages mean: "la Convention", "del Pacto", "Пакта".

use std::ops::Range;

use citation::Referent;
use draft::Block;

use super::{ShortForms, only};
use crate::title_fit::{TO, TitleFit};

/// How the Spanish for "Convention" begins that those of the International Labour Organization, each a "Convenio", are
/// never called.
const CONVENCION: &str = "Convenci";

fn is_labour(instrument: &Referent) -> bool {
    instrument.to_string().starts_with("ILO ")
}

impl ShortForms<'_> {
    /// What `words` of another language, which stand at `token` in `block`, mean: what they were defined for, else what
    /// the English `noun` means that titles are known by.
    pub(in crate::bind) fn called(
        &self,
        words: &str,
        noun: &str,
        token: &Range<usize>,
        block: &Block<'_>,
        text: &str,
    ) -> Option<Referent> {
        let of_no_labour = words.starts_with(CONVENCION);
        let is_possible = |meant: &Referent| !(of_no_labour && is_labour(meant));
        let only_possible = || {
            let mut named = self.rest.instruments(noun, TitleFit::Together);
            named.retain(|meant| is_possible(meant));
            only(named).filter(|_| of_no_labour)
        };
        self.defined_as(words)
            .or_else(|| Some(self.meant(noun, token, block, text)?.0))
            .filter(is_possible)
            .or_else(only_possible)
            .or_else(|| self.treaty_of_protocol(noun))
            .or_else(|| self.charter(noun))
    }

    /// The treaty called `noun` that the draft names only in the name of its protocol.
    pub(in crate::bind) fn treaty_of_protocol(&self, noun: &str) -> Option<Referent> {
        let protocols = self.rest.instruments(noun, TitleFit::InProtocol);
        let treaty = |protocol: &Referent| {
            let protocol = protocol.to_string();
            let (_, treaty) = protocol.split_once(TO)?;
            // "Optional Protocol to the Convention on … on …": where the title of the treaty ends, only a list of them tells.
            let mut ends = treaty.match_indices([' ', ',']).map(|(end, _)| end).rev();
            let title = self.lexicon.title_of(treaty);
            let title =
                title.or_else(|| ends.find_map(|end| self.lexicon.title_of(&treaty[..end])));
            Some(Referent::Instrument(title?.clone()))
        };
        let mut treaties = protocols.iter().map(treaty);
        let first = treaties.next()??;
        treaties
            .all(|other| other.as_ref() == Some(&first))
            .then_some(first)
    }
}
