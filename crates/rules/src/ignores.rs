//! Findings that somebody has accepted in the text, and what becomes of the comments that say so.
//!
//! A comment alone in its block reaches the next block that holds more than comments, any other the block it stands in;
//! with "everywhere" it reaches the whole draft. What it names and never meets is itself a finding.

mod ignore_without_effect;

use std::ops::Range;

use draft::{Block, BlockKind, Draft, Ignore, Reach, is_nothing_but_comments};

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
    /// What stands in the place of "ignore", where something else does, and where.
    other_command: Option<(Box<str>, Range<usize>)>,
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
                Reach::Block if ignore.alone => {
                    let following = (index + 1..).map_while(|index| blocks.get(index));
                    next_block(draft, &block, following)
                }
                Reach::Block => block.span.clone(),
            };
            let start = block.span.start;
            let span = start + ignore.span.start..start + ignore.span.end;
            all.push(take(settings, ignore, span, &reach, found));
        }
    }
    all
}

/// From a comment that stands alone to the end of the next of the blocks `following` that holds more than comments.
fn next_block<'d>(
    draft: &Draft,
    block: &Block<'_>,
    mut following: impl Iterator<Item = Block<'d>>,
) -> Range<usize> {
    let holds_more = |next: &Block<'_>| {
        let is_alone = next.marks.ignores.first().map(|ignore| ignore.alone);
        !is_alone.unwrap_or_else(|| {
            next.kind == BlockKind::Html && is_nothing_but_comments(&draft.slice(next.span.clone()))
        })
    };
    let next = following.find(holds_more);
    block.span.start..next.map_or(block.span.end, |next| next.span.end)
}

/// The rules that a comment names. Behind a rule, what is none and does not look like one begins a reason.
fn named(ignore: &Ignore) -> &[(Box<str>, Range<usize>)] {
    let is_rule = |name: &str| crate::RULES.into_iter().any(|rule| names(name, rule));
    let looks_like_one = |name: &str| {
        let figures = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_code = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
        is_code || name.contains('-')
    };
    let first_other = ignore.rules.iter().position(|(name, _)| !is_rule(name));
    match first_other {
        Some(0) => &ignore.rules[..1],
        Some(place) if looks_like_one(&ignore.rules[place].0) => &ignore.rules[..=place],
        Some(place) => &ignore.rules[..place],
        None => &ignore.rules,
    }
}

fn take(
    settings: &Settings,
    ignore: &Ignore,
    span: Range<usize>,
    reach: &Range<usize>,
    found: &mut Vec<Placed>,
) -> Ignored {
    let offset = span.start - ignore.span.start;
    let in_draft = |(name, place): &(Box<str>, Range<usize>)| {
        (name.clone(), place.start + offset..place.end + offset)
    };
    if let Some(command) = &ignore.other_command {
        return Ignored {
            span,
            findings: Vec::new(),
            reason: None,
            other_command: Some(in_draft(command)),
            without_effect: Vec::new(),
        };
    }
    let rules = named(ignore);
    let is_named = |finding: &Finding| {
        let rule = rule(finding.code);
        rules.is_empty() || rule.is_some_and(|rule| rules.iter().any(|(name, _)| names(name, rule)))
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
    let mut without_effect: Vec<(Box<str>, Range<usize>)> = rules
        .iter()
        .filter(|(name, _)| is_asked(name) && !has_effect(name))
        .map(in_draft)
        .collect();
    if rules.is_empty() && findings.is_empty() {
        without_effect.push(("".into(), span.clone()));
    }
    Ignored {
        span,
        findings,
        reason: ignore.reason.clone(),
        other_command: None,
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
