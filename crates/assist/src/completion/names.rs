//! Titles of instruments by the words typed, and acronyms by their letters.

use std::collections::BTreeSet;

use citation::Name;
use draft::{Draft, ShortForm};
use sources::Sources;

use super::typed::Typed;
use super::{Completion, CompletionKind, MOST};
use crate::prose;

/// Words back from the cursor at which a title may begin.
const MOST_WORDS: usize = 16;
/// Letters typed before anything is offered.
const FEWEST_LETTERS: usize = 3;

/// Names that begin with the last words typed. Of all places where a name may begin, the one furthest
/// back that fits a name counts: "the Convention on the Ri" is no "Ri…".
pub(super) fn instruments_and_acronyms(
    typed: &Typed,
    draft: &Draft,
    sources: &dyn Sources,
) -> Vec<Completion> {
    let prefixes = beginnings(&typed.text);
    if prefixes.is_empty() {
        return Vec::new();
    }
    let lexicon = sources.lexicon();
    // Thousands of names: one walk through them, whatever number of places there are.
    let names = lexicon.names_like(&typed.text);
    let fitting: Vec<&Name> = names
        .filter(|name| prefixes.iter().any(|prefix| fits(name, prefix)))
        .collect();
    let begins_a_name = |prefix: &&str| {
        !draft.blocks().short_forms(prefix).is_empty()
            || fitting.iter().any(|name| fits(name, prefix))
    };
    let longest = prefixes.into_iter().rev().find(begins_a_name);
    longest
        .map(|prefix| offers(prefix, typed, draft.blocks().short_forms(prefix), &fitting))
        .unwrap_or_default()
}

/// The endings of `text` that may begin a name, shortest first.
fn beginnings(text: &str) -> Vec<&str> {
    let word_starts = text.char_indices().rev().filter(|(start, _)| {
        let before = text[..*start].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric() && before != '-' && before != '/')
    });
    word_starts
        .filter(|(_, first)| first.is_alphanumeric())
        .take(MOST_WORDS)
        .map(|(start, _)| &text[start..])
        .filter(|prefix| may_begin_a_name(prefix))
        .collect()
}

/// A capital first letter, be it behind a year ("2030 Agenda"), and enough letters.
fn may_begin_a_name(prefix: &str) -> bool {
    let mut letters = prefix.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.count() + 1 >= FEWEST_LETTERS
}

fn offers(
    prefix: &str,
    typed: &Typed,
    introduced: &[ShortForm],
    names: &[&Name],
) -> Vec<Completion> {
    let mut offers = short_forms(prefix, typed, introduced);
    let mut seen: BTreeSet<String> = offers
        .iter()
        .map(|offer| plain_dashes(&offer.text))
        .collect();
    let mut known: Vec<&Name> = names
        .iter()
        .copied()
        .filter(|name| fits(name, prefix))
        .collect();
    // Official titles go before other spellings, acronyms last.
    known.sort_by_key(|name| {
        (
            name.acronym,
            name.written != name.title,
            name.written.clone(),
        )
    });
    for name in known {
        if *name.written != *prefix && seen.insert(plain_dashes(&name.written)) {
            let is_official = name.written == name.title;
            let detail = if is_official { "" } else { &name.title };
            let kind = if name.acronym {
                CompletionKind::Acronym
            } else {
                CompletionKind::Instrument
            };
            offers.push(offer(&name.written, detail.to_owned(), kind, typed, prefix));
        }
        if offers.len() == MOST {
            break;
        }
    }
    offers
}

/// Spellings that differ in their dashes alone are offered once.
fn plain_dashes(name: &str) -> String {
    name.replace(['–', '‑'], "-")
}

/// Acronyms keep their capitals; titles are found with any.
fn fits(name: &Name, prefix: &str) -> bool {
    if name.acronym {
        name.written.starts_with(prefix)
    } else {
        prose::begins(&name.written, prefix)
    }
}

/// The short forms that the draft itself introduces.
fn short_forms(prefix: &str, typed: &Typed, introduced: &[ShortForm]) -> Vec<Completion> {
    introduced
        .iter()
        .filter(|one| *one.short != *prefix)
        .take(MOST)
        .map(|one| {
            let detail = one.full.to_string();
            offer(&one.short, detail, CompletionKind::Acronym, typed, prefix)
        })
        .collect()
}

fn offer(
    text: &str,
    detail: String,
    kind: CompletionKind,
    typed: &Typed,
    prefix: &str,
) -> Completion {
    Completion {
        label: text.to_owned(),
        detail,
        replace: typed.last(prefix.len()),
        text: text.to_owned(),
        kind,
        documentation: None,
    }
}
