//! The number of an adopted text: who adopted it, what it is, in which session, under which number.
//!
//! This is the part of a [`crate::Symbol`] that fact tables can judge.

use std::fmt;

use crate::{Body, Roman};

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
