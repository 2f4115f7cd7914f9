//! Real documents are read exactly: what `cargo run -p tests --bin structure` measures, with its floors.
//!
//! The documents are no part of the repository; without them the tests say what they skip.

use std::io::Write as _;
use std::path::Path;

use tests::accuracy::data_folder;
use tests::structure::{
    Share, agreement, compare_pdf, documents, files, invariants, mastheads, texts,
};

fn reaches(share: Share, per_cent: usize, what: &str, cases: &[String]) {
    assert!(
        share.reaches(per_cent),
        "{what}: {share}\n{}",
        cases.join("\n")
    );
}

#[test]
fn texts_are_read_as_by_hand_and_break_no_rule() {
    let data = data_folder();
    let texts = texts(&data);
    if texts.is_empty() {
        let _ = writeln!(std::io::stderr(), "skipped: no texts at {}", data.display());
        return;
    }
    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("structure/truth.tsv");
    let by_hand = agreement(&truth, &texts).unwrap();
    assert!(by_hand.paragraphs.all > 1000);
    reaches(by_hand.paragraphs, 99, "paragraphs", &by_hand.differences);
    let broken = invariants(&texts);
    for (share, what) in [
        (broken.consecutive, "labels follow one another"),
        (broken.unique, "labels stand once"),
        (broken.clean, "no head or foot"),
        (broken.figures, "no figures"),
        (broken.whole, "whole paragraphs"),
        (broken.placed, "in order"),
    ] {
        reaches(share, 99, what, &broken.cases);
    }
    let heads = mastheads(&data, &texts).unwrap();
    for (share, what) in [
        (heads.symbol, "symbol"),
        (heads.title, "title"),
        (heads.date, "day of adoption"),
        (heads.session, "session"),
        (heads.item, "agenda item"),
        (heads.report, "report"),
        (heads.distributed, "day of distribution"),
    ] {
        reaches(share, 99, what, &heads.differences);
    }
}

#[test]
fn pdf_and_word_files_are_read_as_by_hand() {
    let data = data_folder();
    let files = files(&data);
    if files.is_empty() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no documents at {}",
            data.display()
        );
        return;
    }
    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("structure/truth.tsv");
    let by_hand = agreement(&truth, &files).unwrap();
    assert!(by_hand.paragraphs.all > 150);
    reaches(by_hand.paragraphs, 99, "paragraphs", &by_hand.differences);
    for path in documents(&data)
        .iter()
        .filter(|path| path.ends_with(".pdf"))
    {
        match compare_pdf(path) {
            // It leaves running heads and figures in, so it is only near.
            Ok(compared) => reaches(compared.letters, 80, "as pdftotext", &compared.differences),
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "skipped: {error}");
            }
        }
    }
}
