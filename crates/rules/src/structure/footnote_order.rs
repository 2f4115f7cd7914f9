//! X003: footnotes that are not numbered in the order of the text.

use super::notes::labels;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X003 footnote-order.
pub(crate) const RULE: Rule = Rule {
    code: "X003",
    name: "footnote-order",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("footnote_order.md"),
    check: Check::Document(check),
};

/// Numbers run in the order of the text. Where one is too high, those that it has left out are not told again.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let marks = context.notes().first_marks();
    let numbers: Option<Vec<u32>> = marks.iter().map(|mark| mark.label.parse().ok()).collect();
    // Labels in words are numbered by whatever prints them.
    let Some(numbers) = numbers else {
        return;
    };
    let texts = labels(&context.notes().texts);
    let mut highest = before_first(&numbers);
    for (index, (mark, &number)) in marks.iter().zip(&numbers).enumerate() {
        if number > highest + 1 {
            let wanted = highest + 1;
            // A note that no mark leads to is told at its text.
            let mut left_out = wanted..number;
            if left_out.all(|one| !numbers.contains(&one) && texts.contains(&*one.to_string())) {
                highest = number;
                continue;
            }
            let message = if numbers[index..].contains(&wanted) {
                format!(
                    "Footnote {number} comes before footnote {wanted}; notes are numbered in the order in which they are mentioned."
                )
            } else {
                format!(
                    "Footnote {number} comes where footnote {wanted} should; {wanted} is missing."
                )
            };
            found.push(RULE.finding(mark.span.clone(), message));
        }
        highest = highest.max(number);
    }
}

/// The number before the first one of an extract, whose notes go on from those of the pages before; nought elsewhere. Where the
/// notes begin with 2, one has been lost.
fn before_first(numbers: &[u32]) -> u32 {
    match numbers {
        [first, rest @ ..] if *first > 2 && rest.iter().all(|number| number > first) => first - 1,
        _ => 0,
    }
}
