//! Which body a number in prose belongs to, as far as the sentence says so.

mod hidden;
mod listed;
mod mentions;
mod name;
mod nouns;
mod printed;
mod subjects;
mod treaties;

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use super::cursor;
use crate::{Body, Naming, grammar, sentences};

pub(crate) use listed::same_words;
use mentions::{Mentions, Placed, last_named};
use name::{How, Mention};
pub(super) use printed::Reading;
pub(super) use subjects::behind as subject_behind;

/// How far before a number its body may be named, in bytes.
const REACH: usize = 600;

/// How far "adopted" and "at its fifteenth meeting" may stand from the name of who adopted, in bytes.
const ADOPTER: usize = 80;

/// How long the clause between a body and "its" may be, in bytes.
const CLAUSE: usize = 200;

/// How long the name of the body before its general comment may be, in bytes.
const AUTHOR: usize = 160;

/// Adjectives that may stand between a body's name and "resolution".
const ADJECTIVES: [&str; 8] = [
    "relevant",
    "previous",
    "earlier",
    "subsequent",
    "landmark",
    "recent",
    "draft",
    "follow-up",
];

/// A naming, and where its words begin.
pub(super) struct Named {
    pub(super) naming: Naming,
    pub(super) start: usize,
}

/// How the words before `at` (where "resolution" stands) name the body.
pub(super) fn before(text: &str, at: usize) -> Named {
    let floor = sentences::start(text, at, REACH);
    let its = ending_with_its(text, at, floor);
    let limit = its.unwrap_or(at);
    let counts = |mention: &Mention| {
        let is_owner = || possessive_length(text, mention.end) > 0 && !is_beside(text, mention, at);
        // "WHO's recommendation" says nothing of a number further on.
        let is_passing =
            text[..mention.end].ends_with(|c: char| c.is_ascii_uppercase()) && is_owner();
        !is_passing && !grammar::adopts_nothing(&mention.key)
    };
    let (before_last, last) = last_named(text, floor..limit, counts);
    if let Some((start, mention)) = &last
        && its.is_none()
        && stands_before(text, *start, mention, at)
        && !shares(text, before_last.as_ref(), *start)
    {
        return Named {
            naming: mention.naming(),
            start: *start,
        };
    }
    // "recalls Commission resolution 2019/1 and its own decision 2021/17".
    let own = its.is_some_and(|its| {
        let mut words = text[its..at].split_ascii_whitespace();
        words.any(|word| word == "own")
    });
    if let Some(start) = its.filter(|_| own) {
        return Named {
            naming: Naming::Its { previous: None },
            start,
        };
    }
    if let Some(start) = its
        && let Some(subject) = subjects::speaking(text, floor, start)
    {
        return Named {
            naming: Naming::Theirs(subject),
            start,
        };
    }
    let theirs = its.is_some_and(|its| within_its_clause(text, last.as_ref(), its));
    let previous = last
        .filter(|(_, mention)| !mention.is_passing())
        .map(|(_, mention)| mention.body());
    match its {
        Some(start) => Named {
            naming: match previous {
                Some(body) if theirs => Naming::Theirs(body),
                previous => Naming::Its { previous },
            },
            start,
        },
        None => match treaties::before(text, at) {
            Some((start, key)) => Named {
                naming: Naming::Named(Body::new(key)),
                start,
            },
            None => Named {
                naming: Naming::Unnamed {
                    previous: previous.or_else(|| subjects::taken_up(text, floor, at)),
                },
                start: at,
            },
        },
    }
}

/// Whether the name of a body of the table begins at `at`.
pub(crate) fn is_listed(text: &str, at: usize) -> bool {
    name::at(text, at).is_some_and(|mention| mention.how == How::Listed)
}

/// "of the Human Rights Council", "adopted by the Conference" behind a number or its date, and the offset
/// behind it.
pub(super) fn after(text: &str, at: usize) -> Option<(Naming, usize)> {
    let mut start = cursor::skip_space(text, cursor::skip_note(text, at));
    if let Some(comma) = cursor::word(text, start, ",") {
        start = cursor::skip_space(text, comma);
        cursor::word(text, start, "adopted")?;
    }
    introduced(text, start)
}

/// ", adopted by the United Nations Environment Assembly" anywhere in `range`.
pub(super) fn adopted_in(text: &str, range: Range<usize>) -> Option<Naming> {
    static ADOPTED: LazyLock<memmem::Finder<'static>> =
        LazyLock::new(|| memmem::Finder::new("adopted "));
    let mut from = range.start;
    while let Some(offset) = ADOPTED.find(text.get(from..range.end)?.as_bytes()) {
        let at = from + offset;
        let apposed = text[range.start..at]
            .trim_end()
            .ends_with([',', '\u{1A}', ')']);
        if apposed && let Some((naming, _)) = introduced(text, at) {
            return Some(naming);
        }
        from = at + 1;
    }
    None
}

/// ", by the Subcommission" anywhere in `range`, which goes on behind "the adoption of".
pub(super) fn adopter_in(text: &str, range: Range<usize>) -> Option<Naming> {
    let words = text.get(range.clone())?;
    words.match_indices(", by").find_map(|(comma, _)| {
        let (naming, _) = introduced(text, range.start + comma + ", ".len())?;
        Some(naming)
    })
}

/// The body whose name ends right before `at`, whatever it adopts, and where it begins: "Human Rights Committee, general
/// comment".
pub(crate) fn author_before(text: &str, at: usize) -> Option<(usize, Body)> {
    let floor = sentences::start(text, at, AUTHOR);
    let (start, mention) = last_named(text, floor..at, |_| true).1?;
    let between = text
        .get(mention.end..at)?
        .trim_start_matches(['\'', '\u{1A}', 's', ',', ':', '*', '_']);
    (mention.how != How::Noun && between.trim().is_empty()).then(|| (start, mention.body()))
}

/// The body named right behind `at`, whatever it adopts ("of the Committee against Torture"), and the offset
/// behind its name.
pub(crate) fn author_behind(text: &str, at: usize) -> Option<(Body, usize)> {
    let of = cursor::word(text, cursor::skip_space(text, at), "of")?;
    let start = cursor::skip_space(text, of);
    let start = cursor::word(text, start, "the").map_or(start, |end| cursor::skip_space(text, end));
    let mention = name::at(text, start).filter(|mention| mention.how != How::Noun)?;
    Some((mention.body(), mention.end))
}

/// The body that the sentence behind `at` says adopted it: "on enforced disappearance adopted by the Committee on
/// Enforced Disappearances".
pub(crate) fn adopter_behind(text: &str, at: usize) -> Option<Body> {
    let limit = sentences::end(text, at, text.len().min(at + AUTHOR));
    let limit = text[at..limit].find(';').map_or(limit, |end| at + end);
    let adopted = at + text.get(at..limit)?.find("adopted")?;
    let next = cursor::skip_space(text, adopted + "adopted".len());
    let by = cursor::skip_space(text, cursor::word(text, next, "by")?);
    let start = cursor::word(text, by, "the").map_or(by, |end| cursor::skip_space(text, end));
    let mention = name::at(text, start).filter(|mention| mention.how != How::Noun)?;
    Some(mention.body())
}

/// Every body that the folded `text` names in full, in order.
pub(crate) fn spelt_out(text: &str) -> impl Iterator<Item = (usize, Body)> {
    Mentions::new(text, 0..text.len())
        .filter(|(_, mention)| mention.how != How::Noun)
        .map(|(start, mention)| (start, mention.body()))
}

/// "of the X", "by the X", "adopted by the X", "at the fifteenth meeting of the X" at `start`.
fn introduced(text: &str, start: usize) -> Option<(Naming, usize)> {
    let at = match cursor::word(text, start, "adopted") {
        Some(end) => {
            let next = cursor::skip_space(text, end);
            by_whom(text, next).or_else(|| meeting_of(text, next))?
        }
        None => cursor::any_word(text, start, &["of", "by"]).or_else(|| meeting_of(text, start))?,
    };
    let at = cursor::skip_space(text, at);
    let at = cursor::word(text, at, "the").map_or(at, |end| cursor::skip_space(text, end));
    if let Some(mention) = name::at(text, at) {
        let adopts = !grammar::adopts_nothing(&mention.key);
        return adopts.then(|| (mention.naming(), mention.end));
    }
    let end = acronym_end(text, at)?;
    Some((Naming::Named(Body::new(&text[at..end])), end))
}

/// The offset behind the acronym of a body that no table has, at `at`: "ICGLR". What begins with "UN" may be a session or a
/// conference of the United Nations, and what three letters mean the rest of the text says.
fn acronym_end(text: &str, at: usize) -> Option<usize> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 8;
    // In a line of capitals every word looks like an acronym.
    if !text[..at]
        .trim_end()
        .ends_with(|c: char| c.is_ascii_lowercase())
    {
        return None;
    }
    let rest = text.get(at..)?;
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let is_word = !rest[letters..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    ((SHORTEST..=LONGEST).contains(&letters) && is_word && !rest.starts_with("UN"))
        .then_some(at + letters)
}

/// The offset behind "by" at `at`, over "without a vote" and "on 21 September 2001" before it.
fn by_whom(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = cursor::word(text, at, "by")
        && cursor::word(text, cursor::skip_space(text, end), "consensus").is_none()
    {
        return Some(end);
    }
    let reach = within(text, at);
    let by = text[at..reach]
        .rfind(" by ")
        .or_else(|| text[at..reach].rfind(" by\n"))?;
    Some(at + by + " by".len())
}

/// The offset behind the "of" of "at the fifteenth meeting of" at `at`.
fn meeting_of(text: &str, at: usize) -> Option<usize> {
    let end = cursor::any_word(text, at, &["at", "during"])?;
    let reach = within(text, end);
    let (meeting, word) = ["session", "meeting", "conference", "Meeting", "Session"]
        .iter()
        .find_map(|word| Some((text[end..reach].find(word)? + end, word)))?;
    cursor::word(text, cursor::skip_space(text, meeting + word.len()), "of")
}

/// The end of the words and figures at `at`, as far as they may reach.
fn within(text: &str, at: usize) -> usize {
    let words = text.as_bytes()[at..]
        .iter()
        .take(ADOPTER)
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'\n' | b'\r' | b'-')
        });
    at + words.count()
}

/// Whether "General Assembly and Security Council resolutions" names two bodies for one list.
fn shares(text: &str, first: Option<&Placed>, second: usize) -> bool {
    first.is_some_and(|(_, first)| {
        let between = text.get(first.end..second).unwrap_or("");
        matches!(between.trim(), "and" | "and the" | "or" | "," | ", the")
    })
}

/// Whether "its" at `its` stands in a clause about the body named last: "the Human Rights Council, in its
/// resolution", and not "the Human Rights Council and its resolution".
fn within_its_clause(text: &str, last: Option<&Placed>, its: usize) -> bool {
    let Some((_, mention)) = last else {
        return false;
    };
    let between = text.get(mention.end..its).unwrap_or("").trim_end();
    let introduced = [" in", "\nin", " by", " under", " through"]
        .iter()
        .any(|word| between.ends_with(word) || between == word.trim());
    introduced && !between.contains(';') && between.len() < CLAUSE
}

/// Whether nothing but an adjective, an acronym in parentheses or a possessive ending stands between a
/// body's name and the word "resolution" at `at`.
fn stands_before(text: &str, start: usize, mention: &Mention, at: usize) -> bool {
    // A line of its own before "Resolution …" is a heading.
    let heading = mention.how != How::Listed
        && text[mention.end..at].contains('\n')
        && text[at..].starts_with(['R', 'D'])
        && start > 0;
    !heading && is_beside(text, mention, at)
}

/// Whether nothing but an adjective, an acronym in parentheses or a possessive ending stands between `mention` and `at`.
fn is_beside(text: &str, mention: &Mention, at: usize) -> bool {
    let next = mention.end + possessive_length(text, mention.end);
    let Some(between) = text.get(next..at).map(str::trim) else {
        return false;
    };
    let between = between
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or(between, |(_, rest)| rest.trim_start());
    next < at
        && between
            .split_ascii_whitespace()
            .all(|word| ADJECTIVES.contains(&word))
}

/// The length of the ending of a possessive at `at`, in bytes.
fn possessive_length(text: &str, at: usize) -> usize {
    let mut endings = ["'s", "\u{1A}s"].into_iter();
    let ending = endings.find(|ending| text[at..].starts_with(ending));
    ending.map_or(0, str::len)
}

/// "its", "its previous", "its relevant": up to two words between "its" and the act.
fn ending_with_its(text: &str, at: usize, floor: usize) -> Option<usize> {
    let mut end = text[..at].trim_end().len();
    for _ in 0..3 {
        if end <= floor {
            return None;
        }
        let word = text.as_bytes()[..end]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
            .count();
        let start = end - word;
        let word = &text[start..end];
        if word.eq_ignore_ascii_case("its") {
            return Some(start);
        }
        let small = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        if word.is_empty() || !word.bytes().all(small) {
            return None;
        }
        end = text[..start].trim_end().len();
    }
    None
}

impl Mention {
    /// Whether a name that no table has is one of an organization that sentences mention in passing, and not
    /// of a body that meets and adopts.
    fn is_passing(&self) -> bool {
        let passing = [
            "Organization",
            "Organisation",
            "Union",
            "Agency",
            "Group",
            "Forum",
        ];
        self.how == How::Written
            && passing
                .iter()
                .any(|noun| self.key.split(' ').any(|word| word == *noun))
    }

    fn naming(&self) -> Naming {
        match self.how {
            How::Listed | How::Written => Naming::Named(self.body()),
            How::Noun => Naming::Short(self.body()),
        }
    }
}
