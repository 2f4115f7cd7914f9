//! Which series a set of sources declares to hold in full.
//!
//! Only a declared series makes a missing document worth a warning; nothing is ever inferred from
//! what happens to be there.

use std::fmt;
use std::ops::RangeInclusive;

use citation::{Symbol, Term};

/// A series and the sessions or years of it that are held in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    series: Box<str>,
    terms: RangeInclusive<u16>,
}

/// No session has a number as high as this, and no year a lower one.
const FIRST_YEAR: u16 = 1900;

impl fmt::Display for Coverage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (*self.terms.start(), *self.terms.end());
        let unit = if first >= FIRST_YEAR {
            "year"
        } else {
            "session"
        };
        let series = &self.series;
        if first == last {
            return write!(out, "{series} {unit} {first}");
        }
        write!(out, "{series} {unit}s {first}-{last}")
    }
}

impl Coverage {
    /// Reads "A/RES sessions 60-80", "S/RES years 1946-2024" or "A/RES session 67"; the word between may
    /// be left out.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (series, terms) = match words.as_slice() {
            [series, "session" | "sessions" | "year" | "years", terms] | [series, terms] => {
                (*series, *terms)
            }
            _ => return None,
        };
        let (first, last) = terms
            .split_once(['-', '\u{2013}'])
            .unwrap_or((terms, terms));
        let terms = first.parse().ok()?..=last.parse().ok()?;
        if terms.is_empty() || !series.contains('/') {
            return None;
        }
        Some(Self {
            series: series.into(),
            terms,
        })
    }

    /// Whether `symbol` belongs to the series and to one of its sessions or years.
    pub fn includes(&self, symbol: &Symbol) -> bool {
        let Some(adopted) = symbol.adopted() else {
            return false;
        };
        let series = adopted.body.key().len();
        let belongs = self.series.starts_with(adopted.body.key())
            && self.series.get(series..series + 1) == Some("/")
            && self.series.get(series + 1..) == Some(adopted.act.component());
        match adopted.term {
            Term::Session(term) | Term::Year(term) => belongs && self.terms.contains(&term),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(text: &str) -> Symbol {
        Symbol::parse(text).unwrap()
    }

    #[test]
    fn a_declared_series_covers_its_sessions_and_nothing_else() {
        let coverage = Coverage::parse("A/RES sessions 60-80").unwrap();
        assert!(coverage.includes(&symbol("A/RES/67/172")));
        assert!(!coverage.includes(&symbol("A/RES/59/262")));
        assert!(!coverage.includes(&symbol("A/DEC/67/505")));
        assert!(!coverage.includes(&symbol("A/HRC/RES/20/3")));
        assert!(!coverage.includes(&symbol("A/67/299")));
        assert!(!coverage.includes(&symbol("A/RES/217 A (III)")));
        let council = Coverage::parse("S/RES years 2000-2024").unwrap();
        assert!(council.includes(&symbol("S/RES/1325 (2000)")));
    }

    #[test]
    fn a_declaration_reads_as_it_was_written() {
        for (written, printed) in [
            ("A/RES 60-80", "A/RES sessions 60-80"),
            ("S/RES 1946\u{2013}2024", "S/RES years 1946-2024"),
            ("A/RES session 67", "A/RES session 67"),
        ] {
            let coverage = Coverage::parse(written).unwrap();
            assert_eq!(coverage.to_string(), printed);
            assert_eq!(Coverage::parse(printed), Some(coverage));
        }
    }

    #[test]
    fn a_declaration_that_says_something_else_is_refused() {
        for text in [
            "A/RES",
            "A/RES all",
            "A/RES sessions 80-60",
            "sessions 1-2 x",
            "",
        ] {
            assert_eq!(Coverage::parse(text), None, "{text}");
        }
    }
}
