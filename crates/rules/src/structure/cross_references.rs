//! The cross-references of a draft, and the places to which they can point.

mod ways;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use citation::Language;
use draft::{Block, BlockKind, CrossReference, Draft, Opening, Thing};
use resolve::Resolved;
use sources::Catalogue;

use self::ways::section;
pub(super) use self::ways::{WAY, number_of, shown};
use super::margin::Margin;
use super::paragraph_numbering::marked;
use super::sub_paragraph_runs::{Run, runs};
use crate::{Context, Nowhere, Settings};

/// Where the things stand that can be referred to by number, in text order.
#[derive(Default)]
pub(super) struct Targets {
    places: BTreeMap<(Thing, u32), Vec<Range<usize>>>,
    /// The sub-paragraphs of the draft, read when they are first asked for.
    runs: OnceCell<Vec<Run>>,
}

impl Targets {
    fn read(draft: &Draft, context: &Context<'_>) -> Self {
        let mut targets = Self::default();
        let margin = Margin::of(draft);
        let mut inside: Vec<(u32, Range<usize>)> = Vec::new();
        for block in draft.blocks() {
            let number = match &block.marks.opening {
                Some(opening @ Opening::Paragraph { number, .. }) => {
                    if !margin.has(opening) {
                        inside.push((*number, block.span));
                        continue;
                    }
                    Some((Thing::Paragraph, *number))
                }
                Some(Opening::Caption { thing, number }) => Some((*thing, number.unwrap_or(1))),
                Some(Opening::Section { label }) => section(label).map(|key| (Thing::Section, key)),
                None if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) => {
                    marked(draft, &block).map(|marked| (Thing::Paragraph, marked.number))
                }
                _ => None,
            };
            if let Some(key) = number
                && block.kind != BlockKind::ForeignTitles
            {
                targets
                    .places
                    .entry(key)
                    .or_default()
                    .push(block.span.clone());
                if key.0 == Thing::Annex {
                    targets.read_list(&draft.text_of(&block), &block.span);
                }
            }
        }
        // Where pages are set differently, a paragraph may stand further in than others.
        for (number, span) in inside {
            let places = targets.places.entry((Thing::Paragraph, number));
            places.or_insert_with(|| vec![span]);
        }
        for text in &context.notes().texts {
            if let Ok(number) = text.label.parse() {
                let key = (Thing::Footnote, number);
                targets
                    .places
                    .entry(key)
                    .or_default()
                    .push(text.span.clone());
            }
        }
        targets
    }

    /// Takes the annexes that the further lines of a block begin with, which lists them.
    fn read_list(&mut self, text: &str, block: &Range<usize>) {
        for line in text.lines().skip(1) {
            if let Some(Opening::Caption {
                thing: Thing::Annex,
                number,
            }) = Opening::of_line(line)
            {
                let key = (Thing::Annex, number.unwrap_or(1));
                self.places.entry(key).or_default().push(block.clone());
            }
        }
    }

    pub(super) fn of(&self, thing: Thing, number: u32) -> &[Range<usize>] {
        self.places.get(&(thing, number)).map_or(&[], Vec::as_slice)
    }

    /// The labels of the draft's sub-paragraphs, in runs.
    pub(super) fn runs(&self, draft: &Draft) -> &[Run] {
        self.runs.get_or_init(|| runs(draft))
    }

    /// The numbers that things of this kind have.
    pub(super) fn numbers(&self, thing: Thing) -> impl Iterator<Item = u32> {
        self.places
            .keys()
            .filter(move |(one, _)| *one == thing)
            .map(|(_, number)| *number)
    }
}

/// Asks `tell` about every cross-reference of the draft, with the things it may point to.
pub(super) fn each(context: &Context<'_>, mut tell: impl FnMut(&Targets, &CrossReference, usize)) {
    let draft = &context.resolved.draft;
    let has_any = |block: Block<'_>| {
        let is_caption = matches!(block.marks.opening, Some(Opening::Caption { .. }));
        is_caption || !block.marks.cross_references.is_empty()
    };
    if context.is_extracted() || !draft.blocks().into_iter().any(has_any) {
        return;
    }
    let targets = Targets::read(draft, context);
    for block in draft.blocks() {
        if !matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::FootnoteDefinition
        ) {
            continue;
        }
        let quoted = |one: &CrossReference| {
            let quotations = block.marks.quotations.iter();
            quotations
                .into_iter()
                .any(|range| range.contains(&one.span.start))
        };
        for one in block
            .marks
            .cross_references
            .iter()
            .filter(|one| !quoted(one))
        {
            tell(&targets, one, block.span.start);
        }
        for one in named(draft, &block, &targets)
            .iter()
            .filter(|one| !quoted(one))
        {
            tell(&targets, one, block.span.start);
        }
    }
}

/// The tables, figures and annexes that a block names by number alone, where the draft has such things and the sentence
/// cites no other document.
fn named(draft: &Draft, block: &Block<'_>, targets: &Targets) -> Vec<CrossReference> {
    let things = [Thing::Table, Thing::Figure, Thing::Annex];
    let has_any = things
        .iter()
        .any(|thing| targets.numbers(*thing).next().is_some());
    if !has_any || block.marks.language != Language::English {
        return Vec::new();
    }
    let text = draft.words_of(block);
    let mut found = draft::things_named(&text);
    let is_marked = |one: &CrossReference| {
        let mut marked = block.marks.cross_references.iter();
        marked.any(|other| other.span.contains(&one.span.start))
    };
    let opens = matches!(block.marks.opening, Some(Opening::Caption { .. }));
    let cites = |one: &CrossReference| {
        block.marks.citations.iter().any(|citation| {
            let token = &citation.token;
            let between = if token.end <= one.span.start {
                token.end..one.span.start
            } else {
                one.span.end.min(token.start)..token.start
            };
            !ends_sentence(&text[between])
        })
    };
    found.retain(|one| !opens && !is_marked(one) && !cites(one));
    found
}

/// Whether a sentence, or a part of it, ends in `text`.
fn ends_sentence(text: &str) -> bool {
    [". ", ".\n", "; ", ": "]
        .iter()
        .any(|end| text.contains(end))
}

/// A place of a draft to which other places of it refer by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referred {
    /// The block that has the number, byte range in the draft.
    pub place: Range<usize>,
    /// Where it is referred to, in text order; byte ranges in the draft.
    pub from: Vec<Range<usize>>,
}

/// The numbered places of a draft that it refers to, in text order. A number that stands twice leaves open
/// which is meant.
pub fn referred_to(resolved: &Resolved) -> Vec<Referred> {
    let settings = Settings::default();
    let context = Context::new(resolved, &Catalogue, &settings, &Nowhere, &|| false);
    let mut referred: BTreeMap<usize, Referred> = BTreeMap::new();
    each(&context, |targets, one, start| {
        let numbers = one
            .labels
            .iter()
            .filter_map(|label| number_of(one.thing, label));
        for number in numbers {
            if let [place] = targets.of(one.thing, number) {
                let known = referred.entry(place.start).or_insert_with(|| Referred {
                    place: place.clone(),
                    from: Vec::new(),
                });
                known
                    .from
                    .push(one.span.start + start..one.span.end + start);
            }
        }
    });
    referred.into_values().collect()
}

/// The word for things of a kind.
pub(super) fn noun(thing: Thing) -> &'static str {
    match thing {
        Thing::Paragraph => "paragraph",
        Thing::Section => "section",
        Thing::Annex => "annex",
        Thing::Table => "table",
        Thing::Figure => "figure",
        Thing::Footnote => "footnote",
    }
}
