//! What has been adopted and when: sessions, last numbers, adoption dates, treaty articles.
//!
//! The facts are tables in `data/facts`, each row with its basis; this module reads them and
//! judges. A symbol is impossible only where a fact leaves no room for it: numbers from memory and
//! highest numbers seen never suffice.

mod commission;
mod communications;
mod dates;
mod economic_and_social_council;
mod general_assembly;
mod general_comments;
mod human_rights_council;
mod issued;
pub(crate) mod labour;
mod lineage;
mod neighbours;
mod numbered_parts;
mod other_bodies;
mod replaced;
mod roman_sessions;
mod security_council;
mod session_years;
mod slips;
mod stated_date;
mod suggest;
mod tables;
mod term_window;
mod treaties;
mod treaty_series;

use crate::{Adopted, Body, Date, Symbol};

pub(crate) use communications::communication_years;
pub use dates::adoption_date;
pub(crate) use dates::date_of;
pub use general_assembly::general_assembly_session_window;
pub(crate) use general_assembly::number_before_note;
pub(crate) use general_comments::GeneralComment;
pub use labour::judge_labour;
pub use lineage::{
    DraftOutcome, draft_outcome, exchanged_in_series, is_adopted_by, later_in_series,
};
pub use neighbours::{Around, adopted_around};
pub use numbered_parts::{GoalTargets, goal_targets, numbered_parts};
pub use other_bodies::other_bodies;
pub use replaced::{Replaced, Replacing, replaced};
pub(crate) use roman_sessions::session_of as session_of_running_number;
pub use security_council::{security_council_year, sure_security_council_year};
pub use session_years::{session_opened_in, session_opens};
pub(crate) use slips::is_one_slip;
pub use stated_date::{DateBasis, DateJudgement, is_dated_elsewhere, judge_date};
pub use suggest::of_date;
pub use tables::{TABLES, Table};
pub use term_window::adopted_within;
pub use treaties::treaty_articles;
pub use treaty_series::{
    RegistrationDoubt, doubt_registration, treaty_registered, volume_and_number,
};

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

impl Standing {
    /// The word of the tables: `recalled`, `observed`, `verified`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recalled => "recalled",
            Self::Observed => "observed",
            Self::Verified => "verified",
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "verified" => Self::Verified,
            "observed" => Self::Observed,
            _ => Self::Recalled,
        }
    }
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
    /// In how many texts the most frequent other date was found beside the number.
    pub rival: u16,
}

/// What speaks against a symbol, or another document of which the tables know, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection<T = Symbol> {
    /// Whole sentence for the drafter, without the symbol's own correction: "Security Council
    /// resolution 1325 was adopted in 2000."
    pub reason: String,
    /// What was probably meant, best first, each with its reason in words.
    pub suggestions: Vec<(T, String)>,
}

/// What the fact tables alone say about the existence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement<T = Symbol> {
    /// A fact leaves no room for it.
    Impossible(Objection<T>),
    /// Possible, and unlike everything that the tables know.
    Doubtful(Objection<T>),
    /// Possible; the tables do not know.
    Unknown,
    /// Inside a range verified without gaps, or of a day that is known.
    Exists,
}

impl<T> Judgement<T> {
    fn impossible(reason: String) -> Self {
        Self::Impossible(Objection::of(reason))
    }

    fn doubtful(reason: String) -> Self {
        Self::Doubtful(Objection::of(reason))
    }

    fn exists_if(known: bool) -> Self {
        if known { Self::Exists } else { Self::Unknown }
    }
}

impl<T> Objection<T> {
    const fn of(reason: String) -> Self {
        Self {
            reason,
            suggestions: Vec::new(),
        }
    }
}

/// Judges `symbol` as of the date of the draft.
///
/// Resolutions, decisions and presidential statements are judged for the General Assembly, the Security
/// Council, the Economic and Social Council, the Human Rights Council and the Commission on Human Rights;
/// other documents by the session and the Main Committee in their symbol. All else is
/// [`Judgement::Unknown`].
pub fn judge(symbol: &Symbol, as_of: Date) -> Judgement {
    let suggestions = || match symbol.adopted() {
        Some(adopted) => suggest::instead_of(adopted, as_of),
        None => issued::instead_of(symbol, as_of),
    };
    let with_suggestions = |objection: Objection| Objection {
        suggestions: suggestions(),
        ..objection
    };
    match plain(symbol, as_of) {
        Judgement::Impossible(objection) => Judgement::Impossible(with_suggestions(objection)),
        Judgement::Doubtful(objection) => Judgement::Doubtful(with_suggestions(objection)),
        known_or_not => known_or_not,
    }
}

/// Whether a fact leaves no room for `symbol`: what [`judge`] says, without asking what was meant instead.
pub fn is_impossible(symbol: &Symbol, as_of: Date) -> bool {
    matches!(plain(symbol, as_of), Judgement::Impossible(_))
}

/// Whether `symbol` is inside a range verified without gaps, or of a day that is known, as [`judge`] says.
pub fn is_known(symbol: &Symbol, as_of: Date) -> bool {
    matches!(plain(symbol, as_of), Judgement::Exists)
}

/// The judgement without suggestions.
fn plain(symbol: &Symbol, as_of: Date) -> Judgement {
    let Some(adopted) = symbol.adopted() else {
        return issued::judge(symbol, as_of);
    };
    match existence(adopted, as_of) {
        // That a number exists says nothing of its lettered parts.
        Judgement::Exists if adopted.part.is_some() && adoption_date(symbol).is_none() => {
            Judgement::Unknown
        }
        Judgement::Unknown if is_dated(symbol, as_of) => Judgement::Exists,
        known_or_not => known_or_not,
    }
}

/// Whether the day of adoption is known by `as_of`: from the text itself, or from several others of which fewer give another.
fn is_dated(symbol: &Symbol, as_of: Date) -> bool {
    adoption_date(symbol).is_some_and(|known| {
        let is_witnessed = known.support >= 2 && known.support > known.rival;
        known.date <= as_of && (known.standing == Standing::Verified || is_witnessed)
    })
}

/// A day by which everything that the tables know has happened, and little else: symbols of later
/// sessions are less likely to be meant.
pub(crate) const HORIZON: Date = match Date::new(2030, 12, 31) {
    Some(date) => date,
    // A constant: were this reached, the crate would not compile.
    None => panic!("the last day of a year is in the calendar"),
};

/// The judgement without suggestions, so that suggestions can be judged in turn.
fn existence(adopted: &Adopted, as_of: Date) -> Judgement {
    match adopted.body.key() {
        Body::GENERAL_ASSEMBLY => general_assembly::existence(adopted, as_of),
        Body::SECURITY_COUNCIL => security_council::existence(adopted, as_of),
        Body::HUMAN_RIGHTS_COUNCIL => human_rights_council::existence(adopted, as_of),
        Body::ECONOMIC_AND_SOCIAL_COUNCIL => economic_and_social_council::existence(adopted, as_of),
        Body::COMMISSION_ON_HUMAN_RIGHTS => commission::existence(adopted),
        _ => Judgement::Unknown,
    }
}

#[cfg(test)]
mod tests;
