//! Numbers without session or year: "resolution 1325". The Security Council alone is cited so where nobody is named.

use super::apart::is_numbered_through;
use super::list::List;
use super::strokes;
use crate::date::MONTHS;
use crate::facts::{security_council_year, session_of_running_number};
use crate::scan::{bodies, cursor};
use crate::{Act, Adopted, Body, Naming};

impl List<'_> {
    /// "Security Council resolution 1325", "resolution 1325 of the Security Council": a number alone is the
    /// Council's, or that of a body that numbers its texts so, or dated and another body's. `end` is the
    /// offset behind it and its date.
    pub(super) fn bare_number_fits(&self, digits: &str, end: usize, dated: bool) -> bool {
        // "resolution 2717 (2023), 19 December": a day.
        let next = cursor::skip_space(self.text, end);
        if digits.len() < 3 && cursor::any_word(self.text, next, &MONTHS).is_some() {
            return false;
        }
        if self.opening.act == Act::Resolution && strokes::shares_year(self.text, digits, end) {
            return true;
        }
        let behind = match &self.opening.naming {
            Naming::Named(_) => None,
            _ => bodies::after(self.text, end).map(|(naming, _)| naming),
        };
        let naming = behind.as_ref().unwrap_or(&self.opening.naming);
        let Naming::Named(body) = naming else {
            return self.opening.act == Act::Resolution
                && may_be_councils(naming)
                && (is_known_alone(digits)
                    || self.goes_on_upwards(digits)
                    || self.is_behind_council(naming, digits))
                && cursor::word(self.text, cursor::skip_space(self.text, end), "procedure")
                    .is_none();
        };
        if body.key() == Body::SECURITY_COUNCIL {
            return self.opening.act == Act::Resolution && digits.len() > 1;
        }
        if body.key() == Body::GENERAL_ASSEMBLY {
            return self.opening.act == Act::Resolution
                && is_running_alone(digits)
                && self.goes_on_numbered_through()
                && !counts(self.text, end);
        }
        let writes_so = || body.is_known_to_write(digits);
        !body.has_symbols() && digits.len() > 1 && (dated || writes_so())
    }

    /// Whether a number that may be a year stands right behind "resolution", where the sentence names the Security Council:
    /// "The Security Council adopted resolution 1970".
    fn is_behind_council(&self, naming: &Naming, digits: &str) -> bool {
        let (Naming::Its { previous } | Naming::Unnamed { previous }) = naming else {
            return false;
        };
        let is_councils = previous
            .as_ref()
            .is_some_and(|body| body.key() == Body::SECURITY_COUNCIL);
        is_councils
            && self.items.is_empty()
            && !self.opening.plural
            && is_councils_year_like(digits)
    }

    /// Whether the next number is the first, or follows one that the General Assembly numbered through, with its session
    /// behind it or without: behind "70/1" a number alone counts something.
    fn goes_on_numbered_through(&self) -> bool {
        self.items.last().is_none_or(|last| {
            let written = &self.text[last.token.clone()];
            is_running_alone(written) || is_numbered_through(written)
        })
    }

    /// Whether a number that may be a year follows a lower one of the Security Council: the "1960" of "resolutions 1889,
    /// 1960 and 2106".
    fn goes_on_upwards(&self, digits: &str) -> bool {
        let last = self.items.last().filter(|last| self.is_figure(last));
        let last = last.map(|last| &self.text[last.token.clone()]);
        last.is_some_and(|last| is_known_alone(last) && last < digits && digits.len() == 4)
            && is_councils_year_like(digits)
    }
}

/// Whether a number alone may be the Security Council's where the words before it name its body so.
fn may_be_councils(naming: &Naming) -> bool {
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

/// Whether the Security Council has come to the number, which may look like a year.
fn is_councils_year_like(digits: &str) -> bool {
    let number = digits.parse().ok().filter(|_| digits.len() == 4);
    number.is_some_and(|number| security_council_year(number).is_some())
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
