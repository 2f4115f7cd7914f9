//! Reads the name of a body where it stands: the longest name of the table, else a capitalised name with
//! a noun for a body in it ("Conference of the Parties to the Minamata Convention"), else that noun alone.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::hidden::hides_listed;
use super::listed::{self, first_word, listed, listed_end, same_words};
use super::nouns::{OPENING_WORDS, SEARCHED, is_noun, possessive};
use crate::body::NOUNS;
use crate::scan::{cursor, looked_at};
use crate::words::{self, Key, KeyHasher};
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

/// The most words a name may have.
const WORDS: usize = 26;

/// The body whose name begins at `at`, where a word begins with a capital.
pub(in crate::scan) fn at(text: &str, at: usize) -> Option<Mention> {
    Names::single().at(text, at)
}

/// Reads names of one text, from its front to its back.
pub(in crate::scan) struct Names {
    /// Where a noun for a body stands, and how far before it its name may begin.
    reach: Range<usize>,
    /// No name begins behind this offset.
    end: usize,
    /// No name ends behind this offset, if that is known.
    furthest: Option<usize>,
    /// Where capitalised words end that have no noun for a body among them: what begins with a later one of them has
    /// none either, so that a long name is not read anew from each of its words.
    nameless: usize,
}

impl Names {
    /// A reader of the names that begin before `end`.
    pub(in crate::scan) fn before(end: usize) -> Self {
        Self {
            reach: 0..0,
            end,
            furthest: None,
            nameless: 0,
        }
    }

    /// A reader of the names that begin and end before `end`.
    pub(in crate::scan) fn within(end: usize) -> Self {
        Self {
            furthest: Some(end),
            ..Self::before(end)
        }
    }

    /// A reader of a single name.
    fn single() -> Self {
        Self {
            reach: 0..usize::MAX,
            end: 0,
            furthest: None,
            nameless: 0,
        }
    }

    /// The body whose name begins at `at`, where a word begins with a capital.
    pub(in crate::scan) fn at(&mut self, text: &str, at: usize) -> Option<Mention> {
        // Of most capitalised words their first letters tell that no name of the table begins with them.
        let listed = listed::may_begin(text, at)
            .then(|| listed(text, at, first_word(text, at)).next())
            .flatten();
        let Some((listed, end)) = listed else {
            return self.written_near_noun(text, at);
        };
        // "Human Rights Council Advisory Committee", "General Assembly of the World Tourism Organization".
        let longer = goes_on(text, end)
            .then(|| self.written_near_noun(text, at))
            .flatten()
            .filter(|longer| longer.how == How::Written && longer.end > end);
        Some(longer.unwrap_or(Mention {
            key: listed.key.into(),
            how: How::Listed,
            end,
        }))
    }

    /// Whether nothing but words stands between `at` and the next noun for a body.
    fn may_reach_noun(&mut self, bytes: &[u8], at: usize) -> bool {
        if at >= self.reach.end && self.reach.end < self.end {
            // The last name may go on behind the end, as far as words do.
            let furthest = *self
                .furthest
                .get_or_insert_with(|| self.end + joined(&bytes[self.end..]));
            looked_at::count(furthest.saturating_sub(at));
            self.reach = match SEARCHED.find_in(bytes, at..furthest) {
                Some((_, noun)) => {
                    let before = bytes[at..noun.start].iter().rev();
                    let joined = before.take_while(|byte| may_join(**byte)).count();
                    noun.start - joined..noun.end
                }
                None => self.end..self.end,
            };
        }
        self.reach.contains(&at)
    }

    /// A name that the table does not have, or a noun alone, where a noun is near.
    fn written_near_noun(&mut self, text: &str, at: usize) -> Option<Mention> {
        self.may_reach_noun(text.as_bytes(), at)
            .then(|| self.written(text, at, first_word(text, at)))?
    }

    /// A name that the table does not have, or a noun alone.
    fn written(&mut self, text: &str, at: usize, first: &str) -> Option<Mention> {
        // Behind a hyphen begins what may be a word by itself.
        let is_behind_space = || text[..at].ends_with(|c: char| c.is_ascii_whitespace());
        if at < self.nameless && is_behind_space() {
            return None;
        }
        let name = Name::read(text, at, first);
        if name.noun.is_none() && name.words < WORDS {
            self.nameless = self.nameless.max(name.end);
        }
        name.mention(text, at, first)
    }
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

/// What bodies adopt, in the capitals of titles: the name of the body ends before it.
const ACTS: [&str; 8] = [
    "Conclusions",
    "Decision",
    "Decisions",
    "Decree",
    "Directive",
    "Regulation",
    "Resolution",
    "Resolutions",
];

/// "the Conference of the Parties to the Convention" says no more than "the Conference of the Parties".
const SHORT_TREATIES: [&str; 4] = [
    " to the Convention",
    " to the Protocol",
    " to the Agreement",
    " to the Treaty",
];

/// What an instrument is called, behind which "and" begins something else: "the Registration Convention and Assembly
/// resolution 62/101".
const INSTRUMENTS: [&str; 6] = [
    "Agreement",
    "Charter",
    "Convention",
    "Covenant",
    "Protocol",
    "Treaty",
];

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
            // "Council Regulation", "Council for Namibia Decree No. 1".
            if name.noun.is_some() && ACTS.contains(&word) {
                break;
            }
            if let Some(owner) = possessive(word)
                && !is_capitalised(first_word(
                    text,
                    cursor::skip_space(text, next + word.len()),
                ))
            {
                name.take(owner, next);
                break;
            }
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
        let is_governing = self.words == 2 && first == "Governing" && noun == "Council";
        if first.ends_with("ing") && !is_governing
            || OPENING_WORDS.contains(first)
            || hides_listed(text, at, self.end)
        {
            return None;
        }
        if self.words == 1 {
            let alone = NOUNS.into_iter().find(|alone| *alone == noun)?;
            return Some(Mention {
                key: alone.into(),
                how: How::Noun,
                end: self.end,
            });
        }
        let words: Vec<&str> = text[at..self.end].split_ascii_whitespace().collect();
        let one_line = words.join(" ");
        let is_noun = matches!(&*one_line, "Conference of the Parties" | "Working Group");
        let (how, name) = if is_noun || is_governing {
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
            // "decision of the Council ISBA/19/C/17": a symbol begins.
            let end = next + words::letters(text.as_bytes(), next);
            return (text.as_bytes().get(end) != Some(&b'/')).then_some(next);
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
            "and" => {
                let ends = self.noun == Some(self.last) || INSTRUMENTS.contains(&self.last);
                article.is_none() && !ends
            }
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

/// The small words inside a name.
const JOINTS: [&str; 7] = ["and", "of", "for", "on", "against", "relating", "to"];

/// What may follow "Conference of the Parties" in its name.
const MEETING: &str = "serving as the meeting of the";

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

/// How far nothing but words goes on at the front of `bytes`, up to the capitalised words of one name.
fn joined(bytes: &[u8]) -> usize {
    let mut capitals = 0;
    let mut before = b' ';
    let ends = bytes.iter().position(|byte| {
        let is_behind_space = before.is_ascii_whitespace() || before == 0x1A;
        capitals += usize::from(is_behind_space && byte.is_ascii_uppercase());
        before = *byte;
        capitals > WORDS || !may_join(*byte)
    });
    ends.unwrap_or(bytes.len())
}

/// Whether a byte may stand between two words of a name, or in one.
fn may_join(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b' ' | b'\t' | b'\r' | b'\n' | b'-' | b'\'' | 0x1A | 0x1B
        )
}
