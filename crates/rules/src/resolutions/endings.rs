//! R001 and R002: how the paragraphs of a resolution end.

use draft::{Form, begins_in};

use super::anatomy::{Anatomy, Paragraph, Role};
use crate::words::replacement;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// R001 end-of-preambular-paragraph.
pub(crate) const PREAMBULAR: Rule = Rule {
    code: "R001",
    name: "end-of-preambular-paragraph",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("end_of_preambular.md"),
    check: Check::Document(preambular),
};

/// R002 end-of-operative-paragraph.
pub(crate) const OPERATIVE: Rule = Rule {
    code: "R002",
    name: "end-of-operative-paragraph",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("end_of_operative.md"),
    check: Check::Document(operative),
};

/// Marks with which a paragraph can end.
const MARKS: [char; 5] = [',', ';', '.', ':', '…'];

/// The longest title of sub-paragraphs, in bytes.
const LONGEST_TITLE: usize = 80;

fn preambular(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    for (index, paragraph) in anatomy.paragraphs.iter().enumerate() {
        let next = anatomy.paragraphs.get(index + 1);
        let goes_on = next.is_some_and(|next| next.role == Role::Item);
        let is_right = paragraph.words.ends_with(',') || is_annotated(&paragraph.words);
        if paragraph.role != Role::Preambular || goes_on || is_right {
            continue;
        }
        let message = "A preambular paragraph ends with a comma.".to_owned();
        found.extend(ending(context, &PREAMBULAR, paragraph, ',', message));
    }
}

fn operative(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy: &Anatomy = context.anatomy();
    let first = (anatomy.paragraphs.iter()).position(|one| one.role == Role::Operative);
    let Some(first) = first else {
        return;
    };
    let last = anatomy.paragraphs.len() - 1;
    let mut highest = 0;
    let mut is_in_list = false;
    for (index, paragraph) in anatomy.paragraphs.iter().enumerate().skip(first) {
        if paragraph.role == Role::Preambular {
            continue;
        }
        // A number that begins anew counts the items of a list, such as an agenda, that the paragraph before
        // gives; the paragraphs go on where a verb has the next of their numbers.
        if let Some(number) = paragraph.number {
            let goes_on = || number == highest + 1 && opens_operative(context, paragraph);
            is_in_list = number <= highest || is_in_list && !goes_on();
            if !is_in_list {
                highest = number;
            }
        }
        if is_in_list {
            continue;
        }
        let words = paragraph.words.as_str();
        let end = words.chars().next_back().unwrap_or(' ');
        let next = anatomy.paragraphs.get(index + 1);
        let before_item = next.is_some_and(|next| next.role == Role::Item);
        let (right, message) = if index == last && !paragraph.is_last {
            continue;
        } else if index == last {
            (
                '.',
                "The last paragraph of a resolution ends with a full stop.",
            )
        } else if paragraph.is_last {
            // The last one before a heading ends with a stop, or goes on as the others do.
            continue;
        } else if paragraph.role == Role::Operative && before_item {
            (
                ':',
                "A paragraph with sub-paragraphs ends with a colon before them.",
            )
        } else {
            (';', "An operative paragraph ends with a semicolon.")
        };
        // Sub-paragraphs may have sub-paragraphs of their own, or a last one that "and" announces.
        let item = paragraph.role == Role::Item
            && (end == ':' || end == ',' || words.ends_with(" and") || words.ends_with(" or"));
        // A title above sub-paragraphs of the next level has no mark.
        let is_title = paragraph.role == Role::Item
            && end.is_alphanumeric()
            && words.len() < LONGEST_TITLE
            && next.is_some_and(|next| opens_level(context, next));
        let is_open = ends_inside_quotation(words) || is_annotated(words) || end == ':' || is_title;
        if end == right || item || is_open {
            continue;
        }
        found.extend(ending(
            context,
            &OPERATIVE,
            paragraph,
            right,
            message.to_owned(),
        ));
    }
}

/// Whether a text under negotiation ends with what a delegation proposes, or says of it: "[and girls]", "[EU: delete]",
/// "[…] (Mexico)", "at sea; (agreed)".
fn is_annotated(words: &str) -> bool {
    let Some(open) = words.ends_with(')').then(|| words.rfind('(')).flatten() else {
        return words.ends_with(']');
    };
    words.contains(['[', ']']) || words[..open].trim_end().ends_with([',', ';', '.'])
}

/// Whether the last sentence is another's, with its own stop in front of the closing mark.
fn ends_inside_quotation(words: &str) -> bool {
    let quoted = words.trim_end_matches(['”', '"', '’']);
    quoted.len() < words.len() && quoted.ends_with(['.', '?', '!', '…'])
}

/// Whether an item begins with the first label of a level.
fn opens_level(context: &Context<'_>, item: &Paragraph) -> bool {
    let text = context.resolved.draft.slice(item.span.clone());
    let label = text.trim_start_matches(['-', ' ', '*']);
    item.role == Role::Item && ["(i)", "(a)"].iter().any(|first| label.starts_with(first))
}

/// Whether a paragraph begins with a verb as operative paragraphs do.
fn opens_operative(context: &Context<'_>, paragraph: &Paragraph) -> bool {
    let verb = context.resolved.draft.slice(paragraph.verb.clone());
    paragraph.is_italic || begins_in(Form::Operative, &verb)
}

/// A finding at the last mark of a paragraph, or behind its last word; footnote marks stay where they are.
fn ending(
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
