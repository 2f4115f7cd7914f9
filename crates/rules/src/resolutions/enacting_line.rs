//! R009: the enacting line, its comma, and where it is missing.

use draft::Draft;
use resolve::EnactingLine;

use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// R009 enacting-line.
pub(crate) const RULE: Rule = Rule {
    code: "R009",
    name: "enacting-line",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("enacting_line.md"),
    check: Check::Document(check),
};

/// The first preambular paragraph stands within so many blocks.
const NEAR_THE_TOP: usize = 60;

/// A resolution whose enacting line lacks its comma, and a draft that says it is one and has paragraphs of one, but no
/// line in which the organ speaks.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
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
    let mut finding = RULE.finding(range.clone(), message);
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
            RULE.finding(range, message.to_owned())
        })
    })
}
