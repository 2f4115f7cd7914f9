//! Sources that a passage may rest on without citing them: by name, by wording, by likeness.
//!
//! Each way finds a few candidates with cheap questions to the index, looks at their words, and says how
//! sure it is. What the passage cites already is not suggested.

#![allow(
    clippy::cast_precision_loss,
    reason = "scores are estimates, and counts of words are small"
)]

use std::collections::{HashMap, HashSet};

use citation::Referent;
use sources::{Hit, PassageKind, Reason, Suggestion, folded_words};
use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::mentions;
use crate::corpus::Corpus;
use crate::error::CorpusError;
use crate::index::{FullText, Spot, in_passage};

/// Words in a run that is looked for, and how many runs are.
const RUN: usize = 5;
const RUNS: usize = 6;

/// The shortest run of equal words that is a source's own wording.
const OWN_WORDING: usize = 8;

/// A run that stands in more documents than this belongs to none of them.
const SHARED_BY: usize = 3;

/// Rare words that are looked for.
const RARE: usize = 12;

/// A word in more than one of this many passages says nothing.
const COMMON: u64 = 10;

/// Candidates whose words are looked at.
const CANDIDATES: usize = 24;

/// Shorter passages rest on nothing that could be found by likeness, in words.
const SHORTEST: usize = 8;

/// What is left of the confidence in a candidate that is not the best one.
const BESIDE: f32 = 0.7;

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
        found.extend(by_wording(corpus, &words)?);
        found.extend(by_likeness(corpus, passage, &words)?);
    }
    found.retain(|one| !cited.contains(&one.hit.heading.referent));
    found.sort_by(|one, other| {
        other
            .confidence
            .total_cmp(&one.confidence)
            .then_with(|| name(one).cmp(&name(other)))
    });
    Ok(varied(found, limit))
}

fn name(suggestion: &Suggestion) -> String {
    suggestion.hit.heading.referent.to_string()
}

/// The words of the passage that is asked about.
struct Words {
    /// Folded words with their byte ranges and in how many passages each stands.
    list: Vec<(String, std::ops::Range<usize>, u64)>,
    /// How many passages there are.
    passages: u64,
}

impl Words {
    fn of(text: &FullText, passage: &str) -> Result<Self, CorpusError> {
        let mut known: HashMap<String, u64> = HashMap::new();
        let mut list = Vec::new();
        for (span, word) in sources::words(passage).zip(folded_words(passage)) {
            let frequency = if let Some(frequency) = known.get(&word) {
                *frequency
            } else {
                let term = Term::from_field_text(text.fields.words, &word);
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
            .exact(crate::index::Class::Title, &title)
            .len();
        let words = sources::words(&passage[mention.span.clone()]).count();
        let confidence = match (namesakes, words) {
            (0 | 1, 3..) => 0.97,
            (0 | 1, _) => 0.93,
            (2 | 3, 4..) => 0.8,
            _ => 0.6,
        };
        found.push(Suggestion {
            hit: crate::corpus::hit_of(&facts, confidence)?,
            reason: Reason::Named { span: mention.span },
            confidence,
        });
    }
    Ok(found)
}

/// Sources whose own wording the passage has.
fn by_wording(corpus: &Corpus, words: &Words) -> Result<Vec<Suggestion>, CorpusError> {
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
    let clauses: Vec<(Occur, Box<dyn Query>)> = runs
        .iter()
        .map(|(_, start)| (Occur::Should, phrase(text, words, *start..*start + RUN)))
        .collect();
    if clauses.is_empty() {
        return Ok(Vec::new());
    }
    let mut best: Vec<(usize, usize, Hit)> = Vec::new();
    for (_, spot) in text.best(&BooleanQuery::new(clauses), CANDIDATES / 2)? {
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

/// Headings and footnotes are no wording of their own.
fn may_be_source(spot: Spot) -> bool {
    spot.passage.is_some() && !matches!(spot.kind, PassageKind::Heading | PassageKind::Footnote)
}

/// In how many documents a run of the passage's words stands, as far as matters here.
fn documents_with(
    text: &FullText,
    words: &Words,
    run: std::ops::Range<usize>,
) -> Result<usize, CorpusError> {
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

fn phrase(text: &FullText, words: &Words, run: std::ops::Range<usize>) -> Box<dyn Query> {
    let terms: Vec<Term> = words.list[run]
        .iter()
        .map(|(word, _, _)| Term::from_field_text(text.fields.words, word))
        .collect();
    Box::new(PhraseQuery::new(terms))
}

/// Sources that say the same in other words: those that share most of what is rare in the passage.
fn by_likeness(
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
    let clauses: Vec<(Occur, Box<dyn Query>)> = rare
        .iter()
        .take(RARE)
        .map(|(_, word)| {
            let term = Term::from_field_text(text.fields.words, word);
            let query: Box<dyn Query> =
                Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            (Occur::Should, query)
        })
        .collect();
    if clauses.len() < 3 {
        return Ok(Vec::new());
    }
    let cited: Vec<Referent> = in_passage(passage, None);
    let mut candidates = Vec::new();
    for (score, spot) in text.best(&BooleanQuery::new(clauses), CANDIDATES)? {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        let list = sources::words(text)
            .zip(folded_words(text))
            .map(|(span, word)| (word, span, 1))
            .collect();
        Words { list, passages: 9 }
    }

    #[test]
    fn the_longest_run_is_found_wherever_it_stands() {
        let passage = words("as was said, to keep the matter under review and report");
        let own = folded_words("decided to keep the matter under review; to keep it");
        let (start, length) = longest_run(&passage, &own);
        assert_eq!((start, length), (3, 6));
        assert_eq!(longest_run(&passage, &[]), (0, 0));
    }

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
