//! What can be said in a `penholder.toml`, an editor's settings or a draft's front matter.
//!
//! The types are the format: the JSON Schema is generated from them, and nothing is read that is not
//! here. What is `None` or empty is not said.

use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is said in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(title = "penholder.toml", deny_unknown_fields)]
pub struct Stated {
    /// What holds for every draft.
    #[serde(flatten)]
    pub drafts: ForDrafts,
    /// The folder of sources, where it is not the `sources` folder beside the drafts.
    #[serde(skip_serializing_if = "is_default")]
    pub sources: SourcesFolder,
    /// Which corpus the drafts are checked against.
    #[serde(skip_serializing_if = "is_default")]
    pub corpus: Pinned,
    /// What holds for some drafts only; a later entry outranks an earlier one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub per_path: Vec<PerPath>,
    /// Whether it has a table of rules, be it an empty one.
    #[serde(skip)]
    pub(crate) chooses_rules: bool,
}

/// What is said about drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct ForDrafts {
    /// Whether a reference is underlined that is not in the sources and in no series they cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unheld: Option<UnheldWish>,
    /// The language the drafts are written in, where they do not say so themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageCode>,
    /// What kind of document the drafts are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentType>,
    /// The file of accepted findings, which are not shown again; a relative path counts from the
    /// settings file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<PathBuf>,
    /// Which rules are on, and how grave their findings are.
    #[serde(skip_serializing_if = "is_default")]
    pub rules: Rules,
    /// House style for citations.
    #[serde(skip_serializing_if = "is_default")]
    pub citations: Citations,
    /// House style for links.
    #[serde(skip_serializing_if = "is_default")]
    pub links: Links,
    /// Acronyms that the team has agreed on.
    #[serde(skip_serializing_if = "is_default")]
    pub acronyms: Acronyms,
    /// Words that the team has agreed on.
    #[serde(skip_serializing_if = "is_default")]
    pub words: Words,
    /// Limits that the drafts have to keep.
    #[serde(skip_serializing_if = "is_default")]
    pub limits: Limits,
}

/// What holds for the drafts whose path matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct PerPath {
    /// Patterns such as `inputs` (with all that is in it), `inputs/*.md` or `*.txt`, from the folder of the settings file.
    #[schemars(required, length(min = 1))]
    pub paths: Vec<String>,
    /// What holds for them.
    #[serde(flatten)]
    pub drafts: ForDrafts,
    /// Whether it has a table of rules, be it an empty one.
    #[serde(skip)]
    pub(crate) chooses_rules: bool,
}

/// What happens at a reference that is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnheldWish {
    /// It is counted, not underlined.
    Silent,
    /// It is underlined.
    Warning,
}

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageCode {
    /// Arabic.
    Ar,
    /// Chinese.
    Zh,
    /// English.
    En,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Spanish.
    Es,
}

/// What kind of document a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentType {
    /// A report, a note, or another document of a Secretariat or an expert.
    Report,
    /// A draft resolution or decision.
    Resolution,
    /// A communication from a Member State, a non-governmental organization or another author outside the United
    /// Nations; its names, wording and forms of reference are left alone.
    Communication,
}

impl DocumentType {
    /// The same as the rules know it.
    pub(crate) const fn of_rules(self) -> rules::DocumentType {
        match self {
            Self::Report => rules::DocumentType::Report,
            Self::Resolution => rules::DocumentType::Resolution,
            Self::Communication => rules::DocumentType::Communication,
        }
    }
}

impl From<rules::DocumentType> for DocumentType {
    fn from(document: rules::DocumentType) -> Self {
        match document {
            rules::DocumentType::Report => Self::Report,
            rules::DocumentType::Resolution => Self::Resolution,
            rules::DocumentType::Communication => Self::Communication,
        }
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityWish {
    /// Wrong, with proof.
    Error,
    /// Probably wrong.
    Warning,
    /// Worth a look.
    Info,
    /// Shown faintly, or not at all.
    Hint,
}

/// Which rules are on. A rule is named by its code, its name or the letter of its family; the closer name
/// wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Rules {
    /// Rules that are switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off: Option<Vec<String>>,
    /// Rules that are switched on although they or their family are off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Vec<String>>,
    /// How grave the findings of a rule are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, SeverityWish>,
}

/// How citations are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Citations {
    /// The form in which `penholder cite` and completion write a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<CitationStyle>,
}

/// The form of a citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CitationStyle {
    /// “General Assembly resolution 67/172 of 20 December 2012”.
    #[default]
    Full,
    /// “resolution 67/172”.
    Short,
    /// “A/RES/67/172”.
    Symbol,
    /// “General Assembly resolution 67/172, entitled ‘Protection of migrants’”.
    Title,
}

/// How references are linked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Links {
    /// Where links lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<LinkTarget>,
}

/// Where a link to a document leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkTarget {
    /// The official site, by symbol.
    #[default]
    Official,
    /// The copy in the sources folder, where there is one.
    Local,
}

/// Acronyms that a team has agreed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Acronyms {
    /// Acronyms that need no introduction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Vec<String>>,
    /// Full names of acronyms.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
}

/// Words that a team has agreed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Words {
    /// Words and phrases that are left alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Vec<String>>,
}

/// Limits that drafts have to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Limits {
    /// The most words a draft may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<u32>,
}

/// Where sources are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct SourcesFolder {
    /// Its path; a relative one counts from the settings file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
}

/// What is said about the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Pinned {
    /// Where it lies; a relative path counts from the settings file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<PathBuf>,
    /// Which state of it everybody is to have: what `penholder corpus stats` prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The JSON Schema of `penholder.toml`, as text.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Stated);
    // A schema made of strings, lists and maps cannot fail to be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
