//! The hits of one block, sorted by the finder that looks at them.

use std::ops::Range;

use super::anchors::{Anchors, Reader};
use super::hits::Hit;
use super::openings::Opens;

/// Where the finders have to look, by byte offset into the folded text of a block, each in order.
#[derive(Default)]
pub(super) struct Places {
    pub(super) strokes: Vec<usize>,
    pub(super) backslashes: Vec<usize>,
    /// Where a name of the lexicon may begin.
    pub(super) names: Vec<usize>,
    anchors: Vec<(Reader, Range<usize>)>,
}

impl Places {
    pub(super) fn clear(&mut self) {
        self.strokes.clear();
        self.backslashes.clear();
        self.names.clear();
        self.anchors.clear();
    }

    /// Adds a hit. `place` leads from the offsets of the hit to those of the folded text, `plain`.
    pub(super) fn add(&mut self, plain: &str, hit: Hit, place: impl Fn(usize) -> usize) {
        match hit {
            Hit::Stroke(at) => self.strokes.push(place(at)),
            Hit::Backslash(at) => self.backslashes.push(place(at)),
            Hit::Opening(at, opens) => {
                let at = place(at);
                if opens.contains(Opens::NAME) {
                    self.names.push(at);
                }
                if opens.contains(Opens::ANCHOR) {
                    Anchors::all().readers_at(plain, at, |reader, range| {
                        self.anchors.push((reader, range));
                    });
                }
            }
            Hit::LookAlike | Hit::Blank(..) => {}
        }
    }

    /// The words that open a list of numbers, each with its index.
    pub(super) fn acts(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.anchors
            .iter()
            .filter_map(|(reader, range)| match reader {
                Reader::Act(index) => Some((*index, range.clone())),
                Reader::Family(_) => None,
            })
    }

    /// The anchors of families, each with the index of its family.
    pub(super) fn families(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.anchors
            .iter()
            .filter_map(|(reader, range)| match reader {
                Reader::Family(index) => Some((*index, range.clone())),
                Reader::Act(_) => None,
            })
    }
}
