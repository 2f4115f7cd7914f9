//! The list before the one that is written: which of its entries say the same, and what becomes of them.
//!
//! An entry stays as it is where all that it speaks of has stayed in its columns and no lines have come or gone
//! before any of that: of most changes, which are letters, every entry but those on the same line.

use std::sync::Arc;

use rules::{Finding, Placed, Related};

use super::{Entry, FindingsList};
use crate::edit_span::{EditSpan, Whereabouts};
use crate::view::View;

/// The list before, which is gone through in order.
pub(super) struct Earlier<'p> {
    list: &'p FindingsList,
    span: EditSpan,
    /// Whether evidence in the draft is named, so that there are more lines in an entry than those of its range.
    names_evidence: bool,
    /// The entry that is next, and where it stands on the list.
    next: usize,
    at: usize,
    /// The entries that have been passed by.
    gone: Vec<usize>,
}

impl<'p> Earlier<'p> {
    pub(super) fn new(list: &'p FindingsList, view: &View) -> Self {
        Self {
            list,
            span: EditSpan::since(list.changes, &list.rope, &view.text),
            names_evidence: view.agreed.shows_related,
            next: 0,
            at: 0,
            gone: Vec::new(),
        }
    }

    /// The entry of the same finding, where it stands on the list, and what becomes of it. Has to be asked about
    /// findings in their order.
    pub(super) fn same_as(&mut self, placed: &Placed) -> Option<(&'p Entry, usize, Fate)> {
        let place = placed.range().start;
        let span = self.span;
        let moved = |entry: &Entry| span.moved(entry.placed.range().start);
        let entries = &self.list.entries;
        while entries.get(self.next).is_some_and(|it| moved(it) < place) {
            self.pass();
        }
        let mut here = entries[self.next..]
            .iter()
            .take_while(|it| moved(it) == place);
        let others = here.position(|it| says_the_same(&it.placed.finding, &placed.finding))?;
        for _ in 0..others {
            self.pass();
        }
        let (entry, at) = (&entries[self.next], self.at);
        self.next += 1;
        self.at += entry.length;
        Some((entry, at, self.fate(entry, placed)))
    }

    fn pass(&mut self) {
        self.gone.push(self.next);
        self.at += self.list.entries[self.next].length;
        self.next += 1;
    }

    /// What the entries say, apart from where, whose findings nobody has asked about; in an order of its own.
    pub(super) fn gone(mut self) -> Vec<&'p [u8]> {
        self.gone.extend(self.next..self.list.entries.len());
        self.list.words(&self.gone)
    }

    fn fate(&self, entry: &Entry, placed: &Placed) -> Fate {
        let before = &entry.placed;
        if self.names_evidence && speaks_of_files_anew(&before.finding, &placed.finding) {
            return Fate::IsWritten;
        }
        let own = self.span.whereabouts(&before.range(), &placed.range());
        let evidence = before.finding.related.iter().zip(&placed.finding.related);
        let (mut has_touched, mut has_behind) = (own == Whereabouts::Touched, false);
        for (then, now) in evidence.filter(|(then, _)| self.names_evidence && then.path.is_none()) {
            let (then, now) = (before.moved(&then.range), placed.moved(&now.range));
            let whereabouts = self.span.whereabouts(&then, &now);
            has_touched |= whereabouts == Whereabouts::Touched;
            has_behind |= whereabouts == Whereabouts::Behind;
        }
        match (self.span.lines, own) {
            _ if has_touched => Fate::IsWritten,
            (0, _) => Fate::Stays,
            _ if has_behind => Fate::IsWritten,
            (lines, Whereabouts::Behind) => Fate::Moves(lines),
            _ => Fate::Stays,
        }
    }
}

/// Whether two findings, maybe of other places, are described in the same words.
fn says_the_same(one: &Arc<Finding>, other: &Arc<Finding>) -> bool {
    let words = |finding: &Finding| (finding.code, finding.severity);
    let is_same = |(one, other): (&Related, &Related)| {
        one.message == other.message
            && one.path == other.path
            && (one.path.is_none() || one.range == other.range)
    };
    Arc::ptr_eq(one, other)
        || words(one) == words(other)
            && one.message == other.message
            && one.related.len() == other.related.len()
            && one.related.iter().zip(&other.related).all(is_same)
}

/// Whether a finding speaks of files and was made again: they may have been read anew since, and stand in other lines.
fn speaks_of_files_anew(before: &Arc<Finding>, now: &Arc<Finding>) -> bool {
    !Arc::ptr_eq(before, now) && now.related.iter().any(|evidence| evidence.path.is_some())
}

/// What becomes of an entry on the next list.
pub(super) enum Fate {
    Stays,
    /// It moves by so many lines.
    Moves(i64),
    IsWritten,
}
