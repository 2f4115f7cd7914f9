//! A003: an acronym that is introduced for nothing.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::agreed::is_exempt;
use super::elsewhere::FullNames;
use super::{Acronyms, Introduction, Part, names};
use crate::document::is_resolution;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// A003 acronym-never-used.
pub(crate) const RULE: Rule = Rule {
    code: "A003",
    name: "acronym-never-used",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("acronym_never_used.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if is_resolution(&context.resolved.draft, context.settings) {
        return;
    }
    let acronyms = context.acronyms();
    let renamed: Vec<usize> = names::wrong(context)
        .iter()
        .map(|wrong| wrong.introduction.span.start)
        .collect();
    let mut times: HashMap<&str, usize, RandomState> = HashMap::default();
    for introduction in &acronyms.introductions {
        *times.entry(introduction.letters).or_default() += 1;
    }
    let for_nothing = acronyms.introductions.iter().filter(|introduction| {
        let own = introduction.part != Part::Apart && introduction.is_certain;
        own && times[introduction.letters] == 1
            && !renamed.contains(&introduction.span.start)
            && is_for_nothing(context, acronyms, introduction)
    });
    let for_nothing: Vec<&Introduction<'_>> = for_nothing.collect();
    if for_nothing.is_empty() {
        return;
    }
    let names = FullNames::of(for_nothing.iter().copied(), context);
    let findings = for_nothing.into_iter();
    found.extend(findings.map(|introduction| finding(context, &names, introduction)));
}

/// Words that take the acronym in front of them into a name of their own: "the GRACE initiative".
const NOUNS: [&str; 16] = [
    "initiative",
    "initiatives",
    "programme",
    "project",
    "projects",
    "platform",
    "network",
    "region",
    "regions",
    "framework",
    "scheme",
    "facility",
    "index",
    "campaign",
    "conference",
    "system",
];

fn is_part_of_name(context: &Context<'_>, introduction: &Introduction<'_>) -> bool {
    let end = introduction.span.end + 1;
    let rest = context.resolved.draft.slice(end..end + 24);
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| NOUNS.contains(&word))
}

fn is_for_nothing(
    context: &Context<'_>,
    acronyms: &Acronyms<'_>,
    introduction: &Introduction<'_>,
) -> bool {
    let letters = introduction.letters;
    !acronyms.is_used(context, letters)
        && !is_exempt(letters)
        && !is_part_of_name(context, introduction)
        && !has_place(context, introduction)
        && context.text().as_bytes().get(introduction.span.end) == Some(&b')')
        && context
            .text()
            .get(introduction.full_span.end..introduction.span.start)
            .is_some_and(|between| between.trim() == "(")
}

/// Whether a place in the text hangs on the acronym and not on the full name: "(VCLT) arts 31 and 32".
fn has_place(context: &Context<'_>, introduction: &Introduction<'_>) -> bool {
    let mut named = context.references_in(&introduction.span);
    named.any(|reference| {
        let place = reference.pinpoint.as_ref().map(|place| place.span.start);
        let between = place.and_then(|place| context.text().get(introduction.span.end..place));
        between.is_some_and(|between| between.trim() == ")")
    })
}

fn finding(
    context: &Context<'_>,
    names: &FullNames<'_>,
    introduction: &Introduction<'_>,
) -> Finding {
    let text = context.text();
    let letters = &text[introduction.span.clone()];
    let range = introduction.extent();
    let range = range.start..range.end + 1;
    let leave_out = |safety| Fix {
        title: format!("Leave out “({letters})”"),
        edits: vec![Edit {
            range: introduction.full_span.end..introduction.span.end + 1,
            text: String::new(),
        }],
        safety,
    };
    if let Some(again) = names.again(introduction) {
        let message = format!(
            "“{letters}” is introduced here but not used: the full name stands again later; use one of them."
        );
        let mut finding = RULE.finding(range, message);
        finding.related.push(Related {
            message: "The full name stands here again".to_owned(),
            path: None,
            range: again.clone(),
        });
        finding.fixes.push(leave_out(Safety::Suggested));
        finding.fixes.push(Fix {
            title: format!("Write “{letters}” where the full name stands again"),
            edits: vec![Edit {
                range: again,
                text: letters.to_owned(),
            }],
            safety: Safety::Suggested,
        });
        return finding;
    }
    let message = format!("“{letters}” is introduced but not used again; leave it out.");
    let mut finding = RULE.finding(range, message);
    finding.fixes.push(leave_out(Safety::Safe));
    finding
}
