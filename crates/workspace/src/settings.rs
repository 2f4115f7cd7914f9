//! `penholder.toml`: what a group has agreed on, beside its drafts.
//!
//! `stated` has the types, `reading` takes text, `layers` decides what is in force where several places
//! speak. Reading is strict, so that a mistyped key is never a silent no: an unknown key or rule is an
//! error that names the nearest one, and is left out of what the file says. What the file says outranks what an editor says; what neither says
//! has a default.

mod keys;
mod layers;
mod left_out;
mod not_toml;
mod of_draft;
mod reading;
mod stated;
mod toml_values;

use std::path::Path;
use std::sync::Arc;

use corpus::Corpus;
use draft::Entry;
use rules::{Mistake, Severity};

use crate::complaint::Complaint;

use keys::Scope;
pub use keys::{KEYS, Key};
pub(crate) use layers::Layer;
pub use layers::{From, InForce, Settings};
pub(crate) use of_draft::stated_in;
use reading::IN_FRONT_MATTER;
pub(crate) use reading::pattern_globs;
pub use stated::{
    Acronyms, CitationStyle, Citations, DocumentType, ForDrafts, LanguageCode, Limits, LinkTarget,
    Links, PerPath, Pinned, Rules, SeverityWish, SourcesFolder, Stated, UnheldWish, Words, schema,
};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "penholder.toml";

impl Pinned {
    /// The same with a path that counts from `folder`.
    pub(crate) fn in_folder(mut self, folder: Option<&Path>) -> Self {
        self.path = self
            .path
            .map(|path| folder.map_or_else(|| path.clone(), |folder| folder.join(&path)));
        self
    }

    /// What is to be said where the corpus in use is not the one that is pinned.
    pub(crate) fn complaint(&self, corpus: Option<&Arc<Corpus>>) -> Option<Complaint> {
        let pinned = self.fingerprint.as_ref()?;
        let found = corpus.map(|corpus| corpus.fingerprint());
        if found == Some(pinned.as_str()) {
            return None;
        }
        let is = match found {
            Some(found) => format!("yours has {found}"),
            None => "you have none".to_owned(),
        };
        Some(Complaint {
            path: corpus.map_or_else(|| FILE_NAME.into(), |corpus| corpus.root().to_owned()),
            message: format!(
                "the settings ask for the corpus with the fingerprint {pinned}, and {is}; findings may differ from those of others"
            ),
        })
    }
}

/// Why settings could not be taken. The message is for the drafter and names no path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The file could not be read at all.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// The file is not TOML, or only half written.
    #[error("line {line}: {message}")]
    NotToml {
        /// Line, from 1.
        line: usize,
        /// What is to be mended.
        message: String,
    },
    /// There is no such key.
    #[error("{}there is no setting “{key}”; the nearest one is “{nearest}”", at(*line))]
    UnknownKey {
        /// Line, from 1; 0 where there is only one.
        line: usize,
        /// The key as written, with its table: `rules.of`.
        key: String,
        /// The known key that looks most like it.
        nearest: &'static str,
    },
    /// There is no such rule.
    #[error("{}there is no rule “{rule}”{}", at(*line), nearest.map_or(String::new(), |one| format!("; the nearest one is “{one}”")))]
    UnknownRule {
        /// Line, from 1; 0 where there is only one.
        line: usize,
        /// The code or name as written.
        rule: String,
        /// The known code or name that looks most like it; `None` for a code of no family.
        nearest: Option<&'static str>,
    },
    /// The key is known and its value is not.
    #[error("{}“{key}” has to be {expected}", at(*line))]
    WrongValue {
        /// Line, from 1; 0 where there is only one.
        line: usize,
        /// The key, with its table.
        key: String,
        /// What would be right.
        expected: &'static str,
        /// What holds where nothing is said, in words; `None` where it is said of some drafts only.
        default: Option<&'static str>,
    },
    /// A table is needed where a value stands.
    #[error("line {line}: “{key}” has to be a table: [{key}]")]
    NotATable {
        /// Line, from 1.
        line: usize,
        /// The name of the table.
        key: String,
    },
    /// The key holds for the whole folder.
    #[error("line {line}: “{key}” holds for all drafts and cannot stand under [[per-path]]")]
    NotPerPath {
        /// Line, from 1.
        line: usize,
        /// The key, with its table.
        key: String,
    },
    /// The key holds for several drafts.
    #[error("“{key}” cannot stand in a draft; say it in {FILE_NAME}")]
    NotInADraft {
        /// The key as written.
        key: String,
    },
    /// A rule is off and on in one place.
    #[error("line {line}: “{rule}” is both off and on; keep one of the two")]
    Contradictory {
        /// Line, from 1.
        line: usize,
        /// The code or name as written.
        rule: String,
    },
    /// A pattern of paths is none.
    #[error("line {line}: “{pattern}” is no pattern of paths: {message}")]
    NotAPattern {
        /// Line, from 1.
        line: usize,
        /// The pattern as written.
        pattern: String,
        /// What the reader of patterns says.
        message: String,
    },
}

impl SettingsError {
    /// Its line, from 1; 0 where there is none or only one.
    pub(crate) const fn line(&self) -> usize {
        match self {
            Self::Unreadable(_) | Self::NotInADraft { .. } => 0,
            Self::NotToml { line, .. }
            | Self::UnknownKey { line, .. }
            | Self::UnknownRule { line, .. }
            | Self::WrongValue { line, .. }
            | Self::NotATable { line, .. }
            | Self::NotPerPath { line, .. }
            | Self::Contradictory { line, .. }
            | Self::NotAPattern { line, .. } => *line,
        }
    }

    /// The same at its place in the front matter of a draft.
    pub(crate) fn in_front_matter(&self, entry: &Entry) -> Mistake {
        let key = entry.key_span.start + IN_FRONT_MATTER.len()..entry.key_span.end;
        let (range, instead) = match self {
            Self::UnknownKey { nearest, .. } => {
                let is_whole = keys::known(nearest).is_some_and(|key| key.scope == Scope::Drafts);
                (key, Some(*nearest).filter(|_| is_whole))
            }
            Self::UnknownRule { rule, nearest, .. } => {
                let start = entry.span.start + entry.value.find(rule.as_str()).unwrap_or(0);
                (start..start + rule.len(), *nearest)
            }
            Self::NotInADraft { .. } => (key, None),
            _ if entry.value.is_empty() => (key, None),
            _ => (entry.span.clone(), None),
        };
        let message = self.to_string();
        let mut letters = message.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        Mistake {
            range,
            message: format!("{}{}.", first.unwrap_or_default(), letters.as_str()),
            instead,
            severity: Severity::Error,
        }
    }
}

/// "line 3: ", or nothing where there is only one line.
fn at(line: usize) -> String {
    if line == 0 {
        return String::new();
    }
    format!("line {line}: ")
}

#[cfg(test)]
mod tests;
