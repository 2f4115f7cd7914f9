//! The instrument that a noun, or a title which no lexicon has, stands for.

use std::ops::Range;
use std::sync::Arc;

use citation::{Back, Citation, Referent};
use draft::Block;

use super::short_forms::is_year;
use super::{Antecedent, Binder, committee, companions, one_line, rivals};
use crate::title_fit::TitleFit;

/// The noun of an instrument that texts call by whose it is: "the Court’s Statute".
const STATUTE: &str = "Statute";

/// What Chinese calls covenants and conventions alike.
const COVENANT_OR_CONVENTION: [&str; 2] = ["公约", "公約"];

/// The noun of what adds a procedure to a treaty on human rights.
const OPTIONAL_PROTOCOL: &str = "Optional Protocol";

/// What two or more of them are called.
const OPTIONAL_PROTOCOLS: &str = "Optional Protocols";

/// The noun of what adds anything else.
const PROTOCOL: &str = "Protocol";

impl Binder<'_> {
    /// The instrument that a noun stands for. Where it is for none, the blocks that come after hear of it.
    pub(super) fn called(
        &self,
        back: Back,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Antecedent> {
        let called = self.called_here(back, citation, text, block);
        if called.is_none() {
            let words = text.get(citation.token.clone()).unwrap_or_default();
            self.short_forms.means_nothing_yet(&one_line(words));
        }
        called
    }

    fn called_here(
        &self,
        back: Back,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Antecedent> {
        let token = &citation.token;
        let words = year_first(one_line(text.get(token.clone()).unwrap_or_default()));
        let forms = &self.short_forms;
        if let Back::Thereto(noun) = back {
            return Some((forms.last_protocol(noun, text, token.start)?, false));
        }
        if let Back::ToTreaty(protocol, treaty) = back {
            // "《公约》第二项任择议定书" has the noun of the treaty in front.
            let quoted = words
                .strip_prefix('《')
                .and_then(|rest| rest.split_once('》'));
            let last = || words.rsplit([' ', '\'', '’']).next().unwrap_or_default();
            let noun = quoted.map_or_else(last, |(noun, _)| noun);
            let called = |treaty: &&str| forms.called(noun, treaty, token, block, text);
            let nouns = nouns_of(noun, &treaty);
            let treaty = self
                .of_own_committee(treaty)
                .or_else(|| nouns.iter().find_map(called))?;
            return Some((forms.protocol_to(&treaty, protocol)?, false));
        }
        if let Back::Called(noun) = back
            && let Some(year) = words.split(' ').find(|word| is_year(word))
        {
            let dated = format!("{year} {noun}");
            return Some((forms.meant(&dated, token, block, text)?.0, false));
        }
        let noun = match back {
            Back::Called(noun) => noun,
            _ => &words,
        };
        let is_theirs = is_theirs(text, token);
        if let Back::Called(numbered) = back
            && numbered.starts_with("Protocol ")
        {
            return Some((forms.numbered_protocol(numbered)?, false));
        }
        // "that Convention" is the one before it, whatever the draft calls "the Convention".
        let is_pointed = text[..token.start].split_whitespace().next_back() == Some("that");
        if let Some(last) = is_pointed.then(|| forms.last_called(noun)).flatten() {
            let is_only =
                !forms.names_besides(&last, noun) && !rivals::any(block, text, noun, &last);
            return Some((last, is_only));
        }
        // To a committee "the Convention" is its own, whichever others its document names.
        let is_explained = rivals::acronym_behind(text, token.end).is_some();
        let nouns = nouns_of(&words, &noun);
        let is_dated = words.split(' ').next().is_some_and(is_year);
        let is_owned = is_theirs && back == Back::Noun && noun.contains(PROTOCOL) && !is_dated;
        if is_owned && forms.is_unsaid(&words) {
            return Some((self.protocol_thereto(noun, token, text, block)?, false));
        }
        if !is_explained
            && forms.is_unsaid(&words)
            && let Some(own) = nouns
                .iter()
                .find_map(|noun| self.of_own_committee(noun))
                .or_else(|| self.protocol_thereto(noun, token, text, block))
        {
            return Some((own, false));
        }
        if let Back::Called(noun) = back {
            let called = |noun: &&str| forms.called(&words, noun, token, block, text);
            let mut called = nouns.iter().filter_map(called);
            let only = called
                .next()
                .filter(|first| called.all(|other| other == *first));
            return Some((only.or_else(|| self.of_own_body(noun, token.start))?, false));
        }
        let owner = (words == STATUTE)
            .then(|| companions::owner(text, token))
            .flatten();
        let is_owners =
            |meant: &Referent| owner.is_none_or(|owner| meant.to_string().contains(owner));
        if let Some(charter) = self.charter_by_place(&words, citation, text) {
            return Some((charter, false));
        }
        let meant = forms
            .meant(&words, token, block, text)
            .filter(|(meant, _)| {
                is_owners(meant) && self.may_be_charter(&words, meant, citation, text)
            });
        meant.or_else(|| {
            let known = self
                .of_own_title(&words, block, text)
                .filter(is_owners)
                .or_else(|| self.companion(&words, owner))
                .or_else(|| self.of_own_body(&words, token.start));
            let charter = || {
                let is_meant = self.is_charter_of_all(&words, citation, text);
                is_meant.then(|| forms.charter(&words))?
            };
            let of_protocol = || {
                let is_treaty = forms.is_unsaid(&words) && forms.is_unnamed(&words);
                is_treaty.then(|| forms.treaty_of_protocol(&words))?
            };
            Some((known.or_else(charter).or_else(of_protocol)?, false))
        })
    }

    /// The instrument that `noun` is of an organization which the draft names, where it names no other so.
    fn companion(&self, noun: &str, owner: Option<&str>) -> Option<Referent> {
        let forms = &self.short_forms;
        let rest = self.numbers.rest;
        (forms.is_unsaid(noun) && forms.is_unnamed(noun)).then(|| {
            companions::meant(noun, owner, rest, forms.lexicon)
                .or_else(|| companions::on_drugs(noun, rest, forms.lexicon))
        })?
    }

    /// The treaty of the committee whose document the draft is, where `noun` is what it is called.
    fn of_own_committee(&self, noun: &str) -> Option<Referent> {
        let committee = self.speaker.committee.as_ref()?;
        committee::own_treaty(committee, noun, self.short_forms.lexicon)
    }

    /// The instrument that the title of the draft names, where `noun` is what it is called and nothing in the block may be
    /// another.
    fn of_own_title(&self, noun: &str, block: &Block<'_>, text: &str) -> Option<Referent> {
        let own = self.speaker.instrument.as_ref()?;
        let forms = &self.short_forms;
        let is_meant = TitleFit::Together.fits(&own.to_string(), noun)
            && forms.is_unsaid(noun)
            && !forms.names_besides(own, noun)
            && !rivals::any(block, text, noun, own);
        is_meant.then(|| own.clone())
    }

    /// The treaty of whose parties the body that speaks is the conference, or the one which that treaty belongs to, where
    /// `noun` is what it is called and the draft names no other so.
    fn of_own_body(&self, noun: &str, at: usize) -> Option<Referent> {
        let body = self.numbers.speaks_at(at)?;
        let forms = &self.short_forms;
        let of_commission = companions::of_commission(&body, noun, forms.lexicon);
        if let Some(followed_up) = of_commission.filter(|_| forms.is_unsaid(noun)) {
            return Some(followed_up);
        }
        (forms.is_unsaid(noun) && forms.is_unnamed(noun))
            .then(|| companions::of_conference(&body.to_string(), noun, forms.lexicon))?
    }

    /// The protocol to a treaty that the words at `token` mean by themselves: "the Convention and the Optional
    /// Protocol thereto", "the Optional Protocol to the Convention".
    fn protocol_thereto(
        &self,
        noun: &str,
        token: &Range<usize>,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Referent> {
        // "the 2005 Optional Protocol thereto" is told by the treaty.
        let dated = noun.split_once(' ').filter(|(year, _)| is_year(year));
        let noun = dated.map_or(noun, |(_, noun)| noun);
        if !noun.contains(PROTOCOL) {
            return None;
        }
        let forms = &self.short_forms;
        let behind = text[token.end..].trim_start();
        if is_theirs(text, token) {
            // "the two Conventions and the Optional Protocols thereto" means those to both.
            let is_either = noun == OPTIONAL_PROTOCOLS && forms.has_treaties(text, token.start);
            return (!is_either).then(|| forms.last_protocol(noun, text, token.start))?;
        }
        if ![OPTIONAL_PROTOCOL, OPTIONAL_PROTOCOLS].contains(&noun) {
            return None;
        }
        let to = |noun: &str| {
            let rest = behind.strip_prefix("to the ")?.strip_prefix(noun)?;
            let is_whole = !rest.starts_with(" on ") && !rest.starts_with(char::is_alphanumeric);
            is_whole.then(|| forms.meant(noun, token, block, text))?
        };
        let treaty = to("Convention").or_else(|| to("Covenant"));
        if let Some((treaty, _)) = treaty {
            return forms.protocol_to(&treaty, noun);
        }
        let is_alone = noun == OPTIONAL_PROTOCOL && !behind.starts_with("to ");
        (is_alone && forms.is_unnamed(noun)).then(|| forms.only_protocol(noun))?
    }

    /// An instrument that no lexicon has: as the draft has defined it, as a title that the page cuts off, as a known one
    /// that is all but named so, with its name, or by its own words.
    pub(super) fn titled(
        &self,
        written: &str,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
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
            (None, None) => {
                let told = told_by_acronym(&words, citation.token.end, text, block);
                let title = told.unwrap_or_else(|| Referent::Instrument(words.into()));
                (title, None)
            }
        }
    }
}

/// What titles may call an instrument that `words` mean, whose English noun is `noun`.
fn nouns_of<'n>(words: &str, noun: &'n &'n str) -> &'n [&'n str] {
    if COVENANT_OR_CONVENTION.contains(&words) {
        &["Convention", "Covenant"]
    } else {
        std::slice::from_ref(noun)
    }
}

/// Whether the protocol at `token` is that of the treaty named right before: "the Optional Protocol thereto", "its three
/// Optional Protocols".
fn is_theirs(text: &str, token: &Range<usize>) -> bool {
    let is_count = |word: &&str| ["two", "three", "four"].contains(word);
    let before = text[..token.start].split_whitespace().rev();
    let owner = before.take(2).find(|word| !is_count(word));
    matches!(owner, Some("its" | "their")) || text[token.end..].trim_start().starts_with("thereto")
}

/// "1967 Protocol" for "Protocol of 1967".
fn year_first(words: String) -> String {
    match words.rsplit_once(" of ") {
        Some((noun, year)) if is_year(year) => format!("{year} {noun}"),
        _ => words,
    }
}

/// The instrument whose acronym stands in parentheses at the byte `at`, right behind `words` that are most of its title:
/// "Convention to End All Forms of Discrimination Against Women (CEDAW)".
fn told_by_acronym(words: &str, at: usize, text: &str, block: &Block<'_>) -> Option<Referent> {
    /// Fewer words may be in the title of another instrument as well.
    const FEWEST: usize = 4;
    /// Words of so many letters say little.
    const SMALL: usize = 3;
    let acronym = rivals::acronym_behind(text, at)?;
    let meant = rivals::instrument_at(block, &acronym)?;
    let title = meant.to_string().to_lowercase();
    let words = words.to_lowercase();
    let telling = words.split(' ').filter(|word| word.len() > SMALL);
    let in_title = |word: &&str| title.split(' ').any(|other| other == *word);
    let count = telling.clone().count();
    let common = telling.filter(in_title).count();
    (count >= FEWEST && common * 3 >= count * 2).then(|| meant.clone())
}
