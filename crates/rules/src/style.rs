//! Rules of editorial style. What a list of words can say stands in `data/words.tsv`.

mod capitals;
mod compound_words;
mod form_of_date;
mod government_of_a_country;
mod latin_abbreviation;
mod number_in_words;
mod per_cent;
mod session_in_words;
mod space_after_comma;
mod spelling;
mod stops_in_acronym;
mod two_spellings_of_a_word;
mod written_dates;
mod years_without_dash;

pub(crate) use capitals::NUMBERED;
pub(crate) use government_of_a_country::GOVERNMENT_OF;
pub(crate) use two_spellings_of_a_word::SPELLINGS;
pub(crate) use written_dates::{Written as WrittenDate, written as written_dates};

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 13] = [
    &spelling::RULE,
    &compound_words::RULE,
    &per_cent::RULE,
    &form_of_date::RULE,
    &session_in_words::RULE,
    &years_without_dash::RULE,
    &space_after_comma::RULE,
    &capitals::RULE,
    &latin_abbreviation::RULE,
    &two_spellings_of_a_word::RULE,
    &number_in_words::RULE,
    &stops_in_acronym::RULE,
    &government_of_a_country::RULE,
];
