//! Workspace symbols: headings and short forms of a draft that a few typed letters find, and sources.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use draft::Draft;
use sources::{Origin, Source, Sources};

use crate::outline::outline;
use crate::under;

/// The most sources that are listed: a picker shows no more, and asks again with each letter.
const SOURCES: usize = 50;

/// What a named place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// A heading.
    Heading,
    /// A short form where it is introduced.
    ShortForm,
}

/// A named place in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: NamedKind,
    /// Byte range in the draft.
    pub range: Range<usize>,
    /// The heading above a heading; the full name of a short form.
    pub container: Option<String>,
}

/// A source that is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource {
    /// Its symbol or title.
    pub name: String,
    /// Its title, where the name is another.
    pub container: Option<String>,
    /// The file.
    pub path: PathBuf,
}

/// The named places of a draft whose name has the letters of `query` in their order, in text order.
pub fn named_places(draft: &Draft, query: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut pending: Vec<_> = outline(draft)
        .into_iter()
        .map(|item| (item, None))
        .collect();
    while let Some((item, container)) = pending.pop() {
        let above = Some(item.title.clone());
        pending.extend(
            item.children
                .into_iter()
                .map(|child| (child, above.clone())),
        );
        found.push(Named {
            name: item.title,
            kind: NamedKind::Heading,
            range: item.selection,
            container,
        });
    }
    found.extend(under::introductions(draft).map(|one| Named {
        name: one.definition.short.to_string(),
        kind: NamedKind::ShortForm,
        range: one.short,
        container: Some(one.definition.full.to_string()),
    }));
    found.retain(|named| !named.name.trim().is_empty() && has_letters(&named.name, query));
    found.sort_by_key(|named| named.range.start);
    found
}

/// Sources with a file whose symbol, title or acronym begins with `query`. Nothing is listed for an empty
/// one, which would list a library.
pub fn named_sources(sources: &dyn Sources, query: &str) -> Vec<NamedSource> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let headings = sources.complete(query.trim(), SOURCES).value;
    headings
        .into_iter()
        .filter_map(|heading| sources.resolve(&heading.referent).value)
        .filter_map(|source| in_file(&source))
        .collect()
}

fn in_file(source: &Arc<Source>) -> Option<NamedSource> {
    let Origin::File { path } = &source.origin else {
        return None;
    };
    let name = source.referents.first()?.to_string();
    Some(NamedSource {
        container: (*name != *source.title).then(|| source.title.to_string()),
        name,
        path: path.clone(),
    })
}

/// Whether the letters of `query` stand in `name` in their order, whatever their case; clients rank.
fn has_letters(name: &str, query: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    let wanted = query.chars().filter(|letter| !letter.is_whitespace());
    wanted
        .flat_map(char::to_lowercase)
        .all(|letter| letters.any(|there| there == letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    fn names(query: &str) -> Vec<String> {
        let drawn = Drawn::markdown(
            "# Introduction\n\n## Scope of the mandate\n\nNon-governmental organizations (NGOs) met.\n\n# Überblick\n",
        );
        named_places(&drawn.resolved.draft, query)
            .into_iter()
            .map(|named| match named.container {
                Some(container) => format!("{} < {container}", named.name),
                None => named.name,
            })
            .collect()
    }

    #[test]
    fn letters_in_their_order_find_headings_and_short_forms() {
        assert_eq!(
            names(""),
            [
                "Introduction",
                "Scope of the mandate < Introduction",
                "NGO < Non-governmental organizations",
                "Überblick",
            ]
        );
        assert_eq!(names("scman"), ["Scope of the mandate < Introduction"]);
        assert_eq!(names("ng"), ["NGO < Non-governmental organizations"]);
        assert_eq!(names("ÜBER"), ["Überblick"]);
        assert!(names("xyz").is_empty());
    }

    #[test]
    fn sources_that_are_files_are_found_by_what_they_begin_with() {
        let drawn = Drawn::markdown("");
        let found = |query: &str| -> Vec<String> {
            let found = named_sources(&drawn.sources, query);
            found.into_iter().map(|source| source.name).collect()
        };
        assert_eq!(found("A/RES/67"), ["A/RES/67/172"]);
        assert!(found("").is_empty());
        assert!(
            found("S/RES/1325").is_empty(),
            "a row of a table is no file"
        );
    }
}
