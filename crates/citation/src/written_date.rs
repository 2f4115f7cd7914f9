//! A date as a text states it, which need not be a whole day and need not exist.
//!
//! Prose gives a day, a month or only a year, and sometimes a day that no calendar has; each can agree
//! with a day of adoption or contradict it, so none is rounded to another.

use std::fmt;

use crate::Date;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WrittenDate {
    /// "20 December 2012".
    Day(Date),
    /// "December 2012"; the month counts from 1.
    Month {
        /// The calendar year.
        year: u16,
        /// The month, January being 1.
        month: u8,
    },
    /// "2012".
    Year(u16),
    /// "31 November 2012": a day that the calendar does not have, as written.
    Nonexistent {
        /// The calendar year.
        year: u16,
        /// The month, January being 1; beyond 12 where figures name no month.
        month: u8,
        /// The day of the month.
        day: u8,
    },
}

impl WrittenDate {
    /// The day, month and year as written, whether or not the calendar has that day.
    pub(crate) const fn of(year: u16, month: u8, day: u8) -> Self {
        match Date::new(year, month, day) {
            Some(date) => Self::Day(date),
            None => Self::Nonexistent { year, month, day },
        }
    }

    /// The day, where a whole one is stated and exists.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The calendar year.
    pub const fn year(self) -> u16 {
        match self {
            Self::Day(date) => date.year(),
            Self::Month { year, .. } | Self::Year(year) | Self::Nonexistent { year, .. } => year,
        }
    }

    /// The first and the last day that may be meant; `None` where no day is.
    pub fn extent(self) -> Option<(Date, Date)> {
        let last_of = |year, month| (28..=31).rev().find_map(|day| Date::new(year, month, day));
        match self {
            Self::Day(date) => Some((date, date)),
            Self::Month { year, month } => {
                Some((Date::new(year, month, 1)?, last_of(year, month)?))
            }
            Self::Year(year) => Some((Date::new(year, 1, 1)?, last_of(year, 12)?)),
            Self::Nonexistent { .. } => None,
        }
    }

    /// Whether `date` is what may be meant.
    pub fn includes(self, date: Date) -> bool {
        self.extent()
            .is_some_and(|(first, last)| (first..=last).contains(&date))
    }

    /// The date as United Nations English texts write it: "20 December 2012", "December 2012", "2012".
    pub fn in_prose(self) -> String {
        let name = |month: u8| {
            crate::date::MONTHS
                .get(usize::from(month).wrapping_sub(1))
                .map_or_else(|| month.to_string(), |name| (*name).to_owned())
        };
        match self {
            Self::Day(date) => date.in_prose(),
            Self::Month { year, month } => format!("{} {year}", name(month)),
            Self::Year(year) => year.to_string(),
            Self::Nonexistent { year, month, day } => format!("{day} {} {year}", name(month)),
        }
    }
}

impl From<Date> for WrittenDate {
    fn from(date: Date) -> Self {
        Self::Day(date)
    }
}

impl fmt::Display for WrittenDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(out),
            Self::Month { year, month } => write!(out, "{year:04}-{month:02}"),
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Nonexistent { year, month, day } => {
                write!(out, "{year:04}-{month:02}-{day:02}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_date_includes_its_days() {
        let date = |text: &str| Date::parse_iso(text).unwrap();
        let december = WrittenDate::Month {
            year: 2012,
            month: 12,
        };
        assert!(december.includes(date("2012-12-01")) && december.includes(date("2012-12-31")));
        assert!(!december.includes(date("2013-12-01")));
        let february = WrittenDate::Month {
            year: 2012,
            month: 2,
        };
        assert_eq!(
            february.extent(),
            Some((date("2012-02-01"), date("2012-02-29")))
        );
        assert!(WrittenDate::Year(2012).includes(date("2012-06-30")));
        assert!(!WrittenDate::Year(2012).includes(date("2011-12-31")));
    }

    #[test]
    fn a_day_that_does_not_exist_is_kept_as_written() {
        let never = WrittenDate::of(2012, 11, 31);
        assert_eq!(never.day(), None);
        assert_eq!(never.extent(), None);
        assert_eq!(never.in_prose(), "31 November 2012");
        assert_eq!(never.to_string(), "2012-11-31");
        assert_eq!(WrittenDate::of(2012, 13, 1).in_prose(), "1 13 2012");
        assert_eq!(WrittenDate::of(2012, 12, 20).to_string(), "2012-12-20");
    }
}
