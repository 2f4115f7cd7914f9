//! Short ways to write "resolution", and numbers with a figure wrong.

use super::{finds, read};

#[test]
fn courts_write_resolutions_with_full_stops() {
    finds(
        "G.A. Res. 217A (III), U.N. GAOR; S.C. Res. 1325 (2000); E.S.C. Res. 663C (XXIV)",
        &[
            "217A (III) = A/RES/217 A (III)",
            "1325 (2000) = S/RES/1325 (2000)",
            "663C (XXIV) = E/RES/663 C (XXIV)",
        ],
    );
}

#[test]
fn the_word_may_be_shortened_behind_the_name_of_an_organ() {
    finds(
        "General Assembly Res. 73/195, Security Council Res. 2240 (2015) and ECOSOC res. 1996/31",
        &[
            "73/195 = A/RES/73/195",
            "2240 (2015) = S/RES/2240 (2015)",
            "1996/31 = E/RES/1996/31",
        ],
    );
}

#[test]
fn any_body_named_before_may_have_its_resolution_shortened() {
    finds(
        "(pursuant to Council res. 1996/31) and Commission on Human Rights res. 2004/1",
        &["1996/31 = ?", "2004/1 = E/CN.4/RES/2004/1"],
    );
    for silent in ["screen res. 1920/1080", "the high res 40/34 image"] {
        finds(silent, &[]);
    }
}

#[test]
fn the_word_may_be_shortened_where_a_reference_is_expected() {
    finds(
        "see OP 12 of res. 79/169, OP 5 (h) of res 77/176 and res. 2625 (XXV)",
        &[
            "79/169 = A/RES/79/169 [para. 12]",
            "77/176 = A/RES/77/176 [para. 5 (h)]",
            "2625 (XXV) = A/RES/2625 (XXV)",
        ],
    );
    finds("see res. 1996/31", &["1996/31 = ?"]);
    for silent in [
        "a photo of res. 300 dpi",
        "with low res 40/34",
        "full-res. 40/34",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_number_behind_the_acronym_of_an_organ_is_a_resolution() {
    finds(
        "UNGA 70/1, UNSC 2331 (2016) & 2388, ECOSOC 2006/2 and HRC 47/12",
        &[
            "70/1 = A/RES/70/1",
            "2331 (2016) = S/RES/2331 (2016)",
            "2388 = S/RES/2388",
            "2006/2 = E/RES/2006/2",
            "47/12 = A/HRC/RES/47/12",
        ],
    );
    finds("UNSC 1325", &["1325 = S/RES/1325"]);
    finds(
        "from UNEA 5/14, CSW 60/2 and CND 64/3",
        &[
            "5/14 = United Nations Environment Assembly",
            "60/2 = E/CN.6/RES/60/2",
            "64/3 = E/CN.7/RES/64/3",
        ],
    );
    for silent in [
        "at HRC 50/51 and UNGA 78/79",
        "at CSW 60/61, UNEA 5/6 and CND 66/67",
        "ECOSOC 2006/07",
        "ECOSOC 2022/324",
        "UNSC 2016",
        "UNSC 15",
        "HRC 54 in 2023",
        "UNGA 2024/25",
        "the UNGA 9/11 debate",
        "UNGA 24/7 coverage",
        "UNGA 193/193",
        "HRC 54/56 sessions",
        "UNHRC 22/917",
        "The Human Rights Committee (HRC), in HRC 104/3 and HRC 16/18, noted",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn numbers_of_the_council_may_stand_in_parentheses() {
    finds(
        "the WPS resolutions (1325, 1820 and 2493) and others",
        &["1325 = ?", "1820 = ?", "2493 = ?"],
    );
    finds(
        "the WPS resolutions (1325, 1889, 1960, 2106 and 2122)",
        &["1325 = ?", "1889 = ?", "1960 = ?", "2106 = ?", "2122 = ?"],
    );
    for silent in [
        "all resolutions (15, 20 and 30 pages)",
        "resolutions (1325 votes)",
        "new resolutions (2016, 2017 and 2018)",
        "the resolution (1325) of it",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn statements_of_the_president_may_be_shortened() {
    finds(
        "statement of the Human Rights Council PRST 19/1",
        &["19/1 = A/HRC/PRST/19/1"],
    );
}

#[test]
fn short_ways_to_write_resolution_open_a_list() {
    finds(
        "UNSCRs 1820 (2008) and 1888 (2009); HRC Res 35/17",
        &[
            "1820 (2008) = S/RES/1820 (2008)",
            "1888 (2009) = S/RES/1888 (2009)",
            "35/17 = A/HRC/RES/35/17",
        ],
    );
}

#[test]
fn a_year_or_session_that_is_none_is_mended_from_the_number() {
    finds(
        "Security Council resolution 1325 (200) and resolution 1325 (20000).",
        &[
            "1325 (200) = mistyped, S/RES/1325 (2000)",
            "1325 (20000) = mistyped, S/RES/1325 (2000)",
        ],
    );
    finds(
        "its resolution 2625 (XXVX) of 24 October 1970",
        &["2625 (XXVX) = mistyped, A/RES/2625 (XXV) {1970-10-24}"],
    );
    // A figure behind a number of another body, or far from the year, says nothing.
    for silent in [
        "Parliamentary Assembly resolution 1325 (200)",
        "decision 1325 (200)",
        "resolution 1325 (42)",
        "resolution 1325 (MIX)",
    ] {
        let found = read(silent);
        assert!(
            !found.iter().any(|one| one.contains("mistyped")),
            "{found:?}"
        );
    }
}

#[test]
fn a_letter_stands_for_a_figure_in_a_number_behind_its_word() {
    for (text, wanted) in [
        (
            "resolution 7O/1 of 25 September 2015",
            "7O/1 = mistyped, A/RES/70/1 {2015-09-25}",
        ),
        (
            "General Assembly resolutions 8O/218, on",
            "8O/218 = mistyped, A/RES/80/218",
        ),
        (
            "resolution 6l/295 of the General Assembly",
            "6l/295 = mistyped, A/RES/61/295",
        ),
        (
            "Security Council resolution l325 (2000) on peace",
            "l325 (2000) = mistyped, S/RES/1325 (2000)",
        ),
        (
            "its resolution 1325 (2O00), on peace",
            "1325 (2O00) = mistyped, S/RES/1325 (2000)",
        ),
    ] {
        finds(text, &[wanted]);
    }
    finds(
        "Security Council resolutions 1820 (2008) and l888 (2009)",
        &[
            "1820 (2008) = S/RES/1820 (2008)",
            "l888 (2009) = mistyped, S/RES/1888 (2009)",
        ],
    );
    for silent in [
        "resolution 7O/1 of the Parliament of Latvia",
        "Parliamentary Assembly resolution l325 (2000)",
        "resolution l325 (2001)",
        "decision 7O/1",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn the_year_of_a_resolution_of_the_council_stands_in_parentheses() {
    finds(
        "UNSC Resolutions 1325/2000 and 2242/2015, UNSCR 1820/2008",
        &[
            "1325/2000 = mistyped, S/RES/1325 (2000)",
            "2242/2015 = mistyped, S/RES/2242 (2015)",
            "1820/2008 = mistyped, S/RES/1820 (2008)",
        ],
    );
    for silent in [
        "Regulation 1325/2000",
        "resolution 1325/2001",
        "decision 1325/2000",
        "Parliamentary Assembly resolution 1325/2000",
        "resolution 1373/2001 of the Parliament of Latvia",
        "resolution 1373/2001 by the City of Graz",
    ] {
        finds(silent, &[]);
    }
    finds(
        "resolution 1373/2001 of the Security Council",
        &["1373/2001 = mistyped, S/RES/1373 (2001)"],
    );
    // The numbers of sessions, with footnotes' figures behind them.
    finds(
        "By its resolution 71/1949 of 20 December 2016",
        &["71/194 = A/RES/71/194 {2016-12-20}"],
    );
}

#[test]
fn a_number_with_a_figure_too_many_is_one() {
    finds(
        "Security Council resolution 13225 (2000)",
        &["13225 (2000) = S/RES/13225 (2000)"],
    );
    finds("resolution of 13225 (200) votes", &[]);
}

#[test]
fn the_running_number_of_the_assembly_tells_its_session() {
    finds(
        "UN General Assembly Resolution 2758 and GA Res. 2625, UN GAOR, 25th Sess.; resolution 194 of the General \
         Assembly; General Assembly resolution 217A",
        &[
            "2758 = A/RES/2758 (XXVI)",
            "2625 = A/RES/2625 (XXV)",
            "194 = A/RES/194 (III)",
            "217A = A/RES/217 A (III)",
        ],
    );
    finds(
        "General Assembly resolutions 194 (III), 302 (IV) and 2758 and 1514",
        &[
            "194 (III) = A/RES/194 (III)",
            "302 (IV) = A/RES/302 (IV)",
            "2758 = A/RES/2758 (XXVI)",
            "1514 = A/RES/1514 (XV)",
        ],
    );
    for (counted, first) in [
        ("resolution 70/1, 193 Member States committed", "70/1"),
        ("resolution ES-11/1, 141 Member States condemned", "ES-11/1"),
        ("resolutions 60/251 and 115 speakers", "60/251"),
        ("resolution 71/256, 167 countries", "71/256"),
    ] {
        finds(
            &format!("In General Assembly {counted}"),
            &[&format!("{first} = A/RES/{first}")],
        );
    }
    for silent in [
        "General Assembly resolution 1000M euros",
        "by General Assembly resolution 193 Member States committed",
        "the General Assembly resolution 2006 that began it",
        "General Assembly resolution 70",
        "General Assembly resolution 3999",
        "General Assembly decision 194",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_number_may_stand_in_brackets_or_parentheses() {
    finds(
        "resolutions [64/292, 68/157] of the General Assembly; it adopted a resolution (77/247) requesting an opinion",
        &[
            "64/292 = A/RES/64/292",
            "68/157 = A/RES/68/157",
            "77/247 = A/RES/77/247",
        ],
    );
    for silent in [
        "a resolution (1920/1080)",
        "pictures at a resolution (64/512)",
        "the decision (24/7)",
        "The resolution (68/0) was adopted.",
        "The resolution (68/12) was put to the vote and carried.",
        "The decision (51/12) was carried by vote.",
        "the decision (51/12)",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_number_of_the_security_council_may_stand_alone_behind_the_short_word() {
    finds(
        "How can paras. 11 and 12 of res. 2417 be made to work?",
        &["2417 = ? [paras. 11 and 12]"],
    );
    for silent in ["High res. 2417", "pictures in high res 2400 dpi"] {
        finds(silent, &[]);
    }
}
