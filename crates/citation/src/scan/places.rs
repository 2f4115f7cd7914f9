//! The hits of one block, sorted by the finder that looks at them.

use std::ops::Range;

use super::anchors::Reader;
use super::hits::Hit;
use crate::Lexicon;

/// Where the finders have to look, by byte offset, each in order.
#[derive(Default)]
pub(super) struct Places {
    /// Where symbols may begin.
    pub(super) components: Vec<usize>,
    /// Digits before a stroke, alone.
    pub(super) sessions: Vec<Range<usize>>,
    /// The parentheses in which a year or a session stands behind a number.
    pub(super) terms: Vec<usize>,
    /// Where mistyped symbols may begin.
    pub(super) stretches: Vec<usize>,
    /// Names of the lexicon, by index.
    pub(super) names: Vec<(Range<usize>, usize)>,
    anchors: Vec<(Range<usize>, Reader)>,
    /// Whether characters stand for others, so that folding brings out further places.
    look_alikes: bool,
    /// Whether another language than English may speak in the text.
    other_languages: bool,
}

impl Places {
    /// Whether there is nothing to look at.
    pub(super) fn is_empty(&self) -> bool {
        self.has_no_place() && !self.other_languages
    }

    /// Whether there is nothing to look at in the folded text.
    pub(super) fn has_no_place(&self) -> bool {
        !self.look_alikes
            && self.components.is_empty()
            && self.sessions.is_empty()
            && self.terms.is_empty()
            && self.stretches.is_empty()
            && self.names.is_empty()
            && self.anchors.is_empty()
    }

    /// Whether folding brings out further places.
    pub(super) fn has_look_alikes(&self) -> bool {
        self.look_alikes
    }

    /// Whether another language than English may speak in the text.
    pub(super) fn has_other_languages(&self) -> bool {
        self.other_languages
    }

    /// The memory that the buffers hold, in entries.
    pub(super) fn capacity(&self) -> usize {
        self.components.capacity()
            + self.sessions.capacity()
            + self.terms.capacity()
            + self.stretches.capacity()
            + self.names.capacity()
            + self.anchors.capacity()
    }

    pub(super) fn clear(&mut self) {
        self.names.clear();
        self.other_languages = false;
        self.clear_all_but_names();
    }

    pub(super) fn clear_all_but_names(&mut self) {
        self.components.clear();
        self.sessions.clear();
        self.terms.clear();
        self.stretches.clear();
        self.anchors.clear();
        self.look_alikes = false;
    }

    pub(super) fn add(&mut self, hit: Hit) {
        match hit {
            Hit::Component(at) => self.components.push(at),
            Hit::Session(range) => self.sessions.push(range),
            Hit::Stretch(at) => self.stretches.push(at),
            Hit::Anchor(_, Reader::OtherLanguage) | Hit::OtherLanguage => {
                self.other_languages = true;
            }
            Hit::Anchor(range, Reader::Term) => self.terms.push(range.start),
            Hit::Anchor(range, reader) => self.anchors.push((range, reader)),
            Hit::Name(range, name) => self.names.push((range, name)),
            Hit::LookAlike => self.look_alikes = true,
            Hit::Blank(..) => {}
        }
    }

    /// Leaves out the anchors that reach into the blank lines around the block at `block`: "\nNo. ".
    pub(super) fn keep_inside(&mut self, block: &Range<usize>) {
        self.anchors
            .retain(|(anchor, _)| block.start <= anchor.start && anchor.end <= block.end);
    }

    /// Puts every offset `place` leads to in the stead of the offset.
    pub(super) fn translate(&mut self, place: impl Fn(usize) -> usize) {
        let offsets = self.components.iter_mut().chain(&mut self.stretches);
        for at in offsets.chain(&mut self.terms) {
            *at = place(*at);
        }
        let names = self.names.iter_mut().map(|(range, _)| range);
        let anchors = self.anchors.iter_mut().map(|(range, _)| range);
        for range in self.sessions.iter_mut().chain(names).chain(anchors) {
            *range = place(range.start)..place(range.end);
        }
    }

    /// The name, no acronym, around `anchor`, where nothing near it could be a mistyped symbol and no other language
    /// speaks, so that what else is read at the anchor counts for nothing beside the name.
    pub(super) fn name_around(
        &self,
        anchor: &Range<usize>,
        lexicon: &Lexicon,
    ) -> Option<Range<usize>> {
        /// Longer than the words of a title before its noun.
        const BEFORE: usize = 160;
        let next = self
            .names
            .partition_point(|(name, _)| name.end <= anchor.start);
        let (name, index) = self.names.get(next)?;
        let near = anchor.start.saturating_sub(BEFORE);
        let stretch = self.stretches.partition_point(|stretch| *stretch < near);
        let is_near = |stretch: &usize| *stretch < name.end;
        let fits = name.start <= anchor.start
            && !lexicon.name(*index).acronym
            && !self.stretches.get(stretch).is_some_and(is_near)
            && !self.other_languages;
        fits.then(|| name.clone())
    }

    /// The words that open a list of numbers, each with its index.
    pub(super) fn acts(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.anchors
            .iter()
            .filter_map(|(range, reader)| match reader {
                Reader::Act(index) => Some((*index, range.clone())),
                Reader::Family(_) | Reader::OtherLanguage | Reader::Name | Reader::Term => None,
            })
    }

    /// The anchors of families, each with the index of its family.
    pub(super) fn families(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.anchors
            .iter()
            .filter_map(|(range, reader)| match reader {
                Reader::Family(index) => Some((*index, range.clone())),
                Reader::Act(_) | Reader::OtherLanguage | Reader::Name | Reader::Term => None,
            })
    }
}
