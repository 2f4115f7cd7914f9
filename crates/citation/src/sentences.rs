//! Where sentences of English begin and end.

use memchr::{memchr2, memrchr2};

/// The end of the sentence in which `at` stands: a full stop before a capital, a blank line, or `limit`.
#[must_use]
pub fn end(text: &str, at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let mut from = at.min(limit);
    while let Some(offset) = memchr2(b'.', b'\n', &bytes[from..limit]) {
        let end = from + offset;
        if stops(bytes, end) {
            return end;
        }
        from = end + 1;
    }
    limit
}

/// The start of the sentence in which `at` stands, at most `reach` bytes before it and on a character
/// boundary.
#[must_use]
pub fn start(text: &str, at: usize, reach: usize) -> usize {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(reach);
    let mut start = at.min(bytes.len());
    while let Some(offset) = memrchr2(b'.', b'\n', bytes.get(floor..start).unwrap_or_default()) {
        start = floor + offset;
        if stops(bytes, start) {
            return start + 1;
        }
    }
    (floor..=at)
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(at)
}

/// Whether a sentence ends at `at`, with a full stop or a line break.
pub(crate) fn stops(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'.' => ends_sentence(bytes, at),
        b'\n' => is_blank_line(bytes, at) || begins_clause(bytes, at),
        _ => false,
    }
}

/// Whether a preambular paragraph begins behind the line break at `newline`, where no blank line parts them: "…,
/// Recalling also its resolutions".
fn begins_clause(bytes: &[u8], newline: usize) -> bool {
    /// "Acknowledging".
    const LONGEST: usize = 16;
    let before = bytes[..newline].trim_ascii_end();
    let behind = &bytes[newline + 1..];
    // Its first words may stand in italics.
    let marks = behind
        .iter()
        .take_while(|byte| matches!(byte, b'*' | b'_' | b' '));
    let rest = &behind[marks.count()..];
    let letters = rest
        .iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphabetic());
    let word = &rest[..letters.count()];
    before.ends_with(b",")
        && word.first().is_some_and(u8::is_ascii_uppercase)
        && word.ends_with(b"ing")
        && matches!(rest.get(word.len()), Some(b' ' | b'*' | b'_'))
}

fn is_blank_line(bytes: &[u8], newline: usize) -> bool {
    let rest = &bytes[newline + 1..];
    let spaces = rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
        .count();
    rest.get(spaces) == Some(&b'\n')
}

/// Words behind which a full stop ends no sentence, by alphabet.
const ABBREVIATIONS: [&str; 29] = [
    "add", "al", "art", "arts", "cf", "chap", "chaps", "corr", "dr", "ed", "eds", "fig", "figs",
    "mr", "mrs", "ms", "no", "nos", "p", "para", "paras", "pp", "res", "rev", "sect", "sects",
    "st", "vol", "vols",
];

/// Whether a full stop behind `word` ends no sentence, whatever its capitals: "No.", "paras.", "Mr.".
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS
        .iter()
        .any(|abbreviation| word.eq_ignore_ascii_case(abbreviation))
}

/// Whether the full stop at `at` ends a sentence and no abbreviation.
fn ends_sentence(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at + 1..];
    let spaces = rest
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count();
    let next = rest.get(spaces);
    if spaces == 0
        || !next.is_none_or(|byte| byte.is_ascii_uppercase() || matches!(byte, 0x1A | 0x1B))
    {
        return false;
    }
    let letters = bytes[..at]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let word = str::from_utf8(&bytes[at - letters..at]);
    !word.is_ok_and(is_abbreviation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_stops_before_capitals_and_at_blank_lines() {
        let end = |text: &str| end(text, 0, text.len());
        assert_eq!(end("One. Two"), 3);
        assert_eq!(end("See No. XII. Then"), 11);
        assert_eq!(end("as Mr. Smith said. Then"), 17);
        assert_eq!(end("one, e.g. two"), 13);
        assert_eq!(end("one\n \ntwo"), 3);
        assert_eq!(end("Recalling one,\nRecalling two"), 14);
        assert_eq!(end("one\ntwo"), 7);
        assert_eq!(end("1.5 metres"), 10);
    }

    #[test]
    fn sentences_start_behind_the_last_end() {
        let start = |text: &str| start(text, text.len(), 100);
        assert_eq!(start("One. Two, paras. III"), 4);
        assert_eq!(start("One, two"), 0);
        assert_eq!(super::start("é. Two", 6, 5), 3);
        assert_eq!(super::start("aé", 3, 1), 3);
    }
}
