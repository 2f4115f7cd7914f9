//! What a document is about, in a few of its own words.
//!
//! Sentences are taken, never written: of a resolution those of its operative paragraphs that decide,
//! call or request something, of a report those of its summary or opening and of its conclusions. What
//! every document says (the report of the Secretary-General is noted, the item is put on the agenda) says
//! nothing about this one.

use std::collections::HashSet;

use crate::words::{folded_words, words};
use crate::{Document, Passage, PassageKind, SourceKind, Summary};

/// The most words of a summary.
const MOST_WORDS: usize = 60;

/// The most words of one sentence in it; a longer one is cut where a clause ends.
const MOST_OF_ONE: usize = 32;

/// The most sentences in it.
const MOST_SENTENCES: usize = 3;

/// What operative paragraphs begin with, and how much each says about the document.
const VERBS: [(&str, u32); 24] = [
    ("adopts", 9),
    ("approves", 7),
    ("authorizes", 7),
    ("calls for", 5),
    ("calls upon", 6),
    ("condemns", 6),
    ("creates", 9),
    ("declares", 8),
    ("decides", 8),
    ("demands", 8),
    ("designates", 9),
    ("encourages", 4),
    ("endorses", 6),
    ("establishes", 9),
    ("imposes", 9),
    ("invites", 3),
    ("proclaims", 10),
    ("reaffirms", 3),
    ("recommends", 6),
    ("requests", 4),
    ("stresses", 2),
    ("strongly condemns", 7),
    ("urges", 5),
    ("welcomes", 1),
];

/// Words of paragraphs that every document has.
const BOILERPLATE: [&str; 16] = [
    "decides to consider",
    "decides to continue its consideration",
    "decides to convene",
    "decides to include in the provisional agenda",
    "decides to remain seized",
    "item entitled",
    "remain seized of the matter",
    "requests the president",
    "requests the secretary general to bring",
    "requests the secretary general to prepare",
    "requests the secretary general to report",
    "requests the secretary general to submit",
    "submitted in accordance with",
    "submitted pursuant to",
    "takes note of the report",
    "takes note with appreciation of the report",
];

/// Headings below which a report says what it comes to.
const CLOSING: [&str; 4] = [
    "conclusion",
    "recommendation",
    "observations",
    "way forward",
];

/// A summary of `document` in at most sixty of its own words. `None` where its text is not at hand or has
/// nothing to take. The catalogue's own summary, where there is one, says more.
pub fn summary(document: &Document) -> Option<Summary> {
    if let Some(written) = &document.facts.summary {
        return Some(Summary {
            words: (**written).into(),
            labels: Vec::new(),
        });
    }
    let candidates = match document.facts.kind {
        SourceKind::Resolution | SourceKind::Decision => operative(document),
        _ => opening_and_closing(document),
    };
    let chosen = choose(candidates);
    if chosen.is_empty() {
        return None;
    }
    let sentences: Vec<String> = chosen.iter().map(|one| one.words.clone()).collect();
    let mut labels: Vec<Box<str>> = chosen
        .iter()
        .filter_map(|one| document.passages[one.place].label.clone())
        .collect();
    labels.dedup();
    Some(Summary {
        words: sentences.join(" ").into(),
        labels,
    })
}

/// A sentence that may be taken.
struct Candidate {
    /// Where its passage stands in the document.
    place: usize,
    words: String,
    score: u32,
}

/// Operative paragraphs, by what they do and how much of the title they speak of.
fn operative(document: &Document) -> Vec<Candidate> {
    let title: HashSet<String> = folded_words(&document.facts.title)
        .into_iter()
        .filter(|word| word.len() > 3)
        .collect();
    let numbered = document
        .passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| passage.kind == PassageKind::Numbered && is_top(passage));
    let scored: Vec<Candidate> = numbered
        .filter_map(|(place, passage)| {
            let folded = folded_words(&passage.words);
            let flat = folded.join(" ");
            if BOILERPLATE.iter().any(|words| flat.contains(words)) {
                return None;
            }
            let verb = VERBS
                .iter()
                .filter(|(verb, _)| {
                    flat.starts_with(verb) || flat.starts_with(&format!("also {verb}"))
                })
                .map(|(_, weight)| *weight)
                .max()
                .unwrap_or(1);
            let own: HashSet<&String> =
                folded.iter().filter(|word| title.contains(*word)).collect();
            Some(Candidate {
                place,
                words: clause(&passage.words),
                score: verb * 2 + 3 * own.len() as u32,
            })
        })
        .collect();
    scored
}

/// The first sentences of a report's summary or of its opening, and of its conclusions.
fn opening_and_closing(document: &Document) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut below_summary = false;
    let mut below_closing = false;
    let mut opened = 0;
    for (place, passage) in document.passages.iter().enumerate() {
        if passage.kind == PassageKind::Heading {
            let heading = passage.words.to_lowercase();
            below_summary = heading.trim() == "summary";
            below_closing = CLOSING.iter().any(|word| heading.contains(word));
            continue;
        }
        // A row of a table is no sentence.
        let is_text = matches!(passage.kind, PassageKind::Plain | PassageKind::Numbered)
            && !passage.words.starts_with('|');
        let flat = folded_words(&passage.words).join(" ");
        let says_nothing = BOILERPLATE.iter().any(|words| flat.contains(words));
        if !is_text || !is_top(passage) || says_nothing || words(&passage.words).count() < 8 {
            continue;
        }
        let score = match (below_summary, below_closing) {
            (true, _) => 12,
            (_, true) => 9,
            _ => 8_u32.saturating_sub(opened * 2),
        };
        opened += 1;
        if score > 2 {
            candidates.push(Candidate {
                place,
                words: clause(&passage.words),
                score,
            });
        }
    }
    candidates
}

/// The best sentences that fit, in the order of the text. A sentence that says what one before it says is
/// left out.
fn choose(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|one, other| {
        other
            .score
            .cmp(&one.score)
            .then(one.place.cmp(&other.place))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut left = MOST_WORDS;
    for candidate in candidates {
        let length = words(&candidate.words).count();
        let repeats = chosen.iter().any(|one| alike(&one.words, &candidate.words));
        if length > left || repeats || chosen.len() == MOST_SENTENCES {
            continue;
        }
        left -= length;
        chosen.push(candidate);
    }
    chosen.sort_by_key(|one| one.place);
    chosen
}

/// Whether most words of the shorter sentence are in the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (HashSet<String>, HashSet<String>) = (
        folded_words(one).into_iter().collect(),
        folded_words(other).into_iter().collect(),
    );
    one.intersection(&other).count() * 10 > one.len().min(other.len()) * 7
}

/// The first sentence of `text`, cut where a clause ends when it is long; what was cut off is marked.
fn clause(text: &str) -> String {
    let sentence_end = text
        .match_indices(['.', ';'])
        .map(|(at, mark)| at + mark.len())
        .find(|end| text[*end..].is_empty() || text[*end..].starts_with([' ', '\u{201d}']))
        .filter(|end| words(&text[..*end]).count() > 4)
        .unwrap_or(text.len());
    let sentence = text[..sentence_end].trim_end_matches([';', ':', ',', ' ']);
    let Some(limit) = words(sentence).nth(MOST_OF_ONE) else {
        let stop = if sentence.ends_with('.') { "" } else { "." };
        return format!("{sentence}{stop}");
    };
    let head = &sentence[..limit.start];
    let cut = head
        .rfind([',', ';', ':'])
        .filter(|at| words(&head[..*at]).count() > MOST_OF_ONE / 3)
        .unwrap_or(head.trim_end().len());
    format!("{} \u{2026}", head[..cut].trim_end())
}

/// Whether a passage is no sub-paragraph.
fn is_top(passage: &Passage) -> bool {
    passage
        .label
        .as_deref()
        .is_none_or(|label| !label.contains('('))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::read;

    fn of(text: &str) -> Option<Summary> {
        let document = read::whole(text, Path::new("a.md"))?;
        let summary = summary(&document)?;
        assert!(words(&summary.words).count() <= MOST_WORDS);
        // Every sentence is the document's own.
        let passages = document.passages.iter().map(|passage| &*passage.words);
        let own = folded_words(&passages.collect::<Vec<_>>().join(" ")).join(" ");
        for sentence in summary.words.split_inclusive(['.', '\u{2026}']) {
            let sentence = folded_words(sentence).join(" ");
            assert!(own.contains(&sentence), "{sentence}");
        }
        Some(summary)
    }

    #[test]
    fn a_resolution_is_what_it_decides_and_calls_for() {
        let summary = of(include_str!("../../../tests/sources/A_RES_67_172.txt")).unwrap();
        assert!(!summary.labels.is_empty() && summary.labels.len() <= MOST_SENTENCES);
        assert!(!summary.words.contains("report of the Secretary-General"));
        assert!(
            summary.words.to_lowercase().contains("migrant"),
            "{summary:?}"
        );
    }

    #[test]
    fn boilerplate_is_never_taken() {
        let summary = of("---\nsymbol: A/RES/70/9\ntitle: Day of Tea\n---\n\
             1. Takes note of the report of the Secretary-General;\n\n\
             2. Decides to designate 21 May as the day of tea;\n\n\
             3. Invites all States to observe the day of tea;\n\n\
             4. Decides to include in the provisional agenda of its next session the item entitled tea;\n\n\
             5. Requests the Secretary-General to submit a report on the day of tea.\n")
        .unwrap();
        assert_eq!(
            &*summary.words,
            "Decides to designate 21 May as the day of tea. Invites all States to observe the day of tea."
        );
        assert_eq!(summary.labels, ["2".into(), "3".into()]);
    }

    #[test]
    fn a_report_is_its_summary_and_its_conclusions() {
        let summary = of("---\nsymbol: A/68/292\ntitle: Rooms\n---\n# Rooms\n\n\
             The present report is submitted pursuant to Assembly resolution 67/1.\n\n## Summary\n\n\
             The report finds that waiting rooms are used more than ever before in all regions.\n\n\
             ## Background\n\n1. Rooms have been built since long before anybody counted them at all.\n\n\
             ## Conclusions and recommendations\n\n2. States should count their waiting rooms once a year and publish the figures.\n")
        .unwrap();
        assert!(
            summary.words.starts_with("The report finds that"),
            "{summary:?}"
        );
        assert!(summary.words.contains("States should count"), "{summary:?}");
    }

    #[test]
    fn tables_are_never_taken() {
        let summary = of("---\nsymbol: A/68/293\ntitle: Rooms\n---\n# Rooms\n\n\
             | Appropriation for the year 2024 | 68,743,800 | Expenditure for the year 2024 | 67,872,200 |\n\n\
             1. Waiting rooms are used more than ever before in all the regions of the world.\n")
        .unwrap();
        assert!(summary.words.starts_with("Waiting rooms"), "{summary:?}");
    }

    #[test]
    fn what_has_no_text_has_no_summary() {
        assert_eq!(of("---\nsymbol: A/68/292\ntitle: Rooms\n---\n"), None);
        assert_eq!(
            of("---\nsymbol: A/68/292\ntitle: Rooms\n---\n1. Short.\n"),
            None
        );
    }
}
