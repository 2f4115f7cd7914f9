//! Which of the official languages a text is written in: by its script, then by its common words.
//!
//! A guess for a block, so that drafts may mix languages; it reads the beginning only and allocates
//! nothing. A text in another language gets the official one that shares its script; what cannot be
//! told is English.

use std::sync::LazyLock;

use super::Language;
use super::words::{Role, Words};

/// How much of a text is looked at, in bytes.
const REACH: usize = 2_000;

/// A language of the Latin script.
struct Latin {
    language: Language,
    /// Its common words, sorted.
    common: Box<[Box<str>]>,
}

impl Latin {
    fn has(&self, word: &str) -> bool {
        let place = self.common.binary_search_by(|known| (**known).cmp(word));
        place.is_ok()
    }
}

static LATIN: LazyLock<[Latin; 3]> = LazyLock::new(|| {
    [
        (
            Language::English,
            include_str!("../../data/languages/en.tsv"),
        ),
        (
            Language::French,
            include_str!("../../data/languages/fr.tsv"),
        ),
        (
            Language::Spanish,
            include_str!("../../data/languages/es.tsv"),
        ),
    ]
    .map(|(language, table)| {
        let words = Words::new(table);
        let acts = words.all(Role::Act).iter();
        let mut common: Vec<Box<str>> = words
            .all(Role::Common)
            .iter()
            .chain(acts)
            .map(|word| word.written.clone())
            .collect();
        common.sort_unstable();
        Latin {
            language,
            common: common.into(),
        }
    })
});

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
    told(text).unwrap_or_default()
}

/// Like [`guess_language`], but `None` where nothing tells.
pub(super) fn told(text: &str) -> Option<Language> {
    let text = &text[..text.floor_char_boundary(text.len().min(REACH))];
    by_script(text).or_else(|| by_words(text))
}

/// The language of a script other than Latin, when most letters are of it.
///
/// Latin capitals do not count, for symbols and acronyms stand in texts of every script.
fn by_script(text: &str) -> Option<Language> {
    if text.is_ascii() {
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
    /// What a word counts that one language has, or several share.
    const OWN: u32 = 3;
    const SHARED: u32 = 1;
    let mut counts = [0_u32; 3];
    let parts = |c: char| !c.is_alphabetic();
    for word in text.split(parts).filter(|word| !word.is_empty()) {
        let known = LATIN.each_ref().map(|latin| latin.has(word));
        let weight = match known.iter().filter(|known| **known).count() {
            1 => OWN,
            _ => SHARED,
        };
        for (count, _) in counts.iter_mut().zip(known).filter(|(_, known)| *known) {
            *count += weight;
        }
    }
    let most = counts.into_iter().max().filter(|most| *most > OWN)?;
    let mut best = LATIN.iter().zip(counts).filter(|(_, count)| *count == most);
    let (latin, _) = best.next()?;
    best.next().is_none().then_some(latin.language)
}

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
}
