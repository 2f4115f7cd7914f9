//! Code lenses: above the draft, what it cites; above a numbered paragraph, table or section, from how many
//! places the draft refers to it.
//!
//! They take a line of their own, so editors show them only where the drafter asks for them, and nothing is
//! shown where there is nothing to say.

use std::collections::BTreeMap;
use std::ops::Range;

use citation::Referent;
use resolve::{Existence, Resolved};

use crate::occurrences::named;

/// A line above a place of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it stands above, byte offset in the draft.
    pub offset: usize,
    /// What it says: "Referred to in 3 places".
    pub label: String,
    /// The places it speaks of, in text order, byte ranges in the draft; none above the draft.
    pub places: Vec<Range<usize>>,
}

/// The lenses of a draft, in text order.
pub fn lenses(resolved: &Resolved) -> Vec<Lens> {
    let above = whole(resolved).map(|label| Lens {
        offset: 0,
        label,
        places: Vec::new(),
    });
    let places = rules::referred_to(resolved).into_iter();
    let places = places.map(|referred| Lens {
        offset: referred.place.start,
        label: match referred.from.len() {
            1 => "Referred to in 1 place".to_owned(),
            many => format!("Referred to in {many} places"),
        },
        places: referred.from,
    });
    above.into_iter().chain(places).collect()
}

/// "3,210 words; 14 documents cited, 9 of them in your sources"; nothing where nothing is cited.
fn whole(resolved: &Resolved) -> Option<String> {
    let mut cited: BTreeMap<&Referent, bool> = BTreeMap::new();
    for (_, reference) in resolved.counted() {
        // What the text leaves open has no verdict, and so names nothing yet.
        if reference.is_own || !reference.candidates.is_empty() {
            continue;
        }
        if let Some(name) = named(reference) {
            *cited.entry(name).or_default() |= reference.existence == Existence::Held;
        }
    }
    let held = cited.values().filter(|is_held| **is_held).count();
    let words = grouped(resolved.draft.words());
    match cited.len() {
        0 => None,
        1 if held == 1 => Some(format!("{words} words; 1 document cited, in your sources")),
        1 => Some(format!(
            "{words} words; 1 document cited, not in your sources"
        )),
        all if all == held => Some(format!(
            "{words} words; {all} documents cited, all in your sources"
        )),
        all => Some(format!(
            "{words} words; {all} documents cited, {held} of them in your sources"
        )),
    }
}

/// A number with a comma before every three figures, as United Nations documents print it.
fn grouped(number: usize) -> String {
    let figures = number.to_string();
    let mut grouped = String::with_capacity(figures.len() + figures.len() / 3);
    for (index, figure) in figures.chars().enumerate() {
        if index > 0 && (figures.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &[&str]) {
        let drawn = Drawn::markdown(drawing);
        let told: Vec<String> = lenses(&drawn.resolved)
            .into_iter()
            .map(|lens| {
                let rope = drawn.resolved.draft.rope();
                format!("{}: {}", rope.byte_to_line(lens.offset) + 1, lens.label)
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn above_the_draft_stands_what_it_cites() {
        check(
            r"
Resolution 67/172, 67/172 again and A/99/1.
           ^^^^^^ held A/RES/67/172
                   ^^^^^^ held A/RES/67/172
                                    ^^^^^^ unknown A/99/1
",
            &["1: 6 words; 2 documents cited, 1 of them in your sources"],
        );
        check("Nothing is cited here.\n", &[]);
    }

    #[test]
    fn above_a_place_stands_how_often_it_is_referred_to() {
        check(
            "# II. Means\n\n1. The first.\n\n2. As in paragraph 1 above, see section II.\n\n\
             3. See paragraphs 1 and 2 above.\n",
            &[
                "1: Referred to in 1 place",
                "3: Referred to in 2 places",
                "5: Referred to in 1 place",
            ],
        );
    }

    #[test]
    fn a_number_that_stands_twice_is_not_referred_to() {
        check(
            "1. One.\n\nWords.\n\n1. One again.\n\n2. See paragraph 1 above.\n",
            &[],
        );
    }

    #[test]
    fn figures_are_grouped() {
        assert_eq!(grouped(8), "8");
        assert_eq!(grouped(8_500), "8,500");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
