//! Small steps over text in any script: characters as they compare, words, digits, space.
//!
//! The text is read as it stands, without a folded copy: a character is folded when it is looked at.
//! Accents, Arabic vowel signs and marks of direction are stepped over, so composed and decomposed
//! spelling read alike. All offsets are bytes of the text, on character boundaries.

use super::traditional::simplified;
use crate::normalise;

/// How many hidden bytes in a row are a link target, which words may go on behind.
const TARGET: usize = 6;

/// No word that matters is longer, in characters.
const LONGEST_WORD: usize = 40;

/// No word has more characters before the letters by which it is searched for, those glued to it included:
/// "وبالاتفاقية".
const BEFORE_ANCHOR: usize = 8;

/// The character that `original` compares as; `None` for one that is stepped over.
pub(super) const fn folded(original: char) -> Option<char> {
    Some(match original {
        // Combining accents, Arabic vowel signs and lengthening, marks of direction, soft hyphen.
        '\u{300}'..='\u{36F}'
        | '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{AD}' => return None,
        'à' | 'á' | 'â' | 'ã' | 'ä' => 'a',
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' => 'A',
        'ç' => 'c',
        'Ç' => 'C',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'È' | 'É' | 'Ê' | 'Ë' => 'E',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'Ì' | 'Í' | 'Î' | 'Ï' => 'I',
        'ñ' => 'n',
        'Ñ' => 'N',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => 'O',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'Ù' | 'Ú' | 'Û' | 'Ü' => 'U',
        'ё' => 'е',
        'Ё' => 'Е',
        'й' => 'и',
        'Й' => 'И',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{29F8}' => '/',
        '，' | '、' | '،' => ',',
        '；' | '؛' => ';',
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(original as u32 - 0xFF01 + 0x21) {
            Some(narrow) => narrow,
            None => original,
        },
        '\u{660}'..='\u{669}' => (b'0' + (original as u32 - 0x660) as u8) as char,
        '\u{6F0}'..='\u{6F9}' => (b'0' + (original as u32 - 0x6F0) as u8) as char,
        other => simplified(other),
    })
}

/// The next character at `at` as it compares, and the offset behind it.
pub(super) fn next(text: &str, at: usize) -> Option<(char, usize)> {
    let mut end = at;
    for character in text.get(at..)?.chars() {
        end += character.len_utf8();
        if let Some(character) = folded(character) {
            return Some((character, end));
        }
    }
    None
}

/// The character before `at` as it compares, and where it begins.
pub(super) fn previous(text: &str, at: usize) -> Option<(char, usize)> {
    let mut start = at;
    for character in text.get(..at)?.chars().rev() {
        start -= character.len_utf8();
        if let Some(character) = folded(character) {
            return Some((character, start));
        }
    }
    None
}

/// Whether `wanted` stands at `at`, and the offset behind it.
pub(super) fn sign(text: &str, at: usize, wanted: char) -> Option<usize> {
    next(text, at).and_then(|(found, end)| (found == wanted).then_some(end))
}

/// The capital Latin letter that stands at `at`, or a capital that looks like one.
pub(super) fn capital(text: &str, at: usize) -> Option<(char, usize)> {
    let (found, end) = next(text, at)?;
    let letter = match normalise::fold(found) {
        Some(look_alike) => char::from(look_alike),
        None => found,
    };
    letter.is_ascii_uppercase().then_some((letter, end))
}

/// Whether `character` is a letter; of those that these languages write mostly, without a look into the tables of all
/// alphabets.
pub(super) fn is_alphabetic(character: char) -> bool {
    match character {
        '\u{410}'..='\u{44F}'
        | '\u{621}'..='\u{63A}'
        | '\u{641}'..='\u{64A}'
        | '\u{4E00}'..='\u{9FFF}' => true,
        '\u{2000}'..='\u{206F}' => false,
        other => other.is_alphabetic(),
    }
}

/// Whether `character` is a letter or a digit.
pub(super) fn is_alphanumeric(character: char) -> bool {
    is_alphabetic(character)
        || !matches!(character, '\u{2000}'..='\u{206F}') && character.is_numeric()
}

/// Whether a letter stands at `at`.
pub(super) fn is_letter(text: &str, at: usize) -> bool {
    next(text, at).is_some_and(|(found, _)| is_alphabetic(found))
}

/// Whether a letter or digit stands right before `at`.
pub(super) fn follows_word(text: &str, at: usize) -> bool {
    previous(text, at).is_some_and(|(found, _)| is_alphanumeric(found))
}

/// A run of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// Their value; runs longer than nine digits have none and are not read.
    pub(super) value: u32,
    /// How many there are.
    pub(super) count: usize,
    /// The offset behind them.
    pub(super) end: usize,
}

/// The digits at `at`, of any script; one to nine of them.
pub(super) fn digits(text: &str, at: usize) -> Option<Digits> {
    let mut run = Digits {
        value: 0,
        count: 0,
        end: at,
    };
    while let Some((found, end)) = next(text, run.end) {
        let Some(digit) = found.to_digit(10) else {
            break;
        };
        if run.count == 9 {
            return None;
        }
        run = Digits {
            value: run.value * 10 + digit,
            count: run.count + 1,
            end,
        };
    }
    (run.count > 0).then_some(run)
}

/// The offset behind white space, at most one line break, marks of direction and a hidden link target.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut breaks = 0;
    while let Some((found, behind)) = next(text, end) {
        match found {
            ' ' | '\t' | '\r' => end = behind,
            '\n' if breaks == 0 => {
                breaks = 1;
                end = behind;
            }
            '\u{1A}' => {
                let hidden = text[behind - 1..].bytes().take_while(|byte| *byte == 0x1A);
                let hidden = hidden.count();
                if hidden < TARGET {
                    break;
                }
                end = behind - 1 + hidden;
            }
            _ => break,
        }
    }
    end
}

/// The end of what stands before `at` and white space.
pub(super) fn before_space(text: &str, at: usize) -> usize {
    let mut start = at;
    while let Some((' ' | '\t' | '\r' | '\n', begin)) = previous(text, start) {
        start = begin;
    }
    start
}

/// The offset behind `written` at `at`: a space stands for any white space, a capital for a capital, a
/// small letter for either; no letter may go on behind it unless it ends in a sign.
pub(super) fn word(text: &str, at: usize, written: &str) -> Option<usize> {
    let end = same(text, at, written)?;
    let last = written.chars().next_back()?;
    let open = !is_alphanumeric(last) || is_han(last);
    (open || !next(text, end).is_some_and(|(found, _)| !is_han(found) && is_alphanumeric(found)))
        .then_some(end)
}

/// Like [`word`], whatever follows.
pub(super) fn same(text: &str, at: usize, written: &str) -> Option<usize> {
    let mut end = at;
    for wanted in written.chars() {
        if wanted == ' ' {
            let behind = skip_space(text, end);
            if behind == end {
                return None;
            }
            end = behind;
            continue;
        }
        let Some(wanted) = folded(wanted) else {
            continue;
        };
        let (found, behind) = next(text, end)?;
        if !compares(wanted, found) {
            return None;
        }
        end = behind;
    }
    Some(end)
}

/// Where `written` begins when it ends at `at`, as a whole word.
pub(super) fn word_before(text: &str, at: usize, written: &str) -> Option<usize> {
    let mut start = at;
    for wanted in written.chars().rev() {
        if wanted == ' ' {
            let begin = before_space(text, start);
            if begin == start {
                return None;
            }
            start = begin;
            continue;
        }
        let Some(wanted) = folded(wanted) else {
            continue;
        };
        let (found, begin) = previous(text, start)?;
        if !compares(wanted, found) {
            return None;
        }
        start = begin;
    }
    let first = written.chars().next()?;
    (is_han(first) || !follows_word(text, start)).then_some(start)
}

/// Whether `found` stands for `wanted`: a capital for a capital, either for a small letter.
fn compares(wanted: char, found: char) -> bool {
    wanted == found || wanted.is_lowercase() && found.to_lowercase().eq([wanted])
}

/// Whether `character` is a Chinese character, which words are not parted by spaces between.
pub(super) const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// Where the word that ends at `end` begins; `end` where no letter or digit stands before it. A word of
/// more than [`LONGEST_WORD`] characters is cut.
pub(super) fn word_start(text: &str, end: usize) -> usize {
    match start_within(text, end, LONGEST_WORD) {
        Ok(start) | Err(start) => start,
    }
}

/// Where the word begins that goes on with letters searched for at `anchor`; `None` where it has too many before them to
/// be one that is searched for.
pub(super) fn anchored_start(text: &str, anchor: usize) -> Option<usize> {
    start_within(text, anchor, BEFORE_ANCHOR).ok()
}

/// Where the word begins that ends at `end`, or, where it is longer, the last `most` characters of it.
fn start_within(text: &str, end: usize, most: usize) -> Result<usize, usize> {
    let mut start = end;
    for _ in 0..=most {
        match previous(text, start) {
            Some((found, begin)) if is_alphanumeric(found) || found == '-' => start = begin,
            _ => return Ok(start),
        }
    }
    Err(start)
}

/// The offset behind a footnote figure at `at`, glued, raised or after a space: one to three digits with
/// no word of their own behind them.
pub(super) fn skip_note(text: &str, at: usize) -> usize {
    let raised = text[at..]
        .find(|c: char| !normalise::is_raised_figure(c))
        .unwrap_or(text.len() - at);
    if raised > 0 {
        return at + raised;
    }
    let start = sign(text, at, ' ').unwrap_or(at);
    match digits(text, start) {
        Some(figure) if figure.count <= 3 => match next(text, figure.end) {
            None | Some((' ' | '\n' | '\r' | ',' | ';', _)) => figure.end,
            _ => at,
        },
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_compare_without_accents_and_marks() {
        assert_eq!(word("RÉSOLUTION 1", 0, "résolution"), Some(11));
        assert_eq!(word("re\u{301}solution", 0, "résolution"), Some(12));
        assert_eq!(word("résolutions", 0, "résolution"), None);
        assert_eq!(word("conseil de sécurité", 0, "Conseil de sécurité"), None);
        assert_eq!(
            word("Conseil\u{a0}de\n sécurité,", 0, "Conseil de sécurité"),
            Some(23)
        );
        assert_eq!(word("القَرار", 0, "القرار"), Some("القَرار".len()));
        assert_eq!(word("l’Assemblée", 0, "l'"), Some(4));
        assert_eq!(
            word_before("le Conseil de sécurité", 23, "Conseil de sécurité"),
            None
        );
        let text = "le Conseil de sécurité";
        assert_eq!(
            word_before(text, text.len(), "Conseil de sécurité"),
            Some(3)
        );
    }

    #[test]
    fn digits_of_every_script_count() {
        for text in ["1325", "١٣٢٥", "۱۳۲۵", "１３２５"] {
            let run = digits(text, 0).unwrap();
            assert_eq!((run.value, run.count, run.end), (1325, 4, text.len()));
        }
        assert_eq!(digits("1234567890", 0), None);
        assert_eq!(digits("a1", 0), None);
    }
}
