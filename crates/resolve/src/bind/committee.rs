//! The instrument that "the Covenant" is in a document of a treaty body which has not named it yet: its own.

use citation::{Body, Lexicon, Referent};

/// By the name of a committee, what its treaty is called in its documents, and its title. Source: the treaties; as of
/// 2026-11.
const TREATIES: [(&str, &str, &str); 14] = [
    (
        "Human Rights Committee",
        "Covenant",
        "International Covenant on Civil and Political Rights",
    ),
    (
        "Committee on Economic, Social and Cultural Rights",
        "Covenant",
        "International Covenant on Economic, Social and Cultural Rights",
    ),
    (
        "Committee on the Elimination of Discrimination against Women",
        "Convention",
        "Convention on the Elimination of All Forms of Discrimination against Women",
    ),
    (
        "Committee on the Rights of the Child",
        "Convention",
        "Convention on the Rights of the Child",
    ),
    (
        "Committee against Torture",
        "Convention",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
    ),
    (
        "Committee on the Elimination of Racial Discrimination",
        "Convention",
        "International Convention on the Elimination of All Forms of Racial Discrimination",
    ),
    (
        "Committee on the Rights of Persons with Disabilities",
        "Convention",
        "Convention on the Rights of Persons with Disabilities",
    ),
    (
        "Committee on Enforced Disappearances",
        "Convention",
        "International Convention for the Protection of All Persons from Enforced Disappearance",
    ),
    (
        "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        "Convention",
        "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    ),
    (
        "Human Rights Committee",
        "Optional Protocol",
        "Optional Protocol to the International Covenant on Civil and Political Rights",
    ),
    (
        "Committee on Economic, Social and Cultural Rights",
        "Optional Protocol",
        "Optional Protocol to the International Covenant on Economic, Social and Cultural Rights",
    ),
    (
        "Committee on the Elimination of Discrimination against Women",
        "Optional Protocol",
        "Optional Protocol to the Convention on the Elimination of All Forms of Discrimination against Women",
    ),
    (
        "Committee against Torture",
        "Optional Protocol",
        "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
    ),
    (
        "Committee on the Rights of Persons with Disabilities",
        "Optional Protocol",
        "Optional Protocol to the Convention on the Rights of Persons with Disabilities",
    ),
];

/// What `noun` means in a document of `committee`, where it is the noun of its own treaty.
pub(super) fn own_treaty(committee: &Body, noun: &str, lexicon: &Lexicon) -> Option<Referent> {
    let name = committee.name()?;
    let (.., title) = TREATIES
        .iter()
        .find(|(of, called, _)| *of == name && *called == noun)?;
    let title = lexicon.title_of(title)?;
    Some(Referent::Instrument(title.clone()))
}
