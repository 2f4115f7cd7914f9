//! The text of a draft: in one piece as it was read, and from the first edit on a rope.
//!
//! A draft that is only checked is never edited: it is spared the rope, and its blocks are read where they stand
//! instead of being put together from the rope's leaves.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use ropey::Rope;

/// A text. Cloning is cheap.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    /// As it was read.
    Read(Arc<Whole>),
    /// After an edit.
    Edited(Rope),
}

/// A text in one piece, with its rope as soon as somebody has asked for it.
#[derive(Debug)]
pub(crate) struct Whole {
    text: Box<str>,
    rope: OnceLock<Rope>,
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        Self::Read(Arc::new(Whole {
            text: text.into(),
            rope: OnceLock::new(),
        }))
    }

    /// The text of a rope that somebody else goes on keeping: both are shared until one of them is edited.
    pub(crate) fn of_rope(rope: &Rope) -> Self {
        Self::Read(Arc::new(Whole {
            text: String::from(rope).into(),
            rope: OnceLock::from(rope.clone()),
        }))
    }

    pub(crate) fn rope(&self) -> &Rope {
        match self {
            Self::Read(whole) => whole.rope.get_or_init(|| Rope::from_str(&whole.text)),
            Self::Edited(rope) => rope,
        }
    }

    /// Replaces `range`, which begins and ends between characters, by `text`.
    pub(crate) fn edit(&mut self, range: Range<usize>, text: &str) {
        let mut rope = self.rope().clone();
        let chars = rope.byte_to_char(range.start)..rope.byte_to_char(range.end);
        rope.remove(chars.clone());
        rope.insert(chars.start, text);
        *self = Self::Edited(rope);
    }

    /// Its length in bytes.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Read(whole) => whole.text.len(),
            Self::Edited(rope) => rope.len_bytes(),
        }
    }

    /// The text of a byte range that begins and ends between characters; borrowed where it is kept in one piece.
    pub(crate) fn part(&self, range: Range<usize>) -> Cow<'_, str> {
        match self {
            Self::Read(whole) => Cow::Borrowed(&whole.text[range]),
            Self::Edited(rope) => part_of(rope, range),
        }
    }

    /// The nearest place between characters at or before `offset`.
    pub(crate) fn boundary_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.length());
        match self {
            Self::Read(whole) => whole.text.floor_char_boundary(offset),
            Self::Edited(rope) => {
                // No character stands in two chunks.
                let (chunk, first, ..) = rope.chunk_at_byte(offset);
                first + chunk.floor_char_boundary(offset - first)
            }
        }
    }
}

fn part_of(rope: &Rope, Range { start, end }: Range<usize>) -> Cow<'_, str> {
    // A slice of the rope would count characters and lines, which costs more than most blocks are read for.
    let (chunk, first, ..) = rope.chunk_at_byte(start);
    if let Some(text) = chunk.get(start - first..end - first) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(end - start);
    let (chunks, first, ..) = rope.chunks_at_byte(start);
    let mut skipped = start - first;
    for chunk in chunks {
        let left = end - start - text.len();
        let part = &chunk[skipped..];
        if part.len() >= left {
            text.push_str(&part[..left]);
            break;
        }
        text.push_str(part);
        skipped = 0;
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_one_piece_and_as_a_rope() {
        let words = "l’Assemblée générale, 联合国大会, Генеральная Ассамблея\r\n".repeat(100);
        let read = Text::new(&words);
        let mut edited = Text::new(&words[1..]);
        edited.edit(0..0, &words[..1]);
        assert!(matches!(edited, Text::Edited(_)));
        assert_eq!(read.length(), edited.length());
        let boundaries: Vec<usize> = (0..=words.len() + 5)
            .map(|offset| read.boundary_before(offset))
            .collect();
        for (offset, start) in boundaries.iter().copied().enumerate() {
            assert_eq!(edited.boundary_before(offset), start);
            for end in [
                start,
                boundaries[words.len().min(start + 1500)],
                words.len(),
            ] {
                assert_eq!(read.part(start..end), words[start..end]);
                assert_eq!(edited.part(start..end), words[start..end]);
            }
        }
        assert_eq!(read.rope(), edited.rope());
        let shared = Text::of_rope(edited.rope());
        assert!(shared.rope().is_instance(edited.rope()));
        assert_eq!(shared.part(0..shared.length()), words);
    }
}
