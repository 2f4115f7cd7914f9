//! A calendar date, and the dates that prose states ("20 December 2012").
//!
//! No clock and no time zone: "today" is handed in by the shells.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// English month names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Date {
    /// A date, or `None` where the calendar has no such day. `month` and `day` count from 1.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if month == 0 || month > 12 || day == 0 || day > days_in(year, month) || year > 9999 {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The day that is `days` days after 1 January 1970; `None` beyond the year 9999.
    pub fn after_1970(days: u64) -> Option<Self> {
        let length = |year: u16| u64::from(365 + u16::from(days_in(year, 2) == 29));
        let mut left = days;
        let mut year = 1970;
        while left >= length(year) {
            left -= length(year);
            year += 1;
            if year > 9999 {
                return None;
            }
        }
        let mut month = 1;
        while left >= u64::from(days_in(year, month)) {
            left -= u64::from(days_in(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(left).ok()? + 1)
    }

    /// Reads `2012-12-20`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        // Every date of the tables has these ten bytes.
        if let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes()
            && let Some([year, month, day]) =
                figures([&[*y1, *y2, *y3, *y4], &[*m1, *m2], &[*d1, *d2]])
        {
            return Self::new(year, month as u8, day as u8);
        }
        let mut parts = text.trim().splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Self::new(year, month, day)
    }

    /// Reads "20 December 2012", which must be all there is but for closing punctuation.
    pub fn parse_prose(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            [day, month, year] => from_words(day, month, year.trim_end_matches([',', '.', ';'])),
            _ => None,
        }
    }

    /// The day that a line of front matter states: `2012-12-20`, alone or before a time, or else as
    /// [`Date::first_in`] finds it.
    pub fn stated(value: &str) -> Option<Self> {
        Self::parse_iso(value.get(..10).unwrap_or(value)).or_else(|| Self::first_in(value))
    }

    /// The first "20 December 2012" in `text`, in any official language; what is glued to the year is left
    /// out.
    pub fn first_in(text: &str) -> Option<Self> {
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | ')'))
            .filter(|word| !word.is_empty())
            .collect();
        words
            .windows(3)
            .find_map(|three| from_words(three[0], three[1], three[2].get(..4)?))
            .or_else(|| crate::languages::first_date(text))
    }

    /// The calendar year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, January being 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The date as United Nations English texts write it: "20 December 2012".
    pub fn in_prose(self) -> String {
        format!(
            "{} {} {}",
            self.day,
            MONTHS[usize::from(self.month) - 1],
            self.year
        )
    }
}

/// The numbers that figures are, which are no more than four each.
fn figures<const N: usize>(written: [&[u8]; N]) -> Option<[u16; N]> {
    let are_figures = written
        .iter()
        .all(|part| part.iter().all(u8::is_ascii_digit));
    let number = |part: &[u8]| {
        part.iter()
            .fold(0, |sum, byte| sum * 10 + u16::from(byte - b'0'))
    };
    are_figures.then(|| written.map(number))
}

fn from_words(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = MONTHS.iter().position(|name| *name == month)?;
    Date::new(year.parse().ok()?, month as u8 + 1, day.parse().ok()?)
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (days, day) in [
            (0, (1970, 1, 1)),
            (58, (1970, 2, 28)),
            (59, (1970, 3, 1)),
            (789, (1972, 2, 29)),
            (11_016, (2000, 2, 29)),
            (20_782, (2026, 11, 25)),
        ] {
            let (year, month, date) = day;
            assert_eq!(Date::after_1970(days), Date::new(year, month, date));
        }
        assert_eq!(Date::after_1970(u64::MAX), None);
    }

    #[test]
    fn the_calendar_decides_what_is_a_date() {
        assert!(Date::new(2012, 2, 29).is_some());
        assert!(Date::new(2013, 2, 29).is_none());
        assert!(Date::new(1900, 2, 29).is_none());
        assert!(Date::new(2012, 13, 1).is_none());
        assert!(Date::new(2012, 4, 31).is_none());
    }

    #[test]
    fn iso_dates_round_trip() {
        let date = Date::parse_iso("2012-12-20").unwrap();
        assert_eq!(date.to_string(), "2012-12-20");
        assert_eq!(date.in_prose(), "20 December 2012");
        assert_eq!(Date::parse_iso("2012-12"), None);
    }

    #[test]
    fn prose_dates_are_read() {
        let date = Date::new(2012, 12, 20);
        assert_eq!(Date::parse_prose("20 December\n2012."), date);
        assert_eq!(Date::parse_prose("on 20 December 2012"), None);
        assert_eq!(
            Date::first_in("adopted on 20 December 20124, by vote"),
            date
        );
        assert_eq!(Date::first_in("in December 2012"), None);
        for text in [
            "Distr. générale, 20 décembre 2012",
            "adoptada el 20 de diciembre de 2012",
            "принятая 20 декабря 2012 года",
            "في 20 كانون الأول/ديسمبر 2012",
            "大会2012年12月20日决议",
        ] {
            assert_eq!(Date::first_in(text), date, "{text}");
        }
    }
}
