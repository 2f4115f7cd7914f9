//! How often the source that is suggested for a passage is one that its author names.
//!
//! Every text is a draft in turn, and all the others are its sources. A suggestion of the rule about passages
//! is right where the draft itself cites the document, or where both belong to one series of resolutions
//! with one title; the author has then named the source, and the rule would have been silent.

use std::collections::BTreeSet;
use std::path::Path;

use citation::{Date, Referent, facts};
use corpus::Corpus;
use corpus::update::{Go, Options, add};
use draft::{Block, BlockKind, Dialect, Draft};
use resolve::Resolved;
use rules::is_of_earlier_session;
use sources::{Catalogue, Reason, Sources, read};

use super::Edited;

/// A suggestion for a passage of a text.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// The text whose passage it is.
    pub text: String,
    /// The document suggested.
    pub document: String,
    /// Words in a row that both have.
    pub words: usize,
    /// How sure the sources are of it.
    pub confidence: f32,
    /// Whether the author of the text names the document.
    pub is_right: bool,
}

/// A corpus of all texts of `folder` and its treaties, in a folder that goes when the first of the two is dropped.
///
/// # Errors
/// When it cannot be written.
pub fn held(
    folder: &Path,
    texts: &[Edited],
) -> Result<(tempfile::TempDir, Corpus), Box<dyn std::error::Error>> {
    let place = tempfile::tempdir()?;
    let treaties = std::fs::read_dir(folder.join("treaties"));
    let treaties = treaties
        .into_iter()
        .flatten()
        .flatten()
        .map(|one| one.path());
    let files: Vec<_> = texts
        .iter()
        .map(|one| folder.join("texts").join(format!("{}.txt", one.name)))
        .chain(treaties)
        .collect();
    let options = Options {
        command: "measuring".to_owned(),
        ..Options::default()
    };
    let held = place.path().join("corpus");
    add(&held, &files, &options, &mut |_| Go::On)?;
    let corpus = Corpus::open(&held, "measured")?;
    Ok((place, corpus))
}

/// What is suggested for the passages of every `step`-th text, with all others as sources.
pub fn suggested(texts: &[Edited], step: usize, corpus: &Corpus) -> Vec<Suggested> {
    let drafts = texts.iter().step_by(step);
    drafts.flat_map(|one| of_text(one, corpus)).collect()
}

fn of_text(one: &Edited, corpus: &Corpus) -> Vec<Suggested> {
    let draft = Draft::new(&one.text, Dialect::Plain, Catalogue.lexicon());
    let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
    let cited: BTreeSet<&Referent> = resolved
        .references
        .iter()
        .filter_map(|reference| reference.referent.as_ref())
        .collect();
    let path = format!("{}.txt", one.name);
    let own = read::whole(&one.text, path.as_ref()).map(|document| document.facts.referents);
    let own = own.unwrap_or_default();
    let mut found = Vec::new();
    for block in draft.blocks() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let passage = without_citations(&draft, &block, &resolved);
        let suggestions = corpus.sources_for(&passage, 5).value;
        let best = suggestions.iter().find(|one| {
            let is_older = one
                .hit
                .date
                .is_none_or(|date| is_of_earlier_session(date, resolved.as_of));
            !own.contains(&one.hit.heading.referent) && is_older
        });
        let Some(best) = best else { continue };
        let Reason::Wording { words, .. } = best.reason else {
            continue;
        };
        let referent = &best.hit.heading.referent;
        let is_right = cited.contains(referent)
            || own
                .iter()
                .any(|own| is_of_series(referent, own, resolved.as_of));
        found.push(Suggested {
            text: one.name.clone(),
            document: referent.to_string(),
            words,
            confidence: best.confidence,
            is_right,
        });
    }
    found
}

/// The words of a block without those that name a document: what it would be if its author had named none.
fn without_citations(draft: &Draft, block: &Block<'_>, resolved: &Resolved) -> String {
    let text = draft.text_of(block);
    let mut passage = String::with_capacity(text.len());
    let mut from = 0;
    for reference in &resolved.references {
        let start = reference.phrase.start.saturating_sub(block.span.start);
        let inside = block.span.contains(&reference.phrase.start);
        if !inside || start < from {
            continue;
        }
        passage.push_str(text.get(from..start).unwrap_or_default());
        from = (reference.phrase.end - block.span.start).min(text.len());
    }
    passage.push_str(text.get(from..).unwrap_or_default());
    passage
}

/// Whether both are resolutions on one item, of which `later` is known on the day.
fn is_of_series(earlier: &Referent, later: &Referent, day: Date) -> bool {
    let (Some(earlier), Some(later)) = (earlier.symbol(), later.symbol()) else {
        return false;
    };
    let mut last = earlier.clone();
    while let Some(Some(next)) = facts::later_in_series(&last, day) {
        if next == *later {
            return true;
        }
        if next == last {
            break;
        }
        last = next;
    }
    false
}
