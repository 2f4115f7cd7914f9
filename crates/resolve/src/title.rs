//! The title that a text gives a document beside its number, against the title that the sources hold.
//!
//! Words behind "entitled" claim to be the title, and so do such in quotation marks as titles are; what a document says,
//! or is called, stands in marks as well. Words after "on" describe, and can only agree.

use std::ops::Range;
use std::sync::Arc;

use sources::{Origin, Source, SourceKind};

use crate::bind::Bound;
use crate::reference::{Agreement, StatedTitle};

/// How far behind a number its title may end, in bytes.
const REACH: usize = 400;
/// How far before a number the sentence may say that somebody speaks, in bytes.
const SPEECH: usize = 120;
/// Of so many words of a title one may be another, and it is still the same title misquoted.
const WORDS_TO_A_SLIP: usize = 4;

/// A stated title, and how far its words claim to be one.
pub(crate) struct Stated {
    pub(crate) title: StatedTitle,
    pub(crate) claim: Claim,
}

/// How far words beside a number claim to be the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// They are said to be it, or stand in quotation marks as titles do.
    Title,
    /// They stand in quotation marks, and may be what the document says or a nickname.
    Words,
    /// They stand without marks and describe.
    Subject,
}

/// The title that the block `text` states beside the number of `bound`.
pub(crate) fn stated(text: &str, bound: &Bound) -> Option<Stated> {
    let from = bound.phrase.end;
    let tail = tail_of(text, from)?;
    let Some(mut stated) = behind(tail, from) else {
        return before_place(text, bound);
    };
    if stated.claim == Claim::Words {
        // Behind a place stand the words of that place.
        let place = bound.pinpoint.as_ref();
        if place.is_some_and(|place| place.span.end == from) {
            return None;
        }
        let title = &stated.title;
        let quoted = title.span.start - from..title.span.end - from;
        let is_of_place = place.is_some() || has_place_behind(&tail[quoted.end..]);
        let is_title = reads_as_title(&title.words)
            && !is_of_place
            && !opens_paragraph(&title.words)
            && !is_subject(tail, quoted)
            && !cites(&text[..bound.phrase.start]);
        if is_title {
            stated.claim = Claim::Title;
        }
    }
    Some(stated)
}

/// What stands behind the byte `from`, as far as a title may reach.
fn tail_of(text: &str, from: usize) -> Option<&str> {
    text.get(from..text.floor_char_boundary(from + REACH))
}

/// The title between the number and a place that points back to it: "resolution 67/172, entitled “Protection of migrants”, in
/// particular paragraph 3 thereof".
fn before_place(text: &str, bound: &Bound) -> Option<Stated> {
    let date = bound.date.as_ref().map_or(0, |date| date.span.end);
    let from = bound.token.end.max(date);
    bound
        .pinpoint
        .as_ref()
        .filter(|place| place.span.start > from)?;
    behind(tail_of(text, from)?, from).filter(|stated| stated.claim == Claim::Title)
}

/// Whether quoted words begin as the paragraphs of resolutions do, "Calls upon", "Recalling", or with a letter that was
/// changed to fit a sentence, "[s]tresses".
fn opens_paragraph(words: &str) -> bool {
    let opening = words.replacen([',', ':'], " ", 1);
    words.starts_with('[')
        || draft::begins_in(draft::Form::Preambular, &opening)
        || draft::begins_operative(words)
}

/// Whether the place from which quoted words are stands right behind them: "(para. 1)", ", paragraph 4".
fn has_place_behind(behind: &str) -> bool {
    let behind =
        behind.trim_start_matches(['”', '"', '’', '»', '\'', ',', '.', ' ', '\n', '(', '[']);
    let places = [
        "para",
        "art",
        "operative para",
        "preambular para",
        "OP",
        "PP",
        "ibid., para",
    ];
    places.iter().any(|place| behind.starts_with(place))
}

/// Whether words in quotation marks begin as titles do, and are more than a short name.
fn reads_as_title(words: &str) -> bool {
    words.starts_with(|c: char| !c.is_lowercase()) && words.contains(' ')
}

/// Whether the quoted words in `range` of the text behind a number are the subject of its sentence: "In resolution 78/217,
/// “Safe return” is the aim".
fn is_subject(tail: &str, range: Range<usize>) -> bool {
    let behind = tail[range.end..].trim_start_matches(['”', '"', '’', '»', '\'']);
    let next = behind.strip_prefix(' ').unwrap_or_default();
    tail[..range.start].contains(',')
        && next.starts_with(char::is_lowercase)
        && !["and ", "or ", "of "]
            .iter()
            .any(|joint| next.starts_with(joint))
}

/// Whether the sentence that leads up to a number says that somebody speaks: "as the Assembly put it in".
fn cites(before: &str) -> bool {
    const SPEAKING: [&str; 10] = [
        "put", "puts", "said", "say", "says", "spoke", "stated", "states", "word", "words",
    ];
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(SPEECH))..];
    let clause = near.rsplit(['.', ';', '“', '"']).next().unwrap_or(near);
    let mut words = clause.split(|c: char| !c.is_alphanumeric());
    words.any(|word| SPEAKING.contains(&word))
}

/// The title behind a number: `tail` is the text behind its phrase, which ends at `offset`.
fn behind(tail: &str, offset: usize) -> Option<Stated> {
    let at = skip(tail, 0, |c| c.is_whitespace() || c == ',');
    if let Some(title) = quoted(tail, at, offset) {
        let claim = Claim::Words;
        return Some(Stated { title, claim });
    }
    let rest = &tail[at..];
    for word in ["also entitled", "entitled", "titled"] {
        if let Some(behind) = rest.strip_prefix(word) {
            let at = skip(tail, tail.len() - behind.len(), char::is_whitespace);
            let title = quoted(tail, at, offset)?;
            let claim = Claim::Title;
            return Some(Stated { title, claim });
        }
    }
    let behind = rest
        .strip_prefix("on ")
        .or_else(|| rest.strip_prefix("on\n"))?;
    let start = skip(tail, tail.len() - behind.len(), char::is_whitespace);
    let length = tail[start..].find([',', ';', '.', '(', ')', '“', '"', ':'])?;
    Some(Stated {
        title: title(tail, start..start + length, offset)?,
        claim: Claim::Subject,
    })
}

fn skip(text: &str, from: usize, skipped: impl Fn(char) -> bool) -> usize {
    let rest = &text[from..];
    text.len() - rest.trim_start_matches(skipped).len()
}

/// Words in quotation marks at `at`.
fn quoted(text: &str, at: usize, offset: usize) -> Option<StatedTitle> {
    title(text, citation::quoted(text, at)?, offset)
}

fn title(text: &str, range: Range<usize>, offset: usize) -> Option<StatedTitle> {
    let words = citation::single_spaced(&text[range.clone()]).into_owned();
    (!words.is_empty()).then(|| StatedTitle {
        words,
        span: offset + range.start..offset + range.end,
    })
}

/// The stated title against those of `source`; case, punctuation and dashes do not matter.
pub(crate) fn agreement(stated: &Stated, source: &Source) -> Agreement<Arc<str>> {
    let names = || std::iter::once(&source.title).chain(&source.short_titles);
    // Most titles are stated to the letter.
    if names().any(|name| **name == *stated.title.words) {
        return Agreement::Agrees;
    }
    let title = folded(&stated.title.words);
    // Words that describe agree where they are the title; only with figures put in may they be it otherwise.
    let may_be_torn = title.bytes().any(|byte| byte.is_ascii_digit());
    if stated.claim == Claim::Subject && !may_be_torn {
        let is_title = names().any(|name| is_folded(name, &title));
        return if is_title {
            Agreement::Agrees
        } else {
            Agreement::NotCheckable
        };
    }
    let folded: Vec<_> = names().map(|name| (name, folded(name))).collect();
    if folded.iter().any(|(_, name)| *name == title) {
        return Agreement::Agrees;
    }
    let words = words(&title);
    let names: Vec<_> = folded
        .iter()
        .map(|(name, folded)| (*name, self::words(folded)))
        .collect();
    if names.iter().any(|(_, name)| is_same(name, &words)) {
        return Agreement::Agrees;
    }
    // A part of the title is no other title: one that has quotation marks inside ends too early.
    let is_part = names.iter().any(|(_, name)| is_in_order(&words, name));
    if stated.claim == Claim::Subject || is_part {
        return Agreement::NotCheckable;
    }
    let near = names.iter().find(|(_, name)| is_slip(name, &words));
    if let Some((near, _)) = near {
        return Agreement::Contradicts(Arc::clone(near));
    }
    if stated.claim == Claim::Title && has_printed_title(source) {
        return Agreement::Contradicts(Arc::clone(&source.title));
    }
    Agreement::NotCheckable
}

/// Whether the title of the source is the one that the document bears, and not a name that others gave it.
fn has_printed_title(source: &Source) -> bool {
    let is_adopted = matches!(source.kind, SourceKind::Resolution | SourceKind::Decision);
    let is_printed = match source.origin {
        Origin::Catalogue { source } => source.starts_with("official documents"),
        Origin::File { .. } => true,
    };
    is_adopted && is_printed && !source.title.is_empty()
}

/// The words of a title in small letters, one space apart, without what punctuation and dashes do to them.
fn folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    let mut is_apart = false;
    for character in title.chars() {
        if character.is_alphanumeric() {
            if is_apart && !folded.is_empty() {
                folded.push(' ');
            }
            is_apart = false;
            // Most letters are plain.
            if character.is_ascii() {
                folded.push(character.to_ascii_lowercase());
            } else {
                folded.extend(character.to_lowercase());
            }
        } else if !matches!(character, '\'' | '’') {
            is_apart = true;
        }
    }
    match folded.strip_prefix("the") {
        Some("") => String::new(),
        Some(rest) if rest.starts_with(' ') => rest[1..].to_owned(),
        _ => folded,
    }
}

/// Whether `folded` words are those of a title; mostly the first letter tells that they are not.
fn is_folded(title: &str, words: &str) -> bool {
    let mut letters = title.chars().filter(|c| c.is_alphanumeric());
    let may_be = letters.next().is_none_or(|first| {
        // An article may stand first, and few letters beyond ASCII do.
        let small = first.to_ascii_lowercase();
        !small.is_ascii() || small == 't' || words.starts_with(small)
    });
    may_be && folded(title) == words
}

/// The words of a [`folded`] title.
fn words(folded: &str) -> Vec<&str> {
    folded.split(' ').filter(|word| !word.is_empty()).collect()
}

/// Whether the stated words are the title, but for the running head or footnote figure that a page break
/// left among them: with that, figures come in.
fn is_same(title: &[&str], stated: &[&str]) -> bool {
    const MOST_BETWEEN: usize = 3;
    let figures = |words: &[&str]| {
        let has_figure = |word: &&&str| word.bytes().any(|byte| byte.is_ascii_digit());
        words.iter().filter(has_figure).count()
    };
    let is_torn = figures(stated) > figures(title) && stated.len() <= title.len() * MOST_BETWEEN;
    title == stated || is_torn && is_in_order(title, stated)
}

/// Whether every one of the `words` stands in `text`, in its order.
fn is_in_order(words: &[&str], text: &[&str]) -> bool {
    let mut rest = text.iter();
    !words.is_empty() && words.iter().all(|word| rest.any(|other| other == word))
}

/// Whether the stated words are the title with a word or two changed, left out or put in.
fn is_slip(title: &[&str], stated: &[&str]) -> bool {
    let most = (title.len() / WORDS_TO_A_SLIP).max(1);
    title.len() > 1 && distance(title, stated) <= most
}

/// How many words have to be changed, left out or put in to make one of the other.
fn distance(one: &[&str], other: &[&str]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, word) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (place, with) in other.iter().enumerate() {
            let changed = diagonal + usize::from(word != with);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests;
