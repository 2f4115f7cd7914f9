//! Outline: the headings of a draft, nested by their levels.

use std::ops::Range;

use draft::Draft;

/// A heading with everything up to the next heading of its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// The words of the heading.
    pub title: String,
    /// Its level, 1 being the highest.
    pub level: u8,
    /// The section: from the heading to the next heading of the same or a higher level.
    pub range: Range<usize>,
    /// The heading alone.
    pub selection: Range<usize>,
    /// The headings inside the section.
    pub children: Vec<OutlineItem>,
}

/// The outline of a draft. A level that is skipped nests one deep, as the text stands.
pub fn outline(draft: &Draft) -> Vec<OutlineItem> {
    let headings = headings(draft);
    nested(&headings, draft.rope().len_bytes())
}

struct Flat {
    title: String,
    level: u8,
    span: Range<usize>,
}

fn headings(draft: &Draft) -> Vec<Flat> {
    let headings = draft.outline();
    headings
        .iter()
        .map(|heading| Flat {
            title: heading.title.clone(),
            level: heading.level,
            span: heading.span.clone(),
        })
        .collect()
}

/// Nests `headings`, the last of which ends at `end`. Builds from the last heading to the first, so that
/// depth costs no recursion.
fn nested(headings: &[Flat], end: usize) -> Vec<OutlineItem> {
    // Sections found so far, the next one in the text last.
    let mut pending: Vec<OutlineItem> = Vec::new();
    for heading in headings.iter().rev() {
        let inside = pending
            .iter()
            .rev()
            .take_while(|item| item.level > heading.level)
            .count();
        let mut children = pending.split_off(pending.len() - inside);
        children.reverse();
        let until = pending.last().map_or(end, |next| next.range.start);
        pending.push(OutlineItem {
            title: heading.title.clone(),
            level: heading.level,
            range: heading.span.start..until.max(heading.span.end),
            selection: heading.span.clone(),
            children,
        });
    }
    pending.reverse();
    pending
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(items: &[OutlineItem], depth: usize) -> String {
        let line = |item: &OutlineItem| {
            format!(
                "{}{} {:?}\n{}",
                "  ".repeat(depth),
                item.title,
                item.range,
                drawn(&item.children, depth + 1)
            )
        };
        items.iter().map(line).collect()
    }

    #[test]
    fn levels_nest_and_sections_end_where_the_next_begins() {
        let flat: Vec<_> = [
            ("I", 1),
            ("A", 2),
            ("1", 4),
            ("B", 2),
            ("II", 1),
            ("III", 1),
        ]
        .iter()
        .enumerate()
        .map(|(index, (title, level))| Flat {
            title: (*title).to_owned(),
            level: *level,
            span: index * 10..index * 10 + 5,
        })
        .collect();
        let expected = "\
I 0..40
  A 10..30
    1 20..30
  B 30..40
II 40..50
III 50..99
";
        assert_eq!(drawn(&nested(&flat, 99), 0), expected);
    }

    #[test]
    fn headings_of_a_draft_are_its_outline() {
        let drawn = crate::fixture::Drawn::markdown(
            "# Mandate\n\nText.\n\n## State *assistance*\n\nText.\n",
        );
        let items = outline(&drawn.resolved.draft);
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].title, "Mandate");
        assert_eq!(items[0].children.len(), 1);
        assert_eq!(items[0].range.end, drawn.resolved.draft.rope().len_bytes());
    }
}
