//! A document symbol: parsed, canonical, ordered, hashable.
//!
//! Two symbols are equal when their canonical forms are. Canonical form ignores case, spacing, dash
//! and look-alike variants and the reissue asterisk; `RES`, `DEC`, part letters and suffixes are
//! identity.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::adopted::{Adopted, Term};
use crate::normalise::Folded;
use crate::{Act, Body};

pub(crate) mod number;
pub(crate) mod read;
pub(crate) mod shape;
mod structure;

pub use structure::{Suffix, SuffixKind};

/// A document symbol such as `A/RES/67/172`, `S/RES/1325 (2000)` or `A/C.3/67/L.40/Rev.1`.
#[derive(Clone)]
pub struct Symbol {
    canonical: Arc<str>,
    /// Most symbols are no adopted text's, and need no more than their canonical form.
    adopted: Option<Arc<Adopted>>,
}

impl Symbol {
    /// Parses a whole symbol; `None` where the grammar has no such form.
    ///
    /// Accepts what [`Symbol`] says canonical form ignores, closing punctuation, and the chapter or page
    /// that data bases append, which is no part of the symbol (`A/54/38/Rev.1, chap. 1`).
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = without_place(text)
            .trim()
            .trim_end_matches(['.', ',', ';', '*'])
            .trim_end();
        // Plain ASCII is its own folded form.
        if trimmed.is_ascii() {
            return Self::whole(trimmed);
        }
        Self::whole(Folded::new(trimmed).text())
    }

    /// The symbol that a folded text is, as a whole.
    fn whole(folded: &str) -> Option<Self> {
        let (symbol, end) = read::at_start(folded, read::Case::Any)?;
        (end == folded.len()).then_some(symbol)
    }

    pub(crate) fn from_parts(canonical: &str, adopted: Option<Adopted>) -> Self {
        Self {
            canonical: canonical.into(),
            adopted: adopted.map(Arc::new),
        }
    }

    /// The symbol of an adopted text.
    pub fn of(adopted: Adopted) -> Self {
        let mut canonical = String::new();
        Self::write_adopted(&adopted, &mut canonical);
        Self::from_parts(&canonical, Some(adopted))
    }

    /// Appends the canonical form of an adopted text's symbol.
    fn write_adopted(adopted: &Adopted, canonical: &mut String) {
        use fmt::Write as _;
        let Adopted {
            body,
            act,
            term,
            number,
            part,
        } = adopted;
        canonical.extend([body.key(), "/", act.component(), "/"]);
        let year_behind = *act == Act::Resolution
            && matches!(
                body.key(),
                Body::SECURITY_COUNCIL | Body::TRUSTEESHIP_COUNCIL
            );
        let term_behind = match term {
            Term::Year(_) => year_behind,
            Term::RomanSession(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_) => true,
            Term::Session(_) | Term::Special(_) | Term::Emergency(_) | Term::Unstated => false,
        };
        // Writing to a `String` cannot fail; most terms and all numbers are plain figures.
        if let Term::Session(figures) | Term::Year(figures) = term
            && !term_behind
        {
            push_figures(u32::from(*figures), canonical);
            canonical.push('/');
        } else if !term_behind && *term != Term::Unstated {
            let _ = write!(canonical, "{term}/");
        }
        push_figures(*number, canonical);
        if let Some(part) = part {
            canonical.extend([" ", part]);
        }
        if term_behind {
            let _ = write!(canonical, " ({term})");
        }
    }

    /// The canonical form.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The number of the adopted text, when this is the symbol of a resolution, decision or
    /// presidential statement.
    pub fn adopted(&self) -> Option<&Adopted> {
        self.adopted.as_deref()
    }

    /// The first component: `A`, `S`, `CCPR`.
    pub fn prefix(&self) -> &str {
        self.canonical().split('/').next().unwrap_or("")
    }

    /// The page of the official document site for this symbol, in `language` (`en`, `fr`, `es`,
    /// `ru`, `ar`, `zh`).
    ///
    /// Form of the address: docs.un.org resolves `/{language}/{symbol}`; spaces are escaped.
    pub fn address(&self, language: &str) -> String {
        let mut address = format!("https://docs.un.org/{language}/");
        for character in self.canonical().chars() {
            match character {
                ' ' if self.canonical().starts_with("S/RES/") => {}
                ' ' => address.push_str("%20"),
                other => address.push(other),
            }
        }
        address
    }
}

/// Appends the figures of `number`.
fn push_figures(number: u32, out: &mut String) {
    if number > 9 {
        push_figures(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// `text` up to the chapter, paragraph or page behind its symbol.
fn without_place(text: &str) -> &str {
    const PLACES: [&str; 6] = [", chap.", ", sect.", ", para.", ", paras.", " p. ", " pp. "];
    // Most symbols have nothing behind them, and two bytes tell.
    let mut pairs = text.as_bytes().windows(2);
    if !pairs.any(|pair| matches!(pair, b", " | b" p")) {
        return text;
    }
    let place = PLACES.iter().find_map(|place| text.find(place));
    place.map_or(text, |at| &text[..at])
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Self) -> bool {
        self.canonical() == other.canonical()
    }
}

impl Eq for Symbol {}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> Ordering {
        self.canonical().cmp(other.canonical())
    }
}

impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical().hash(state);
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.canonical())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Symbol({})", self.canonical())
    }
}

#[cfg(test)]
mod tests;
