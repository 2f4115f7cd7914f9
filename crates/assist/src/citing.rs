//! Call hierarchy: what a document cites, and what cites it.
//!
//! Between documents the sources know; a draft's own citations are its references.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use citation::{Form, Lexicon, Referent, Symbol};
use resolve::Resolved;
use sources::{Origin, Sources};

use crate::occurrences::named;
use crate::under;

/// The most passages of sources that are listed as citing a document.
const PASSAGES: usize = 200;

/// A document in the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// What it is cited as.
    pub name: Referent,
    /// Its title, where it is known and says more than the name.
    pub title: Option<String>,
    /// Its file, where it has one.
    pub path: Option<PathBuf>,
}

/// A document that cites another, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The document.
    pub work: Work,
    /// Where in its file, byte ranges; empty where that is not known.
    pub places: Vec<Range<usize>>,
}

/// The document that is cited at `offset`, and the token that cites it.
pub fn cited_at(
    resolved: &Resolved,
    sources: &dyn Sources,
    offset: usize,
) -> Option<(Work, Range<usize>)> {
    let offset = under::floor(&resolved.draft, offset);
    let pointed = under::reference(resolved, offset)?;
    let name = named(&pointed.reference)?;
    Some((work(sources, name), pointed.reference.token.clone()))
}

/// What the draft itself cites, in the order of first mention, each with its tokens.
pub fn cited_in(resolved: &Resolved, sources: &dyn Sources) -> Vec<Citing> {
    let mut order: Vec<&Referent> = Vec::new();
    let mut places: BTreeMap<&Referent, Vec<Range<usize>>> = BTreeMap::new();
    for reference in resolved.references.iter().filter(|it| !it.is_own) {
        let Some(name) = named(reference) else {
            continue;
        };
        let tokens = places.entry(name).or_default();
        if tokens.is_empty() {
            order.push(name);
        }
        tokens.push(reference.token.clone());
    }
    order
        .into_iter()
        .map(|name| Citing {
            work: work(sources, name),
            places: places.remove(name).unwrap_or_default(),
        })
        .collect()
}

/// The sources that cite a document, in their order.
pub fn cited_by(sources: &dyn Sources, name: &Referent) -> Vec<Citing> {
    let mut citing: Vec<Citing> = Vec::new();
    for hit in sources.cited_by(name, PASSAGES).value.hits {
        let place = hit.passage.map(|passage| passage.span);
        if let Some(known) = citing
            .iter_mut()
            .find(|one| one.work.name == hit.heading.referent)
        {
            known.places.extend(place);
            continue;
        }
        let path = match hit.origin {
            Origin::File { path } => Some(path),
            Origin::Catalogue { .. } => None,
        };
        citing.push(Citing {
            work: Work {
                title: title(&hit.heading.title, &hit.heading.referent),
                name: hit.heading.referent,
                path,
            },
            places: place.into_iter().collect(),
        });
    }
    citing
}

/// What a document cites, in the order of its text.
pub fn cites(sources: &dyn Sources, name: &Referent) -> Vec<Work> {
    let cited = sources.cites(name).value;
    cited.iter().map(|name| work(sources, name)).collect()
}

/// The document behind a canonical name, as [`Referent`] writes it.
pub fn referent(name: &str) -> Referent {
    if let Some(symbol) = Symbol::parse(name) {
        return Referent::Symbol(symbol);
    }
    let found = citation::scan(name, &Lexicon::default()).pop();
    match found.map(|citation| (citation.phrase, citation.form)) {
        Some((phrase, Form::Whole(referent))) if phrase == (0..name.len()) => referent,
        _ => Referent::Instrument(name.into()),
    }
}

fn work(sources: &dyn Sources, name: &Referent) -> Work {
    let source = sources.resolve(name).value;
    let path = source.as_ref().and_then(|source| match &source.origin {
        Origin::File { path } => Some(path.clone()),
        Origin::Catalogue { .. } => None,
    });
    Work {
        name: name.clone(),
        title: source.and_then(|source| title(&source.title, name)),
        path,
    }
}

fn title(title: &str, name: &Referent) -> Option<String> {
    (!title.is_empty() && *title != name.to_string()).then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[test]
    fn a_draft_cites_each_document_once_with_all_its_places() {
        let drawn = Drawn::markdown(
            r"
Resolution 67/172, 67/174 and again A/RES/67$0/172,
           ^^^^^^ held A/RES/67/172
                   ^^^^^^ held A/RES/67/174
                                    ^^^^^^^^^^^^^^ held A/RES/67/172
",
        );
        let lines: Vec<String> = cited_in(&drawn.resolved, &drawn.sources)
            .iter()
            .map(|one| format!("{} × {}", one.work.name, one.places.len()))
            .collect();
        assert_eq!(lines, ["A/RES/67/172 × 2", "A/RES/67/174 × 1"]);
        let (work, token) = cited_at(&drawn.resolved, &drawn.sources, drawn.cursor).unwrap();
        assert_eq!(work.title.as_deref(), Some("Protection of migrants"));
        assert_eq!(work.path, Some("sources/A_RES_67_172.txt".into()));
        assert_eq!(drawn.words(&token), "A/RES/67/172");
    }

    #[test]
    fn names_lead_back_to_documents() {
        for name in [
            "A/RES/67/172",
            "S/RES/1325 (2000)",
            "Convention on the Rights of the Child",
        ] {
            assert_eq!(referent(name).to_string(), name);
        }
    }
}
