//! X016: a list of other documents' titles before the draft, which nothing is said about.

use draft::BlockKind;

use super::text_copied_from_a_pdf::first_word;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// X016 titles-of-other-documents.
pub(crate) const RULE: Rule = Rule {
    code: "X016",
    name: "titles-of-other-documents",
    family: Family::Structure,
    severity: Severity::Hint,
    preset: Preset::On,
    page: include_str!("titles_of_other_documents.md"),
    check: Check::Document(check),
};

/// The list as it is announced, by the page that offered the text.
const ANNOUNCED: &str = "similar documents";

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let Some(titles) = draft.foreign_titles() else {
        return;
    };
    let listed = || {
        let blocks = draft.blocks().into_iter();
        blocks.filter(|block| block.kind == BlockKind::ForeignTitles)
    };
    let is_announcement = |block: &draft::Block<'_>| {
        let text = draft.text_of(block);
        text.trim().to_lowercase().starts_with(ANNOUNCED)
    };
    let Some(first) = listed().find(is_announcement).or_else(|| listed().next()) else {
        return;
    };
    let line = |offset: usize| draft.rope().byte_to_line(offset) + 1;
    let range = first_word(draft, &first);
    let (from, to) = (line(range.start), line(titles.end.saturating_sub(1)));
    let message = format!(
        "Lines {from} to {to} look like a list of other documents’ titles and are not checked: delete them, or leave them as they are."
    );
    let mut finding = RULE.finding(range, message);
    finding.fixes.push(Fix {
        title: format!("Delete lines {from} to {to}"),
        edits: vec![Edit {
            range: first.span.start..titles.end,
            text: String::new(),
        }],
        safety: Safety::Suggested,
    });
    found.push(finding);
}
