//! Actions that accept findings where they stand: a comment at the end of their paragraph, or above their heading or table, as
//! a drafter would write it.

use draft::{Block, BlockKind, Dialect, Draft};
use rules::{Edit, Family, Finding};

use crate::actions::{Action, Purpose};

/// One action for each rule that has one of `findings`, which stand in `draft` in text order.
///
/// A finding about such a comment is none that can be accepted, and front matter has no place for one.
pub(crate) fn actions<'f>(
    draft: &Draft,
    findings: impl Iterator<Item = &'f Finding>,
) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let is_acceptable = |finding: &&Finding| {
        rules::rule(finding.code).is_some_and(|rule| rule.family != Family::Ignores)
    };
    for finding in findings.filter(is_acceptable) {
        let is_offered = |action: &Action| {
            let offered = action.finding.as_ref();
            offered.is_some_and(|(code, _)| *code == finding.code)
        };
        let blocks = draft.blocks();
        let index = blocks.holding(finding.range.start);
        let block = index.into_iter().flat_map(|index| [index, index + 1]);
        let block = block
            .filter_map(|index| blocks.get(index))
            .find(|block| block.span.contains(&finding.range.start))
            .filter(|block| block.kind.is_prose());
        let block = block.filter(|_| !actions.iter().any(is_offered));
        let comment =
            |block: Block<'_>| Some((noun(&block), comment(draft, &block, finding.code)?));
        if let Some((noun, comment)) = block.and_then(comment) {
            actions.push(Action {
                title: format!("Accept “{}” in this {noun}", finding.rule),
                edits: vec![comment],
                finding: Some((finding.code, finding.range.clone())),
                preferred: false,
                purpose: Purpose::Mend,
            });
        }
    }
    actions
}

fn noun(block: &Block<'_>) -> &'static str {
    match block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Table => "table",
        BlockKind::FootnoteDefinition => "note",
        _ => "paragraph",
    }
}

/// The comment behind the last word of `block`; above a heading, of which it would become a part, and above a table, whose
/// rows have no place for one. None above what stands behind the mark of a list or a quotation.
fn comment(draft: &Draft, block: &Block<'_>, code: &str) -> Option<Edit> {
    let comment = match draft.dialect() {
        Dialect::Markdown => format!("<!-- penholder: ignore {code} -->"),
        Dialect::Plain => format!("[penholder: ignore {code}]"),
    };
    let start = block.span.start;
    let stands_above = matches!(block.kind, BlockKind::Table | BlockKind::Heading(_));
    if stands_above && draft.dialect() == Dialect::Markdown {
        let rope = draft.rope();
        let line = rope.byte_to_line(start);
        let indent = draft.slice(rope.line_to_byte(line)..start);
        let ends_as_windows = rope.line(line).to_string().ends_with("\r\n");
        let ending = if ends_as_windows { "\r\n" } else { "\n" };
        return indent.trim().is_empty().then(|| Edit {
            range: start..start,
            text: format!("{comment}{ending}{ending}{indent}"),
        });
    }
    let end = start + draft.slice(block.span.clone()).trim_end().len();
    Some(Edit {
        range: end..end,
        text: format!(" {comment}"),
    })
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use rules::Settings;
    use sources::{Catalogue, Sources};

    use super::*;

    fn findings(text: &str, dialect: Dialect) -> (Draft, Vec<Finding>) {
        let draft = Draft::new(text, dialect, Catalogue.lexicon());
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        (
            draft,
            rules::findings(&resolved, &Catalogue, &Settings::default()),
        )
    }

    /// The text when everything that is found in it has been accepted, one rule after the other.
    fn accepted(text: &str, dialect: Dialect) -> String {
        let mut text = text.to_owned();
        for _ in 0..5 {
            let (draft, found) = findings(&text, dialect);
            let Some(action) = actions(&draft, found.iter()).into_iter().next() else {
                break;
            };
            for edit in action.edits.iter().rev() {
                text.replace_range(edit.range.clone(), &edit.text);
            }
        }
        text
    }

    #[test]
    fn what_is_accepted_is_found_no_more() {
        const SLIP: &str = "General Assembly resolution 67/172 of 19 December 2012";
        for text in [
            format!("{SLIP} says so.\n\nMore is said.\n"),
            format!("{SLIP} says so,\nand {SLIP} too\n"),
            format!("# On {SLIP}\n\nMore is said.\n"),
            format!("On {SLIP}\n======\n\nMore is said.\n"),
            format!("- One:\n\n  | Text | Said |\n  | --- | --- |\n  | {SLIP} | so |\n"),
            format!("- {SLIP} says so;\n- More is said.\n"),
            format!("> {SLIP} says so.\n\nMore is said.\n"),
            format!("| Text | Said |\n| --- | --- |\n| {SLIP} | so |\n"),
            format!("It is said.[^1]\n\n[^1]: {SLIP}.\n"),
            format!("{SLIP} is of the color that it was.\n"),
        ] {
            assert!(!findings(&text, Dialect::Markdown).1.is_empty(), "{text}");
            let done = accepted(&text, Dialect::Markdown);
            let left = findings(&done, Dialect::Markdown).1;
            assert!(left.is_empty(), "{done}: {left:?}");
        }
        let text = format!("1.  {SLIP} says\nso.\n\n2.  More is said.\n");
        let done = accepted(&text, Dialect::Plain);
        assert!(
            done.contains("so. [penholder: ignore C004]\n\n2."),
            "{done}"
        );
        assert!(findings(&done, Dialect::Plain).1.is_empty(), "{done}");
    }

    #[test]
    fn a_comment_without_effect_is_not_accepted_by_another() {
        let (draft, found) = findings(
            "It is said. <!-- penholder: ignore C004 -->\n",
            Dialect::Markdown,
        );
        assert_eq!(found.len(), 1);
        assert_eq!(actions(&draft, found.iter()), []);
    }

    #[test]
    fn a_heading_stays_as_it_is() {
        const SLIP: &str = "resolution 67/172 of 19 December 2012";
        for heading in [
            format!("# On General Assembly {SLIP} #\r\n\r\nIt is said.\r\n"),
            format!("On General Assembly {SLIP}\n======\n\nMore is said.\n"),
        ] {
            let done = accepted(&heading, Dialect::Markdown);
            let above = done.strip_suffix(&*heading).unwrap_or_default();
            assert_eq!(
                above.trim_end(),
                "<!-- penholder: ignore C004 -->",
                "{done}"
            );
            assert_eq!(above.contains('\r'), heading.contains('\r'), "{done}");
        }
        let listed = format!("- # On General Assembly {SLIP}\n");
        assert!(accepted(&listed, Dialect::Markdown).starts_with("- # On"));
    }
}
