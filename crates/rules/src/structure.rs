//! Rules about what holds a draft together: footnotes, cross-references, numbering.

mod cross_reference_direction;
mod cross_reference_without_target;
mod cross_references;
mod duplicate_footnote;
mod footnote_order;
mod footnote_position;
mod ibid_without_source;
mod margin;
mod notes;
mod op_cit;
mod paragraph_numbering;
mod renumbering;
mod repeated_footnote_mark;
mod same_source_as_note_before;
mod sub_paragraph_numbering;
mod sub_paragraph_runs;
mod text_copied_from_a_pdf;
mod titles_of_other_documents;
mod too_many_words;
mod undefined_footnote;
mod unused_footnote;

pub use cross_references::{Referred, referred_to};
pub(crate) use notes::Notes;
pub(crate) use titles_of_other_documents::RULE as OTHER_TITLES;
pub use too_many_words::most_words;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 16] = [
    &undefined_footnote::RULE,
    &unused_footnote::RULE,
    &footnote_order::RULE,
    &duplicate_footnote::RULE,
    &footnote_position::RULE,
    &ibid_without_source::RULE,
    &op_cit::RULE,
    &cross_reference_without_target::RULE,
    &cross_reference_direction::RULE,
    &paragraph_numbering::RULE,
    &sub_paragraph_numbering::RULE,
    &too_many_words::RULE,
    &same_source_as_note_before::RULE,
    &text_copied_from_a_pdf::RULE,
    &repeated_footnote_mark::RULE,
    &titles_of_other_documents::RULE,
];
