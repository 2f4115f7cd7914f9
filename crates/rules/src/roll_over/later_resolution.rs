//! D002 and D004: "the most recent of which" is not, and a mandate that has been renewed.

use citation::{Referent, Symbol, Term, facts};
use resolve::Reference;

use crate::sentence::one_line;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// D002 most-recent-resolution.
pub(crate) const MOST_RECENT: Rule = Rule {
    code: "D002",
    name: "most-recent-resolution",
    family: Family::RollOver,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("most_recent.md"),
    check: Check::Reference(most_recent),
};

/// D004 renewed-mandate.
pub(crate) const MANDATE: Rule = Rule {
    code: "D004",
    name: "renewed-mandate",
    family: Family::RollOver,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("renewed_mandate.md"),
    check: Check::Reference(mandate),
};

/// How far before a reference the words that announce it stand, in bytes.
const REACH: usize = 120;

/// A mandate is renewed within so many sessions. A draft that was made from the text before names none that is older: what
/// it names then has founded something, such as a council.
const LASTING: u16 = 6;

/// Whether one of `phrases` stands in the clause before a reference. Each has one of `words`, which tell most clauses
/// from it: a phrase may be broken between lines.
fn is_announced(
    context: &Context<'_>,
    reference: &Reference,
    words: &[&str],
    phrases: [&str; 3],
) -> bool {
    let start = reference.token.start;
    let Some(around) = context.around(start) else {
        return false;
    };
    let before = around.before(start);
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    if !words.iter().any(|word| before.contains(word)) {
        return false;
    }
    let line = one_line(before);
    let clause = line.rsplit([',', ';']).next().unwrap_or("");
    phrases.iter().any(|phrase| clause.contains(phrase))
}

/// The later resolution on the same item, known on the day of the draft.
fn later(context: &Context<'_>, reference: &Reference) -> Option<Symbol> {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol)?;
    let draft = &context.resolved.draft;
    let later = facts::later_in_series(symbol, context.resolved.as_of)??;
    // Texts of one day do not know of each other.
    if facts::adoption_date(&later).is_some_and(|known| known.date == context.resolved.as_of) {
        return None;
    }
    // The draft itself may be the later one, unless it still has the masthead of the text it was made from.
    let front = draft.front_matter();
    let is_of_session = |symbol: &Symbol| {
        let stated = front.session().map(Term::Session);
        stated.is_none() || symbol.term() == stated
    };
    let masthead = draft.masthead().symbol.clone();
    let own = front
        .symbol()
        .or_else(|| masthead.filter(|(symbol, _)| is_of_session(symbol)));
    if own.is_some_and(|(own, _)| own == later) {
        return None;
    }
    Some(later)
}

fn date_of(symbol: &Symbol) -> String {
    facts::adoption_date(symbol).map_or_else(String::new, |known| {
        format!(" of {}", known.date.in_prose())
    })
}

/// The number of a resolution as prose has it: 67/172.
fn number(symbol: &Symbol) -> String {
    symbol.adopted().map_or_else(
        || symbol.canonical().to_owned(),
        citation::Adopted::in_prose,
    )
}

fn most_recent(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let phrases = [
        "the most recent of which",
        "the latest of which",
        "most recently",
    ];
    if !is_announced(context, reference, &["recent", "latest"], phrases) {
        return;
    }
    let Some(later) = later(context, reference) else {
        return;
    };
    let right = format!("{}{}", number(&later), date_of(&later));
    let message = format!("The most recent is now {right}.");
    let range = reference
        .date
        .as_ref()
        .map_or(reference.token.clone(), |date| {
            reference.token.start..date.span.end
        });
    let mut finding = MOST_RECENT.finding(range.clone(), message);
    finding
        .fixes
        .push(replacement(range, right, Safety::Suggested));
    found.push(finding);
}

fn mandate(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let phrases = [" in accordance with", " pursuant to", " in response to"];
    let words = ["accordance", "pursuant", "response"];
    // Only a text that says of which day it is can be behind its time.
    let is_dated = context.resolved.draft.date().is_some();
    if !is_dated || !is_announced(context, reference, &words, phrases) {
        return;
    }
    let Some(later) = later(context, reference) else {
        return;
    };
    let named = reference.referent.as_ref().and_then(Referent::symbol);
    if named.is_none_or(|named| has_founded(named, &later)) {
        return;
    }
    let right = number(&later);
    let message = format!(
        "{} has been followed by {right}{} on the same item; is that the mandate now?",
        context.resolved.draft.slice(reference.token.clone()),
        date_of(&later)
    );
    let mut finding = MANDATE.finding(reference.token.clone(), message);
    finding.fixes.push(replacement(
        reference.token.clone(),
        right,
        Safety::Suggested,
    ));
    found.push(finding);
}

/// Whether a resolution is so much older than the last of its item that it is no mandate to be renewed.
fn has_founded(named: &Symbol, last: &Symbol) -> bool {
    match (named.term(), last.term()) {
        (Some(Term::Session(first)), Some(Term::Session(last))) => last > first + LASTING,
        _ => false,
    }
}
