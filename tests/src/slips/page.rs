//! The section of the page on accuracy that tells what became of printed and planted slips.

use std::fmt::Write as _;
use std::path::Path;

use super::{held_out, planted, printed};
use crate::accuracy::share;

/// Every how many dated citations one is taken to plant slips into.
pub const STEP: usize = 53;

/// The section; `None` where the data folder has no table of printed slips or no texts.
pub fn page(data: &Path) -> Option<String> {
    let printed = printed(data)?;
    let planted = planted(data, &held_out(), STEP)?;
    let all = planted.all();
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
        (
            "slips planted, that a fact at hand decides",
            (all.planted, all.decidable),
        ),
        ("of those, caught", (all.decidable, all.caught)),
    ];
    let mut page = String::from("## Slips\n\n");
    let _ = writeln!(
        page,
        "Rows of `facts/real-citation-errors.csv`, and one slip of each kind (a digit of number, session, day or year, \
         session and number swapped) in every {STEP}rd dated citation of the texts without labels.\n"
    );
    page.push_str("| what | of | share |\n| --- | ---: | ---: |\n");
    for (what, (whole, part)) in rows {
        let _ = writeln!(page, "| {what} | {whole} | {} |", share(part, whole));
    }
    for missed in printed.missed.iter().chain(&planted.missed) {
        let _ = write!(page, "\nNot found: {missed}.");
    }
    page.push('\n');
    Some(page)
}
