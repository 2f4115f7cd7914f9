//! Selection range: from the word to the reference, the words around it, the block, the sections and the
//! whole draft.

use std::ops::Range;

use draft::Draft;
use resolve::Resolved;

use crate::outline::outline;
use crate::under;

/// What can be selected around `offset`, the smallest first; each is strictly inside the next.
pub fn selections(resolved: &Resolved, offset: usize) -> Vec<Range<usize>> {
    let draft = &resolved.draft;
    let offset = under::floor(draft, offset);
    let mut found: Vec<Range<usize>> = word(draft, offset).into_iter().collect();
    for reference in &resolved.references {
        found.push(reference.token.clone());
        found.push(reference.phrase.clone());
        found.extend(reference.pinpoint.as_ref().map(|it| it.span.clone()));
        found.extend(reference.title.as_ref().map(|it| it.span.clone()));
    }
    if let Some(block) = under::block(draft, offset) {
        let links = block.marks.links.iter();
        let links = links.flat_map(|link| [&link.span, &link.target_span]);
        let within = links.chain(&block.marks.quotations);
        found.extend(within.map(|range| under::shifted(&block, range)));
        found.push(block.span.clone());
    }
    let mut sections = outline(draft);
    while let Some(section) = sections.pop() {
        if under::touches(&section.range, offset) {
            found.push(section.range);
            sections.extend(section.children);
        }
    }
    found.push(0..draft.rope().len_bytes());
    found.retain(|range| under::touches(range, offset));
    nested(found)
}

/// The ranges that lie inside each other, the smallest first; one that cuts across another is left out.
fn nested(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.len(), range.start));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        let fits = kept.last().is_none_or(|inner| {
            range.start <= inner.start && inner.end <= range.end && range != *inner
        });
        if fits {
            kept.push(range);
        }
    }
    kept
}

/// The word at `offset`: letters, digits and what joins them inside.
fn word(draft: &Draft, offset: usize) -> Option<Range<usize>> {
    let is_word = |letter: char| letter.is_alphanumeric() || "-'’".contains(letter);
    let rope = draft.rope();
    let at = rope.byte_to_char(offset);
    let before = rope.chars_at(at).reversed().take_while(|it| is_word(*it));
    let after = rope.chars_at(at).take_while(|it| is_word(*it));
    let start = at - before.count();
    let end = at + after.count();
    (start < end).then(|| rope.char_to_byte(start)..rope.char_to_byte(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[test]
    fn selections_grow_from_the_word_to_the_draft() {
        let drawn = Drawn::markdown(
            r"
# One

Recalling paragraph 15 of resolution 67/1$072, which was long.
                                     ^^^^^^^^ held A/RES/67/172
          ^^^^^^^^^^^^ paragraph 15
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ phrase

# Two
",
        );
        let words: Vec<String> = selections(&drawn.resolved, drawn.cursor)
            .iter()
            .map(|range| drawn.words(range))
            .collect();
        assert_eq!(
            words[..3],
            ["172", "67/172", "paragraph 15 of resolution 67/172"]
        );
        assert!(words[3].starts_with("Recalling") && words[3].ends_with("long."));
        assert!(words[4].starts_with("# One") && !words[4].contains("Two"));
        assert!(words[5].ends_with("# Two\n"));
        assert_eq!(words.len(), 6);
    }

    #[test]
    fn an_empty_draft_has_one_selection() {
        let drawn = Drawn::markdown("");
        assert_eq!(selections(&drawn.resolved, 9).len(), 1);
    }
}
