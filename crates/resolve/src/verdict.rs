//! The verdict on a bound citation: existence, currency, agreement of date, title, organ and paragraph.

mod corrections;
mod named_day;
mod number_of_name;
mod open_place;
mod without_symbol;

use std::ops::RangeInclusive;
use std::sync::Arc;

use citation::facts::{self, DateBasis, DateJudgement, Judgement, Standing};
use citation::{Date, Kind, Referent, Symbol};
use sources::{Origin, ParagraphAnswer, Source, Sources};

use self::corrections::{by_list, corrections, in_place_of, is_same_number};
use crate::bind::{Bound, Certainty};
use crate::reference::{Agreement, Correction, Existence, Reference, StatedTitle};
use crate::{candidates, currency, organ, title};

/// Whether a document exists, why that is in doubt, and what was probably meant.
struct Finding {
    existence: Existence,
    reason: String,
    standing: Standing,
    corrections: Vec<Correction>,
}

impl Finding {
    /// Nothing to say but whether it exists.
    fn silent(existence: Existence) -> Self {
        Self::because(existence, String::new(), Vec::new())
    }

    fn because(existence: Existence, reason: String, corrections: Vec<Correction>) -> Self {
        Self {
            existence,
            reason,
            standing: Standing::Verified,
            corrections,
        }
    }
}

/// What a draft is judged against.
pub(crate) struct Judge<'d> {
    pub(crate) sources: &'d dyn Sources,
    /// The date that what is in force is judged by.
    pub(crate) as_of: Date,
    /// The date by which what is cited must have been adopted.
    pub(crate) adopted_by: Date,
}

impl Judge<'_> {
    /// The verdict on `bound`, which stands in the block `text` and which `before` precedes there.
    pub(crate) fn judge(
        &self,
        mut bound: Bound,
        text: &str,
        before: Option<&Reference>,
    ) -> Reference {
        if let Some(own) = before.and_then(|named| number_of_name::resolution(&bound, named)) {
            bound.referent = Some(own);
            bound.certainty = Certainty::Named;
        }
        let source = bound
            .referent
            .as_ref()
            .filter(|_| !bound.is_own)
            .and_then(|referent| self.sources.resolve(referent).value);
        let mut reference = Reference::new(bound.token.clone(), bound.kind);
        let found = self.existence(&bound, source.as_deref(), before);
        reference.existence = found.existence;
        reference.reason = found.reason;
        reference.reason_standing = found.standing;
        reference.corrections = found.corrections;
        (reference.date_agreement, reference.date_basis) =
            stated_date(&bound, reference.existence, source.as_deref());
        if matches!(
            reference.date_agreement,
            Agreement::Contradicts(_) | Agreement::Outside(..)
        ) {
            for meant in self.of_stated_date(&bound) {
                let told = reference.corrections.iter();
                if !told.into_iter().any(|known| known.text == meant.text) {
                    reference.corrections.push(meant);
                }
            }
        }
        if bound.is_settled() && !bound.is_own {
            reference.organ_agreement = organ::agreement(&bound, self.adopted_by);
            reference.currency = currency::of(
                bound.referent.as_ref(),
                source.as_deref(),
                self.sources,
                self.as_of,
            );
            if let Some(source) = &source {
                (reference.title, reference.title_agreement) = title(&bound, text, source);
            }
        }
        if let Some(right) = &bound.misnamed {
            let words = citation::single_spaced(&bound.written).into_owned();
            let span = bound.token.clone();
            reference.title = Some(StatedTitle { words, span });
            reference.title_agreement = Agreement::Contradicts(right.clone());
        }
        let paragraph = self.paragraph(&bound, source.as_deref());
        reference.paragraph = paragraph.filter(|answer| {
            let is_absent = matches!(answer, ParagraphAnswer::Absent(_));
            !(is_absent && open_place::may_have(&bound, text))
        });
        reference.candidates = candidates::of(&bound, self.adopted_by);
        reference.phrase = bound.phrase;
        reference.referent = match reference.candidates.as_slice() {
            // A date that fits one body alone makes it the likeliest, whatever the number looks like.
            [only] => Some(only.clone()),
            _ => bound.referent,
        };
        reference.is_own = bound.is_own;
        reference.pinpoint = bound.pinpoint;
        reference.date = bound.date;
        reference.source = source;
        reference
    }

    fn existence(
        &self,
        bound: &Bound,
        source: Option<&Source>,
        before: Option<&Reference>,
    ) -> Finding {
        if let Some(mistyped) = self.mistyped(bound) {
            return mistyped;
        }
        if bound.is_own {
            return Finding::silent(Existence::Held);
        }
        if let Some(source) = source {
            return Finding::silent(match source.origin {
                Origin::File { .. } => Existence::Held,
                Origin::Catalogue { .. } => Existence::Exists,
            });
        }
        if !bound.is_settled() {
            return Finding::silent(Existence::Unknown);
        }
        let symbol = match &bound.referent {
            Some(Referent::Symbol(symbol)) => symbol,
            Some(referent) => {
                return without_symbol::existence(referent, &bound.written, self.adopted_by);
            }
            None => return Finding::silent(Existence::Unknown),
        };
        let (existence, objection) = match facts::judge(symbol, self.adopted_by) {
            Judgement::Exists => return Finding::silent(Existence::Exists),
            Judgement::Unknown => return Finding::silent(Existence::Unknown),
            Judgement::Doubtful(objection) => (Existence::Unknown, objection),
            Judgement::Impossible(objection) => (Existence::Impossible, objection),
        };
        let in_list = by_list(bound, before, objection.suggestions);
        let suggestions = self.by_stated_date(bound, symbol, in_list);
        // Where the same number is that of another organ, nothing is to be put in its place.
        let (of_others, suggestions): (Vec<_>, Vec<_>) = suggestions
            .into_iter()
            .partition(|(other, _)| is_same_number(bound, symbol, other));
        let reason = match of_others.first() {
            Some((_, why)) => format!("{}; {why}.", objection.reason.trim_end_matches('.')),
            None => objection.reason,
        };
        Finding::because(existence, reason, corrections(bound, suggestions))
    }

    /// A citation that is written wrongly, where a repair leads to something possible.
    fn mistyped(&self, bound: &Bound) -> Option<Finding> {
        let is_possible = |meant: &Referent| {
            let symbol = meant.symbol();
            symbol.is_none_or(|symbol| !facts::is_impossible(symbol, self.adopted_by))
        };
        let corrections: Vec<Correction> = bound
            .mistyped
            .iter()
            .filter(|(meant, _)| is_possible(meant))
            .map(|(meant, slip)| Correction {
                text: match meant.symbol().filter(|_| bound.kind == Kind::Number) {
                    Some(symbol) => in_place_of(bound, symbol),
                    None => meant.to_string(),
                },
                reason: slip.to_string(),
            })
            .collect();
        let slip = corrections.first()?.reason.clone();
        Some(Finding::because(Existence::Malformed, slip, corrections))
    }

    /// Suggestions with those first that the stated date fits, and without those that it contradicts where
    /// any fits.
    fn by_stated_date(
        &self,
        bound: &Bound,
        symbol: &Symbol,
        suggestions: Vec<(Symbol, String)>,
    ) -> Vec<(Symbol, String)> {
        let Some(day) = bound.date.as_ref().and_then(|stated| stated.date.day()) else {
            return suggestions;
        };
        let fits = |(symbol, _): &(Symbol, String)| {
            matches!(
                facts::judge_date(symbol, day.into()),
                DateJudgement::Agrees(_)
            )
        };
        let (mut fitting, others): (Vec<_>, Vec<_>) = suggestions.into_iter().partition(fits);
        for of_date in facts::of_date(symbol, day, self.adopted_by) {
            if !fitting.iter().any(|(known, _)| *known == of_date.0) {
                fitting.push(of_date);
            }
        }
        if fitting.is_empty() { others } else { fitting }
    }

    /// The numbers that the stated date fits, where it does not fit the one that is written.
    fn of_stated_date(&self, bound: &Bound) -> Vec<Correction> {
        let day = bound.date.as_ref().and_then(|stated| stated.date.day());
        let symbol = bound.referent.as_ref().and_then(Referent::symbol);
        let Some((day, symbol)) = day.zip(symbol) else {
            return Vec::new();
        };
        corrections(bound, facts::of_date(symbol, day, self.adopted_by))
    }

    fn paragraph(&self, bound: &Bound, source: Option<&Source>) -> Option<ParagraphAnswer> {
        let (source, pinpoint) = source.zip(bound.pinpoint.as_ref())?;
        let answer = || self.sources.paragraph(source, pinpoint);
        match bound.kind {
            _ if bound.is_settled() => Some(answer()),
            // A back-reference shows what it points to; what is not there it reports only where nothing else
            // can be meant.
            Kind::Back => Some(answer()).filter(|answer| match answer {
                ParagraphAnswer::Found(_) => true,
                ParagraphAnswer::Absent(_) => bound.certainty == Certainty::PointedTo,
                _ => false,
            }),
            _ => None,
        }
    }
}

/// The title that `text` states for `bound`, against those of `source`.
fn title(
    bound: &Bound,
    text: &str,
    source: &Source,
) -> (Option<crate::StatedTitle>, Agreement<Arc<str>>) {
    let is_adopted = |symbol: &Symbol| symbol.adopted().is_some();
    let symbol = bound.referent.as_ref().and_then(Referent::symbol);
    if !symbol.is_some_and(is_adopted) {
        return (None, Agreement::NotCheckable);
    }
    let Some(stated) = title::stated(text, bound) else {
        return (None, Agreement::NotCheckable);
    };
    let agreement = title::agreement(&stated, source);
    let is_none = stated.claim == title::Claim::Words && agreement == Agreement::NotCheckable;
    ((!is_none).then_some(stated.title), agreement)
}

/// A stated date against the source, which outranks the tables, else against the facts.
fn stated_date(
    bound: &Bound,
    existence: Existence,
    source: Option<&Source>,
) -> (Agreement<Date>, Option<DateBasis>) {
    let unknown = (Agreement::NotCheckable, None);
    let Some(stated) = bound.date.as_ref().map(|stated| stated.date) else {
        return unknown;
    };
    if stated.extent().is_none() {
        let right = known_date(bound, source);
        return (Agreement::NoSuchDay(right), None);
    }
    // The day of a number that cannot be right is that of the number meant.
    if existence == Existence::Impossible {
        return unknown;
    }
    let Some(referent) = bound.referent.as_ref().filter(|_| bound.is_settled()) else {
        return unknown;
    };
    let Some(symbol) = referent.symbol() else {
        let named = source.and_then(|source| named_day::agreement(source, stated));
        return named.map_or(unknown, |(agreement, basis)| (agreement, Some(basis)));
    };
    if symbol.adopted().is_none() {
        return unknown;
    }
    if let Some(right) = source.and_then(|source| source.date) {
        let agreement = if stated.includes(right) {
            Agreement::Agrees
        } else if may_be_of_issue(bound, right) {
            return unknown;
        } else {
            Agreement::Contradicts(right)
        };
        return (agreement, Some(DateBasis::Document));
    }
    match facts::judge_date(symbol, stated) {
        DateJudgement::Unknown => unknown,
        DateJudgement::Contradicts(right, _) | DateJudgement::Outside(_, right, _)
            if may_be_of_issue(bound, right) =>
        {
            unknown
        }
        DateJudgement::Agrees(basis) => (Agreement::Agrees, Some(basis)),
        DateJudgement::Contradicts(right, basis) => (Agreement::Contradicts(right), Some(basis)),
        DateJudgement::Outside(first, last, basis) => {
            (Agreement::Outside(first, last), Some(basis))
        }
        DateJudgement::NoSuchDay(right) => (Agreement::NoSuchDay(right), None),
    }
}

/// Whether the stated date may be that on which the document was issued, which law journals put behind its symbol: "UN
/// Doc A/RES/60/1 (24 October 2005)", adopted on 16 September.
fn may_be_of_issue(bound: &Bound, adopted: Date) -> bool {
    /// Nobody issues a resolution on the day after, and those of a session are out within half a year; in days.
    const AFTER: RangeInclusive<u32> = 14..=186;
    /// A space and a parenthesis, or a comma and a space: no "of" or "adopted on".
    const BETWEEN: usize = 2;
    let Some(stated) = bound.date.as_ref().filter(|_| bound.kind == Kind::Symbol) else {
        return false;
    };
    let between = stated.span.start.checked_sub(bound.token.end);
    // Months of 31 days are near enough.
    let days = |date: Date| {
        (u32::from(date.year()) * 12 + u32::from(date.month())) * 31 + u32::from(date.day())
    };
    let later = stated
        .date
        .extent()
        .and_then(|(first, _)| days(first).checked_sub(days(adopted)));
    between.is_some_and(|between| between <= BETWEEN)
        && later.is_some_and(|later| AFTER.contains(&later))
}

/// The day of adoption, from the source or the tables.
fn known_date(bound: &Bound, source: Option<&Source>) -> Option<Date> {
    let symbol = bound
        .referent
        .as_ref()
        .filter(|_| bound.is_settled())?
        .symbol()?;
    symbol.adopted()?;
    let held = source.and_then(|source| source.date);
    held.or_else(|| Some(facts::adoption_date(symbol)?.date))
}

#[cfg(test)]
mod tests;
