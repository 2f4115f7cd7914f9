//! Printed forms as regular expressions that are tried at one place, never searched for.

use std::ops::Range;
use std::sync::OnceLock;

use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::util::syntax;

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
            // What makes a long search fast takes longer to build than all that is ever tried here.
            let engines = Regex::config()
                .hybrid(false)
                .dfa(false)
                .backtrack(false)
                .auto_prefilter(false);
            Regex::builder()
                .configure(engines)
                .syntax(syntax::Config::new().unicode(false))
                .build(&format!("^(?:{})", self.written.replace(' ', space)))
                .ok()
        };
        self.compiled.get_or_init(compile).as_ref()
    }

    /// What stands at `at` and matches.
    pub(super) fn captures<'t>(&self, text: &'t str, at: usize) -> Option<Found<'t>> {
        let end = boundary(text, (at + LONGEST).min(text.len()));
        let (regex, near) = (self.regex()?, text.get(at..end)?);
        // Groups cost memory, and at most places nothing matches.
        if !regex.is_match(near) {
            return None;
        }
        let mut groups = regex.create_captures();
        regex.captures(near, &mut groups);
        Some(Found { near, groups })
    }

    /// How many bytes of the text at `at` match.
    pub(super) fn length(&self, text: &str, at: usize) -> Option<usize> {
        let end = boundary(text, (at + LONGEST).min(text.len()));
        Some(self.regex()?.find(text.get(at..end)?)?.end())
    }
}

/// What a pattern has matched.
pub(super) struct Found<'t> {
    near: &'t str,
    groups: Captures,
}

impl<'t> Found<'t> {
    /// How many bytes match.
    pub(super) fn length(&self) -> usize {
        self.groups.get_match().map_or(0, |whole| whole.end())
    }

    /// The words of a group.
    pub(super) fn get(&self, group: usize) -> Option<&'t str> {
        self.near.get(self.groups.get_group(group)?.range())
    }

    /// Where the group `name` stands, counted from where the match begins.
    pub(super) fn place_of(&self, name: &str) -> Option<Range<usize>> {
        Some(self.groups.get_group_by_name(name)?.range())
    }

    /// `written` with the words of a group for each `$1`.
    pub(super) fn expand(&self, written: &str) -> String {
        self.groups.interpolate_string(self.near, written)
    }
}
