//! Finds every citation in a text, in one pass.

use crate::{Citation, Lexicon};

/// Every citation in `text`, in order of its token; ranges are byte offsets into `text`.
pub fn scan(_text: &str, _lexicon: &Lexicon) -> Vec<Citation> {
    Vec::new()
}
