//! Paragraph references that stand before their citation: "paragraph 15 of its", "article 31 of the 1969".

use super::REACH;
use super::labels::Labels;
use super::sibling::with_sibling;
use super::steps::{is_code_at, may_be_unit, step, steps};
use crate::normalise::{OTHER, SECTION_SIGN};
use crate::scan::cursor;
use crate::{Pinpoint, Step, Unit, sentences, words};

/// The words that may stand right before a citation when its paragraph reference comes first.
const JOINTS: [&str; 13] = [
    "of", "to", "in", "the", "its", "their", "that", "this", "two", "three", "four", "said",
    "Assembly",
];

/// Where the year stands that tells an instrument at `at` from others: "the 1969 Vienna Convention".
fn before_year(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].strip_suffix([' ', '\n'])?;
    let year = head.len() - words::digits_before(head.as_bytes(), head.len());
    let is_told = head.len() - year == 4 && head[..year].trim_end().ends_with(" the");
    is_told.then_some(year)
}

/// Where "draft" stands before a title at `at`: "the draft articles on responsibility of States".
fn before_draft(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].strip_suffix([' ', '\n'])?;
    let draft = head.strip_suffix("draft")?;
    draft.ends_with([' ', '\n']).then_some(draft.len())
}

/// Where the mark of quotation, or the acronym of the organization, stands before the name at `at`: "paragraph 88 of “The
/// future we want”", "article 13 of the UN Declaration on the Rights of Indigenous Peoples".
fn before_mark(text: &str, at: usize) -> Option<usize> {
    let head = &text[..at];
    let head = head
        .strip_suffix(['"', OTHER])
        .or_else(|| head.strip_suffix("UN "))?;
    head.ends_with([' ', '\n']).then_some(head.len())
}

/// The paragraph reference that ends right before `phrase_start` with "of", "of its", "to".
pub(crate) fn before(text: &str, phrase_start: usize) -> Option<Pinpoint> {
    let phrase_start = before_mark(text, phrase_start).unwrap_or(phrase_start);
    let phrase_start = before_year(text, phrase_start)
        .or_else(|| before_draft(text, phrase_start))
        .unwrap_or(phrase_start);
    // Most citations are not introduced by a joining word, and the search to the left is the dearer part.
    let mut near = text.as_bytes()[..phrase_start].iter().rev();
    if near
        .find(|byte| !byte.is_ascii_whitespace())
        .is_some_and(|last| matches!(last, b',' | b';' | b'.' | b'('))
    {
        return None;
    }
    let joined = text[..phrase_start].trim_end();
    let last = joined.as_bytes().last()?;
    if joined.len() == phrase_start {
        return None;
    }
    let joint = last.is_ascii_lowercase() && JOINTS.iter().any(|word| cursor::ends(joined, word));
    let is_beside = (last.is_ascii_digit() || *last == b')')
        && (begins_with_acronym(text, phrase_start) || begins_with_title(text, phrase_start));
    if !(joint || is_beside) {
        return None;
    }
    // The outermost unit word from which the rest up to the citation parses wins: "section II,
    // paragraph 5 of …" begins at "section".
    (outermost_unit(text, phrase_start)?..phrase_start)
        .filter(|at| may_open(text.as_bytes(), *at))
        .filter_map(|at| steps(text, at))
        .find_map(|pinpoint| {
            let end = pinpoint.span.end;
            let beside = || {
                // "para 6 UNSCR 2175", as talking points have it.
                let of_acronym = text[phrase_start..].starts_with("UNSCR ");
                is_beside && (of_acronym || has_articles(&pinpoint)) && end == joined.len()
            };
            if reaches(text, end, phrase_start) || beside() {
                return Some(pinpoint);
            }
            // "common article 3 and article 54 of Additional Protocol I": the first is that of the conventions.
            if text[..pinpoint.span.start].trim_end().ends_with("ommon") {
                return None;
            }
            let both = || {
                let both = with_sibling(text, &pinpoint);
                both.filter(|both| reaches(text, both.span.end, phrase_start))
            };
            let all = || {
                let all = with_articles(text, pinpoint.span.start);
                all.filter(|all| reaches(text, all.span.end, phrase_start))
            };
            // An article with its paragraph has the second article beside it.
            if pinpoint.steps.len() > 1 {
                both().or_else(all)
            } else {
                all().or_else(both)
            }
        })
}

/// The reference behind `floor` that ends at `end` and is before its citation: the second of "art. 37, and article 10 of".
pub(crate) fn ending_at(text: &str, floor: usize, end: usize) -> Option<Pinpoint> {
    let bytes = text.as_bytes();
    let mut starts = (floor..end).filter(|at| may_open(bytes, *at));
    starts.find_map(|at| {
        let first = steps(text, at)?;
        if first.span.end == end {
            return Some(first);
        }
        let ends = |place: &Pinpoint| place.span.end == end;
        with_articles(text, at)
            .filter(ends)
            .or_else(|| with_sibling(text, &first).filter(ends))
    })
}

/// What joins an article to another of the same treaty, with or without a comma.
const JOINING: [&str; 5] = [
    "and",
    "read in conjunction with",
    "in conjunction with",
    "read together with",
    "read with",
];

/// The articles that a list names from `at` on, where there are several: "article 3 (a) and (b), article 4 and articles 6 to 8",
/// "Art. 51, Art. 24, para. 1, and Article 33 et seq.".
pub(super) fn with_articles(text: &str, at: usize) -> Option<Pinpoint> {
    let (mut labels, mut end) = article(text, at)?;
    let mut count = 1;
    loop {
        let behind = cursor::skip_space(text, end);
        let comma = cursor::word(text, behind, ",").unwrap_or(behind);
        let next = cursor::skip_space(text, comma);
        let joint = cursor::any_word(text, next, &JOINING);
        let next = joint.map_or(next, |joint| cursor::skip_space(text, joint));
        let Some((further, further_end)) = (next > behind).then(|| article(text, next)).flatten()
        else {
            break;
        };
        labels.extend(further);
        end = further_end;
        count += 1;
    }
    let unit = Unit::Article;
    (count > 1).then(|| Pinpoint {
        steps: vec![Step { unit, labels }],
        beside: Vec::new(),
        span: at..end,
    })
}

/// The labels of the articles at `at`, one with its paragraph behind a comma, and the offset behind them: "Art. 24, para. 1".
fn article(text: &str, at: usize) -> Option<(Labels, usize)> {
    let (article, end) = step(text, at)?;
    if article.unit != Unit::Article || article.labels.is_empty() {
        return None;
    }
    let mut labels = article.labels;
    let inside = cursor::word(text, end, ",")
        .and_then(|comma| step(text, cursor::skip_space(text, comma)))
        .filter(|(step, _)| step.unit == Unit::Paragraph);
    if let [(article, None)] = labels.as_slice()
        && let Some((inside, end)) = inside
    {
        let of_article = |(from, to): &(Box<str>, Option<Box<str>>)| {
            let from = format!("{article} {}", in_brackets(from)).into();
            (from, to.as_deref().map(|to| in_brackets(to).into()))
        };
        labels = inside.labels.iter().map(of_article).collect();
        return Some((labels, end));
    }
    let next = cursor::skip_space(text, end);
    Some((labels, cursor::word(text, next, "et seq.").unwrap_or(end)))
}

/// A paragraph as it stands behind its article: `1 (b)` is `(1) (b)`.
fn in_brackets(paragraph: &str) -> String {
    match paragraph.split_once(' ') {
        _ if paragraph.starts_with('(') => paragraph.to_owned(),
        Some((number, letters)) => format!("({number}) {letters}"),
        None => format!("({paragraph})"),
    }
}

/// "article 9 ICCPR": lawyers leave the joining words out before an acronym.
pub(super) fn begins_with_acronym(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    bytes.len() > 2
        && (bytes[..3].iter().all(u8::is_ascii_uppercase) || bytes.starts_with(b"UN Charter"))
}

/// "article 70 Additional Protocol I": before the title of a treaty as well.
pub(super) fn begins_with_title(text: &str, at: usize) -> bool {
    /// What a treaty is called, within so many words of its title.
    const NOUNS: [&str; 8] = [
        "Agreement",
        "Charter",
        "Constitution",
        "Convention",
        "Covenant",
        "Protocol",
        "Statute",
        "Treaty",
    ];
    const WITHIN: usize = 3;
    let rest = &text[at..];
    if !text[..at].ends_with(' ') || !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let clause = rest
        .split(['.', ',', ';', ':', '(', '\n'])
        .next()
        .unwrap_or_default();
    let mut words = clause.split(' ').take(WITHIN);
    words.any(|word| NOUNS.contains(&word))
}

pub(super) fn has_articles(pinpoint: &Pinpoint) -> bool {
    let steps = &pinpoint.steps;
    steps.iter().any(|step| step.unit == Unit::Article)
}

/// Where the first unit stands among the words of this sentence that end at `at` and are such as paragraph references
/// are made of; at most [`REACH`] bytes before. Mostly the very first word tells that there is none.
fn outermost_unit(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(REACH);
    let mut outermost = None;
    let mut start = at;
    while start > floor {
        let end = start;
        start -= letters_before(&bytes[floor..end]);
        if start < end {
            if !may_belong(&text[start..end]) {
                break;
            }
            if may_open(bytes, start) && may_be_unit(text, start) {
                outermost = Some(start);
            }
        } else if sentences::stops(bytes, start - 1) {
            break;
        } else {
            start -= 1;
            if is_code_at(text, start) {
                outermost = Some(start);
            }
        }
    }
    outermost
}

/// How many letters `bytes` end with.
fn letters_before(bytes: &[u8]) -> usize {
    let letters = bytes.iter().rev();
    letters
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count()
}

/// Whether a word begins at `at` with a letter that units before a citation begin with.
pub(super) fn may_open(bytes: &[u8], at: usize) -> bool {
    let initial = bytes[at].to_ascii_lowercase();
    let is_sign = initial == SECTION_SIGN as u8;
    (is_sign
        || matches!(
            initial,
            b'a' | b'c' | b'e' | b'f' | b'g' | b'n' | b'o' | b'p' | b'r' | b's' | b't'
        ))
        && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
}

/// Whether `word` may be part of a paragraph reference: a label, a unit, or a word that joins them.
fn may_belong(word: &str) -> bool {
    word.len() <= 4
        || may_be_unit(word, 0)
        || matches!(word, "thereof" | "common" | "conjunction" | "together")
        || JOINTS.contains(&word)
        || word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether only joining words stand between a paragraph reference and its citation.
fn reaches(text: &str, from: usize, phrase_start: usize) -> bool {
    let Some(between) = text.get(from..phrase_start) else {
        return false;
    };
    // "article 6, paragraph 1, of the Covenant".
    let between = between.strip_prefix(',').unwrap_or(between);
    let words: Vec<&str> = between.split_ascii_whitespace().collect();
    matches!(
        words.as_slice(),
        ["of" | "to" | "in"]
            | [
                "of" | "to" | "in",
                "the" | "its" | "their" | "that" | "this" | "Assembly" | "annex"
            ]
            | ["thereof", "of"]
            | ["common", "to"]
            | ["common", "to", "the"]
            | ["common", "to", "the", "two" | "three" | "four"]
            | ["of", "the", "said"]
            | ["of" | "to", "the", "two" | "three" | "four"]
    )
}
