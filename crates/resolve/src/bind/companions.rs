//! What "the Relationship Agreement" and "the Court’s Statute" mean in a draft that never writes the title out: that of
//! the organization which the draft names.

use std::ops::Range;

use citation::{Body, Lexicon, Referent};

use crate::notices::Rest;
use crate::title_fit::TitleFit;

/// An instrument that goes by a noun beside its organization.
struct Companion {
    noun: &'static str,
    /// The organization, as the table of bodies has it.
    body: &'static str,
    /// What texts call it; where they have to, for the noun to be this instrument's.
    owner: Option<&'static str>,
    title: &'static str,
}

/// Such instruments. Source: the instruments; as of 2026-11.
const COMPANIONS: [Companion; 5] = [
    Companion {
        noun: "Relationship Agreement",
        body: "International Criminal Court",
        owner: None,
        title: "Relationship Agreement between the United Nations and the International Criminal Court",
    },
    Companion {
        noun: "Headquarters Agreement",
        body: "Committee on Relations with the Host Country",
        owner: None,
        title: "Agreement between the United Nations and the United States of America regarding the Headquarters of the United Nations",
    },
    Companion {
        noun: "Statute",
        body: "International Criminal Court",
        owner: Some("Court"),
        title: "Rome Statute of the International Criminal Court",
    },
    Companion {
        noun: "Statute",
        body: "International Court of Justice",
        owner: Some("Court"),
        title: "Statute of the International Court of Justice",
    },
    Companion {
        noun: "Statute",
        body: "International Atomic Energy Agency",
        owner: Some("Agency"),
        title: "Statute of the International Atomic Energy Agency",
    },
];

/// The instrument that `noun`, beside which stands `owner`, is for the only one of the organizations that the draft names.
pub(super) fn meant(
    noun: &str,
    owner: Option<&str>,
    rest: &Rest<'_>,
    lexicon: &Lexicon,
) -> Option<Referent> {
    let mut meant = COMPANIONS.iter().filter(|one| {
        one.noun == noun
            && (one.owner.is_none() || one.owner == owner)
            && rest.names(&Body::new(one.body))
    });
    let only = meant.next().filter(|_| meant.next().is_none())?;
    let title = lexicon.title_of(only.title)?;
    Some(Referent::Instrument(title.clone()))
}

/// The conventions on drugs by their years. Source: the instruments; as of 2026-11.
const ON_DRUGS: [(&str, &str); 3] = [
    (
        "1961 Convention",
        "Single Convention on Narcotic Drugs of 1961",
    ),
    (
        "1971 Convention",
        "Convention on Psychotropic Substances of 1971",
    ),
    (
        "1988 Convention",
        "United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances of 1988",
    ),
];

/// The convention on drugs that goes by the year in `noun`, where the draft names the first of them or a body of theirs.
pub(super) fn on_drugs(noun: &str, rest: &Rest<'_>, lexicon: &Lexicon) -> Option<Referent> {
    const BODIES: [&str; 2] = [
        "Commission on Narcotic Drugs",
        "International Narcotics Control Board",
    ];
    let (_, title) = ON_DRUGS.iter().find(|(of_year, _)| *of_year == noun)?;
    let is_named = !rest
        .instruments("Single Convention", TitleFit::Together)
        .is_empty()
        || BODIES.iter().any(|body| rest.names(&Body::new(body)));
    let title = is_named.then(|| lexicon.title_of(title))?;
    title.cloned().map(Referent::Instrument)
}

/// Whose the statute at `token` is: "Court" in "the Court’s Statute", "Special Tribunal" in "the Statute of the Special
/// Tribunal".
pub(super) fn owner<'t>(text: &'t str, token: &Range<usize>) -> Option<&'t str> {
    let before = text[..token.start].trim_end();
    let possessive = ["’s", "'s"];
    if let Some(head) = possessive.iter().find_map(|end| before.strip_suffix(end)) {
        let start = head.rfind(|c: char| !c.is_alphanumeric());
        return Some(&head[start.map_or(0, |at| at + 1)..]);
    }
    let behind = text[token.end..].trim_start().strip_prefix("of the ")?;
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let words = behind.split_inclusive(' ').take_while(is_name);
    let mut length = words.map(str::len).sum();
    // "the Court of Justice" is no court that goes by its noun.
    if behind[length..].starts_with("of ") {
        length += "of".len();
    }
    let name = behind[..length].split([',', ';', '.', ')', '\n']).next()?;
    Some(name.trim_end()).filter(|name| !name.is_empty())
}

/// The outcomes that commissions follow up, by the key of the commission and what its texts call them. Source: the
/// terms of reference of the commissions; as of 2026-11.
const FOLLOWED_UP: [(&str, &str, &str); 2] = [
    (
        "E/CN.6",
        "Platform for Action",
        "Beijing Declaration and Platform for Action",
    ),
    (
        "E/CN.9",
        "Programme of Action",
        "Programme of Action of the International Conference on Population and Development",
    ),
];

/// The outcome that `noun` means in what `commission` says, whichever others of its kind that names.
pub(super) fn of_commission(commission: &Body, noun: &str, lexicon: &Lexicon) -> Option<Referent> {
    let is_meant =
        |(key, called, _): &&(&str, &str, &str)| *key == commission.key() && *called == noun;
    let (_, _, title) = FOLLOWED_UP.iter().find(is_meant)?;
    Some(Referent::Instrument(lexicon.title_of(title)?.clone()))
}

/// The treaty that `noun` means in what its conference, "Conference of the Parties to the Minamata Convention on Mercury",
/// adopts: its own, or the one which that belongs to.
pub(super) fn of_conference(conference: &str, noun: &str, lexicon: &Lexicon) -> Option<Referent> {
    let (_, treaty) = conference.rsplit_once("arties to the ")?;
    let own = lexicon.title_of(treaty)?;
    let fits = |title: &str| TitleFit::Together.fits(title, noun);
    if fits(own) {
        return Some(Referent::Instrument(own.clone()));
    }
    let framework = match own.split_once(" to the ") {
        Some((_, framework)) => framework,
        None if treaty == "Paris Agreement" => {
            "United Nations Framework Convention on Climate Change"
        }
        None => return None,
    };
    let title = lexicon.title_of(framework).filter(|title| fits(title))?;
    Some(Referent::Instrument(title.clone()))
}
