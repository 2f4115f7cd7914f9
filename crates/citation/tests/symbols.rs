//! Real symbols of every series: read, printed and read again.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::{Lexicon, Referent, Symbol, scan};

/// Forms of other organizations that write no strokes or begin without letters, and a symbol with a chapter.
const OTHERS: [&str; 7] = [
    "A/54/38/Rev.1, chap. 1",
    "WHA77.4",
    "GC(69)/RES/9",
    "GB.342/Decisions",
    "C 2013/20",
    "41C/53",
    "Assembly/AU/Dec.729(XXXII)",
];

fn symbols() -> impl Iterator<Item = &'static str> {
    include_str!("data/symbols.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

#[test]
fn real_symbols_are_read_and_keep_their_form() {
    let mut refused = Vec::new();
    for written in symbols() {
        match Symbol::parse(written) {
            None => refused.push(written),
            Some(symbol) => {
                assert_eq!(Symbol::parse(symbol.canonical()), Some(symbol), "{written}");
            }
        }
    }
    assert_eq!(refused, OTHERS);
}

#[test]
fn real_symbols_are_found_in_a_sentence() {
    for written in symbols().filter(|written| !OTHERS.contains(written)) {
        let text = format!("The matter is taken up in {written}, as the Committee noted.");
        let found = scan(&text, &Lexicon::default());
        let named: Vec<_> = found
            .iter()
            .filter_map(|citation| match &citation.form {
                citation::Form::Whole(Referent::Symbol(symbol)) => Some(symbol.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(named, [Symbol::parse(written).unwrap()], "{written}");
    }
}
