//! A list of what the tables hold, for the reader who asks how a verdict is known.

use super::dates::Organ;
use super::{
    Standing, dates, economic_and_social_council, general_assembly, human_rights_council, labour,
    roman_sessions, security_council, treaties, treaty_series,
};
use crate::LabourKind;

/// One line of the inventory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InventoryRow {
    /// What the facts are about: "General Assembly resolutions, session 67".
    pub what: String,
    /// What is known: "1 to 303", "902 dates".
    pub range: String,
    /// How well it is known.
    pub standing: Standing,
    /// Until when the source was complete: a year and month, or a day.
    pub as_of: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

const TEXTS: &str = "count over 3,731 United Nations texts";
const MEMORY: &str = "from memory";
const SYMBOL_LIST: &str = "symbol list of undocs.org";

/// Every fact the judgements rest on, range by range, in the order organ, session or year.
pub fn inventory() -> Vec<InventoryRow> {
    let mut rows = Vec::new();
    assembly(&mut rows);
    councils(&mut rows);
    rows.extend(dated());
    rows.extend(others());
    rows.extend(
        treaties::instruments()
            .iter()
            .map(|instrument| InventoryRow {
                what: instrument.title.into(),
                range: format!("articles 1 to {}", instrument.articles),
                standing: instrument.standing,
                as_of: "2026-01",
                source: match instrument.standing {
                    Standing::Verified => "treaty text",
                    Standing::Observed => "published descriptions of the text",
                    Standing::Recalled => MEMORY,
                },
            }),
    );
    rows
}

fn assembly(rows: &mut Vec<InventoryRow>) {
    rows.extend(roman_sessions::runs().iter().map(|run| InventoryRow {
        what: format!("General Assembly resolutions, session {}", run.term),
        range: format!("{} to {}", run.first, run.last),
        standing: run.standing,
        as_of: "2026-01",
        source: match run.standing {
            Standing::Verified => "official lists",
            Standing::Observed => TEXTS,
            Standing::Recalled => MEMORY,
        },
    }));
    rows.extend(general_assembly::sessions().iter().map(|session| {
        let is_verified = session.standing == Standing::Verified;
        InventoryRow {
            what: format!("General Assembly resolutions, session {}", session.number),
            range: match session.also {
                Some((first, last)) => format!("1 to {}, {first} to {last}", session.last),
                None if is_verified => format!("1 to {}", session.last),
                None => format!("1 to {} or more", session.last),
            },
            standing: session.standing,
            as_of: if is_verified { "2021" } else { "2026-01" },
            source: if is_verified { SYMBOL_LIST } else { TEXTS },
        }
    }));
    rows.extend(
        general_assembly::special_sessions()
            .iter()
            .map(|session| InventoryRow {
                what: format!("General Assembly resolutions, session {}", session.term),
                range: match session.last {
                    0 => "number not known".into(),
                    last => format!("1 to {last} or more"),
                },
                standing: session.standing,
                as_of: "2026-01",
                source: match session.standing {
                    Standing::Verified => "un.org list of special sessions",
                    Standing::Observed => TEXTS,
                    Standing::Recalled => MEMORY,
                },
            }),
    );
}

fn councils(rows: &mut Vec<InventoryRow>) {
    rows.extend(security_council::years().iter().map(|year| {
        let standing = year.first_standing.min(year.last_standing);
        InventoryRow {
            what: format!("Security Council resolutions, {}", year.year),
            range: format!("{} to {}", year.first, year.last),
            standing,
            as_of: "2025-12",
            source: match standing {
                Standing::Verified if year.year <= 1993 => "complete list of file names",
                Standing::Verified => "symbol list of undocs.org, adjacent cited numbers",
                _ => "from memory, agrees with every cited number",
            },
        }
    }));
    rows.extend(
        human_rights_council::sessions()
            .iter()
            .map(|session| InventoryRow {
                what: format!("Human Rights Council resolutions, session {}", session.term),
                range: match session.resolutions {
                    0 => "none".into(),
                    last => format!("1 to {last}"),
                },
                standing: Standing::Verified,
                as_of: "2026-03-31",
                source: "voting records of the Council",
            }),
    );
    rows.extend(
        economic_and_social_council::years()
            .iter()
            .map(|year| InventoryRow {
                what: format!("Economic and Social Council resolutions, {}", year.year),
                range: format!("{} or more", year.resolution),
                standing: Standing::Observed,
                as_of: "2026-01",
                source: TEXTS,
            }),
    );
}

/// What is known of the instruments of other organizations and of the Treaty Series.
fn others() -> impl Iterator<Item = InventoryRow> {
    let instruments = [
        LabourKind::Convention,
        LabourKind::Recommendation,
        LabourKind::Protocol,
    ];
    let listed = instruments.into_iter().map(|kind| {
        let of_kind = || {
            labour::entries()
                .iter()
                .filter(move |entry| entry.kind == kind)
        };
        let last = of_kind().map(|entry| entry.number).max().unwrap_or(0);
        InventoryRow {
            what: format!("{}s of the International Labour Organization", kind.word()),
            range: match kind {
                LabourKind::Convention => format!("1 to {last}"),
                _ => format!("{} titles, the last No. {last}", of_kind().count()),
            },
            standing: of_kind()
                .map(|entry| entry.standing)
                .min()
                .unwrap_or(Standing::Recalled),
            as_of: "2025-12",
            source: "texts of the instruments, United Nations texts, memory",
        }
    });
    listed.chain([InventoryRow {
        what: "Treaty Series, volumes of registration numbers".into(),
        range: format!("{} pairs", treaty_series::pairs()),
        standing: Standing::Observed,
        as_of: "2026-01",
        source: TEXTS,
    }])
}

fn dated() -> impl Iterator<Item = InventoryRow> {
    [
        (
            Organ::GeneralAssembly,
            Standing::Verified,
            "General Assembly, sessions 78 to 80",
        ),
        (
            Organ::GeneralAssembly,
            Standing::Observed,
            "General Assembly",
        ),
        (
            Organ::SecurityCouncil,
            Standing::Observed,
            "Security Council",
        ),
        (
            Organ::EconomicAndSocialCouncil,
            Standing::Observed,
            "Economic and Social Council",
        ),
    ]
    .into_iter()
    .map(|(organ, standing, name)| {
        let count = dates::all()
            .iter()
            .filter(|row| row.key.0 == organ && row.standing() == standing)
            .count();
        InventoryRow {
            what: format!("Adoption dates, {name}"),
            range: format!("{count} dates"),
            standing,
            as_of: "2026-01",
            source: if standing == Standing::Verified {
                "the resolutions themselves"
            } else {
                TEXTS
            },
        }
    })
}
