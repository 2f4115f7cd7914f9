//! Documents held in memory: the workspace's `sources/` folder once it has been read.

use std::ops::Range;
use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};

use crate::index::{Index, Key};
use crate::{
    Answer, Coverage, Document, Heading, Hit, Holding, Likeness, ParagraphAnswer, Paragraphs,
    Particulars, Passage, Quotation, Quoted, Reason, Replacement, Source, Sources, Suggestion,
    fold_word, merge, paragraph, replacements, words,
};

/// A set of documents, with the series it declares to hold in full (none unless it says so).
#[derive(Debug, Default)]
pub struct Documents {
    index: Index,
    coverage: Vec<Coverage>,
    /// The whole texts, where they were handed over.
    texts: Vec<Arc<Document>>,
    /// Those that say something of their own or another document's place, without their paragraphs; `None`
    /// where nobody has looked.
    replacing: Option<Vec<(Source, Particulars)>>,
}

impl Documents {
    /// A set of `sources`. Copies of one document become one: the copy with numbered paragraphs wins,
    /// of equal copies the earlier, and what it does not say is taken from the others.
    pub fn new(sources: Vec<Source>) -> Self {
        let sources = sources.into_iter().map(Arc::new).collect();
        Self {
            index: Index::new(merge::copies(sources)),
            coverage: Vec::new(),
            texts: Vec::new(),
            replacing: None,
        }
    }

    /// The same of documents with what they say besides, which also tells what has taken the place of a document.
    pub fn described(documents: Vec<(Source, Particulars)>) -> Self {
        let of_place = |(facts, particulars): &(Source, Particulars)| {
            is_of_place(particulars).then(|| {
                let facts = Source {
                    paragraphs: Paragraphs::NotAtHand,
                    ..facts.clone()
                };
                (facts, particulars.clone())
            })
        };
        let replacing = documents.iter().filter_map(of_place).collect();
        Self {
            replacing: Some(replacing),
            ..Self::new(documents.into_iter().map(|(facts, _)| facts).collect())
        }
    }

    /// A set of whole texts, which also says where the words of a quotation stand.
    pub fn of_texts(texts: Vec<Document>) -> Self {
        let sources = texts.iter().cloned().map(Document::into_source).collect();
        let of_place = texts.iter().filter(|text| is_of_place(&text.particulars));
        let replacing = of_place.map(|text| (text.facts.clone(), text.particulars.clone()));
        Self {
            replacing: Some(replacing.collect()),
            texts: texts.into_iter().map(Arc::new).collect(),
            ..Self::new(sources)
        }
    }

    /// What was found in the texts, which is not all there may be where only descriptions are kept.
    fn of_texts_at_hand<T>(&self, found: T) -> Answer<T> {
        if self.texts.is_empty() {
            Answer::partial(found)
        } else {
            Answer::whole(found)
        }
    }

    /// The same documents, declared to hold the series of `coverage` in full.
    #[must_use]
    pub fn covering(mut self, coverage: Vec<Coverage>) -> Self {
        self.coverage = coverage;
        self
    }
}

impl Sources for Documents {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        self.index.resolve(referent)
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        paragraph::answer(source, pinpoint)
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        self.coverage.iter().any(|series| series.includes(symbol))
    }

    fn may_have_revised(&self) -> bool {
        self.index.has_revised()
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        self.index.complete(prefix, limit)
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        self.index.lexicon()
    }

    fn list(&self) -> Vec<Arc<Source>> {
        self.index.list()
    }

    fn document(&self, referent: &Referent) -> Answer<Option<Arc<Document>>> {
        let wanted = Key::of(referent);
        let found = self.texts.iter().find(|text| {
            let mut names = text.facts.referents.iter();
            names.any(|name| Key::of(name) == wanted)
        });
        match found {
            Some(text) => Answer::whole(Some(Arc::clone(text))),
            None => Answer::partial(None),
        }
    }

    fn verbatim(&self, quote: &str, within: Option<&Referent>) -> Answer<Vec<Quoted>> {
        let quotation = Quotation::new(quote);
        let one;
        let texts: &[Arc<Document>] = match within.map(|referent| self.document(referent).value) {
            Some(Some(text)) => {
                one = [text];
                &one
            }
            Some(None) => return Answer::partial(Vec::new()),
            None => &self.texts,
        };
        let mut found: Vec<Quoted> = texts
            .iter()
            .flat_map(|text| quoted(&quotation, text))
            .collect();
        found.sort_by_key(|one| one.likeness.rank());
        self.of_texts_at_hand(found)
    }

    fn sources_for(&self, passage: &str, limit: usize) -> Answer<Vec<Suggestion>> {
        let mut found: Vec<Suggestion> = self
            .texts
            .iter()
            .filter_map(|text| borrowed(passage, text))
            .collect();
        found.sort_by(|one, other| other.hit.score.total_cmp(&one.hit.score));
        shared_alike(&mut found);
        found.truncate(limit);
        self.of_texts_at_hand(found)
    }

    fn replaced(&self, symbol: &Symbol) -> Answer<Vec<Replacement>> {
        let Some(replacing) = &self.replacing else {
            return Answer::partial(Vec::new());
        };
        let said = replacing
            .iter()
            .flat_map(|(facts, particulars)| replacements(facts, particulars, symbol));
        Answer::whole(said.collect())
    }

    fn holdings(&self, referent: &Referent) -> Answer<Vec<Holding>> {
        self.resolve(referent).map(|found| holding(found, NAME))
    }
}

/// Whether a document says something of the place of another, or that it was issued again.
fn is_of_place(particulars: &Particulars) -> bool {
    !particulars.replaces.is_empty() || particulars.reissue.is_some()
}

/// Passages behind the first in which a quotation may go on.
const GOES_ON: usize = 3;

/// Where the words of a quotation stand in a text, in the order of the text.
fn quoted(quotation: &Quotation, text: &Document) -> Vec<Quoted> {
    let Some(referent) = text.facts.referents.first() else {
        return Vec::new();
    };
    let place = |(at, passage): (usize, &Passage)| {
        let alone = quotation.find_in(&passage.words);
        let is_altered = |likeness: &Likeness| matches!(likeness, Likeness::Altered(_));
        let alignment = match alone {
            Some(alignment) if !is_altered(&alignment.likeness) => Some(alignment),
            altered => {
                let following = text.passages.iter().skip(at).take(GOES_ON);
                let words: Vec<&str> = following.map(|passage| &*passage.words).collect();
                let together = quotation
                    .find_in(&words.join(" "))
                    .filter(|alignment| alignment.span.start < passage.words.len());
                altered
                    .into_iter()
                    .chain(together)
                    .min_by_key(|alignment| alignment.likeness.rank())
            }
        }?;
        Some(Quoted {
            hit: hit(text, referent, passage, 0.0),
            likeness: alignment.likeness,
        })
    };
    text.passages.iter().enumerate().filter_map(place).collect()
}

fn hit(text: &Document, referent: &Referent, passage: &Passage, score: f32) -> Hit {
    Hit {
        heading: Heading {
            referent: referent.clone(),
            title: Arc::clone(&text.facts.title),
        },
        date: text.facts.date,
        origin: text.facts.origin.clone(),
        passage: Some(passage.clone()),
        score,
    }
}

/// What is taken from the confidence for each other text that has as many of the words.
const ANOTHER: f32 = 0.08;

/// Words that several texts have in a row are surely no one's own: the more have the longest run, the less sure
/// it is that they are from the first.
fn shared_alike(found: &mut [Suggestion]) {
    let Some(longest) = found.first().map(|first| first.hit.score) else {
        return;
    };
    let sharing = found.iter().filter(|one| one.hit.score >= longest).count();
    #[expect(clippy::cast_precision_loss, reason = "few texts share a run of words")]
    let less = ANOTHER * (sharing - 1) as f32;
    for one in found.iter_mut() {
        one.confidence = (one.confidence - less).max(0.0);
    }
}

/// Fewer words in a row are turns of phrase that many texts share.
const BORROWED: usize = 8;
/// How sure it is that a text is the source of so many of its words in a row.
const SURE: f32 = 0.95;

/// The longest run of words that a passage of a draft shares with a text.
fn borrowed(draft: &str, text: &Document) -> Option<Suggestion> {
    let referent = text.facts.referents.first()?;
    let words: Vec<Range<usize>> = words(draft).collect();
    let folded: Vec<String> = words
        .iter()
        .map(|word| folded(&draft[word.clone()]))
        .collect();
    let (passage, end, length) = text
        .passages
        .iter()
        .map(|passage| {
            let (end, length) = longest_run(&folded, &passage.words);
            (passage, end, length)
        })
        .max_by_key(|(_, _, length)| *length)?;
    let first = words.get(end.checked_sub(length)?)?;
    let last = words.get(end.checked_sub(1)?)?;
    (length >= BORROWED).then(|| Suggestion {
        #[expect(clippy::cast_precision_loss, reason = "passages have few words")]
        hit: hit(text, referent, passage, length as f32),
        reason: Reason::Wording {
            span: first.start..last.end,
            words: length,
        },
        confidence: SURE,
    })
}

/// The longest run of `wanted` that `text` has: the place behind its last word, and its length.
fn longest_run(wanted: &[String], text: &str) -> (usize, usize) {
    let mut best = (0, 0);
    // How long the run is that ends with each word of `wanted` and the last word read.
    let mut runs = vec![0_usize; wanted.len() + 1];
    for word in words(text) {
        let word = folded(&text[word]);
        for place in (1..=wanted.len()).rev() {
            runs[place] = if wanted[place - 1] == word {
                runs[place - 1] + 1
            } else {
                0
            };
            if runs[place] > best.1 {
                best = (place, runs[place]);
            }
        }
    }
    best
}

fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_word(word, &mut folded);
    folded
}

/// Its name in answers.
const NAME: &str = "the sources folder";

/// The one copy that a set in memory has of a document.
pub(crate) fn holding(found: Option<Arc<Source>>, edition: &str) -> Vec<Holding> {
    found
        .map(|source| Holding {
            origin: source.origin.clone(),
            edition: edition.into(),
            identity: None,
        })
        .into_iter()
        .collect()
}
