//! Links by label: "[words][label]", "[label][]" or "[label]" alone, with "[label]: address" anywhere in the draft.
//!
//! Brackets whose label is defined nowhere are no link: texts under negotiation put alternatives side by side in them.

use std::collections::HashSet;
use std::ops::Range;

use draft::{Block, Draft, Link};

use super::in_draft;

/// The words and labels of all that may be such a link in `text`, byte ranges in it. Where no label stands behind the
/// words, they are the label.
pub(super) fn labelled(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let words = brackets(text, from)?;
            from = words.end + 1;
            let behind = &text[from..];
            // A link with its address, and the line that defines a label.
            if behind.starts_with('(') || behind.starts_with(':') || text[words.clone()].is_empty()
            {
                continue;
            }
            let label = behind
                .starts_with('[')
                .then(|| brackets(text, from))
                .flatten()
                .filter(|label| label.start == from + 1);
            if let Some(label) = &label {
                from = label.end + 1;
            }
            let label = label.filter(|label| !label.is_empty());
            return Some((words.clone(), &text[label.unwrap_or(words)]));
        }
    })
}

/// What stands in the first innermost brackets of `text` from byte `from` on.
fn brackets(text: &str, from: usize) -> Option<Range<usize>> {
    let open = from + text[from..].find('[')?;
    let close = open + text[open..].find(']')?;
    let innermost = text[..close].rfind('[').unwrap_or(open);
    Some(innermost + 1..close)
}

/// The lines of a block that say where a label leads: "[label]: address".
pub(super) fn definitions<'b>(
    draft: &'b Draft,
    block: &'b Block<'_>,
) -> impl Iterator<Item = &'b Link> {
    let links = block.marks.links.iter();
    links.filter(move |link| is_definition(draft, block, link))
}

/// Whether a link is such a line.
pub(super) fn is_definition(draft: &Draft, block: &Block<'_>, link: &Link) -> bool {
    let end = block.span.start + link.span.end;
    link.span != link.target_span && draft.slice(end..end + 2) == "]:"
}

/// A label without what does not part it from another: capitals, and how its words are set apart.
pub(super) fn bare(label: &str) -> String {
    let words: Vec<String> = label.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The labels of which the draft says where they lead, bare.
pub(super) fn defined(draft: &Draft) -> HashSet<String> {
    let blocks = draft.blocks().with_links();
    let labels = blocks.flat_map(|block| {
        let own = definitions(draft, &block);
        own.map(|link| bare(&draft.slice(in_draft(&block, &link.span))))
            .collect::<Vec<_>>()
    });
    labels.collect()
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn labels_are_found_behind_the_words_or_in_them() {
        let found = |text: &'static str| -> Vec<(&str, &str)> {
            labelled(text)
                .map(|(words, label)| (&text[words], label))
                .collect()
        };
        assert_eq!(
            found("see [one][a] and [two][], or [three]"),
            [("one", "a"), ("two", "two"), ("three", "three")]
        );
        assert_eq!(
            found("[one](a) and [two] [b]"),
            [("two", "two"), ("b", "b")]
        );
        assert_eq!(found("][ and [of [one][a], é] []"), [("one", "a")]);
        assert_eq!(found("[a]: https://example.org\n[]["), []);
    }
}
