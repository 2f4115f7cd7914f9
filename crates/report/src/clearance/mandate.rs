//! What of the resolution that a draft answers the draft takes up, paragraph by paragraph.
//!
//! A paragraph is taken up where the draft refers to it, or where it says the same words: five in a row,
//! two of them words that few paragraphs of the resolution have, since every answer to a resolution on
//! migrants speaks of the human rights of migrants, and not a phrase that many resolutions have. It is a
//! table to be ticked, never a finding: an answer need not take up everything.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use citation::{Act, Referent, Symbol, Unit, table};
use draft::{BlockKind, Draft};
use resolve::Reference;
use sources::{Paragraph, Paragraphs, folded_words};

use super::{Subject, shortened, source_words};

/// How many words in a row count as shared wording.
const RUN: usize = 5;
/// Of these words, how many have to be telling: longer than [`SHORT`] letters, and in few paragraphs.
const TELLING: usize = 2;
const SHORT: usize = 3;
/// A telling word is in at most two paragraphs, and in a long resolution in one of this many.
const ONE_IN: usize = 15;
/// How far from the top a draft says which resolution it answers, in blocks of prose.
const TOP: usize = 6;

/// Five words in a row that many resolutions have: "of the United Nations system".
static SET_PHRASES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../data/set-phrases.tsv"));
    rows.map(|[phrase]| phrase).collect()
});

/// What a draft takes up of the resolution that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// The resolution.
    pub document: String,
    /// Its title, where it is held.
    pub title: String,
    /// Its operative paragraphs, in order; empty where its text is not held.
    pub paragraphs: Vec<Coverage>,
}

/// An operative paragraph and where the draft takes it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Its label: `3 (a)`.
    pub label: String,
    /// Its first words.
    pub words: String,
    /// Where the draft takes it up, in text order.
    pub taken_up: Vec<TakenUp>,
}

/// A place in the draft that takes a paragraph up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenUp {
    /// Where.
    pub place: String,
    /// How: "by reference", or the words in common.
    pub how: String,
}

/// The mandate of the draft; `None` where it answers no resolution that is known.
pub(super) fn of(subject: &Subject<'_>) -> Option<Mandate> {
    let symbol = subject.mandate.clone().or_else(|| answered(subject))?;
    let referent = Referent::Symbol(symbol.clone());
    let source = subject.sources.resolve(&referent).value;
    let title = source
        .as_ref()
        .map(|source| source.title.to_string())
        .unwrap_or_default();
    let paragraphs = match source.as_ref().map(|source| &source.paragraphs) {
        Some(Paragraphs::Numbered(paragraphs)) => coverage(subject, &referent, paragraphs),
        _ => Vec::new(),
    };
    Some(Mandate {
        document: symbol.to_string(),
        title,
        paragraphs,
    })
}

/// What stands before the resolution that a draft answers, in small letters.
const ANSWERING: [&str; 19] = [
    "re ",
    "re. ",
    "re: ",
    "answer",
    "called for",
    "contribution",
    "follow-up",
    "further to",
    "implementation of",
    "in accordance with",
    "in compliance with",
    "in line with the request",
    "in response to",
    "input",
    "mandate",
    "pursuant to",
    "requested",
    "submitted",
    "under the terms of",
];

/// The resolution that the draft says it answers: in its front matter as `mandate`, else the first
/// resolution at its top that stands behind words which say so. A draft that is a resolution itself answers none.
fn answered(subject: &Subject<'_>) -> Option<Symbol> {
    let draft = &subject.resolved.draft;
    if let Some(stated) = draft.front_matter().value("mandate") {
        return Symbol::parse(stated);
    }
    let is_resolution = |symbol: &Symbol| {
        symbol
            .adopted()
            .is_some_and(|adopted| adopted.act == Act::Resolution)
    };
    let own = draft.front_matter().symbol().map(|(symbol, _)| symbol);
    let own = own.or_else(|| draft.masthead().symbol.clone().map(|(symbol, _)| symbol));
    if own.as_ref().is_some_and(is_resolution) || draft.masthead().adopted.is_some() {
        return None;
    }
    let prose = draft.blocks();
    let end = prose
        .iter()
        .filter(|block| block.kind.is_prose() && block.kind != BlockKind::FootnoteDefinition)
        .take(TOP)
        .last()?
        .span
        .end;
    subject
        .resolved
        .references
        .iter()
        .take_while(|reference| reference.token.end <= end)
        .filter(|reference| !reference.is_own && reference.candidates.len() < 2)
        .filter(|reference| is_answered(draft, reference))
        .filter_map(|reference| reference.referent.as_ref()?.symbol())
        .find(|symbol| is_resolution(symbol))
        .cloned()
}

/// Whether the sentence before a reference says that the draft answers it.
fn is_answered(draft: &Draft, reference: &Reference) -> bool {
    let blocks = draft.blocks();
    let block = blocks.iter().find(|block| {
        block.span.start <= reference.token.start && reference.token.end <= block.span.end
    });
    let Some(block) = block else {
        return false;
    };
    let before = draft.slice(block.span.start..reference.token.start);
    let before = before.to_lowercase();
    let sentence = before.rsplit(". ").next().unwrap_or_default();
    ANSWERING.iter().any(|words| {
        let opens = words.starts_with("re") && words.len() < 5;
        if opens {
            before.starts_with(words)
        } else {
            sentence.contains(words)
        }
    })
}

fn coverage(subject: &Subject<'_>, referent: &Referent, paragraphs: &[Paragraph]) -> Vec<Coverage> {
    let wording = Wording::of(subject, paragraphs);
    let references: Vec<&Reference> = subject
        .resolved
        .references
        .iter()
        .filter(|one| one.referent.as_ref() == Some(referent) && !one.is_own)
        .collect();
    paragraphs
        .iter()
        .map(|paragraph| {
            // By their places, so that what is said twice in one place is listed once.
            let mut taken_up: BTreeMap<usize, TakenUp> = BTreeMap::new();
            for (at, shared) in wording.shared_with(&paragraph.words) {
                let how = format!("“{shared}”");
                let place = subject.at(at);
                taken_up.entry(at).or_insert(TakenUp { place, how });
            }
            for reference in &references {
                if refers_to(reference, &paragraph.label) {
                    let at = reference.token.start;
                    let how = "by reference".to_owned();
                    let place = subject.at(at);
                    taken_up.insert(at, TakenUp { place, how });
                }
            }
            let mut taken_up: Vec<TakenUp> = taken_up.into_values().collect();
            taken_up.dedup_by(|later, first| later == first);
            Coverage {
                label: paragraph.label.to_string(),
                words: source_words(&paragraph.words),
                taken_up,
            }
        })
        .collect()
}

/// Whether a reference names the paragraph `label`, or the paragraph that it is a part of.
fn refers_to(reference: &Reference, label: &str) -> bool {
    let Some(pinpoint) = &reference.pinpoint else {
        return false;
    };
    let [step] = pinpoint.steps.as_slice() else {
        return false;
    };
    if step.unit != Unit::Paragraph {
        return false;
    }
    let number = |label: &str| -> Option<u32> {
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        label[..digits].parse().ok()
    };
    step.labels.iter().any(|(from, to)| match to {
        None => **from == *label || label.starts_with(&format!("{from} (")),
        Some(to) => match (number(from), number(label), number(to)) {
            (Some(first), Some(this), Some(last)) => first <= this && this <= last,
            _ => false,
        },
    })
}

/// The runs of words of a draft, and which words tell the paragraphs of a resolution apart.
struct Wording {
    /// The starts of the blocks that have a run of words, by the folded words.
    runs: HashMap<String, Vec<usize>>,
    /// In how many paragraphs of the resolution each word is.
    paragraphs: HashMap<String, usize>,
    /// The most paragraphs that a telling word is in.
    few: usize,
}

impl Wording {
    fn of(subject: &Subject<'_>, paragraphs: &[Paragraph]) -> Self {
        let draft = &subject.resolved.draft;
        let mut runs: HashMap<String, Vec<usize>> = HashMap::new();
        for block in draft.blocks() {
            if !block.kind.is_prose() {
                continue;
            }
            let words = folded_words(&draft.text_of(&block));
            for run in words.windows(RUN) {
                let places = runs.entry(run.join(" ")).or_default();
                if places.last() != Some(&block.span.start) {
                    places.push(block.span.start);
                }
            }
        }
        let mut counts: HashMap<String, usize> = HashMap::new();
        for paragraph in paragraphs {
            let own: HashSet<String> = folded_words(&paragraph.words).into_iter().collect();
            for word in own {
                *counts.entry(word).or_default() += 1;
            }
        }
        Self {
            runs,
            paragraphs: counts,
            few: (paragraphs.len() / ONE_IN).max(2),
        }
    }

    /// Whether a run of words says something that few paragraphs say, and few resolutions.
    fn is_telling(&self, run: &[String]) -> bool {
        let mut pieces = run.windows(RUN);
        if pieces.all(|piece| SET_PHRASES.contains(&*piece.join(" "))) {
            return false;
        }
        let telling = run.iter().filter(|word| {
            let count = self.paragraphs.get(*word).copied().unwrap_or(0);
            word.chars().count() > SHORT && count <= self.few
        });
        telling.collect::<HashSet<_>>().len() >= TELLING
    }

    /// The blocks of the draft that share wording with `words`, by their start, each with the longest
    /// words in common.
    fn shared_with(&self, words: &str) -> BTreeMap<usize, String> {
        let folded = folded_words(words);
        let mut longest: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut open: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, run) in folded.windows(RUN).enumerate() {
            let run = run.join(" ");
            let places = self.runs.get(&run).map_or(&[][..], Vec::as_slice);
            open.retain(|block, _| places.contains(block));
            for block in places {
                let from = *open.entry(*block).or_insert(index);
                let length = index + RUN - from;
                let best = longest.entry(*block).or_insert((from, length));
                if length > best.1 {
                    *best = (from, length);
                }
            }
        }
        longest
            .into_iter()
            .filter(|(_, (from, length))| self.is_telling(&folded[*from..from + length]))
            .map(|(block, (from, length))| {
                (block, shortened(&folded[from..from + length].join(" ")))
            })
            .collect()
    }
}
