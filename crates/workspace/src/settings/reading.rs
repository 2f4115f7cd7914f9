//! Reads settings strictly, one value at a time, so that every mistake has its line and its key.
//!
//! A `penholder.toml` is taken whole or not at all. An editor's settings are taken as far as they are
//! understood, because an editor keeps keys of its own beside ours. The front matter of a draft has our
//! keys with `penholder.` before them.

use std::borrow::Cow;

use globset::Glob;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::SettingsError;
use super::keys::{self, Scope};
use super::not_toml;
use super::stated::{ForDrafts, PerPath, Rules, Stated};

/// What our keys begin with in the front matter of a draft.
pub(crate) const IN_FRONT_MATTER: &str = "penholder.";

impl Stated {
    /// Reads the text of a `penholder.toml`.
    ///
    /// # Errors
    /// Where the text is not TOML, has keys that are not known, values that are not, or some that
    /// contradict one another: every mistake, in the order of the text.
    pub fn read(text: &str) -> Result<Self, Vec<SettingsError>> {
        let table = DeTable::parse(text).map_err(|error| {
            vec![SettingsError::NotToml {
                line: line_of(text, error.span().map_or(0, |span| span.start)),
                message: not_toml::in_words(error.message()),
            }]
        })?;
        let mut values = Values {
            text,
            of_entry: false,
            mistakes: Vec::new(),
        };
        let stated = values.whole(table.get_ref());
        if values.mistakes.is_empty() {
            return Ok(stated);
        }
        values.mistakes.sort_by_key(SettingsError::line);
        Err(values.mistakes)
    }

    /// What of an editor's settings is understood; the rest is the editor's own.
    pub fn of_client(settings: &serde_json::Value) -> Self {
        let mut understood = Table::new();
        let Some(all) = settings.as_object() else {
            return Self::default();
        };
        for (key, value) in all {
            if let Some(inner) = value.as_object().filter(|_| keys::is_table(key)) {
                for (inner_key, value) in inner {
                    let path = format!("{key}.{inner_key}");
                    if let Some(table) = client_leaf(&path, value) {
                        super::layers::merge(&mut understood, table);
                    }
                }
            } else if let Some(table) = client_leaf(key, value) {
                super::layers::merge(&mut understood, table);
            }
        }
        Self {
            drafts: read_whole(understood).unwrap_or_default(),
            ..Self::default()
        }
    }
}

fn client_leaf(path: &str, value: &serde_json::Value) -> Option<Table> {
    keys::known(path).filter(|key| key.scope.is_of_drafts())?;
    let value = Value::try_from(value).ok()?;
    let table = nested(path, value);
    let drafts: ForDrafts = read_whole(table.clone())?;
    selectors(&drafts.rules)
        .all(|selector| is_selector(selector))
        .then_some(table)
}

impl ForDrafts {
    /// Reads the value that one line of front matter gives to `path`; a list is written with commas, a table as in a
    /// `penholder.toml`.
    ///
    /// # Errors
    /// Where the key is not known, belongs to a whole folder, or does not take the value.
    pub(crate) fn of_front_matter(path: &str, written: &str) -> Result<Self, SettingsError> {
        let line = 0;
        let Some(key) = keys::known(path) else {
            return Err(keys::unknown(line, path));
        };
        if key.scope != Scope::Drafts {
            let key = format!("{IN_FRONT_MATTER}{path}");
            return Err(SettingsError::NotInADraft { key });
        }
        let bare = written.trim().trim_start_matches('[').trim_end_matches(']');
        let items = bare
            .split(',')
            .map(|item| item.trim().trim_matches(['"', '\'']))
            .filter(|item| !item.is_empty());
        let list = Value::Array(items.map(|item| Value::String(item.to_owned())).collect());
        let is_table = written.trim_start().starts_with('{');
        let table = is_table.then(|| format!("table = {written}").parse::<Table>());
        let table = table.and_then(|table| table.ok()?.remove("table"));
        let number = written.trim().parse().map(Value::Integer);
        let text = Value::String(written.trim().to_owned());
        for value in [table, number.ok(), Some(text), Some(list)]
            .into_iter()
            .flatten()
        {
            let Some(drafts) = read_whole::<Self>(nested(path, value)) else {
                continue;
            };
            if let Some(selector) = selectors(&drafts.rules).find(|it| !is_selector(it)) {
                return Err(no_rule(line, selector));
            }
            return Ok(drafts);
        }
        Err(SettingsError::WrongValue {
            line,
            key: format!("{IN_FRONT_MATTER}{path}"),
            expected: key.expected,
        })
    }
}

/// The values of a text while they are read.
struct Values<'a> {
    text: &'a str,
    /// Whether they stand in an entry of `per-path`.
    of_entry: bool,
    /// What is wrong so far; its values are left out.
    mistakes: Vec<SettingsError>,
}

impl Values<'_> {
    fn whole(&mut self, table: &DeTable<'_>) -> Stated {
        let mut stated = Table::new();
        let mut entries = Vec::new();
        for (key, value) in in_order(table) {
            let line = self.line(key.span().start);
            let name = key.get_ref().as_ref();
            if name != "per-path" {
                let branch = self.branch(name, value.get_ref(), line);
                super::layers::merge(&mut stated, branch);
                continue;
            }
            let DeValue::Array(tables) = value.get_ref() else {
                self.mistakes.push(wrong(line, "per-path"));
                continue;
            };
            for entry in tables {
                let DeValue::Table(table) = entry.get_ref() else {
                    self.mistakes.push(wrong(line, "per-path"));
                    continue;
                };
                let mut inner = Values {
                    text: self.text,
                    of_entry: true,
                    mistakes: Vec::new(),
                };
                entries.push(inner.entry(table, self.line(entry.span().start)));
                self.mistakes.append(&mut inner.mistakes);
            }
        }
        let mut stated: Stated = read_whole(stated).unwrap_or_default();
        self.agree(&stated.drafts.rules, table);
        stated.chooses_rules = table.iter().any(|(key, _)| key.get_ref() == "rules");
        stated.per_path = entries;
        stated
    }

    fn entry(&mut self, table: &DeTable<'_>, line: usize) -> PerPath {
        let mut entry = Table::new();
        for (key, value) in in_order(table) {
            let line = self.line(key.span().start);
            let branch = self.branch(key.get_ref(), value.get_ref(), line);
            super::layers::merge(&mut entry, branch);
        }
        let mut entry: PerPath = read_whole(entry).unwrap_or_default();
        self.agree(&entry.drafts.rules, table);
        entry.chooses_rules = table.iter().any(|(key, _)| key.get_ref() == "rules");
        let is_told = |mistake: &SettingsError| matches!(mistake, SettingsError::WrongValue { key, .. } if key == "per-path.paths");
        if entry.paths.is_empty() && !self.mistakes.iter().any(is_told) {
            self.mistakes.push(wrong(line, "per-path.paths"));
        }
        self.check_paths(&entry, table);
        entry
    }

    /// A value with its key, or the values of a table with theirs.
    fn branch(&mut self, name: &str, value: &DeValue<'_>, line: usize) -> Table {
        if !keys::is_table(name) || self.of_entry && name == "per-path" {
            return self.leaf(name, value, line);
        }
        let DeValue::Table(inner) = value else {
            self.mistakes.push(SettingsError::NotATable {
                line,
                key: name.to_owned(),
            });
            return Table::new();
        };
        let mut branch = Table::new();
        for (key, value) in in_order(inner) {
            let line = self.line(key.span().start);
            let path = format!("{name}.{}", key.get_ref());
            super::layers::merge(&mut branch, self.leaf(&path, value.get_ref(), line));
        }
        branch
    }

    fn leaf(&mut self, path: &str, value: &DeValue<'_>, line: usize) -> Table {
        self.understood(path, value, line)
            .unwrap_or_else(|mut mistakes| {
                self.mistakes.append(&mut mistakes);
                Table::new()
            })
    }

    /// One value under its path, or what is wrong with it.
    fn understood(
        &self,
        path: &str,
        value: &DeValue<'_>,
        line: usize,
    ) -> Result<Table, Vec<SettingsError>> {
        let known = if self.of_entry && path == "paths" {
            keys::known("per-path.paths")
        } else {
            keys::known(path)
        };
        let Some(key) = known.filter(|key| self.of_entry || key.scope != Scope::Entry) else {
            return Err(vec![keys::unknown(line, path)]);
        };
        if self.of_entry && key.scope == Scope::Folder {
            return Err(vec![SettingsError::NotPerPath {
                line,
                key: path.to_owned(),
            }]);
        }
        let table = nested(path, plain(value));
        let rules = if self.of_entry {
            read_whole::<PerPath>(table.clone()).map(|entry| entry.drafts.rules)
        } else {
            read_whole::<Stated>(table.clone()).map(|stated| stated.drafts.rules)
        };
        let Some(rules) = rules else {
            return Err(vec![wrong(line, key.path)]);
        };
        let unknown = selectors(&rules).filter(|selector| !is_selector(selector));
        let mistakes: Vec<_> = unknown.map(|selector| no_rule(line, selector)).collect();
        if mistakes.is_empty() {
            Ok(table)
        } else {
            Err(mistakes)
        }
    }

    /// No rule may be both off and on in one place.
    fn agree(&mut self, rules: &Rules, table: &DeTable<'_>) {
        let line = self.line_of_key("rules", table);
        let is_on = |off: &&String| rules.on.iter().flatten().any(|on| same_rule(on, off));
        for selector in rules.off.iter().flatten().filter(is_on) {
            self.mistakes.push(SettingsError::Contradictory {
                line,
                rule: selector.clone(),
            });
        }
    }

    /// Patterns that are no patterns.
    fn check_paths(&mut self, entry: &PerPath, table: &DeTable<'_>) {
        let line = self.line_of_key("paths", table);
        for pattern in &entry.paths {
            if let Err(error) = pattern_globs(pattern).try_for_each(|glob| glob.map(drop)) {
                self.mistakes.push(SettingsError::NotAPattern {
                    line,
                    pattern: pattern.clone(),
                    message: error.kind().to_string(),
                });
            }
        }
    }

    /// The line of a key of `table`; the first line where it has none.
    fn line_of_key(&self, name: &str, table: &DeTable<'_>) -> usize {
        let key = table.iter().find(|(key, _)| key.get_ref() == name);
        self.line(key.map_or(0, |(key, _)| key.span().start))
    }

    fn line(&self, offset: usize) -> usize {
        line_of(self.text, offset)
    }
}

/// What a pattern for paths stands for: what it names, and all that lies below that, from the folder of the settings.
pub(crate) fn pattern_globs(pattern: &str) -> impl Iterator<Item = Result<Glob, globset::Error>> {
    let named = pattern.strip_prefix("./").unwrap_or(pattern);
    let named = named.trim_end_matches('/');
    let below = match named {
        "" | "." => "**".to_owned(),
        named => format!("{named}/**"),
    };
    [named.to_owned(), below]
        .into_iter()
        .map(|pattern| Glob::new(&pattern))
}

/// The values of a table in the order of the text.
fn in_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> impl Iterator<Item = (&'t Spanned<Cow<'i, str>>, &'t Spanned<DeValue<'i>>)> {
    let mut values: Vec<_> = table.iter().collect();
    values.sort_by_key(|(key, _)| key.span().start);
    values.into_iter()
}

/// Every name of a rule or family.
fn selectors(rules: &Rules) -> impl Iterator<Item = &String> {
    let off = rules.off.iter().flatten();
    off.chain(rules.on.iter().flatten())
        .chain(rules.severity.keys())
}

fn is_selector(selector: &str) -> bool {
    let is_family = |code: &str| {
        let family = code.get(..1).unwrap_or_default();
        selector.eq_ignore_ascii_case(family)
    };
    rules::rule(selector).is_some() || rules::RULES.iter().any(|rule| is_family(rule.code))
}

/// Whether two selectors name the same rule or family.
pub(super) fn same_rule(one: &str, other: &str) -> bool {
    match (rules::rule(one), rules::rule(other)) {
        (Some(one), Some(other)) => one.code == other.code,
        _ => one.eq_ignore_ascii_case(other),
    }
}

fn no_rule(line: usize, selector: &str) -> SettingsError {
    SettingsError::UnknownRule {
        line,
        rule: selector.to_owned(),
        nearest: keys::nearest_rule(selector),
    }
}

fn wrong(line: usize, path: &'static str) -> SettingsError {
    SettingsError::WrongValue {
        line,
        key: path.to_owned(),
        expected: keys::known(path).map_or("", |key| key.expected),
    }
}

fn read_whole<T: DeserializeOwned>(table: Table) -> Option<T> {
    T::deserialize(Value::Table(table)).ok()
}

/// `a.b` and a value as a table in a table.
fn nested(path: &str, value: Value) -> Table {
    let (first, value) = match path.split_once('.') {
        Some((first, rest)) => (first, Value::Table(nested(rest, value))),
        None => (path, value),
    };
    Table::from_iter([(first.to_owned(), value)])
}

/// The value without its places.
fn plain(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => number
            .to_string()
            .parse()
            .map_or_else(|_| Value::String(number.to_string()), Value::Integer),
        DeValue::Float(number) => Value::String(number.to_string()),
        DeValue::Boolean(is) => Value::Boolean(*is),
        DeValue::Datetime(day) => Value::Datetime(*day),
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| plain(item.get_ref())).collect())
        }
        DeValue::Table(table) => Value::Table(
            table
                .iter()
                .map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())))
                .collect(),
        ),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    1 + before.filter(|byte| **byte == b'\n').count()
}
