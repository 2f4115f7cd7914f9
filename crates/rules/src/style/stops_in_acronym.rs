//! E012: full stops inside an acronym.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::prose::Prose;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E012 stops-in-acronym.
pub(crate) const RULE: Rule = Rule {
    code: "E012",
    name: "stops-in-acronym",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("stops_in_acronym.md"),
    check: Check::Prose(check),
};

static DOTTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:[A-Z]\.){3,6}").ok());

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let own = prose.own.as_bytes();
    // What every match has from its first stop on; "i.e." and "U.N." do not.
    let goes_on = |stop: usize| {
        matches!(own.get(stop..stop + 5), Some([_, second, b'.', third, b'.'])
            if second.is_ascii_uppercase() && third.is_ascii_uppercase())
    };
    if !memchr::memchr_iter(b'.', own).any(goes_on) {
        return;
    }
    let Some(pattern) = &*DOTTED else {
        return;
    };
    for dotted in pattern.find_iter(&prose.own) {
        if names_series(prose, dotted.range()) || is_party(&prose.own, &dotted.range()) {
            continue;
        }
        let right = dotted.as_str().replace('.', "");
        let range = prose.in_draft(dotted.range());
        let message = format!("An acronym has no full stops: “{right}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
    }
}

/// Whether the letters in `range` are the initials of a party to a case: "I.D.G. v. Spain", "S.F.M. et al. c. España".
fn is_party(text: &str, range: &Range<usize>) -> bool {
    let behind = text[range.end..].trim_start();
    let behind = behind
        .strip_prefix("et al.")
        .map_or(behind, |rest| rest.trim_start_matches([',', ' ', '\n']));
    let before = text[..range.start].trim_end();
    ["v. ", "v ", "c. ", "c/ "]
        .iter()
        .any(|versus| behind.starts_with(versus) || ends_with_word(before, versus.trim_end()))
}

/// Whether `text` ends with `word` as a word of its own.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word)
        .is_some_and(|head| head.ends_with(char::is_whitespace))
}

/// Whether a volume stands before the letters in `range` and a page or section behind them.
fn is_between_numbers(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let behind = text[range.end..].trim_start();
    before.ends_with(|c: char| c.is_ascii_digit())
        && behind.starts_with(|c: char| c.is_ascii_digit() || c == '§')
}

/// Whether the letters in `range` belong to a reference or name law reports, which keep the stops of their titles:
/// "999 U.N.T.S. 171", "I.C.J. Reports 2004", "P.C.I.J., Series A", "42 U.S.C. § 1983".
fn names_series(prose: &Prose<'_>, range: Range<usize>) -> bool {
    let citations = &prose.block.marks.citations;
    let behind = prose.own[range.end..].trim_start_matches(',');
    citations
        .iter()
        .any(|one| one.phrase.start <= range.start && range.end <= one.phrase.end)
        || [
            " Reports",
            " Series",
            " Ser.",
            " Pleadings",
            " Recueil",
            " vol.",
        ]
        .iter()
        .any(|word| behind.starts_with(word))
        || is_between_numbers(&prose.own, &range)
}
