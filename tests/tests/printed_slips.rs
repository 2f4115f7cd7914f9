//! Slips that adopted texts really printed, and traps that only look like slips: the slips are found,
//! the traps stay silent.
//!
//! Reads the table from the data folder (`PENHOLDER_DATA`, else `../shared/data` beside the repository);
//! skips with a line where it is absent.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Sources};

/// One row: class, citing document, the words around the slip.
struct Row {
    class: String,
    citing: String,
    cited: String,
    context: String,
}

#[test]
fn printed_slips_are_found_and_traps_are_silent() {
    let data = std::env::var_os("PENHOLDER_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    );
    let path = data.join("facts/real-citation-errors.csv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        println!("skipped: no table of printed slips at {}", path.display());
        return;
    };
    let mut found = 0;
    let mut slips = 0;
    for row in rows(&table) {
        let findings = findings(&row);
        if row.class.starts_with("trap") {
            assert_eq!(findings, [""; 0], "{} in {}", row.cited, row.citing);
        } else if row.class.starts_with("real-error (date)")
            || row.class.starts_with("real-error (Roman")
            || row.class.starts_with("real-error (year)")
        {
            slips += 1;
            if findings.is_empty() {
                println!("not found: {} in {}", row.cited, row.citing);
            } else {
                found += 1;
            }
        }
    }
    println!("{found} of {slips} slips of date, year and session found");
    // The others are known from fewer than three texts, which is too little to contradict anybody.
    assert!(found * 3 >= slips * 2, "{found} of {slips}");
}

/// The findings of warning or worse in a row's context, as the citing document would have them.
fn findings(row: &Row) -> Vec<String> {
    let catalogue = Catalogue;
    let front = if citation::Symbol::parse(&row.citing).is_some() {
        format!("---\nsymbol: {}\n---\n\n", row.citing)
    } else {
        String::new()
    };
    let text = format!("{front}{}\n", row.context);
    let draft = Draft::new(&text, Dialect::Markdown, Arc::clone(&catalogue.lexicon()));
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &catalogue, today);
    rules::findings(&resolved, &catalogue, &Settings::default())
        .into_iter()
        .filter(|finding| finding.severity >= rules::Severity::Warning)
        .map(|finding| finding.message)
        .collect()
}

/// The rows of a comma-separated table whose cells may be quoted.
fn rows(table: &str) -> Vec<Row> {
    let mut records: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        let record = records.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                record.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            '\r' => {}
            other => record.last_mut().unwrap().push(other),
        }
    }
    records
        .into_iter()
        .skip(1)
        .filter(|cells| cells.len() >= 7)
        .map(|mut cells| Row {
            class: std::mem::take(&mut cells[0]),
            citing: std::mem::take(&mut cells[1]),
            cited: std::mem::take(&mut cells[2]),
            context: std::mem::take(&mut cells[6]),
        })
        .collect()
}
