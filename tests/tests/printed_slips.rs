//! Slips that adopted texts really printed are found, their corrected forms and traps that only look like
//! slips stay silent, and what a held fact decides of planted slips is caught.
//!
//! Reads the data folder (`PENHOLDER_DATA`, else `../shared/data` beside the repository); skips with a line
//! where it is absent.

use std::io::Write as _;

use tests::accuracy::{data_folder, measured_texts};
use tests::slips::{STEP, planted, printed, stated_dates};

#[test]
fn printed_slips_are_found_and_traps_are_silent() {
    let Some(outcome) = printed(&data_folder()).unwrap() else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no table of printed slips in {}",
            data_folder().display()
        );
        return;
    };
    println!(
        "{} of {} printed slips found, {} traps, {} corrected forms",
        outcome.found, outcome.slips, outcome.traps, outcome.corrected
    );
    println!("missed: {:#?}", outcome.missed);
    assert!(
        outcome.found * 100 >= outcome.slips * 95,
        "{:#?}",
        outcome.missed
    );
    assert!(outcome.loud_traps.is_empty(), "{:#?}", outcome.loud_traps);
    assert!(
        outcome.loud_corrections.is_empty(),
        "{:#?}",
        outcome.loud_corrections
    );
    assert!(outcome.corrected >= outcome.found);
}

/// Dates that texts state for a number and that are not those of its adoption: each is contradicted by the
/// document itself, the session of the number or the numbers around it.
const SLIPS_OF_TEXTS: [(&str, &str); 11] = [
    ("A_RES_78_168", "77/186"),
    ("A_RES_78_187", "45/30"),
    ("A_RES_78_187", "54/5"),
    ("A_RES_78_229", "67/1"),
    ("A_RES_78_248", "72/256"),
    ("A_RES_78_253", "53/28"),
    ("A_RES_78_270", "55/56"),
    ("A_RES_78_276", "73/287"),
    ("A_RES_78_277", "77/298"),
    ("A_RES_78_279", "76/253"),
    ("A_RES_78_327", "76/153"),
];

#[test]
fn no_date_of_a_text_is_contradicted_but_the_known_slips() {
    let Some(outcome) = stated_dates(&data_folder(), &measured_texts()) else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no texts in {}",
            data_folder().display()
        );
        return;
    };
    println!("{} dates agree, {} unknown", outcome.agree, outcome.unknown);
    let known = SLIPS_OF_TEXTS.map(|(text, number)| (text.to_owned(), number.to_owned()));
    let surprising: Vec<_> = outcome
        .contradicted
        .iter()
        .filter(|found| !known.contains(found))
        .collect();
    assert!(surprising.is_empty(), "{surprising:?}");
    assert!(outcome.agree > 1000);
}

#[test]
fn planted_slips_that_a_fact_decides_are_caught() {
    let Some(outcome) = planted(&data_folder(), &measured_texts(), STEP) else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no texts in {}",
            data_folder().display()
        );
        return;
    };
    for (kind, counted) in &outcome.kinds {
        println!("{kind}: {counted:?}");
    }
    let all = outcome.all();
    println!("{} citations; {all:?}", outcome.citations);
    println!("missed: {:#?}", outcome.missed);
    assert!(all.caught * 100 >= all.decidable * 98);
}
