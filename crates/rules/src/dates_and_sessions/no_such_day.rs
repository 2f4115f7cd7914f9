//! D006: a day that the calendar does not have, or that is another day of the week.

use std::ops::Range;

use citation::{Date, MONTHS, WEEKDAYS};

use crate::prose::{HIDDEN, Prose};
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
    check: Check::ProseOrTable(check),
};

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
    if is_of_reference || is_of_document(&prose.own[..written.span.start]) {
        return None;
    }
    let right = written.right();
    let length = length_of_month(&right)?;
    let message = format!("There is no {right}: {length}.");
    Some(RULE.finding(prose.in_draft(written.span.clone()), message))
}

/// "June has 30 days", "February 2023 has 28 days": of "31 June 2024" and "29 February 2023".
fn length_of_month(day: &str) -> Option<String> {
    let mut words = day.rsplit(' ');
    let (year, name) = (words.next()?, words.next()?);
    let month = MONTHS.iter().position(|known| *known == name)?;
    let month = u8::try_from(month + 1).ok()?;
    let number = year.parse().ok()?;
    let last = (28..=31).rfind(|day| Date::new(number, month, *day).is_some())?;
    let which = if month == 2 {
        format!("{name} {year}")
    } else {
        name.to_owned()
    };
    Some(format!("{which} has {last} days"))
}

/// Words behind which a figure is the number of something.
const NUMBERED: [&str; 52] = [
    "annex",
    "appendix",
    "article",
    "articles",
    "brief",
    "briefing",
    "bulletin",
    "bulletins",
    "case",
    "chapter",
    "circular",
    "comment",
    "document",
    "documents",
    "edition",
    "figure",
    "issue",
    "issues",
    "item",
    "items",
    "letter",
    "meeting",
    "memorandum",
    "newsletter",
    "no",
    "nos",
    "note",
    "notes",
    "nr",
    "number",
    "numbers",
    "page",
    "pages",
    "paper",
    "papers",
    "para",
    "paragraph",
    "paras",
    "part",
    "pp",
    "publication",
    "release",
    "report",
    "reports",
    "rule",
    "section",
    "series",
    "study",
    "table",
    "update",
    "vol",
    "volume",
];

/// Words with a capital behind which a figure can be a day; behind another it may be the number of what the word
/// names.
const DATING: [&str; 14] = [
    "After", "And", "Before", "Between", "By", "Dated", "Deadline", "Due", "From", "Of", "On",
    "Since", "The", "Until",
];

/// Whether the figure behind `before` is the number of a document, as far as can be told: "Working Paper 31 June
/// 2019", "Nos. 30 and 31 November 2022".
fn is_of_document(before: &str) -> bool {
    const SIGNS: [char; 5] = ['#', '№', '°', 'º', HIDDEN];
    let is_glued = before.ends_with(['/', '.', ':'])
        || before
            .strip_suffix(['-', '–'])
            .is_some_and(|word| word.ends_with(char::is_alphabetic));
    let lead = without_figures(before);
    if is_glued || lead.ends_with(SIGNS) {
        return true;
    }
    let word = lead.trim_end_matches(['.', '*', '_']);
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or("");
    let is_day_or_month = WEEKDAYS.contains(&word) || MONTHS.contains(&word);
    NUMBERED.contains(&&*word.to_lowercase())
        || word.starts_with(char::is_uppercase) && !is_day_or_month && !DATING.contains(&word)
}

/// A text without the figures at its end that go on to the next: "Nos. 29, 30 and", "vols. 30–".
fn without_figures(before: &str) -> &str {
    let mut lead = before.trim_end();
    loop {
        let joined = ["and", "or", "to", ",", "&", "-", "–"]
            .iter()
            .find_map(|joint| lead.strip_suffix(joint))
            .map(str::trim_end);
        let Some(joined) = joined.filter(|joined| joined.ends_with(|c: char| c.is_ascii_digit()))
        else {
            return lead;
        };
        lead = joined
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end();
    }
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
    fn the_length_of_a_month_is_that_of_its_year() {
        for (day, told) in [
            ("31 June 2024", "June has 30 days"),
            ("29 February 2023", "February 2023 has 28 days"),
            ("30 February 2024", "February 2024 has 29 days"),
            ("32 May 2024", "May has 31 days"),
        ] {
            assert_eq!(length_of_month(day).as_deref(), Some(told));
        }
    }

    #[test]
    fn the_number_of_a_document_is_no_day() {
        for before in [
            "Working Paper ",
            "Bulletin No. ",
            "See issues Nos. 29, 30 and ",
            "It is in vol. ",
            "as paper ",
            "Policy Brief ",
            "in vol. 12:",
            "Occasional Paper #",
            "WP-",
            "ECA/WP/",
            "the note ",
            "Issues 30–",
            "Bulletin n° ",
        ] {
            assert!(is_of_document(before), "{before}");
        }
        for before in [
            "",
            "They meet on ",
            "On ",
            "until Friday, ",
            "Monday ",
            "from 29 to ",
            "on 29 and ",
            "New York, ",
            "Geneva (",
            "Date: ",
            "on 1 May and ",
            "29 and ",
            "the deadline of ",
            "**Deadline:** ",
        ] {
            assert!(!is_of_document(before), "{before}");
        }
    }

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
