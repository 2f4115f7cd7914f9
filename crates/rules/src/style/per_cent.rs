//! E003: "per cent" in words.

use std::sync::LazyLock;

use regex::Regex;

use crate::prose::Prose;
use crate::words::{replacement, told};
use crate::{Check, Context, Edit, Family, Finding, Preset, Rule, Safety, Severity};

/// E003 per-cent.
pub(crate) const RULE: Rule = Rule {
    code: "E003",
    name: "per-cent",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("per_cent.md"),
    check: Check::Prose(check),
};

static PERCENTAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)[0-9]+(?:\.[0-9]+)?( ?%)(?:[-–][0-9]+(?:\.[0-9]+)?( ?%))?").ok()
});

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    told(&RULE, context, prose, found);
    if memchr::memchr(b'%', prose.own.as_bytes()).is_none() {
        return;
    }
    let Some(pattern) = &*PERCENTAGE else {
        return;
    };
    for captures in pattern.captures_iter(&prose.own) {
        let Some(first) = captures.get(1) else {
            continue;
        };
        // In "5%–10%" the words stand once, behind both numbers.
        let last = captures.get(2).unwrap_or(first);
        let goes_on = prose.own[last.end()..].starts_with(char::is_alphanumeric);
        let words = if goes_on { " per cent " } else { " per cent" };
        let message =
            "In running text “per cent” is written in words; the sign is for tables.".to_owned();
        let mut finding = RULE.finding(prose.in_draft(first.start()..last.end()), message);
        let mut fix = replacement(prose.in_draft(last.range()), words.to_owned(), Safety::Safe);
        if first != last {
            fix.edits.insert(
                0,
                Edit {
                    range: prose.in_draft(first.range()),
                    text: String::new(),
                },
            );
        }
        finding.fixes.push(fix);
        found.push(finding);
    }
}
