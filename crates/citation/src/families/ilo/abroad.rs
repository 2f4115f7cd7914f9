//! The organization's instruments by number in French and Spanish: "Convention (no 189) de l'OIT", "Convenio núm. 97
//! de la Organización Internacional del Trabajo".

use std::ops::Range;

use super::{is_near, number_and_year, whole};
use crate::families::reading::boundary;
use crate::normalise::{LETTER, OTHER};
use crate::{Citation, LabourKind};

/// What ends the name of the organization in both languages.
pub(super) const ANCHORS: [&str; 3] = [
    "OIT",
    "Organisation internationale du Travail",
    "Internacional del Trabajo",
];

/// What begins the title of an instrument whose number stands in parentheses behind it.
pub(super) const NOUNS: [(&str, LabourKind); 2] = [
    ("Convenio ", LabourKind::Convention),
    ("Recomendaci", LabourKind::Recommendation),
];

/// What begins the title of an instrument in French whose number stands in parentheses before the rest of it.
pub(super) const FRENCH: [(&str, LabourKind); 2] = [
    ("Convention (n", LabourKind::Convention),
    ("Recommandation (n", LabourKind::Recommendation),
];

/// "Convention (n\u{b0} 87) sur la libert\u{e9} syndicale et la protection du droit syndical, 1948", whose noun stands at
/// `anchor`: where the year behind the title is that of the list, or the organization is named near.
pub(super) fn before_title(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let written = &text[anchor.clone()];
    let (_, kind) = FRENCH.iter().find(|(noun, _)| *noun == written)?;
    let sign = anchor.end - 1;
    let length = text[sign..].find(|c: char| c.is_ascii_digit());
    // "no ", "n° ", not "note ".
    let figures = sign + length.filter(|length| *length < "note".len())?;
    let (instrument, end) = number_and_year(text, figures, *kind)?;
    let end = text[end..].starts_with(')').then_some(end + 1)?;
    let limit = boundary(text, (end + TITLE).min(text.len()));
    let rest = &text[end..limit];
    let title = [" sur ", " concernant ", " relative "];
    let is_titled = title.iter().any(|word| rest.starts_with(word));
    let entry = instrument.entry()?;
    let of_year = || rest.contains(&format!(", {}", entry.year));
    (is_titled && (of_year() || is_near(text, anchor, TITLE, &NAMES)))
        .then(|| whole(text, anchor.start..end, anchor.start, instrument))
}

/// What the organization is called in French.
const NAMES: [&str; 2] = ["OIT", "internationale du Travail"];

/// The longest title before its number, in bytes.
const TITLE: usize = 200;

/// "Convenio sobre los trabajadores migrantes, 1975 (núm. 143)", whose noun stands at `anchor`: where the year behind
/// the title is that of the list.
pub(super) fn behind(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let written = &text[anchor.clone()];
    let (_, kind) = NOUNS.iter().find(|(noun, _)| *noun == written)?;
    let limit = boundary(text, (anchor.end + TITLE).min(text.len()));
    let title = &text[anchor.start..limit];
    let (open, year) = title.match_indices(" (n").find_map(|(open, _)| {
        let year: u16 = title[..open].get(open.checked_sub(4)?..)?.parse().ok()?;
        Some((open, year))
    })?;
    let sign = anchor.start + open + " (n".len();
    let length = text[sign..].find(|c: char| c.is_ascii_digit());
    let figures = sign + length.filter(|length| *length < SIGN)?;
    if !text[sign..figures].contains(['.', LETTER, OTHER]) {
        return None;
    }
    let (instrument, end) = number_and_year(text, figures, *kind)?;
    let same_year = instrument.entry().is_some_and(|entry| entry.year == year);
    let closed = text[end..].starts_with(')') && !title[..open].contains(['.', ';']);
    (same_year && closed).then(|| whole(text, anchor.start..end + 1, anchor.start, instrument))
}

/// The length of "úm. " behind its first letter, and a little more, in bytes.
const SIGN: usize = 6;

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
    // "Convenio 169 de la OIT".
    let is_sign = length == 0 || sign[noun.len()..].starts_with(['n', 'N']);
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

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn french_titles_have_their_number_before_the_rest() {
        finds(
            "Selon la Convention (no 87) sur la liberté syndicale et la protection du droit syndical, 1948, chacun",
            &["Convention (no 87) = ILO Convention No. 87"],
        );
        finds(
            "Les normes de l’OIT, dont la Convention (n° 189) sur les travailleurs",
            &["Convention (n° 189) = ILO Convention No. 189"],
        );
        for text in [
            "Selon une Convention (no 87) sur la liberté, 1951",
            "Selon une Convention (note 87) sur la liberté, 1948",
            "Selon une Convention (no 87), 1948",
        ] {
            let found = crate::families::test::read(text);
            assert!(
                !found.iter().any(|one| one.contains("ILO")),
                "{text}: {found:?}"
            );
        }
    }
}
