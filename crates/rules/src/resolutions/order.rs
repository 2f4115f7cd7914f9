//! R005, R008, R009 and R010: enacting line, order of the parts, a single paragraph, sponsors.

use draft::Draft;
use resolve::EnactingLine;

use super::anatomy::Role;
use crate::words::replacement;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// R005 single-operative-paragraph.
pub(crate) const SINGLE: Rule = Rule {
    code: "R005",
    name: "single-operative-paragraph",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("single_operative.md"),
    check: Check::Document(single),
};

/// R008 order-of-sponsors.
pub(crate) const SPONSORS: Rule = Rule {
    code: "R008",
    name: "order-of-sponsors",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("order_of_sponsors.md"),
    check: Check::Document(sponsors),
};

/// R009 enacting-line.
pub(crate) const ENACTING: Rule = Rule {
    code: "R009",
    name: "enacting-line",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("enacting_line.md"),
    check: Check::Document(enacting),
};

/// R010 order-of-paragraphs.
pub(crate) const ORDER: Rule = Rule {
    code: "R010",
    name: "order-of-paragraphs",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("order_of_paragraphs.md"),
    check: Check::Document(order),
};

/// The first preambular paragraph stands within so many blocks.
const NEAR_THE_TOP: usize = 60;

fn single(context: &Context<'_>, found: &mut Vec<Finding>) {
    let operative: Vec<_> = context.anatomy().of(Role::Operative).collect();
    let [only] = operative.as_slice() else {
        return;
    };
    let (Some(_), true) = (only.number, only.is_last) else {
        return;
    };
    let text = context
        .resolved
        .draft
        .slice(only.span.start..only.verb.start);
    let label = text.trim_end_matches(['*', '_']).len();
    let range = only.span.start..only.span.start + label;
    let message = "A single operative paragraph has no number.".to_owned();
    let mut finding = SINGLE.finding(range.clone(), message);
    finding.fixes.push(Fix {
        title: "Leave the number out".to_owned(),
        edits: vec![Edit {
            range,
            text: String::new(),
        }],
        safety: Safety::Safe,
    });
    found.push(finding);
}

fn order(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    let mut acts = false;
    for paragraph in &anatomy.paragraphs {
        match paragraph.role {
            Role::Operative => acts = paragraph.number.is_some(),
            Role::Preambular if acts => {
                let message = "A preambular paragraph stands among the operative ones; it belongs before them.";
                found.push(ORDER.finding(paragraph.verb.clone(), message.to_owned()));
            }
            _ => {}
        }
        // A section begins anew.
        acts &= !paragraph.is_last;
    }
}

/// A resolution whose enacting line lacks its comma, and a draft that says it is one and has paragraphs of one, but no
/// line in which the organ speaks.
fn enacting(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    let draft = &context.resolved.draft;
    match &anatomy.enacting {
        Some(line) if !line.has_comma => found.extend(without_comma(draft, line)),
        None if anatomy.is_read => found.extend(missing(draft)),
        _ => {}
    }
}

fn without_comma(draft: &Draft, line: &EnactingLine) -> Option<Finding> {
    let block = draft.blocks().get(line.block)?;
    let text = draft.text_of(&block);
    let text = text.trim_end();
    let range = block.span.start..block.span.start + text.len();
    let message = "The enacting line ends with a comma.".to_owned();
    let mut finding = ENACTING.finding(range.clone(), message);
    let fix = replacement(range, format!("{text},"), Safety::Safe);
    finding.fixes.push(fix);
    Some(finding)
}

fn missing(draft: &Draft) -> Option<Finding> {
    let near = draft.blocks().iter().take(NEAR_THE_TOP);
    // Without blank lines between them the paragraphs are one, and the line is in it.
    let mut near = near.take_while(|block| !draft.text_of(block).lines().any(is_enacting));
    near.find_map(|block| {
        let text = draft.text_of(&block);
        let bare: String = text.chars().filter(|c| !matches!(c, '*' | '_')).collect();
        let bare = bare.trim();
        let words = bare.split(' ').next().unwrap_or("");
        let begins = matches!(
            words,
            "Recalling" | "Reaffirming" | "Recognizing" | "Noting" | "Guided" | "Bearing"
        );
        (begins && bare.ends_with(',')).then(|| {
            let message = "The enacting line is missing: “The General Assembly,” or the name of the organ that speaks.";
            let length = text.find(words).map_or(words.len(), |at| at + words.len());
            let range = block.span.start..block.span.start + length;
            ENACTING.finding(range, message.to_owned())
        })
    })
}

/// Whether a line is the name of a body and a comma.
fn is_enacting(line: &str) -> bool {
    let bare = line.trim().trim_matches(['*', '_']);
    let name = bare.strip_suffix(',').unwrap_or_default();
    name.starts_with("The ") && citation::Body::named(name.trim_end_matches(['*', '_'])).is_some()
}

/// "Argentina, Brazil and Chile: draft resolution".
fn sponsors(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if !context.anatomy().is_read {
        return;
    }
    for block in draft.blocks().iter().take(30) {
        let text = draft.text_of(&block);
        let Some((names, rest)) = text.split_once(':') else {
            continue;
        };
        let rest = rest.trim_start().trim_start_matches(['*', '_']);
        let is_line = [
            "draft resolution",
            "revised draft resolution",
            "draft decision",
        ]
        .iter()
        .any(|words| rest.starts_with(words));
        if !is_line || names.contains('.') {
            continue;
        }
        let bare = names.replace(['*', '_', '\n'], " ").replace(" and ", ", ");
        let names: Vec<&str> = bare
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect();
        // Groups that speak through one State, and names with a comma of their own, have another order.
        if bare.contains("on behalf of") || names.len() < 3 {
            continue;
        }
        let wrong = names
            .windows(2)
            .find(|pair| sorted(pair[0]) > sorted(pair[1]));
        if let Some([before, name]) = wrong {
            let at = text.find(*name).unwrap_or(0) + block.span.start;
            let message = format!("Sponsors stand in alphabetical order: {name} before {before}.");
            found.push(SPONSORS.finding(at..at + name.len(), message));
        }
    }
}

/// A name for sorting: without accents where they are common in names of States.
fn sorted(name: &str) -> String {
    name.to_lowercase()
        .replace('ô', "o")
        .replace('ü', "u")
        .replace('ã', "a")
        .replace('é', "e")
}
