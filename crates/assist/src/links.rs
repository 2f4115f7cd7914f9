//! Document links: every reference that has a symbol opens the official document.
//!
//! Links are made from the symbol alone; nothing is fetched, and nothing says that the page is there.

use std::ops::Range;

use resolve::Resolved;

use crate::under;

/// A link from a token of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLink {
    /// The token, byte range in the draft.
    pub range: Range<usize>,
    /// Where it leads: `https://docs.un.org/en/A/RES/67/172`.
    pub target: String,
    /// What an editor shows beside it.
    pub tooltip: String,
}

/// The links of a draft, in text order. Words that are linked already, and references that are mistyped,
/// cannot be right or have no symbol, have none.
pub fn links(resolved: &Resolved) -> Vec<DocumentLink> {
    let draft = &resolved.draft;
    let language = under::language(draft);
    resolved
        .references
        .iter()
        .filter_map(|reference| {
            let symbol = under::linkable(reference)?;
            (!under::is_linked(draft, &reference.token)).then(|| DocumentLink {
                range: reference.token.clone(),
                target: symbol.address(language),
                tooltip: format!("Open {symbol} on docs.un.org"),
            })
        })
        .collect()
}
