//! X014: a text that was copied out of a PDF.

use std::ops::Range;

use draft::{Block, Draft, Extraction};

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X014 text-copied-from-a-pdf.
pub(crate) const RULE: Rule = Rule {
    code: "X014",
    name: "text-copied-from-a-pdf",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("text_copied_from_a_pdf.md"),
    check: Check::Document(check),
};

/// One notice for the whole text: everything in it has the same cause.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut signs = context
        .extraction()
        .map_or_else(Vec::new, |extraction| signs(draft, extraction));
    signs.extend(draft.page_lines().map(|lines| {
        format!("{lines} running heads, page numbers and the like stand between its lines")
    }));
    if signs.is_empty() {
        return;
    }
    let signs = signs.join(", ");
    let own = |block: &draft::Block<'_>| {
        block.kind.is_prose()
            && block.span.end > draft.foreign_titles().map_or(0, |titles| titles.end)
    };
    let Some(first) = draft.blocks().iter().find(own) else {
        return;
    };
    let message = format!(
        "This text was copied out of a PDF: {signs}; “Clean up extracted text” mends what is certain."
    );
    let mut finding = RULE.finding(first_word(draft, &first), message);
    // Lines of pages are read over; only what stands inside the sentences is in the way.
    if context.extraction().is_none() {
        finding.severity = Severity::Hint;
    }
    found.push(finding);
}

/// Where the first word of a block stands in the draft.
pub(super) fn first_word(draft: &Draft, block: &Block<'_>) -> Range<usize> {
    let text = draft.text_of(block);
    let lead = text.len() - text.trim_start().len();
    let words = &text[lead..];
    let length = words.find(char::is_whitespace).unwrap_or(words.len());
    let start = block.span.start + lead;
    start..start + length
}

/// What copying has left behind.
fn signs(draft: &Draft, extraction: &Extraction) -> Vec<String> {
    let lost = &extraction.apostrophes;
    let mut signs = Vec::new();
    if let Some(first) = lost.first() {
        let around = draft.slice(first.start.saturating_sub(40)..first.end + 1);
        let word = around.rsplit(' ').nth(1).unwrap_or("").to_owned();
        signs.push(format!(
            "{} apostrophes are missing (“{word} s”)",
            lost.len()
        ));
    }
    if let (Some((first, _)), Some((last, _))) = (extraction.pages.first(), extraction.pages.last())
    {
        signs.push(format!(
            "page numbers {first} to {last} stand inside the sentences"
        ));
    }
    if !extraction.notes.is_empty() {
        signs.push(format!("so do {} footnotes", extraction.notes.len()));
    }
    signs
}
