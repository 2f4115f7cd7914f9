//! Printed forms as regular expressions that are tried at one place, never searched for.

use std::sync::OnceLock;

use regex::{Captures, Regex, RegexBuilder};

use super::reading::boundary;

/// The longest stretch looked at, in bytes.
const LONGEST: usize = 120;

/// A regular expression, compiled when a text first asks for it; a space in it stands for white space
/// with at most one line break.
pub(super) struct Pattern {
    pub(super) written: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(super) const fn new(written: &'static str) -> Self {
        Self {
            written,
            compiled: OnceLock::new(),
        }
    }

    /// `None` where the words are no regular expression, which tests rule out.
    pub(super) fn regex(&self) -> Option<&Regex> {
        let compile = || {
            let space = r"(?:[ \t]{1,9}(?:\r?\n[ \t]{0,9})?|\r?\n[ \t]{0,9})";
            RegexBuilder::new(&format!("^(?:{})", self.written.replace(' ', space)))
                .unicode(false)
                .build()
                .ok()
        };
        self.compiled.get_or_init(compile).as_ref()
    }

    pub(super) fn captures<'t>(&self, text: &'t str, at: usize) -> Option<Captures<'t>> {
        let end = boundary(text, (at + LONGEST).min(text.len()));
        let (regex, near) = (self.regex()?, text.get(at..end)?);
        // Groups cost memory, and at most places nothing matches.
        regex.is_match(near).then(|| regex.captures(near))?
    }

    /// How many bytes of the text at `at` match.
    pub(super) fn length(&self, text: &str, at: usize) -> Option<usize> {
        Some(self.captures(text, at)?.get(0)?.end())
    }
}
