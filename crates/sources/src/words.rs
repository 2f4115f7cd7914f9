//! The words of a text, as they are indexed and as quotations are compared.
//!
//! One way of cutting and folding for both, so that what the index finds is what a comparison sees: a
//! word is a run of letters and digits; case, accents, soft hyphens and marks of direction make no
//! difference. An ideograph is a word by itself.

use std::ops::Range;

/// The byte ranges of the words of `text`, in order.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = next_word(text, at)?;
        at = word.end;
        Some(word)
    })
}

/// The first word of `text` at or behind byte `from`.
pub fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        match bytes.get(start)? {
            byte if byte.is_ascii_alphanumeric() => break,
            byte if byte.is_ascii() => start += 1,
            _ => {
                let character = text.get(start..)?.chars().next()?;
                if character.is_alphanumeric() {
                    break;
                }
                start += character.len_utf8();
            }
        }
    }
    let mut end = start;
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_alphanumeric() => end += 1,
            Some(byte) if !byte.is_ascii() => {
                let character = text.get(end..).and_then(|rest| rest.chars().next());
                match character {
                    Some(alone) if is_ideograph(alone) => {
                        let length = alone.len_utf8();
                        return Some(start..if end == start { end + length } else { end });
                    }
                    Some(inner) if inner.is_alphanumeric() || is_invisible(inner) => {
                        end += inner.len_utf8();
                    }
                    _ => return Some(start..end),
                }
            }
            _ => return Some(start..end),
        }
    }
}

/// Appends `word` in small letters, without accents and invisible marks, to `folded`.
pub fn fold_word(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for character in word.chars() {
        if is_invisible(character) {
            continue;
        }
        for small in character.to_lowercase() {
            match plain(small) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(small),
            }
        }
    }
}

/// The folded words of `text`.
pub fn folded_words(text: &str) -> Vec<String> {
    words(text)
        .map(|word| {
            let mut folded = String::with_capacity(word.len());
            fold_word(&text[word], &mut folded);
            folded
        })
        .collect()
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Soft hyphen, joiners, marks of direction, combining accents, the vowel marks of Arabic.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}')
}

/// The letter without its accent, for the small letters of European languages.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_quotes_and_dashes_make_no_difference() {
        for (one, other) in [
            ("the State’s re-entry", "The state's re\u{2013}entry"),
            ("Côte d’Ivoire", "Cote d'Ivoire"),
            ("coo\u{ad}peration", "cooperation"),
            ("“quoted”", "\"Quoted\""),
            ("cafe\u{301}", "café"),
            ("ŒUVRE", "oeuvre"),
        ] {
            assert_eq!(folded_words(one), folded_words(other));
        }
        assert_ne!(folded_words("coop eration"), folded_words("cooperation"));
    }

    #[test]
    fn words_stand_where_they_are_said_to() {
        let text = "  67/172, “élan” and 2 °C.";
        let found: Vec<&str> = words(text).map(|word| &text[word]).collect();
        assert_eq!(found, ["67", "172", "élan", "and", "2", "C"]);
        assert_eq!(next_word("...", 0), None);
        assert_eq!(next_word("", 0), None);
    }

    #[test]
    fn ideographs_stand_alone_and_other_scripts_are_words() {
        let cut = |text: &'static str| {
            words(text)
                .map(move |word| &text[word])
                .collect::<Vec<&str>>()
        };
        assert_eq!(cut("大会决议A1号"), ["大", "会", "决", "议", "A1", "号"]);
        assert_eq!(cut("права человека"), ["права", "человека"]);
        assert_eq!(cut("حقوق الإنسان"), ["حقوق", "الإنسان"]);
    }

    #[test]
    fn no_text_is_cut_inside_a_letter() {
        for text in ["\u{301}a", "é\u{200d}大\u{ad}b", "a\u{ad}", "\u{ad}\u{ad}"] {
            for word in words(text) {
                assert!(!word.is_empty() && text.get(word).is_some());
            }
        }
    }
}
