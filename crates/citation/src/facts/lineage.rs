//! What became of a draft, and which resolutions took up the item of another later.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Standing, adopted_around, adopted_within, adoption_date, slips, tables};
use crate::table::rows;
use crate::words::KeyHasher;
use crate::{Act, Adopted, Body, Date, Symbol, Term};

/// What became of a draft resolution or decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftOutcome {
    /// The last revision of the draft that is known.
    pub revision: Option<Symbol>,
    /// The day on which that revision was submitted.
    pub revised: Option<Date>,
    /// The text that it became.
    pub adopted: Symbol,
    /// The report of the Main Committee on which it was adopted.
    pub report: Option<Symbol>,
    /// For, against, abstaining, where a vote was recorded: `128-50-8`.
    pub vote: Option<&'static str>,
    /// How it is known that it became that text.
    pub standing: Standing,
}

/// A row of the table, read only when asked for.
type Row = [&'static str; 6];

static DRAFTS: LazyLock<HashMap<&'static str, Row, KeyHasher>> = LazyLock::new(|| {
    rows::<7>(tables::DRAFTS.text)
        .map(|[draft, outcome @ ..]| (draft, outcome))
        .collect()
});

/// The series of resolutions with one title, and for each resolution the series it belongs to.
static SERIES: LazyLock<HashMap<&'static str, &'static str, KeyHasher>> = LazyLock::new(|| {
    rows::<1>(tables::TITLE_SERIES.text)
        .flat_map(|[numbers]| numbers.split(' ').map(move |number| (number, numbers)))
        .collect()
});

/// Session and number of every resolution of a series, in order.
static NUMBERED: LazyLock<Vec<(u16, u32)>> = LazyLock::new(|| {
    let place = |number: &&str| {
        let (session, number) = number.split_once('/')?;
        Some((session.parse().ok()?, number.parse().ok()?))
    };
    let mut places: Vec<_> = SERIES.keys().filter_map(place).collect();
    places.sort_unstable();
    places
});

/// What became of the draft with this symbol, with or without the number of its revision.
///
/// Known for sessions 78 to 80 of the General Assembly, not completely.
pub fn draft_outcome(symbol: &Symbol) -> Option<DraftOutcome> {
    let draft = without_revision(symbol.canonical());
    let [revision, revised, adopted, report, vote, standing] = DRAFTS.get(draft)?;
    Some(DraftOutcome {
        revision: Symbol::parse(revision),
        revised: Date::parse_iso(revised),
        adopted: Symbol::parse(adopted)?,
        report: Symbol::parse(report),
        vote: Some(*vote).filter(|vote| !vote.is_empty()),
        standing: Standing::of(standing),
    })
}

/// The last resolution that has the title of the one behind `symbol` and had surely been adopted after it
/// by the end of `as_of`; `Some(None)` where the one behind `symbol` is itself the last, `None` where the
/// table has no series with it.
///
/// The later one takes up the same item; that does not make the earlier one wrong to cite.
pub fn later_in_series(symbol: &Symbol, as_of: Date) -> Option<Option<Symbol>> {
    let number = symbol.canonical().strip_prefix("A/RES/")?;
    let series = SERIES.get(number)?;
    let later = series
        .rsplit(' ')
        .take_while(|other| *other != number)
        .filter_map(|other| Symbol::parse(&format!("A/RES/{other}")))
        .find(|other| is_adopted_by(other, as_of));
    Some(later)
}

/// The resolutions of the session of `symbol` that have two digits of its number exchanged and bear with others a title that
/// it does not: each with whether a symbol is of those others.
pub fn exchanged_in_series(
    symbol: &Symbol,
) -> impl Iterator<Item = (Symbol, impl Fn(&Symbol) -> bool)> {
    let own = symbol.adopted().filter(|adopted| {
        adopted.body.key() == Body::GENERAL_ASSEMBLY && adopted.act == Act::Resolution
    });
    let in_session = own.and_then(|own| match own.term {
        Term::Session(session) => Some((own, session)),
        _ => None,
    });
    let exchanged = in_session.into_iter().flat_map(|(own, session)| {
        let numbers = slips::exchanges(own.number).into_iter();
        numbers.map(move |number| (own, session, number))
    });
    // Most have no such neighbour, and no word is written for them.
    let known = exchanged.filter(|(_, session, number)| {
        let place = (*session, *number);
        NUMBERED.binary_search(&place).is_ok()
    });
    known.filter_map(|(own, _, number)| {
        let meant = Adopted {
            number,
            ..own.clone()
        };
        let series = *SERIES.get(meant.in_prose().as_str())?;
        let is_of = move |number: &str| series.split(' ').any(|one| one == number);
        let is_of_series = move |other: &Symbol| {
            let number = other.canonical().strip_prefix("A/RES/");
            number.is_some_and(is_of)
        };
        (!is_of(&own.in_prose())).then(|| (Symbol::of(meant), is_of_series))
    })
}

/// Whether the text behind `symbol` had surely been adopted by the end of `day`.
pub fn is_adopted_by(symbol: &Symbol, day: Date) -> bool {
    // The end of the session decides most cases, and costs no look-up.
    let within = adopted_within(symbol);
    if within.is_some_and(|(_, last)| last <= day) {
        return true;
    }
    if within.is_some_and(|(first, _)| first > day) {
        return false;
    }
    let latest = adoption_date(symbol)
        .map(|known| known.date)
        .or_else(|| adopted_around(symbol).map(|around| around.last));
    latest.is_some_and(|latest| latest <= day)
}

/// `A/C.3/79/L.37` for `A/C.3/79/L.37/Rev.1`.
fn without_revision(canonical: &str) -> &str {
    canonical
        .split_once("/Rev.")
        .map_or(canonical, |(draft, _)| draft)
}

/// Every draft of the table with what it became, for the tests of the table.
#[cfg(test)]
pub(super) fn drafts() -> impl Iterator<Item = (&'static str, DraftOutcome)> {
    DRAFTS
        .keys()
        .filter_map(|draft| Some((*draft, draft_outcome(&Symbol::parse(draft)?)?)))
}
