//! The block between `---` lines that a Markdown source may begin with: symbol, title, date, acronym,
//! short titles, kind.

use citation::{Date, Symbol};

use crate::SourceKind;

/// What a drafter stated about a source.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) symbols: Vec<Symbol>,
    pub(super) title: Option<String>,
    pub(super) short_titles: Vec<String>,
    pub(super) acronym: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) kind: Option<SourceKind>,
}

/// The front matter of `text`, and the byte where the body begins.
pub(super) fn split(text: &str) -> (FrontMatter, usize) {
    let mut front = FrontMatter::default();
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines
        .next()
        .filter(|line| line.trim_start_matches('\u{feff}').trim() == "---")
    else {
        return (front, 0);
    };
    let mut end = first.len();
    let mut list = "";
    for line in lines {
        end += line.len();
        let content = line.trim();
        if content == "---" || content == "..." {
            return (front, end);
        }
        if let Some(item) = content.strip_prefix("- ") {
            front.set(list, &value(item));
        } else if let Some((key, rest)) = content.split_once(':') {
            list = key.trim();
            for item in items(rest.trim()) {
                front.set(list, &value(item));
            }
        }
    }
    // The block never ends: then it was none.
    (FrontMatter::default(), 0)
}

/// `[a, b]` is two items; anything else is one.
fn items(rest: &str) -> impl Iterator<Item = &str> {
    let listed = rest
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'));
    let (rest, separator) = listed.map_or((rest, '\n'), |inside| (inside, ','));
    rest.split(separator)
}

fn value(written: &str) -> String {
    let written = written.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|quote| written.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(written)
        .trim()
        .to_owned()
}

impl FrontMatter {
    fn set(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        match key.to_ascii_lowercase().as_str() {
            "symbol" | "symbols" => self.symbols.extend(Symbol::parse(value)),
            "title" => self.title = Some(value.to_owned()),
            "short_title" | "short_titles" => self.short_titles.push(value.to_owned()),
            "acronym" => self.acronym = Some(value.to_owned()),
            "date" => self.date = Date::stated(value),
            "kind" => self.kind = SourceKind::of_name(value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_stated_as_in_a_draft() {
        let day = Date::new(2001, 5, 2);
        for written in [
            "2001-05-02",
            "2001-05-02T09:00:00Z",
            "2 May 2001",
            "le 2 mai 2001",
        ] {
            let (front, _) = split(&format!("---\ndate: {written}\n---\n"));
            assert_eq!(front.date, day, "{written}");
        }
    }
}
