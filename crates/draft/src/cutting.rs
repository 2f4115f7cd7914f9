//! Blocks of a whole text, and blocks of an edited text from those before the edit.
//!
//! An edit begins again at the first block whose finding had looked at the changed place, and stops
//! where position and state meet those of an old block behind the change: from there on the outline
//! pass would repeat itself. Blocks whose text did not change keep their marks.

use std::ops::Range;
use std::sync::Arc;

use citation::Lexicon;
use ropey::Rope;

use crate::blocks::{Blocks, Cut};
use crate::head::{self, Head};
use crate::outline::{self, Piece, State, Window};
use crate::{Dialect, Marks, WORTH_SHARING, in_shares};

/// Bytes read behind an edit at first.
const WINDOW: usize = 8 * 1024;

/// So many blocks are taken at once.
const RUN: usize = 16;

/// A block may have looked at this many blocks behind it: the outline pass looks past a title for the organ that
/// speaks.
const LOOK_AHEAD: usize = 12;

/// What an edit did: bytes removed from the old text, and how many were put in their place.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) removed: Range<usize>,
    pub(crate) inserted: usize,
}

impl Change {
    fn end(&self) -> usize {
        self.removed.start + self.inserted
    }

    /// The offset in the old text of an offset in the new text that lies behind the change.
    fn before(&self, offset: usize) -> usize {
        offset - self.end() + self.removed.end
    }

    /// The reverse of [`Change::before`].
    fn after(&self, offset: usize) -> usize {
        offset - self.removed.end + self.end()
    }
}

/// The text after an edit, and how it is to be read.
pub(crate) struct After<'a> {
    pub(crate) rope: &'a Rope,
    pub(crate) head: &'a Head,
    pub(crate) dialect: Dialect,
    pub(crate) lexicon: &'a Lexicon,
    /// Whether nobody wants the blocks any more; asked before each.
    pub(crate) stop: &'a dyn Fn() -> bool,
}

/// The part of a text that its head is read from.
pub(crate) fn head_text(text: &str) -> &str {
    &text[..text.floor_char_boundary(head::REACH)]
}

/// The blocks of a whole text, or those up to where `stop` said so.
pub(crate) fn whole(
    text: &str,
    head: &Head,
    dialect: Dialect,
    lexicon: &Lexicon,
    stop: &dyn Fn() -> bool,
) -> Blocks {
    let mut window = Window::new(text, 0, true);
    let mut found = Vec::new();
    let (mut from, mut entry) = (0, State::default());
    while !stop()
        && let Some(piece) = outline::next(&mut window, from, entry, head, dialect)
    {
        let (next, exit) = (piece.next, piece.exit);
        found.push(Found {
            piece,
            from,
            reach: window.furthest(),
            entry,
        });
        (from, entry) = (next, exit);
    }
    let marks = |found: &Found| {
        let piece = &found.piece;
        let text = window.text(piece.span.clone());
        Arc::new(Marks::find(text, piece.kind, dialect, lexicon))
    };
    let marks: Vec<Arc<Marks>> = if text.len() < WORTH_SHARING {
        let wanted = found.iter().take_while(|_| !stop());
        wanted.map(marks).collect()
    } else {
        let runs: Vec<&[Found]> = found.chunks(RUN).collect();
        let of_run = |run: &&[Found]| run.iter().map(marks).collect::<Vec<_>>();
        in_shares(&runs, stop, of_run)
            .into_iter()
            .flatten()
            .collect()
    };
    let cut = found.into_iter().zip(marks);
    Blocks::new(cut.map(|(found, marks)| found.with(marks)))
}

/// Brings `blocks` up to the text `after` a change. Where it was stopped, the last ones are missing.
pub(crate) fn again(blocks: &mut Blocks, after: &After<'_>, old_head: &Head, change: &Change) {
    let hold = hold(after.head, old_head, change);
    let first = match hold {
        0 => first_touched(blocks, change.removed.start),
        _ => 0,
    };
    let mut size = WINDOW;
    let recut = loop {
        match cut(blocks, first, after, change, hold, size) {
            Some(recut) => break recut,
            None => size = size.saturating_mul(9),
        }
    };
    blocks.splice(first..recut.last, recut.blocks, |start| change.after(start));
}

/// The offset in the new text before which no old block is met again, because the head was read
/// differently.
fn hold(head: &Head, old_head: &Head, change: &Change) -> usize {
    if head.cuts_differently(old_head) {
        return usize::MAX;
    }
    let same = head.front == old_head.front
        && head.foreign == old_head.foreign
        && head.fixed_until() == old_head.fixed_until();
    if same {
        return 0;
    }
    let old = old_head.fixed_until();
    let moved = if old < change.removed.end {
        change.end()
    } else {
        change.after(old)
    };
    // Never 0, which says that nothing is held.
    head.fixed_until().max(moved).max(1)
}

/// The first block whose finding looked at `offset`.
fn first_touched(blocks: &Blocks, offset: usize) -> usize {
    let holding = blocks
        .partition_point(|block| block.span.end < offset)
        .min(blocks.len().saturating_sub(1));
    (holding.saturating_sub(LOOK_AHEAD)..holding)
        .find(|&index| blocks.get(index).is_some_and(|block| block.reach >= offset))
        .unwrap_or(holding)
}

/// A piece, and how it was found.
struct Found {
    piece: Piece,
    from: usize,
    reach: usize,
    entry: State,
}

impl Found {
    fn with(self, marks: Arc<Marks>) -> Cut {
        Cut {
            kind: self.piece.kind,
            span: self.piece.span,
            marks,
            from: self.from,
            reach: self.reach,
            entry: self.entry,
        }
    }
}

/// New blocks in place of the old ones up to `last`.
struct Recut {
    blocks: Vec<Cut>,
    last: usize,
}

/// Cuts from the old block `first` on; `None` where more than `size` bytes behind the change are
/// needed.
fn cut(
    old: &Blocks,
    first: usize,
    after: &After<'_>,
    change: &Change,
    hold: usize,
    size: usize,
) -> Option<Recut> {
    let (mut from, mut entry) = old
        .get(first)
        .map_or((0, State::default()), |block| (block.from, block.entry));
    let length = after.rope.len_bytes();
    let end = change.end().saturating_add(size).min(length);
    let end = after.rope.char_to_byte(after.rope.byte_to_char(end));
    let text = after.rope.byte_slice(from..end.max(from)).to_string();
    let mut window = Window::new(&text, from, end == length);
    let mut found = Vec::new();
    let last = loop {
        if from >= change.end().max(hold) && from > 0 {
            let wanted = change.before(from);
            let meeting = old.partition_point(|block| block.from < wanted);
            let met = old
                .get(meeting)
                .filter(|block| block.from == wanted && block.entry == entry && block.from > 0);
            if met.is_some() {
                break meeting;
            }
        }
        if (after.stop)() {
            break old.len();
        }
        let piece = outline::next(&mut window, from, entry, after.head, after.dialect);
        if window.starved() {
            return None;
        }
        let Some(piece) = piece else {
            break old.len();
        };
        let (next, exit) = (piece.next, piece.exit);
        found.push(Found {
            piece,
            from,
            reach: window.furthest(),
            entry,
        });
        (from, entry) = (next, exit);
    };
    let wanted = found.into_iter().take_while(|_| !(after.stop)());
    let blocks = wanted.map(|found| {
        let marks = kept_marks(old, &found.piece, change).unwrap_or_else(|| {
            let text = window.text(found.piece.span.clone());
            let kind = found.piece.kind;
            Arc::new(Marks::find(text, kind, after.dialect, after.lexicon))
        });
        found.with(marks)
    });
    Some(Recut {
        blocks: blocks.collect(),
        last,
    })
}

/// The marks of the old block with the same kind and text, where the change touched neither end.
fn kept_marks(old: &Blocks, piece: &Piece, change: &Change) -> Option<Arc<Marks>> {
    let span = if piece.span.end < change.removed.start {
        piece.span.clone()
    } else if piece.span.start >= change.end() {
        change.before(piece.span.start)..change.before(piece.span.end)
    } else {
        return None;
    };
    let index = old.partition_point(|block| block.span.start < span.start);
    let block = old.get(index)?;
    (block.span == span && block.kind == piece.kind).then(|| Arc::clone(block.marks))
}
