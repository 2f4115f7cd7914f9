//! The quotations of the block that rules ask about: each asks for the same, one after the other.

use std::ops::Range;

use draft::{Block, BlockKind};

use super::passage::{self, Passage};
use crate::Context;

/// The quotations of one block.
pub(crate) struct Passages<'r> {
    /// Where the block stands.
    span: Range<usize>,
    all: Vec<Passage<'r>>,
}

/// Shows each quotation of `block` that is long enough to be compared.
pub(super) fn each<'r>(
    context: &Context<'r>,
    block: &Block<'_>,
    mut show: impl FnMut(&Passage<'r>),
) {
    let has_any = !block.marks.quotations.is_empty() || block.kind == BlockKind::Quotation;
    if !has_any || !block.kind.is_prose() {
        return;
    }
    let last = context.passages.take();
    let known = last.filter(|last| last.span == block.span);
    let passages = known.unwrap_or_else(|| Passages {
        span: block.span.clone(),
        all: passage::read(context, block),
    });
    passages.all.iter().for_each(&mut show);
    context.passages.replace(Some(passages));
}
