//! Draft and sources bound together: every reference with what it names and its verdict.
//!
//! Recognition is `citation`'s and `draft`'s; here it is decided whose number "67/172" is, whether the
//! document can exist, whether it is held, and whether the stated date and paragraph agree with it.

mod bind;
mod candidates;
mod currency;
mod organ;
mod reference;
mod speaker;
mod title;
mod verdict;

use citation::Date;
use draft::Draft;
use sources::Sources;

pub use currency::{Currency, Succession, Successor};
pub use reference::{Agreement, Correction, Existence, Reference, Resolved, StatedTitle};

/// Binds every citation of `draft` to what it names and judges it.
///
/// Everything is judged as of the draft's own date: front matter, then masthead, else `today`.
pub fn resolve(draft: &Draft, sources: &dyn Sources, today: Date) -> Resolved {
    let speaker = speaker::Speaker::of(draft, today);
    let judge = verdict::Judge {
        draft,
        sources,
        as_of: speaker.as_of,
    };
    let bound = bind::citations(draft, &speaker);
    let mut references: Vec<Reference> = Vec::with_capacity(bound.len());
    for bound in bound {
        references.push(judge.judge(bound, references.last()));
    }
    Resolved {
        draft: draft.clone(),
        as_of: speaker.as_of,
        references,
    }
}

#[cfg(test)]
mod tests;
