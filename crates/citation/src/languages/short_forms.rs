//! Nouns that stand for an instrument beside a place in it: "l'article 21 du Pacte", "artículo 44 de la Convención",
//! "статья 14 Пакта", "《公约》第六条".
//!
//! A noun alone says too little; with its place, and where its clause ends behind it or goes on with a verb, it is
//! no part of a longer title.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{GRAMMARS, Grammar, cursor};
use crate::scan::searcher::Searcher;
use crate::{Back, Citation, Form, Kind};

/// The English nouns of what belongs to a treaty, of which some are told by the treaty or by their year.
const OPTIONAL_PROTOCOL: &str = "Optional Protocol";
const OPTIONAL_PROTOCOLS: &str = "Optional Protocols";
const SECOND_PROTOCOL: &str = "Second Optional Protocol";
const PROTOCOL: &str = "Protocol";
const CONVENTION: &str = "Convention";

/// What the English noun ends with of a word that says itself whose protocol it is: "بروتوكولها الاختياري".
const THERETO: &str = " thereto";

/// The years by which instruments are called.
const YEARS: Range<u32> = 1900..2100;

/// What is searched for: the nouns as the tables write them.
struct Nouns {
    searcher: Searcher,
    /// The language of each, and the English noun that it stands for.
    meanings: Vec<(&'static dyn Grammar, &'static str)>,
}

static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let of_all = GRAMMARS.iter().flat_map(|grammar| {
        let words = grammar.words().all(Role::ShortForm).iter();
        words.map(move |word| (&*word.written, (*grammar, word.value)))
    });
    let (written, meanings): (Vec<&str>, Vec<_>) = of_all.unzip();
    Nouns {
        searcher: Searcher::new(&written),
        meanings,
    }
});

/// Adds every noun of `text` that stands for an instrument beside an article or a chapter of it.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    for (noun, hit) in NOUNS.searcher.find_iter(text) {
        let (grammar, english) = NOUNS.meanings[noun];
        found.extend(at(text, hit, grammar, english));
    }
}

fn at(
    text: &str,
    token: Range<usize>,
    grammar: &dyn Grammar,
    english: &'static str,
) -> Option<Citation> {
    let is_quoted = text[..token.start].ends_with('《') && text[token.end..].starts_with('》');
    let outer = if is_quoted {
        token.start - '《'.len_utf8()..token.end + '》'.len_utf8()
    } else {
        token.clone()
    };
    let is_owned = english.strip_suffix(THERETO);
    let english = is_owned.unwrap_or(english);
    let is_optional = [OPTIONAL_PROTOCOL, OPTIONAL_PROTOCOLS, SECOND_PROTOCOL].contains(&english);
    if is_optional
        && let Some(to_treaty) =
            to_treaty(text, &token, grammar).or_else(|| of_quoted(text, &token, grammar, english))
    {
        return Some(to_treaty);
    }
    if is_owned.is_some() || is_optional && is_thereto(text, &outer, grammar) {
        return Some(Citation {
            phrase: token.clone(),
            pinpoint: grammar.pinpoint_after(text, outer.end),
            token,
            kind: Kind::Back,
            form: Form::Back(Back::Thereto(english)),
            date: None,
        });
    }
    let stands = is_quoted || !cursor::follows_word(text, token.start);
    if stands
        && !is_quoted
        && let Some(of_year) = of_year(text, &token, grammar, english)
    {
        return Some(of_year);
    }
    if !stands || !(is_quoted || ends(text, token.end, grammar)) {
        return None;
    }
    // Behind a noun without marks English writes the same place: "Convention, article 5".
    let behind = || is_quoted.then(|| grammar.pinpoint_after(text, outer.end))?;
    let pinpoint = grammar.pinpoint_before(text, outer.start).or_else(behind)?;
    let phrase = pinpoint.span.start.min(token.start)..pinpoint.span.end.max(token.end);
    Some(Citation {
        phrase,
        token,
        kind: Kind::Back,
        form: Form::Back(Back::Called(english)),
        pinpoint: Some(pinpoint),
        date: None,
    })
}

/// "le deuxième Protocole facultatif se rapportant au Pacte": the protocol at `noun` to a treaty that another noun stands
/// for.
fn to_treaty(text: &str, noun: &Range<usize>, grammar: &dyn Grammar) -> Option<Citation> {
    let words = grammar.words();
    let is_second = |(value, _): &(&str, usize)| *value == "2";
    let before = words
        .before(Role::Ordinal, text, cursor::before_space(text, noun.start))
        .filter(is_second);
    // "البروتوكول الاختياري الثاني": the ordinal stands behind.
    let behind = words
        .at(Role::Ordinal, text, cursor::skip_space(text, noun.end))
        .filter(is_second);
    let joint = cursor::skip_space(text, behind.map_or(noun.end, |(_, end)| end));
    let (treaty, end) = words.at(Role::ToTreaty, text, joint)?;
    if cursor::follows_word(text, noun.start) || !ends(text, end, grammar) {
        return None;
    }
    let protocol = match before.or(behind) {
        Some(_) => SECOND_PROTOCOL,
        None => OPTIONAL_PROTOCOL,
    };
    let token = before.map_or(noun.start, |(_, start)| start)..end;
    Some(back(text, token, Back::ToTreaty(protocol, treaty), grammar))
}

/// "《公约》第二项任择议定书": the protocol at `noun`, `english`, to the treaty whose noun stands in marks before it.
fn of_quoted(
    text: &str,
    noun: &Range<usize>,
    grammar: &dyn Grammar,
    english: &'static str,
) -> Option<Citation> {
    let end = text[..noun.start].strip_suffix('》')?.len();
    let (treaty, start) = grammar.words().before(Role::ToTreaty, text, end)?;
    let token = text[..start].strip_suffix('《')?.len()..noun.end;
    Some(back(text, token, Back::ToTreaty(english, treaty), grammar))
}

/// "son Protocole de 1967", "Протокол к ней 1967 года": the instrument whose noun stands at `noun`, by its year.
fn of_year(
    text: &str,
    noun: &Range<usize>,
    grammar: &dyn Grammar,
    english: &'static str,
) -> Option<Citation> {
    if ![PROTOCOL, CONVENTION].contains(&english) {
        return None;
    }
    let words = grammar.words();
    let skipped = |role, at| words.skip(role, text, at);
    let behind = skipped(Role::Thereto, noun.end);
    let of = skipped(Role::Of, behind);
    let has_joints = !words.all(Role::By).is_empty();
    if has_joints && of == behind {
        return None;
    }
    let year = cursor::digits(text, cursor::skip_space(text, of))
        .filter(|run| run.count == 4 && YEARS.contains(&run.value))?;
    let end = skipped(Role::Year, year.end);
    let token = noun.start..end;
    ends(text, end, grammar).then(|| back(text, token, Back::Called(english), grammar))
}

/// The instrument at `token` with the place before or behind it.
fn back(text: &str, token: Range<usize>, back: Back, grammar: &dyn Grammar) -> Citation {
    let pinpoint = grammar
        .pinpoint_before(text, token.start)
        .or_else(|| grammar.pinpoint_after(text, token.end));
    let place = pinpoint
        .as_ref()
        .map_or(token.clone(), |pinpoint| pinpoint.span.clone());
    Citation {
        phrase: token.start.min(place.start)..token.end.max(place.end),
        token,
        kind: Kind::Back,
        form: Form::Back(back),
        pinpoint,
        date: None,
    }
}

/// Whether the protocol at `noun` is that of the instrument named before: "et le Protocole facultatif s’y rapportant",
/// "y su Protocolo Facultativo", "及其《任择议定书》".
fn is_thereto(text: &str, noun: &Range<usize>, grammar: &dyn Grammar) -> bool {
    let words = grammar.words();
    let behind = cursor::skip_space(text, noun.end);
    if behind > noun.end && words.at(Role::Thereto, text, behind).is_some() {
        return true;
    }
    let before = cursor::before_space(text, noun.start);
    let its = words.before(Role::Its, text, before);
    // "y su Protocolo Facultativo" or ", su Protocolo Facultativo", not "en su Protocolo Facultativo".
    its.is_some_and(|(_, start)| {
        let before = cursor::before_space(text, start);
        text[..before].ends_with(',') || words.before(Role::And, text, before).is_some()
    })
}

/// Whether the noun that ends at `at` goes on with no complement: its clause ends there, or another part of the
/// sentence begins.
fn ends(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let next = cursor::skip_space(text, at);
    match cursor::next(text, next) {
        Some((character, _)) if !cursor::is_alphanumeric(character) => true,
        // In Arabic "and" is glued to the next word.
        None | Some(('و', _)) => true,
        Some(_) => {
            grammar.and(text, next).is_some()
                || grammar.word(Role::BehindShortForm, text, next).is_some()
        }
    }
}
