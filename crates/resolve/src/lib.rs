//! Draft and sources bound together: every reference with what it names and its verdict.
//!
//! Recognition is `citation`'s and `draft`'s; here it is decided whose number "67/172" is, whether the
//! document can exist, whether it is held, and whether the stated date and paragraph agree with it.

mod bind;
mod reference;
mod speaker;
mod verdict;

use citation::Date;
use draft::Draft;
use sources::Sources;

pub use reference::{Agreement, Correction, Existence, Reference, Resolved};

/// Binds every citation of `draft` to what it names and judges it.
///
/// Everything is judged as of the draft's own date: front matter, then masthead, else `today`.
pub fn resolve(draft: &Draft, sources: &dyn Sources, today: Date) -> Resolved {
    let speaker = speaker::Speaker::of(draft, today);
    let bound = bind::citations(draft, &speaker);
    let references = bound
        .into_iter()
        .map(|bound| verdict::judge(bound, sources, speaker.as_of))
        .collect();
    Resolved {
        draft: draft.clone(),
        as_of: speaker.as_of,
        references,
    }
}

#[cfg(test)]
mod tests;
