//! D006: a day that the calendar does not have, or that is another day of the week.

use std::ops::Range;

use citation::Date;

use crate::prose::Prose;
use crate::style::{self, WrittenDate};
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// D006 no-such-day.
pub(crate) const RULE: Rule = Rule {
    code: "D006",
    name: "no-such-day",
    family: Family::RollOver,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("no_such_day.md"),
    check: Check::Prose(check),
};

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for written in style::written_dates(prose) {
        let Some(day) = written.date else {
            found.extend(missing(prose, &written));
            continue;
        };
        let Some((stated, place)) = weekday_before(&prose.own, written.span.start) else {
            continue;
        };
        let right = weekday(day);
        if stated == right {
            continue;
        }
        let message = format!("{} is a {right}, not a {stated}.", day.in_prose());
        let mut finding = RULE.finding(prose.in_draft(place.start..written.span.end), message);
        finding.fixes.push(replacement(
            prose.in_draft(place),
            right.to_owned(),
            Safety::Suggested,
        ));
        found.push(finding);
    }
}

/// A day that there is not; that of a reference is compared with the day of adoption.
fn missing(prose: &Prose<'_>, written: &WrittenDate) -> Option<Finding> {
    let is_of_reference = prose
        .block
        .marks
        .citations
        .iter()
        .filter_map(|citation| citation.date.as_ref())
        .any(|date| date.span.start < written.span.end && written.span.start < date.span.end);
    let message = format!("There is no {}: the month is shorter.", written.right);
    let range = prose.in_draft(written.span.clone());
    (!is_of_reference).then(|| RULE.finding(range, message))
}

/// The day of the week that stands right before byte `at`, with or without a comma, and where.
fn weekday_before(text: &str, at: usize) -> Option<(&'static str, Range<usize>)> {
    let before = text[..at].strip_suffix(' ')?;
    let before = before.strip_suffix(',').unwrap_or(before);
    let day = WEEKDAYS.into_iter().find(|day| before.ends_with(day))?;
    let start = before.len() - day.len();
    let is_word = !before[..start].ends_with(char::is_alphanumeric);
    is_word.then_some((day, start..before.len()))
}

/// The day of the week of a date of the Gregorian calendar.
fn weekday(date: Date) -> &'static str {
    // Years that begin in March have their leap day at the end, so that the months before it never move.
    const BEFORE: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = usize::from(date.month());
    let year = usize::from(date.year()) - usize::from(month < 3);
    let from_sunday = year + year / 4 - year / 100 + year / 400 + BEFORE[month - 1];
    WEEKDAYS[(from_sunday + usize::from(date.day()) + 6) % 7]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_the_week_is_that_of_the_calendar() {
        for (iso, expected) in [
            ("1945-06-26", "Tuesday"),
            ("2000-02-29", "Tuesday"),
            ("2012-12-20", "Thursday"),
            ("2024-02-29", "Thursday"),
            ("2024-03-01", "Friday"),
            ("2026-01-01", "Thursday"),
            ("1900-01-01", "Monday"),
        ] {
            assert_eq!(weekday(Date::parse_iso(iso).unwrap()), expected, "{iso}");
        }
    }
}
