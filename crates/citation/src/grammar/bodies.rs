//! The bodies, their names, and the codes, places and reports by which their numbered texts are known.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Roman;
use crate::table::rows;
use crate::words::{self, Key, KeyHasher};

/// A body as the table has it.
pub(crate) struct BodyRow {
    /// The components that begin its symbols; its name where it has none.
    pub(crate) key: &'static str,
    /// Its name in English.
    pub(crate) name: &'static str,
    /// Other names.
    pub(crate) also: Vec<&'static str>,
    /// What its resolutions and decisions are cited by.
    pub(crate) adopts: Adopts,
    /// The forms of their numbers, as the head of the table names them.
    pub(crate) numbers: Vec<&'static str>,
    /// Beginnings of the symbols of the reports in which its texts are printed.
    pub(crate) reports: Vec<&'static str>,
}

/// What the resolutions and decisions of a body are cited by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adopts {
    /// Numbers that make symbols.
    Symbols,
    /// Numbers alone.
    Numbers,
    /// It adopts none with a number.
    Nothing,
}

static BODIES: LazyLock<Vec<BodyRow>> = LazyLock::new(|| {
    rows::<6>(include_str!("../../data/bodies.tsv"))
        .map(|[key, name, also, adopts, numbers, reports]| BodyRow {
            key,
            name,
            also: also.split('|').filter(|name| !name.is_empty()).collect(),
            adopts: match adopts {
                "symbols" => Adopts::Symbols,
                "numbers" => Adopts::Numbers,
                _ => Adopts::Nothing,
            },
            numbers: numbers.split(' ').filter(|form| !form.is_empty()).collect(),
            reports: reports.split('|').filter(|form| !form.is_empty()).collect(),
        })
        .collect()
});

/// The body whose numbers have the letters `code` at `place`, which is `behind` or `before`.
pub(crate) fn body_of_code(code: &str, place: &str) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<(&'static str, &'static str), &'static str, KeyHasher>> =
        LazyLock::new(|| {
            rows::<3>(include_str!("../../data/number-codes.tsv"))
                .map(|[code, place, body]| ((code.trim_matches(['/', '.']), place), body))
                .collect()
        });
    CODES.get(&(code, place)).copied()
}

/// The codes behind numbers, with the marks around them: "/CP.".
pub(crate) fn codes_behind_numbers() -> impl Iterator<Item = &'static str> {
    rows::<3>(include_str!("../../data/number-codes.tsv"))
        .filter(|[_, place, _]| *place == "behind")
        .map(|[code, ..]| code)
}

/// The conference that met at `place` ("dubai, 2018", whatever its capitals) with the place as the table
/// writes it.
pub(crate) fn conference_at(place: &str) -> Option<(&'static str, &'static str)> {
    static PLACES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
        rows::<3>(include_str!("../../data/number-codes.tsv"))
            .filter(|[_, place, _]| *place == "in parentheses")
            .map(|[code, _, body]| (code, body))
            .collect()
    });
    PLACES
        .iter()
        .find(|(written, _)| written.eq_ignore_ascii_case(place))
        .copied()
}

/// The row of the body with this key.
pub(crate) fn body(key: &str) -> Option<&'static BodyRow> {
    static BY_KEY: LazyLock<HashMap<&'static str, &'static BodyRow, KeyHasher>> =
        LazyLock::new(|| bodies().map(|row| (row.key, row)).collect());
    BY_KEY.get(key).copied()
}

/// The row of the body that is called `name` in English, whatever its case.
pub(crate) fn body_called(name: &str) -> Option<&'static BodyRow> {
    type Named = (&'static str, &'static BodyRow);
    static BY_NAME: LazyLock<HashMap<Key, Vec<Named>, KeyHasher>> = LazyLock::new(|| {
        let mut by_name: HashMap<_, Vec<_>, KeyHasher> = HashMap::default();
        for row in bodies() {
            for name in std::iter::once(&row.name).chain(&row.also) {
                let alike = by_name.entry(words::spelling(name)).or_default();
                alike.push((*name, row));
            }
        }
        by_name
    });
    let alike = BY_NAME.get(&words::spelling(name))?;
    let found = alike
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, row)| *row)
}

/// Whether the body with this key adopts no numbered texts: as the table says, or as its name does where the table does
/// not have it. A name that begins another of the table, "Committee of Experts", may be short for one that does.
pub(crate) fn adopts_nothing(key: &str) -> bool {
    /// Words in the names of bodies that advise, inquire, draft or watch over sanctions.
    const ADVISING: [&str; 8] = [
        "Ad Hoc ",
        "Ad hoc ",
        "Advisory ",
        "Drafting ",
        "Steering ",
        "Sanctions ",
        " of Experts",
        " of Inquiry",
    ];
    body(key).map_or_else(
        || ADVISING.iter().any(|word| key.contains(word)) && !begins_adopter(key),
        |row| row.adopts == Adopts::Nothing,
    )
}

/// Whether `words` begin the longer name of a body that adopts numbered texts.
fn begins_adopter(words: &str) -> bool {
    let goes_on = |name: &str| {
        let rest = name.strip_prefix(words);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    bodies().any(|row| row.adopts != Adopts::Nothing && goes_on(row.name))
}

/// A name that a body no longer has.
struct FormerName {
    name: &'static str,
    /// The last year of numbers by year that goes by it.
    year: u16,
    /// The last session of numbers by session that does.
    session: u16,
}

/// The name under which the body with this key adopted `number` ("1991/12", "6 (XXIV)"), where it has another now.
pub(crate) fn former_name(key: &str, number: &str) -> Option<&'static str> {
    static FORMER: LazyLock<HashMap<&'static str, FormerName, KeyHasher>> = LazyLock::new(|| {
        rows::<4>(include_str!("../../data/former-names.tsv"))
            .filter_map(|[key, name, year, session]| {
                let (year, session) = (year.parse().ok()?, session.parse().ok()?);
                Some((
                    key,
                    FormerName {
                        name,
                        year,
                        session,
                    },
                ))
            })
            .collect()
    });
    const FIRST_YEAR: u16 = 1945;
    let former = FORMER.get(key)?;
    let (first, behind) = number.split_once(['/', '('])?;
    let roman = || Some(Roman::parse(behind.trim_end_matches(')').trim())?.value());
    let term = first.trim().parse().ok().filter(|_| number.contains('/'));
    let term = term.or_else(roman)?;
    let last = if term >= FIRST_YEAR {
        former.year
    } else {
        former.session
    };
    (term <= last).then_some(former.name)
}

/// The key of the body whose resolutions and decisions the document `symbol` prints: the Commission on the
/// Status of Women for E/2020/27.
pub(crate) fn body_of_report(symbol: &str) -> Option<&'static str> {
    type Reports = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>, KeyHasher>;
    /// By first component the others of each pattern, with the key.
    static REPORTS: LazyLock<Reports> = LazyLock::new(|| {
        let mut reports = Reports::default();
        for row in bodies() {
            for pattern in &row.reports {
                let mut components = pattern.split('/');
                let prefix = components.next().unwrap_or_default();
                let behind = (components.collect(), row.key);
                reports.entry(prefix).or_default().push(behind);
            }
        }
        reports
    });
    let mut components = symbol.split('/');
    let reports = REPORTS.get(components.next()?)?;
    let components: Vec<&str> = components.collect();
    let fits = |(wanted, component): (&&str, &&str)| match *wanted {
        "#" => component.bytes().all(|byte| byte.is_ascii_digit()),
        word => *component == word,
    };
    let prints = |pattern: &[&str]| {
        pattern.len() <= components.len() && pattern.iter().zip(&components).all(fits)
    };
    reports
        .iter()
        .find(|(pattern, _)| prints(pattern))
        .map(|(_, key)| *key)
}

/// Every body of the table.
pub(crate) fn bodies() -> impl Iterator<Item = &'static BodyRow> {
    BODIES.iter()
}
