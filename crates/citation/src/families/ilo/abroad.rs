//! The organization's instruments by number in French and Spanish: "Convention (no 189) de l'OIT", "Convenio núm. 97
//! de la Organización Internacional del Trabajo".

use std::ops::Range;

use super::{is_near, number_and_year, whole};
use crate::families::reading::boundary;
use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::{Citation, LabourInstrument, LabourKind};

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

/// Adds the instruments whose organization's name has the anchor at `anchor`: behind their numbers, "les Conventions nos 97
/// et 143 de l'OIT", or before them, "los convenios de la OIT (n\u{fa}ms. 29 y 105)".
pub(super) fn by_office(text: &str, anchor: &Range<usize>, found: &mut Vec<Citation>) {
    let Some(of) = before_office(text, anchor.start) else {
        return;
    };
    let floor = boundary(text, of.saturating_sub(LIST));
    let Some(noun) = Noun::last(text, floor..of) else {
        return;
    };
    let between = text[noun.end..of].trim();
    if between.is_empty() || ADJECTIVES.contains(&between) {
        behind_office(text, &noun, anchor.end, found);
        return;
    }
    let list = Numbers::at(text, noun.end, &noun).or_else(|| behind_title(text, &noun, of));
    if let Some(list) = list.filter(|list| list.end == of) {
        list.cite(text, &noun, found);
        // The place stands behind the name: "Convenio núm. 169 de la OIT, artículo 6".
        if let Some(last) = found.last_mut() {
            last.phrase.end = last.phrase.end.max(anchor.end);
        }
    }
}

/// The numbers in the parentheses that end at `end`, behind a title: "Convention de 2011 sur … (no 189)".
fn behind_title(text: &str, noun: &Noun, end: usize) -> Option<Numbers> {
    let title = text[noun.end..end].strip_suffix(')')?;
    let open = title.rfind(" (n")?;
    let whole = !title[..open].contains(['.', ';', ':', '(']);
    whole.then(|| Numbers::at(text, noun.end + open, noun))?
}

/// The longest list of numbers, with a title, before the name of the organization, in bytes.
const LIST: usize = 240;

/// What may stand between the noun and the name of the organization.
const ADJECTIVES: [&str; 4] = [
    "fondamentales",
    "fundamentales",
    "pertinentes",
    "techniques",
];

/// Where what the name of the organization at `at` belongs to ends: before "de l'" or "de la Organizaci\u{f3}n".
fn before_office(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].trim_end();
    let head = head
        .strip_suffix("Organizaci\u{1B}n")
        .map_or(head, str::trim_end);
    let of = ["de l'", "de l\u{1A}", "de la"];
    let head = of.iter().find_map(|of| head.strip_suffix(of))?.trim_end();
    Some(head.len())
}

/// Adds the instruments of `noun` whose numbers stand behind the name of the organization, which ends at `at`: right
/// there, or in parentheses behind their title.
fn behind_office(text: &str, noun: &Noun, at: usize, found: &mut Vec<Citation>) {
    let at = at
        + if text[at..].starts_with(" (OIT)") {
            " (OIT)".len()
        } else {
            0
        };
    let titled = || {
        let limit = boundary(text, (at + TITLE).min(text.len()));
        let title = &text[at..limit];
        let opens = TITLES.iter().any(|word| title.starts_with(word));
        let open = title.find(" (n").filter(|_| opens)?;
        let whole =
            !title[..open].contains(['.', ';', ':']) && Noun::last(text, at..at + open).is_none();
        whole.then(|| Numbers::at(text, at + open, noun))?
    };
    if let Some(list) = Numbers::at(text, at, noun).or_else(titled) {
        list.cite(text, noun, found);
    }
}

/// What a title begins with behind the name of the organization.
const TITLES: [&str; 6] = [
    " sur ",
    " concernant ",
    " relative",
    " sobre ",
    " relativ",
    " de ",
];

/// "Convention", "Convenios", "recommandations" in a text.
struct Noun {
    start: usize,
    end: usize,
    kind: LabourKind,
    plural: bool,
}

impl Noun {
    /// The last one in `within`.
    fn last(text: &str, within: Range<usize>) -> Option<Self> {
        let nouns = [
            ("onvention", "s", LabourKind::Convention),
            ("onvenio", "s", LabourKind::Convention),
            ("ecommandation", "s", LabourKind::Recommendation),
            ("ecomendaci\u{1B}n", "", LabourKind::Recommendation),
            ("ecomendaciones", "", LabourKind::Recommendation),
        ];
        let last = |(stem, ending, kind): (&str, &str, LabourKind)| {
            let at = within.start + text[within.clone()].rfind(stem)?;
            let start = at.checked_sub(1).filter(|start| {
                text[*start..].starts_with(['C', 'c', 'R', 'r'])
                    && !text[..*start].ends_with(|c: char| c.is_ascii_alphanumeric())
            })?;
            let end = at + stem.len();
            let longer = !ending.is_empty() && text[end..].starts_with(ending);
            let end = end + if longer { ending.len() } else { 0 };
            let whole = !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
            let plural = text[..end].ends_with('s');
            whole.then_some(Self {
                start,
                end,
                kind,
                plural,
            })
        };
        nouns
            .into_iter()
            .filter_map(last)
            .max_by_key(|noun| noun.start)
    }
}

/// The numbers of instruments of one kind.
struct Numbers {
    of: Vec<(Range<usize>, LabourInstrument)>,
    /// The offset behind the last, and behind the parenthesis around all of them.
    end: usize,
}

impl Numbers {
    /// "nos 97 et 143", "(n\u{fa}ms. 29, 87 y 105)", " 169" behind white space at `at`.
    fn at(text: &str, at: usize, noun: &Noun) -> Option<Self> {
        let start = cursor::skip_space(text, at);
        let opened = text[start..].starts_with('(');
        let (figures, _) = signed(text, start + usize::from(opened))?;
        let (instrument, mut end) = number_and_year(text, figures, noun.kind)?;
        let mut of = vec![(figures..end, instrument)];
        let mut is_closed = false;
        while let Some(next) = cursor::joint(text, end, &[","], &AND) {
            let Some((figures, marked)) = signed(text, next) else {
                break;
            };
            // What follows the last number of a list counts something else, unless it is marked.
            if !marked && (is_closed || !noun.plural) {
                break;
            }
            let Some((instrument, behind)) = number_and_year(text, figures, noun.kind) else {
                break;
            };
            is_closed = text[end..next].contains(|c: char| c.is_ascii_alphabetic());
            of.push((next..behind, instrument));
            end = behind;
        }
        if opened {
            end = text[end..].starts_with(')').then_some(end + 1)?;
        }
        Some(Self { of, end })
    }

    /// Adds a citation for each, the first with its noun.
    fn cite(self, text: &str, noun: &Noun, found: &mut Vec<Citation>) {
        let alone = self.of.len() == 1;
        for (place, (number, instrument)) in self.of.into_iter().enumerate() {
            let start = if place == 0 { noun.start } else { number.start };
            let end = if alone { self.end } else { number.end };
            found.push(whole(text, start..end, start, instrument));
        }
    }
}

/// What joins the last number of a list.
const AND: [&str; 7] = ["et", "ou", "ainsi que", "y", "e", "o", "u"];

/// The offset of the figures behind "nos", "n\u{b0}", "n\u{fa}ms." or nothing at `at`, and whether there was such a sign.
fn signed(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = &text[at..];
    let length = rest.find(|c: char| c.is_ascii_digit())?;
    let sign = rest.get(..length).filter(|_| length <= LONGEST_SIGN)?;
    let is_mark = |c: char| matches!(c, '.' | ' ' | '\n' | LETTER | OTHER);
    let (letters, marks): (String, String) = sign.chars().partition(char::is_ascii_alphabetic);
    let marked = SIGNS.contains(&letters.to_ascii_lowercase().as_str());
    let fits = marked && marks.chars().all(is_mark) || length == 0;
    fits.then_some((at + length, marked))
}

/// The letters of ASCII of the signs for "No.", and the length of the longest of them, "n\u{fa}meros ".
const SIGNS: [&str; 9] = [
    "n", "no", "nos", "nm", "nms", "num", "nums", "nmero", "nmeros",
];
const LONGEST_SIGN: usize = 10;

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn numbers_of_a_list_stand_on_either_side_of_the_organization() {
        finds(
            "Los Convenios núms. 87, 98 y 135 de la Organización Internacional del Trabajo y 12 acuerdos",
            &[
                "Convenios núms. 87 = ILO Convention No. 87",
                "98 = ILO Convention No. 98",
                "135 = ILO Convention No. 135",
            ],
        );
        finds(
            "Les conventions nos 81 et 129 de l'OIT",
            &[
                "conventions nos 81 = ILO Convention No. 81",
                "129 = ILO Convention No. 129",
            ],
        );
        finds(
            "la convention no 81 et n° 129 de l’OIT",
            &[
                "convention no 81 = ILO Convention No. 81",
                "n° 129 = ILO Convention No. 129",
            ],
        );
        finds(
            "Les conventions fondamentales de l’Organisation internationale du Travail (OIT) (nos 138 et 182)",
            &[
                "conventions fondamentales de l’Organisation internationale du Travail (OIT) (nos 138 = ILO Convention No. 138",
                "182 = ILO Convention No. 182",
            ],
        );
        finds(
            "El Convenio de la OIT sobre la inspección del trabajo (núm. 81)",
            &[
                "Convenio de la OIT sobre la inspección del trabajo (núm. 81) = ILO Convention No. 81",
            ],
        );
    }

    #[test]
    fn a_place_stands_behind_the_organization() {
        finds(
            "la Convention de 1947 sur l’inspection du travail (no 81) de l’OIT",
            &["Convention de 1947 sur l’inspection du travail (no 81) = ILO Convention No. 81"],
        );
        finds(
            "El Convenio núm. 81 de la OIT, artículos 6 y 15, obliga a los Estados.",
            &["Convenio núm. 81 = ILO Convention No. 81 [arts. 6 and 15]"],
        );
    }

    #[test]
    fn what_else_is_counted_beside_the_organization_is_silent() {
        finds(
            "Les conventions de l’OIT nos 81 et 129 et 12 pays",
            &[
                "conventions de l’OIT nos 81 = ILO Convention No. 81",
                "129 = ILO Convention No. 129",
            ],
        );
        finds(
            "La convention de l’OIT n° 81 et 12 pays",
            &["convention de l’OIT n° 81 = ILO Convention No. 81"],
        );
        for text in [
            "Les conventions de l’OIT (note 12)",
            "Les conventions de l’OIT. Le texte (no 12)",
            "la Convention no 108 sur les données et les normes de l’OIT",
            "Los convenios de la OIT, 12 de ellos",
        ] {
            finds(text, &[]);
        }
    }

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
