//! What must stay silent: real symbols and real texts have no mistyped and no impossible symbol, and what
//! only looks like one is none.
//!
//! Real texts are read from the folder named by `PENHOLDER_DATA`, or a `shared/data` beside the checkout;
//! skipped, with a printed line, where neither is there.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use citation::facts::{self, Judgement};
use citation::{Citation, Date, Form, Lexicon, Referent, Symbol, scan};

/// No names but those that the grammar knows.
static NAMELESS: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// Misprints that stand in the texts, with what is offered first. No document of the Security Council has
/// its number before the year.
const MISPRINTS_IN_TEXTS: [(&str, &str); 1] = [("S/1906/2020", "S/2020/1906")];

/// Rows of the catalogue that are misprinted, with what is offered first.
const MISPRINTS_IN_CATALOGUE: [(&str, &str); 9] = [
    ("A/HRC/RES/Decision 35/101", "A/HRC/DEC/35/101"),
    // Reports of 1972 and 1973, which had running numbers: A/8718, A/9018.
    ("A/87/18", "A/78/18"),
    ("A/90/18", "A/9018"),
    ("CCPR/C/21/Rev.1./Add.9", "CCPR/C/21/Rev.1/Add.9"),
    ("CCPR/C/21/Rev.1/Add. 11", "CCPR/C/21/Rev.1/Add.11"),
    ("CCPR/C/21/Rev.1/Add. 12", "CCPR/C/21/Rev.1/Add.12"),
    // One joint comment under two symbols.
    ("CEDAW/C/GC/31/CRC/C/GC/18", "CEDAW/C/GC/31-CRC/C/GC/18"),
    (
        "ECE/NICOSIA.CONF/2022/2.Add.1",
        "ECE/NICOSIA.CONF/2022/2/Add.1",
    ),
    // Resolution 2350 is of 2017.
    ("S/RES/2350(2015)", "S/RES/2350 (2017)"),
];

/// Texts set aside to measure accuracy on.
const SET_ASIDE: [&str; 23] = [
    "A_RES_78_305",
    "A_RES_78_102",
    "A_RES_78_115",
    "A_RES_78_113",
    "A_RES_78_244",
    "A_RES_78_53",
    "A_RES_78_111",
    "A_RES_78_85",
    "A_RES_78_7",
    "A_RES_78_252",
    "A_RES_78_214",
    "A_RES_78_17",
    "A_RES_78_293",
    "A_RES_78_62",
    "A_RES_78_297",
    "A_RES_78_143",
    "A_RES_78_78",
    "A_RES_78_52",
    "A_RES_78_202",
    "A_RES_78_72",
    "A_RES_78_228",
    "A_RES_78_189",
    "A_RES_78_190",
];
const SET_ASIDE_TOO: &str = "GC_CMW_GC2_migrant_workers";

fn data() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = ["../../../shared/data", "../../../../shared/data"].map(|path| here.join(path));
    let named = std::env::var_os("PENHOLDER_DATA").map(PathBuf::from);
    let found = named
        .into_iter()
        .chain(beside)
        .find(|folder| folder.is_dir());
    if found.is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no data beside the checkout; PENHOLDER_DATA may name its folder"
        );
    }
    found
}

fn as_of() -> Date {
    Date::new(2026, 10, 31).unwrap()
}

/// What is said against a citation, and the symbol offered first.
fn objection(citation: &Citation) -> Option<(String, Option<Symbol>)> {
    match &citation.form {
        Form::Mistyped { corrections } => {
            let (symbol, reason) = corrections.first()?;
            Some((reason.to_string(), symbol.symbol().cloned()))
        }
        Form::Whole(Referent::Symbol(symbol)) => match facts::judge(symbol, as_of()) {
            Judgement::Impossible(found) => {
                let first = found.suggestions.first().map(|(symbol, _)| symbol.clone());
                Some((found.reason, first))
            }
            Judgement::Doubtful(_) | Judgement::Unknown | Judgement::Exists => None,
        },
        _ => None,
    }
}

/// Every objection in `text` that is not one of `misprints`, in words.
fn objections(text: &str, misprints: &[(&str, &str)]) -> Vec<String> {
    scan(text, &NAMELESS)
        .iter()
        .filter_map(|citation| {
            let (reason, first) = objection(citation)?;
            let token = &text[citation.token.clone()];
            let offered = first.map(|symbol| symbol.to_string()).unwrap_or_default();
            let known = misprints.contains(&(token, offered.as_str()));
            (!known).then(|| format!("{token:?} → {offered}: {reason}"))
        })
        .collect()
}

#[test]
fn real_texts_are_silent() {
    let Some(data) = data() else { return };
    let mut read = 0;
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(data.join("texts")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if SET_ASIDE.contains(&stem.as_str()) || stem == SET_ASIDE_TOO {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        read += 1;
        let found = objections(&text, &MISPRINTS_IN_TEXTS);
        wrong.extend(found.into_iter().map(|one| format!("{stem}: {one}")));
    }
    println!("{read} texts");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn real_symbols_are_silent() {
    let Some(data) = data() else { return };
    let mut table = csv::Reader::from_path(data.join("facts/symbol-catalogue.csv")).unwrap();
    let mut rows = 0;
    let mut wrong = Vec::new();
    for row in table.records().map(Result::unwrap) {
        let symbol = &row[0];
        rows += 1;
        for context in [
            "§",
            "The matter is taken up in §, as the Committee noted.",
            "(§)",
        ] {
            let text = context.replace('§', symbol);
            wrong.extend(objections(&text, &MISPRINTS_IN_CATALOGUE));
        }
    }
    println!("{rows} rows");
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn symbols_in_use_are_not_called_mistyped() {
    let symbols = include_str!("data/in-use.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut all, mut whole) = (0, 0);
    let mut wrong = Vec::new();
    for symbol in symbols {
        let text = format!("The report was issued as document {symbol} and is quoted below.");
        let found = scan(&text, &NAMELESS);
        all += 1;
        whole += usize::from(found.iter().any(|one| text[one.token.clone()] == *symbol));
        let mistyped = found
            .iter()
            .filter(|one| matches!(one.form, Form::Mistyped { .. }));
        wrong.extend(mistyped.map(|one| format!("{symbol}: {:?}", one.form)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        whole * 100 >= all * 94,
        "{whole} of {all} are read to their end"
    );
}

#[test]
fn what_only_looks_like_a_symbol_is_silent() {
    let texts = include_str!("data/near-misses.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut wrong = Vec::new();
    for text in texts {
        for context in ["§", "In the table, § is given twice.", "(§)"] {
            let text = context.replace('§', text);
            let found = scan(&text, &NAMELESS);
            // Other organizations' documents are read by families of their own.
            let symbols = found.iter().filter(|one| {
                let symbol = matches!(one.form, Form::Whole(Referent::Symbol(_)));
                symbol || matches!(one.form, Form::Mistyped { .. })
            });
            wrong.extend(symbols.map(|one| format!("{text:?}: {:?}", one.form)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
