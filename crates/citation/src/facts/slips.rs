//! The numbers that one slip of the hand turns into another: digits exchanged, changed, lost, doubled, or
//! moved across the stroke.

use super::session_opened_in;
use crate::{Adopted, Date, Term};

/// Three-digit sessions do not exist; the digit too many may belong to the number.
const TOO_LONG: std::ops::RangeInclusive<u16> = 100..=999;

/// Every number one slip away: of the number first, then of the session.
pub(super) fn of_digits(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    exchanged(adopted).chain(one_digit(adopted))
}

/// The same number in the session of the General Assembly that `date` lies in.
pub(super) fn of_session(adopted: &Adopted, date: Date) -> impl Iterator<Item = Adopted> {
    let opened = date.year().saturating_sub(u16::from(date.month() < 9));
    let term = match adopted.term {
        Term::Session(_) => session_opened_in(opened).map(Term::Session),
        Term::Year(_) => Some(Term::Year(date.year())),
        _ => None,
    };
    term.map(|term| Adopted {
        term,
        ..adopted.clone()
    })
    .into_iter()
}

/// Two neighbouring digits exchanged, in the number (3125 for 1325) or the session (95 for 59).
pub(super) fn exchanged(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    let numbers = exchanges(adopted.number).into_iter();
    let sessions = match adopted.term {
        Term::Session(session) => exchanges(u32::from(session)),
        _ => Vec::new(),
    };
    numbers
        .map(|number| with_number(adopted, number))
        .chain(sessions.into_iter().filter_map(|session| {
            let term = Term::Session(session.try_into().ok()?);
            Some(Adopted {
                term,
                ..adopted.clone()
            })
        }))
}

/// One digit of the number another, or lost, or doubled.
pub(super) fn one_digit(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    let number = adopted.number;
    let places = move || place_values(number);
    let digit = move |value| number / value % 10;
    // No number is written with a nought in front.
    let is_first = move |value| number / value < 10;
    let changed = places().flat_map(move |value| {
        let from = u32::from(is_first(value));
        (from..10).filter_map(move |other| {
            (number - digit(value) * value).checked_add(other.checked_mul(value)?)
        })
    });
    let doubled = places().filter_map(move |value| {
        let before = (number / value)
            .checked_mul(10)?
            .checked_add(digit(value))?;
        before.checked_mul(value)?.checked_add(number % value)
    });
    let all = changed.chain(losses(number)).chain(doubled);
    all.filter(move |other| *other != number)
        .map(|other| with_number(adopted, other))
}

/// One digit fewer, the last one first: 67/172 for 67/1720.
pub(super) fn without_a_digit(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    let mut fewer: Vec<u32> = losses(adopted.number).collect();
    fewer.reverse();
    fewer.into_iter().map(|number| with_number(adopted, number))
}

/// A digit of the number that stands before the stroke: 71/177 for 171/77, 67/172 for 671/72.
pub(super) fn across_the_stroke(adopted: &Adopted) -> Vec<Adopted> {
    let number = adopted.number;
    let Term::Session(session) = adopted.term else {
        return Vec::new();
    };
    if !TOO_LONG.contains(&session) || number >= 1000 {
        return Vec::new();
    }
    let scale = 10_u32.pow(number.checked_ilog10().unwrap_or(0) + 1);
    [(session % 100, session / 100), (session / 10, session % 10)]
        .map(|(session, digit)| Adopted {
            term: Term::Session(session),
            number: u32::from(digit) * scale + number,
            ..adopted.clone()
        })
        .into()
}

/// Whether two neighbouring digits of `one` exchanged make `other`.
pub(super) fn is_exchange(one: u32, other: u32) -> bool {
    exchanges(one).contains(&other)
}

/// `number` with two neighbouring digits exchanged.
pub(super) fn exchanges(number: u32) -> Vec<u32> {
    let exchanged = |value: u32| {
        let (behind, before) = (number / value % 10, number / value / 10 % 10);
        // No number is written with a nought in front.
        let is_number = behind > 0 || number / value / 100 > 0;
        let rest = number - (before * 10 + behind) * value;
        let other = rest.checked_add((behind * 10 + before).checked_mul(value)?)?;
        (is_number && other != number).then_some(other)
    };
    let behind_first = place_values(number).skip(1);
    behind_first.filter_map(exchanged).collect()
}

/// `number` with each of its digits left out in turn.
fn losses(number: u32) -> impl Iterator<Item = u32> {
    // What begins with a nought then is no number.
    let least = place_values(number).next().unwrap_or(1) / 10;
    let without = move |value: u32| {
        let before = number / value / 10;
        before * value + number % value
    };
    place_values(number)
        .map(without)
        .filter(move |other| least > 0 && *other >= least)
}

/// What a one stands for in each place of `number`, the first place first: 100, 10, 1 for 189.
fn place_values(number: u32) -> impl Iterator<Item = u32> {
    let first = 10_u32.pow(number.checked_ilog10().unwrap_or(0));
    std::iter::successors(Some(first), |value| (*value > 1).then_some(value / 10))
}

fn with_number(adopted: &Adopted, number: u32) -> Adopted {
    Adopted {
        number,
        ..adopted.clone()
    }
}

/// Whether two numbers differ by one slip of the hand: a digit wrong, missing or too many, two exchanged.
pub(crate) fn is_one_slip(written: &str, meant: &str) -> bool {
    let (written, meant) = (written.as_bytes(), meant.as_bytes());
    if written.len() == meant.len() {
        let wrong: Vec<usize> = (0..written.len())
            .filter(|place| written[*place] != meant[*place])
            .collect();
        return match wrong.as_slice() {
            [_] => true,
            [one, other] => written[*one] == meant[*other] && written[*other] == meant[*one],
            _ => false,
        };
    }
    let (short, long) = if written.len() < meant.len() {
        (written, meant)
    } else {
        (meant, written)
    };
    long.len() == short.len() + 1
        && (0..long.len())
            .any(|place| long[..place] == short[..place] && long[place + 1..] == short[place..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_numbers_as_they_are_written() {
        let slips = |number: u32| {
            let adopted = Adopted {
                body: crate::Body::general_assembly(),
                act: crate::Act::Resolution,
                term: Term::Session(67),
                number,
                part: None,
            };
            let numbers = |slips: Vec<Adopted>| {
                let numbers = slips.into_iter().map(|slip| slip.number);
                numbers.collect::<Vec<u32>>()
            };
            let one_digit = numbers(one_digit(&adopted).collect());
            (
                exchanges(number),
                numbers(without_a_digit(&adopted).collect()),
                one_digit,
            )
        };
        let (exchanged, without, one_digit) = slips(105);
        assert_eq!(exchanged, [150]);
        assert_eq!(without, [10, 15]);
        assert_eq!(
            one_digit[..9],
            [205, 305, 405, 505, 605, 705, 805, 905, 115]
        );
        assert_eq!(one_digit[one_digit.len() - 5..], [15, 10, 1105, 1005, 1055]);
        assert_eq!(slips(7).0, []);
        assert_eq!(slips(7).1, []);
        assert_eq!(slips(7).2, [1, 2, 3, 4, 5, 6, 8, 9, 77]);
        assert_eq!(slips(10).1, [1]);
        let (exchanged, _, one_digit) = slips(u32::MAX);
        assert!(!exchanged.contains(&u32::MAX) && exchanged.contains(&4_294_967_259));
        assert!(one_digit.contains(&429_496_729));
    }

    #[test]
    fn slips_of_one_digit_are_told_from_others() {
        for (written, meant) in [
            ("198", "189"),
            ("19", "189"),
            ("1899", "189"),
            ("188", "189"),
        ] {
            assert!(is_one_slip(written, meant), "{written}");
        }
        for (written, meant) in [("189", "189"), ("918", "189"), ("1", "189"), ("177", "189")] {
            assert!(!is_one_slip(written, meant), "{written}");
        }
    }
}
