//! Words to passages, and citations to the passages that make them.

use std::collections::BTreeSet;

use citation::Referent;
use sources::{CitedBy, Hit, folded_words};
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::corpus::Corpus;
use crate::error::CorpusError;
use crate::index::{FullText, Spot, any_of, citation_key};

/// More words than this are not looked for: the rarest are kept.
const MOST_WORDS: usize = 12;

/// More forms of one word than this are not looked for.
const MOST_FORMS: usize = 4;

/// A word in more than one of this many passages says nothing, unless there is no other.
const COMMON: u64 = 10;

/// How much more a word of the title counts.
const TITLE: f32 = 2.0;

/// The best passages and titles for `words`: first those with every word, then those with some.
pub(super) fn find(corpus: &Corpus, words: &str, limit: usize) -> Result<Vec<Hit>, CorpusError> {
    let text = corpus.text()?;
    let words = rarest_first(text, folded_words(words))?;
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let forms: Vec<(u64, Vec<String>)> = words
        .into_iter()
        .map(|(frequency, word)| Ok((frequency, forms(text, word)?)))
        .collect::<Result<_, CorpusError>>()?;
    let mut found = with_every(text, &forms, limit)?;
    if found.len() < limit && forms.len() > 1 {
        let all = telling(text, forms);
        let known: Vec<_> = found.iter().map(|(_, spot)| *spot).collect();
        let some = text.best(&*any(text, &all), limit)?;
        found.extend(some.into_iter().filter(|(_, spot)| !known.contains(spot)));
        found.truncate(limit);
    }
    found
        .into_iter()
        .map(|(score, spot)| corpus.hit(spot, score))
        .collect()
}

/// The best passages, and the best titles, with every word in one of its forms. An entry is one or the other,
/// and a question to one field lets the engine pass over what cannot be among the best.
fn with_every(
    text: &FullText,
    forms: &[(u64, Vec<String>)],
    limit: usize,
) -> Result<Vec<(f32, Spot)>, CorpusError> {
    let mut found = Vec::new();
    for in_field in [FullText::word, in_title] {
        let every = forms
            .iter()
            .map(|(_, forms)| (Occur::Must, one_of(text, forms, in_field)))
            .collect();
        found.extend(text.best(&BooleanQuery::new(every), limit)?);
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    found.truncate(limit);
    Ok(found)
}

/// Who cites `referent`.
pub(super) fn cited_by(
    corpus: &Corpus,
    referent: &Referent,
    limit: usize,
) -> Result<CitedBy, CorpusError> {
    let text = corpus.text()?;
    let term = Term::from_field_text(text.fields.cites, &citation_key(referent));
    let query = TermQuery::new(term, IndexRecordOption::Basic);
    let spots = text.first_spots(&query, limit)?;
    Ok(CitedBy {
        passages: text.count(&query)?,
        hits: spots
            .into_iter()
            .map(|spot| corpus.hit(spot, 0.0))
            .collect::<Result<_, _>>()?,
    })
}

/// The words with their frequencies, each once, rarest first, and no more than can be looked for.
fn rarest_first(text: &FullText, words: Vec<String>) -> Result<Vec<(u64, String)>, CorpusError> {
    let words: BTreeSet<String> = words.into_iter().collect();
    let mut found = Vec::with_capacity(words.len());
    for word in words {
        let frequency = text.frequency(&text.term(&word))?;
        found.push((frequency, word));
    }
    found.sort();
    found.truncate(MOST_WORDS);
    Ok(found)
}

/// The forms of the words that say something: a word that is nearly everywhere only costs time.
fn telling(text: &FullText, forms: Vec<(u64, Vec<String>)>) -> Vec<String> {
    let common = (text.len() / COMMON).max(10);
    let rare: Vec<String> = forms
        .iter()
        .filter(|(frequency, _)| *frequency <= common)
        .flat_map(|(_, forms)| forms.clone())
        .collect();
    if rare.is_empty() {
        forms.into_iter().flat_map(|(_, forms)| forms).collect()
    } else {
        rare
    }
}

/// A word and its other forms that the corpus has: "migrants" finds "migrant" as well.
fn forms(text: &FullText, word: String) -> Result<Vec<String>, CorpusError> {
    let stem = stem(&word);
    if stem.len() < 4 || !word.is_ascii() {
        return Ok(vec![word]);
    }
    let mut others: Vec<(String, u64)> = text
        .words_beginning(stem, 64)?
        .into_iter()
        .filter(|(other, _)| *other != word && is_ending(&other[stem.len()..]))
        .collect();
    others.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let others = others.into_iter().map(|(other, _)| other);
    Ok(std::iter::once(word.clone())
        .chain(others)
        .take(MOST_FORMS)
        .collect())
}

/// A word without the ending of an English plural or verb.
fn stem(word: &str) -> &str {
    ["ing", "ies", "ied", "es", "ed", "s", "e", "y"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4))
        .unwrap_or(word)
}

fn is_ending(ending: &str) -> bool {
    matches!(
        ending,
        "" | "s" | "es" | "ed" | "d" | "ing" | "e" | "y" | "ies" | "ied"
    )
}

/// Passages and titles with any of the words.
fn any(text: &FullText, words: &[String]) -> Box<dyn Query> {
    let queries = words
        .iter()
        .flat_map(|word| [text.word(word), in_title(text, word)]);
    Box::new(any_of(queries))
}

/// One of the forms of a word in a field. A single form stands by itself: only an intersection of single
/// words is cut short by the engine.
fn one_of(
    text: &FullText,
    forms: &[String],
    in_field: fn(&FullText, &str) -> Box<dyn Query>,
) -> Box<dyn Query> {
    if let [only] = forms {
        return in_field(text, only);
    }
    Box::new(any_of(forms.iter().map(|form| in_field(text, form))))
}

fn in_title(text: &FullText, word: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(text.fields.title, word);
    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(BoostQuery::new(Box::new(query), TITLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_endings_but_not_their_meaning() {
        for (word, stemmed) in [
            ("migrants", "migrant"),
            ("policies", "polic"),
            ("protecting", "protect"),
            ("states", "stat"),
            ("this", "this"),
            ("2030", "2030"),
        ] {
            assert_eq!(stem(word), stemmed);
        }
    }
}
