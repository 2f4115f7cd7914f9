//! Sources that a passage may rest on without citing them: by name, by wording, by likeness.
//!
//! Each way finds a few candidates with cheap questions to the index, looks at their words, and says how
//! sure it is. What the passage cites already is not suggested.

#![allow(
    clippy::cast_precision_loss,
    reason = "scores are estimates, and counts of words are small"
)]

mod likeness;
mod wording;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use citation::Referent;
use sources::{PassageKind, Reason, Suggestion, folded_words};

use super::mentions;
use crate::corpus::{Corpus, hit_of};
use crate::error::CorpusError;
use crate::index::{Class, FullText, Spot, in_passage};

/// A word in more than one of this many passages says nothing.
const COMMON: u64 = 10;

/// Candidates whose words are looked at.
const CANDIDATES: usize = 24;

/// Shorter passages rest on nothing that could be found by likeness, in words.
const SHORTEST: usize = 8;

/// How alike two suggestions may be before the second adds nothing.
const TOO_ALIKE: f32 = 0.85;

/// The suggestions, best first.
pub(super) fn find(
    corpus: &Corpus,
    passage: &str,
    limit: usize,
) -> Result<Vec<Suggestion>, CorpusError> {
    let cited: HashSet<Referent> = in_passage(passage, None).into_iter().collect();
    let mut found = named(corpus, passage)?;
    let words = Words::of(corpus.text()?, passage)?;
    if words.list.len() >= SHORTEST {
        found.extend(wording::find(corpus, &words)?);
        found.extend(likeness::find(corpus, passage, &words)?);
    }
    prefer_wording(&mut found);
    found.retain(|one| !cited.contains(&one.hit.heading.referent));
    found.sort_by(|one, other| {
        other
            .confidence
            .total_cmp(&one.confidence)
            .then_with(|| name(one).cmp(&name(other)))
    });
    Ok(varied(found, limit))
}

/// Of a document that is like the passage and has words of it in a row, the words are what can be shown: they stay,
/// as sure as the surer of the two.
fn prefer_wording(found: &mut Vec<Suggestion>) {
    let of = |one: &Suggestion| one.hit.heading.referent.clone();
    let alike: HashMap<Referent, f32> = found
        .iter()
        .filter(|one| matches!(one.reason, Reason::Alike { .. }))
        .map(|one| (of(one), one.confidence))
        .collect();
    let mut worded = HashSet::new();
    for one in found.iter_mut() {
        if matches!(one.reason, Reason::Wording { .. }) {
            let sure = alike.get(&of(one)).copied().unwrap_or(0.0);
            one.confidence = one.confidence.max(sure);
            one.hit.score = one.confidence;
            worded.insert(of(one));
        }
    }
    found.retain(|one| !matches!(one.reason, Reason::Alike { .. }) || !worded.contains(&of(one)));
}

fn name(suggestion: &Suggestion) -> String {
    suggestion.hit.heading.referent.to_string()
}

/// The words of the passage that is asked about.
struct Words {
    /// Folded words with their byte ranges and in how many passages each stands.
    list: Vec<(String, Range<usize>, u64)>,
    /// How many passages there are.
    passages: u64,
}

impl Words {
    #[cfg(test)]
    fn sample(text: &str) -> Self {
        let list = sources::words(text)
            .zip(folded_words(text))
            .map(|(span, word)| (word, span, 1))
            .collect();
        Self { list, passages: 9 }
    }

    fn of(text: &FullText, passage: &str) -> Result<Self, CorpusError> {
        let mut known: HashMap<String, u64> = HashMap::new();
        let mut list = Vec::new();
        for (span, word) in sources::words(passage).zip(folded_words(passage)) {
            let frequency = if let Some(frequency) = known.get(&word) {
                *frequency
            } else {
                let term = text.term(&word);
                let frequency = text.frequency(&term)?;
                known.insert(word.clone(), frequency);
                frequency
            };
            list.push((word, span, frequency));
        }
        Ok(Self {
            list,
            passages: text.len().max(1),
        })
    }

    /// How much a word in `frequency` passages says.
    fn weight(&self, frequency: u64) -> f32 {
        let share = (self.passages as f32 + 1.0) / (frequency as f32 + 1.0);
        share.ln().max(0.0)
    }

    fn is_common(&self, frequency: u64) -> bool {
        frequency > (self.passages / COMMON).max(10)
    }
}

/// What the passage names without citing it.
fn named(corpus: &Corpus, passage: &str) -> Result<Vec<Suggestion>, CorpusError> {
    let mut found = Vec::new();
    for mention in mentions::find(corpus, passage)? {
        let rows = corpus.rows(&mention.referent);
        let Some(row) = rows.first() else {
            continue;
        };
        let facts = corpus.head(*row)?;
        // One of a yearly series may be meant as well as another.
        let title = sources::fold(&facts.title);
        let namesakes = corpus
            .generation
            .dictionary
            .exact(Class::Title, &title)
            .len();
        let words = sources::words(&passage[mention.span.clone()]).count();
        let confidence = match (namesakes, words) {
            (0 | 1, 3..) => 0.97,
            (0 | 1, _) => 0.93,
            (2 | 3, 4..) => 0.8,
            _ => 0.6,
        };
        found.push(Suggestion {
            hit: hit_of(&facts, confidence)?,
            reason: Reason::Named { span: mention.span },
            confidence,
        });
    }
    Ok(found)
}

/// Headings and footnotes are no wording of their own.
fn may_be_source(spot: Spot) -> bool {
    spot.passage.is_some() && !matches!(spot.kind, PassageKind::Heading | PassageKind::Footnote)
}

/// The best suggestions, each document once, and none that only repeats another one.
fn varied(found: Vec<Suggestion>, limit: usize) -> Vec<Suggestion> {
    let mut kept: Vec<(Suggestion, HashSet<String>)> = Vec::new();
    for suggestion in found {
        if kept.len() == limit {
            break;
        }
        let words = suggestion.hit.passage.as_ref();
        let words: HashSet<String> = words
            .map(|passage| folded_words(&passage.words).into_iter().collect())
            .unwrap_or_default();
        let repeats = kept.iter().any(|(other, known)| {
            let same = other.hit.heading.referent == suggestion.hit.heading.referent;
            let shared = known.intersection(&words).count() as f32;
            let all = known.union(&words).count().max(1) as f32;
            same || (!words.is_empty() && shared / all > TOO_ALIKE)
        });
        if !repeats {
            kept.push((suggestion, words));
        }
    }
    kept.into_iter().map(|(suggestion, _)| suggestion).collect()
}
