//! C006: a title in quotation marks that is not the one the document bears, and an instrument that is all but called so.

use resolve::{Agreement, Reference};

use super::{change_to, evidence, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C006 stated-title.
pub(crate) const RULE: Rule = Rule {
    code: "C006",
    name: "stated-title",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("stated_title.md"),
    check: Check::Reference(check),
};

/// The longest mark of quotation, in bytes.
const LONGEST_MARK: usize = 3;

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    let Some((stated, right)) = reference
        .title
        .as_ref()
        .zip(match &reference.title_agreement {
            Agreement::Contradicts(right) => Some(right),
            _ => None,
        })
    else {
        return;
    };
    let subject = sentence_case(&wording::name(reference, context));
    let is_name = stated.span == reference.token;
    if is_name && stands_in_quotation(context, reference) {
        return;
    }
    let message = if is_name {
        format!("The title is “{right}”, not “{}”.", stated.words)
    } else {
        format!("{subject} is entitled “{right}”, not “{}”.", stated.words)
    };
    let mut finding = RULE.finding(stated.span.clone(), message);
    let fix = change_to(stated.span.clone(), right, Safety::Suggested);
    finding.fixes.push(fix);
    if let Some(source) = &reference.source {
        let message = format!("{subject} bears its title here");
        finding.related.extend(evidence(source, 0..0, message));
    }
    found.push(finding);
}

/// Whether a name stands among the words of a quotation, which keeps the name that its source has.
fn stands_in_quotation(context: &Context<'_>, reference: &Reference) -> bool {
    let Some(block) = context.resolved.draft.block_at(reference.token.start) else {
        return false;
    };
    let start = reference.token.start.saturating_sub(block.span.start);
    let name = start..start + reference.token.len();
    let mut quotations = block.marks.quotations.iter();
    quotations.any(|quoted| {
        quoted.start < name.start
            && name.end < quoted.end
            && quoted.len() > name.len() + 2 * LONGEST_MARK
    })
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::{Catalogue, Sources};

    use super::*;
    use crate::{Settings, findings};

    fn told(text: &str) -> usize {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let found = findings(&resolved, &Catalogue, &Settings::default());
        found.iter().filter(|one| one.code == RULE.code).count()
    }

    #[test]
    fn a_name_among_the_words_of_a_quotation_is_that_of_its_source() {
        let name = "Convention of the Rights of the Child";
        assert_eq!(told(&format!("It follows the {name} in this.")), 1);
        assert_eq!(told(&format!("It follows the “{name}” in this.")), 1);
        assert_eq!(told(&format!("It says “that the {name} binds States”.")), 0);
    }
}
