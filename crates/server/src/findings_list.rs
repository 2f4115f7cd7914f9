//! The findings of a text as its client reads them, and how the next list is written from the last.
//!
//! A list keeps the bytes of each finding. After a change only what the change touched is written anew; what
//! stands before it is copied as it is, and behind it the line numbers are put right.

mod earlier;

use std::io::Write as _;
use std::ops::Range;
use std::sync::Arc;

use ropey::Rope;
use rules::Placed;
use tower_lsp::ls_types as lsp;

use crate::diagnostics::Evidence;
use crate::view::View;
use earlier::{Earlier, Fate};

/// Findings in the protocol's words: an array, and what closes the message that ends with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FindingsArray(Arc<Vec<u8>>);

/// What closes a message after its findings: its parameters and itself.
const CLOSING: &[u8] = b"]}}";

impl FindingsArray {
    /// The findings of `diagnostics`.
    pub(crate) fn of(diagnostics: &[lsp::Diagnostic]) -> Self {
        let mut written = Vec::new();
        for diagnostic in diagnostics {
            written.push(b',');
            // A diagnostic holds nothing that could not be written down.
            written.extend(serde_json::to_vec(diagnostic).unwrap_or_else(|_| b"{}".to_vec()));
        }
        Self::closed(written)
    }

    /// Takes findings each with a comma before it.
    fn closed(mut written: Vec<u8>) -> Self {
        match written.first_mut() {
            Some(first) => *first = b'[',
            None => written.push(b'['),
        }
        written.extend_from_slice(CLOSING);
        Self(Arc::new(written))
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// How a list differs from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Difference {
    /// It says the same.
    Nothing,
    /// It says the same of other places.
    Places,
    /// Something has come, gone or changed.
    Words,
}

/// The findings of one state of a text, as they are sent.
#[derive(Debug)]
pub(crate) struct FindingsList {
    /// The text, and how many changes it had been through.
    rope: Rope,
    changes: usize,
    listed: FindingsArray,
    entries: Vec<Entry>,
}

/// A finding on a list.
#[derive(Debug)]
struct Entry {
    placed: Placed,
    range: lsp::Range,
    /// Bytes that it takes, the one that parts it from the one before included.
    length: usize,
    /// Bytes of it up to the end of its range.
    head: usize,
}

impl FindingsList {
    /// The list of a text, written from the one before it.
    pub(crate) fn next(
        view: &View,
        found: Vec<Placed>,
        before: Option<&Self>,
    ) -> (Self, Difference) {
        let old_bytes = before.map_or(&[][..], |before| before.listed.bytes());
        let mut old = before.map(|before| Earlier::new(before, view));
        let mut writer = Writer::new(view, old_bytes);
        let mut entries: Vec<Entry> = Vec::with_capacity(found.len());
        let mut come = Vec::new();
        for placed in found {
            let known = old.as_mut().and_then(|old| old.same_as(&placed));
            entries.push(match known {
                Some((entry, at, Fate::Stays)) => writer.copy(entry, placed, at),
                Some((entry, at, Fate::Moves(lines))) => writer.moved(entry, placed, at, lines),
                Some((.., Fate::IsWritten)) => writer.write(placed),
                None => {
                    come.push(entries.len());
                    writer.write(placed)
                }
            });
        }
        let list = Self {
            rope: view.text.rope().clone(),
            changes: view.text.changes(),
            listed: FindingsArray::closed(writer.done()),
            entries,
        };
        let is_other = old.is_none_or(|old| old.gone() != list.words(&come));
        let difference = if is_other {
            Difference::Words
        } else if old_bytes == list.listed.bytes() {
            Difference::Nothing
        } else {
            Difference::Places
        };
        (list, difference)
    }

    /// What is sent.
    pub(crate) fn listed(&self) -> &FindingsArray {
        &self.listed
    }

    /// What the entries with these indexes, which are in order, say apart from where; in an order of its own.
    fn words(&self, indexes: &[usize]) -> Vec<&[u8]> {
        let mut at = 0;
        let mut wanted = indexes.iter().peekable();
        let mut words = Vec::with_capacity(indexes.len());
        for (index, entry) in self.entries.iter().enumerate() {
            if wanted.next_if_eq(&&index).is_some() {
                words.push(&self.listed.bytes()[at + entry.head..at + entry.length]);
            }
            at += entry.length;
        }
        words.sort_unstable();
        words
    }
}

/// Writes the entries of a list one behind the other.
struct Writer<'v> {
    evidence: Evidence<'v>,
    old: &'v [u8],
    /// The stretch of the old list that is still to be copied.
    copied: Range<usize>,
    written: Vec<u8>,
}

impl<'v> Writer<'v> {
    fn new(view: &'v View, old: &'v [u8]) -> Self {
        Self {
            evidence: Evidence::new(view),
            old,
            copied: 0..0,
            written: Vec::with_capacity(old.len() + 1024),
        }
    }

    /// Copies an entry that stands at `at` on the old list.
    fn copy(&mut self, entry: &Entry, placed: Placed, at: usize) -> Entry {
        if self.copied.end != at {
            self.flush();
            self.copied.start = at;
        }
        self.copied.end = at + entry.length;
        Entry { placed, ..*entry }
    }

    /// Copies an entry and writes other lines into it.
    fn moved(&mut self, entry: &Entry, placed: Placed, at: usize, lines: i64) -> Entry {
        self.flush();
        let down = |place: lsp::Position| {
            let line = u32::try_from(i64::from(place.line) + lines).unwrap_or(0);
            lsp::Position::new(line, place.character)
        };
        let range = lsp::Range::new(down(entry.range.start), down(entry.range.end));
        let start = self.written.len();
        self.begin(range);
        let head = self.written.len() - start;
        let words = at + entry.head..at + entry.length;
        self.written.extend_from_slice(&self.old[words]);
        Entry {
            placed,
            range,
            length: self.written.len() - start,
            head,
        }
    }

    /// Writes an entry anew.
    fn write(&mut self, placed: Placed) -> Entry {
        self.flush();
        let diagnostic = self.evidence.diagnostic(&placed.to_finding());
        let start = self.written.len();
        self.begin(diagnostic.range);
        let head = self.written.len() - start;
        let whole = serde_json::to_vec(&diagnostic).unwrap_or_default();
        // The range comes first, in the same words; the comma before it is ours.
        self.written
            .extend_from_slice(whole.get(head - 1..).unwrap_or(b"}"));
        Entry {
            placed,
            range: diagnostic.range,
            length: self.written.len() - start,
            head,
        }
    }

    fn begin(&mut self, range: lsp::Range) {
        let (start, end) = (range.start, range.end);
        // Writing into memory cannot fail.
        let _ = write!(
            self.written,
            r#",{{"range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}}"#,
            start.line, start.character, end.line, end.character
        );
    }

    fn flush(&mut self) {
        let copied = std::mem::take(&mut self.copied);
        if copied.is_empty() {
            return;
        }
        let start = self.written.len();
        self.written.extend_from_slice(&self.old[copied]);
        // The first of a list has a bracket before it.
        self.written[start] = b',';
    }

    fn done(mut self) -> Vec<u8> {
        self.flush();
        self.written
    }
}

#[cfg(test)]
mod tests;
