//! A few words as a draft of their own, checked as the product checks them.

use std::ops::Range;

use citation::{Date, Symbol, facts};
use draft::{Dialect, Draft};
use resolve::Resolved;
use rules::{Finding, Settings};
use sources::{Catalogue, Sources};

/// The day on which drafts without a date are checked.
pub(super) fn today() -> Date {
    Date::new(2026, 6, 1).unwrap()
}

/// A draft, and the citation findings in it.
pub(super) struct Checked {
    pub(super) resolved: Resolved,
    findings: Vec<Finding>,
    /// Where the words in question begin in the draft.
    start: usize,
}

impl Checked {
    /// Checks `words` as a part of the document `citing`, of its date where the facts know it.
    pub(super) fn part(words: &str, citing: Option<&Symbol>) -> Self {
        let front = citing.map_or_else(String::new, |symbol| {
            let date = facts::adoption_date(symbol)
                .map(|known| known.date)
                .or_else(|| facts::adopted_within(symbol).map(|(_, last)| last));
            let date = date.map_or_else(String::new, |date| format!("date: {date}\n"));
            format!("---\nsymbol: {symbol}\n{date}---\n\n")
        });
        let text = format!("{front}{words}\n");
        Self::of(&text, Dialect::Markdown, front.len())
    }

    /// Checks the whole text of a document, as exported.
    pub(super) fn whole(text: &str) -> Self {
        Self::of(text, Dialect::Plain, 0)
    }

    fn of(text: &str, dialect: Dialect, start: usize) -> Self {
        let draft = Draft::new(text, dialect, Catalogue.lexicon());
        let resolved = resolve::resolve(&draft, &Catalogue, today());
        let findings = rules::findings(&resolved, &Catalogue, &Settings::default());
        Self {
            resolved,
            findings: findings
                .into_iter()
                .filter(|finding| finding.code.starts_with('C'))
                .collect(),
            start,
        }
    }

    /// The messages of citation findings.
    pub(super) fn messages(&self) -> Vec<String> {
        self.findings
            .iter()
            .map(|finding| format!("{} {}", finding.code, finding.message))
            .collect()
    }

    /// The messages of those that touch `place`, a byte range of the words.
    pub(super) fn messages_at(&self, place: &Range<usize>) -> Vec<String> {
        let place = place.start + self.start..place.end + self.start;
        self.findings
            .iter()
            .filter(|finding| finding.range.start < place.end && place.start < finding.range.end)
            .map(|finding| format!("{} {}", finding.code, finding.message))
            .collect()
    }
}
