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
    page: include_str!("government_of_a_country.md"),
    check: Check::Prose(check),
};

/// What stands before the name of a country.
pub(crate) const GOVERNMENT_OF: Anchors = Anchors {
    name: "government of",
    words: &["government of"],
};

/// What tells of a government that is not that of a country.
const BELOW: [&str; 13] = [
    "local",
    "city",
    "municipal",
    "state",
    "provincial",
    "regional",
    "district",
    "county",
    "subnational",
    "sub-national",
    "territorial",
    "federal",
    "central",
];

/// Whether the words behind the name of a country make it part of another: "Mexico City", "Paraguay’s capital".
fn is_part_of_name(behind: &str) -> bool {
    let has_capital = |words: &str| words.starts_with(char::is_uppercase);
    behind.starts_with(['\'', '’']) || behind.strip_prefix(' ').is_some_and(has_capital)
}

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for hit in prose.hits(GOVERNMENT_OF.name) {
        let at = hit.span.start;
        let Some(named) = prose.own[hit.span.end..].strip_prefix(' ') else {
            continue;
        };
        let rest = named.strip_prefix("the ").unwrap_or(named);
        let first = rest.bytes().next();
        let mut countries = COUNTRIES.iter().filter(|name| name.bytes().next() == first);
        let behind = countries.find_map(|country| {
            rest.strip_prefix(*country)
                .filter(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        });
        let Some(behind) = behind.filter(|behind| !is_part_of_name(behind)) else {
            continue;
        };
        let before = prose.own[..at].trim_end().rsplit(' ').next().unwrap_or("");
        if BELOW.iter().any(|level| before.eq_ignore_ascii_case(level)) {
            continue;
        }
        let country = &named[..named.len() - behind.len()];
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
