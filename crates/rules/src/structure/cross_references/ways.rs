//! The ways in which things are numbered: figures, Roman numerals and letters.

use citation::Roman;
use draft::Thing;

/// Roman numerals, letters and figures are numbered apart: "section C" is neither "section III" nor "section 3".
pub(super) fn section(label: &str) -> Option<u32> {
    if let Ok(figure) = label.parse::<u32>() {
        return (figure < WAY).then_some(FIGURES + figure);
    }
    let is_letter = label.len() == 1 && !matches!(label, "I" | "V" | "X");
    if is_letter {
        return label
            .bytes()
            .next()
            .map(|letter| LETTERS + u32::from(letter));
    }
    Roman::parse(label).map(|roman| u32::from(roman.value()))
}

/// What parts the ways of numbering sections.
pub(super) const WAY: u32 = 1000;
/// Where the sections begin that have letters, and those that have figures.
const LETTERS: u32 = WAY;
const FIGURES: u32 = 2 * WAY;

/// A number as the label of a thing of this kind has it: "IV", "C", "3".
pub(super) fn shown(thing: Thing, number: u32) -> String {
    if thing != Thing::Section || number >= FIGURES {
        return (number % WAY).to_string();
    }
    let letter = u8::try_from(number % WAY).ok().map(char::from);
    let roman = || Roman::new(u16::try_from(number).ok()?);
    match letter.filter(|_| number >= LETTERS) {
        Some(letter) => letter.to_string(),
        None => roman().map_or_else(|| number.to_string(), |roman| roman.to_string()),
    }
}

/// The number that a thing of this kind has for its label.
pub(super) fn number_of(thing: Thing, label: &str) -> Option<u32> {
    if thing == Thing::Section {
        return section(label);
    }
    label
        .parse()
        .ok()
        .or_else(|| Roman::parse(label).map(|roman| roman.value().into()))
        .or_else(|| match label.as_bytes() {
            [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
            _ => None,
        })
}
