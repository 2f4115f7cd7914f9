//! Word documents (DOCX): a folder of XML files in a zip archive.
//!
//! What a United Nations document needs is in them for certain: the masthead in the head of the first
//! page, styles that say what is a heading, numbers (typed, or counted by Word), footnotes, and what
//! tracked changes have taken out.

mod body;
mod marks;
mod numbering;
mod package;
mod styles;

use std::path::Path;

use sources::Document;

use super::extracted::Extracted;
use super::{ImportError, xml};
use body::Writer;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// How the files of Word before 2007, and of encrypted documents, begin.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads a document.
pub(super) fn read(bytes: &[u8], path: &Path) -> Result<Vec<Document>, ImportError> {
    let extracted = extract(bytes)?;
    Ok(vec![extracted.document(path)?])
}

/// The text of a document.
pub(super) fn extract(bytes: &[u8]) -> Result<Extracted, ImportError> {
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(of_compound_file(bytes));
    }
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let body_text = package.text(&main)?.ok_or_else(|| {
        ImportError::Damaged("it has no text where a Word document has it".into())
    })?;
    let relations = package.relations(&main)?;
    let mut part = |kind| {
        let usual = || format!("word/{kind}.xml");
        let name = relations.of_kind(kind).map_or_else(usual, str::to_owned);
        Ok::<_, ImportError>(package.text(&name)?.unwrap_or_default())
    };
    let styles = part("styles")?;
    let numbers = part("numbering")?;
    let notes = part("footnotes")?;
    let ends = part("endnotes")?;
    let properties = package.text("docProps/app.xml")?.unwrap_or_default();

    let body = xml::parse(&body_text)?;
    let styles = Styles::read(&styles)?;
    let numbering = Numbering::read(&numbers)?;
    let mut writer = Writer::new(&styles, numbering);
    for text in [&notes, &ends] {
        if !text.is_empty() {
            writer.notes(xml::parse(text)?.root_element());
        }
    }
    if let Some(name) = relations.first_head(&body)
        && let Some(head) = package.text(name)?
    {
        writer.head(xml::parse(&head)?.root_element());
    }
    writer.body(body.root_element());
    let extracted = writer.finish();
    if shows_pages(&body, &properties) {
        return Ok(extracted);
    }
    Ok(extracted.without_pages())
}

/// Whether the breaks that Word noted when it last laid the document out are all there. Other programs
/// keep a few of them, and a wrong page is worse than none.
fn shows_pages(body: &roxmltree::Document<'_>, properties: &str) -> bool {
    let stated = properties
        .split_once("<Pages>")
        .and_then(|(_, rest)| rest.split_once('<'))
        .and_then(|(pages, _)| pages.parse::<usize>().ok());
    let breaks = body
        .descendants()
        .filter(|node| xml::name(*node) == "lastRenderedPageBreak")
        .count();
    stated == Some(breaks + 1)
}

/// A compound file is a document with a password, or one of an older Word.
fn of_compound_file(bytes: &[u8]) -> ImportError {
    let wide = |name: &str| -> Vec<u8> { name.bytes().flat_map(|byte| [byte, 0]).collect() };
    let holds = |name: &str| {
        let wanted = wide(name);
        bytes.windows(wanted.len()).any(|window| window == wanted)
    };
    if holds("EncryptedPackage") {
        return ImportError::Encrypted;
    }
    ImportError::OldWord
}
