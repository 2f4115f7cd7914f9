//! Rules about quotations: the words, whose they are said to be, and the marks around them.
//!
//! A quotation is compared with the texts that the same sentence names, or the note behind it; where the
//! sources do not hold those, nothing is said.

mod altered_quotation;
mod article;
mod attribution;
mod misattributed_quotation;
mod naming;
mod passage;
mod passages;
mod pinned;
mod proposing;
mod put_in;
mod quotation_marks;
mod quotation_without_source;
mod sentence;

pub use naming::is_no_quotation;
pub(crate) use passages::Passages;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 4] = [
    &altered_quotation::RULE,
    &misattributed_quotation::RULE,
    &quotation_without_source::RULE,
    &quotation_marks::RULE,
];
