//! What a symbol says of its document: session or year, series, whether it is a draft, and the history
//! that its suffixes tell.
//!
//! All of it is read off the canonical form when asked for.

use super::{Symbol, number, shape};
use crate::grammar::{self, Component, ComponentKind, PrefixKind, is_year};
use crate::{Body, Term};

/// What a suffix says became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuffixKind {
    /// `Add.1`, `Supp.1`: additional text.
    Addendum,
    /// `Amend.1`: a change, by decision of the body, to part of an adopted text.
    Amendment,
    /// `Corr.1`: a correction, perhaps of one language version only.
    Corrigendum,
    /// `Rev.1`: a text that replaces the earlier version.
    Revision,
    /// `Summary`, `Annex`, `Excerpt`.
    Extract,
}

/// A suffix of a symbol: `Rev.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suffix<'s> {
    /// What it says.
    pub kind: SuffixKind,
    /// Its number as written: `1`, `1-3`; empty where it has none.
    pub number: &'s str,
}

impl Symbol {
    /// The symbols under which the document was issued: one, or two and more for a document of several
    /// organs (`A/78/80` and `E/2023/64` for `A/78/80-E/2023/64`).
    pub fn issued_under(&self) -> impl Iterator<Item = Self> {
        self.half_texts().map(|half| {
            if half.len() == self.canonical().len() {
                return self.clone();
            }
            Self::parse(half).unwrap_or_else(|| self.clone())
        })
    }

    /// The suffixes in the order in which they were added: `Add.1`, `Corr.1` for `A/71/53/Add.1/Corr.1`.
    ///
    /// A document of several organs has those of its first symbol.
    pub fn suffixes(&self) -> impl Iterator<Item = Suffix<'_>> {
        let half = self.first_half();
        let base = base_of(half).len();
        half[base..].split('/').filter_map(suffix)
    }

    /// The document itself, without what was added, corrected or revised later: `A/71/53` for
    /// `A/71/53/Add.1/Corr.1`.
    #[must_use]
    pub fn base(&self) -> Self {
        self.shortened(base_of)
    }

    /// What the last suffix was added to: `A/71/53/Add.1` for `A/71/53/Add.1/Corr.1`; `None` without a
    /// suffix.
    pub fn adds_to(&self) -> Option<Self> {
        self.suffixes()
            .next()
            .map(|_| self.shortened(without_suffix))
    }

    /// The symbol of what may have been added to the document later: `A/71/53/Rev.2` for `Rev` and 2. Nothing says
    /// that it was ever issued.
    #[must_use]
    pub fn with_suffix(&self, stem: &str, number: u16) -> Self {
        let canonical = format!("{}/{stem}.{number}", self.canonical());
        Self::from_parts(&canonical, None)
    }

    /// Whether the document is of limited distribution (`L.40`), generally a draft resolution or decision.
    pub fn is_draft(&self) -> bool {
        let base = base_of(self.first_half());
        let last = base.rsplit('/').next().unwrap_or(base);
        let shares_letter = || {
            grammar::prefix(self.prefix()).is_some_and(|prefix| prefix.kind == PrefixKind::Short)
        };
        last.starts_with("L.") && !shares_letter()
    }

    /// The session or year that the symbol states; `None` where it has only a running number.
    ///
    /// A document of several organs has that of its first symbol.
    pub fn term(&self) -> Option<Term> {
        if let Some(adopted) = self.adopted() {
            return Some(adopted.term).filter(|term| *term != Term::Unstated);
        }
        let base = base_of(self.first_half());
        // Nothing was adopted under the whole of it.
        let may_be_adopted = base.len() < self.canonical().len() && self.names_act();
        let shorter = may_be_adopted.then(|| Self::parse(base)).flatten();
        if let Some(adopted) = shorter.as_ref().and_then(Self::adopted) {
            return Some(adopted.term).filter(|term| *term != Term::Unstated);
        }
        let mut components = base.split('/').skip(1).peekable();
        while let Some(component) = components.next() {
            let is_last = components.peek().is_none();
            if let Some(term) = stated_term(component).filter(|_| !is_last) {
                return Some(term);
            }
        }
        None
    }

    /// The year that the symbol states: 2005 for `E/2005/23`, 2000 for `S/RES/1325 (2000)`.
    pub fn year(&self) -> Option<u16> {
        match self.term()? {
            Term::Year(year) => Some(year),
            _ => None,
        }
    }

    /// The series without session, country and numbers, as coverage is declared by it: `A/RES`,
    /// `A/C.3/L`, `S/PV`, `A/HRC`, `CCPR/C/CO`.
    pub fn series(&self) -> String {
        let mut series = self.prefix().to_owned();
        for name in self.names_in_series() {
            series.push('/');
            series.push_str(name);
        }
        series
    }

    /// The components of its series behind the first: `C.3`, `L` for `A/C.3/67/L.40`.
    pub(crate) fn names_in_series(&self) -> impl Iterator<Item = &str> {
        let strict = grammar::prefix(self.prefix()).is_some_and(|prefix| !prefix.is_lenient());
        let components = base_of(self.first_half()).split('/').skip(1);
        components.filter_map(move |component| name_in_series(component, strict))
    }

    /// Whether a component of the symbol says what was adopted: that of a resolution, a decision, a statement, and
    /// of whatever was added to one.
    pub(crate) fn names_act(&self) -> bool {
        let mut components = self.canonical().split('/');
        components.any(|component| matches!(component, "RES" | "DEC" | "PRST"))
    }

    /// The name of the body whose document it is: of the bodies that the table of bodies has, the one whose
    /// key takes the most of the symbol's components (`A/C.3/67/L.40` is the Third Committee's).
    pub fn issuer(&self) -> Option<&'static str> {
        let canonical = self.canonical();
        let mut longest_first = canonical.match_indices('/').map(|(end, _)| end).rev();
        longest_first.find_map(|end| Body::new(&canonical[..end]).name())
    }

    fn first_half(&self) -> &str {
        self.half_texts().next().unwrap_or(self.canonical())
    }

    fn half_texts(&self) -> impl Iterator<Item = &str> {
        let canonical = self.canonical();
        let mut start = Some(0);
        std::iter::from_fn(move || {
            let from = start?;
            let joint = joint(canonical, from);
            start = joint.map(|at| at + 1);
            Some(&canonical[from..joint.unwrap_or(canonical.len())])
        })
    }

    /// Each half shortened by `shorten` and joined again.
    fn shortened(&self, shorten: fn(&str) -> &str) -> Self {
        let is_long = |half: &str| shorten(half).len() < half.len();
        if !self.half_texts().any(is_long) {
            return self.clone();
        }
        let halves: Vec<&str> = self.half_texts().map(shorten).collect();
        let text = halves.join("-");
        // A running number of two figures is a symbol only with its suffix: `S/96/Rev.7`.
        Self::parse(&text).unwrap_or_else(|| Self::from_parts(&text, None))
    }
}

/// The hyphen that joins two symbols, at or behind `from`.
fn joint(canonical: &str, from: usize) -> Option<usize> {
    canonical[from..].match_indices('-').find_map(|(at, _)| {
        let at = from + at;
        let behind = &canonical[at + 1..];
        let (prefix, _) = behind.split_once('/')?;
        grammar::prefix(prefix).is_some().then_some(at)
    })
}

/// A symbol without its suffixes.
pub(super) fn base_of(half: &str) -> &str {
    let shorter = without_suffix(half);
    if shorter.len() == half.len() {
        half
    } else {
        base_of(shorter)
    }
}

/// A symbol without its last suffix.
fn without_suffix(half: &str) -> &str {
    match half.rsplit_once('/') {
        Some((head, last)) if head.contains('/') && suffix(last).is_some() => head,
        _ => half,
    }
}

fn suffix(component: &str) -> Option<Suffix<'_>> {
    // Most symbols end with a number.
    if !component.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (stem, number) = component.split_once('.').unwrap_or((component, ""));
    let known = if number.is_empty() {
        grammar::word(stem)
    } else {
        grammar::dotted(stem).filter(|known| known.allows(number))
    };
    let known = known.filter(|known| known.kind == ComponentKind::Suffix)?;
    let kind = match known.written {
        "Add" | "Supp" => SuffixKind::Addendum,
        "Amend" => SuffixKind::Amendment,
        "Corr" | "Corrigendum" => SuffixKind::Corrigendum,
        "Rev" => SuffixKind::Revision,
        _ => SuffixKind::Extract,
    };
    Some(Suffix { kind, number })
}

/// The session or year that a component states: `67`, `S-10`, `COP(15)`, `CONF.2010`.
fn stated_term(component: &str) -> Option<Term> {
    if let Some((kind, session)) = component.split_once('-')
        && shape::is_special_session(component)
    {
        let session = session.parse().ok()?;
        return Some(if kind == "ES" {
            Term::Emergency(session)
        } else {
            Term::Special(session)
        });
    }
    if let Some((_, session)) = component.split_once('(') {
        let session = session.strip_suffix(')')?.parse().ok()?;
        return Some(Term::Session(session));
    }
    if let Some(year) = component.strip_prefix("CONF.") {
        return is_year(year).then(|| year.parse().ok().map(Term::Year))?;
    }
    let states = component.len() <= 3 || is_year(component);
    component.parse().ok().filter(|_| states).map(number::term)
}

/// What stays of a component in the name of its series; `None` for numbers and countries.
fn name_in_series(component: &str, strict: bool) -> Option<&str> {
    let component = component.split([' ', '(']).next().unwrap_or(component);
    if shape::is_number(component) || shape::is_special_session(component) || component.is_empty() {
        return None;
    }
    if let Some((stem, _)) = component.split_once('.')
        && let Some(known) = grammar::dotted(stem)
    {
        return Some(match known.kind {
            ComponentKind::Body | ComponentKind::Other => component,
            ComponentKind::Nature | ComponentKind::Act | ComponentKind::Suffix => stem,
        });
    }
    let is_country = strict
        && component.len() == 3
        && component.bytes().all(|byte| byte.is_ascii_uppercase())
        && grammar::word(component).is_none_or(|known: &Component| known.written != component);
    let listed_second = matches!(component, "HRC" | "SPC");
    (!is_country || listed_second).then_some(component)
}

#[cfg(test)]
mod tests;
