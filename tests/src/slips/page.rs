//! The section of the page on accuracy that tells what became of printed and planted slips.

use std::fmt::Write as _;
use std::path::Path;

use super::{PlantedSlips, PrintedSlips, planted, printed};
use crate::accuracy::{measured_texts, share};

/// Every how many dated citations one is taken to plant slips into.
pub const STEP: usize = 11;

/// The section; `None` where the data folder has no table of printed slips or no texts.
///
/// # Errors
/// When the table is there and cannot be read; says which.
pub fn page(data: &Path) -> Result<Option<String>, String> {
    let (Some(printed), Some(planted)) = (printed(data)?, planted(data, &measured_texts(), STEP))
    else {
        return Ok(None);
    };
    let mut page = String::from("## Slips\n\n");
    page.push_str(&of_documents(&printed));
    page.push_str(&of_citations(&planted));
    for missed in printed.missed.iter().chain(&planted.missed) {
        let _ = write!(page, "\nNot found: {missed}.");
    }
    page.push_str(CONTESTED);
    page.push('\n');
    Ok(Some(page))
}

/// What is to be said of a row that is not found and need not be.
const CONTESTED: &str = "\n\nThe row of 75/313 expects 20 July 2021, since two of three texts give that day. Resolution 75/311 \
                         was adopted on 23 July and 75/312 on 29 July, and numbers rise with the days: the printed 29 July \
                         is right, and nothing is said of it.";

/// The table of what adopted documents really printed.
fn of_documents(printed: &PrintedSlips) -> String {
    let silent = |whole: usize, loud: &[String]| (whole, whole - loud.len().min(whole));
    let rows = [
        (
            "slips printed in real documents, found",
            (printed.slips, printed.found),
        ),
        (
            "traps that look like slips, silent",
            silent(printed.traps, &printed.loud_traps),
        ),
        (
            "corrected forms, not flagged",
            silent(printed.corrected, &printed.loud_corrections),
        ),
    ];
    let mut table = String::from(
        "Rows of `facts/real-citation-errors.csv`.\n\n| what | of | share |\n| --- | ---: | ---: |\n",
    );
    for (what, (whole, part)) in rows {
        let _ = writeln!(table, "| {what} | {whole} | {} |", share(part, whole));
    }
    table
}

/// The table of slips planted into citations, which a fact decides or none.
fn of_citations(planted: &PlantedSlips) -> String {
    let mut table = format!(
        "\nOne slip of each kind, planted into every {STEP}th dated citation of the texts without labels, {} of them: a \
         slip is decidable where a fact of the tables contradicts it.\n\n| slip | planted | decidable | found of those |\n\
         | --- | ---: | ---: | ---: |\n",
        planted.citations
    );
    let kinds = planted.kinds.iter();
    let kinds = kinds.map(|(kind, counted)| (*kind, *counted));
    for (kind, counted) in kinds.chain([("all", planted.all())]) {
        let _ = writeln!(
            table,
            "| {kind} | {} | {} | {} |",
            counted.planted,
            share(counted.decidable, counted.planted),
            share(counted.caught, counted.decidable),
        );
    }
    table
}
