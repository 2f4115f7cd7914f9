//! Errors planted into sentences about held texts are found, a fix of theirs mends them, and right quotations
//! stay silent.
//!
//! Reads the data folder (`PENHOLDER_DATA`, else `../shared/data` beside the repository); skips with a line
//! where it is absent.

use tests::accuracy::data_folder;
use tests::hits::edited;
use tests::slips::{Share, planted_beside_held};

/// Every fortieth text is held.
const STEP: usize = 40;

#[test]
fn what_a_held_text_contradicts_is_found_and_mended() {
    let texts = edited(&data_folder());
    if texts.is_empty() {
        println!("skipped: no texts in {}", data_folder().display());
        return;
    }
    let shares = planted_beside_held(&texts, STEP);
    println!("{shares:#?}");
    let (right, wrong): (Vec<Share>, Vec<Share>) = shares
        .into_iter()
        .partition(|share| share.class.starts_with("right"));
    assert!(
        right
            .iter()
            .all(|share| share.planted > 0 && share.found == 0)
    );
    let (planted, found) = wrong.iter().fold((0, 0), |(planted, found), share| {
        (planted + share.planted, found + share.found)
    });
    assert!(planted > 0 && (planted - found) * 100 <= planted * 2);
    for share in &wrong {
        assert!(
            share.unmended.is_empty(),
            "{}: {:#?}",
            share.class,
            share.unmended
        );
    }
}
