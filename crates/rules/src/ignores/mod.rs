//! Findings that somebody has accepted in the text, and what becomes of the comments that say so.
//!
//! A comment alone in its block reaches the next block, any other the block it stands in; with "everywhere"
//! it reaches the whole draft. What it names and never meets is itself a finding.

mod ignore_without_effect;

use std::ops::Range;

use draft::{Block, Draft, Ignore, Reach};

use crate::settings::names;
use crate::{Finding, Placed, Rule, Settings, rule};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 1] = [&ignore_without_effect::RULE];

/// A comment that accepts findings, and what it accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Where the comment stands in the draft, in bytes.
    pub span: Range<usize>,
    /// The findings that it keeps from being shown, in text order.
    pub findings: Vec<Finding>,
    /// What is said after "because".
    pub reason: Option<Box<str>>,
    /// The rules that it names and that found nothing it reaches: as written, and where.
    without_effect: Vec<(Box<str>, Range<usize>)>,
}

/// Takes what comments in the text accept out of `found`.
pub(crate) fn taken_out(
    draft: &Draft,
    settings: &Settings,
    found: &mut Vec<Placed>,
) -> Vec<Ignored> {
    let mut all = Vec::new();
    let blocks = draft.blocks();
    for (index, block) in blocks.with_ignores() {
        for ignore in &block.marks.ignores {
            let reach = match ignore.reach {
                Reach::Draft => 0..usize::MAX,
                Reach::Block if ignore.alone => next_block(&block, blocks.get(index + 1)),
                Reach::Block => block.span.clone(),
            };
            let start = block.span.start;
            let span = start + ignore.span.start..start + ignore.span.end;
            all.push(take(settings, ignore, span, &reach, found));
        }
    }
    all
}

/// From a comment that stands alone to the end of the next block.
fn next_block(block: &Block<'_>, next: Option<Block<'_>>) -> Range<usize> {
    block.span.start..next.map_or(block.span.end, |next| next.span.end)
}

fn take(
    settings: &Settings,
    ignore: &Ignore,
    span: Range<usize>,
    reach: &Range<usize>,
    found: &mut Vec<Placed>,
) -> Ignored {
    let is_named = |finding: &Finding| {
        let rule = rule(finding.code);
        ignore.rules.is_empty()
            || rule.is_some_and(|rule| ignore.rules.iter().any(|(name, _)| names(name, rule)))
    };
    let mut findings = Vec::new();
    found.retain(|placed| {
        let is_accepted = reach.contains(&placed.range().start) && is_named(&placed.finding);
        if is_accepted {
            findings.push(placed.to_finding());
        }
        !is_accepted
    });
    findings.sort_by_key(|finding| finding.range.start);
    let offset = span.start - ignore.span.start;
    let has_effect = |name: &str| {
        findings
            .iter()
            .any(|finding| rule(finding.code).is_some_and(|rule| names(name, rule)))
    };
    // A rule that is switched off finds nothing, and the comment is right again when it is on.
    let is_asked = |name: &str| {
        let mut named = crate::RULES.into_iter().filter(|rule| names(name, rule));
        named.clone().next().is_none() || named.any(|rule| !settings.is_off(rule))
    };
    let mut without_effect: Vec<(Box<str>, Range<usize>)> = ignore
        .rules
        .iter()
        .filter(|(name, _)| is_asked(name) && !has_effect(name))
        .map(|(name, place)| (name.clone(), place.start + offset..place.end + offset))
        .collect();
    if ignore.rules.is_empty() && findings.is_empty() {
        without_effect.push(("".into(), span.clone()));
    }
    Ignored {
        span,
        findings,
        reason: ignore.reason.clone(),
        without_effect,
    }
}

/// What is wrong with the comments themselves.
pub(crate) fn complaints(settings: &Settings, ignored: &[Ignored], found: &mut Vec<Finding>) {
    if !settings.is_off(&ignore_without_effect::RULE) {
        for one in ignored {
            ignore_without_effect::of(one, found);
        }
    }
}
