//! Makers of PDF and Word files, and the child that reads them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::Duration;

use corpus::import::{Child, Format, ImportError, Imported, Limits};
use sources::{Document, PassageKind};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The child: the program itself, with its hidden command.
pub(crate) fn child() -> Child {
    let program = env!("CARGO_BIN_EXE_penholder").into();
    Child::new(program, &["corpus", "read-file"])
}

/// What a file of that name and these bytes gives, in a child with little memory.
pub(crate) fn import(bytes: Vec<u8>, name: &str) -> Result<Imported, ImportError> {
    let limits = Limits {
        time: Duration::from_mins(1),
        memory: 384 * 1024 * 1024,
    };
    import_within(bytes, name, limits)
}

pub(crate) fn import_within(
    bytes: Vec<u8>,
    name: &str,
    limits: Limits,
) -> Result<Imported, ImportError> {
    let path = Path::new(name);
    let format = Format::of(&bytes, path).ok_or(ImportError::UnknownFormat)?;
    child().read(bytes, format, path, limits)
}

/// Kinds, labels and words of a document, one a line.
pub(crate) fn drawn(document: &Document) -> Vec<String> {
    document
        .passages
        .iter()
        .map(|one| {
            let kind = match one.kind {
                PassageKind::Heading => "heading",
                PassageKind::Preambular => "preambular",
                PassageKind::Numbered => "numbered",
                PassageKind::Plain => "plain",
                PassageKind::Footnote => "note",
            };
            let label = one.label.as_deref().unwrap_or_default();
            format!("{kind} {label}: {}", one.words)
        })
        .collect()
}

/// Words at a place: x, y from below, size, words.
pub(crate) type Placed<'a> = (f64, f64, f64, &'a str);

/// A PDF whose pages show `pages`, set in Helvetica.
pub(crate) fn pdf(pages: &[Vec<Placed<'_>>]) -> Vec<u8> {
    let streams: Vec<String> = pages
        .iter()
        .map(|placed| {
            let mut content = String::new();
            for (x, y, size, words) in placed {
                let words = words
                    .replace('\\', "\\\\")
                    .replace('(', "\\(")
                    .replace(')', "\\)");
                writeln!(content, "BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET").unwrap();
            }
            content
        })
        .collect();
    pdf_of(&streams, "")
}

/// A PDF with these streams of content, and more in its trailer.
pub(crate) fn pdf_of(streams: &[String], trailer: &str) -> Vec<u8> {
    let mut objects: Vec<String> = Vec::new();
    let kids: Vec<String> = (0..streams.len())
        .map(|at| format!("{} 0 R", 4 + at * 2))
        .collect();
    objects.push("<< /Type /Catalog /Pages 2 0 R >>".into());
    objects.push(format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        streams.len()
    ));
    objects.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
    );
    for (at, content) in streams.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + at * 2
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    assemble(&objects, trailer)
}

/// A PDF file of objects, the first of which is the catalogue.
pub(crate) fn assemble(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )
    .unwrap();
    file.into_bytes()
}

/// A zip archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word document with this body, and the styles, lists and notes of a small template.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    let document = format!(
        "<w:document {W}><w:body>{body}<w:sectPr><w:headerReference w:type='first' r:id='rId1'/></w:sectPr></w:body></w:document>"
    );
    let head = format!(
        "<w:hdr {W}><w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}{}</w:tc></w:tr></w:tbl></w:hdr>",
        p("", "United Nations"),
        p("", "A/80/590"),
        p("", "Distr.: General"),
        p("", "8 December 2025"),
    );
    // A part may be called anything, and counts from the top of the package or from the text.
    let relations = "<Relationships><Relationship Id='rId1' Type='header' Target='/word/header1.xml'/>\
                     <Relationship Id='rId2' Type='http://example/relationships/styles' Target='forms.xml'/></Relationships>";
    let styles = format!(
        "<w:styles {W}>{}{}{}</w:styles>",
        style("Title1", "_ Title_H_Ch", ""),
        style("Head1", "_ H_1", ""),
        style(
            "Listed",
            "List Number",
            "<w:numPr><w:numId w:val='1'/></w:numPr>"
        ),
    );
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
    );
    let notes = format!(
        "<w:footnotes {W}><w:footnote w:type='separator' w:id='-1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote></w:footnotes>",
        p("", "____"),
        p("", "Resolution 60/1."),
    );
    zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/header1.xml", head.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/forms.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ])
}

/// A paragraph of a Word document in a style; `words` may hold runs of its own.
pub(crate) fn p(style: &str, words: &str) -> String {
    let style = match style {
        "" => String::new(),
        id => format!("<w:pPr><w:pStyle w:val='{id}'/></w:pPr>"),
    };
    let runs = if words.contains('<') {
        words.to_owned()
    } else {
        format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>")
    };
    format!("<w:p>{style}{runs}</w:p>")
}

fn style(id: &str, name: &str, properties: &str) -> String {
    format!(
        "<w:style w:styleId='{id}'><w:name w:val='{name}'/><w:pPr>{properties}</w:pPr></w:style>"
    )
}
