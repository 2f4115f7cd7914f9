//! The tables themselves: complete, in order, plausible.

use super::super::dates::{Dated, Organ};
use super::super::{
    dates, economic_and_social_council, general_assembly, human_rights_council, labour,
    roman_sessions, security_council, treaties, treaty_series,
};
use super::*;
use crate::grammar::rows;
use crate::{Act, Term};

const TABLES: [(&str, &str); 14] = [
    (
        "ga-sessions",
        include_str!("../../../data/facts/ga-sessions.tsv"),
    ),
    (
        "ga-early-sessions",
        include_str!("../../../data/facts/ga-early-sessions.tsv"),
    ),
    (
        "ga-special-sessions",
        include_str!("../../../data/facts/ga-special-sessions.tsv"),
    ),
    ("ga-dates", include_str!("../../../data/facts/ga-dates.tsv")),
    (
        "ga-cited-dates",
        include_str!("../../../data/facts/ga-cited-dates.tsv"),
    ),
    (
        "ga-early-dates",
        include_str!("../../../data/facts/ga-early-dates.tsv"),
    ),
    ("sc-years", include_str!("../../../data/facts/sc-years.tsv")),
    ("sc-dates", include_str!("../../../data/facts/sc-dates.tsv")),
    (
        "hrc-sessions",
        include_str!("../../../data/facts/hrc-sessions.tsv"),
    ),
    (
        "ecosoc-observed",
        include_str!("../../../data/facts/ecosoc-observed.tsv"),
    ),
    (
        "ecosoc-dates",
        include_str!("../../../data/facts/ecosoc-dates.tsv"),
    ),
    (
        "treaty-articles",
        include_str!("../../../data/facts/treaty-articles.tsv"),
    ),
    (
        "treaty-series",
        include_str!("../../../data/facts/treaty-series.tsv"),
    ),
    (
        "ilo-instruments",
        include_str!("../../../data/facts/ilo-instruments.tsv"),
    ),
];

/// Resolutions of session 80 adopted a few days after higher numbers, by their own mastheads: they
/// stand in reports of which the Assembly adopted the rest on 15 December 2025.
const OUT_OF_ORDER: [(u16, u32); 6] = [
    (80, 173),
    (80, 174),
    (80, 179),
    (80, 183),
    (80, 196),
    (80, 197),
];

fn width(table: &str) -> usize {
    let header = table.lines().find(|line| !line.starts_with('#'));
    header.map_or(0, |line| line.split('\t').count())
}

#[test]
fn every_table_says_where_it_comes_from_and_every_row_is_whole() {
    for (name, table) in TABLES {
        let comments: String = table
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        assert!(comments.contains("s of 20"), "{name} has no as-of date");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            assert_eq!(line.split('\t').count(), width(table), "{name}: {line}");
        }
        let sourced = comments.contains("ource")
            || table.contains("\tbasis\n")
            || table.contains("\tsource\n");
        assert!(sourced, "{name} names no source");
    }
}

#[test]
fn no_row_is_lost_in_reading() {
    let count = |name: &str| {
        let table = TABLES.iter().find(|(known, _)| *known == name).unwrap().1;
        rows::<1>(table).count()
    };
    assert_eq!(general_assembly::sessions().len(), count("ga-sessions"));
    assert_eq!(
        general_assembly::special_sessions().len(),
        count("ga-special-sessions")
    );
    assert_eq!(roman_sessions::runs().len(), count("ga-early-sessions"));
    assert_eq!(security_council::years().len(), count("sc-years"));
    assert_eq!(
        human_rights_council::sessions().len(),
        count("hrc-sessions")
    );
    assert_eq!(
        economic_and_social_council::years().len(),
        count("ecosoc-observed")
    );
    assert_eq!(treaties::instruments().len(), count("treaty-articles"));
    assert_eq!(labour::entries().len(), count("ilo-instruments"));
    assert_eq!(treaty_series::pairs(), count("treaty-series"));
    let dated = [
        "ga-dates",
        "ga-cited-dates",
        "ga-early-dates",
        "sc-dates",
        "ecosoc-dates",
    ];
    let expected: usize = dated.into_iter().map(count).sum();
    assert_eq!(dates::all().len(), expected);
    assert!(dates::all().iter().all(|row| row.known().is_some()));
}

#[test]
fn security_council_numbers_follow_each_other() {
    let years = security_council::years();
    assert_eq!((years[0].year, years[0].first), (1946, 1));
    for pair in years.windows(2) {
        assert_eq!(pair[0].year + 1, pair[1].year);
        assert_eq!(pair[0].last + 1, pair[1].first, "{}", pair[1].year);
        assert_eq!(
            pair[0].last_standing, pair[1].first_standing,
            "{}",
            pair[1].year
        );
    }
    assert!(years.iter().all(|year| year.first <= year.last));
}

#[test]
fn security_council_dates_lie_in_their_year_and_rise() {
    let council: Vec<&Dated> = of(Organ::SecurityCouncil).collect();
    for row in &council {
        let year = security_council_year(row.key.2);
        assert_eq!(year, Some(day(row).year()), "{}", row.key.2);
        assert!(row.known().unwrap().support > 0);
    }
    for pair in council.windows(2) {
        assert!(pair[0].key.2 < pair[1].key.2);
        assert!(day(pair[0]) <= day(pair[1]), "{}", pair[1].key.2);
    }
}

#[test]
fn general_assembly_sessions_are_complete() {
    let numbers: Vec<u16> = general_assembly::sessions()
        .iter()
        .map(|row| row.number)
        .collect();
    assert_eq!(numbers, (31..=80).collect::<Vec<_>>());
    assert!(
        general_assembly::sessions()
            .iter()
            .all(|row| (200..=400).contains(&row.last))
    );
}

#[test]
fn general_assembly_dates_lie_in_their_session() {
    for row in of(Organ::GeneralAssembly) {
        let symbol = Symbol::of(Adopted {
            body: Body::general_assembly(),
            act: dates::assembly_act(row.key.1, row.key.2),
            term: row.key.1,
            number: row.key.2,
            part: None,
        });
        let (first, last) = adopted_within(&symbol).unwrap();
        assert!((first..=last).contains(&day(row)), "{symbol} {}", day(row));
        assert!(
            !matches!(judge(&symbol, january_2026()), Judgement::Impossible(_)),
            "{symbol}"
        );
    }
}

#[test]
fn general_assembly_dates_rise_with_the_numbers() {
    for session in 31..=80 {
        for act in [Act::Resolution, Act::Decision] {
            let mut latest: Option<&Dated> = None;
            for row in of(Organ::GeneralAssembly) {
                let (_, term, number) = row.key;
                let own = term == Term::Session(session)
                    && dates::assembly_act(term, number) == act
                    && number / 500 == latest.map_or(number / 500, |row| row.key.2 / 500);
                // Later parts have dates of their own.
                if !own
                    || !matches!(row.part, "" | "A")
                    || OUT_OF_ORDER.contains(&(session, number))
                {
                    continue;
                }
                if let Some(before) = latest {
                    assert!(day(before) <= day(row), "{session}/{number}");
                }
                latest = Some(row);
            }
        }
    }
}

#[test]
fn early_sessions_follow_each_other() {
    let runs = roman_sessions::runs();
    for run in runs {
        assert!(run.first <= run.last, "{}", run.term);
        if let Some((first, last)) = run.proven {
            assert!(
                run.first <= first && first <= last && last <= run.last,
                "{}",
                run.term
            );
        }
    }
    let mut sorted: Vec<_> = runs.iter().map(|run| (run.first, run.last)).collect();
    sorted.sort_unstable();
    for pair in sorted.windows(2) {
        assert!(pair[0].1 < pair[1].0, "{pair:?}");
        // Between recalled ranges a few numbers are nobody's.
        assert!(pair[1].0 - pair[0].1 <= 12, "{pair:?}");
    }
}

#[test]
fn human_rights_council_sessions_are_in_order() {
    let sessions = human_rights_council::sessions();
    for kind in [Term::Session as fn(u16) -> Term, Term::Special] {
        let of_kind: Vec<_> = (1..=61)
            .filter_map(|n| sessions.iter().find(|row| row.term == kind(n)))
            .collect();
        assert!(of_kind.len() >= 39);
        for pair in of_kind.windows(2) {
            assert!(pair[0].last_date <= pair[1].first_date, "{}", pair[1].term);
        }
        assert!(
            of_kind
                .iter()
                .all(|row| row.first_date <= row.last_date && row.resolutions <= 43)
        );
    }
    assert_eq!(sessions.len(), 100);
}

#[test]
fn economic_and_social_council_dates_lie_in_their_session_and_rise() {
    let council: Vec<&Dated> = of(Organ::EconomicAndSocialCouncil).collect();
    for row in &council {
        let Term::Year(year) = row.key.1 else {
            panic!("{} is no year", row.key.1);
        };
        let (first, last) = economic_and_social_council::window(year).unwrap();
        assert!((first..=last).contains(&day(row)), "{year}/{}", row.key.2);
        assert!(row.known().unwrap().support > 1, "{year}/{}", row.key.2);
    }
    for pair in council.windows(2) {
        let same_run = pair[0].key.1 == pair[1].key.1 && pair[1].key.2 < 201;
        assert!(
            !same_run || day(pair[0]) <= day(pair[1]),
            "{}",
            pair[1].key.1
        );
    }
}

#[test]
fn the_inventory_names_every_range() {
    let inventory = inventory();
    assert!(inventory.len() > 350);
    let find = |what: &str| inventory.iter().find(|row| row.what == what).unwrap();
    let session = find("General Assembly resolutions, session 67");
    assert_eq!(
        (session.range.as_str(), session.standing),
        ("1 to 303", Standing::Verified)
    );
    let session = find("General Assembly resolutions, session 56");
    assert_eq!(session.range, "1 to 299, 500 to 512");
    let year = find("Security Council resolutions, 2001");
    assert_eq!(year.standing, Standing::Recalled);
}

fn of(organ: Organ) -> impl Iterator<Item = &'static Dated> {
    dates::all().iter().filter(move |row| row.key.0 == organ)
}

fn day(row: &Dated) -> Date {
    row.known().unwrap().date
}
