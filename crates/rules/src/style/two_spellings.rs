//! E010: two spellings of one word in one draft.

use std::ops::Range;

use crate::prose::Prose;
use crate::words::{is_whole, replacement};
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Safety, Severity};

/// E010 two-spellings-of-a-word.
pub(crate) const RULE: Rule = Rule {
    code: "E010",
    name: "two-spellings-of-a-word",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("two_spellings.md"),
    check: Check::Document(check),
};

/// Words of which both forms occur in edited texts, the usual one first.
const PAIRS: [(&str, &str); 5] = [
    ("round table", "roundtable"),
    ("round tables", "roundtables"),
    ("policymakers", "policy-makers"),
    ("policymaking", "policy-making"),
    ("timeframe", "time frame"),
];

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut places: Vec<[Vec<Range<usize>>; 2]> = vec![Default::default(); PAIRS.len()];
    for block in draft.blocks() {
        let Some(prose) = Prose::of(draft, block) else {
            continue;
        };
        for ((usual, other), places) in PAIRS.iter().zip(&mut places) {
            for (form, places) in [usual, other].into_iter().zip(places) {
                let found = prose.own.match_indices(*form);
                let spans = found.map(|(at, form)| at..at + form.len());
                places.extend(
                    spans
                        .filter(|span| is_whole(&prose.own, span))
                        .map(|span| prose.in_draft(span)),
                );
            }
        }
    }
    for ((usual, other), [usual_places, other_places]) in PAIRS.iter().zip(&places) {
        let (Some(first), false) = (other_places.first(), usual_places.is_empty()) else {
            continue;
        };
        let message = format!(
            "This text has two spellings, “{usual}” and “{other}”; United Nations texts write “{usual}”."
        );
        let mut finding = RULE.finding(first.clone(), message);
        finding.related.push(Related {
            message: format!("“{usual}” stands here"),
            path: None,
            range: usual_places[0].clone(),
        });
        let mut fix = replacement(first.clone(), (*usual).to_owned(), Safety::Suggested);
        let rest = other_places.iter().skip(1);
        fix.edits.extend(rest.map(|range| crate::Edit {
            range: range.clone(),
            text: (*usual).to_owned(),
        }));
        finding.fixes.push(fix);
        found.push(finding);
    }
}
