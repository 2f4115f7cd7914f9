//! Slips and impossibilities that were printed or are typical, one a row, with what has to be said of each.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use citation::facts::{self, Judgement};
use citation::{Date, Form, Lexicon, Referent, Symbol, scan};

/// What has to be said.
enum Said {
    /// Mistyped; the symbol is offered first.
    Mistyped(&'static str),
    /// No slip in the sense of the grammar: read as the symbol.
    Reads(&'static str),
    /// Well-formed and impossible, for a reason with these words; the symbol is offered first, if any is.
    Impossible(&'static str, Option<&'static str>),
    /// Possible, and probably the decision.
    DecisionMeant(&'static str),
    /// Possible, and probably the text without its revision.
    Unrevised(&'static str),
    /// Possible, and nothing known against it.
    Unknown,
    /// The known date of adoption, or the days of the session, contradict this date.
    NotOn(&'static str),
    /// A matter of titles, prose, paragraphs or other families: tested where they are read.
    Elsewhere,
}

use Said::{DecisionMeant, Elsewhere, Impossible, Mistyped, NotOn, Reads, Unknown, Unrevised};

/// No names but those that the grammar knows.
static NAMELESS: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// Number of the row in the reference, what is typed, what has to be said.
const ROWS: [(u8, &str, Said); 101] = [
    (1, "A/HCR/53/26", Mistyped("A/HRC/53/26")),
    (2, "A/71/P.V.86", Mistyped("A/71/PV.86")),
    (2, "A/72/P.V.71", Mistyped("A/72/PV.71")),
    (3, "A/75/L49", Mistyped("A/75/L.49")),
    (4, "A/C.6/79.SR.37", Mistyped("A/C.6/79/SR.37")),
    (
        5,
        "ECE/NICOSIA.CONF/2022/2.Add.1",
        Mistyped("ECE/NICOSIA.CONF/2022/2/Add.1"),
    ),
    (6, "HRI/GEN/Rev.9", Mistyped("HRI/GEN/1/Rev.9")),
    (
        7,
        "CCPR/C/112/D1968/2010",
        Mistyped("CCPR/C/112/D/1968/2010"),
    ),
    (8, "CAT/C/18/39/1996", Mistyped("CAT/C/18/D/39/1996")),
    (9, "CAT/DZA/CO/3", Mistyped("CAT/C/DZA/CO/3")),
    (10, "CAT/C/CO/RUS/6", Mistyped("CAT/C/RUS/CO/6")),
    (
        11,
        "CCPR/C/93/D/1461,1462,1476&1477/2006",
        Reads("CCPR/C/93/D/1461,1462,1476&1477/2006"),
    ),
    (12, "CCPR/C/48/D/470/199", Mistyped("CCPR/C/48/D/470/1991")),
    (13, "CAT/C/DRC/CO/1/CRP.1", Reads("CAT/C/DRC/CO/1/CRP.1")),
    // Two symbols of one document in a list are as right as the double symbol.
    (14, "CRC/C/GC/22", Reads("CRC/C/GC/22")),
    (
        15,
        "CCPR/C/21/Rev.1/Add. 4",
        Mistyped("CCPR/C/21/Rev.1/Add.4"),
    ),
    (16, "A/73/747/ADD.1", Reads("A/73/747/Add.1")),
    (17, "S/12344/Rey.1", Mistyped("S/12344/Rev.1")),
    (18, "CCPR/C/3Z/D/Z1Z/1986", Mistyped("CCPR/C/32/D/212/1986")),
    (19, "E/CN.4/l983/55", Mistyped("E/CN.4/1983/55")),
    (20, "A/42/iO", Mistyped("A/42/10")),
    (21, "CCPR/C/SH.325", Mistyped("CCPR/C/SR.325")),
    (22, "A/DEC/74/547", Reads("A/DEC/74/547")),
    (23, "A/RES/52/20", Elsewhere),
    (
        24,
        "A/HRC/RES/Decision 35/101",
        Mistyped("A/HRC/DEC/35/101"),
    ),
    (25, "A/RES/75/511", DecisionMeant("A/DEC/75/511")),
    (
        26,
        "S/RES/2350(2015)",
        Impossible("2017", Some("S/RES/2350 (2017)")),
    ),
    (27, "A/RES/2625 (XXVV)", Mistyped("A/RES/2625 (XXV)")),
    (
        28,
        "A/RES/2145 (XXII)",
        Impossible("session XXI,", Some("A/RES/2145 (XXI)")),
    ),
    (
        29,
        "S/RES/274 (1959)",
        Impossible("1969", Some("S/RES/274 (1969)")),
    ),
    (
        30,
        "S/RES/434 (1973)",
        Impossible("1978", Some("S/RES/434 (1978)")),
    ),
    // The date of this resolution is not in the tables.
    (31, "S/RES/755 (1992)", Elsewhere),
    (32, "A/RES/72/256", NotOn("2107-12-24")),
    (33, "A/RES/70/202", NotOn("2025-12-22")),
    (34, "A/RES/78/69", NotOn("2024-12-05")),
    (35, "A/RES/75/311", NotOn("2021-07-31")),
    (36, "A/RES/74/54", NotOn("2019-12-19")),
    (37, "The Pact of the Future", Elsewhere),
    (38, "A/RES/67/404", DecisionMeant("A/DEC/67/404")),
    (39, "A/RES/81/400", Unknown),
    (40, "A/RES/95/1", Impossible("2040", Some("A/RES/59/1"))),
    (
        41,
        "A/RES/30/12",
        Impossible("Roman numerals", Some("A/HRC/RES/30/12")),
    ),
    (42, "A/RES/217/A", Mistyped("A/RES/217 A (III)")),
    (43, "A/RES/67-172", Mistyped("A/RES/67/172")),
    (43, "A/RES/67.172", Mistyped("A/RES/67/172")),
    (44, "A/RES/67 / 172", Mistyped("A/RES/67/172")),
    (44, "A/ RES/67/172", Mistyped("A/RES/67/172")),
    (45, "A\\RES\\67\\172", Mistyped("A/RES/67/172")),
    (46, "A RES 67 172", Mistyped("A/RES/67/172")),
    (47, "A/Res/67/172", Reads("A/RES/67/172")),
    (48, "A/RES/172/67", Impossible("172", Some("A/RES/67/172"))),
    (49, "A/67/RES/172", Mistyped("A/RES/67/172")),
    (50, "A/RES/2012/172", Mistyped("A/RES/67/172")),
    (51, "General Assembly resolution A/RES/67/172", Elsewhere),
    (52, "UNGA Res. 67/172", Elsewhere),
    (52, "UNGAR 67/172", Elsewhere),
    (53, "UNSCR 1325", Elsewhere),
    (54, "S/RES/1325/2000", Mistyped("S/RES/1325 (2000)")),
    (
        55,
        "S/RES/1325 (2002)",
        Impossible("2000", Some("S/RES/1325 (2000)")),
    ),
    (
        56,
        "S/RES/3125 (2000)",
        Impossible("3125", Some("S/RES/1325 (2000)")),
    ),
    (57, "S/PRST/13/2012", Mistyped("S/PRST/2012/13")),
    (58, "E/2005/CN.4/131", Mistyped("E/CN.4/2005/131")),
    (59, "A/C3/67/L.40", Mistyped("A/C.3/67/L.40")),
    (59, "A/C.3/67/L40", Mistyped("A/C.3/67/L.40")),
    (59, "A/C.3/L.40/67", Mistyped("A/C.3/67/L.40")),
    (59, "A/C3/67/L40", Mistyped("A/C.3/67/L.40")),
    (60, "A/C.3/67/L.40/Rev1", Mistyped("A/C.3/67/L.40/Rev.1")),
    (60, "A/C.3/67/L.40.Rev.1", Mistyped("A/C.3/67/L.40/Rev.1")),
    (60, "A/C.3/67/L.40Rev.1", Mistyped("A/C.3/67/L.40/Rev.1")),
    (60, "A/C.3/67/L.40 Rev.1", Mistyped("A/C.3/67/L.40/Rev.1")),
    (60, "A/C.3/67/L.40/REV.1", Reads("A/C.3/67/L.40/Rev.1")),
    (60, "A/C.3/67/L.40/Rev 1", Mistyped("A/C.3/67/L.40/Rev.1")),
    (61, "A/C.7/67/L.1", Impossible("six Main Committees", None)),
    (62, "A/HRC/35/RES/17", Mistyped("A/HRC/RES/35/17")),
    (63, "A/HRC/35/L17", Mistyped("A/HRC/35/L.17")),
    (63, "HRC/RES/35/17", Mistyped("A/HRC/RES/35/17")),
    (64, "CPRD/C/GC/6", Mistyped("CRPD/C/GC/6")),
    (64, "CMR/C/GC/2", Mistyped("CMW/C/GC/2")),
    (64, "CEADW/C/GC/26", Mistyped("CEDAW/C/GC/26")),
    (65, "A/RES/67/172/Rev.1", Unrevised("A/RES/67/172")),
    (66, "COM 2011/743", Elsewhere),
    (66, "COM/2011/743", Elsewhere),
    (66, "COM (2011)743 final", Elsewhere),
    (66, "52011PC0743", Elsewhere),
    (67, "ILO Convention 97 of 1947", Elsewhere),
    (67, "No. 143 (1957)", Elsewhere),
    (68, "CP 2012(4)", Elsewhere),
    (68, "CP/2012/4", Elsewhere),
    // Of two good answers the list around it prefers the second, A/RES/71/177.
    (69, "A/RES/171/77", Impossible("171", Some("A/RES/77/171"))),
    (70, "article 95 of the ICRMW", Elsewhere),
    (71, "paragraph 45 of resolution 78/31", Elsewhere),
    (72, "vol. 2022, No. 39481", Elsewhere),
    (73, "А/RES/67/172", Reads("A/RES/67/172")),
    (73, "A∕RES∕67∕172", Reads("A/RES/67/172")),
    (73, "Ａ／ＲＥＳ／６７／１７２", Reads("A/RES/67/172")),
    (74, "S/RES/\u{A0}1325 (2000)", Mistyped("S/RES/1325 (2000)")),
    (75, "A/RES/67/172, paras 15", Elsewhere),
    (75, "paragraphs 17-15", Elsewhere),
    // Further documents that no fact leaves room for.
    (0, "A/99/10", Impossible("2044", Some("A/9910"))),
    (0, "E/2052/23", Impossible("lies ahead", Some("E/2025/23"))),
    (
        0,
        "A/HRC/172/5",
        Impossible("session 172", Some("A/HRC/5/172")),
    ),
];

fn as_of() -> Date {
    Date::new(2026, 10, 31).unwrap()
}

/// The citation that covers `typed` whole in a sentence.
fn found(typed: &str) -> Option<Form> {
    let text = format!("The matter is taken up in {typed}, as the Committee noted.");
    let start = text.find(typed).unwrap();
    let token = start..start + typed.len();
    let citations = scan(&text, &NAMELESS);
    citations
        .into_iter()
        .find(|one| one.token == token)
        .map(|one| one.form)
}

fn symbol(typed: &str) -> Symbol {
    match found(typed) {
        Some(Form::Whole(Referent::Symbol(symbol))) => symbol,
        other => panic!("{typed} is read as {other:?}"),
    }
}

fn assert_said(row: u8, typed: &str, said: &Said) {
    match said {
        Mistyped(meant) => match found(typed) {
            Some(Form::Mistyped { corrections }) => {
                let (first, reason) = &corrections[0];
                assert_eq!(first.to_string(), *meant, "{row}: {typed}: {corrections:?}");
                assert!(!reason.is_empty());
                assert_eq!(Symbol::parse(typed), None, "{row}: {typed}");
            }
            other => panic!("{row}: {typed} is read as {other:?}"),
        },
        Reads(meant) => {
            assert_eq!(symbol(typed).canonical(), *meant, "{row}");
            let judged = facts::judge(&symbol(typed), as_of());
            assert!(
                !matches!(judged, Judgement::Impossible(_)),
                "{row}: {judged:?}"
            );
        }
        Impossible(words, first) => match facts::judge(&symbol(typed), as_of()) {
            Judgement::Impossible(impossible) => {
                let offered = impossible
                    .suggestions
                    .first()
                    .map(|(symbol, _)| symbol.canonical());
                assert!(
                    impossible.reason.contains(words),
                    "{row}: {typed}: {}",
                    impossible.reason
                );
                assert_eq!(
                    offered, *first,
                    "{row}: {typed}: {:?}",
                    impossible.suggestions
                );
            }
            judged => panic!("{row}: {typed}: {judged:?}"),
        },
        DecisionMeant(meant) | Unrevised(meant) => match facts::judge(&symbol(typed), as_of()) {
            Judgement::Doubtful(doubt) => {
                let first = doubt.suggestions.first().map(|(symbol, _)| symbol.clone());
                assert_eq!(first, Symbol::parse(meant), "{row}: {typed}");
            }
            judged => panic!("{row}: {typed}: {judged:?}"),
        },
        Unknown => {
            let judged = facts::judge(&symbol(typed), as_of());
            let is_possible = matches!(judged, Judgement::Unknown | Judgement::Doubtful(_));
            assert!(is_possible, "{row}: {judged:?}");
        }
        NotOn(stated) => {
            let symbol = symbol(typed);
            let stated = Date::parse_iso(stated).unwrap();
            let known = facts::adoption_date(&symbol).map(|known| known.date);
            let window = facts::adopted_within(&symbol);
            let contradicted = known.is_some_and(|known| known != stated)
                || window.is_some_and(|(first, last)| !(first..=last).contains(&stated));
            assert!(contradicted, "{row}: {typed}: {known:?}, {window:?}");
        }
        Elsewhere => {}
    }
}

#[test]
fn every_row_is_said() {
    for (row, typed, said) in &ROWS {
        assert_said(*row, typed, said);
    }
    let rows: Vec<u8> = (1..=75)
        .filter(|row| ROWS.iter().all(|(known, _, _)| known != row))
        .collect();
    assert!(rows.is_empty(), "without a test: {rows:?}");
}
