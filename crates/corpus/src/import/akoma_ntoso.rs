//! Akoma Ntoso: XML of legal documents, in which every paragraph is marked and numbered.
//!
//! Because the marks say what is what, the passages are taken as they are and nothing is guessed. Some
//! converters leave the first number of a list in its words; it is taken out of them again where the
//! numbers that follow show it.

use std::path::Path;

use citation::Date;
use roxmltree::Node;
use sources::{Document, Passage, PassageKind, SourceKind};

use super::extracted::one_line;
use super::record::Record;
use super::{ImportError, xml};

/// Reads a document.
pub(super) fn read(text: &str, path: &Path) -> Result<Vec<Document>, ImportError> {
    let parsed = xml::parse(text)?;
    let document = parsed
        .root_element()
        .children()
        .find(Node::is_element)
        .ok_or(ImportError::NoDocument)?;
    let mut whole = record(document)
        .document(path)
        .ok_or(ImportError::NoDocument)?;
    let mut writer = Writer::default();
    for part in document.children().filter(Node::is_element) {
        match xml::name(part) {
            "meta" | "coverPage" | "preface" => {}
            _ => writer.blocks(part, &Place::default()),
        }
    }
    name_places(&mut writer.found);
    whole.passages = writer.passages();
    Ok(vec![whole])
}

/// What the metadata and the preface say.
fn record(document: Node<'_, '_>) -> Record {
    let all = || document.descendants().filter(Node::is_element);
    let first = |name: &str| {
        all()
            .find(|node| xml::name(*node) == name)
            .map(|node| one_line(&xml::words(node)))
            .filter(|words| !words.is_empty())
    };
    let value = |name: &str, attribute: &str| {
        all()
            .find(|node| xml::name(*node) == name)
            .and_then(|node| xml::attribute(node, attribute))
            .map(str::to_owned)
    };
    let titled = all()
        .find(|node| {
            xml::name(*node) == "container" && xml::attribute(*node, "name") == Some("title")
        })
        .map(|node| one_line(&xml::words(node)));
    let number = first("docNumber");
    let shown = value("FRBRnumber", "showAs").or(number.clone());
    let author = value("FRBRauthor", "href").unwrap_or_default();
    let organ = all()
        .filter(|node| xml::name(*node).starts_with("TLC"))
        .find(|node| xml::attribute(*node, "eId") == Some(author.trim_start_matches('#')))
        .and_then(|node| xml::attribute(node, "showAs"))
        .map(str::to_owned);
    let adopted = all().find(|node| {
        xml::name(*node) == "FRBRdate" && xml::attribute(*node, "name") == Some("adoption")
    });
    let kind = xml::attribute(document, "name")
        .or_else(|| Some(xml::name(document)))
        .and_then(kind);
    let mut record = Record {
        symbols: shown.into_iter().collect(),
        title: titled
            .or_else(|| first("docTitle"))
            .or_else(|| first("longTitle"))
            .unwrap_or_default(),
        organ,
        date: adopted
            .and_then(|date| xml::attribute(date, "date"))
            .and_then(Date::parse_iso),
        kind,
        ..Record::default()
    };
    let language = value("FRBRlanguage", "language").unwrap_or_default();
    record.particulars.language = code(&language).map(Into::into);
    record
}

fn kind(name: &str) -> Option<SourceKind> {
    match name {
        "resolution" => Some(SourceKind::Resolution),
        "decision" => Some(SourceKind::Decision),
        "treaty" | "convention" => Some(SourceKind::Treaty),
        _ => None,
    }
}

/// The code of two letters of one of three.
fn code(language: &str) -> Option<&'static str> {
    Some(match language {
        "eng" | "en" => "en",
        "fra" | "fre" | "fr" => "fr",
        "spa" | "es" => "es",
        "rus" | "ru" => "ru",
        "ara" | "ar" => "ar",
        "zho" | "chi" | "zh" => "zh",
        _ => return None,
    })
}

/// Where a block stands.
#[derive(Clone, Default)]
struct Place {
    /// The heading above it: "resolves", "annex I".
    heading: String,
    preambular: bool,
    /// The label of the paragraph around it.
    label: String,
}

/// A passage with the heading that may have to go into its label.
struct Found {
    heading: String,
    passage: Passage,
}

/// Writes the passages down, and the text in which they stand.
#[derive(Default)]
struct Writer {
    found: Vec<Found>,
    /// Bytes of text so far.
    length: usize,
}

/// Elements that are no passages and stand around some.
const UNITS: [&str; 12] = [
    "paragraph",
    "subparagraph",
    "point",
    "indent",
    "article",
    "clause",
    "subclause",
    "rule",
    "item",
    "recital",
    "list",
    "level",
];

impl Writer {
    fn blocks(&mut self, parent: Node<'_, '_>, place: &Place) {
        let mut place = place.clone();
        if xml::name(parent) == "preamble" {
            place.preambular = true;
        }
        for node in parent.children().filter(Node::is_element) {
            match xml::name(node) {
                "num" => {}
                "heading" | "subheading" | "crossHeading" => {
                    let words = one_line(&xml::words(node));
                    place.heading.clone_from(&words);
                    self.push(PassageKind::Heading, None, &words, &place);
                }
                "intro" if xml::name(parent) == "recitals" => {
                    let words = one_line(&xml::words(node));
                    place.heading.clone_from(&words);
                    self.push(PassageKind::Preambular, None, &words, &place);
                }
                "p" | "block" => self.words(node, &place),
                unit if UNITS.contains(&unit) => self.unit(node, &place),
                _ => self.blocks(node, &place),
            }
        }
    }

    /// A numbered or unnumbered unit: its own words first, then what stands below it.
    fn unit(&mut self, node: Node<'_, '_>, place: &Place) {
        let number = xml::child(node, "num").map(|number| one_line(&xml::words(number)));
        // Converters mark the figures of tables as numbers; none is counted from zero.
        let number = number.filter(|number| !number.is_empty() && number != "0");
        let (number, taken) = match number {
            Some(number) => (Some(number), false),
            None => match first_number(node) {
                Some(number) => (Some(number), true),
                None => (None, false),
            },
        };
        let mut place = place.clone();
        if let Some(number) = &number {
            place.label = label(&place.label, number);
        }
        let own: Vec<String> = own_paragraphs(node);
        let words = one_line(&own.join(" "));
        let words = match &number {
            Some(number) if taken => words[number.len()..].trim_start(),
            _ => words.as_str(),
        };
        let kind = match (&number, place.preambular) {
            (Some(_), false) => PassageKind::Numbered,
            (_, true) => PassageKind::Preambular,
            (None, false) => PassageKind::Plain,
        };
        let own = (kind == PassageKind::Numbered).then(|| place.label.clone());
        self.push(kind, own, words, &place);
        self.below(node, &place);
    }

    /// The units inside a unit.
    fn below(&mut self, node: Node<'_, '_>, place: &Place) {
        for child in node.children().filter(Node::is_element) {
            match xml::name(child) {
                "num" | "p" => {}
                "content" | "intro" | "wrapUp" | "wrap" => self.below(child, place),
                "heading" | "subheading" => {
                    let words = one_line(&xml::words(child));
                    self.push(PassageKind::Heading, None, &words, place);
                }
                unit if UNITS.contains(&unit) => self.unit(child, place),
                _ => self.blocks(child, place),
            }
        }
    }

    fn words(&mut self, node: Node<'_, '_>, place: &Place) {
        let kind = if place.preambular {
            PassageKind::Preambular
        } else {
            PassageKind::Plain
        };
        self.push(kind, None, &one_line(&xml::words(node)), place);
    }

    fn push(&mut self, kind: PassageKind, label: Option<String>, words: &str, place: &Place) {
        if words.is_empty() {
            return;
        }
        let start = self.length;
        let label_length = label.as_ref().map_or(0, |label| label.len() + 1);
        self.length += label_length + words.len() + 1;
        self.found.push(Found {
            heading: place.heading.clone(),
            passage: Passage {
                kind,
                label: label.map(Into::into),
                words: words.into(),
                span: start..self.length - 1,
                page: None,
            },
        });
    }

    fn passages(self) -> Vec<Passage> {
        self.found.into_iter().map(|found| found.passage).collect()
    }
}

/// Puts the heading into the labels where the numbers begin again below another: "resolves 1".
fn name_places(found: &mut [Found]) {
    let mut seen = std::collections::HashSet::new();
    let again = found
        .iter()
        .filter_map(|found| found.passage.label.clone())
        .any(|label| !seen.insert(label));
    if !again {
        return;
    }
    for one in found {
        if let (Some(label), false) = (&one.passage.label, one.heading.is_empty()) {
            one.passage.label = Some(format!("{} {label}", one.heading).into());
        }
    }
}

/// "(a)" below "1" is "1 (a)"; "4.1" below "4" is itself.
fn label(above: &str, number: &str) -> String {
    let bare = number.trim_matches(['(', ')', '.', ' ', '\u{a0}']);
    if above.is_empty() {
        return bare.to_owned();
    }
    match bare
        .strip_prefix(above)
        .and_then(|rest| rest.strip_prefix('.'))
    {
        Some(_) => bare.to_owned(),
        None => format!("{above} ({bare})"),
    }
}

/// The texts of a unit itself, without those of units inside it.
fn own_paragraphs(node: Node<'_, '_>) -> Vec<String> {
    let mut own = Vec::new();
    for child in node.children().filter(Node::is_element) {
        match xml::name(child) {
            "p" => own.push(xml::words(child)),
            "content" | "intro" => own.extend(own_paragraphs(child)),
            _ => {}
        }
    }
    own
}

/// The number in front of the words of a unit that has none, where its next neighbour has the one that
/// follows: "1 to hold" before 2, "a) that" before b).
fn first_number(node: Node<'_, '_>) -> Option<String> {
    let next = node
        .next_siblings()
        .skip(1)
        .find(Node::is_element)
        .and_then(|next| xml::child(next, "num"))
        .map(|number| one_line(&xml::words(number)))?;
    let wanted = match next.trim_matches(['(', ')', '.']) {
        "2" => "1",
        "b" => "a",
        "ii" => "i",
        _ => return None,
    };
    let words = one_line(&own_paragraphs(node).join(" "));
    let first = words.split(' ').next()?;
    (first.trim_matches(['(', ')', '.']) == wanted).then(|| first.to_owned())
}
