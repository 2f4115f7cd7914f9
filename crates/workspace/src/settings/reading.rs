//! Reads settings strictly, one value at a time, so that every mistake has its line and its key.
//!
//! What is wrong in a `penholder.toml` is left out, and the rest of it is taken. An editor's settings are taken as far as
//! they are understood without a word, because an editor keeps keys of its own beside ours. The front matter of a draft has our
//! keys with `penholder.` before them.

use globset::Glob;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::SettingsError;
use super::keys::{self, Key, Scope};
use super::not_toml;
use super::stated::{ForDrafts, PerPath, Rules, Stated};
use super::toml_values::{in_order, line_of, nested, plain, remove};

/// What our keys begin with in the front matter of a draft.
pub(crate) const IN_FRONT_MATTER: &str = "penholder.";

impl Stated {
    /// Reads the text of a `penholder.toml`: what it says, and every mistake in the order of the text. What is mistaken
    /// is left out: keys and values that are not known, what contradicts itself, entries whose patterns are none.
    ///
    /// # Errors
    /// Where the text is not TOML, so that nothing of it can be told.
    pub fn read(text: &str) -> Result<(Self, Vec<SettingsError>), SettingsError> {
        let table = DeTable::parse(text).map_err(|error| SettingsError::NotToml {
            line: line_of(text, error.span().map_or(0, |span| span.start)),
            message: not_toml::in_words(error.message()),
        })?;
        let mut values = Values {
            text,
            of_entry: false,
            mistakes: Vec::new(),
        };
        let stated = values.whole(table.get_ref());
        values.mistakes.sort_by_key(SettingsError::line);
        Ok((stated, values.mistakes))
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
            default: None,
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
                entries.extend(inner.entry(table, self.line(entry.span().start)));
                self.mistakes.append(&mut inner.mistakes);
            }
        }
        let mut stated: Stated = read_whole(stated).unwrap_or_default();
        self.agree(&mut stated.drafts.rules, table);
        stated.chooses_rules = chooses_rules(table);
        stated.per_path = entries;
        stated
    }

    /// `None` where it is not told which paths it is for.
    fn entry(&mut self, table: &DeTable<'_>, line: usize) -> Option<PerPath> {
        let mut entry = Table::new();
        for (key, value) in in_order(table) {
            let line = self.line(key.span().start);
            let branch = self.branch(key.get_ref(), value.get_ref(), line);
            super::layers::merge(&mut entry, branch);
        }
        let mut entry: PerPath = read_whole(entry).unwrap_or_default();
        self.agree(&mut entry.drafts.rules, table);
        entry.chooses_rules = chooses_rules(table);
        let is_told = |mistake: &SettingsError| matches!(mistake, SettingsError::WrongValue { key, .. } if key == "per-path.paths");
        if entry.paths.is_empty() && !self.mistakes.iter().any(is_told) {
            self.mistakes.push(wrong(line, "per-path.paths"));
        }
        let has_paths = !entry.paths.is_empty() && self.are_patterns(&entry, table);
        has_paths.then_some(entry)
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
            .unwrap_or_else(|mistake| {
                self.mistakes.push(mistake);
                Table::new()
            })
    }

    /// One value under its path, without the rules in it that are none, or what is wrong with it as a whole.
    fn understood(
        &mut self,
        path: &str,
        value: &DeValue<'_>,
        line: usize,
    ) -> Result<Table, SettingsError> {
        let known = if self.of_entry && path == "paths" {
            keys::known("per-path.paths")
        } else {
            keys::known(path)
        };
        let Some(key) = known.filter(|key| self.of_entry || key.scope != Scope::Entry) else {
            return Err(keys::unknown(line, path));
        };
        if self.of_entry && key.scope == Scope::Folder {
            return Err(SettingsError::NotPerPath {
                line,
                key: path.to_owned(),
            });
        }
        let mut value = plain(value);
        let table = nested(path, value.clone());
        let rules = if self.of_entry {
            read_whole::<PerPath>(table).map(|entry| entry.drafts.rules)
        } else {
            read_whole::<Stated>(table).map(|stated| stated.drafts.rules)
        };
        let Some(rules) = rules else {
            let default = (!self.of_entry).then_some(key.default);
            return Err(wrong_value(line, key, default));
        };
        for unknown in selectors(&rules).filter(|selector| !is_selector(selector)) {
            self.mistakes.push(no_rule(line, unknown));
            remove(&mut value, unknown);
        }
        Ok(nested(path, value))
    }

    /// No rule may be both off and on in one place; one that is counts as neither.
    fn agree(&mut self, rules: &mut Rules, table: &DeTable<'_>) {
        let line = self.line_of_key("rules", table);
        let is_on = |off: &&String| rules.on.iter().flatten().any(|on| same_rule(on, off));
        let both: Vec<String> = rules.off.iter().flatten().filter(is_on).cloned().collect();
        for list in [&mut rules.off, &mut rules.on].into_iter().flatten() {
            list.retain(|selector| !both.iter().any(|one| same_rule(one, selector)));
        }
        let contradictory = |rule| SettingsError::Contradictory { line, rule };
        self.mistakes.extend(both.into_iter().map(contradictory));
    }

    /// Whether the paths of an entry are patterns all of them.
    fn are_patterns(&mut self, entry: &PerPath, table: &DeTable<'_>) -> bool {
        let line = self.line_of_key("paths", table);
        let before = self.mistakes.len();
        for pattern in &entry.paths {
            if let Err(error) = pattern_globs(pattern).try_for_each(|glob| glob.map(drop)) {
                self.mistakes.push(SettingsError::NotAPattern {
                    line,
                    pattern: pattern.clone(),
                    message: error.kind().to_string(),
                });
            }
        }
        self.mistakes.len() == before
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

fn wrong(line: usize, path: &str) -> SettingsError {
    match keys::known(path) {
        Some(key) => wrong_value(line, key, Some(key.default)),
        None => keys::unknown(line, path),
    }
}

fn wrong_value(line: usize, key: Key, default: Option<&'static str>) -> SettingsError {
    SettingsError::WrongValue {
        line,
        key: key.path.to_owned(),
        expected: key.expected,
        default,
    }
}

/// Whether a table has one of rules, be it an empty one.
fn chooses_rules(table: &DeTable<'_>) -> bool {
    let is_table = |value: &DeValue<'_>| matches!(value, DeValue::Table(_));
    let mut keys = table.iter();
    keys.any(|(key, value)| key.get_ref() == "rules" && is_table(value.get_ref()))
}

fn read_whole<T: DeserializeOwned>(table: Table) -> Option<T> {
    T::deserialize(Value::Table(table)).ok()
}
