//! The tables themselves: complete, in order, plausible.

use super::super::dates::{Dated, Organ};
use super::super::{
    dates, economic_and_social_council, general_assembly, human_rights_council, labour, lineage,
    roman_sessions, security_council, tables, treaties, treaty_series,
};
use super::*;
use crate::{Act, Term};

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

#[test]
fn every_table_says_where_it_comes_from_and_every_row_is_whole() {
    for table in TABLES {
        let name = table.name;
        assert!(table.as_of().starts_with("202"), "{name} has no as-of date");
        let per_row = table
            .columns()
            .any(|column| matches!(column, "basis" | "source"));
        assert!(
            per_row || table.source() != "per row",
            "{name} names no source"
        );
        assert!(table.about().ends_with('.'), "{name}: {}", table.about());
        let width = table.columns().count();
        for row in table.rows() {
            assert_eq!(row.len(), width, "{name}: {row:?}");
        }
        let standings: usize = table.standings().iter().sum();
        assert_eq!(standings, table.rows().count(), "{name}");
    }
}

#[test]
fn no_row_is_lost_in_reading() {
    let count = |table: Table| table.rows().count();
    assert_eq!(
        general_assembly::sessions().len(),
        count(tables::GA_SESSIONS)
    );
    assert_eq!(
        general_assembly::special_sessions().len(),
        count(tables::GA_SPECIAL_SESSIONS)
    );
    assert_eq!(
        roman_sessions::runs().len(),
        count(tables::GA_EARLY_SESSIONS)
    );
    assert_eq!(security_council::years().len(), count(tables::SC_YEARS));
    assert_eq!(
        human_rights_council::sessions().len(),
        count(tables::HRC_SESSIONS)
    );
    assert_eq!(lineage::drafts().count(), count(tables::DRAFTS));
    assert_eq!(
        treaties::instruments().len(),
        count(tables::TREATY_ARTICLES)
    );
    assert_eq!(treaty_series::pairs(), count(tables::TREATY_SERIES));
    assert_eq!(labour::entries().len(), count(tables::ILO_INSTRUMENTS));
    let dated = [
        tables::GA_DATES,
        tables::GA_DECISION_DATES,
        tables::GA_CITED_DATES,
        tables::GA_EARLY_DATES,
        tables::SC_DATES,
        tables::HRC_DATES,
        tables::ECOSOC_DATES,
    ];
    let expected: usize = dated.into_iter().map(count).sum();
    assert_eq!(dates::all().len(), expected);
    assert!(dates::all().iter().all(|row| row.known().is_some()));
}

#[test]
fn no_number_has_two_dates() {
    for pair in dates::all().windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        assert!(
            (one.key, one.part) != (other.key, other.part),
            "{} {}",
            one.key.1,
            one.key.2
        );
    }
    for row in dates::all() {
        let own = day(row);
        assert!(
            row.others()
                .iter()
                .all(|(other, texts)| *other != own && *texts > 0)
        );
    }
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
fn human_rights_council_dates_lie_in_their_session_and_rise() {
    let council: Vec<&Dated> = of(Organ::HumanRightsCouncil).collect();
    assert!(council.len() > 200);
    for row in &council {
        let (first, last) = human_rights_council::window(row.key.1).unwrap();
        assert!(
            (first..=last).contains(&day(row)),
            "{}/{}",
            row.key.1,
            row.key.2
        );
    }
    for pair in council.windows(2) {
        let same = pair[0].key.1 == pair[1].key.1;
        assert!(!same || day(pair[0]) <= day(pair[1]), "{}", pair[1].key.1);
    }
}

#[test]
fn drafts_become_texts_of_their_session() {
    let mut adopted = Vec::new();
    for (draft, outcome) in lineage::drafts() {
        let session = |symbol: &str| -> Vec<String> {
            symbol
                .split('/')
                .filter(|part| part.parse::<u16>().is_ok())
                .map(str::to_owned)
                .collect()
        };
        let name = outcome.adopted.canonical().to_owned();
        assert_eq!(session(draft)[0], session(&name)[0], "{draft} {name}");
        assert!(draft.contains("/L."), "{draft}");
        if let Some(revision) = &outcome.revision {
            assert!(
                revision.canonical().starts_with(&format!("{draft}/Rev.")),
                "{revision}"
            );
        }
        let day = adoption_date(&outcome.adopted).map(|known| known.date);
        if let (Some(revised), Some(day)) = (outcome.revised, day) {
            assert!(revised <= day, "{draft} {revised} {day}");
        }
        adopted.push(name);
    }
    let count = adopted.len();
    adopted.sort();
    adopted.dedup();
    assert_eq!(adopted.len(), count);
}

#[test]
fn a_title_series_is_in_order_and_no_resolution_is_in_two() {
    let mut all = Vec::new();
    for row in tables::TITLE_SERIES.rows() {
        let numbers: Vec<(u16, u32)> = row[0]
            .split(' ')
            .map(|number| {
                let (session, number) = number.split_once('/').unwrap();
                (session.parse().unwrap(), number.parse().unwrap())
            })
            .collect();
        assert!(numbers.len() > 1, "{row:?}");
        // Two of one session are two parts of an item, not one after the other.
        assert!(
            numbers.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "{row:?}"
        );
        all.extend(numbers);
    }
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

fn of(organ: Organ) -> impl Iterator<Item = &'static Dated> {
    dates::all()
        .into_iter()
        .filter(move |row| row.key.0 == organ)
}

fn day(row: &Dated) -> Date {
    row.known().unwrap().date
}
