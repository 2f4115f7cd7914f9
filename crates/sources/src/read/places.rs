//! Where in a document numbering counts: annexes, sections, and the articles, rules or principles of
//! an annexed text.
//!
//! Most resolutions number through their sections, some begin again in each. So a paragraph remembers
//! its section, and the section becomes part of its label only where the numbers alone do not tell
//! paragraphs apart.

use citation::Roman;

use super::markers::annex_heading;
use crate::label::number;

/// Headings that number parts of a text whose paragraphs begin again in each.
pub(crate) const UNITS: [&str; 5] = ["article", "rule", "regulation", "principle", "guideline"];

/// The place that has been reached.
#[derive(Default)]
pub(super) struct Places {
    /// "annex I", or empty in the document itself.
    pub(super) annex: String,
    annexes: usize,
    roman: usize,
    letter: usize,
    /// The article or rule that is open.
    pub(super) unit: Option<Unit>,
    last_unit: usize,
}

/// A section: "II", "A", or "II" and "A" inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Section {
    roman: Option<String>,
    letter: Option<String>,
}

/// How much of a section stands in a label.
#[derive(Clone, Copy)]
pub(super) enum Depth {
    /// "section II".
    Numbered,
    /// "section II.A".
    Lettered,
}

impl Section {
    /// The section as labels have it; `None` where there is none of that depth.
    pub(super) fn name(&self, depth: Depth) -> Option<String> {
        match (&self.roman, &self.letter, depth) {
            (Some(roman), Some(letter), Depth::Lettered) => {
                Some(format!("section {roman}.{letter}"))
            }
            (Some(one), _, _) | (None, Some(one), Depth::Lettered) => {
                Some(format!("section {one}"))
            }
            (None, _, _) => None,
        }
    }
}

/// An article, a rule, a principle.
#[derive(Clone)]
pub(super) struct Unit {
    /// "rule".
    pub(super) kind: &'static str,
    /// Its number as printed.
    pub(super) number: String,
    /// Whether nothing but its heading has been read.
    pub(super) only_heading: bool,
}

/// What a heading opens.
pub(super) enum Opened {
    Annex,
    Section,
    Unit,
}

impl Places {
    /// Takes `text` as a heading, where it is one and comes in its turn.
    pub(super) fn heading(&mut self, text: &str) -> Option<Opened> {
        if let Some(which) = annex_heading(text) {
            self.annexes += 1;
            let annex = match which {
                "" if self.annexes == 1 => "annex".to_owned(),
                "" => format!("annex {}", self.annexes),
                which => format!("annex {which}"),
            };
            *self = Self {
                annex,
                annexes: self.annexes,
                ..Self::default()
            };
            return Some(Opened::Annex);
        }
        let text = text.trim_matches(['#', '*', ' ']);
        if self.section(text) {
            self.unit = None;
            return Some(Opened::Section);
        }
        self.unit(text).then_some(Opened::Unit)
    }

    /// "II", "II. Title", "Section II", "A. Title".
    fn section(&mut self, text: &str) -> bool {
        let named = ["Section ", "Chapter ", "Part "]
            .iter()
            .find_map(|word| text.strip_prefix(word));
        let rest = named.unwrap_or(text);
        let end = rest
            .find(|c: char| !c.is_ascii_uppercase())
            .unwrap_or(rest.len());
        let (numeral, title) = rest.split_at(end);
        let dotted = title.strip_prefix('.');
        let title = dotted.unwrap_or(title);
        // "A State may" is a sentence and "I. 5" is none of ours.
        let heads = title.is_empty()
            || ((dotted.is_some() || named.is_some())
                && title.starts_with(char::is_whitespace)
                && title.trim_start().starts_with(char::is_uppercase)
                && !title.ends_with(['.', ';', ',']));
        if numeral.is_empty() || !heads {
            return false;
        }
        let as_roman = Roman::parse(numeral).map(|numeral| usize::from(numeral.value()));
        let as_letter = match numeral.as_bytes() {
            [letter] => Some(usize::from(letter - b'A') + 1),
            _ => None,
        };
        let letter_next = as_letter == Some(self.letter + 1);
        if as_roman == Some(self.roman + 1) && !(letter_next && self.letter > 0) {
            self.roman += 1;
            self.letter = 0;
            return true;
        }
        if letter_next || as_letter == Some(1) {
            self.letter = as_letter.unwrap_or(1);
            return true;
        }
        false
    }

    /// The lettered section that is open: "A".
    pub(super) fn letter_name(&self) -> Option<String> {
        u8::try_from(self.letter)
            .ok()
            .filter(|letter| (1..=26).contains(letter))
            .map(|letter| char::from(b'A' + letter - 1).to_string())
    }

    /// The section that is open.
    pub(super) fn section_name(&self) -> Option<Section> {
        let roman = u16::try_from(self.roman)
            .ok()
            .and_then(Roman::new)
            .map(|numeral| numeral.to_string());
        let letter = self.letter_name();
        (roman.is_some() || letter.is_some()).then_some(Section { roman, letter })
    }

    /// "Rule 5", "Article 12 Freedom of movement".
    fn unit(&mut self, text: &str) -> bool {
        let Some((kind, rest)) = UNITS.iter().find_map(|kind| {
            let (word, rest) = text.split_at_checked(kind.len())?;
            (word.eq_ignore_ascii_case(kind) && word.starts_with(char::is_uppercase))
                .then_some((*kind, rest))
        }) else {
            return false;
        };
        let rest = rest.trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let (printed, title) = rest.split_at(end);
        let Some(value) = number(printed)
            .filter(|value| *value == self.last_unit + 1 || (*value == 1 && self.last_unit > 0))
        else {
            return false;
        };
        let title = title.trim_start_matches(['.', ':', ' ', '\u{2013}', '\u{2014}', '-']);
        let heads = title.is_empty()
            || (title.starts_with(char::is_uppercase)
                && title.len() < 120
                && !title.ends_with(['.', ';', ',']));
        if !heads || self.annex.is_empty() {
            return false;
        }
        self.last_unit = value;
        self.unit = Some(Unit {
            kind,
            number: printed.to_owned(),
            only_heading: true,
        });
        true
    }

    /// The place of a unit's label: "annex III rule".
    pub(super) fn of_unit(&self, unit: &Unit) -> String {
        format!("{} {}", self.annex, unit.kind).trim().to_owned()
    }
}
