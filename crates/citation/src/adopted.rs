//! The number of an adopted text: who adopted it, what it is, in which session, under which number.
//!
//! This is the part of a [`crate::Symbol`] that fact tables can judge.

use std::fmt;

use crate::symbol::number::{by_year, term};
use crate::{Body, Roman, Symbol, facts};

/// What kind of text was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// A resolution (`RES`).
    Resolution,
    /// A decision (`DEC`).
    Decision,
    /// A statement by the President (`PRST`).
    PresidentialStatement,
}

impl Act {
    /// The component of the symbol: `RES`, `DEC` or `PRST`.
    pub const fn component(self) -> &'static str {
        match self {
            Self::Resolution => "RES",
            Self::Decision => "DEC",
            Self::PresidentialStatement => "PRST",
        }
    }

    /// The word in prose: "resolution", "decision", "presidential statement".
    pub const fn word(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Decision => "decision",
            Self::PresidentialStatement => "presidential statement",
        }
    }
}

/// The session or year in which a text was adopted, in the form its symbol uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// A regular session in Arabic numerals: the 67 of `A/RES/67/172`.
    Session(u16),
    /// A special session since 1976: the 10 of `A/RES/S-10/2`.
    Special(u16),
    /// An emergency special session since 1976: the 10 of `A/RES/ES-10/17`.
    Emergency(u16),
    /// A regular session in Roman numerals: the III of `217 A (III)`.
    RomanSession(Roman),
    /// A special session in Roman numerals: the VII of `3362 (S-VII)`.
    RomanSpecial(Roman),
    /// An emergency special session in Roman numerals: the V of `2252 (ES-V)`.
    RomanEmergency(Roman),
    /// A calendar year: the 2000 of `S/RES/1325 (2000)`, the 2006 of `E/RES/2006/2`.
    Year(u16),
    /// No session or year is stated, as in `S/RES/1454`.
    Unstated,
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session(n) | Self::Year(n) => write!(out, "{n}"),
            Self::Special(n) => write!(out, "S-{n}"),
            Self::Emergency(n) => write!(out, "ES-{n}"),
            Self::RomanSession(n) => write!(out, "{n}"),
            Self::RomanSpecial(n) => write!(out, "S-{n}"),
            Self::RomanEmergency(n) => write!(out, "ES-{n}"),
            Self::Unstated => Ok(()),
        }
    }
}

/// The number of an adopted text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Adopted {
    /// Who adopted it.
    pub body: Body,
    /// What it is.
    pub act: Act,
    /// Session or year.
    pub term: Term,
    /// The number within the session, the year, or the body's running count.
    pub number: u32,
    /// Lettered part as written in canonical form: `A`, `A-C`, `A and B`.
    pub part: Option<Box<str>>,
}

impl Adopted {
    /// The text of `body` with the number `written`, `67/172`, without a symbol being read; `None` where the body has
    /// no such number. Only for what [`Self::is_read_from_figures`] allows.
    pub(crate) fn from_figures(body: &Body, act: Act, written: &str) -> Option<Self> {
        let (first, number) = written.split_once('/')?;
        let is_short = first.len() <= 4 && number.len() <= 4;
        let is_plain = number.len() == 1 || !number.starts_with('0');
        let mut term = term(first.parse().ok().filter(|_| is_short && is_plain)?);
        if body.key() == Body::ECONOMIC_AND_SOCIAL_COUNCIL {
            term = by_year(term);
        }
        let fits = match body.key() {
            Body::GENERAL_ASSEMBLY => matches!(term, Term::Session(_)),
            Body::ECONOMIC_AND_SOCIAL_COUNCIL => matches!(term, Term::Year(_)),
            // The Council's resolutions are numbered through.
            Body::SECURITY_COUNCIL => act == Act::Decision,
            _ => true,
        };
        Some(Self {
            body: body.clone(),
            act,
            term,
            number: number.parse().ok().filter(|_| fits)?,
            part: None,
        })
    }

    /// The resolution of the General Assembly that is cited by its running number alone, `2758`, `217A`, or with its year,
    /// `3314 (1974)`: until 1975 the numbers ran through all sessions, so that the number tells the session.
    pub(crate) fn running(written: &str) -> Option<Self> {
        let (figures, year) = match written.split_once('(') {
            Some((figures, rest)) => (figures.trim_end(), Some(rest.strip_suffix(')')?)),
            None => (written, None),
        };
        let (number, part) = Self::running_figures(figures)?;
        let adopted = Self {
            body: Body::general_assembly(),
            act: Act::Resolution,
            term: facts::session_of_running_number(number)?,
            number,
            part: part.map(Into::into),
        };
        let Some(year) = year else {
            return Some(adopted);
        };
        let year: u16 = year.parse().ok()?;
        let (from, to) = facts::adopted_within(&Symbol::of(adopted.clone()))?;
        (from.year()..=to.year()).contains(&year).then_some(adopted)
    }

    /// The number and the lettered part of `2758` and `217A`.
    pub(crate) fn running_figures(written: &str) -> Option<(u32, Option<&str>)> {
        let figures = written.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let part = &written[figures.len()..];
        // "217 A" and "217A".
        let figures = figures.trim_end();
        let is_figure = figures.len() <= 4 && figures.bytes().all(|b| b.is_ascii_digit());
        let number = figures
            .parse()
            .ok()
            .filter(|_| is_figure && part.len() <= 1)?;
        Some((number, (!part.is_empty()).then_some(part)))
    }

    /// Whether `written` is a session or year and a number in figures, as the principal organs and the Human Rights
    /// Council number their resolutions and decisions, and `body` is one of them.
    pub(crate) fn is_read_from_figures(body: &Body, act: Act, written: &str) -> bool {
        let is_figure = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_one_of_them = matches!(
            body.key(),
            Body::GENERAL_ASSEMBLY
                | Body::SECURITY_COUNCIL
                | Body::ECONOMIC_AND_SOCIAL_COUNCIL
                | Body::HUMAN_RIGHTS_COUNCIL
        );
        is_one_of_them
            && act != Act::PresidentialStatement
            && written
                .split_once('/')
                .is_some_and(|(first, number)| is_figure(first) && is_figure(number))
    }

    /// The number as prose writes it after "resolution": `67/172`, `1325 (2000)`, `217 A (III)`.
    pub fn in_prose(&self) -> String {
        let part = self
            .part
            .as_deref()
            .map(|part| format!(" {part}"))
            .unwrap_or_default();
        match self.term {
            Term::Session(_) | Term::Special(_) | Term::Emergency(_) => {
                format!("{}/{}{part}", self.term, self.number)
            }
            Term::Year(_) if self.body.key() != Body::SECURITY_COUNCIL => {
                format!("{}/{}{part}", self.term, self.number)
            }
            Term::Unstated => format!("{}{part}", self.number),
            _ => format!("{}{part} ({})", self.number, self.term),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Symbol;

    #[test]
    fn two_figures_are_read_as_their_symbol_is() {
        let numbers = ["0", "1", "12", "60", "172", "0172", "1720", "17201", "01"];
        let terms = [
            "0", "5", "30", "67", "067", "172", "1900", "1901", "2006", "20061", "70000",
        ];
        let keys = ["A", "S", "E", "A/HRC", "T", "E/CN.7", "E/CN.4"];
        for (key, act) in keys
            .into_iter()
            .flat_map(|key| [Act::Resolution, Act::Decision].map(|act| (key, act)))
        {
            for written in terms
                .iter()
                .flat_map(|term| numbers.map(|number| format!("{term}/{number}")))
            {
                let body = Body::new(key);
                let text = format!("{key}/{}/{written}", act.component());
                let known = matches!(key, "A" | "S" | "E" | "A/HRC");
                assert_eq!(Adopted::is_read_from_figures(&body, act, &written), known);
                if known {
                    let adopted = Adopted::from_figures(&body, act, &written);
                    let symbol = Symbol::parse(&text);
                    let read = symbol.as_ref().and_then(Symbol::adopted);
                    assert_eq!(adopted.as_ref(), read, "{text}");
                    assert_eq!(adopted.map(Symbol::of), symbol, "{text}");
                }
            }
        }
        for written in [
            "67",
            "67/",
            "/172",
            "67/172 A",
            "1325 (2000)",
            "S-10/2",
            "67/1/2",
        ] {
            let is_read = Adopted::is_read_from_figures(&Body::new("A"), Act::Resolution, written);
            assert!(!is_read, "{written}");
        }
    }
}
