//! What is found in a draft: kept with its blocks, and put together for whoever looks first.

use std::ops::Deref;
use std::sync::OnceLock;

use rules::{Checked, Finding};

/// What is found in a draft, where it stands now.
#[derive(Clone, Debug)]
pub struct Findings {
    pub(crate) checked: Checked,
    placed: OnceLock<Vec<Finding>>,
}

impl Findings {
    pub(crate) fn of(checked: Checked) -> Self {
        let placed = OnceLock::new();
        Self { checked, placed }
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        self.placed.get_or_init(|| self.checked.findings())
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = std::slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
