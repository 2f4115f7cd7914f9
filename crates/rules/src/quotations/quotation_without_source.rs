//! Q003: a long quotation that nobody is named for.

use citation::{Language, Referent};
use draft::{Block, BlockKind};
use sources::{Likeness, PassageKind, Quoted};

use super::attribution::Attribution;
use super::passage::Passage;
use super::passages;
use crate::citations::wording;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// Q003 quotation-without-source.
pub(crate) const RULE: Rule = Rule {
    code: "Q003",
    name: "quotation-without-source",
    family: Family::Quotations,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("quotation_without_source.md"),
    check: Check::Texts(check),
};

/// A quotation of more words than this needs a source.
const LONG: usize = 20;

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    if block.marks.language != Language::English {
        return;
    }
    passages::each(context, block, |passage| {
        if passage.attribution == Attribution::Text
            || closes_running_text(context, block, passage)
            || sources::words(&passage.words).nth(LONG).is_none()
        {
            return;
        }
        let places = context.sources.verbatim(&passage.words, None).value;
        let known = places
            .iter()
            .find(|place| !matches!(place.likeness, Likeness::Altered(_)));
        found.extend(match known {
            Some(known) => Some(with_source(passage, known)),
            None if passage.may_be_box || passage.attribution == Attribution::Speaker => None,
            None => Some(RULE.finding(
                passage.outer.clone(),
                "No source is named for this quotation.".to_owned(),
            )),
        });
    });
}

/// Whether a quotation is the last paragraph of a text whose paragraphs each open with a quotation mark, as those of a
/// statement by the President of the Security Council or of an amendment do: what they are from stands before the first.
fn closes_running_text(context: &Context<'_>, block: &Block<'_>, passage: &Passage<'_>) -> bool {
    let draft = &context.resolved.draft;
    let opening = |block: &Block<'_>| {
        let text = draft.text_of(block);
        let words = text.trim_start_matches(['>', ' ', '\n', '*', '_']);
        let opens = words.starts_with(['“', '"', '«']);
        opens.then_some(text.len() - words.len())
    };
    if opening(block) != Some(passage.outer.start - block.span.start) {
        return false;
    }
    let blocks = draft.blocks();
    let own = blocks.holding(block.span.start);
    let mut before = (0..own.unwrap_or(0))
        .rev()
        .filter_map(|index| blocks.get(index));
    let before = before.find(|block| block.kind != BlockKind::Furniture);
    before.is_some_and(|before| {
        let marks = &before.marks.quotations;
        opening(&before).is_some_and(|at| marks.iter().all(|closed| closed.start != at))
    })
}

/// The source that the sources know.
fn with_source(passage: &Passage<'_>, known: &Quoted) -> Finding {
    let document = match &known.hit.heading.referent {
        Referent::Symbol(symbol) => wording::of_symbol(symbol),
        other => format!("“{other}”"),
    };
    let label = known
        .hit
        .passage
        .as_ref()
        .filter(|source| source.kind == PassageKind::Numbered)
        .and_then(|source| source.label.as_deref());
    let source = match label {
        Some(label) => format!("{document}, para. {label}"),
        None => document,
    };
    let missing = match passage.attribution {
        Attribution::Speaker => "No document is named",
        Attribution::Missing | Attribution::Text => "No source is named",
    };
    let message = format!("{missing} for this quotation: it is from {source}.");
    let mut finding = RULE.finding(passage.outer.clone(), message);
    let end = passage.outer.end;
    finding.fixes.push(Fix {
        title: format!("Add “({source})”"),
        edits: vec![Edit {
            range: end..end,
            text: format!(" ({source})"),
        }],
        safety: Safety::Suggested,
    });
    finding
}
