//! General comments and recommendations of the treaty bodies: "observation générale no 36 (2018)", "observaciones
//! generales núms. 31 (2004) y 36 (2018)", "第31号一般性意见".
//!
//! What the words of a language count is the same list of numbers as in English; whose they are, the committee behind
//! says, in Chinese before, or the year.

mod chinese;

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{Grammar, arabic, bodies, by_table, cursor, dates, pinpoints, sentences};
use crate::families::general_comments::{Author, referent};
use crate::scan::searcher::Searcher;
use crate::{Body, Citation, Form, Kind};

/// The most numbers that one mention lists.
const NUMBERS: usize = 12;

/// The longest subject behind a number, in bytes.
const SUBJECT: usize = 200;

/// What stands in the word for "joint", between the words and the number.
const JOINT: [&str; 2] = ["conjoint", "conjunt"];

/// Stretches of text, one of which stands in every mention, with their language.
const ANCHORS: [(&str, &dyn Grammar); 21] = [
    ("bservation générale", &by_table::FRENCH),
    ("bservations générales", &by_table::FRENCH),
    ("ecommandation générale", &by_table::FRENCH),
    ("ecommandations générales", &by_table::FRENCH),
    ("bservación general", &by_table::SPANISH),
    ("bservaciones generales", &by_table::SPANISH),
    ("ecomendación general", &by_table::SPANISH),
    ("ecomendaciones generales", &by_table::SPANISH),
    ("bservation Générale", &by_table::FRENCH),
    ("bservación General", &by_table::SPANISH),
    ("bservaciones Generales", &by_table::SPANISH),
    ("ecomendación General", &by_table::SPANISH),
    ("амечани", &by_table::RUSSIAN),
    ("бщая рекомендаци", &by_table::RUSSIAN),
    ("бщей рекомендаци", &by_table::RUSSIAN),
    ("бщую рекомендаци", &by_table::RUSSIAN),
    ("бщие рекомендаци", &by_table::RUSSIAN),
    ("бщих рекомендаци", &by_table::RUSSIAN),
    ("бщим рекомендаци", &by_table::RUSSIAN),
    ("تعليق", &arabic::Arabic),
    ("توصي", &arabic::Arabic),
];

static SEARCHER: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::new(&ANCHORS.map(|(written, _)| written)));

/// Adds every general comment that `text` cites by number in one of these languages.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    chinese::find(text, found);
    for (anchor, hit) in SEARCHER.find_iter(text) {
        let (_, grammar) = ANCHORS[anchor];
        if let Some(start) = cursor::anchored_start(text, hit.start)
            && let Some((words, end)) = grammar.word(Role::Comment, text, start)
        {
            list(text, start, end, words, grammar, found);
        }
    }
}

/// One number of a list.
struct Item {
    token: Range<usize>,
    value: u16,
    year: Option<u16>,
    author: Option<Body>,
    /// The offset behind the number and its committee.
    end: usize,
}

/// Adds the numbers behind `words`, which stand from `start` to `end`.
fn list(
    text: &str,
    start: usize,
    end: usize,
    words: &str,
    grammar: &dyn Grammar,
    found: &mut Vec<Citation>,
) {
    let several = words.ends_with('s');
    let mut items: Vec<Item> = Vec::new();
    let mut told = false;
    let mut at = grammar.words().skip(Role::Filler, text, end);
    let is_joint = JOINT.iter().any(|word| text[end..at].contains(word));
    while items.len() < NUMBERS
        && let Some((item, is_told)) = item(text, at, grammar)
        && (is_told || several || items.is_empty())
    {
        told |= is_told;
        let behind = author(text, item.token.end, grammar);
        let end = behind.as_ref().map_or(item.token.end, |(_, end)| *end);
        items.push(Item {
            author: behind.map(|(author, _)| author),
            end,
            ..item
        });
        let further = || {
            several
                .then(|| behind_subject(text, end, grammar))
                .flatten()
        };
        match joint(text, end, grammar).or_else(further) {
            Some(next) => at = next,
            None => break,
        }
    }
    // Without a sign, a year or a committee it is a day, a share or a count: "la recomendación general 5 de junio".
    if !told && items.iter().all(|item| item.author.is_none()) {
        return;
    }
    let unnamed = match Author::before(text, start) {
        // Each committee has a number of its own for a comment of two.
        Author::Unsaid if is_joint => Author::Another,
        author => author,
    };
    // A committee at the end of the list is that of every number before it.
    let mut author = None;
    let last = items.len() - 1;
    for (index, item) in items.into_iter().enumerate().rev() {
        author = item.author.or(author);
        let token = if index == 0 {
            start..item.token.end
        } else {
            item.token
        };
        let behind_subject = || pinpoints::behind_subject(text, item.end, grammar);
        found.push(Citation {
            pinpoint: grammar
                .pinpoint_after(text, item.end)
                .or_else(|| grammar.pinpoint_after(text, token.end))
                .or_else(|| behind_subject().filter(|_| index == last)),
            phrase: token.clone(),
            token,
            kind: Kind::Named,
            form: Form::Whole(referent(
                words.trim_end_matches('s'),
                item.value,
                item.year,
                author.as_ref().map_or(unnamed, Author::Committee),
            )),
            date: None,
        });
    }
}

/// "núm. 31 (2004)" at `at`, and whether its sign or its year tells that it is one.
fn item(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Item, bool)> {
    let start = cursor::skip_space(text, at);
    let signed = grammar.words().at(Role::Number, text, start);
    let figures = signed.map_or(start, |(_, end)| cursor::skip_space(text, end));
    let number = cursor::digits(text, figures)?;
    let value = u16::try_from(number.value)
        .ok()
        .filter(|value| (1..100).contains(value))?;
    let year = year(text, number.end);
    let end = year.map_or(number.end, |(_, end)| end);
    let is_told = signed.is_some() || year.is_some();
    let item = Item {
        token: start..end,
        value,
        year: year.map(|(year, _)| year),
        author: None,
        end,
    };
    let is_day = !is_told && dates::at_start(text, start, grammar).is_some();
    (number.count < 3 && !is_day && !cursor::is_letter(text, end)).then_some((item, is_told))
}

/// "(2004)" at `at`, and the offset behind it.
fn year(text: &str, at: usize) -> Option<(u16, usize)> {
    let open = cursor::sign(text, cursor::skip_space(text, at), '(')?;
    let figures = cursor::digits(text, open).filter(|figures| figures.count == 4)?;
    let close = cursor::sign(text, figures.end, ')')?;
    Some((u16::try_from(figures.value).ok()?, close))
}

/// The committee behind a number at `at`, and the offset behind its name.
fn author(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Body, usize)> {
    match bodies::after(text, at, grammar)? {
        (bodies::Name::Full(body), end) if body.to_string().contains("Committee") => {
            Some((body, end))
        }
        _ => None,
    }
}

/// The offset of the next number behind the subject of the one that ends at `at`: "no 3 (2013) concernant la torture et
/// no 5 (2015)". Its sign and its year tell it from all else that "and" joins.
fn behind_subject(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let words = grammar.words();
    let subject = cursor::skip_space(text, at);
    words.at(Role::About, text, subject)?;
    let limit = text.floor_char_boundary((subject + SUBJECT).min(text.len()));
    let limit = sentences::sentence_end(text, subject, limit, words.all(Role::Abbreviation));
    text[subject..limit]
        .match_indices(' ')
        .filter_map(|(offset, _)| grammar.and(text, subject + offset + 1))
        .map(|end| cursor::skip_space(text, end))
        .find(|next| {
            let signed = words.at(Role::Number, text, *next).is_some();
            signed && item(text, *next, grammar).is_some_and(|(item, _)| item.year.is_some())
        })
}

/// The offset of the next number of a list, behind a comma, "and" or both.
fn joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let spaced = cursor::skip_space(text, at);
    let comma = cursor::sign(text, spaced, ',').map(|end| cursor::skip_space(text, end));
    let next = comma.unwrap_or(spaced);
    let and = grammar
        .and(text, next)
        .map(|end| cursor::skip_space(text, end));
    and.or(comma)
}
