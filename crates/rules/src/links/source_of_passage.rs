//! L005: words of the draft that are those of a document it does not cite.

use std::collections::BTreeSet;
use std::ops::Range;

use citation::{Date, Referent};
use draft::{Block, BlockKind};
use sources::Reason;

use super::in_draft;
use crate::citations::wording;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// L005 source-of-passage.
pub(crate) const RULE: Rule = Rule {
    code: "L005",
    name: "source-of-passage",
    family: Family::Links,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("source_of_passage.md"),
    check: Check::Document(check),
};

/// Fewer words in a row are turns of phrase that many texts share.
const FEWEST_WORDS: usize = 10;
/// What the sources are sure of. The page says why the rule is off all the same.
const SURE: f32 = 0.9;
/// Sources that are asked for: the surest may be cited already.
const SUGGESTIONS: usize = 4;

/// Asked of the whole draft, because a citation anywhere in it settles where the words are from.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if !context.sources.has_texts() {
        return;
    }
    let cited: BTreeSet<&Referent> = context
        .resolved
        .references
        .iter()
        .filter_map(|reference| reference.referent.as_ref())
        .collect();
    for block in context.resolved.draft.blocks() {
        if context.is_stopped() {
            return;
        }
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if is_text && block.marks.words >= FEWEST_WORDS {
            found.extend(borrowed(context, &block, &cited));
        }
    }
}

/// Whether a text of the day `date` is older than a session. Nobody copies from what comes later, and texts of one
/// session that share their words have them from a third.
pub fn is_of_earlier_session(date: Date, as_of: Date) -> bool {
    let anniversary = (date.year() + 1, date.month(), date.day());
    anniversary <= (as_of.year(), as_of.month(), as_of.day())
}

/// How many words of `span`, in the block with this `text`, are no part of a reference: titles and numbers are the
/// same in every text that has them.
fn own_words(context: &Context<'_>, block: &Block<'_>, text: &str, span: &Range<usize>) -> usize {
    let start = block.span.start;
    let named: Vec<Range<usize>> = context
        .references()
        .iter()
        .filter(|one| block.span.contains(&one.phrase.start))
        .map(|one| one.phrase.start - start..one.phrase.end - start)
        .collect();
    sources::words(&text[span.clone()])
        .map(|word| word.start + span.start)
        .filter(|at| !named.iter().any(|name| name.contains(at)))
        .count()
}

/// What a block has word for word from a document that the draft does not cite.
fn borrowed(
    context: &Context<'_>,
    block: &Block<'_>,
    cited: &BTreeSet<&Referent>,
) -> Option<Finding> {
    let text = context.resolved.draft.text_of(block);
    let suggestions = context.sources.sources_for(&text, SUGGESTIONS).value;
    // Answering in the words of a mandate that is cited is the craft, and no finding.
    let is_cited = suggestions
        .iter()
        .any(|one| cited.contains(&one.hit.heading.referent));
    if is_cited {
        return None;
    }
    let as_of = context.resolved.as_of;
    let is_older = |date: Option<Date>| date.is_none_or(|date| is_of_earlier_session(date, as_of));
    // What the passage names, or is only like, says nothing about whose words it has.
    let (best, span) = suggestions.iter().find_map(|one| match &one.reason {
        Reason::Wording { span, .. } => Some((one, span)),
        _ => None,
    })?;
    let words = own_words(context, block, &text, span);
    if !is_older(best.hit.date) || words < FEWEST_WORDS {
        return None;
    }
    let is_quoted = block
        .marks
        .quotations
        .iter()
        .any(|quotation| quotation.start < span.end && span.start < quotation.end);
    if best.confidence < SURE || is_quoted {
        return None;
    }
    let document = match &best.hit.heading.referent {
        Referent::Symbol(symbol) => wording::of_symbol(symbol),
        other => other.to_string(),
    };
    let label = best
        .hit
        .passage
        .as_ref()
        .and_then(|passage| passage.label.as_deref());
    let source = match label {
        Some(label) => format!("{document}, para. {label}"),
        None => document,
    };
    let message = format!("{words} words in a row are those of {source}.");
    let range = in_draft(block, span);
    let mut finding = RULE.finding(range.clone(), message);
    finding.fixes.push(Fix {
        title: format!("Add “({source})”"),
        edits: vec![Edit {
            range: range.end..range.end,
            text: format!(" ({source})"),
        }],
        safety: Safety::Suggested,
    });
    Some(finding)
}
