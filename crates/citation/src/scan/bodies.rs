//! Which body a number in prose belongs to, as far as the sentence says so.

use std::sync::LazyLock;

use super::cursor;
use crate::{Body, Naming, grammar};

/// Names that are no entry of the table of bodies but mean one.
const OTHER_NAMES: [(&str, &str); 15] = [
    ("Peace and Security Council", "Peace and Security Council"),
    ("Assembly", "A"),
    ("UNGA", "A"),
    ("UN General Assembly", "A"),
    ("GA", "A"),
    ("UN Security Council", "S"),
    ("UNSC", "S"),
    ("SC", "S"),
    ("ECOSOC", "E"),
    ("UN Human Rights Council", "A/HRC"),
    ("UNHRC", "A/HRC"),
    ("HRC", "A/HRC"),
    ("Assembly's", "A"),
    ("Environment Assembly", "UNEP/EA"),
    ("Commission for Social Development", "E/CN.5"),
];

/// Nouns that name a body by themselves once it is known.
const BODIES_ALONE: [&str; 5] = ["Commission", "Committee", "Council", "Conference", "Board"];

/// Names by length, longest first, so that "Human Rights Council" is not read as "Council".
static NAMES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let mut names: Vec<_> = grammar::bodies().map(|(key, name)| (name, key)).collect();
    names.extend(OTHER_NAMES);
    names.sort_by_key(|(name, key)| (usize::MAX - name.len(), *name, *key));
    names
});

/// A naming, and where its words begin.
pub(super) struct Named {
    pub(super) naming: Naming,
    pub(super) start: usize,
}

/// How the words before `at` (where "resolution" stands) name the body.
pub(super) fn before(text: &str, at: usize) -> Named {
    if let Some((body, start)) = ending_with_name(text, at) {
        return Named {
            naming: Naming::Named(body),
            start,
        };
    }
    if let Some(start) = ending_with_its(text, at) {
        let previous = previous_in_sentence(text, start);
        return Named {
            naming: Naming::Its { previous },
            start,
        };
    }
    if let Some((name, start)) = unknown_body(text, at) {
        return Named {
            naming: Naming::Named(Body::new(&name)),
            start,
        };
    }
    Named {
        naming: Naming::Unnamed {
            previous: previous_in_sentence(text, at),
        },
        start: at,
    }
}

/// "of the Human Rights Council" behind a number or its date, and the offset behind it.
pub(super) fn after(text: &str, at: usize) -> Option<(Body, usize)> {
    let start = cursor::skip_space(text, at);
    let start = cursor::word(text, start, ",").map_or(start, |end| cursor::skip_space(text, end));
    let start = match cursor::word(text, start, "adopted") {
        Some(end) => cursor::word(text, cursor::skip_space(text, end), "by")?,
        None => cursor::word(text, start, "of")?,
    };
    let start = cursor::word(text, cursor::skip_space(text, start), "the")?;
    let start = cursor::skip_space(text, start);
    NAMES
        .iter()
        .find_map(|(name, key)| {
            // "of the Assembly" alone is too little to overrule what stands before the number.
            let long = name.contains(' ') || name.len() <= 6 && *name != "GA" && *name != "SC";
            let end = long.then(|| same_words(text, start, name)).flatten()?;
            Some((Body::new(key), end))
        })
        .or_else(|| conference(text, start))
        .or_else(|| other_body(text, start))
}

/// A capitalised name of two words or more, or an acronym, at `start`: "European Parliament".
fn other_body(text: &str, start: usize) -> Option<(Body, usize)> {
    let mut end = start;
    let mut words: Vec<&str> = Vec::new();
    loop {
        let next = if words.is_empty() {
            end
        } else {
            cursor::skip_space(text, end)
        };
        let letters = text[next..]
            .bytes()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let word = &text[next..next + letters];
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            break;
        }
        words.push(word);
        end = next + letters;
    }
    let last = words.last().copied().unwrap_or("");
    let body = [
        "Parliament",
        "Organization",
        "Organisation",
        "Union",
        "Conference",
        "Board",
    ]
    .contains(&last)
        || last.ends_with("Council")
        || last.ends_with("Commission")
        || last.ends_with("Committee")
        || last.ends_with("Assembly");
    (words.len() > 1 && body).then(|| (Body::new(&words.join(" ")), end))
}

/// "Conference of the Parties to the Convention on Biological Diversity" at `start`.
fn conference(text: &str, start: usize) -> Option<(Body, usize)> {
    let mut at = same_words(text, start, "Conference of the Parties to the")?;
    let mut words = vec!["Conference of the Parties to the"];
    let mut end = at;
    let mut kept = 1;
    loop {
        let next = cursor::skip_space(text, at);
        let letters = text[next..]
            .bytes()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let word = &text[next..next + letters];
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        if next == at || !capital && !["on", "the", "of", "to", "in", "and", "for"].contains(&word)
        {
            break;
        }
        at = next + letters;
        words.push(word);
        if capital {
            end = at;
            kept = words.len();
        }
    }
    words.truncate(kept);
    (kept > 1).then(|| (Body::new(&words.join(" ")), end))
}

/// The table's body whose name ends right before `at`.
fn ending_with_name(text: &str, at: usize) -> Option<(Body, usize)> {
    let end = text[..at].trim_end().len();
    if end == at {
        return None;
    }
    NAMES.iter().find_map(|(name, key)| {
        let start = same_words_backwards(text, end, name)?;
        // "Habitat Assembly" is not the Assembly.
        let alone = name.contains(' ') || name.len() <= 6 || !follows_capital(text, start);
        alone.then(|| (Body::new(key), start))
    })
}

/// Whether a capitalised word stands right before `at`.
fn follows_capital(text: &str, at: usize) -> bool {
    let end = text[..at].trim_end().len();
    let word = &text[word_start(text, end)..end];
    word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.eq_ignore_ascii_case("the")
}

/// "its", "its previous", "its relevant": up to two words between "its" and the act.
fn ending_with_its(text: &str, at: usize) -> Option<usize> {
    let mut end = text[..at].trim_end().len();
    for _ in 0..3 {
        let start = word_start(text, end);
        let word = &text[start..end];
        if word.eq_ignore_ascii_case("its") {
            return Some(start);
        }
        if word.is_empty()
            || !word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        {
            return None;
        }
        end = text[..start].trim_end().len();
    }
    None
}

fn word_start(text: &str, end: usize) -> usize {
    let letters = text.as_bytes()[..end]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
        .count();
    end - letters
}

/// The body named last before `at` in its sentence, by its name, or by a noun for a body that no table
/// has ("the Commission").
pub(super) fn previous_in_sentence(text: &str, at: usize) -> Option<Body> {
    let floor = cursor::sentence_start(text, at, 600);
    let mut end = at;
    while end > floor {
        end = text[floor..end].trim_end().len() + floor;
        if end <= floor {
            return None;
        }
        let start = word_start(text, end);
        let word = &text[start..end];
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            end = if start < end { start } else { end - 1 };
            continue;
        }
        let named = NAMES.iter().find_map(|(name, key)| {
            let start = same_words_backwards(text, end, name)?;
            (start >= floor && name.contains(' ')).then(|| Body::new(key))
        });
        if named.is_some() {
            return named;
        }
        // "the Assembly" alone is the General Assembly's own way to speak of itself.
        let parliament = word == "Assembly" && follows_capital(text, start);
        if BODIES_ALONE.contains(&word) || parliament {
            let name = unknown_body(text, end).map_or_else(|| word.to_owned(), |(name, _)| name);
            return Some(Body::new(&name));
        }
        end = if start < end { start } else { end - 1 };
    }
    None
}

/// A capitalised name right before `at` that no table has: "Conference of the Parties", "PACE", "Council of
/// Europe".
fn unknown_body(text: &str, at: usize) -> Option<(String, usize)> {
    let end = text[..at].trim_end().len();
    let floor = cursor::sentence_start(text, at, 200);
    // A line of its own before "Resolution …" is a heading.
    let new_line = text[end..at].contains('\n') && text[at..].starts_with('R');
    if new_line || end <= floor {
        return None;
    }
    let mut start = end;
    let mut words: Vec<&str> = Vec::new();
    while start > floor {
        let word_end = text[floor..start].trim_end().len() + floor;
        let begin = word_start(text, word_end);
        let word = &text[begin..word_end];
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.ends_with("ing");
        let joining = ["of", "the", "to", "on", "for", "and", "in"].contains(&word);
        let fits = capital || joining && !words.is_empty();
        if word.is_empty() || !fits || begin < floor {
            break;
        }
        words.push(word);
        start = begin;
    }
    while let Some(first) = words.last() {
        let verb = words.len() > 2 && start == floor && first.ends_with('s');
        let capital = first.starts_with(|c: char| c.is_ascii_uppercase());
        if capital && !verb {
            break;
        }
        words.pop();
        start = end;
    }
    words.reverse();
    let acronym = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let named = match words.as_slice() {
        [] | ["United", "Nations"] => false,
        [only] => acronym(only),
        _ => words.len() < 20,
    };
    named.then(|| (words.join(" "), start))
}

/// The offset behind `name` at `start`; white space in the text may be of any kind and length.
fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let mut at = start;
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            at = cursor::skip_space(text, at);
        }
        at = text.get(at..)?.starts_with(word).then(|| at + word.len())?;
    }
    text.as_bytes()
        .get(at)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
        .then_some(at)
}

/// Where `name` starts when it ends at `end`.
fn same_words_backwards(text: &str, end: usize, name: &str) -> Option<usize> {
    let last = |words: &str, end: usize| words.as_bytes().get(end.wrapping_sub(1)).copied();
    if last(text, end) != last(name, name.len()) {
        return None;
    }
    let mut at = end;
    for (index, word) in name.rsplit(' ').enumerate() {
        if index > 0 {
            let before = text[..at].trim_end_matches([' ', '\n', '\r', '\t']).len();
            if before == at {
                return None;
            }
            at = before;
        }
        at = text[..at].ends_with(word).then(|| at - word.len())?;
    }
    let whole = at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
    whole.then_some(at)
}
