//! The numbers that one slip of the hand turns into another: digits exchanged, changed, lost, doubled, or
//! moved across the stroke.

use crate::{Adopted, Date, Term};

/// Three-digit sessions do not exist; the digit too many may belong to the number.
const TOO_LONG: std::ops::RangeInclusive<u16> = 100..=999;

/// Every number one slip away: of the number first, then of the session.
pub(super) fn of_digits(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    exchanged(adopted).chain(one_digit(adopted))
}

/// The same number in the session of the General Assembly that `date` lies in.
pub(super) fn of_session(adopted: &Adopted, date: Date) -> impl Iterator<Item = Adopted> {
    let opened = if date.month() >= 9 { 1945 } else { 1946 };
    let term = match adopted.term {
        Term::Session(_) => date.year().checked_sub(opened).map(Term::Session),
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
    let digits = adopted.number.to_string();
    let changed = (0..digits.len()).flat_map({
        let digits = digits.clone();
        move |place| {
            let digits = digits.clone();
            ('0'..='9').map(move |digit| {
                let mut changed = digits.clone();
                changed.replace_range(place..=place, digit.encode_utf8(&mut [0; 4]));
                changed
            })
        }
    });
    let doubled = (0..digits.len()).map({
        let digits = digits.clone();
        move |place| format!("{}{}", &digits[..=place], &digits[place..])
    });
    let all: Vec<String> = changed.chain(losses(&digits)).chain(doubled).collect();
    read(all)
        .filter(|number| *number != adopted.number)
        .map(|number| with_number(adopted, number))
        .collect::<Vec<_>>()
        .into_iter()
}

/// One digit fewer, the last one first: 67/172 for 67/1720.
pub(super) fn without_a_digit(adopted: &Adopted) -> impl Iterator<Item = Adopted> {
    let mut fewer = losses(&adopted.number.to_string());
    fewer.reverse();
    read(fewer)
        .map(|number| with_number(adopted, number))
        .collect::<Vec<_>>()
        .into_iter()
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
    let digits = number.to_string();
    let exchanged = (1..digits.len()).map(|place| {
        let mut exchanged: Vec<char> = digits.chars().collect();
        exchanged.swap(place - 1, place);
        exchanged.into_iter().collect()
    });
    read(exchanged.collect())
        .filter(|other| *other != number)
        .collect()
}

/// `digits` with each of its digits left out in turn.
fn losses(digits: &str) -> Vec<String> {
    (0..digits.len())
        .map(|place| format!("{}{}", &digits[..place], &digits[place + 1..]))
        .collect()
}

/// The numbers that are written so: a number does not begin with nought.
fn read(written: Vec<String>) -> impl Iterator<Item = u32> {
    written
        .into_iter()
        .filter(|digits| !digits.starts_with('0'))
        .filter_map(|digits| digits.parse().ok())
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
