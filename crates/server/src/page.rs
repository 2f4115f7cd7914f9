//! The findings of a text as its client reads them, and how the next page is written from the last.
//!
//! A page keeps the bytes of each finding. After a change only what the change touched is written anew; what
//! stands before it is copied as it is, and behind it the line numbers are put right.

use std::io::Write as _;
use std::ops::Range;
use std::sync::Arc;

use ropey::Rope;
use rules::Placed;
use tower_lsp::ls_types as lsp;

use crate::diagnostics::Evidence;
use crate::seam::Seam;
use crate::view::View;

/// Findings in the protocol's words: an array, and what closes the message that ends with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed(Arc<Vec<u8>>);

/// What closes a message after its findings: its parameters and itself.
const CLOSING: &[u8] = b"]}}";

impl Listed {
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

/// How a page differs from the one before.
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
pub(crate) struct Page {
    /// The text, and how many changes it had been through.
    rope: Rope,
    changes: usize,
    listed: Listed,
    entries: Vec<Entry>,
}

/// A finding on a page.
#[derive(Debug)]
struct Entry {
    placed: Placed,
    /// Where it stands.
    bytes: Range<usize>,
    range: lsp::Range,
    /// From the first byte of the draft that it speaks of to the last, its evidence included.
    reach: Range<usize>,
    /// The line on which that begins.
    first_line: u32,
    /// Whether its evidence in the draft is named, so that there are more lines in it than those of its range.
    names_lines: bool,
    /// Bytes that it takes, the one that parts it from the one before included.
    length: usize,
    /// Bytes of it up to the end of its range.
    head: usize,
}

/// What becomes of an entry on the next page.
enum Fate {
    Stays,
    /// It moves by so many lines.
    Moves(i64),
    IsWritten,
}

impl Page {
    /// The page of a text, written from the one before it.
    pub(crate) fn next(
        view: &View,
        found: Vec<Placed>,
        before: Option<&Self>,
    ) -> (Self, Difference) {
        let rope = view.text.rope();
        let seam = before.map(|before| Seam::since(before.changes, &before.rope, &view.text));
        let old = before.map_or(&[][..], |before| &before.entries);
        let old_bytes = before.map_or(&[][..], |before| before.listed.bytes());
        let is_same = |(entry, placed): &(&Entry, &Placed)| {
            Arc::ptr_eq(&entry.placed.finding, &placed.finding)
        };
        let head = old.iter().zip(&found).take_while(is_same).count();
        let most = old.len().min(found.len()) - head;
        let backwards = old.iter().rev().zip(found.iter().rev()).take(most);
        let tail = backwards.take_while(is_same).count();
        let (old_middle, middle) = (head..old.len() - tail, head..found.len() - tail);

        let mut writer = Writer::new(view, old_bytes);
        let mut at = 0;
        let mut entries = Vec::with_capacity(found.len());
        for (index, placed) in found.into_iter().enumerate() {
            if middle.contains(&index) {
                entries.push(writer.write(placed));
                continue;
            }
            if index == middle.end {
                let skipped = old[old_middle.clone()].iter();
                at += skipped.map(|entry| entry.length).sum::<usize>();
            }
            let which = match index.checked_sub(middle.end) {
                Some(behind) => old_middle.end + behind,
                None => index,
            };
            let entry = &old[which];
            let fate = seam
                .as_ref()
                .map_or(Fate::IsWritten, |seam| entry.fate(seam, &placed));
            entries.push(match fate {
                Fate::Stays => writer.copy(entry, placed, at),
                Fate::Moves(lines) => writer.moved(entry, placed, at, lines),
                Fate::IsWritten => writer.write(placed),
            });
            at += entry.length;
        }
        let written = writer.done();
        let page = Self {
            rope: rope.clone(),
            changes: view.text.changes(),
            listed: Listed::closed(written),
            entries,
        };
        let is_other = before
            .is_none_or(|before| before.words(old_middle.clone()) != page.words(middle.clone()));
        let difference = if is_other {
            Difference::Words
        } else if old_bytes == page.listed.bytes() {
            Difference::Nothing
        } else {
            Difference::Places
        };
        (page, difference)
    }

    /// What is sent.
    pub(crate) fn listed(&self) -> &Listed {
        &self.listed
    }

    /// What some entries say apart from where, in an order of its own.
    fn words(&self, range: Range<usize>) -> Vec<&[u8]> {
        let mut at: usize = self.entries[..range.start].iter().map(|it| it.length).sum();
        let mut words = Vec::with_capacity(range.len());
        for entry in &self.entries[range] {
            words.push(&self.listed.bytes()[at + entry.head..at + entry.length]);
            at += entry.length;
        }
        words.sort_unstable();
        words
    }
}

impl Entry {
    fn fate(&self, seam: &Seam, placed: &Placed) -> Fate {
        let now = placed.range();
        if now == self.bytes && self.reach.end < seam.start {
            return Fate::Stays;
        }
        let moved = |place: usize| place.saturating_add_signed(seam.grown);
        let has_moved = now.start == moved(self.bytes.start) && now.end == moved(self.bytes.end);
        if !has_moved || self.first_line <= seam.line_before {
            return Fate::IsWritten;
        }
        match seam.lines {
            0 => Fate::Stays,
            _ if self.names_lines => Fate::IsWritten,
            lines => Fate::Moves(lines),
        }
    }
}

/// Writes the entries of a page one behind the other.
struct Writer<'v> {
    view: &'v View,
    evidence: Evidence<'v>,
    old: &'v [u8],
    /// The stretch of the old page that is still to be copied.
    copied: Range<usize>,
    written: Vec<u8>,
}

impl<'v> Writer<'v> {
    fn new(view: &'v View, old: &'v [u8]) -> Self {
        Self {
            view,
            evidence: Evidence::new(view),
            old,
            copied: 0..0,
            written: Vec::with_capacity(old.len() + 1024),
        }
    }

    /// Copies an entry that stands at `at` on the old page.
    fn copy(&mut self, entry: &Entry, placed: Placed, at: usize) -> Entry {
        if self.copied.end != at {
            self.flush();
            self.copied.start = at;
        }
        self.copied.end = at + entry.length;
        let shift = placed.range().start.cast_signed() - entry.bytes.start.cast_signed();
        entry.at(placed, entry.range, shift, entry.length, entry.head)
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
        let shift = placed.range().start.cast_signed() - entry.bytes.start.cast_signed();
        let length = self.written.len() - start;
        let mut moved = entry.at(placed, range, shift, length, head);
        moved.first_line = u32::try_from(i64::from(entry.first_line) + lines).unwrap_or(0);
        moved
    }

    /// Writes an entry anew.
    fn write(&mut self, placed: Placed) -> Entry {
        self.flush();
        let finding = placed.to_finding();
        let diagnostic = self.evidence.diagnostic(&finding);
        let start = self.written.len();
        self.begin(diagnostic.range);
        let head = self.written.len() - start;
        let whole = serde_json::to_vec(&diagnostic).unwrap_or_default();
        // The range comes first, in the same words; the comma before it is ours.
        self.written
            .extend_from_slice(whole.get(head - 1..).unwrap_or(b"}"));
        let here = finding.related.iter().filter(|it| it.path.is_none());
        let mut reach = finding.range.clone();
        let names_lines = diagnostic.related_information.is_some() && here.clone().count() > 0;
        if names_lines {
            for related in here {
                reach.start = reach.start.min(related.range.start);
                reach.end = reach.end.max(related.range.end);
            }
        }
        let first_line = if reach.start == finding.range.start {
            diagnostic.range.start.line
        } else {
            self.view.positions().position(reach.start).line
        };
        Entry {
            placed,
            bytes: finding.range,
            range: diagnostic.range,
            reach,
            first_line,
            names_lines,
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
        // The first of a page has a bracket before it.
        self.written[start] = b',';
    }

    fn done(mut self) -> Vec<u8> {
        self.flush();
        self.written
    }
}

impl Entry {
    /// The same entry elsewhere.
    fn at(
        &self,
        placed: Placed,
        range: lsp::Range,
        shift: isize,
        length: usize,
        head: usize,
    ) -> Self {
        let moved = |bytes: &Range<usize>| {
            bytes.start.saturating_add_signed(shift)..bytes.end.saturating_add_signed(shift)
        };
        Self {
            bytes: moved(&self.bytes),
            reach: moved(&self.reach),
            placed,
            range,
            length,
            head,
            ..*self
        }
    }
}

#[cfg(test)]
mod tests;
