//! The dates with day and year that a text writes, in whatever form.

use std::ops::Range;

use citation::{Date, MONTHS};

use crate::prose::Prose;

/// The dates with day and year in the own words of a block, in text order.
pub(crate) fn written(prose: &Prose<'_>) -> impl Iterator<Item = Written> {
    let months = prose.months().iter();
    months
        .filter_map(|at| Month::at(&prose.own, *at))
        .flat_map(|month| [month.before_day(), month.behind_day()])
        .flatten()
        .filter(|date| (1..=31).contains(&date.day))
}

/// A date with day and year.
pub(crate) struct Written {
    /// Byte range in the block.
    pub(crate) span: Range<usize>,
    day: u8,
    /// The day; `None` where the calendar has none such.
    pub(crate) date: Option<Date>,
    /// The month by its name, in full.
    month: &'static str,
    /// The year, in four figures.
    year: u16,
}

impl Written {
    /// As United Nations texts write it.
    pub(crate) fn right(&self) -> String {
        format!("{} {} {}", self.day, self.month, self.year)
    }

    /// Whether it stands so in `text`, as most do.
    pub(crate) fn is_right(&self, text: &str) -> bool {
        let words = text[self.span.clone()].split_once(' ');
        words.is_some_and(|(day, behind)| {
            let month = behind.strip_prefix(self.month);
            // Of the year it is known that four figures end the date.
            !day.starts_with('0')
                && day.bytes().all(|byte| byte.is_ascii_digit())
                && month.is_some_and(|year| year.len() == " 2012".len())
        })
    }
}

/// The name of a month in a text, in full or short: "December", "Dec.", "Sept".
#[derive(Clone, Copy)]
struct Month<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    name: &'static str,
    /// From 1 for January.
    number: u8,
}

impl<'t> Month<'t> {
    fn at(text: &'t str, start: usize) -> Option<Self> {
        if text[..start].ends_with(char::is_alphanumeric) {
            return None;
        }
        let rest = &text[start..];
        let short = rest.get(..3)?;
        let (number, name) = (1..)
            .zip(MONTHS)
            .find(|(_, name)| name.starts_with(short))?;
        let has_stop = |length: usize| rest[length..].starts_with('.');
        let length = if rest.starts_with(name) {
            name.len()
        } else if matches!(short, "Jun" | "Jul") {
            3
        } else {
            let length = if rest.starts_with("Sept") { 4 } else { 3 };
            length + usize::from(has_stop(length))
        };
        Some(Self {
            text,
            start,
            end: start + length,
            name,
            number,
        })
    }

    /// "December 20, 2012", "Dec. 20th 2012".
    fn before_day(self) -> Option<Written> {
        let rest = self.text[self.end..].strip_prefix(' ')?;
        let (day, rest) = leading_day(rest)?;
        let rest = without_ending(rest);
        self.dated(self.start, day, rest.strip_prefix(',').unwrap_or(rest))
    }

    /// "20th December 2012", "14 Feb. 2013", "20 December, 2012".
    fn behind_day(self) -> Option<Written> {
        let before = self.text[..self.start].strip_suffix(' ')?;
        let before = before.strip_suffix(" of").unwrap_or(before);
        let ending = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| before.strip_suffix(ending));
        let before = ending.unwrap_or(before);
        let figures = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = before.len() - figures;
        let (day, rest) = leading_day(&before[start..])?;
        let begins_word = !before[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if !rest.is_empty() || !begins_word {
            return None;
        }
        let rest = &self.text[self.end..];
        self.dated(start, day, rest.strip_prefix(',').unwrap_or(rest))
    }

    /// The date that begins at `start` and whose year stands in `rest`, behind a space.
    fn dated(self, start: usize, day: u8, rest: &str) -> Option<Written> {
        let rest = rest.strip_prefix(' ')?;
        let year = rest.get(..4)?;
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit())
            && (year.starts_with("19") || year.starts_with("20"));
        let goes_on = rest[4..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let year = year.parse().ok().filter(|_| is_year && !goes_on)?;
        Some(Written {
            span: start..self.text.len() - rest.len() + 4,
            day,
            date: Date::new(year, self.number, day),
            month: self.name,
            year,
        })
    }
}

/// A day of a month at the beginning of a text, and what follows it.
fn leading_day(text: &str) -> Option<(u8, &str)> {
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let day = text[..figures].parse().ok().filter(|_| figures <= 2)?;
    (day < 40).then_some((day, &text[figures..]))
}

/// A text without the ending of an ordinal number.
fn without_ending(text: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| text.strip_prefix(ending))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::{Dialect, Draft};

    use super::*;

    /// What is written and what would be right, of each date in `text`.
    fn dates(text: &str) -> Vec<(String, String)> {
        let months = (0..text.len()).filter_map(|at| {
            let begins = text.is_char_boundary(at) && !text[..at].ends_with(char::is_alphanumeric);
            begins.then(|| Month::at(text, at)).flatten()
        });
        months
            .flat_map(|month| [month.before_day(), month.behind_day()])
            .flatten()
            .map(|date| {
                let (written, right) = (&text[date.span.clone()], date.right());
                assert_eq!(date.is_right(text), written == right, "{written}");
                (written.to_owned(), right)
            })
            .collect()
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        for (written, right) in [
            ("December 20, 2012", "20 December 2012"),
            ("December 20th 2012", "20 December 2012"),
            ("Sept. 3, 1999", "3 September 1999"),
            ("Sep 03 1999", "3 September 1999"),
            ("20th December 2012", "20 December 2012"),
            ("1st of May, 2013", "1 May 2013"),
            ("14 Feb. 2013", "14 February 2013"),
            ("20 December, 2012", "20 December 2012"),
            ("20 December 2012", "20 December 2012"),
        ] {
            let found = dates(&format!("It was ({written}) then."));
            assert_eq!(found, [(written.to_owned(), right.to_owned())]);
        }
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "120 May 2012",
            "December 2012",
            "in May 20123",
            "December 20, 1812",
            "the first of May 2012",
            "Mayor 5, 2012",
            "Dismay 5, 2012",
            "A/RES/67 May2012",
        ] {
            assert_eq!(dates(text), [], "{text}");
        }
    }

    #[test]
    fn years_stand_side_by_side_with_one_space() {
        let found = |text: &str| -> Vec<usize> {
            let draft = Draft::new(text, Dialect::Markdown, Arc::default());
            let prose = Prose::of(&draft, draft.blocks().get(0).unwrap()).unwrap();
            prose.years().to_vec()
        };
        assert_eq!(found("in 2012 2013, of 1999 2001"), [3, 17]);
        assert_eq!(found("2010 2011 2012 years"), [0, 5]);
        for text in [
            "2012  2013",
            "12012 2013",
            "2012 20134",
            "2012 2113",
            "_2012 2013",
            "a 2012",
        ] {
            assert_eq!(found(text), [0; 0], "{text}");
        }
    }
}
