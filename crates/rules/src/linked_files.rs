//! What lies beside a draft, which links to files lead to.
//!
//! The rules read no files: whoever opened the draft answers.

/// Tells which files lie beside a draft.
pub trait LinkedFiles {
    /// Whether there is a file or folder at `path`, which counts from the folder of the draft; `None` where
    /// nobody can tell.
    fn has(&self, path: &str) -> Option<bool>;
}

/// Of a draft that is nowhere: nothing is known of what lies beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl LinkedFiles for Nowhere {
    fn has(&self, _path: &str) -> Option<bool> {
        None
    }
}
