//! Real documents against the judgements: none of them may be called impossible.
//!
//! Reads the folder named by PENHOLDER_DATA, or a `shared/data` beside the checkout; skipped, with
//! a printed line, where neither is there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;

/// Real symbols that are misprinted in the catalogue they come from, with what was meant.
const MISPRINTED: [(&str, &str); 0] = [];

fn data(file: &str) -> Option<Vec<Vec<String>>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data");
    let folder = std::env::var_os("PENHOLDER_DATA").map_or(beside, PathBuf::from);
    let Ok(text) = std::fs::read_to_string(folder.join("facts").join(file)) else {
        println!("skipped: {file} is not in {}", folder.display());
        return None;
    };
    Some(text.lines().skip(1).map(cells).collect())
}

/// The cells of a line; a quoted cell may hold commas.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
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
        if symbol.adopted().is_none() {
            *tally.entry("not adopted").or_default() += 1;
            continue;
        }
        let verdict = match judge(&symbol, Date::new(2026, 6, 30).unwrap()) {
            Judgement::Exists => "exists",
            Judgement::Unknown => "unknown",
            Judgement::Impossible(found) => {
                if MISPRINTED.iter().all(|(misprint, _)| *misprint != row[0]) {
                    wrong.push((row[0].clone(), found));
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
    for row in rows.iter().filter(|row| row[6] == "GA-window") {
        let number: u32 = row[1].parse().unwrap();
        let term = crate::Term::Session(row[0].parse().unwrap());
        let cited = Symbol::of(Adopted {
            body: Body::general_assembly(),
            act: dates::assembly_act(term, number),
            term,
            number,
            part: (!row[2].is_empty()).then(|| row[2].as_str().into()),
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
        let cited = symbol(&format!("S/RES/{} ({})", row[0], row[1]));
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
