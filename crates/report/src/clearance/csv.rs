//! The references as a table for a spreadsheet.

use super::Clearance;

/// A row for each reference, with a head.
pub(super) fn write(clearance: &Clearance) -> String {
    let head = [
        "place",
        "words",
        "document",
        "standing",
        "title",
        "date",
        "paragraph",
        "paragraph words",
        "notes",
        "link",
    ];
    let mut out = line(head.map(str::to_owned).as_slice());
    for row in &clearance.references {
        out.push_str(&line(&[
            row.place.clone(),
            row.words.clone(),
            row.document.clone(),
            row.standing.word().to_owned(),
            row.title.clone(),
            row.date.clone(),
            row.paragraph.clone(),
            row.paragraph_words.clone(),
            row.notes.join(" "),
            row.link.clone().unwrap_or_default(),
        ]));
    }
    out
}

/// One line as RFC 4180 has it.
fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// A cell; what a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let mark = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if mark.is_empty() && !cell.contains([',', '"', '\n', '\r']) {
        return cell.to_owned();
    }
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}
