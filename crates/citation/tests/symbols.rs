//! Real symbols of every series: read, printed, read again, and found in sentences.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use citation::{Citation, Form, Lexicon, Referent, Symbol, scan};

/// No names but those that the grammar knows.
static NAMELESS: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// Symbols as printed whose canonical form differs, beside the spaces before a parenthesis or a part.
const OTHER_FORMS: [(&str, &str); 3] = [
    (
        "A/C.6/64/SR.1–28/Corrigendum",
        "A/C.6/64/SR.1-28/Corrigendum",
    ),
    ("A/54/38/Rev.1, chap. 1", "A/54/38/Rev.1"),
    ("A/77/PV.56(resumption)", "A/77/PV.56 (Resumption)"),
];

/// Examples of other organizations, whose forms are tables of families, and what they name.
const OTHER_ORGANIZATIONS: [(&str, &str); 6] = [
    ("WHA77.4", "World Health Assembly: WHA77.4"),
    (
        "GC(69)/RES/9",
        "General Conference of the International Atomic Energy Agency: GC(69)/RES/9",
    ),
    ("GB.342/Decisions", "GB.342/Decisions"),
    ("C 2013/20", "C 2013/20"),
    ("41C/53", "41 C/53"),
    ("Assembly/AU/Dec.729(XXXII)", "Assembly/AU/Dec.729(XXXII)"),
];

/// Sentences that cite `§`.
const CONTEXTS: [&str; 12] = [
    "The matter is taken up in §, as the Committee noted.",
    "The report (§) was before the Committee.",
    "See §, para. 14, and the annex.",
    "§",
    "1 See §.",
    "Recalling document §; noting with concern the findings,",
    "as set out in “§” and elsewhere",
    "documents A/79/850, § and E/2022/31 were issued",
    "the note by the Secretariat\n§\nwas issued on Monday",
    "| § | report |",
    "*[§](https://example.org/12)*",
    "Title of the report: §.\n\nThe next paragraph begins here.",
];

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn examples() -> impl Iterator<Item = &'static str> {
    let other = |written: &&str| OTHER_ORGANIZATIONS.iter().any(|(own, _)| own == written);
    lines(include_str!("data/symbols.txt")).filter(move |written| !other(written))
}

fn forms() -> impl Iterator<Item = &'static str> {
    lines(include_str!("data/series.txt"))
}

fn canonical(written: &str) -> String {
    let symbol = Symbol::parse(written).unwrap_or_else(|| panic!("{written} is no symbol"));
    let again = Symbol::parse(symbol.canonical());
    assert_eq!(again.as_ref(), Some(&symbol), "{written}");
    assert_eq!(again.unwrap().adopted(), symbol.adopted(), "{written}");
    symbol.to_string()
}

fn named(citation: &Citation) -> Option<&Symbol> {
    match &citation.form {
        Form::Whole(Referent::Symbol(symbol)) => Some(symbol),
        _ => None,
    }
}

#[test]
fn real_symbols_are_read_and_keep_their_form() {
    for written in examples() {
        let other = OTHER_FORMS.iter().find(|(printed, _)| *printed == written);
        let canonical = canonical(written);
        match other {
            Some((_, meant)) => assert_eq!(canonical, *meant),
            None => assert_eq!(canonical.replace(' ', ""), written.replace(' ', "")),
        }
    }
}

#[test]
fn forms_of_further_series_are_canonical() {
    for written in forms() {
        assert_eq!(canonical(written), written);
    }
}

#[test]
fn real_symbols_are_found_in_sentences() {
    for written in examples().chain(forms()) {
        let symbol = Symbol::parse(written).unwrap();
        let token = written.strip_suffix(", chap. 1").unwrap_or(written);
        for context in CONTEXTS {
            let text = context.replace('§', written);
            let found = scan(&text, &NAMELESS);
            let hits: Vec<_> = found
                .iter()
                .filter(|citation| named(citation) == Some(&symbol))
                .map(|citation| &text[citation.token.clone()])
                .collect();
            assert_eq!(hits, [token], "{text:?}");
            let others = usize::from(context.contains("A/79/850")) * 2;
            assert_eq!(found.len(), 1 + others, "{text:?}: {found:#?}");
        }
    }
}

#[test]
fn every_symbol_tells_its_history() {
    for written in examples().chain(forms()) {
        let symbol = Symbol::parse(written).unwrap();
        let base = symbol.base();
        assert_eq!(base.suffixes().count(), 0, "{symbol}");
        assert_eq!(base.base(), base, "{symbol}");
        let mut last = symbol.clone();
        for _ in 0..symbol.suffixes().count() {
            last = last.adds_to().unwrap();
        }
        assert_eq!(last, base, "{symbol}");
        let halves: Vec<_> = symbol.issued_under().map(|half| half.to_string()).collect();
        assert_eq!(halves.join("-"), symbol.canonical());
        assert!(symbol.series().starts_with(symbol.prefix()), "{symbol}");
    }
}

#[test]
fn documents_of_other_organizations_are_found_in_sentences() {
    for (written, named) in OTHER_ORGANIZATIONS {
        for context in CONTEXTS {
            // Documents of the Food and Agriculture Organization are such only near its name.
            let text = context.replace('§', written);
            let text = format!("Food and Agriculture Organization of the United Nations: {text}");
            let found = scan(&text, &NAMELESS);
            let hits: Vec<_> = found
                .iter()
                .filter(|one| matches!(&one.form, Form::Whole(other) if other.to_string() == named))
                .map(|one| &text[one.token.clone()])
                .collect();
            assert_eq!(hits, [written], "{text:?}: {found:#?}");
        }
    }
}
