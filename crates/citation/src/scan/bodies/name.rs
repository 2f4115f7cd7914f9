//! Reads the name of a body where it stands: the longest name of the table, else a capitalised name with
//! a noun for a body in it ("Conference of the Parties to the Minamata Convention"), else that noun alone.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::scan::cursor;
use crate::words::{self, Key, KeyHasher, eight_at};
use crate::{Body, grammar};

/// A body that a text names, and how.
pub(in crate::scan) struct Mention {
    /// The key of the body. It becomes a [`Body`] where the mention counts: most do not.
    pub(in crate::scan) key: Cow<'static, str>,
    pub(in crate::scan) how: How,
    /// The offset behind the name.
    pub(in crate::scan) end: usize,
}

impl Mention {
    pub(in crate::scan) fn body(&self) -> Body {
        Body::new(&self.key)
    }
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

/// Whether `word` is a noun that makes a capitalised name the name of a body that may adopt something.
fn is_noun(word: &str) -> bool {
    matches!(
        word,
        "Commission"
            | "Committee"
            | "Council"
            | "Conference"
            | "Assembly"
            | "Board"
            | "Parliament"
            | "Congress"
            | "Organization"
            | "Organisation"
            | "Union"
            | "Agency"
            | "Forum"
            | "Group"
            | "Subcommittee"
            | "Sub-Commission"
    )
}

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

/// The openers, in both forms: declarations say "Reaffirm" where resolutions say "Reaffirms".
static OPENING: LazyLock<HashSet<&'static str, KeyHasher>> = LazyLock::new(|| {
    let shorter = OPENERS.iter().filter_map(|opener| opener.strip_suffix('s'));
    OPENERS.iter().copied().chain(shorter).collect()
});

/// The most words a name may have.
const WORDS: usize = 26;

/// A name of the table.
struct Listed {
    name: &'static str,
    /// The key of its body.
    key: &'static str,
    /// The length of its first word, in bytes.
    first: usize,
}

/// Names of the table by what their first word begins with, longest first.
static LISTED: LazyLock<HashMap<Key, Vec<Listed>, KeyHasher>> = LazyLock::new(|| {
    let mut listed: HashMap<_, Vec<_>, KeyHasher> = HashMap::default();
    for row in grammar::bodies() {
        for name in std::iter::once(&row.name).chain(&row.also) {
            let names = listed.entry(words::word(name, 0).key).or_default();
            names.push(Listed {
                name,
                key: row.key,
                first: first_word(name, 0).len(),
            });
        }
    }
    for names in listed.values_mut() {
        names.sort_by_key(|listed| usize::MAX - listed.name.len());
    }
    listed
});

/// The words that may stand inside a name, of the table or written after its manner.
static INNER: LazyLock<HashSet<Key, KeyHasher>> = LazyLock::new(|| {
    let names =
        grammar::bodies().flat_map(|row| std::iter::once(row.name).chain(row.also.iter().copied()));
    let joints = JOINTS.into_iter().chain(["the", "la", "le", MEETING]);
    let words = names
        .chain(joints)
        .flat_map(|name| name.split(|c: char| !c.is_ascii_alphanumeric()));
    words.map(|word| words::word(word, 0).key).collect()
});

/// Whether the word at `at` may stand inside a name.
pub(in crate::scan) fn may_have(text: &str, at: usize) -> bool {
    INNER.contains(&words::word(text, at).key)
}

/// The body whose name begins at `at`, where a word begins with a capital.
pub(in crate::scan) fn at(text: &str, at: usize) -> Option<Mention> {
    Names::default().at(text, at)
}

/// Reads names of one text, from its front to its back.
#[derive(Default)]
pub(in crate::scan) struct Names {
    /// Where capitalised words end that have no noun for a body among them: what begins with a later one of them has
    /// none either, so that a long name is not read anew from each of its words.
    nameless: usize,
}

impl Names {
    /// The body whose name begins at `at`, where a word begins with a capital.
    pub(in crate::scan) fn at(&mut self, text: &str, at: usize) -> Option<Mention> {
        let first = first_word(text, at);
        let Some((listed, end)) = listed(text, at, first).next() else {
            return self.written(text, at, first);
        };
        // "Human Rights Council Advisory Committee", "General Assembly of the World Tourism Organization".
        let longer = goes_on(text, end)
            .then(|| self.written(text, at, first))
            .flatten()
            .filter(|longer| longer.how == How::Written && longer.end > end);
        Some(longer.unwrap_or(Mention {
            key: listed.key.into(),
            how: How::Listed,
            end,
        }))
    }

    /// A name that the table does not have, or a noun alone.
    fn written(&mut self, text: &str, at: usize, first: &str) -> Option<Mention> {
        // Behind a hyphen begins what may be a word by itself.
        if at < self.nameless && text.as_bytes()[at - 1].is_ascii_whitespace() {
            return None;
        }
        let name = Name::read(text, at, first);
        if name.noun.is_none() && name.words < WORDS {
            self.nameless = self.nameless.max(name.end);
        }
        name.mention(text, at, first)
    }
}

/// The listed names that stand at `at`, where the word `first` does, the longest first, each with the offset behind it.
fn listed(text: &str, at: usize, first: &str) -> impl Iterator<Item = (&'static Listed, usize)> {
    let length = first.len();
    // Mostly one letter of the second word tells.
    let next = match text.as_bytes().get(at + length..) {
        Some([b' ', next, ..]) if next.is_ascii_alphanumeric() => Some(*next),
        _ => None,
    };
    let may_stand = move |listed: &Listed| {
        listed.first == length
            && match (next, listed.name.as_bytes().get(length + 1)) {
                (Some(next), Some(wanted)) => next == *wanted,
                _ => true,
            }
    };
    let names = LISTED.get(&words::word(text, at).key).into_iter().flatten();
    names
        .filter(move |listed| may_stand(listed))
        .filter_map(move |listed| Some((listed, same_words(text, at, listed.name)?)))
}

/// The offset behind the listed name of several words at `at`.
fn listed_end(text: &str, at: usize) -> Option<usize> {
    listed(text, at, first_word(text, at))
        .find(|(listed, _)| listed.name.contains(' '))
        .map(|(_, end)| end)
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
    loop {
        let word = first_word(text, next);
        if !is_capitalised(word) {
            return noun;
        }
        noun |= is_noun(word);
        next = cursor::skip_space(text, next + word.len());
    }
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
        let hidden = listed(text, start, word).any(|(listed, name_end)| {
            let Listed { name, key, .. } = listed;
            let principal = matches!(*key, "A" | "S" | "E" | "A/HRC");
            let parted = behind_and || index == 0 && (opens_sentence || !principal);
            parted && name.contains(' ') && name_end == end
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

/// The small words inside a name.
const JOINTS: [&str; 7] = ["and", "of", "for", "on", "against", "relating", "to"];

/// What may follow "Conference of the Parties" in its name.
const MEETING: &str = "serving as the meeting of the";

/// A name as far as it is read.
struct Name<'t> {
    words: usize,
    noun: Option<&'t str>,
    end: usize,
    last: &'t str,
}

impl<'t> Name<'t> {
    /// The name at `at`, whose word there is `first`, as far as it may go.
    fn read(text: &'t str, at: usize, first: &'t str) -> Self {
        let mut name = Self {
            words: 0,
            noun: None,
            end: at,
            last: "",
        };
        let (mut word, mut next) = (first, at);
        while name.words < WORDS && is_capitalised(word) {
            name.take(word, next);
            let Some(following) = name.joint(text, next + word.len()) else {
                break;
            };
            next = following;
            // A listed name inside may have commas: "… of the United Nations Educational, Scientific and …".
            if let Some(end) = name.noun.and_then(|_| listed_end(text, next)) {
                name.words += 1;
                name.end = end;
                break;
            }
            word = first_word(text, next);
        }
        name
    }

    /// The body that the name, which begins with `first` at `at`, means.
    fn mention(&self, text: &str, at: usize, first: &str) -> Option<Mention> {
        let noun = self.noun?;
        if first.ends_with("ing") || OPENING.contains(first) || hides_listed(text, at, self.end) {
            return None;
        }
        if self.words == 1 {
            let alone = ALONE.into_iter().find(|alone| *alone == noun)?;
            return Some(Mention {
                key: alone.into(),
                how: How::Noun,
                end: self.end,
            });
        }
        let words: Vec<&str> = text[at..self.end].split_ascii_whitespace().collect();
        let one_line = words.join(" ");
        let (how, name) = if one_line == "Conference of the Parties" || one_line == "Working Group"
        {
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
            key: name.into(),
            how,
            end: self.end,
        })
    }

    fn take(&mut self, word: &'t str, at: usize) {
        if is_noun(word) && (word != "Group" || self.last == "Working") {
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
            && let Some(behind) = same_words(text, next, MEETING)
        {
            return Some(cursor::skip_space(text, behind));
        }
        let word = first_word(text, next);
        // Most words behind a capitalised one are longer, or shorter, than all that join.
        if !(2..=8).contains(&word.len()) || !JOINTS.contains(&word) {
            return None;
        }
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

fn is_capitalised(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The word at `at`: letters, hyphens between them, and characters beyond ASCII inside it.
fn first_word(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = words::word(text, at).end;
    while end > at
        && let Some([b'-' | b'\'' | 0x1A | 0x1B, next, ..]) = bytes.get(end..)
        && next.is_ascii_alphanumeric()
    {
        end = words::word(text, end + 1).end;
    }
    &text[at..end]
}

/// The offset behind `name` at `start`; white space in the text may be of any kind and length, a hyphen may
/// be followed by a line break, and an apostrophe may be of any kind.
pub(crate) fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let same = same_bytes(bytes.get(start..)?, name.as_bytes());
    let mut at = start + same;
    for wanted in name.as_bytes()[same..].iter().copied() {
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

/// How many bytes are the same in front, but for a space or hyphen at their end, behind which a text may have more.
fn same_bytes(text: &[u8], name: &[u8]) -> usize {
    let mut same = 0;
    while same < name.len() {
        let differing = eight_at(text, same) ^ eight_at(name, same);
        same += differing.trailing_zeros() as usize / 8;
        if differing != 0 {
            break;
        }
    }
    same = same.min(name.len()).min(text.len());
    let open = name[..same].ends_with(b" ") || name[..same].ends_with(b"-");
    if open && same < name.len() {
        same - 1
    } else {
        same
    }
}
