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
        "A/DEC/74/547",
    ] {
        assert_eq!(judged(text), Judgement::Exists, "{text}");
    }
}

#[test]
fn what_no_fact_excludes_is_unknown() {
    for text in [
        // A maximum alone proves nothing.
        "A/RES/67/304",
        "A/RES/67/313",
        "A/RES/80/309",
        "A/RES/45/158",
        "A/RES/77/338",
        "A/RES/79/335",
        "A/RES/78/80",
        "A/RES/81/350",
        "A/RES/82/1",
        "A/DEC/62/546",
        "A/DEC/30/12",
        "A/RES/217 A (III)",
        "S/RES/2812 (2026)",
        "S/RES/2820",
        "E/CN.4/RES/2006/3",
        "S/PRST/2013/12",
        "A/HRC/RES/35/38",
        "A/HRC/RES/63/1",
        "A/HRC/DEC/55/117",
        "E/RES/1999/70",
        "E/RES/1985/110",
        "E/DEC/2001/321",
        "E/DEC/1985/189",
        "A/DEC/41/305",
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
    assert_impossible("A/RES/172/67", "no session 172", Some("A/RES/67/172"));
    assert_impossible(
        "A/RES/95/1",
        "opens only in September 2040",
        Some("A/RES/59/1"),
    );
    assert_impossible("A/RES/99/1", "opens only in September 2044", None);
    assert_impossible(
        "A/RES/83/1",
        "opens only in September 2028",
        Some("A/RES/38/1"),
    );
    assert_impossible("A/RES/171/77", "no session 171", Some("A/RES/77/171"));
    assert_impossible("A/RES/67/1720", "No session", Some("A/RES/67/172"));
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
fn resolutions_of_the_world_tourism_organization_are_no_errors() {
    for text in ["A/RES/707(XXII)", "A/RES/578(XVIII)", "A/RES/760 (XXV)"] {
        assert_eq!(
            judge(&symbol(text), january_2026()),
            Judgement::Unknown,
            "{text}"
        );
    }
    for text in ["A/RES/217 (VII)", "A/RES/707 (XVII)", "A/RES/377 (XXII)"] {
        let judged = judge(&symbol(text), january_2026());
        assert!(matches!(judged, Judgement::Impossible(_)), "{text}");
    }
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

/// Asserts that `text` is doubtful for a reason with `words`, and the first suggestion.
fn assert_doubtful(text: &str, words: &str, first: Option<&str>) {
    let Judgement::Doubtful(found) = judged(text) else {
        panic!("{text} is not doubtful: {:?}", judged(text));
    };
    assert!(found.reason.contains(words), "{text}: {}", found.reason);
    assert!(found.reason.ends_with('.'), "{text}: {}", found.reason);
    let suggested = found.suggestions.first();
    let suggested = suggested.map(|(symbol, _)| symbol.canonical());
    assert_eq!(suggested, first, "{text}: {:?}", found.suggestions);
}

#[test]
fn a_decision_may_be_meant_or_a_resolution() {
    assert_doubtful(
        "A/RES/75/511",
        "probably decision 75/511",
        Some("A/DEC/75/511"),
    );
    assert_doubtful("A/RES/74/537 B", "from 401 on", Some("A/DEC/74/537 B"));
    assert_doubtful("A/RES/67/404", "decision 67/404", Some("A/DEC/67/404"));
    assert_doubtful("A/DEC/67/172", "resolution 67/172", Some("A/RES/67/172"));
    assert_doubtful("A/HRC/DEC/35/17", "from 101 on", Some("A/HRC/RES/35/17"));
    assert_doubtful(
        "E/RES/2001/321",
        "decision 2001/321",
        Some("E/DEC/2001/321"),
    );
    assert_eq!(judged("A/RES/56/509"), Judgement::Exists);
    assert_eq!(judged("A/RES/67/172"), Judgement::Exists);
    assert_eq!(judged("A/DEC/75/545"), Judgement::Unknown);
}

#[test]
fn numbers_far_above_the_highest_known_are_doubtful() {
    assert_doubtful("A/RES/67/350", "session 67 is 303", None);
    assert_doubtful("A/RES/45/300", "session 45 is 266", None);
    // The exchange of two digits leads to a number that is known.
    assert_doubtful("A/RES/67/371", "session 67 is 303", None);
    assert_doubtful("A/RES/81/400", "more than 350 resolutions", None);
    assert_doubtful("E/RES/2015/95", "more than 80", None);
    assert_doubtful("E/RES/1985/130", "more than 120", None);
    assert_doubtful("E/DEC/2015/512", "none above 450", None);
    assert_doubtful("E/RES/1970/12", "since 1978", None);
}

#[test]
fn special_sessions_that_nobody_knows_are_doubtful() {
    assert_doubtful(
        "A/RES/S-33/1",
        "special session S-33",
        Some("A/HRC/RES/S-33/1"),
    );
    assert_doubtful("A/RES/ES-12/1", "special session ES-12", None);
    assert_doubtful("A/HRC/RES/66/172", "more than 60", Some("A/RES/66/172"));
    assert_eq!(judged("A/RES/S-5/1"), Judgement::Unknown);
}

#[test]
fn what_has_a_known_day_of_adoption_exists() {
    for text in ["A/RES/77/244", "A/RES/76/300", "A/RES/76/153"] {
        assert_eq!(judged(text), Judgement::Exists, "{text}");
    }
    let before = Date::new(2022, 7, 27).unwrap();
    assert_ne!(judge(&symbol("A/RES/76/300"), before), Judgement::Exists);
}

#[test]
fn other_documents_are_judged_by_their_session_and_committee() {
    assert_impossible("A/95/123", "September 2040", Some("A/59/123"));
    assert_impossible("A/87/18", "September 2032", Some("A/78/18"));
    assert_impossible("A/C.3/172/L.40", "no session 172", None);
    assert_impossible("A/C.7/67/L.1", "six Main Committees", None);
    assert_impossible("A/HRC/135/L.17", "no session 135", None);
    assert_doubtful(
        "A/RES/67/172/Rev.1",
        "only drafts have revisions",
        Some("A/RES/67/172"),
    );
    for text in [
        "A/67/299",
        "A/81/1",
        "A/C.3/67/L.40/Rev.1",
        "A/5217",
        "A/5217/Add.1",
        "A/520/Rev.15",
        "A/C.3/219",
        "A/C.1/L.1000",
        "A/CONF.157/23",
        "A/AC.105/1224",
        "A/HRC/59/49/Add.1",
        "A/HRC/S-17/2/Add.1",
        "A/RES/67/172/Corr.1",
        "S/2023/345",
        "CMW/C/GC/2",
    ] {
        assert_eq!(judged(text), Judgement::Unknown, "{text}");
    }
}

#[test]
fn what_was_adopted_after_the_draft_is_not_cited_in_it() {
    let on = |text: &str, day: &str| judge(&symbol(text), Date::parse_iso(day).unwrap());
    for (text, day) in [
        ("S/RES/2350 (2017)", "2012-03-01"),
        ("S/RES/2350", "2012-03-01"),
        ("A/HRC/RES/35/17", "2012-03-01"),
        ("A/RES/72/1", "2012-03-01"),
        ("E/RES/2017/18", "2012-03-01"),
    ] {
        assert!(matches!(on(text, day), Judgement::Impossible(_)), "{text}");
    }
    // A year's grace: a draft may carry the date of an earlier version.
    assert_eq!(on("S/RES/2350 (2017)", "2016-03-01"), Judgement::Exists);
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
                judge_date(&symbol, Date::new(2012, 12, 20).unwrap().into());
                of_date(&symbol, Date::new(2012, 12, 20).unwrap(), january_2026());
                adopted_around(&symbol);
                later_in_series(&symbol, january_2026());
            }
        }
    }
}
