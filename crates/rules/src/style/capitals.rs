//! E008: capitals and small letters of words that have a settled form.

use draft::BlockKind;

use crate::prose::Prose;
use crate::sentence::sentence_case;
use crate::words::{Anchors, Hit, replacement, told};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E008 capitals.
pub(crate) const RULE: Rule = Rule {
    code: "E008",
    name: "capitals",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("capitals.md"),
    check: Check::Prose(check),
};

/// What has a capital at the beginning of a sentence alone, when a number follows.
pub(crate) const NUMBERED: Anchors = Anchors {
    name: "resolutions and decisions",
    words: &[
        "Resolution",
        "Resolutions",
        "Decision",
        "Decisions",
        "General Comment",
        "General Recommendation",
    ],
};

/// Names of organs between a sentence and its "Resolution", with the space behind them.
const ORGANS: [&str; 4] = [
    "General Assembly ",
    "Security Council ",
    "Economic and Social Council ",
    "Human Rights Council ",
];

/// The list, and "Resolution 67/172" inside a sentence.
fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    told(&RULE, context, prose, found);
    for hit in prose.hits(NUMBERED.name) {
        let numbered = prose.own[hit.span.end..]
            .strip_prefix(' ')
            .is_some_and(|rest| begins_with_number(rest) && !is_of_conference(rest));
        if numbered && hit.written().starts_with("General ") {
            found.push(without_no(prose, hit));
            continue;
        }
        let before = &prose.own[..hit.span.start];
        // The name of the organ has capitals of its own, and so have the words of a title.
        let named = ORGANS.iter().find_map(|organ| before.strip_suffix(organ));
        let is_title = named.is_some_and(is_in_title);
        let is_subject = named.is_some_and(|before| prose.begins_sentence(before.len()))
            && is_of_sentences(prose)
            && goes_on_in_sentence(&prose.own[hit.span.end..]);
        let is_inside = is_inside_sentence(named.unwrap_or(before)) || is_subject;
        if !numbered || is_title || !is_inside {
            continue;
        }
        let small = hit.written().to_lowercase();
        let range = prose.in_draft(hit.span.clone());
        let message = format!("Write “{small}” with a small letter before its number.");
        let mut finding = RULE.finding(range.clone(), message);
        finding.fixes.push(replacement(range, small, Safety::Safe));
        found.push(finding);
    }
}

/// "General Comment 7": its words have small letters, and "No." stands before its number.
fn without_no(prose: &Prose<'_>, hit: &Hit) -> Finding {
    let written = hit.written();
    let small = written.to_lowercase();
    let ways = [
        format!("{small} No."),
        format!("{} No.", sentence_case(&small)),
    ];
    let range = prose.in_draft(hit.span.clone());
    let message = format!(
        "United Nations texts write “{}” or “{}”, not “{written}”.",
        ways[0], ways[1]
    );
    let mut finding = RULE.finding(range.clone(), message);
    finding.fixes = ways
        .into_iter()
        .map(|way| replacement(range.clone(), way, Safety::Suggested))
        .collect();
    finding
}

fn begins_with_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// "71 (Rev. Dubai, 2018)": conferences that name the place of adoption write the word with a capital.
fn is_of_conference(number: &str) -> bool {
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    behind
        .strip_prefix(" (")
        .and_then(|place| place.split_once(')'))
        .is_some_and(|(place, _)| {
            let named = place.starts_with(char::is_uppercase) && place.contains(", ");
            named && place.ends_with(|last: char| last.is_ascii_digit())
        })
}

/// Whether the word before the last one has a capital, as in "Guidance for the Implementation of".
fn is_in_title(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().skip(1);
    words
        .next()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether a block is made of sentences: a heading is not, and a title in a list has no stop.
fn is_of_sentences(prose: &Prose<'_>) -> bool {
    !matches!(prose.block.kind, BlockKind::Heading(_))
        && prose.own.trim_end().ends_with(['.', ';', ':', '!', '?'])
}

/// Whether a word in small letters stands behind the number of a resolution: "1325 (2000) was adopted".
fn goes_on_in_sentence(numbered: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '/' | '(' | ')');
    let behind = numbered.trim_start_matches(is_of_number);
    behind.len() < numbered.len() && behind.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a word in small letters, or a comma behind one, stands directly before.
fn is_inside_sentence(before: &str) -> bool {
    let word = before.trim_end_matches(' ').trim_end_matches(',');
    let word = word.rsplit(' ').next().unwrap_or("");
    before.ends_with(' ') && word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}
