//! X014: a text that was copied out of a PDF.

use draft::Extraction;

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X014 text-copied-from-a-pdf.
pub(crate) const RULE: Rule = Rule {
    code: "X014",
    name: "text-copied-from-a-pdf",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("copied.md"),
    check: Check::Document(check),
};

/// One notice for the whole text: everything in it has the same cause.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let Some(extraction) = context.extraction() else {
        return;
    };
    let own = |block: &draft::Block<'_>| {
        block.kind.is_prose()
            && block.span.end > draft.foreign_titles().map_or(0, |titles| titles.end)
    };
    let Some(first) = draft.blocks().iter().find(own) else {
        return;
    };
    let text = draft.text_of(&first);
    let length = text
        .trim_start()
        .find(char::is_whitespace)
        .unwrap_or(text.len());
    let lead = text.len() - text.trim_start().len();
    let start = first.span.start + lead;
    found.push(RULE.finding(start..start + length, message(draft, extraction)));
}

fn message(draft: &draft::Draft, extraction: &Extraction) -> String {
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
    format!(
        "This text was copied out of a PDF: {}; “Clean up extracted text” mends what is certain.",
        signs.join(", ")
    )
}
