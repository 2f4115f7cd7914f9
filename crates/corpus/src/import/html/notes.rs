//! Footnotes of a web page: what links with a figure lead to.

use std::collections::HashMap;

use scraper::{ElementRef, Html, Selector};

use super::BLOCKS;
use crate::import::extracted::one_line;

/// A footnote of the page.
pub(super) struct Note {
    /// The figure that calls it: "3", "*".
    pub(super) figure: String,
    pub(super) words: String,
    /// Its place among the links of the page.
    pub(super) order: usize,
}

/// The footnotes: what links with a figure lead to, if it begins with the same figure or is an item of
/// a list of notes.
pub(super) fn notes(page: &Html) -> HashMap<String, Note> {
    let mut notes: HashMap<String, Note> = HashMap::new();
    let (Ok(links), Ok(targets)) = (
        Selector::parse("a[href^='#']"),
        Selector::parse("[id], a[name]"),
    ) else {
        return notes;
    };
    let mut by_id: HashMap<&str, ElementRef<'_>> = HashMap::new();
    for target in page.select(&targets) {
        for id in [target.value().id(), target.value().attr("name")]
            .into_iter()
            .flatten()
        {
            by_id.entry(id).or_insert(target);
        }
    }
    for (order, link) in page.select(&links).enumerate() {
        let Some(figure) = figure(&link) else {
            continue;
        };
        let id = link
            .value()
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        let Some(target) = by_id.get(id).filter(|_| is_note_id(id)) else {
            continue;
        };
        let words = one_line(&block_of(*target).text().collect::<String>());
        let words = words.trim_start_matches(['[', '(', '^', '\u{2191}', ' ']);
        let words = words.strip_prefix(figure.as_str()).unwrap_or(words);
        let words = words.trim_start_matches([']', ')', '.', ' ']);
        notes.entry(id.to_owned()).or_insert_with(|| Note {
            figure,
            words: words.to_owned(),
            order,
        });
    }
    notes
}

/// Names by which programs call footnotes; what leads back from a note has others.
fn is_note_id(id: &str) -> bool {
    let bare = id.trim_start_matches('_').to_lowercase();
    !bare.contains("ref")
        && [
            "ftn",
            "fn",
            "footnote",
            "note",
            "cite_note",
            "endnote",
            "edn",
            "en",
        ]
        .iter()
        .any(|begin| bare.starts_with(begin))
}

/// The figure that a link shows: "3", "[3]".
pub(super) fn figure(link: &ElementRef<'_>) -> Option<String> {
    let shown = one_line(&link.text().collect::<String>());
    let figure = shown.trim_matches(['[', ']', '(', ')', ' ']);
    let fits = !figure.is_empty()
        && figure.len() <= 4
        && figure
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == '*');
    fits.then(|| figure.to_owned())
}

/// The paragraph, item or division around an element.
fn block_of(element: ElementRef<'_>) -> ElementRef<'_> {
    if BLOCKS.contains(&element.value().name()) {
        return element;
    }
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(|above| BLOCKS.contains(&above.value().name()))
        .unwrap_or(element)
}
