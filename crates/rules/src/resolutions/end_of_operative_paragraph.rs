//! R002: the mark at the end of an operative paragraph or sub-paragraph.

use draft::{Form, begins_in};

use super::anatomy::{Anatomy, Paragraph, Role};
use super::endings::{ending, is_annotated};
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// R002 end-of-operative-paragraph.
pub(crate) const RULE: Rule = Rule {
    code: "R002",
    name: "end-of-operative-paragraph",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("end_of_operative_paragraph.md"),
    check: Check::Document(check),
};

/// The longest title of sub-paragraphs, in bytes.
const LONGEST_TITLE: usize = 80;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
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
        // Sub-paragraphs may have sub-paragraphs of their own, or a last one that "and" announces. Behind a comma the
        // sentence goes on, unless the next paragraph begins.
        let is_closed =
            next.is_some_and(|next| next.role == Role::Operative && next.number.is_some());
        let goes_on = end == ',' && !is_closed;
        let item = paragraph.role == Role::Item
            && (end == ':' || goes_on || words.ends_with(" and") || words.ends_with(" or"));
        // A title above sub-paragraphs of the next level has no mark.
        let is_title = paragraph.role == Role::Item
            && end.is_alphanumeric()
            && words.len() < LONGEST_TITLE
            && next.is_some_and(|next| opens_level(context, next));
        let is_open = ends_inside_quotation(words) || is_annotated(words) || end == ':' || is_title;
        if end == right || item || is_open {
            continue;
        }
        found.extend(ending(context, &RULE, paragraph, right, message.to_owned()));
    }
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
