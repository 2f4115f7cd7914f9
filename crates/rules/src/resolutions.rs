//! Rules about the form of resolutions. They look at drafts that are resolutions, and not at the text of a PDF.

mod also_and_further;
mod anatomy;
mod enacting_line;
mod end_of_operative_paragraph;
mod end_of_preambular_paragraph;
mod endings;
mod form_of_verb;
mod order_of_paragraphs;
mod order_of_sponsors;
mod single_operative_paragraph;
mod unusual_verb;
mod verb_in_italics;

pub(crate) use anatomy::Anatomy;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 10] = [
    &end_of_preambular_paragraph::RULE,
    &end_of_operative_paragraph::RULE,
    &form_of_verb::RULE,
    &unusual_verb::RULE,
    &single_operative_paragraph::RULE,
    &verb_in_italics::RULE,
    &also_and_further::RULE,
    &order_of_sponsors::RULE,
    &enacting_line::RULE,
    &order_of_paragraphs::RULE,
];
