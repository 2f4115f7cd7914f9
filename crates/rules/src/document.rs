//! What kind of document a draft is, as far as rules depend on it.

use citation::Body;
use draft::{BlockKind, Dialect, Draft};

use crate::{DocumentType, Settings};

/// The enacting line stands within this many blocks.
const NEAR_THE_TOP: usize = 60;

/// Whether the draft is a resolution or decision: as somebody has said, as its masthead says, or by its
/// enacting line.
pub(crate) fn is_resolution(draft: &Draft, settings: &Settings) -> bool {
    if let Some(document) = settings.document {
        return document == DocumentType::Resolution;
    }
    if let Some(document) = draft.front_matter().document() {
        let document = document.to_lowercase();
        return document.contains("resolution") || document.contains("decision");
    }
    let named = draft
        .front_matter()
        .symbol()
        .or_else(|| draft.masthead().symbol.clone());
    let adopted = named.is_some_and(|(symbol, _)| symbol.adopted().is_some());
    adopted || draft.masthead().adopted_by.is_some() || enacting_block(draft).is_some()
}

/// The index of the block that is the enacting line: the name of an organ and a comma.
pub(crate) fn enacting_block(draft: &Draft) -> Option<usize> {
    const LONGEST: usize = 60;
    let blocks = draft.blocks().into_iter().take(NEAR_THE_TOP).enumerate();
    blocks
        .filter(|(_, block)| block.kind == BlockKind::Paragraph && block.span.len() <= LONGEST)
        .find(|(_, block)| {
            let text = draft.text_of(block);
            let bare: String = text.chars().filter(|c| !matches!(c, '*' | '_')).collect();
            let organ = bare.trim().strip_suffix(',').unwrap_or("");
            organ.starts_with("The ") && Body::named(organ).is_some()
        })
        .map(|(index, _)| index)
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
        assert!(!is(
            "# Title\n\nThe General Assembly, in its resolution 67/172, asked.\n"
        ));
        assert!(!is("---\ndocument: report\n---\n\nThe General Assembly,\n"));
    }
}
