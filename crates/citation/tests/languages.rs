//! What holds of every text in every official language: spans are sound, and what is written for people
//! reads back.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::{Citation, Language, Lexicon, Name, guess_language, scan};
use proptest::prelude::*;

fn lexicon() -> Lexicon {
    let name = |written: &str| Name {
        written: written.into(),
        title: "Convention on the Rights of the Child".into(),
        acronym: false,
    };
    Lexicon::new(vec![
        name("Convention relative aux droits de l'enfant"),
        name("Конвенции о правах ребенка"),
        name("اتفاقية حقوق الطفل"),
        name("儿童权利公约"),
    ])
}

fn assert_sound(text: &str, found: &[Citation]) {
    let mut end = 0;
    for citation in found {
        let spans = [Some(&citation.token), Some(&citation.phrase)]
            .into_iter()
            .chain([
                citation.date.as_ref().map(|date| &date.span),
                citation.pinpoint.as_ref().map(|pinpoint| &pinpoint.span),
            ])
            .flatten();
        for span in spans {
            assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
        }
        assert!(citation.token.start >= end, "overlap in {text:?}");
        assert!(!citation.token.is_empty());
        assert!(citation.phrase.start <= citation.token.start, "{text:?}");
        assert!(citation.phrase.end >= citation.token.end, "{text:?}");
        let written = citation.written(text);
        assert!(written.is_some(), "{text:?}");
        end = citation.token.end;
    }
}

const PIECES: [&str; 72] = [
    "la résolution ",
    "ses résolutions ",
    "sa décision ",
    "résolution n° ",
    "RÉSOLUTION ",
    "du Conseil de sécurité",
    " de l’Assemblée générale",
    ", en date du 20 décembre 2012",
    " du 1er février 1946",
    " et ",
    " ainsi que ",
    ", toutes deux du 18 décembre 2014",
    "paragraphe 15 de ",
    "alinéa b) du paragraphe 4 de ",
    ", par. 12 à 14",
    " « titre »",
    "la resolución ",
    "sus resoluciones ",
    "la decisión ",
    ", de 18 de diciembre de 1990",
    " del Consejo Económico y Social",
    " y ",
    "párrafo 15 de ",
    ", anexo",
    "в своей резолюции ",
    "решение ",
    "резолюции ",
    " Совета Безопасности",
    " от 20 декабря 2012 года",
    "пункт 6 b) ",
    " и ",
    "статья 3 ",
    "Конвенции о правах ребенка",
    "القرار ",
    "قرارها ",
    "قرارات مجلس الأمن ",
    "مقرر ",
    " المؤرخ 19 كانون الأول/ديسمبر 2017",
    " ألف",
    " وباء",
    " (د - 3)",
    "دإط-10/15",
    "الفقرة 15 من ",
    "، و ",
    "المادة 3 من ",
    "اتفاقية حقوق الطفل",
    "٧٢/١٧٩",
    "\u{200f}",
    "\u{202b}",
    "\u{64b}",
    "第",
    "号",
    "决议",
    "决定",
    "大会",
    "其",
    "2012年12月20日",
    "一九九〇年十二月十八日",
    "关于移徙的",
    "、",
    "和",
    "《儿童权利公约》",
    "第15段",
    "第三条",
    "附件一",
    "（2000）",
    "A/C.3/80/L.52",
    "e\u{301}solution ",
    "\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}",
    "\n",
    ". ",
    " ",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => (1_u16..999, 1_u16..999).prop_map(|(session, number)| format!("{session}/{number}")),
        1 => (1_u16..3000).prop_map(|number| format!("{number} (2000)")),
        1 => (1_u16..3000).prop_map(|number| number.to_string()),
        1 => "\\PC{0,4}",
    ]
}

fn mixture() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn spans_are_sound_in_mixtures(text in mixture()) {
        assert_sound(&text, &scan(&text, &lexicon()));
    }

    #[test]
    fn spans_are_sound_in_any_script(
        text in "[а-яА-ЯéíóñçÀ-ÿ\u{600}-\u{6ff}\u{4e00}-\u{4e40}第号决议قرار0-9/() ,.\u{200e}\u{301}]{0,120}"
    ) {
        assert_sound(&text, &scan(&text, &lexicon()));
        guess_language(&text);
    }

    #[test]
    fn blocks_are_read_one_by_one(pieces in prop::collection::vec(mixture(), 2..4)) {
        // A block ends as sentences do, so that a list does not go on into the next.
        let blocks: Vec<String> = pieces
            .into_iter()
            .map(|block| format!("{} fin", block.replace(['\n', '«', '“', '《'], " ")))
            .collect();
        let lexicon = lexicon();
        let together = blocks.join("\n\n");
        let mut apart = Vec::new();
        let mut offset = 0;
        for block in &blocks {
            let found = scan(block, &lexicon);
            apart.extend(found.iter().map(|one| one.token.start + offset..one.token.end + offset));
            offset += block.len() + 2;
        }
        let whole: Vec<_> = scan(&together, &lexicon).into_iter().map(|one| one.token).collect();
        prop_assert_eq!(whole, apart);
    }

    #[test]
    fn dates_read_back(year in 1946_u16..2030, month in 1_u8..=12, day in 1_u8..=28) {
        let date = citation::Date::new(year, month, day).unwrap();
        for (language, opening) in [
            (Language::French, "résolution 67/172 du "),
            (Language::Spanish, "resolución 67/172, de "),
            (Language::Russian, "резолюция 67/172 от "),
            (Language::Arabic, "قرار الجمعية العامة 67/172 المؤرخ "),
        ] {
            let text = format!("{opening}{}", language.date(date));
            let found = scan(&text, &Lexicon::default());
            // An Arabic number whose date lies in the other part's session stays silent.
            if let Some(one) = found.first() {
                prop_assert_eq!(one.date.as_ref().map(|stated| stated.date), Some(date), "{}", text);
            } else {
                prop_assert_eq!(language, Language::Arabic, "{}", text);
            }
        }
    }
}

#[test]
fn hostile_texts_come_to_an_end() {
    const SIZE: usize = 200_000;
    for piece in PIECES.into_iter().chain([
        "第67/172号",
        "第67/172号决议",
        "第1",
        "résolution 1/2, ",
        "resolución ",
        "القرار 1/2 و ",
        "قرار",
        "و",
        "Конвенции ",
        "п. 1, ",
        "1/2 и ",
        "的",
        "《",
        "é",
        "Conseil ",
    ]) {
        let text = piece.repeat(SIZE / piece.len());
        assert_sound(&text, &scan(&text, &lexicon()));
    }
}
