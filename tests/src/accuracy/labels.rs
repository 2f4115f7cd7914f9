//! Labels made by hand, one JSON object on a line.
//!
//! A shared label file, and one whose text lies beside it, repeats the words. A held-out one keeps offsets alone:
//! its first line names the text and its BLAKE3 hash, so that labels are never laid over another text.

use std::path::Path;

use regex::Regex;
use serde_json::Value;

use super::Mention;

/// The ending of texts without markup.
const PLAIN: &str = "txt";

/// The endings of the drafts that lie beside their labels.
pub const ENDINGS: [&str; 2] = [PLAIN, "md"];

/// A text with its labels.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The name of the text without its ending: `A_RES_78_108`.
    pub name: String,
    /// The ending of its file, which says how it is marked up: `txt`, `md`.
    pub ending: &'static str,
    /// The text that was labelled.
    pub text: String,
    /// Its labels in text order.
    pub labels: Vec<Mention>,
}

/// The hash by which a held-out label file knows its text.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// The labelled texts of the data folder, by name; empty where it is absent.
///
/// # Errors
///
/// Says which file cannot be read, or which label does not fit its text.
pub fn shared(data: &Path) -> Result<Vec<Labelled>, String> {
    files(&data.join("labels"))?
        .into_iter()
        .map(|(name, lines)| {
            let text =
                text_of(data, &name)?.ok_or_else(|| format!("{name}: its text is missing"))?;
            let labels = mentions(&name, &text, lines.lines())?;
            Ok(Labelled {
                name,
                ending: PLAIN,
                text,
                labels,
            })
        })
        .collect()
}

/// The held-out texts in `folder` whose text lies beside the labels or in the data folder, by name, and the names
/// of those that had to be left out because it does not.
///
/// # Errors
///
/// Says which file cannot be read, whose text has changed, or which label does not fit its text.
pub fn held_out(folder: &Path, data: &Path) -> Result<(Vec<Labelled>, Vec<String>), String> {
    let mut labelled = Vec::new();
    let mut absent = Vec::new();
    for (name, lines) in files(folder)? {
        let beside = ENDINGS
            .map(|ending| (ending, folder.join(format!("{name}.{ending}"))))
            .into_iter()
            .find(|(_, path)| path.exists());
        if let Some((ending, path)) = beside {
            let text = contents(&path)?;
            let labels = mentions(&name, &text, lines.lines())?;
            labelled.push(Labelled {
                name,
                ending,
                text,
                labels,
            });
            continue;
        }
        let Some(text) = text_of(data, &name)? else {
            absent.push(name);
            continue;
        };
        let mut lines = lines.lines();
        let head: Value = serde_json::from_str(lines.next().unwrap_or_default())
            .map_err(|error| format!("{name}: {error}"))?;
        if head["blake3"].as_str() != Some(hash(&text).as_str()) {
            return Err(format!("{name}: the text is not the one that was labelled"));
        }
        let labels = mentions(&name, &text, lines)?;
        labelled.push(Labelled {
            name,
            ending: PLAIN,
            text,
            labels,
        });
    }
    Ok((labelled, absent))
}

/// Every `.jsonl` file of a folder with its name, sorted; none where the folder is absent.
fn files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_none_or(|ending| ending != "jsonl") {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        files.push((name.into_owned(), contents(&path)?));
    }
    files.sort();
    Ok(files)
}

/// The text called `name`: one of `texts`, or for `dec_5.xml` the words of a document of `akn`.
fn text_of(data: &Path, name: &str) -> Result<Option<String>, String> {
    let is_markup = Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "xml");
    let path = if is_markup {
        data.join("akn").join(name)
    } else {
        data.join("texts").join(format!("{name}.txt"))
    };
    if !path.exists() {
        return Ok(None);
    }
    let text = contents(&path)?;
    Ok(Some(if is_markup { words_of(&text) } else { text }))
}

fn contents(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The words of a document of Akoma Ntoso, a line for each paragraph, label, heading and title.
fn words_of(markup: &str) -> String {
    let replaced = [
        (r"</(?:p|num|heading|docTitle|docNumber)>", "\n"),
        (r"<[^>]+>", ""),
        (r"&lt;", "<"),
        (r"&gt;", ">"),
        (r"&quot;", "\""),
        (r"&apos;", "'"),
        (r"&amp;", "&"),
        (r"\s*\n\s*", "\n"),
    ];
    replaced
        .iter()
        .fold(markup.to_owned(), |text, (pattern, with)| {
            Regex::new(pattern).map_or_else(
                |_| text.clone(),
                |found| found.replace_all(&text, *with).into_owned(),
            )
        })
}

/// The labels on `lines`, whose offsets count code points of `text`.
fn mentions<'l>(
    name: &str,
    text: &str,
    lines: impl Iterator<Item = &'l str>,
) -> Result<Vec<Mention>, String> {
    let offsets: Vec<usize> = text
        .char_indices()
        .map(|(offset, _)| offset)
        .chain([text.len()])
        .collect();
    lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            mention(text, &offsets, line).map_err(|error| format!("{name}: {error}: {line}"))
        })
        .collect()
}

fn mention(text: &str, offsets: &[usize], line: &str) -> Result<Mention, String> {
    let label: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let at = |key: &str| {
        let point = label[key]
            .as_u64()
            .and_then(|point| usize::try_from(point).ok());
        point
            .and_then(|point| offsets.get(point).copied())
            .ok_or("a label outside its text")
    };
    let words = |key: &str| label[key].as_str().unwrap_or_default().to_owned();
    let (start, end) = (at("start")?, at("end")?);
    let token = text.get(start..end).ok_or("a label that runs backwards")?;
    if label["text"]
        .as_str()
        .is_some_and(|written| written != token)
    {
        return Err(format!("the text has “{token}” there"));
    }
    Ok(Mention {
        start,
        end,
        text: token.to_owned(),
        kind: match label["kind"].as_str() {
            Some("symbol") => "symbol",
            Some("number") => "number",
            Some("series") => "series",
            Some("instrument" | "other" | "named") => "named",
            _ => return Err("a label of no known kind".to_owned()),
        },
        canonical: words("canonical"),
        date: words("date"),
        pinpoint: words("pinpoint"),
    })
}
