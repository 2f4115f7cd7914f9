//! The archive that a Word document is, unpacked within limits.

use std::io::{Cursor, Read};

use roxmltree::Document;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::{ImportError, xml};

/// The largest part that is unpacked, in bytes.
const LARGEST_PART: u64 = 96 * 1024 * 1024;

/// The most parts that an archive may list; documents have a few dozen.
const MOST_PARTS: usize = 20_000;

/// An open archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(ImportError::BeyondLimit(format!(
                "it is packed from more than {MOST_PARTS} files"
            )));
        }
        Ok(Self { archive })
    }

    /// The name of the part with the text, as the package says.
    pub(super) fn main_part(&mut self) -> Result<String, ImportError> {
        const USUAL: &str = "word/document.xml";
        let Some(relations) = self.text("_rels/.rels")? else {
            return Ok(USUAL.to_owned());
        };
        let relations = xml::parse(&relations)?;
        let target = relations.root_element().children().find_map(|relation| {
            xml::attribute(relation, "Type")
                .filter(|kind| kind.ends_with("/officeDocument"))
                .and_then(|_| xml::attribute(relation, "Target"))
        });
        Ok(target
            .map_or(USUAL, |target| target.trim_start_matches('/'))
            .to_owned())
    }

    /// The text of a part; `None` where there is none of that name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let mut bytes = Vec::new();
        part.take(LARGEST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| ImportError::Damaged(error.to_string()))?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(ImportError::BeyondLimit(
                "a part of it unpacks to more than 96 MB".into(),
            ));
        }
        String::from_utf8(bytes)
            .map(|text| Some(text.trim_start_matches('\u{feff}').to_owned()))
            .map_err(|_| ImportError::Damaged(format!("{name} is not text")))
    }

    /// What the part `main` says of the parts that belong to it.
    pub(super) fn relations(&mut self, main: &str) -> Result<Relations, ImportError> {
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        let Some(text) = self.text(&format!("{folder}/_rels/{file}.rels"))? else {
            return Ok(Relations::default());
        };
        let relations = xml::parse(&text)?;
        let of = |relation| {
            let attribute = |name| Some(xml::attribute(relation, name)?.to_owned());
            let target = attribute("Target")?;
            Some(Relation {
                id: attribute("Id")?,
                kind: attribute("Type")?,
                // A name that begins with a stroke counts from the top of the package.
                part: match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}/{target}"),
                },
            })
        };
        let relations = relations.root_element().children();
        Ok(Relations(relations.filter_map(of).collect()))
    }
}

/// The parts that belong to a part.
#[derive(Default)]
pub(super) struct Relations(Vec<Relation>);

struct Relation {
    id: String,
    kind: String,
    part: String,
}

impl Relations {
    /// The name of the part of a kind: "styles", "footnotes".
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        let is_meant = |relation: &&Relation| relation.kind.rsplit('/').next() == Some(kind);
        Some(&self.0.iter().find(is_meant)?.part)
    }

    /// The name of the head of the first page, in which the masthead stands.
    pub(super) fn first_head(&self, body: &Document<'_>) -> Option<&str> {
        let references: Vec<_> = body
            .descendants()
            .filter(|node| xml::name(*node) == "headerReference")
            .collect();
        let first = references
            .iter()
            .find(|head| xml::attribute(**head, "type") == Some("first"))
            .or_else(|| references.first())?;
        let id = xml::attribute(*first, "id")?;
        let head = self.0.iter().find(|relation| relation.id == id)?;
        Some(&head.part)
    }
}

fn damaged(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportError::Encrypted,
        _ => ImportError::Damaged("it is cut off or no Word file at all".into()),
    }
}
