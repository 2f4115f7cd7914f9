//! R006: opening words that are not in italics where the others are.

use draft::{VERBS, begins_with};

use super::anatomy::{Paragraph, Role};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// R006 verb-in-italics.
pub(crate) const RULE: Rule = Rule {
    code: "R006",
    name: "verb-in-italics",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("verb_in_italics.md"),
    check: Check::Document(check),
};

/// Where most paragraphs have their verb in italics, the others should.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    let opened: Vec<&Paragraph> = (anatomy.paragraphs.iter())
        .filter(|one| one.role != Role::Item)
        .collect();
    let italic = opened.iter().filter(|one| one.is_italic).count();
    if italic * 2 <= opened.len() {
        return;
    }
    for paragraph in opened.iter().filter(|one| !one.is_italic) {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let verb = VERBS
            .iter()
            .flat_map(|(preambular, operative)| [*preambular, *operative])
            .filter(|verb| !verb.is_empty() && begins_with(&words, verb))
            .max_by_key(|verb| verb.len());
        let Some(verb) = verb else {
            continue;
        };
        if is_inserted(context, paragraph, verb) {
            continue;
        }
        let range = paragraph.verb.start..paragraph.verb.start + verb.len();
        let message = format!("The opening words of a paragraph are in italics: *{verb}*.");
        let mut finding = RULE.finding(range.clone(), message);
        finding.fixes.push(Fix {
            title: "Put the opening words in italics".to_owned(),
            edits: vec![Edit {
                range,
                text: format!("*{verb}*"),
            }],
            safety: Safety::Suggested,
        });
        found.push(finding);
    }
}

/// Whether the paragraph is bold beyond its verb, as texts under negotiation show what is put in.
fn is_inserted(context: &Context<'_>, paragraph: &Paragraph, verb: &str) -> bool {
    let text = context.resolved.draft.slice(paragraph.span.clone());
    let (before, rest) = text.split_at(paragraph.verb.start - paragraph.span.start);
    ["**", "__"]
        .iter()
        .any(|bold| before.ends_with(bold) && !rest[verb.len()..].trim_start().starts_with(bold))
}
