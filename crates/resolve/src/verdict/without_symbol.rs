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
        Referent::Other(canonical) => {
            volume(canonical, written).unwrap_or_else(|| Finding::silent(Existence::Unknown))
        }
        _ => Finding::silent(Existence::Unknown),
    }
}

fn labour(instrument: &LabourInstrument, written: &str, as_of: Date) -> Finding {
    let found = match facts::judge_labour(instrument, as_of) {
        Judgement::Exists => return Finding::silent(Existence::Exists),
        Judgement::Unknown => return Finding::silent(Existence::Unknown),
        Judgement::Doubtful(found) | Judgement::Impossible(found) => found,
    };
    let corrections = found
        .suggestions
        .into_iter()
        .map(|(meant, reason)| Correction {
            text: meant.in_place_of(instrument, written),
            reason,
        })
        .collect();
    Finding::because(Existence::Impossible, found.reason, corrections)
}

/// A volume of the Treaty Series that is known with the registration number beside it, or is probably a slip beside it.
fn volume(canonical: &str, written: &str) -> Option<Finding> {
    let (volume, number) = facts::volume_and_number(canonical)?;
    if facts::treaty_registered(volume, number).is_some() {
        return Some(Finding::silent(Existence::Exists));
    }
    let doubt = facts::doubt_registration(volume, number)?;
    let replaced = |text: &str, from: &str, to: &str| {
        // The number stands behind the volume, and each may hold the other's digits.
        let at = text.rfind(from)?;
        Some(format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
    };
    let corrections = doubt
        .meant
        .iter()
        .filter_map(|(own, registered)| {
            Some(if *own == volume {
                Correction {
                    text: replaced(written, &number.to_string(), &registered.to_string())?,
                    reason: format!("the number in volume {volume}"),
                }
            } else {
                Correction {
                    text: written.replacen(&volume.to_string(), &own.to_string(), 1),
                    reason: format!("the volume of No. {number}"),
                }
            })
        })
        .collect();
    Some(Finding {
        standing: doubt.standing,
        ..Finding::because(Existence::Unknown, doubt.reason, corrections)
    })
}
