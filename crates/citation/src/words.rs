//! Words compared: without case, over line breaks, whatever the kind of a dash; and a key that stands for
//! a word in a table.

use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

mod eights;

pub(crate) use eights::{
    CASE, HIGH, digits_before, eight_at, last_capital, letters, letters_before, letters_or_digits,
    next_capital, three_bytes,
};

use eights::letters_and_digits;

/// What stands for a word in a comparison: equal for equal words, and only rarely for others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// The key as a number, all bits of which are mixed.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    /// The key of the words of `self` and the word `next`, in this order.
    pub(crate) const fn then(self, next: Self) -> Self {
        Self(mixed(self.0, next.0))
    }
}

impl std::hash::Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// Takes a key for its own hash, and mixes other things eight bytes at a time.
pub(crate) type KeyHasher = BuildHasherDefault<KeyItself>;

#[derive(Clone, Default)]
pub(crate) struct KeyItself(u64);

impl Hasher for KeyItself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for at in (0..bytes.len()).step_by(8) {
            self.0 = mixed(self.0, eight_at(bytes, at));
        }
    }

    /// What ends a text.
    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }

    /// A character.
    fn write_u32(&mut self, character: u32) {
        self.0 = mixed(self.0, u64::from(character));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

const fn mixed(key: u64, more: u64) -> u64 {
    (key.rotate_left(23) ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The key of a short text, whatever the capitals of its letters.
#[inline]
pub(crate) fn spelling(text: &str) -> Key {
    let bytes = text.as_bytes();
    let mut key = bytes.len() as u64;
    // Mostly eight bytes are all.
    if let 1..=8 = bytes.len() {
        return Key(mixed(key, eight_at(bytes, 0) | CASE));
    }
    for at in (0..bytes.len()).step_by(8) {
        key = mixed(key, eight_at(bytes, at) | CASE);
    }
    Key(key)
}

/// The key of what stands in `range`, capitals being other letters than small ones.
#[inline]
pub(crate) fn written(text: &str, range: Range<usize>) -> Key {
    let mut key = range.len() as u64;
    // Mostly eight bytes are all.
    if let length @ 1..=8 = range.len() {
        let kept = u64::MAX >> (64 - 8 * length);
        return Key(mixed(key, eight_at(text.as_bytes(), range.start) & kept));
    }
    for at in range.clone().step_by(8) {
        let kept = u64::MAX >> (64 - 8 * (range.end - at).min(8));
        key = mixed(key, eight_at(text.as_bytes(), at) & kept);
    }
    Key(key)
}

/// More white space than a line break with its indentation is no space between two words.
const MOST_SPACES: usize = 12;

/// The ASCII letters and digits at a place of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) key: Key,
    /// The offset behind them.
    pub(crate) end: usize,
    pub(crate) has_digit: bool,
}

/// The ASCII letters and digits at `at`, read eight at a time.
#[inline]
pub(crate) fn word(text: &str, at: usize) -> Word {
    let bytes = text.as_bytes();
    let mut word = Word {
        key: Key(0),
        end: at,
        has_digit: false,
    };
    loop {
        let eight = eight_at(bytes, word.end);
        let (letters, digits) = letters_and_digits(eight);
        let run = (!(letters | digits) & HIGH).trailing_zeros() as usize / 8;
        if run > 0 {
            let kept = u64::MAX >> (8 * (8 - run));
            let small = (eight | CASE) & kept;
            word.key = Key(mixed(word.key.0, small));
            word.has_digit |= digits & kept != 0;
            word.end += run;
        }
        if run < 8 {
            return word;
        }
    }
}

/// What stands behind a word at `at`, a space or a sign, as the comparison of words takes it: its key, and the
/// offset behind it.
#[inline]
pub(crate) fn joint(text: &str, at: usize) -> Option<(Key, usize)> {
    let bytes = text.as_bytes();
    // Most words are followed by one space and a letter.
    if bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return Some((Key(u64::from(b' ')), at + 1));
    }
    unusual_joint(text, at)
}

fn unusual_joint(text: &str, at: usize) -> Option<(Key, usize)> {
    // Only a hyphen may be followed by a line break.
    if let Some(mark) = text.as_bytes().get(at)
        && mark.is_ascii_punctuation()
        && *mark != b'-'
    {
        return Some((Key(mixed(0, u64::from(*mark))), at + 1));
    }
    if let Some(behind) = skip_spaces(text, at) {
        return Some((Key(u64::from(b' ')), behind));
    }
    let sign = text[at..]
        .chars()
        .next()
        .filter(|sign| !sign.is_whitespace())?;
    let behind = at + sign.len_utf8();
    let key = kind(sign)
        .to_lowercase()
        .fold(0, |key, letter| mixed(key, u64::from(letter)));
    Some((
        Key(key),
        if sign == '-' {
            behind_line_break(text, behind)
        } else {
            behind
        },
    ))
}

/// The offset behind the white space at `at`, where there is some, not too much of it and no blank line.
pub(crate) fn skip_spaces(text: &str, at: usize) -> Option<usize> {
    // Mostly there is one space and a letter.
    if let Some([b' ', next, ..]) = text.as_bytes().get(at..)
        && next.is_ascii_graphic()
    {
        return Some(at + 1);
    }
    let mut end = at;
    let mut spaces = 0;
    let mut line_begins = false;
    for space in text[at..].chars().take_while(|c| c.is_whitespace()) {
        match space {
            '\n' if line_begins => return None,
            '\n' => line_begins = true,
            ' ' | '\t' | '\r' => {}
            _ => line_begins = false,
        }
        end += space.len_utf8();
        spaces += 1;
    }
    (1..=MOST_SPACES).contains(&spaces).then_some(end)
}

/// The offset behind `name` at `start`: letters compare without case, any white space for a space, a
/// hyphen may be followed by a line break, apostrophes and dashes compare by kind.
pub(crate) fn same_words(text: &str, start: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut rest = name;
    loop {
        // Mostly a text has the very bytes of the name.
        let same = same_bytes(bytes.get(at..)?, rest.as_bytes());
        at += same;
        let mut letters = rest[same..].chars();
        let Some(wanted) = letters.next() else {
            return Some(at);
        };
        rest = letters.as_str();
        at = behind_letter(text, at, wanted)?;
    }
}

/// Where the word begins that stands right before `at` and white space, if its first letter is small.
pub(crate) fn small_word_before(text: &str, at: usize) -> Option<usize> {
    // Mostly there is one space, and before it a word in ASCII or no letter.
    if let [head @ .., last, b' '] = &text.as_bytes()[..at]
        && last.is_ascii_graphic()
    {
        if !last.is_ascii_alphabetic() {
            return None;
        }
        let other = head.iter().rposition(|byte| !byte.is_ascii_alphabetic());
        if other.is_none_or(|other| head[other].is_ascii()) {
            let start = other.map_or(0, |other| other + 1);
            return text.as_bytes()[start].is_ascii_lowercase().then_some(start);
        }
    }
    let head = text[..at].trim_end_matches([' ', '\n', '\r', '\u{A0}', '\u{202F}']);
    let spaces = &text[head.len()..at];
    if spaces.is_empty() || spaces.len() > MOST_SPACES || spaces.matches('\n').nth(1).is_some() {
        return None;
    }
    let mut first = None;
    for (start, letter) in head.char_indices().rev() {
        if !letter.is_alphabetic() {
            break;
        }
        first = Some((start, letter));
    }
    first
        .filter(|(_, letter)| letter.is_lowercase())
        .map(|(start, _)| start)
}

/// The offset behind the letter at `at`, or behind the white space, where that is the same as `wanted`.
fn behind_letter(text: &str, at: usize, wanted: char) -> Option<usize> {
    if wanted == ' ' {
        return skip_spaces(text, at);
    }
    let next = *text.as_bytes().get(at)?;
    if next.is_ascii_alphanumeric() && wanted.is_ascii() {
        let same = next.eq_ignore_ascii_case(&(wanted as u8));
        return same.then_some(at + 1);
    }
    let found = text[at..].chars().next()?;
    let end = at + found.len_utf8();
    if !same_letter(wanted, found) {
        return None;
    }
    Some(if found == '-' {
        behind_line_break(text, end)
    } else {
        end
    })
}

/// How many bytes are the same in front, but for a space or hyphen at their end, behind which a text may have more,
/// and for the first bytes of a longer character.
pub(crate) fn same_bytes(text: &[u8], name: &[u8]) -> usize {
    let mut same = 0;
    while same < name.len() {
        let differing = eight_at(text, same) ^ eight_at(name, same);
        same += differing.trailing_zeros() as usize / 8;
        if differing != 0 {
            break;
        }
    }
    same = same.min(name.len()).min(text.len());
    if same == name.len() {
        return same;
    }
    let is_inner = |byte: u8| byte & 0xC0 == 0x80;
    while same > 0 && (matches!(name[same - 1], b' ' | b'-') || is_inner(name[same])) {
        same -= 1;
    }
    same
}

/// The offset behind the spaces and the line break, but no second one, at `at`.
fn behind_line_break(text: &str, at: usize) -> usize {
    let spaces = |at: usize| text.len() - text[at..].trim_start_matches([' ', '\r']).len();
    let line_end = spaces(at);
    if text[line_end..].starts_with('\n') {
        spaces(line_end + 1)
    } else {
        line_end
    }
}

fn same_letter(wanted: char, found: char) -> bool {
    kind(wanted) == kind(found) || wanted.to_lowercase().eq(found.to_lowercase())
}

/// The first character of `letter` as a small letter, of its kind: the same for all that compare as the same.
pub(crate) fn small(letter: char) -> char {
    let kind = kind(letter);
    // Quotation marks and their like, without a look into the tables of all alphabets.
    if matches!(kind, '\u{2000}'..='\u{206F}') {
        return kind;
    }
    kind.to_lowercase().next().unwrap_or(kind)
}

/// One apostrophe for all, one dash for all, and the two points of a Russian letter that few texts print left out.
const fn kind(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}'..='\u{2014}' => '-',
        'ё' => 'е',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_its_letters_and_digits_end() {
        for (text, end) in [
            ("Convention on", 10),
            ("2030 Agenda", 4),
            ("UN", 2),
            ("", 0),
            ("Covenants1234567 ", 16),
            ("Convención", 8),
            ("A/RES", 1),
            ("@[`{", 0),
        ] {
            assert_eq!(word(text, 0).end, end, "{text}");
        }
    }

    #[test]
    fn keys_tell_words_apart_but_not_capitals() {
        let key = |text| word(text, 0).key;
        assert_eq!(key("CONVENTIONAL arms"), key("Conventional"));
        assert_ne!(key("Convention"), key("Conventions"));
        assert_ne!(key("Covenant on"), key("Covenantx"));
    }

    #[test]
    fn words_compare_over_breaks_and_kinds() {
        let name = "Migrant Workers’ Convention – follow-up";
        for text in [
            "MIGRANT \n  workers' convention — follow-\nup",
            "Migrant\u{A0}Workers‘ Convention – Follow‐up",
        ] {
            assert_eq!(same_words(text, 0, name), Some(text.len()), "{text}");
        }
        assert_eq!(same_words("Migrant Worker", 0, name), None);
        assert_eq!(same_words("MigrantWorkers’", 0, name), None);
        assert_eq!(skip_spaces("a             b", 1), None);
        assert_eq!(skip_spaces("a \n\tb", 1), Some(4));
        assert_eq!(skip_spaces("a\n\t\nb", 1), None);
    }
}
