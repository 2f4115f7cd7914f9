//! The list of instruments of the International Labour Organization, and what it says of a number, a
//! year and a title that stand together.
//!
//! Numbers rise with the years, so that a year is bounded by its neighbours where the list itself is
//! from memory.

use std::sync::LazyLock;

use super::slips::is_one_slip;
use super::{Judgement, Objection, Standing, tables};
use crate::table::rows;
use crate::{Date, LabourInstrument, LabourKind};

/// The year up to which the list is complete.
const AS_OF: u16 = 2025;
/// How many instruments of a kind the Conference may adopt in a year, generously.
const A_YEAR: u16 = 3;

/// An instrument of the list.
pub(crate) struct Entry {
    pub(crate) kind: LabourKind,
    pub(crate) number: u16,
    /// "Domestic Workers Convention", without its year; a protocol's title has the year of the
    /// convention that it amends.
    pub(crate) title: &'static str,
    pub(crate) year: u16,
    pub(super) standing: Standing,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    rows::<5>(tables::ILO_INSTRUMENTS.text)
        .filter_map(|[kind, number, title, year, standing]| {
            Some(Entry {
                kind: match kind {
                    "convention" => LabourKind::Convention,
                    "protocol" => LabourKind::Protocol,
                    _ => LabourKind::Recommendation,
                },
                number: number.parse().ok()?,
                title,
                year: year.parse().ok()?,
                standing: Standing::of(standing),
            })
        })
        .collect()
});

/// The list, by kind and number.
pub(crate) fn entries() -> &'static [Entry] {
    &ENTRIES
}

/// The instrument with this number, where the list has it.
pub(crate) fn entry(kind: LabourKind, number: u16) -> Option<&'static Entry> {
    let place = ENTRIES.binary_search_by_key(&(kind, number), |entry| (entry.kind, entry.number));
    ENTRIES.get(place.ok()?)
}

/// Judges an instrument of the International Labour Organization as of the date of the draft: its number
/// against the last one, and against the year and the title that the text gives it.
pub fn judge_labour(instrument: &LabourInstrument, as_of: Date) -> Judgement<LabourInstrument> {
    let (kind, number) = (instrument.kind(), instrument.number());
    if let Some(titled) = instrument.titled().and_then(|titled| entry(kind, titled)) {
        let reason = match kind {
            LabourKind::Protocol => {
                format!("The {} has the number {}.", titled.title, titled.number)
            }
            _ => format!(
                "The {}, {}, is No. {}.",
                titled.title, titled.year, titled.number
            ),
        };
        let meant = LabourInstrument::new(kind, titled.number);
        return impossible(reason, vec![(meant, "the number of this title".to_owned())]);
    }
    if kind == LabourKind::Protocol {
        return Judgement::exists_if(instrument.entry().is_some_and(is_known));
    }
    let last = last(kind);
    let since = as_of.year().saturating_sub(AS_OF);
    if number == 0 || number > last.saturating_add(since.saturating_mul(A_YEAR)) {
        let reason = format!(
            "The last {} of the International Labour Organization known is No. {last}.",
            kind.word().to_lowercase()
        );
        return impossible(reason, slips(instrument));
    }
    let (from, to) = years(kind, number);
    match instrument.stated_year() {
        Some(year) if !(from..=to).contains(&year) => contradicted(instrument, from, to),
        Some(_) => Judgement::Unknown,
        None => Judgement::exists_if(match kind {
            LabourKind::Convention => number <= last,
            _ => instrument.entry().is_some_and(is_known),
        }),
    }
}

fn impossible(
    reason: String,
    suggestions: Vec<(LabourInstrument, String)>,
) -> Judgement<LabourInstrument> {
    Judgement::Impossible(Objection {
        reason,
        suggestions,
    })
}

/// Whether the instrument of this kind with this number may be of `year`, for those that the list has beside it.
pub(crate) fn may_be_of(kind: LabourKind, number: u16, year: u16) -> bool {
    let (from, to) = years(kind, number);
    (1..=last(kind)).contains(&number) && (from..=to).contains(&year)
}

/// The year stated for an instrument is not the one, or not between the two, of the list.
fn contradicted(instrument: &LabourInstrument, from: u16, to: u16) -> Judgement<LabourInstrument> {
    let (kind, number) = (instrument.kind(), instrument.number());
    let name = format!("ILO {} No. {number}", kind.word());
    let reason = if from == to {
        format!("{name} was adopted in {from}.")
    } else if from == 0 {
        format!("{name} was adopted in {to} or before.")
    } else if to == u16::MAX {
        format!("{name} was adopted in {from} or later.")
    } else {
        format!("{name} was adopted between {from} and {to}.")
    };
    let right_year = instrument.entry().map(|_| {
        (
            LabourInstrument::new(kind, number),
            "year of adoption".to_owned(),
        )
    });
    let suggestions = right_year.into_iter().chain(slips(instrument)).collect();
    impossible(reason, suggestions)
}

/// Instruments of the stated year whose number is one slip away: a digit wrong, missing or too many, two
/// exchanged.
fn slips(instrument: &LabourInstrument) -> Vec<(LabourInstrument, String)> {
    let Some(year) = instrument.stated_year() else {
        return Vec::new();
    };
    let written = instrument.number().to_string();
    ENTRIES
        .iter()
        .filter(|entry| entry.kind == instrument.kind() && entry.year == year)
        .filter(|entry| is_one_slip(&written, &entry.number.to_string()))
        .map(|entry| {
            let meant = LabourInstrument::new(entry.kind, entry.number);
            (meant, format!("the {}", entry.title))
        })
        .collect()
}

/// First and last year in which the number can have been adopted, by the nearest numbers of which the
/// year is known: 0 and the highest number where there is none.
fn years(kind: LabourKind, number: u16) -> (u16, u16) {
    let mut from = 0;
    let mut to = u16::MAX;
    for entry in ENTRIES
        .iter()
        .filter(|entry| entry.kind == kind && is_known(entry))
    {
        if entry.number <= number {
            from = from.max(entry.year);
        }
        if entry.number >= number {
            to = to.min(entry.year);
        }
    }
    (from, to)
}

fn is_known(entry: &Entry) -> bool {
    entry.standing >= Standing::Observed
}

fn last(kind: LabourKind) -> u16 {
    let numbers = ENTRIES.iter().filter(|entry| entry.kind == kind);
    numbers.map(|entry| entry.number).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONVENTION: LabourKind = LabourKind::Convention;

    fn judge(instrument: LabourInstrument) -> (String, Vec<String>) {
        match judge_labour(&instrument, Date::new(2026, 11, 1).unwrap()) {
            Judgement::Impossible(found) => (
                found.reason,
                found
                    .suggestions
                    .iter()
                    .map(|(meant, _)| meant.to_string())
                    .collect(),
            ),
            other => (format!("{other:?}"), Vec::new()),
        }
    }

    #[test]
    fn the_list_is_whole_and_rises_with_the_years() {
        let numbers = |kind| -> Vec<_> {
            let of_kind = ENTRIES.iter().filter(|entry| entry.kind == kind);
            of_kind.map(|entry| (entry.number, entry.year)).collect()
        };
        let conventions = numbers(CONVENTION);
        assert!(conventions.iter().map(|(number, _)| *number).eq(1..=192));
        for kind in [CONVENTION, LabourKind::Recommendation] {
            assert!(numbers(kind).is_sorted_by_key(|(number, _)| *number));
            assert!(numbers(kind).is_sorted_by_key(|(_, year)| *year));
        }
        for entry in entries() {
            assert!(entry.title.contains(entry.kind.word()), "{}", entry.title);
            assert!((1919..=AS_OF).contains(&entry.year), "{}", entry.title);
        }
    }

    #[test]
    fn a_year_that_the_list_contradicts_is_impossible() {
        for (number, year, reason, meant) in [
            (97, 1947, "ILO Convention No. 97 was adopted in 1949.", 97),
            (
                189,
                2010,
                "ILO Convention No. 189 was adopted in 2011.",
                189,
            ),
            (29, 1957, "ILO Convention No. 29 was adopted in 1930.", 29),
        ] {
            let stated = LabourInstrument::new(CONVENTION, number).stated(Some(year), None);
            let (said, suggestions) = judge(stated);
            assert_eq!(said, reason);
            assert_eq!(
                suggestions[0],
                LabourInstrument::new(CONVENTION, meant).to_string()
            );
        }
        let (said, _) = judge(LabourInstrument::new(CONVENTION, 143).stated(Some(1957), None));
        assert_eq!(said, "ILO Convention No. 143 was adopted in 1975.");
    }

    #[test]
    fn a_year_that_the_neighbours_allow_is_not_contradicted() {
        // Both neighbours whose years are known leave the year of a recalled row open.
        let stated = LabourInstrument::new(CONVENTION, 30).stated(Some(1931), None);
        assert_eq!(judge(stated).0, "Unknown");
        let unlisted =
            LabourInstrument::new(LabourKind::Recommendation, 53).stated(Some(1937), None);
        assert_eq!(judge(unlisted).0, "Unknown");
    }

    #[test]
    fn exchanged_digits_are_suggested_where_the_year_fits() {
        let (_, suggestions) =
            judge(LabourInstrument::new(CONVENTION, 198).stated(Some(2011), None));
        assert_eq!(suggestions, ["ILO Convention No. 189"]);
        let (_, suggestions) =
            judge(LabourInstrument::new(CONVENTION, 134).stated(Some(1975), None));
        assert!(
            suggestions.iter().any(|one| one.ends_with("No. 143")),
            "{suggestions:?}"
        );
    }

    #[test]
    fn a_title_that_belongs_to_another_number_is_impossible() {
        let wrong = LabourInstrument::new(CONVENTION, 143).stated(None, Some(189));
        let (reason, suggestions) = judge(wrong);
        assert_eq!(reason, "The Domestic Workers Convention, 2011, is No. 189.");
        assert_eq!(suggestions, ["ILO Convention No. 189"]);
    }

    #[test]
    fn numbers_beyond_the_last_are_impossible_and_new_ones_are_not() {
        assert!(
            judge(LabourInstrument::new(CONVENTION, 210))
                .0
                .contains("known is No. 192")
        );
        assert!(
            judge(LabourInstrument::new(LabourKind::Recommendation, 301))
                .0
                .contains("No. 209")
        );
        assert_eq!(judge(LabourInstrument::new(CONVENTION, 194)).0, "Unknown");
        assert_eq!(judge(LabourInstrument::new(CONVENTION, 192)).0, "Exists");
        assert_eq!(
            judge(LabourInstrument::new(LabourKind::Protocol, 29)).0,
            "Exists"
        );
        assert_eq!(
            judge(LabourInstrument::new(LabourKind::Protocol, 30)).0,
            "Unknown"
        );
    }

    #[test]
    fn a_correction_keeps_the_form_of_the_words_it_replaces() {
        let right = LabourInstrument::new(CONVENTION, 97);
        let wrong = right.stated(Some(1947), None);
        assert_eq!(
            right.in_place_of(&wrong, "Convention 97 of 1947"),
            "Convention 97 of 1949"
        );
        let slip = LabourInstrument::new(CONVENTION, 79).stated(Some(1949), None);
        assert_eq!(right.in_place_of(&slip, "C079 (1949)"), "C097 (1949)");
        assert_eq!(wrong.to_string(), "ILO Convention No. 97 (1947)");
    }
}
