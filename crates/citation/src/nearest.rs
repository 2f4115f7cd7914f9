//! What a mistyped symbol was probably meant to be.
//!
//! Each slip seen in official texts or typical of typing is undone by a function of its own; what comes
//! out counts when it is a symbol. A slip is presumed only where the rest looks like a symbol already:
//! what no repair makes one is not taken for a symbol at all.

use crate::Symbol;
use crate::grammar::{self, ComponentKind};

mod beginning;
mod credible;
mod extent;
mod letters;
mod numbering;
mod order;
mod search;
mod strokes;
mod tidy;

pub(crate) use extent::{begins, ends_with_symbol, may_be_numbered, stretches};
use search::Search;

/// Undoes one kind of slip in every way that makes sense, and offers what comes out.
type Slip = fn(&mut Search<'_>);

/// The slips, likeliest first.
const SLIPS: [Slip; 24] = [
    strokes::full_stop_missing,
    strokes::inner_stops,
    letters::for_digits,
    letters::swapped,
    letters::stem_misspelt,
    strokes::hyphen_for_stroke,
    strokes::stop_for_stroke,
    strokes::stroke_for_hyphen,
    numbering::decision_in_words,
    numbering::year_behind,
    numbering::year_misspelt,
    numbering::year_for_session,
    numbering::part_behind_stroke,
    numbering::roman_numeral,
    order::component_missing,
    strokes::missing,
    order::neighbours_swapped,
    order::committee_missing,
    letters::digits_for_letters,
    order::organ_abbreviated,
    order::organ_missing,
    letters::prefix_misspelt,
    numbering::communication_year,
    strokes::stroke_for_stop,
];

/// The slips that may come together with a missing full stop or a letter put for a digit.
const SMALL_SLIPS: [Slip; 5] = [
    letters::for_digits,
    letters::swapped,
    strokes::stop_for_stroke,
    strokes::missing,
    order::neighbours_swapped,
];

/// How many corrections are offered.
const MOST: usize = 4;

/// What `written` was probably meant to be, best first, each with the slip in words; nothing where it is
/// a symbol as it stands, or what the documents of a body begin with. `written` is folded text.
pub(crate) fn corrections(written: &str) -> Vec<(Symbol, String)> {
    if search::symbol(written).is_some() || is_bodys(written) {
        return Vec::new();
    }
    let tidy = tidy::tidied(written);
    if let Some(reason) = &tidy.reason {
        let whole = search::symbol(&tidy.text).filter(|one| credible::is_credible(one, written));
        if let Some(symbol) = whole {
            return vec![(symbol, reason.clone())];
        }
    }
    let mut found = search::mended(&tidy.text, &SLIPS, tidy.reason.as_deref(), written);
    if found.is_empty() {
        for mended in [strokes::with_full_stops, letters::with_digits] {
            let Some((text, reason)) = mended(&tidy.text) else {
                continue;
            };
            let reason = search::joined(tidy.reason.as_deref(), reason.to_owned());
            found.extend(search::mended(&text, &SMALL_SLIPS, Some(&reason), written));
        }
    }
    credible::rank(&mut found, written);
    found.truncate(MOST);
    found
}

/// Whether `written` is the organ and the number of a body, under which its documents are counted: "the S/AC.51 series".
fn is_bodys(written: &str) -> bool {
    let parts = || {
        let (organ, body) = written.split_once('/')?;
        let (stem, number) = body.split_once('.')?;
        let component = grammar::dotted(stem)?;
        let is_listed = grammar::prefix(organ)?.lists_dotted(stem);
        Some(is_listed && component.kind == ComponentKind::Body && component.allows(number))
    };
    parts().unwrap_or(false)
}

#[cfg(test)]
mod tests;
