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
    if english == "Optional Protocol" && is_thereto(text, &outer, grammar) {
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
    // "y su Protocolo Facultativo", not "en su Protocolo Facultativo".
    its.is_some_and(|(_, start)| {
        let before = cursor::before_space(text, start);
        words.before(Role::And, text, before).is_some()
    })
}

/// Whether the noun that ends at `at` goes on with no complement: its clause ends there, or another part of the
/// sentence begins.
fn ends(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let next = cursor::skip_space(text, at);
    match cursor::next(text, next) {
        None => true,
        Some((character, _)) if !cursor::is_alphanumeric(character) => true,
        Some(_) => {
            grammar.and(text, next).is_some()
                || grammar.word(Role::BehindShortForm, text, next).is_some()
        }
    }
}
