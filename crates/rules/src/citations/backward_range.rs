//! C012: a paragraph reference whose range ends before it begins.

use citation::{Pinpoint, Roman};
use resolve::Reference;

use super::is_sound;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// C012 backward-range.
pub(crate) const RULE: Rule = Rule {
    code: "C012",
    name: "backward-range",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("backward_range.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let Some(pinpoint) = reference.pinpoint.as_ref().filter(|_| is_sound(reference)) else {
        return;
    };
    for (from, to) in backward(pinpoint) {
        let message = format!("This range runs backwards: {to} comes before {from}.");
        let mut finding = RULE.finding(pinpoint.span.clone(), message);
        let words = context.resolved.draft.slice(pinpoint.span.clone());
        finding.fixes.extend(exchange(&words, pinpoint, from, to));
        found.push(finding);
    }
}

/// Ranges that end before they begin, by their ends as far as these differ: "17 (c)–(a)" by its letters. "112-15" may be short
/// for "112-115" and is none of them.
fn backward(pinpoint: &Pinpoint) -> impl Iterator<Item = (&str, &str)> {
    let ranges = pinpoint.steps.iter().flat_map(|step| &step.labels);
    ranges.filter_map(|(from, to)| {
        let to = to.as_deref()?;
        let (first, first_letter) = taken_apart(from)?;
        let (last, last_letter) = taken_apart(to)?;
        let (from, to) = match (first_letter, last_letter) {
            (Some(_), Some(_)) if last.is_empty() => (from.get(first.len()..)?.trim_start(), to),
            _ => (&**from, to),
        };
        let is_backward = match (first_letter, last_letter) {
            (Some(one), Some(other)) if last.is_empty() || first == last => {
                are_letters_backward(one, other)
            }
            (Some(_), Some(_)) | (None, None) => are_numbers_backward(first, last),
            _ => false,
        };
        is_backward.then_some((from, to))
    })
}

/// The number of `label` and the letter in parentheses behind it: "17" and "c" of "17 (c)". None where more follows.
fn taken_apart(label: &str) -> Option<(&str, Option<&str>)> {
    let Some((number, letter)) = label.split_once('(') else {
        return Some((label, None));
    };
    let letter = letter.strip_suffix(')')?;
    let is_one = letter.bytes().all(|byte| byte.is_ascii_lowercase());
    is_one.then_some((number.trim_end(), Some(letter)))
}

/// Whether the second of two numbers comes before the first: in figures, with a part behind a full stop, or Roman.
fn are_numbers_backward(from: &str, to: &str) -> bool {
    let parts = |number: &str| -> Option<Vec<u32>> {
        let in_figures: Option<Vec<u32>> =
            number.split('.').map(|part| part.parse().ok()).collect();
        // "C–I" are letters.
        let is_roman = number
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        let roman = || Some(vec![u32::from(Roman::parse(number)?.value())]);
        in_figures.or_else(|| is_roman.then(roman)?)
    };
    let (Some(first), Some(last)) = (parts(from), parts(to)) else {
        return false;
    };
    let short = from
        .get(..from.len().saturating_sub(to.len()))
        .and_then(|head| parts(&format!("{head}{to}")));
    let is_short_form = to.len() < from.len() && short.is_some_and(|short| short > first);
    first.len() == last.len() && last < first && !is_short_form
}

/// Whether the second of two letters, or of two small Roman numerals, comes before the first.
fn are_letters_backward(from: &str, to: &str) -> bool {
    if from.len() == 1 && to.len() == 1 {
        return to < from;
    }
    let is_small = |letters: &str| {
        letters
            .bytes()
            .all(|byte| matches!(byte, b'i' | b'v' | b'x'))
    };
    let value = |letters: &str| {
        let roman = Roman::parse(&letters.to_ascii_uppercase()).filter(|_| is_small(letters));
        roman.map(Roman::value)
    };
    matches!((value(from), value(to)), (Some(first), Some(last)) if last < first)
}

/// The two numbers exchanged, where each stands once in the words.
fn exchange(words: &str, pinpoint: &Pinpoint, from: &str, to: &str) -> Option<Fix> {
    let first = only(words, from)?;
    let last = only(words, to)?;
    let start = pinpoint.span.start;
    let edit = |at: usize, length: usize, text: &str| Edit {
        range: start + at..start + at + length,
        text: text.to_owned(),
    };
    (first < last).then(|| Fix {
        title: format!("Change to “{to}–{from}”"),
        edits: vec![edit(first, from.len(), to), edit(last, to.len(), from)],
        safety: Safety::Suggested,
    })
}

/// Where `number` stands in `words` as a number of its own, if it does once.
fn only(words: &str, number: &str) -> Option<usize> {
    let is_figure = |c: char| c.is_ascii_digit();
    let mut places = words.match_indices(number).filter(|(at, _)| {
        !words[..*at].ends_with(is_figure) && !words[at + number.len()..].starts_with(is_figure)
    });
    let (at, _) = places.next()?;
    places.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use citation::{Step, Unit};

    use super::*;

    fn pinpoint(labels: &[(&str, &str)]) -> Pinpoint {
        Pinpoint {
            steps: vec![Step {
                unit: Unit::Paragraph,
                labels: labels
                    .iter()
                    .map(|(from, to)| ((*from).into(), Some((*to).into())))
                    .collect(),
            }],
            beside: Vec::new(),
            span: 0..12,
        }
    }

    #[test]
    fn a_short_form_is_not_a_range_that_runs_backwards() {
        for (from, to, is_backward) in [
            ("15", "12", true),
            ("12", "15", false),
            ("112", "15", false),
            ("112", "11", true),
            ("20", "9", false),
            ("29", "9", true),
            ("12 (b)", "12 (a)", true),
            ("12 (a)", "12 (b)", false),
            ("17 (c)", "(a)", true),
            ("17 (a)", "(c)", false),
            ("17 (iv)", "(ii)", true),
            ("17 (v)", "(ix)", false),
            ("17 (x)", "(v)", true),
            ("17 (aa)", "(b)", false),
            ("3 (f)", "2 (a)", true),
            ("2 (f)", "3 (a)", false),
            ("3 (a) (ii)", "2", false),
            ("17.8", "15.1", true),
            ("17.8", "17.10", false),
            ("17.8", "5", false),
            ("VII", "I", true),
            ("I", "VII", false),
            ("C", "I", false),
        ] {
            let pinpoint = pinpoint(&[(from, to)]);
            assert_eq!(backward(&pinpoint).count() == 1, is_backward, "{from}-{to}");
        }
    }

    #[test]
    fn both_numbers_change_places() {
        let fix = exchange("paras. 15-12", &pinpoint(&[("15", "12")]), "15", "12").unwrap();
        assert_eq!(fix.edits[0].range, 7..9);
        assert_eq!(fix.edits[1].text, "15");
        let letters = pinpoint(&[("17 (c)", "(a)")]);
        let ends: Vec<_> = backward(&letters).collect();
        assert_eq!(ends, [("(c)", "(a)")]);
        let fix = exchange("paras. 17 (c)–(a)", &letters, "(c)", "(a)").unwrap();
        assert_eq!(fix.edits[0].range, 10..13);
    }
}
