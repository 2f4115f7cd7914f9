//! Which settings are in force, and where each comes from.
//!
//! What is said in several places is laid one over the other: the editor's settings, then the
//! `penholder.toml`, then its entries for the draft's path, then the draft's front matter. The upper one
//! wins, value by value; switches of rules add up, and the upper layer wins where they contradict.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use citation::Language;
use sources::CiteStyle;
use toml::{Table, Value};

use super::keys::KEYS;
use super::stated::{
    CitationStyle, DocumentType, ForDrafts, LanguageCode, LinkTarget, SeverityWish, UnheldWish,
};

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Nobody has said anything.
    Default,
    /// The editor's own settings.
    Editor,
    /// A settings file.
    File(PathBuf),
    /// The entry of a settings file that begins with this pattern.
    PerPath(PathBuf, String),
    /// The front matter of the draft.
    FrontMatter,
}

impl fmt::Display for From {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => out.write_str("default"),
            Self::Editor => out.write_str("the editor's settings"),
            Self::File(path) => write!(out, "{}", path.display()),
            Self::PerPath(path, pattern) => {
                write!(out, "{}, [[per-path]] “{pattern}”", path.display())
            }
            Self::FrontMatter => out.write_str("the front matter of the draft"),
        }
    }
}

/// What one place says.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) from: From,
    pub(crate) drafts: ForDrafts,
}

/// A setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The key with its table: `rules.off`.
    pub key: &'static str,
    /// The value as a settings file would write it; for a default, in words.
    pub value: String,
    /// The places that have said it, the lowest first.
    pub from: Vec<From>,
}

/// The settings in force for a draft.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What the rules are told.
    pub rules: rules::Settings,
    /// The language that drafts are in where they do not say so themselves.
    pub language: Option<Language>,
    /// The form in which citations are written, where one is agreed on.
    pub citation_style: Option<CiteStyle>,
    /// Where links lead.
    pub link_target: LinkTarget,
    /// The file of accepted findings.
    pub baseline: Option<PathBuf>,
    layers: Vec<Layer>,
}

impl Settings {
    /// What follows from `layers`, the lowest first.
    pub(crate) fn of(layers: Vec<Layer>) -> Self {
        let mut whole = Table::new();
        for layer in &layers {
            lay(&mut whole, &layer.drafts);
        }
        // Every value was read from its type before, and laying them together makes no other values.
        let drafts: ForDrafts = whole.try_into().unwrap_or_default();
        Self {
            rules: rules(&drafts),
            language: drafts.language.map(language),
            citation_style: drafts.citations.style.map(cite_style),
            link_target: drafts.links.target.unwrap_or_default(),
            baseline: drafts.baseline,
            layers,
        }
    }

    /// The same under one more layer.
    pub(crate) fn under(&self, layer: Layer) -> Self {
        let mut layers = self.layers.clone();
        layers.push(layer);
        Self::of(layers)
    }

    /// Every setting for drafts with its value and where it comes from.
    pub fn in_force(&self) -> Vec<InForce> {
        let mut whole = Table::new();
        let mut from: BTreeMap<&str, Vec<From>> = BTreeMap::new();
        for layer in &self.layers {
            let said = table(&layer.drafts);
            for key in KEYS {
                if at(&said, key.path).is_some() {
                    from.entry(key.path).or_default().push(layer.from.clone());
                }
            }
            lay(&mut whole, &layer.drafts);
        }
        KEYS.into_iter()
            .filter(|key| key.scope.is_of_drafts())
            .map(|key| {
                let (value, mut from) = match at(&whole, key.path) {
                    Some(value) => (value.to_string(), from.remove(key.path).unwrap_or_default()),
                    None => (key.default.to_owned(), vec![From::Default]),
                };
                if !adds_up(key.path) && from.len() > 1 {
                    from = from.split_off(from.len() - 1);
                }
                InForce {
                    key: key.path,
                    value,
                    from,
                }
            })
            .collect()
    }
}

/// Whether the values of several layers count together.
fn adds_up(path: &str) -> bool {
    matches!(
        path,
        "rules.off" | "rules.on" | "rules.severity" | "acronyms.names"
    )
}

fn rules(drafts: &ForDrafts) -> rules::Settings {
    rules::Settings {
        unheld: match drafts.unheld {
            Some(UnheldWish::Warning) => rules::Unheld::Warning,
            Some(UnheldWish::Silent) | None => rules::Unheld::Silent,
        },
        off: drafts.rules.off.clone().unwrap_or_default(),
        on: drafts.rules.on.clone().unwrap_or_default(),
        severity: drafts
            .rules
            .severity
            .iter()
            .map(|(selector, wish)| (selector.clone(), severity(*wish)))
            .collect(),
        document: drafts.document.map(DocumentType::of_rules),
        known_acronyms: drafts.acronyms.known.clone().unwrap_or_default(),
        acronym_names: drafts.acronyms.names.clone(),
        accepted_words: drafts.words.accepted.clone().unwrap_or_default(),
        most_words: drafts.limits.words.map(|words| words as usize),
        link_target: match drafts.links.target.unwrap_or_default() {
            LinkTarget::Official => rules::LinkTarget::Official,
            LinkTarget::Local => rules::LinkTarget::Local,
        },
        folder: None,
        mistakes: Vec::new(),
    }
}

const fn severity(wish: SeverityWish) -> rules::Severity {
    match wish {
        SeverityWish::Error => rules::Severity::Error,
        SeverityWish::Warning => rules::Severity::Warning,
        SeverityWish::Info => rules::Severity::Information,
        SeverityWish::Hint => rules::Severity::Hint,
    }
}

const fn cite_style(style: CitationStyle) -> CiteStyle {
    match style {
        CitationStyle::Full => CiteStyle::Full,
        CitationStyle::Short => CiteStyle::Short,
        CitationStyle::Symbol => CiteStyle::Symbol,
        CitationStyle::Title => CiteStyle::Title,
    }
}

const fn language(code: LanguageCode) -> Language {
    match code {
        LanguageCode::Ar => Language::Arabic,
        LanguageCode::Zh => Language::Chinese,
        LanguageCode::En => Language::English,
        LanguageCode::Fr => Language::French,
        LanguageCode::Ru => Language::Russian,
        LanguageCode::Es => Language::Spanish,
    }
}

impl ForDrafts {
    /// The same with paths that count from `folder`.
    pub(crate) fn in_folder(mut self, folder: Option<&Path>) -> Self {
        if let Some(folder) = folder {
            self.baseline = self.baseline.map(|path| folder.join(path));
        }
        self
    }
}

fn table(drafts: &ForDrafts) -> Table {
    Table::try_from(drafts).unwrap_or_default()
}

/// The two lists of switches.
const SWITCHES: [&str; 2] = ["off", "on"];

/// Lays what is said over what was said before.
fn lay(whole: &mut Table, drafts: &ForDrafts) {
    let upper = table(drafts);
    if let Some(lower) = whole
        .get_mut("rules")
        .and_then(|rules| rules.get_mut("severity"))
        && let Some(lower) = lower.as_table_mut()
    {
        let said = &drafts.rules.severity;
        lower.retain(|rule, _| !said.keys().any(|upper| includes(upper, rule)));
    }
    let said = SWITCHES.map(|name| switches(&upper, name));
    let mut both = SWITCHES.map(|name| switches(whole, name));
    for list in &mut both {
        list.retain(|lower| !said.iter().flatten().any(|upper| includes(upper, lower)));
    }
    merge(whole, upper);
    for ((name, mut list), said) in SWITCHES.into_iter().zip(both).zip(said) {
        list.extend(said);
        set_switches(whole, name, list);
    }
}

fn switches(table: &Table, name: &str) -> Vec<String> {
    at(table, &format!("rules.{name}"))
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|selector| selector.as_str().map(str::to_owned))
        .collect()
}

fn set_switches(whole: &mut Table, name: &str, list: Vec<String>) {
    let rules = whole
        .entry("rules")
        .or_insert_with(|| Value::Table(Table::new()));
    let Some(rules) = rules.as_table_mut() else {
        return;
    };
    if list.is_empty() {
        rules.remove(name);
    } else {
        rules.insert(name.to_owned(), list.into());
    }
}

/// Whether `selector` names the rule or family `other`, or the family of the rule `other`.
fn includes(selector: &str, other: &str) -> bool {
    let family = rules::rule(other).and_then(|rule| rule.code.get(..1));
    super::reading::same_rule(selector, other)
        || family.is_some_and(|family| family.eq_ignore_ascii_case(selector))
}

/// Puts the values of `upper` over those of `lower`, table by table.
pub(super) fn merge(lower: &mut Table, upper: Table) {
    for (key, value) in upper {
        match (lower.get_mut(&key), value) {
            (Some(Value::Table(lower)), Value::Table(upper)) => merge(lower, upper),
            (_, value) => {
                lower.insert(key, value);
            }
        }
    }
}

fn at<'a>(table: &'a Table, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        Some((first, rest)) => at(table.get(first)?.as_table()?, rest),
        None => table.get(path),
    }
}
