//! R005, R009 and R010: enacting line, order of the parts, a single paragraph.

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
    // With another number it is what an extract has of several.
    let (Some(1), true) = (only.number, only.is_last) else {
        return;
    };
    let text = context
        .resolved
        .draft
        .slice(only.span.start..only.verb.start);
    let label = text.trim_end_matches(['*', '_']).len();
    let range = only.span.start..only.span.start + label;
    let message = "This is the only operative paragraph: leave its number out.".to_owned();
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
    let mut near =
        near.take_while(|block| !draft.text_of(block).lines().any(resolve::is_enacting_line));
    near.find_map(|block| {
        let text = draft.text_of(&block);
        let bare: String = text.chars().filter(|c| !matches!(c, '*' | '_')).collect();
        let bare = bare.trim();
        let words = bare.split(' ').next().unwrap_or("");
        let begins = draft::begins_in(draft::Form::Preambular, bare);
        (begins && bare.ends_with(',')).then(|| {
            let message = "The enacting line is missing: “The General Assembly,” or the name of the organ that speaks.";
            let length = text.find(words).map_or(words.len(), |at| at + words.len());
            let range = block.span.start..block.span.start + length;
            ENACTING.finding(range, message.to_owned())
        })
    })
}
