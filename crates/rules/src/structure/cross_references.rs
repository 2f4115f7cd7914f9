//! X008 and X009: a place of this draft that is not there, or lies in the other direction.

mod letters;
mod ways;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use citation::Language;
use draft::{Block, BlockKind, CrossReference, Direction, Draft, Opening, Thing};
use resolve::Resolved;
use sources::Catalogue;

use self::letters::Missing;
use self::ways::{WAY, number_of, section, shown};
use super::numbering::marked;
use super::sub_paragraph_runs::Run;
use crate::words::replacement;
use crate::{
    Check, Context, Family, Finding, Nowhere, Preset, Related, Rule, Safety, Settings, Severity,
};

/// X008 cross-reference-without-target.
pub(crate) const TARGET: Rule = Rule {
    code: "X008",
    name: "cross-reference-without-target",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("cross_reference_target.md"),
    check: Check::Document(target),
};

/// X009 cross-reference-direction.
pub(crate) const DIRECTION: Rule = Rule {
    code: "X009",
    name: "cross-reference-direction",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("cross_reference_direction.md"),
    check: Check::Document(direction),
};

/// Where the things stand that can be referred to by number, in text order.
#[derive(Default)]
struct Targets {
    places: BTreeMap<(Thing, u32), Vec<Range<usize>>>,
    /// The sub-paragraphs of the draft, read when they are first asked for.
    runs: OnceCell<Vec<Run>>,
}

impl Targets {
    fn read(draft: &Draft, context: &Context<'_>) -> Self {
        let mut targets = Self::default();
        for block in draft.blocks() {
            let number = match &block.marks.opening {
                Some(Opening::Paragraph {
                    number, indent: 0, ..
                }) => Some((Thing::Paragraph, *number)),
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

    fn of(&self, thing: Thing, number: u32) -> &[Range<usize>] {
        self.places.get(&(thing, number)).map_or(&[], Vec::as_slice)
    }

    /// The numbers that things of this kind have.
    fn numbers(&self, thing: Thing) -> impl Iterator<Item = u32> {
        self.places
            .keys()
            .filter(move |(one, _)| *one == thing)
            .map(|(_, number)| *number)
    }
}

/// Asks `tell` about every cross-reference of the draft, with the things it may point to.
fn each(context: &Context<'_>, mut tell: impl FnMut(&Targets, &CrossReference, usize)) {
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

fn noun(thing: Thing) -> &'static str {
    match thing {
        Thing::Paragraph => "paragraph",
        Thing::Section => "section",
        Thing::Annex => "annex",
        Thing::Table => "table",
        Thing::Figure => "figure",
        Thing::Footnote => "footnote",
    }
}

/// Whether a draft calls one of its sections a chapter.
fn calls_it_chapter(context: &Context<'_>, one: &CrossReference, start: usize) -> bool {
    let words = start + one.span.start..start + one.span.end;
    let words = context.resolved.draft.slice(words).to_lowercase();
    one.thing == Thing::Section && words.contains("chap")
}

fn target(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, |targets, one, start| {
        let missing = one.labels.iter().find(|label| {
            number_of(one.thing, label).is_some_and(|number| {
                targets.of(one.thing, number).is_empty() && is_comparable(targets, one, number)
            })
        });
        let span = one.span.start + start..one.span.end + start;
        let Some(label) = missing else {
            let letter = letters::missing(&context.resolved.draft, targets, one, start);
            found.extend(letter.map(|letter| TARGET.finding(span, without_letter(&letter))));
            return;
        };
        let noun = if calls_it_chapter(context, one, start) {
            "chapter"
        } else {
            noun(one.thing)
        };
        let nouns = match one.thing {
            Thing::Annex => "annexes".to_owned(),
            _ => format!("{noun}s"),
        };
        let number = number_of(one.thing, label);
        let way = number.unwrap_or_default() / WAY;
        let numbers: Vec<u32> = targets
            .numbers(one.thing)
            .filter(|number| number / WAY == way)
            .collect();
        let message = match (numbers.iter().min(), numbers.iter().max()) {
            // Of one that is left out between others, the count says nothing.
            (Some(first), Some(last))
                if first != last
                    && !number.is_some_and(|number| (*first..=*last).contains(&number)) =>
            {
                let [first, last] = [first, last].map(|number| shown(one.thing, *number, label));
                format!(
                    "There is no {noun} {label} in this draft: its {nouns} run from {first} to {last}."
                )
            }
            _ => format!("There is no {noun} {label} in this draft."),
        };
        found.push(TARGET.finding(span, message));
    });
}

fn without_letter(missing: &Missing<'_>) -> String {
    let Missing {
        label,
        letter,
        last,
    } = missing;
    let own = if *last == 'a' {
        "it has only (a)".to_owned()
    } else {
        format!("its sub-paragraphs run from (a) to ({last})")
    };
    format!("There is no paragraph {label} ({letter}) in this draft: {own}.")
}

/// Whether the draft numbers such things at all, and in the same way.
fn is_comparable(targets: &Targets, one: &CrossReference, number: u32) -> bool {
    targets
        .numbers(one.thing)
        .any(|other| other / WAY == number / WAY)
}

fn direction(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, |targets, one, start| {
        let (Some(stated), Some(word)) = (one.direction, &one.direction_span) else {
            return;
        };
        let here = one.span.start + start;
        // The note of a footnote stands elsewhere than its mark.
        if one.thing == Thing::Footnote {
            return;
        }
        let places: Option<Vec<&Range<usize>>> = one
            .labels
            .iter()
            .map(
                |label| match targets.of(one.thing, number_of(one.thing, label)?) {
                    [only] => Some(only),
                    _ => None,
                },
            )
            .collect();
        // A number that stands twice leaves the direction open.
        let Some(places) = places.filter(|places| !places.is_empty()) else {
            return;
        };
        let lies = |place: &&Range<usize>| match stated {
            Direction::Above => place.start <= here && place.end <= here || place.contains(&here),
            Direction::Below => place.start > here || place.contains(&here),
        };
        if places.iter().any(lies) {
            return;
        }
        let right = match stated {
            Direction::Above => "below",
            Direction::Below => "above",
        };
        let is_french = context
            .resolved
            .draft
            .slice(word.start + start..word.end + start)
            .starts_with("ci-");
        let right_word = match stated {
            Direction::Above if is_french => "ci-dessous",
            Direction::Below if is_french => "ci-dessus",
            _ => right,
        };
        let noun = noun(one.thing);
        let label = &one.labels[0];
        let message = format!(
            "{} {label} stands {right}.",
            crate::sentence::sentence_case(noun)
        );
        let mut finding = DIRECTION.finding(here..one.span.end + start, message);
        finding.related.push(Related {
            message: format!("This is {noun} {label}"),
            path: None,
            range: places[0].clone(),
        });
        let word = word.start + start..word.end + start;
        finding
            .fixes
            .push(replacement(word, right_word.to_owned(), Safety::Suggested));
        found.push(finding);
    });
}

#[cfg(test)]
mod tests;
