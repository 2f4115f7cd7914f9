//! Acronyms in a text: two to eight capitals that stand as a word of their own.
//!
//! What is a number, a code, part of a symbol, or a word that somebody wrote in capitals is none.
//! Where it cannot be told, silence wins.

use std::ops::Range;

use arrayvec::ArrayString;
use citation::Roman;

use super::Acronym;
use crate::places;

/// Whether a word is written in capitals without being an acronym.
fn is_ordinary(word: &str) -> bool {
    matches!(
        word,
        "ALL"
            | "ALSO"
            | "AM"
            | "AN"
            | "AND"
            | "ANNEX"
            | "ARE"
            | "AS"
            | "AT"
            | "BE"
            | "BY"
            | "DRAFT"
            | "FOR"
            | "FROM"
            | "GENERAL"
            | "IN"
            | "IS"
            | "IT"
            | "LIMITED"
            | "NO"
            | "NOT"
            | "NOTE"
            | "OF"
            | "ON"
            | "OR"
            | "PM"
            | "RES"
            | "THE"
            | "TO"
            | "VIA"
            | "VOL"
            | "WITH"
    )
}

/// Longest acronym, in letters.
const LONGEST: usize = 8;

/// No line in capitals is longer than this on either side of a word, in bytes.
const LONGEST_LINE: usize = 200;

/// The acronyms in `text`, in order.
pub(crate) fn find(text: &str) -> Vec<Acronym> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut pairs = Pairs::of(bytes);
    let mut at = 0;
    while let Some(pair) = pairs.next_from(at) {
        let code = code_around(bytes, pair);
        at = code.end;
        let Some(acronym) = in_code(text, code.clone()) else {
            continue;
        };
        if !is_shouted(text, &code) && !heads_mail(text, &code) {
            found.push(acronym);
        }
    }
    found
}

/// Whether a word stands before a colon as in the head of an e-mail: "RE: FW: Draft".
fn heads_mail(text: &str, code: &Range<usize>) -> bool {
    let is_head = matches!(&text[code.clone()], "RE" | "FW" | "FWD" | "CC" | "BCC");
    is_head && text[code.end..].starts_with(':')
}

/// Where two capitals stand side by side in a text.
struct Pairs<'t> {
    bytes: &'t [u8],
    /// Where the bytes begin that were looked at last.
    start: usize,
    /// The pairs among them, by their first capital.
    found: u64,
}

impl<'t> Pairs<'t> {
    fn of(bytes: &'t [u8]) -> Self {
        let mut pairs = Self {
            bytes,
            start: 0,
            found: 0,
        };
        pairs.look();
        pairs
    }

    fn look(&mut self) {
        let rest = self.bytes.get(self.start..).unwrap_or_default();
        let capitals = places::of(rest, &places::Capitals);
        let behind = rest.get(places::STRIDE);
        let behind = u64::from(behind.is_some_and(u8::is_ascii_uppercase));
        self.found = capitals & (capitals >> 1 | behind << (places::STRIDE - 1));
    }

    /// The next pair, from `from` on, which may not be less than before.
    fn next_from(&mut self, from: usize) -> Option<usize> {
        loop {
            let passed = from.saturating_sub(self.start);
            let left = u64::MAX.checked_shl(passed as u32).unwrap_or(0) & self.found;
            if left != 0 {
                return Some(self.start + left.trailing_zeros() as usize);
            }
            self.start += places::STRIDE;
            if self.start >= self.bytes.len() {
                return None;
            }
            self.look();
        }
    }
}

/// What a short form of letters is without its ending, if it can be an acronym: `NGOs`, `IOM’s`,
/// `COVID-19`. Returns the length of the letters.
pub(crate) fn letters_of(word: &str) -> Option<usize> {
    let first_two = word.as_bytes().first_chunk::<2>()?;
    // Most words of a text begin otherwise.
    if !first_two.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    if word.len() <= LONGEST && is_capitals(word) {
        return Roman::parse(word).is_none().then_some(word.len());
    }
    let stem = ["'s", "’s", "s'", "s’", "'", "’", "s"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let (letters, number) = match stem.split_once('-') {
        Some((letters, number)) => (letters, Some(number)),
        None => (stem, None),
    };
    let capitals = (2..=LONGEST).contains(&letters.len()) && is_capitals(letters);
    let numbered = number.is_none_or(|number| {
        letters.len() >= 4
            && (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (capitals && numbered && Roman::parse(letters).is_none()).then_some(stem.len())
}

/// Whether a byte stands in codes.
const IN_CODES: [bool; 256] = {
    let mut in_codes = [false; 256];
    let mut byte = 0_u8;
    loop {
        let is_sign = matches!(byte, b'-' | b'.' | b'/' | b'_' | b'&' | b'+' | b'\'' | b'#');
        in_codes[byte as usize] = is_sign || byte.is_ascii_alphanumeric() || byte >= 0x80;
        if byte == u8::MAX {
            break in_codes;
        }
        byte += 1;
    }
};

/// The unbroken run around `index` of what codes are made of.
fn code_around(bytes: &[u8], index: usize) -> Range<usize> {
    let inside = |byte: &u8| IN_CODES[usize::from(*byte)];
    let before = bytes[..index]
        .iter()
        .rev()
        .take_while(|b| inside(b))
        .count();
    let after = bytes[index..].iter().take_while(|b| inside(b)).count();
    let mut range = index - before..index + after;
    let is_plain = |at: usize| bytes[at].is_ascii_alphanumeric();
    if is_plain(range.start) && is_plain(range.end - 1) {
        return range;
    }
    // The sentence's own marks, typographic ones (E2 80 xx) and no-break spaces (C2 A0) included.
    loop {
        let code = &bytes[range.clone()];
        if code.ends_with(b".") || code.ends_with(b"'") && !code.ends_with(b"s'") {
            range.end -= 1;
        } else if code.len() > 3 && code[code.len() - 3..].starts_with(b"\xe2\x80") {
            range.end -= 3;
        } else if code.starts_with(b"\xe2\x80") {
            range.start += 3;
        } else if code.starts_with(b"'") {
            range.start += 1;
        } else {
            return range;
        }
    }
}

fn in_code(text: &str, code: Range<usize>) -> Option<Acronym> {
    let word = text.get(code.clone())?;
    // "non-EU" and "IOM-led" hold an acronym; "CH-1211" and "EU-ILO" are codes.
    let parts = if is_capitals(word) {
        None
    } else {
        word.split_once('-')
    };
    let (start, length) = match parts {
        Some((before, after)) if is_small(before) => (before.len() + 1, after.len()),
        Some((before, after)) if is_small(after) => (0, before.len()),
        _ => (0, word.len()),
    };
    let part = &word[start..start + length];
    let letters = &part[..letters_of(part)?];
    if is_ordinary(letters) {
        return None;
    }
    Some(Acronym {
        letters: ArrayString::from(letters).ok()?,
        span: code.start + start..code.start + start + length,
    })
}

fn is_capitals(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Words in small letters, hyphens between them.
fn is_small(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// Whether the line around a word, or a word beside it, is in capitals as well.
fn is_shouted(text: &str, code: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let floor = code.start.saturating_sub(LONGEST_LINE);
    let ceiling = bytes.len().min(code.end + LONGEST_LINE);
    let mut before = bytes[floor..code.start].iter().rev();
    let behind = bytes[code.end..ceiling].iter();
    // The letters beside most acronyms are small, and nothing else has to be looked at.
    let is_small = |byte: &u8| byte.is_ascii_lowercase() || !byte.is_ascii();
    let on_line = |byte: &&u8| **byte != b'\n';
    let has_small = bytes[code.clone()].iter().any(is_small)
        || before.clone().take_while(on_line).any(is_small)
        || behind.clone().take_while(on_line).any(is_small);
    let is_letter = |byte: &&u8| !matches!(**byte, b',' | b'.' | b';' | b':');
    let before_counts =
        before.next() == Some(&b' ') && before.find(is_letter).is_some_and(u8::is_ascii_uppercase);
    let behind_counts = match behind.as_slice() {
        [b' ', b'0'..=b'9', ..] => true,
        [b' ', first, second, ..] => first.is_ascii_uppercase() && second.is_ascii_uppercase(),
        _ => false,
    };
    if has_small && !before_counts && !behind_counts {
        return false;
    }
    let line_start = memchr::memrchr(b'\n', &bytes[floor..code.start]).map(|at| floor + at + 1);
    let line_end = memchr::memchr(b'\n', &bytes[code.end..ceiling]).map(|at| code.end + at);
    let start = line_start.unwrap_or_else(|| text.ceil_char_boundary(floor));
    let end = line_end.unwrap_or_else(|| text.ceil_char_boundary(ceiling));
    let word_before = text[start..code.start].strip_suffix(' ').map(last_word);
    let behind = text[code.end..end].strip_prefix(' ').unwrap_or_default();
    is_numbered(behind)
        || word_before.is_some_and(|word| is_shouted_word(word) || is_initial(word))
        || behind.split(' ').next().is_some_and(is_shouted_word)
        || !has_small && is_shouted_line(&text[start..end])
}

/// What stands behind the last space.
fn last_word(text: &str) -> &str {
    let start = memchr::memrchr(b' ', text.as_bytes()).map_or(0, |at| at + 1);
    &text[start..]
}

/// A word of four or more capitals, or an ordinary one in capitals.
fn is_shouted_word(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ';', ':']);
    word.len() > 3 && is_capitals(word) || is_ordinary(word)
}

/// "OC 16/99": the letters of a number.
fn is_numbered(number: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && number[digits..].starts_with('/')
}

/// `C.P.` before a number or a name.
fn is_initial(word: &str) -> bool {
    word.len() == 2
        && word.ends_with('.')
        && word != "I."
        && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Two or more words, in a line without small letters.
fn is_shouted_line(line: &str) -> bool {
    let capitals = |word: &&str| word.bytes().any(|byte| byte.is_ascii_uppercase());
    line.split_whitespace().filter(capitals).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|acronym| acronym.letters.to_string())
            .collect()
    }

    #[test]
    fn acronyms_are_found_with_their_endings() {
        let text = "The IOM and NGOs, IOM’s and UNDP's work (COVID-19), the IOM-led non-EU plan.";
        let found = find(text);
        let words: Vec<_> = found.iter().map(|a| &text[a.span.clone()]).collect();
        assert_eq!(
            words,
            ["IOM", "NGOs", "IOM’s", "UNDP's", "COVID-19", "IOM", "EU"]
        );
        assert_eq!(
            letters(text),
            ["IOM", "NGO", "IOM", "UNDP", "COVID-19", "IOM", "EU"]
        );
    }

    #[test]
    fn acronyms_are_found_wherever_they_stand() {
        for before in 0..150 {
            let text = format!("{} of IOM and the EU", "a".repeat(before));
            assert_eq!(letters(&text), ["IOM", "EU"], "{text}");
        }
    }

    #[test]
    fn the_number_of_a_paragraph_before_an_acronym_is_no_initial() {
        assert_eq!(letters("2. IOM is the one"), ["IOM"]);
        assert_eq!(letters("12. IOM is the one"), ["IOM"]);
    }

    #[test]
    fn codes_numerals_and_words_in_capitals_are_none() {
        for text in [
            "A/RES/67/172",
            "IOM/OSCE Training Modules",
            "RC/RC",
            "C.P. 71 CH-1211 Geneva 19",
            "part III and annex VII",
            "CLOSING REMARKS on a subject",
            "an INTERNATIONAL DIALOGUE ON MIGRATION",
            "EU ILO\n",
            "opinion OC-16/99 or OC 16/99",
            "UN-Women and UN-Habitat",
            "the U.N. and H.E. Mr",
            "MAURITIUS, MiGRATION, COP26",
        ] {
            assert_eq!(letters(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn typographic_marks_around_an_acronym_are_not_its_own() {
        assert_eq!(letters("“IOM” – IOM… and ‘UNDP’,"), ["IOM", "IOM", "UNDP"]);
    }
}
