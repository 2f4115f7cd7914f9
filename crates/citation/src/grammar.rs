//! The tables of the grammar: first components, components, bodies. Data, not code: a new committee
//! is a line in `data/*.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What may stand in second place after a first component.
pub(crate) struct Prefix {
    any: bool,
    number: bool,
    words: Vec<&'static str>,
    dotted: Vec<&'static str>,
}

impl Prefix {
    /// Whether a plain number may follow the first component.
    pub(crate) fn allows_number(&self) -> bool {
        self.any || self.number
    }

    /// Whether the word `word` may follow the first component.
    pub(crate) fn allows_word(&self, word: &str) -> bool {
        self.any || self.words.contains(&word)
    }

    /// Whether `stem`, a full stop and a number may follow the first component.
    pub(crate) fn allows_dotted(&self, stem: &str) -> bool {
        self.any || self.dotted.contains(&stem)
    }

    /// Whether every component may follow.
    pub(crate) fn allows_any(&self) -> bool {
        self.any
    }
}

/// A component as it is officially spelled, and the shapes it may take.
pub(crate) struct Component {
    pub(crate) written: &'static str,
    pub(crate) alone: bool,
    pub(crate) dotted: bool,
}

/// The rows of an embedded table, split at tabs, without comments and without its header.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            std::array::from_fn(|_| cells.next().unwrap_or(""))
        })
}

static PREFIXES: LazyLock<HashMap<&'static str, Prefix>> = LazyLock::new(|| {
    rows::<3>(include_str!("../data/prefixes.tsv"))
        .map(|[prefix, _, may_follow]| {
            let mut entry = Prefix {
                any: false,
                number: false,
                words: Vec::new(),
                dotted: Vec::new(),
            };
            for component in may_follow.split(' ') {
                match component {
                    "*" => entry.any = true,
                    "#" => entry.number = true,
                    _ => match component.strip_suffix(".#") {
                        Some(stem) => entry.dotted.push(stem),
                        None => entry.words.push(component),
                    },
                }
            }
            (prefix, entry)
        })
        .collect()
});

static COMPONENTS: LazyLock<HashMap<String, Component>> = LazyLock::new(|| {
    rows::<3>(include_str!("../data/components.tsv"))
        .map(|[written, shape, _]| {
            let component = Component {
                written,
                alone: shape != "dotted",
                dotted: shape != "word",
            };
            (written.to_ascii_uppercase(), component)
        })
        .collect()
});

/// A body as the table has it.
pub(crate) struct BodyRow {
    /// The components that begin its symbols; its name where it has none.
    pub(crate) key: &'static str,
    /// Its name in English.
    pub(crate) name: &'static str,
    /// Other names.
    pub(crate) also: Vec<&'static str>,
    /// What its resolutions and decisions are cited by.
    pub(crate) adopts: Adopts,
    /// The forms of their numbers, as the head of the table names them.
    pub(crate) numbers: Vec<&'static str>,
    /// Beginnings of the symbols of the reports in which its texts are printed.
    pub(crate) reports: Vec<&'static str>,
}

/// What the resolutions and decisions of a body are cited by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adopts {
    /// Numbers that make symbols.
    Symbols,
    /// Numbers alone.
    Numbers,
    /// It adopts none with a number.
    Nothing,
}

static BODIES: LazyLock<Vec<BodyRow>> = LazyLock::new(|| {
    rows::<6>(include_str!("../data/bodies.tsv"))
        .map(|[key, name, also, adopts, numbers, reports]| BodyRow {
            key,
            name,
            also: also.split('|').filter(|name| !name.is_empty()).collect(),
            adopts: match adopts {
                "symbols" => Adopts::Symbols,
                "numbers" => Adopts::Numbers,
                _ => Adopts::Nothing,
            },
            numbers: numbers.split(' ').filter(|form| !form.is_empty()).collect(),
            reports: reports.split('|').filter(|form| !form.is_empty()).collect(),
        })
        .collect()
});

/// The entry of a first component, in capitals.
pub(crate) fn prefix(text: &str) -> Option<&'static Prefix> {
    PREFIXES.get(text)
}

/// Every first component.
pub(crate) fn prefixes() -> impl Iterator<Item = &'static str> {
    PREFIXES.keys().copied()
}

/// The component spelled `text`, whatever its case.
pub(crate) fn component(text: &str) -> Option<&'static Component> {
    COMPONENTS.get(&text.to_ascii_uppercase())
}

/// The body whose numbers have the letters `code` at `place`, which is `behind` or `before`.
pub(crate) fn body_of_code(code: &str, place: &str) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<(&'static str, &'static str), &'static str>> =
        LazyLock::new(|| {
            rows::<3>(include_str!("../data/number-codes.tsv"))
                .map(|[code, place, body]| ((code, place), body))
                .collect()
        });
    CODES.get(&(code, place)).copied()
}

/// The row of the body with this key.
pub(crate) fn body(key: &str) -> Option<&'static BodyRow> {
    static BY_KEY: LazyLock<HashMap<&'static str, &'static BodyRow>> =
        LazyLock::new(|| bodies().map(|row| (row.key, row)).collect());
    BY_KEY.get(key).copied()
}

/// The key of the body whose resolutions and decisions the document `symbol` prints: the Commission on the
/// Status of Women for E/2020/27.
pub(crate) fn body_of_report(symbol: &str) -> Option<&'static str> {
    let prints = |pattern: &str| {
        let mut components = symbol.split('/');
        pattern.split('/').all(|wanted| {
            components.next().is_some_and(|component| match wanted {
                "#" => component.bytes().all(|byte| byte.is_ascii_digit()),
                word => component == word,
            })
        })
    };
    bodies()
        .find(|row| row.reports.iter().any(|pattern| prints(pattern)))
        .map(|row| row.key)
}

/// Every body of the table.
pub(crate) fn bodies() -> impl Iterator<Item = &'static BodyRow> {
    BODIES.iter()
}

/// The spellings that a cell of a table stands for: alternatives are parted by `|`, and braces hold the
/// endings of what stands before them.
///
/// ```
/// assert_eq!(citation::alternatives("a|x{|s} y"), ["a", "x y", "xs y"]);
/// ```
pub fn alternatives(pattern: &str) -> Vec<String> {
    split_outside_braces(pattern)
        .into_iter()
        .flat_map(expanded)
        .collect()
}

fn split_outside_braces(pattern: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, character) in pattern.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&pattern[start..]);
    parts
}

fn expanded(pattern: &str) -> Vec<String> {
    let Some((head, rest)) = pattern.split_once('{') else {
        return vec![pattern.to_owned()];
    };
    let Some((endings, tail)) = rest.split_once('}') else {
        return vec![pattern.to_owned()];
    };
    let tails = expanded(tail);
    endings
        .split('|')
        .flat_map(|ending| {
            tails
                .iter()
                .map(move |tail| format!("{head}{ending}{tail}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_expand() {
        assert_eq!(alternatives("a|b"), ["a", "b"]);
        assert_eq!(alternatives("x{|s}|y"), ["x", "xs", "y"]);
        assert_eq!(
            alternatives("x{a|o} y{e|i}"),
            ["xa ye", "xa yi", "xo ye", "xo yi"]
        );
    }
}
