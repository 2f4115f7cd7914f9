//! The parts of an adopted number: session or year, lettered part, term in parentheses.

use std::borrow::Cow;

use crate::Roman;
use crate::adopted::Term;

/// The leading digits of `text`, at most `most` of them and followed by no other digit.
pub(crate) fn digits(text: &str, most: usize) -> Option<&str> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&length).then(|| &text[..length])
}

/// The year or session that a plain figure states.
pub(crate) fn term(figure: u16) -> Term {
    if figure > 1900 {
        Term::Year(figure)
    } else {
        Term::Session(figure)
    }
}

/// What a body that numbers by year means by a figure: "1296" is a year mistyped.
pub(crate) fn by_year(term: Term) -> Term {
    match term {
        Term::Session(figure @ 1000..) => Term::Year(figure),
        other => other,
    }
}

/// A session or year that a stroke must follow: `67/`, `S-10/`, `2006/`.
pub(crate) fn session(text: &str) -> Option<(Term, usize)> {
    let begins = |with: &str| {
        let start = text.as_bytes().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    let (skip, make): (usize, fn(u16) -> Term) = if begins("ES-") {
        (3, Term::Emergency)
    } else if begins("S-") {
        (2, Term::Special)
    } else {
        (0, term)
    };
    let number = digits(&text[skip..], 4)?;
    let end = skip + number.len();
    text[end..]
        .starts_with('/')
        .then_some((make(number.parse().ok()?), end))
}

/// The year in parentheses that ends `number`: 2000 of "1325 (2000)".
pub(crate) fn year_behind(number: &str) -> Option<u16> {
    let at = number.find(|c: char| !c.is_ascii_digit())?;
    match parenthesis_term(&number[at..]) {
        Some((Term::Year(year), _)) => Some(year),
        _ => None,
    }
}

/// A lettered part after a number, canonical, and its length: ` A`, `B`, `(B)`, ` A-C`, ` A and B`,
/// ` A, B and C`, ` a-c`.
pub(crate) fn part(text: &str) -> Option<(String, usize)> {
    let spaces = text.bytes().take_while(|byte| *byte == b' ').count();
    if spaces > 1 {
        return None;
    }
    let rest = &text[spaces..];
    if let Some(inner) = rest.strip_prefix('(') {
        let letter = inner.bytes().next().filter(u8::is_ascii_uppercase)?;
        let is_roman = matches!(letter, b'I' | b'V' | b'X' | b'L' | b'C');
        return (inner[1..].starts_with(')') && !is_roman)
            .then(|| (char::from(letter).to_string(), spaces + 3));
    }
    let first = rest.bytes().next().filter(u8::is_ascii_alphabetic)?;
    // Mostly a word follows.
    if matches!(rest.as_bytes(), [_, second, ..] if second.is_ascii_alphanumeric()) {
        return None;
    }
    let mut length = 1;
    let mut lists = false;
    while let Some((joint, _, more)) = further_letter(&rest[length..]) {
        length += more;
        lists = joint == ", ";
        if !lists {
            break;
        }
    }
    // "A, B" may be a list of other things; only "A, B and C" is one part.
    if lists {
        length = 1;
    }
    if first.is_ascii_lowercase() && spaces > 0 && length == 1 {
        return None;
    }
    let after = &rest[length..];
    let whole_word = !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    // "resolution 67/172 A new approach": a letter that is a word, and begins others, is no part letter.
    let begins_words = spaces > 0
        && length == 1
        && matches!(first, b'A' | b'I')
        && after.starts_with(' ')
        && after[1..].starts_with(|c: char| c.is_ascii_lowercase())
        && !after
            .split_ascii_whitespace()
            .next()
            .is_some_and(|word| BEHIND_A_PART.contains(&word));
    (whole_word && !begins_words).then(|| (canonical_part(&rest[..length]), spaces + length))
}

/// A part as it is written, with its letters as capitals.
fn canonical_part(written: &str) -> String {
    let mut canonical = written[..1].to_ascii_uppercase();
    while let Some((joint, letter, _)) = further_letter(&written[canonical.len()..]) {
        canonical.push_str(joint);
        canonical.push(char::from(letter.to_ascii_uppercase()));
    }
    canonical
}

/// Words that go on with the sentence behind a part letter.
const BEHIND_A_PART: [&str; 24] = [
    "of", "and", "to", "on", "or", "dated", "adopted", "in", "as", "by", "with", "is", "so", "for",
    "which", "should", "shall", "was", "were", "has", "have", "entitled", "until", "from",
];

/// The joint, the letter and their length where a further letter follows: `-C`, ` and B`, `, B`.
fn further_letter(text: &str) -> Option<(&'static str, u8, usize)> {
    let joints = ["-", " and ", " to ", ", "];
    joints.into_iter().find_map(|joint| {
        let rest = text.strip_prefix(joint)?;
        let letter = rest.bytes().next().filter(u8::is_ascii_alphabetic)?;
        let alone = !rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        let fits = alone && (joint == "-" || letter.is_ascii_uppercase());
        fits.then_some((joint, letter, joint.len() + 1))
    })
}

/// The year or Roman session in parentheses behind a number, and its length with the space before.
pub(crate) fn parenthesis_term(text: &str) -> Option<(Term, usize)> {
    /// Longer no wrapped line is indented.
    const INDENT: usize = 16;
    // Mostly one byte tells that no parenthesis follows.
    if !text.starts_with([' ', '\n', '\r', '(']) {
        return None;
    }
    let rest = text.trim_start_matches([' ', '\n', '\r']);
    let spaces = text.len() - rest.len();
    // The next line may be indented.
    if spaces > 2 && !(spaces <= INDENT && text[..spaces].trim_start_matches(' ').starts_with('\n'))
    {
        return None;
    }
    let inner = rest.strip_prefix('(')?;
    let close = inner.bytes().take(13).position(|byte| byte == b')')?;
    let term = term_in_parentheses(inner[..close].trim())?;
    Some((term, spaces + close + 2))
}

fn term_in_parentheses(inner: &str) -> Option<Term> {
    let compact = if inner.contains(' ') {
        Cow::Owned(inner.replace(' ', ""))
    } else {
        Cow::Borrowed(inner)
    };
    if let Some(year) = digits(&compact, 4)
        && year.len() == 4
        && compact.len() == 4
        && !year.starts_with('0')
    {
        return year.parse().ok().map(Term::Year);
    }
    if let Some(numeral) = compact.strip_prefix("ES-") {
        return Roman::parse(numeral).map(Term::RomanEmergency);
    }
    if let Some(numeral) = compact.strip_prefix("S-") {
        return Roman::parse(numeral).map(Term::RomanSpecial);
    }
    Roman::parse(&compact).map(Term::RomanSession)
}
