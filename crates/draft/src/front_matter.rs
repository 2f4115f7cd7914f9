//! Front matter: what a draft says about itself in `key: value` lines between `---`, or
//! `key = "value"` lines between `+++`.
//!
//! Only plain lines are read: no nesting, no lists. Keys are compared without regard to case.

use std::ops::Range;

use citation::{Date, Symbol};

use crate::head::lines_from;

/// Front matter longer than this many lines is none.
const MOST_LINES: usize = 200;

/// One `key: value` line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key in small letters.
    pub key: Box<str>,
    /// Where the key stands in the draft, in bytes.
    pub key_span: Range<usize>,
    /// The value without quotation marks and comment.
    pub value: Box<str>,
    /// Where the value stands in the draft, in bytes.
    pub span: Range<usize>,
}

/// What a draft says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    entries: Vec<Entry>,
}

impl FrontMatter {
    /// Reads front matter at the very beginning of `text`; the range covers both fences.
    pub(crate) fn read(text: &str) -> (Option<Range<usize>>, Self) {
        let none = (None, Self::default());
        let mut lines = lines_from(text, 0);
        let (closing, joint): (&[&str], _) = match lines.next().map(|(_, line)| line.trim_end()) {
            Some("---") => (&["---", "..."], ": "),
            Some("+++") => (&["+++"], "="),
            _ => return none,
        };
        let mut entries = Vec::new();
        for (at, line) in lines.take(MOST_LINES) {
            if closing.contains(&line.trim_end()) {
                let end = at + line.len();
                // Two thematic breaks with prose between them are no front matter.
                if entries.is_empty() && !text[3..at].trim().is_empty() {
                    return none;
                }
                return (Some(0..end), Self { entries });
            }
            if entries.is_empty() && !line.is_empty() && !line.starts_with('#') {
                let Some(entry) = entry(at, line, joint) else {
                    return none;
                };
                entries.push(entry);
                continue;
            }
            entries.extend(entry(at, line, joint));
        }
        none
    }

    /// All entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| &*entry.key == key)
    }

    /// The value with this key, where it is not empty.
    pub fn value(&self, key: &str) -> Option<&str> {
        let value = &*self.entry(key)?.value;
        (!value.is_empty()).then_some(value)
    }

    /// `date`: the day as of which the draft is judged, as `2012-12-20`.
    pub fn date(&self) -> Option<Date> {
        let value = self.value("date")?;
        Date::parse_iso(value.get(..10).unwrap_or(value))
    }

    /// `session`: the session for which the draft is written.
    pub fn session(&self) -> Option<u16> {
        self.value("session")?.parse().ok()
    }

    /// `symbol`: the draft's own symbol, and where it stands.
    pub fn symbol(&self) -> Option<(Symbol, Range<usize>)> {
        let entry = self.entry("symbol")?;
        Some((Symbol::parse(&entry.value)?, entry.span.clone()))
    }

    /// `title`.
    pub fn title(&self) -> Option<&str> {
        self.value("title")
    }

    /// `language`: `en`, `fr`, …
    pub fn language(&self) -> Option<&str> {
        let keys = ["language", "lang", "penholder.language"];
        keys.into_iter().find_map(|key| self.value(key))
    }

    /// `document`: what kind of document the draft is.
    pub fn document(&self) -> Option<&str> {
        self.value("document")
    }

    /// `organ`: the organ that speaks.
    pub fn organ(&self) -> Option<&str> {
        self.value("organ")
    }
}

/// The entry that `line`, which begins at `at`, is; its value stands behind `joint`.
fn entry(at: usize, line: &str, joint: &str) -> Option<Entry> {
    let (key, value) = line
        .split_once(joint)
        .or_else(|| line.split_once('='))
        .or_else(|| Some((line.trim_end().strip_suffix(':')?, &line[line.len()..])))?;
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let key = key.trim_end();
    if key.is_empty() || !key.bytes().all(is_key) {
        return None;
    }
    let bare = value.trim();
    let inner = ['"', '\'']
        .into_iter()
        .find_map(|mark| bare.strip_prefix(mark)?.split_once(mark))
        .map_or_else(
            || bare.split(" #").next().unwrap_or(bare).trim_end(),
            |(inner, _)| inner,
        );
    // `inner` is a part of `line`, so its distance from the line's start is an offset.
    let start = inner.as_ptr() as usize - line.as_ptr() as usize;
    Some(Entry {
        key: key.to_ascii_lowercase().into(),
        key_span: at..at + key.len(),
        value: inner.into(),
        span: at + start..at + start + inner.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_lines_are_read() {
        let yaml = "---\r\ntitle: \"Protection of migrants\" # draft\r\nDate: 2013-11-01\r\nsession: 68\r\nsymbol: A/C.3/68/L.40\r\n---\r\nText";
        let (range, front) = FrontMatter::read(yaml);
        assert_eq!(&yaml[range.unwrap()], &yaml[..yaml.len() - 6]);
        assert_eq!(front.title(), Some("Protection of migrants"));
        assert_eq!(front.date(), Date::new(2013, 11, 1));
        assert_eq!(front.session(), Some(68));
        let key = front.entry("date").unwrap().key_span.clone();
        assert_eq!(&yaml[key], "Date");
        let (symbol, span) = front.symbol().unwrap();
        assert_eq!(&yaml[span], symbol.canonical());

        let toml = "+++\ntitle = \"Ports: a note\"\ndate = 2012-12-20\nlanguage = 'fr'\nempty = \"\"\n+++\n";
        let (_, front) = FrontMatter::read(toml);
        assert_eq!(front.date(), Date::new(2012, 12, 20));
        assert_eq!(front.title(), Some("Ports: a note"));
        assert_eq!(front.language(), Some("fr"));
        assert_eq!(front.value("empty"), None);
    }

    #[test]
    fn what_is_not_closed_or_holds_prose_is_no_front_matter() {
        for text in [
            "---\ndate: 2012-12-20\n",
            "---\nA paragraph between two rules.\n---\n",
            "Text\n---\na: b\n---\n",
            "",
        ] {
            assert_eq!(FrontMatter::read(text).0, None, "{text:?}");
        }
    }
}
