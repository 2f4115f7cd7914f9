//! Several sources as one, in precedence: the workspace's own documents, the user's corpus, the built-in
//! catalogue.
//!
//! Every question is put to every layer, and the answers are brought together document by document. A
//! layer may stand on disk, so nothing of it is read before it is asked; what was merged lately is kept.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};

use crate::index::{Index, Key};
use crate::{
    Answer, CitedBy, Document, Edition, Heading, Hit, Holding, Likeness, Lineage, Mention,
    ParagraphAnswer, Paragraphs, Quoted, Recent, Replacement, Source, Sources, Suggestion, Summary,
    merge, paragraph,
};

/// Weight of the merged sources that are kept, in bytes of their words.
const AT_HAND: usize = 2 * 1024 * 1024;

/// More copies of one document than this are not brought together.
const MOST_COPIES: usize = 32;

/// Sources in order of precedence.
///
/// Of several copies of a document the one with numbered paragraphs wins, then the earlier one; its
/// missing fields are filled from the others.
pub struct Library {
    layers: Vec<Arc<dyn Sources>>,
    /// The names of the most trusted layer first, since of equal spellings the first wins.
    lexicon: Arc<Lexicon>,
    merged: Recent<Referent, Answer<Option<Arc<Source>>>>,
}

impl Library {
    /// A library of `layers`, the most trusted first.
    pub fn new(layers: Vec<Arc<dyn Sources>>) -> Self {
        Self {
            lexicon: lexicon_of(&layers),
            layers,
            merged: Recent::new(AT_HAND),
        }
    }

    /// Every copy of what `referent` names, and of what those copies are named by as well.
    fn bring_together(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let mut copies: Vec<(usize, Arc<Source>)> = Vec::new();
        let mut names = vec![referent.clone()];
        let mut complete = true;
        let mut asked = 0;
        while let Some(name) = names.get(asked).cloned() {
            asked += 1;
            for (place, layer) in self.layers.iter().enumerate() {
                let answer = layer.resolve(&name);
                complete &= answer.complete;
                let Some(found) = answer.value else {
                    continue;
                };
                let known = copies
                    .iter()
                    .any(|(at, copy)| *at == place && copy.referents == found.referents);
                if known || copies.len() >= MOST_COPIES {
                    continue;
                }
                for other in &found.referents {
                    if !names.iter().any(|name| Key::of(name) == Key::of(other)) {
                        names.push(other.clone());
                    }
                }
                copies.push((place, found));
            }
        }
        copies.sort_by_key(|(place, _)| *place);
        let copies: Vec<Arc<Source>> = copies.into_iter().map(|(_, copy)| copy).collect();
        Answer {
            value: merge::merged(&copies),
            complete,
        }
    }

    /// The answers of all layers that hold texts, in precedence.
    fn of_texts<T>(&self, ask: impl Fn(&dyn Sources) -> Answer<T>) -> Answer<Vec<T>> {
        gathered(self.layers.iter().filter(|layer| layer.has_texts()), ask)
    }

    /// The answers of all layers, in precedence.
    fn of_all<T>(&self, ask: impl Fn(&dyn Sources) -> Answer<T>) -> Answer<Vec<T>> {
        gathered(self.layers.iter(), ask)
    }
}

/// The names of all layers; where only one has any, its own are shared.
fn lexicon_of(layers: &[Arc<dyn Sources>]) -> Arc<Lexicon> {
    let mut lexicons: Vec<_> = layers.iter().map(|layer| layer.lexicon()).collect();
    lexicons.retain(|lexicon| !lexicon.is_empty());
    if let [only] = &lexicons[..] {
        return Arc::clone(only);
    }
    Arc::new(Lexicon::of_all(lexicons.iter().map(|lexicon| &**lexicon)))
}

fn gathered<'a, T>(
    layers: impl Iterator<Item = &'a Arc<dyn Sources>>,
    ask: impl Fn(&dyn Sources) -> Answer<T>,
) -> Answer<Vec<T>> {
    let mut values = Vec::new();
    let mut complete = true;
    for layer in layers {
        let answer = ask(&**layer);
        complete &= answer.complete;
        values.push(answer.value);
    }
    Answer {
        value: values,
        complete,
    }
}

fn weight(answer: &Answer<Option<Arc<Source>>>) -> usize {
    let words = match answer.value.as_ref().map(|source| &source.paragraphs) {
        Some(Paragraphs::Numbered(paragraphs)) => {
            paragraphs.iter().map(|one| one.words.len() + 64).sum()
        }
        _ => 0,
    };
    words + 256
}

impl Sources for Library {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let Ok(answer) = self.merged.get_or(referent, || {
            let answer = self.bring_together(referent);
            let weight = weight(&answer);
            Ok::<_, Infallible>((answer, weight))
        });
        answer
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        paragraph::answer(source, pinpoint)
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        self.layers.iter().any(|layer| layer.covers(symbol))
    }

    fn has_texts(&self) -> bool {
        self.layers.iter().any(|layer| layer.has_texts())
    }

    fn may_have_revised(&self) -> bool {
        self.layers.iter().any(|layer| layer.may_have_revised())
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        self.of_all(|layer| layer.complete(prefix, limit))
            .map(|lists| {
                let mut headings = once_each(lists);
                headings.sort_by_cached_key(|heading| heading.referent.to_string());
                headings.truncate(limit);
                headings
            })
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&self.lexicon)
    }

    fn list(&self) -> Vec<Arc<Source>> {
        let held = self.layers.iter().flat_map(|layer| layer.list()).collect();
        Index::new(merge::copies(held)).list()
    }

    fn document(&self, referent: &Referent) -> Answer<Option<Arc<Document>>> {
        self.of_texts(|layer| layer.document(referent))
            .map(|documents| documents.into_iter().flatten().next())
    }

    fn holdings(&self, referent: &Referent) -> Answer<Vec<Holding>> {
        self.of_all(|layer| layer.holdings(referent))
            .map(|lists| lists.into_iter().flatten().collect())
    }

    fn nearest(&self, symbol: &Symbol, limit: usize) -> Answer<Vec<Heading>> {
        self.of_texts(|layer| layer.nearest(symbol, limit))
            .map(|lists| {
                let mut headings = once_each(lists);
                headings.truncate(limit);
                headings
            })
    }

    fn mentions(&self, text: &str) -> Answer<Vec<Mention>> {
        self.of_texts(|layer| layer.mentions(text)).map(|lists| {
            let mut mentions: Vec<Mention> = Vec::new();
            for mention in lists.into_iter().flatten() {
                let apart = |other: &Mention| {
                    other.span.end <= mention.span.start || mention.span.end <= other.span.start
                };
                if mentions.iter().all(apart) {
                    mentions.push(mention);
                }
            }
            mentions.sort_by_key(|mention| mention.span.start);
            mentions
        })
    }

    fn verbatim(&self, quote: &str, within: Option<&Referent>) -> Answer<Vec<Quoted>> {
        self.of_texts(|layer| layer.verbatim(quote, within))
            .map(|lists| {
                let mut places: Vec<Quoted> = lists.into_iter().flatten().collect();
                places.sort_by_key(|quoted| quoted.likeness.rank());
                let altered = |quoted: &Quoted| matches!(quoted.likeness, Likeness::Altered(_));
                if places.first().is_some_and(|best| !altered(best)) {
                    places.retain(|quoted| !altered(quoted));
                }
                let mut seen = HashSet::new();
                places.retain(|quoted| seen.insert(place_of(&quoted.hit)));
                places
            })
    }

    fn sources_for(&self, passage: &str, limit: usize) -> Answer<Vec<Suggestion>> {
        self.of_texts(|layer| layer.sources_for(passage, limit))
            .map(|lists| {
                let mut found: Vec<Suggestion> = lists.into_iter().flatten().collect();
                found.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
                let mut seen = HashSet::new();
                found.retain(|one| seen.insert(Key::of(&one.hit.heading.referent)));
                found.truncate(limit);
                found
            })
    }

    fn cited_by(&self, referent: &Referent, limit: usize) -> Answer<CitedBy> {
        self.of_texts(|layer| layer.cited_by(referent, limit))
            .map(|lists| {
                let mut all = CitedBy::default();
                for cited in lists {
                    all.passages += cited.passages;
                    all.hits.extend(cited.hits);
                }
                let mut seen = HashSet::new();
                let before = all.hits.len();
                all.hits.retain(|hit| seen.insert(place_of(hit)));
                all.passages -= before - all.hits.len();
                all.hits.truncate(limit);
                all
            })
    }

    fn cites(&self, referent: &Referent) -> Answer<Vec<Referent>> {
        self.of_texts(|layer| layer.cites(referent)).map(|lists| {
            lists
                .into_iter()
                .find(|list| !list.is_empty())
                .unwrap_or_default()
        })
    }

    fn search(&self, words: &str, limit: usize) -> Answer<Vec<Hit>> {
        self.of_texts(|layer| layer.search(words, limit))
            .map(|lists| {
                let mut hits: Vec<Hit> = lists.into_iter().flatten().collect();
                hits.sort_by(|one, other| other.score.total_cmp(&one.score));
                let mut seen = HashSet::new();
                hits.retain(|hit| seen.insert(place_of(hit)));
                hits.truncate(limit);
                hits
            })
    }

    fn lineage(&self, referent: &Referent) -> Answer<Lineage> {
        self.of_texts(|layer| layer.lineage(referent)).map(|all| {
            let list = |pick: fn(&Lineage) -> &Vec<Heading>| {
                once_each(all.iter().map(|lineage| pick(lineage).clone()).collect())
            };
            Lineage {
                of: list(|it| &it.of),
                revisions: list(|it| &it.revisions),
                corrigenda: list(|it| &it.corrigenda),
                addenda: list(|it| &it.addenda),
                adopts: list(|it| &it.adopts),
                adopted_as: list(|it| &it.adopted_as),
                earlier: list(|it| &it.earlier),
                later: list(|it| &it.later),
            }
        })
    }

    fn replaced(&self, symbol: &Symbol) -> Answer<Vec<Replacement>> {
        self.of_texts(|layer| layer.replaced(symbol)).map(|lists| {
            let mut all: Vec<Replacement> = Vec::new();
            for one in lists.into_iter().flatten() {
                let is_known = |other: &Replacement| (&other.by, other.does) == (&one.by, one.does);
                if !all.iter().any(is_known) {
                    all.push(one);
                }
            }
            all
        })
    }

    fn summary(&self, referent: &Referent) -> Answer<Option<Summary>> {
        let known = self.resolve(referent);
        if let Some(written) = known.value.and_then(|source| source.summary.clone()) {
            return Answer::whole(Some(Summary {
                words: (*written).into(),
                labels: Vec::new(),
            }));
        }
        self.of_texts(|layer| layer.summary(referent))
            .map(|summaries| summaries.into_iter().flatten().next())
    }

    fn editions(&self) -> Vec<Edition> {
        self.layers
            .iter()
            .flat_map(|layer| layer.editions())
            .collect()
    }
}

/// The headings of several lists, each document once: the one of the more trusted list.
fn once_each(lists: Vec<Vec<Heading>>) -> Vec<Heading> {
    let mut seen: HashSet<Key> = HashSet::new();
    let mut headings = Vec::new();
    for heading in lists.into_iter().flatten() {
        let name = Key::of(&Referent::Other(Arc::clone(&heading.title)));
        let cited_by_title = !matches!(heading.referent, Referent::Symbol(_));
        // The catalogue may know a treaty by a symbol that a copy of it does not have.
        let known =
            seen.contains(&Key::of(&heading.referent)) || (cited_by_title && seen.contains(&name));
        if !known {
            seen.insert(Key::of(&heading.referent));
            if cited_by_title {
                seen.insert(name);
            }
            headings.push(heading);
        }
    }
    headings
}

/// What tells whether two hits are the same place of the same document.
fn place_of(hit: &Hit) -> (Key, Option<Box<str>>) {
    let words = hit.passage.as_ref().map(|passage| passage.words.clone());
    (Key::of(&hit.heading.referent), words)
}
