//! Where two states of a text differ: found by comparing pieces that both share, which costs next to nothing.

use ropey::Rope;

/// Where a text differs from an earlier state of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seam {
    /// Bytes that are the same from the start on.
    pub(crate) start: usize,
    /// How many bytes longer the text is now.
    pub(crate) grown: isize,
    /// The line, in the earlier state, on which what is the same to the end begins.
    pub(crate) line_before: u32,
    /// How many lines the text has more now.
    pub(crate) lines: i64,
}

impl Seam {
    /// Where `now` differs from `before`.
    pub(crate) fn between(before: &Rope, now: &Rope) -> Self {
        let start = shared(pieces(before), pieces(now));
        let shorter = before.len_bytes().min(now.len_bytes());
        let backwards = |rope| pieces_backwards(rope);
        let end = shared_backwards(backwards(before), backwards(now)).min(shorter - start);
        let is_same = start == before.len_bytes() && start == now.len_bytes();
        Self {
            start: if is_same { usize::MAX } else { start },
            grown: now.len_bytes().cast_signed() - before.len_bytes().cast_signed(),
            line_before: before.byte_to_line(before.len_bytes() - end) as u32,
            lines: now.len_lines().cast_signed() as i64 - before.len_lines().cast_signed() as i64,
        }
    }
}

fn pieces(rope: &Rope) -> impl Iterator<Item = &[u8]> {
    rope.chunks().map(str::as_bytes)
}

fn pieces_backwards(rope: &Rope) -> impl Iterator<Item = &[u8]> {
    let (mut chunks, ..) = rope.chunks_at_byte(rope.len_bytes());
    std::iter::from_fn(move || chunks.prev()).map(str::as_bytes)
}

/// How many bytes two texts have in common from the start on.
fn shared<'t>(
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
        let (left_part, right_part) = (&left[..length], &right[..length]);
        if !std::ptr::eq(left_part, right_part) && left_part != right_part {
            let pairs = left_part.iter().zip(right_part);
            return shared + pairs.take_while(|(a, b)| a == b).count();
        }
        shared += length;
        (a, b) = (&left[length..], &right[length..]);
    }
}

/// How many bytes two texts have in common up to the end.
fn shared_backwards<'t>(
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
        let (left_rest, left_part) = left.split_at(left.len() - length);
        let (right_rest, right_part) = right.split_at(right.len() - length);
        if !std::ptr::eq(left_part, right_part) && left_part != right_part {
            let pairs = left_part.iter().rev().zip(right_part.iter().rev());
            return shared + pairs.take_while(|(a, b)| a == b).count();
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
            let seam = Seam::between(&before, &now);
            let new = now.to_string();
            let pairs = text.bytes().zip(new.bytes());
            assert_eq!(seam.start, pairs.take_while(|(a, b)| a == b).count());
            assert_eq!(
                seam.grown,
                words.len().cast_signed() - usize::cast_signed(gone)
            );
            assert!(seam.line_before >= before.byte_to_line(at) as u32);
            assert!(seam.line_before <= before.byte_to_line(at + gone) as u32);
        }
        assert_eq!(Seam::between(&before, &before.clone()).start, usize::MAX);
    }
}
