//! Findings and replacements of the rules that are lists of words.

use std::borrow::Cow;
use std::ops::Range;

use draft::Block;

use super::Hit;
use super::list::{LIST, Letters};
use crate::prose::Prose;
use crate::sentence::sentence_case;
use crate::{Context, Edit, Finding, Fix, Rule, Safety, articles};

/// What stands between two ways of writing an entry rightly.
const BETWEEN: &str = " / ";

/// The findings of a rule that is a list of words: each with the words that `message` makes of what is
/// written and what would be right, and with the replacement.
pub(crate) fn findings(
    rule: &Rule,
    context: &Context<'_>,
    prose: &Prose<'_>,
    message: impl Fn(&str, &str) -> String,
    found: &mut Vec<Finding>,
) {
    let hits = prose.hits(rule.code);
    found.extend(hits.filter_map(|hit| finding(rule, context, &prose.block, hit, &message)));
}

/// The findings of a rule whose list says what United Nations texts write.
pub(crate) fn told(
    rule: &Rule,
    context: &Context<'_>,
    prose: &Prose<'_>,
    found: &mut Vec<Finding>,
) {
    let message = |written: &str, right: &str| {
        format!("United Nations texts write “{right}”, not “{written}”.")
    };
    findings(rule, context, prose, message, found);
}

/// The finding of a rule about an entry of its list; `None` where the settings accept the words.
pub(crate) fn finding(
    rule: &Rule,
    context: &Context<'_>,
    block: &Block<'_>,
    hit: &Hit,
    message: impl Fn(&str, &str) -> String,
) -> Option<Finding> {
    let entry = hit.entry();
    let written = hit.written();
    let mut accepted = context.settings.accepted_words.iter();
    if accepted.any(|phrase| covers(phrase, &written, context, block, hit.span.start)) {
        return None;
    }
    let begins_with_capital = written.starts_with(char::is_uppercase);
    let right = match entry.letters {
        Letters::Small if begins_with_capital => {
            let ways: Vec<String> = entry.right.split(BETWEEN).map(sentence_case).collect();
            Cow::Owned(ways.join(BETWEEN))
        }
        _ => Cow::Borrowed(&*entry.right),
    };
    let start = block.span.start;
    let range = start + hit.span.start..start + hit.span.end;
    let told = if right.contains(BETWEEN) {
        &right.replace(BETWEEN, "” or “")
    } else {
        &*right
    };
    let mut finding = rule.finding(range.clone(), message(&written, told));
    let ways = right.split(BETWEEN).filter(|right| !right.is_empty());
    let draft = &context.resolved.draft;
    let near = start.max(range.start.saturating_sub(articles::REACH));
    let before = draft.slice(near..range.start);
    let stands_alone = || {
        let is_mark = |c: char| !c.is_alphanumeric();
        let behind = draft.slice(range.end..block.span.end);
        near == start && before.chars().all(is_mark) && behind.chars().all(is_mark)
    };
    finding.fixes.extend(ways.map(|right| {
        let stands_alone = right.starts_with("the ") && stands_alone();
        let (taken, words) = articles::fitted(&before, &written, right, stands_alone);
        let place = range.start - taken..range.end;
        replacement(place, words.into_owned(), entry.safety)
    }));
    Some(finding)
}

/// Whether an accepted word or phrase stands where `written` does, at byte `at` of `block`: as a whole, or around it.
fn covers(
    phrase: &str,
    written: &str,
    context: &Context<'_>,
    block: &Block<'_>,
    at: usize,
) -> bool {
    if phrase.len() <= written.len() {
        return phrase.eq_ignore_ascii_case(written);
    }
    let (phrase, written) = (phrase.to_ascii_lowercase(), written.to_ascii_lowercase());
    let (start, end) = (block.span.start + at, block.span.start + at + written.len());
    let reach = 2 * phrase.len();
    let draft = &context.resolved.draft;
    let before = draft.slice(start.saturating_sub(reach).max(block.span.start)..start);
    let behind = draft.slice(end..(end + reach).min(block.span.end));
    phrase.match_indices(&written).any(|(place, _)| {
        let head = &phrase[..place];
        let tail = &phrase[place + written.len()..];
        ends_with_words(&before, head) && begins_with_words(&behind, tail)
    })
}

/// Whether a text ends with these words, be there a line break between them.
fn ends_with_words(text: &str, words: &str) -> bool {
    let mut rest = text;
    let all = words.split_whitespace().rev().all(|word| {
        rest = rest.trim_end();
        let cut = rest.len().checked_sub(word.len());
        cut.and_then(|cut| rest.split_at_checked(cut))
            .is_some_and(|(before, last)| {
                rest = before;
                last.eq_ignore_ascii_case(word)
            })
    });
    all && !rest.ends_with(char::is_alphanumeric)
}

/// The same of its beginning.
fn begins_with_words(text: &str, words: &str) -> bool {
    let mut rest = text;
    let all = words.split_whitespace().all(|word| {
        rest = rest.trim_start();
        rest.split_at_checked(word.len())
            .is_some_and(|(first, behind)| {
                rest = behind;
                first.eq_ignore_ascii_case(word)
            })
    });
    all && !rest.starts_with(char::is_alphanumeric)
}

/// A fix that puts `text` in place of `range`.
pub(crate) fn replacement(range: Range<usize>, text: String, safety: Safety) -> Fix {
    Fix {
        // Most fixes are made here: put together, a title costs a third of what formatting does.
        title: ["Change to “", &text, "”"].concat(),
        edits: vec![Edit { range, text }],
        safety,
    }
}

/// What would be right for `written`, where the list of the rule `code` has it as written.
pub(crate) fn right_for(code: &str, written: &str) -> Option<&'static str> {
    LIST.beginning_like(written)
        .find(|entry| entry.rule == code && entry.written == written)
        .map(|entry| entry.right.as_str())
}
