//! E001: words in another spelling than that of the United Nations.

use crate::words::told;
use crate::{Check, Family, Preset, Rule, Severity};

/// E001 spelling.
pub(crate) const RULE: Rule = Rule {
    code: "E001",
    name: "spelling",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("spelling.md"),
    check: Check::Prose(|context, prose, found| told(&RULE, context, prose, found)),
};
