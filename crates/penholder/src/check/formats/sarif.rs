//! The Static Analysis Results Interchange Format, version 2.1.0, of OASIS.
//!
//! One run with the rules that found something, every finding as a result, its evidence as related locations and
//! its fixes as replacements in bytes of the file as stored. In a Word file a place is named in words alone, and
//! nothing is replaced.

use std::io::{self, Write};
use std::path::Path;

use report::Stored;
use rules::{Finding, Fix, Rule, Severity};
use serde_json::{Value, json};
use workspace::Location;

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Printer, evidence};
use crate::out::from_here;

/// The log so far.
#[derive(Default)]
pub(super) struct Log {
    results: Vec<Value>,
    /// The rules that found something, in the order in which they did.
    rules: Vec<&'static str>,
}

impl Printer for Log {
    fn draft(&mut self, _: &mut dyn Write, input: &Input, shown: &Shown) -> io::Result<()> {
        for finding in &shown.findings {
            let known = self.rules.iter().position(|code| *code == finding.code);
            let index = known.unwrap_or_else(|| {
                self.rules.push(finding.code);
                self.rules.len() - 1
            });
            self.results.push(result(input, finding, index));
        }
        Ok(())
    }

    fn close(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let notifications: Vec<Value> = summary
            .unchecked
            .iter()
            .map(|(path, message)| {
                json!({
                    "level": "error",
                    "message": { "text": message },
                    "locations": [{ "physicalLocation": { "artifactLocation": artifact(path) } }],
                })
            })
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "penholder",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": self.rules.iter().filter_map(|code| rules::rule(code)).map(descriptor).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": summary.unchecked.is_empty(),
                    "toolExecutionNotifications": notifications,
                }],
                "results": std::mem::take(&mut self.results),
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary() },
        "help": { "text": rule.page(), "markdown": rule.page() },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(input: &Input, finding: &Finding, rule: usize) -> Value {
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": artifact(&input.path),
        } }],
    });
    let location = &mut result["locations"][0];
    match input.place_in_words(finding.range.start) {
        Some(words) => location["message"] = json!({ "text": words }),
        None => location["physicalLocation"]["region"] = region(input, finding),
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, related)| {
            let path = related.path.as_deref().map_or(&*input.path, from_here);
            let is_words = related.path.is_none() && input.is_word();
            let place = evidence::bytes_of(input, related).filter(|_| !is_words);
            let mut location = json!({
                "id": id,
                "message": { "text": related.message },
                "physicalLocation": { "artifactLocation": artifact(path) },
            });
            if let Some(place) = place {
                location["physicalLocation"]["region"] = bytes(place.start, place.end);
            }
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.fixes.is_empty() && !input.is_word() {
        result["fixes"] = finding.fixes.iter().map(|one| fix(input, one)).collect();
    }
    result
}

fn region(input: &Input, finding: &Finding) -> Value {
    let stored = &input.stored;
    let (start, end) = (
        stored.offset(finding.range.start),
        stored.offset(finding.range.end),
    );
    let (line, column) = stored.place(finding.range.start);
    let (end_line, end_column) = stored.place(finding.range.end);
    let mut region = bytes(start, end);
    region["startLine"] = line.into();
    region["startColumn"] = column.into();
    region["endLine"] = end_line.into();
    region["endColumn"] = end_column.into();
    region
}

fn bytes(start: usize, end: usize) -> Value {
    json!({ "byteOffset": start, "byteLength": end.saturating_sub(start) })
}

fn fix(input: &Input, fix: &Fix) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            let start = input.stored.offset(edit.range.start);
            let end = input.stored.offset(edit.range.end);
            json!({
                "deletedRegion": bytes(start, end),
                "insertedContent": { "text": edit.text },
            })
        })
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": artifact(&input.path),
            "replacements": replacements,
        }],
    })
}

/// A file as an address, relative where its path is.
fn artifact(path: &Path) -> Value {
    let uri = if path.is_absolute() {
        Location::of_path(path).to_uri()
    } else {
        // The stroke of another system is no stroke of an address.
        Location::escaped(&path.to_string_lossy().replace('\\', "/"))
    };
    json!({ "uri": uri })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}
