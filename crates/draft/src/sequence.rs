//! A sequence that shares what stays the same: items in chunks, each chunk behind a pointer with a summary
//! beside it.
//!
//! A clone costs a pointer; a change costs its chunks and one entry for every other chunk. What has to be
//! known of all items is added up from the summaries.

use std::ops::Range;
use std::sync::Arc;

/// Items of a chunk, about.
const CHUNK: usize = 128;

/// What a sequence holds.
pub trait Item: Clone {
    /// What is known of a chunk without looking into it.
    type Summary: Clone + std::fmt::Debug;

    /// The summary of a chunk.
    fn summary(items: &[Self]) -> Self::Summary;

    /// The summary of a chunk in which `items` have come in place of as many, `before`, of which it was `known`.
    fn summary_again(items: &[Self], before: &[Self], known: &Self::Summary) -> Self::Summary {
        let _ = (before, known);
        Self::summary(items)
    }

    /// How long a chunk is, in the unit that positions count.
    fn length(summary: &Self::Summary) -> usize {
        let _ = summary;
        0
    }
}

/// A chunk in its place.
#[derive(Clone, Debug)]
pub struct Chunk<T: Item> {
    /// How many items precede it.
    pub index: usize,
    /// The length of everything before it.
    pub start: usize,
    /// What is known of it without looking into it.
    pub summary: T::Summary,
    /// The items.
    pub items: Arc<[T]>,
}

/// A sequence. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Sequence<T: Item> {
    chunks: Arc<Vec<Chunk<T>>>,
    length: usize,
}

impl<T: Item> Default for Sequence<T> {
    fn default() -> Self {
        Self {
            chunks: Arc::default(),
            length: 0,
        }
    }
}

impl<T: Item> FromIterator<T> for Sequence<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        let length = items.len();
        let mut sequence = Self {
            chunks: Arc::new(chunks_of(items, CHUNK)),
            length,
        };
        sequence.count_from(0);
        sequence
    }
}

impl<T: Item> Sequence<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The chunks, in order.
    pub fn chunks(&self) -> &[Chunk<T>] {
        &self.chunks
    }

    /// The place in [`Sequence::chunks`] of the chunk with the item `index`.
    pub fn chunk_of(&self, index: usize) -> usize {
        let behind = self.chunks.partition_point(|chunk| chunk.index <= index);
        behind.saturating_sub(1)
    }

    /// The item `index`.
    pub fn get(&self, index: usize) -> Option<&T> {
        let chunk = self.chunks.get(self.chunk_of(index))?;
        chunk.items.get(index - chunk.index)
    }

    /// The items of a range, in order; the range may reach past the end.
    pub fn range(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &T> {
        let end = range.end.min(self.length);
        let start = range.start.min(end);
        let last = match end.checked_sub(1) {
            Some(last) => self.chunk_of(last) + 1,
            None => 0,
        };
        let first = self.chunk_of(start).min(last);
        self.chunks[first..last].iter().flat_map(move |chunk| {
            let within = |index: usize| index.saturating_sub(chunk.index).min(chunk.items.len());
            chunk.items[within(start)..within(end)].iter()
        })
    }

    /// Every item, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.items.iter())
    }

    /// Puts `items` in place of those of `range`.
    pub fn splice(&mut self, range: Range<usize>, items: impl IntoIterator<Item = T>) {
        if self.chunks.is_empty() {
            *self = items.into_iter().collect();
            return;
        }
        let first = self.chunk_of(range.start);
        let mut last = self.chunk_of(range.end.max(range.start + 1) - 1);
        // What is left of two small chunks becomes one.
        if range.end + CHUNK / 4 > self.chunks[last].index + self.chunks[last].items.len()
            && range.start < self.chunks[first].index + CHUNK / 4
            && last + 1 < self.chunks.len()
        {
            last += 1;
        }
        let before = &self.chunks[first];
        let behind = &self.chunks[last];
        let mut all: Vec<T> = before.items[..range.start - before.index].to_vec();
        all.extend(items);
        let kept = range.end..behind.index + behind.items.len();
        all.extend(self.range(kept).cloned());
        let replaced = self.chunks[first..=last]
            .iter()
            .map(|chunk| chunk.items.len())
            .sum::<usize>();
        self.length = self.length - replaced + all.len();
        // Twice as large as others is large enough to be cut in two.
        let size = if all.len() > 2 * CHUNK {
            CHUNK
        } else {
            all.len().max(1)
        };
        let chunks = chunks_of(all, size);
        Arc::make_mut(&mut self.chunks).splice(first..=last, chunks);
        self.count_from(first);
    }

    /// Puts as many other `items` in place of those of the chunk `place`.
    pub fn replace_chunk(&mut self, place: usize, items: Arc<[T]>) {
        let Some(old) = Arc::make_mut(&mut self.chunks).get_mut(place) else {
            return;
        };
        debug_assert_eq!(old.items.len(), items.len());
        let summary = T::summary_again(&items, &old.items, &old.summary);
        let is_as_long = T::length(&summary) == T::length(&old.summary);
        (old.summary, old.items) = (summary, items);
        if !is_as_long {
            self.count_from(place);
        }
    }

    /// The items that differ from those of `before`: a range there and a range here, in whose place it came.
    /// Chunks that are the same are not looked into.
    pub fn difference(
        &self,
        before: &Self,
        same: impl Fn(&T, &T) -> bool,
    ) -> (Range<usize>, Range<usize>) {
        let is_same = |(a, b): &(&Chunk<T>, &Chunk<T>)| Arc::ptr_eq(&a.items, &b.items);
        let pairs = || self.chunks.iter().zip(before.chunks.iter());
        let head = pairs().take_while(is_same).count();
        let most = self.chunks.len().min(before.chunks.len()) - head;
        let backwards = self.chunks.iter().rev().zip(before.chunks.iter().rev());
        let tail = backwards.take(most).take_while(is_same).count();
        let middle = |chunks: &[Chunk<T>], length: usize| {
            let from = chunks.get(head).map_or(length, |chunk| chunk.index);
            let to = chunks.get(chunks.len() - tail);
            from..to.map_or(length, |chunk| chunk.index)
        };
        let (mut old, mut new) = (
            middle(&before.chunks, before.length),
            middle(&self.chunks, self.length),
        );
        let (ours, theirs) = (self.range(new.clone()), before.range(old.clone()));
        let leading = ours.zip(theirs).take_while(|(a, b)| same(a, b)).count();
        (old.start, new.start) = (old.start + leading, new.start + leading);
        let ours = self.range(new.clone()).rev();
        let theirs = before.range(old.clone()).rev();
        let trailing = ours.zip(theirs).take_while(|(a, b)| same(a, b)).count();
        (old.end, new.end) = (old.end - trailing, new.end - trailing);
        (old, new)
    }

    fn count_from(&mut self, first: usize) {
        let before = first.checked_sub(1).map(|before| &self.chunks[before]);
        let (mut index, mut start) = before.map_or((0, 0), |chunk| {
            (
                chunk.index + chunk.items.len(),
                chunk.start + T::length(&chunk.summary),
            )
        });
        for chunk in &mut Arc::make_mut(&mut self.chunks)[first..] {
            (chunk.index, chunk.start) = (index, start);
            index += chunk.items.len();
            start += T::length(&chunk.summary);
        }
    }
}

/// The items in chunks of this size, which nobody has counted yet.
fn chunks_of<T: Item>(items: Vec<T>, size: usize) -> Vec<Chunk<T>> {
    let mut chunks = Vec::with_capacity(items.len().div_ceil(size));
    let mut rest = items.into_iter();
    while rest.len() > 0 {
        let items: Arc<[T]> = rest.by_ref().take(size).collect();
        chunks.push(Chunk {
            index: 0,
            start: 0,
            summary: T::summary(&items),
            items,
        });
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Item for u32 {
        type Summary = usize;

        fn summary(items: &[Self]) -> usize {
            items.iter().map(|item| *item as usize).sum()
        }

        fn length(summary: &usize) -> usize {
            *summary
        }
    }

    /// Whatever is spliced, the sequence holds what a vector would, and its counts are right.
    #[test]
    fn a_sequence_is_a_vector() {
        let mut seed = 11_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below.max(1)
        };
        let mut plain: Vec<u32> = (0..1000).collect();
        let mut sequence: Sequence<u32> = plain.iter().copied().collect();
        for round in 0..600 {
            let before = (plain.clone(), sequence.clone());
            let start = random(plain.len() + 1);
            let most = if round % 50 == 0 { plain.len() } else { 9 };
            let end = (start + random(most)).min(plain.len());
            let length = if round % 40 == 0 { 900 } else { random(9) };
            let items: Vec<u32> = (0..length).map(|_| random(5000) as u32).collect();
            plain.splice(start..end, items.iter().copied());
            sequence.splice(start..end, items);
            assert_eq!(sequence.iter().copied().collect::<Vec<_>>(), plain);
            assert_eq!(before.1.iter().copied().collect::<Vec<_>>(), before.0);
            assert_eq!(sequence.len(), plain.len());
            let at = random(plain.len() + 1);
            assert_eq!(sequence.get(at), plain.get(at));
            let some = at..at + random(300);
            let wanted = &plain[at..some.end.min(plain.len())];
            assert_eq!(sequence.range(some).copied().collect::<Vec<_>>(), wanted);
            for chunk in sequence.chunks() {
                let sum: usize = plain[..chunk.index].iter().map(|one| *one as usize).sum();
                assert_eq!(chunk.start, sum);
            }
            let (old, new) = sequence.difference(&before.1, |a, b| a == b);
            let mut restored = before.0;
            restored.splice(old, plain[new].iter().copied());
            assert_eq!(restored, plain);
        }
    }

    #[test]
    fn nothing_has_no_items() {
        let mut empty: Sequence<u32> = Sequence::default();
        assert!(empty.is_empty() && empty.get(0).is_none() && empty.range(0..9).next().is_none());
        empty.splice(0..0, [1, 2]);
        assert_eq!(empty.len(), 2);
        empty.splice(0..2, []);
        assert!(empty.is_empty() && empty.iter().next().is_none());
        empty.splice(0..0, [3]);
        assert_eq!(empty.get(0), Some(&3));
    }
}
