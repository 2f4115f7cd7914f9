//! The files that lie beside a draft, which its links may lead to.

use std::path::Path;

/// The folder of a draft, if it has one.
pub(crate) struct FilesOfFolder<'p>(pub(crate) Option<&'p Path>);

impl rules::LinkedFiles for FilesOfFolder<'_> {
    fn has(&self, path: &str) -> Option<bool> {
        self.0?.join(path).try_exists().ok()
    }
}
