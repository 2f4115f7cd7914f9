//! Errors planted beside references: what the tables contradict is found, once, and the right form stays
//! silent.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings};
use sources::{Catalogue, Sources};

fn findings(text: &str, sources: &dyn Sources) -> Vec<Finding> {
    let draft = Draft::new(text, Dialect::Markdown, sources.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, sources, today);
    rules::findings(&resolved, sources, &Settings::default())
}

fn codes(text: &str, sources: &dyn Sources) -> Vec<&'static str> {
    let found = findings(text, sources);
    found.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn references_that_the_tables_contradict_are_found_once() {
    for (text, code) in [
        (
            "General Assembly resolution 1325 (2000) is on women and peace.",
            "C009",
        ),
        (
            "Human Rights Council resolution 67/172 is on migrants.",
            "C009",
        ),
        (
            "Security Council resolution 1325 (2002) is on women and peace.",
            "C002",
        ),
        (
            "The Assembly adopted resolution A/C.3/78/L.40 by consensus.",
            "C008",
        ),
        (
            "See General Assembly resolution 67/172, paras. 14–12.",
            "C012",
        ),
        (
            "It answers General Assembly resolution A/RES/67/172 in full.",
            "C014",
        ),
        (
            "It answers UNGA resolution 67/172 of 20 December 2012 in full.",
            "C014",
        ),
        (
            "See Official Records of the General Assembly, Eightieth Session, Supplement No. 53 (A/79/53).",
            "C011",
        ),
        (
            "See Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 35 (A/79/53).",
            "C011",
        ),
    ] {
        assert_eq!(codes(text, &Catalogue), [code], "{text}");
    }
}

#[test]
fn a_number_alone_is_no_other_organs() {
    // Until 1975 the Assembly numbered through as the Council does, so both have a 1325.
    for number in [
        "181", "194", "217A", "377", "1325", "1514", "1540", "1541", "2131", "2250", "2625", "2758",
    ] {
        let text = format!("China recalled General Assembly resolution {number}.");
        assert!(!codes(&text, &Catalogue).contains(&"C009"), "{text}");
    }
}

#[test]
fn the_first_mention_is_written_out_in_one_finding() {
    let text = "Re. Resolution A/RES/67/172 on the protection of migrants\n\nThe report responds to \
                paragraph 15 of General Assembly resolution A/RES/67/172.";
    let found = findings(text, &Catalogue);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].message,
        "After “resolution” the number alone is enough. At first mention: “General Assembly resolution \
         67/172 of 20 December 2012”."
    );
}

#[test]
fn what_is_right_or_somebody_elses_stays_silent() {
    for text in [
        "Re. Resolution A/RES/67/172 on the protection of migrants",
        "Recalling Human Rights Council resolution 20/3 of 5 July 2012,",
        "Commission on Population and Development resolutions 2006/2 of 10 May 2006 and 2009/1 of 3 April 2009",
        "See the reports A/69/488/Add.2 and Corr.1 and A/67/457/Add.2 and Corr.1.",
        "The draft resolution A/C.3/78/L.40 was introduced by Mexico.",
        "The booklet has a picture on page 148, and another on pages 36-39.",
        "The campaign \"Buy Responsibly\" went on, and the theme “Measures to ensure respect for and protection of the human rights of all migrants” was discussed.",
        "See United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574.",
        "The paper is dated 23 October 2006. Original: English. It is of the NINETY-SECOND SESSION of the Council of the Organization.",
        "The Committee of the Parties adopted its recommendations CP(2012)4 and CP(2015)2.",
        "Headquarters: 17 route des Morillons, C.P. 71, CH-1211 Geneva 19, tel. +41.22.717 91 11",
        "The book Foundations of International Migration Law (2007) is in use, and so are the RC/RC guidelines.",
        "The Global Plan of Action against Trafficking in Persons DRAFT (19 July 2010) was read.",
        "POLICY BRIEF No. 5. Policy Brief No. 5 was read (7).",
        "Having regard to the instrument of ratification deposited by Switzerland on 17 December 2012;",
        "Add a new paragraph after preambular paragraph 1, and delete paragraph 3.",
        "The advisory opinions OC 16/99 of 1 October 1999 and OC-18/03 of 17 September 2003 were recalled.",
        "Recalling Commission on Population and Development resolutions 2006/2 of 10 May 2006 and 2009/1 of 3 April 2009, and its resolution 2013/1 of 26 April 2013,",
        "See general comment No. 2 of the Committee on Migrant Workers, para. 4.",
        "The list of issues on the report of the Philippines (CMW/C/PHL/2)* was adopted.",
        "The revised draft resolution is A/C.2/67/L.15/Rev.1.",
        "States took up the Global Compact for safe, orderly and regular migration, and companies the United Nations Global Compact.",
    ] {
        assert_eq!(codes(text, &Catalogue), [""; 0], "{text}");
    }
}
