//! C004: a date that is not the day on which the document was adopted.

use citation::facts::DateBasis;
use citation::{Date, Language, StatedDate, WrittenDate, is_subject_of_text};
use resolve::{Agreement, Reference};

use super::comment_year::{self, WrongYear};
use super::date_wording::{contradiction, month_of, outside};
use super::{change_to, date_of_another, evidence, is_sound, wording};
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
            let message = outside(reference, &subject, stated, (first, last), basis);
            found.push(finding(context, reference, stated, basis, message));
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
    context: &Context<'_>,
    reference: &Reference,
    stated: &StatedDate,
    basis: DateBasis,
    mut message: String,
) -> Finding {
    message.extend(date_of_another::sentence(context, reference, stated));
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
    let mut finding = finding(context, reference, stated, basis, message);
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
    let exchanged = date_of_another::exchanged(context, reference);
    finding.fixes.insert(exchanged, fix);
    if let Some(source) = &reference.source
        && source.date == Some(right)
    {
        let message = format!("{subject} is dated {} here", right.in_prose());
        finding.related.extend(evidence(source, 0..0, message));
    }
    finding
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
