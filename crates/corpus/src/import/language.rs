//! Which of the six official languages a text is in.

use sources::Passage;

/// How many words decide.
const WORDS: usize = 400;

/// The longest of the common words, in bytes.
const LONGEST_COMMON: usize = 4;

/// Words that come again and again in each of the languages that share an alphabet.
const COMMON: [(&str, [&str; 12]); 3] = [
    (
        "en",
        [
            "the", "of", "and", "to", "in", "that", "for", "on", "with", "by", "is", "as",
        ],
    ),
    (
        "fr",
        [
            "le", "la", "les", "des", "et", "du", "une", "dans", "que", "pour", "aux", "est",
        ],
    ),
    (
        "es",
        [
            "el", "la", "los", "las", "del", "y", "una", "que", "para", "por", "con", "se",
        ],
    ),
];

/// The language of passages as a code of two letters; `None` where it is not clear.
pub(super) fn of(passages: &[Passage]) -> Option<&'static str> {
    let words = passages.iter();
    of_words(words.flat_map(|passage| passage.words.split_whitespace()))
}

/// The language of words as a code of two letters; `None` where it is not clear.
pub(super) fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let words: Vec<&str> = words.take(WORDS).collect();
    let (mut latin, mut cyrillic, mut arabic, mut chinese) = (0, 0, 0, 0);
    for word in &words {
        if word.is_ascii() {
            latin += word.bytes().filter(u8::is_ascii_alphabetic).count();
            continue;
        }
        for letter in word.chars() {
            match letter {
                'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => latin += 1,
                '\u{400}'..='\u{4ff}' => cyrillic += 1,
                '\u{600}'..='\u{6ff}' => arabic += 1,
                '\u{4e00}'..='\u{9fff}' => chinese += 3,
                _ => {}
            }
        }
    }
    let scripts = [
        ("", latin),
        ("ru", cyrillic),
        ("ar", arabic),
        ("zh", chinese),
    ];
    let (script, count) = scripts.into_iter().max_by_key(|(_, count)| *count)?;
    if count < 20 {
        return None;
    }
    if !script.is_empty() {
        return Some(script);
    }
    let short: Vec<&str> = words
        .into_iter()
        .filter(|word| word.len() <= LONGEST_COMMON)
        .collect();
    let mut scores: Vec<(usize, &str)> = COMMON
        .iter()
        .map(|(language, common)| {
            let hits = short
                .iter()
                .filter(|word| common.iter().any(|known| word.eq_ignore_ascii_case(known)))
                .count();
            (hits, *language)
        })
        .collect();
    scores.sort_unstable_by(|one, other| other.cmp(one));
    (scores[0].0 > 2 && scores[0].0 > scores[1].0 * 3 / 2).then(|| scores[0].1)
}
