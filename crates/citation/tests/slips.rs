//! Slips of every kind in real symbols: found, with the symbol that was meant offered first.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use citation::{Form, Lexicon, Referent, Symbol, scan};

/// No names but those that the grammar knows.
static NAMELESS: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// A kind of slip and every way of making it in a symbol.
type Kind = (&'static str, fn(&str) -> Vec<String>);

const KINDS: [Kind; 17] = [
    ("full stop left out", |s| without_each(s, '.')),
    ("stop for stroke", |s| each_for(s, '/', ".")),
    ("hyphen for stroke", |s| each_for(s, '/', "-")),
    ("stroke left out", |s| without_each(s, '/')),
    ("stroke doubled", |s| each_for(s, '/', "//")),
    ("space behind a stroke", |s| each_for(s, '/', "/ ")),
    ("space before a stroke", |s| each_for(s, '/', " /")),
    ("space around a stroke", |s| each_for(s, '/', " / ")),
    ("space behind a full stop", |s| each_for(s, '.', ". ")),
    ("strokes leaning back", |s| vec![s.replace('/', "\\")]),
    ("lower case", |s| vec![s.to_ascii_lowercase()]),
    ("components swapped", components_swapped),
    ("letters swapped", letters_swapped),
    ("letters for digits", letters_for_digits),
    ("committee left out", |s| {
        (s.contains("/C/"))
            .then(|| s.replacen("/C/", "/", 1))
            .into_iter()
            .collect()
    }),
    ("organ left out", organ_left_out),
    ("suffix in another form", suffix_forms),
];

fn without_each(symbol: &str, mark: char) -> Vec<String> {
    each_for(symbol, mark, "")
}

/// Each `mark` in turn put for `other`.
fn each_for(symbol: &str, mark: char, other: &str) -> Vec<String> {
    symbol
        .match_indices(mark)
        .map(|(at, _)| format!("{}{other}{}", &symbol[..at], &symbol[at + 1..]))
        .collect()
}

fn components_swapped(symbol: &str) -> Vec<String> {
    let parts: Vec<&str> = symbol.split('/').collect();
    (1..parts.len())
        .map(|at| {
            let mut parts = parts.clone();
            parts.swap(at - 1, at);
            parts.join("/")
        })
        .collect()
}

fn letters_swapped(symbol: &str) -> Vec<String> {
    let bytes = symbol.as_bytes();
    (1..bytes.len())
        .filter(|at| bytes[at - 1].is_ascii_alphabetic() && bytes[*at].is_ascii_alphabetic())
        .map(|at| {
            let mut bytes = bytes.to_vec();
            bytes.swap(at - 1, at);
            String::from_utf8(bytes).unwrap()
        })
        .collect()
}

fn letters_for_digits(symbol: &str) -> Vec<String> {
    let mut found = each_for(symbol, '0', "O");
    found.extend(each_for(symbol, '1', "l"));
    found.extend(each_for(symbol, '1', "I"));
    found
}

/// Only a principal organ, and only where a letter begins what is left: a bare number, and the words that
/// other series have in second place, have other readings.
fn organ_left_out(symbol: &str) -> Vec<String> {
    let Some((organ, rest)) = symbol.split_once('/') else {
        return Vec::new();
    };
    let lettered = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    (organ.len() == 1 && lettered)
        .then(|| rest.to_owned())
        .into_iter()
        .collect()
}

fn suffix_forms(symbol: &str) -> Vec<String> {
    let mut found = Vec::new();
    for stem in ["Rev", "Add", "Corr", "Amend"] {
        let right = format!("/{stem}.");
        for (at, _) in symbol.match_indices(&right) {
            let (head, tail) = (&symbol[..at], &symbol[at + right.len()..]);
            let upper = stem.to_ascii_uppercase();
            let lower = stem.to_ascii_lowercase();
            for form in [
                format!("/{stem}"),
                format!("/{stem}. "),
                format!("/{upper} "),
                format!("/{stem} "),
                format!(".{stem}."),
                format!(" {stem}."),
                format!(" {stem} "),
                format!("{stem}."),
                format!("-{stem}."),
                format!("/{lower}"),
                format!("/{upper}"),
            ] {
                found.push(format!("{head}{form}{tail}"));
            }
        }
    }
    found
}

/// What the scan makes of `written` in a sentence: the meaning of the citation that covers it whole.
fn meaning(written: &str) -> Option<Symbol> {
    let text = format!("The matter is taken up in {written}, as the Committee noted.");
    let start = text.find(written).unwrap();
    let found = scan(&text, &NAMELESS);
    let whole = found
        .into_iter()
        .find(|one| one.token.start == start && one.token.end == start + written.len())?;
    match whole.form {
        Form::Mistyped { corrections } => corrections.first()?.0.symbol().cloned(),
        Form::Whole(Referent::Symbol(symbol)) => Some(symbol),
        _ => None,
    }
}

/// Makes every slip in every symbol of `table`, prints what was not mended, and asserts the share that was.
fn assert_mended(table: &str, percent: usize) {
    let symbols = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.strip_suffix(", chap. 1").unwrap_or(line));
    let mut tally: BTreeMap<&str, Tally> = BTreeMap::new();
    for written in symbols {
        // The forms of other organizations are tables of their own.
        let Some(meant) = Symbol::parse(written) else {
            continue;
        };
        for (kind, slips) in KINDS {
            let tally = tally.entry(kind).or_default();
            for slip in slips(written) {
                if Symbol::parse(&slip).is_some_and(|other| other != meant) {
                    tally.legal += 1;
                    continue;
                }
                let found = meaning(&slip);
                if found.as_ref() == Some(&meant) {
                    tally.mended += 1;
                } else {
                    let found = found.map_or_else(|| "nothing".into(), |one| one.to_string());
                    tally.lost.push(format!("{slip} → {found} (meant {meant})"));
                }
            }
        }
    }
    let (mut mended, mut all) = (0, 0);
    for (
        kind,
        Tally {
            mended: right,
            legal,
            lost,
        },
    ) in &tally
    {
        let of = right + lost.len();
        println!("{kind}: {right} of {of} mended, {legal} are other symbols");
        for one in lost {
            println!("  {one}");
        }
        mended += right;
        all += of;
    }
    println!("{mended} of {all} slips mended");
    assert!(mended * 100 >= all * percent, "{mended} of {all}");
}

/// What became of the slips of one kind.
#[derive(Default)]
struct Tally {
    mended: usize,
    /// Slips that are other symbols, of which nobody can say that they are slips.
    legal: usize,
    lost: Vec<String>,
}

#[test]
fn slips_in_real_symbols_are_mended() {
    assert_mended(include_str!("data/symbols.txt"), 97);
}

#[test]
fn slips_in_further_series_are_mended() {
    assert_mended(include_str!("data/series.txt"), 96);
}
