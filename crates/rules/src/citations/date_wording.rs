//! What C004 says of a date that is wrong, in a drafter's words.

use citation::facts::{self, DateBasis};
use citation::{Adopted, Date, Referent, StatedDate, Symbol, Term, WrittenDate};
use resolve::Reference;

/// A date that the document does not have, `right` being known on this `basis`.
pub(super) fn contradiction(
    reference: &Reference,
    stated: &StatedDate,
    right: Date,
    basis: DateBasis,
    subject: &str,
) -> String {
    let (right, wrong) = (right.in_prose(), stated.date.in_prose());
    match basis {
        DateBasis::Document if is_adopted(reference) => {
            let on = match stated.date {
                WrittenDate::Month { .. } | WrittenDate::Year(_) => "in",
                WrittenDate::Day(_) | WrittenDate::Nonexistent { .. } => "on",
            };
            format!("{subject} was adopted on {right}, not {on} {wrong}.")
        }
        DateBasis::Document => format!("{subject} is dated {right}, not {wrong}."),
        DateBasis::Meeting => format!("{subject} names a meeting of {right}, not of {wrong}."),
        DateBasis::Catalogue => {
            format!("{subject} is of {right} in the built-in catalogue, not of {wrong}.")
        }
        DateBasis::Session => match window(reference) {
            Some(days) => format!(
                "{subject} was adopted {}, so it cannot be of {wrong}; other texts have {right}.",
                within(days)
            ),
            None => format!("{subject} cannot be of {wrong}; other texts have {right}."),
        },
        DateBasis::SessionDays => format!(
            "{subject} cannot be of {wrong}, when its session adopted no text; other texts have {right}."
        ),
        DateBasis::Texts(texts) => {
            format!("{subject} is of {right} in {texts} other texts, not of {wrong}.")
        }
        DateBasis::Neighbours(below, above) => format!(
            "{subject} is of {right}, to judge by {}, not of {wrong}.",
            neighbours(reference, below, above)
        ),
    }
}

/// A date that the document cannot have, the day itself not being known.
pub(super) fn outside(
    reference: &Reference,
    subject: &str,
    stated: &StatedDate,
    (first, last): (Date, Date),
    basis: DateBasis,
) -> String {
    let wrong = stated.date.in_prose();
    match basis {
        DateBasis::Neighbours(below, above) => format!(
            "{subject} was adopted {}, to judge by {}, not on {wrong}.",
            days(first, last),
            neighbours(reference, below, above)
        ),
        DateBasis::SessionDays => format!(
            "{subject} was adopted {}, when its session adopted texts, not on {wrong}.",
            days(first, last)
        ),
        _ => format!(
            "{subject} was adopted {}, so it cannot be of {wrong}.",
            within((first, last))
        ),
    }
}

/// "between 14 December 2021 and 16 December 2021", "on 18 June 2007".
fn days(first: Date, last: Date) -> String {
    if first == last {
        return format!("on {}", first.in_prose());
    }
    format!("between {} and {}", first.in_prose(), last.in_prose())
}

/// "in 2020", "in July 2023", "between September 2016 and September 2017".
fn within((first, last): (Date, Date)) -> String {
    let is_year = first.year() == last.year() && first.month() == 1 && last.month() == 12;
    if is_year {
        return format!("in {}", first.year());
    }
    let (first, last) = (month_of(first), month_of(last));
    if first == last {
        return format!("in {first}");
    }
    format!("between {first} and {last}")
}

/// "the days of 76/149 and 76/154", between which the number of `reference` lies.
fn neighbours(reference: &Reference, below: Option<u32>, above: Option<u32>) -> String {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol);
    let adopted = symbol.and_then(Symbol::adopted);
    let number = |number: u32| match adopted {
        // The year of those of the Security Council may be another.
        Some(own) if !matches!(own.term, Term::Year(_)) => {
            let beside = Adopted {
                number,
                part: None,
                ..own.clone()
            };
            beside.in_prose()
        }
        _ => number.to_string(),
    };
    match (below, above) {
        (Some(below), Some(above)) => {
            format!("the days of {} and {}", number(below), number(above))
        }
        (Some(one), None) | (None, Some(one)) => format!("the day of {}", number(one)),
        (None, None) => "the numbers around it".to_owned(),
    }
}

/// The days between which the session or year of the number lay.
fn window(reference: &Reference) -> Option<(Date, Date)> {
    facts::adopted_within(reference.referent.as_ref()?.symbol()?)
}

/// "December 2012".
pub(super) fn month_of(date: Date) -> String {
    WrittenDate::Month {
        year: date.year(),
        month: date.month(),
    }
    .in_prose()
}

fn is_adopted(reference: &Reference) -> bool {
    match &reference.referent {
        Some(Referent::Symbol(symbol)) => symbol.adopted().is_some(),
        Some(Referent::Instrument(_)) => true,
        Some(_) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_within_one_month_is_that_month() {
        let date = |day, month, year| Date::new(year, month, day).unwrap();
        let within = |first, last| within((first, last));
        assert_eq!(within(date(3, 7, 2023), date(20, 7, 2023)), "in July 2023");
        assert_eq!(
            within(date(3, 9, 2016), date(20, 9, 2017)),
            "between September 2016 and September 2017"
        );
        assert_eq!(within(date(1, 1, 2020), date(31, 12, 2020)), "in 2020");
    }
}
