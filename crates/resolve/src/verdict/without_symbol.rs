//! The existence of documents that have no document symbol: instruments of the International Labour
//! Organization, volumes of the Treaty Series.

use citation::facts::{self, Judgement};
use citation::{Date, LabourInstrument, Referent};

use super::Finding;
use crate::reference::{Correction, Existence};

/// What the facts say of `referent`, for which the draft has the words `written`.
pub(super) fn existence(referent: &Referent, written: &str, as_of: Date) -> Finding {
    match referent {
        Referent::Labour(instrument) => labour(instrument, written, as_of),
        _ => (Existence::Unknown, String::new(), Vec::new()),
    }
}

fn labour(instrument: &LabourInstrument, written: &str, as_of: Date) -> Finding {
    let found = match facts::judge_labour(instrument, as_of) {
        Judgement::Exists => return (Existence::Exists, String::new(), Vec::new()),
        Judgement::Unknown => return (Existence::Unknown, String::new(), Vec::new()),
        Judgement::Impossible(found) => found,
    };
    let corrections = found
        .suggestions
        .into_iter()
        .map(|(meant, reason)| Correction {
            text: meant.in_place_of(instrument, written),
            reason,
        })
        .collect();
    (Existence::Impossible, found.reason, corrections)
}
