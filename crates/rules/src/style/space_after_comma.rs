//! E007: a comma without a space behind it.

use crate::prose::Prose;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// E007 space-after-comma.
pub(crate) const RULE: Rule = Rule {
    code: "E007",
    name: "space-after-comma",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("space_after_comma.md"),
    check: Check::Prose(check),
};

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for at in memchr::memchr_iter(b',', prose.own.as_bytes()) {
        // Next to every comma has its space.
        if prose.own[at + 1..].starts_with(' ') {
            continue;
        }
        let word = |part: &str| part.bytes().filter(u8::is_ascii_lowercase).count() >= 2;
        let before = prose.own[..at].rsplit(' ').next().unwrap_or("");
        let after = prose.own[at + 1..]
            .split([' ', ',', '.', ';'])
            .next()
            .unwrap_or("");
        let letters = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
        if !(letters(before) && letters(after) && word(before) && word(after)) {
            continue;
        }
        let range = prose.in_draft(at..at + 1);
        let message = format!("A space is missing behind the comma: “{before}, {after}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding.fixes.push(Fix {
            title: "Put a space behind the comma".to_owned(),
            edits: vec![Edit {
                range,
                text: ", ".to_owned(),
            }],
            safety: Safety::Safe,
        });
        found.push(finding);
    }
}
