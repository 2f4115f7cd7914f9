//! Findings that a group has accepted in a file beside its drafts, each with its reason.
//!
//! An entry knows a finding by its rule, the words it stands at and the document that these are about, never by a
//! line number, so that it survives edits elsewhere; as many findings as there are entries are accepted. One line
//! for each entry, so that two people's changes merge.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use resolve::Resolved;

use crate::Finding;

/// The version of the format that is written. Version 1 is read too: its entries do not say whose the paragraph is
/// that they stand at.
const VERSION: u32 = 2;
/// What the first line of the file says before its version.
const TITLE: &str = "# Findings that penholder leaves out, version ";
/// The line above the entries.
const HEADER: &str = "draft\tcode\twords\tbecause";
/// Words of a longer finding are cut after so many characters.
const LONGEST: usize = 160;

/// An accepted finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Accepted {
    /// The draft's path as the file writes it, with `/` between folders.
    pub draft: String,
    /// The rule's code.
    pub code: String,
    /// The words the finding stands at, on one line and in small letters; at a part of a reference with the
    /// document behind them: "paragraph 20 [67/172]".
    pub words: String,
    /// Why it is accepted; empty where nobody has said so yet.
    pub because: String,
}

impl Accepted {
    /// Reads a line; `None` where it has other columns.
    fn read(line: &str) -> Option<Self> {
        let columns: Vec<&str> = line.split('\t').collect();
        let (draft, code, words, because) = match columns.as_slice() {
            _ if line == HEADER => return None,
            [draft, code, words] => (draft, code, words, ""),
            [draft, code, words, because] => (draft, code, words, *because),
            _ => return None,
        };
        Some(Self {
            draft: (*draft).to_owned(),
            code: (*code).to_owned(),
            words: (*words).to_owned(),
            because: because.to_owned(),
        })
    }
}

/// Why a text is no file of accepted findings that can be used, in words for the drafter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineError {
    /// It is of a newer version than this penholder reads.
    Newer(u32),
    /// The line with this number, from 1, is no entry.
    Line(usize),
}

impl fmt::Display for BaselineError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(
                out,
                "this list of accepted findings is of version {version}, and this penholder reads version \
                 {VERSION}; update penholder"
            ),
            Self::Line(line) => write!(
                out,
                "line {line} of this list of accepted findings is no entry; mend or delete it (--write-baseline \
                 writes the list anew and leaves out what is no entry)"
            ),
        }
    }
}

/// A file of accepted findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: Vec<Accepted>,
    /// What somebody has written above or between the entries, with its `#`.
    remarks: Vec<String>,
}

impl Baseline {
    /// A file with these entries.
    pub fn new(mut entries: Vec<Accepted>) -> Self {
        entries.sort();
        Self {
            entries,
            remarks: Vec::new(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it is of a newer version, or a line is no entry: half a list would accept what nobody has.
    pub fn read(text: &str) -> Result<Self, BaselineError> {
        let (baseline, others) = Self::readable(text)?;
        match others.first() {
            Some(line) => Err(BaselineError::Line(*line)),
            None => Ok(baseline),
        }
    }

    /// What can be read of a file, and the numbers of the lines that are no entries, from 1: markers that a merge has
    /// left, a line cut off.
    ///
    /// # Errors
    /// Where it is of a newer version, which may say more of a finding than would be kept.
    pub fn readable(text: &str) -> Result<(Self, Vec<usize>), BaselineError> {
        let mut baseline = Self::default();
        let mut others = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(version) = line.strip_prefix(TITLE) {
                match version.trim().parse() {
                    Ok(version) if version > VERSION => {
                        return Err(BaselineError::Newer(version));
                    }
                    Ok(_) => {}
                    Err(_) => others.push(number),
                }
            } else if line.starts_with('#') {
                baseline.remarks.push(line.to_owned());
            } else if let Some(entry) = Accepted::read(line) {
                baseline.entries.push(entry);
            } else if !line.trim().is_empty() && line != HEADER {
                others.push(number);
            }
        }
        Ok((baseline, others))
    }

    /// Whether a text is such a file, of any version and however damaged: what is not is never written over.
    pub fn is_meant(text: &str) -> bool {
        text.trim().is_empty() || text.lines().any(|line| line.starts_with(TITLE))
    }

    /// The text of the file: remarks, then the entries in order of draft, code and words.
    pub fn text(&self) -> String {
        let mut text = format!("{TITLE}{VERSION}\n");
        for line in self.remarks.iter().map(String::as_str).chain([HEADER]) {
            text.extend([line, "\n"]);
        }
        let mut entries: Vec<&Accepted> = self.entries.iter().collect();
        entries.sort();
        for entry in entries {
            let Accepted {
                draft,
                code,
                words,
                because,
            } = entry;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{draft}\t{code}\t{words}\t{because}");
        }
        text
    }

    /// The same with other paths of drafts.
    #[must_use]
    pub fn with_drafts(mut self, path: impl Fn(&str) -> String) -> Self {
        for entry in &mut self.entries {
            entry.draft = path(&entry.draft);
        }
        self
    }

    /// The same without what it says of drafts that are gone.
    #[must_use]
    pub fn without_drafts(mut self, is_gone: impl Fn(&str) -> bool) -> Self {
        self.entries.retain(|entry| !is_gone(&entry.draft));
        self
    }

    /// The entries.
    pub fn entries(&self) -> &[Accepted] {
        &self.entries
    }

    /// Takes the accepted findings of a draft out of `found`, one for each entry; what is left over of the
    /// entries has become without effect. `path` is the draft's path as the file writes it.
    pub fn take_out(
        &self,
        path: &str,
        resolved: &Resolved,
        found: &mut Vec<Finding>,
    ) -> Vec<&Accepted> {
        let mut open: BTreeMap<&str, BTreeMap<&str, Vec<&Accepted>>> = BTreeMap::new();
        for entry in self.entries.iter().filter(|entry| entry.draft == path) {
            let of_rule = open.entry(&entry.code).or_default();
            of_rule.entry(&entry.words).or_default().push(entry);
        }
        found.retain(|finding| {
            let accepted = open.get_mut(finding.code).and_then(|of_rule| {
                let words = words_of(resolved, finding);
                let mut entry = |words: &str| of_rule.get_mut(words)?.pop();
                entry(&words).or_else(|| entry(&with_document(words, resolved, finding)))
            });
            accepted.is_none()
        });
        let left = open.into_values().flat_map(BTreeMap::into_values);
        left.flatten().collect()
    }

    /// A file that accepts `found` in the draft at `path` and keeps what it says of other drafts, and the
    /// reasons it has for findings that are still there.
    #[must_use]
    pub fn renewed(&self, path: &str, resolved: &Resolved, found: &[Finding]) -> Self {
        let mut reasons: Vec<&Accepted> = self
            .entries
            .iter()
            .filter(|entry| entry.draft == path)
            .collect();
        let of_draft = found.iter().map(|finding| {
            let words = words_of(resolved, finding);
            let whole = with_document(words.clone(), resolved, finding);
            let known = reasons.iter().position(|entry| {
                entry.code == finding.code && (entry.words == whole || entry.words == words)
            });
            Accepted {
                draft: path.to_owned(),
                code: finding.code.to_owned(),
                because: known
                    .map(|place| reasons.remove(place).because.clone())
                    .unwrap_or_default(),
                words: whole,
            }
        });
        let of_draft: Vec<Accepted> = of_draft.collect();
        let others = self.entries.iter().filter(|entry| entry.draft != path);
        Self {
            remarks: self.remarks.clone(),
            ..Self::new(others.cloned().chain(of_draft).collect())
        }
    }
}

/// The words a finding stands at.
fn words_of(resolved: &Resolved, finding: &Finding) -> String {
    on_one_line(&resolved.draft.slice(finding.range.clone()))
}

/// The words a finding stands at, with what names the document behind them, where they are a part of a reference that
/// does not hold it.
fn with_document(mut words: String, resolved: &Resolved, finding: &Finding) -> String {
    let Finding { range, .. } = finding;
    let near = resolved.references_near(range.clone());
    let document = near.iter().find(|reference| {
        let place = reference.pinpoint.as_ref().map(|place| &place.span);
        place.is_some_and(|place| place.start <= range.start && range.end <= place.end)
    });
    if let Some(document) = document {
        let document = on_one_line(&resolved.draft.slice(document.token.clone()));
        words.extend([" [", &document, "]"]);
    }
    words
}

/// A text as it is compared: on one line, in small letters, without typographic difference of quotation marks and
/// dashes.
fn on_one_line(text: &str) -> String {
    let mut words = String::with_capacity(text.len().min(LONGEST));
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase).map(plain));
    }
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => words[..end].to_owned(),
        None => words,
    }
}

fn plain(character: char) -> char {
    match character {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests;
