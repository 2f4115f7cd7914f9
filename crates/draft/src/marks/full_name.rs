//! The full name that stands before a parenthesis: by the initials of an acronym, else the phrase in
//! capitals.

use std::ops::Range;

/// A full name reaches back this many words at most.
const MOST_WORDS: usize = 24;

/// No acronym has so many letters.
const MOST_LETTERS: usize = 32;

/// A full name.
pub(super) struct FullName {
    /// Byte range in the text before the parenthesis.
    pub(super) span: Range<usize>,
    /// Whether its initials make the acronym.
    pub(super) by_initials: bool,
}

#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether a comma follows.
    comma: bool,
}

impl<'a> Word<'a> {
    /// Whether it stands inside names with a small letter and needs no letter of the acronym.
    fn is_small(self) -> bool {
        matches!(
            self.text,
            "a" | "al"
                | "and"
                | "aux"
                | "by"
                | "d"
                | "da"
                | "de"
                | "del"
                | "della"
                | "der"
                | "des"
                | "di"
                | "do"
                | "dos"
                | "du"
                | "e"
                | "el"
                | "et"
                | "for"
                | "für"
                | "in"
                | "l"
                | "la"
                | "las"
                | "le"
                | "les"
                | "los"
                | "of"
                | "on"
                | "para"
                | "pour"
                | "the"
                | "to"
                | "und"
                | "y"
        )
    }

    fn is_capital(self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether an acronym made of initials has a letter of it, wherever it stands.
    fn has_to_give(self) -> bool {
        !self.is_small() && !matches!(self.text, "United" | "Nations")
    }

    /// Whether a name in capitals may go on over it.
    fn may_be_of_name(self) -> bool {
        self.is_capital() || self.text.len() < 6 || self.is_small()
    }

    /// The first of its initials.
    fn initial(self) -> Option<char> {
        // Mostly its first letter, where another follows.
        match self.text.as_bytes() {
            [first, next, ..] if first.is_ascii_alphabetic() && next.is_ascii_alphanumeric() => {
                Some(char::from(first.to_ascii_uppercase()))
            }
            _ => self.initials().next(),
        }
    }

    /// The letters the word may give to an acronym: its initial, those of its hyphenated parts, or all of
    /// a short acronym ("UN").
    fn initials(self) -> impl Iterator<Item = char> + use<'a> {
        let is_acronym = (2..=3).contains(&self.text.len())
            && self.text.bytes().all(|byte| byte.is_ascii_uppercase());
        let (acronym, word) = if is_acronym {
            (self.text, "")
        } else {
            ("", self.text)
        };
        let parts = word.split(['-', '’', '\'']).filter(|part| part.len() > 1);
        let initials = parts.filter_map(|part| part.chars().next());
        acronym.chars().chain(initials.flat_map(char::to_uppercase))
    }

    /// Whether it is too long for an acronym and has no parts, so that its first letter is all it may give.
    fn is_plain(self) -> bool {
        let bytes = self.text.as_bytes();
        bytes.len() > 3 && bytes.iter().all(u8::is_ascii_alphabetic)
    }

    /// How many initials it has, where `letters` begin with them.
    fn gives(self, letters: &[char]) -> Option<usize> {
        if self.is_plain() {
            return (self.initial().as_ref() == letters.first()).then_some(1);
        }
        let mut given = 0;
        for initial in self.initials() {
            if letters.get(given) != Some(&initial) {
                return None;
            }
            given += 1;
        }
        Some(given).filter(|given| *given > 0)
    }
}

/// The full name at the end of `text` that `acronym`, of ASCII letters, stands for. `None` where no name stands there.
pub(super) fn before(text: &str, acronym: &str) -> Option<FullName> {
    let mut capitals = ['\0'; MOST_LETTERS];
    let mut count = 0;
    let letters = acronym.bytes().filter(u8::is_ascii_alphabetic);
    for (place, letter) in capitals.iter_mut().zip(letters) {
        *place = char::from(letter.to_ascii_uppercase());
        count += 1;
    }
    let letters = &capitals[..count];
    let by_initials = |start: &Word<'_>| FullName {
        span: office_before(text, start.start)..text.len(),
        by_initials: true,
    };
    // Nearest start first: the words come last word first, and mostly a few of them make the acronym.
    let mut words = Vec::with_capacity(MOST_WORDS);
    let (mut giving, mut is_name) = (0, true);
    for word in words_before(text) {
        words.push(word);
        giving += usize::from(word.has_to_give());
        is_name &= word.may_be_of_name();
        let may_fit = giving <= letters.len();
        if may_fit && fits_exactly(&words, letters) {
            return Some(by_initials(&word));
        }
        // What stands further before belongs neither to an acronym nor to a phrase.
        if !may_fit && !is_name {
            break;
        }
    }
    let loosely = (0..words.len()).find(|&index| fits_loosely(&words[..=index], letters));
    if let Some(index) = loosely {
        return Some(by_initials(&words[index]));
    }
    let span = phrase_of(&words).or_else(|| Some(words.first()?.start));
    Some(FullName {
        span: span?..text.len(),
        by_initials: false,
    })
}

/// Where a name begins whose initials begin at `start`: an office bears the initials of whose it is, "the Office of the
/// United Nations High Commissioner for Refugees (UNHCR)".
fn office_before(text: &str, start: usize) -> usize {
    let office = ["the", "of", "Office"]
        .into_iter()
        .try_fold(&text[..start], |before, word| {
            let before = trimmed_end(before);
            before.strip_suffix(word)
        });
    office.map_or(start, str::len)
}

/// The phrase in capitals at the end of `text`: "Committee on Migrant Workers".
pub(super) fn phrase_before(text: &str) -> Option<Range<usize>> {
    let words: Vec<Word<'_>> = words_before(text).collect();
    phrase_of(&words).map(|start| start..text.len())
}

/// Where the phrase in capitals begins that ends with `words`, which come last first.
fn phrase_of(words: &[Word<'_>]) -> Option<usize> {
    let mut start = None;
    for (index, word) in words.iter().enumerate() {
        // A comma belongs to the name only between two capitals.
        let after_capital = index > 0 && words[index - 1].is_capital();
        if index > 0 && word.comma && !(after_capital && word.is_capital()) {
            break;
        }
        // "Invites the Programme": inside a name "the" follows a small word.
        let next = words.get(index + 1);
        if word.text == "the" && next.is_some_and(|next| next.is_capital()) {
            break;
        }
        if word.is_capital() {
            start = Some(word.start);
        } else if !word.is_small() {
            break;
        }
    }
    start
}

/// The words at the end of `text`, last first, back to the end of a sentence or a parenthesis.
fn words_before(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut end = Some(text.len());
    let words = std::iter::from_fn(move || {
        let before = trimmed_end(&text[..end?]);
        let head = before.strip_suffix(',').unwrap_or(before);
        let start = start_of_last_word(head);
        if start == head.len() {
            return None;
        }
        let is_last = end == Some(text.len());
        let goes_on = match head.as_bytes()[..start].last() {
            Some(b' ' | b'\n' | b'\r' | b'\t') => true,
            Some(last) => !last.is_ascii() && head[..start].ends_with('\u{a0}'),
            None => false,
        };
        end = goes_on.then_some(start);
        Some(Word {
            text: &head[start..],
            start,
            comma: before.len() > head.len() && !is_last,
        })
    });
    words.take(MOST_WORDS)
}

/// The text without the white space at its end, which mostly is one space.
fn trimmed_end(text: &str) -> &str {
    match text.as_bytes() {
        [.., last] if last.is_ascii_graphic() => text,
        [.., last, b' '] if last.is_ascii_graphic() => &text[..text.len() - 1],
        _ => text.trim_end(),
    }
}

/// Where the letters, figures and marks of words begin with which `text` ends.
fn start_of_last_word(text: &str) -> usize {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let bytes = text.as_bytes();
    let other = bytes.iter().rposition(|byte| !is_plain(byte));
    let start = other.map_or(0, |other| other + 1);
    // Mostly a space stands before them.
    if other.is_some_and(|other| bytes[other] == b' ') {
        return start;
    }
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | '&');
    text.trim_end_matches(letter).len()
}

/// Whether each word gives its initials in order; small words may give none, and "United Nations"
/// may be left out. `words` come last first.
fn fits_exactly(words: &[Word<'_>], letters: &[char]) -> bool {
    let Some(first) = words.last() else {
        return false;
    };
    let begins = first.initial().as_ref() == letters.first() && letters.len() < MOST_LETTERS;
    if !begins || first.is_small() {
        return false;
    }
    // A bit for each number of letters that the words so far may have given.
    let mut reached = 1_u32;
    for (index, word) in words.iter().enumerate().rev() {
        let behind = index.checked_sub(1).map(|behind| words[behind].text);
        let before = words.get(index + 1).map(|before| before.text);
        let united = word.text == "United" && behind == Some("Nations")
            || word.text == "Nations" && before == Some("United");
        let skippable = before.is_some() && (united || word.is_small());
        let mut next = if skippable { reached } else { 0 };
        for given in (0..letters.len()).filter(|given| reached & 1 << given != 0) {
            let left = &letters[given..];
            if left.is_empty() || word.initial().as_ref() != left.first() {
                continue;
            }
            next |= 1 << (given + 1);
            if let Some(all) = word.gives(left) {
                next |= 1 << (given + all);
            }
        }
        reached = next;
        if reached == 0 {
            return false;
        }
    }
    reached & 1 << letters.len() != 0
}

/// Whether the acronym's letters are initials of the words in order, the first of the first word;
/// other words may be skipped. Every word that is not small must have a capital.
fn fits_loosely(words: &[Word<'_>], letters: &[char]) -> bool {
    let Some(first) = words.last().filter(|word| word.is_capital()) else {
        return false;
    };
    let begins = first.initial().as_ref() == letters.first();
    if !begins || !words.iter().all(|word| word.may_be_of_name()) {
        return false;
    }
    let mut wanted = letters.iter().peekable();
    let mut used = 0;
    for word in words.iter().rev() {
        let mut gave = false;
        for initial in word.initials() {
            gave |= wanted.next_if(|wanted| **wanted == initial).is_some();
        }
        used += usize::from(gave);
    }
    wanted.peek().is_none() && used >= 2
}
