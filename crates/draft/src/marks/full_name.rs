//! The full name that stands before a parenthesis: by the initials of an acronym, else the phrase in
//! capitals.

use std::ops::Range;

/// A full name reaches back this many words at most.
const MOST_WORDS: usize = 24;

/// Words that stand inside names with a small letter and need no letter of the acronym.
const SMALL: [&str; 36] = [
    "a", "al", "and", "aux", "by", "d", "da", "de", "del", "della", "der", "des", "di", "do",
    "dos", "du", "e", "el", "et", "for", "für", "in", "l", "la", "las", "le", "les", "los", "of",
    "on", "para", "pour", "the", "to", "und", "y",
];

/// A full name.
pub(super) struct FullName {
    /// Byte range in the text before the parenthesis.
    pub(super) span: Range<usize>,
    /// Whether its initials make the acronym.
    pub(super) by_initials: bool,
}

struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether a comma follows.
    comma: bool,
    /// The letters the word may give to an acronym.
    initials: Vec<char>,
}

impl Word<'_> {
    fn is_small(&self) -> bool {
        SMALL.contains(&self.text)
    }

    fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The letters a word may give to an acronym: its initial, those of its hyphenated parts, or all of
/// a short acronym ("UN").
fn initials(word: &str) -> Vec<char> {
    let abbreviation =
        (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if abbreviation {
        return word.chars().collect();
    }
    word.split(['-', '’', '\''])
        .filter(|part| part.len() > 1)
        .filter_map(|part| part.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The full name at the end of `text` that `acronym` stands for. `None` where no name stands there.
pub(super) fn before(text: &str, acronym: &str) -> Option<FullName> {
    let words = words_before(text);
    let letters: Vec<char> = acronym
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .collect();
    let end = text.len();
    let by_initials = |start: &Word<'_>| FullName {
        span: start.start..end,
        by_initials: true,
    };
    // Nearest start first: the words come last word first.
    let nearest = |fits: &dyn Fn(&[Word<'_>], &[char]) -> bool| {
        (0..words.len()).find(|&index| fits(&words[..=index], &letters))
    };
    if let Some(index) = nearest(&fits_exactly).or_else(|| nearest(&fits_loosely)) {
        return Some(by_initials(&words[index]));
    }
    let span = phrase_before(text).or_else(|| {
        let word = words.first()?;
        Some(word.start..end)
    })?;
    Some(FullName {
        span,
        by_initials: false,
    })
}

/// The phrase in capitals at the end of `text`: "Committee on Migrant Workers".
pub(super) fn phrase_before(text: &str) -> Option<Range<usize>> {
    let words = words_before(text);
    let mut start = None;
    for (index, word) in words.iter().enumerate() {
        // A comma belongs to the name only between two capitals.
        let after_capital = index > 0 && words[index - 1].is_capital();
        if index > 0 && word.comma && !(after_capital && word.is_capital()) {
            break;
        }
        // "Invites the Programme": inside a name "the" follows a small word.
        let verb = word.text == "the" && words.get(index + 1).is_some_and(Word::is_capital);
        if verb {
            break;
        }
        if word.is_capital() {
            start = Some(word.start);
        } else if !word.is_small() {
            break;
        }
    }
    start.map(|start| start..text.len())
}

/// The words at the end of `text`, last first, back to the end of a sentence or a parenthesis.
fn words_before(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = text.len();
    while words.len() < MOST_WORDS {
        let head = text[..end].trim_end();
        let comma = head.ends_with(',');
        let head = head.strip_suffix(',').unwrap_or(head);
        let start = head
            .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | '&')))
            .map_or(0, |at| {
                at + head[at..].chars().next().map_or(1, char::len_utf8)
            });
        if start == head.len() {
            break;
        }
        words.push(Word {
            text: &head[start..],
            initials: initials(&head[start..]),
            start,
            comma: comma && !words.is_empty(),
        });
        if !head[..start].ends_with([' ', '\n', '\r', '\t', '\u{a0}']) {
            break;
        }
        end = start;
    }
    words
}

/// Whether each word gives its initials in order; small words may give none, and "United Nations"
/// may be left out. `words` come last first.
fn fits_exactly(words: &[Word<'_>], letters: &[char]) -> bool {
    let Some(first) = words.last() else {
        return false;
    };
    if first.is_small() || first.initials.first() != letters.first() {
        return false;
    }
    let mut reached = vec![0_usize];
    let mut index = words.len();
    while index > 0 && !reached.is_empty() {
        index -= 1;
        let word = &words[index];
        let initials = &word.initials;
        let first_only = &initials[..initials.len().min(1)];
        let united = word.text == "United" && index > 0 && words[index - 1].text == "Nations"
            || word.text == "Nations" && words.get(index + 1).is_some_and(|w| w.text == "United");
        let skippable = index + 1 < words.len() && (word.is_small() || united);
        let mut next = Vec::new();
        for at in reached {
            for gift in [&initials[..], first_only] {
                if !gift.is_empty() && letters[at..].starts_with(gift) {
                    next.push(at + gift.len());
                }
            }
            if skippable {
                next.push(at);
            }
        }
        next.sort_unstable();
        next.dedup();
        reached = next;
    }
    reached.contains(&letters.len())
}

/// Whether the acronym's letters are initials of the words in order, the first of the first word;
/// other words may be skipped. Every word that is not small must have a capital.
fn fits_loosely(words: &[Word<'_>], letters: &[char]) -> bool {
    let Some(first) = words.last().filter(|word| word.is_capital()) else {
        return false;
    };
    let begins = first.initials.first() == letters.first();
    let name = |word: &Word<'_>| word.is_capital() || word.is_small() || word.text.len() < 6;
    if !begins || !words.iter().all(name) {
        return false;
    }
    let mut wanted = letters.iter().peekable();
    let mut used = 0;
    for word in words.iter().rev() {
        let mut gave = false;
        for initial in &word.initials {
            if wanted.peek() == Some(&initial) {
                wanted.next();
                gave = true;
            }
        }
        used += usize::from(gave);
    }
    wanted.peek().is_none() && used >= 2
}
