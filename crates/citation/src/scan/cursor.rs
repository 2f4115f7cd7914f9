//! Small steps over folded text: white space, words, note figures.

use std::ops::Range;

/// How many blanked bytes in a row are a link target, which words may go on behind.
const TARGET: usize = 6;

/// The offset behind spaces, at most one line break and a blanked link target from `at`.
#[inline]
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    // Mostly one space and a word follow, or no space.
    match text.as_bytes().get(at..) {
        Some([b'!'..=b'~', ..]) => at,
        Some([b' ', b'!'..=b'~', ..]) => at + 1,
        _ => skip_spaces(text, at),
    }
}

fn skip_spaces(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut breaks = 0;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b' ' | b'\t' | b'\r' => end += 1,
            b'\n' if breaks == 0 => {
                breaks += 1;
                end += 1;
            }
            0x1A => {
                let target = bytes[end..]
                    .iter()
                    .take_while(|byte| **byte == 0x1A)
                    .count();
                if target < TARGET {
                    break;
                }
                end += target;
            }
            _ => break,
        }
    }
    end
}

/// The offset behind `word`, when it stands at `at` as a whole word; letters compare without case.
#[inline]
pub(crate) fn word(text: &str, at: usize, word: &str) -> Option<usize> {
    // Mostly the first letters tell, and a bit is all that case changes.
    const CASE: u8 = 0x20;
    let differs = match (text.as_bytes().get(at..)?, word.as_bytes()) {
        ([first, second, ..], [one, two, ..]) => (first ^ one) | (second ^ two),
        ([first, ..], [one, ..]) => first ^ one,
        _ => return None,
    };
    if differs & !CASE != 0 {
        return None;
    }
    whole_word(text, at, word)
}

fn whole_word(text: &str, at: usize, word: &str) -> Option<usize> {
    let end = at.checked_add(word.len())?;
    let here = text.as_bytes().get(at..end)?;
    if !here.eq_ignore_ascii_case(word.as_bytes()) {
        return None;
    }
    let ends = |byte: &u8| !byte.is_ascii_alphanumeric();
    let last_is_letter = word
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphanumeric);
    (!last_is_letter || text.as_bytes().get(end).is_none_or(ends)).then_some(end)
}

/// Whether `text` begins with `words`; mostly the first byte tells that it does not.
#[inline]
pub(crate) fn begins(text: &str, words: &str) -> bool {
    text.as_bytes().first() == words.as_bytes().first() && text.starts_with(words)
}

/// Whether `text` ends with `words`; mostly the last byte tells that it does not.
#[inline]
pub(crate) fn ends(text: &str, words: &str) -> bool {
    text.as_bytes().last() == words.as_bytes().last() && text.ends_with(words)
}

/// The offset behind the first of `words` that stands at `at`.
#[inline]
pub(crate) fn any_word(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|candidate| word(text, at, candidate))
}

/// Whether `text` ends with one of `words`, white space and "the" behind it aside.
pub(crate) fn ends_with_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end();
    let text = text.strip_suffix(" the").unwrap_or(text).trim_end();
    words.iter().filter(|word| ends(text, word)).any(|word| {
        let head = &text[..text.len() - word.len()];
        !head.ends_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// Whether the white space `gap` may stand inside one reference: two blanks at most, or one line end with the indentation of
/// the next line.
pub(crate) fn is_gap(gap: &str) -> bool {
    /// Further to the right a column of a table begins.
    const INDENTATION: usize = 24;
    const BLANKS: usize = 2;
    match gap.split_once('\n') {
        Some((_, indentation)) => !indentation.contains('\n') && indentation.len() <= INDENTATION,
        None => gap.len() <= BLANKS,
    }
}

/// The offset of the next entry of a list, behind one of `marks` at `at`, one of `words`, or both.
pub(crate) fn joint(text: &str, at: usize, marks: &[&str], words: &[&str]) -> Option<usize> {
    let mark = any_word(text, at, marks);
    let spaced = skip_space(text, mark.unwrap_or(at));
    match any_word(text, spaced, words) {
        Some(end) => Some(skip_space(text, end)),
        None => mark.map(|_| spaced),
    }
}

/// Whether what begins at `at` only goes on a word, a path or an address.
pub(crate) fn goes_on_before(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_some_and(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'/' | b'.' | b'\\' | b'@' | b'_' | b'=' | b'%' | b'-' | b'&' | b'#'
            )
    })
}

/// Where the first digit in `range` stands.
pub(crate) fn next_digit(text: &str, range: Range<usize>) -> Option<usize> {
    /// So many bytes are looked at together.
    const STRIDE: usize = 16;
    let bytes = text.as_bytes().get(range.clone())?;
    // Between figures stands mostly one byte.
    if let Some(offset) = bytes.iter().take(2).position(u8::is_ascii_digit) {
        return Some(range.start + offset);
    }
    let has_digit = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |found, byte| found | byte.is_ascii_digit())
    };
    let skipped = bytes
        .chunks_exact(STRIDE)
        .take_while(|chunk| !has_digit(chunk))
        .count()
        * STRIDE;
    let offset = bytes[skipped..].iter().position(u8::is_ascii_digit)?;
    Some(range.start + skipped + offset)
}

/// The digits at `at`.
#[inline]
pub(crate) fn digits(text: &str, at: usize) -> &str {
    text.get(at..at + count_digits(text, at)).unwrap_or("")
}

/// How many digits stand at `at`.
#[inline]
pub(crate) fn count_digits(text: &str, at: usize) -> usize {
    let mut end = at;
    while text.as_bytes().get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    end - at
}

/// The offset behind a footnote figure that stands at `at`, glued or after a space: one to three digits
/// with no word of their own behind them.
#[inline]
pub(crate) fn skip_note(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'0'..=b'9', ..] | [b' ', b'0'..=b'9', ..]) => skip_figure(text, at),
        _ => at,
    }
}

fn skip_figure(text: &str, at: usize) -> usize {
    let start = at + usize::from(text[at..].starts_with(' '));
    let figure = digits(text, start);
    if figure.is_empty() || figure.len() > 3 {
        return at;
    }
    let end = start + figure.len();
    match text.as_bytes().get(end) {
        None | Some(b' ' | b'\n' | b'\r' | b',' | b';') => end,
        _ => at,
    }
}

/// The offset behind the "’s " at `at`.
pub(crate) fn possessive(text: &str, at: usize) -> Option<usize> {
    let mark = text[at..].chars().next()?;
    let end = word(text, at + mark.len_utf8(), "s")?;
    let next = skip_space(text, end);
    (next > end).then_some(next)
}
