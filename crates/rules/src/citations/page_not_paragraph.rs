//! C013: a page of a document whose paragraphs are numbered.

use citation::{Referent, Unit};
use resolve::Reference;
use sources::{Paragraph, Paragraphs};

use super::{is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// C013 page-not-paragraph.
pub(crate) const RULE: Rule = Rule {
    code: "C013",
    name: "page-not-paragraph",
    family: Family::Citations,
    severity: Severity::Hint,
    preset: Preset::On,
    page: include_str!("page_not_paragraph.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    let Some(pinpoint) = &reference.pinpoint else {
        return;
    };
    let page = pinpoint
        .steps
        .last()
        .filter(|step| step.unit == Unit::Page)
        .and_then(|step| step.labels.first());
    let Some((page, _)) = page else {
        return;
    };
    let paragraphs = numbered(reference);
    if paragraphs.is_empty() && !is_adopted(reference) {
        return;
    }
    let name = sentence_case(&wording::name(reference, context));
    let place = page.parse().ok().and_then(|page| on_page(paragraphs, page));
    let message = match place {
        Some(place) => format!("{name} has numbered paragraphs: page {page} has {place}."),
        None => format!("{name} has numbered paragraphs; cite the paragraph, not the page."),
    };
    found.push(RULE.finding(pinpoint.span.clone(), message));
}

/// The numbered paragraphs of the document; none where its text is not at hand or has no numbers.
fn numbered(reference: &Reference) -> &[Paragraph] {
    match reference.source.as_deref().map(|source| &source.paragraphs) {
        Some(Paragraphs::Numbered(paragraphs)) => paragraphs,
        _ => &[],
    }
}

/// Resolutions and decisions have numbered paragraphs, whether held or not.
fn is_adopted(reference: &Reference) -> bool {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol);
    symbol.is_some_and(|symbol| symbol.adopted().is_some())
}

/// "paragraphs 12 to 15": what begins on a page of the file.
fn on_page(paragraphs: &[Paragraph], page: u32) -> Option<String> {
    let mut here = paragraphs
        .iter()
        .filter(|paragraph| paragraph.page == Some(page))
        .map(|paragraph| &*paragraph.label);
    let first = here.next()?;
    Some(match here.next_back() {
        Some(last) => format!("paragraphs {first} to {last}"),
        None => format!("paragraph {first}"),
    })
}
