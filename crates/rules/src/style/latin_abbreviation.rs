//! E009: Latin abbreviations that are written in words.

use crate::words::told;
use crate::{Check, Family, Preset, Rule, Severity};

/// E009 latin-abbreviation.
pub(crate) const RULE: Rule = Rule {
    code: "E009",
    name: "latin-abbreviation",
    family: Family::Style,
    severity: Severity::Hint,
    preset: Preset::On,
    page: include_str!("latin_abbreviation.md"),
    check: Check::Prose(|context, prose, found| told(&RULE, context, prose, found)),
};
