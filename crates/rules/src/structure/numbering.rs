//! X010: numbers of paragraphs with gaps and repeats.

use std::ops::Range;

use draft::{BlockKind, Draft, Opening};

use super::renumbering;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// X010 paragraph-numbering.
pub(crate) const RULE: Rule = Rule {
    code: "X010",
    name: "paragraph-numbering",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("paragraph_numbering.md"),
    check: Check::Document(check),
};

/// A numbered paragraph.
pub(super) struct Numbered {
    pub(super) number: u32,
    /// Where number and stop stand in the draft.
    pub(super) span: Range<usize>,
    /// Whether the heading above has the same number: "Rule 9".
    announced: bool,
    /// Whether it begins with words in italics, as operative paragraphs do.
    is_emphasised: bool,
}

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.is_extracted() {
        return;
    }
    let paragraphs = numbered(&context.resolved.draft);
    // Markdown counts a list of "1." by itself.
    let ones = paragraphs.iter().filter(|one| one.number == 1).count();
    if ones > 1 && ones == paragraphs.len() {
        return;
    }
    // Before a list that begins anew: the number with which its paragraphs go on.
    let mut next = None;
    for (index, pair) in paragraphs.windows(2).enumerate() {
        let [before, this] = pair else {
            continue;
        };
        if this.number == 1 {
            next = Some(before.number + 1);
        }
        let goes_on = this.is_emphasised && !before.is_emphasised && next == Some(this.number);
        if this.announced || goes_on {
            continue;
        }
        let after = paragraphs.get(index + 2).map(|one| one.number);
        if let Some(message) = wrong(before.number, this.number, after) {
            let mut finding = RULE.finding(this.span.clone(), message);
            finding.related.push(Related {
                message: format!("Paragraph {} stands here", before.number),
                path: None,
                range: before.span.clone(),
            });
            let run = &paragraphs[index + 1..];
            let fix = if resumes(before.number, after) {
                renumbering::one(this, before.number + 1)
            } else {
                renumbering::following(context, &paragraphs, run, before.number + 1)
            };
            finding.fixes.push(fix);
            found.push(finding);
        }
    }
}

/// Whether the number behind a slip takes up the count again: the slip has been told.
fn resumes(before: u32, after: Option<u32>) -> bool {
    after == Some(before + 2)
}

fn numbered(draft: &Draft) -> Vec<Numbered> {
    let mut numbered = Vec::new();
    let mut heading: Option<Range<usize>> = None;
    for block in draft.blocks() {
        match (&block.marks.opening, block.kind) {
            (_, BlockKind::Heading(_)) => heading = Some(block.span),
            (
                Some(Opening::Paragraph {
                    number,
                    span,
                    indent: 0,
                }),
                BlockKind::Paragraph | BlockKind::ListItem,
            ) => {
                let announced = heading
                    .take()
                    .is_some_and(|heading| names(&draft.slice(heading), *number));
                numbered.push(Numbered {
                    number: *number,
                    span: span.start + block.span.start..span.end + block.span.start,
                    announced,
                    is_emphasised: draft.text_of(&block)[span.end..]
                        .trim_start()
                        .starts_with(['*', '_']),
                });
            }
            _ => heading = None,
        }
    }
    numbered
}

/// Whether a heading has the number: "Rule 9".
fn names(heading: &str, number: u32) -> bool {
    heading
        .split(|c: char| !c.is_ascii_digit())
        .any(|figures| figures.parse() == Ok(number))
}

/// What is wrong with a number behind another one; a 1 begins anew.
fn wrong(before: u32, this: u32, after: Option<u32>) -> Option<String> {
    if this == before + 1 || this == 1 {
        return None;
    }
    Some(if this == before {
        format!(
            "Paragraph {this} stands twice; this one should be {}.",
            before + 1
        )
    } else if resumes(before, after) {
        format!("This is paragraph {}, not {this}.", before + 1)
    } else if this == before + 2 {
        format!(
            "After paragraph {before} comes paragraph {this}: paragraph {} is missing.",
            before + 1
        )
    } else if this > before {
        format!(
            "After paragraph {before} comes paragraph {this}: paragraphs {} to {} are missing.",
            before + 1,
            this - 1
        )
    } else {
        // Behind a number that is too high the count goes on where it was.
        return None;
    })
}
