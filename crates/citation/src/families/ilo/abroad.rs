//! The organization's instruments by number in French and Spanish: "Convention (no 189) de l'OIT", "Convenio núm. 97
//! de la Organización Internacional del Trabajo".

use std::ops::Range;

use super::{number_and_year, whole};
use crate::normalise::{LETTER, OTHER};
use crate::{Citation, LabourKind};

/// What ends the name of the organization in both languages.
pub(super) const ANCHORS: [&str; 3] = [
    "OIT",
    "Organisation internationale du Travail",
    "Internacional del Trabajo",
];

/// The instrument whose organization's name has the anchor at `anchor`.
pub(super) fn before(text: &str, anchor: Range<usize>) -> Option<Citation> {
    let head = text[..anchor.start].trim_end();
    let head = head
        .strip_suffix("Organizaci\u{1B}n")
        .map_or(head, str::trim_end);
    let of = ["de l'", "de l\u{1A}", "de la"];
    let head = of.iter().find_map(|of| head.strip_suffix(of))?.trim_end();
    let end = head.len();
    let inner = head.strip_suffix(')').unwrap_or(head);
    let figures = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = figures.len();
    // "no", "n°", "núm.", "No.".
    let sign = figures.trim_end();
    let length = sign
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_alphabetic() || matches!(*c, '.' | LETTER | OTHER))
        .count();
    let noun = &sign[..sign.len() - length];
    let is_sign = sign[noun.len()..].starts_with(['n', 'N']);
    let noun = noun.trim_end_matches('(').trim_end();
    let nouns = [
        ("onvention", LabourKind::Convention),
        ("onvenio", LabourKind::Convention),
        ("ecommandation", LabourKind::Recommendation),
        ("ecomendaci\u{1B}n", LabourKind::Recommendation),
    ];
    let (start, kind) = nouns
        .iter()
        .find_map(|(word, kind)| Some((noun.strip_suffix(word)?.len().checked_sub(1)?, *kind)))?;
    let (instrument, _) = number_and_year(text, number, kind).filter(|_| is_sign)?;
    Some(whole(text, start..end, start, instrument))
}
