//! How the paragraphs of a resolution end.

use super::anatomy::Paragraph;
use crate::words::replacement;
use crate::{Context, Edit, Finding, Fix, Rule, Safety};

/// Marks with which a paragraph can end.
const MARKS: [char; 5] = [',', ';', '.', ':', '…'];

/// Whether a text under negotiation ends with what a delegation proposes, or says of it: "[and girls]", "[EU: delete]",
/// "[…] (Mexico)", "at sea; (agreed)".
pub(super) fn is_annotated(words: &str) -> bool {
    let Some(open) = words.ends_with(')').then(|| words.rfind('(')).flatten() else {
        return words.ends_with(']');
    };
    words.contains(['[', ']']) || words[..open].trim_end().ends_with([',', ';', '.'])
}

/// A finding at the last mark of a paragraph, or behind its last word; footnote marks stay where they are.
pub(super) fn ending(
    context: &Context<'_>,
    rule: &Rule,
    paragraph: &Paragraph,
    right: char,
    message: String,
) -> Option<Finding> {
    let text = context.resolved.draft.slice(paragraph.span.clone());
    let mut bare = text.trim_end();
    while bare.ends_with(']')
        && let Some(open) = bare.rfind("[^")
    {
        bare = bare[..open].trim_end();
    }
    let last = bare.chars().next_back()?;
    let end = paragraph.span.start + bare.len();
    let range = end - last.len_utf8()..end;
    let mut finding = rule.finding(range.clone(), message);
    finding.fixes.push(if MARKS.contains(&last) {
        replacement(range, right.to_string(), Safety::Safe)
    } else {
        Fix {
            title: format!("Put “{right}” at the end"),
            edits: vec![Edit {
                range: end..end,
                text: right.to_string(),
            }],
            safety: Safety::Safe,
        }
    });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_delegations_say_at_the_end_leaves_the_mark_open() {
        for words in [
            "Noting the [grave] situation (Mexico)",
            "Noting it [EU: delete]",
            "Noting the situation, (Mexico, Peru)",
            "Urges States to act; (agreed)",
        ] {
            assert!(is_annotated(words), "{words}");
        }
        for words in ["Noting the situation (see annex)", "[Noting] it,"] {
            assert!(!is_annotated(words), "{words}");
        }
    }
}
