//! A006: the possessive of an acronym.

use draft::Block;

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// A006 possessive-of-acronym. Off by itself: a text copied out of a PDF has lost the apostrophes that the rule
/// looks for, and mending them must not lead to new findings.
pub(crate) const RULE: Rule = Rule {
    code: "A006",
    name: "possessive-of-acronym",
    family: Family::Acronyms,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("possessive_of_acronym.md"),
    check: Check::Block(check),
};

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let quotations = &block.marks.quotations;
    for acronym in &block.marks.acronyms {
        let quoted = quotations
            .iter()
            .any(|quotation| quotation.contains(&acronym.span.start));
        let range = acronym.span.start + block.span.start..acronym.span.end + block.span.start;
        let written = draft.slice(range.clone());
        if quoted || !(written.ends_with("’s") || written.ends_with("'s")) {
            continue;
        }
        let letters = &acronym.letters;
        let message = format!(
            "An acronym has no possessive: instead of “{written} …” write “the … of {letters}” or “the {letters} …”."
        );
        found.push(RULE.finding(range, message));
    }
}
