//! E002: hyphens and spaces in compound words.

use crate::words::told;
use crate::{Check, Family, Preset, Rule, Severity};

/// E002 compound-words.
pub(crate) const RULE: Rule = Rule {
    code: "E002",
    name: "compound-words",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("compound_words.md"),
    check: Check::Prose(|context, prose, found| told(&RULE, context, prose, found)),
};
