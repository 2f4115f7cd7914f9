//! E010: two spellings of one word in one draft.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::words::{Anchors, replacement};
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Safety, Severity};

/// E010 two-spellings-of-a-word.
pub(crate) const RULE: Rule = Rule {
    code: "E010",
    name: "two-spellings-of-a-word",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("two_spellings_of_a_word.md"),
    check: Check::Document(check),
};

/// Words of which both forms occur in edited texts, the usual one first.
const PAIRS: [[&str; 2]; 5] = [
    ["round table", "roundtable"],
    ["round tables", "roundtables"],
    ["policymakers", "policy-makers"],
    ["policymaking", "policy-making"],
    ["timeframe", "time frame"],
];

/// Both forms of them all.
pub(crate) const SPELLINGS: Anchors = Anchors {
    name: "two spellings",
    words: PAIRS.as_flattened(),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut places: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for (block, hit) in context.listed(SPELLINGS.name) {
        let start = block.span.start;
        let place = start + hit.span.start..start + hit.span.end;
        places.entry(&hit.entry().written).or_default().push(place);
    }
    for [usual, other] in PAIRS {
        let [usual_places, other_places] =
            [usual, other].map(|form| places.get(form).map_or(&[][..], Vec::as_slice));
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
        let mut fix = replacement(first.clone(), usual.to_owned(), Safety::Suggested);
        let rest = other_places.iter().skip(1);
        fix.edits.extend(rest.map(|range| crate::Edit {
            range: range.clone(),
            text: usual.to_owned(),
        }));
        finding.fixes.push(fix);
        found.push(finding);
    }
}
