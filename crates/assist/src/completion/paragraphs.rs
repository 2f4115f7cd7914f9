//! Paragraphs of the document beside the cursor: "paragraph | of resolution 67/172", "67/172, para. |".

use resolve::{Reference, Resolved};
use sources::{Paragraph, Paragraphs, Source};

use super::typed::Typed;
use super::{Completion, CompletionKind, MOST};
use crate::emphasis::readable;
use crate::{prose, under};

/// Bytes between the cursor and the reference.
const NEAR: usize = 80;
/// Characters of a paragraph's first words.
const FIRST_WORDS: usize = 80;

/// The paragraphs of the reference beside a paragraph word, by what is typed of their labels.
pub(super) fn beside(typed: &Typed, resolved: &Resolved) -> Vec<Completion> {
    let prefix = typed.ending(|c| c.is_ascii_alphanumeric() || "(),. ".contains(c));
    let Some((before, prefix)) = labels_behind_unit(prefix) else {
        return Vec::new();
    };
    let reference = following(typed, resolved).or_else(|| preceding(typed, resolved));
    let source = reference
        .as_ref()
        .and_then(|reference| reference.source.as_deref());
    let Some(Paragraphs::Numbered(paragraphs)) = source.map(|source| &source.paragraphs) else {
        return Vec::new();
    };
    // A list goes on behind what it has already.
    let before = before.filter(|_| prefix.is_empty());
    let listed = before.and_then(|label| paragraphs.iter().rposition(|one| *one.label == *label));
    paragraphs
        .iter()
        .skip(listed.map_or(0, |at| at + 1))
        .filter(|paragraph| prose::begins(&paragraph.label, prefix) && *paragraph.label != *prefix)
        .take(MOST)
        .map(|paragraph| offer(paragraph, source, typed, prefix))
        .collect()
}

/// The words behind which the label of a paragraph is typed, the short ones as notes have them.
const UNITS: [&str; 8] = [
    "paragraph ",
    "paragraphs ",
    "para. ",
    "paras. ",
    "article ",
    "articles ",
    "art. ",
    "arts. ",
];

/// What is typed of a label behind a word for paragraphs: nothing, `1`, `3 (`; before it, the label that stands before it in
/// a list.
fn labels_behind_unit(words: &str) -> Option<(Option<&str>, &str)> {
    let lower = words.to_ascii_lowercase();
    let unit_end = UNITS
        .iter()
        .filter_map(|unit| Some(lower.rfind(unit)? + unit.len()))
        .max()?;
    let is_label = |label: &str| {
        let begins = label.starts_with(|c: char| c.is_ascii_digit());
        (begins || label.is_empty()) && label.len() < 12 && !label.contains('.')
    };
    let labels = words[unit_end..].split(", ");
    let labels: Vec<&str> = labels.flat_map(|part| part.split(" and ")).collect();
    let (last, before) = labels.split_last()?;
    let before = before.last().map(|label| label.trim());
    labels
        .iter()
        .all(|label| is_label(label))
        .then_some((before, *last))
}

/// The reference to which " of " leads from the cursor.
fn following(typed: &Typed, resolved: &Resolved) -> Option<Reference> {
    let draft = &resolved.draft;
    let reference = resolved
        .references_near(typed.offset..typed.offset + NEAR)
        .into_iter()
        .find(|reference| reference.token.start >= typed.offset)?;
    if reference.token.start - typed.offset > NEAR {
        return None;
    }
    let between = under::words(draft, &(typed.offset..reference.token.start));
    let leads = between.trim_start().starts_with("of ");
    (leads && !between.contains(['.', ';'])).then_some(reference)
}

/// The reference that ends before the cursor in the same sentence.
fn preceding(typed: &Typed, resolved: &Resolved) -> Option<Reference> {
    let draft = &resolved.draft;
    let near = typed.offset.saturating_sub(NEAR)..typed.offset;
    let mut earlier = resolved.references_near(near).into_iter().rev();
    let reference = earlier.find(|reference| reference.token.end <= typed.offset)?;
    if typed.offset - reference.token.end > NEAR {
        return None;
    }
    let between = under::words(draft, &(reference.token.end..typed.offset));
    let leads = between.trim_start().starts_with(',');
    // The stop of "para." ends no sentence.
    let abbreviated = UNITS.iter().filter(|unit| unit.contains('.'));
    let between = abbreviated.fold(between, |words, unit| words.replace(unit, ""));
    (leads && !between.contains(['.', ';', '\n'])).then_some(reference)
}

fn offer(
    paragraph: &Paragraph,
    source: Option<&Source>,
    typed: &Typed,
    prefix: &str,
) -> Completion {
    let words = readable(paragraph, source);
    Completion {
        label: paragraph.label.to_string(),
        detail: prose::shortened(&words, FIRST_WORDS),
        replace: typed.last(prefix.len()),
        text: paragraph.label.to_string(),
        kind: CompletionKind::Paragraph,
        documentation: Some(words.into_owned()),
    }
}
