//! X011: labels of sub-paragraphs with gaps, repeats and jumps in level.

use std::ops::Range;

use citation::Roman;
use draft::{BlockKind, Opening};

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X011 sub-paragraph-numbering.
pub(crate) const RULE: Rule = Rule {
    code: "X011",
    name: "sub-paragraph-numbering",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("sub_paragraph_numbering.md"),
    check: Check::Document(check),
};

/// How a level of sub-paragraphs is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letters,
    Numerals,
}

/// Where the count stands: a level for each depth, the outermost first.
#[derive(Debug, Default)]
struct Count(Vec<(Kind, u32)>);

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.is_extracted() {
        return;
    }
    let mut count = Count::default();
    for block in context.resolved.draft.blocks() {
        match (&block.marks.opening, block.kind) {
            (Some(Opening::Item { label, span }), BlockKind::Paragraph | BlockKind::ListItem) => {
                if let Some(message) = count.goes_on_with(label) {
                    let start = block.span.start;
                    let range: Range<usize> = span.start + start..span.end + start;
                    found.push(RULE.finding(range, message));
                }
            }
            // Words between items belong to the item before; a number or a heading begins anew.
            (Some(_), _) | (None, BlockKind::Heading(_)) => count = Count::default(),
            (None, _) => {}
        }
    }
}

impl Count {
    /// Counts one label; says what is wrong with it.
    fn goes_on_with(&mut self, label: &str) -> Option<String> {
        let letter = letter_value(label);
        let numeral =
            Roman::parse(&label.to_ascii_uppercase()).map(|roman| u32::from(roman.value()));
        let value = |kind| match kind {
            Kind::Letters => letter,
            Kind::Numerals => numeral,
        };
        // The innermost level whose next label this is; levels below it are closed.
        for depth in (0..self.0.len()).rev() {
            let (kind, last) = self.0[depth];
            if value(kind) == Some(last + 1) {
                self.0.truncate(depth + 1);
                self.0[depth].1 = last + 1;
                return None;
            }
        }
        // "(a)" begins a level, and so does "(i)" below a letter.
        let begins = match (letter, numeral) {
            (Some(1), _) => Some(Kind::Letters),
            (_, Some(1)) => Some(Kind::Numerals),
            _ => None,
        };
        if let Some(kind) = begins {
            let known = self.0.iter().position(|(one, _)| *one == kind);
            if let Some(depth) = known {
                self.0.truncate(depth);
            }
            self.0.push((kind, 1));
            return None;
        }
        let wrong = self.wrong(label, letter, numeral);
        self.take_up(letter, numeral);
        wrong
    }

    fn wrong(&self, label: &str, letter: Option<u32>, numeral: Option<u32>) -> Option<String> {
        let Some((kind, last)) = self.nearest(letter, numeral) else {
            return Some(format!(
                "The sub-paragraphs begin with ({label}); (a) is missing."
            ));
        };
        let this = match kind {
            Kind::Letters => letter,
            Kind::Numerals => numeral,
        }?;
        let written = |value| written(kind, value);
        Some(if this == last {
            format!(
                "Sub-paragraph ({label}) stands twice; this one should be ({}).",
                written(last + 1)
            )
        } else if this == last + 2 {
            format!(
                "After sub-paragraph ({}) comes ({label}): ({}) is missing.",
                written(last),
                written(last + 1)
            )
        } else {
            format!(
                "After sub-paragraph ({}) comes ({label}); ({}) should.",
                written(last),
                written(last + 1)
            )
        })
    }

    /// The level that a label most probably belongs to: the innermost of its kind.
    fn nearest(&self, letter: Option<u32>, numeral: Option<u32>) -> Option<(Kind, u32)> {
        self.0
            .iter()
            .rev()
            .find(|(kind, _)| match kind {
                Kind::Letters => letter.is_some(),
                Kind::Numerals => numeral.is_some(),
            })
            .copied()
    }

    /// Goes on behind a label that is wrong, so that it is told once.
    fn take_up(&mut self, letter: Option<u32>, numeral: Option<u32>) {
        let depth = self.0.iter().rposition(|(kind, _)| match kind {
            Kind::Letters => letter.is_some(),
            Kind::Numerals => numeral.is_some(),
        });
        match (depth, letter, numeral) {
            (Some(depth), letter, numeral) => {
                self.0.truncate(depth + 1);
                let value = match self.0[depth].0 {
                    Kind::Letters => letter,
                    Kind::Numerals => numeral,
                };
                // A repeat is the next one in all but its label.
                let last = self.0[depth].1;
                self.0[depth].1 = value.map_or(last, |value| value.max(last + 1));
            }
            (None, Some(letter), _) => self.0 = vec![(Kind::Letters, letter)],
            (None, None, Some(numeral)) => self.0 = vec![(Kind::Numerals, numeral)],
            (None, None, None) => {}
        }
    }
}

/// "a" is 1, "z" 26, "aa" 27.
fn letter_value(label: &str) -> Option<u32> {
    let value = |letter: u8| u32::from(letter - b'a') + 1;
    match label.as_bytes() {
        [letter] => Some(value(*letter)),
        [first, second] if first == second => Some(26 + value(*second)),
        _ => None,
    }
}

fn written(kind: Kind, value: u32) -> String {
    let numeral = u16::try_from(value).ok().and_then(Roman::new);
    match kind {
        Kind::Numerals => {
            numeral.map_or_else(String::new, |roman| roman.to_string().to_lowercase())
        }
        Kind::Letters => {
            let letter = char::from(b'a' + ((value.max(1) - 1) % 26) as u8);
            letter
                .to_string()
                .repeat(1 + (value.max(1) as usize - 1) / 26)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_labels(labels: &str, expected: &[&str]) {
        let mut count = Count::default();
        let wrong: Vec<String> = labels
            .split(' ')
            .filter_map(|label| count.goes_on_with(label))
            .collect();
        assert_eq!(wrong, expected, "{labels}");
    }

    #[test]
    fn letters_and_numerals_are_told_apart_by_what_stands_before() {
        check_labels("a b c d e f g h i j k", &[]);
        check_labels("a i ii iii b c", &[]);
        check_labels("a b i ii iii iv v c d", &[]);
        check_labels("a b c a b", &[]);
        check_labels("a b c d e f g h i i ii j", &[]);
        check_labels(
            "x y z aa bb",
            &["The sub-paragraphs begin with (x); (a) is missing."],
        );
    }

    #[test]
    fn gaps_and_repeats_are_told_once() {
        check_labels(
            "a b d e",
            &["After sub-paragraph (b) comes (d): (c) is missing."],
        );
        check_labels(
            "a b b c",
            &[
                "Sub-paragraph (b) stands twice; this one should be (c).",
                "Sub-paragraph (c) stands twice; this one should be (d).",
            ],
        );
        check_labels(
            "a i iii b",
            &["After sub-paragraph (i) comes (iii): (ii) is missing."],
        );
    }
}
