//! X005: a footnote mark on the wrong side of a punctuation mark.

use citation::{Language, told_language};
use draft::{Block, BlockKind, Dialect};

use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// X005 footnote-position.
pub(crate) const RULE: Rule = Rule {
    code: "X005",
    name: "footnote-position",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("footnote_position.md"),
    check: Check::Block(check),
};

/// Marks that stand before a footnote mark in English and behind it in French and Spanish.
const PUNCTUATION: [char; 4] = [',', '.', ';', ':'];

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let marks = &block.marks.footnotes;
    if marks.is_empty() || block.kind == BlockKind::Table || draft.dialect() != Dialect::Markdown {
        return;
    }
    let text = draft.text_of(block);
    let stated = draft.stated_language().and_then(Language::of_code);
    // What is a rule in one language is a fault in another.
    let Some(language) = stated.or_else(|| told_language(&text)) else {
        return;
    };
    for mark in marks {
        let wrong = match language {
            Language::English => behind(&text, mark.span.start, mark.span.end),
            Language::French | Language::Spanish => before(&text, mark.span.start, mark.span.end),
            _ => None,
        };
        let Some((range, right)) = wrong else {
            continue;
        };
        let side = match language {
            Language::English => "after",
            _ => "before",
        };
        let range = range.start + block.span.start..range.end + block.span.start;
        let message =
            format!("Put the mark of the footnote {side} the punctuation mark: write “{right}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding.fixes.push(replacement(range, right, Safety::Safe));
        found.push(finding);
    }
}

/// A punctuation mark or closing quotation mark behind the footnote mark, with what would be right.
fn behind(text: &str, start: usize, end: usize) -> Option<(std::ops::Range<usize>, String)> {
    let rest = &text[end..];
    let length = rest
        .chars()
        .take_while(|c| PUNCTUATION.contains(c) || *c == '”')
        .map(char::len_utf8)
        .sum::<usize>();
    // "[^4]: " at the beginning of a line is another thing, and "…" is no full stop.
    if length == 0 || rest.starts_with("..") {
        return None;
    }
    let after = text[end + length..].chars().next();
    if after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    // A space before the mark would stand before the punctuation.
    let from = text[..start].trim_end_matches(' ').len();
    let range = if from > 0 { from } else { start }..end + length;
    let right = format!("{}{}", &rest[..length], &text[start..end]);
    Some((range, right))
}

/// A punctuation mark before the footnote mark, with what would be right.
fn before(text: &str, start: usize, end: usize) -> Option<(std::ops::Range<usize>, String)> {
    let mark = text[..start].chars().next_back()?;
    let abbreviated = text[..start].rsplit([' ', '(']).next()?.len() <= 5 && mark == '.';
    if !PUNCTUATION.contains(&mark) || abbreviated {
        return None;
    }
    let from = start - mark.len_utf8();
    Some((from..end, format!("{}{mark}", &text[start..end])))
}
