//! What is impossible, what exists, what stays unknown, and what is suggested instead.

use super::*;
use crate::{Act, Term};

/// Asserts that `text` is impossible for a reason with `words`, and the first suggestion.
fn assert_impossible(text: &str, words: &str, first: Option<&str>) {
    assert_judged_impossible(&symbol(text), words, first);
}

fn assert_judged_impossible(symbol: &Symbol, words: &str, first: Option<&str>) {
    let Judgement::Impossible(found) = judge(symbol, january_2026()) else {
        panic!("{symbol} is not impossible");
    };
    assert!(found.reason.contains(words), "{symbol}: {}", found.reason);
    assert!(found.reason.ends_with('.'), "{symbol}: {}", found.reason);
    let suggested = found.suggestions.first();
    let suggested = suggested.map(|(symbol, _)| symbol.canonical());
    assert_eq!(suggested, first, "{symbol}: {:?}", found.suggestions);
}

/// An adopted number in a form that the grammar of symbols need not read.
fn unread(body: &str, act: Act, term: Term, number: u32) -> Symbol {
    Symbol::of(Adopted {
        body: Body::new(body),
        act,
        term,
        number,
        part: None,
    })
}

#[test]
fn real_texts_exist() {
    for text in [
        "A/RES/67/172",
        "A/RES/67/303",
        "A/RES/65/316",
        "A/RES/56/509",
        "A/RES/57/338",
        "A/RES/78/217",
        "A/RES/80/218",
        "A/RES/2625 (XXV)",
        "A/RES/2145 (XXI)",
        "A/RES/377 A (V)",
        "A/RES/3362 (S-VII)",
        "A/RES/1474 (ES-IV)",
        "A/RES/S-10/2",
        "A/RES/ES-10/17",
        "S/RES/1325 (2000)",
        "S/RES/1325",
        "S/RES/2350 (2017)",
        "S/RES/1 (1946)",
        "S/RES/2811 (2025)",
        "A/HRC/RES/35/17",
        "A/HRC/RES/S-30/1",
        "A/HRC/DEC/16/118",
        "A/HRC/PRST/60/1",
    ] {
        assert_eq!(judged(text), Judgement::Exists, "{text}");
    }
}

#[test]
fn what_no_fact_excludes_is_unknown() {
    for text in [
        // A decision may be meant; a maximum alone proves nothing.
        "A/RES/67/404",
        "A/RES/75/511",
        "A/RES/67/304",
        "A/RES/45/158",
        "A/RES/77/338",
        "A/RES/79/335",
        "A/RES/78/80",
        "A/RES/81/400",
        "A/RES/82/1",
        "A/DEC/74/547",
        "A/DEC/30/12",
        "A/RES/S-33/1",
        "A/RES/217 A (III)",
        "S/RES/2812 (2026)",
        "S/RES/2820",
        "S/PRST/2013/12",
        "A/HRC/RES/35/38",
        "A/HRC/RES/63/1",
        "A/HRC/DEC/55/117",
        "E/RES/1999/400",
        "E/RES/2027/1",
        "E/RES/1818 (LV)",
        "E/CN.4/RES/2005/47",
        "T/RES/1864 (XXXIII)",
        "A/C.3/67/L.40/Rev.1",
        "A/71/PV.86",
        "CMW/C/GC/3-CRC/C/GC/22",
    ] {
        assert_eq!(judged(text), Judgement::Unknown, "{text}");
    }
}

#[test]
fn general_assembly_sessions_that_cannot_be() {
    assert_impossible(
        "A/RES/172/67",
        "67 and 172 look swapped",
        Some("A/RES/67/172"),
    );
    assert_impossible("A/RES/95/1", "opens only in September 2040", None);
    assert_impossible("A/RES/83/1", "opens only in September 2028", None);
    assert_impossible("A/RES/171/77", "far in the future", Some("A/RES/77/171"));
    assert_impossible("A/RES/67/1720", "No session", None);
    assert_impossible("A/RES/67/712", "No session", Some("A/RES/67/172"));
    assert_impossible("A/RES/30/12", "Roman", Some("A/HRC/RES/30/12"));
    assert_impossible("A/RES/30/3379", "Roman", Some("A/RES/3379 (XXX)"));
    assert_impossible("A/RES/67/0", "begin with 1", None);
}

#[test]
fn the_assembly_numbers_by_session_not_by_year() {
    let by_year = unread("A", Act::Resolution, Term::Year(2012), 172);
    assert_judged_impossible(&by_year, "by session", Some("A/RES/67/172"));
}

#[test]
fn a_digit_across_the_stroke_is_suggested_too() {
    let Judgement::Impossible(found) = judged("A/RES/171/77") else {
        panic!("171/77 is impossible");
    };
    let second = &found.suggestions[1];
    assert_eq!(second.0.canonical(), "A/RES/71/177");
    assert!(second.1.contains("across the stroke"));
}

#[test]
fn the_draft_date_decides_which_sessions_have_opened() {
    let cited = symbol("A/RES/67/172");
    let on = |text| judge(&cited, Date::parse_iso(text).unwrap());
    assert!(matches!(on("2010-06-01"), Judgement::Impossible(_)));
    assert_eq!(on("2011-06-01"), Judgement::Exists);
}

#[test]
fn roman_sessions_that_do_not_fit_the_number() {
    assert_impossible(
        "A/RES/2145 (XXII)",
        "adopted at session XXI, not at session XXII",
        Some("A/RES/2145 (XXI)"),
    );
    assert_impossible("A/RES/700 (VIII)", "session VII,", Some("A/RES/700 (VII)"));
    assert_impossible("A/RES/1234 (XXXIV)", "Arabic", Some("A/RES/1234 (XII)"));
    assert_impossible("A/RES/4000 (XXX)", "3541", None);
    assert_impossible("A/RES/3500 (S-X)", "S-10/1", Some("A/RES/3500 (XXX)"));
    // Session VI ends at 608, but its first number is from memory.
    assert_eq!(judged("A/RES/500 (V)"), Judgement::Unknown);
}

#[test]
fn security_council_years_that_do_not_fit_the_number() {
    assert_impossible(
        "S/RES/1325 (2002)",
        "Security Council resolution 1325 was adopted in 2000, not in 2002.",
        Some("S/RES/1325 (2000)"),
    );
    assert_impossible("S/RES/2350(2015)", "in 2017", Some("S/RES/2350 (2017)"));
    assert_impossible("S/RES/274 (1959)", "in 1969", Some("S/RES/274 (1969)"));
    assert_impossible("S/RES/434 (1973)", "in 1978", Some("S/RES/434 (1978)"));
    assert_impossible(
        "S/RES/3125 (2000)",
        "1285 to 1334",
        Some("S/RES/1325 (2000)"),
    );
    let exchanged = unread("S", Act::Resolution, Term::Session(1325), 2000);
    assert_judged_impossible(&exchanged, "in parentheses", Some("S/RES/1325 (2000)"));
    assert_impossible("S/RES/9999", "far beyond", None);
    let exchanged = unread("S", Act::PresidentialStatement, Term::Session(13), 2012);
    assert_judged_impossible(&exchanged, "year before", Some("S/PRST/2012/13"));
    assert_impossible("S/PRST/1985/3", "since 1994", None);
    // The turn of 2001 to 2002 is from memory, that of 1969 to 1970 is not.
    assert_eq!(judged("S/RES/1388 (2001)"), Judgement::Unknown);
    assert_impossible("S/RES/276 (1969)", "in 1970", Some("S/RES/276 (1970)"));
}

#[test]
fn human_rights_bodies() {
    assert_impossible(
        "A/HRC/RES/35/101",
        "closed with resolution 35",
        Some("A/HRC/DEC/35/101"),
    );
    assert_impossible(
        "A/HRC/RES/17/35",
        "closed with resolution 25",
        Some("A/HRC/RES/35/17"),
    );
    assert_impossible("A/HRC/RES/170/3", "no session 170", Some("A/HRC/RES/17/3"));
    assert_impossible("E/CN.4/RES/2007/1", "ended in 2006", None);
    assert_impossible("E/RES/2028/1", "ahead of this draft", None);
}

#[test]
fn a_decision_may_be_meant() {
    let meant = |text: &str| decision_meant(&symbol(text)).map(|symbol| symbol.to_string());
    assert_eq!(meant("A/RES/75/511").as_deref(), Some("A/DEC/75/511"));
    assert_eq!(meant("A/RES/74/537 B").as_deref(), Some("A/DEC/74/537 B"));
    assert_eq!(meant("A/RES/56/509"), None);
    assert_eq!(meant("A/RES/67/172"), None);
    assert_eq!(meant("A/DEC/75/511"), None);
}

#[test]
fn no_number_overflows() {
    let far = [0, 1, 9, 600, 65_535, 65_536, u32::MAX];
    let terms = |n: u16| {
        let roman = crate::Roman::new(n).map(Term::RomanSession);
        [
            Term::Session(n),
            Term::Special(n),
            Term::Emergency(n),
            Term::Year(n),
            roman.unwrap_or(Term::Unstated),
        ]
    };
    for body in ["A", "S", "E", "A/HRC", "E/CN.4", "T"] {
        for term in [0, 1, 30, 31, 399, 9_999, u16::MAX]
            .into_iter()
            .flat_map(terms)
        {
            for number in far {
                let symbol = unread(body, Act::Resolution, term, number);
                for as_of in [Date::new(0, 1, 1).unwrap(), Date::new(9999, 1, 1).unwrap()] {
                    judge(&symbol, as_of);
                }
                adoption_date(&symbol);
                adopted_within(&symbol);
                decision_meant(&symbol);
            }
        }
    }
}

#[test]
fn parts_have_dates_of_their_own() {
    assert_eq!(date("A/RES/78/217").as_deref(), Some("2023-12-19"));
    assert_eq!(date("A/RES/67/172").as_deref(), Some("2012-12-20"));
    assert_eq!(date("A/RES/74/232 B").as_deref(), Some("2020-08-11"));
    assert_eq!(date("A/RES/74/232"), None);
    // Part B of 78/242 was adopted half a year after part A.
    assert_eq!(date("A/RES/78/242"), None);
    assert_eq!(date("A/RES/78/242 B").as_deref(), Some("2024-06-28"));
    assert_eq!(date("A/RES/78/242 A-B"), None);
    assert_eq!(date("A/RES/67/172 A"), None);
    assert_eq!(date("A/DEC/74/537 B").as_deref(), Some("2020-08-11"));
    assert_eq!(date("A/RES/74/537 B"), None);
    assert_eq!(date("A/RES/2625 (XXV)").as_deref(), Some("1970-10-24"));
    assert_eq!(date("S/RES/1325").as_deref(), Some("2000-10-31"));
    assert_eq!(date("S/RES/1325 (2002)"), None);
    assert_eq!(date("E/RES/1980/67").as_deref(), Some("1980-07-25"));
    assert_eq!(date("A/HRC/RES/35/17"), None);
}

#[test]
fn printed_slips_are_not_taken_for_dates() {
    // 20 (1947) is cut from 520 (1982), 755 (1992) misprinted for 775 (1992).
    assert_eq!(date("S/RES/20 (1947)"), None);
    assert_eq!(date("S/RES/755 (1992)"), None);
    // Copied from text to text: 74/45 was not adopted a week after its neighbours.
    assert_eq!(date("A/RES/74/45"), None);
    // Numbers of other bodies that look like the Economic and Social Council's.
    for text in [
        "2006/2", "2009/1", "2013/1", "1998/72", "2004/16", "2005/74", "1989/13", "1993/51",
        "1993/75", "1993/215", "1995/201", "1999/103", "2000/22", "2005/5", "2023/7", "2006/7",
    ] {
        assert_eq!(date(&format!("E/RES/{text}")), None, "{text}");
    }
}

#[test]
fn sessions_bound_the_dates() {
    let within =
        |text: &str| adopted_within(&symbol(text)).map(|(first, last)| format!("{first} {last}"));
    assert_eq!(
        within("A/RES/67/172").as_deref(),
        Some("2012-09-01 2013-09-30")
    );
    assert_eq!(
        within("A/RES/1514 (XV)").as_deref(),
        Some("1960-01-01 1961-12-31")
    );
    assert_eq!(
        within("A/RES/S-10/2").as_deref(),
        Some("1978-05-23 1978-06-30")
    );
    assert_eq!(
        within("S/RES/1325").as_deref(),
        Some("2000-01-01 2000-12-31")
    );
    assert_eq!(within("S/RES/1388"), None);
    assert_eq!(
        within("A/HRC/RES/35/17").as_deref(),
        Some("2017-06-22 2017-06-23")
    );
    assert_eq!(
        within("E/RES/2026/2").as_deref(),
        Some("2025-07-01 2026-12-31")
    );
    assert_eq!(within("A/67/L.1"), None);
}

#[test]
fn treaties_end_with_their_last_article() {
    let migrants = "International Convention on the Protection of the Rights of All Migrant \
                    Workers and Members of Their Families";
    assert_eq!(treaty_articles(migrants), Some(93));
    assert_eq!(
        treaty_articles("the Convention on the Rights of the Child"),
        Some(54)
    );
    assert_eq!(
        treaty_articles("International Covenant on Economic Social and Cultural Rights"),
        Some(31)
    );
    assert_eq!(treaty_articles("Convention on Something Else"), None);
}
