//! The same in other words: sources that share most of what is rare in a passage.

use std::collections::HashSet;

use citation::Referent;
use sources::{Hit, Reason, Suggestion, folded_words};

use super::super::within_bound;
use super::{CANDIDATES, Words, may_be_source};
use crate::corpus::Corpus;
use crate::error::CorpusError;
use crate::index::{any_of, in_passage};

/// Rare words that are looked for.
const RARE: usize = 12;

/// Fewer than these tell nothing.
const FEWEST: usize = 3;

/// What is left of the confidence in a candidate that is not the best one.
const BESIDE: f32 = 0.7;

/// Sources that say the same in other words: those that share most of what is rare in the passage.
pub(super) fn find(
    corpus: &Corpus,
    passage: &str,
    words: &Words,
) -> Result<Vec<Suggestion>, CorpusError> {
    let text = corpus.text()?;
    let mut rare: Vec<(u64, &str)> = words
        .list
        .iter()
        .filter(|(word, _, frequency)| {
            *frequency > 0 && !words.is_common(*frequency) && word.len() > 2
        })
        .map(|(word, _, frequency)| (*frequency, word.as_str()))
        .collect();
    rare.sort_unstable();
    rare.dedup();
    rare.truncate(RARE);
    let rare = within_bound(&rare, FEWEST);
    if rare.len() < FEWEST {
        return Ok(Vec::new());
    }
    let any = any_of(rare.iter().map(|(_, word)| text.word(word)));
    let cited: Vec<Referent> = in_passage(passage, None);
    let mut candidates = Vec::new();
    for (score, spot) in text.best(&any, CANDIDATES)? {
        if may_be_source(spot) {
            let hit = corpus.hit(spot, score)?;
            candidates.push(likeness(words, &cited, hit));
        }
    }
    candidates.sort_by(|one, other| {
        (other.covered + other.shared_citations)
            .total_cmp(&(one.covered + one.shared_citations))
            .then(other.hit.score.total_cmp(&one.hit.score))
    });
    // The next document that is another one tells how much the first stands out.
    let second = candidates
        .iter()
        .skip(1)
        .find(|other| {
            candidates
                .first()
                .is_some_and(|best| best.hit.heading.referent != other.hit.heading.referent)
        })
        .map_or(0.0, |other| other.covered);
    Ok(candidates
        .into_iter()
        .enumerate()
        .map(|(place, one)| {
            let ahead = if place == 0 {
                one.covered - second
            } else {
                0.0
            };
            let sure = confidence(one.covered, one.shared.len(), ahead);
            // Of several that say the same, all but one are wrong.
            let confidence = if place == 0 { sure } else { sure * BESIDE };
            Suggestion {
                hit: one.hit,
                reason: Reason::Alike { shared: one.shared },
                confidence,
            }
        })
        .collect())
}

/// A candidate, and how much of the passage it covers.
struct Candidate {
    hit: Hit,
    /// The share of what the passage's words say that is in the candidate too, from 0 to 1.
    covered: f32,
    shared: Vec<Box<str>>,
    /// What documents that both cite add to that.
    shared_citations: f32,
}

fn likeness(words: &Words, cited: &[Referent], hit: Hit) -> Candidate {
    let own_words = hit.passage.as_ref().map_or("", |passage| &*passage.words);
    let own: HashSet<String> = folded_words(own_words)
        .iter()
        .map(|word| root(word).to_owned())
        .collect();
    let (mut all, mut both) = (0.0, 0.0);
    let mut seen = HashSet::new();
    let mut shared: Vec<(u64, &str)> = Vec::new();
    for (word, _, frequency) in &words.list {
        if words.is_common(*frequency) || !seen.insert(root(word)) {
            continue;
        }
        let weight = words.weight(*frequency);
        all += weight;
        if own.contains(root(word)) {
            both += weight;
            shared.push((*frequency, word));
        }
    }
    shared.sort_unstable();
    let together = in_passage(own_words, None)
        .iter()
        .filter(|referent| cited.contains(referent))
        .count();
    Candidate {
        covered: if all > 0.0 { both / all } else { 0.0 },
        shared: shared.into_iter().map(|(_, word)| word.into()).collect(),
        shared_citations: 0.1 * together.min(2) as f32,
        hit,
    }
}

/// A word without what an ending may change.
fn root(word: &str) -> &str {
    const KEPT: usize = 6;
    match word.char_indices().nth(KEPT) {
        Some((end, _)) => &word[..end],
        None => word
            .strip_suffix('s')
            .filter(|it| it.len() > 2)
            .unwrap_or(word),
    }
}

/// How likely a likeness is no accident, as tried on paraphrases of real paragraphs and on sentences that
/// rest on none of them.
fn confidence(covered: f32, shared: usize, ahead: f32) -> f32 {
    let sum = 12.0 * covered + 0.4 * (shared.min(12) as f32) + 8.0 * ahead.min(0.4) - 13.0;
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_likeness_is_more_confidence() {
        assert!(confidence(0.9, 10, 0.4) > 0.95);
        assert!(confidence(0.3, 4, 0.0) < 0.1);
        assert!(confidence(0.7, 8, 0.2) > confidence(0.6, 8, 0.2));
    }

    #[test]
    fn endings_do_not_hide_a_word() {
        assert_eq!(root("migrants"), root("migrant"));
        assert_eq!(root("states"), root("state"));
        assert_eq!(root("protecting"), root("protection"));
    }
}
