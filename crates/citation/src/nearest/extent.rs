//! How far a stretch reaches that looks like a symbol, spaces and wrong marks included.

use std::ops::Range;

use super::beginning::{begins_like_a_symbol, is_written_prefix};
use super::tidy;
use crate::grammar;
use crate::scan::{cursor, dates};
use crate::symbol::number;
use crate::symbol::read::parenthesis;

/// The longest stretch looked at, in bytes.
const LONGEST: usize = 72;
/// How far a parenthesis that begins there may reach beyond it, in bytes.
const MORE: usize = 24;
/// How many shorter stretches are looked at.
const SHORTER: usize = 3;
/// The longest first component, with whatever grew onto it, in bytes.
pub(super) const LONGEST_FIRST: usize = 16;

/// Where a stretch begins that has `stroke`, of either kind, behind its first component and may be a
/// mistyped symbol.
pub(crate) fn begins(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if is_between_plain(bytes, stroke) {
        return None;
    }
    let start = start(text, stroke)?;
    // Figures on both sides of the stroke: no letter that a prefix could begin with.
    if bytes.get(stroke + 1).is_some_and(u8::is_ascii_digit)
        && bytes[start..stroke].iter().all(u8::is_ascii_digit)
        || !may_be_numbered(text, start)
    {
        return None;
    }
    let near = || text.as_bytes()[start..].iter().take(LONGEST);
    // Mostly the first component is written as it should be.
    let letters = near().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ends = |byte: &u8| matches!(byte, b'/' | b'\\' | b' ' | b'-');
    let closed = text.as_bytes().get(start + letters).is_some_and(ends);
    if closed && is_written_prefix(&text[start..start + letters]) {
        return Some(start);
    }
    if !may_be_promising(text, start) {
        return None;
    }
    let belongs = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    let run = near().take_while(|byte| belongs(byte)).count();
    begins_like_a_symbol(&text[start..start + run]).then_some(start)
}

/// Whether the stroke stands between two figures or two small words, as in "67/172" and "and/or", and nothing that a
/// first component could be goes on before them: most strokes that no symbol has do, and nothing else need be asked.
fn is_between_plain(bytes: &[u8], stroke: usize) -> bool {
    let is_plain: fn(&u8) -> bool = match bytes.get(stroke + 1) {
        Some(b'0'..=b'9') => u8::is_ascii_digit,
        Some(b'a'..=b'z') => u8::is_ascii_lowercase,
        _ => return false,
    };
    let near = bytes[..stroke].iter().rev().take(LONGEST_FIRST);
    let start = stroke - near.take_while(|byte| is_plain(byte)).count();
    if start == stroke {
        return false;
    }
    match bytes[..start] {
        [] | [.., b'\n'] => true,
        // No organ has a number for its second component.
        [.., b' ' | b'('] if bytes[start].is_ascii_digit() => true,
        // An organ may stand off: "A RES/67/172".
        [.., before, b' '] => before.is_ascii_lowercase() || before == b',',
        _ => false,
    }
}

/// The stretches that begin at `start` and may be one mistyped symbol: the longest, and where it has
/// spaces, those that end at the first of them.
pub(crate) fn stretches(text: &str, start: usize) -> Vec<Range<usize>> {
    let (end, spaces) = reach(text, start);
    let mut found = Vec::new();
    for end in std::iter::once(end).chain(spaces.into_iter().flatten()) {
        let range = trimmed(text, start..end);
        if is_promising(text, &range) && !found.contains(&range) {
            found.push(range);
        }
    }
    found
}

/// Whether a stretch that begins at `start` may reach a figure, or what is read as one.
pub(crate) fn may_be_numbered(text: &str, start: usize) -> bool {
    let near = &text.as_bytes()[start..text.len().min(start + LONGEST + MORE)];
    any(near, u8::is_ascii_digit)
        || any(near, |byte| matches!(byte, b'l' | b'I'))
            && near
                .windows(2)
                .any(|pair| matches!(pair, [b'/', b'l' | b'I']))
}

/// Whether one of `bytes` is such. Sixteen are looked at together: a branch for each costs more than all of them.
fn any(bytes: &[u8], is_such: impl Fn(&u8) -> bool) -> bool {
    let is_in = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |found, byte| found | is_such(byte))
    };
    let (whole, rest) = bytes.as_chunks::<16>();
    whole.iter().any(|bytes| is_in(bytes)) || is_in(rest)
}

/// Whether no stretch that begins at `start`, where a symbol does that ends at `end`, goes on behind that symbol.
pub(crate) fn ends_with_symbol(text: &str, start: usize, end: usize) -> bool {
    match text.as_bytes().get(end) {
        None => true,
        Some(b' ') => behind_space(text, start, end).is_none(),
        Some(b',') => !is_between_digits(text.as_bytes(), end),
        Some(byte) => {
            !byte.is_ascii_alphanumeric()
                && !matches!(byte, b'.' | b'-' | b'/' | b'\\' | b'&' | b'(')
        }
    }
}

/// Where the first component before `stroke` starts.
fn start(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let spaced = stroke > 0 && bytes[stroke - 1] == b' ';
    let edge = stroke - usize::from(spaced);
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let mut start = edge;
    while start > 0 && edge - start <= LONGEST_FIRST {
        if belongs(&bytes[start - 1]) {
            start -= 1;
        } else if let Some(open) = parenthesis_before(text, start) {
            start = open;
        } else {
            break;
        }
    }
    while start < edge && !bytes[start].is_ascii_alphanumeric() {
        start += 1;
    }
    let first = &text[start..edge];
    if first.is_empty() || first.len() > LONGEST_FIRST || !is_clean(bytes, start) {
        return None;
    }
    if spaced {
        return is_written_prefix(first).then_some(start);
    }
    // A prefix that stands here already needs none.
    if grammar::prefix(first).is_some() {
        return Some(start);
    }
    // "A RES/67/172": the organ stands off.
    let before = text[..start].strip_suffix(' ').unwrap_or("");
    let organ = before
        .rsplit(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    let organ_start = before.len() - organ.len();
    let stands_off = is_written_prefix(organ)
        && grammar::prefix(organ).is_some_and(|prefix| prefix.word(first).is_some())
        && is_clean(bytes, organ_start);
    Some(if stands_off { organ_start } else { start })
}

/// Where the parenthesis of figures opens that ends at `end` and stands behind a letter: `GC(69)`.
fn parenthesis_before(text: &str, end: usize) -> Option<usize> {
    let inner = text[..end].strip_suffix(')')?;
    let digits = inner
        .bytes()
        .rev()
        .take(3)
        .take_while(u8::is_ascii_digit)
        .count();
    let head = inner[..inner.len() - digits].strip_suffix('(')?;
    (digits > 0 && head.ends_with(|c: char| c.is_ascii_uppercase())).then_some(head.len())
}

/// Whether no word, path, address or amount goes on into `start`.
fn is_clean(bytes: &[u8], start: usize) -> bool {
    !cursor::goes_on_before(bytes, start) && !bytes[..start].ends_with(b"$")
}

/// Whether the stretch that begins at `start` has what every symbol has, or goes on where folding tells. Most words with
/// a stroke between them have no figure, and cost no look for the symbol they could be.
fn may_be_promising(text: &str, start: usize) -> bool {
    let (end, _) = reach(text, start);
    let run = &text[start..end];
    let misread = || ["/l", "/I"].iter().any(|end| run.contains(end));
    is_numbered(run)
        || misread()
        || text
            .as_bytes()
            .get(end)
            .is_some_and(|byte| !byte.is_ascii())
}

/// The end of the stretch that begins at `start`, and the first spaces inside it.
fn reach(text: &str, start: usize) -> (usize, [Option<usize>; SHORTER]) {
    let bytes = text.as_bytes();
    let mut spaces = [None; SHORTER];
    let mut places = spaces.iter_mut();
    let mut end = start;
    while let Some(byte) = bytes.get(end).filter(|_| end - start < LONGEST) {
        match byte {
            b'.' | b'-' | b'/' | b'\\' => end += 1,
            byte if byte.is_ascii_alphanumeric() => end += 1,
            b',' | b'&' if is_between_digits(bytes, end) => end += 1,
            b'(' => match parenthesis_behind(text, end) {
                Some(behind) => end = behind,
                None => break,
            },
            b' ' => match behind_space(text, start, end) {
                Some(behind) => {
                    if let Some(place) = places.next() {
                        *place = Some(end);
                    }
                    end = behind;
                }
                None => break,
            },
            _ => break,
        }
    }
    (end, spaces)
}

fn is_between_digits(bytes: &[u8], at: usize) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    at > 0 && digit(bytes.get(at - 1)) && digit(bytes.get(at + 1))
}

/// The offset behind a short parenthesis of figures or a word: `(2000)`, `(III)`, `(Part I)`.
fn parenthesis_behind(text: &str, at: usize) -> Option<usize> {
    if let Some(length) = parenthesis::length(&text[at..]) {
        return Some(at + length);
    }
    let length = text.as_bytes()[at..]
        .iter()
        .take(16)
        .position(|byte| *byte == b')')?;
    // "S/RES/2240 (9 October 2015)": the day on which it was adopted.
    if dates::at_start(text, at + 1).is_some() {
        return None;
    }
    let inner = &text[at + 1..at + length];
    let fits = inner
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b' ' | b'.'));
    (fits && !inner.is_empty()).then_some(at + length + 1)
}

/// Where a symbol that is typed with spaces goes on behind the space at `at`.
fn behind_space(text: &str, start: usize, at: usize) -> Option<usize> {
    let before = &text[start..at];
    let after = &text[at + 1..];
    let next = *after.as_bytes().first()?;
    // Behind a number or a parenthesis, a word of small letters goes on with the sentence.
    let word = matches!(after.as_bytes(), [b'a'..=b'z', b'a'..=b'z', ..]);
    let closed = before.ends_with(|c: char| c.is_ascii_digit() || c == ')');
    if word && closed && !tidy::begins_suffix(after) {
        return None;
    }
    let goes_on = is_beside_stroke(before, after)
        || follows_stem(before, after)
        || before.ends_with(|c: char| c.is_ascii_digit() || c == ')') && tidy::begins_suffix(after);
    if goes_on {
        return Some(at + 1);
    }
    if let Some(length) = parenthesis::length(after) {
        return Some(at + 1 + length);
    }
    // What only resolutions and decisions have: `A/RES/67 172`, `1325 (2000)`, `32/40 B`.
    let mut components = before.rsplit(['/', '\\', ' ', '-', '.']);
    let last = components.next().unwrap_or("");
    let is_act = |word: &str| matches!(word, "RES" | "DEC");
    let number_of_act = |word: &str| {
        let act = word.trim_end_matches(|c: char| c.is_ascii_digit());
        is_act(act)
    };
    if !number_of_act(last) && !components.any(number_of_act) {
        return None;
    }
    let figures = after.bytes().take_while(u8::is_ascii_digit).count();
    let number_follows =
        is_act(last) || matches!(last, "Decision" | "Resolution") || (2..=3).contains(&last.len());
    if (1..=4).contains(&figures) && number_follows && before.matches(['/', '\\']).count() < 4 {
        return Some(at + 1 + figures);
    }
    let spelled = after.starts_with("Decision ") || after.starts_with("Resolution ");
    if next == b'(' || is_act(last) && spelled {
        return Some(at + 1);
    }
    number::part(&text[at..]).map(|(_, length)| at + length)
}

/// Whether a stroke stands on either side of the space, and the symbol goes on behind it.
fn is_beside_stroke(before: &str, after: &str) -> bool {
    let goes_on =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    if before.ends_with(['/', '\\']) {
        return goes_on(after);
    }
    let behind = after.strip_prefix(['/', '\\']);
    behind.is_some_and(|behind| goes_on(behind.strip_prefix(' ').unwrap_or(behind)))
}

/// `L. 40`, `Rev 1`, `CONF. VI`: the number of a stem behind a space.
fn follows_stem(before: &str, after: &str) -> bool {
    let word = before.strip_suffix('.').unwrap_or(before);
    let stem = word.rsplit(['/', ' ', '.']).next().unwrap_or("");
    let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let suffix = tidy::SUFFIXES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(stem));
    let stopped = word.len() < before.len() && stem.starts_with(|c: char| c.is_ascii_uppercase());
    (suffix || stopped) && grammar::dotted(stem).is_some_and(|known| known.allows(&after[..length]))
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let run = text[range.clone()].trim_end_matches(['.', '-', ' ', ',', '&']);
    range.start..range.start + run.len()
}

/// Whether the stretch could be a symbol at all: finished and with a number.
fn is_promising(text: &str, range: &Range<usize>) -> bool {
    let run = &text[range.clone()];
    let bytes = text.as_bytes();
    // What ends with a stroke is still being written; what is followed by more is an address or path.
    let unfinished = run.ends_with(['/', '\\']);
    let goes_on = match bytes.get(range.end) {
        Some(b'/' | b'\\' | b'_' | b'=' | b'@' | b'%' | b'#' | b'~' | b'+') => true,
        Some(b':') => bytes
            .get(range.end + 1)
            .is_some_and(|byte| !byte.is_ascii_whitespace()),
        Some(byte) => byte.is_ascii_alphanumeric(),
        None => false,
    };
    !unfinished && !goes_on && is_numbered(run) && run.contains(['/', '\\'])
}

/// Whether a run has a figure, or a letter that is taken for one behind its last stroke.
fn is_numbered(run: &str) -> bool {
    run.bytes().any(|byte| byte.is_ascii_digit()) || run.ends_with("/l") || run.ends_with("/I")
}
