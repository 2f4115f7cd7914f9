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
                 {VERSION}; update penholder, or write the list anew with --write-baseline"
            ),
            Self::Line(line) => write!(
                out,
                "line {line} of this list of accepted findings is no entry; mend it, or write the list anew \
                 with --write-baseline"
            ),
        }
    }
}

/// A file of accepted findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: Vec<Accepted>,
}

impl Baseline {
    /// A file with these entries.
    pub fn new(mut entries: Vec<Accepted>) -> Self {
        entries.sort();
        Self { entries }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it is of a newer version, or a line is no entry: half a list would accept what nobody has.
    pub fn read(text: &str) -> Result<Self, BaselineError> {
        let mut entries = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let version = line
                .strip_prefix(TITLE)
                .map(|version| version.trim().parse());
            match version {
                Some(Ok(version)) if version > VERSION => {
                    return Err(BaselineError::Newer(version));
                }
                Some(Err(_)) => return Err(BaselineError::Line(number)),
                _ => {}
            }
            if line.trim().is_empty() || line.starts_with('#') || line == HEADER {
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [draft, code, words, rest @ ..] = columns.as_slice() else {
                return Err(BaselineError::Line(number));
            };
            if rest.len() > 1 {
                return Err(BaselineError::Line(number));
            }
            entries.push(Accepted {
                draft: (*draft).to_owned(),
                code: (*code).to_owned(),
                words: (*words).to_owned(),
                because: rest.first().copied().unwrap_or("").to_owned(),
            });
        }
        Ok(Self { entries })
    }

    /// Whether a text is such a file, of any version and however damaged: what is not is never written over.
    pub fn is_meant(text: &str) -> bool {
        text.trim().is_empty() || text.starts_with(TITLE)
    }

    /// The text of the file, entries in order of draft, code and words.
    pub fn text(&self) -> String {
        let mut text = format!("{TITLE}{VERSION}\n{HEADER}\n");
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
        Self::new(others.cloned().chain(of_draft).collect())
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
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::Catalogue;

    use super::*;
    use crate::Severity;

    fn finding(text: &str, code: &'static str, words: &str) -> Finding {
        let start = text.find(words).unwrap();
        Finding {
            code,
            rule: "rule",
            severity: Severity::Warning,
            range: start..start + words.len(),
            message: String::new(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    fn resolved(text: &str) -> Resolved {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        resolve::resolve(&draft, &Catalogue, Date::new(2025, 1, 1).unwrap())
    }

    #[test]
    fn an_accepted_finding_survives_edits_elsewhere() {
        let before = "The “GMG” met.";
        let found = [finding(before, "A001", "“GMG”")];
        let baseline = Baseline::default().renewed("a.md", &resolved(before), &found);
        let after = "# Heading\n\nA new line.\n\nThe \"GMG\" met.";
        let mut found = vec![
            finding(after, "A001", "\"GMG\""),
            finding(after, "C001", "\"GMG\""),
        ];
        assert!(
            baseline
                .take_out("a.md", &resolved(after), &mut found)
                .is_empty()
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, "C001");
    }

    #[test]
    fn each_entry_accepts_one_finding_and_what_is_left_is_told() {
        let text = "GMG and GMG";
        let draft = resolved(text);
        let one = finding(text, "A001", "GMG");
        let baseline = Baseline::default().renewed("a.md", &draft, std::slice::from_ref(&one));
        let mut twice = vec![one.clone(), one];
        assert!(baseline.take_out("a.md", &draft, &mut twice).is_empty());
        assert_eq!(twice.len(), 1);
        assert_eq!(baseline.take_out("a.md", &draft, &mut Vec::new()).len(), 1);
        assert!(
            baseline
                .take_out("b.md", &draft, &mut Vec::new())
                .is_empty()
        );
    }

    #[test]
    fn an_accepted_paragraph_of_one_document_is_not_accepted_of_another() {
        let before = "As in paragraph 20 of its resolution 67/172.";
        let accepted = [finding(before, "C005", "paragraph 20")];
        let baseline = Baseline::default().renewed("a.md", &resolved(before), &accepted);
        assert_eq!(baseline.entries()[0].words, "paragraph 20 [67/172]");
        let other = "As in paragraph 20 of its resolution 70/147.";
        let mut found = vec![finding(other, "C005", "paragraph 20")];
        assert_eq!(
            baseline
                .take_out("a.md", &resolved(other), &mut found)
                .len(),
            1
        );
        assert_eq!(found.len(), 1);
        let mut found = accepted.to_vec();
        assert!(
            baseline
                .take_out("a.md", &resolved(before), &mut found)
                .is_empty()
        );
        assert!(found.is_empty());
    }

    /// Its entries do not say whose the paragraph is.
    #[test]
    fn a_list_of_the_first_version_still_accepts_and_is_renewed_with_its_reasons() {
        let text = "As in paragraph 20 of its resolution 67/172.";
        let old =
            "# Findings that penholder leaves out, version 1\na.md\tC005\tparagraph 20\tagreed\n";
        let baseline = Baseline::read(old).unwrap();
        let found = [finding(text, "C005", "paragraph 20")];
        let mut open = found.to_vec();
        baseline.take_out("a.md", &resolved(text), &mut open);
        assert!(open.is_empty());
        let renewed = baseline.renewed("a.md", &resolved(text), &found);
        assert_eq!(
            renewed.text(),
            format!("{TITLE}{VERSION}\n{HEADER}\na.md\tC005\tparagraph 20 [67/172]\tagreed\n")
        );
    }

    #[test]
    fn the_file_keeps_reasons_and_other_drafts() {
        let text = format!(
            "{TITLE}{VERSION}\n{HEADER}\na.md\tA001\tgmg\tknown to all\nb.md\tC003\t67/999\tsoon out\n"
        );
        let baseline = Baseline::read(&text).unwrap();
        assert_eq!(baseline.text(), text);
        let draft_text = "GMG and 67/1000";
        let found = [
            finding(draft_text, "A001", "GMG"),
            finding(draft_text, "C003", "67/1000"),
        ];
        let renewed = baseline.renewed("a.md", &resolved(draft_text), &found);
        assert_eq!(
            renewed.text(),
            format!(
                "{TITLE}{VERSION}\n{HEADER}\na.md\tA001\tgmg\tknown to all\na.md\tC003\t67/1000\t\nb.md\tC003\t67/999\tsoon out\n"
            )
        );
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_used_by_half() {
        assert_eq!(
            Baseline::read("a\tb\tc\nx\ty\n"),
            Err(BaselineError::Line(2))
        );
        assert_eq!(
            Baseline::read("a\tb\tc\td\te\n"),
            Err(BaselineError::Line(1))
        );
        let newer = format!("{TITLE}9\n{HEADER}\n");
        assert_eq!(Baseline::read(&newer), Err(BaselineError::Newer(9)));
        assert!(Baseline::read("# a remark\n\na\tb\tc\n").is_ok());
    }
}
