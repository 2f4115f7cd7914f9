//! One JSON array of findings. Keys are only ever added; offsets are bytes in the file as stored.

use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Safety, Severity};
use serde::Serialize;

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Elements, Printer, evidence};
use crate::out::from_here;

/// An array that is written element by element.
#[derive(Default)]
pub(super) struct Array {
    elements: Elements,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Element<'a> {
    /// As it was named, or found under a folder that was named; relative to the folder in which the command runs where it
    /// lies in that.
    path: String,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// From 1; the line on which the finding ends.
    end_line: usize,
    /// From 1, in characters; the first one behind the finding.
    end_column: usize,
    /// In bytes of the file as stored; of a Word file, in bytes of the text taken out of it.
    start: usize,
    /// In the same bytes; the first one behind the finding.
    end: usize,
    /// Permanent code of the rule: C005.
    code: &'a str,
    /// Name of the rule: paragraph-does-not-exist.
    rule: &'a str,
    severity: SeverityWord,
    /// One sentence for the drafter.
    message: &'a str,
    /// Its evidence.
    related: Vec<RelatedElement<'a>>,
    /// What could be done about it, the best first.
    fixes: Vec<FixElement<'a>>,
    /// Where it is in a Word file, in words; null for a text.
    place: Option<String>,
}

/// How grave a finding is: errors and warnings make the exit code 1.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum SeverityWord {
    Error,
    Warning,
    Info,
    Hint,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RelatedElement<'a> {
    /// What is there.
    message: &'a str,
    /// The source, relative as the path of the draft is; null for the draft itself.
    path: Option<String>,
    /// In bytes of that file; null in a source that is no text in UTF-8, such as a Word file.
    start: Option<usize>,
    /// In bytes of that file; null where `start` is.
    end: Option<usize>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FixElement<'a> {
    /// What it does.
    title: &'a str,
    safety: SafetyWord,
    /// All of them together, in order, none over another.
    edits: Vec<EditElement<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EditElement<'a> {
    /// In bytes of the draft, as `start` of the finding.
    start: usize,
    /// In the same bytes.
    end: usize,
    /// What takes their place.
    text: &'a str,
}

/// Whether a fix needs a look: `--fix` applies the safe ones.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum SafetyWord {
    Safe,
    Suggested,
}

impl Printer for Array {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for finding in found {
            Elements::push(&mut out, &element(input, finding));
        }
        Some(out)
    }

    fn draft(&mut self, out: &mut dyn Write, _: &Input, shown: &Shown) -> io::Result<()> {
        self.elements.write(out, &shown.written)
    }

    fn close(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.elements.close(out)
    }
}

fn element<'a>(input: &Input, finding: &'a Finding) -> Element<'a> {
    let stored = &input.stored;
    let (line, column) = stored.place(finding.range.start);
    let (end_line, end_column) = stored.place(finding.range.end);
    let related = finding.related.iter().map(|related| {
        let bytes = evidence::bytes_of(input, related);
        RelatedElement {
            message: &related.message,
            path: (related.path.as_deref()).map(|path| from_here(path).display().to_string()),
            start: bytes.as_ref().map(|bytes| bytes.start),
            end: bytes.map(|bytes| bytes.end),
        }
    });
    let fixes = finding.fixes.iter().map(|fix| FixElement {
        title: &fix.title,
        safety: match fix.safety {
            Safety::Safe => SafetyWord::Safe,
            Safety::Suggested => SafetyWord::Suggested,
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| EditElement {
                start: stored.offset(edit.range.start),
                end: stored.offset(edit.range.end),
                text: &edit.text,
            })
            .collect(),
    });
    Element {
        path: input.path.display().to_string(),
        line,
        column,
        end_line,
        end_column,
        start: stored.offset(finding.range.start),
        end: stored.offset(finding.range.end),
        code: finding.code,
        rule: finding.rule,
        severity: match finding.severity {
            Severity::Error => SeverityWord::Error,
            Severity::Warning => SeverityWord::Warning,
            Severity::Information => SeverityWord::Info,
            Severity::Hint => SeverityWord::Hint,
        },
        message: &finding.message,
        related: related.collect(),
        fixes: fixes.collect(),
        place: input.place_in_words(finding.range.start),
    }
}

#[cfg(test)]
mod tests {
    use super::Element;
    use std::path::Path;

    #[test]
    fn the_schema_is_current() {
        let mut schema = schemars::schema_for!(Vec<Element<'_>>);
        schema.insert(
            "title".to_owned(),
            "What penholder check --format json prints".into(),
        );
        let schema = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/findings.schema.json");
        if std::env::var_os("PENHOLDER_WRITE_DOCS").is_some() {
            assert!(std::fs::write(&kept, &schema).is_ok());
        }
        let written = std::fs::read_to_string(kept).unwrap_or_default();
        assert_eq!(written, schema, "run the test with PENHOLDER_WRITE_DOCS=1");
    }
}
