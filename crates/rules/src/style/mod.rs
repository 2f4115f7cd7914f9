//! Rules of editorial style. What a list of words can say stands in `data/words.tsv`.

mod dates;
mod government;
mod lists;
mod numbers;
mod punctuation;
mod two_spellings;

pub(crate) use government::GOVERNMENT_OF;
pub(crate) use lists::NUMBERED;
pub(crate) use two_spellings::SPELLINGS;

use crate::Rule;
pub(crate) use dates::{Written as WrittenDate, written as written_dates};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 13] = [
    &lists::SPELLING,
    &lists::COMPOUND,
    &numbers::PER_CENT,
    &dates::FORM,
    &numbers::SESSION,
    &dates::RANGE,
    &punctuation::COMMA,
    &lists::CAPITALS,
    &lists::LATIN,
    &two_spellings::RULE,
    &numbers::IN_WORDS,
    &punctuation::STOPS,
    &government::RULE,
];
