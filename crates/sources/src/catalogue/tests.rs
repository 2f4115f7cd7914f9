use super::described::several;
use super::*;
use crate::index::is_revised;
use citation::facts::{self, DateJudgement};
use std::collections::HashMap;
use std::time::Instant;

fn named(title: &str) -> Arc<Source> {
    Catalogue
        .resolve(&Referent::Instrument(title.into()))
        .value
        .unwrap_or_else(|| panic!("{title} is not in the catalogue"))
}

fn symbol(text: &str) -> Arc<Source> {
    Catalogue
        .resolve(&Referent::Symbol(Symbol::parse(text).unwrap()))
        .value
        .unwrap_or_else(|| panic!("{text} is not in the catalogue"))
}

#[test]
fn what_is_read_when_asked_for_is_what_the_whole_list_has() {
    for row in adopted() {
        let parsed = Symbol::parse(row.symbol).unwrap_or_else(|| panic!("{}", row.symbol));
        assert_eq!(parsed.canonical(), row.symbol);
        assert!(Date::parse_iso(row.date).is_some(), "{}", row.symbol);
    }
    assert_eq!(adopted().count(), ADOPTED.len());
    for referent in INDEX.list().iter().flat_map(|source| &source.referents) {
        let (asked, listed) = (Catalogue.resolve(referent), INDEX.resolve(referent));
        assert_eq!(asked.value, listed.value, "{referent}");
    }
}

#[test]
fn no_row_is_a_revision_or_corrigendum() {
    assert!(!Catalogue.may_have_revised());
    let symbols = INDEX
        .list()
        .into_iter()
        .flat_map(|source| source.referents.clone());
    for symbol in symbols.filter_map(|referent| referent.symbol().cloned()) {
        assert!(!is_revised(&symbol), "{symbol}");
    }
}

#[test]
fn every_cell_can_be_read() {
    for (line, row) in rows().enumerate() {
        let context = format!("row {}: {}", line + 1, row.title);
        assert!(!row.title.is_empty() && !row.source.is_empty(), "{context}");
        assert_eq!(row.title.trim(), row.title, "{context}");
        for written in row.symbols.split('|').filter(|cell| !cell.is_empty()) {
            let parsed = Symbol::parse(written).unwrap_or_else(|| panic!("{context}: {written}"));
            assert_eq!(parsed.canonical(), written, "{context}");
        }
        assert_eq!(
            row.date.is_empty(),
            Date::parse_iso(row.date).is_none(),
            "{context}"
        );
        assert_eq!(
            row.articles.is_empty(),
            row.articles.parse::<u16>().is_err(),
            "{context}"
        );
        assert_eq!(
            row.volume.is_empty(),
            row.registration.is_empty(),
            "{context}"
        );
        let kinds = [
            "resolution",
            "decision",
            "treaty",
            "outcome",
            "comment",
            "document",
        ];
        assert!(kinds.contains(&row.kind), "{context}");
        for acronym in several(row.acronyms) {
            assert!(acronym.len() >= 3, "{context}: {acronym}");
        }
    }
    assert!(rows().count() >= 220);
}

#[test]
fn no_two_rows_claim_the_same_name_or_symbol() {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for row in rows() {
        let by_name = !matches!(row.kind, "resolution" | "decision");
        let names = several(row.short_titles).chain(several(row.acronyms));
        let names = names.chain(by_name.then(|| row.title.into()));
        let symbols = several(row.symbols);
        for name in names.chain(symbols) {
            let before = owners.insert(crate::index::fold(&name), row.title);
            assert!(
                before.is_none_or(|owner| owner == row.title),
                "{name}: {before:?} and {}",
                row.title
            );
        }
    }
}

#[test]
fn an_instrument_has_one_row_whatever_stands_around_its_title() {
    let year_at = |title: &str| [", 19", ", 20"].iter().find_map(|year| title.find(year));
    let bare = |title: &str| {
        let title = title.replace("International Labour Organization", "ILO");
        title[..year_at(&title).unwrap_or(title.len())].to_owned()
    };
    let mut owners: HashMap<String, &str> = HashMap::new();
    for row in rows().filter(|row| matches!(row.kind, "treaty" | "outcome")) {
        let before = owners.insert(bare(row.title), row.title);
        // Agreements that replace one another may be told apart by nothing but their years.
        let years = before.map(|before| (year_at(before), year_at(row.title)));
        let several = matches!(years, Some((Some(_), Some(_)))) && before != Some(row.title);
        assert!(before.is_none() || several, "{}: {before:?}", row.title);
    }
}

#[test]
fn short_titles_that_name_nothing_by_themselves_are_absent() {
    let forbidden = [
        "convention",
        "the convention",
        "covenant",
        "protocol",
        "global compact",
        "charter",
        "agenda",
        "declaration",
    ];
    for name in Catalogue.lexicon().names() {
        assert!(
            !forbidden.contains(&name.written.to_lowercase().as_str()),
            "{name:?}"
        );
    }
}

#[test]
fn a_named_outcome_is_found_by_symbol_and_by_title() {
    let agenda = symbol("A/RES/70/1");
    assert_eq!(&*agenda.title, "2030 Agenda for Sustainable Development");
    assert_eq!(agenda, named("2030 Agenda for Sustainable Development"));
    assert_eq!(agenda.referents.len(), 2);
    assert_eq!(agenda.date.unwrap().to_string(), "2015-09-25");
}

#[test]
fn a_treaty_and_the_resolution_that_carries_it_are_two_rows() {
    let title = "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families";
    let treaty = named(title);
    assert_eq!(treaty.referents, [Referent::Instrument(title.into())]);
    assert_eq!(treaty.articles, Some(93));
    assert_eq!(treaty.acronym.as_deref(), Some("ICRMW"));
    assert_eq!(treaty.treaty_series, Some(("2220".into(), "39481".into())));
    assert_eq!(symbol("A/RES/45/158").kind, SourceKind::Resolution);
}

#[test]
fn a_short_name_gives_way_to_a_longer_title() {
    for text in [
        "the Berne Convention on the Conservation of European Wildlife and Natural Habitats",
        "the Limitation Convention on maritime claims",
        "the Yaoundé Declaration on Malaria",
        "the Agenda for Protection of Children",
        "the Pacific Plan of Action",
        "the Global AIDS Strategy 2016-2021",
        "the Lisbon Declaration",
        "They agreed a Grand Bargain over fishing; Further initiatives for social development are needed",
        "The CIDE researchers met.",
    ] {
        assert_eq!(instruments(text), [""; 0], "{text}");
    }
    for (text, title) in [
        (
            "the Berne Convention on 3 May",
            "Berne Convention for the Protection of Literary and Artistic Works",
        ),
        (
            "signed the Berne Convention on Monday",
            "Berne Convention for the Protection of Literary and Artistic Works",
        ),
        (
            "the International Tropical Timber Agreement, 1994",
            "International Tropical Timber Agreement, 1994",
        ),
        (
            "the International Tropical Timber Agreement, 1983",
            "International Tropical Timber Agreement, 1983",
        ),
        (
            "the Lisbon Declaration on Youth Policies and Programmes",
            "Lisbon Declaration on Youth Policies and Programmes",
        ),
    ] {
        assert_eq!(instruments(text), [title], "{text}");
    }
}

/// The titles of the catalogue that `text` names.
fn instruments(text: &str) -> Vec<String> {
    let found = citation::scan(text, &Catalogue.lexicon()).into_iter();
    let held = found.filter_map(|one| match one.form {
        citation::Form::Whole(referent) => Catalogue.resolve(&referent).value,
        _ => None,
    });
    held.map(|source| source.title.to_string()).collect()
}

#[test]
fn the_lexicon_has_titles_and_short_titles_but_no_ordinary_resolutions() {
    let lexicon = Catalogue.lexicon();
    let name = |written: &str| lexicon.names().find(|name| &*name.written == written);
    assert_eq!(
        &*name("2030 Agenda").unwrap().title,
        "2030 Agenda for Sustainable Development"
    );
    assert!(name("ICRMW").unwrap().acronym);
    assert!(name("C097").is_none(), "the scanner reads codes by itself");
    let convention = name("ILO Convention No. 97").unwrap();
    assert!(!convention.acronym);
    assert_eq!(
        &*convention.title,
        "Migration for Employment Convention (Revised), 1949 (No. 97)"
    );
    assert!(name("Protection of migrants").is_none());
}

#[test]
fn completion_finds_symbols_numbers_titles_and_acronyms() {
    let first = |prefix: &str| {
        let found = Catalogue.complete(prefix, 3).value;
        found.first().map(|heading| heading.referent.to_string())
    };
    assert_eq!(first("A/RES/67/17").as_deref(), Some("A/RES/67/172"));
    assert_eq!(first("67/172").as_deref(), Some("A/RES/67/172"));
    assert_eq!(first("1325").as_deref(), Some("S/RES/1325 (2000)"));
    assert_eq!(
        first("global compact for safe").as_deref(),
        Some("A/RES/73/195")
    );
    assert_eq!(
        first("icrm").as_deref(),
        Some(
            "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families"
        )
    );
    assert!(Catalogue.complete("zzz", 10).value.is_empty());
    assert_eq!(Catalogue.complete("A/RES/", 7).value.len(), 7);
}

#[test]
fn recent_resolutions_have_title_and_date() {
    let resolution = symbol("A/RES/78/217");
    assert_eq!(&*resolution.title, "Protection of migrants");
    assert_eq!(resolution.date.unwrap().to_string(), "2023-12-19");
    assert!(!Catalogue.covers(&Symbol::parse("A/RES/78/217").unwrap()));
}

#[test]
#[ignore = "prints a measurement"]
fn measure_parsing() {
    for _ in 0..4 {
        let start = Instant::now();
        let sources: Vec<_> = described().collect();
        let parsed = start.elapsed();
        let index = Index::new(sources);
        let (rows, all) = (index.list().len(), start.elapsed());
        println!("{rows} rows parsed in {parsed:?}, indexed in {all:?}");
    }
}

#[test]
fn no_date_contradicts_the_fact_tables() {
    let mut wrong = Vec::new();
    for source in Catalogue.list() {
        let Some(date) = source.date else { continue };
        for symbol in source.referents.iter().filter_map(Referent::symbol) {
            match facts::judge_date(symbol, date.into()) {
                DateJudgement::Agrees(_) | DateJudgement::Unknown => {}
                other => wrong.push(format!("{symbol} of {date}: {other:?}")),
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn resolutions_of_a_title_series_have_one_title() {
    let day = Date::new(2026, 1, 31).unwrap();
    let folded = |title: &str| -> String {
        title
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let mut compared = 0;
    for source in adopted().filter_map(|row| row.source()) {
        let Some(symbol) = source.referents[0].symbol() else {
            continue;
        };
        let Some(Some(later)) = facts::later_in_series(symbol, day) else {
            continue;
        };
        let other = Catalogue.resolve(&Referent::Symbol(later.clone())).value;
        // A resolution that is known by another name has that for its title.
        let Some(other) = other.filter(|other| other.kind == SourceKind::Resolution) else {
            continue;
        };
        assert_eq!(
            folded(&source.title),
            folded(&other.title),
            "{symbol} {later}"
        );
        compared += 1;
    }
    assert!(compared > 200, "{compared}");
}

#[test]
fn documents_with_numbered_parts_are_known_by_their_titles() {
    let table = facts::TABLES
        .into_iter()
        .find(|table| table.name == "numbered-parts")
        .unwrap();
    let titles: Vec<&str> = rows().map(|row| row.title).collect();
    for row in table.rows() {
        assert!(titles.contains(&row[0]), "{}", row[0]);
    }
}
