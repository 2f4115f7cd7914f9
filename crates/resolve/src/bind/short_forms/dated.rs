//! What nouns with a year in front mean: "the 1967 Protocol", "the 1992 Declaration".

use citation::Referent;

use super::{ShortForms, is_year, only};
use crate::title_fit::{TitleFit, is_dated};

/// What goes by the year of its adoption.
const ADOPTED: [&str; 5] = [
    "Charter",
    "Convention",
    "Covenant",
    "Declaration",
    "Protocol",
];

impl ShortForms<'_> {
    /// The only title of the lexicon that is known with the year of `words`: "the 1967 Protocol"; else the only
    /// instrument of that year that the draft names: "the 1988 Convention" behind "Convention against … of 1988".
    pub(super) fn of_year(&self, words: &str) -> Option<Referent> {
        let (_, noun) = words.split_once(' ').filter(|(year, _)| is_year(year))?;
        let begins = |written: &str| {
            let rest = written.strip_prefix(words);
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        let mut titles = self
            .lexicon
            .names_like(words)
            .filter(|name| begins(&name.written))
            .map(|name| &name.title);
        if let Some(title) = titles.next()
            && titles.all(|other| other == title)
        {
            return Some(Referent::Instrument(title.clone()));
        }
        if let Some(of_year) = only(self.rest.instruments(words, TitleFit::OfYear)) {
            return Some(of_year);
        }
        let mut of_kind = self.rest.instruments(noun, TitleFit::Together);
        // One of which no day is known may be that of the year: "the 1989 International Convention on Salvage".
        let are_dated = ADOPTED.contains(&noun) && of_kind.iter().all(is_dated);
        of_kind.retain(|referent| {
            let title = referent.to_string();
            let names = self.lexicon.names_like(noun);
            let mut spellings = names.filter(|name| *name.title == *title);
            spellings.any(|name| TitleFit::OfYear.fits(&name.written, words))
        });
        let adopted =
            || are_dated.then(|| only(self.rest.instruments(words, TitleFit::Adopted)))?;
        only(of_kind).or_else(adopted)
    }
}
