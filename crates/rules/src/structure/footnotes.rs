//! X001 to X004 and X015: marks without text, texts without mark, order, and what stands twice.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::Place;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// X001 undefined-footnote.
pub(crate) const UNDEFINED: Rule = Rule {
    code: "X001",
    name: "undefined-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("undefined_footnote.md"),
    check: Check::Document(undefined),
};

/// X002 unused-footnote.
pub(crate) const UNUSED: Rule = Rule {
    code: "X002",
    name: "unused-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("unused_footnote.md"),
    check: Check::Document(unused),
};

/// X003 footnote-order.
pub(crate) const ORDER: Rule = Rule {
    code: "X003",
    name: "footnote-order",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("footnote_order.md"),
    check: Check::Document(order),
};

/// X004 duplicate-footnote.
pub(crate) const DUPLICATE: Rule = Rule {
    code: "X004",
    name: "duplicate-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("duplicate_footnote.md"),
    check: Check::Document(duplicate),
};

/// X015 repeated-footnote-mark.
pub(crate) const REPEATED: Rule = Rule {
    code: "X015",
    name: "repeated-footnote-mark",
    family: Family::Structure,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("repeated_footnote_mark.md"),
    check: Check::Document(repeated),
};

fn labels(places: &[Place]) -> BTreeSet<&str> {
    places.iter().map(|place| &*place.label).collect()
}

fn undefined(context: &Context<'_>, found: &mut Vec<Finding>) {
    let notes = context.notes();
    let texts = labels(&notes.texts);
    let missing = notes.first_marks().into_iter();
    for mark in missing.filter(|mark| !texts.contains(&*mark.label)) {
        let message = format!(
            "Footnote {} has no text: write one after “[^{}]:”, or take the mark away.",
            mark.label, mark.label
        );
        found.push(UNDEFINED.finding(mark.span.clone(), message));
    }
}

fn unused(context: &Context<'_>, found: &mut Vec<Finding>) {
    let notes = context.notes();
    let marks = labels(&notes.marks);
    for text in &notes.texts {
        if !marks.contains(&*text.label) {
            let message = format!(
                "No mark in the text leads to footnote {}: put “[^{}]” where it belongs, or delete the note.",
                text.label, text.label
            );
            found.push(UNUSED.finding(text.span.clone(), message));
        }
    }
}

fn duplicate(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for text in &context.notes().texts {
        let earlier = *first.entry(&text.label).or_insert(text);
        if earlier.span == text.span {
            continue;
        }
        let message = format!(
            "Footnote {} has two texts; give this one a number of its own.",
            text.label
        );
        let mut finding = DUPLICATE.finding(text.span.clone(), message);
        finding.related.push(Related {
            message: format!("Footnote {} stands here first", text.label),
            path: None,
            range: earlier.span.clone(),
        });
        found.push(finding);
    }
}

/// Numbers run in the order of the text. Where one is too high, those that it has left out are not told again.
fn order(context: &Context<'_>, found: &mut Vec<Finding>) {
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
            found.push(ORDER.finding(mark.span.clone(), message));
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

fn repeated(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for mark in &context.notes().marks {
        if !seen.insert(&mark.label) {
            let message = format!(
                "Footnote {} is mentioned before; a reference is given once, at the first mention.",
                mark.label
            );
            found.push(REPEATED.finding(mark.span.clone(), message));
        }
    }
}
