//! The numbers that Word counts: "12.", "(a)", "(iv)", as they are printed.

use std::collections::{HashMap, HashSet};

use citation::Roman;
use roxmltree::Node;

use super::super::{ImportError, xml};

/// Levels of a list in Word.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.`, `(%2)`.
    text: String,
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// The levels of an abstract list.
    lists: HashMap<String, Vec<Level>>,
    /// Which abstract list a list is, and where it begins again.
    instances: HashMap<String, (String, HashMap<usize, u32>)>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun, for those that begin again.
    begun: HashSet<String>,
}

impl Numbering {
    pub(super) fn read(text: &str) -> Result<Self, ImportError> {
        let mut numbering = Self::default();
        if text.is_empty() {
            return Ok(numbering);
        }
        for node in xml::parse(text)?.root_element().children() {
            match xml::name(node) {
                "abstractNum" => numbering.add_list(node),
                "num" => numbering.add_instance(node),
                _ => {}
            }
        }
        Ok(numbering)
    }

    fn add_list(&mut self, node: Node<'_, '_>) {
        let Some(id) = xml::attribute(node, "abstractNumId") else {
            return;
        };
        let levels = node.children().filter(|child| xml::name(*child) == "lvl");
        self.lists
            .insert(id.to_owned(), levels.take(LEVELS).map(level).collect());
    }

    fn add_instance(&mut self, node: Node<'_, '_>) {
        let list = xml::child(node, "abstractNumId").and_then(|child| xml::attribute(child, "val"));
        let (Some(id), Some(list)) = (xml::attribute(node, "numId"), list) else {
            return;
        };
        let restarts = node
            .children()
            .filter(|child| xml::name(*child) == "lvlOverride")
            .filter_map(|child| {
                let level = xml::attribute(child, "ilvl")?.parse().ok()?;
                let start = xml::attribute(xml::child(child, "startOverride")?, "val")?;
                Some((level, start.parse().ok()?))
            })
            .collect();
        self.instances
            .insert(id.to_owned(), (list.to_owned(), restarts));
    }

    /// The next number of list `id` at `level`, as printed; `None` where nothing is printed.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let (list, restarts) = self.instances.get(id)?;
        let levels = self.lists.get(list)?;
        let own = levels.get(level)?;
        let counters = self.counters.entry(list.clone()).or_default();
        if self.begun.insert(id.to_owned()) {
            for (level, start) in restarts {
                if let Some(counter) = counters.get_mut(*level) {
                    *counter = start.checked_sub(1);
                    // Zero has no number before it; the next one is then the start itself.
                    if *start == 0 {
                        *counter = None;
                    }
                }
            }
        }
        let counter = counters.get_mut(level)?;
        *counter = Some(counter.map_or(own.start, |last| last.saturating_add(1)));
        for below in counters.iter_mut().skip(level + 1) {
            *below = None;
        }
        if own.format == "bullet" {
            return Some("\u{2022}".to_owned());
        }
        if own.format == "none" {
            return None;
        }
        let mut printed = own.text.clone();
        for (at, level) in levels.iter().enumerate() {
            let mark = format!("%{}", at + 1);
            if printed.contains(&mark) {
                let value = counters[at].unwrap_or(level.start);
                printed = printed.replace(&mark, &format(&level.format, value));
            }
        }
        Some(printed.trim().to_owned()).filter(|printed| !printed.is_empty())
    }
}

fn level(node: Node<'_, '_>) -> Level {
    let value =
        |wanted: &str| xml::child(node, wanted).and_then(|child| xml::attribute(child, "val"));
    Level {
        start: value("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1),
        format: value("numFmt").unwrap_or("decimal").to_owned(),
        text: value("lvlText").unwrap_or_default().to_owned(),
    }
}

/// `value` as a list prints it.
fn format(format: &str, value: u32) -> String {
    let letters = |first: u8| match value {
        0 => String::new(),
        value => {
            let letter = char::from(first + ((value - 1) % 26) as u8);
            letter
                .to_string()
                .repeat(((value - 1) / 26 + 1).min(9) as usize)
        }
    };
    let roman = || {
        u16::try_from(value)
            .ok()
            .and_then(Roman::new)
            .map_or_else(|| value.to_string(), |numeral| numeral.to_string())
    };
    match format {
        "lowerLetter" => letters(b'a'),
        "upperLetter" => letters(b'A'),
        "lowerRoman" => roman().to_lowercase(),
        "upperRoman" => roman(),
        "decimalZero" => format!("{value:02}"),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
      </w:numbering>"#;

    #[test]
    fn levels_count_as_printed_and_begin_again_below() {
        let mut numbering = Numbering::read(LISTS).unwrap();
        let printed: Vec<String> = [0, 1, 1, 2, 2, 0, 1]
            .iter()
            .filter_map(|level| numbering.next("1", *level))
            .collect();
        assert_eq!(printed, ["1.", "(a)", "(b)", "(i)", "(ii)", "2.", "(a)"]);
        assert_eq!(numbering.next("2", 0).as_deref(), Some("7."));
        assert_eq!(numbering.next("2", 0).as_deref(), Some("8."));
        assert_eq!(numbering.next("9", 0), None);
        assert_eq!(format("lowerLetter", 28), "bb");
    }
}
