//! Numbers without session or year: "resolution 1325". The Security Council alone is cited so where nobody is named.

use crate::facts::{security_council_year, session_of_running_number};
use crate::scan::cursor;
use crate::{Adopted, Naming};

/// Whether a number alone may be the Security Council's where the words before it name its body so.
pub(super) fn may_be_councils(naming: &Naming) -> bool {
    match naming {
        Naming::Its { .. } | Naming::Unnamed { .. } => true,
        Naming::Short(noun) => noun.key() == "Council",
        _ => false,
    }
}

/// Whether a number alone is one that the Security Council is known to have reached, and no year: "1325".
pub(super) fn is_known_alone(digits: &str) -> bool {
    const FIRST: u32 = 1000;
    let number = digits.parse().ok().filter(|number| *number >= FIRST);
    number.is_some_and(|number| security_council_year(number).is_some() && !is_year(number))
}

/// Whether a number alone may be one of those that the General Assembly numbered through until 1975, and no year:
/// "General Assembly resolution 2758".
pub(crate) fn is_running_alone(written: &str) -> bool {
    const FIRST: u32 = 100;
    Adopted::running_figures(written).is_some_and(|(number, _)| {
        number >= FIRST && !is_year(number) && session_of_running_number(number).is_some()
    })
}

/// What a number before it counts, in small letters, in texts on who voted, took part or is concerned.
const COUNTED: [&str; 24] = [
    "member",
    "members",
    "states",
    "state",
    "parties",
    "countries",
    "nations",
    "governments",
    "delegations",
    "representatives",
    "participants",
    "people",
    "persons",
    "women",
    "children",
    "refugees",
    "votes",
    "organizations",
    "million",
    "billion",
    "thousand",
    "per",
    "percent",
    "years",
];

/// Whether the number that ends at `at` counts what the next word names: "193 Member States".
pub(super) fn counts(text: &str, at: usize) -> bool {
    cursor::any_word(text, cursor::skip_space(text, at), &COUNTED).is_some()
}

fn is_year(number: u32) -> bool {
    (1945..2035).contains(&number)
}
