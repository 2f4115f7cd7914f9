//! C004: a date that is not the day on which the document was adopted.

use citation::facts::{self, DateBasis};
use citation::{Date, Language, Referent, StatedDate, WrittenDate, is_subject_of_text};
use resolve::{Agreement, Reference};

use super::comment_year::{self, WrongYear};
use super::{change_to, evidence, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C004 stated-date.
pub(crate) const RULE: Rule = Rule {
    code: "C004",
    name: "stated-date",
    family: Family::Citations,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("stated_date.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    found.extend(comment_year::wrong(context, reference).map(|year| of_comment(&year)));
    let Some(stated) = &reference.date else {
        return;
    };
    // "the statement on resolution 67/172 of 3 May 2013" may be of that day itself.
    let token = &reference.token;
    let is_texts = || {
        let around = context.around(token.start);
        stated.span.start >= token.end
            && around.is_some_and(|around| is_subject_of_text(around.before(token.start)))
    };
    match (reference.date_agreement.clone(), reference.date_basis) {
        (Agreement::Contradicts(right), Some(basis)) if !is_texts() => {
            found.push(contradicted(context, reference, stated, (right, basis)));
        }
        (Agreement::Outside(first, last), Some(basis)) if !is_texts() => {
            let subject = sentence_case(&wording::name(reference, context));
            let message = outside(&subject, stated, (first, last), basis);
            found.push(finding(reference, stated, basis, message));
        }
        (Agreement::NoSuchDay(right), _) => found.push(no_such_day(context, stated, right)),
        _ => {}
    }
}

/// The year of a general comment. That of the document is proof; what others say of it is a hint.
fn of_comment(year: &WrongYear) -> Finding {
    let WrongYear {
        comment,
        span,
        wrong,
        right,
        is_proof,
    } = year;
    let message = format!("{comment} is of {right}, not of {wrong}.");
    let mut finding = RULE.finding(span.clone(), message);
    if !is_proof {
        finding.severity = Severity::Hint;
    }
    finding
        .fixes
        .push(change_to(span.clone(), right, Safety::Suggested));
    finding
}

fn finding(
    reference: &Reference,
    stated: &StatedDate,
    basis: DateBasis,
    message: String,
) -> Finding {
    let mut finding = RULE.finding(stated.span.clone(), message);
    // What other texts say is a hint; what the document or the calendar says is proof.
    if !basis.is_proof() {
        finding.severity = Severity::Hint;
    }
    // The date may be right and the number mistyped.
    let numbers = reference
        .corrections
        .iter()
        .map(|number| change_to(reference.token.clone(), &number.text, Safety::Suggested));
    finding.fixes.extend(numbers);
    finding
}

fn contradicted(
    context: &Context<'_>,
    reference: &Reference,
    stated: &StatedDate,
    (right, basis): (Date, DateBasis),
) -> Finding {
    let subject = sentence_case(&wording::name(reference, context));
    let message = contradiction(reference, stated, right, basis, &subject);
    let mut finding = finding(reference, stated, basis, message);
    let one_part = stated
        .date
        .day()
        .is_some_and(|day| differ_in_one(right, day));
    // Where another number one slip away is of the stated date, either may be wrong.
    let is_open = !reference.corrections.is_empty();
    let safety = if basis == DateBasis::Document && one_part && !is_open {
        Safety::Safe
    } else {
        Safety::Suggested
    };
    let fix = change_to(stated.span.clone(), &alike(context, stated, right), safety);
    // Digits that are exchanged are a commoner slip than another day that happens to fit.
    let token = context.resolved.draft.slice(reference.token.clone());
    let exchanged = (reference.corrections.iter())
        .take_while(|number| is_exchange(&token, &number.text))
        .count();
    finding.fixes.insert(exchanged, fix);
    if let Some(source) = &reference.source
        && source.date == Some(right)
    {
        let message = format!("{subject} is dated {} here", right.in_prose());
        finding.related.extend(evidence(source, 0..0, message));
    }
    finding
}

fn contradiction(
    reference: &Reference,
    stated: &StatedDate,
    right: Date,
    basis: DateBasis,
    subject: &str,
) -> String {
    let (right, wrong) = (right.in_prose(), stated.date.in_prose());
    match basis {
        DateBasis::Document if is_adopted(reference) => {
            let on = match stated.date {
                WrittenDate::Month { .. } | WrittenDate::Year(_) => "in",
                WrittenDate::Day(_) | WrittenDate::Nonexistent { .. } => "on",
            };
            format!("{subject} was adopted on {right}, not {on} {wrong}.")
        }
        DateBasis::Document => format!("{subject} is dated {right}, not {wrong}."),
        DateBasis::Meeting => format!("{subject} names a meeting of {right}, not of {wrong}."),
        DateBasis::Catalogue => {
            format!("{subject} is of {right} in the built-in catalogue, not of {wrong}.")
        }
        DateBasis::Session => match window(reference) {
            Some(days) => format!(
                "{subject} is of {right} in other texts; it was adopted {} and cannot be of {wrong}.",
                within(days)
            ),
            None => format!("{subject} is of {right} in other texts; it cannot be of {wrong}."),
        },
        DateBasis::SessionDays => format!(
            "{subject} is of {right} in other texts; on {wrong} its session adopted no text."
        ),
        DateBasis::Texts(texts) => {
            format!("{subject} is of {right} in {texts} other texts, not of {wrong}.")
        }
        DateBasis::Neighbours(below, above) => format!(
            "{subject} is of {right}, to judge by {}, not of {wrong}.",
            neighbours(below, above)
        ),
    }
}

/// A date that the document cannot have, the day itself not being known.
fn outside(
    subject: &str,
    stated: &StatedDate,
    (first, last): (Date, Date),
    basis: DateBasis,
) -> String {
    let wrong = stated.date.in_prose();
    match basis {
        DateBasis::Neighbours(below, above) => format!(
            "{subject} was adopted {}, to judge by {}, not on {wrong}.",
            days(first, last),
            neighbours(below, above)
        ),
        DateBasis::SessionDays => format!(
            "{subject} was adopted {}, when its session adopted texts, not on {wrong}.",
            days(first, last)
        ),
        _ => format!(
            "{subject} was adopted {}; it cannot be of {wrong}.",
            within((first, last))
        ),
    }
}

/// "between 14 December 2021 and 16 December 2021", "on 18 June 2007".
fn days(first: Date, last: Date) -> String {
    if first == last {
        return format!("on {}", first.in_prose());
    }
    format!("between {} and {}", first.in_prose(), last.in_prose())
}

/// "in 2020", "in July 2023", "between September 2016 and September 2017".
fn within((first, last): (Date, Date)) -> String {
    let is_year = first.year() == last.year() && first.month() == 1 && last.month() == 12;
    if is_year {
        return format!("in {}", first.year());
    }
    let (first, last) = (month_of(first), month_of(last));
    if first == last {
        return format!("in {first}");
    }
    format!("between {first} and {last}")
}

/// "the numbers around it (149 and 154)".
fn neighbours(below: Option<u32>, above: Option<u32>) -> String {
    match (below, above) {
        (Some(below), Some(above)) => format!("the numbers around it ({below} and {above})"),
        (Some(one), None) | (None, Some(one)) => format!("the number beside it ({one})"),
        (None, None) => "the numbers around it".to_owned(),
    }
}

/// The days between which the session or year of the number lay.
fn window(reference: &Reference) -> Option<(Date, Date)> {
    facts::adopted_within(reference.referent.as_ref()?.symbol()?)
}

/// `right` in as many words as the text uses, a year for a year, and in the language in which the draft states
/// the date.
pub(super) fn alike(context: &Context<'_>, stated: &StatedDate, right: Date) -> String {
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
fn no_such_day(context: &Context<'_>, stated: &StatedDate, right: Option<Date>) -> Finding {
    let message = format!("There is no {} in the calendar.", stated.date.in_prose());
    let mut finding = RULE.finding(stated.span.clone(), message);
    finding.fixes.extend(right.map(|right| {
        change_to(
            stated.span.clone(),
            &alike(context, stated, right),
            Safety::Suggested,
        )
    }));
    finding
}

fn is_adopted(reference: &Reference) -> bool {
    match &reference.referent {
        Some(Referent::Symbol(symbol)) => symbol.adopted().is_some(),
        Some(Referent::Instrument(_)) => true,
        Some(_) | None => false,
    }
}

/// Whether two neighbouring digits of `written` exchanged make `meant`.
fn is_exchange(written: &str, meant: &str) -> bool {
    let (written, meant) = (written.as_bytes(), meant.as_bytes());
    let wrong: Vec<usize> = (written.iter().zip(meant).enumerate())
        .filter(|(_, (one, other))| one != other)
        .map(|(place, _)| place)
        .collect();
    matches!(wrong.as_slice(), [one, other] if other - one == 1
        && written[*one] == meant[*other]
        && written[*other] == meant[*one])
        && written.len() == meant.len()
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

    #[test]
    fn a_time_within_one_month_is_that_month() {
        let date = |day, month, year| Date::new(year, month, day).unwrap();
        let within = |first, last| within((first, last));
        assert_eq!(within(date(3, 7, 2023), date(20, 7, 2023)), "in July 2023");
        assert_eq!(
            within(date(3, 9, 2016), date(20, 9, 2017)),
            "between September 2016 and September 2017"
        );
        assert_eq!(within(date(1, 1, 2020), date(31, 12, 2020)), "in 2020");
    }
}
