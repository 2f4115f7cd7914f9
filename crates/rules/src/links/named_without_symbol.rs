//! L004: an instrument that is named and whose symbol the draft never gives.

use std::collections::BTreeSet;

use citation::{Kind, Referent, Symbol};

use crate::citations::wording;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// L004 named-without-symbol.
pub(crate) const RULE: Rule = Rule {
    code: "L004",
    name: "named-without-symbol",
    family: Family::Links,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("named_without_symbol.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let references = &context.resolved.references;
    let cited: BTreeSet<&Symbol> = references
        .iter()
        .filter(|reference| matches!(reference.kind, Kind::Symbol | Kind::Number))
        .filter_map(|reference| reference.referent.as_ref()?.symbol())
        .collect();
    let mut told: BTreeSet<&Symbol> = BTreeSet::new();
    for reference in references {
        if reference.kind != Kind::Named || reference.is_own {
            continue;
        }
        let Some(source) = &reference.source else {
            continue;
        };
        let symbols = || source.referents.iter().filter_map(Referent::symbol);
        let Some(symbol) = symbols().next() else {
            continue;
        };
        if symbols().any(|symbol| cited.contains(symbol)) || !told.insert(symbol) {
            continue;
        }
        let name = wording::of_symbol(symbol);
        let message = format!("This is {name}, which the text does not cite.");
        let mut finding = RULE.finding(reference.token.clone(), message);
        let end = reference.token.end;
        finding.fixes.push(Fix {
            title: format!("Add “({name})”"),
            edits: vec![Edit {
                range: end..end,
                text: format!(" ({})", name.trim_matches(['“', '”'])),
            }],
            safety: Safety::Suggested,
        });
        found.push(finding);
    }
}
