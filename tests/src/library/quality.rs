//! Right answers on real texts: quotations and suggested sources.
//!
//! Quotations are sentences of the texts, as they are, with one word changed, with an ellipsis, and
//! sentences of texts that are not in the corpus. Suggestions are asked for titles in running text and for
//! paragraphs retold: words left out, exchanged for others of their meaning, and put into another order.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use corpus::Corpus;
use corpus::update::{Go, Options, add};
use sources::{Edit, Likeness, Passage, PassageKind, Sources};

use super::generator::Dice;

type Failure = Box<dyn std::error::Error>;

/// How many of how many were right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Right answers.
    pub right: usize,
    /// All.
    pub all: usize,
}

impl Score {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }
}

/// Words for words of the same meaning, both ways round in the small: how somebody retells a paragraph.
const OTHER_WORDS: [(&str, &str); 24] = [
    ("encourages", "invites"),
    ("calls", "asks"),
    ("upon", "on"),
    ("urges", "presses"),
    ("welcomes", "greets"),
    ("efforts", "endeavours"),
    ("promote", "further"),
    ("strengthen", "reinforce"),
    ("ensure", "guarantee"),
    ("assistance", "help"),
    ("relevant", "pertinent"),
    ("address", "tackle"),
    ("enhance", "improve"),
    ("member", "participating"),
    ("countries", "nations"),
    ("states", "governments"),
    ("including", "among them"),
    ("requests", "asks"),
    ("provide", "give"),
    ("support", "back"),
    ("importance", "weight"),
    ("further", "still more"),
    ("all", "every"),
    ("implementation", "carrying out"),
];

/// Scores the corpus over the resolutions in `folder`; its other texts are kept out of it. `seed` decides which
/// sentences are taken and what becomes of them.
///
/// # Errors
/// When the texts cannot be read or the corpus cannot be written.
pub fn score(
    folder: &Path,
    place: &Path,
    seed: u64,
    show: bool,
) -> Result<Vec<(&'static str, Score)>, Failure> {
    let mut held = Vec::new();
    let mut strange = Vec::new();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|it| it.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if name.starts_with("A_RES_") {
            held.push(path);
        } else {
            strange.push(path);
        }
    }
    let options = Options {
        command: "measuring".to_owned(),
        ..Options::default()
    };
    add(place, &held, &options, &mut |_| Go::On)?;
    let corpus = Corpus::open(place, "measured")?;
    let documents: Vec<_> = (0..corpus.len())
        .filter_map(|row| corpus.facts(row))
        .filter_map(|facts| corpus.document(&facts.referents[0]).value)
        .collect();
    let mut dice = Dice::new(seed);
    let mut sentences: Vec<(String, String)> = documents
        .iter()
        .flat_map(|document| {
            let name = document.facts.referents[0].to_string();
            document
                .passages
                .iter()
                .filter(|passage| is_prose(passage))
                .map(move |passage| (name.clone(), passage.words.to_string()))
        })
        .collect();
    shuffle(&mut sentences, &mut dice);
    let strangers = strange_sentences(&strange, &mut dice);
    let mut scores = quotations(&corpus, &sentences, &strangers, &mut dice, show);
    scores.extend(suggestions(
        &corpus, &documents, &sentences, &strangers, &mut dice, show,
    ));
    Ok(scores)
}

fn is_prose(passage: &Passage) -> bool {
    let words = sources::words(&passage.words).count();
    (14..=90).contains(&words)
        && matches!(
            passage.kind,
            PassageKind::Numbered | PassageKind::Preambular
        )
}

fn shuffle<T>(list: &mut [T], dice: &mut Dice) {
    for place in (1..list.len()).rev() {
        list.swap(place, dice.below(place + 1));
    }
}

/// Sentences of other texts.
fn strange_sentences(paths: &[PathBuf], dice: &mut Dice) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        found.extend(
            text.split(". ")
                .filter(|it| (12..=60).contains(&sources::words(it).count()))
                .map(str::to_owned),
        );
    }
    shuffle(&mut found, dice);
    found
}

fn quotations(
    corpus: &Corpus,
    sentences: &[(String, String)],
    strangers: &[String],
    dice: &mut Dice,
    show: bool,
) -> Vec<(&'static str, Score)> {
    let (mut exact, mut altered, mut elided, mut absent) = (
        Score::default(),
        Score::default(),
        Score::default(),
        Score::default(),
    );
    let report = |what: &str, right: bool, quote: &str, said: &dyn std::fmt::Debug| {
        if show && !right {
            println!("{what}: {quote}\n    {said:?}");
        }
    };
    for (_, sentence) in &sentences[..200] {
        let words: Vec<&str> = sentence.split(' ').collect();
        let start = dice.below(words.len() / 3);
        let length = 8 + dice.below(words.len() - start - 7);
        let quote = words[start..(start + length).min(words.len())].join(" ");
        let found = corpus.verbatim(&quote, None).value;
        let right = found
            .first()
            .is_some_and(|best| best.likeness == Likeness::Exact);
        report("exact", right, &quote, &found);
        exact.count(right);
    }
    for (_, sentence) in &sentences[200..400] {
        let mut words: Vec<&str> = sentence.split(' ').collect();
        let place = 1 + dice.below(words.len() - 1);
        let replaced = words[place];
        words[place] = ["governments", "seventeen", "provisional", "whales"][dice.below(4)];
        let quote = words.join(" ");
        let found = corpus.verbatim(&quote, None).value;
        let right = found.first().is_some_and(|best| match &best.likeness {
            Likeness::Altered(differences) => {
                differences.len() == 1 && replaced.contains(&*differences[0].text)
            }
            _ => false,
        });
        report("altered", right, &quote, &found);
        altered.count(right);
    }
    for (_, sentence) in &sentences[400..500] {
        let words: Vec<&str> = sentence.split(' ').collect();
        let first = 5 + dice.below(words.len() / 3);
        let last = words.len() - 5;
        let quote = format!(
            "{} … {}",
            words[..first.min(last - 1)].join(" "),
            words[last..].join(" ")
        );
        let found = corpus.verbatim(&quote, None).value;
        let right = found.first().is_some_and(|best| matches!(&best.likeness, Likeness::Edited(edits) if edits.contains(&Edit::Ellipsis)));
        report("ellipsis", right, &quote, &found);
        elided.count(right);
    }
    for stranger in strangers.iter().take(200) {
        let found = corpus.verbatim(stranger, None).value;
        let right = found.is_empty();
        report("absent", right, stranger, &found);
        absent.count(right);
    }
    vec![
        ("quotations that are exact", exact),
        ("quotations with one word changed", altered),
        ("quotations with an ellipsis", elided),
        ("sentences that are in no document", absent),
    ]
}

fn suggestions(
    corpus: &Corpus,
    documents: &[std::sync::Arc<sources::Document>],
    sentences: &[(String, String)],
    strangers: &[String],
    dice: &mut Dice,
    show: bool,
) -> Vec<(&'static str, Score)> {
    let (mut first, mut shown, mut silent) = (Score::default(), Score::default(), Score::default());
    let mut copies: HashMap<&str, usize> = HashMap::new();
    for document in documents {
        *copies.entry(&document.facts.title).or_default() += 1;
    }
    let mut asked: Vec<(String, String)> = documents
        .iter()
        .filter(|document| {
            copies[&*document.facts.title] == 1 && sources::words(&document.facts.title).count() > 3
        })
        .take(100)
        .map(|document| {
            let name = document.facts.referents[0].to_string();
            (
                name,
                format!(
                    "The matter was taken up again under the title “{}”, as in earlier years.",
                    document.facts.title
                ),
            )
        })
        .collect();
    asked.extend(
        sentences
            .iter()
            .skip(600)
            .filter(|(_, words)| sources::words(words).count() >= 24)
            .take(100)
            .map(|(name, words)| (name.clone(), retold(words, dice))),
    );
    for (name, passage) in &asked {
        let found = corpus.sources_for(passage, 3).value;
        let right = found
            .first()
            .is_some_and(|best| best.hit.heading.referent.to_string() == *name);
        first.count(right);
        for one in found.iter().filter(|one| one.confidence >= 0.9) {
            shown.count(one.hit.heading.referent.to_string() == *name);
        }
        if show {
            let all: Vec<_> = found
                .iter()
                .map(|one| {
                    (
                        one.hit.heading.referent.to_string(),
                        one.confidence,
                        &one.reason,
                    )
                })
                .collect();
            println!(
                "{} {name}: {passage}\n    {all:?}",
                if right { "right" } else { "WRONG" }
            );
        }
    }
    for stranger in strangers.iter().rev().take(200) {
        let found = corpus.sources_for(stranger, 3).value;
        let right = found.iter().all(|one| one.confidence < 0.9);
        silent.count(right);
        if show && !right {
            println!(
                "shown for {stranger}\n    {:?}",
                found.first().map(|one| (
                    &one.reason,
                    one.confidence,
                    one.hit.passage.as_ref().map(|it| it.words.clone())
                ))
            );
        }
    }
    vec![
        (
            "retold paragraphs and titles with the right source first",
            first,
        ),
        (
            "suggestions shown (confidence 0.9 or more) that are right",
            shown,
        ),
        ("unrelated sentences for which none is shown", silent),
    ]
}

/// A paragraph in other words.
fn retold(words: &str, dice: &mut Dice) -> String {
    let mut pieces: Vec<String> = words
        .split([',', ';'])
        .map(|piece| {
            piece
                .split_whitespace()
                .filter(|_| dice.share() > 0.15)
                .map(|word| {
                    let small = word.to_lowercase();
                    OTHER_WORDS
                        .iter()
                        .find(|(one, _)| *one == small)
                        .map_or(word.to_owned(), |(_, other)| (*other).to_owned())
                })
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    shuffle(&mut pieces, dice);
    pieces.join(", ")
}
