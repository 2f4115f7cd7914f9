//! Days of adoption, what bounds them, and what a stated date is worth against them.

use super::*;
use crate::WrittenDate;

/// What the tables say of a date beside a number, in words.
fn judged_date(text: &str, stated: &str) -> String {
    let stated = match stated.len() {
        4 => WrittenDate::Year(stated.parse().unwrap()),
        _ => Date::parse_iso(stated).unwrap().into(),
    };
    let basis = |basis: DateBasis| match basis {
        DateBasis::Document => "document".to_owned(),
        DateBasis::Catalogue => "catalogue".to_owned(),
        DateBasis::Meeting => "meeting".to_owned(),
        DateBasis::Session => "session".to_owned(),
        DateBasis::SessionDays => "days of the session".to_owned(),
        DateBasis::Texts(texts) => format!("{texts} texts"),
        DateBasis::Neighbours(below, above) => {
            let number = |n: Option<u32>| n.map_or("-".to_owned(), |n| n.to_string());
            format!("between {} and {}", number(below), number(above))
        }
    };
    match judge_date(&symbol(text), stated) {
        DateJudgement::Unknown => "unknown".into(),
        DateJudgement::Agrees(by) => format!("agrees: {}", basis(by)),
        DateJudgement::Contradicts(right, by) => format!("{right}: {}", basis(by)),
        DateJudgement::Outside(first, last, by) => format!("{first} to {last}: {}", basis(by)),
        DateJudgement::NoSuchDay(right) => format!("no such day, {right:?}"),
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
    assert_eq!(date("A/HRC/RES/35/17").as_deref(), Some("2017-06-22"));
    assert_eq!(date("A/RES/ES-11/1").as_deref(), Some("2022-03-02"));
    assert_eq!(date("A/DEC/78/558").as_deref(), Some("2024-08-01"));
}

#[test]
fn printed_slips_are_not_taken_for_dates() {
    // 20 (1947) is cut from 520 (1982), 755 (1992) of August misprinted for 775 (1992).
    assert_eq!(date("S/RES/20 (1947)"), None);
    assert_eq!(date("S/RES/755 (1992)").as_deref(), Some("1992-05-20"));
    // The rarer of two dates is the one that the numbers around it allow.
    assert_eq!(date("A/RES/75/313").as_deref(), Some("2021-07-29"));
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
fn a_date_is_contradicted_by_the_document_the_session_the_numbers_around_it_or_enough_texts() {
    for (text, stated, says) in [
        ("A/RES/78/69", "2024-12-05", "2023-12-05: document"),
        ("A/RES/79/211", "2024-12-23", "2024-12-19: document"),
        ("A/RES/67/172", "2011", "2012-12-20: document"),
        ("A/DEC/78/558", "2024-07-31", "2024-08-01: meeting"),
        ("A/RES/72/256", "2107-12-24", "2017-12-24: session"),
        ("A/RES/70/202", "2025-12-22", "2015-12-22: session"),
        (
            "A/RES/55/56",
            "2001-12-01",
            "2000-09-01 to 2001-09-30: session",
        ),
        (
            "A/HRC/RES/35/16",
            "2017-06-12",
            "2017-06-22 to 2017-06-23: days of the session",
        ),
        (
            "A/HRC/RES/35/16",
            "2018-06-22",
            "2017-06-22 to 2017-06-23: session",
        ),
        ("S/RES/1325 (2000)", "2001-10-31", "2000-10-31: session"),
        ("A/RES/73/71", "2018-12-13", "2018-12-05: between 70 and 72"),
        ("A/RES/74/54", "2019-12-19", "2019-12-12: between 53 and 55"),
        (
            "A/RES/77/186",
            "2022-12-22",
            "2022-12-14 to 2022-12-15: between 185 and 188",
        ),
        (
            "S/RES/755 (1992)",
            "1992-08-28",
            "1992-05-20: between 754 and 757",
        ),
        (
            "S/RES/1320 (2000)",
            "2000-11-15",
            "2000-01-01 to 2000-10-31: between 984 and 1325",
        ),
        ("A/RES/67/1", "2012-09-19", "2012-09-24: 6 texts"),
        ("A/RES/74/232 B", "2019-12-19", "2020-08-11: 3 texts"),
    ] {
        assert_eq!(judged_date(text, stated), says, "{text} of {stated}");
    }
}

#[test]
fn a_date_that_nothing_solid_contradicts_is_left_alone() {
    for (text, stated, says) in [
        ("A/RES/78/69", "2023-12-05", "agrees: document"),
        ("A/RES/78/69", "2023", "agrees: document"),
        ("A/RES/67/173", "2012-12-20", "agrees: 1 texts"),
        ("A/RES/69/193", "2014-12-18", "agrees: between"),
        ("A/RES/75/313", "2021-07-29", "agrees: 1 texts"),
        // Two texts against one, and the numbers around it against the two.
        ("A/RES/75/313", "2021-07-20", "unknown"),
        ("S/RES/1325 (2000)", "2000-10-31", "agrees"),
        // Few texts cite session 31, and none on either side of its number 50 near enough.
        ("A/RES/31/50", "1976-12-01", "unknown"),
        // A lettered part may come at any time of the session.
        ("A/RES/53/1 G", "1998-12-14", "unknown"),
        ("A/RES/66/247 B", "2012-06-21", "unknown"),
        ("A/RES/ES-11/3", "2022-04-07", "unknown"),
        ("A/RES/S-30/2", "2016-05-02", "unknown"),
        ("E/CN.4/RES/2005/47", "2005-04-19", "unknown"),
        ("A/C.3/67/L.40", "2012-11-20", "unknown"),
    ] {
        let judged = judged_date(text, stated);
        assert!(judged.starts_with(says), "{text} of {stated}: {judged}");
    }
}

#[test]
fn two_texts_against_one_do_not_speak_and_neither_do_two_against_four() {
    let date = Date::new(2012, 12, 20).unwrap();
    let counted = |support, rival| AdoptionDate {
        date,
        standing: Standing::Observed,
        support,
        rival,
    };
    for (support, rival, speaks) in [
        (2, 0, false),
        (3, 0, true),
        (3, 1, true),
        (3, 2, false),
        (4, 4, false),
        (6, 3, true),
    ] {
        let judged = super::super::stated_date::speaks(counted(support, rival));
        assert_eq!(judged, speaks, "{support} against {rival}");
    }
}

#[test]
fn impossible_days_are_none_and_the_right_one_is_known() {
    let stated = WrittenDate::Nonexistent {
        year: 2012,
        month: 11,
        day: 31,
    };
    assert_eq!(
        judge_date(&symbol("A/RES/67/172"), stated),
        DateJudgement::NoSuchDay(Date::new(2012, 12, 20))
    );
    assert_eq!(
        judge_date(&symbol("A/C.3/67/L.40"), stated),
        DateJudgement::NoSuchDay(None)
    );
}

#[test]
fn a_date_finds_the_number_that_was_meant() {
    let meant = |text: &str, date: &str| -> Vec<String> {
        let date = Date::parse_iso(date).unwrap();
        let found = of_date(&symbol(text), date, january_2026());
        found
            .into_iter()
            .map(|(symbol, reason)| format!("{symbol}: {reason}"))
            .collect()
    };
    assert_eq!(
        meant("S/RES/755 (1992)", "1992-08-28"),
        ["S/RES/775 (1992): it is of 28 August 1992"]
    );
    // Many were adopted on that day; one has these digits exchanged.
    assert_eq!(
        meant("A/RES/78/271", "2023-12-19"),
        ["A/RES/78/217: it is of 19 December 2023; two digits of 271 look exchanged"]
    );
    // Of two exchanges that fit, the one that texts cite with this day.
    assert_eq!(
        meant("A/RES/65/128", "2010-12-21"),
        ["A/RES/65/182: it is of 21 December 2010; two digits of 128 look exchanged"]
    );
    // A session mistyped, the date right.
    assert_eq!(
        meant("A/RES/66/172", "2012-12-20"),
        ["A/RES/67/172: it is of 20 December 2012"]
    );
    assert_eq!(
        meant("A/RES/97/172", "2012-12-20"),
        ["A/RES/67/172: it is of 20 December 2012"]
    );
    // Half of the neighbours are of that day: none of them is meant more than another, unless digits are exchanged.
    assert_eq!(meant("A/RES/78/222", "2023-12-19"), [""; 0]);
    assert_eq!(
        meant("A/RES/78/170", "2023-12-07"),
        ["A/RES/78/107: it is of 7 December 2023; two digits of 170 look exchanged"]
    );
    assert_eq!(meant("A/C.3/67/L.40", "2012-12-20"), [""; 0]);
}

#[test]
fn a_number_with_digits_exchanged_may_bear_the_title_of_others() {
    let meant = |text: &str| -> Vec<(String, bool)> {
        let of_ageing = symbol("A/RES/78/177");
        exchanged_in_series(&symbol(text))
            .map(|(meant, is_of)| (meant.to_string(), is_of(&of_ageing)))
            .collect()
    };
    assert_eq!(meant("A/RES/79/174"), [("A/RES/79/147".to_owned(), true)]);
    assert_eq!(meant("S/RES/1352 (2001)"), []);
    assert_eq!(meant("A/RES/79/100"), []);
}

#[test]
fn drafts_are_known_by_what_they_became() {
    let outcome = draft_outcome(&symbol("A/C.3/79/L.37")).unwrap();
    assert_eq!(outcome.adopted.canonical(), "A/RES/79/179");
    assert_eq!(outcome.revision.unwrap().canonical(), "A/C.3/79/L.37/Rev.1");
    assert_eq!(outcome.report.unwrap().canonical(), "A/79/458/Add.2");
    assert_eq!(outcome.vote, Some("130-32-22"));
    let revised = draft_outcome(&symbol("A/C.3/79/L.37/Rev.1")).unwrap();
    assert_eq!(revised.adopted.canonical(), "A/RES/79/179");
    let plenary = draft_outcome(&symbol("A/78/L.1")).unwrap();
    assert_eq!(plenary.standing, Standing::Verified);
    assert_eq!(draft_outcome(&symbol("A/C.3/67/L.40")), None);
    assert_eq!(draft_outcome(&symbol("A/RES/67/172")), None);
}

#[test]
fn a_later_resolution_of_a_series_counts_from_its_adoption() {
    let later = |text: &str, day: &str| {
        let found = later_in_series(&symbol(text), Date::parse_iso(day).unwrap());
        found.map(|later| later.map_or("none".to_owned(), |later| later.to_string()))
    };
    // Oceans and the law of the sea: 78/69 of 5 December 2023, 79/144 of 12 December 2024.
    for (text, day, last) in [
        ("A/RES/77/248", "2023-12-04", Some("none")),
        ("A/RES/77/248", "2023-12-05", Some("A/RES/78/69")),
        ("A/RES/77/248", "2024-10-01", Some("A/RES/78/69")),
        ("A/RES/52/26", "2001-01-01", Some("A/RES/55/7")),
        ("A/RES/78/69", "2026-01-31", Some("A/RES/80/110")),
        ("A/RES/80/110", "2026-01-31", Some("none")),
        ("A/RES/67/303", "2026-01-31", None),
        ("S/RES/1325 (2000)", "2026-01-31", None),
    ] {
        assert_eq!(later(text, day).as_deref(), last, "{text} on {day}");
    }
}

#[test]
fn other_bodies_share_the_form_of_a_number() {
    let bodies = |term, date: Option<&str>| -> Vec<String> {
        let found = other_bodies(term, date.and_then(Date::parse_iso), january_2026());
        found.iter().map(|body| body.key().to_owned()).collect()
    };
    assert_eq!(
        bodies(crate::Term::Session(65), Some("2022-03-18")),
        ["E/CN.7"]
    );
    assert_eq!(
        bodies(crate::Term::Session(31), Some("2022-05-20")),
        ["E/CN.15"]
    );
    assert_eq!(
        bodies(crate::Term::Session(79), Some("2023-05-19")),
        ["E/ESCAP"]
    );
    assert_eq!(bodies(crate::Term::Session(67), None).len(), 3);
    assert_eq!(bodies(crate::Term::Session(200), None), [""; 0]);
    assert_eq!(bodies(crate::Term::Year(2013), None), ["E/CN.9"]);
    assert_eq!(bodies(crate::Term::Unstated, None), [""; 0]);
}

#[test]
fn numbers_of_the_first_sessions_bound_no_dates() {
    for text in ["A/RES/103 (I)", "A/RES/319 A (IV)", "A/RES/428 (V)"] {
        assert_eq!(adopted_around(&symbol(text)), None, "{text}");
    }
    assert!(adopted_around(&symbol("A/RES/2626 (XXV)")).is_some());
}
