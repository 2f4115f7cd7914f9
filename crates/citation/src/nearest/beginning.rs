//! Whether a stretch begins as a symbol does, or as a slip in its first components would make it.
//!
//! Asked at every stroke of a text, so it copies nothing.

use super::extent::LONGEST_FIRST;
use super::{letters, order};
use crate::grammar::{self, PrefixKind};
use crate::symbol::shape;

/// Whether the first component of `run` is one, or what a slip makes of one.
pub(super) fn begins_like_a_symbol(run: &str) -> bool {
    let mut components = run.split(['/', '\\', ' ']).filter(|one| !one.is_empty());
    let (Some(whole), second) = (components.next(), components.next().unwrap_or("")) else {
        return false;
    };
    let first = whole.split('-').next().unwrap_or(whole);
    // "80/A/L.22", "RES/A/67/172": the organ behind its session or component.
    if is_written_prefix(second)
        && grammar::prefix(second).is_some_and(|organ| may_follow(organ, whole))
    {
        return true;
    }
    first.bytes().any(|byte| byte.is_ascii_uppercase())
        && (is_written_prefix(first)
            || is_second(first)
            || order::ABBREVIATIONS
                .iter()
                .any(|(acronym, _)| *acronym == first)
            || (1..first.len()).any(|at| has_grown(first, at))
            || letters::misspelt_prefixes(first).next().is_some()
            || is_swapped_prefix(first))
}

/// Whether `component` is one that the table has behind `organ`.
fn may_follow(organ: &grammar::Prefix, component: &str) -> bool {
    let stem = component.rsplit_once('.').map(|(stem, _)| stem);
    let number = component.bytes().all(|byte| byte.is_ascii_digit());
    number && organ.lists_number()
        || shape::is_special_session(component) && organ.word("S-#").is_some()
        || organ
            .word(component.split('(').next().unwrap_or(component))
            .is_some()
        || stem.is_some_and(|stem| organ.lists_dotted(stem))
}

/// Whether `component` is one that stands behind a first component: the organ is missing or follows.
fn is_second(component: &str) -> bool {
    let stem = component.split(['.', '(']).next().unwrap_or(component);
    grammar::dotted(stem).is_some()
        || grammar::word(stem).is_some()
        || grammar::is_second_of_organ(stem)
}

/// Whether a first component and more grew together: `ARES`, `A.RES`, `CCPRC`.
fn has_grown(component: &str, at: usize) -> bool {
    let (Some(first), Some(rest)) = (component.get(..at), component.get(at..)) else {
        return false;
    };
    let rest = rest.trim_start_matches('.');
    let stem = rest.split('.').next().unwrap_or(rest);
    is_written_prefix(first)
        && grammar::prefix(first).is_some_and(|prefix| {
            let listed = prefix.word(stem).is_some() || prefix.lists_dotted(stem);
            listed
                || prefix.kind == PrefixKind::Series && prefix.allows_any()
                || rest.starts_with(|c: char| c.is_ascii_digit())
                || matches!(rest, "S" | "ES")
        })
}

/// `TS` for `ST`, `CPRD` for `CRPD`.
fn is_swapped_prefix(component: &str) -> bool {
    let mut letters = [0_u8; LONGEST_FIRST];
    let Some(letters) = letters.get_mut(..component.len()) else {
        return false;
    };
    letters.copy_from_slice(component.as_bytes());
    (1..letters.len()).any(|at| {
        letters.swap(at - 1, at);
        let known = std::str::from_utf8(letters).is_ok_and(is_written_prefix);
        letters.swap(at - 1, at);
        known
    })
}

/// Whether `text` is a first component in its capitals.
pub(super) fn is_written_prefix(text: &str) -> bool {
    grammar::prefix(text).is_some_and(|prefix| prefix.written == text)
}
