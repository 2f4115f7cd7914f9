//! Reads the name of a body where it stands: the longest name of the table, else a capitalised name with
//! a noun for a body in it ("Conference of the Parties to the Minamata Convention"), else that noun alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::scan::cursor;
use crate::{Body, grammar};

/// A body that a text names, and how.
pub(in crate::scan) struct Mention {
    pub(in crate::scan) body: Body,
    pub(in crate::scan) how: How,
    /// The offset behind the name.
    pub(in crate::scan) end: usize,
}

/// How surely a name tells the body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::scan) enum How {
    /// A name of the table.
    Listed,
    /// A full name that the table does not have.
    Written,
    /// A noun that the text elsewhere spells out: "the Commission".
    Noun,
}

/// Nouns that make a capitalised name the name of a body that may adopt something.
const NOUNS: [&str; 16] = [
    "Commission",
    "Committee",
    "Council",
    "Conference",
    "Assembly",
    "Board",
    "Parliament",
    "Congress",
    "Organization",
    "Organisation",
    "Union",
    "Agency",
    "Forum",
    "Group",
    "Subcommittee",
    "Sub-Commission",
];

/// Nouns that stand for a body by themselves once the text has named it.
const ALONE: [&str; 8] = [
    "Commission",
    "Committee",
    "Council",
    "Conference",
    "Board",
    "Congress",
    "Parliament",
    "Forum",
];

/// Capitalised words that begin a sentence and no name.
const OPENERS: [&str; 58] = [
    "Acknowledges",
    "Acting",
    "Adopts",
    "Affirms",
    "After",
    "Also",
    "And",
    "Appeals",
    "Approves",
    "As",
    "At",
    "Before",
    "Both",
    "By",
    "Calls",
    "Commends",
    "Condemns",
    "Confirms",
    "Considers",
    "Decides",
    "Declares",
    "Demands",
    "Directs",
    "Emphasizes",
    "Encourages",
    "Endorses",
    "Expresses",
    "For",
    "From",
    "Further",
    "In",
    "Invites",
    "Notes",
    "On",
    "Reaffirms",
    "Recalls",
    "Recognizes",
    "Recommends",
    "Regrets",
    "Reiterates",
    "Requests",
    "See",
    "Since",
    "Stresses",
    "Strongly",
    "Supports",
    "Takes",
    "That",
    "The",
    "This",
    "To",
    "Under",
    "Underlines",
    "Underscores",
    "Urges",
    "Welcomes",
    "When",
    "With",
];

/// The most words a name may have.
const WORDS: usize = 26;

/// Names of the table by their first word, longest first.
static LISTED: LazyLock<HashMap<&'static str, Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| {
        let mut listed: HashMap<_, Vec<_>> = HashMap::new();
        for row in grammar::bodies() {
            for name in std::iter::once(&row.name).chain(&row.also) {
                listed
                    .entry(first_word(name, 0))
                    .or_default()
                    .push((*name, row.key));
            }
        }
        for names in listed.values_mut() {
            names.sort_by_key(|(name, _)| usize::MAX - name.len());
        }
        listed
    });

/// The body whose name begins at `at`, where a word begins with a capital.
pub(in crate::scan) fn at(text: &str, at: usize) -> Option<Mention> {
    let first = first_word(text, at);
    let listed = LISTED.get(first).and_then(|names| {
        names
            .iter()
            .find_map(|(name, key)| Some((*key, same_words(text, at, name)?)))
    });
    let Some((key, end)) = listed else {
        return written(text, at, first);
    };
    // "Human Rights Council Advisory Committee", "General Assembly of the World Tourism Organization".
    let longer = written(text, at, first)
        .filter(|longer| longer.how == How::Written && longer.end > end && goes_on(text, end));
    Some(longer.unwrap_or(Mention {
        body: Body::new(key),
        how: How::Listed,
        end,
    }))
}

/// The offset behind the listed name of several words at `at`.
fn listed_end(text: &str, at: usize) -> Option<usize> {
    LISTED
        .get(first_word(text, at))?
        .iter()
        .filter(|(name, _)| name.contains(' '))
        .find_map(|(name, _)| same_words(text, at, name))
}

/// Whether words that make another body of a listed one follow at `end`.
fn goes_on(text: &str, end: usize) -> bool {
    let mut next = cursor::skip_space(text, end);
    if let Some(of) = cursor::word(text, next, "of") {
        next = cursor::skip_space(text, of);
        next = cursor::word(text, next, "the").map_or(next, |end| cursor::skip_space(text, end));
        // The Assembly of the United Nations is the Assembly.
        if same_words(text, next, "United Nations").is_some() {
            return false;
        }
    }
    if next == end {
        return false;
    }
    let mut noun = false;
    while let Some(word) = capitalised(text, next) {
        noun |= NOUNS.contains(&word);
        next = cursor::skip_space(text, next + word.len());
    }
    noun
}

/// A name that the table does not have, or a noun alone.
fn written(text: &str, at: usize, first: &str) -> Option<Mention> {
    // Declarations say "Reaffirm" where resolutions say "Reaffirms".
    let opens = |opener: &&str| *opener == first || opener.strip_suffix('s') == Some(first);
    if first.ends_with("ing") || OPENERS.iter().any(opens) {
        return None;
    }
    let mut reader = Name {
        words: 0,
        noun: None,
        end: at,
        last: "",
    };
    let mut next = at;
    while reader.words < WORDS {
        let Some(word) = capitalised(text, next) else {
            break;
        };
        reader.take(word, next);
        let Some(following) = reader.joint(text, next + word.len()) else {
            break;
        };
        next = following;
        // A listed name inside may have commas: "… of the United Nations Educational, Scientific and …".
        if let Some(end) = reader.noun.and_then(|_| listed_end(text, next)) {
            reader.words += 1;
            reader.end = end;
            break;
        }
    }
    let noun = reader.noun?;
    if hides_listed(text, at, reader.end) {
        return None;
    }
    let name = &text[at..reader.end];
    let mut words = name.split_ascii_whitespace();
    let one_line = words.by_ref().collect::<Vec<_>>().join(" ");
    let (how, name) = if reader.words == 1 {
        ALONE.contains(&noun).then_some((How::Noun, one_line))?
    } else if one_line == "Conference of the Parties" || one_line == "Working Group" {
        (How::Noun, one_line)
    } else if let Some(head) = SHORT_TREATIES
        .iter()
        .find_map(|end| one_line.strip_suffix(end))
    {
        (How::Noun, head.to_owned())
    } else {
        (How::Written, one_line)
    };
    Some(Mention {
        body: Body::new(&name),
        how,
        end: reader.end,
    })
}

/// Whether the words from `at` to `end` are a listed name behind something else: "Reaffirm General Assembly",
/// "Effects and Security Council".
fn hides_listed(text: &str, at: usize, end: usize) -> bool {
    let words = text[at..end]
        .match_indices(|c: char| c.is_ascii_whitespace())
        .map(|(offset, _)| at + offset + 1);
    let opens_sentence = text[..at]
        .trim_end()
        .ends_with(['.', ';', ':', ')', '\u{1A}'])
        || text[..at].trim().is_empty();
    let mut behind_and = false;
    for (index, start) in words.enumerate() {
        let word = first_word(text, start);
        let hidden = LISTED.get(word).is_some_and(|names| {
            names.iter().any(|(name, key)| {
                let principal = matches!(*key, "A" | "S" | "E" | "A/HRC");
                let parted = behind_and || index == 0 && (opens_sentence || !principal);
                parted && name.contains(' ') && same_words(text, start, name) == Some(end)
            })
        });
        if hidden {
            return true;
        }
        behind_and = word == "and";
    }
    false
}

/// "the Conference of the Parties to the Convention" says no more than "the Conference of the Parties".
const SHORT_TREATIES: [&str; 4] = [
    " to the Convention",
    " to the Protocol",
    " to the Agreement",
    " to the Treaty",
];

/// A name as far as it is read.
struct Name<'t> {
    words: usize,
    noun: Option<&'t str>,
    end: usize,
    last: &'t str,
}

impl<'t> Name<'t> {
    fn take(&mut self, word: &'t str, at: usize) {
        let is_noun = NOUNS.contains(&word) && (word != "Group" || self.last == "Working");
        if is_noun {
            self.noun = Some(word);
        }
        self.words += 1;
        self.end = at + word.len();
        self.last = word;
    }

    /// Where the name's next capitalised word begins, over small words that may join it to `from`.
    fn joint(&self, text: &str, from: usize) -> Option<usize> {
        let next = cursor::skip_space(text, from);
        if next == from {
            return None;
        }
        if text.as_bytes().get(next)?.is_ascii_uppercase() {
            return Some(next);
        }
        if self.last == "Parties"
            && let Some(behind) = same_words(text, next, "serving as the meeting of the")
        {
            return Some(cursor::skip_space(text, behind));
        }
        let word = first_word(text, next);
        let behind = cursor::skip_space(text, next + word.len());
        let article = cursor::word(text, behind, "the");
        let next = article.map_or(behind, |end| cursor::skip_space(text, end));
        // "Organization of la Francophonie".
        let word = match (word, first_word(text, next)) {
            ("of", "la" | "le") => return Some(cursor::skip_space(text, next + 2)),
            _ => word,
        };
        let joins = match word {
            "and" => article.is_none() && self.noun != Some(self.last),
            "of" | "for" | "on" | "against" | "relating" => self.noun.is_some(),
            "to" => matches!(self.last, "Parties" | "Commissioner"),
            _ => false,
        };
        joins.then_some(next)
    }
}

/// The capitalised word at `at`, hyphens and apostrophes in it included.
fn capitalised(text: &str, at: usize) -> Option<&str> {
    let word = first_word(text, at);
    word.starts_with(|c: char| c.is_ascii_uppercase())
        .then_some(word)
}

/// The word at `at`: letters, hyphens between them, and characters beyond ASCII inside it.
fn first_word(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let is_letter = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_alphanumeric);
    let mut end = at;
    while end < bytes.len() {
        let inside = matches!(bytes[end], b'-' | b'\'' | 0x1A) && end > at && is_letter(end + 1);
        if !is_letter(end) && !inside {
            break;
        }
        end += 1;
    }
    &text[at..end]
}

/// The offset behind `name` at `start`; white space in the text may be of any kind and length, a hyphen may
/// be followed by a line break, and an apostrophe may be of any kind.
pub(crate) fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    for wanted in name.bytes() {
        match wanted {
            b' ' => {
                let next = cursor::skip_space(text, at);
                if next == at {
                    return None;
                }
                at = next;
            }
            b'\'' => {
                matches!(bytes.get(at), Some(b'\'' | 0x1A)).then_some(())?;
                at += 1;
            }
            b'-' => {
                (bytes.get(at) == Some(&b'-')).then_some(())?;
                at = cursor::skip_space(text, at + 1);
            }
            _ => {
                (bytes.get(at) == Some(&wanted)).then_some(())?;
                at += 1;
            }
        }
    }
    bytes
        .get(at)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
        .then_some(at)
}
