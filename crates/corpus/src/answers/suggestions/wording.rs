//! Wording that is a source's own: a run of words, not all of them common, that stands in few documents.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use sources::{Hit, Reason, Suggestion, folded_words};
use tantivy::Term;
use tantivy::query::{PhraseQuery, Query};

use super::super::within_bound;
use super::{CANDIDATES, Words, may_be_source};
use crate::corpus::Corpus;
use crate::error::CorpusError;
use crate::index::{FullText, any_of};

/// Words in a run that is looked for, and how many runs are.
const RUN: usize = 5;
const RUNS: usize = 6;

/// The shortest run of equal words that is a source's own wording.
const OWN_WORDING: usize = 8;

/// A run that stands in more documents than this belongs to none of them.
const SHARED_BY: usize = 3;

/// Sources whose own wording the passage has.
pub(super) fn find(corpus: &Corpus, words: &Words) -> Result<Vec<Suggestion>, CorpusError> {
    let text = corpus.text()?;
    let mut runs: Vec<(u64, usize)> = (0..words.list.len().saturating_sub(RUN - 1))
        .step_by(RUN - 2)
        .map(|start| {
            let run = &words.list[start..start + RUN];
            let rarest = run.iter().map(|(_, _, frequency)| *frequency).min();
            (rarest.unwrap_or(0), start)
        })
        .filter(|(rarest, _)| *rarest > 0 && !words.is_common(*rarest))
        .collect();
    runs.sort_unstable();
    runs.truncate(RUNS);
    let runs = within_bound(&runs, 1);
    if runs.is_empty() {
        return Ok(Vec::new());
    }
    let queries = runs
        .iter()
        .map(|(_, start)| phrase(text, words, *start..*start + RUN));
    let any = any_of(queries);
    let mut best: Vec<(usize, usize, Hit)> = Vec::new();
    for (_, spot) in text.best(&any, CANDIDATES / 2)? {
        if !may_be_source(spot) {
            continue;
        }
        let hit = corpus.hit(spot, 0.0)?;
        let own = hit.passage.as_ref().map_or("", |passage| &*passage.words);
        let (start, length) = longest_run(words, &folded_words(own));
        if length >= OWN_WORDING {
            best.push((length, start, hit));
        }
    }
    best.sort_by_key(|(length, _, _)| std::cmp::Reverse(*length));
    let mut found: Vec<Suggestion> = Vec::new();
    for (length, start, hit) in best {
        let run = start..start + length;
        let says = words.list[run.clone()]
            .iter()
            .filter(|(_, _, frequency)| !words.is_common(*frequency))
            .count();
        let sharing = documents_with(text, words, run.clone())?;
        if says < 2 || sharing > SHARED_BY {
            continue;
        }
        let sure = match length {
            16.. => 0.97,
            12.. => 0.95,
            10.. => 0.92,
            _ => 0.85,
        };
        let confidence = sure - 0.08 * (sharing.max(1) - 1) as f32;
        let span = words.list[run.start].1.start..words.list[run.end - 1].1.end;
        found.push(Suggestion {
            hit: Hit {
                score: confidence,
                ..hit
            },
            reason: Reason::Wording {
                span,
                words: length,
            },
            confidence,
        });
    }
    Ok(found)
}

/// In how many documents a run of the passage's words stands, as far as matters here.
fn documents_with(text: &FullText, words: &Words, run: Range<usize>) -> Result<usize, CorpusError> {
    let query = phrase(text, words, run.start..run.end.min(run.start + OWN_WORDING));
    let spots = text.first_spots(&*query, SHARED_BY * 4)?;
    let documents: HashSet<u32> = spots.iter().map(|spot| spot.document).collect();
    Ok(documents.len())
}

/// The longest run of words that both have: where it begins in the passage, and its length.
fn longest_run(words: &Words, own: &[String]) -> (usize, usize) {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, word) in own.iter().enumerate() {
        places.entry(word).or_default().push(place);
    }
    let mut best = (0, 0);
    let mut ending: HashMap<usize, usize> = HashMap::new();
    for (at, (word, _, _)) in words.list.iter().enumerate() {
        let mut next = HashMap::new();
        for place in places.get(word.as_str()).into_iter().flatten() {
            let before = place.checked_sub(1).and_then(|before| ending.get(&before));
            let length = before.copied().unwrap_or(0) + 1;
            next.insert(*place, length);
            if length > best.1 {
                best = (at + 1 - length, length);
            }
        }
        ending = next;
    }
    best
}

fn phrase(text: &FullText, words: &Words, run: Range<usize>) -> Box<dyn Query> {
    let terms: Vec<Term> = words.list[run]
        .iter()
        .map(|(word, _, _)| text.term(word))
        .collect();
    Box::new(PhraseQuery::new(terms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_found_wherever_it_stands() {
        let passage = Words::sample("as was said, to keep the matter under review and report");
        let own = folded_words("decided to keep the matter under review; to keep it");
        let (start, length) = longest_run(&passage, &own);
        assert_eq!((start, length), (3, 6));
        assert_eq!(longest_run(&passage, &[]), (0, 0));
    }
}
