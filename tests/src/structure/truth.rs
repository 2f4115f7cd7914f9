//! The numbered paragraphs of texts that were read by hand: labels, number of words and a hash of them,
//! never the words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sources::{Document, PassageKind};

use super::{Read, Share};

/// How the readers agree with the truth.
#[derive(Debug, Default)]
pub struct Agreement {
    /// Paragraphs whose label and words are right; those that were made up count as wrong.
    pub paragraphs: Share,
    /// What differs: text and label.
    pub differences: Vec<String>,
    /// Texts of the truth that are not at hand.
    pub absent: Vec<String>,
}

/// One paragraph of the truth.
type Row = (String, usize, String);

/// Compares the texts with the truth in the file at `path`.
///
/// # Errors
/// When the file can't be read.
pub fn agreement(path: &Path, texts: &[Read]) -> Result<Agreement, String> {
    let file = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut truth: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for line in file.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [text, label, words, hash] = cells.as_slice() else {
            return Err(format!("not four cells: {line}"));
        };
        let rows = truth.entry(text).or_default();
        // A text without numbered paragraphs has one row with nothing in it.
        if !label.is_empty() {
            rows.push((
                (*label).to_owned(),
                words.parse().unwrap_or(0),
                (*hash).to_owned(),
            ));
        }
    }
    let mut agreement = Agreement::default();
    for (name, rows) in truth {
        let Some((_, _, document)) = texts.iter().find(|(text, _, _)| text == name) else {
            agreement.absent.push(name.to_owned());
            continue;
        };
        let found = rows_of(document);
        for row in &rows {
            let right = found.contains(row);
            agreement.paragraphs.count(right);
            if !right {
                agreement.differences.push(format!("{name}: {}", row.0));
            }
        }
        for row in found.iter().filter(|row| !rows.contains(row)) {
            if !rows.iter().any(|(label, ..)| *label == row.0) {
                agreement.paragraphs.count(false);
                agreement
                    .differences
                    .push(format!("{name}: {} is made up", row.0));
            }
        }
    }
    Ok(agreement)
}

fn rows_of(document: &Document) -> Vec<Row> {
    document
        .passages
        .iter()
        .filter(|passage| passage.kind == PassageKind::Numbered)
        .map(|passage| {
            let label = passage.label.as_deref().unwrap_or_default().to_owned();
            let count = passage.words.split(' ').count();
            let hash = blake3::hash(passage.words.as_bytes()).to_hex()[..16].to_owned();
            (label, count, hash)
        })
        .collect()
}

/// The rows of texts as they are read now, to be checked by hand before they become the truth.
pub fn written(names: &[String], texts: &[Read]) -> String {
    let mut rows = String::new();
    for (name, _, document) in texts.iter().filter(|(name, _, _)| names.contains(name)) {
        let found = rows_of(document);
        if found.is_empty() {
            rows.push_str(name);
            rows.push_str("\t\t\t\n");
        }
        for (label, count, hash) in found {
            // Writing to a string can't fail.
            let _ = writeln!(rows, "{name}\t{label}\t{count}\t{hash}");
        }
    }
    rows
}
