//! A005: a body or a meeting that is not called by its agreed name.

use draft::Draft;

use super::acronym_defined_twice::RULE as INTRODUCED_TWICE;
use super::names::{self, WrongName};
use crate::citations::FORM_OF_REFERENCE;
use crate::words::{self, replacement};
use crate::{Check, Context, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// A005 agreed-name.
pub(crate) const RULE: Rule = Rule {
    code: "A005",
    name: "agreed-name",
    family: Family::Acronyms,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("agreed_name.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let introduced: Vec<Finding> = names::wrong(context)
        .iter()
        .filter(|wrong| !is_said_again(context, wrong))
        .map(|wrong| finding(draft, wrong))
        .collect();
    let listed = context.listed(RULE.code);
    let mut named: Vec<Finding> = listed
        .filter_map(|(block, hit)| words::finding(&RULE, context, &block, hit, message))
        .collect();
    named.retain(|finding| {
        !introduced.iter().any(|other| {
            other.range.start < finding.range.end && finding.range.start < other.range.end
        })
    });
    if !context.settings.is_off(&FORM_OF_REFERENCE) {
        named.retain(|finding| !is_said_of_reference(draft, finding));
    }
    // "United Nations" written short is a matter of form; a meeting under another name is not.
    for finding in &mut named {
        let written = draft.slice(finding.range.clone());
        if written.starts_with("UN ") {
            finding.severity = Severity::Information;
        }
    }
    found.extend(introduced);
    found.extend(named);
}

/// Whether the acronym has been introduced before, so that the name can go.
fn is_said_again(context: &Context<'_>, wrong: &WrongName<'_>) -> bool {
    let again = &wrong.introduction;
    let mut introductions = context.acronyms().introductions.iter();
    !context.settings.is_off(&INTRODUCED_TWICE)
        && introductions.any(|one| {
            one.letters == again.letters
                && one.part == again.part
                && one.span.start < again.span.start
        })
}

/// Whether the name leads up to a symbol, "UN General Assembly resolution A/RES/70/1": the form of the whole
/// reference is told there.
fn is_said_of_reference(draft: &Draft, finding: &Finding) -> bool {
    const REACH: usize = 24;
    let end = finding.range.end;
    let Some(block) = draft.block_at(finding.range.start) else {
        return false;
    };
    let behind = draft.slice(end..(end + REACH).min(block.span.end));
    let mut words = behind.split_whitespace();
    let is_act = words.next().is_some_and(|word| {
        ["resolution", "decision"]
            .iter()
            .any(|act| word.eq_ignore_ascii_case(act))
    });
    let is_symbol = |word: &str| word.contains("/RES/") || word.contains("/DEC/");
    is_act && words.next().is_some_and(is_symbol)
}

fn message(_: &str, right: &str) -> String {
    format!("The agreed name is “{right}”.")
}

fn finding(draft: &Draft, wrong: &WrongName<'_>) -> Finding {
    let introduction = &wrong.introduction;
    let letters = draft.slice(introduction.span.clone());
    let end = introduction.span.end;
    let close = draft.slice(end..end + 1) == ")";
    let end = end + usize::from(close);
    let right = &wrong.right;
    let range = wrong.name.start..end;
    let (message, text) = if wrong.is_used {
        let text = format!("{right} ({letters})");
        (format!("Write “{text}”."), text)
    } else {
        let message = format!("Write “{right}”; “{letters}” is not used again and can go.");
        (message, right.clone())
    };
    let mut finding = RULE.finding(range.clone(), message);
    finding.severity = Severity::Information;
    if close {
        finding.fixes.push(fix(range, text, wrong));
    }
    finding
}

/// The fix is safe where only "United Nations" is written in full.
fn fix(range: std::ops::Range<usize>, text: String, wrong: &WrongName<'_>) -> Fix {
    let rest = wrong.right.strip_prefix("United Nations ");
    let only_lead = rest.is_some_and(|rest| wrong.introduction.full.ends_with(rest));
    let safety = if only_lead && wrong.is_used {
        Safety::Safe
    } else {
        Safety::Suggested
    };
    replacement(range, text, safety)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::{Catalogue, Sources};

    use crate::{Settings, findings};

    #[test]
    fn one_thing_is_said_of_a_name_that_is_introduced_again() {
        let text = "The small island developing States (SIDS) met.\n\nThe Small Islands Developing States (SIDS) and other SIDS agreed.\n";
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let codes = |settings: &Settings| -> Vec<&str> {
            let found = findings(&resolved, &Catalogue, settings);
            let own = found.iter().filter(|one| one.code.starts_with('A'));
            own.map(|one| one.code).collect()
        };
        assert_eq!(codes(&Settings::default()), ["A002"]);
        let without = Settings {
            off: vec!["A002".to_owned()],
            ..Settings::default()
        };
        assert_eq!(codes(&without), ["A005"]);
    }

    #[test]
    fn a_treaty_is_called_by_its_title() {
        for (text, right) in [
            (
                "The UN Convention against Torture (UNCAT) binds them. UNCAT says so.\n",
                "Write “Convention against Torture (UNCAT)”.",
            ),
            (
                "The UN Convention against Corruption (UNCAC) binds them. UNCAC says so.\n",
                "Write “United Nations Convention against Corruption (UNCAC)”.",
            ),
        ] {
            let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
            let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
            let found = findings(&resolved, &Catalogue, &Settings::default());
            let names: Vec<&str> = (found.iter().filter(|one| one.code == "A005"))
                .map(|one| one.message.as_str())
                .collect();
            assert_eq!(names, [right], "{text}");
        }
    }
}
