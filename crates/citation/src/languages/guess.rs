//! Which of the official languages a text is written in: by its script, then by its common words.
//!
//! A guess for a block, so that drafts may mix languages; it reads the beginning only and allocates
//! nothing. A text in another language gets the official one that shares its script; what cannot be
//! told is English.

use std::sync::LazyLock;

use super::by_table::{FRENCH, SPANISH};
use super::words::{Role, Words};
use super::{Grammar as _, Language};
use crate::words::letters;

/// How much of a text is looked at, in bytes.
const REACH: usize = 1_000;

/// What a common word counts that one language has, or several share.
const OWN: u32 = 3;
const SHARED: u32 = 1;

/// A lead of so much is not made up for.
const DECISIVE: u32 = 6 * OWN;

/// The languages of the Latin script.
const LATIN: [Language; 3] = [Language::English, Language::French, Language::Spanish];

/// A common word, and what it counts in each of [`LATIN`].
struct Common {
    written: Box<str>,
    counts: [u32; LATIN.len()],
}

/// The common words of all, by their place.
static COMMON: LazyLock<Box<[Common]>> = LazyLock::new(|| {
    let english = Words::new(include_str!("../../data/languages/en.tsv"));
    let tables = [&english, FRENCH.words(), SPANISH.words()];
    let common = |language: usize| {
        let words = tables[language];
        let both = words.all(Role::Common).iter().chain(words.all(Role::Act));
        both.map(move |word| (&*word.written, language))
    };
    let mut written: Vec<(&str, usize)> = (0..tables.len()).flat_map(common).collect();
    written.sort_unstable_by_key(|(word, _)| (place(word.as_bytes()), *word));
    written
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|alike| {
            let mut known = [false; LATIN.len()];
            for (_, language) in alike {
                known[*language] = true;
            }
            let weight = match known.iter().filter(|known| **known).count() {
                1 => OWN,
                _ => SHARED,
            };
            Common {
                written: alike[0].0.into(),
                counts: known.map(|known| if known { weight } else { 0 }),
            }
        })
        .collect()
});

/// Where in [`COMMON`] the words of each place are.
static PLACES: LazyLock<Box<[(u16, u16)]>> = LazyLock::new(|| {
    let mut places = vec![(0, 0); LENGTHS * 256].into_boxed_slice();
    for (index, word) in (0_u16..).zip(COMMON.iter()) {
        let (from, to) = &mut places[place(word.written.as_bytes())];
        if *to == 0 {
            *from = index;
        }
        *to = index + 1;
    }
    places
});

/// How many lengths are told apart.
const LENGTHS: usize = 16;

/// The place of a word, by its length and its first byte: few words share it, so that few are compared.
fn place(word: &[u8]) -> usize {
    let first = word.first().copied().map_or(0, usize::from);
    word.len().min(LENGTHS - 1) * 256 + first
}

/// The language in which `text` is written, as far as its script and common words tell.
///
/// ```
/// use citation::{Language, guess_language};
///
/// assert_eq!(guess_language("Rappelant les résolutions pertinentes du Conseil"), Language::French);
/// assert_eq!(guess_language("ссылаясь на свою резолюцию 67/172"), Language::Russian);
/// assert_eq!(guess_language("见A/C.3/80/L.52"), Language::Chinese);
/// assert_eq!(guess_language("A/C.3/80/L.52"), Language::English);
/// ```
pub fn guess_language(text: &str) -> Language {
    told_language(text).unwrap_or_default()
}

/// Like [`guess_language`], but `None` where nothing tells: for what would be wrong in another language.
pub fn told_language(text: &str) -> Option<Language> {
    let text = &text[..text.floor_char_boundary(text.len().min(REACH))];
    by_script(text).or_else(|| by_words(text))
}

/// The language of a script other than Latin, when most letters are of it.
///
/// Latin capitals do not count, for symbols and acronyms stand in texts of every script.
fn by_script(text: &str) -> Option<Language> {
    let begins_letter = |byte: u8| matches!(byte, 0xD0..=0xDB | 0xE3..=0xE9 | 0xEF);
    // Read to its end, so that many bytes are looked at together.
    let has_letter = |text: &str| {
        text.bytes()
            .fold(false, |found, byte| found | begins_letter(byte))
    };
    if text.is_ascii() || !has_letter(text) {
        return None;
    }
    let (mut latin, mut cyrillic, mut arabic, mut han) = (0, 0, 0, 0);
    for character in text.chars() {
        match character {
            'a'..='z' | 'à'..='ÿ' => latin += 1,
            '\u{400}'..='\u{52F}' => cyrillic += 1,
            '\u{620}'..='\u{64A}'
            | '\u{66E}'..='\u{6D3}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => arabic += 1,
            // A Chinese character says as much as several letters.
            '\u{3400}'..='\u{9FFF}' => han += 3,
            _ => {}
        }
    }
    [
        (cyrillic, Language::Russian),
        (arabic, Language::Arabic),
        (han, Language::Chinese),
    ]
    .into_iter()
    .max_by_key(|(letters, _)| *letters)
    .filter(|(letters, _)| *letters > latin)
    .map(|(_, language)| language)
}

/// The language that has two common words or more, one of which the others do not share, and more than
/// they have.
fn by_words(text: &str) -> Option<Language> {
    let mut counts = [0; LATIN.len()];
    for (word, behind) in words(text.as_bytes()) {
        let Some(common) = common(word) else { continue };
        if word == b"para" && is_label(behind) {
            continue;
        }
        for (count, more) in counts.iter_mut().zip(common.counts) {
            *count += more;
        }
        // No lead can be greater than the highest count.
        let is_high = counts.iter().any(|count| *count >= DECISIVE);
        if is_high && lead(counts).is_some_and(|(_, lead)| lead >= DECISIVE) {
            break;
        }
    }
    let (best, _) = lead(counts)?;
    (counts[best] > OWN).then_some(LATIN[best])
}

/// Whether the words behind "para" make it a short form of "paragraph": a stop, or the figures of a label. A year does not.
fn is_label(behind: &[u8]) -> bool {
    match behind {
        [b'.', ..] => true,
        [b' ', label @ ..] => {
            let figures = label.iter().take_while(|byte| byte.is_ascii_digit());
            (1..=3).contains(&figures.count())
        }
        _ => false,
    }
}

/// Which count is the highest, and by how much; `None` where two are.
fn lead(counts: [u32; LATIN.len()]) -> Option<(usize, u32)> {
    let best = (0..counts.len()).max_by_key(|place| counts[*place])?;
    let others = (0..counts.len()).filter(|place| *place != best);
    let next = others.map(|place| counts[place]).max().unwrap_or(0);
    (counts[best] > next).then_some((best, counts[best] - next))
}

fn common(word: &[u8]) -> Option<&'static Common> {
    let (from, to) = PLACES[place(word)];
    COMMON[usize::from(from)..usize::from(to)]
        .iter()
        .find(|common| common.written.as_bytes() == word)
}

/// The runs of Latin letters, plain and accented, each with what stands behind it.
fn words(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut rest = text.get(at..)?.iter();
        at += rest.position(|byte| byte.is_ascii_alphabetic() || *byte == ACCENTED)?;
        let start = at;
        at += letters(text, at);
        while text.get(at) == Some(&ACCENTED) {
            at += 2;
            at += letters(text, at);
        }
        let end = at.min(text.len());
        Some((text.get(start..end)?, &text[end..]))
    })
}

/// The first byte of every accented letter that matters.
const ACCENTED: u8 = 0xC3;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn all(language: Language, texts: &[&str]) {
        for text in texts {
            assert_eq!(guess_language(text), language, "{text}");
        }
    }

    #[test]
    fn scripts_decide_first() {
        all(
            Language::Russian,
            &[
                "Генеральная Ассамблея,",
                "См. A/C.3/80/L.52/Rev.1 и A/RES/67/172.",
                "Международная организация по миграции (МОМ)",
                "МОМ (IOM) и УВКБ (UNHCR)",
            ],
        );
        all(
            Language::Arabic,
            &[
                "إن الجمعية العامة،",
                "انظر A/C.3/80/L.52.",
                "المنظمة الدولية للهجرة (IOM)",
                "القرار ٦٧/١٧٢",
            ],
        );
        all(
            Language::Chinese,
            &[
                "大会，",
                "见A/C.3/80/L.52号文件。",
                "国际移民组织（移民组织）(IOM)",
                "2012年12月20日第67/172号决议",
            ],
        );
    }

    #[test]
    fn common_words_tell_french_and_spanish_apart() {
        all(
            Language::French,
            &[
                "Rappelant sa résolution 47/135 du 18 décembre 1992,",
                "Organisation internationale pour les migrations (OIM)",
                "Se félicite des efforts que font les États Membres et l’OIM ;",
                "Voir la résolution 217 A (III).",
                "Prie le Secrétaire général de lui présenter un rapport à ce sujet.",
                "Documents officiels de l’Assemblée générale, soixante-dix-huitième session",
            ],
        );
        all(
            Language::Spanish,
            &[
                "Recordando su resolución 45/158, de 18 de diciembre de 1990,",
                "Organización Internacional para las Migraciones (OIM)",
                "Acoge con beneplácito los esfuerzos de los Estados Miembros y de la OIM;",
                "Pide al Secretario General que le presente un informe sobre la cuestión.",
                "Véase la resolución 217 A (III).",
            ],
        );
    }

    #[test]
    fn what_cannot_be_told_is_english() {
        all(
            Language::English,
            &[
                "",
                "A/RES/67/172",
                "67/172",
                "IOM, UNHCR, OHCHR",
                "The Organisation internationale pour les migrations is the name of IOM in French.",
                "Resolutions of the General Assembly on El Salvador, La Paz and Los Angeles",
                "Médecins Sans Frontières",
                "Côte d’Ivoire",
                "vis-à-vis the parties and the ‘raison d’être’ of the body",
                "ein Rückblick auf die Arbeit der Organisation im Jahr 2012",
                "de bescherming van het kind en van het gezin in de samenleving",
                "per cent, ad hoc, inter alia, mutatis mutandis, de facto, pro forma",
                "the word 决议 means resolution",
                "Da’esh (داعش) and its affiliates",
                "\u{1a}\u{1a}\u{1a}",
            ],
        );
    }

    #[test]
    fn only_the_beginning_is_read_and_any_cut_is_safe() {
        let text = "я".repeat(3000) + &"the ".repeat(5000);
        assert_eq!(guess_language(&text), Language::Russian);
        for length in 0..40 {
            let text = format!("{}é", "a".repeat(REACH - 20 + length));
            assert_eq!(guess_language(&text), Language::English);
        }
    }

    #[test]
    fn the_short_form_of_a_paragraph_is_no_spanish_word() {
        all(
            Language::English,
            &[
                "Ibid., para. 5; CRC/C/GC/14, para. 6 (a); Doe, De la guerre, para. 3.",
                "Op. cit., para 12; loc. cit., para 14.",
            ],
        );
        all(
            Language::Spanish,
            &[
                "Medidas para 2030 en los puertos",
                "Medidas para los puertos",
            ],
        );
    }
}
