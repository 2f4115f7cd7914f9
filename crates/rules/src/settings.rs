//! What a drafter or a team may choose about the rules.

use crate::Rule;

/// What happens at a reference that is not in the sources and in no series they cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unheld {
    /// It is counted, not underlined.
    #[default]
    Silent,
    /// It is underlined.
    Warning,
}

/// Choices about the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What happens at references that are not held.
    pub unheld: Unheld,
    /// Rules that are switched off, by code or name.
    pub off: Vec<String>,
}

impl Settings {
    /// Whether `rule` is switched off.
    pub fn is_off(&self, rule: &Rule) -> bool {
        self.off
            .iter()
            .any(|off| off.eq_ignore_ascii_case(rule.code) || off.eq_ignore_ascii_case(rule.name))
    }
}
