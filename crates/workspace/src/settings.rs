//! `penholder.toml`: what a group has agreed on, beside its drafts.
//!
//! Reading it is strict, so that a mistyped key is never a silent no: an unknown key is an error that
//! names the nearest one. What the file says outranks what an editor says; what neither says has a
//! default.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use corpus::Corpus;
use toml::de::{DeTable, DeValue};

use crate::analysis::Complaint;

/// The name of the file.
pub(crate) const FILE_NAME: &str = "penholder.toml";

/// What is said in one place: a `penholder.toml`, or an editor's settings. `None` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// `unheld = "warning"`: underline every reference that is not in the sources. `true` for
    /// `"warning"`, `false` for `"silent"`.
    pub unheld_is_warning: Option<bool>,
    /// `[rules] off = ["A001"]`: codes of the rules that are switched off.
    pub off: Option<Vec<String>>,
    /// `language = "en"`: the language the drafts are written in.
    pub language: Option<String>,
    /// `[corpus]`: which corpus the drafts are checked against.
    pub corpus: Pinned,
}

/// What is said about the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinned {
    /// `path = "../corpus"`: where it lies; a relative path counts from the settings file.
    pub path: Option<PathBuf>,
    /// `fingerprint = "8f3c…"`: which state of it everybody is to have.
    pub fingerprint: Option<String>,
}

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
            path: corpus.map_or_else(PathBuf::new, |corpus| corpus.root().to_owned()),
            message: format!(
                "the settings ask for the corpus with the fingerprint {pinned}, and {is}; findings may differ from those of others"
            ),
        })
    }
}

/// The settings in force for a draft.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the rules are told.
    pub rules: rules::Settings,
    /// The language the drafts are written in, as a code of two letters.
    pub language: String,
}

/// Why a settings file could not be taken. The message is for the drafter and names no path.
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
        /// What the reader of TOML says.
        message: String,
    },
    /// There is no such key.
    #[error("line {line}: there is no setting “{key}”; the nearest one is “{nearest}”")]
    UnknownKey {
        /// Line, from 1.
        line: usize,
        /// The key as written, with its table: `rules.of`.
        key: String,
        /// The known key that looks most like it.
        nearest: &'static str,
    },
    /// The key is known and its value is not.
    #[error("line {line}: “{key}” has to be {expected}")]
    WrongValue {
        /// Line, from 1.
        line: usize,
        /// The key, with its table.
        key: &'static str,
        /// What would be right.
        expected: String,
    },
}

/// Every key, with its table.
const KEYS: [&str; 7] = [
    "corpus",
    "corpus.fingerprint",
    "corpus.path",
    "language",
    "rules",
    "rules.off",
    "unheld",
];

impl Stated {
    /// Reads the text of a `penholder.toml`.
    ///
    /// # Errors
    /// Where the text is not TOML, has a key that is not known, or a value that is not.
    pub fn read(text: &str) -> Result<Self, SettingsError> {
        let table = DeTable::parse(text).map_err(|error| SettingsError::NotToml {
            line: line_of(text, error.span().map_or(0, |span| span.start)),
            message: error.message().to_owned(),
        })?;
        let mut stated = Self::default();
        for (key, value) in table.get_ref() {
            let line = line_of(text, key.span().start);
            match key.get_ref().as_ref() {
                "unheld" => stated.unheld_is_warning = Some(unheld(value.get_ref(), line)?),
                "language" => stated.language = Some(language(value.get_ref(), line)?),
                "rules" => {
                    let DeValue::Table(rules) = value.get_ref() else {
                        return Err(wrong(line, "rules", "a table: [rules]"));
                    };
                    for (key, value) in rules {
                        let line = line_of(text, key.span().start);
                        match key.get_ref().as_ref() {
                            "off" => stated.off = Some(codes(value.get_ref(), line)?),
                            other => return Err(unknown(line, &format!("rules.{other}"))),
                        }
                    }
                }
                "corpus" => {
                    let DeValue::Table(corpus) = value.get_ref() else {
                        return Err(wrong(line, "corpus", "a table: [corpus]"));
                    };
                    for (key, value) in corpus {
                        let line = line_of(text, key.span().start);
                        let value = value.get_ref().as_str().map(str::to_owned);
                        match key.get_ref().as_ref() {
                            "path" => {
                                let path = value.map(PathBuf::from).ok_or_else(|| {
                                    wrong(line, "corpus.path", "the path of a corpus")
                                })?;
                                stated.corpus.path = Some(path);
                            }
                            "fingerprint" => {
                                let fingerprint = value.ok_or_else(|| {
                                    let expected = "what `penholder corpus stats` prints";
                                    wrong(line, "corpus.fingerprint", expected)
                                })?;
                                stated.corpus.fingerprint = Some(fingerprint);
                            }
                            other => return Err(unknown(line, &format!("corpus.{other}"))),
                        }
                    }
                }
                other => return Err(unknown(line, other)),
            }
        }
        Ok(stated)
    }

    /// This, and where it says nothing, what `fallback` says.
    #[must_use]
    pub fn or(self, fallback: &Self) -> Self {
        Self {
            unheld_is_warning: self.unheld_is_warning.or(fallback.unheld_is_warning),
            off: self.off.or_else(|| fallback.off.clone()),
            language: self.language.or_else(|| fallback.language.clone()),
            corpus: Pinned {
                path: self.corpus.path.or_else(|| fallback.corpus.path.clone()),
                fingerprint: self
                    .corpus
                    .fingerprint
                    .or_else(|| fallback.corpus.fingerprint.clone()),
            },
        }
    }

    /// The settings that follow, defaults filled in.
    pub fn settled(&self) -> Settings {
        Settings {
            rules: rules::Settings {
                unheld: match self.unheld_is_warning {
                    Some(true) => rules::Unheld::Warning,
                    _ => rules::Unheld::Silent,
                },
                off: self.off.clone().unwrap_or_default(),
                ..rules::Settings::default()
            },
            language: self.language.clone().unwrap_or_else(|| "en".to_owned()),
        }
    }
}

fn unheld(value: &DeValue<'_>, line: usize) -> Result<bool, SettingsError> {
    match value.as_str() {
        Some("silent") => Ok(false),
        Some("warning") => Ok(true),
        _ => Err(wrong(line, "unheld", "“silent” or “warning”")),
    }
}

/// Drafts in other languages are not read yet, and saying so beats checking them by English rules.
fn language(value: &DeValue<'_>, line: usize) -> Result<String, SettingsError> {
    match value.as_str() {
        Some("en") => Ok("en".to_owned()),
        _ => Err(wrong(
            line,
            "language",
            "“en”; drafts in other languages cannot be checked yet",
        )),
    }
}

fn codes(value: &DeValue<'_>, line: usize) -> Result<Vec<String>, SettingsError> {
    let not_a_list = || wrong(line, "rules.off", "a list of codes, such as [\"A001\"]");
    let DeValue::Array(items) = value else {
        return Err(not_a_list());
    };
    items
        .iter()
        .map(|item| {
            let code = item.get_ref().as_str().ok_or_else(not_a_list)?;
            if rules::rule(code).is_some() {
                return Ok(code.to_owned());
            }
            let why = format!("a list of codes of rules, and “{code}” is the code of none");
            Err(wrong(line, "rules.off", &why))
        })
        .collect()
}

fn wrong(line: usize, key: &'static str, expected: &str) -> SettingsError {
    SettingsError::WrongValue {
        line,
        key,
        expected: expected.to_owned(),
    }
}

fn unknown(line: usize, key: &str) -> SettingsError {
    let nearest = KEYS
        .into_iter()
        .min_by_key(|known| {
            // A key that only lost its table is nearer than any other spelling.
            let bare = known.rsplit('.').next().unwrap_or(known);
            distance(known, key).min(distance(bare, key) + 1)
        })
        .unwrap_or(KEYS[0]);
    SettingsError::UnknownKey {
        line,
        key: key.to_owned(),
        nearest,
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text
        .bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
}

/// How many letters have to be put in, left out or changed to make one word of the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let kept = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = kept.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let stated = Stated::read(
            "unheld = \"warning\"\nlanguage = \"en\"\n\n[rules]\noff = [\"A001\", \"A002\"]\n\n[corpus]\npath = \"c\"\nfingerprint = \"f\"\n",
        )
        .unwrap();
        assert_eq!(stated.unheld_is_warning, Some(true));
        assert_eq!(stated.language.as_deref(), Some("en"));
        assert_eq!(stated.off, Some(vec!["A001".into(), "A002".into()]));
        assert_eq!(stated.corpus.path, Some("c".into()));
        assert_eq!(stated.corpus.fingerprint.as_deref(), Some("f"));
        let pinned = stated.corpus.in_folder(Some(Path::new("/home/team")));
        assert_eq!(pinned.path, Some("/home/team/c".into()));
        let complaint = pinned.complaint(None).unwrap();
        assert!(complaint.message.contains("you have none"));
    }

    #[test]
    fn an_unknown_key_names_its_line_and_the_nearest_one() {
        for (text, message) in [
            (
                "\nunhold = 1",
                "line 2: there is no setting “unhold”; the nearest one is “unheld”",
            ),
            (
                "[rules]\n\nof = []",
                "line 3: there is no setting “rules.of”; the nearest one is “rules.off”",
            ),
            (
                "off = []",
                "line 1: there is no setting “off”; the nearest one is “rules.off”",
            ),
            (
                "[rule]\noff = []",
                "line 1: there is no setting “rule”; the nearest one is “rules”",
            ),
        ] {
            assert_eq!(Stated::read(text).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn a_wrong_value_says_what_would_be_right() {
        assert_eq!(
            Stated::read("unheld = true").unwrap_err().to_string(),
            "line 1: “unheld” has to be “silent” or “warning”"
        );
        assert_eq!(
            Stated::read("[rules]\noff = [\"Z999\"]")
                .unwrap_err()
                .to_string(),
            "line 2: “rules.off” has to be a list of codes of rules, and “Z999” is the code of none"
        );
        assert!(Stated::read("language = \"fr\"").is_err());
    }

    #[test]
    fn a_half_written_file_is_an_error_with_a_line() {
        let error = Stated::read("unheld = \"silent\"\n[rules").unwrap_err();
        assert!(
            matches!(error, SettingsError::NotToml { line: 2, .. }),
            "{error}"
        );
    }

    #[test]
    fn the_first_to_say_something_is_heard() {
        let file = Stated::read("unheld = \"silent\"").unwrap();
        let client = Stated::read("unheld = \"warning\"\n[rules]\noff = [\"A001\"]").unwrap();
        let both = file.or(&client);
        assert_eq!(both.unheld_is_warning, Some(false));
        assert_eq!(both.off, Some(vec!["A001".into()]));
    }
}
