//! Which of the official languages a text is written in: by its script, then by its common words.
//!
//! A guess for a block, so that drafts may mix languages; it reads the beginning only and allocates
//! nothing. A text in another language gets the official one that shares its script; what cannot be
//! told is English.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use std::ops::Range;
use std::sync::LazyLock;

use fearless_simd::{Simd, SimdBase, mask8x32, u8x32};

use super::by_table::{FRENCH, SPANISH};
use super::words::{Role, Words};
use super::{Grammar as _, Language};
use crate::places::{self, Kind, STRIDE};
use crate::words::{eight_at, letters};

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
    /// Its first eight bytes, with zeros behind a shorter word.
    eight: u64,
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
            let written = alike[0].0;
            Common {
                written: written.into(),
                eight: eight_at(written.as_bytes(), 0),
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
    let text = text.as_bytes();
    for word in words(text) {
        let Some(common) = common(text, &word) else {
            continue;
        };
        if &*common.written == "para" && is_label(&text[word.end..]) {
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

fn common(text: &[u8], word: &Range<usize>) -> Option<&'static Common> {
    let written = &text[word.clone()];
    let (from, to) = PLACES[place(written)];
    if from == to {
        return None;
    }
    // Words of one place are of the same length, and most are short.
    let is_short = written.len() <= 8;
    let kept = u64::MAX >> (64 - 8 * written.len().clamp(1, 8));
    let eight = eight_at(text, word.start) & kept;
    COMMON[usize::from(from)..usize::from(to)]
        .iter()
        .find(|common| common.eight == eight && (is_short || common.written.as_bytes() == written))
}

/// The runs of Latin letters, plain and accented.
fn words(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    // The letters among the bytes that were looked at last, where words begin among them, and where the next ones stand.
    let (mut inside, mut starts, mut next) = (0, 0, 0);
    // What the bytes before them leave over: a word that goes on, the second byte of an accented letter.
    let (mut goes_on, mut second) = (0, 0);
    std::iter::from_fn(move || {
        while starts == 0 {
            let rest = text.get(next..).filter(|rest| !rest.is_empty())?;
            let [plain, accented] = places::of_two(rest, &Plain, &places::Only(ACCENTED));
            inside = plain | accented | accented << 1 | second;
            starts = inside & !(inside << 1 | goes_on);
            goes_on = inside >> (STRIDE - 1);
            second = accented >> (STRIDE - 1);
            next += STRIDE;
        }
        let place = starts.trailing_zeros();
        starts &= starts - 1;
        let length = (!(inside >> place)).trailing_zeros();
        let start = next - STRIDE + place as usize;
        let mut end = start + length as usize;
        if end == next {
            end += second as usize;
            end += letters(text, end);
            while text.get(end) == Some(&ACCENTED) {
                end += 2;
                end += letters(text, end);
            }
        }
        Some(start..end.min(text.len()))
    })
}

/// A letter without accent.
struct Plain;

impl Kind for Plain {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        ((bytes | 0x20) - b'a').simd_lt(26)
    }
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

    #[test]
    fn words_are_the_runs_of_letters_wherever_they_stand() {
        let is_letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{FF}');
        for before in 0..70 {
            let filling = "à".repeat(before % 3) + &"-é".repeat(before);
            let text = format!(
                "{filling} ètè l’été, {} Ω{} no",
                "où".repeat(before),
                "x".repeat(70)
            );
            let runs = text.split(|c| !is_letter(c)).filter(|run| !run.is_empty());
            assert!(
                words(text.as_bytes()).map(|word| &text[word]).eq(runs),
                "{text}"
            );
        }
    }
}
