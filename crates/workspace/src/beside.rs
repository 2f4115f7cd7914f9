//! The files that lie beside a draft, which its links may lead to.

use std::path::Path;

/// The folder of a draft, if it has one.
pub(crate) struct Beside<'p>(pub(crate) Option<&'p Path>);

impl rules::Beside for Beside<'_> {
    fn has(&self, path: &str) -> Option<bool> {
        self.0?.join(path).try_exists().ok()
    }
}
