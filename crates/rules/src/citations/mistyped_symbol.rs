//! C001: a document symbol that no organ writes that way.

use resolve::{Existence, Reference};

use super::{change_to, wording};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C001 mistyped-symbol.
pub(crate) const RULE: Rule = Rule {
    code: "C001",
    name: "mistyped-symbol",
    family: Family::Citations,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("mistyped_symbol.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if reference.existence != Existence::Malformed {
        return;
    }
    let token = wording::token(reference, context);
    let message = match reference.corrections.first() {
        Some(best) if best.reason.is_empty() => {
            format!("{token} is mistyped: write “{}”.", best.text)
        }
        Some(best) => format!(
            "{token} is mistyped: write “{}” ({}).",
            best.text,
            best.reason.trim_end_matches('.')
        ),
        None => format!("{token} is mistyped. {}", reference.reason)
            .trim_end()
            .to_owned(),
    };
    let mut finding = RULE.finding(reference.token.clone(), message);
    let written = context.resolved.draft.slice(reference.token.clone());
    for correction in &reference.corrections {
        let only = reference.corrections.len() == 1;
        let safety = if only && same_letters_and_figures(&written, &correction.text) {
            Safety::Safe
        } else {
            Safety::Suggested
        };
        let fix = change_to(reference.token.clone(), &correction.text, safety);
        finding.fixes.push(fix);
    }
    found.push(finding);
}

/// Whether two spellings differ in strokes, stops, spaces and case only, which leaves no other symbol
/// that could be meant.
fn same_letters_and_figures(written: &str, right: &str) -> bool {
    let core = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|character| character.to_ascii_uppercase())
            .collect()
    };
    core(written) == core(right)
}

#[cfg(test)]
mod tests {
    use super::same_letters_and_figures;

    #[test]
    fn only_a_slip_in_punctuation_is_certain() {
        assert!(same_letters_and_figures("A/75/L49", "A/75/L.49"));
        assert!(same_letters_and_figures("A\\RES\\67\\172", "A/RES/67/172"));
        assert!(!same_letters_and_figures("A/HCR/53/26", "A/HRC/53/26"));
        assert!(!same_letters_and_figures("A/67/RES/172", "A/RES/67/172"));
    }
}
