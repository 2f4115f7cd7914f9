//! Where two states of a text differ: by the changes between them, or, where too many came, by comparing pieces
//! that both share.

use std::ops::Range;

use ropey::Rope;
use workspace::{ChangesSince, EditedStretch, OpenText};

/// Where a text differs from an earlier state of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EditSpan {
    /// Bytes that are the same from the start on.
    start: usize,
    /// Where, in the earlier state, what is the same to the end begins.
    end: usize,
    /// Where, in the earlier state, the first line begins of those that lie behind `end` as a whole.
    whole_lines: usize,
    /// How many bytes longer the text is now.
    grown: isize,
    /// How many lines the text has more now.
    pub(crate) lines: i64,
}

/// What a range of bytes of the earlier state has become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    /// It stands where it stood, on the same lines.
    Before,
    /// It stands in the same columns of lines that have all moved alike.
    Behind,
    /// Something else.
    Touched,
}

impl EditSpan {
    /// Where a text differs from its state after so many changes, which was `before`.
    pub(crate) fn since(changes: usize, before: &Rope, text: &OpenText) -> Self {
        match text.since(changes) {
            ChangesSince::Same => Self::of(None, before, text.rope()),
            ChangesSince::Changed(stretch) => Self::of(Some(&stretch), before, text.rope()),
            ChangesSince::Forgotten => Self::between(before, text.rope()),
        }
    }

    /// Where a byte of the earlier state is now; of what is gone, where it was.
    pub(crate) fn moved(&self, place: usize) -> usize {
        if place < self.start {
            return place;
        }
        if place < self.end {
            return self.start;
        }
        place.saturating_add_signed(self.grown)
    }

    /// What has become of a range of the earlier state that is now at `now`.
    pub(crate) fn whereabouts(&self, before: &Range<usize>, now: &Range<usize>) -> Whereabouts {
        if before == now && before.end < self.start {
            return Whereabouts::Before;
        }
        let has_moved = self.moved(before.start) == now.start && self.moved(before.end) == now.end;
        if has_moved && before.start >= self.whole_lines {
            return Whereabouts::Behind;
        }
        Whereabouts::Touched
    }

    /// The span of two states that differ in `stretch` at the most; everything lies before the span of equal ones.
    fn of(stretch: Option<&EditedStretch>, before: &Rope, now: &Rope) -> Self {
        let end = stretch.map_or(before.len_bytes(), |stretch| stretch.old_end);
        let next_line = before.byte_to_line(end) + 1;
        Self {
            start: stretch.map_or(usize::MAX, |stretch| stretch.start),
            end,
            whole_lines: if next_line < before.len_lines() {
                before.line_to_byte(next_line)
            } else {
                usize::MAX
            },
            grown: now.len_bytes().cast_signed() - before.len_bytes().cast_signed(),
            lines: now.len_lines().cast_signed() as i64 - before.len_lines().cast_signed() as i64,
        }
    }

    /// Where `now` differs from `before`.
    fn between(before: &Rope, now: &Rope) -> Self {
        let start = shared::<Forwards>(pieces(before), pieces(now));
        let shorter = before.len_bytes().min(now.len_bytes());
        let end = shared::<Backwards>(pieces_backwards(before), pieces_backwards(now));
        let end = end.min(shorter - start);
        let is_same = start == before.len_bytes() && start == now.len_bytes();
        let stretch = EditedStretch {
            start,
            old_end: before.len_bytes() - end,
            new_end: now.len_bytes() - end,
        };
        Self::of((!is_same).then_some(&stretch), before, now)
    }
}

fn pieces(rope: &Rope) -> impl Iterator<Item = &[u8]> {
    rope.chunks().map(str::as_bytes)
}

fn pieces_backwards(rope: &Rope) -> impl Iterator<Item = &[u8]> {
    let (mut chunks, ..) = rope.chunks_at_byte(rope.len_bytes());
    std::iter::from_fn(move || chunks.prev()).map(str::as_bytes)
}

/// The end of a text from which it is read.
trait Reading {
    /// The first `length` bytes of a piece in the order of reading, and what is left of it.
    fn split(piece: &[u8], length: usize) -> (&[u8], &[u8]);
    /// How many bytes two different pieces of one length have in common.
    fn common(one: &[u8], other: &[u8]) -> usize;
}

struct Forwards;
struct Backwards;

impl Reading for Forwards {
    fn split(piece: &[u8], length: usize) -> (&[u8], &[u8]) {
        piece.split_at(length)
    }

    fn common(one: &[u8], other: &[u8]) -> usize {
        one.iter().zip(other).take_while(|(a, b)| a == b).count()
    }
}

impl Reading for Backwards {
    fn split(piece: &[u8], length: usize) -> (&[u8], &[u8]) {
        let (rest, part) = piece.split_at(piece.len() - length);
        (part, rest)
    }

    fn common(one: &[u8], other: &[u8]) -> usize {
        let pairs = one.iter().rev().zip(other.iter().rev());
        pairs.take_while(|(a, b)| a == b).count()
    }
}

/// How many bytes two texts have in common from where they are read.
fn shared<'t, R: Reading>(
    mut one: impl Iterator<Item = &'t [u8]>,
    mut other: impl Iterator<Item = &'t [u8]>,
) -> usize {
    let (mut a, mut b): (&[u8], &[u8]) = (&[], &[]);
    let mut shared = 0;
    loop {
        let (Some(left), Some(right)) = (rest(a, &mut one), rest(b, &mut other)) else {
            return shared;
        };
        let length = left.len().min(right.len());
        let (left, left_rest) = R::split(left, length);
        let (right, right_rest) = R::split(right, length);
        if !std::ptr::eq(left, right) && left != right {
            return shared + R::common(left, right);
        }
        shared += length;
        (a, b) = (left_rest, right_rest);
    }
}

/// What is left of a piece, or the next one.
fn rest<'t>(piece: &'t [u8], more: &mut impl Iterator<Item = &'t [u8]>) -> Option<&'t [u8]> {
    if piece.is_empty() {
        more.find(|next| !next.is_empty())
    } else {
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_states_share_is_found_from_both_ends() {
        let text = "One line.\nTwo lines.\n\n".repeat(500);
        let before = Rope::from_str(&text);
        for (at, gone, words) in [
            (0, 0, "x"),
            (5000, 0, "new\nline"),
            (5000, 700, ""),
            (text.len(), 0, "end"),
            (21, 1, ""),
        ] {
            let mut now = before.clone();
            now.remove(at..at + gone);
            now.insert(at, words);
            let span = EditSpan::between(&before, &now);
            let new = now.to_string();
            let pairs = text.bytes().zip(new.bytes());
            assert_eq!(span.start, pairs.take_while(|(a, b)| a == b).count());
            assert_eq!(
                span.grown,
                words.len().cast_signed() - usize::cast_signed(gone)
            );
            let whole = span.whole_lines.min(text.len());
            assert!(at + gone <= whole);
            assert_eq!(text[whole..], new[span.moved(whole)..]);
        }
        assert_eq!(
            EditSpan::between(&before, &before.clone()).start,
            usize::MAX
        );
    }
}
