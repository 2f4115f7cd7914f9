//! A list of numbers behind the word that opens it, as French, Spanish, Russian and Arabic write it.
//!
//! A number may be followed by its date, its body and its paragraph reference in any order; a body named
//! behind the last number is that of all before it. Later in the sentence numbers count only where one of
//! those that follow one another has a date.

mod items;
mod opening;
mod owners;

use self::items::{Item, List};
use self::opening::Opening;
use super::bodies::{Name, Speech};
use super::words::Role;
use super::{ActWord, Grammar, sentences};
use crate::{Act, Body, Citation, Form, Kind, Naming};

/// Adds the citations of the list that the act at `word` opens; it ends before `limit`.
pub(super) fn read(
    text: &str,
    word: &ActWord,
    limit: usize,
    grammar: &dyn Grammar,
    speech: &mut Speech,
    found: &mut Vec<Citation>,
) {
    let opening = Opening::read(text, word, grammar);
    let previous = match opening.naming() {
        Naming::Its { .. } | Naming::Unnamed { .. } if opening.named.is_none() => {
            speech.named_before(text, opening.start, grammar)
        }
        _ => None,
    };
    let spoken = previous
        .as_ref()
        .is_some_and(|body| body.key() == Body::SECURITY_COUNCIL);
    let abbreviations = grammar.words().all(Role::Abbreviation);
    let limit = sentences::sentence_end(text, opening.end.min(limit), limit, abbreviations);
    let mut list = List {
        text,
        grammar,
        council: word.act == Act::Resolution,
        limit,
        items: Vec::new(),
        named: opening.named.clone(),
        spoken,
    };
    let end = list.contiguous(opening.end);
    let contiguous = list.items.len();
    if contiguous == 0 {
        return;
    }
    list.dated_later(end);
    if let Some(first) = list.items.first_mut().filter(|first| first.date.is_none()) {
        first.date.clone_from(&opening.date);
    }
    let items = list.items;
    let is_named = matches!(opening.naming(), Naming::Named(_))
        || items
            .iter()
            .any(|item| matches!(item.body, Some(Name::Full(_))));
    let is_organs = previous
        .as_ref()
        .is_some_and(|body| crate::grammar::body(body.key()).is_some());
    if opening.marked && !is_named && !is_organs && grammar.needs_body_when_marked(word.act) {
        return;
    }
    let unnamed = match opening.naming() {
        Naming::Its { previous: None } => Naming::Its { previous },
        Naming::Unnamed { previous: None } => Naming::Unnamed { previous },
        naming => naming,
    };
    let namings = namings(&items[..contiguous], &unnamed);
    for (index, item) in items.iter().enumerate() {
        let naming = match (namings.get(index), &item.body) {
            (Some(naming), _) => naming.clone(),
            (None, Some(name)) => name.clone().naming(),
            (None, None) => namings[contiguous - 1].clone(),
        };
        let phrase = if index == 0 {
            opening.start
        } else {
            item.token.start
        };
        found.extend(citation(text, grammar, item, word.act, naming, phrase));
    }
}

fn citation(
    text: &str,
    grammar: &dyn Grammar,
    item: &Item,
    act: Act,
    naming: Naming,
    start: usize,
) -> Option<Citation> {
    let body = match &naming {
        Naming::Named(body) => Some(body),
        _ => None,
    };
    let date = item.date.as_ref().and_then(|stated| stated.date.day());
    if !grammar.is_credible(&item.latin, body, date) {
        return None;
    }
    let mut phrase = start..item.end;
    let pinpoint = grammar
        .pinpoint_after(text, item.end)
        .or_else(|| grammar.pinpoint_after(text, item.token.end))
        .or_else(|| grammar.pinpoint_before(text, start));
    if let Some(pinpoint) = &pinpoint {
        phrase = pinpoint.widening(&phrase);
    }
    Some(Citation {
        token: item.token.clone(),
        phrase,
        kind: Kind::Number,
        form: Form::Number {
            act,
            naming,
            stem: item.stem.clone(),
        },
        pinpoint,
        date: item.date.clone(),
    })
}

/// How each of the numbers that follow one another is named: by the body behind it or behind one that
/// follows, else as the words before the list say.
fn namings(items: &[Item], unnamed: &Naming) -> Vec<Naming> {
    let is_open = matches!(unnamed, Naming::Unnamed { .. });
    let mut following: Option<Name> = None;
    let mut namings: Vec<Naming> = items
        .iter()
        .rev()
        .map(|item| {
            let own = item
                .body
                .clone()
                .inspect(|name| following = Some(name.clone()));
            own.or_else(|| following.clone().filter(|_| is_open))
                .map_or_else(|| unnamed.clone(), Name::naming)
        })
        .collect();
    namings.reverse();
    namings
}
