//! A resolution among others with one title that it does not bear, where two of its digits exchanged make one that does:
//! "its resolutions 76/138, 77/190, 78/177 and 79/174", of which the last should be 79/147.

use citation::facts;
use citation::{Referent, Symbol};
use resolve::{Agreement, Reference};

use super::{change_to, is_sound, wording};
use crate::{Context, Finding, Rule, Safety, Severity};

/// So many others of one title have to stand in the same block.
const OTHERS: usize = 3;

/// What `rule` says of a resolution that looks out of place among those of its block.
pub(super) fn finding(
    context: &Context<'_>,
    rule: &Rule,
    reference: &Reference,
) -> Option<Finding> {
    let symbol = symbol_of(reference)?;
    let is_told = matches!(
        reference.date_agreement,
        Agreement::Contradicts(_) | Agreement::Outside(..) | Agreement::NoSuchDay(_)
    );
    if !is_sound(reference) || is_told || reference.title_agreement == Agreement::Agrees {
        return None;
    }
    let stated = reference.date.as_ref().map(|stated| stated.date);
    let fits = |meant: &Symbol| !stated.is_some_and(|day| facts::is_dated_elsewhere(meant, day));
    facts::exchanged_in_series(symbol)
        .filter(|(meant, _)| fits(meant))
        .find_map(|(meant, is_of_series)| {
            let block = context.around(reference.token.start)?.block.span.clone();
            let near = context.resolved.references_near(block.clone());
            let others: Vec<&Symbol> = near
                .iter()
                .filter(|other| block.contains(&other.token.start))
                .filter_map(symbol_of)
                .filter(|other| is_of_series(other))
                .collect();
            let is_new = others.iter().all(|other| **other != meant);
            let is_among = is_new && others.len() >= OTHERS;
            let first = others.first().filter(|_| is_among)?;
            Some(told(rule, reference, symbol, &meant, first))
        })
}

fn symbol_of(reference: &Reference) -> Option<&Symbol> {
    reference.referent.as_ref().and_then(Referent::symbol)
}

fn told(
    rule: &Rule,
    reference: &Reference,
    symbol: &Symbol,
    meant: &Symbol,
    other: &Symbol,
) -> Finding {
    let number = |symbol: &Symbol| match symbol.adopted() {
        Some(adopted) if reference.kind == citation::Kind::Number => adopted.in_prose(),
        _ => symbol.to_string(),
    };
    let message = format!(
        "The other resolutions here bear the title of {}, and {} does not. Did you mean “{}”, which does (two digits look \
         exchanged)?",
        wording::of_symbol(other),
        wording::of_symbol(symbol),
        number(meant),
    );
    let mut finding = rule.finding(reference.token.clone(), message);
    finding.severity = Severity::Hint;
    let fix = change_to(reference.token.clone(), &number(meant), Safety::Suggested);
    finding.fixes.push(fix);
    finding
}
