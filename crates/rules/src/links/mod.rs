//! Rules about links and sources: references that lead nowhere yet, addresses that stand for documents,
//! and passages whose source is known.

mod another_document;
mod bare_address;
mod dead_anchor;
mod missing_file;
mod named_without_symbol;
mod reference_not_linked;
mod source_of_passage;

pub use source_of_passage::is_of_earlier_session;

use std::ops::Range;

use citation::{Address, Referent};
use draft::{Block, Dialect, Draft};
use resolve::{Existence, Reference};
use sources::Origin;

use crate::{LinkTarget, Rule, Settings};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 7] = [
    &reference_not_linked::RULE,
    &dead_anchor::RULE,
    &bare_address::RULE,
    &named_without_symbol::RULE,
    &source_of_passage::RULE,
    &missing_file::RULE,
    &another_document::RULE,
];

/// Whether the draft has a link around or across `range`: its words or its target touch it, or a label follows that
/// leads elsewhere: "[words][label]".
pub fn is_linked(draft: &Draft, range: &Range<usize>) -> bool {
    let Some(block) = draft.block_at(range.start) else {
        return false;
    };
    is_labelled(draft, &block, range)
        || block.marks.links.iter().any(|link| {
            [&link.span, &link.target_span]
                .into_iter()
                .map(|part| in_draft(&block, part))
                .any(|part| part.start < range.end && range.start < part.end)
        })
}

/// Whether brackets stand around `range` and those of a label behind them.
fn is_labelled(draft: &Draft, block: &Block<'_>, range: &Range<usize>) -> bool {
    /// Linked words go no further, in bytes.
    const FAR: usize = 200;
    if draft.dialect() != Dialect::Markdown {
        return false;
    }
    let floor = range.start.saturating_sub(FAR).max(block.span.start);
    let ceiling = (range.end + FAR).min(block.span.end);
    let before = draft.slice(floor..range.start);
    let behind = draft.slice(range.end..ceiling);
    let opens = before
        .rfind('[')
        .is_some_and(|open| !before[open..].contains(']'));
    let mut closes = behind.split(']');
    let inside = closes.next().unwrap_or("");
    opens && !inside.contains('[') && closes.next().is_some_and(|label| label.starts_with('['))
}

/// The official page of a reference in the draft's language, and the name by which the site has it; `None`
/// where the reference is wrong, or names something that no site has.
pub fn official(draft: &Draft, reference: &Reference) -> Option<(Referent, Address)> {
    if is_wrong(reference) {
        return None;
    }
    let language = draft.language().unwrap_or_default().code();
    let named = reference.referent.as_ref()?;
    let held = reference.source.iter().flat_map(|source| &source.referents);
    std::iter::once(named)
        .chain(held)
        .find_map(|name| Some((name.clone(), name.address(language)?)))
}

/// Where a reference is linked to: its official page, or the file among the sources where the settings say so.
pub fn target(draft: &Draft, reference: &Reference, settings: &Settings) -> Option<String> {
    let origin = reference.source.as_ref().map(|source| &source.origin);
    match (settings.link_target, origin) {
        (LinkTarget::Local, Some(Origin::File { path })) if !is_wrong(reference) => Some(
            path.to_string_lossy()
                .replace('\\', "/")
                .replace(' ', "%20"),
        ),
        _ => official(draft, reference).map(|(_, page)| page.url),
    }
}

fn is_wrong(reference: &Reference) -> bool {
    matches!(
        reference.existence,
        Existence::Malformed | Existence::Impossible
    )
}

/// A range of a block as a range of the draft.
fn in_draft(block: &Block<'_>, range: &Range<usize>) -> Range<usize> {
    block.span.start + range.start..block.span.start + range.end
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Kind;
    use sources::{Source, SourceKind};

    use super::*;

    /// "CND 51/12" of a body whose texts have no page to link to, held as a file.
    fn held(existence: Existence) -> (Draft, Reference) {
        let draft = Draft::new("See CND 51/12.", Dialect::Markdown, Arc::default());
        let name = Referent::Other("Commission on Narcotic Drugs: 51/12".into());
        let mut reference = Reference::new(4..13, Kind::Symbol);
        reference.existence = existence;
        reference.referent = Some(name.clone());
        let origin = Origin::File {
            path: "sources/CND 51-12.pdf".into(),
        };
        reference.source = Some(Arc::new(Source {
            referents: vec![name],
            ..Source::new("Drug control", SourceKind::Resolution, origin)
        }));
        (draft, reference)
    }

    #[test]
    fn words_before_a_label_are_linked() {
        let linked = |text: &str| {
            let draft = Draft::new(text, Dialect::Markdown, Arc::default());
            let at = text.find("78/265").unwrap();
            is_linked(&draft, &(at..at + 6))
        };
        assert!(linked("See [resolution 78/265 of 2024][ai] on it."));
        assert!(linked("See [78/265](a) on it."));
        assert!(!linked("See [one][a] and 78/265 and [two][b]."));
        assert!(!linked("See [78/265] on it [one][a]."));
    }

    #[test]
    fn a_held_file_is_linked_to_although_no_site_has_the_document() {
        let local = Settings {
            link_target: LinkTarget::Local,
            ..Settings::default()
        };
        let (draft, reference) = held(Existence::Held);
        assert_eq!(target(&draft, &reference, &Settings::default()), None);
        let linked = target(&draft, &reference, &local);
        assert_eq!(linked.as_deref(), Some("sources/CND%2051-12.pdf"));
        let (draft, wrong) = held(Existence::Impossible);
        assert_eq!(target(&draft, &wrong, &local), None);
    }
}
