//! What has been adopted and when: sessions, last numbers, adoption dates, treaty articles.

use crate::{Date, Symbol};

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// From memory, not found in a source.
    Recalled,
    /// Counted in United Nations texts.
    Observed,
    /// Taken from the document itself or from a complete official list.
    Verified,
}

/// An adoption date and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdoptionDate {
    /// The date.
    pub date: Date,
    /// How it is known.
    pub standing: Standing,
    /// In how many texts the date was found beside the number; 0 where it comes from the document.
    pub support: u16,
}

/// Why a symbol cannot be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossibility {
    /// Whole sentence for the drafter, without the symbol's own correction: "Security Council
    /// resolution 1325 was adopted in 2000."
    pub reason: String,
    /// What was probably meant, best first, each with its reason in words.
    pub suggestions: Vec<(Symbol, String)>,
}

/// What the fact tables alone say about the existence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// A fact leaves no room for it.
    Impossible(Impossibility),
    /// Possible; the tables do not know.
    Unknown,
    /// Inside a range verified without gaps.
    Exists,
}

/// Judges `symbol` as of the date of the draft.
pub fn judge(_symbol: &Symbol, _as_of: Date) -> Judgement {
    Judgement::Unknown
}

/// The date on which the text behind `symbol` was adopted, where a table has it.
pub fn adoption_date(_symbol: &Symbol) -> Option<AdoptionDate> {
    None
}
