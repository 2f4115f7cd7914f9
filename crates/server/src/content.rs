//! What a message of findings says apart from where: two that say the same differ in places alone.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use tower_lsp::ls_types as lsp;

/// Bytes of findings from which on a message is worth keeping back.
const LARGE: usize = 64 << 10;

/// Bytes that a finding takes beside its words: keys, range, code.
const FRAME: usize = 180;

/// What a message says, whatever the places it says it of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Content {
    words: u64,
    findings: usize,
    /// About how many bytes the message takes.
    bytes: usize,
}

impl Content {
    pub(crate) fn of(diagnostics: &[lsp::Diagnostic]) -> Self {
        let mut words = DefaultHasher::new();
        let mut bytes = 0;
        for diagnostic in diagnostics {
            diagnostic.code.hash(&mut words);
            diagnostic.message.hash(&mut words);
            bytes += FRAME + diagnostic.message.len();
            for related in diagnostic.related_information.iter().flatten() {
                related.message.hash(&mut words);
                bytes += FRAME + related.message.len();
            }
        }
        Self {
            words: words.finish(),
            findings: diagnostics.len(),
            bytes,
        }
    }

    pub(crate) const fn is_large(self) -> bool {
        self.bytes > LARGE
    }
}
