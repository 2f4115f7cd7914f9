//! Whose a general comment or general recommendation is, and the symbol under which it was issued.
//!
//! Committees number their comments from 1, so a number alone is nobody's; with its year it mostly is one committee's.

use std::sync::LazyLock;

use super::Standing;
use super::tables::GENERAL_COMMENTS;
use crate::{Body, Symbol};

/// One general comment or general recommendation.
#[derive(Clone, Debug)]
pub(crate) struct GeneralComment {
    committee: Body,
    number: u16,
    year: u16,
    symbol: Option<Symbol>,
    /// How what it is on begins, `|` between several.
    subjects: &'static str,
    year_standing: Standing,
}

static ISSUED: LazyLock<Vec<GeneralComment>> = LazyLock::new(|| {
    let comment = |row: Vec<&'static str>| {
        let [committee, number, year, symbol, subjects, _, year_standing] = row.as_slice() else {
            return None;
        };
        Some(GeneralComment {
            committee: Body::new(committee),
            number: number.parse().ok()?,
            year: year.parse().ok()?,
            symbol: Symbol::parse(symbol),
            subjects,
            year_standing: Standing::of(year_standing),
        })
    };
    GENERAL_COMMENTS.rows().filter_map(comment).collect()
});

/// So far apart may be the years in which a comment was adopted and issued.
const BETWEEN: u16 = 1;

/// So many comments another committee may have adopted that the table does not have yet.
const AHEAD: u16 = 2;

impl GeneralComment {
    /// The comment with this number and year, where both are one committee's alone of those that `may_adopt` it.
    pub(crate) fn of_year(
        number: u16,
        year: u16,
        may_adopt: impl Fn(&Body) -> bool,
    ) -> Option<&'static Self> {
        let mut alike = ISSUED.iter().filter(|comment| {
            comment.number == number && comment.year == year && may_adopt(&comment.committee)
        });
        let first = alike.next()?;
        alike.next().is_none().then_some(first)
    }

    /// The comment with this number, where no other committee of those that `may_adopt` it has come near it.
    pub(crate) fn of_number(
        number: u16,
        may_adopt: impl Fn(&Body) -> bool,
    ) -> Option<&'static Self> {
        let mut known = ISSUED.iter();
        let own =
            known.find(|comment| comment.number == number && may_adopt(&comment.committee))?;
        let others = ISSUED
            .iter()
            .filter(|comment| comment.committee != own.committee && may_adopt(&comment.committee));
        let furthest = others.map(|comment| comment.number).max().unwrap_or(0);
        (number > furthest + AHEAD).then_some(own)
    }

    /// The only comment with this number, of those that `may_adopt` it, whose subject `begins` what it is on.
    pub(crate) fn on_subject(
        number: u16,
        may_adopt: impl Fn(&Body) -> bool,
        begins: impl Fn(&str) -> bool,
    ) -> Option<&'static Self> {
        let mut alike = ISSUED.iter().filter(|comment| {
            comment.number == number
                && !comment.subjects.is_empty()
                && may_adopt(&comment.committee)
                && comment.subjects.split('|').any(&begins)
        });
        let first = alike.next()?;
        alike.next().is_none().then_some(first)
    }

    /// The comment with this number of `committee`.
    pub(crate) fn of_committee(number: u16, committee: &Body) -> Option<&'static Self> {
        ISSUED
            .iter()
            .find(|comment| comment.number == number && comment.committee == *committee)
    }

    /// Whether `committee` may have adopted a comment with this number and year: the table has it, or one with a higher
    /// number and none with this one.
    pub(crate) fn may_be_of(number: u16, year: Option<u16>, committee: &Body) -> bool {
        if let Some(own) = Self::of_committee(number, committee) {
            return year.is_none_or(|year| own.may_be_of_year(year));
        }
        let mut own = ISSUED
            .iter()
            .filter(|comment| comment.committee == *committee);
        own.any(|comment| comment.number > number)
    }

    /// Whether `year` may be that of its adoption or its issue.
    fn may_be_of_year(&self, year: u16) -> bool {
        year.abs_diff(self.year) <= BETWEEN
    }

    /// Its year, where a text or a catalogue has it and it may not be of the `stated` one.
    pub(crate) fn year_instead_of(&self, stated: u16) -> Option<u16> {
        let is_wrong = self.year_standing > Standing::Recalled && !self.may_be_of_year(stated);
        is_wrong.then_some(self.year)
    }

    /// Whether the table has a comment of this body.
    pub(crate) fn is_author(body: &Body) -> bool {
        ISSUED.iter().any(|comment| comment.committee == *body)
    }

    /// The comment that was issued under `symbol`.
    pub(crate) fn of_symbol(symbol: &Symbol) -> Option<&'static Self> {
        ISSUED
            .iter()
            .find(|comment| comment.symbol.as_ref() == Some(symbol))
    }

    /// Its number among those of its committee.
    pub(crate) fn number(&self) -> u16 {
        self.number
    }

    /// Whose it is.
    pub(crate) fn committee(&self) -> &Body {
        &self.committee
    }

    /// The symbol under which it was issued; `None` where it was printed in a report alone.
    pub(crate) fn symbol(&self) -> Option<&Symbol> {
        self.symbol.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_years_rise_with_numbers() {
        assert_eq!(ISSUED.len(), GENERAL_COMMENTS.rows().count());
        for row in GENERAL_COMMENTS.rows() {
            assert!(Body::new(row[0]).name().is_some(), "{row:?}");
            let has_symbol = Symbol::parse(row[3]).is_some();
            assert_eq!(has_symbol, !row[3].is_empty(), "{row:?}");
        }
        for pair in ISSUED.windows(2) {
            let [one, next] = pair else { continue };
            // A comment that was revised has the year of its last text.
            let revised = |comment: &GeneralComment| {
                let symbol = comment.symbol.as_ref();
                symbol.is_some_and(|symbol| symbol.to_string().ends_with("Rev.1"))
            };
            assert!(
                one.committee != next.committee
                    || one.number < next.number && (one.year <= next.year || revised(one)),
                "{one:?} {next:?}"
            );
        }
    }

    #[test]
    fn a_number_is_a_committees_by_its_year() {
        let symbol = |found: Option<&GeneralComment>| {
            found
                .and_then(|comment| comment.symbol.clone())
                .map(|symbol| symbol.to_string())
        };
        let anybody = |_: &Body| true;
        let of_year = |number, year| symbol(GeneralComment::of_year(number, year, anybody));
        assert_eq!(of_year(37, 2020).as_deref(), Some("CCPR/C/GC/37"));
        assert_eq!(of_year(12, 2009).as_deref(), Some("CRC/C/GC/12"));
        assert_eq!(of_year(12, 1999).as_deref(), Some("E/C.12/1999/5"));
        // Two committees adopted their fourth in one year, and nobody's twelfth is of 2010.
        assert_eq!(of_year(4, 2017), None);
        assert_eq!(of_year(12, 2010), None);
        let torture = Body::named("Committee against Torture").unwrap();
        let own = |number| symbol(GeneralComment::of_committee(number, &torture));
        assert_eq!(own(4).as_deref(), Some("CAT/C/GC/4"));
        assert_eq!(own(1), None);
        let may_be = |number, year| GeneralComment::may_be_of(number, year, &torture);
        assert!(may_be(1, None) && may_be(2, Some(2008)) && may_be(4, None));
        assert!(!may_be(4, Some(2009)) && !may_be(5, None) && !may_be(20, None));
        let human_rights = Body::named("Human Rights Committee").unwrap();
        assert!(GeneralComment::may_be_of(6, None, &human_rights));
        assert!(!GeneralComment::may_be_of(38, None, &human_rights));
    }

    #[test]
    fn a_year_that_texts_have_contradicts_one_further_off() {
        let instead = |committee: &str, number, stated| {
            let committee = Body::named(committee).unwrap();
            GeneralComment::of_committee(number, &committee)?.year_instead_of(stated)
        };
        let women = "Committee on the Elimination of Discrimination against Women";
        assert_eq!(instead(women, 27, 2001), Some(2010));
        // Adopted in one year and issued in the next.
        assert_eq!(instead("Committee against Torture", 2, 2008), None);
        // A year from memory contradicts nothing.
        assert_eq!(instead(women, 24, 2009), None);
    }
}
