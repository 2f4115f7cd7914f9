//! Rules about what holds a draft together: footnotes, cross-references, numbering.

mod copied;
mod cross_references;
mod footnote_position;
mod footnotes;
mod ibid;
mod length;
mod notes;
mod numbering;
mod other_titles;
mod renumbering;
mod sub_paragraph_runs;
mod sub_paragraphs;

pub use cross_references::{Referred, referred_to};
pub use length::most_words;
pub(crate) use notes::Notes;
pub(crate) use other_titles::RULE as OTHER_TITLES;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 16] = [
    &footnotes::UNDEFINED,
    &footnotes::UNUSED,
    &footnotes::ORDER,
    &footnotes::DUPLICATE,
    &footnote_position::RULE,
    &ibid::IBID,
    &ibid::OP_CIT,
    &cross_references::TARGET,
    &cross_references::DIRECTION,
    &numbering::RULE,
    &sub_paragraphs::RULE,
    &length::RULE,
    &ibid::SAME_SOURCE,
    &copied::RULE,
    &footnotes::REPEATED,
    &other_titles::RULE,
];
