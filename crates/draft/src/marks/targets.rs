//! Where the target of a link ends, and its title: `(target "title")` behind linked words, and the rest of the
//! line, or of two, behind `[label]:`.

use std::ops::Range;

/// Longest target with its title, in bytes.
const LONGEST: usize = 2_000;

/// The target in `(target "title")` at `open`, and the end of the parenthesis.
pub(super) fn inline(text: &str, open: usize) -> Option<(Range<usize>, usize)> {
    let text = limited(text, open);
    let start = skip_space(text, open + 1);
    let (target, at) = match text.as_bytes().get(start) {
        Some(b'<') => bracketed(text, start)?,
        _ => bare(text, start),
    };
    let at = skip_space(text, at);
    if text.as_bytes().get(at) == Some(&b')') {
        return Some((target, at + 1));
    }
    let close = skip_space(text, title(text, at)?);
    (text.as_bytes().get(close) == Some(&b')')).then_some((target, close + 1))
}

/// The target of a definition whose colon ends at `after`, and the end of the definition: that of its line, or of
/// the next one where a title stands there.
pub(super) fn definition(text: &str, after: usize) -> (Range<usize>, usize) {
    let line_end = end_of_line(text, after);
    let start = after + text[after..line_end].len() - text[after..line_end].trim_start().len();
    let target = match text.as_bytes().get(start) {
        Some(b'<') => bracketed(&text[..line_end], start).map(|(target, _)| target),
        _ => None,
    };
    let target = target.unwrap_or_else(|| {
        let words = &text[start..line_end];
        start..start + words.find(char::is_whitespace).unwrap_or(words.len())
    });
    let next = skip_space(limited(text, line_end), line_end);
    let below = title(limited(text, next), next).filter(|end| {
        let rest = &text[*end..end_of_line(text, *end)];
        rest.trim().is_empty()
    });
    (target, below.unwrap_or(line_end))
}

/// The text up to where the longest target from `start` on would end.
fn limited(text: &str, start: usize) -> &str {
    &text[..text.floor_char_boundary(start + LONGEST)]
}

fn end_of_line(text: &str, from: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at)
}

/// Behind white space with at most one end of a line in it.
fn skip_space(text: &str, from: usize) -> usize {
    let mut lines = 0;
    let mut before = 0;
    for (index, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b' ' | b'\t' => {}
            b'\n' if before == b'\r' => {}
            b'\n' | b'\r' if lines == 0 => lines = 1,
            _ => return index,
        }
        before = byte;
    }
    text.len()
}

/// `<target>`, and the end of it.
fn bracketed(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let length = memchr::memchr2(b'>', b'\n', &text.as_bytes()[start..])?;
    let end = start + length;
    (text.as_bytes()[end] == b'>').then_some((start + 1..end, end + 1))
}

/// A target up to white space or the parenthesis that it does not open, and the end of it.
fn bare(text: &str, start: usize) -> (Range<usize>, usize) {
    let mut depth = 0_usize;
    let length = text.as_bytes()[start..].iter().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return true,
            b')' => depth -= 1,
            _ => {}
        }
        matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
    });
    let end = length.map_or(text.len(), |length| start + length);
    (start..end, end)
}

/// The end of a title in quotation marks or parentheses that begins at `start`.
fn title(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let close = match bytes.get(start)? {
        b'(' => b')',
        mark @ (b'"' | b'\'') => *mark,
        _ => return None,
    };
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            byte if *byte == close => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = inline(text, 0).map(|(target, end)| (&text[target], &text[end..]));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_parenthesis_ends_behind_target_and_title() {
        check("(a_(b)) c", Some(("a_(b)", " c")));
        check("(<a b> \"t (u)\") c", Some(("a b", " c")));
        check("( a\n 't \\' )' ) c", Some(("a", " c")));
        check("(a (t)) c", Some(("a", " c")));
        check("() c", Some(("", " c")));
        check("(a b) c", None);
        check("(a \"t) c", None);
        check("(<a b) c", None);
        check("(é", None);
    }

    #[test]
    fn a_definition_ends_with_its_line_or_with_its_title() {
        let read = |text: &'static str| {
            let (target, end) = definition(text, 0);
            (&text[target], &text[end..])
        };
        assert_eq!(read(" a \"t\"\nb"), ("a", "\nb"));
        assert_eq!(read(" <a b>\r\n  'é\nt' \nb"), ("a b", " \nb"));
        assert_eq!(read(" a\n\"t\" and more"), ("a", "\n\"t\" and more"));
        assert_eq!(read(" a\n\n\"t\""), ("a", "\n\n\"t\""));
        assert_eq!(read(""), ("", ""));
    }
}
