//! Bodies whose numbers look like those of the organs with fact tables: whose can a date make one?

use std::sync::LazyLock;

use super::tables;
use crate::table::rows;
use crate::{Body, Date, Term};

/// A body of the table.
struct Other {
    body: &'static str,
    /// For one that numbers by session: session s is held in the year `base` + s.
    base: Option<u16>,
    /// The last year or session, of a body that has ended.
    last: Option<u16>,
}

impl Other {
    /// The year in which the body adopted its texts of `term`; `None` where it has no such form.
    fn year_of(&self, term: Term) -> Option<u16> {
        match (term, self.base) {
            (Term::Session(session), Some(base)) => base.checked_add(session),
            (Term::Year(year), None) => {
                Some(year).filter(|year| self.last.is_none_or(|last| *year <= last))
            }
            _ => None,
        }
    }
}

static BODIES: LazyLock<Vec<Other>> = LazyLock::new(|| {
    rows::<5>(tables::OTHER_BODIES.text)
        .map(|[body, _, base, _, last]| Other {
            body,
            base: base.parse().ok(),
            last: last.parse().ok(),
        })
        .collect()
});

/// The bodies besides the organs with fact tables that may have adopted a text of session or year `term` on
/// `date`, in the order of the table; without a date, all that can have reached it by `as_of`.
pub fn other_bodies(term: Term, date: Option<Date>, as_of: Date) -> Vec<Body> {
    BODIES
        .iter()
        .filter(|other| {
            other
                .year_of(term)
                .is_some_and(|year| date.map_or(year <= as_of.year(), |date| date.year() == year))
        })
        .map(|other| Body::new(other.body))
        .collect()
}
