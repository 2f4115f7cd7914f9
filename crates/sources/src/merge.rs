//! Copies of one document become one source.

use std::collections::HashMap;
use std::sync::Arc;

use crate::index::Key;
use crate::{Paragraphs, Source};

/// Brings together the `sources` that share a referent, in the order in which each was first met.
pub(crate) fn copies(sources: Vec<Arc<Source>>) -> Vec<Arc<Source>> {
    let mut groups: Vec<Vec<Arc<Source>>> = Vec::with_capacity(sources.len());
    let mut group_of: HashMap<Key, usize> = HashMap::with_capacity(sources.len() * 2);
    for source in sources {
        let keys: Vec<Key> = source.referents.iter().map(Key::of).collect();
        let known = keys.iter().find_map(|key| group_of.get(key).copied());
        let group = known.unwrap_or(groups.len());
        for key in keys {
            group_of.entry(key).or_insert(group);
        }
        match known {
            Some(group) => groups[group].push(source),
            None => groups.push(vec![source]),
        }
    }
    groups.iter().filter_map(|group| merged(group)).collect()
}

/// Copies of one document as one source: the copy with numbered paragraphs wins, of equal copies the
/// earlier, and what it does not say is taken from the others. `None` where there is no copy.
pub fn merged(copies: &[Arc<Source>]) -> Option<Arc<Source>> {
    if let [only] = copies {
        return Some(Arc::clone(only));
    }
    let best = (0..copies.len()).max_by_key(|place| (rank(&copies[*place]), usize::MAX - place))?;
    let mut merged = Arc::clone(&copies[best]);
    for (place, other) in copies.iter().enumerate() {
        if place != best {
            fill(Arc::make_mut(&mut merged), other);
        }
    }
    Some(merged)
}

/// How much a copy can say about its paragraphs.
fn rank(source: &Source) -> u8 {
    match source.paragraphs {
        Paragraphs::NotAtHand => 0,
        Paragraphs::Unnumbered => 1,
        Paragraphs::Numbered(_) => 2,
    }
}

/// Fills what `source` does not say from `other`.
fn fill(source: &mut Source, other: &Source) {
    let untitled = source
        .referents
        .first()
        .is_some_and(|referent| referent.to_string() == *source.title);
    if source.title.is_empty() || untitled {
        source.title = Arc::clone(&other.title);
    }
    for referent in &other.referents {
        if !source.referents.contains(referent) {
            source.referents.push(referent.clone());
        }
    }
    for title in &other.short_titles {
        if !source.short_titles.contains(title) {
            source.short_titles.push(Arc::clone(title));
        }
    }
    source.acronym = source.acronym.take().or_else(|| other.acronym.clone());
    source.organ = source.organ.take().or_else(|| other.organ.clone());
    source.date = source.date.or(other.date);
    source.summary = source.summary.take().or_else(|| other.summary.clone());
    source.articles = source.articles.or(other.articles);
    source.treaty_series = source
        .treaty_series
        .take()
        .or_else(|| other.treaty_series.clone());
}
