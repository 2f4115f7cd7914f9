//! Every key of `penholder.toml`, with what it takes and what holds where nothing is said.

use super::SettingsError;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// With its table: `rules.off`.
    pub path: &'static str,
    /// What its value has to be, in words.
    pub expected: &'static str,
    /// What holds where nothing is said, in words.
    pub default: &'static str,
    /// Where it may stand.
    pub(crate) scope: Scope,
}

/// Where a key may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// For all drafts, for the drafts of a path, and in the front matter of one.
    Drafts,
    /// For all drafts and for the drafts of a path, but not in a draft.
    Paths,
    /// For the whole folder only.
    Folder,
    /// In an entry of `per-path` only.
    Entry,
}

impl Scope {
    /// Whether a value may differ from draft to draft.
    pub(crate) const fn is_of_drafts(self) -> bool {
        matches!(self, Self::Drafts | Self::Paths)
    }
}

const fn key(
    path: &'static str,
    expected: &'static str,
    default: &'static str,
    scope: Scope,
) -> Key {
    Key {
        path,
        expected,
        default,
        scope,
    }
}

const SELECTORS: &str =
    "a list of rules by code, name or letter of the family, such as [\"A001\", \"E\"]";

/// Every key that holds a value, in the order in which they are shown.
pub const KEYS: [Key; 18] = [
    key("unheld", "“silent” or “warning”", "silent", Scope::Drafts),
    key(
        "language",
        "“ar”, “zh”, “en”, “fr”, “ru” or “es”",
        "what most of the draft is written in",
        Scope::Drafts,
    ),
    key(
        "document",
        "“report”, “resolution” or “communication”",
        "what the draft itself shows",
        Scope::Drafts,
    ),
    key("baseline", "the path of a file", "none", Scope::Paths),
    key("rules.off", SELECTORS, "none", Scope::Drafts),
    key("rules.on", SELECTORS, "none", Scope::Drafts),
    key(
        "rules.severity",
        "a table of “error”, “warning”, “info” or “hint” for each rule, such as { C006 = \"error\" }",
        "the rule's own",
        Scope::Drafts,
    ),
    key(
        "citations.style",
        "“full”, “short”, “symbol” or “title”",
        "full",
        Scope::Drafts,
    ),
    key(
        "links.target",
        "“official” or “local”",
        "official",
        Scope::Drafts,
    ),
    key(
        "acronyms.known",
        "a list of acronyms, such as [\"UNDP\"]",
        "none",
        Scope::Drafts,
    ),
    key(
        "acronyms.names",
        "a table of full names, such as { UNDP = \"United Nations Development Programme\" }",
        "none",
        Scope::Drafts,
    ),
    key(
        "words.accepted",
        "a list of words, such as [\"programme\"]",
        "none",
        Scope::Drafts,
    ),
    key("limits.words", "a number of words", "none", Scope::Drafts),
    key(
        "sources.folder",
        "the path of a folder",
        "the sources folder beside the drafts",
        Scope::Folder,
    ),
    key(
        "corpus.path",
        "the path of a corpus",
        "your own corpus",
        Scope::Folder,
    ),
    key(
        "corpus.fingerprint",
        "what `penholder corpus stats` prints",
        "any",
        Scope::Folder,
    ),
    key(
        "per-path",
        "tables that begin with [[per-path]]",
        "none",
        Scope::Folder,
    ),
    key(
        "per-path.paths",
        "a list of patterns, such as [\"inputs/**\"]",
        "none",
        Scope::Entry,
    ),
];

/// The key with this path.
pub(crate) fn known(path: &str) -> Option<Key> {
    KEYS.into_iter().find(|key| key.path == path)
}

/// Whether keys begin with this table.
pub(crate) fn is_table(path: &str) -> bool {
    KEYS.iter().any(|key| {
        key.path
            .strip_prefix(path)
            .is_some_and(|rest| rest.starts_with('.'))
    })
}

/// The error for a key that is not known.
pub(crate) fn unknown(line: usize, path: &str) -> SettingsError {
    let tables = KEYS
        .iter()
        .filter_map(|key| key.path.split_once('.').map(|(table, _)| table));
    let nearest = KEYS
        .iter()
        .map(|key| key.path)
        .chain(tables)
        .min_by_key(|known| {
            // A key that only lost its table is nearer than any other spelling.
            let bare = known.rsplit('.').next().unwrap_or(known);
            let table = usize::from(bare != *known);
            strsim::damerau_levenshtein(known, path)
                .min(strsim::damerau_levenshtein(bare, path) + table)
        })
        .unwrap_or_default();
    SettingsError::UnknownKey {
        line,
        key: path.to_owned(),
        nearest,
    }
}

/// What the nearest rule to an unknown one is called: a code of its family for a code, a name for a name. `None` for a code
/// of no family.
pub(crate) fn nearest_rule(selector: &str) -> Option<&'static str> {
    let is_code = selector.bytes().any(|byte| byte.is_ascii_digit());
    let family = selector.get(..1).filter(|_| is_code);
    let is_near = |code: &str| {
        family.is_none_or(|family| {
            code.get(..1)
                .is_some_and(|of| of.eq_ignore_ascii_case(family))
        })
    };
    rules::RULES
        .iter()
        .filter(|rule| is_near(rule.code))
        .map(|rule| if is_code { rule.code } else { rule.name })
        .min_by_key(|known| strsim::damerau_levenshtein(known, selector))
}
