//! Paragraphs while they are being gathered, and the sections that become part of their labels where the
//! numbers alone do not tell them apart.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::Paragraph;
use crate::label::Label;
use crate::read::places::{Depth, Section};
use crate::read::words::Words;

/// A paragraph while its lines are being gathered.
pub(super) struct Part<'a> {
    pub(super) label: Label,
    /// The place of the label without its section.
    pub(super) place: String,
    pub(super) section: Option<Section>,
    pub(super) pieces: Vec<&'a str>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) page: u32,
    /// The last line taken, to give it back.
    pub(super) last: Option<usize>,
    /// Whether it lists what it announced, without letters.
    pub(super) announces: bool,
}

impl Part<'_> {
    /// The paragraph with its words; `None` where it has none in the text.
    pub(super) fn paragraph(self, words: &Words) -> Option<Paragraph> {
        let words = words.line(&self.pieces);
        Some(Paragraph {
            label: self.label.to_string().into(),
            words: words.into(),
            span: self.start..self.end,
            page: (self.page > 0).then_some(self.page),
        })
        .filter(|paragraph| !paragraph.span.is_empty())
    }
}

/// Puts the section into the labels of a place in which the numbers begin again: the numbered section,
/// and the lettered one inside it only where the numbers begin again in that too.
pub(super) fn name_sections(found: &mut [Part<'_>]) {
    if found.iter().all(|part| part.section.is_none()) {
        return;
    }
    for depth in [Depth::Numbered, Depth::Lettered] {
        let again = numbered_again(found);
        for part in found.iter_mut() {
            let Some(section) = part
                .section
                .as_ref()
                .filter(|_| again.contains(&part.place))
            else {
                continue;
            };
            let Some(name) = section.name(depth) else {
                continue;
            };
            let place = format!("{} {name}", part.place);
            place.trim().clone_into(&mut part.label.place);
        }
    }
}

/// The places in which one number stands in more than one section.
fn numbered_again(found: &[Part<'_>]) -> BTreeSet<String> {
    let mut seen: HashMap<(&str, &str), HashSet<&Option<Section>>> = HashMap::new();
    let mut again = BTreeSet::new();
    for part in found.iter().filter(|part| part.label.steps.is_empty()) {
        let sections = seen
            .entry((&part.label.place, &part.label.number))
            .or_default();
        sections.insert(&part.section);
        if sections.len() > 1 {
            again.insert(part.place.clone());
        }
    }
    again
}
