//! The Commission on Human Rights, 1947 to 2006.

use super::Judgement;
use crate::{Act, Adopted, Term};

/// The last year; resolution 2006/1 closed the work of the Commission.
const LAST_YEAR: u16 = 2006;
/// The number of that resolution, and how far beyond it a symbol is still possible.
const LAST_NUMBER: u32 = 1;
const MARGIN: u32 = 5;
/// The first year numbered by year; 1981 was still session XXXVII.
const FIRST_YEAR: u16 = 1982;

pub(super) fn existence(adopted: &Adopted) -> Judgement {
    let Term::Year(year) = adopted.term else {
        return Judgement::Unknown;
    };
    if let Some(reason) = after_the_end(year) {
        return Judgement::impossible(reason);
    }
    if year < FIRST_YEAR {
        return Judgement::impossible(format!(
            "Texts of the Commission on Human Rights before {FIRST_YEAR} carry the session in \
             Roman numerals, not the year."
        ));
    }
    if year == LAST_YEAR && adopted.act == Act::Resolution && adopted.number > LAST_NUMBER + MARGIN
    {
        return Judgement::impossible(format!(
            "The Commission on Human Rights closed its work with resolution {LAST_YEAR}/{LAST_NUMBER}."
        ));
    }
    Judgement::Unknown
}

/// Why a text of the Commission cannot be of `year`, where it lies behind its end.
pub(super) fn after_the_end(year: u16) -> Option<String> {
    (year > LAST_YEAR).then(|| {
        format!(
            "The Commission on Human Rights ended in {LAST_YEAR}; the Human Rights Council took its \
             place."
        )
    })
}
