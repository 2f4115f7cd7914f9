//! What kind of document a draft is, as far as rules depend on it.

use draft::{BlockKind, Dialect, Draft};
use resolve::EnactingLine;

use crate::{DocumentType, Settings};

/// Whether the draft is a resolution or decision: as somebody has said, as its masthead says, or by its
/// enacting line.
pub(crate) fn is_resolution(draft: &Draft, settings: &Settings) -> bool {
    if let Some(document) = DocumentType::of(draft, settings) {
        return document == DocumentType::Resolution;
    }
    if draft.front_matter().document().is_some() {
        return false;
    }
    let named = draft
        .front_matter()
        .symbol()
        .or_else(|| draft.masthead().symbol.clone());
    let adopted = named.is_some_and(|(symbol, _)| symbol.adopted().is_some());
    adopted || draft.masthead().adopted_by.is_some() || english_enacting_line(draft).is_some()
}

/// The enacting line in English.
pub(crate) fn english_enacting_line(draft: &Draft) -> Option<EnactingLine> {
    let line = resolve::enacting_line(draft)?;
    let block = draft.blocks().get(line.block)?;
    let text = draft.text_of(&block);
    let is_english = text.trim_start_matches(['*', '_', ' ']).starts_with("The ");
    (block.kind == BlockKind::Paragraph && is_english).then_some(line)
}

/// Whether the draft is the text of a PDF: it has running heads, page numbers or form feeds between its
/// paragraphs.
pub(crate) fn is_extracted(draft: &Draft) -> bool {
    draft.dialect() == Dialect::Plain
        && draft
            .blocks()
            .into_iter()
            .any(|block| block.kind == BlockKind::Furniture)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn is(text: &str) -> bool {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        is_resolution(&draft, &Settings::default())
    }

    #[test]
    fn a_resolution_is_known_by_what_it_says_of_itself() {
        assert!(is("---\ndocument: draft resolution\n---\n\nText.\n"));
        assert!(is("# Title\n\n*The General Assembly*,\n\nRecalling,\n"));
        assert!(is("The Security Council,\n\nRecalling,\n"));
        assert!(is("*The Security Council*\n\n*Recalling* its work,\n"));
        let indented = "Title\n\n      The Security Council,\n      Recalling its work,\n      1. Decides to meet.\n";
        let draft = Draft::new(indented, Dialect::Plain, Arc::default());
        assert!(is_resolution(&draft, &Settings::default()));
        assert!(!is(
            "# Title\n\nThe General Assembly, in its resolution 67/172, asked.\n"
        ));
        assert!(!is("---\ndocument: report\n---\n\nThe General Assembly,\n"));
    }
}
