//! C004: a date that is not the day on which the document was adopted.

use citation::facts::Standing;
use citation::{Date, Language, Referent, StatedDate, WrittenDate};
use resolve::{Agreement, Reference};

use super::{change_to, evidence, sound, wording};
use crate::sentence::sentence_case;
use crate::{Context, Family, Finding, Rule, Safety, Scope, Severity};

/// C004 stated-date.
pub(crate) const RULE: Rule = Rule {
    code: "C004",
    name: "stated-date",
    family: Family::Citations,
    severity: Severity::Error,
    scope: Scope::Sources,
    page: include_str!("stated_date.md"),
    check,
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    for reference in sound(context) {
        let Some(stated) = &reference.date else {
            continue;
        };
        let right = match reference.date_agreement {
            Agreement::Contradicts(right) => right,
            Agreement::Outside(from, to) => {
                found.push(outside(reference, context, from, to));
                continue;
            }
            Agreement::NoSuchDay(right) => {
                found.push(no_such_day(stated, right));
                continue;
            }
            Agreement::Agrees | Agreement::NotCheckable => continue,
        };
        let Some(severity) = severity(reference) else {
            continue;
        };
        let subject = sentence_case(&wording::name(reference, context));
        let (right_words, stated_words) = (right.in_prose(), stated.date.in_prose());
        let message = if is_adopted(reference) {
            let on = match stated.date {
                WrittenDate::Month { .. } | WrittenDate::Year(_) => "in",
                WrittenDate::Day(_) | WrittenDate::Nonexistent { .. } => "on",
            };
            format!("{subject} was adopted on {right_words}, not {on} {stated_words}.")
        } else {
            format!("{subject} is dated {right_words}, not {stated_words}.")
        };
        let mut finding = RULE.finding(stated.span.clone(), message);
        finding.severity = severity;
        let safety = if severity == Severity::Error
            && stated
                .date
                .day()
                .is_some_and(|day| differ_in_one(right, day))
        {
            Safety::Safe
        } else {
            Safety::Suggested
        };
        let fix = change_to(stated.span.clone(), &alike(context, stated, right), safety);
        finding.fixes.push(fix);
        if let Some(source) = &reference.source
            && source.date == Some(right)
        {
            let message = format!("{subject} is dated {right_words} here");
            finding.related.extend(evidence(source, 0..0, message));
        }
        found.push(finding);
    }
}

/// `right` in as many words as the text uses, and in its language: a year for a year.
fn alike(context: &Context<'_>, stated: &StatedDate, right: Date) -> String {
    match stated.date {
        WrittenDate::Year(_) => right.year().to_string(),
        WrittenDate::Month { .. } => month_of(right),
        WrittenDate::Day(_) | WrittenDate::Nonexistent { .. } => {
            let written = context.resolved.draft.slice(stated.span.clone());
            Language::of_date(&written).unwrap_or_default().date(right)
        }
    }
}

/// "December 2012".
fn month_of(date: Date) -> String {
    WrittenDate::Month {
        year: date.year(),
        month: date.month(),
    }
    .in_prose()
}

/// A day that no calendar has, whatever the document.
fn no_such_day(stated: &StatedDate, right: Option<Date>) -> Finding {
    let message = format!("There is no {} in the calendar.", stated.date.in_prose());
    let mut finding = RULE.finding(stated.span.clone(), message);
    finding.fixes.extend(
        right.map(|right| change_to(stated.span.clone(), &right.in_prose(), Safety::Suggested)),
    );
    finding
}

/// A date before or after the session in which the number was adopted, the day itself not being known.
fn outside(reference: &Reference, context: &Context<'_>, from: Date, to: Date) -> Finding {
    let span = reference
        .date
        .as_ref()
        .map_or(reference.token.clone(), |stated| stated.span.clone());
    let stated = reference
        .date
        .as_ref()
        .map(|stated| stated.date.in_prose())
        .unwrap_or_default();
    let subject = sentence_case(&wording::name(reference, context));
    let message = format!(
        "{subject} belongs to a session that ran from {} to {}; it cannot be of {stated}.",
        month_of(from),
        month_of(to)
    );
    let mut finding = RULE.finding(span, message);
    finding.severity = Severity::Warning;
    finding
}

/// An error where the date comes from the document or an official list, a warning where it was observed
/// in enough texts, nothing below.
fn severity(reference: &Reference) -> Option<Severity> {
    match reference.date_standing? {
        Standing::Verified => Some(Severity::Error),
        Standing::Observed => Some(Severity::Warning),
        Standing::Recalled => None,
    }
}

fn is_adopted(reference: &Reference) -> bool {
    match &reference.referent {
        Some(Referent::Symbol(symbol)) => symbol.adopted().is_some(),
        Some(Referent::Instrument(_)) => true,
        Some(_) | None => false,
    }
}

/// Whether two dates differ in the day, the month or the year alone. Where more differs, the number may
/// be what is wrong, and the date right.
fn differ_in_one(a: Date, b: Date) -> bool {
    let differences = [
        a.day() != b.day(),
        a.month() != b.month(),
        a.year() != b.year(),
    ];
    differences.into_iter().filter(|differs| *differs).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_one_part_is_told_from_another_date() {
        let date = |day, month, year| Date::new(year, month, day).unwrap();
        assert!(differ_in_one(date(20, 12, 2012), date(19, 12, 2012)));
        assert!(differ_in_one(date(22, 12, 2015), date(22, 12, 2025)));
        // 755 (1992) "of 28 August 1992" was meant to be 775 (1992).
        assert!(!differ_in_one(date(20, 5, 1992), date(28, 8, 1992)));
    }
}
