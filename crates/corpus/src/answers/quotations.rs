//! Where the words of a quotation stand: a few rare runs of words lead to candidates, and each candidate
//! is compared word by word.

use citation::Referent;
use sources::{Hit, Likeness, Quotation, Quoted};
use tantivy::query::{PhraseQuery, Query};

use super::within_bound;
use crate::corpus::{Corpus, hit_of};
use crate::error::CorpusError;
use crate::index::{FullText, Spot, any_of};

/// Words in a run that is looked for.
const RUN: usize = 5;
/// Runs that are looked for.
const RUNS: usize = 4;
/// Rare words that are looked for where no run is found.
const RARE: usize = 8;
/// Rare words that are looked for however frequent they are.
const FEWEST: usize = 3;
/// Candidates that are compared.
const CANDIDATES: usize = 24;
/// Places that are returned.
const PLACES: usize = 8;
/// Passages behind the first in which a quotation may go on.
const GOES_ON: usize = 3;

/// The places, best first.
pub(super) fn find(
    corpus: &Corpus,
    quote: &str,
    within: Option<&Referent>,
) -> Result<Vec<Quoted>, CorpusError> {
    let quotation = Quotation::new(quote);
    if quotation.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    if let Some(referent) = within {
        for row in corpus.rows(referent) {
            let count = corpus.document_in(row)?.passages.len();
            for place in 0..count {
                compare(corpus, &quotation, row, place, &mut found)?;
            }
        }
    } else {
        let text = corpus.text()?;
        let stretches: Vec<Vec<&str>> = quotation.stretches().collect();
        let spots = with_runs(text, &stretches)?;
        compare_all(corpus, &quotation, spots, &mut found)?;
        if found.is_empty() && quotation.len() >= RUN {
            let spots = with_rare_words(text, &stretches)?;
            compare_all(corpus, &quotation, spots, &mut found)?;
        }
    }
    found.sort_by_cached_key(|quoted: &Quoted| {
        (
            quoted.likeness.rank(),
            std::cmp::Reverse(quoted.hit.date),
            quoted.hit.heading.referent.to_string(),
            quoted.hit.passage.as_ref().map(|it| it.span.start),
        )
    });
    // What is only similar is of no interest beside the words themselves.
    if found
        .first()
        .is_some_and(|best| !matches!(best.likeness, Likeness::Altered(_)))
    {
        found.retain(|quoted| !matches!(quoted.likeness, Likeness::Altered(_)));
    }
    found.truncate(PLACES);
    Ok(found)
}

fn compare_all(
    corpus: &Corpus,
    quotation: &Quotation,
    spots: Vec<Spot>,
    found: &mut Vec<Quoted>,
) -> Result<(), CorpusError> {
    for spot in spots {
        let row = corpus.generation.table.row_of(spot.document);
        if let (Some(row), Some(place)) = (row, spot.passage) {
            compare(corpus, quotation, row, place as usize, found)?;
        }
    }
    Ok(())
}

/// Compares with the passage at `place`, and with what follows it where the quotation goes on there.
fn compare(
    corpus: &Corpus,
    quotation: &Quotation,
    row: u32,
    place: usize,
    found: &mut Vec<Quoted>,
) -> Result<(), CorpusError> {
    let document = corpus.document_in(row)?;
    let Some(passage) = document.passages.get(place) else {
        return Ok(());
    };
    let alone = quotation.find_in(&passage.words);
    let together = || {
        let following = document.passages.iter().skip(place).take(GOES_ON);
        let words: Vec<&str> = following.map(|passage| &*passage.words).collect();
        quotation
            .find_in(&words.join(" "))
            .filter(|alignment| alignment.span.start < passage.words.len())
    };
    let alignment = match alone {
        Some(alignment) if !matches!(alignment.likeness, Likeness::Altered(_)) => Some(alignment),
        altered => {
            let together = together();
            match (altered, together) {
                (Some(one), Some(other)) => Some(if other.likeness.rank() < one.likeness.rank() {
                    other
                } else {
                    one
                }),
                (one, other) => one.or(other),
            }
        }
    };
    if let Some(alignment) = alignment {
        let hit = Hit {
            passage: Some(passage.clone()),
            ..hit_of(&document.facts, 0.0)?
        };
        found.push(Quoted {
            hit,
            likeness: alignment.likeness,
        });
    }
    Ok(())
}

/// Passages with a rare run of the words.
fn with_runs(text: &FullText, stretches: &[Vec<&str>]) -> Result<Vec<Spot>, CorpusError> {
    let mut runs: Vec<(u64, Vec<&str>)> = Vec::new();
    for stretch in stretches {
        let known: Vec<(u64, &str)> = stretch
            .iter()
            .map(|word| Ok((frequency(text, word)?, *word)))
            .collect::<Result<_, CorpusError>>()?;
        // A word that no passage has is not in a run that can be found.
        for known in known.split(|(frequency, _)| *frequency == 0) {
            for run in known.chunks(RUN).chain(last_run(known)) {
                let rarest = run.iter().map(|(frequency, _)| *frequency).min();
                let words = run.iter().map(|(_, word)| *word).collect();
                runs.extend(rarest.map(|rarest| (rarest, words)));
            }
        }
    }
    let alone = stretches.iter().map(Vec::len).sum::<usize>() == 1;
    runs.retain(|(_, run)| run.len() > 1 || alone);
    // A rare word makes a run rare; of equals the longer one says more.
    runs.sort_by_key(|(rarest, run)| (*rarest, std::cmp::Reverse(run.len())));
    let runs = within_bound(&runs, 1);
    if runs.is_empty() {
        return Ok(Vec::new());
    }
    let any = any_of(runs.iter().take(RUNS).map(|(_, run)| phrase(text, run)));
    let found = text.best(&any, CANDIDATES)?;
    Ok(found.into_iter().map(|(_, spot)| spot).collect())
}

/// The last full run of a stretch, where the cut into runs leaves a shorter one.
fn last_run<T>(stretch: &[T]) -> Option<&[T]> {
    let start = stretch.len().checked_sub(RUN)?;
    (!stretch.len().is_multiple_of(RUN)).then(|| &stretch[start..])
}

/// Passages with most of the rarest words.
fn with_rare_words(text: &FullText, stretches: &[Vec<&str>]) -> Result<Vec<Spot>, CorpusError> {
    let mut words: Vec<(u64, &str)> = Vec::new();
    for word in stretches.iter().flatten() {
        let frequency = frequency(text, word)?;
        if frequency > 0 && !words.iter().any(|(_, known)| known == word) {
            words.push((frequency, word));
        }
    }
    words.sort_unstable();
    words.truncate(RARE);
    let words = within_bound(&words, FEWEST);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let any = any_of(words.iter().map(|(_, word)| text.word(word)));
    let found = text.best(&any, CANDIDATES / 2)?;
    Ok(found.into_iter().map(|(_, spot)| spot).collect())
}

fn phrase(text: &FullText, run: &[&str]) -> Box<dyn Query> {
    match run {
        [only] => text.word(only),
        _ => Box::new(PhraseQuery::new(
            run.iter().map(|word| text.term(word)).collect(),
        )),
    }
}

fn frequency(text: &FullText, word: &str) -> Result<u64, CorpusError> {
    text.frequency(&text.term(word))
}
