//! Acronyms and short forms that are introduced: "Full Name (ACR)", "ACR (Full Name)", "Full Name
//! (hereinafter referred to as the Committee)", "Full Name (“the Committee”)".

use std::ops::Range;

use citation::single_spaced;

use super::{Definition, acronyms, full_name};

/// Longest parenthesis that can introduce a short form, in bytes.
const LONGEST: usize = 160;

/// Words that say that a short form follows.
const ANNOUNCING: [&str; 23] = [
    "hereinafter referred to as",
    "hereafter referred to as",
    "henceforth referred to as",
    "referred to as",
    "hereinafter",
    "hereafter",
    "henceforth",
    "also known as",
    "or",
    "ci-après dénommée",
    "ci-après dénommé",
    "ci-après désignée",
    "ci-après désigné",
    "ci-après appelée",
    "ci-après appelé",
    "ci-après",
    "en lo sucesivo denominada",
    "en lo sucesivo denominado",
    "en lo sucesivo",
    "en adelante denominada",
    "en adelante denominado",
    "en adelante",
    "denominada en lo sucesivo",
];

/// The articles before a short form.
const ARTICLES: [&str; 12] = [
    "the ", "The ", "a ", "an ", "le ", "la ", "les ", "l’", "l'", "el ", "los ", "las ",
];

/// The longest name that ends right before its short form, in bytes.
const NAME: usize = 400;

/// The definitions in `text`, in order.
pub(crate) fn find(text: &str) -> Vec<Definition> {
    let bytes = text.as_bytes();
    let mut found: Vec<Definition> = Vec::new();
    for open in memchr::memchr_iter(b'(', bytes) {
        let limit = bytes.len().min(open + LONGEST);
        let Some(length) = memchr::memchr2(b')', b'(', &bytes[open + 1..limit]) else {
            continue;
        };
        let close = open + 1 + length;
        if bytes[close] == b')' && !is_numbered(&text[close + 1..]) {
            in_parentheses(text, &(open + 1..close), &mut found);
        }
    }
    found
}

/// Whether the number of an act follows, of whose name the parenthesis is a part: "Regulation (EU) 2024/1689",
/// "Regulation (EC) No 810/2009".
fn is_numbered(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix([' ', '\u{a0}']) else {
        return false;
    };
    if !rest.starts_with(|first: char| first.is_ascii_digit() || matches!(first, 'N' | 'n')) {
        return false;
    }
    let marks = ["No. ", "No ", "no. ", "no ", "n° ", "nº ", "n.º ", "núm. "];
    let number = marks.iter().find_map(|mark| rest.strip_prefix(mark));
    let number = number.unwrap_or(rest);
    let figures = number.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&figures)
        && number[figures..]
            .strip_prefix('/')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn in_parentheses(text: &str, inner: &Range<usize>, found: &mut Vec<Definition>) {
    let content = &text[inner.clone()];
    let before = text[..inner.start - 1].trim_end();
    let announced = announced(content).or_else(|| announced_behind_source(content));
    let short = announced.unwrap_or(content).trim();
    // "(hereinafter “ABC” or “the Council”)"
    let may_be_two = !short.ends_with(char::is_alphanumeric);
    let two = may_be_two
        .then(|| short.split_once(" or "))
        .flatten()
        .filter(|(one, other)| unquoted(one).is_some() && unquoted(other).is_some());
    let (first, second) = two.map_or((short, None), |(one, other)| (one, Some(other)));
    let known = found.len();
    for form in [first].into_iter().chain(second) {
        found.extend(short_form(text, before, form, announced.is_some()));
    }
    if found.len() == known {
        found.extend(
            spelt_out(text, before, content, inner).or_else(|| behind_comma(content, inner.start)),
        );
    }
}

/// The short form `form` of a parenthesis of `text` that stands behind `before`.
fn short_form(text: &str, before: &str, form: &str, is_announced: bool) -> Option<Definition> {
    let offset_of = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    };
    let quoted = unquoted(form);
    let bare = without_article(quoted.unwrap_or(form));
    if bare.is_empty() {
        return None;
    }
    if let Some(length) = acronyms::letters_of(bare).or_else(|| mixed_acronym(bare)) {
        let short = &bare[..length];
        // Other words in quotation marks may be any title.
        let name = full_name::before(before, short).or_else(|| {
            let name = before.strip_suffix(['”', '"', '»'])?;
            full_name::before(name, short).filter(|name| name.by_initials)
        })?;
        return Some(Definition {
            short: short.into(),
            short_span: offset_of(bare),
            full: single_spaced(&text[name.span.clone()]).into(),
            full_span: name.span,
            acronym: true,
            by_initials: name.by_initials,
        });
    }
    if quoted.is_none() && !(is_announced && begins_capital(without_article(form))) {
        return None;
    }
    let span = full_name::phrase_before(before).or_else(|| called_so(before, bare))?;
    Some(Definition {
        short: single_spaced(bare).into(),
        short_span: offset_of(bare),
        full: single_spaced(&text[span.clone()]).into(),
        full_span: span,
        acronym: false,
        by_initials: false,
    })
}

/// The name that ends `before` and begins with the noun that is its short form, where small words go on behind it: "la
/// Convention relative aux fleuves (ci-après « la Convention »)".
fn called_so(before: &str, short: &str) -> Option<Range<usize>> {
    let floor = before.ceil_char_boundary(before.len().saturating_sub(NAME));
    let start = floor + before[floor..].rfind(short)?;
    let behind = &before[start + short.len()..];
    let is_whole = behind.starts_with(char::is_whitespace)
        && !before[..start].ends_with(char::is_alphanumeric);
    let is_one = !behind.contains([';', ':', '(', '\n']) && !behind.contains(". ");
    (begins_capital(short) && is_whole && is_one).then_some(start..before.len())
}

/// "(the Full Name, ACR)": a second name for what stands before the parenthesis, with the acronym of that name.
fn behind_comma(content: &str, start: usize) -> Option<Definition> {
    let comma = content.rfind(',')?;
    let short = content[comma + 1..].trim();
    let length = acronyms::letters_of(short)?;
    let before = &content[..comma];
    let name = full_name::before(before, &short[..length])
        .filter(|name| name.by_initials && before[..name.span.start].trim().len() <= 4)?;
    let short_start = start + content.trim_end().len() - short.len();
    let full_span = start + name.span.start..start + name.span.end;
    Some(Definition {
        short: short[..length].into(),
        short_span: short_start..short_start + short.len(),
        full: single_spaced(&before[name.span]).into(),
        full_span,
        acronym: true,
        by_initials: true,
    })
}

/// "ACR (Full Name)": the initials must fit, for anything may stand in parentheses.
fn spelt_out(text: &str, before: &str, content: &str, inner: &Range<usize>) -> Option<Definition> {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(' || c == '“' || c == '"')
        .next()?;
    let length = acronyms::letters_of(word)?;
    let name = full_name::before(content, &word[..length])
        .filter(|name| name.by_initials && content[..name.span.start].trim().len() <= 4)?;
    let start = before.len() - word.len();
    let full_span = inner.start + name.span.start..inner.start + name.span.end;
    Some(Definition {
        short: word[..length].into(),
        short_span: start..before.len(),
        full: single_spaced(&text[full_span.clone()]).into(),
        full_span,
        acronym: true,
        by_initials: true,
    })
}

/// What follows the words that announce a short form.
fn announced(content: &str) -> Option<&str> {
    let content = content.trim_start();
    // Most parentheses are a year, a letter or an acronym: their first byte tells.
    if !content.starts_with(|first: char| "horaceHORACEd".contains(first)) {
        return None;
    }
    ANNOUNCING.iter().find_map(|words| {
        let head = content.get(..words.len())?;
        let rest = &content[words.len()..];
        let whole = rest.starts_with([' ', ',', '\n']);
        (head.eq_ignore_ascii_case(words) && whole)
            .then(|| rest.trim_start_matches([' ', ',', '\n', '\r']))
    })
}

/// The same behind the source of what the short form is for: "(resolution 69/313, annex; hereinafter “the Agenda”)".
fn announced_behind_source(content: &str) -> Option<&str> {
    let mut parts = content.match_indices([';', ',']);
    parts.find_map(|(mark, _)| {
        let part = content[mark + 1..].trim_start();
        // "or" and "also known as" join other things as well.
        let is_clear = part.starts_with(|first: char| "hceHCE".contains(first));
        is_clear.then(|| announced(part))?
    })
}

fn unquoted(words: &str) -> Option<&str> {
    let words = without_article(words);
    let open = words.chars().next()?;
    let close = match open {
        '“' => '”',
        '"' => '"',
        '‘' => '’',
        '«' => '»',
        _ => return None,
    };
    let inner = words[open.len_utf8()..].strip_suffix(close)?;
    (!inner.contains([open, close])).then(|| inner.trim())
}

fn without_article(words: &str) -> &str {
    let initial = words.as_bytes().first();
    ARTICLES
        .into_iter()
        .filter(|article| article.as_bytes().first() == initial)
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words)
        .trim()
}

fn begins_capital(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
}

/// `UN-Women`, `CoE`, `IoT`: one word with two capitals or more. Returns its length.
fn mixed_acronym(word: &str) -> Option<usize> {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let shape = (2..=12).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
        && word.starts_with(|c: char| c.is_ascii_uppercase());
    let small = word.bytes().any(|byte| byte.is_ascii_lowercase());
    (shape && small && capitals >= 2).then_some(word.len())
}

#[cfg(test)]
mod tests;
