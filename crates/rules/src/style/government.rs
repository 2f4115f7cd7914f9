//! E013: the Government of a country, with a small letter.

use crate::countries::COUNTRIES;
use crate::prose::Prose;
use crate::words::{Anchors, replacement};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E013 government-of-a-country.
pub(crate) const RULE: Rule = Rule {
    code: "E013",
    name: "government-of-a-country",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("government.md"),
    check: Check::Prose(check),
};

/// What stands before the name of a country.
pub(crate) const GOVERNMENT_OF: Anchors = Anchors {
    name: "government of",
    words: &["government of"],
};

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for hit in prose.hits(GOVERNMENT_OF.name) {
        let (at, rest) = (hit.span.start, &prose.own[hit.span.end..]);
        let Some(rest) = rest.strip_prefix(' ') else {
            continue;
        };
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let first = rest.bytes().next();
        let mut countries = COUNTRIES.iter().filter(|name| name.bytes().next() == first);
        let Some(country) = countries.find(|country| {
            rest.strip_prefix(**country)
                .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        }) else {
            continue;
        };
        let range = prose.in_draft(at..at + "government".len());
        let message = format!(
            "Before the name of a country “Government” has a capital letter: “Government of {country}”."
        );
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, "Government".to_owned(), Safety::Safe));
        found.push(finding);
    }
}
