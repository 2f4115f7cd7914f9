//! The scanner by itself, by the byte: on draft prose with and without the names of instruments, on text
//! without references, and on texts made to be slow.
//!
//! `cargo bench -p citation`. The whole process beside other tools: `cargo run --release -p tests --bin bench`.

use std::path::Path;

use citation::{Lexicon, Name, Symbol, scan};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

#[path = "../../../tests/src/draft_prose.rs"]
#[expect(unreachable_pub, reason = "another crate exports it")]
mod draft_prose;

const SIZE: usize = 4_000_000;

fn main() {
    divan::main();
}

/// The titles and acronyms of the built-in catalogue, as many as a full lexicon has.
fn full_lexicon() -> Lexicon {
    let rows = include_str!("../../sources/data/catalogue.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1);
    let mut names = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let (title, short, acronyms) = (cells[1], cells[2], cells[3]);
        let spelt = std::iter::once(title)
            .chain(short.split('|'))
            .map(|name| (name, false));
        let all = spelt.chain(acronyms.split('|').map(|name| (name, true)));
        // As in the catalogue, a symbol is no name.
        let found = all.filter(|(name, _)| !name.is_empty() && Symbol::parse(name).is_none());
        names.extend(found.map(|(name, acronym)| Name {
            written: name.into(),
            title: title.into(),
            acronym,
        }));
    }
    Lexicon::new(names)
}

fn measure(bencher: Bencher<'_, '_>, text: &str, lexicon: &Lexicon) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| scan(black_box(text), lexicon));
}

fn prose() -> String {
    draft_prose::draft_prose(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), SIZE)
}

#[divan::bench]
fn draft_prose_with_names(bencher: Bencher<'_, '_>) {
    measure(bencher, &prose(), &full_lexicon());
}

#[divan::bench]
fn draft_prose_without_names(bencher: Bencher<'_, '_>) {
    measure(bencher, &prose(), &Lexicon::default());
}

#[divan::bench]
fn text_without_references(bencher: Bencher<'_, '_>) {
    let sentence =
        "States have the duty to protect the rights of everyone, whatever their status. ";
    measure(
        bencher,
        &sentence.repeat(SIZE / sentence.len()),
        &full_lexicon(),
    );
}

/// Texts of which every byte looks like the beginning of something.
const ADVERSARIAL: [&str; 12] = [
    "A/",
    "A/A A/",
    "1",
    "1/",
    "67/172, ",
    "CAPITALS ONLY ",
    "resolution ",
    "General Assembly resolution ",
    "paragraph 1 of ",
    "International Convention on the Protection of ",
    "“А” ",
    "a\n\n",
];

#[divan::bench(args = ADVERSARIAL)]
fn adversarial(bencher: Bencher<'_, '_>, piece: &str) {
    measure(bencher, &piece.repeat(SIZE / piece.len()), &full_lexicon());
}
