//! Which repairs may be presumed, and which of them are the likelier ones.

use crate::facts;
use crate::grammar::{self, PrefixKind};
use crate::{Roman, Symbol};

/// Whether a slip may be presumed in `written`. A prefix that other things share is read as such only
/// where a component behind it is one of document symbols; and of numbers alone only what states the year,
/// or has all its strokes: `A/12-345` may be anything.
pub(super) fn is_credible(symbol: &Symbol, written: &str) -> bool {
    if unlisted_words(symbol, written).is_none() {
        return false;
    }
    let canonical = symbol.canonical();
    let Some((first, rest)) = canonical.split_once('/') else {
        return true;
    };
    let Some(prefix) = grammar::prefix(first) else {
        return true;
    };
    if prefix.kind == PrefixKind::Short {
        let second = rest.split(['/', '(']).next().unwrap_or("");
        let stem = second.split('.').next().unwrap_or(second);
        let listed = prefix.word(second).is_some() || prefix.lists_dotted(stem);
        return listed || has_listed_component(rest);
    }
    let lettered = rest.bytes().any(|byte| byte.is_ascii_alphabetic());
    if lettered || prefix.kind == PrefixKind::Series && first.len() > 3 {
        return true;
    }
    let begins = written.strip_prefix(first).is_some_and(|rest| {
        let rest = rest.trim_start_matches(' ');
        rest.starts_with(['/', '\\'])
    });
    let strokes = |text: &str| text.matches(['/', '\\']).count();
    begins && (symbol.year().is_some() || strokes(written) >= strokes(canonical))
}

fn has_listed_component(components: &str) -> bool {
    components.split('/').any(|component| {
        let dotted = component.split_once('.');
        dotted.is_some_and(|(stem, number)| {
            grammar::dotted(stem).is_some_and(|known| known.allows(number))
        })
    })
}

/// Puts the likeliest first and leaves out what is less plain than the best: that is no equally good answer.
/// Of equally plain ones, what is known to exist comes first, then the likelier slip.
pub(super) fn rank(found: &mut Vec<(Symbol, String)>, written: &str) {
    found.sort_by_cached_key(|(symbol, _)| (plainness(symbol, written), familiarity(symbol)));
    let Some(best) = found.first().map(|(symbol, _)| plainness(symbol, written)) else {
        return;
    };
    found.retain(|(symbol, _)| plainness(symbol, written) == best);
}

/// Whether a fact contradicts the repair, and how many of its words no table lists.
fn plainness(symbol: &Symbol, written: &str) -> (bool, Option<usize>) {
    let impossible = facts::is_impossible(symbol, facts::HORIZON);
    (impossible, unlisted_words(symbol, written))
}

fn familiarity(symbol: &Symbol) -> (bool, u8) {
    let known = if facts::is_known(symbol, facts::HORIZON) {
        0
    } else if has_known_body(symbol) {
        1
    } else {
        2
    };
    let short =
        grammar::prefix(symbol.prefix()).is_none_or(|prefix| prefix.kind == PrefixKind::Short);
    (short, known)
}

/// Whether the table of bodies has the one whose document this is.
fn has_known_body(symbol: &Symbol) -> bool {
    let canonical = symbol.canonical();
    canonical
        .match_indices(['/', '.'])
        .filter(|(at, _)| canonical[..*at].contains('/'))
        .any(|(at, _)| grammar::body(&canonical[..at]).is_some())
}

/// How many words the symbol has that no table lists, the codes of countries apart; `None` where one of
/// all its words is neither listed nor written by anybody.
fn unlisted_words(symbol: &Symbol, written: &str) -> Option<usize> {
    let canonical = symbol.canonical();
    let rules = grammar::prefix(symbol.prefix());
    let listed = |word: &str| {
        word.len() == 1
            || word == "ES" && canonical.contains("/ES-")
            || grammar::word(word).is_some()
            || grammar::prefix(word).is_some()
            || Roman::parse(word).is_some()
            || rules.is_some_and(|rules| rules.word(word).is_some())
    };
    let own = |word: &str| {
        let mut runs = written.split(|c: char| !c.is_ascii_alphabetic());
        // "CLBY" has "LBY" behind the committee's letter.
        let grown = |run: &str| {
            word.len() > 2 && run.get(run.len().saturating_sub(word.len())..) == Some(word)
        };
        runs.any(|run| run.eq_ignore_ascii_case(word) || grown(run))
    };
    let names = canonical.split(" (").next().unwrap_or("");
    let mut count = 0;
    for word in names.split(['/', ' ', '-']).skip(1) {
        let is_word =
            word.starts_with(|c: char| c.is_ascii_alphabetic()) && !word.contains(['.', '(']);
        if !is_word || listed(word) {
            continue;
        }
        if !own(word) {
            return None;
        }
        count += usize::from(word.len() != 3);
    }
    Some(count)
}
