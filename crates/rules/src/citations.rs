//! Rules about citations. A reference that is mistyped or cannot be right has no second finding.

mod backward_range;
mod cannot_be_right;
mod comment_symbol;
mod comment_year;
mod date_of_another;
mod date_wording;
mod draft_cited_as_adopted;
mod first_and_later_mention;
mod form_of_reference;
mod mistyped_symbol;
mod name_and_number;
mod not_in_your_sources;
mod odd_one_out;
mod outdated_reference;
mod page_not_paragraph;
mod paragraph_does_not_exist;
mod questionable_reference;
mod session_and_symbol;
mod stated_date;
mod stated_title;
mod surroundings;
mod two_dates;
mod two_spellings;
pub(crate) mod wording;
mod wrong_organ;

#[cfg(test)]
mod tests;

pub(crate) use form_of_reference::RULE as FORM_OF_REFERENCE;
pub(crate) use surroundings::Surroundings;

use std::ops::Range;

use resolve::{Existence, Reference};
use sources::{Origin, Source};

pub(crate) use paragraph_does_not_exist::change_label;

use crate::words::replacement;
use crate::{Fix, Related, Rule, Safety};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 18] = [
    &mistyped_symbol::RULE,
    &cannot_be_right::RULE,
    &not_in_your_sources::RULE,
    &stated_date::RULE,
    &paragraph_does_not_exist::RULE,
    &stated_title::RULE,
    &outdated_reference::RULE,
    &draft_cited_as_adopted::RULE,
    &wrong_organ::RULE,
    &two_dates::RULE,
    &session_and_symbol::RULE,
    &backward_range::RULE,
    &page_not_paragraph::RULE,
    &form_of_reference::RULE,
    &first_and_later_mention::RULE,
    &two_spellings::RULE,
    &name_and_number::RULE,
    &questionable_reference::RULE,
];

/// Whether the symbol of a reference can be right, so that its date and paragraph are worth a look.
pub(crate) fn is_sound(reference: &Reference) -> bool {
    !matches!(
        reference.existence,
        Existence::Malformed | Existence::Impossible
    )
}

/// A fix that puts `text` in place of `range`.
pub(crate) fn change_to(range: Range<usize>, text: &str, safety: Safety) -> Fix {
    replacement(range, text.to_owned(), safety)
}

/// A place in the file of a source as evidence; none where the source is a row of the catalogue.
fn evidence(source: &Source, range: Range<usize>, message: String) -> Option<Related> {
    let Origin::File { path } = &source.origin else {
        return None;
    };
    Some(Related {
        message,
        path: Some(path.clone()),
        range,
    })
}
