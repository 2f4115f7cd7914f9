//! R008: the States that sponsor a draft resolution, in alphabetical order.

use std::ops::Range;

use citation::single_spaced;

use crate::countries::COUNTRIES;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// R008 order-of-sponsors.
pub(crate) const RULE: Rule = Rule {
    code: "R008",
    name: "order-of-sponsors",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("order_of_sponsors.md"),
    check: Check::Document(check),
};

/// What follows the sponsors and a colon.
const DRAFTS: [&str; 3] = [
    "draft resolution",
    "revised draft resolution",
    "draft decision",
];

/// The line of the sponsors stands within so many blocks.
const NEAR_THE_TOP: usize = 30;

/// Fewer names show no order.
const FEWEST: usize = 3;

/// "Argentina, Brazil and Chile: draft resolution".
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if !context.anatomy().is_read {
        return;
    }
    for block in draft.blocks().iter().take(NEAR_THE_TOP) {
        let text = draft.text_of(&block);
        let Some((list, rest)) = text.split_once(':') else {
            continue;
        };
        let rest = rest.trim_start().trim_start_matches(['*', '_']);
        // Groups that speak through one State have another order.
        if !DRAFTS.iter().any(|words| rest.starts_with(words))
            || list.contains('.')
            || list.contains("on behalf of")
        {
            continue;
        }
        // Each mark and line break is a byte, so that places stay the same.
        let list = list.replace(['*', '_', '\n', '\r'], " ");
        let names = names(&list);
        if names.len() < FEWEST {
            continue;
        }
        let name = |range: &Range<usize>| single_spaced(&list[range.clone()]).into_owned();
        let wrong = names
            .windows(2)
            .find(|pair| sorted(&name(&pair[0])) > sorted(&name(&pair[1])));
        if let Some([before, after]) = wrong {
            let range = block.span.start + after.start..block.span.start + after.end;
            let message = format!(
                "Put the sponsors in alphabetical order: {} before {}.",
                name(after),
                name(before)
            );
            found.push(RULE.finding(range, message));
        }
    }
}

/// Where the names in a list stand: between commas and "and", but for the "and" within the name of a State.
fn names(list: &str) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for part in list.split(',') {
        let mut is_first = true;
        let mut start = at;
        for piece in part.split(" and ") {
            let words = piece.trim();
            let words = words.strip_prefix("and ").unwrap_or(words);
            let begins = start + piece.find(words).unwrap_or(0);
            let range = begins..begins + words.len();
            start += piece.len() + " and ".len();
            let before = names.last_mut().filter(|_| !is_first);
            let whole = before.map(|before| (before.start..range.end, before));
            match whole {
                Some((whole, before)) if is_state(&list[whole.clone()]) => *before = whole,
                _ if words.is_empty() => {}
                _ => names.push(range),
            }
            is_first = false;
        }
        at += part.len() + 1;
    }
    names
}

fn is_state(name: &str) -> bool {
    let name = single_spaced(name);
    COUNTRIES.iter().any(|state| *state == name)
}

/// A name for sorting: without accents where they are common in names of States.
fn sorted(name: &str) -> String {
    name.to_lowercase()
        .replace('ô', "o")
        .replace('ü', "u")
        .replace('ã', "a")
        .replace('é', "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str) -> Vec<&str> {
        names(list).into_iter().map(|name| &list[name]).collect()
    }

    #[test]
    fn the_and_within_a_name_parts_nothing() {
        assert_eq!(
            read("Antigua and Barbuda, Bosnia and Herzegovina and Brazil"),
            ["Antigua and Barbuda", "Bosnia and Herzegovina", "Brazil"]
        );
        assert_eq!(
            read("Peru and Trinidad and Tobago"),
            ["Peru", "Trinidad and Tobago"]
        );
        assert_eq!(
            read("Saint Kitts  and Nevis, Saint Vincent and the  Grenadines, and Zambia "),
            [
                "Saint Kitts  and Nevis",
                "Saint Vincent and the  Grenadines",
                "Zambia"
            ]
        );
        assert_eq!(read("Chad,, Peru and Mali"), ["Chad", "Peru", "Mali"]);
        assert_eq!(
            read("Togo, United Kingdom of Great Britain and Northern Ireland and Zambia"),
            [
                "Togo",
                "United Kingdom of Great Britain and Northern Ireland",
                "Zambia"
            ]
        );
    }
}
