//! Web pages: what stands in the main part of the page, in paragraphs, headings, lists and tables.

use std::collections::HashMap;
use std::path::Path;

use scraper::{ElementRef, Html, Node, Selector};
use sources::Document;

mod notes;

use super::ImportError;
use super::extracted::{Extracted, one_line};

use notes::{Note, figure, notes};

/// Parts of a page that are not the document.
const ASIDE: [&str; 12] = [
    "script", "style", "noscript", "nav", "aside", "form", "button", "select", "iframe", "svg",
    "template", "head",
];

/// Elements that begin a paragraph of their own.
const BLOCKS: [&str; 26] = [
    "address",
    "article",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "figcaption",
    "footer",
    "header",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tr",
    "ul",
];

/// The deepest nesting that is followed.
const DEEPEST: usize = 300;

/// The deepest nesting of markup that is parsed at all; pages forget to close a few elements.
const DEEPEST_MARKUP: usize = 4_000;

/// Reads a page.
pub(super) fn read(text: &str, path: &Path) -> Result<Vec<Document>, ImportError> {
    if nesting(text) > DEEPEST_MARKUP {
        return Err(too_deep());
    }
    let page = Html::parse_document(text);
    let main = main_part(&page);
    let mut writer = Writer {
        out: Extracted::default(),
        line: String::new(),
        notes: notes(&page),
        too_deep: false,
    };
    writer.children(main, 0);
    writer.end();
    if writer.too_deep {
        return Err(too_deep());
    }
    let mut notes: Vec<(&String, &Note)> = writer.notes.iter().collect();
    notes.sort_by_key(|(_, note)| note.order);
    for (_, note) in notes {
        writer.out.note(&note.figure, &note.words);
    }
    Ok(vec![writer.out.document(path)?])
}

fn too_deep() -> ImportError {
    ImportError::BeyondLimit(format!("it is nested more than {DEEPEST} levels deep"))
}

/// How deep elements that are always closed are nested. To parse what is nested without end takes time
/// without end, so this is looked at first.
fn nesting(text: &str) -> usize {
    const CLOSED: [&str; 10] = [
        "div",
        "span",
        "table",
        "ul",
        "ol",
        "blockquote",
        "section",
        "b",
        "i",
        "font",
    ];
    let (mut depth, mut deepest) = (0usize, 0);
    for tag in text.split('<').skip(1) {
        let (closes, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let end = name
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        if !CLOSED
            .iter()
            .any(|own| name[..end].eq_ignore_ascii_case(own))
        {
            continue;
        }
        depth = if closes {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        deepest = deepest.max(depth);
    }
    deepest
}

/// The part of the page that is the document.
fn main_part(page: &Html) -> ElementRef<'_> {
    for wanted in ["main", "article", "[role=main]", "#content", "body"] {
        if let Ok(selector) = Selector::parse(wanted)
            && let Some(found) = page.select(&selector).next()
            && one_line(&found.text().collect::<String>()).len() > 200
        {
            return found;
        }
    }
    page.root_element()
}

struct Writer {
    out: Extracted,
    line: String,
    notes: HashMap<String, Note>,
    too_deep: bool,
}

impl Writer {
    /// Ends the paragraph that is being written.
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.out.paragraph(&line);
    }

    fn children(&mut self, element: ElementRef<'_>, depth: usize) {
        if depth > DEEPEST {
            self.too_deep = true;
            return;
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, depth: usize) {
        let name = element.value().name();
        let hidden = element.value().attr("hidden").is_some()
            || element
                .value()
                .attr("style")
                .is_some_and(|style| style.replace(' ', "").contains("display:none"));
        if ASIDE.contains(&name) || hidden || self.is_note(element) {
            return;
        }
        match name {
            "br" => self.line.push(' '),
            "a" if self.call(element) => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                self.children(element, depth);
                let words = std::mem::take(&mut self.line);
                let level = name[1..].parse().unwrap_or(6);
                self.out.heading(level, &words);
            }
            "table" => self.table(element, depth),
            "ol" => self.list(element, depth),
            _ if BLOCKS.contains(&name) => {
                self.end();
                self.children(element, depth);
                self.end();
            }
            _ => self.children(element, depth),
        }
    }

    /// Writes the call of a footnote, if `link` is one.
    fn call(&mut self, link: ElementRef<'_>) -> bool {
        let id = link
            .value()
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        let Some(note) = self.notes.get(id).filter(|_| figure(&link).is_some()) else {
            return false;
        };
        let end = self.line.trim_end().len();
        self.line.truncate(end);
        self.line.push_str("[^");
        self.line.push_str(&note.figure);
        self.line.push(']');
        true
    }

    /// Whether an element is a footnote, which is written at the end.
    fn is_note(&self, element: ElementRef<'_>) -> bool {
        let by_id = |element: ElementRef<'_>| {
            [element.value().id(), element.value().attr("name")]
                .into_iter()
                .flatten()
                .any(|id| self.notes.contains_key(id))
        };
        if by_id(element) {
            return true;
        }
        // "<p><a name=_ftn1>[1]</a> words</p>"
        let small = ["p", "li", "div"].contains(&element.value().name());
        small
            && element
                .children()
                .find_map(ElementRef::wrap)
                .is_some_and(|first| first.value().name() == "a" && by_id(first))
    }

    /// An ordered list prints numbers that stand nowhere in the text.
    fn list(&mut self, list: ElementRef<'_>, depth: usize) {
        self.end();
        let mut number: usize = list
            .value()
            .attr("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1);
        let kind = list.value().attr("type").unwrap_or("1").to_owned();
        for item in list.children().filter_map(ElementRef::wrap) {
            if item.value().name() != "li" {
                self.element(item, depth + 1);
                continue;
            }
            if let Some(own) = item
                .value()
                .attr("value")
                .and_then(|value| value.parse().ok())
            {
                number = own;
            }
            self.line = marker(&kind, number);
            self.children(item, depth + 1);
            self.end();
            number += 1;
        }
    }

    fn table(&mut self, table: ElementRef<'_>, depth: usize) {
        self.end();
        let Ok(rows) = Selector::parse("tr") else {
            return;
        };
        let rows: Vec<Vec<String>> = table
            .select(&rows)
            .map(|row| {
                row.children()
                    .filter_map(ElementRef::wrap)
                    .filter(|cell| matches!(cell.value().name(), "td" | "th"))
                    .map(|cell| one_line(&cell.text().collect::<Vec<_>>().join(" ")))
                    .collect()
            })
            .collect();
        // A table of one column, or one that holds another, is layout.
        let layout = rows.iter().all(|cells| cells.len() < 2)
            || Selector::parse("table").is_ok_and(|inner| table.select(&inner).next().is_some());
        if layout {
            self.children(table, depth);
            self.end();
            return;
        }
        self.out.apart();
        for cells in rows {
            self.out.row(cells.iter().map(String::as_str));
        }
        self.out.apart();
    }
}

/// The mark before an item of an ordered list.
fn marker(kind: &str, number: usize) -> String {
    let letters = |first: u8| {
        // "z" is followed by "aa", and that by "ab".
        let mut letters = Vec::new();
        let mut rest = number;
        while rest > 0 {
            letters.push(char::from(first + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect::<String>()
    };
    let roman = || {
        u16::try_from(number)
            .ok()
            .and_then(citation::Roman::new)
            .map(|numeral| numeral.to_string())
            .unwrap_or_default()
    };
    match kind {
        "a" => format!("({}) ", letters(b'a')),
        "A" => format!("{}. ", letters(b'A')),
        "i" => format!("({}) ", roman().to_lowercase()),
        "I" => format!("{}. ", roman()),
        _ => format!("{number}. "),
    }
}
