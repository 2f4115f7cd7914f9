//! Real documents against the judgements: none of them may be called impossible.
//!
//! Reads the folder named by `PENHOLDER_DATA`, or a `shared/data` beside the checkout; skipped, with
//! a printed line, where neither is there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use csv::{ReaderBuilder, StringRecord};

use super::*;

/// Symbols misprinted in the collections that the catalogue comes from, with what was meant: a year, and two
/// reports of 1972 and 1973 whose running numbers were split as sessions are.
const MISPRINTED: [(&str, &str); 3] = [
    ("S/RES/2350(2015)", "S/RES/2350 (2017)"),
    ("A/87/18", "A/8718"),
    ("A/90/18", "A/9018"),
];

fn data(file: &str) -> Option<Vec<StringRecord>> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let beside = ["../../../shared/data", "../../../../shared/data"].map(|path| here.join(path));
    let named = std::env::var_os("PENHOLDER_DATA").map(PathBuf::from);
    let text = named
        .into_iter()
        .chain(beside)
        .find_map(|folder| std::fs::read_to_string(folder.join("facts").join(file)).ok());
    let Some(text) = text else {
        println!("skipped: {file} is not beside the checkout; PENHOLDER_DATA may name its folder");
        return None;
    };
    let mut table = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    Some(table.records().map(Result::unwrap).collect())
}

#[test]
fn no_symbol_of_the_catalogue_is_impossible() {
    let Some(rows) = data("symbol-catalogue.csv") else {
        return;
    };
    let mut tally: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in &rows {
        let Some(symbol) = Symbol::parse(&row[0]) else {
            *tally.entry("no symbol").or_default() += 1;
            continue;
        };
        let verdict = match judge(&symbol, Date::new(2026, 6, 30).unwrap()) {
            Judgement::Exists => "exists",
            Judgement::Unknown => "unknown",
            Judgement::Doubtful(found) => {
                println!("doubtful: {} ({})", &row[0], found.reason);
                "doubtful"
            }
            Judgement::Impossible(found) => {
                let suggests = |meant: &str| {
                    let mut symbols = found.suggestions.iter().map(|(symbol, _)| symbol);
                    symbols.any(|symbol| symbol.canonical() == meant)
                };
                let known = MISPRINTED.iter().find(|(misprint, _)| *misprint == &row[0]);
                if known.is_none_or(|(_, meant)| !suggests(meant)) {
                    wrong.push((row[0].to_owned(), found));
                }
                "impossible"
            }
        };
        *tally.entry(verdict).or_default() += 1;
    }
    println!("catalogue: {tally:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_cited_number_with_a_date_of_its_session_is_impossible() {
    let Some(rows) = data("cited-nn-nn-dates.csv") else {
        return;
    };
    for row in rows.iter().filter(|row| &row[6] == "GA-window") {
        let number: u32 = row[1].parse().unwrap();
        let term = crate::Term::Session(row[0].parse().unwrap());
        let cited = Symbol::of(Adopted {
            body: Body::general_assembly(),
            act: dates::assembly_act(term, number),
            term,
            number,
            part: (!row[2].is_empty()).then(|| row[2].into()),
        });
        let judgement = judge(&cited, january_2026());
        assert!(
            !matches!(judgement, Judgement::Impossible(_)),
            "{cited}: {judgement:?}"
        );
    }
}

#[test]
fn every_resolution_of_sessions_78_to_80_exists_with_its_date() {
    let Some(rows) = data("ga-78-80-adopted.csv") else {
        return;
    };
    let mut divided = 0;
    for row in &rows {
        let adopted = symbol(&row[0]);
        assert_eq!(
            judge(&adopted, january_2026()),
            Judgement::Exists,
            "{adopted}"
        );
        match adoption_date(&adopted) {
            Some(known) => assert_eq!(known.date.to_string(), row[2], "{adopted}"),
            // Its parts were adopted on different days.
            None => divided += 1,
        }
    }
    println!("{} resolutions, {divided} adopted in parts", rows.len());
    assert!(divided < 10);
}

#[test]
fn security_council_citations_agree_with_the_years() {
    let Some(rows) = data("cited-sc-dates.csv") else {
        return;
    };
    let mut misprinted = Vec::new();
    for row in &rows {
        let cited = symbol(&format!("S/RES/{} ({})", &row[0], &row[1]));
        if matches!(judge(&cited, january_2026()), Judgement::Impossible(_)) {
            misprinted.push(cited.to_string());
        }
    }
    // Printed so in United Nations texts: 520 (1982) cut short, 1969 and 1978 misprinted, and an
    // eighty-fourth resolution that is none of 1993.
    println!("misprinted: {misprinted:?}");
    assert_eq!(
        misprinted,
        [
            "S/RES/20 (1982)",
            "S/RES/84 (1993)",
            "S/RES/274 (1959)",
            "S/RES/434 (1973)"
        ]
    );
}

#[test]
fn printed_slips_of_dates_are_contradicted() {
    let Some(rows) = data("real-citation-errors.csv") else {
        return;
    };
    let mut contradicted = 0;
    let mut missed = Vec::new();
    for row in rows
        .iter()
        .filter(|row| matches!(&row[0], "real-error (date)" | "real-error (year)"))
    {
        let cited = symbol(&format!("A/RES/{}", &row[2]));
        let stated = Date::parse_iso(&row[3]).unwrap();
        let outside =
            adopted_within(&cited).is_some_and(|(first, last)| !(first..=last).contains(&stated));
        match adoption_date(&cited) {
            Some(known) if known.date != stated => {
                assert_eq!(known.date.to_string(), row[4], "{cited}");
                contradicted += 1;
            }
            _ if outside => contradicted += 1,
            _ => missed.push(cited.to_string()),
        }
    }
    println!("slips of dates: {contradicted} contradicted, not decided: {missed:?}");
    // 75/313 is cited with two dates, of which the rarer one fits the order of the session.
    assert!(
        missed.iter().all(|cited| cited == "A/RES/75/313"),
        "{missed:?}"
    );
}

#[test]
fn traps_agree_with_the_tables_of_their_own_body() {
    let Some(rows) = data("real-citation-errors.csv") else {
        return;
    };
    let mut agreeing = 0;
    for row in rows
        .iter()
        .filter(|row| row[0].starts_with("trap: resolution of another body"))
    {
        let council = symbol(&format!("A/HRC/RES/{}", &row[2]));
        let stated = Date::parse_iso(&row[3]).unwrap();
        let Some((first, last)) = adopted_within(&council) else {
            continue;
        };
        agreeing += usize::from((first..=last).contains(&stated));
        assert!(
            !matches!(judge(&council, january_2026()), Judgement::Impossible(_)) || stated < first
        );
    }
    println!("{agreeing} traps are the Human Rights Council's, by session and date");
}
