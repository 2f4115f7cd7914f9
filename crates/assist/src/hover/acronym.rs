//! Acronyms and terms: the name for which the draft introduces one, else the title the sources know for it.

use citation::Referent;
use draft::Draft;
use resolve::Reference;
use sources::Sources;

use super::Hover;
use crate::{prose, terms, under};

/// The hover of an acronym or term that is no reference.
pub(super) fn hover(draft: &Draft, sources: &dyn Sources, offset: usize) -> Option<Hover> {
    let (letters, range) = under::acronym(draft, offset).or_else(|| terms::at(draft, offset))?;
    let (full, origin) = if let Some(introduced) = under::introduction(draft, &letters, offset) {
        let line = under::line(draft, introduced.short.start);
        let full = introduced.definition.full.to_string();
        (full, format!("Introduced on line {line} of this draft."))
    } else {
        let title = title_in_sources(sources, &letters)?;
        let origin = "Not introduced in this draft; the title is from your sources.";
        (title, origin.to_owned())
    };
    let heading = format!("### {}", prose::escaped(&letters));
    let full = format!("**{}**", prose::escaped(&full));
    Some(Hover {
        range,
        markdown: [heading, full, origin].join("\n\n"),
    })
}

fn title_in_sources(sources: &dyn Sources, letters: &str) -> Option<String> {
    let lexicon = sources.lexicon();
    let name = lexicon
        .names_like(letters)
        .find(|name| name.acronym && *name.written == *letters)?;
    let referent = Referent::Instrument(name.title.clone());
    let held = sources.resolve(&referent).value;
    Some(held.map_or_else(|| name.title.to_string(), |source| source.title.to_string()))
}

/// Where the draft introduces the short form that a reference is: "“ICRMW” is introduced on line 12."
pub(super) fn introduction(draft: &Draft, reference: &Reference) -> Option<String> {
    if reference.kind != citation::Kind::Short {
        return None;
    }
    let short = under::words(draft, &reference.token);
    let introduced = under::introduction(draft, &short, reference.token.start)?;
    let line = under::line(draft, introduced.short.start);
    Some(format!(
        "“{}” is introduced on line {line}.",
        prose::escaped(&short)
    ))
}

#[cfg(test)]
mod tests;
