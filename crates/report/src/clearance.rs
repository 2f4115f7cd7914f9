//! The clearance report: what a colleague who clears a draft wants to know of it, on one page.
//!
//! [`Clearance::of`] gathers plain values; `html`, `markdown` and `csv` write them. Standing is said in
//! words and marks, never in colour alone. What could not be checked is listed with the reason.

mod acronyms;
mod csv;
mod html;
mod mandate;
mod markdown;
mod network;
mod quotations;
mod references;
mod standing;
mod tables;

use std::ops::Range;

use citation::{Date, Symbol};
use draft::Dialect;
use resolve::{Reference, Resolved, Successor};
use rules::{Finding, Severity};
use sources::{Edition, Sources};

use crate::Tally;

pub use acronyms::AcronymRow;
pub(crate) use html::{STYLE, escaped};
pub use mandate::{Coverage, Mandate, TakenUp};
pub use network::Cited;
pub use quotations::{QuotationRow, QuotationStatus};
pub use references::ClearanceRow;
pub use standing::Standing;

/// What the report is about.
pub struct Subject<'a> {
    /// The name of the draft's file.
    pub file: &'a str,
    /// The draft with its references bound.
    pub resolved: &'a Resolved,
    /// What is wrong with it and accepted by nobody.
    pub findings: &'a [Finding],
    /// How many findings a file of accepted findings has left out.
    pub accepted: usize,
    /// The sources it was checked against.
    pub sources: &'a dyn Sources,
    /// The most words it may have, by the settings or as a document of its kind.
    pub most_words: Option<usize>,
    /// The resolution that it answers, where somebody says so.
    pub mandate: Option<Symbol>,
    /// Where a byte offset is, in words: "line 12".
    pub place: &'a dyn Fn(usize) -> String,
    /// The day of the report.
    pub today: Date,
    /// The version of the program.
    pub version: &'a str,
}

impl Subject<'_> {
    /// Where a byte offset is, in words. The titles of other documents that stand before a draft are no
    /// part of what it says.
    fn at(&self, offset: usize) -> String {
        let place = (self.place)(offset);
        if self.is_foreign(offset) {
            return format!("{place} (list of titles)");
        }
        place
    }

    /// The words of a byte range as a reader sees them.
    fn words(&self, range: &Range<usize>) -> String {
        let draft = &self.resolved.draft;
        let words = draft.slice(range.clone());
        match draft.dialect() {
            Dialect::Markdown => draft::without_emphasis(&words).into_owned(),
            Dialect::Plain => words,
        }
    }

    /// The symbol of the draft itself, where it bears one.
    fn own(&self) -> Option<&Symbol> {
        let mut counted = self.resolved.counted().map(|(_, one)| one);
        counted
            .find(|one| one.is_own)
            .and_then(|one| one.referent.as_ref()?.symbol())
    }

    /// Whether a byte offset is among the titles of other documents that stand before the draft.
    fn is_foreign(&self, offset: usize) -> bool {
        let titles = self.resolved.draft.foreign_titles();
        titles.is_some_and(|titles| titles.contains(&offset))
    }
}

/// What came after a document, but for the draft itself, whose symbol is `own`.
fn successors<'r>(
    reference: &'r Reference,
    own: Option<&Symbol>,
) -> impl Iterator<Item = &'r Successor> {
    let successors = reference.currency.successors().iter();
    successors.filter(move |one| own != Some(&one.symbol))
}

/// A clearance report.
#[derive(Clone, Debug)]
pub struct Clearance {
    /// The title of the draft, or the name of its file.
    pub title: String,
    /// The name of the draft's file.
    pub file: String,
    /// The day as of which everything was judged.
    pub as_of: Date,
    /// The day of the report.
    pub today: Date,
    /// The version of the program.
    pub version: String,
    /// How many references are held, exist, are unknown, are wrong.
    pub tally: Tally,
    /// Every reference but the draft's own symbol, in text order; those in a list of other documents' titles
    /// come last.
    pub references: Vec<ClearanceRow>,
    /// What is wrong, in text order.
    pub findings: Vec<FindingRow>,
    /// How many findings somebody has accepted before; they are not among these.
    pub accepted: usize,
    /// What of the draft itself could not be checked, and why.
    pub unchecked: Vec<Unchecked>,
    /// Every quotation of some length.
    pub quotations: Vec<QuotationRow>,
    /// Every document that is cited, the most cited first.
    pub network: Vec<Cited>,
    /// Every acronym, in alphabetical order.
    pub acronyms: Vec<AcronymRow>,
    /// How many words it has.
    pub words: usize,
    /// How many it may have.
    pub most_words: Option<usize>,
    /// What of the resolution that it answers it takes up.
    pub mandate: Option<Mandate>,
    /// The sets of sources it was checked against.
    pub editions: Vec<Edition>,
}

/// A finding in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// Where.
    pub place: String,
    /// How grave.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The code of the rule.
    pub code: &'static str,
}

/// Something that could not be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// Where.
    pub place: String,
    /// The words of the draft.
    pub words: String,
    /// Why.
    pub why: String,
}

impl Clearance {
    /// The report of a draft.
    pub fn of(subject: &Subject<'_>) -> Self {
        let resolved = subject.resolved;
        let draft = &resolved.draft;
        let references = references::rows(subject);
        let quotations = quotations::rows(subject);
        let mut unchecked = references::unchecked(subject);
        unchecked.extend(quotations.iter().filter_map(QuotationRow::unchecked));
        Self {
            title: title(subject),
            file: subject.file.to_owned(),
            as_of: resolved.as_of,
            today: subject.today,
            version: subject.version.to_owned(),
            tally: Tally::of(resolved),
            findings: subject
                .findings
                .iter()
                .map(|one| finding(subject, one))
                .collect(),
            accepted: subject.accepted,
            unchecked: together(unchecked),
            network: network::cited(subject),
            acronyms: acronyms::rows(draft),
            words: draft.words(),
            most_words: subject.most_words,
            mandate: mandate::of(subject),
            editions: subject.sources.editions(),
            references,
            quotations,
        }
    }

    /// The report as a web page that needs nothing beside it.
    pub fn html(&self) -> String {
        html::write(self)
    }

    /// The report as Markdown.
    pub fn markdown(&self) -> String {
        markdown::write(self)
    }

    /// The references as a table of comma-separated values, with a head.
    pub fn csv(&self) -> String {
        csv::write(self)
    }

    /// "3,071 words of at most 8,500".
    pub(crate) fn words_in_words(&self) -> String {
        let words = thousands(self.words);
        match self.most_words {
            Some(most) if self.words > most => format!(
                "{words} words: {} more than the {} allowed",
                thousands(self.words - most),
                thousands(most)
            ),
            Some(most) => format!("{words} words of at most {}", thousands(most)),
            None => format!("{words} words; no limit is set"),
        }
    }
}

/// What is open for the same reason in several places, listed once.
fn together(unchecked: Vec<Unchecked>) -> Vec<Unchecked> {
    let mut once: Vec<Unchecked> = Vec::new();
    for one in unchecked {
        let same = |other: &&mut Unchecked| (&other.words, &other.why) == (&one.words, &one.why);
        match once.iter_mut().find(same) {
            Some(other) if other.place.split("; ").any(|place| place == one.place) => {}
            Some(other) => {
                other.place.push_str("; ");
                other.place.push_str(&one.place);
            }
            None => once.push(one),
        }
    }
    once
}

/// The severity of a finding as the report says it.
pub(crate) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "worth a look",
        Severity::Hint => "hint",
    }
}

fn finding(subject: &Subject<'_>, finding: &Finding) -> FindingRow {
    FindingRow {
        place: subject.at(finding.range.start),
        severity: finding.severity,
        message: finding.message.clone(),
        code: finding.code,
    }
}

fn title(subject: &Subject<'_>) -> String {
    let title = subject.resolved.draft.title();
    title.unwrap_or_else(|| subject.file.to_owned())
}

/// "3,071".
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The words of a source, without the marks of emphasis that a Markdown copy has.
pub(crate) fn source_words(words: &str) -> String {
    shortened(&words.replace('*', ""))
}

/// `text` on one line, cut behind some eighty characters between two words.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() && out.chars().count() + word.chars().count() > LONGEST {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests;
