//! Opinions of the Working Group on Arbitrary Detention: "avis no 5/2021", "opiniones núms. 5/2021 y 7/2022", "мнение
//! № 5/2021", "第5/2021号意见".
//!
//! Others give opinions as well, so that the block has to name what that Working Group works on.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{GRAMMARS, Grammar, Language, cursor, pinpoints};
use crate::scan::searcher::Searcher;
use crate::{Citation, Form, Kind, Referent, Symbol};

/// The years of the Working Group's opinions.
const YEARS: Range<u32> = 1992..2100;

/// The first of them whose opinions have symbols with the year in them.
const WITH_SYMBOL: u32 = 2011;

/// What is searched for: its subject as the tables write it.
struct Subjects {
    searcher: Searcher,
    grammars: Vec<&'static dyn Grammar>,
}

static SUBJECTS: LazyLock<Subjects> = LazyLock::new(|| {
    let of_all = GRAMMARS.iter().flat_map(|grammar| {
        let words = grammar.words().all(Role::Detention).iter();
        words.map(move |word| (&*word.written, *grammar))
    });
    let (written, grammars): (Vec<&str>, Vec<_>) = of_all.unzip();
    Subjects {
        searcher: Searcher::new(&written),
        grammars,
    }
});

/// Adds every opinion that `text` cites by its number.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    let Some((subject, _)) = SUBJECTS.searcher.find_iter(text).next() else {
        return;
    };
    let grammar = SUBJECTS.grammars[subject];
    if grammar.language() == Language::Chinese {
        return closed_by_word(text, grammar, found);
    }
    let mut from = 0;
    while let Some((token, _)) = next_number(text, from) {
        from = token.end;
        let before = cursor::before_space(text, token.start);
        let words = grammar.words();
        let Some((_, sign)) = words.before(Role::Number, text, before) else {
            continue;
        };
        let noun = cursor::word_start(text, cursor::before_space(text, sign));
        if grammar.word(Role::Opinion, text, noun).is_none() {
            continue;
        }
        let mut start = noun;
        let mut opinion = number_at(text, token.start);
        while let Some((token, referent)) = opinion {
            if is_of_another(text, token.end, grammar) {
                break;
            }
            from = token.end;
            let next = pinpoints::list_joint(text, token.end, grammar);
            found.push(citation(text, token, start, referent, grammar));
            let signed =
                next.map(|next| cursor::skip_space(text, words.skip(Role::Number, text, next)));
            start = next.unwrap_or(from);
            opinion = signed.and_then(|next| number_at(text, next));
        }
    }
}

/// Whether words behind the number that ends at `at` say that somebody else gave the opinion: "de la Cour constitutionnelle".
fn is_of_another(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let words = grammar.words();
    let of = cursor::skip_space(text, at);
    let Some((_, end)) = grammar.word(Role::Of, text, of) else {
        return false;
    };
    let name = words.skip(Role::Article, text, cursor::skip_space(text, end));
    let name = cursor::skip_space(text, name);
    let is_name = text[name..].starts_with(char::is_uppercase);
    is_name && grammar.word(Role::Group, text, name).is_none()
}

/// Adds the opinions of a Chinese text, where the word closes the list.
fn closed_by_word(text: &str, grammar: &dyn Grammar, found: &mut Vec<Citation>) {
    let mut from = 0;
    let mut list = Vec::new();
    while let Some((token, referent)) = next_number(text, from) {
        from = token.end;
        list.push((token, referent));
        let closed = cursor::sign(text, from, '号');
        let is_opinion = closed.is_some_and(|end| grammar.word(Role::Opinion, text, end).is_some());
        let goes_on = pinpoints::list_joint(text, closed.unwrap_or(from), grammar);
        if is_opinion {
            let opinions = list.drain(..);
            found.extend(opinions.map(|(token, referent)| {
                let start = token.start;
                citation(text, token, start, referent, grammar)
            }));
        } else if goes_on.is_none() {
            list.clear();
        }
    }
}

fn citation(
    text: &str,
    token: Range<usize>,
    start: usize,
    referent: Referent,
    grammar: &dyn Grammar,
) -> Citation {
    let pinpoint = grammar.pinpoint_after(text, token.end);
    let end = pinpoint.as_ref().map_or(token.end, |place| place.span.end);
    Citation {
        phrase: start..end,
        token,
        kind: Kind::Named,
        form: Form::Whole(referent),
        pinpoint,
        date: None,
    }
}

/// The first number of an opinion from `from` on, where it stands and what it is.
fn next_number(text: &str, from: usize) -> Option<(Range<usize>, Referent)> {
    text[from..].match_indices('/').find_map(|(offset, _)| {
        let stroke = from + offset;
        let digits = text[from..stroke].bytes().rev();
        let figures = digits.take_while(u8::is_ascii_digit).count();
        number_at(text, stroke - figures)
    })
}

/// "5/2021" at `at`.
fn number_at(text: &str, at: usize) -> Option<(Range<usize>, Referent)> {
    let number = cursor::digits(text, at).filter(|run| (1..=2).contains(&run.count))?;
    let year = cursor::digits(text, cursor::sign(text, number.end, '/')?)?;
    let goes_on = cursor::next(text, year.end)
        .is_some_and(|(next, _)| next == '/' || next == '-' || next.is_ascii_alphanumeric());
    let before = text[..at].chars().next_back();
    let is_inner = before.is_some_and(|before| before == '/' || before.is_ascii_alphanumeric());
    if !YEARS.contains(&year.value) || goes_on || is_inner {
        return None;
    }
    let (number, token) = (number.value, at..year.end);
    let year = year.value;
    let referent = if year < WITH_SYMBOL {
        Referent::Other(
            format!("Working Group on Arbitrary Detention: opinion No. {number}/{year}").into(),
        )
    } else {
        Referent::Symbol(Symbol::parse(&format!("A/HRC/WGAD/{year}/{number}"))?)
    };
    Some((token, referent))
}
