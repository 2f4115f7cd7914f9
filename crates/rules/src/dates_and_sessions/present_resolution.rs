//! D005: words that a resolution says of itself, in a text that is none.

use std::ops::Range;

use draft::{Block, Draft};

use crate::document::is_resolution;
use crate::prose::Prose;
use crate::words::{Anchors, Hit, is_whole};
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// D005 present-resolution.
pub(crate) const RULE: Rule = Rule {
    code: "D005",
    name: "present-resolution",
    family: Family::RollOver,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("present_resolution.md"),
    check: Check::Document(check),
};

/// The one of the words that most blocks do not have.
pub(crate) const PRESENT: Anchors = Anchors {
    name: "the present resolution",
    words: &["present"],
};

const WORDS: &str = "the present resolution";

// Which resolution is meant may stand in another block, so the whole draft is looked at.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if is_resolution(draft, context.settings) {
        return;
    }
    let goes_on = |(block, hit): &(Block<'_>, &Hit)| {
        let behind = &context.text()[block.span.start + hit.span.end..];
        behind.trim_start().starts_with("resolution")
    };
    let mut blocks: Vec<Block<'_>> = context
        .listed(PRESENT.name)
        .filter(goes_on)
        .map(|(block, _)| block)
        .collect();
    blocks.dedup_by_key(|block| block.span.start);
    if blocks.is_empty() || is_of_other_body(draft) {
        return;
    }
    for block in blocks {
        let prose = Prose::of(draft, block);
        let Some(prose) = prose else { continue };
        let whole = prose
            .own
            .match_indices(WORDS)
            .map(|(at, _)| at..at + WORDS.len())
            .find(|span| is_whole(&prose.own, span));
        if let Some(span) = whole {
            found.push(finding(context, prose.in_draft(span)));
        }
    }
}

/// Whether a body speaks near the top of a draft, be it known or not: "THE MARITIME SAFETY COMMITTEE,". Other
/// organizations have resolutions too.
fn is_of_other_body(draft: &Draft) -> bool {
    const NEAR_THE_TOP: usize = 60;
    const LONGEST: usize = 100;
    let is_name = |name: &str| {
        let mut words = name.split(' ');
        words.all(|word| {
            word.starts_with(char::is_uppercase)
                || matches!(word, "of" | "on" | "for" | "and" | "the" | "in" | "to")
        })
    };
    let speaks = |line: &str| {
        let line = line.trim_matches(['*', '_', ' ', '\r', '\n']);
        let name = line.strip_suffix(',').filter(|name| name.len() < LONGEST);
        name.is_some_and(|name| {
            (name.starts_with("The ") || name.starts_with("THE ")) && is_name(name)
        })
    };
    let mut near = draft.blocks().iter().take(NEAR_THE_TOP);
    near.any(|block| {
        let text = draft.text_of(&block);
        let mut start = 0;
        let mut ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
        ends.any(|end| speaks(&text[std::mem::replace(&mut start, end + 1)..end]))
    })
}

fn finding(context: &Context<'_>, range: Range<usize>) -> Finding {
    // The resolution that was named last before these words said them of itself.
    let named = context.resolved.references.iter().rev().find(|reference| {
        let adopted = reference
            .referent
            .as_ref()
            .and_then(citation::Referent::symbol);
        reference.token.start < range.start
            && adopted.is_some_and(|symbol| symbol.adopted().is_some())
    });
    let number = named.and_then(|reference| {
        let symbol = reference.referent.as_ref()?.symbol()?;
        Some(symbol.adopted()?.in_prose())
    });
    let message = match &number {
        Some(number) => format!(
            "“The present resolution” was said by resolution {number} of itself; this text is not a resolution: write “resolution {number}”, or put its words in quotation marks."
        ),
        None => "This text is not a resolution: name the resolution, or put its words in quotation marks.".to_owned(),
    };
    let mut finding = RULE.finding(range.clone(), message);
    finding.fixes.extend(number.map(|number| {
        crate::words::replacement(
            range,
            format!("resolution {number}"),
            crate::Safety::Suggested,
        )
    }));
    finding
}
