//! What is found in the beginning of a draft and stays whatever follows it.
//!
//! No rule that looks at one block asks for the language of the whole draft; what a rule could say instead that looks
//! at all of it is told by the subjects of the rules.

use resolve::Resolved;

use super::Checked;
use crate::{Check, Family, Finding, Placed, RULES, Rank, rank, rule};

impl Checked {
    /// The findings that stay whatever text follows this draft, as [`Checked::in_place`] has them: those in blocks
    /// that ask nothing of what comes behind them, where no rule that is asked later could say something graver of
    /// the same place. The last block may go on.
    pub fn lasting(&self, resolved: &Resolved) -> Vec<Placed> {
        let blocks = self.draft.blocks();
        let later = self.asked_later();
        let lasts = |placed: &Placed| {
            let block = blocks.holding(placed.range().end);
            block.is_some_and(|index| index + 1 < blocks.len() && resolved.is_read_for_good(index))
                && !may_be_replaced(&placed.finding, &later)
        };
        let mut found = self.placed();
        found.retain(lasts);
        self.shown(found)
    }

    /// The rules that wait for [`Checked::settled`], each with the rank of its gravest findings.
    fn asked_later(&self) -> Vec<(Family, Rank)> {
        let later = RULES.into_iter().filter(|rule| {
            matches!(rule.check, Check::Texts(_) | Check::Document(_))
                && !self.settings.is_off(rule)
        });
        let ranked = later.map(|rule| {
            let severity = self.settings.severity_of(rule).unwrap_or(rule.severity);
            (rule.family, rank(severity, rule.code))
        });
        ranked.collect()
    }
}

/// Whether a rule of `later` could say of the place of a finding what is shown instead.
fn may_be_replaced(finding: &Finding, later: &[(Family, Rank)]) -> bool {
    // Citations, roll-over and links all speak of references, any other family of things of its own.
    let subject = |family| match family {
        Family::RollOver | Family::Links => Family::Citations,
        other => other,
    };
    rule(finding.code).is_none_or(|rule| {
        let own = rank(finding.severity, finding.code);
        let mut later = later.iter();
        later.any(|(family, rank)| subject(*family) == subject(rule.family) && *rank < own)
    })
}
