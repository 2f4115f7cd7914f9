//! PDF and Word files, and PDF against what `pdftotext` takes out of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::import::{Format, read};
use sources::{Document, PassageKind};

use super::Share;

/// How a file of one format compares.
#[derive(Debug, Default)]
pub struct Compared {
    /// Numbered paragraphs with the same number and the same letters in the same order.
    pub letters: Share,
    /// Those with the same spaces as well.
    pub words: Share,
    /// What differs, as the other program has it.
    pub differences: Vec<String>,
}

/// The PDF and Word files of the data folder.
pub fn documents(data: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(data.join("docs"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "pdf" || ending == "docx")
        })
        .collect();
    paths.sort();
    paths
}

/// A PDF against the text that `pdftotext -layout` takes out of it, read by the same reader of texts.
///
/// # Errors
/// When the program is not there, or the file can't be read.
pub fn compare_pdf(path: &Path) -> Result<Compared, String> {
    let other = Command::new("pdftotext")
        .arg("-layout")
        .arg(path)
        .arg("-")
        .output()
        .map_err(|error| format!("pdftotext: {error}"))?;
    let text = String::from_utf8_lossy(&other.stdout);
    let other = sources::read::whole(&text, path).ok_or("pdftotext gives no document")?;
    let mut compared = Compared::default();
    compare(
        &numbered(&imported(path)?),
        &numbered(&other),
        &mut compared,
    );
    Ok(compared)
}

/// Reads a PDF or Word file.
///
/// # Errors
/// When it can't be read.
pub fn imported(path: &Path) -> Result<Document, String> {
    let word = path.extension().is_some_and(|ending| ending == "docx");
    let format = if word { Format::Docx } else { Format::Pdf };
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut read = read(bytes, format, path).map_err(|error| error.to_string())?;
    Ok(read.documents.remove(0))
}

fn numbered(document: &Document) -> Vec<(String, String)> {
    document
        .passages
        .iter()
        .filter(|passage| passage.kind == PassageKind::Numbered)
        .map(|passage| {
            let label = passage.label.as_deref().unwrap_or_default();
            (label.to_owned(), passage.words.to_string())
        })
        .collect()
}

fn compare(own: &[(String, String)], other: &[(String, String)], compared: &mut Compared) {
    let bare = |words: &str| words.split_whitespace().collect::<String>();
    for (label, words) in other {
        let mine = own.iter().find(|(own, _)| own == label);
        let letters = mine.is_some_and(|(_, mine)| bare(mine) == bare(words));
        compared.letters.count(letters);
        compared
            .words
            .count(mine.is_some_and(|(_, mine)| mine == words));
        if !letters {
            compared.differences.push(label.clone());
        }
    }
    for (label, _) in own {
        if !other.iter().any(|(other, _)| other == label) {
            compared.letters.count(false);
            compared.words.count(false);
            compared.differences.push(format!("{label} is ours alone"));
        }
    }
}
