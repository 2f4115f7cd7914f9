//! Rules about the form of resolutions. They look at drafts that are resolutions, and not at the text of a PDF.

mod anatomy;
mod endings;
mod order;
mod sponsors;
mod verbs;

pub(crate) use anatomy::Anatomy;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 10] = [
    &endings::PREAMBULAR,
    &endings::OPERATIVE,
    &verbs::FORM,
    &verbs::UNUSUAL,
    &order::SINGLE,
    &verbs::ITALICS,
    &verbs::ALSO,
    &sponsors::RULE,
    &order::ENACTING,
    &order::ORDER,
];
