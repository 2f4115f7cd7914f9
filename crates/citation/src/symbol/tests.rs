//! Round trips and refusals of [`Symbol::parse`].

use super::*;
use crate::Roman;

fn canonical(text: &str) -> Option<String> {
    Symbol::parse(text).map(|symbol| symbol.to_string())
}

#[test]
fn forms_of_every_organ_keep_their_canonical_form() {
    for text in [
        "A/RES/67/172",
        "A/RES/217 A (III)",
        "A/RES/1514 (XV)",
        "A/RES/S-10/2",
        "A/RES/ES-10/17",
        "A/RES/3362 (S-VII)",
        "A/RES/71/101 A",
        "A/RES/77/256 A-B",
        "A/DEC/68/505",
        "A/C.3/67/L.40/Rev.1",
        "LC/G.2681-P/Rev.3",
        "LC/PUB.2021/5-P",
        "WFP/EB.A/2022/5-A",
        "TRADE/CEFACT/2009/10E",
        "A/75/L.7/Rev.1/Add.1",
        "A/78/80-E/2023/64",
        "A/67/65/Corr.1-E/2012/48/Corr.1",
        "A/48/486-S/26560",
        "A/520/Rev.21",
        "A/ES-10/273/Corr.1",
        "A/S-12/32",
        "A/AC.109/2014/20/Rev.1",
        "A/CONF.157/PC/42/Add.6",
        "A/HRC/RES/35/17",
        "A/HRC/RES/S-30/1",
        "A/HRC/WG.6/7/IRN/2",
        "A/81/6 (Sect. 24)",
        "A/78/6 (Sect. 3)/Add.1",
        "NPT/CONF.1995/32 (Part I)/Corr.2",
        "S/RES/1325 (2000)",
        "S/RES/1454",
        "S/PRST/2013/12",
        "S/PV.9171",
        "S/96/Rev.7",
        "E/RES/2018/14",
        "E/RES/1818 (LV)",
        "E/CN.4/RES/2005/47",
        "E/CN.4/2006/73/Add.2",
        "E/C.12/GC/26",
        "ECE/TRANS/WP.30/AC.2/125",
        "CMW/C/PHL/QPR/2",
        "CCPR/C/106/D/1779/2008/Rev.1",
        "CCPR/C/140/D/3044/2017-3045/2017",
        "CCPR/C/93/D/1461,1462,1476&1477/2006",
        "CEDAW/C/GC/31-CRC/C/GC/18",
        "UNEP/EA.5/Res.14",
        "ICCD/COP(15)/23/Add.1",
        "CCW/CONF.VI/11",
        "ST/SGB/2013/4/Amend.1",
    ] {
        assert_eq!(canonical(text).as_deref(), Some(text));
    }
}

#[test]
fn variants_of_case_spacing_and_look_alikes_are_one_symbol() {
    for (written, meant) in [
        ("A/Res/67/172", "A/RES/67/172"),
        ("a/res/67/172", "A/RES/67/172"),
        ("A/RES/67/172*", "A/RES/67/172"),
        ("А/RES/67/172", "A/RES/67/172"),
        ("A∕RES∕67∕172", "A/RES/67/172"),
        ("Ａ／ＲＥＳ／６７／１７２", "A/RES/67/172"),
        ("A/RES/217(III)", "A/RES/217 (III)"),
        ("A/RES/32/40B", "A/RES/32/40 B"),
        ("S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("A/73/747/ADD.1", "A/73/747/Add.1"),
        ("A/78/80–E/2023/64", "A/78/80-E/2023/64"),
        ("A/RES/757 (ΧΧΧΙΧ)", "A/RES/757 (XXXIX)"),
        ("A/77/PV.56(resumption)", "A/77/PV.56 (Resumption)"),
    ] {
        assert_eq!(canonical(written).as_deref(), Some(meant), "{written}");
    }
}

#[test]
fn what_the_grammar_does_not_know_is_refused() {
    for text in [
        "and/or",
        "HIV/AIDS",
        "TCP/IP",
        "km/h",
        "A/B",
        "S/he",
        "A/H1N1",
        "UN/EDIFACT",
        "A/HCR/53/26",
        "A/71/P.V.86",
        "A/75/L49",
        "A/C.6/79.SR.37",
        "CAT/DZA/CO/3",
        "A/RES/67-172",
        "A/RES/67.172",
        "A/67/RES/172",
        "A/RES/2012/172",
        "S/RES/1325/2000",
        "HRC/RES/35/17",
        "CPRD/C/GC/6",
        "A/RES/67/",
        "A/RES",
        "",
        "/",
    ] {
        assert_eq!(canonical(text), None, "{text}");
    }
}

#[test]
fn an_annex_in_small_letters_is_no_part_of_a_symbol() {
    let read = |text: &str| canonical(text);
    assert_eq!(read("A/60/7 (Annex)").as_deref(), Some("A/60/7 (Annex)"));
    assert_eq!(read("A/60/7 (annex)"), None);
}

#[test]
fn the_adopted_number_is_read() {
    let symbol = Symbol::parse("A/RES/217 A (III)").unwrap();
    let adopted = symbol.adopted().unwrap();
    assert_eq!(adopted.number, 217);
    assert_eq!(adopted.part.as_deref(), Some("A"));
    assert_eq!(adopted.term, Term::RomanSession(Roman::new(3).unwrap()));
    assert_eq!(adopted.in_prose(), "217 A (III)");
    let council = Symbol::parse("A/HRC/RES/35/17").unwrap();
    assert_eq!(
        council.adopted().unwrap().body.name(),
        Some("Human Rights Council")
    );
    assert_eq!(Symbol::parse("A/C.3/67/L.40").unwrap().adopted(), None);
}

#[test]
fn addresses_are_those_of_the_document_site() {
    let address = |text: &str| Symbol::parse(text).unwrap().address("en");
    assert_eq!(
        address("A/RES/67/172"),
        "https://docs.un.org/en/A/RES/67/172"
    );
    assert_eq!(
        address("S/RES/1325 (2000)"),
        "https://docs.un.org/en/S/RES/1325(2000)"
    );
}

#[test]
fn a_year_in_parentheses_is_four_figures_and_nothing_else() {
    for text in [
        "S/RES/81(18LV)",
        "S/RES/81 (19 5)",
        "S/RES/81 (0195)",
        "S/RES/81 (1 9X)",
        "E/RES/81(18LV)",
        "A/RES/81(18LV)",
        "T/RES/81 (2LVI)",
    ] {
        assert_eq!(canonical(text), None, "{text}");
    }
    assert_eq!(
        canonical("S/RES/81 (1 950)").as_deref(),
        Some("S/RES/81 (1950)")
    );
}

#[test]
fn a_numeral_written_small_is_no_country() {
    for written in ["E/CN.4/2001/297/iii", "E/CN.4/2001/297/III"] {
        assert_eq!(Symbol::parse(written), None, "{written}");
    }
}

#[test]
fn the_letter_of_an_issue_is_read_alike_where_a_line_ends_behind_it() {
    for (one_line, two_lines) in [
        ("CD/181-R/79/7", "CD/181-R\n/79/7"),
        ("CD/181-R/Rev.1", "CD/181-R\r\n/Rev.1"),
    ] {
        assert_eq!(canonical(one_line), canonical(two_lines), "{two_lines:?}");
    }
    assert_eq!(
        canonical("CD/181-R\n/Rev.1").as_deref(),
        Some("CD/181-R/Rev.1")
    );
}
