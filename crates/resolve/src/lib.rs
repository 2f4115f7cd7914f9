//! Draft and sources bound together: every reference with what it names and its verdict.
//!
//! Recognition is `citation`'s and `draft`'s; here it is decided whose number "67/172" is, whether the
//! document can exist, whether it is held, and whether the stated date and paragraph agree with it.

// What a draft says of itself.
mod enacting;
mod own_instrument;
mod speaker;

// Blocks read, one by one and again after an edit, and what they tell each other.
mod block_answers;
mod block_outcome;
mod notices;
mod questions;
mod reading;
mod renaming;
mod rereading;
mod resolved;

// What a citation means.
mod bind;
mod bodies;
mod candidates;
mod meant_bodies;
mod title_fit;

// How it stands.
mod currency;
mod organ;
mod reference;
mod title;
mod verdict;

use std::sync::Arc;

use citation::Date;
use draft::Draft;
use sources::Sources;

pub use currency::{Currency, Succession, Successor};
pub use enacting::{EnactingLine, is_line as is_enacting_line, line as enacting_line};
pub use reference::{Agreement, Correction, Existence, Reference, StatedTitle};
pub use resolved::{Change, References, Resolved};

use reading::{Reader, Reading};
use speaker::Speaker;
use verdict::Judge;

/// Binds every citation of `draft` to what it names and judges it.
///
/// Everything is judged as of the draft's own date: front matter, then masthead, else `today`.
pub fn resolve(draft: &Draft, sources: &dyn Sources, today: Date) -> Resolved {
    let speaker = Speaker::of(draft, today);
    let reading = reader(draft, &speaker, sources, &|| false).as_far_as();
    resolved(draft, speaker, reading)
}

/// The same; `None` where `stop` said so, which is asked before each block. Once it has said so it has to go on
/// saying so.
pub fn resolve_unless(
    draft: &Draft,
    sources: &dyn Sources,
    today: Date,
    stop: &dyn Fn() -> bool,
) -> Option<Resolved> {
    let speaker = Speaker::of(draft, today);
    let reading = reader(draft, &speaker, sources, stop).whole()?;
    Some(resolved(draft, speaker, reading))
}

/// The same as [`resolve_unless`], from what is known of an earlier state of the draft, and where the two differ.
/// Costs what the edits between the two have touched. `before` has to be resolved with the same sources.
pub fn resolve_again_unless(
    before: &Resolved,
    draft: &Draft,
    sources: &dyn Sources,
    today: Date,
    stop: &dyn Fn() -> bool,
) -> Option<(Resolved, Change)> {
    let (near, change) = resolve_near_unless(before, draft, sources, today, usize::MAX, stop)?;
    if near.is_complete() {
        return Some((near, change));
    }
    let (resolved, later) = resolve_to_the_end_unless(&near, sources, stop)?;
    Some((resolved, change.and(later)))
}

/// The same as [`resolve_again_unless`] for whoever is typing: of the blocks that stayed and rest on a body that the
/// edits have named or no longer name, only those are read again that are no more than `near` blocks away. The others
/// are as they were until [`resolve_to_the_end_unless`].
pub fn resolve_near_unless(
    before: &Resolved,
    draft: &Draft,
    sources: &dyn Sources,
    today: Date,
    near: usize,
    stop: &dyn Fn() -> bool,
) -> Option<(Resolved, Change)> {
    let speaker = Speaker::of(draft, today);
    let reader = reader(draft, &speaker, sources, stop);
    let is_read_alike =
        speaker == before.speaker && Arc::ptr_eq(draft.lexicon(), before.draft.lexicon());
    let (reading, change) = if is_read_alike {
        reader.again(before, near)?
    } else {
        (reader.whole()?, Change::Everything)
    };
    Some((resolved(draft, speaker, reading), change))
}

/// What [`resolve_near_unless`] has left, so that it is as a fresh reading would have it, and where that differs.
pub fn resolve_to_the_end_unless(
    near: &Resolved,
    sources: &dyn Sources,
    stop: &dyn Fn() -> bool,
) -> Option<(Resolved, Change)> {
    let Some(unheard) = &near.unheard else {
        return Some((near.clone(), Change::of(Vec::new())));
    };
    let reader = reader(&near.draft, &near.speaker, sources, stop);
    let (reading, reread) = reader.to_the_end(near, unheard)?;
    let whole = resolved(&near.draft, near.speaker.clone(), reading);
    Some((whole, Change::of(reread)))
}

fn reader<'d>(
    draft: &'d Draft,
    speaker: &'d Speaker,
    sources: &'d dyn Sources,
    stop: &'d dyn Fn() -> bool,
) -> Reader<'d> {
    Reader {
        draft,
        speaker,
        stop,
        judge: Judge {
            sources,
            as_of: speaker.as_of,
            adopted_by: speaker.adopted_by,
        },
    }
}

fn resolved(draft: &Draft, speaker: Speaker, reading: Reading) -> Resolved {
    Resolved {
        draft: draft.clone(),
        as_of: speaker.as_of,
        speaker,
        named: reading.named,
        unheard: reading.unheard,
        references: References::new(draft, &reading.outcomes),
        outcomes: reading.outcomes,
    }
}

#[cfg(test)]
mod tests;
