//! Whose a general comment is, as far as the words beside it tell: "the bank in its general comment No. 31".

use std::ops::Range;

use super::number::{Number, RECOMMENDATION, recommends};
use crate::scan::{bodies, cursor};
use crate::{Body, Symbol, sentences};

/// Whose the number is.
#[derive(Clone, Copy)]
pub(crate) enum Author<'a> {
    /// A committee's that the text names.
    Committee(&'a Body),
    /// The words do not say.
    Unsaid,
    /// Somebody's who may be no committee: "its", "the auditor's".
    Another,
}

/// How far before its words the committee may stand to which "its" points, in bytes.
const SENTENCE: usize = 240;

/// Words behind which nobody owns what follows, in the languages whose general comments are read.
const OPEN: [&str; 58] = [
    "a",
    "also",
    "and",
    "at",
    "both",
    "by",
    "cf",
    "from",
    "given",
    "in",
    "joint",
    "of",
    "on",
    "or",
    "per",
    "see",
    "that",
    "the",
    "to",
    "under",
    "with",
    "within",
    "recalling",
    "recalls",
    "citing", //
    "al",
    "con",
    "conforme",
    "de",
    "del",
    "el",
    "en",
    "la",
    "las",
    "los",
    "por",
    "según",
    "una",
    "véase",
    "y", //
    "au",
    "aux",
    "avec",
    "dans",
    "des",
    "du",
    "et",
    "le",
    "les",
    "par",
    "selon",
    "une",
    "voir",
    "l",
    "d",
    "à",
    "où",
    "ou",
];

/// Words before which a committee is named, and to which "its" may point.
const COMMITTEES: [&str; 8] = [
    "the Committee",
    "The Committee",
    "Rights Committee",
    "Committee on",
    "le Comité",
    "Le Comité",
    "el Comité",
    "El Comité",
];

/// The title of a general comment has at most so many bytes.
const TITLE: usize = 240;

/// The body that stands right before `at`, where the words of `number` begin, unless it is that of the comment before: "general
/// comment No. 36 on the right to life of the Human Rights Committee, general comment No. 14 (2013) on".
pub(super) fn named_before(words: &str, text: &str, at: usize, number: &Number) -> Option<Body> {
    let (start, body) = bodies::author_before(text, at)?;
    let head = text[..start].trim_end();
    let is_of_one_before = cursor::ends_with_word(head, &["of the", "of"]);
    let is_anothers =
        || number.is_anothers(words, &body) || behind_title(words, text, number).is_some();
    (!is_of_one_before || !is_anothers()).then_some(body)
}

/// The committee behind the title of `number`: "No. 14 (2013) on the right of the child to be heard of the Committee on the
/// Rights of the Child".
pub(super) fn behind_title(words: &str, text: &str, number: &Number) -> Option<Body> {
    let title = cursor::word(text, cursor::skip_space(text, number.end), "on")?;
    let limit = sentences::end(text, title, text.len().min(title + TITLE));
    let rest = text.get(title..limit)?;
    let rest = rest.split([';', '(']).next()?;
    let rest = rest.split(" general ").next()?;
    rest.match_indices(" of ").find_map(|(of, _)| {
        let (body, _) = bodies::author_behind(text, title + of)?;
        let is_committee = body.to_string().contains("Committee");
        let adopts = recommends(&body) == (words == RECOMMENDATION) && number.may_be_of(&body);
        (is_committee && adopts).then_some(body)
    })
}

impl Author<'_> {
    /// What the words before `at` tell, where no committee is named beside the number.
    pub(crate) fn before(text: &str, at: usize) -> Author<'static> {
        let floor = sentences::start(text, at, SENTENCE);
        let head = text[floor..at].trim_end_matches(|c: char| !c.is_alphanumeric());
        let gap = &text[floor + head.len()..at];
        // Another sentence, a parenthesis or a note: nobody stands before it.
        if head.is_empty()
            || gap.contains("\n\n")
            || gap.contains(['.', ';', '(', ':', '\u{1A}']) && !gap.contains(['\'', '\u{2019}'])
        {
            return Author::Unsaid;
        }
        let start = head
            .char_indices()
            .rev()
            .find(|(_, c)| !c.is_alphanumeric())
            .map_or(0, |(index, c)| index + c.len_utf8());
        let word = head[start..].to_lowercase();
        if OPEN.contains(&word.as_str()) || word.ends_with(|c: char| c.is_ascii_digit()) {
            return Author::Unsaid;
        }
        let named = COMMITTEES.iter().any(|name| text[floor..at].contains(name));
        if named {
            Author::Unsaid
        } else {
            Author::Another
        }
    }
}

/// The committee whose document the symbol in parentheses before or behind a general comment at `range` is:
/// "E/C.12/1997/8 (general comment No. 8)", "general comment No. 8 (E/C.12/1997/8)".
pub(super) fn in_symbol(text: &str, range: Range<usize>) -> Option<Body> {
    let committee = |word: &str| Body::of_treaty(&Symbol::parse(word.trim_matches(['`', '*']))?);
    let opened = text[..range.start].trim_end().strip_suffix('(');
    let before = opened.and_then(|head| head.trim_end().rsplit(char::is_whitespace).next());
    before.and_then(committee).or_else(|| {
        let open = cursor::word(text, cursor::skip_space(text, range.end), "(")?;
        let rest = &text[open..];
        let end = rest.find([')', ',', ';', ' '])?;
        committee(&rest[..end])
    })
}

/// The committee by whose symbol in parentheses, further on in its sentence, the general comment with this `number` goes that
/// ends at `at`: "general comment No. 20 on non-discrimination (E/C.12/GC/20)".
pub(super) fn in_own_symbol(text: &str, at: usize, number: u16) -> Option<Body> {
    let limit = text.floor_char_boundary(text.len().min(at + SENTENCE));
    let rest = &text[at..sentences::end(text, at, limit)];
    let (between, inside) = rest.split_once('(')?;
    let written = inside.split([')', ',', ';', ' ']).next()?;
    let is_its = written.ends_with(&format!("/GC/{number}"));
    let is_plain =
        !between.contains([';', ')']) && !between.to_ascii_lowercase().contains("general ");
    let symbol = (is_its && is_plain).then(|| Symbol::parse(written))??;
    Body::of_treaty(&symbol)
}

/// Whether the text before `at` writes out `words`, "general recommendation", for which letters stand there: "general
/// recommendation No. 35, updating GR 19".
pub(super) fn speaks_of(words: &str, text: &str, at: usize) -> bool {
    let floor = text.floor_char_boundary(at.saturating_sub(NEAR));
    let before = text[floor..at].to_ascii_lowercase();
    before.contains(words)
}

/// How far before and behind a number another committee may stand that it may be of, in bytes.
const NEAR: usize = 600;

/// Whether the general comment whose words or number begin at `at` is left to the `committee` whose document it stands
/// in: the words do not say whose it is, and neither those before it nor the rest of its sentence name another.
pub(crate) fn is_left_to(committee: &Body, text: &str, at: usize) -> bool {
    let start = words_start(text, at);
    if !matches!(Author::before(text, start), Author::Unsaid) {
        return false;
    }
    let near = near(text, at);
    let is_another = |body: Body| body != *committee && body.to_string().contains("Committee");
    let is_named = bodies::spelt_out(near).any(|(_, body)| is_another(body));
    // "CESCR", "CCPR/C/GC/36": the letters of a treaty stand for its committee.
    let mut letters = near
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    let is_lettered = letters.any(|word| {
        let short = Body::named(&format!("{word} Committee")).or_else(|| Body::named(word));
        short.is_some_and(is_another)
    });
    let is_foreign = ["Comité d", "Comité c", "Comité p"]
        .iter()
        .any(|name| near.contains(name));
    !is_named && !is_lettered && !is_foreign
}

/// The words in which a committee may be named whose the comment at `at` is: those before it and the rest of its sentence.
pub(super) fn near(text: &str, at: usize) -> &str {
    let floor = text.floor_char_boundary(at.saturating_sub(NEAR));
    let limit = text.floor_char_boundary(at + NEAR);
    &text[floor..sentences::end(text, at, limit)]
}

/// Where "general comments" begins, to whose list the number at `at` belongs.
fn words_start(text: &str, at: usize) -> usize {
    let is_figure = text[at..].starts_with(|c: char| c.is_ascii_digit());
    if !is_figure {
        return at;
    }
    let floor = sentences::start(text, at, SENTENCE);
    let before = &text[floor..at];
    let words = ["general ", "General "].map(|word| before.rfind(word));
    words
        .into_iter()
        .max()
        .flatten()
        .map_or(at, |found| floor + found)
}
