//! What opens a list: "Security Council resolutions" before a number.

use std::ops::Range;
use std::sync::LazyLock;

use super::forms::{self, Number, NumberForm};
use super::{
    OPENERS, Whose, announced, apart, bare, begins_word, notes, organ_before, owners,
    read_by_others, shortened, strokes, under_heading, without_word,
};
use crate::scan::searcher::Searcher;
use crate::scan::{bodies, cursor};
use crate::{Act, Body, Naming, sentences};

/// Key of the Governing Council of the Environment Programme.
const GOVERNING_COUNCIL: &str = "UNEP/GC";

/// The words that open a list.
pub(super) struct Opening {
    /// Where "resolution" or "decision" begins.
    pub(super) start: usize,
    /// Where a number may begin.
    pub(super) end: usize,
    pub(super) act: Act,
    pub(super) naming: Naming,
    /// Where the naming begins.
    pub(super) phrase: usize,
    /// Whether several numbers are announced: "resolutions".
    pub(super) plural: bool,
    /// The number that follows the words, and where, if it has been read.
    pub(super) first: Option<(usize, Number)>,
}

impl Opening {
    /// "decision of the Executive Board of UNICEF (2022/11)": the number stands in parentheses behind the body that `word`
    /// is followed by.
    fn behind_body(text: &str, act: Act, word: Range<usize>) -> Option<Self> {
        let (naming, named) = bodies::after(text, word.end)?;
        let open = cursor::word(text, cursor::skip_space(text, named), "(")?;
        let number = forms::at(text, open, || None)
            .filter(|number| matches!(number.form, NumberForm::Stroke | NumberForm::Parenthesis))?;
        if !text[number.end..].starts_with(')') {
            return None;
        }
        Some(Self {
            start: word.start,
            end: open,
            act,
            naming,
            phrase: word.start,
            plural: false,
            first: Some((open, number)),
        })
    }

    /// The opening made by `word`, the head of a column or a heading, where numbers stand below it.
    fn above(text: &str, act: Act, word: Range<usize>, plural: bool) -> Option<Self> {
        let Range { start, end } = word.clone();
        let first = under_heading::first_in_column(text, word);
        let may_be = first.is_some() || plural && under_heading::ends_line(text, end);
        let named = may_be.then(|| bodies::before(text, start))?;
        let number = first.or_else(|| under_heading::first(text, named.start..end))?;
        Some(Self {
            start,
            end,
            act,
            naming: named.naming,
            phrase: if first.is_some() { start } else { named.start },
            plural,
            first: Some((number, forms::at(text, number, || None)?)),
        })
    }

    /// The opening made by the word of index `word`, which stands at `range`, where a number follows it.
    pub(super) fn at(text: &str, word: usize, range: Range<usize>) -> Option<Self> {
        let (_, act, whose) = OPENERS[word];
        let Range { start, end } = range;
        let (start, body) = match whose {
            Whose::Open => (start, None),
            Whose::Before => {
                if let Some((start, body)) = organ_before(text, start) {
                    (start, Some(body))
                } else {
                    // Who is named before the word is asked last: of many words most open nothing.
                    let opening = Self::by_word(text, act, start + 1..end, None)?;
                    let stands = shortened::stands_alone(text, start, end)
                        || is_named_before(text, start + 1);
                    return stands.then_some(opening);
                }
            }
            Whose::Said(_) if is_no_councils(text, start, end) => return None,
            Whose::Said(body) => (start, Some(body)),
            Whose::Alone(body) if shortened::is_numbered(text, end, body) => (start, Some(body)),
            Whose::Alone(_) => return None,
            Whose::Emergency => return without_word::emergency(text, start),
            Whose::OfParagraph => return without_word::behind_code(text, start),
        };
        Self::by_word(text, act, start..end, body)
    }

    /// The opening made by `word`, of which `body` is known to be meant, where a number follows it.
    fn by_word(
        text: &str,
        act: Act,
        word: Range<usize>,
        body: Option<&'static str>,
    ) -> Option<Self> {
        let Range { start, mut end } = word;
        if !begins_word(text, start) || text[..start].ends_with('/') {
            return None;
        }
        let plural = text[end..].starts_with(['s', 'S']);
        end += usize::from(plural);
        if text[end..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let next = cursor::skip_space(text, end);
        if plural && let Some(first) = shortened::in_parentheses(text, next) {
            end = first;
        } else if let Some(behind) =
            cursor::any_word(text, next, &["Nos.", "No.", "numbers", "number"])
        {
            end = behind;
        }
        end = behind_bracket(text, behind_acronym(text, end), act);
        // Who is named before the word is a question only where a number follows it.
        let number = cursor::skip_space(text, end);
        let first = forms::at(text, number, || notes::last_before(text, number))
            .or_else(|| plural.then(|| strokes::before_councils(text, number))?);
        if first.is_none()
            && let Some(opening) = Self::behind_body(text, act, start..end)
        {
            return Some(opening);
        }
        if first.is_none() && !(plural && read_by_others::behind(text, number).is_some()) {
            if let Some(heading) = Self::above(text, act, start..end, plural) {
                return Some(heading);
            }
            let announced = plural.then(|| announced::first(text, end)).flatten()?;
            let naming = bodies::after(text, end).map(|(naming, _)| naming);
            return Some(Self {
                start,
                end: announced,
                act,
                naming: naming.unwrap_or_else(|| bodies::before(text, start).naming),
                phrase: announced,
                plural,
                first: None,
            });
        }
        let (naming, phrase) = if let Some(key) = body {
            (Naming::Named(Body::new(key)), start)
        } else if read_by_others::special_session(text, number).is_some() {
            // "Governing Council decisions SS.IX/1 and 27/12": nobody else writes the first.
            (
                Naming::Named(Body::new(GOVERNING_COUNCIL)),
                bodies::before(text, start).start,
            )
        } else {
            let named = bodies::before(text, start);
            let unnamed = matches!(named.naming, Naming::Unnamed { .. });
            let behind = first.as_ref().map(|first| first.end);
            if unnamed
                && (owners::stand_before(text, start)
                    || behind.is_some_and(|end| owners::stand_behind(text, end)))
                && !apart::is_dated_by_council(text, number)
            {
                return None;
            }
            (named.naming, named.start)
        };
        Some(Self {
            start,
            end,
            act,
            naming,
            phrase,
            plural,
            first: first.map(|first| (number, first)),
        })
    }
}

/// Whether the name of a body, a noun for one or "its" ends at `at`: "Council res. 1996/31".
fn is_named_before(text: &str, at: usize) -> bool {
    !matches!(bodies::before(text, at).naming, Naming::Unnamed { .. })
}

/// Whether the acronym that begins at `at` is "SCR" and not the Security Council's: that stands for registries, reactors
/// and the reports of courts as well, behind a volume or a year ("[1986] 1 SCR 103"). The Council's is behind it a number
/// with the year of its adoption, or one alone that is no year.
fn is_no_councils(text: &str, at: usize, end: usize) -> bool {
    if !text[at..].starts_with("SCR") {
        return false;
    }
    let before = text[..at].trim_end();
    let is_report = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ']' | ')'));
    let next = cursor::skip_space(text, end);
    let start = cursor::any_word(text, next, &["No.", "number"])
        .map_or(next, |end| cursor::skip_space(text, end));
    let number = forms::at(text, start, || None);
    let is_known = number.is_some_and(|number| match number.form {
        NumberForm::Parenthesis => apart::is_dated_by_council(text, start),
        NumberForm::Bare => bare::is_known_alone(&text[start..number.end]),
        _ => false,
    });
    is_report || !is_known
}

/// The offset behind the acronym in parentheses at `at`: "Security Council resolutions (UNSCRs) 1970 and 1973".
fn behind_acronym(text: &str, at: usize) -> usize {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=7;
    let inside = cursor::word(text, cursor::skip_space(text, at), "(");
    let behind = inside.and_then(|inside| {
        let (acronym, _) = text[inside..].split_once(')')?;
        let letters = acronym.strip_suffix('s').unwrap_or(acronym);
        let is_acronym = LETTERS.contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        is_acronym.then_some(inside + acronym.len() + 1)
    });
    behind.unwrap_or(at)
}

/// The offset behind the bracket or parenthesis at `at` in which the number stands: "resolutions [64/292, 68/157]", "a
/// resolution (77/247) requesting".
fn behind_bracket(text: &str, at: usize, act: Act) -> usize {
    let next = cursor::skip_space(text, at);
    let Some(inside) = cursor::any_word(text, next, &["[", "("]) else {
        return at;
    };
    let is_likely = forms::at(text, inside, || None).is_some_and(|number| {
        let closes = text[number.end..].starts_with([']', ')', ',']);
        let written = &text[inside..number.end];
        // "a resolution (64/512)" may be that of a picture, and "(68/12)" a tally.
        // "the Uniting for Peace resolution (377 A (V))".
        let is_running = || act == Act::Resolution && apart::is_numbered_through(written);
        let is_stroked = || {
            matches!(number.form, NumberForm::Stroke)
                && apart::is_assemblys(written, act)
                && !is_tally(text, number.end)
        };
        closes && (is_stroked() || is_running())
    });
    if is_likely { inside } else { at }
}

/// Whether the words behind what ends at `at` tell of a vote.
pub(super) fn is_tally(text: &str, at: usize) -> bool {
    /// So near the words stand, in bytes.
    const REACH: usize = 60;
    let limit = sentences::end(text, at, text.len().min(at + REACH));
    tells_of_vote(&text[at..limit])
}

/// Whether `words` tell of a vote.
pub(super) fn tells_of_vote(words: &str) -> bool {
    static VOTE: LazyLock<Searcher> = LazyLock::new(|| {
        Searcher::new(&[
            "vote", "votes", "voted", "voting", "ballot", "carried", "passed", "rejected",
            "defeated", "majority", "favour", "against",
        ])
    });
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = words.as_bytes();
    VOTE.find_iter(words).any(|(_, word)| {
        let before = word.start.checked_sub(1).and_then(|at| bytes.get(at));
        !is_letter(before) && !is_letter(bytes.get(word.end))
    })
}
