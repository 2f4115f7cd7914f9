//! Slips and what they are mended to.

use super::*;

fn best(written: &str) -> Option<String> {
    corrections(written)
        .first()
        .map(|(symbol, _)| symbol.to_string())
}

#[test]
fn slips_of_official_texts_are_mended() {
    for (written, meant) in [
        ("A/HCR/53/26", "A/HRC/53/26"),
        ("A/71/P.V.86", "A/71/PV.86"),
        ("A/75/L49", "A/75/L.49"),
        ("A/C.6/79.SR.37", "A/C.6/79/SR.37"),
        (
            "ECE/NICOSIA.CONF/2022/2.Add.1",
            "ECE/NICOSIA.CONF/2022/2/Add.1",
        ),
        ("CCPR/C/112/D1968/2010", "CCPR/C/112/D/1968/2010"),
        ("CAT/DZA/CO/3", "CAT/C/DZA/CO/3"),
        ("S/12344/Rey.1", "S/12344/Rev.1"),
        ("CCPR/C/3Z/D/Z1Z/1986", "CCPR/C/32/D/212/1986"),
        ("E/CN.4/l983/55", "E/CN.4/1983/55"),
        ("A/42/iO", "A/42/10"),
        ("A/RES/67-172", "A/RES/67/172"),
        ("A/RES/67.172", "A/RES/67/172"),
        ("A/RES/67 / 172", "A/RES/67/172"),
        ("A/67/RES/172", "A/RES/67/172"),
        ("S/RES/1325/2000", "S/RES/1325 (2000)"),
        ("S/PRST/13/2012", "S/PRST/2012/13"),
        ("E/2005/CN.4/131", "E/CN.4/2005/131"),
        ("A/C.3/L.40/67", "A/C.3/67/L.40"),
        ("A/C3/67/L.40", "A/C.3/67/L.40"),
        ("A/C.3/67/L40", "A/C.3/67/L.40"),
        ("A/C.3/67/L/40", "A/C.3/67/L.40"),
        ("CCPR/C/SR/1205", "CCPR/C/SR.1205"),
        ("A/67/100/Add/1", "A/67/100/Add.1"),
        ("A/C.3/67/L.40/Rev1", "A/C.3/67/L.40/Rev.1"),
        ("A/C.3/67/L.40.Rev.1", "A/C.3/67/L.40/Rev.1"),
        ("A/C.3/67/L.40Rev.1", "A/C.3/67/L.40/Rev.1"),
        ("A/HRC/35/RES/17", "A/HRC/RES/35/17"),
        ("HRC/RES/35/17", "A/HRC/RES/35/17"),
        ("CPRD/C/GC/6", "CRPD/C/GC/6"),
        ("CEADW/C/GC/26", "CEDAW/C/GC/26"),
    ] {
        assert_eq!(
            Symbol::parse(written).map(|s| s.to_string()),
            None,
            "{written} is no symbol"
        );
        assert_eq!(best(written).as_deref(), Some(meant), "{written}");
    }
}

#[test]
fn what_is_no_symbol_stays_one() {
    for written in [
        "TCP/IP/4",
        "C/106/54",
        "A/79/BX/4471",
        "A/2021/QX/15634",
        "CRC/RED/5",
        "CAT/RED/12/5",
        "WHO/2019/nCoV",
        "ICC/ASP/7",
        "B/2",
        "A/B/3",
        // Words of bodies that no table lists.
        "S/AC.25/2014/MEMO.1",
        "A/HRC/IGWG.1/1",
        "NPT/CONF.2000/QC.I/1",
        "CEDAW/PSWG/2011/II/CRP.1",
    ] {
        assert_eq!(best(written), None, "{written}");
    }
}

#[test]
fn the_slip_is_said_in_words() {
    for (written, meant, reason) in [
        ("A/HCR/53/26", "A/HRC/53/26", "letters swapped: A/HRC"),
        (
            "S/PRST/13/2012",
            "S/PRST/2012/13",
            "13 and 2012 look swapped",
        ),
        (
            "E/C.12/11/2002",
            "E/C.12/2002/11",
            "11 and 2002 look swapped",
        ),
        ("A/67/RES/172", "A/RES/67/172", "“RES” comes before “67”"),
        (
            "UNGA/RES/67/172",
            "A/RES/67/172",
            "the symbols of the organ begin with A",
        ),
        (
            "HRC/RES/35/17",
            "A/HRC/RES/35/17",
            "the organ is missing: A/HRC",
        ),
        ("S/12344/Rey.1", "S/12344/Rev.1", "one letter wrong: Rev.1"),
        (
            "S/RES/1325 (200)",
            "S/RES/1325 (2000)",
            "resolution 1325 was adopted in 2000",
        ),
        (
            "A/RES/2625/XXV",
            "A/RES/2625 (XXV)",
            "the session stands in parentheses behind the number",
        ),
        (
            "A\\C3\\67\\L.40",
            "A/C.3/67/L.40",
            "strokes lean the wrong way; a full stop is missing before the number",
        ),
        (
            "A/C3/67/L.4O",
            "A/C.3/67/L.40",
            "a full stop is missing before the number; a letter stands where a digit belongs",
        ),
    ] {
        let found = corrections(written);
        let first = found
            .first()
            .map(|(symbol, reason)| (symbol.canonical(), reason.as_str()));
        assert_eq!(first, Some((meant, reason)), "{written}");
    }
}

#[test]
fn equally_good_answers_are_all_offered() {
    let offered = |written: &str| -> Vec<String> {
        corrections(written)
            .into_iter()
            .map(|(symbol, _)| symbol.to_string())
            .collect()
    };
    assert_eq!(
        offered("A/RES/2012/172"),
        ["A/RES/67/172", "E/RES/2012/172"]
    );
    assert_eq!(
        offered("A/C.5/80/INF1"),
        ["A/C.5/80/INF.1", "A/C.5/80/INF/1"]
    );
    assert_eq!(offered("A/RES/701"), ["A/RES/701 (VII)", "A/RES/70/1"]);
    assert_eq!(offered("CN.9/2019/5"), ["E/CN.9/2019/5", "A/CN.9/2019/5"]);
}

#[test]
fn a_symbol_as_it_stands_is_not_corrected() {
    for written in [
        "A/RES/67/172",
        "S/RES/1325(2000)",
        "a/res/67/172",
        "WHA77.4",
        "A/RES/172/67",
    ] {
        assert_eq!(corrections(written), [], "{written}");
    }
}

#[test]
fn what_the_documents_of_a_body_begin_with_is_not_corrected() {
    for body in ["S/AC.51", "A/AC.105", "E/CN.15", "E/C.12", "A/CONF.62"] {
        assert_eq!(corrections(body), [], "{body}");
    }
    assert!(!corrections("A/RES/67.172").is_empty());
}
