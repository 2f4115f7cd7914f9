//! Rules about what a draft says of itself at its top.

mod mistake_in_settings;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 1] = [&mistake_in_settings::RULE];
