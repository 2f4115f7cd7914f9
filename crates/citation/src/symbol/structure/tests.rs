//! What symbols of every series say of their documents.

use super::*;

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap_or_else(|| panic!("{text} is no symbol"))
}

#[test]
fn suffixes_tell_the_history_of_a_document() {
    for (whole, added_to, base, kinds) in [
        ("A/71/53/Add.1/Corr.1", "A/71/53/Add.1", "A/71/53", "AC"),
        ("A/75/L.7/Rev.1/Add.1", "A/75/L.7/Rev.1", "A/75/L.7", "RA"),
        (
            "ST/AI/149/Rev.4/Amend.1",
            "ST/AI/149/Rev.4",
            "ST/AI/149",
            "RM",
        ),
        (
            "A/78/6 (Sect. 3)/Add.1",
            "A/78/6 (Sect. 3)",
            "A/78/6 (Sect. 3)",
            "A",
        ),
        ("A/520/Rev.21", "A/520", "A/520", "R"),
        ("A/RES/67/172/Corr.1", "A/RES/67/172", "A/RES/67/172", "C"),
        ("HRI/GEN/1/Rev.9", "HRI/GEN/1", "HRI/GEN/1", "R"),
        (
            "A/67/65/Corr.1-E/2012/48/Corr.1",
            "A/67/65-E/2012/48",
            "A/67/65-E/2012/48",
            "C",
        ),
        (
            "A/C.6/64/SR.1-28/Corrigendum",
            "A/C.6/64/SR.1-28",
            "A/C.6/64/SR.1-28",
            "C",
        ),
    ] {
        let whole = symbol(whole);
        assert_eq!(whole.adds_to(), Some(symbol(added_to)), "{whole}");
        assert_eq!(whole.base(), symbol(base), "{whole}");
        let letters: String = whole
            .suffixes()
            .map(|suffix| match suffix.kind {
                SuffixKind::Addendum => 'A',
                SuffixKind::Amendment => 'M',
                SuffixKind::Corrigendum => 'C',
                SuffixKind::Revision => 'R',
                SuffixKind::Extract => 'E',
            })
            .collect();
        assert_eq!(letters, kinds, "{whole}");
    }
    let plain = symbol("A/67/138");
    assert_eq!((plain.base(), plain.adds_to()), (plain.clone(), None));
    assert_eq!(
        symbol("A/RES/67/172/Corr.1")
            .base()
            .adopted()
            .unwrap()
            .number,
        172
    );
    let numbers: Vec<_> = symbol("A/80/L.1/Add.1-3")
        .suffixes()
        .map(|s| s.number.to_owned())
        .collect();
    assert_eq!(numbers, ["1-3"]);
}

#[test]
fn a_document_of_two_organs_has_two_symbols() {
    for (whole, halves) in [
        ("A/78/80-E/2023/64", vec!["A/78/80", "E/2023/64"]),
        (
            "A/67/65/Corr.1-E/2012/48/Corr.1",
            vec!["A/67/65/Corr.1", "E/2012/48/Corr.1"],
        ),
        (
            "CEDAW/C/GC/31-CRC/C/GC/18",
            vec!["CEDAW/C/GC/31", "CRC/C/GC/18"],
        ),
        (
            "A/70/95-S/2015/446-E/2015/10",
            vec!["A/70/95", "S/2015/446", "E/2015/10"],
        ),
        (
            "CCPR/C/140/D/3044/2017-3045/2017",
            vec!["CCPR/C/140/D/3044/2017-3045/2017"],
        ),
        ("A/RES/77/256 A-B", vec!["A/RES/77/256 A-B"]),
        ("A/S-12/32", vec!["A/S-12/32"]),
        ("UNEP/CBD/BS/COP-MOP/5/17", vec!["UNEP/CBD/BS/COP-MOP/5/17"]),
    ] {
        let found: Vec<_> = symbol(whole).issued_under().collect();
        assert_eq!(found, halves.into_iter().map(symbol).collect::<Vec<_>>());
    }
}

#[test]
fn sessions_and_years_are_told_from_running_numbers() {
    use Term::{Emergency, Session, Special, Year};
    for (text, term) in [
        ("A/67/138", Some(Session(67))),
        ("A/59/2005", Some(Session(59))),
        ("A/67/53/Add.1", Some(Session(67))),
        ("A/C.3/80/L.52", Some(Session(80))),
        ("A/HRC/17/31", Some(Session(17))),
        ("A/HRC/WG.6/7/IRN/2", Some(Session(7))),
        ("A/HRC/WGAD/2020/47", Some(Year(2020))),
        ("A/S-12/32", Some(Special(12))),
        ("A/ES-10/273/Corr.1", Some(Emergency(10))),
        ("A/RES/67/172", Some(Session(67))),
        ("A/RES/67/172/Corr.1", Some(Session(67))),
        ("S/RES/1325 (2000)", Some(Year(2000))),
        ("S/RES/1454", None),
        ("E/2005/23", Some(Year(2005))),
        ("E/CN.4/2005/131", Some(Year(2005))),
        ("S/2020/310", Some(Year(2020))),
        ("S/26063", None),
        ("A/8723/Rev.1", None),
        ("A/CONF.157/24", None),
        ("A/AC.105/1338", None),
        ("A/AC.109/2014/20/Rev.1", Some(Year(2014))),
        ("CCPR/C/106/D/1779/2008", Some(Session(106))),
        ("CCPR/C/79/Add.61", None),
        ("CMW/C/LBY/CO/1", None),
        ("E/C.12/55/D/2/2014", Some(Session(55))),
        ("ICCD/COP(15)/23/Add.1", Some(Session(15))),
        ("NPT/CONF.2010/50", Some(Year(2010))),
        ("A/78/80-E/2023/64", Some(Session(78))),
        ("ST/SGB/2013/4", Some(Year(2013))),
    ] {
        let symbol = symbol(text);
        assert_eq!(symbol.term(), term, "{text}");
        let year = match term {
            Some(Year(year)) => Some(year),
            _ => None,
        };
        assert_eq!(symbol.year(), year, "{text}");
    }
}

#[test]
fn series_leave_out_session_country_and_number() {
    for (text, series) in [
        ("A/RES/67/172", "A/RES"),
        ("A/RES/217 A (III)", "A/RES"),
        ("A/RES/S-10/2", "A/RES"),
        ("S/RES/1325 (2000)", "S/RES"),
        ("A/67/138", "A"),
        ("A/78/5 (Vol. I)", "A"),
        ("A/C.3/80/L.52/Rev.1", "A/C.3/L"),
        ("A/66/PV.85 (Resumption 1)", "A/PV"),
        ("A/HRC/17/31/Add.2", "A/HRC"),
        ("A/HRC/RES/35/17", "A/HRC/RES"),
        ("A/HRC/WG.6/7/IRN/2", "A/HRC/WG.6"),
        ("S/PV.9171", "S/PV"),
        ("S/2020/310", "S"),
        ("E/CN.4/2005/131", "E/CN.4"),
        ("E/CN.4/Sub.2/2000/46", "E/CN.4/Sub.2"),
        ("CMW/C/LBY/CO/1", "CMW/C/CO"),
        ("CMW/C/GC/2", "CMW/C/GC"),
        ("CCPR/C/106/D/1779/2008", "CCPR/C/D"),
        ("ST/SGB/2013/4", "ST/SGB"),
        ("FCCC/CP/2015/10/Add.1", "FCCC/CP"),
        ("ICCD/COP(15)/23", "ICCD/COP"),
        ("A/CONF.192/BMS/2022/1", "A/CONF.192/BMS"),
    ] {
        assert_eq!(symbol(text).series(), series, "{text}");
    }
}

#[test]
fn drafts_are_of_limited_distribution() {
    for (text, draft) in [
        ("A/C.3/80/L.52", true),
        ("A/80/L.1/Rev.1", true),
        ("A/C.4/L.685", true),
        ("A/HRC/61/L.41", true),
        ("A/RES/67/172", false),
        ("A/80/L.1-E/2025/L.2", true),
        ("LC/L.4321", false),
        ("A/67/138", false),
    ] {
        assert_eq!(symbol(text).is_draft(), draft, "{text}");
    }
}

#[test]
fn the_longest_beginning_that_names_a_body_tells_whose_document_it_is() {
    let issuer = |text| symbol(text).issuer();
    assert_eq!(issuer("A/C.3/67/L.40/Rev.1"), Some("Third Committee"));
    assert_eq!(issuer("A/67/299"), Some("General Assembly"));
    assert_eq!(
        issuer("E/CN.7/2009/12"),
        Some("Commission on Narcotic Drugs")
    );
    assert_eq!(issuer("UNEP/OzL.Pro.19/7"), None);
}
