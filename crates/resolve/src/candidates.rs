//! What a number may name where the text does not settle whose it is.
//!
//! The General Assembly, the Human Rights Council and half a dozen commissions write session and number
//! alike; only a name or a date in the text tells them apart.

use citation::facts;
use citation::{Adopted, Body, Date, Kind, Referent, Symbol, Term, WrittenDate};

use crate::bind::Bound;

/// The organs with symbols of their own that write such a number.
const fn organs(adopted: &Adopted) -> &'static [&'static str] {
    match adopted.term {
        Term::Session(_) | Term::Special(_) => {
            &[Body::GENERAL_ASSEMBLY, Body::HUMAN_RIGHTS_COUNCIL]
        }
        Term::Year(_) => &[Body::ECONOMIC_AND_SOCIAL_COUNCIL],
        _ => &[],
    }
}

/// The candidates of an unsettled number, the likeliest first: what no fact and no stated date excludes.
pub(crate) fn of(bound: &Bound, as_of: Date) -> Vec<Referent> {
    if bound.is_settled() || bound.kind != Kind::Number {
        return Vec::new();
    }
    let likeliest = || bound.referent.iter().cloned();
    let Some(adopted) = number(bound) else {
        return likeliest().collect();
    };
    let stated = bound.date.as_ref().map(|stated| stated.date);
    let of_organs = organs(&adopted).iter().map(|organ| {
        Referent::Symbol(Symbol::of(Adopted {
            body: Body::new(organ),
            ..adopted.clone()
        }))
    });
    let day = stated.and_then(WrittenDate::day);
    let of_others = facts::other_bodies(adopted.term, day, as_of)
        .into_iter()
        .map(|body| {
            let number = adopted.in_prose();
            Referent::Other(format!("{}: {number}", body.name_at(&number)).into())
        });
    let mut candidates: Vec<Referent> = Vec::new();
    for candidate in likeliest().chain(of_organs).chain(of_others) {
        let is_possible = candidate
            .symbol()
            .is_none_or(|symbol| is_possible(symbol, stated, as_of));
        if is_possible && !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    if candidates.is_empty() {
        return likeliest().collect();
    }
    candidates
}

/// Whether neither a fact nor the stated date speaks against it.
fn is_possible(symbol: &Symbol, stated: Option<WrittenDate>, as_of: Date) -> bool {
    let is_dated_elsewhere = stated.is_some_and(|stated| facts::is_dated_elsewhere(symbol, stated));
    !is_dated_elsewhere && !facts::is_impossible(symbol, as_of)
}

/// The number as written, under whatever organ its form is read.
pub(crate) fn number(bound: &Bound) -> Option<Adopted> {
    let likeliest = bound.referent.as_ref().and_then(Referent::symbol);
    // "1509 (2006)" is read as the Security Council's and may be any parliament's.
    if bound.written.contains('(') {
        return None;
    }
    if let Some(adopted) = likeliest.and_then(Symbol::adopted) {
        return Some(adopted.clone());
    }
    let words: Vec<&str> = bound.written.split_whitespace().collect();
    let number = words.join(" ");
    let symbol = ["A/RES/", "E/RES/"]
        .iter()
        .find_map(|organ| Symbol::parse(&format!("{organ}{number}")))?;
    let adopted = symbol.adopted()?.clone();
    Some(adopted)
}
