//! Errors that a held text contradicts, planted into sentences that quote or cite it: the wrong paragraph, a
//! word that is another one, words of another resolution.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings};
use sources::{Catalogue, Document, Documents, Library, PassageKind, Sources, read};

use super::Share;
use crate::hits::Edited;

/// Words in a quotation.
const LENGTH: usize = 16;
/// How far behind the last paragraph one stands that is not there.
const BEYOND: u32 = 3;
/// Quotations from one text.
const FROM_ONE: usize = 4;

/// A paragraph that is quoted.
struct Quoted {
    /// The number of its resolution.
    number: String,
    /// Its label.
    label: String,
    /// Its first words.
    words: Vec<String>,
    /// A number that no paragraph of the resolution or its annexes has; `None` where the copy lacks some of its
    /// numbers, so that it cannot tell.
    beyond: Option<u32>,
    /// A paragraph that its first annex does not have, as a note writes it; `None` as above, and where there is
    /// no annex with numbers.
    beyond_annex: Option<String>,
}

/// Quotes and cites every `step`-th of the texts, right and broken in each way.
pub fn planted(texts: &[Edited], step: usize) -> Vec<Share> {
    let documents: Vec<Document> = texts
        .iter()
        .filter(|one| one.name.starts_with("A_RES_78"))
        .step_by(step)
        .filter_map(|one| read::whole(&one.text, format!("{}.txt", one.name).as_ref()))
        .collect();
    let quoted: Vec<Quoted> = documents.iter().flat_map(quotable).collect();
    let texts = Documents::of_texts(documents);
    let library = Library::new(vec![Arc::new(texts), Arc::new(Catalogue)]);
    let mut shares = [
        ("paragraph that does not exist", "C005"),
        ("paragraph of an annex that does not exist", "C005"),
        ("sub-paragraph that does not exist", "C005"),
        ("one word misquoted", "Q001"),
        ("one word left out of a quotation", "Q001"),
        ("words of another paragraph", "Q002"),
        ("words of another resolution", "Q002"),
        ("right quotations that are flagged", "Q"),
    ]
    .map(|(class, code)| {
        let share = Share {
            class,
            ..Share::default()
        };
        (share, code)
    });
    for (index, one) in quoted.iter().enumerate() {
        let (before, behind) = quoted.split_at(index);
        let others = || behind.iter().chain(before);
        let stranger = others().find(|other| other.number != one.number);
        let sibling = others().find(|other| other.number == one.number && other.label != one.label);
        let mut changed = one.words.clone();
        "otherwise".clone_into(&mut changed[LENGTH / 2 - 1]);
        let mut fewer = one.words.clone();
        fewer.remove(LENGTH / 2);
        let texts = [
            one.beyond.map(|beyond| {
                let number = &one.number;
                format!("It is said in paragraph {beyond} of General Assembly resolution {number}.")
            }),
            one.beyond_annex.as_ref().map(|place| {
                let number = &one.number;
                format!("It is said in General Assembly resolution {number}, {place}.")
            }),
            (!one.label.contains(['(', ' '])).then(|| {
                let (number, label) = (&one.number, &one.label);
                format!(
                    "It is said in paragraph {label} (z) of General Assembly resolution {number}."
                )
            }),
            Some(sentence(&one.number, &one.label, &changed)),
            Some(sentence(&one.number, &one.label, &fewer)),
            sibling.map(|other| sentence(&one.number, &other.label, &one.words)),
            stranger.map(|other| sentence(&other.number, "1", &one.words)),
            Some(sentence(&one.number, &one.label, &one.words)),
        ];
        for ((share, code), text) in shares.iter_mut().zip(texts) {
            let Some(text) = text else { continue };
            share.planted += 1;
            let found = findings(&text, &library);
            let Some(finding) = found.iter().find(|it| it.code.starts_with(*code)) else {
                share.missed.push(one.number.clone());
                continue;
            };
            share.found += 1;
            let drafted = Draft::new(&text, Dialect::Markdown, library.lexicon());
            let mended = finding
                .fixes
                .iter()
                .map(|fix| rules::applied(&drafted, &[fix]));
            share
                .unmended
                .extend(mended.filter(|mended| speaks(mended, code, &library)));
        }
    }
    shares.into_iter().map(|(share, _)| share).collect()
}

fn findings(text: &str, library: &Library) -> Vec<Finding> {
    let draft = Draft::new(text, Dialect::Markdown, library.lexicon());
    let resolved = resolve::resolve(&draft, library, Date::new(2026, 6, 1).unwrap());
    rules::findings(&resolved, library, &Settings::default())
}

fn speaks(text: &str, code: &str, library: &Library) -> bool {
    let found = findings(text, library);
    found.iter().any(|finding| finding.code.starts_with(code))
}

fn sentence(number: &str, label: &str, words: &[String]) -> String {
    format!(
        "The words “{}” stand in paragraph {label} of General Assembly resolution {number}.",
        words.join(" ").trim_end_matches(',')
    )
}

/// Paragraphs of plain words, few of each text.
fn quotable(document: &Document) -> Vec<Quoted> {
    let referents = document.facts.referents.iter();
    let adopted = referents
        .into_iter()
        .find_map(|referent| referent.symbol()?.adopted().cloned());
    let Some(adopted) = adopted else {
        return Vec::new();
    };
    let numbered = || {
        let passages = document.passages.iter();
        passages.filter(|passage| passage.kind == PassageKind::Numbered)
    };
    let mut places: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for passage in numbered() {
        let label = passage.label.as_deref().unwrap_or_default();
        let (place, number) = label.rsplit_once(' ').unwrap_or(("", label));
        if let Ok(number) = number.parse() {
            places.entry(place).or_default().insert(number);
        }
    }
    let is_whole = |numbers: &BTreeSet<u32>| {
        let last = numbers.last().copied().unwrap_or(0);
        numbers.iter().copied().eq(1..=last)
    };
    // "Resolution 70/1, paragraph 30" means the annex where the resolution itself has two paragraphs.
    let of_paragraphs = || {
        let places = places.iter();
        places.filter(|(place, _)| {
            ["", "annex", "section"]
                .iter()
                .any(|kind| place.split(' ').next() == Some(kind) && place.split(' ').count() <= 2)
        })
    };
    let highest = of_paragraphs()
        .filter_map(|(_, numbers)| numbers.last())
        .max();
    let is_complete = of_paragraphs().all(|(_, numbers)| is_whole(numbers));
    let beyond = highest
        .filter(|_| is_complete)
        .map(|highest| highest + BEYOND);
    let mut annexes = of_paragraphs().filter(|(place, _)| place.starts_with("annex"));
    let beyond_annex = annexes.next().filter(|(_, numbers)| is_whole(numbers));
    let beyond_annex = beyond_annex.and_then(|(place, numbers)| {
        Some(format!("{place}, paragraph {}", numbers.last()? + BEYOND))
    });
    numbered()
        .filter_map(|passage| {
            let label = passage.label.as_deref()?;
            let words: Vec<String> = passage
                .words
                .split_whitespace()
                .take(LENGTH)
                .map(|word| word.trim_matches(['“', '”', '"']).to_owned())
                .collect();
            let is_plain = words.len() == LENGTH
                && !label.contains("annex")
                && words
                    .iter()
                    .all(|word| word.chars().all(|c| c.is_alphabetic() || c == ','));
            is_plain.then(|| Quoted {
                number: adopted.in_prose(),
                label: label.to_owned(),
                words,
                beyond,
                beyond_annex: beyond_annex.clone(),
            })
        })
        .take(FROM_ONE)
        .collect()
}
