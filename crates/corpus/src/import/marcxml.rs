//! MARC records as XML: what the United Nations Digital Library exports, one or many in a file.
//!
//! A record describes a document and has no text of it: symbol (191), title (245), dates (992, 269),
//! organ (981), agenda item (991), related documents (993), votes (996, 967), reissue (596), summary (520). The file is
//! read record by record, so its size does not matter.

use std::path::Path;

use citation::Symbol;
use quick_xml::Reader;
use quick_xml::events::Event;
use sources::SourceKind;

use super::record::{Record, day};
use super::{ImportError, Imported};

/// The deepest nesting of a MARC file is five.
const DEEPEST: usize = 32;

/// The longest text of one subfield, in bytes; what follows is left out.
const LONGEST_TEXT: usize = 64 * 1024;

/// Reads the records.
pub(super) fn read(bytes: &[u8], path: &Path) -> Result<Imported, ImportError> {
    let mut documents = Vec::new();
    let mut records = Records::new(bytes);
    let failed = loop {
        match records.next() {
            Ok(Some(record)) => documents.extend(record.document(path)),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    match failed {
        Some(error) if documents.is_empty() => Err(error),
        None if documents.is_empty() => Err(ImportError::NoDocument),
        // What was whole is kept, and the rest is said to be missing.
        failed => Ok(Imported {
            documents,
            replaced: false,
            left_out: failed.map(|error| error.to_string()),
        }),
    }
}

/// The fields of one record: tag, indicators, subfields.
#[derive(Default)]
struct Fields {
    all: Vec<Field>,
}

#[derive(Default)]
struct Field {
    tag: String,
    first: char,
    parts: Vec<(char, String)>,
}

impl Fields {
    fn with<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Field> {
        self.all.iter().filter(move |field| field.tag == tag)
    }

    fn first<'a>(&'a self, tag: &'a str, code: char) -> Option<&'a str> {
        self.with(tag).find_map(|field| field.part(code))
    }

    fn record(&self) -> Record {
        let mut record = Record {
            symbols: self
                .with("191")
                .filter_map(|field| field.part('a'))
                .filter(|symbol| !symbol.starts_with('['))
                .map(str::to_owned)
                .collect(),
            title: self.first("245", 'a').map(title).unwrap_or_default(),
            organ: self.first("981", 'a').map(str::to_owned),
            date: self
                .first("992", 'a')
                .and_then(day)
                .or_else(|| self.first("269", 'a').and_then(day)),
            summary: self.first("520", 'a').map(str::to_owned),
            ..Record::default()
        };
        let described = self.first("245", 'b').unwrap_or_default().to_lowercase();
        let draft = described.contains("draft") || record.symbols.iter().any(|s| s.contains("/L."));
        if draft {
            record.kind = Some(SourceKind::Document);
        }
        let particulars = &mut record.particulars;
        particulars.session = self.first("191", 'c').map(Into::into);
        particulars.agenda_item = self.first("991", 'b').and_then(agenda_item).map(Into::into);
        for field in self.with("993") {
            let symbols = field.parts.iter().filter(|(code, _)| *code == 'a');
            let symbols = symbols.filter_map(|(_, symbol)| Symbol::parse(symbol.trim()));
            match field.first {
                '3' => particulars.on_report.extend(symbols),
                _ => particulars.related.extend(symbols),
            }
        }
        particulars.reissue = self.first("596", 'a').and_then(sources::reissue_in);
        particulars.vote = self.vote();
        record
    }

    /// The vote as the record states it, or counted from how each State voted.
    fn vote(&self) -> Option<Box<str>> {
        let stated = self
            .with("996")
            .filter_map(|field| field.part('b').or_else(|| field.part('a')))
            .find(|text| text.contains("ote") || text.contains('-'));
        if let Some(stated) = stated {
            return Some(stated.trim_end_matches(['.', ',']).into());
        }
        let cast = |vote: &str| {
            self.with("967")
                .filter(|field| field.part('d') == Some(vote))
                .count()
        };
        let (yes, no, abstained) = (cast("Y"), cast("N"), cast("A"));
        (yes + no + abstained > 0).then(|| format!("{yes}-{no}-{abstained}").into())
    }
}

impl Field {
    fn part(&self, wanted: char) -> Option<&str> {
        self.parts
            .iter()
            .find(|(code, text)| *code == wanted && !text.trim().is_empty())
            .map(|(_, text)| text.trim())
    }
}

/// A title as the document prints it: without the marks with which a catalogue closes its parts, and
/// without the spaces that it puts before a colon or a semicolon.
fn title(text: &str) -> String {
    text.trim_end_matches([' ', ':', '/', ';', '=', '.'])
        .replace(" : ", ": ")
        .replace(" ; ", "; ")
}

/// "71b[20]" is item 71 (b).
fn agenda_item(text: &str) -> Option<String> {
    let item = text.split('[').next()?.trim();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let (number, letter) = item.split_at(digits);
    match letter {
        _ if number.is_empty() => None,
        "" => Some(number.to_owned()),
        letter => Some(format!("{number} ({letter})")),
    }
}

/// Reads a file record by record.
struct Records<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Records<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next record; `None` at the end of the file.
    fn next(&mut self) -> Result<Option<Record>, ImportError> {
        let mut fields: Option<Fields> = None;
        let mut text: Option<(char, String)> = None;
        loop {
            let damaged = |error: &dyn std::fmt::Display| ImportError::Damaged(error.to_string());
            match self.reader.read_event().map_err(|error| damaged(&error))? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(ImportError::BeyondLimit(format!(
                            "it is nested more than {DEEPEST} levels deep"
                        )));
                    }
                    let value = |name: &str| {
                        tag.attributes()
                            .flatten()
                            .find(|attribute| attribute.key.as_ref() == name)
                            .map(|attribute| attribute.value.into_owned())
                            .unwrap_or_default()
                    };
                    match tag.local_name().as_ref() {
                        "record" => fields = Some(Fields::default()),
                        "datafield" => {
                            if let Some(fields) = &mut fields {
                                fields.all.push(Field {
                                    tag: value("tag"),
                                    first: value("ind1").chars().next().unwrap_or(' '),
                                    parts: Vec::new(),
                                });
                            }
                        }
                        "subfield" => {
                            let code = value("code").chars().next().unwrap_or(' ');
                            text = Some((code, String::new()));
                        }
                        _ => {}
                    }
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    match tag.local_name().as_ref() {
                        "record" => {
                            if let Some(fields) = fields.take() {
                                return Ok(Some(fields.record()));
                            }
                        }
                        "subfield" => {
                            let field = fields.as_mut().and_then(|fields| fields.all.last_mut());
                            if let (Some(field), Some(part)) = (field, text.take()) {
                                field.parts.push(part);
                            }
                        }
                        _ => {}
                    }
                }
                Event::Text(words) => {
                    add(&mut text, &words.xml10_content());
                }
                Event::CData(words) => {
                    add(&mut text, &words.xml10_content());
                }
                Event::GeneralRef(reference) => {
                    add(&mut text, &character(&reference));
                }
                Event::DocType(declared) if declared.contains("<!ENTITY") => {
                    return Err(ImportError::BeyondLimit(
                        "it declares entities of its own, which can unfold without end".into(),
                    ));
                }
                Event::Eof if self.depth > 0 => {
                    return Err(ImportError::Damaged("it is cut off".into()));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

fn add(text: &mut Option<(char, String)>, words: &str) {
    if let Some((_, text)) = text
        && text.len() < LONGEST_TEXT
    {
        text.push_str(words);
    }
}

/// The character that a reference names; an entity of the file's own is none.
fn character(name: &str) -> String {
    let by_number = name.strip_prefix('#').and_then(|number| {
        let value = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(value).map(String::from)
    });
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => by_number.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use sources::Document;

    use super::*;

    fn record(fields: &str) -> Document {
        let file = format!(
            "<?xml version='1.0'?><collection xmlns='http://www.loc.gov/MARC21/slim'><record>{fields}</record></collection>"
        );
        let mut read = read(file.as_bytes(), Path::new("a.xml")).unwrap();
        read.documents.remove(0)
    }

    fn field(tag: &str, first: &str, parts: &[(&str, &str)]) -> String {
        let parts = parts.iter().fold(String::new(), |written, (code, text)| {
            format!("{written}<subfield code='{code}'>{text}</subfield>")
        });
        format!("<datafield tag='{tag}' ind1='{first}' ind2=' '>{parts}</datafield>")
    }

    #[test]
    fn a_resolution_has_its_facts() {
        let read = record(
            &[
                field("191", " ", &[("a", "A/RES/78/213"), ("c", "78")]),
                field(
                    "245",
                    "1",
                    &[
                        ("a", "Rights &amp; technologies : limits ; uses :"),
                        ("b", "resolution /"),
                    ],
                ),
                field("269", " ", &[("a", "2023-12-22")]),
                field("992", " ", &[("a", "2023-12-19")]),
                field("520", " ", &[("a", "What it says.")]),
                field("981", " ", &[("a", "General Assembly")]),
                field("991", "1", &[("a", "A/78/251"), ("b", "71b[20]")]),
                field("993", "2", &[("a", "A/C.3/78/L.49/Rev.1")]),
                field("993", "3", &[("a", "A/78/481/Add.2")]),
                field("967", " ", &[("d", "Y"), ("e", "Chad")]),
                field("967", " ", &[("d", "A"), ("e", "Mali")]),
            ]
            .concat(),
        );
        assert_eq!(read.facts.referents[0].to_string(), "A/RES/78/213");
        assert_eq!(&*read.facts.title, "Rights & technologies: limits; uses");
        assert_eq!(read.facts.kind, SourceKind::Resolution);
        assert_eq!(read.facts.date.unwrap().to_string(), "2023-12-19");
        assert_eq!(read.facts.summary.as_deref(), Some("What it says."));
        let about = read.particulars;
        assert_eq!(about.agenda_item.as_deref(), Some("71 (b)"));
        assert_eq!(about.on_report[0].canonical(), "A/78/481/Add.2");
        assert_eq!(about.related[0].canonical(), "A/C.3/78/L.49/Rev.1");
        assert_eq!(about.vote.as_deref(), Some("1-0-1"));
        assert!(read.passages.is_empty());
    }

    #[test]
    fn what_is_whole_in_a_file_that_is_cut_off_is_kept() {
        let one = format!("<record>{}</record>", field("191", " ", &[("a", "A/78/1")]));
        let file = format!("<collection>{one}{one}<record><datafield tag='191'");
        let read = read(file.as_bytes(), Path::new("a.xml")).unwrap();
        assert_eq!(read.documents.len(), 2);
        assert!(read.left_out.is_some());
    }

    #[test]
    fn entities_and_depth_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbb'>]><collection><record></record></collection>";
        assert!(matches!(
            read(bomb.as_bytes(), Path::new("a")),
            Err(ImportError::BeyondLimit(_))
        ));
        let deep = "<a>".repeat(10_000);
        assert!(matches!(
            read(deep.as_bytes(), Path::new("a")),
            Err(ImportError::BeyondLimit(_))
        ));
    }
}
