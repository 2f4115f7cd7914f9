//! The ways in which things are numbered: figures, Roman numerals and letters.

use citation::Roman;
use draft::Thing;

/// Roman numerals, letters and figures are numbered apart: "section C" is neither "section III" nor "section 3".
pub(super) fn section(label: &str) -> Option<u32> {
    if let Ok(figure) = label.parse::<u32>() {
        return (figure < WAY).then_some(FIGURES + figure);
    }
    if is_letter(label) {
        return label
            .bytes()
            .next()
            .map(|letter| LETTERS + u32::from(letter));
    }
    Roman::parse(label).map(|roman| u32::from(roman.value()))
}

/// Whether a label is a letter and no Roman numeral.
fn is_letter(label: &str) -> bool {
    label.len() == 1 && !matches!(label, "I" | "V" | "X")
}

/// What parts the ways of numbering sections.
pub(in super::super) const WAY: u32 = 1000;
/// Where the sections begin that have letters, and those that have figures.
const LETTERS: u32 = WAY;
const FIGURES: u32 = 2 * WAY;

/// A number as a label of a thing of this kind that is written `like` another has it: "IV", "C", "3".
pub(in super::super) fn shown(thing: Thing, number: u32, like: &str) -> String {
    if thing != Thing::Section {
        return as_written(number, like);
    }
    if number >= FIGURES {
        return (number % WAY).to_string();
    }
    let letter = u8::try_from(number % WAY).ok().map(char::from);
    let roman = || Roman::new(u16::try_from(number).ok()?);
    match letter.filter(|_| number >= LETTERS) {
        Some(letter) => letter.to_string(),
        None => roman().map_or_else(|| number.to_string(), |roman| roman.to_string()),
    }
}

/// A number in the way in which a label that stands for a number too is written.
fn as_written(number: u32, like: &str) -> String {
    let letter = u8::try_from(number)
        .ok()
        .and_then(|it| (b'A'..=b'Z').nth(usize::from(it.saturating_sub(1))));
    let roman = || Roman::new(u16::try_from(number).ok()?);
    match letter.map(char::from) {
        _ if like.bytes().all(|byte| byte.is_ascii_digit()) => number.to_string(),
        Some(letter) if is_letter(like) => letter.to_string(),
        _ => roman().map_or_else(|| number.to_string(), |roman| roman.to_string()),
    }
}

/// The number that a thing of this kind has for its label.
pub(in super::super) fn number_of(thing: Thing, label: &str) -> Option<u32> {
    if thing == Thing::Section {
        return section(label);
    }
    draft::number_of(label)
}
