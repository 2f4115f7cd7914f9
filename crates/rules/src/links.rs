//! Rules about links and sources: references that lead nowhere yet, addresses that stand for documents,
//! and passages whose source is known.

mod bare_address;
mod dead_anchor;
mod labels;
mod link_to_another_document;
mod missing_file;
mod named_without_symbol;
mod reference_not_linked;
mod source_of_passage;

pub use source_of_passage::is_of_earlier_session;

use std::cell::OnceCell;
use std::collections::HashSet;
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
    &link_to_another_document::RULE,
];

/// The target of a link with `%20` and the like read; `None` where that makes no text.
fn unescaped(target: &str) -> Option<String> {
    let mut pieces = target.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let code = piece.get(..2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

/// What is linked in a draft, for whoever asks about many places: the labels that it defines are read once.
pub struct Linked<'d> {
    draft: &'d Draft,
    labels: OnceCell<HashSet<String>>,
}

impl<'d> Linked<'d> {
    /// The links of `draft`.
    pub fn of(draft: &'d Draft) -> Self {
        Self {
            draft,
            labels: OnceCell::new(),
        }
    }

    /// Whether the draft has a link around or across `range`: its words or its target touch it, or it stands in a link
    /// by label: `[words][label]`.
    pub fn holds(&self, range: &Range<usize>) -> bool {
        let Some(block) = self.draft.block_at(range.start) else {
            return false;
        };
        self.is_labelled(&block, range)
            || block.marks.links.iter().any(|link| {
                [&link.span, &link.target_span]
                    .into_iter()
                    .map(|part| in_draft(&block, part))
                    .any(|part| part.start < range.end && range.start < part.end)
            })
    }

    /// Whether `range` stands in the words of a link by label: brackets around it, and a label that the draft defines.
    fn is_labelled(&self, block: &Block<'_>, range: &Range<usize>) -> bool {
        /// Linked words go no further, in bytes.
        const FAR: usize = 200;
        let draft = self.draft;
        if draft.dialect() != Dialect::Markdown {
            return false;
        }
        let floor = range.start.saturating_sub(FAR).max(block.span.start);
        let ceiling = (range.end + FAR).min(block.span.end);
        let before = draft.slice(floor..range.start);
        let Some(open) = before.rfind('[') else {
            return false;
        };
        let open = range.start - (before.len() - open);
        let around = draft.slice(open..ceiling);
        let first = labels::labelled(&around).next();
        first.is_some_and(|(words, label)| {
            words.start == 1 && open + words.end >= range.end && self.defines(label)
        })
    }

    /// Whether the draft says where `label` leads.
    fn defines(&self, label: &str) -> bool {
        let labels = self.labels.get_or_init(|| labels::defined(self.draft));
        labels.contains(&labels::bare(label))
    }
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
        (LinkTarget::Local, Some(Origin::File { path })) if !is_wrong(reference) => {
            // A link that counts from the draft leads to the same file in every copy of the folder.
            let folder = settings.folder.as_ref();
            let near = folder.and_then(|folder| pathdiff::diff_paths(path, folder));
            let path = near.as_deref().unwrap_or(path);
            Some(
                path.to_string_lossy()
                    .replace('\\', "/")
                    .replace(' ', "%20"),
            )
        }
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
            Linked::of(&draft).holds(&(at..at + 6))
        };
        let defined =
            "\n\n[ai]: https://docs.un.org/A/RES/78/265\n\n[78/265]: https://example.org\n";
        let is_linked = |text: &str| linked(&format!("{text}{defined}"));
        assert!(is_linked("See [resolution 78/265 of 2024][AI] on it."));
        assert!(is_linked("See [78/265](a) on it."));
        assert!(is_linked("See [78/265][] on it, and [78/265]."));
        assert!(is_linked("See [78/265] on it."));
        assert!(!is_linked("See [one][ai] and 78/265 and [two][ai]."));
        assert!(!is_linked("See [the 78/265] on it [one][ai]."));
        assert!(!is_linked(
            "It [strengthens resolution 78/265][weakens it]."
        ));
        assert!(!linked("See [78/265][ai] on it."));
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
        let beside = Settings {
            folder: Some("drafts/2026".into()),
            ..local.clone()
        };
        let linked = target(&draft, &reference, &beside);
        assert_eq!(linked.as_deref(), Some("../../sources/CND%2051-12.pdf"));
        let (draft, wrong) = held(Existence::Impossible);
        assert_eq!(target(&draft, &wrong, &local), None);
    }
}
