//! The outline pass: cuts a text into blocks, line by line.
//!
//! [`next`] finds the block after a position. What it answers depends on three things only: the
//! state left by the block before, the head of the document, and the text from the position up to
//! the furthest byte it looked at, which [`Window`] records. That is why an edited text can be cut
//! again from just before the edit up to the first place where position and state meet the old ones.

mod furniture;
mod mail;
mod markdown;
mod markup;
mod plain;
mod window;

use std::ops::Range;

pub(crate) use window::{Line, Window};

use crate::head::Head;
use crate::{BlockKind, Dialect};

/// A paragraph or table longer than this many bytes is cut at the end of a line; a line longer than
/// this is cut at the end of a sentence.
pub(crate) const LONG: usize = 32 * 1024;

/// A piece of a long line has about this many sentences.
const SENTENCES: u32 = 32;

/// This many bytes before a space decide whether a long line is cut there.
const HASHED: usize = 24;

/// What the outline pass knows of the text before a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing is open.
    #[default]
    Body,
    /// List items are open, one inside the other: a bit for each column where the content of one begins
    /// (Markdown).
    Items(u64),
    /// The rows of a long table go on (Markdown).
    Rows,
    /// The footnotes at the bottom of a page (plain text).
    Notes,
    /// The middle of a long line of a block of this kind.
    Inside(BlockKind),
}

/// A block as the outline pass finds it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: BlockKind,
    pub(crate) span: Range<usize>,
    /// Where to go on, and in which state.
    pub(crate) next: usize,
    pub(crate) exit: State,
}

impl Piece {
    /// The block that the lines from `first` to `last` make.
    fn of_lines(kind: BlockKind, first: &Line, last: &Line, exit: State) -> Self {
        Self {
            kind,
            span: first.start..last.end,
            next: last.next,
            exit,
        }
    }
}

/// The first block at or after `from`, or `None` where there is none. The answer counts only if the
/// window is not starved afterwards.
pub(crate) fn next(
    window: &mut Window<'_>,
    from: usize,
    state: State,
    head: &Head,
    dialect: Dialect,
) -> Option<Piece> {
    if let State::Inside(kind) = state {
        let line = window.line(from)?;
        return Some(line_piece(window, &line, from, kind, State::Body));
    }
    if let Some(piece) = before_the_draft(window, from, head) {
        return Some(piece);
    }
    match dialect {
        Dialect::Markdown => markdown::next(window, from, state),
        Dialect::Plain => plain::next(window, from, state, head),
    }
}

/// Front matter and lists of other documents' titles.
fn before_the_draft(window: &mut Window<'_>, from: usize, head: &Head) -> Option<Piece> {
    if let Some(front) = head.front.clone().filter(|front| from < front.end) {
        window.look_to(front.end);
        let after = window.line(front.end).map_or(front.end, |line| line.next);
        return Some(Piece {
            kind: BlockKind::FrontMatter,
            span: front,
            next: after,
            exit: State::Body,
        });
    }
    let foreign = head.foreign.clone()?;
    let mut position = from;
    while position < foreign.end {
        let line = window.line(position)?;
        if !window.is_blank(&line) {
            let kind = BlockKind::ForeignTitles;
            return Some(line_piece(window, &line, position, kind, State::Body));
        }
        position = line.next;
    }
    None
}

/// A block of one line, or of the first piece of it when the line is long.
fn line_piece(
    window: &mut Window<'_>,
    line: &Line,
    start: usize,
    kind: BlockKind,
    exit: State,
) -> Piece {
    if !line.long {
        return Piece {
            kind,
            span: start..line.end,
            next: line.next,
            exit,
        };
    }
    let end = start + cut(window.text(start..line.end));
    Piece {
        kind,
        span: start..end,
        next: end,
        exit: State::Inside(kind),
    }
}

/// Where to cut a long line: after the first end of a sentence whose last bytes have a certain hash,
/// about one in [`SENTENCES`]; else after the space with the least hash in the last three quarters.
/// What stands at a cut decides, and not its distance from the start, so an insertion moves no
/// later cut.
fn cut(line: &str) -> usize {
    let bytes = line.as_bytes();
    let hash_at = |space: usize| hash(&bytes[space - HASHED..space]);
    let spaces = || memchr::memchr_iter(b' ', bytes).filter(|space| *space > HASHED);
    let sentence = spaces()
        .find(|&space| ends_sentence(bytes, space) && hash_at(space).is_multiple_of(SENTENCES));
    let anywhere = || {
        spaces()
            .filter(|space| *space > bytes.len() / 4)
            .min_by_key(|&space| hash_at(space))
    };
    sentence
        .or_else(anywhere)
        .map_or(bytes.len(), |space| space + 1)
}

/// The FNV-1a hash.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// Whether the space at `index` follows a full stop that is no abbreviation's.
fn ends_sentence(bytes: &[u8], index: usize) -> bool {
    if bytes[index - 1] != b'.' || !bytes.get(index + 1).is_some_and(u8::is_ascii_uppercase) {
        return false;
    }
    let word = &bytes[..index - 1];
    let letters = word
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_lowercase())
        .count();
    letters > 4 && !word.ends_with(b"paras")
}

#[cfg(test)]
mod tests;
