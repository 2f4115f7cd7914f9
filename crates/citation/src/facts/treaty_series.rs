//! Volumes of the Treaty Series and the registration numbers in them, so that a slip in either can be
//! called in question.
//!
//! A treaty keeps its number in the volumes of its protocols, and old treaties come back in late volumes,
//! so that no pair is ever impossible: a doubt needs a volume that is one slip away from a known one or
//! that was closed before the treaty was registered, or a number one slip away from one of its volume that is too far
//! for a neighbour.

use std::sync::LazyLock;

use super::slips::{is_exchange, is_one_slip};
use super::{Standing, tables};
use crate::table::rows;

/// How far apart two volumes have to be before their order says anything of that of their numbers.
const APART: u16 = 10;
/// How many later volumes with earlier numbers make a volume too early.
const WITNESSES: usize = 2;
/// Treaties whose numbers are further apart than this do not stand side by side in one volume.
const NEIGHBOURS: u32 = 100;
/// In so many places a pair stands that drafters cite again and again.
const OFTEN: u16 = 40;
/// Numbers up to this one are also used by the register of treaties filed and recorded.
const FILED: u32 = 1_500;

struct Entry {
    volume: u16,
    number: u32,
    support: u16,
    standing: Standing,
    /// Its title; empty where the table does not have it.
    treaty: &'static str,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    rows::<5>(tables::TREATY_SERIES.text)
        .filter_map(|[volume, number, support, standing, treaty]| {
            Some(Entry {
                treaty,
                volume: volume.parse().ok()?,
                number: number.parse().ok()?,
                support: support.parse().ok()?,
                standing: Standing::of(standing),
            })
        })
        .collect()
});

/// A doubt about a volume and a number that a text gives together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationDoubt {
    /// Whole sentence for the drafter.
    pub reason: String,
    /// Volume and number that were probably meant, best first.
    pub meant: Vec<(u16, u32)>,
    /// How well the fact behind the doubt is known.
    pub standing: Standing,
}

/// Whether volume and number of the Treaty Series, as a text gives them together, are probably a slip.
pub fn doubt_registration(volume: u16, number: u32) -> Option<RegistrationDoubt> {
    let known = || ENTRIES.iter().filter(move |entry| entry.number == number);
    if number <= FILED || known().any(|entry| entry.volume == volume) {
        return None;
    }
    let mut near: Vec<&Entry> = known()
        .filter(|entry| entry.standing >= Standing::Observed)
        .filter(|entry| is_one_slip(&volume.to_string(), &entry.volume.to_string()))
        .collect();
    near.sort_by_key(|entry| (u16::MAX - entry.support, entry.volume));
    let closed = is_closed_before(volume, number);
    if near.is_empty() && !closed {
        return doubt_number(volume, number);
    }
    let volumes: Vec<u16> = match near.as_slice() {
        [] => known().map(|entry| entry.volume).take(1).collect(),
        near => near.iter().map(|entry| entry.volume).collect(),
    };
    let reason = match volumes.first() {
        Some(known) => {
            format!(
                "No. {number} of the Treaty Series is not known in volume {volume}; other United Nations texts have it in volume {known}."
            )
        }
        None => format!("Volume {volume} of the Treaty Series is older than No. {number}."),
    };
    Some(RegistrationDoubt {
        reason,
        meant: volumes.into_iter().map(|volume| (volume, number)).collect(),
        standing: Standing::Observed,
    })
}

/// Whether a number that no text is known to print is a slip of one that texts print with this volume.
fn doubt_number(volume: u16, number: u32) -> Option<RegistrationDoubt> {
    if ENTRIES.iter().any(|entry| entry.number == number) {
        return None;
    }
    let mut near: Vec<&Entry> = ENTRIES
        .iter()
        .filter(|entry| entry.volume == volume && entry.standing >= Standing::Observed)
        .filter(|entry| entry.number.abs_diff(number) > NEIGHBOURS || is_of_often(entry, number))
        .filter(|entry| is_one_slip(&number.to_string(), &entry.number.to_string()))
        .collect();
    near.sort_by_key(|entry| (u16::MAX - entry.support, entry.number));
    let known = near.first()?.number;
    Some(RegistrationDoubt {
        reason: format!(
            "No. {number} is not known in volume {volume} of the Treaty Series; other United Nations texts have No. {known}."
        ),
        meant: near.iter().map(|entry| (volume, entry.number)).collect(),
        standing: Standing::Observed,
    })
}

/// Whether `number` has two digits of one exchanged that texts print so often that nobody cites a neighbour with just these.
fn is_of_often(entry: &Entry, number: u32) -> bool {
    entry.support >= OFTEN && is_exchange(number, entry.number)
}

/// The title of the treaty with this `number` in this `volume`, empty where only the pair is known; `None` where United Nations
/// texts are not known to print them together.
pub fn treaty_registered(volume: u16, number: u32) -> Option<&'static str> {
    let mut entries = ENTRIES.iter();
    let known = entries.find(|entry| entry.volume == volume && entry.number == number)?;
    (known.standing >= Standing::Observed).then_some(known.treaty)
}

/// How many pairs of a volume and a number the table has.
#[cfg(test)]
pub(super) fn pairs() -> usize {
    ENTRIES.len()
}

/// Whether later volumes begin with treaties that were registered before `number`. Only the first volume
/// of a number says when it was registered.
fn is_closed_before(volume: u16, number: u32) -> bool {
    let first_volume = |number: u32| {
        let volumes = ENTRIES.iter().filter(|entry| entry.number == number);
        volumes.map(|entry| entry.volume).min()
    };
    let witnesses = ENTRIES.iter().filter(|entry| {
        entry.standing >= Standing::Observed
            && entry.number > FILED
            && entry.number < number
            && entry.volume > volume.saturating_add(APART)
            && first_volume(entry.number) == Some(entry.volume)
    });
    witnesses.count() >= WITNESSES
}

/// Volume and number of the canonical form of a volume of the Treaty Series.
pub fn volume_and_number(canonical: &str) -> Option<(u16, u32)> {
    let rest = canonical.strip_prefix("United Nations, Treaty Series, vol. ")?;
    let (volume, number) = rest.split_once(", No. ")?;
    Some((volume.parse().ok()?, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_pair_is_beyond_doubt() {
        for entry in ENTRIES.iter() {
            assert_eq!(
                doubt_registration(entry.volume, entry.number),
                None,
                "{}",
                entry.number
            );
        }
    }

    #[test]
    fn a_known_pair_has_its_treaty() {
        assert_eq!(
            treaty_registered(1577, 27531),
            Some("Convention on the Rights of the Child")
        );
        assert_eq!(treaty_registered(1578, 27531), None);
        assert_eq!(treaty_registered(15, 102), Some(""));
    }

    #[test]
    fn a_slip_of_the_volume_is_called_in_question() {
        for (volume, number, meant) in [
            (2022, 39481, 2220),
            (1557, 27531, 1577),
            (606, 9464, 660),
            (1294, 20378, 1249),
            (2525, 44910, 2515),
        ] {
            let doubt = doubt_registration(volume, number).unwrap();
            assert_eq!(
                doubt.meant.first(),
                Some(&(meant, number)),
                "{volume}, {number}"
            );
            assert!(
                doubt.reason.contains(&meant.to_string()),
                "{}",
                doubt.reason
            );
        }
    }

    #[test]
    fn a_slip_of_the_number_is_called_in_question_in_its_volume() {
        for (volume, number, meant) in [
            (1577, 27351, 27531),
            (1249, 20738, 20378),
            // A neighbour by its number, and one of the pairs that are cited most.
            (1577, 27513, 27531),
        ] {
            let doubt = doubt_registration(volume, number).unwrap();
            assert_eq!(doubt.meant, [(volume, meant)]);
            assert!(
                doubt.reason.contains(&meant.to_string()),
                "{}",
                doubt.reason
            );
        }
        // The next treaty of the volume, another volume, a treaty of its own.
        for (volume, number) in [(1577, 27532), (1249, 20387), (1578, 27351), (1577, 20378)] {
            assert_eq!(
                doubt_registration(volume, number),
                None,
                "{volume}, {number}"
            );
        }
    }

    #[test]
    fn a_volume_too_early_is_called_in_question_without_the_number() {
        let doubt = doubt_registration(1022, 41999).unwrap();
        assert_eq!(doubt.meant, []);
    }

    #[test]
    fn unknown_pairs_and_late_volumes_of_old_treaties_are_not() {
        for (volume, number) in [
            (2220, 39490),
            (2899, 27531),
            (3000, 51952),
            (1, 4),
            (2411, 1021),
            (3500, 60000),
        ] {
            assert_eq!(
                doubt_registration(volume, number),
                None,
                "{volume}, {number}"
            );
        }
    }

    #[test]
    fn the_canonical_form_is_read_back() {
        assert_eq!(
            volume_and_number("United Nations, Treaty Series, vol. 2220, No. 39481"),
            Some((2220, 39481))
        );
        assert_eq!(volume_and_number("Sales No. E.93.I.8"), None);
    }
}
