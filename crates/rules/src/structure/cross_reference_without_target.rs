//! X008: a place of this draft that is not there.

mod contents;
mod letters;

use draft::{CrossReference, Thing};

use self::letters::Missing;
use super::cross_references::{Targets, WAY, each, noun, number_of, shown};
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X008 cross-reference-without-target.
pub(crate) const RULE: Rule = Rule {
    code: "X008",
    name: "cross-reference-without-target",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("cross_reference_without_target.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, |targets, one, start| {
        let missing = one.labels.iter().find(|label| {
            number_of(one.thing, label).is_some_and(|number| {
                targets.of(one.thing, number).is_empty() && is_comparable(targets, one, number)
            })
        });
        let span = one.span.start + start..one.span.end + start;
        let Some(label) = missing else {
            let letter = letters::missing(&context.resolved.draft, targets, one, start);
            found.extend(letter.map(|letter| RULE.finding(span, without_letter(&letter))));
            return;
        };
        // What the draft announces itself was left out of it.
        if one.thing == Thing::Section && contents::lists_more(context.text()) {
            return;
        }
        let noun = if calls_it_chapter(context, one, start) {
            "chapter"
        } else {
            noun(one.thing)
        };
        let nouns = match one.thing {
            Thing::Annex => "annexes".to_owned(),
            _ => format!("{noun}s"),
        };
        let number = number_of(one.thing, label);
        let way = number.unwrap_or_default() / WAY;
        let numbers: Vec<u32> = targets
            .numbers(one.thing)
            .filter(|number| number / WAY == way)
            .collect();
        let message = match (numbers.iter().min(), numbers.iter().max()) {
            // Of one that is left out between others, the count says nothing.
            (Some(first), Some(last))
                if first != last
                    && !number.is_some_and(|number| (*first..=*last).contains(&number)) =>
            {
                let [first, last] = [first, last].map(|number| shown(one.thing, *number, label));
                format!(
                    "There is no {noun} {label} in this draft: its {nouns} run from {first} to {last}."
                )
            }
            _ => format!("There is no {noun} {label} in this draft."),
        };
        found.push(RULE.finding(span, message));
    });
}

/// Whether a draft calls one of its sections a chapter.
fn calls_it_chapter(context: &Context<'_>, one: &CrossReference, start: usize) -> bool {
    let words = start + one.span.start..start + one.span.end;
    let words = context.resolved.draft.slice(words).to_lowercase();
    one.thing == Thing::Section && words.contains("chap")
}

fn without_letter(missing: &Missing<'_>) -> String {
    let Missing {
        label,
        letter,
        last,
    } = missing;
    let own = if *last == 'a' {
        "it has only (a)".to_owned()
    } else {
        format!("its sub-paragraphs run from (a) to ({last})")
    };
    format!("There is no paragraph {label} ({letter}) in this draft: {own}.")
}

/// Whether the draft numbers such things at all, and in the same way.
fn is_comparable(targets: &Targets, one: &CrossReference, number: u32) -> bool {
    targets
        .numbers(one.thing)
        .any(|other| other / WAY == number / WAY)
}

#[cfg(test)]
mod tests;
