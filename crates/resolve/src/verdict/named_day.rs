//! The day that a draft states for an instrument that it names: "the Convention on the Rights of the Child of 20 November
//! 1989".
//!
//! An instrument has more days than that of its adoption: that of its signature, of its entry into force, of the
//! conference that agreed on it. So only a date that is all but right is told of.

use citation::facts::{self, DateBasis, DateJudgement};
use citation::{Date, Referent, WrittenDate};
use sources::{Origin, Source, SourceKind};

use crate::reference::Agreement;

/// How the titles begin of what no conference agreed on before it was adopted.
const OF_THE_ASSEMBLY: [&str; 3] = [
    "Declaration on ",
    "United Nations Declaration on ",
    "Universal Declaration ",
];

/// What `stated` is worth as a date of the instrument that is `source`.
pub(super) fn agreement(
    source: &Source,
    stated: WrittenDate,
) -> Option<(Agreement<Date>, DateBasis)> {
    let right = source.date.filter(|_| is_instrument(source))?;
    let basis = basis(source, right)?;
    if stated.includes(right) {
        return Some((Agreement::Agrees, basis));
    }
    let is_slip = is_slip(source, right, stated.day()?);
    is_slip.then_some((Agreement::Contradicts(right), basis))
}

const fn is_instrument(source: &Source) -> bool {
    matches!(source.kind, SourceKind::Treaty | SourceKind::Outcome)
}

/// How the day is known; `None` where it is not known well enough.
fn basis(source: &Source, right: Date) -> Option<DateBasis> {
    let recorded = match &source.origin {
        Origin::File { .. } => return Some(DateBasis::Document),
        Origin::Catalogue { source } => *source,
    };
    let mut symbols = source.referents.iter().filter_map(Referent::symbol);
    let judged = symbols.find_map(|symbol| match facts::judge_date(symbol, right.into()) {
        DateJudgement::Agrees(basis) => Some(basis),
        _ => None,
    });
    let is_checked = !recorded.contains("date: recalled") || recorded.contains("instruments table");
    judged.or_else(|| is_checked.then_some(DateBasis::Catalogue))
}

/// Whether `stated` is `right` but for its year, its month or, where no other day of the same month can be meant, its day.
fn is_slip(source: &Source, right: Date, stated: Date) -> bool {
    let same_day = right.day() == stated.day();
    let same_month = right.month() == stated.month();
    let same_year = right.year() == stated.year();
    match (same_day, same_month, same_year) {
        (true, true, false) | (true, false, true) => true,
        // A treaty may be opened for signature some days after, and a conference ends before the Assembly endorses it.
        (false, true, true) => OF_THE_ASSEMBLY
            .iter()
            .any(|opening| source.title.starts_with(opening)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::{contradicts_nothing, line, resolved};

    #[track_caller]
    fn first(text: &str) -> String {
        line(text, &resolved(text).references[0])
    }

    #[test]
    fn a_date_that_is_all_but_right_is_told() {
        for (text, right) in [
            (
                "The Universal Declaration of Human Rights of 12 December 1948 is old.",
                "1948-12-10",
            ),
            (
                "The Convention on the Rights of the Child, adopted on 20 November 1990, is young.",
                "1989-11-20",
            ),
            (
                "The Rome Statute of the International Criminal Court of 17 June 1998 is in force.",
                "1998-07-17",
            ),
            (
                "The 2030 Agenda for Sustainable Development of 25 September 2016 has goals.",
                "2015-09-25",
            ),
        ] {
            let told = first(text);
            assert!(
                told.ends_with(&format!("exists, date should be {right}")),
                "{told}"
            );
        }
    }

    #[test]
    fn right_dates_agree() {
        for text in [
            "The Universal Declaration of Human Rights of 10 December 1948 is old.",
            "The Convention on the Rights of the Child of 20 November 1989 is young.",
        ] {
            let told = first(text);
            assert!(told.ends_with("date agrees"), "{told}");
        }
    }

    #[test]
    fn other_days_of_an_instrument_are_left_alone() {
        for text in [
            // Opened for signature.
            "The International Covenant on Civil and Political Rights of 19 December 1966 holds.",
            "The International Convention on the Elimination of All Forms of Racial Discrimination of 7 March 1966 holds.",
            // Agreed on in Marrakech, and at Addis Ababa.
            "The Global Compact for Safe, Orderly and Regular Migration, adopted on 10 December 2018, holds.",
            "The Addis Ababa Action Agenda of 16 July 2015 holds.",
            // In force.
            "The Convention on the Rights of the Child of 2 September 1990 holds.",
            // Days of those who remember it.
            "The anniversary of the Universal Declaration of Human Rights, 10 December 2018, was marked.",
        ] {
            contradicts_nothing(text);
        }
    }
}
