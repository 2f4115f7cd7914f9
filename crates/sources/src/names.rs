//! Names of instruments in French, Spanish, Russian, Arabic and Chinese, from `data/names.tsv`.
//!
//! They lead to the same rows of the catalogue as the English titles; nothing is shown by them.

use std::sync::Arc;

use citation::{Name, alternatives, table};

const RUSSIAN: &str = "ru";

/// A row of the table, as its header names the cells.
struct Row {
    title: &'static str,
    language: &'static str,
    written: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    table::rows(include_str!("../data/names.tsv")).map(|[title, language, written]| Row {
        title,
        language,
        written,
    })
}

/// The spellings of the table, with the title in the catalogue that each stands for, but for those in Russian.
pub(crate) fn all_but_russian() -> impl Iterator<Item = Name> {
    names_of(|row| row.language != RUSSIAN)
}

/// The spellings in Russian: with the endings of all their cases they are three quarters of the table.
pub(crate) fn russian() -> Vec<Name> {
    names_of(|row| row.language == RUSSIAN).collect()
}

fn names_of(wanted: fn(&Row) -> bool) -> impl Iterator<Item = Name> {
    rows().filter(wanted).flat_map(|row| {
        let title: Arc<str> = row.title.into();
        let spellings = alternatives(row.written).into_iter();
        spellings
            .flat_map(move |written| {
                let joined = joined_article(row.language, &written);
                std::iter::once(written).chain(joined)
            })
            .map(move |written| Name {
                acronym: written.chars().all(char::is_uppercase),
                written: written.into(),
                title: Arc::clone(&title),
            })
    })
}

/// The Arabic article without its alef, as it stands behind "to": "للاتفاقية" for "الاتفاقية".
fn joined_article(language: &str, written: &str) -> Option<String> {
    let rest = written.strip_prefix('ا').filter(|_| language == "ar")?;
    rest.starts_with('ل').then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use citation::{Form, Referent, scan};

    use super::*;
    use crate::{Catalogue, Sources};

    const LANGUAGES: [&str; 5] = ["fr", "es", "ru", "ar", "zh"];

    #[test]
    fn every_row_leads_to_a_title_of_the_catalogue() {
        for row in rows() {
            assert!(LANGUAGES.contains(&row.language), "{}", row.written);
            let referent = Referent::Instrument(row.title.into());
            let source = Catalogue.resolve(&referent).value;
            assert!(source.is_some(), "{}", row.title);
        }
    }

    #[test]
    fn an_instrument_has_a_name_in_every_language_or_in_two() {
        let mut languages: HashMap<&str, HashSet<&str>> = HashMap::new();
        for row in rows() {
            languages.entry(row.title).or_default().insert(row.language);
        }
        // Regional instruments have names in French and Spanish alone.
        for (title, known) in languages {
            let latin = known.contains("fr") && known.contains("es");
            assert!(latin && matches!(known.len(), 2 | 5), "{title}");
        }
    }

    #[test]
    fn no_spelling_stands_for_two_titles() {
        let mut owners: HashMap<String, Arc<str>> = HashMap::new();
        for name in all_but_russian().chain(russian()) {
            let key = name.written.to_lowercase();
            assert!(key.chars().count() >= 4 && key.trim() == key, "{key}");
            let before = owners.insert(key, Arc::clone(&name.title));
            let same = before.as_ref().is_none_or(|owner| *owner == name.title);
            assert!(same, "{}: {before:?}", name.written);
        }
    }

    #[test]
    fn every_spelling_in_russian_begins_with_a_cyrillic_letter() {
        for name in russian() {
            let begins = name
                .written
                .starts_with(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё'));
            assert!(begins, "{}", name.written);
        }
    }

    /// The titles that `text` names, with their paragraph references.
    fn named(text: &str) -> Vec<String> {
        scan(text, &Catalogue.lexicon())
            .into_iter()
            .filter_map(|citation| {
                let pinpoint = citation.pinpoint.map(|p| format!(" [{p}]"));
                let Form::Whole(Referent::Instrument(title)) = citation.form else {
                    return None;
                };
                Some(format!("{title}{}", pinpoint.unwrap_or_default()))
            })
            .collect()
    }

    #[test]
    fn instruments_are_found_in_sentences_of_every_language() {
        const CHILD: &str = "Convention on the Rights of the Child";
        for (text, title, pinpoint) in [
            (
                "à l’article 3 de la Convention relative aux\ndroits de l’enfant,",
                CHILD,
                " [art. 3]",
            ),
            (
                "l'article 3 de la « Convention relative aux droits de l'enfant »",
                CHILD,
                "",
            ),
            (
                "el artículo 3 de la Convención sobre los Derechos del Niño,",
                CHILD,
                " [art. 3]",
            ),
            ("в статье 3 Конвенции о правах ребенка", CHILD, " [art. 3]"),
            ("присоединиться к «Конвенции о правах ребенка»", CHILD, ""),
            ("وفقا للمادة 3 من اتفاقية حقوق الطفل", CHILD, " [art. 3]"),
            ("طبقا لاتفاقية حقوق الطفل", CHILD, ""),
            ("《儿童权利公约》第3条", CHILD, " [art. 3]"),
            ("根据儿童权利公约第十二条，各国", CHILD, " [art. 12]"),
            ("儿童权利公约(1989)", CHILD, ""),
            ("批准聯合國兒童權利公約", CHILD, ""),
            (
                "la Declaración sobre la Eliminación de la Violencia contra la Mujer",
                "Declaration on the Elimination of Violence against Women",
                "",
            ),
            (
                "la Déclaration de Philadelphie",
                "Declaration of Philadelphia",
                "",
            ),
            (
                "за участие в Международном пакте о гражданских и политических правах",
                "International Covenant on Civil and Political Rights",
                "",
            ),
            (
                "وفقا للعهد الدولي الخاص بالحقوق المدنية والسياسية",
                "International Covenant on Civil and Political Rights",
                "",
            ),
            (
                "d’après le Pacte mondial pour des migrations sûres, ordonnées et régulières",
                "Global Compact for Safe, Orderly and Regular Migration",
                "",
            ),
            (
                "《2030年可持续发展议程》",
                "2030 Agenda for Sustainable Development",
                "",
            ),
            (
                "статьями 55 и 56 Устава Организации Объединенных Наций",
                "Charter of the United Nations",
                " [arts. 55 and 56]",
            ),
            (
                "la Déclaration universelle des droits de l’homme",
                "Universal Declaration of Human Rights",
                "",
            ),
            (
                "los Convenios de Ginebra de 1949",
                "Geneva Conventions of 12 August 1949",
                "",
            ),
        ] {
            assert_eq!(named(text), [format!("{title}{pinpoint}")], "{text}");
        }
    }

    #[test]
    fn a_protocol_by_its_ordinal_is_its_own() {
        const SECOND: &str = "Second Optional Protocol to the International Covenant on Civil and Political Rights, \
                              aiming at the abolition of the death penalty";
        const FOURTH: &str =
            "Geneva Convention relative to the Protection of Civilian Persons in Time of War";
        for (text, title) in [
            (
                "ratifier le deuxième Protocole facultatif se rapportant au Pacte international relatif aux droits civils \
                 et politiques, visant à abolir la peine de mort",
                SECOND,
            ),
            (
                "el segundo Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos",
                SECOND,
            ),
            (
                "ко второму Факультативному протоколу к Международному пакту о гражданских и политических правах",
                SECOND,
            ),
            (
                "البروتوكول الاختياري الثاني للعهد الدولي الخاص بالحقوق المدنية والسياسية",
                SECOND,
            ),
            ("《公民及政治权利国际公约第二任择议定书》", SECOND),
            ("la quatrième Convention de Genève", FOURTH),
            ("el IV Convenio de Ginebra", FOURTH),
            ("нормы четвертой Женевской конвенции", FOURTH),
            ("وفقا لاتفاقية جنيف الرابعة", FOURTH),
            ("《日内瓦第四公约》", FOURTH),
        ] {
            assert_eq!(named(text), [title], "{text}");
        }
    }

    #[test]
    fn the_treaty_in_the_name_of_its_protocol_is_silent() {
        for text in [
            "le Protocole facultatif se rapportant à la Convention relative aux droits de l’enfant",
            "el Protocolo Facultativo de la Convención sobre los Derechos del Niño",
            "Факультативный протокол к Конвенции о правах ребенка",
            "البروتوكول الاختياري لاتفاقية حقوق الطفل",
        ] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
        assert_eq!(
            named("los Protocolos y de la Convención sobre los Derechos del Niño"),
            ["Convention on the Rights of the Child"]
        );
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(
            named("《联合国打击跨国有组织犯罪公约关于打击陆、海、空偷运移民的补充议定书》"),
            [
                "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime"
            ]
        );
        assert_eq!(
            named("Конвенцией против пыток и другими мерами"),
            [
                "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
            ]
        );
    }

    #[test]
    fn other_instruments_are_silent() {
        for text in [
            "la Convention collective des travailleurs",
            "le Pacte mondial des entreprises",
            "la Convención de Viena",
            "Конвенция о чем-то другом",
            "الاتفاقية المذكورة",
            "《公约》第3条",
            "儿童权利公约委员会",
            "美洲儿童权利公约",
            "儿童权利公约关于来文程序的任择议定书草案",
            "la Charte des droits",
            "儿童权利",
        ] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }
}
