//! Q002: right words that stand in another document or paragraph than the one named.

use citation::{Pinpoint, Referent, Unit};
use draft::Block;
use resolve::Reference;
use sources::{Hit, Likeness, PassageKind, Quoted};

use super::altered_quotation::{of_passage, place};
use super::passage::{Passage, is_same};
use super::passages;
use super::pinned::{is_at, pinned};
use crate::citations::{change_label, change_to, wording};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// Q002 misattributed-quotation.
pub(crate) const RULE: Rule = Rule {
    code: "Q002",
    name: "misattributed-quotation",
    family: Family::Quotations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("misattributed_quotation.md"),
    check: Check::Texts(check),
};

/// Fewer words than this may stand in many documents.
const FEWEST_WORDS: usize = 8;

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    passages::each(context, block, |passage| {
        // Where a sentence names several documents, the words may be those of any of them.
        let Some((reference, rest)) = passage.attributions.split_first() else {
            return;
        };
        let is_one = rest
            .iter()
            .all(|other| other.referent == reference.referent);
        let Some(referent) = reference.referent.as_ref().filter(|_| is_one) else {
            return;
        };
        let words = &passage.words;
        let places = context.sources.verbatim(words, Some(referent)).value;
        if places.is_empty() {
            found.extend(other_document(context, passage, reference));
        } else if let Some(pinned) = pinned(context, passage) {
            found.extend(other_paragraph(context, pinned, &places));
        }
    });
}

/// Words that the document named does not have, and another one has.
fn other_document(
    context: &Context<'_>,
    passage: &Passage<'_>,
    reference: &Reference,
) -> Option<Finding> {
    sources::words(&passage.words).nth(FEWEST_WORDS - 1)?;
    let referent = reference.referent.as_ref()?;
    let named = context.sources.document(referent).value?;
    // Of a record without a text it cannot be said what the document does not have.
    if named.passages.is_empty() {
        return None;
    }
    let elsewhere = context.sources.verbatim(&passage.words, None).value;
    let is_right = |quoted: &&Quoted| {
        !matches!(quoted.likeness, Likeness::Altered(_))
            && !is_same(&quoted.hit.heading.referent, reference)
    };
    let right = elsewhere.iter().find(is_right)?;
    let document = document(&right.hit);
    let whole = of_passage(context, &right.hit).map_or_else(
        || document.clone(),
        |passage| format!("{passage} of {document}"),
    );
    let message = format!(
        "These words are not in {}; they are in {whole}.",
        wording::name(reference, context)
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    if let (citation::Kind::Number, Referent::Symbol(symbol)) =
        (reference.kind, &right.hit.heading.referent)
        && let Some(adopted) = symbol.adopted()
    {
        let same_organ = referent
            .symbol()
            .and_then(|named| named.adopted())
            .is_some_and(|named| named.body == adopted.body && reference.date.is_none());
        if same_organ && reference.pinpoint.is_none() {
            let number = adopted.in_prose();
            let fix = change_to(reference.token.clone(), &number, Safety::Suggested);
            finding.fixes.push(fix);
        }
    }
    Some(finding)
}

/// How a document is called inside a sentence.
fn document(hit: &Hit) -> String {
    match &hit.heading.referent {
        Referent::Symbol(symbol) => wording::of_symbol(symbol),
        other => format!("“{other}”"),
    }
}

/// Words of the document named that stand in another paragraph than the one named.
fn other_paragraph(
    context: &Context<'_>,
    reference: &Reference,
    places: &[Quoted],
) -> Option<Finding> {
    let pinpoint = reference.pinpoint.as_ref()?;
    let label = pinpoint.single_paragraph()?;
    let is_certain = |quoted: &Quoted| {
        let kind = quoted.hit.passage.as_ref().map(|passage| passage.kind);
        !matches!(quoted.likeness, Likeness::Altered(_))
            && matches!(kind, Some(PassageKind::Numbered | PassageKind::Preambular))
    };
    let first = places.first()?;
    if !places.iter().all(is_certain) || places.iter().any(|place| is_at(place, label)) {
        return None;
    }
    let message = format!(
        "These words are in {}, not in paragraph {label}.",
        place(context, reference, &first.hit)
    );
    let mut finding = RULE.finding(pinpoint.span.clone(), message);
    finding.fixes.extend(fix(context, pinpoint, label, first));
    Some(finding)
}

fn fix(
    context: &Context<'_>,
    pinpoint: &Pinpoint,
    label: &str,
    right: &Quoted,
) -> Option<crate::Fix> {
    let meant = right.hit.passage.as_ref()?.label.as_deref()?;
    let is_paragraph = pinpoint.steps.first()?.unit == Unit::Paragraph;
    let words = context.resolved.draft.slice(pinpoint.span.clone());
    (is_paragraph && !meant.starts_with("annex"))
        .then(|| change_label(&words, &pinpoint.span, label, meant))
        .flatten()
}
