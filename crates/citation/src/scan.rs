//! Finds every citation in a text: symbols, numbers in prose, names of instruments, series.
//!
//! One pass over the text finds the places worth a look; a block between blank lines that has any is
//! folded, so that a character is one ASCII byte, and read by the finders, a file each, at those places
//! only. Where two finders claim the same place, the longer claim wins.

pub(crate) mod anchors;
mod articles;
mod beginnings;
pub(crate) mod bodies;
pub(crate) mod cursor;
pub(crate) mod dates;
pub(crate) mod first_words;
mod hits;
pub(crate) mod instruments;
pub(crate) mod last_components;
pub(crate) mod looked_at;
mod marks;
mod mistyped;
pub(crate) mod names;
pub(crate) mod numbers;
mod overlaps;
pub(crate) mod pinpoints;
mod places;
pub(crate) mod searcher;
mod symbols;

pub(crate) use self::mistyped::WithoutStrokes;
pub use self::pinpoints::is_subject_of_text;
use std::cell::Cell;
use std::ops::Range;
use std::sync::LazyLock;

use self::hits::Hit;
use self::overlaps::Survey;
use self::places::Places;
use crate::families::FAMILIES;
use crate::normalise::Folded;
use crate::{Act, Body, Citation, Form, Kind, Lexicon, Naming, Pinpoint, Referent, languages};

/// Every citation in `text`, in order of its token; ranges are byte offsets into `text`.
///
/// The tokens do not overlap, lie inside the text and on character boundaries. What stands on one side of
/// a blank line never changes what is found on the other.
pub fn scan(text: &str, lexicon: &Lexicon) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut scratch = SCRATCH.take().unwrap_or_default();
    let mut start = 0;
    hits::each(text, lexicon, |hit| match hit {
        Hit::Blank(end, next) => {
            scratch.read_block(text, start..end, lexicon, &mut found);
            start = next;
        }
        hit => scratch.places.add(hit),
    });
    scratch.read_block(text, start..text.len(), lexicon, &mut found);
    if scratch.is_small() {
        SCRATCH.set(Some(scratch));
    }
    found
}

/// So many citations are copied, so that their buffer serves the next scan.
const FEW: usize = 256;

thread_local! {
    /// What the last scan has left, so that a text without references costs no allocation.
    static SCRATCH: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

/// What is filled and emptied for one block after another.
#[derive(Default)]
struct Scratch {
    places: Places,
    folded: Folded,
    found: Vec<Citation>,
}

impl Scratch {
    /// Whether the buffers are worth keeping until the next scan.
    fn is_small(&self) -> bool {
        const MOST: usize = 64 * 1024;
        self.folded.capacity() < MOST
            && self.places.capacity() < MOST
            && self.found.capacity() < MOST / 64
    }

    /// Reads the block at `range`, whose places have been collected.
    fn read_block(
        &mut self,
        text: &str,
        range: Range<usize>,
        lexicon: &Lexicon,
        found: &mut Vec<Citation>,
    ) {
        let places = &mut self.places;
        places.keep_inside(&range);
        let start = range.start;
        let original = &text[range];
        let goes_on = numbers::may_go_on(original);
        if places.is_empty() && !goes_on {
            return;
        }
        if goes_on || !places.has_no_place() {
            read_folded(
                original,
                start,
                places,
                &mut self.folded,
                lexicon,
                &mut self.found,
            );
        }
        if places.has_other_languages() {
            languages::find(original, lexicon, &mut self.found);
        }
        places.clear();
        let survey = Survey::of(&self.found);
        let has_more =
            survey.has_other_than_numbers && languages::complete(original, &mut self.found);
        if has_more || !survey.is_settled {
            overlaps::remove(&mut self.found);
        }
        if survey.has_instrument {
            articles::give_back(original, &mut self.found);
            articles::give_past_volume(original, &mut self.found);
            articles::leave_to_number(&mut self.found);
            articles::give_apart(original, &mut self.found);
        }
        if survey.has_other_than_numbers {
            articles::give_to_protocol(original, &mut self.found);
            articles::give_to_comment(original, &mut self.found);
            articles::give_to_pairs(original, &mut self.found);
        }
        articles::give_past_corrigendum(original, &mut self.found);
        articles::part(original, &mut self.found);
        articles::give_to_outcome(original, &mut self.found);
        articles::give_thereof(original, &mut self.found);
        articles::give_alone(original, &mut self.found);
        articles::leave_claimed_goals(&mut self.found);
        articles::hand_out(original, &mut self.found);
        if start > 0 {
            for citation in &mut self.found {
                translate(citation, |offset| start + offset);
            }
        }
        // What a long block alone has is handed over as it is.
        if found.is_empty() && self.found.len() > FEW {
            std::mem::swap(found, &mut self.found);
        } else {
            found.append(&mut self.found);
        }
    }
}

/// What a text is read with for the sake of all but names.
static NO_NAMES: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// Lets the finders of folded text look at their `places` in the block `original`, which begins at byte
/// `start` of the text.
fn read_folded(
    original: &str,
    start: usize,
    places: &mut Places,
    folded: &mut Folded,
    lexicon: &Lexicon,
    found: &mut Vec<Citation>,
) {
    let block = Block::new(original, folded);
    if places.has_look_alikes() {
        // Names are found in the text as it is written, all else in the folded text.
        places.clear_all_but_names();
        places.translate(|at| block.folded(at - start));
        hits::each(block.plain, &NO_NAMES, |hit| places.add(hit));
    } else if start > 0 || block.folded.is_some() {
        places.translate(|at| block.folded(at - start));
    }
    read_places(block.plain, places, lexicon, found);
    if block.folded.is_some() {
        for citation in found {
            translate(citation, |offset| block.original(offset));
        }
    }
}

/// A block as the finders see it: folded, with the way back.
struct Block<'t> {
    /// The folded text.
    plain: &'t str,
    /// Nothing where the original is ASCII.
    folded: Option<&'t Folded>,
}

impl<'t> Block<'t> {
    fn new(original: &'t str, folded: &'t mut Folded) -> Self {
        if original.is_ascii() {
            return Self {
                plain: original,
                folded: None,
            };
        }
        folded.refill(original);
        let folded = &*folded;
        Self {
            plain: folded.text(),
            folded: Some(folded),
        }
    }

    /// The offset in the original of an offset in the folded text.
    #[inline]
    fn original(&self, folded: usize) -> usize {
        self.folded.map_or(folded, |table| table.original(folded))
    }

    /// The offset in the folded text of an offset in the original.
    #[inline]
    fn folded(&self, original: usize) -> usize {
        self.folded.map_or(original, |table| table.folded(original))
    }
}

/// Lets every finder look at its places; the ranges found are offsets into the folded text.
fn read_places(plain: &str, places: &Places, lexicon: &Lexicon, found: &mut Vec<Citation>) {
    // Of two claims to the same words the one found first holds: a family knows what it reads from the words
    // around it, a number or a mistyped symbol is guessed from its form.
    let mut yielded = Vec::new();
    let _symbols = bodies::Reading::of(plain);
    for (index, anchor) in places.families() {
        let family = FAMILIES[index];
        let name = places
            .name_around(&anchor, lexicon)
            .filter(|name| family.gives_way(plain, &anchor, name));
        let holder = name.or_else(|| {
            title_around(found, &anchor)
                .filter(|title| family.gives_way_to_title(plain, &anchor, title))
        });
        match holder {
            Some(holder) => yielded.push((index, anchor, holder)),
            None => family.read(plain, anchor, found),
        }
    }
    symbols::find(plain, &places.components, found);
    found.sort_by_key(|citation| citation.token.start);
    mistyped::find(plain, &places.stretches, found);
    numbers::find(plain, places, found);
    names::find(plain, &places.names, lexicon, found);
    numbers::find_without_word(plain, places, found);
    if yielded.is_empty() {
        return;
    }
    // A name or title that another claim may displace leaves its words to what gave way to it.
    found.sort_by_key(|citation| citation.token.start);
    overlaps::keep_contested(found, &mut yielded, |(.., holder)| holder);
    for (family, anchor, _) in yielded {
        FAMILIES[family].read(plain, anchor, found);
    }
}

/// The title around `anchor`, where it was found last.
fn title_around(found: &[Citation], anchor: &Range<usize>) -> Option<Range<usize>> {
    let last = found.last()?;
    let token = &last.token;
    let around = token.start <= anchor.start && anchor.end <= token.end;
    (around && matches!(last.form, Form::Title { .. })).then(|| token.clone())
}

/// The citation of `referent` at `token` of `text`, an acronym that a text has introduced for it.
pub fn introduced(text: &str, token: Range<usize>, referent: Referent) -> Citation {
    let mut folded = Folded::default();
    let block = Block::new(text, &mut folded);
    let token = block.folded(token.start)..block.folded(token.end);
    let form = Form::Whole(referent);
    let mut citation = instruments::citation(block.plain, token, Kind::Short, form);
    translate(&mut citation, |offset| block.original(offset));
    citation
}

/// The bodies that `text` names in full, with the byte offset where each name begins: what "the Commission"
/// may mean later.
pub fn bodies_named(text: &str) -> Vec<(usize, Body)> {
    let mut folded = Folded::default();
    let block = Block::new(text, &mut folded);
    bodies::spelt_out(block.plain)
        .map(|(start, body)| (block.original(start), body))
        .collect()
}

/// What the numbers at the beginning of the next block are, where `text` ends with the word that opens a
/// list of them: "… Security Council resolution".
pub fn left_open(text: &str) -> Option<(Act, Naming)> {
    let ending = text.trim_end();
    let opens = ["resolution", "resolutions", "decision", "decisions"]
        .iter()
        .any(|word| ending.ends_with(word));
    opens.then(|| numbers::left_open(Block::new(ending, &mut Folded::default()).plain))?
}

/// What the numbers are that begin the blocks below `text`, a heading or a line that announces resolutions or decisions:
/// "Resolutions adopted by the General Assembly".
pub fn announced_below(text: &str) -> Option<(Act, Naming)> {
    numbers::announced_below(Block::new(text, &mut Folded::default()).plain)
}

fn translate(citation: &mut Citation, back: impl Fn(usize) -> usize) {
    let back = |range: &mut Range<usize>| *range = back(range.start)..back(range.end);
    back(&mut citation.token);
    back(&mut citation.phrase);
    if let Some(Pinpoint { span, .. }) = &mut citation.pinpoint {
        back(span);
    }
    if let Some(date) = &mut citation.date {
        back(&mut date.span);
    }
    if let Form::Title { noun: words }
    | Form::ListedTreaty { place: words, .. }
    | Form::OfConference { name: words } = &mut citation.form
    {
        back(words);
    }
}

#[cfg(test)]
mod tests;
