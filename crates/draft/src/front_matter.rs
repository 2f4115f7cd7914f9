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

    /// `date`: the day as of which the draft is judged, as `2012-12-20` or in the words of an official language.
    pub fn date(&self) -> Option<Date> {
        Date::stated(self.value("date")?)
    }

    /// `session`: the session for which the draft is written, as `68`, `68th` or `Sixty-eighth session`.
    pub fn session(&self) -> Option<u16> {
        let value = self.value("session")?;
        let number = value.trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = if number.is_empty() { value } else { number };
        let named = value.split_whitespace().next()?.to_lowercase();
        number.parse().ok().or_else(|| citation::ordinal(&named))
    }

    /// The entry `date` where it has a figure, and the entry `session` where it begins with one, if they are not understood
    /// all the same: what has none is still open, or about something else.
    pub fn not_understood(&self) -> impl Iterator<Item = &Entry> {
        let is_figure = |byte: u8| byte.is_ascii_digit();
        let has_figure = |entry: &&Entry| entry.value.bytes().any(is_figure);
        let date = self.entry("date").filter(has_figure);
        let session = self.entry("session");
        let session = session.filter(|entry| entry.value.bytes().next().is_some_and(is_figure));
        let date = date.filter(|_| self.date().is_none());
        let session = session.filter(|_| self.session().is_none());
        date.into_iter().chain(session)
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
    fn dates_and_sessions_are_read_as_drafters_write_them() {
        let of = |line: &str| FrontMatter::read(&format!("---\n{line}\n---\n")).1;
        for date in [
            "2019-05-12",
            "2019-05-12 10:00",
            "12 May 2019",
            "\"12 mai 2019\"",
        ] {
            let front = of(&format!("date: {date}"));
            assert_eq!(front.date(), Date::new(2019, 5, 12), "{date}");
            assert_eq!(front.not_understood().count(), 0, "{date}");
        }
        for session in ["68", "68th", "68th session", "Sixty-eighth session"] {
            let front = of(&format!("session: {session}"));
            assert_eq!(front.session(), Some(68), "{session}");
            assert_eq!(front.not_understood().count(), 0, "{session}");
        }
        for (line, count) in [
            ("date: 05/12/2019", 1),
            ("date: May 2019", 1),
            ("date: to be confirmed", 0),
            ("session: 68/2", 1),
            ("session:", 0),
        ] {
            assert_eq!(of(line).not_understood().count(), count, "{line}");
        }
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
