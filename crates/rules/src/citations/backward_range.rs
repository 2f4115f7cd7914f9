//! C012: a paragraph reference whose range ends before it begins.

use citation::Pinpoint;
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

/// Ranges that end before they begin. "112-15" may be short for "112-115" and is none of them.
fn backward(pinpoint: &Pinpoint) -> impl Iterator<Item = (&str, &str)> {
    let ranges = pinpoint.steps.iter().flat_map(|step| &step.labels);
    ranges.filter_map(|(from, to)| {
        let to = to.as_deref()?;
        let (first, last): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        let short = from
            .get(..from.len().saturating_sub(to.len()))
            .and_then(|head| format!("{head}{to}").parse::<u32>().ok());
        let is_short_form = to.len() < from.len() && short.is_some_and(|short| short > first);
        (last < first && !is_short_form).then_some((&**from, to))
    })
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
            ("12 (b)", "12 (a)", false),
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
    }
}
