//! What stands beside symbols and names in these languages: paragraph references and dates.
//!
//! Symbols and names are found without knowing the language; only the words beside them have one. It is
//! that of the block. Where nothing tells, a unit that English spells alike ("article") does not count.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{GRAMMARS, Grammar, Language, cursor, dates, guess, pinpoints};
use crate::scan::cursor::ends;
use crate::scan::first_words::FirstWords;
use crate::scan::last_components;
use crate::scan::searcher::Searcher;
use crate::{Back, Citation, Form, Kind, Pinpoint, Referent, Symbol, words};

/// The words that open a date or a paragraph reference.
static OPENERS: LazyLock<FirstWords> = LazyLock::new(|| {
    let mut openers = FirstWords::default();
    let words = GRAMMARS.iter().flat_map(|grammar| {
        [Role::Unit, Role::Dated, Role::Adopted, Role::Lead]
            .into_iter()
            .flat_map(|role| grammar.words().all(role))
    });
    for word in words {
        openers.add(&word.written);
    }
    openers
});

/// Words that join a paragraph reference to what follows; an apostrophe ends one as well.
const JOINTS: [&str; 14] = [
    "de", "la", "du", "des", "del", "al", "au", "aux", "a", "sa", "son", "ses", "su", "sus",
];

/// The most letters of one of them.
const LONGEST_JOINT: usize = 3;

/// What describes a document in parentheses behind, in each of these languages, and how far before, in bytes.
static REPORTS: LazyLock<Searcher> = LazyLock::new(|| {
    Searcher::new(&[
        "rapport",
        "informe",
        "observations finales",
        "observaciones finales",
        "доклад",
        "замечани",
        "تقرير",
        "ملاحظات",
    ])
});

/// The nouns that stand right before the symbol of a document.
const DOCUMENTS: [&str; 5] = ["rapport", "document", "informe", "documento", "note"];
const DESCRIBED: usize = 200;

/// Adds to the citations of the block `text` the paragraph references and dates that stand beside them in
/// its language, if that is one of these, and the documents joined to them behind such a reference; whether there are
/// any. `found` are the citations of all finders.
pub(crate) fn complete(text: &str, found: &mut Vec<Citation>) -> bool {
    let mut language = None;
    let count = found.len();
    let mut joined = Vec::new();
    for citation in found.iter_mut() {
        let whole = matches!(
            citation.form,
            Form::Whole(_) | Form::Back(Back::NoteBefore | Back::Note(_) | Back::Cited)
        );
        let open = citation.pinpoint.is_none() || citation.date.is_none();
        let follows = |end: usize| may_follow(text, end);
        let may_speak = || {
            let Range { end, .. } = citation.phrase;
            follows(citation.token.end)
                || end > citation.token.end && follows(end)
                || may_precede(text, citation)
        };
        if !whole || !open || !may_speak() {
            continue;
        }
        let told = *language.get_or_insert_with(|| guess::told_language(text));
        for grammar in GRAMMARS {
            if told.is_none_or(|told| told == grammar.language())
                && complete_in(text, grammar, citation, told)
            {
                joined.append(&mut behind_place(text, grammar, citation));
            }
        }
    }
    found.append(&mut joined);
    found.len() > count
}

/// The corrigenda and addenda behind the place of a document: "E/2021/3, párrs. 8 a 12, y Corr.1".
fn behind_place(text: &str, grammar: &dyn Grammar, citation: &Citation) -> Vec<Citation> {
    let (Form::Whole(Referent::Symbol(symbol)), Some(place)) = (&citation.form, &citation.pinpoint)
    else {
        return Vec::new();
    };
    let next = pinpoints::list_joint(text, place.span.end, grammar);
    let next = next.filter(|_| place.span.start >= citation.token.end);
    let suffixes = next.map_or_else(Vec::new, |next| {
        last_components::suffixes(text, next, symbol)
    });
    let of_suffix = |(token, symbol): (Range<usize>, Symbol)| Citation {
        phrase: token.clone(),
        pinpoint: grammar.pinpoint_after(text, token.end),
        token,
        kind: Kind::Symbol,
        form: Form::Whole(Referent::Symbol(symbol)),
        date: None,
    };
    suffixes.into_iter().map(of_suffix).collect()
}

/// Whether what follows a citation that ends at `at` may be a date or a paragraph reference.
fn may_follow(text: &str, at: usize) -> bool {
    let mut bytes = &text.as_bytes()[at..];
    let is_space = |byte| matches!(byte, b' ' | b'\n' | b'\r');
    bytes = behind(bytes, |byte| matches!(byte, b')' | b']'));
    bytes = behind(bytes, is_space);
    if let [b',' | b'(', rest @ ..] = bytes {
        bytes = behind(rest, is_space);
    }
    match bytes.first() {
        Some(letter) if letter.is_ascii_alphabetic() => {
            // Figures may be glued to the word.
            OPENERS.may_open(
                bytes,
                0,
                words::letters(bytes, 0),
                words::eight_at(bytes, 0),
            )
        }
        Some(0xC2 | 0xE2) | None => false,
        Some(first) => !first.is_ascii(),
    }
}

/// What `bytes` go on with behind those that `belong` to their beginning.
fn behind(bytes: &[u8], belong: fn(u8) -> bool) -> &[u8] {
    let count = bytes.iter().take_while(|byte| belong(**byte)).count();
    &bytes[count..]
}

/// Whether what stands before a citation may be a paragraph reference.
fn may_precede(text: &str, citation: &Citation) -> bool {
    let before = text[..citation.phrase.start].trim_end();
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    if last.is_ascii_uppercase() && !text.as_bytes()[citation.phrase.start].is_ascii() {
        // "главы VII Устава".
        return true;
    }
    if last.is_ascii_alphabetic() {
        // Most words before a citation are longer than all of these.
        let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic);
        if letters.take(LONGEST_JOINT + 1).count() > LONGEST_JOINT {
            let is_symbol = matches!(citation.form, Form::Whole(Referent::Symbol(_)));
            return is_symbol && DOCUMENTS.iter().any(|noun| ends(before, noun));
        }
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
        return word.is_some_and(|word| JOINTS.contains(&word));
    }
    if last == '(' {
        let near = before.len().saturating_sub(DESCRIBED)..before.len();
        return REPORTS.find_in(before.as_bytes(), near).is_some();
    }
    if last.is_ascii_digit() || last == ')' {
        // "статьями 55 и 56 Устава": a name that needs no joining word is not written in Latin letters.
        return !text.as_bytes()[citation.phrase.start].is_ascii();
    }
    matches!(last, '\'' | '’') || last.is_alphanumeric()
}

/// Gives `citation` what stands beside it in the language of `grammar`; whether there is a paragraph reference.
fn complete_in(
    text: &str,
    grammar: &dyn Grammar,
    citation: &mut Citation,
    told: Option<Language>,
) -> bool {
    let is_adopted = matches!(&citation.form, Form::Whole(Referent::Symbol(symbol))
        if symbol.adopted().is_some());
    if citation.date.is_none()
        && is_adopted
        && let Some(stated) = dates::after(text, citation.token.end, grammar)
    {
        citation.phrase.end = citation.phrase.end.max(stated.end);
        citation.date = Some(stated.date);
    }
    if let Some(read) = &citation.pinpoint {
        // What English spells alike has been read, as far as English goes: "(arts. 13 y 14)".
        let ends = [citation.phrase.end.min(read.span.start), citation.token.end];
        let longer = told.and_then(|_| {
            let mut readings = ends
                .map(|end| grammar.pinpoint_after(text, end))
                .into_iter();
            readings.find_map(|longer| {
                longer.filter(|longer| {
                    longer.span.start == read.span.start && longer.span.end > read.span.end
                })
            })
        });
        let is_longer = longer.is_some();
        if let Some(longer) = longer {
            citation.phrase.end = citation.phrase.end.max(longer.span.end);
            citation.pinpoint = Some(longer);
        }
        return is_longer;
    }
    let pinpoint = grammar
        .pinpoint_after(text, citation.phrase.end)
        .or_else(|| grammar.pinpoint_after(text, citation.token.end))
        .or_else(|| grammar.pinpoint_before(text, citation.phrase.start))
        .or_else(|| pinpoints::described(text, citation.token.start, grammar))
        .or_else(|| pinpoints::of_report(text, citation.token.start, grammar))
        .filter(|pinpoint| told.is_some() || !is_english_too(text, grammar, pinpoint));
    let Some(pinpoint) = pinpoint else {
        return false;
    };
    citation.phrase = pinpoint.widening(&citation.phrase);
    citation.pinpoint = Some(pinpoint);
    true
}

/// Whether English spells the unit of a paragraph reference alike.
fn is_english_too(text: &str, grammar: &dyn Grammar, pinpoint: &Pinpoint) -> bool {
    let shared = grammar.words().all(Role::Shared);
    shared
        .iter()
        .any(|word| cursor::word(text, pinpoint.span.start, &word.written).is_some())
}
