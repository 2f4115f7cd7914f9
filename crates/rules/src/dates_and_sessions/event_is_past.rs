//! D003: an event that is announced and is past.

use std::ops::Range;
use std::sync::LazyLock;

use citation::{Date, table};
use regex::Regex;

use super::clause;
use crate::prose::Prose;
use crate::words::Signs;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// D003 event-is-past.
pub(crate) const RULE: Rule = Rule {
    code: "D003",
    name: "event-is-past",
    family: Family::RollOver,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("event_is_past.md"),
    check: Check::Prose(check),
};

/// An announcement.
static ANNOUNCED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)to\sbe\s(?:held|convened)|will\sbe\s(?:held|convened)|will\stake\splace|will\sconsider
          |[Ll]ooking\sforward\sto|[Ff]orthcoming|[Uu]pcoming",
    )
    .ok()
});

/// The day or year that it names.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?-u:\b)(?:in|on|from|by)\s(?:(?:[0-9]{1,2}\s)?
          (?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s)?
          (?<year>(?:19|20)[0-9]{2})(?-u:\b)",
    )
    .ok()
});

/// So many characters behind the announcement the date may begin, within the same clause.
const CLAUSE: usize = 140;

/// How such an announcement begins.
pub(crate) const ANNOUNCING: [&str; 5] = [
    "to be",
    "will",
    "looking forward",
    "forthcoming",
    "upcoming",
];

/// A meeting that has been held, with what came of it.
struct Held {
    name: &'static str,
    ended: Date,
    outcome: &'static str,
}

static EVENTS: LazyLock<Vec<Held>> = LazyLock::new(|| {
    table::rows(include_str!("../../data/events.tsv"))
        .filter_map(|[name, ended, outcome]| {
            Some(Held {
                name,
                ended: Date::parse_iso(ended)?,
                outcome,
            })
        })
        .collect()
});

/// From this month on, an event of the same year is more probably over than not.
const LATE: u8 = 11;

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    // Only a text that says of which day it is can be behind its time.
    if !prose.has(Signs::ANNOUNCEMENT) || context.resolved.draft.date().is_none() {
        return;
    }
    let as_of = context.resolved.as_of;
    for announced in announced(&prose.own) {
        let year = announced.year;
        if tells_of_past(&prose.own, &announced.span) {
            continue;
        }
        let written = &prose.own[announced.span.clone()];
        let dated = written
            .find(|c: char| c.is_ascii_digit())
            .map_or(written, |at| &written[at..]);
        let held = EVENTS.iter().find(|held| {
            held.ended.year() == year && held.ended < as_of && names(&prose.own, held.name)
        });
        let (message, severity) = if let Some(held) = held {
            (
                format!("This was held in {year}; its outcome is {}.", held.outcome),
                Severity::Warning,
            )
        } else if year < as_of.year() && year + 3 >= as_of.year() {
            (
                format!("{year} is past: this draft is of {}.", as_of.year()),
                Severity::Warning,
            )
        } else if let Some(day) =
            Date::parse_prose(dated).filter(|day| *day < as_of && day.year() == as_of.year())
        {
            (format!("{} is past.", day.in_prose()), Severity::Warning)
        } else if year == as_of.year() && as_of.month() >= LATE && !announced.has_month {
            (
                format!("{year} is the year of this draft; is the event still to come?"),
                Severity::Hint,
            )
        } else {
            continue;
        };
        let mut finding = RULE.finding(prose.in_draft(announced.span), message);
        finding.severity = severity;
        found.push(finding);
    }
}

/// Words of a text that tells what was planned once.
const TELLING: [&str; 16] = [
    "agreed",
    "announced",
    "called",
    "decided",
    "decision",
    "had",
    "informed",
    "invited",
    "noted",
    "overview",
    "preparations",
    "Recalling",
    "recalled",
    "recommended",
    "requested",
    "was",
];

/// Whether the announcement at `span` is told of the past: "In 2021 the Board noted that the forum to be held in 2022 had
/// been cancelled".
fn tells_of_past(text: &str, span: &Range<usize>) -> bool {
    let before = clause(text, span.start);
    let mut words = before.split(|c: char| !c.is_alphanumeric());
    let behind = &text[span.end..];
    let behind = &behind[..behind.find(['.', ';']).unwrap_or(behind.len())];
    words.any(|word| TELLING.contains(&word)) || behind.split_whitespace().any(|word| word == "had")
}

/// An event that is announced.
struct Announced {
    /// From the announcement to the end of the date, bytes of the text.
    span: Range<usize>,
    year: u16,
    has_month: bool,
}

/// The events that a text announces, in text order.
fn announced(text: &str) -> Vec<Announced> {
    let mut found = Vec::new();
    let (Some(announcements), Some(dates)) = (&*ANNOUNCED, &*NAMED) else {
        return found;
    };
    let mut from = 0;
    while let Some(announcement) = announcements.find_at(text, from) {
        from = announcement.end();
        // No character has more than four bytes, and no date more than the rest.
        let within = &text[..text.floor_char_boundary(from + CLAUSE * 4 + 64)];
        let Some(date) = dates.captures_at(within, from) else {
            continue;
        };
        let (Some(whole), Some(year)) = (date.get(0), date.name("year")) else {
            continue;
        };
        let between = &text[from..whole.start()];
        if between.contains([';', '.']) || between.chars().nth(CLAUSE).is_some() {
            continue;
        }
        found.push(Announced {
            span: announcement.start()..whole.end(),
            year: year.as_str().parse().unwrap_or(0),
            has_month: date.name("month").is_some(),
        });
        from = whole.end();
    }
    found
}

/// Whether a text names an event, in full or by the beginning of its name, which is how texts name it again.
fn names(text: &str, name: &str) -> bool {
    let short = name.split(" on ").next().unwrap_or(name);
    let of_many = short.split(' ').count() >= 2;
    text.contains(name) || of_many && text.contains(&format!("the {short}"))
}
