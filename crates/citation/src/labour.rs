//! Conventions, recommendations and protocols of the International Labour Organization.
//!
//! An instrument is its kind and its number; what a text states beside them, a year or a title, is kept
//! only where the list of instruments has it otherwise, so that every way to write an instrument is equal.

use std::fmt::{self, Write as _};

use crate::facts::labour::{self, Entry};

/// The three kinds of instruments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabourKind {
    /// A convention: C189.
    Convention,
    /// A protocol, which has the number of the convention that it amends: P029.
    Protocol,
    /// A recommendation: R201.
    Recommendation,
}

impl LabourKind {
    /// The word in a title: "Convention".
    pub const fn word(self) -> &'static str {
        match self {
            Self::Convention => "Convention",
            Self::Protocol => "Protocol",
            Self::Recommendation => "Recommendation",
        }
    }

    /// The letter of the code: `C`.
    pub const fn letter(self) -> char {
        match self {
            Self::Convention => 'C',
            Self::Protocol => 'P',
            Self::Recommendation => 'R',
        }
    }
}

/// An instrument of the International Labour Organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabourInstrument {
    kind: LabourKind,
    number: u16,
    year: Option<u16>,
    titled: Option<u16>,
}

impl LabourInstrument {
    /// The Maritime Labour Convention, 2006, which is cited without its number.
    pub(crate) const MARITIME: Self = Self::new(LabourKind::Convention, 186);

    /// The instrument of this kind with this number.
    pub const fn new(kind: LabourKind, number: u16) -> Self {
        Self {
            kind,
            number,
            year: None,
            titled: None,
        }
    }

    /// The instrument with the year and the title that a text states beside the number; `titled` is the
    /// number of the instrument that has the title.
    pub(crate) fn stated(self, year: Option<u16>, titled: Option<u16>) -> Self {
        let listed = self.entry().map(|entry| entry.year);
        Self {
            year: year.filter(|year| Some(*year) != listed),
            titled: titled.filter(|titled| *titled != self.number),
            ..self
        }
    }

    /// Convention, protocol or recommendation.
    pub const fn kind(&self) -> LabourKind {
        self.kind
    }

    /// The number: the 189 of C189.
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The year that a text states for it, where the list has another one or none.
    pub(crate) const fn stated_year(&self) -> Option<u16> {
        self.year
    }

    /// The number of the instrument whose title a text gives it, where that is another one.
    pub(crate) const fn titled(&self) -> Option<u16> {
        self.titled
    }

    /// The instrument in the list.
    pub(crate) fn entry(&self) -> Option<&'static Entry> {
        labour::entry(self.kind, self.number)
    }

    /// The title with year and number, "Domestic Workers Convention, 2011 (No. 189)", where the list has it and
    /// the text states nothing else.
    pub fn title(&self) -> Option<String> {
        let is_contradicted = self.year.is_some() || self.titled.is_some();
        let Entry { title, year, .. } = self.entry().filter(|_| !is_contradicted)?;
        Some(match self.kind {
            LabourKind::Protocol => (*title).to_owned(),
            _ if *self == Self::MARITIME => format!("{title}, {year}"),
            _ => format!("{title}, {year} (No. {})", self.number),
        })
    }

    /// Reads a code of the organization's index, `C189`, which is all there is.
    pub fn of_code(code: &str) -> Option<Self> {
        let kind = [
            LabourKind::Convention,
            LabourKind::Protocol,
            LabourKind::Recommendation,
        ]
        .into_iter()
        .find(|kind| code.starts_with(kind.letter()))?;
        let digits = &code[1..];
        let is_number = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_number)?;
        Some(Self::new(kind, number))
    }

    /// The code with which the organization indexes it: `C029`, `R201`.
    pub fn code(&self) -> String {
        format!("{}{:03}", self.kind.letter(), self.number)
    }

    /// The text of the instrument in the organization's data base of standards.
    ///
    /// Form of the address: Normlex resolves the code.
    pub fn address(&self) -> String {
        format!(
            "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:{}",
            self.code()
        )
    }

    /// The words `written` for `instead_of`, with this instrument's number and year in their place.
    pub fn in_place_of(&self, instead_of: &Self, written: &str) -> String {
        let year = |one: &Self| one.year.or_else(|| one.entry().map(|entry| entry.year));
        let mut text = String::with_capacity(written.len());
        let mut rest = written;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let figure = &rest[start..];
            let length = figure.bytes().take_while(u8::is_ascii_digit).count();
            let (figure, behind) = figure.split_at(length);
            text.push_str(&rest[..start]);
            let value = figure.parse().ok();
            if value == instead_of.year
                && let Some(right) = year(self)
            {
                text.push_str(&right.to_string());
            } else if value == Some(instead_of.number) {
                // Writing to a string cannot fail.
                let _ = write!(text, "{:0length$}", self.number);
            } else {
                text.push_str(figure);
            }
            rest = behind;
        }
        text.push_str(rest);
        text
    }
}

impl fmt::Display for LabourInstrument {
    /// "ILO Convention No. 97", as texts cite it beside others; what is cited by its title keeps it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, number, .. } = self;
        if *kind == LabourKind::Protocol || *self == Self::MARITIME {
            return match self.title() {
                Some(title) => out.write_str(&title),
                None => write!(out, "ILO Protocol No. {number}"),
            };
        }
        write!(out, "ILO {} No. {number}", kind.word())?;
        self.year.map_or(Ok(()), |year| write!(out, " ({year})"))
    }
}
