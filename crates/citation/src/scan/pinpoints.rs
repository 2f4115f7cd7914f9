//! Paragraph references beside a citation: "paragraph 15 of …", "…, annex I, paras. 3-5".

use std::ops::Range;

use super::cursor;
use crate::{Pinpoint, Step, Unit};

const UNITS: [(&str, Unit); 28] = [
    ("preambular paragraphs", Unit::Preambular),
    ("preambular paragraph", Unit::Preambular),
    ("preambular paras.", Unit::Preambular),
    ("preambular para.", Unit::Preambular),
    ("operative paragraphs", Unit::Paragraph),
    ("operative paragraph", Unit::Paragraph),
    ("paragraphs", Unit::Paragraph),
    ("paragraph", Unit::Paragraph),
    ("subparagraphs", Unit::Paragraph),
    ("subparagraph", Unit::Paragraph),
    ("paras.", Unit::Paragraph),
    ("para.", Unit::Paragraph),
    ("paras", Unit::Paragraph),
    ("para", Unit::Paragraph),
    ("articles", Unit::Article),
    ("article", Unit::Article),
    ("arts.", Unit::Article),
    ("art.", Unit::Article),
    ("sections", Unit::Section),
    ("section", Unit::Section),
    ("sects.", Unit::Section),
    ("sect.", Unit::Section),
    ("chapters", Unit::Chapter),
    ("chapter", Unit::Chapter),
    ("chap.", Unit::Chapter),
    ("annexes", Unit::Annex),
    ("annex", Unit::Annex),
    ("appendix", Unit::Appendix),
];

/// The words that may stand right before a citation when its paragraph reference comes first.
const JOINTS: [&str; 7] = ["of", "to", "in", "the", "its", "their", "Assembly"];

/// How far before a citation its paragraph reference may begin, in bytes.
const REACH: usize = 200;

/// The paragraph reference attached to the citation at `token`, behind it or before `phrase_start`,
/// where the words of the citation begin.
pub(crate) fn around(text: &str, token: &Range<usize>, phrase_start: usize) -> Option<Pinpoint> {
    after(text, token.end).or_else(|| before(text, phrase_start))
}

/// The paragraph reference that follows `at`, behind a comma or in parentheses.
pub(crate) fn after(text: &str, at: usize) -> Option<Pinpoint> {
    // The symbol may stand in parentheses of its own: "(A/68/10), para. 183".
    let at = at + usize::from(text[at..].starts_with([')', ']']));
    let mut at = cursor::skip_space(text, at);
    let opened = match text.as_bytes().get(at) {
        Some(b',') => {
            at = cursor::skip_note(text, at + 1);
            false
        }
        Some(b'(') => {
            at += 1;
            true
        }
        _ => return None,
    };
    let at = cursor::skip_space(text, at);
    let pinpoint = steps(text, at)?;
    // ", paragraph 5 of which" and ", annex II of the report" belong to what follows.
    let behind = cursor::skip_space(text, pinpoint.span.end);
    if !opened && cursor::any_word(text, behind, &["of", "to the", "above", "below"]).is_some() {
        return None;
    }
    Some(pinpoint)
}

/// The paragraph reference that ends right before `phrase_start` with "of", "of its", "to".
fn before(text: &str, phrase_start: usize) -> Option<Pinpoint> {
    // Most citations are not introduced by a joining word, and the search to the left is the dearer part.
    let joined = text[..phrase_start].trim_end();
    let joint = JOINTS.iter().any(|word| joined.ends_with(word));
    if !joint || joined.len() == phrase_start {
        return None;
    }
    let reach = phrase_start - reference_floor(text, phrase_start);
    let floor = cursor::sentence_start(text, phrase_start, reach);
    let bytes = text.as_bytes();
    // The outermost unit word from which the rest up to the citation parses wins: "section II,
    // paragraph 5 of …" begins at "section".
    (floor..phrase_start)
        .filter(|at| b"aposcAPOSC".contains(&bytes[*at]))
        .filter(|at| *at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
        .filter_map(|at| steps(text, at))
        .find(|pinpoint| reaches(text, pinpoint.span.end, phrase_start))
}

/// Where the words that end at `at` stop to be such as paragraph references are made of; at most [`REACH`]
/// bytes before. Mostly the very first word tells.
fn reference_floor(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(REACH);
    let mut start = at;
    while start > floor {
        let end = start;
        while start > floor && bytes[start - 1].is_ascii_alphabetic() {
            start -= 1;
        }
        if start == end {
            start -= 1;
        } else if !may_belong(&text[start..end]) {
            return end;
        }
    }
    start
}

/// Whether `word` may be part of a paragraph reference: a label, a unit, or a word that joins them.
fn may_belong(word: &str) -> bool {
    word.len() <= 4
        || may_be_unit(word, 0)
        || word == "thereof"
        || JOINTS.contains(&word)
        || word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether only joining words stand between a paragraph reference and its citation.
fn reaches(text: &str, from: usize, phrase_start: usize) -> bool {
    let Some(between) = text.get(from..phrase_start) else {
        return false;
    };
    let words: Vec<&str> = between.split_ascii_whitespace().collect();
    matches!(
        words.as_slice(),
        ["of" | "to" | "in"]
            | [
                "of" | "to" | "in",
                "the" | "its" | "their" | "Assembly" | "annex"
            ]
            | ["thereof", "of"]
    )
}

/// The steps that stand at `at`: "annex I, para. 4", "chap. IV, sect. A".
fn steps(text: &str, at: usize) -> Option<Pinpoint> {
    let (first, mut end) = step(text, at)?;
    let mut steps = vec![first];
    while steps.len() < 4 {
        let Some(rest) = text.get(end..) else { break };
        if !rest.starts_with(',') {
            break;
        }
        let next = cursor::skip_space(text, end + 1);
        let Some((step, behind)) = step(text, next) else {
            break;
        };
        steps.push(step);
        end = behind;
    }
    // Prose names the inner place first ("paragraphs 1 to 5 of the annex to"); print outermost first.
    let behind = cursor::skip_space(text, end);
    if let Some(of) = cursor::any_word(text, behind, &["of the", "of"])
        && let Some((outer, outer_end)) = step(text, cursor::skip_space(text, of))
    {
        steps.insert(0, outer);
        end = outer_end;
    }
    Some(Pinpoint {
        steps,
        span: at..end,
    })
}

/// How the units begin, as small letters.
const UNIT_STARTS: [[u8; 3]; 9] = [
    *b"par", *b"pre", *b"ope", *b"sub", *b"sec", *b"art", *b"ann", *b"app", *b"cha",
];

/// Whether a unit may stand at `at`: most words are told apart by three letters.
fn may_be_unit(text: &str, at: usize) -> bool {
    let start = text
        .as_bytes()
        .get(at..)
        .and_then(|rest| rest.first_chunk::<3>());
    start.is_some_and(|start| UNIT_STARTS.contains(&start.map(|byte| byte | 0x20)))
}

fn step(text: &str, at: usize) -> Option<(Step, usize)> {
    if !may_be_unit(text, at) {
        return None;
    }
    let (unit, unit_end) = UNITS
        .iter()
        .find_map(|(written, unit)| unit_word(text, at, written).map(|end| (*unit, end)))?;
    let start = cursor::skip_space(text, unit_end);
    let (labels, end) = labels(text, start, unit);
    if labels.is_empty() {
        let bare = matches!(unit, Unit::Annex | Unit::Appendix);
        return bare.then_some((Step { unit, labels }, unit_end));
    }
    Some((Step { unit, labels }, end))
}

/// Like [`cursor::word`], for units of two words that a line break may part.
fn unit_word(text: &str, at: usize, written: &str) -> Option<usize> {
    match written.split_once(' ') {
        None => cursor::word(text, at, written),
        Some((first, second)) => {
            let behind = cursor::word(text, at, first)?;
            cursor::word(text, cursor::skip_space(text, behind), second)
        }
    }
}

type Labels = Vec<(Box<str>, Option<Box<str>>)>;

fn labels(text: &str, at: usize, unit: Unit) -> (Labels, usize) {
    let mut labels = Labels::new();
    let mut end = at;
    let mut next = at;
    while let Some((from, behind)) = label(text, next, unit) {
        end = behind;
        let mut to = None;
        if let Some(joint) = range_joint(text, end)
            && let Some((last, behind)) = label(text, joint, unit)
        {
            to = Some(last.into());
            end = behind;
        }
        labels.push((from.into(), to));
        let Some(joint) = list_joint(text, end) else {
            break;
        };
        next = joint;
    }
    (labels, end)
}

/// The offset behind a dash or "to" that joins a range.
fn range_joint(text: &str, at: usize) -> Option<usize> {
    if text[at..].starts_with('-') {
        return Some(at + 1);
    }
    let next = cursor::skip_space(text, at);
    let behind = cursor::word(text, next, "to")?;
    Some(cursor::skip_space(text, behind))
}

/// The offset behind a comma or "and" that joins a list.
fn list_joint(text: &str, at: usize) -> Option<usize> {
    let mut next = at;
    if text[next..].starts_with(',') {
        next += 1;
    }
    let comma = next > at;
    next = cursor::skip_space(text, next);
    match cursor::any_word(text, next, &["and", "or"]) {
        Some(behind) => Some(cursor::skip_space(text, behind)),
        None => comma.then_some(next),
    }
}

/// One printed label: `15`, `7 (b)`, `5bis`, `IV`, `II.A`.
fn label(text: &str, at: usize, unit: Unit) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let numeric = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = at;
    let mut label = String::new();
    if (1..=4).contains(&numeric) {
        // A number that goes on (67/172, 2.5 million, 20 December 2012) is no label.
        let after = &rest[numeric..];
        let goes_on = after.starts_with(['/', '%'])
            || after.starts_with(['.', ','])
                && after[1..].starts_with(|c: char| c.is_ascii_digit())
            || after.starts_with(|c: char| c.is_ascii_alphabetic());
        if goes_on || is_date(text, at) || is_listed_number(after) {
            return None;
        }
        label.push_str(&rest[..numeric]);
        end += numeric;
    } else if unit == Unit::Paragraph || unit == Unit::Preambular {
        let (letters, behind) = parenthesised(text, at)?;
        label.push_str(&letters);
        end = behind;
    } else {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = &rest[..letters];
        let roman = crate::Roman::parse(word).is_some();
        let single = letters == 1 && word.as_bytes()[0].is_ascii_uppercase();
        if !roman && !single {
            return None;
        }
        label.push_str(word);
        end += letters;
        if text[end..].starts_with('.')
            && text[end + 1..].starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        {
            let inner = text[end + 1..]
                .bytes()
                .take_while(u8::is_ascii_alphanumeric)
                .count();
            label.push_str(&text[end..=end + inner]);
            end += 1 + inner;
        }
    }
    while let Some((letters, behind)) = parenthesised(text, cursor::skip_space(text, end)) {
        label.push(' ');
        label.push_str(&letters);
        end = behind;
    }
    Some((label, end))
}

/// "paragraphs 5, 67/172" lists a resolution, not a paragraph.
fn is_listed_number(after: &str) -> bool {
    after.starts_with(" (")
        && after[2..].bytes().take_while(u8::is_ascii_digit).count() == 4
        && after[6..].starts_with(')')
}

fn is_date(text: &str, at: usize) -> bool {
    super::dates::at_start(text, at).is_some()
}

/// `(b)`, `(iv)`, `(1)` at `at`.
fn parenthesised(text: &str, at: usize) -> Option<(String, usize)> {
    let inner = text.get(at..)?.strip_prefix('(')?;
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let small = inner[..length]
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !(1..=4).contains(&length) || !small || !inner[length..].starts_with(')') {
        return None;
    }
    let roman = inner[..length]
        .bytes()
        .all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    if length > 2 && !roman {
        return None;
    }
    Some((format!("({})", &inner[..length]), at + length + 2))
}
