//! What the styles of a Word document say of its paragraphs: which are headings, which are counted.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::{ImportError, xml};

/// How many styles deep one may rest on another.
const LONGEST_CHAIN: usize = 20;

/// What a style is.
#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<usize>,
    numbering: Option<(String, usize)>,
    hidden: bool,
    raised: bool,
}

/// The styles by their identifiers.
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, ImportError> {
        let mut by_id = HashMap::new();
        if !text.is_empty() {
            for node in xml::parse(text)?.root_element().children() {
                if let Some(id) = xml::attribute(node, "styleId") {
                    by_id.insert(id.to_owned(), Style::of(node));
                }
            }
        }
        Ok(Self { by_id })
    }

    /// The level of a heading, from 1 for the title of the document; `None` for other paragraphs.
    pub(super) fn heading(&self, id: &str) -> Option<usize> {
        let style = self.by_id.get(id)?;
        by_name(&style.name).or_else(|| {
            // Word's own headings; single numbered paragraphs may have an outline level as well.
            let outline = self.first(id, |style| style.outline)?;
            style
                .name
                .to_lowercase()
                .starts_with("heading")
                .then_some(outline + 2)
        })
    }

    /// The list that counts the paragraphs of a style, and the level in it.
    pub(super) fn numbering(&self, id: &str) -> Option<(String, usize)> {
        self.first(id, |style| style.numbering.clone())
    }

    /// Whether the words of a run are not shown, by its own properties or by its style.
    pub(super) fn hides(&self, run: Node<'_, '_>) -> bool {
        self.says(run, is_hidden, |style| style.hidden)
    }

    /// Whether the words of a run stand above the line.
    pub(super) fn raises(&self, run: Node<'_, '_>) -> bool {
        self.says(run, is_raised, |style| style.raised)
    }

    fn says(
        &self,
        run: Node<'_, '_>,
        own: impl Fn(Node<'_, '_>) -> bool,
        of_style: impl Fn(&Style) -> bool,
    ) -> bool {
        let Some(properties) = xml::child(run, "rPr") else {
            return false;
        };
        let style = xml::child(properties, "rStyle").and_then(|node| xml::attribute(node, "val"));
        own(properties)
            || style
                .and_then(|id| self.by_id.get(id))
                .is_some_and(of_style)
    }

    /// What the style says, or the nearest one that it rests on.
    fn first<T>(&self, id: &str, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id;
        for _ in 0..LONGEST_CHAIN {
            let style = self.by_id.get(id)?;
            if let Some(found) = says(style) {
                return Some(found);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

impl Style {
    fn of(node: Node<'_, '_>) -> Self {
        let value =
            |wanted: &str| xml::child(node, wanted).and_then(|child| xml::attribute(child, "val"));
        let paragraph = xml::child(node, "pPr");
        let outline = paragraph
            .and_then(|paragraph| xml::child(paragraph, "outlineLvl"))
            .and_then(|level| xml::attribute(level, "val")?.parse().ok())
            .filter(|level| *level < 9);
        Self {
            name: value("name").unwrap_or_default().to_owned(),
            based_on: value("basedOn").map(str::to_owned),
            outline,
            numbering: paragraph.and_then(numbering_of),
            hidden: xml::child(node, "rPr").is_some_and(is_hidden),
            raised: xml::child(node, "rPr").is_some_and(is_raised),
        }
    }
}

/// The level of the headings of the United Nations templates, and of Word's titles.
fn by_name(name: &str) -> Option<usize> {
    let folded = name.to_lowercase();
    let bare = folded.trim_start_matches(['_', ' ']);
    match bare {
        "title_h_ch" | "title" => return Some(1),
        "title_h1" | "title_h_1" | "subtitle" => return Some(2),
        _ => {}
    }
    if folded.starts_with('_')
        && let Some(level) = bare.strip_prefix("h_").or_else(|| bare.strip_prefix("h _"))
    {
        return Some(match level.trim_start_matches(['_', ' ']).chars().next() {
            Some('m' | 'c') => 2,
            Some('1') => 3,
            Some('2' | '3') => 4,
            Some(_) => 5,
            None => return None,
        });
    }
    let titled = ["agendatitle", "decisiontitle", "rep_", "toc heading"];
    titled
        .iter()
        .any(|title| bare.starts_with(title))
        .then_some(5)
}

/// `(list, level)` of paragraph properties.
pub(super) fn numbering_of(properties: Node<'_, '_>) -> Option<(String, usize)> {
    let numbering = xml::child(properties, "numPr")?;
    let value =
        |wanted: &str| xml::child(numbering, wanted).and_then(|child| xml::attribute(child, "val"));
    let level = value("ilvl")
        .and_then(|level| level.parse().ok())
        .unwrap_or(0);
    Some((value("numId")?.to_owned(), level))
}

/// Whether run properties hide their words.
fn is_hidden(properties: Node<'_, '_>) -> bool {
    xml::child(properties, "vanish")
        .is_some_and(|vanish| !matches!(xml::attribute(vanish, "val"), Some("0" | "false" | "off")))
}

/// Whether run properties raise their words above the line.
fn is_raised(properties: Node<'_, '_>) -> bool {
    xml::child(properties, "vertAlign")
        .is_some_and(|align| xml::attribute(align, "val") == Some("superscript"))
}
